/**
 * The scheme, host and port of an address: `https://shop.test:8080` in `https://shop.test:8080/orders`. k6 names a request by its
 * whole address unless the script gives it a name, and a threshold may select it by its `url`.
 */
const ADDRESS = /^(?:url:)?(?:https?|wss?):\/\/[^/?#]+/i

/** The scheme, host and port that the name of an endpoint begins with; null: it begins with none. */
export function addressOf(name: string): string | null {
  return ADDRESS.exec(name)?.[0] ?? null
}

/**
 * The address without scheme, host and port: `/orders` for `https://shop.test/orders`. A name that is no address stays unchanged.
 */
export function withoutAddress(name: string): string {
  const path = name.replace(ADDRESS, '')
  return path === '' ? '/' : path
}

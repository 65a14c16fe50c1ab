/**
 * What the policy says about which samples of a run count. Only raw points can be trimmed or filtered: a format that cannot
 * says so in the notes of the run.
 */
export type ReadOptions = Readonly<{
  /** Samples in this time after the start of the load do not count: warm-up. */
  excludeFirstMs: number
  /** Samples in this time before the end of the load do not count: ramp-down. */
  excludeLastMs: number
  /** Scenarios that count. null: all. */
  scenarios: readonly string[] | null
  /** Tags that a sample must have, with these values. */
  tags: ReadonlyMap<string, string>
  /** Series kept by `name` tag. The rest are counted together as `other`. */
  maxEndpoints: number
  /** Names that are one endpoint, such as addresses with an id in them; the first group that matches a name takes it. */
  endpointGroups: readonly EndpointGroup[]
}>

/** `name` is the pattern as the policy writes it, and the name of the endpoint. */
export type EndpointGroup = Readonly<{ name: string; matches: RegExp }>

/** What names beyond `maxEndpoints` are counted as, together. */
export const OTHER_ENDPOINTS = 'other'

/**
 * The group of a name; the name itself where it is in none. k6 names a request by its whole address, and people write the path, so
 * that `http://shop.test/users/7?full=1` is in `/users/*`.
 */
export function groupedName(name: string, groups: readonly EndpointGroup[]): string {
  if (groups.length === 0) return name
  const address = name.replace(/\?.*$/s, '')
  const path = address.replace(/^https?:\/\/[^/]+/, '')
  return groups.find(({ matches }) => matches.test(address) || matches.test(path))?.name ?? name
}

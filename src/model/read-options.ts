/**
 * The selection of samples by the policy. Only raw points can be trimmed or filtered. If a format cannot do this, a note of the
 * run says so.
 */
export type ReadOptions = Readonly<{
  /** Samples in this time after the start of the load are left out: warm-up. */
  excludeFirstMs: number
  /** Samples in this time before the end of the load are left out: ramp-down. */
  excludeLastMs: number
  /** The scenarios whose samples are read. null: all. */
  scenarios: readonly string[] | null
  /** Tags that a sample must have, with these values. */
  tags: ReadonlyMap<string, string>
  /** The largest number of endpoints by `name` tag. All further endpoints are one endpoint, `other`. */
  maxEndpoints: number
  /** Groups of names that are one endpoint, such as addresses with an id in them. A name is in the first group that matches. */
  endpointGroups: readonly EndpointGroup[]
}>

/** `name` is the pattern as the policy writes it, and the name of the endpoint. */
export type EndpointGroup = Readonly<{ name: string; matches: RegExp }>

/** The common name of all endpoints beyond `maxEndpoints`. */
export const OTHER_ENDPOINTS = 'other'

/**
 * The group of a name; the name itself if it is in no group. k6 names a request by its whole address, and people write the path,
 * so that `http://shop.test/users/7?full=1` is in `/users/*`.
 */
export function groupedName(name: string, groups: readonly EndpointGroup[]): string {
  if (groups.length === 0) return name
  const address = name.replace(/\?.*$/s, '')
  const path = address.replace(/^https?:\/\/[^/]+/, '')
  return groups.find(({ matches }) => matches.test(address) || matches.test(path))?.name ?? name
}

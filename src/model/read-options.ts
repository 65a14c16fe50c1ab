/**
 * What the policy says about which samples of a run count. Only raw points can be trimmed or filtered. A format that cannot do
 * this says so in the notes of the run.
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
  /** The largest number of endpoints by `name` tag. All further endpoints are counted together as `other`. */
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

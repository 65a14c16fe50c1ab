/**
 * What the policy says about which samples count. Only raw points can be trimmed or filtered: a format that cannot
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
}>

/** No window, no filter. k6 users reach 500 endpoints only when URLs are not grouped by a `name` tag. */
export const DEFAULT_READ_OPTIONS: ReadOptions = {
  excludeFirstMs: 0,
  excludeLastMs: 0,
  scenarios: null,
  tags: new Map(),
  maxEndpoints: 500,
}

/** Does the policy ask for something that a summary cannot give? */
export function narrowsSamples(options: ReadOptions): boolean {
  return options.excludeFirstMs > 0 || options.excludeLastMs > 0 || options.scenarios !== null || options.tags.size > 0
}

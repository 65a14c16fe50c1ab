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
}>

/** One step of a ladder: the same load for a while. Rates are per second. */
export type Rung = Readonly<{
  /** Where the step was read, for messages: `ladder.csv, second 12 to 20`. */
  source: string
  /** How the load was set. `closed`: users who each wait for their answer. `open`: requests that arrive at a rate. */
  model: 'closed' | 'open'
  /** Virtual users of the closed model; busy users of the open model. */
  users: number
  /** The rate that was set; null in the closed model. */
  offeredPerS: number | null
  /** The good answers. Only they are throughput. */
  goodPerS: number
  iterationsPerS: number
  /** Mean of the good answers. */
  latencyMs: number
  /** null: the results do not have it. */
  p95Ms: number | null
  /** Mean duration of an iteration, and of the requests in it; null: the results do not say. */
  iterationMs: number | null
  requestsMs: number | null
  /** Share of the answers that were not good. */
  errorRatio: number
  /** The share of the iterations that could not start because no user was free. */
  droppedRatio: number
  seconds: number
}>

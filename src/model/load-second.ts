/** The measurements of one second of a load test. */
export type LoadSecond = Readonly<{
  /** Seconds since the first second of the file. */
  offsetS: number
  /** Virtual users; null: none were sampled in this second. */
  users: number | null
  /** The duration of each good answer. */
  goodDurationsMs: readonly number[]
  /** Answers that are not good, and their total duration. */
  bad: number
  badMs: number
  /** Iterations of the script that ended, and their total duration. */
  iterations: number
  iterationsMs: number
  /** Iterations that the arrival rate asked for when no user was free. */
  dropped: number
}>

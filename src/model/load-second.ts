/** What one second of a load test held. */
export type LoadSecond = Readonly<{
  /** From the first second of the file. */
  offsetS: number
  /** Virtual users; null where nothing was sampled. */
  users: number | null
  /** How long each good answer took. */
  goodDurationsMs: readonly number[]
  /** Answers that do not count as good, and what they took together. */
  bad: number
  badMs: number
  /** Iterations of the script that ended, and what they took together. */
  iterations: number
  iterationsMs: number
  /** Iterations that an arrival rate wanted and no user was free for. */
  dropped: number
}>

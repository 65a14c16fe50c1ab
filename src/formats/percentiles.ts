/** The percentiles that are computed where a file has single times, with their probabilities. */
export const PERCENTILES: readonly (readonly [stat: string, probability: number])[] = [
  ['p50', 0.5],
  ['p90', 0.9],
  ['p95', 0.95],
  ['p99', 0.99],
]

/** The probabilities of `PERCENTILES`, in their order. */
export const PROBABILITIES: readonly number[] = PERCENTILES.map(([, probability]) => probability)

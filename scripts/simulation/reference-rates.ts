import type { Cell, Measured } from './cells.ts'
import { type Design, ONE_SERVICE } from './scenario.ts'

/** The results of an independent calculation of the same rule: shares in percent, runs per side. */
type Reference = Readonly<{
  label: string
  design: Design
  runs: number
  confirmation: boolean
  services: number
  noise: number
  unchanged: number
  plusTen: number
  /** The mean number of runs of the candidate, for one service. */
  unchangedRuns: number | null
  plusTenRuns: number | null
}>

const row = (
  [label, design, runs, confirmation]: readonly [string, Design, number, boolean],
  [services, noise]: readonly [number, number],
  [unchanged, plusTen, unchangedRuns, plusTenRuns]: readonly [number, number, number?, number?],
): Reference => ({
  label,
  design,
  runs,
  confirmation,
  services,
  noise,
  unchanged,
  plusTen,
  unchangedRuns: unchangedRuns ?? null,
  plusTenRuns: plusTenRuns ?? null,
})

const PAIRS = ['pairs, confirmed', 'pairs', 3, true] as const
const RUNS = ['runs on one machine, confirmed', 'runs', 3, true] as const
const STORE = ['store, confirmed', 'store', 1, true] as const
const FIVE_PAIRS = ['5 pairs, one look', 'pairs', 5, false] as const
const THREE_JOBS = ['3 jobs against the store, one look', 'store', 3, false] as const

/*
 * Simulated with numpy before this code was written: 4,000 to 5,000 trials per row, primary series only, 20 stored jobs without
 * marks. The stop is a likelihood ratio of +10 % against no change with Student's t, with errors of 4 and 3 %, divided by the
 * number of services.
 */
const REFERENCES: readonly Reference[] = [
  row(FIVE_PAIRS, [1, 0.04], [3.0, 96.6]),
  row(FIVE_PAIRS, [1, 0.05], [6.5, 92.3]),
  row(FIVE_PAIRS, [8, 0.04], [24.7, 96.7]),
  row(THREE_JOBS, [1, 0.04], [2.9, 96.1]),
  row(THREE_JOBS, [1, 0.05], [6.7, 92.3]),
  row(THREE_JOBS, [8, 0.04], [20, 96.3]),
  row(PAIRS, [1, 0.04], [0.8, 99.1, 6.1, 5.7]),
  row(PAIRS, [1, 0.05], [2.9, 97.3, 7.1, 6.8]),
  row(PAIRS, [8, 0.04], [3.3, 98.9]),
  row(RUNS, [1, 0.04], [1.1, 99.2, 5.4, 5.0]),
  row(RUNS, [1, 0.05], [2.8, 96.7, 6.5, 6.2]),
  row(RUNS, [8, 0.04], [3.8, 98.8]),
  row(STORE, [1, 0.04], [1.5, 98.7, 2.4, 2.2]),
  row(STORE, [1, 0.05], [2.8, 97.3, 3.4, 3.1]),
  row(STORE, [8, 0.04], [3.5, 98.8]),
]

/** One cell per reference, in the same order. */
export function referenceCells(pullRequests: (services: number) => number): readonly Cell[] {
  return REFERENCES.map(({ label, design, runs, confirmation, services, noise }) => ({
    table: 'reference',
    label,
    scenario: { ...ONE_SERVICE, design, runs, confirmation, services, noise },
    effects: [0, 0.1],
    pullRequests: pullRequests(services),
  }))
}

/** One row per reference: its rates, and the rates that were measured here. */
export function besideReference(measured: readonly Measured[]): readonly (readonly string[])[] {
  return REFERENCES.map((reference, index) => {
    const { label, services, noise, unchanged, plusTen, unchangedRuns, plusTenRuns } = reference
    const [none, slower] = [0, 0.1].map((effect) => measured[index]?.rates.get(effect))
    if (none === undefined || slower === undefined) throw new RangeError(`Nothing was measured for ${label}.`)
    return [
      label,
      `${services}`,
      `${100 * noise} %`,
      unchanged.toFixed(1),
      (100 * none.blocked.mean).toFixed(1),
      plusTen.toFixed(1),
      (100 * slower.caught.mean).toFixed(1),
      unchangedRuns?.toFixed(1) ?? '',
      none.runs.mean.toFixed(1),
      plusTenRuns?.toFixed(1) ?? '',
      slower.runs.mean.toFixed(1),
    ]
  })
}

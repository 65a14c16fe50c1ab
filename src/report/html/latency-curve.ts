import { median } from 'simple-statistics'
import type { Series } from '../../model/comparison.ts'
import { quantityOf } from '../../model/quantity.ts'
import type { Distribution, IdentifiedRun } from '../../model/run.ts'
import { runValue } from './run-value.ts'

/** The distribution of a latency on one side: the median over its runs, share by share. */
export type LatencyCurve = Readonly<{
  side: 'baseline' | 'candidate'
  name: string
  /** `requests`: the points come from all requests. `statistics`: the points are the few statistics of a summary. */
  source: 'requests' | 'statistics'
  runs: number
  points: Distribution
}>

/** Statistics of a summary, and the share of the requests at or below each statistic. */
const STATISTICS: readonly (readonly [stat: string, share: number])[] = [
  ['min', 0],
  ['p50', 0.5],
  ['p75', 0.75],
  ['p90', 0.9],
  ['p95', 0.95],
  ['p99', 0.99],
  ['p99.9', 0.999],
  ['max', 1],
]

/** The smallest number of points of a curve. */
const MIN_POINTS = 3

/** The curve of a side; null if its runs have too few points. `series`: a latency, of the whole service or of one endpoint. */
export function latencyCurve(
  runs: readonly IdentifiedRun[],
  { metric, quantity, endpoint }: Pick<Series, 'metric' | 'quantity' | 'endpoint'>,
  { side, name }: Pick<LatencyCurve, 'side' | 'name'>,
): LatencyCurve | null {
  const isWhole = quantityOf({ metric, quantity }) === 'latency' && endpoint === null
  const known = isWhole ? runs.map(({ run }) => run.distribution ?? null).filter((one) => one !== null) : []
  if (known.length > 0 && known.length === runs.length) {
    return { side, name, source: 'requests', runs: runs.length, points: medianOf(known) }
  }
  const measured = runs.filter((run) => STATISTICS.some(([stat]) => runValue(run, { metric, endpoint, stat }) !== null))
  const points = STATISTICS.flatMap(([stat, share]) => {
    const values = measured.flatMap((run) => runValue(run, { metric, endpoint, stat }) ?? [])
    // Only statistics that all measured runs have. Medians over different sets of runs could make the curve fall from one share to the next.
    return values.length === 0 || values.length < measured.length ? [] : [{ share, valueMs: median(values) }]
  })
  return points.length < MIN_POINTS ? null : { side, name, source: 'statistics', runs: measured.length, points }
}

function medianOf(distributions: readonly Distribution[]): Distribution {
  const [first = []] = distributions
  return first.map(({ share }, index) => ({
    share,
    valueMs: median(distributions.flatMap((points) => points[index]?.valueMs ?? [])),
  }))
}

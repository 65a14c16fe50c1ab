import { median } from 'simple-statistics'
import type { Series } from '../../model/comparison.ts'
import { quantityOf } from '../../model/quantity.ts'
import type { Distribution, IdentifiedRun } from '../../model/run.ts'
import { runValue } from './run-value.ts'

/** The distribution of a latency on one side: the median over its runs, share by share. */
export type LatencyCurve = Readonly<{
  side: 'baseline' | 'candidate'
  name: string
  /** `requests`: from all of them. `statistics`: only through the few numbers that a summary keeps. */
  source: 'requests' | 'statistics'
  runs: number
  points: Distribution
}>

/** What a summary may keep, and the share of the requests that it stands for. */
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

/** Fewer points are no curve. */
const MIN_POINTS = 3

/** The curve of a side; null where its runs say too little. `series`: a latency, of the whole service or of one endpoint. */
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
    // A statistic that some runs lack would be the median of other runs than its neighbours, and the curve could turn back.
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

import template from '../../../templates/latency.hbs'
import { isOfBenchmark, quantityOf } from '../../model/quantity.ts'
import { absentRow, judgedRow } from '../comparison-row.ts'
import type { Section } from '../section.ts'
import { LATENCY_STATS, seriesOfGroup } from '../series.ts'
import { candidateTitle } from '../wording.ts'

/** The durations of the whole service: p50, p95 and p99, and other gated series of the service, such as benchmarks. */
export const latency: Section = {
  id: 'latency',
  place: 'service',
  page: 'drawn',
  template,
  build(verdict, context) {
    const comparisons = seriesOfGroup(verdict, 'latency')
    if (comparisons.length === 0) return undefined
    const http = comparisons.filter((one) => quantityOf(one) === 'latency').map(({ stat }) => stat)
    const absent = http.length === 0 ? [] : LATENCY_STATS.filter((stat) => !http.includes(stat))
    const rows = [
      ...comparisons.map((one) => ({ stat: one.stat, row: judgedRow(one, verdict) })),
      ...absent.map((stat) => ({ stat, row: absentRow(stat) })),
    ]
    return {
      title: comparisons.every(isOfBenchmark) ? 'Benchmarks' : 'Latency',
      rows: rows.toSorted((left, right) => percentileOf(left.stat) - percentileOf(right.stat)).map(({ row }) => row),
      candidateTitle: candidateTitle(context),
    }
  },
}

/** Sort key: 95 for `p95`. A statistic that is no percentile comes last. */
function percentileOf(stat: string): number {
  return Number(/^p(\d+(?:\.\d+)?)$/.exec(stat)?.[1] ?? 101)
}

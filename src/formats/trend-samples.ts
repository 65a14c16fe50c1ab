import type { Timeline } from '../model/run.ts'
import { batchStandardErrors } from './batch-standard-errors.ts'
import type { LoadWindow } from './load-window.ts'
import { countByEndpoint, type OrderedSamples, orderByTime, valuesOfEndpoint } from './ordered-samples.ts'
import { quantilesInPlace } from './quantiles-in-place.ts'
import { type SampleColumn, takeArrays } from './sample-column.ts'
import type { CountedSamples, SampleCounts } from './sample-counts.ts'
import { timelineOf, timelineOfCounts } from './timeline.ts'
import { quantilesOfCounts } from './value-counts.ts'

/** The samples of one trend, or of one endpoint of the trend. */
export type TrendSamples = Readonly<{
  count: number
  /** Must be called before `quantiles`: it needs the samples in the order of time, and `quantiles` rearranges them. */
  standardErrors(): ReadonlyMap<string, number> | null
  each(take: (value: number, times: number) => void): void
  /** Quantiles of type 7. NaN if there are no samples. */
  quantiles(probabilities: readonly number[]): readonly number[]
}>

/** All samples of one metric. */
export type MetricSamples = Readonly<{
  ofEndpoint(endpoint: number): TrendSamples
  timeline(window: LoadWindow): Timeline | null
  /** Must be used last, because its quantiles rearrange the samples that the others need. */
  whole: TrendSamples
}>

/** Takes the samples out of the column. `endpoints` are the endpoints that will be asked for. */
export function takeSamples(column: SampleColumn, endpoints: Iterable<number>): MetricSamples {
  const { counts } = column
  return counts === null ? kept(orderByTime(takeArrays(column)), endpoints) : counted(counts)
}

function kept(samples: OrderedSamples, endpoints: Iterable<number>): MetricSamples {
  const counts = countByEndpoint(samples)
  // All endpoints use the same space, one after the other. Separate copies would take as much memory as the samples.
  const most = [...endpoints].reduce((largest, index) => Math.max(largest, counts[index] ?? 0), 0)
  const space = new Float64Array(most)
  return {
    ofEndpoint: (endpoint) => keptSamples(valuesOfEndpoint(samples, endpoint, space)),
    timeline: (window) => timelineOf(samples, window),
    whole: keptSamples(samples.values),
  }
}

function keptSamples(values: Float64Array): TrendSamples {
  return {
    count: values.length,
    standardErrors: () => batchStandardErrors(values),
    each(take) {
      for (const value of values) take(value, 1)
    },
    quantiles: (probabilities) =>
      values.length === 0 ? probabilities.map(() => Number.NaN) : quantilesInPlace(values, probabilities),
  }
}

function counted(counts: SampleCounts): MetricSamples {
  return {
    ofEndpoint: (endpoint) => countedSamples(counts.of(endpoint)),
    timeline: (window) => timelineOfCounts(counts, window),
    whole: countedSamples(counts.of(null)),
  }
}

function countedSamples({ values, standardErrors }: CountedSamples): TrendSamples {
  return {
    count: values.reduce((total, { times }) => total + times, 0),
    standardErrors: () => standardErrors,
    each(take) {
      for (const { value, times } of values) take(value, times)
    },
    quantiles: (probabilities) =>
      values.length === 0 ? probabilities.map(() => Number.NaN) : quantilesOfCounts(values, probabilities),
  }
}

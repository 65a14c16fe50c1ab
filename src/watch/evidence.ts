import type { Text } from '../model/text.ts'
import type { WatchComparison } from '../model/watch.ts'
import { boundsOf, type Difference, pValueOf, visibleDifference } from './difference.ts'
import type { Histogram } from './histogram.ts'
import { slowerThan } from './histogram.ts'
import { latencyChange } from './latency-change.ts'
import type { Sides } from './sides.ts'

/** The measurements of both sides. */
export type Measured = Readonly<{
  kind: WatchComparison['kind']
  fromS: number
  untilS: number
  units: WatchComparison['units']
  query: string
  unit: 's' | 'ms'
  /** The end of a bucket, in `unit`. */
  end: number
  difference: Difference
  /** All requests in the window, on each side. */
  baseline: Histogram
  candidate: Histogram
  /** Failed requests, and all requests that have a status. null: no request has a status. */
  failures: Readonly<{ baseline: Failures; candidate: Failures }> | null
}>

export type Failures = Readonly<{ failed: number; requests: number }>

/** Everything that the judgement of a service rests on. */
export type Evidence = Measured & Readonly<{ sides: Sides; notes: readonly Text[]; alpha: number }>

/** The numbers of a judgement. The Markdown report and the JSON report both use them. */
export function comparisonOf(evidence: Evidence): WatchComparison {
  const { kind, fromS, untilS, units, query, unit, end, difference, baseline, candidate, failures, sides, alpha } =
    evidence
  const { lower, upper } = boundsOf(difference, alpha)
  const change = (logRatio: number): number | null => latencyChange(baseline, end, logRatio)
  const slowRatio = (side: Histogram): number => (slowerThan(side, end) ?? 0) / side.requests
  return {
    kind,
    fromS,
    untilS,
    units,
    query,
    versions: { baseline: sides.baseline, candidate: sides.candidate },
    requests: { baseline: Math.round(baseline.requests), candidate: Math.round(candidate.requests) },
    boundMs: unit === 's' ? Number((1000 * end).toPrecision(12)) : end,
    slowRatio: { baseline: slowRatio(baseline), candidate: slowRatio(candidate) },
    changeRatio: change(difference.logRatio),
    lower: change(lower),
    upper: change(upper),
    confidence: 1 - alpha,
    pValue: pValueOf(difference),
    visibleRatio: change(visibleDifference(difference, alpha)),
    failedRatio:
      failures === null ? null : { baseline: ratioOf(failures.baseline), candidate: ratioOf(failures.candidate) },
  }
}

/** 0 when there was no request. */
export function ratioOf({ failed, requests }: Failures): number {
  return requests === 0 ? 0 : failed / requests
}

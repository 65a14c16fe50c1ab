import { UserError } from '../model/errors.ts'
import type { MonitoringPolicy } from '../model/policy.ts'

/** The bucket that counts the requests within a bound. */
export type Bucket = Readonly<{
  /** Where it ends: at the bound, or above where no bucket ends there. */
  endMs: number
  /** The bucket end before it. null: it is the first. */
  belowMs: number | null
  /** The values of `le` that name it. */
  ends: readonly string[]
}>

/**
 * Only ends of buckets can be counted. Where none is at the bound, the next above is taken: what is slower than that is certainly
 * too slow, so no alert is false.
 * @throws UserError where the bound lies above all buckets: all that the last one has is "slower than that"
 */
export function bucketFor(service: string, boundMs: number, { bucketsMs, histogram }: MonitoringPolicy): Bucket {
  const index = bucketsMs.findIndex((end) => end >= boundMs)
  const endMs = bucketsMs[index]
  if (endMs === undefined) {
    throw new UserError(
      `The objective of ${service} has a bound of ${boundMs}ms, above the last bucket of ${histogram}, which ends at ${bucketsMs.at(-1)}ms. Nothing counts the requests beyond it: add a bucket to the service and to \`monitoring.buckets\`, or set a lower bound.`,
    )
  }
  return { endMs, belowMs: bucketsMs[index - 1] ?? null, ends: endsOf(endMs, histogram) }
}

/**
 * Prometheus 2 stores a whole number as its client writes it, often `1`, and Prometheus 3 always as `1.0`:
 * https://prometheus.io/docs/prometheus/latest/migration/#le-and-quantile-label-values
 */
function endsOf(endMs: number, histogram: string): readonly string[] {
  const text = String(Number((countsMilliseconds(histogram) ? endMs : endMs / 1000).toPrecision(12)))
  return text.includes('.') ? [text] : [text, `${text}.0`]
}

/** Names of metrics say their unit at the end: https://prometheus.io/docs/practices/naming/ */
export function countsMilliseconds(histogram: string): boolean {
  return /_(?:ms|milliseconds)$/.test(histogram)
}

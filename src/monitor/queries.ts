import type { Bucket } from './bucket.ts'
import type { MonitoredService } from './monitored-service.ts'

/** What is counted of a service, as selectors of Prometheus. */
export type Selectors = Readonly<{
  /** All requests of the histogram. */
  all: string
  /** Those within the bound. */
  fast: string
  /** All requests with their status. */
  counted: string
  failed: string
  /** Those that say a status at all. */
  withStatus: string
}>

export function selectorsOf({ name, bucket, metrics }: MonitoredService): Selectors {
  const { histogram, serviceLabel, statusLabel, errorStatus } = metrics
  const counter = metrics.counter ?? `${histogram}_count`
  const service = `${serviceLabel}="${name}"`
  return {
    all: `${histogram}_count{${service}}`,
    fast: `${histogram}_bucket{${service},${endMatcher(bucket)}}`,
    counted: `${counter}{${service}}`,
    failed: `${counter}{${service},${statusLabel}=~"${escaped(errorStatus)}"}`,
    withStatus: `${counter}{${service},${statusLabel}!=""}`,
  }
}

/** The point is escaped: in a pattern, `1.0` is also the bucket `100`. */
function endMatcher({ ends }: Bucket): string {
  const [only, ...more] = ends
  return more.length === 0 ? `le="${only}"` : `le=~"${ends.map((end) => end.replace('.', '[.]')).join('|')}"`
}

function escaped(pattern: string): string {
  return pattern.replaceAll('\\', '\\\\').replaceAll('"', '\\"')
}

/** Requests a second. A restart of a pod is seen by `rate`, which is why it stands inside of `sum`. */
export function rateOf(selector: string, window: string): string {
  return `sum(rate(${selector}[${window}]))`
}

/** The share of slow requests. Without traffic it is not a number, and no alert compares with that. */
export function slowShare({ all, fast }: Selectors, window: string): string {
  return `1 - ${rateOf(fast, window)} / ${rateOf(all, window)}`
}

/** The share of failed requests. A service without an error has no series of errors: that is 0. */
export function failedShare({ counted, failed }: Selectors, window: string): string {
  return `(${rateOf(failed, window)} or vector(0)) / ${rateOf(counted, window)}`
}

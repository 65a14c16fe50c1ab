import type { Bucket } from './bucket.ts'
import type { MonitoredService } from './monitored-service.ts'

/** The requests of a service, as selectors of Prometheus. */
export type Selectors = Readonly<{
  /** All requests of the histogram. */
  all: string
  /** The requests within the bound. */
  fast: string
  /** All requests with their status. */
  counted: string
  failed: string
  /** The requests that have a status. */
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

/** The point is escaped, because the pattern `1.0` also matches the bucket `100`. */
function endMatcher({ ends }: Bucket): string {
  const [only, ...more] = ends
  return more.length === 0 ? `le="${only}"` : `le=~"${ends.map((end) => end.replace('.', '[.]')).join('|')}"`
}

function escaped(pattern: string): string {
  return pattern.replaceAll('\\', '\\\\').replaceAll('"', '\\"')
}

/** Requests per second. `rate` must stand inside of `sum`: it recognises the restart of a pod only in the series of that pod. */
export function rateOf(selector: string, window: string): string {
  return `sum(rate(${selector}[${window}]))`
}

/** The share of slow requests. Without traffic the share is not a number, and no alert fires on that. */
export function slowShare({ all, fast }: Selectors, window: string): string {
  return `1 - ${rateOf(fast, window)} / ${rateOf(all, window)}`
}

/** The share of failed requests. A service without failed requests has no series of them, so the share is 0. */
export function failedShare({ counted, failed }: Selectors, window: string): string {
  return `(${rateOf(failed, window)} or vector(0)) / ${rateOf(counted, window)}`
}

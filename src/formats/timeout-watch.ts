import { formatDuration } from '../model/numbers.ts'
import { type Text, text } from '../model/text.ts'

/**
 * Where requests are often cut, in milliseconds: k6, Gatling, nginx and load balancers wait for 60 s, Heroku and gunicorn for 30 s, Envoy
 * for 15 s, and 5, 10 and 120 s are what people set. https://grafana.com/docs/k6/latest/javascript-api/k6-http/params/ (`timeout`),
 * https://docs.gatling.io/reference/configuration/ (`requestTimeout`), https://nginx.org/en/docs/http/ngx_http_proxy_module.html#proxy_read_timeout,
 * https://devcenter.heroku.com/articles/request-timeout, https://www.envoyproxy.io/docs/envoy/latest/faq/configuration/timeouts
 */
const TIMEOUTS_MS: readonly number[] = [5000, 10_000, 15_000, 30_000, 60_000, 120_000]

/** A timer fires a little late, and some tools start their clock after the connection is there. */
const EARLY = 0.995
const LATE = 1.03
/** One request alone may be there by chance. */
const LATE_ALONE = 1.005
/** From here up to the time-out there would be as many requests as at it, if nothing were cut. */
const NEAR = 0.9
const MIN_CUT = 3

/** Shorter times say nothing of time-outs. */
export const SHORTEST_WATCHED_MS = NEAR * Math.min(...TIMEOUTS_MS)

export type TimeoutWatch = Readonly<{
  /** Takes the time of every request that took at least `SHORTEST_WATCHED_MS`, failed or not. */
  see(durationMs: number): void
  /** A full sentence; null: no time-out shows. */
  note(): Text | null
}>

/**
 * Requests that end at a time-out hide how slow the service was: several of them at the time of a well-known one, and none after it. What
 * is known of them is only that they took longer.
 */
export function createTimeoutWatch(): TimeoutWatch {
  const before = TIMEOUTS_MS.map(() => 0)
  const at = TIMEOUTS_MS.map(() => 0)
  let longestMs = 0

  function see(durationMs: number): void {
    if (durationMs > longestMs) longestMs = durationMs
    for (const [index, timeoutMs] of TIMEOUTS_MS.entries()) {
      if (durationMs < NEAR * timeoutMs || durationMs > LATE * timeoutMs) continue
      const counts = durationMs < EARLY * timeoutMs ? before : at
      counts[index] = (counts[index] ?? 0) + 1
    }
  }

  function note(): Text | null {
    const timeoutMs = timeoutAt(longestMs)
    const index = TIMEOUTS_MS.indexOf(timeoutMs ?? 0)
    const [cut = 0, near = 0] = [at[index], before[index]]
    return timeoutMs === null || cut < MIN_CUT || cut < 2 * near ? null : cutNote(text`${cut} requests`, timeoutMs)
  }

  return { see, note }
}

/** What a summary says whose only sign of a time-out is its maximum. A full sentence; null: none shows. */
export function timeoutNote(maxMs: number | undefined): Text | null {
  const timeoutMs = maxMs === undefined ? null : timeoutAt(maxMs, LATE_ALONE)
  return timeoutMs === null ? null : cutNote(text`The slowest request`, timeoutMs)
}

function timeoutAt(longestMs: number, late = LATE): number | null {
  return TIMEOUTS_MS.find((one) => longestMs >= EARLY * one && longestMs <= late * one) ?? null
}

function cutNote(which: Text, timeoutMs: number): Text {
  return text`${which} took ${formatDuration(timeoutMs)}, and none took longer: that looks like a time-out. How long they would have taken is not known, so the latency may look better than the service was.`
}

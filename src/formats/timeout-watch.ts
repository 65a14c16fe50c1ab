import { formatDuration } from '../model/numbers.ts'
import { type Text, text } from '../model/text.ts'

/**
 * Usual time-outs in milliseconds. k6, Gatling, nginx and load balancers wait for 60 s, Heroku and gunicorn for 30 s,
 * Envoy for 15 s. People also set 5, 10 and 120 s. https://grafana.com/docs/k6/latest/javascript-api/k6-http/params/
 * (`timeout`), https://docs.gatling.io/reference/configuration/ (`requestTimeout`),
 * https://nginx.org/en/docs/http/ngx_http_proxy_module.html#proxy_read_timeout,
 * https://devcenter.heroku.com/articles/request-timeout,
 * https://www.envoyproxy.io/docs/envoy/latest/faq/configuration/timeouts
 */
const TIMEOUTS_MS: readonly number[] = [5000, 10_000, 15_000, 30_000, 60_000, 120_000]

/**
 * The tolerance around a time-out. A timer fires a little late, and some tools start their clock only after the
 * connection is made.
 */
const EARLY = 0.995
const LATE = 1.03
/** The tolerance for a single request, which may lie near a time-out by chance. */
const LATE_ALONE = 1.005
/**
 * The share of a time-out at which the range before it begins. If nothing were cut, this range would have as many
 * requests as the time-out itself.
 */
const NEAR = 0.9
const MIN_CUT = 3

/** Shorter times are not near any time-out. */
export const SHORTEST_WATCHED_MS = NEAR * Math.min(...TIMEOUTS_MS)

export type TimeoutWatch = Readonly<{
  /** Takes the time of a request that took at least `SHORTEST_WATCHED_MS`, failed or not. */
  see(durationMs: number): void
  /** A whole sentence. null: there is no sign of a time-out. */
  note(): Text | null
}>

/**
 * Requests that end at a time-out hide how slow the service was, because it is only known that they would have taken
 * longer. The sign of a time-out is that several requests took as long as a usual time-out, and none took longer.
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

/**
 * The note for a summary, whose only sign of a time-out is its maximum. It is a whole sentence. null: there is no sign.
 */
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

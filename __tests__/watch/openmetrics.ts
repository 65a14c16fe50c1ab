import { type Random, seededRandom } from '../../scripts/simulation/random.ts'
import { addRequests, dayFactor, ENDS, nothing, wandering } from '../../scripts/simulation/traffic.ts'

/* Histories for `promtool tsdb create-blocks-from openmetrics`, so that a test has weeks of measurements at once. */

/** The time of the deployment: Wednesday 2025-01-15, 10:00 UTC. */
export const DEPLOYED_AT_S = 1_736_935_200

export type Pod = Readonly<{
  name: string
  /** null: the series has no version label. */
  version: string | null
  fromS: number
  untilS: number
  slowness: number
  failedRatio?: number
  /** The service is not scraped between these two times. */
  gap?: readonly [fromS: number, untilS: number]
  /** The counters start again from 0 at this time. */
  restartsAtS?: number
  /** From this time on, every value is NaN. */
  nanFromS?: number
}>

export type History = Readonly<{
  service: string
  seed: number
  stepS: number
  requestsPerS: number
  pods: readonly Pod[]
  /** How the label `le` of the bucket of one second is written. */
  one?: '1' | '1.0'
  /** The series have no label for the status. */
  hasStatus?: boolean
}>

/** The series of all histories as one file. OpenMetrics demands that all series of a metric stand together. */
export function openMetrics(histories: readonly History[]): string {
  const lines = histories.map(seriesOf)
  const buckets = lines.flatMap((one) => one.buckets)
  const counts = lines.flatMap((one) => one.counts)
  return ['# TYPE http_request_duration_seconds histogram', ...buckets, ...counts, '# EOF', ''].join('\n')
}

function seriesOf(history: History): Readonly<{ buckets: readonly string[]; counts: readonly string[] }> {
  const random = seededRandom(history.seed)
  const { stepS } = history
  const start = Math.min(...history.pods.map(({ fromS }) => fromS))
  const end = Math.max(...history.pods.map(({ untilS }) => untilS))
  const levels = wandering(random, (end - start) / 300 + 1, 0.02)
  const all = history.pods.map((pod) => {
    const level = (atS: number) => Math.exp(levels[Math.floor((atS - start) / 300)] ?? 0)
    return podSeries(history, pod, random, stepS, level)
  })
  return { buckets: all.flatMap((one) => one.buckets), counts: all.flatMap((one) => one.counts) }
}

function podSeries(
  { service, requestsPerS, pods, one = '1', hasStatus = true }: History,
  pod: Pod,
  random: Random,
  stepS: number,
  level: (atS: number) => number,
) {
  const version = pod.version === null ? '' : `,version="${pod.version}"`
  const labels = `service="${service}",pod="${pod.name}"${version}`
  const series = new Map<string, string[]>()
  const put = (name: string, value: number, atS: number) => {
    const isNan = pod.nanFromS !== undefined && atS >= pod.nanFromS
    const line = `${name} ${isNan ? 'NaN' : value} ${atS}`
    const lines = series.get(name)
    if (lines === undefined) series.set(name, [line])
    else lines.push(line)
  }
  const status = (code: string) => (hasStatus ? `,code="${code}"` : '')
  let counted = nothing()
  let failed = 0
  for (let atS = pod.fromS; atS <= pod.untilS; atS += stepS) {
    if (pod.restartsAtS !== undefined && atS >= pod.restartsAtS && atS < pod.restartsAtS + stepS) {
      counted = nothing()
      failed = 0
    }
    const expected = (requestsPerS * stepS * dayFactor(atS % 86_400)) / Math.min(pods.length, 8)
    const before = counted.requests
    addRequests(counted, random, expected, pod.slowness * level(atS))
    failed += Math.round((counted.requests - before) * (pod.failedRatio ?? 0))
    // At other times no look asks for samples, and writing all samples of a week would take long.
    if (Math.abs(((((atS - DEPLOYED_AT_S) % 86_400) + 129_600) % 86_400) - 43_200) > 4500) continue
    if (pod.gap !== undefined && atS > pod.gap[0] && atS < pod.gap[1]) continue
    for (const [index, end] of ENDS.entries()) {
      const le = end === 1 ? one : String(end)
      put(`http_request_duration_seconds_bucket{${labels},le="${le}"${status('200')}}`, counted.within[index] ?? 0, atS)
    }
    put(`http_request_duration_seconds_bucket{${labels},le="+Inf"${status('200')}}`, counted.requests, atS)
    put(`http_request_duration_seconds_count{${labels}${status('200')}}`, counted.requests - failed, atS)
    if (pod.failedRatio !== undefined)
      put(`http_request_duration_seconds_count{${labels}${status('500')}}`, failed, atS)
  }
  const lines = [...series]
  return {
    buckets: lines.filter(([name]) => name.includes('_bucket')).flatMap(([, values]) => values),
    counts: lines.filter(([name]) => name.includes('_count')).flatMap(([, values]) => values),
  }
}

import { isOfEveryTest, REQUEST_DURATION } from '../model/k6-metrics.ts'
import type { Measurement } from '../model/measurement.ts'
import { count } from '../model/numbers.ts'
import { measuredAs, quantityOf } from '../model/quantity.ts'
import { isSampled } from '../model/resources.ts'
import type { IdentifiedRun, Run } from '../model/run.ts'
import { plainText, text } from '../model/text.ts'
import { listedEndpoints, listedNames } from './listed-names.ts'

/** The lines of `inspect` for a run of k6, as pairs of name and text. */
export function linesOfK6(identified: IdentifiedRun): readonly (readonly [string, string])[] {
  const { run, source } = identified
  return [
    ['path', source.path],
    ['format', run.format],
    ['tool', run.toolVersion === null ? (identified.conditions.tool ?? 'version unknown') : `k6 ${run.toolVersion}`],
    ['duration', run.durationMs === null ? 'unknown' : `${(run.durationMs / 1000).toFixed(1)} s`],
    ['requests', describeRequests(run.measurements)],
    ['p95', describeP95(run.measurements)],
    ['also', describeOthers(run.measurements)],
    ['endpoints', listedEndpoints(run.measurements)],
    ['setup()', describeSetup(run)],
    ['exit code', describeExitCode(identified.exitCode)],
    ['thresholds', describeThresholds(identified)],
    ...rareNames(run.measurements).map((note) => ['note', note] as const),
  ]
}

function describeRequests(measurements: readonly Measurement[]): string {
  const requests = measuredAs(measurements, 'throughput')
  const requestCount = requests?.stats.get('count')
  if (requestCount === undefined) return 'unknown'
  const perSecond = requests?.stats.get('rate')
  const failed = measuredAs(measurements, 'error-share')?.stats.get('rate')
  const speed = perSecond === undefined ? '' : `, ${perSecond.toFixed(1)} per second`
  return `${requestCount}${speed}${failed === undefined ? '' : `, ${(failed * 100).toFixed(2)} % failed`}`
}

function describeP95(measurements: readonly Measurement[]): string {
  const latency = measuredAs(measurements, 'latency')
  if (latency === undefined) return `absent: the file has no ${REQUEST_DURATION}`
  const p95 = latency.stats.get('p95')
  const why = plainText(latency.unusable.get('p95') ?? text`the file has no p95`)
  if (latency.bounds?.has('p95') === true) return why
  if (p95 === undefined) return `cannot be used: ${why}`
  const samples = latency.sampleCount === null ? 'an unknown number of samples' : `${latency.sampleCount} samples`
  const population =
    latency.population === 'successful' ? 'successful requests only' : 'all requests, failed ones included'
  return `${p95.toFixed(3)} ms of ${REQUEST_DURATION} (${population}; ${samples})`
}

/** Other metrics that a service could be gated on: all except those that every HTTP test has. */
function describeOthers(measurements: readonly Measurement[]): string {
  const others = measurements.filter(
    (one) => one.endpoint === null && one.stats.size > 0 && !isSampled(one) && !isOfEveryTest(one.metric),
  )
  return others.length === 0 ? 'nothing' : listedNames(others.map(describeOther))
}

function describeOther({ metric, kind, unit, better, stats }: Measurement): string {
  const [stat, value = Number.NaN] =
    kind === 'trend'
      ? (['p95', stats.get('p95')] as const)
      : kind === 'counter'
        ? (['count', stats.get('count')] as const)
        : kind === 'rate'
          ? (['rate', stats.get('rate')] as const)
          : (['value', stats.get('value')] as const)
  const number =
    unit === 'ratio' ? `${(value * 100).toFixed(2)} %` : `${Number(value.toPrecision(5))}${unit === 'ms' ? ' ms' : ''}`
  const isKnown = better !== 'neither' || (kind === 'trend' && unit === 'ms')
  return `${metric} (${stat} ${Number.isNaN(value) ? 'unknown' : number}${isKnown ? '' : '; the better direction is not known'})`
}

/** A name with fewer requests is not compared as an endpoint: see statistics/rare-endpoints.ts. */
const FEW_REQUESTS = 10

function rareNames(measurements: readonly Measurement[]): readonly string[] {
  const rare = measurements.filter(
    (one) =>
      one.endpoint !== null &&
      quantityOf(one) === 'throughput' &&
      (one.stats.get('count') ?? FEW_REQUESTS) < FEW_REQUESTS,
  ).length
  if (rare === 0) return []
  return [
    `${count(rare, 'endpoint')} with fewer than ${FEW_REQUESTS} requests: these endpoints are only a part of the numbers of the whole service. Give requests with ids in their addresses a \`name\` tag, or group them in the policy.`,
  ]
}

/** Whether requests of setup() and teardown() are included. The points and the summary of the same run differ in this. */
function describeSetup({ setupSamples }: Run): string {
  if (setupSamples === 'none') return 'no request: neither in setup() nor in teardown()'
  if (setupSamples === 'left-out') return 'requests of setup() and teardown() are left out'
  return 'requests of setup() and teardown() count among the others: the file does not tell them apart'
}

function describeExitCode(exitCode: number | null): string {
  if (exitCode === null) return 'unknown: there is no file exit-code, and an aborted run looks like a good one'
  return exitCode === 0 ? '0' : `${exitCode}: a threshold of the script was crossed, or stopped the test`
}

function describeThresholds({ run }: IdentifiedRun): string {
  if (run.thresholds.length === 0) return 'none in the file'
  const crossed = run.thresholds.filter((threshold) => threshold.crossed)
  const list = crossed.map(({ metric, expression }) => `${expression} on ${metric}`).join('; ')
  return `${crossed.length} of ${run.thresholds.length} crossed${list === '' ? '' : `: ${list}`}`
}

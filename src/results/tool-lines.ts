import { REQUEST_DURATION } from '../model/k6-metrics.ts'
import type { Measurement } from '../model/measurement.ts'
import { count, formatLimit, formatValue } from '../model/numbers.ts'
import type { PrimarySeries } from '../model/policy.ts'
import { isSampled } from '../model/resources.ts'
import type { IdentifiedRun, Run } from '../model/run.ts'
import { compareText } from '../model/series.ts'
import { plainText, text } from '../model/text.ts'

/** How the policy gates a service. */
export type Gating = Readonly<{
  /** The gated series. null: the policy names none, so those of the tool are used. */
  primaries: readonly PrimarySeries[] | null
  /** The largest allowed change for the worse. `endpoint` null: that of the whole service. */
  limitRatio: (endpoint: string | null) => number
}>

export type GatingOf = (service: string) => Gating

/** A gated series of a run, with its measurement. */
type GatedSeries = Readonly<{ metric: string; stat: string; measurement: Measurement | null }>

const MAX_ENDPOINTS_LISTED = 10

/** The lines of `inspect` for a run of a tool other than k6: the tool, and all numbers that can be gated on. */
export function linesOfTool(
  { run, source, conditions, exitCode, instances = 1 }: IdentifiedRun,
  gating: Gating,
): readonly (readonly [string, string])[] {
  const gated = gatedSeries(run, gating)
  const others = wholeOf(run).filter((one) => !gated.some(({ metric }) => metric === one.metric))
  const besides = besidesOf(gated)
  return [
    ['path', source.path],
    ['format', run.format],
    ['tool', [conditions.tool ?? run.tool ?? '', run.toolVersion].filter((word) => word != null).join(' · ')],
    ...(run.durationMs === null ? [] : [['duration', `${(run.durationMs / 1000).toFixed(1)} s`] as const]),
    ...(instances > 1 ? [['generators', `${instances}, with their samples merged`] as const] : []),
    ...(gated.length === 0 ? [['gated on', NOTHING] as const] : []),
    ...gated.map((one) => ['gated on', describeGated(one, gating.limitRatio(null))] as const),
    ...endpointLines(run, gated, gating),
    ...(besides === '' ? [] : [['instead', `${besides}: name it as \`primary\` in the policy`] as const]),
    ...(others.length === 0 ? [] : [['shown', others.map(describeShown).join(', ')] as const]),
    ['exit code', exitCode === null ? 'unknown: there is no file exit-code' : `${exitCode}`],
  ]
}

const NOTHING = 'nothing by default: name one of the numbers that are shown as `primary` in the policy'

/** The same as in policy/default-policy.ts, for all tools that name no series themselves. */
const DEFAULT_OF_K6: readonly PrimarySeries[] = [{ metric: REQUEST_DURATION, stat: 'p95' }]

/** The series that the policy names, or else those of the tool. */
function gatedSeries(run: Run, { primaries }: Gating): readonly GatedSeries[] {
  const whole = wholeOf(run)
  if (primaries === null && run.tool !== undefined)
    return whole.flatMap((measurement) =>
      measurement.central === undefined ? [] : [{ metric: measurement.metric, stat: measurement.central, measurement }],
    )
  return (primaries ?? DEFAULT_OF_K6).map(({ metric, stat }) => ({
    metric,
    stat,
    measurement: whole.find((one) => one.metric === metric) ?? null,
  }))
}

/** Whether the run has a gated series, and all of them can be judged. */
export function isJudged(run: Run, gating: Gating): boolean {
  const gated = gatedSeries(run, gating)
  return gated.length > 0 && gated.every((one) => canBeJudged(one, gating.limitRatio(null)))
}

function canBeJudged({ measurement, stat }: GatedSeries, limitRatio: number): boolean {
  if (measurement === null || measurement.notJudged?.has(stat) === true) return false
  const range = measurement.bounds?.get(stat)
  if (range !== undefined) return !isCoarse(range.upper / range.lower - 1, limitRatio)
  const value = measurement.stats.get(stat)
  if (value === undefined) return false
  return !isCoarse(stepRatio(measurement, stat, value), limitRatio)
}

/**
 * If a tool reports numbers in steps as wide as the limit, the number cannot be judged: it either stays or jumps over the limit.
 */
function isCoarse(step: number, limitRatio: number): boolean {
  return step > 0 && step >= limitRatio
}

function stepRatio({ steps }: Measurement, stat: string, value: number): number {
  return (steps?.get(stat) ?? 0) / value
}

function wholeOf({ measurements }: Run): readonly Measurement[] {
  return measurements.filter((one) => one.endpoint === null && !isSampled(one))
}

/** Steps narrower than a tenth of the usual limit do not matter to a reader. */
const SMALLEST_STEP = 0.005

/** `p95 of latency, 338.4 ms (603 samples)` */
function describeGated({ metric, stat, measurement }: GatedSeries, limitRatio: number): string {
  if (measurement === null) return `${stat} of ${metric}: cannot be used, it is not in the file`
  const { stats, unusable, unit, sampleCount, notJudged } = measurement
  const value = stats.get(stat)
  if (value === undefined)
    return `${stat} of ${metric}: cannot be used, ${plainText(unusable.get(stat) ?? text`it is not in the file`)}`
  const why = notJudged?.get(stat)
  if (why !== undefined) return `nothing by default. ${stat} of ${metric} is ${amount(value, unit)}. ${plainText(why)}`
  const samples = sampleCount === null ? '' : ` (${count(sampleCount, 'sample')})`
  return `${stat} of ${metric}, ${amount(value, unit)}${samples}${widthOf(stepRatio(measurement, stat, value), limitRatio)}`
}

function widthOf(step: number, limitRatio: number): string {
  if (!(step >= SMALLEST_STEP)) return ''
  const width = `, in steps of ${(100 * step).toPrecision(2)} %`
  return isCoarse(step, limitRatio) ? `${width}: not judged under a limit of ${formatLimit(limitRatio)}` : width
}

/** The lines of the endpoints. An endpoint is judged on the statistic of the whole service. */
function endpointLines(
  run: Run,
  gated: readonly GatedSeries[],
  { limitRatio }: Gating,
): readonly (readonly [string, string])[] {
  const endpoints = run.measurements
    .flatMap((one) => (one.endpoint === null ? [] : [{ ...one, endpoint: one.endpoint }]))
    .sort((left, right) => compareText(left.endpoint, right.endpoint))
  const names = [...new Set(endpoints.map(({ endpoint }) => endpoint))]
  const described = names.map((name) => {
    const own = gated.flatMap(({ metric, stat }) => {
      const measurement = endpoints.find((one) => one.endpoint === name && one.metric === metric)
      return measurement === undefined ? [] : [describeEndpoint(measurement, stat, limitRatio(name))]
    })
    return [name, ...own].join(': ')
  })
  const hidden = described.length - MAX_ENDPOINTS_LISTED
  const listed = described.slice(0, MAX_ENDPOINTS_LISTED).map((one) => ['endpoint', one] as const)
  if (names.length === 0) return [['endpoints', 'none']]
  return hidden > 0 ? [...listed, ['endpoints', `${hidden} more`]] : listed
}

/** `p95 87.2 ms (94 samples)` */
function describeEndpoint(measurement: Measurement, stat: string, limitRatio: number): string {
  const { stats, unusable, unit, sampleCount, notJudged } = measurement
  const value = stats.get(stat)
  if (value === undefined)
    return `${stat} cannot be used, ${plainText(unusable.get(stat) ?? text`it is not in the file`)}`
  const samples = sampleCount === null ? '' : ` (${count(sampleCount, 'sample')})`
  const width =
    notJudged?.has(stat) === true ? ', shown only' : widthOf(stepRatio(measurement, stat, value), limitRatio)
  return `${stat} ${amount(value, unit)}${samples}${width}`
}

/**
 * Other statistics of the metric that a load test is gated on. Benchmarks have none: their author chose the statistic, and there
 * are many benchmarks.
 */
function besidesOf(gated: readonly GatedSeries[]): string {
  const [only, ...more] = gated
  if (only?.measurement == null || more.length > 0) return ''
  const { stats, notJudged, unit, metric } = only.measurement
  const others = [...stats].filter(([stat]) => stat !== only.stat && notJudged?.has(stat) !== true)
  return others.length === 0
    ? ''
    : `${others.map(([stat, value]) => `${stat} ${amount(value, unit)}`).join(', ')} of ${metric}`
}

function describeShown({ metric, stats, unit, kind }: Measurement): string {
  const stat = (kind === 'rate' || kind === 'counter') && stats.has('rate') ? 'rate' : [...stats.keys()][0]
  const value = stat === undefined ? undefined : stats.get(stat)
  if (value === undefined || stat === undefined) return metric
  return `${stat} of ${metric} ${amount(value, stat === 'count' ? 'count' : unit)}`
}

function amount(value: number, unit: Measurement['unit']): string {
  const short = (number: number) => `${Number(number.toPrecision(6))}`
  switch (unit) {
    case 'ratio':
      return `${(100 * value).toFixed(2)} %`
    case 'ms':
      if (value > 0 && value < 1e-3) return `${short(value * 1e6)} ns`
      return value > 0 && value < 1 ? `${short(value * 1e3)} µs` : `${short(value)} ms`
    case 'per-second':
      return `${short(value)} per second`
    case 'count':
      return short(value)
    default:
      return formatValue(value, unit)
  }
}

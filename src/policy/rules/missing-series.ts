import { addressOf, withoutAddress } from '../../model/address.ts'
import type { Comparison, ServiceEvidence } from '../../model/comparison.ts'
import { adviceOnPercentile, adviceOnUnmeasured, keptByThreshold } from '../../model/k6-advice.ts'
import { isScriptedTime } from '../../model/k6-metrics.ts'
import type { Measurement } from '../../model/measurement.ts'
import { count, formatValue } from '../../model/numbers.ts'
import type { ServicePolicy } from '../../model/policy.ts'
import { areOfBenchmarks, isOfBenchmark, quantityOf } from '../../model/quantity.ts'
import { seriesId } from '../../model/series.ts'
import { meantBy } from '../../model/spelling.ts'
import { code, name, names, series as seriesPart, type Text, text } from '../../model/text.ts'
import { isGroup } from '../endpoint-groups.ts'
import { gatedSeries, hasGivenBaseline, isExpected, silentPrimaries } from '../gated-series.ts'
import { type Remark, type Rule, WHOLE_SERVICE } from '../rule.ts'
import { unmatchedLimits } from '../unmatched-limits.ts'
import { isBlockedByRefusals } from './invalid-data.ts'

/** Something that the baseline or the policy has is not in the results: a whole service, a part of its load test, or one series. */
export const missingSeries: Rule<'missing'> = {
  id: 'missing-series',
  levels: {
    missing: {
      default: 'fail',
      word: 'missing',
      about:
        'a service, an endpoint or a statistic that should be there is not; at most a warning for names that never come back, and for limits that match no endpoint',
    },
  },
  check(evidence: ServiceEvidence, policy: ServicePolicy): readonly Remark<'missing'>[] {
    if (isBlockedByRefusals(evidence, 'candidate', policy)) return []
    if (evidence.candidateRuns.length === 0) return isExpected(evidence) ? [absentService(evidence)] : []
    const missing = gatedSeries(evidence).filter(({ verdict }) => verdict === 'missing')
    const silent = silentPrimaries(evidence, policy).map((primary) => ({
      ...primary,
      service: evidence.service,
      endpoint: null,
    }))
    return [
      ...absentParts(evidence),
      ...missing.map((series) =>
        absentSeries(
          series,
          series.baseline === null ? null : formatValue(series.baseline, series.unit),
          series.reason,
          evidence,
        ),
      ),
      ...silent.map((series) => absentSeries(series, null, null, evidence)),
      ...namesThatNeverComeBack(evidence),
      ...unmatchedLimits(evidence, policy),
    ]
  },
}

function absentService(evidence: ServiceEvidence): Remark<'missing'> {
  const { service, refusals, baselineRuns } = evidence
  const isBenchmark = areOfBenchmarks(baselineRuns.flatMap(({ run }) => run.measurements))
  const refused = refusals.some(({ side }) => side === 'candidate')
  return {
    rule: 'missing',
    service,
    ...WHOLE_SERVICE,
    expected: `results of ${service}`,
    actual: refused ? 'no usable result' : 'no result',
    ...(refused
      ? {
          problem: text`${name(service)} has no usable result`,
          action: isBenchmark
            ? text`Fix the refused files and run its benchmark again.`
            : text`Fix the refused files and run its load test again.`,
        }
      : {
          problem: text`${name(service)} has no result${hasGivenBaseline(evidence) ? text` of this version, only a baseline` : []}`,
          action: isBenchmark
            ? text`Run its benchmark and upload its results.`
            : text`Run its load test and upload its results.`,
          detail: text`If it may be absent, list its files under ${code('paths')} in the policy. If it is gone for good, list its name under ${code('retired')}.`,
        }),
  }
}

function absentParts({ service, missing }: ServiceEvidence): readonly Remark<'missing'>[] {
  if (missing == null) return []
  const { legs, generators } = missing
  const whole = { rule: 'missing', service, ...WHOLE_SERVICE } as const
  const lost = legs.map((leg) => ({
    ...whole,
    expected: `the artifact ${leg}`,
    actual: 'absent',
    problem: text`the baseline of ${name(service)} has the part ${name(leg)} of the load test, but these results do not have it`,
    action: text`Look at the job that measures it, and run the load test again.`,
    detail: text`If it is gone for good, accept that once with an override.`,
  }))
  if (generators === null) return lost
  const { expected, found } = generators
  const problem = text`the baseline of ${name(service)} was measured with ${`${expected}`} load generators, but these results come from ${`${found}`}`
  const action = text`Look at the job that failed, and run the load test again.`
  return [...lost, { ...whole, expected: `${expected} load generators`, actual: `${found}`, problem, action }]
}

type SeriesId = Pick<Comparison, 'service' | 'endpoint' | 'metric' | 'stat' | 'quantity'>

function absentSeries(
  series: SeriesId,
  baseline: string | null,
  reason: Text | null,
  evidence: ServiceEvidence,
): Remark<'missing'> {
  return {
    rule: 'missing',
    ...seriesId(series),
    expected: baseline ?? 'a value',
    actual: 'absent',
    problem:
      baseline === null
        ? text`${seriesPart(series)} is missing from these results, and the gate needs it`
        : text`${seriesPart(series)} is missing from these results (baseline: ${baseline})`,
    action: advice(series, evidence),
    ...(reason === null ? {} : { detail: reason }),
  }
}

function advice(series: SeriesId, { candidateRuns, baselineRuns }: ServiceEvidence): Text {
  const { endpoint, metric, stat, quantity } = series
  if (isOfBenchmark({ metric, quantity })) {
    return text`The benchmark failed, was filtered out, was renamed or is gone: look at the output of the tool. If it is gone for good, accept that once with an override.`
  }
  const measured = candidateRuns.flatMap(({ run }) => run.measurements)
  const isOfK6 = candidateRuns.every(({ run }) => run.tool === undefined)
  if (endpoint !== null) return adviceOnEndpoint(series, measured, isOfK6)
  if (measured.length === 0 || measured.some((one) => one.metric === metric)) return adviceOnStat(stat, isOfK6)
  const isCounted = stat === 'count' || stat === 'rate'
  const kept = isOfK6 && isCounted ? keptByThreshold(metric, stat) : []
  const wasMeasured = baselineRuns.some(({ run }) => run.measurements.some((one) => one.metric === metric))
  return wasMeasured
    ? text`${isOfK6 ? adviceOnUnmeasured() : text`Find out whether the load test still gets that far.`}${kept}`
    : text`The load test does not measure ${name(metric)} at all. ${insteadOf(metric, measured)}${kept}`
}

/** A misspelt name is most likely the one that it is like. */
function insteadOf(metric: string, measured: readonly Measurement[]): Text {
  const instead = text`Gate on what it measures: name it under ${code('primary')} in the policy`
  const others = gateable(measured)
  const named = others.map((one) => one.metric).filter((one) => !isScriptedTime(one))
  const meant = meantBy(metric, named)
  const first = others.find((one) => one.metric === meant) ?? others[0]
  if (first === undefined) return text`${instead}.`
  // Only the reader knows whether a number of the script that is no time should be low.
  const better = first.better === 'neither' && first.unit !== 'ms' ? ', better: lower' : ''
  const example = code(`primary: [{ metric: ${first.metric}, stat: p95${better} }]`)
  return text`${instead}, such as ${example}. Its trends: ${names(others.map(({ metric }) => metric))}.`
}

function adviceOnStat(stat: string, isOfK6: boolean): Text {
  return isOfK6 && /^p\d/.test(stat)
    ? adviceOnPercentile(stat.slice(1))
    : text`Check that the load test still measures it.`
}

function adviceOnEndpoint(
  { endpoint, metric, stat }: SeriesId,
  measured: readonly Measurement[],
  isOfK6: boolean,
): Text {
  const here = measured.filter((one) => one.endpoint === endpoint && one.metric === metric)
  if (here.some(({ sampleCount }) => sampleCount === 0))
    return text`The load test still calls it: find out why its requests fail.`
  if (here.length > 0) return adviceOnStat(stat, isOfK6)
  const moved = measured.find(
    (one) =>
      one.endpoint !== null &&
      endpoint !== null &&
      addressOf(endpoint) !== null &&
      withoutAddress(one.endpoint) === withoutAddress(endpoint),
  )
  return moved?.endpoint == null
    ? text`Check that the load test still calls this endpoint under this name.`
    : text`They have ${name(moved.endpoint)} instead, which is the same request at another address. Give these requests a ${code('name')} tag without the address.`
}

/**
 * The trends of the whole service that have the statistic that is gated by default. The latency comes first, then other trends that should be
 * short. Times that the script itself decides, such as its pauses, come last.
 */
function gateable(measurements: readonly Measurement[]): readonly Measurement[] {
  const trends = measurements.filter(
    ({ endpoint, kind, stats }) => endpoint === null && kind === 'trend' && stats.has('p95'),
  )
  const rank = (one: Measurement) => {
    if (isScriptedTime(one.metric)) return 3
    if (quantityOf(one) === 'latency') return 0
    return one.better === 'lower' ? 1 : 2
  }
  const sorted = trends.toSorted((left, right) => rank(left) - rank(right))
  return [...new Map(sorted.toReversed().map((one) => [one.metric, one])).values()].toReversed()
}

/** One remark for all of them, with what to do about it, once. Such names come and go by chance, so it never blocks. */
function namesThatNeverComeBack({ service, rareEndpoints }: ServiceEvidence): readonly Remark<'missing'>[] {
  const lost = rareEndpoints?.lost ?? []
  if (lost.length === 0) return []
  const are = lost.length === 1 ? 'endpoint of the baseline is' : 'endpoints of the baseline are'
  const group = lost.map(groupFor).find((pattern) => pattern !== null) ?? folderOf(lost)
  const grouping =
    group === null
      ? []
      : text`, or group them in the policy: ${code(`endpoints: { "${group}": { max-regression: 5% } }`)}`
  return [
    {
      rule: 'missing',
      service,
      ...WHOLE_SERVICE,
      expected: 'names that come back',
      actual: `${count(lost.length, 'name')} did not`,
      problem: text`${`${lost.length}`} ${are} not in these results: ${names(lost)}`,
      action: text`Give requests with ids in their addresses a ${code('name')} tag${grouping}.`,
      detail: text`Each of these names has few requests, or contains an id that changes. Their requests only count in the whole service.`,
      atMost: 'warn',
    },
  ]
}

/** `/posts/*` where most names are one folder with something else at the end each time; null: they have no folder in common. */
function folderOf(names: readonly string[]): string | null {
  const folders = names.map((name) => pathOf(name).replace(/[^/]*$/, ''))
  const [first = ''] = folders.toSorted((left, right) => timesIn(right, folders) - timesIn(left, folders))
  const isShared = 2 * timesIn(first, folders) > names.length && names.length > 1
  return isShared && isGroup(`${first}*`) ? `${first}*` : null
}

function timesIn(text: string, texts: readonly string[]): number {
  return texts.filter((one) => one === text).length
}

function pathOf(name: string): string {
  return withoutAddress(name).replace(/\?.*$/s, '')
}

/** `/users/*` for `http://shop.test/users/17`; null: it has no number or hash between its slashes. */
function groupFor(name: string): string | null {
  const path = pathOf(name)
  const pattern = path.replaceAll(/(?<=\/)(?:\d+|(?=[^/]*\d)[\da-f-]{8,})(?=\/|$)/gi, '*')
  return pattern !== path && isGroup(pattern) ? pattern : null
}

import type { Comparison, ServiceEvidence } from '../../model/comparison.ts'
import type { Measurement } from '../../model/measurement.ts'
import { count, formatValue } from '../../model/numbers.ts'
import type { ServicePolicy } from '../../model/policy.ts'
import { code, name, names, series as seriesPart, type Text, text } from '../../model/text.ts'
import { gatedSeries, isBlockedByRefusals, isExpected, silentPrimaries } from '../coverage.ts'
import { isGroup } from '../endpoint-groups.ts'
import type { Remark, Rule } from '../rule.ts'
import { unmatchedLimits } from '../unmatched-limits.ts'

/** Something that the baseline or the policy has is not in the results: a whole service, a part of its load test, or one series. */
export const missingSeries: Rule = {
  id: 'missing-series',
  keys: ['missing'],
  check(evidence: ServiceEvidence, policy: ServicePolicy): readonly Remark[] {
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

function absentService({ service, refusals }: ServiceEvidence): Remark {
  const refused = refusals.some(({ variant }) => variant === 'candidate')
  return {
    rule: 'missing',
    service,
    endpoint: null,
    metric: null,
    stat: null,
    expected: `results of ${service}`,
    actual: refused ? 'no usable result' : 'no result',
    ...(refused
      ? {
          problem: text`${name(service)} has no usable result`,
          action: text`Fix the refused files and run its load test again.`,
        }
      : {
          problem: text`${name(service)} has no result`,
          action: text`Run its load test and upload its results.`,
          detail: text`If it may be absent, list its files under ${code('paths')} in the policy. If it is gone for good, list its name under ${code('retired')}.`,
        }),
  }
}

function absentParts({ service, missing }: ServiceEvidence): readonly Remark[] {
  if (missing == null) return []
  const { legs, generators } = missing
  const whole = { rule: 'missing', service, endpoint: null, metric: null, stat: null } as const
  const lost = legs.map((leg) => ({
    ...whole,
    expected: `the artifact ${leg}`,
    actual: 'absent',
    problem: text`the baseline of ${name(service)} has the part ${name(leg)} of the load test, and these results do not have it`,
    action: text`Look at the job that measures it, and run the load test again.`,
    detail: text`If it is gone for good, it takes an override once.`,
  }))
  if (generators === null) return lost
  const { expected, found } = generators
  const problem = text`the baseline of ${name(service)} was measured with ${`${expected}`} load generators, and these results are of ${`${found}`}`
  const action = text`Look at the job that failed, and run the load test again.`
  return [...lost, { ...whole, expected: `${expected} load generators`, actual: `${found}`, problem, action }]
}

type SeriesId = Pick<Comparison, 'service' | 'endpoint' | 'metric' | 'stat'>

function absentSeries(
  series: SeriesId,
  baseline: string | null,
  reason: string | null,
  evidence: ServiceEvidence,
): Remark {
  const { service, endpoint, metric, stat } = series
  return {
    rule: 'missing',
    service,
    endpoint,
    metric,
    stat,
    expected: baseline ?? 'a value',
    actual: 'absent',
    problem:
      baseline === null
        ? text`the gate needs ${seriesPart(series)}, and these results do not have it`
        : text`the baseline has ${baseline} for ${seriesPart(series)}, and these results do not have it`,
    action: advice(series, evidence),
    ...(reason === null ? {} : { detail: [reason] }),
  }
}

/** k6 prints p(90) and p(95) only, unless told: https://grafana.com/docs/k6/latest/using-k6/k6-options/reference/#summary-trend-stats */
function advice({ endpoint, metric, stat }: SeriesId, { candidateRuns }: ServiceEvidence): Text {
  if (endpoint !== null) return text`Check that the load test still calls this endpoint under this name.`
  const measured = candidateRuns.flatMap(({ run }) => run.measurements)
  const others = gateable(measured)
  if (measured.length > 0 && !measured.some((one) => one.metric === metric)) {
    const instead = text`Gate on what it measures: name it under ${code('primary')} in the policy`
    const example =
      others.length === 0
        ? ''
        : text`, such as ${code(`primary: [{ metric: ${others[0]}, stat: p95 }]`)}. Its trends: ${names(others)}`
    return text`The load test does not measure ${name(metric)} at all. ${instead}${example}.`
  }
  if (/^p(?!50$|90$|95$)/.test(stat))
    return text`Add ${code(`p(${stat.slice(1)})`)} to ${code('summaryTrendStats')} in the options of the load test.`
  return text`Check that the load test still measures it.`
}

/** The trends of the whole service that have the number that services are gated on by default; those that should be short come first. */
function gateable(measurements: readonly Measurement[]): readonly string[] {
  const trends = measurements.filter(
    ({ endpoint, kind, stats }) => endpoint === null && kind === 'trend' && stats.has('p95'),
  )
  const byDirection = [...trends.filter(({ better }) => better === 'lower'), ...trends]
  return [...new Set(byDirection.map(({ metric }) => metric))]
}

/** One remark for all of them, with what to do about it, once. Such names come and go by chance, so it never blocks. */
function namesThatNeverComeBack({ service, rareEndpoints }: ServiceEvidence): readonly Remark[] {
  const lost = rareEndpoints?.lost ?? []
  if (lost.length === 0) return []
  const are = lost.length === 1 ? 'endpoint of the baseline is' : 'endpoints of the baseline are'
  const group = lost.map(groupFor).find((pattern) => pattern !== null) ?? '/users/*'
  return [
    {
      rule: 'missing',
      service,
      endpoint: null,
      metric: null,
      stat: null,
      expected: 'names that come back',
      actual: `${count(lost.length, 'name')} did not`,
      problem: text`${`${lost.length}`} ${are} not in these results: ${names(lost)}`,
      action: text`Give requests with ids in their addresses a ${code('name')} tag, or group them in the policy: ${code(`endpoints: { "${group}": { max-regression: 5% } }`)}.`,
      detail: text`Few requests have such a name, or there is an id in it that does not come back, so each counts in the whole service only.`,
      atMost: 'warn',
    },
  ]
}

/** `/users/*` for `http://shop.test/users/17`; null: it has no number or hash between its slashes. */
function groupFor(name: string): string | null {
  const path = name.replace(/^https?:\/\/[^/]+/, '').replace(/\?.*$/s, '')
  const pattern = path.replaceAll(/(?<=\/)(?:\d+|(?=[^/]*\d)[\da-f-]{8,})(?=\/|$)/gi, '*')
  return pattern !== path && isGroup(pattern) ? pattern : null
}

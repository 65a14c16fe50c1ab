import type { Comparison, ServiceEvidence } from '../../model/comparison.ts'
import type { Measurement } from '../../model/measurement.ts'
import type { ServicePolicy } from '../../model/policy.ts'
import { isOfBenchmark } from '../../model/quantity.ts'
import { gatedSeries, isBlockedByRefusals, isExpected, silentPrimaries } from '../coverage.ts'
import { isGroup } from '../endpoint-groups.ts'
import type { Remark, Rule } from '../rule.ts'
import { unmatchedLimits } from '../unmatched-limits.ts'
import { amount, counted, listed, seriesName } from '../wording.ts'

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
          series.baseline === null ? null : amount(series.baseline, series.unit),
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
    message: refused
      ? `${service} has no usable result. Mend the refused files and run its load test again.`
      : `${service} has no result. Run its load test and upload its results, or list its files under \`paths\` in the policy if it may be absent, or its name under \`retired\` if it is gone for good.`,
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
    message: `The baseline of ${service} has the part ${leg} of the load test, and these results do not have it. Look at the job that measures it, and run the load test again. If it is gone for good, it takes an override once.`,
  }))
  if (generators === null) return lost
  const { expected, found } = generators
  const message = `The baseline of ${service} was measured with ${expected} load generators, and these results are of ${found}. Look at the job that failed, and run the load test again.`
  return [...lost, { ...whole, expected: `${expected} load generators`, actual: `${found}`, message }]
}

type SeriesId = Pick<Comparison, 'service' | 'endpoint' | 'metric' | 'stat' | 'quantity'>

function absentSeries(
  series: SeriesId,
  baseline: string | null,
  reason: string | null,
  evidence: ServiceEvidence,
): Remark {
  const { service, endpoint, metric, stat } = series
  const where = baseline === null ? 'The gate needs' : `The baseline has ${baseline} for`
  const cause = reason === null ? '' : ` ${reason}`
  return {
    rule: 'missing',
    service,
    endpoint,
    metric,
    stat,
    expected: baseline ?? 'a value',
    actual: 'absent',
    message: `${where} ${seriesName(series)}, and these results do not have it.${cause} ${advice(series, evidence)}`,
  }
}

/** k6 prints p(90) and p(95) only, unless told: https://grafana.com/docs/k6/latest/using-k6/k6-options/reference/#summary-trend-stats */
function advice({ endpoint, metric, stat, quantity }: SeriesId, { candidateRuns }: ServiceEvidence): string {
  if (isOfBenchmark({ metric, quantity })) {
    return 'The benchmark failed, was filtered out, was renamed or is gone: look at the output of the tool. If it is gone for good, it takes an override once.'
  }
  if (endpoint !== null) return 'Check that the load test still calls this endpoint under this name.'
  const measured = candidateRuns.flatMap(({ run }) => run.measurements)
  const others = gateable(measured)
  if (measured.length > 0 && !measured.some((one) => one.metric === metric)) {
    const instead = 'Gate on what it measures: name it under `primary` in the policy'
    const example =
      others.length === 0
        ? ''
        : `, such as \`primary: [{ metric: ${others[0]}, stat: p95 }]\`. Its trends: ${listed(others)}`
    return `The load test does not measure ${metric} at all. ${instead}${example}.`
  }
  if (/^p(?!50$|90$|95$)/.test(stat))
    return `Add \`p(${stat.slice(1)})\` to \`summaryTrendStats\` in the options of the load test.`
  return 'Check that the load test still measures it.'
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
      actual: `${counted(lost.length, 'name')} did not`,
      message: `${lost.length} ${are} not in these results: ${listed(lost)}. Few requests have such a name, or there is an id in it that does not come back, so each counts in the whole service only. Give requests with ids in their addresses a \`name\` tag, or group them in the policy: \`endpoints: { "${group}": { max-regression: 5% } }\`.`,
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

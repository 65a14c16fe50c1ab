import type { Comparison, ServiceEvidence } from '../../model/comparison.ts'
import type { ServicePolicy } from '../../model/policy.ts'
import { gatedSeries, isBlockedByRefusals, isExpected, silentPrimaries } from '../coverage.ts'
import type { Remark, Rule } from '../rule.ts'
import { amount, seriesName } from '../wording.ts'

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
        absentSeries(series, series.baseline === null ? null : amount(series.baseline, series.unit), series.reason),
      ),
      ...silent.map((series) => absentSeries(series, null, null)),
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

type SeriesId = Pick<Comparison, 'service' | 'endpoint' | 'metric' | 'stat'>

function absentSeries(series: SeriesId, baseline: string | null, reason: string | null): Remark {
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
    message: `${where} ${seriesName(series)}, and these results do not have it.${cause} ${advice(endpoint, stat)}`,
  }
}

/** k6 prints p(90) and p(95) only, unless told: https://grafana.com/docs/k6/latest/using-k6/k6-options/reference/#summary-trend-stats */
function advice(endpoint: string | null, stat: string): string {
  if (endpoint !== null) return 'Check that the load test still calls this endpoint under this name.'
  if (/^p(?!50$|90$|95$)/.test(stat))
    return `Add \`p(${stat.slice(1)})\` to \`summaryTrendStats\` in the options of the load test.`
  return 'Check that the load test still measures it.'
}

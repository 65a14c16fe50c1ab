import type { Comparison, ServiceEvidence } from '../../model/comparison.ts'
import { adviceOnPercentile } from '../../model/k6-advice.ts'
import { formatValue } from '../../model/numbers.ts'
import type { ServicePolicy } from '../../model/policy.ts'
import { messageName, seriesId } from '../../model/series.ts'
import { name, series as seriesPart, text } from '../../model/text.ts'
import { gatedSeries, isNotInBaseline, lacksBaseline } from '../gated-series.ts'
import { type Remark, type Rule, WHOLE_SERVICE } from '../rule.ts'
import { measurementIn } from '../run-values.ts'
import { isBlockedByRefusals } from './invalid-data.ts'

/**
 * A known service has results and no baseline, or a baseline lacks what is gated. decide.ts makes it a warning while the store was never
 * written, because that is the first day of the gate.
 */
export const missingBaseline: Rule<'missing-baseline'> = {
  id: 'missing-baseline',
  levels: {
    'missing-baseline': {
      default: 'fail',
      word: 'no usable baseline',
      about: 'the store has nothing usable for a known service, or a baseline does not have what is gated',
    },
  },
  check(evidence: ServiceEvidence, policy: ServicePolicy): readonly Remark<'missing-baseline'>[] {
    // The content of an unreadable store is not known. The gate stops for that reason alone.
    if (evidence.baselineState === 'unreadable') return []
    const absent = gatedSeries(evidence).filter((series) => isNotInBaseline(series, evidence))
    if (absent.length > 0) return absent.map((series) => notInBaseline(series, evidence))
    if (!evidence.known || !lacksBaseline(evidence)) return []
    if (isBlockedByRefusals(evidence, 'baseline', policy)) return []
    const { service } = evidence
    return [
      {
        rule: 'missing-baseline',
        service,
        ...WHOLE_SERVICE,
        expected: 'a usable baseline',
        actual: 'none',
        problem: text`there is no usable baseline for ${name(service)}, so it was not compared`,
        action: text`Record a baseline: run the gate on a push to the default branch, or run both versions in one job as pairs.`,
      },
    ]
  },
}

function notInBaseline(series: Comparison, { baselineRuns }: ServiceEvidence): Remark<'missing-baseline'> {
  const { endpoint, metric, stat, candidate, unit } = series
  const now = candidate === null ? '' : text` These results have ${formatValue(candidate, unit)}.`
  const hasOthers = baselineRuns.some((run) => measurementIn(run, metric, endpoint) !== null)
  const percentile =
    hasOthers && baselineRuns.every(({ run }) => run.tool === undefined) && /^p(?!50$)/.test(stat)
      ? text` ${adviceOnPercentile(stat.slice(1))}`
      : ''
  return {
    rule: 'missing-baseline',
    ...seriesId(series),
    expected: `${messageName(series)} in the baseline`,
    actual: 'absent in the baseline',
    problem: text`${seriesPart(series)} was not compared: the baseline does not have it`,
    action: text`Make the baseline again with a load test that measures it.${percentile}`,
    detail: text`The next push to the default branch adds it to a stored baseline.${now}`,
  }
}

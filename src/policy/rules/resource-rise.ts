import type { Comparison, ServiceEvidence } from '../../model/comparison.ts'
import { formatLimit, formatLimitPoints, formatPoints, formatSize, formatValue } from '../../model/numbers.ts'
import { RESOURCE_STATS } from '../../model/resources.ts'
import { setUpDifferences } from '../../model/sampled-service.ts'
import { seriesId } from '../../model/series.ts'
import { name, plainText, sentences, series, type Text, text } from '../../model/text.ts'
import { type Remark, type Rule, WHOLE_SERVICE } from '../rule.ts'

/**
 * CPU per request varies by 8 to 14 % from run to run at any load, and a garbage collector moves peak memory by 7 % without a change of the
 * program (measured, 10 runs each of a service that did not change). So a rise is a warning, and what must hold is a budget.
 */
const MAX_RISE_RATIO = 0.1

/** The service needs more processor or memory than before, by more than chance. */
export const resourceRise: Rule<'resource-rise'> = {
  id: 'resource-rise',
  levels: {
    'resource-rise': {
      default: 'warn',
      word: 'more processor or memory',
      about: 'CPU per request or peak memory rose by more than 10 %, beyond chance',
    },
  },
  check({ service, comparisons, baselineRuns, candidateRuns }: ServiceEvidence): readonly Remark<'resource-rise'>[] {
    const differences = setUpDifferences(baselineRuns, candidateRuns)
    return [
      ...(differences.length === 0 ? [] : [notCompared(service, differences)]),
      ...comparisons.filter(rose).map(remark),
    ]
  },
}

/** Somebody may have changed the limits on purpose, and no measurement can tell, so this never blocks. */
function notCompared(service: string, differences: readonly Text[]): Remark<'resource-rise'> {
  return {
    rule: 'resource-rise',
    service,
    ...WHOLE_SERVICE,
    expected: 'the limits, instances and counters of the baseline',
    actual: plainText(sentences(...differences)),
    problem: text`processor and memory of ${name(service)} were not compared, because both sides were set up differently`,
    action: text`Measure both versions with the same limits and the same number of instances. Budgets hold as they are.`,
    detail: sentences(...differences),
    atMost: 'warn',
  }
}

/** A change that chance cannot explain, below or above the limit of the policy. A gated number is left to the rule of regressions. */
const PROVEN: ReadonlySet<Comparison['verdict']> = new Set(['slower', 'regressed'])

function rose({ role, endpoint, metric, better, verdict, estimate, baseline, candidate }: Comparison): boolean {
  if (role !== 'other' || endpoint !== null || !RESOURCE_STATS.has(metric) || better !== 'lower') return false
  // The share of time in which a limit held the service back is 0 if all is well, so it has no relative change.
  if (metric === 'cpu_throttled')
    return verdict !== 'not-comparable' && (candidate ?? 0) - (baseline ?? 1) > MAX_RISE_RATIO
  return PROVEN.has(verdict) && estimate !== null && estimate.changeRatio > MAX_RISE_RATIO
}

function remark(comparison: Comparison): Remark<'resource-rise'> {
  const { baseline, candidate, unit, estimate } = comparison
  const isShare = unit === 'ratio'
  const rise = isShare
    ? formatPoints(baseline ?? 0, candidate ?? 0).replace('+', '')
    : formatSize(estimate?.changeRatio ?? 0, MAX_RISE_RATIO)
  const values =
    baseline === null || candidate === null
      ? []
      : text`: ${formatValue(baseline, unit)} before, ${formatValue(candidate, unit)} now`
  return {
    rule: 'resource-rise',
    ...seriesId(comparison),
    expected: `at most ${isShare ? formatLimitPoints(MAX_RISE_RATIO) : formatLimit(MAX_RISE_RATIO)} more`,
    actual: `${rise} more`,
    problem: text`${series(comparison)} is ${rise} higher${values}`,
    detail: text`To limit it, set a budget for it in the policy.`,
  }
}

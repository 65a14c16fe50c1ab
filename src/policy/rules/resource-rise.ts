import type { Comparison, ServiceEvidence } from '../../model/comparison.ts'
import { formatLimit, formatSize, formatValue } from '../../model/numbers.ts'
import { RESOURCE_STATS } from '../../model/resources.ts'
import { series, text } from '../../model/text.ts'
import type { Remark, Rule } from '../rule.ts'

/**
 * CPU per request varies by 8 to 14 % from run to run at any load, and a garbage collector moves peak memory by 7 % without a change of the
 * program (measured, 10 runs each of a service that did not change). So a rise is a warning, and what must hold is a budget.
 */
const MAX_RISE_RATIO = 0.1

/** The service needs more processor or memory than before, by more than chance. */
export const resourceRise: Rule = {
  id: 'resource-rise',
  keys: ['resource-rise'],
  check({ comparisons }: ServiceEvidence): readonly Remark[] {
    return comparisons.filter(rose).map(remark)
  },
}

/** No chance: below the limit of the policy, or above. What somebody gates on has that limit, and is another rule's. */
const PROVEN: ReadonlySet<Comparison['verdict']> = new Set(['slower', 'regressed'])

function rose({ role, endpoint, metric, better, verdict, estimate }: Comparison): boolean {
  if (role !== 'other' || endpoint !== null || !RESOURCE_STATS.has(metric) || better !== 'lower') return false
  return PROVEN.has(verdict) && estimate !== null && estimate.changeRatio > MAX_RISE_RATIO
}

function remark(comparison: Comparison): Remark {
  const { service, endpoint, metric, stat, baseline, candidate, unit, estimate } = comparison
  const rise = formatSize(estimate?.changeRatio ?? 0, MAX_RISE_RATIO)
  const values =
    baseline === null || candidate === null
      ? []
      : text`: ${formatValue(baseline, unit)} before, ${formatValue(candidate, unit)} now`
  return {
    rule: 'resource-rise',
    service,
    endpoint,
    metric,
    stat,
    expected: `at most ${formatLimit(MAX_RISE_RATIO)} more`,
    actual: `${rise} more`,
    problem: text`${series(comparison)} is ${rise} higher${values}`,
    detail: text`This is information until there is a budget for it in the policy.`,
  }
}

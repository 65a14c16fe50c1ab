import { evidenceOfChange, problemOfChange, stepAfterChange } from '../../model/change.ts'
import type { Comparison, ServiceEvidence } from '../../model/comparison.ts'
import { estimatedCandidate } from '../../model/estimated-candidate.ts'
import { formatBeside, formatRatio, formatSignedLimit, formatValue } from '../../model/numbers.ts'
import type { ServicePolicy } from '../../model/policy.ts'
import { seriesId, worseningOf } from '../../model/series.ts'
import { sentences, text } from '../../model/text.ts'
import { gatedSeries } from '../gated-series.ts'
import type { Remark, Rule } from '../rule.ts'
import { limitFor } from '../service-policy.ts'

type Key = 'regressed' | 'unproven' | 'slower' | 'inconclusive'

/** A gated series got worse: proven or not, over the limit or possibly over it. */
export const regression: Rule<Key> = {
  id: 'regression',
  levels: {
    regressed: {
      default: 'fail',
      word: 'worse, proven',
      about: 'over the limit, and proven',
    },
    unproven: {
      default: 'fail',
      word: 'worse, not proven',
      about: 'over the limit, and noise alone could look like this',
    },
    slower: {
      default: 'warn',
      word: 'slower, within the limit',
      about: 'proven to be slower, within the limit',
    },
    inconclusive: {
      default: 'warn',
      word: 'cannot tell',
      about:
        'a slowdown over the limit cannot be excluded; silent while the estimate is at most half the limit. With a `confirmation`, more runs are waited for unless it is `off`',
    },
  },
  check(evidence: ServiceEvidence, policy: ServicePolicy): readonly Remark<Key>[] {
    // Shares are judged in points, by the rule of errors.
    const series = gatedSeries(evidence).filter((one) => one.unit !== 'ratio' && !isSaidOfService(one, evidence))
    return series.flatMap((comparison) => {
      const limitRatio = comparison.limitRatio ?? limitFor(policy, comparison.endpoint)
      const rule = ruleOf(comparison, limitRatio)
      return rule === null ? [] : [remark(rule, { ...comparison, limitRatio }, limitRatio, evidence)]
    })
  },
}

/** A number that cannot be judged for the service cannot be judged for an endpoint either. The finding about the service blocks. */
function isSaidOfService({ role, obstacle, metric }: Comparison, { comparisons }: ServiceEvidence): boolean {
  return (
    role === 'endpoint' &&
    (obstacle === 'not-judged' || obstacle === 'only-a-range') &&
    comparisons.some((one) => one.role === 'primary' && one.metric === metric && one.obstacle === obstacle)
  )
}

/** null: nothing is said. A slowdown that cannot be excluded is mentioned if the estimate is more than half of the limit. */
function ruleOf({ verdict, better, estimate }: Comparison, limitRatio: number): Key | null {
  if (verdict === 'regressed' || verdict === 'unproven' || verdict === 'slower') return verdict
  // An unknown change counts as the worst one.
  const worsening = worseningOf({ better, estimate }) ?? Number.POSITIVE_INFINITY
  return verdict === 'inconclusive' && worsening > limitRatio / 2 ? verdict : null
}

function remark(rule: Key, comparison: Comparison, limit: number, evidence: ServiceEvidence): Remark<Key> {
  const { baseline, unit, estimate, better, role, reason } = comparison
  const candidate = estimatedCandidate(comparison)
  const values =
    baseline === null || candidate === null
      ? ''
      : ` (${formatValue(baseline, unit)} → ${formatBeside(candidate, unit, baseline)})`
  const isSuspect = role === 'endpoint' && rule === 'unproven'
  const suspect = isSuspect ? text`This endpoint is a suspect; endpoints block only when it is proven.` : []
  return {
    rule,
    ...seriesId(comparison),
    expected: `at ${better === 'higher' ? 'least' : 'most'} ${formatSignedLimit(limit, better)}`,
    actual: `${estimate === null ? 'unknown' : formatRatio(estimate.changeRatio, limit)}${values}`,
    problem: problemOfChange(comparison),
    action: stepAfterChange(comparison, evidence),
    detail: sentences(evidenceOfChange(comparison, evidence), suspect, reason),
    // With many endpoints, one is over the limit by chance too often to block on it without proof.
    ...(role === 'endpoint' && rule !== 'regressed' ? { atMost: 'warn' as const } : {}),
  }
}

import type { ServiceEvidence } from '../../model/comparison.ts'
import type { ServicePolicy } from '../../model/policy.ts'
import { isBlockedByRefusals, lacksBaseline } from '../coverage.ts'
import type { Remark, Rule } from '../rule.ts'

/**
 * A known service has results and nothing to compare them with. decide.ts softens this where the store was never written:
 * that is the first day of the gate and not a hole in it.
 */
export const missingBaseline: Rule = {
  id: 'missing-baseline',
  keys: ['missing-baseline'],
  check(evidence: ServiceEvidence, policy: ServicePolicy): readonly Remark[] {
    // What an unreadable store holds is not known; the gate stops for that reason alone.
    if (!evidence.known || evidence.baselineState === 'unreadable' || !lacksBaseline(evidence)) return []
    if (isBlockedByRefusals(evidence, 'baseline', policy)) return []
    const { service } = evidence
    return [
      {
        rule: 'missing-baseline',
        service,
        endpoint: null,
        metric: null,
        stat: null,
        expected: 'a usable baseline',
        actual: 'none',
        message: `There is no usable baseline for ${service}, so nothing of it was compared. Record one: run the gate on a push to the default branch, or run both versions in one job as pairs.`,
      },
    ]
  },
}

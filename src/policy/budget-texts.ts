import type { Comparison, ServiceEvidence } from '../model/comparison.ts'
import type { Policy, ServicePolicy } from '../model/policy.ts'
import { servicePolicy } from './service-policy.ts'

/** Writes the budget of each series of a whole service beside it, as the policy file has it: reports show what may be used. */
export function withBudgetTexts(evidence: readonly ServiceEvidence[], policy: Policy): readonly ServiceEvidence[] {
  return evidence.map((one) => {
    const { budgets } = servicePolicy(policy, one.service)
    return { ...one, comparisons: one.comparisons.map((comparison) => withText(comparison, budgets)) }
  })
}

function withText(comparison: Comparison, budgets: ServicePolicy['budgets']): Comparison {
  const { endpoint, metric, stat } = comparison
  const own = budgets.find((one) => one.endpoint === endpoint && one.metric === metric && one.stat === stat)
  return own === undefined ? comparison : { ...comparison, budget: own.text }
}

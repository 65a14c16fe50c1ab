import type { Inputs } from '../github/inputs.ts'
import type { Outcome, Verdict } from '../model/verdict.ts'

const FAILURES: readonly Outcome[] = ['invalid', 'fail', 'pending', 'overridden']

/**
 * Is a verdict worth a new comment? A comment that is already there is updated in any case, so that it never says what is
 * no longer true; only `never` leaves it alone. The status and the job summary always say the verdict.
 */
export function shouldComment(when: Inputs['comment'], verdict: Verdict): boolean {
  if (when === 'always') return true
  if (when === 'never') return false
  return FAILURES.includes(verdict.outcome) || (when === 'on-change' && isChange(verdict))
}

/** Debt is no news: it was there before. */
function isChange({ outcome, findings, services }: Verdict): boolean {
  if (outcome === 'no-baseline' || findings.some(({ rule }) => rule !== 'debt')) return true
  return services.some(({ comparisons }) =>
    comparisons.some(({ role, verdict }) => role !== 'other' && ['improved', 'new', 'missing'].includes(verdict)),
  )
}

import type { Inputs } from '../github/inputs.ts'
import type { Outcome, Verdict } from '../model/verdict.ts'

const FAILURES: readonly Outcome[] = ['invalid', 'fail', 'pending', 'overridden']

/**
 * Should a verdict get a new comment? An existing comment is always updated, so that it is never outdated, except with `never`. The
 * status and the job summary always show the verdict.
 */
export function shouldComment(when: Inputs['comment'], verdict: Verdict): boolean {
  if (when === 'always') return true
  if (when === 'never') return false
  return FAILURES.includes(verdict.outcome) || (when === 'on-change' && isChange(verdict))
}

/** Findings about debt are left out, because the debt existed before this change. */
function isChange({ outcome, findings, services }: Verdict): boolean {
  if (outcome === 'no-baseline' || findings.some(({ rule }) => rule !== 'debt')) return true
  return services.some(({ comparisons }) =>
    comparisons.some(({ role, verdict }) => role !== 'other' && ['improved', 'new', 'missing'].includes(verdict)),
  )
}

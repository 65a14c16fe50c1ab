import type { Comparison, ServiceEvidence } from '../../model/comparison.ts'
import { formatLimit, formatRatio } from '../../model/numbers.ts'
import { isSameInService, seriesId, worseBy } from '../../model/series.ts'
import { code, series, text } from '../../model/text.ts'
import type { Remark, Rule } from '../rule.ts'

/** Many small steps, each within its limit, have used up the budget since a release. */
export const drift: Rule<'drift'> = {
  id: 'drift',
  levels: {
    drift: {
      default: 'fail',
      word: 'drifted since a release',
      about: 'the default branch became slower since a release than `drift` allows',
    },
  },
  check(evidence: ServiceEvidence): readonly Remark<'drift'>[] {
    const { drift: since } = evidence
    if (since == null) return []
    return since.comparisons.filter(isOver).map((comparison) => {
      const { estimate, limitRatio } = comparison
      const change = formatRatio(estimate?.changeRatio ?? 0)
      const budget = formatLimit(limitRatio ?? 0)
      const repays = isBroughtBack(comparison, evidence)
      const remark: Remark<'drift'> = {
        rule: 'drift',
        ...seriesId(comparison),
        expected: `at most ${budget} since ${since.anchor}`,
        actual: `${change} since ${since.anchor}`,
        problem: text`${series(comparison)} of the default branch has changed by ${change} since ${since.anchor} (drift budget ${budget})`,
        ...(repays
          ? { action: text`This change brings it back within the budget.` }
          : {
              action: text`Make it faster, or move ${code('drift.anchor')} to a newer release.`,
              detail: text`Each step was within its limit.`,
            }),
      }
      return repays ? { ...remark, atMost: 'warn' } : remark
    })
  },
}

function isOver({ verdict }: Comparison): boolean {
  return verdict === 'regressed' || verdict === 'unproven'
}

/** A change that repays the debt must not be blocked by the debt. */
function isBroughtBack(then: Comparison, { comparisons }: ServiceEvidence): boolean {
  const now = comparisons.find((one) => isSameInService(one, then))
  const { baseline, limitRatio, better } = then
  if (now?.candidate == null || baseline === null || baseline === 0 || limitRatio === null) return false
  const change = now.candidate / baseline - 1
  return worseBy({ better }, change) <= limitRatio
}

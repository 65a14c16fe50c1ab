import type { ServiceEvidence } from '../../model/comparison.ts'
import type { Debt } from '../../model/ledger.ts'
import type { Remark, Rule } from '../rule.ts'
import { signedPercent } from '../wording.ts'

/** The baseline has a slowdown in it that was accepted or slipped in. It no longer blocks, and it is not forgotten. */
export const debt: Rule = {
  id: 'debt',
  keys: ['debt'],
  check({ service, debts = [] }: ServiceEvidence): readonly Remark[] {
    return debts.map((one) => remark(service, one))
  },
}

function remark(service: string, { series, changeRatio, leftRatio, override }: Debt): Remark {
  const change = signedPercent(changeRatio)
  const pullRequest = override?.pullRequest == null ? '' : ` in #${override.pullRequest}`
  const how =
    override === null ? 'Nobody has accepted it.' : `@${override.by} accepted it${pullRequest}: ${override.reason}`
  const left = leftRatio === null ? '' : `, and ${signedPercent(leftRatio)} is left of it`
  return {
    rule: 'debt',
    service,
    endpoint: null,
    metric: null,
    stat: null,
    expected: 'no accepted slowdown in the baseline',
    actual: `${signedPercent(leftRatio ?? changeRatio)} owed`,
    message: `The baseline has a slowdown in it that is still owed: ${series} changed by ${change}${left}. ${how}`,
  }
}

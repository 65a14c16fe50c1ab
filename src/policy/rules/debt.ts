import type { ServiceEvidence } from '../../model/comparison.ts'
import type { Debt } from '../../model/ledger.ts'
import { formatRatio } from '../../model/numbers.ts'
import { name, text } from '../../model/text.ts'
import { type Remark, type Rule, WHOLE_SERVICE } from '../rule.ts'

/** The baseline contains a slowdown that was accepted or not noticed. It no longer blocks, and it is reported until it is repaid. */
export const debt: Rule<'debt'> = {
  id: 'debt',
  levels: {
    debt: {
      default: 'warn',
      word: 'debt',
      about: 'the baseline holds a slowdown that is not repaid',
    },
  },
  check({ service, debts = [] }: ServiceEvidence): readonly Remark<'debt'>[] {
    return debts.map((one) => remark(service, one))
  },
}

function remark(service: string, { series, changeRatio, leftRatio, override }: Debt): Remark<'debt'> {
  const change = formatRatio(changeRatio)
  const pullRequest = override?.pullRequest == null ? '' : text` in #${`${override.pullRequest}`}`
  const how =
    override === null
      ? text`Nobody has accepted it.`
      : text`${name(`@${override.by}`)} accepted it${pullRequest}: ${override.reason}`
  const left = leftRatio === null ? '' : text`, and ${formatRatio(leftRatio)} is left of it`
  return {
    rule: 'debt',
    service,
    ...WHOLE_SERVICE,
    expected: 'no accepted slowdown in the baseline',
    actual: `${formatRatio(leftRatio ?? changeRatio)} owed`,
    problem: text`the baseline still contains a slowdown: ${series} changed by ${change}${left}`,
    detail: how,
  }
}

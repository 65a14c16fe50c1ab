import type { ServiceEvidence } from '../../model/comparison.ts'
import type { Remark, Rule } from '../rule.ts'
import { signedPercent } from '../wording.ts'

/** The baseline has a slowdown in it that was accepted or slipped in. It no longer blocks, and it is not forgotten. */
export const debt: Rule = {
  id: 'debt',
  keys: ['debt'],
  check({ service, window }: ServiceEvidence): readonly Remark[] {
    const mark = window?.mark ?? null
    if (mark === null || mark.kind === 'improved') return []
    const { override, series } = mark
    const change = signedPercent(mark.changeRatio)
    const pullRequest = override?.pullRequest == null ? '' : ` in #${override.pullRequest}`
    const how =
      override === null ? 'Nobody has accepted it.' : `@${override.by} accepted it${pullRequest}: ${override.reason}`
    return [
      {
        rule: 'debt',
        service,
        endpoint: null,
        metric: null,
        stat: null,
        expected: 'no accepted slowdown in the baseline',
        actual: `${change} owed`,
        message: `The baseline has a slowdown in it that is still owed: ${series} changed by ${change}. ${how}`,
      },
    ]
  },
}

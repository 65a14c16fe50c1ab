import type { ServiceEvidence } from '../../model/comparison.ts'
import { formatRatio } from '../../model/numbers.ts'
import type { FunctionChange, ProfileComparison } from '../../model/profile.ts'
import { name, text } from '../../model/text.ts'
import { type Remark, type Rule, WHOLE_SERVICE } from '../rule.ts'

/**
 * Profiles beside the runs prove that a function takes more. Tools that count exactly can block. Tools that sample explain and never block,
 * because one in fifty pairs of the same program names a function by chance.
 */
export const profile: Rule<'profile'> = {
  id: 'profile',
  levels: {
    profile: {
      default: 'off',
      word: 'a function takes more',
      about: 'a function is proven to take more, in profiles beside the runs; of tools that sample only a warning',
    },
  },
  check({ service, profiles }: ServiceEvidence): readonly Remark<'profile'>[] {
    return (profiles?.comparisons ?? []).flatMap((comparison) => {
      const [worst] = comparison.functions.filter(({ verdict }) => verdict === 'slower' || verdict === 'new')
      return worst === undefined ? [] : [remark(service, comparison, worst)]
    })
  },
}

function remark(
  service: string,
  { tool, counted, total }: ProfileComparison,
  worst: FunctionChange,
): Remark<'profile'> {
  const what = counted.replace('-', ' ')
  const change = worst.changeRatio === null ? 'is new' : `${formatRatio(worst.changeRatio)} ${what}`
  const whole = total?.changeRatio == null ? [] : text`The whole profile changed by ${formatRatio(total.changeRatio)}. `
  return {
    rule: 'profile',
    service,
    ...WHOLE_SERVICE,
    expected: `no function with more ${what}`,
    actual: change,
    problem: text`in the profiles of ${tool}, ${name(worst.name)} of ${name(service)}: ${change}`,
    detail: text`${whole}The section "Where the time goes" has the ten largest functions.`,
    ...(total === null ? { atMost: 'warn' as const } : {}),
  }
}

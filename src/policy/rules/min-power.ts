import type { SelfTest, ServiceEvidence } from '../../model/comparison.ts'
import { REQUEST_DURATION } from '../../model/k6-metrics.ts'
import { formatLimit } from '../../model/numbers.ts'
import type { ServicePolicy } from '../../model/policy.ts'
import { code, series, type Text, text } from '../../model/text.ts'
import { levelOf, type Remark, type Rule } from '../rule.ts'
import { regression } from './regression.ts'

/**
 * The self-test failed: a slowdown of twice the limit, planted in a copy of these results, would not be blocked. The policy decides what
 * blocks. Under the default policy an unproven change over the limit blocks as well.
 */
export const minPower: Rule<'min-power'> = {
  id: 'min-power',
  levels: {
    'min-power': {
      default: 'warn',
      word: 'the gate cannot block it',
      about: 'a slowdown of twice the limit, planted in a copy of the results, was not blocked',
    },
  },
  check({ alarm = [] }: ServiceEvidence, policy: ServicePolicy): readonly Remark<'min-power'>[] {
    return alarm.filter((proof) => !isBlocked(proof, policy)).map((proof) => remark(proof, policy))
  },
}

function isBlocked({ atTwice }: SelfTest, policy: ServicePolicy): boolean {
  return (atTwice === 'regressed' || atTwice === 'unproven') && levelOf(regression, atTwice, policy) === 'fail'
}

function remark(
  { service, metric, stat, limitRatio, atTwice, detectableRatio }: SelfTest,
  policy: ServicePolicy,
): Remark<'min-power'> {
  const twice = formatLimit(2 * limitRatio)
  const proven =
    detectableRatio === null
      ? ''
      : text` Only a change of ${formatLimit(roundUp(detectableRatio))} would have been proven.`
  return {
    rule: 'min-power',
    service,
    endpoint: null,
    metric,
    stat,
    expected: `a change of ${twice} is blocked`,
    actual: `${atTwice}: not blocked`,
    problem: text`${series({ service, endpoint: null, metric, stat })} cannot be blocked with these settings`,
    action: adviceOn(atTwice, policy),
    detail: text`A change of ${twice}, planted in a copy of these results as a self-test, was ${atTwice} and not blocked.${proven}`,
  }
}

function adviceOn(verdict: SelfTest['atTwice'], policy: ServicePolicy): Text {
  if (verdict === 'regressed' || verdict === 'unproven') {
    const level = text`Set ${code(verdict)} to ${code('fail')} in the policy (now ${levelOf(regression, verdict, policy)})`
    // More runs would prove it, which helps only if what is proven blocks.
    const mayBeProven = verdict === 'unproven' && levelOf(regression, 'regressed', policy) === 'fail'
    return mayBeProven ? text`${level}, or measure more runs.` : text`${level}.`
  }
  return policy.minDelta > 0
    ? text`Lower ${code('min-delta')}, or gate on another number.`
    : text`Gate on a number that the gate can judge, such as p95 of ${REQUEST_DURATION}.`
}

/** Rounded up to a tenth of a percent, so that it never promises too much. */
function roundUp(ratio: number): number {
  return Math.ceil(ratio * 1000 - 1e-9) / 1000
}

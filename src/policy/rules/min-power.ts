import type { AlarmProof, ServiceEvidence } from '../../model/comparison.ts'
import type { ServicePolicy } from '../../model/policy.ts'
import type { Remark, Rule } from '../rule.ts'
import { limitPercent, seriesName } from '../wording.ts'

/**
 * The alarm was tested and stays silent: a slowdown of twice the limit, planted in a copy of these results, would not be
 * blocked. What blocks is for the policy to say: under the default one an unproven change over the limit blocks as well.
 */
export const minPower: Rule = {
  id: 'min-power',
  keys: ['min-power'],
  check({ alarm = [] }: ServiceEvidence, policy: ServicePolicy): readonly Remark[] {
    return alarm.filter((proof) => !isBlocked(proof, policy)).map((proof) => remark(proof, policy))
  },
}

function isBlocked({ atTwice }: AlarmProof, { levels }: ServicePolicy): boolean {
  return (atTwice === 'regressed' || atTwice === 'unproven') && levels[atTwice] === 'fail'
}

function remark(
  { service, metric, stat, limitRatio, atTwice, detectableRatio }: AlarmProof,
  policy: ServicePolicy,
): Remark {
  const name = seriesName({ metric, stat, endpoint: null })
  const twice = limitPercent(2 * limitRatio)
  const proven =
    detectableRatio === null
      ? ''
      : ` Only a change of ${limitPercent(roundUp(detectableRatio))} would have been proven.`
  return {
    rule: 'min-power',
    service,
    endpoint: null,
    metric,
    stat,
    expected: `a change of ${twice} is blocked`,
    actual: `${atTwice}: not blocked`,
    message: `${name} has an alarm that cannot fire: a change of ${twice}, planted in a copy of these results, was ${atTwice} and not blocked.${proven} ${adviceOn(atTwice, policy)}`,
  }
}

function adviceOn(verdict: AlarmProof['atTwice'], { levels, minDelta }: ServicePolicy): string {
  if (verdict === 'regressed' || verdict === 'unproven') {
    return `The policy sets \`${verdict}\` to ${levels[verdict]}: set it to fail, or measure more runs.`
  }
  return minDelta > 0
    ? 'Lower `min-delta`, or gate on another number.'
    : 'Gate on a number that the gate can judge, such as p95 of http_req_duration.'
}

/** To a tenth of a percent, so that it does not promise more than it holds. */
function roundUp(ratio: number): number {
  return Math.ceil(ratio * 1000 - 1e-9) / 1000
}

import { type BlockedPart, largestOfEachService } from '../model/blocked-parts.ts'
import { formatRatio } from '../model/numbers.ts'
import type { AcceptedOverride, OverrideFacts, Refused } from '../model/override.ts'
import { name, type Text, text } from '../model/text.ts'

/**
 * Two measurements of one commit differ by the noise of the machine. A change that is larger by this factor and by ten percentage points is
 * more than noise, so it must be accepted again.
 */
const MUCH_WORSE = { factor: 1.5, addedRatio: 0.1 } as const

type Change = AcceptedOverride['services'][number]

/**
 * What somebody accepted was written down then. A later measurement of the same commit that is much worse, or of which more services
 * block, is not what they accepted. A label that is newer than the record accepts what is there now.
 *
 * @returns why it has to be accepted anew; null: it is what was accepted, or nothing was yet
 */
export function worseThanAccepted(
  { accepted, pullRequest }: OverrideFacts,
  parts: readonly BlockedPart[],
  labeledAt: string,
): Refused | null {
  if (accepted === null || Date.parse(labeledAt) > Date.parse(accepted.at)) return null
  const sha = pullRequest.headSha.slice(0, 7)
  const worse = largestOfEachService(parts).find((now) => isMuchWorse(now, accepted))
  if (worse === undefined) return null
  const then = accepted.services.find(({ service }) => service === worse.service)
  const was = then === undefined ? text`nothing of it` : changeText(then)
  return {
    why: text`A later measurement of ${sha} says ${changeText(worse)}, and ${name(`@${accepted.by}`)} accepted ${was}.`,
    next: text`Look at the results of ${sha} again. If they are acceptable too, remove the label and set it again.`,
  }
}

function isMuchWorse(now: Change, { services, hiddenServices }: AcceptedOverride): boolean {
  const then = services.find(({ service }) => service === now.service)
  // The record has room for some services only. Those that it counts without a name were accepted, of whatever size.
  if (then === undefined) return hiddenServices === 0
  if (now.changeRatio === null || then.changeRatio === null) return now.changeRatio !== then.changeRatio
  const [size, accepted] = [Math.abs(now.changeRatio), Math.abs(then.changeRatio)]
  return size > Math.max(accepted * MUCH_WORSE.factor, accepted + MUCH_WORSE.addedRatio)
}

function changeText({ service, changeRatio }: Change): Text {
  return changeRatio === null
    ? text`${name(service)}, by an unknown size`
    : text`${name(service)} ${formatRatio(changeRatio)}`
}

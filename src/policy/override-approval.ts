import type { OverrideFacts, Refused } from '../model/override.ts'
import type { OverridePolicy } from '../model/policy.ts'
import { name, type Text, text } from '../model/text.ts'
import { sameLogin } from './same-login.ts'

type Review = OverrideFacts['reviews'][number]

/**
 * If the policy asks for it: an approving review of exactly this head commit, by someone other than the author whose role may override. The
 * review names its commit, so no clock has to be trusted. The person who set the label may give it. The last review of a person counts.
 * https://docs.github.com/en/rest/pulls/reviews
 */
export function refuseUnapproved(
  { reviews, pullRequest }: OverrideFacts,
  { approval, roles }: OverridePolicy,
): Refused | null {
  if (approval === 'none') return null
  const approvals = lastOfEach(reviews).filter(({ state }) => state === 'approved')
  const ofOthers = approvals.filter(({ author }) => !sameLogin(author, pullRequest.author))
  const allowed = ofOthers.filter(({ authorRole }) => authorRole !== null && roles.includes(authorRole))
  if (allowed.some(({ commit }) => commit === pullRequest.headSha)) return null
  const sha = pullRequest.headSha.slice(0, 7)
  return {
    why: whyNot(sha, allowed[0], ofOthers[0]),
    next: text`Someone other than ${name(`@${pullRequest.author}`)} with one of the roles ${roles.join(', ')} must approve ${sha} in a review. Then remove the label and set it again, so that the gate looks again.`,
  }
}

function whyNot(sha: string, older: Review | undefined, powerless: Review | undefined): Text {
  if (older !== undefined)
    return text`The review of ${name(`@${older.author}`)} approves an earlier commit, not ${sha}.`
  if (powerless !== undefined)
    return text`${name(`@${powerless.author}`)} approved it, and their role may not override.`
  return text`The policy asks for an approving review of ${sha}, and there is none.`
}

function lastOfEach(reviews: readonly Review[]): readonly Review[] {
  return [...new Map(reviews.map((review) => [review.author.toLowerCase(), review])).values()]
}

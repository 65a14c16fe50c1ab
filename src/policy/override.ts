import type { BlockedPart } from '../model/blocked-parts.ts'
import { formatAge } from '../model/numbers.ts'
import type { OverrideDecision, OverrideFacts, Refused } from '../model/override.ts'
import { readCommand } from '../model/override-command.ts'
import type { OverridePolicy } from '../model/policy.ts'
import { code, name, text } from '../model/text.ts'
import { worseThanAccepted } from './override-accepted.ts'
import { refuseUnapproved } from './override-approval.ts'
import { findReason, mayOverride } from './override-reason.ts'
import { outOfScope } from './override-scope.ts'
import { sameLogin } from './same-login.ts'

type LabelEvent = OverrideFacts['events'][number]

/**
 * Decides whether the label lifts the gate: it is there now, the policy lets this be overridden at all, it was set by
 * someone whose role allows it, not alone in it, for this head commit, not too long ago, approved where the policy asks
 * for it, with a written reason. Every doubt is a refusal, and every refusal says what to do.
 *
 * Why roles: everyone with triage may set labels. Why events: a label says nothing of who set it and when.
 * https://docs.github.com/en/rest/issues/events
 */
export function decideOverride(
  facts: OverrideFacts,
  policy: OverridePolicy,
  parts: readonly BlockedPart[],
): OverrideDecision {
  if (!facts.labelPresent) return { kind: 'none' }
  const last = facts.events.at(-1)
  if (last === undefined || last.kind === 'unlabeled') return refuseUnknownSetter(facts)
  const by = last.actor
  const refused =
    outOfScope(parts, policy) ??
    worseThanAccepted(facts, parts, last.at) ??
    refuseSetter(facts, policy, last) ??
    refuseCancelled(facts, policy, last) ??
    refuseLonePerson(facts, policy, by) ??
    refuseStale(facts, last.at, by) ??
    refuseOtherBase(facts, last.at, by) ??
    refuseExpired(facts, policy, last.at, by) ??
    refuseUnapproved(facts, policy)
  if (refused !== null) return { kind: 'refused', by, ...refused }
  const found = findReason(facts, policy, last)
  if (found.kind === 'none') return { kind: 'refused', by, why: found.why, next: found.next }
  return { kind: 'valid', by, reason: found.reason, at: last.at, headSha: facts.pullRequest.headSha }
}

function refuseUnknownSetter({ label }: OverrideFacts): OverrideDecision {
  return {
    kind: 'refused',
    by: null,
    why: text`GitHub does not say who set the label ${code(label)}.`,
    next: text`Remove the label and set it again.`,
  }
}

/** A bot that the policy lists needs no role: apps have none in a repository. */
function refuseSetter(facts: OverrideFacts, policy: OverridePolicy, event: LabelEvent): Refused | null {
  if (!event.actorIsBot) return refuseRole(facts, policy, event.actor)
  if (policy.bots.some((bot) => sameLogin(bot, event.actor))) return null
  return {
    why: text`The label ${code(facts.label)} was set by the bot ${name(`@${event.actor}`)}. Only a person, or a bot that the policy lists, can answer for an override.`,
    next: text`Someone whose role allows it must remove the label and set it again.`,
  }
}

function refuseRole({ label, actorRole }: OverrideFacts, { roles }: OverridePolicy, by: string): Refused | null {
  if (actorRole !== null && roles.includes(actorRole)) return null
  const role = actorRole === null ? text`an unknown role` : text`the role ${code(actorRole)}`
  return {
    why: text`${name(`@${by}`)} set the label ${code(label)} and has ${role} in this repository. Roles that may override: ${roles.join(', ')}.`,
    next: text`Someone with such a role must remove the label and set it again.`,
  }
}

/** By whoever set the label, or by somebody who could have. The same second counts as after. */
function refuseCancelled(facts: OverrideFacts, policy: OverridePolicy, { actor, at }: LabelEvent): Refused | null {
  const cancel = facts.comments.find(
    (comment) =>
      readCommand(comment.body)?.kind === 'cancel' &&
      Date.parse(comment.updatedAt) >= Date.parse(at) &&
      mayOverride(comment, policy, actor),
  )
  if (cancel === undefined) return null
  return {
    why: text`${name(`@${cancel.author}`)} took the override back with ${code('/perf-override-cancel')}.`,
    next: text`To accept it again, remove the label and set it again.`,
  }
}

/** The author of the code and the person who pushed it last are not a second person. */
function refuseLonePerson(facts: OverrideFacts, { secondPerson }: OverridePolicy, by: string): Refused | null {
  const required = secondPerson === 'always' || (secondPerson === 'auto' && facts.ownerIsOrganization)
  if (!required) return null
  const { label, pullRequest, headPushedBy } = facts
  const own = sameLogin(by, pullRequest.author)
  if (!own && (headPushedBy === null || !sameLogin(by, headPushedBy))) return null
  const where = own
    ? text`on a pull request of their own`
    : text`and pushed ${pullRequest.headSha.slice(0, 7)} themselves`
  return {
    why: text`${name(`@${by}`)} set the label ${code(label)} ${where}. An override needs a second person.`,
    next: text`Someone other than ${name(`@${by}`)} must remove the label and set it again.`,
  }
}

/** Times are the platform's own: a commit's date is written by its author. The same second counts as after. */
function refuseStale({ label, headSeenAt, pullRequest }: OverrideFacts, labeledAt: string, by: string): Refused | null {
  const sha = pullRequest.headSha.slice(0, 7)
  const [labeled, seen] = [Date.parse(labeledAt), Date.parse(headSeenAt ?? '')]
  if (Number.isNaN(seen) || Number.isNaN(labeled)) {
    return {
      why: text`It is not known when ${sha} was pushed, so the label ${code(label)} by ${name(`@${by}`)} may be meant for an earlier commit.`,
      next: text`Close and reopen the pull request, so that a workflow of this repository runs for ${sha}. Then remove the label and set it again.`,
    }
  }
  if (labeled >= seen) return null
  return {
    why: text`${name(`@${by}`)} set the label ${code(label)} for an earlier commit. ${sha} was pushed after it.`,
    next: text`Look at the results of ${sha}. If they are acceptable too, remove the label and set it again.`,
  }
}

/** An override for one branch does not hold for another branch, which has another baseline and another policy. */
function refuseOtherBase({ label, baseChangedAt }: OverrideFacts, labeledAt: string, by: string): Refused | null {
  if (baseChangedAt === null || Date.parse(labeledAt) > Date.parse(baseChangedAt)) return null
  return {
    why: text`${name(`@${by}`)} set the label ${code(label)} for another base branch. The base of the pull request was changed after it.`,
    next: text`Look at the results against the new base. If they are acceptable too, remove the label and set it again.`,
  }
}

/** Only if the policy sets a time. An unknown time counts as too long ago. */
function refuseExpired(
  { label, readAt, pullRequest }: OverrideFacts,
  { expiresMs }: OverridePolicy,
  labeledAt: string,
  by: string,
): Refused | null {
  if (expiresMs === null) return null
  const ageMs = Date.parse(readAt) - Date.parse(labeledAt)
  if (ageMs <= expiresMs) return null
  return {
    why: text`${name(`@${by}`)} set the label ${code(label)} on ${labeledAt.slice(0, 10)}. The policy lets an override hold for ${formatAge(expiresMs)}, and that time is over.`,
    next: text`Look at the results of ${pullRequest.headSha.slice(0, 7)} again. If they are still acceptable, remove the label and set it again.`,
  }
}

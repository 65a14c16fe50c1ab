import type { OverrideDecision, OverrideFacts } from '../model/override.ts'
import type { OverridePolicy } from '../model/policy.ts'
import { findReason } from './override-reason.ts'

type Refused = Extract<OverrideDecision, { kind: 'refused' }>

/**
 * Decides whether the label lifts the gate: it is there now, set by someone whose role allows it, not alone in it,
 * for this head commit, with a written reason. Every doubt is a refusal, and every refusal says what to do.
 *
 * Why roles: everyone with triage may set labels. Why events: a label says nothing of who set it and when.
 * https://docs.github.com/en/rest/issues/events
 */
export function decideOverride(facts: OverrideFacts, policy: OverridePolicy): OverrideDecision {
  if (!facts.labelPresent) return { kind: 'none' }
  const last = facts.events.at(-1)
  if (last === undefined || last.kind === 'unlabeled') return refuseUnknownSetter(facts)
  const by = last.actor
  const refused =
    refuseBot(facts, last.actorIsBot, by) ??
    refuseRole(facts, policy, by) ??
    refuseLonePerson(facts, policy, by) ??
    refuseStale(facts, last.at, by)
  if (refused !== null) return refused
  const found = findReason(facts, policy, by)
  if (found.kind === 'none') return { kind: 'refused', by, why: found.why, next: found.next }
  return { kind: 'valid', by, reason: found.reason, at: last.at, headSha: facts.pullRequest.headSha }
}

function refuseUnknownSetter({ label }: OverrideFacts): Refused {
  return {
    kind: 'refused',
    by: null,
    why: `GitHub does not say who set the label \`${label}\`.`,
    next: `Remove the label and set it again.`,
  }
}

function refuseBot({ label }: OverrideFacts, isBot: boolean, by: string): Refused | null {
  if (!isBot) return null
  return {
    kind: 'refused',
    by,
    why: `The label \`${label}\` was set by the bot @${by}. Only a person can answer for an override.`,
    next: 'Someone whose role allows it must remove the label and set it again.',
  }
}

function refuseRole({ label, actorRole }: OverrideFacts, { roles }: OverridePolicy, by: string): Refused | null {
  if (actorRole !== null && roles.includes(actorRole)) return null
  const role = actorRole === null ? 'an unknown role' : `the role \`${actorRole}\``
  return {
    kind: 'refused',
    by,
    why: `@${by} set the label \`${label}\` and has ${role} in this repository. Roles that may override: ${roles.join(', ')}.`,
    next: 'Someone with such a role must remove the label and set it again.',
  }
}

function refuseLonePerson(facts: OverrideFacts, { secondPerson }: OverridePolicy, by: string): Refused | null {
  const required = secondPerson === 'always' || (secondPerson === 'auto' && facts.ownerIsOrganization)
  if (!required || !sameLogin(by, facts.pullRequest.author)) return null
  return {
    kind: 'refused',
    by,
    why: `@${by} set the label \`${facts.label}\` on a pull request of their own. An override needs a second person.`,
    next: `Someone other than @${by} must remove the label and set it again.`,
  }
}

/** Times are the platform's own: a commit's date is written by its author. The same second counts as after. */
function refuseStale({ label, headSeenAt, pullRequest }: OverrideFacts, labeledAt: string, by: string): Refused | null {
  const sha = pullRequest.headSha.slice(0, 7)
  const [labeled, seen] = [Date.parse(labeledAt), Date.parse(headSeenAt ?? '')]
  if (Number.isNaN(seen) || Number.isNaN(labeled)) {
    return {
      kind: 'refused',
      by,
      why: `It is not known when ${sha} was pushed, so the label \`${label}\` by @${by} may be meant for an earlier commit.`,
      next: `Run the load test of ${sha} in a workflow of this repository, then remove the label and set it again.`,
    }
  }
  if (labeled >= seen) return null
  return {
    kind: 'refused',
    by,
    why: `@${by} set the label \`${label}\` for an earlier commit. ${sha} was pushed after it.`,
    next: `Look at the results of ${sha}. If they are acceptable too, remove the label and set it again.`,
  }
}

/** Logins differ in case only by how they are typed: https://docs.github.com/en/get-started/learning-about-github/types-of-github-accounts */
function sameLogin(left: string, right: string): boolean {
  return left.toLowerCase() === right.toLowerCase()
}

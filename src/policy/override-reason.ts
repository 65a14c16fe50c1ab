import type { OverrideFacts, Refused } from '../model/override.ts'
import { isPlaceholder, nearCommand, readCommand, withoutExamples } from '../model/override-command.ts'
import type { OverridePolicy } from '../model/policy.ts'
import { code, name, type Text, text } from '../model/text.ts'
import { sameLogin } from './same-login.ts'

/** The reason of an override, or why there is none. */
export type ReasonSearch = Readonly<{ kind: 'found'; reason: string }> | (Readonly<{ kind: 'none' }> & Refused)

type Comment = OverrideFacts['comments'][number]
type LabelEvent = OverrideFacts['events'][number]

const HEADING = /^ {0,3}#{1,6}[ \t]+performance override[ \t#]*$/im
const NEXT_HEADING = /^ {0,3}#{1,6}[ \t]/m

/**
 * Looks for the written reason. Two places count:
 * - a comment `/perf-override <reason>` by whoever set the label, or by someone whose role would allow it. It may be older
 *   than the label, as people write before they act, but not older than the head commit: a reason judges these numbers.
 * - the section `### Performance override` of the description. It is the author's text; whoever set the label after
 *   the last push has read it and stands for it. What somebody else wrote there later was not read.
 */
export function findReason(facts: OverrideFacts, policy: OverridePolicy, labeled: LabelEvent): ReasonSearch {
  const labeledBy = labeled.actor
  const commands = facts.comments.flatMap((comment) => {
    const command = readCommand(comment.body)
    return command?.kind !== 'reason' || command.reason === null ? [] : [{ comment, reason: command.reason }]
  })
  const theirs = commands.filter(({ comment }) => mayOverride(comment, policy, labeledBy))
  const allowed = theirs.filter(({ comment }) => comment.editedBy === null)
  const current = allowed.filter(({ comment }) => isAfterHead(comment, facts))
  const written = readSection(facts.pullRequest.body)
  const editor = written === null ? null : editorAfter(facts, labeled)
  const section = editor === null ? written : null
  // The newest comment first: a person who writes again corrects the earlier comment.
  const reasons = [...current.map(({ reason }) => reason).toReversed(), ...(section === null ? [] : [section])]
  const reason = reasons.find((text) => lengthOf(text) >= policy.minReasonLength)
  if (reason !== undefined) return { kind: 'found', reason }
  if (editor !== null && reasons.length === 0) {
    return {
      kind: 'none',
      why: text`The description was edited by ${editor} after ${name(`@${labeledBy}`)} set the label, so its reason may not be the one that was accepted.`,
      next: text`Comment ${code('/perf-override <reason>')}, or read the description again, remove the label and set it again.`,
    }
  }
  const edited = theirs.find(({ comment }) => comment.editedBy !== null)?.comment
  if (edited !== undefined && reasons.length === 0) {
    return {
      kind: 'none',
      why: text`The reason by ${name(`@${edited.author}`)} was edited by ${name(`@${edited.editedBy}`)}, so it may not be what ${name(`@${edited.author}`)} wrote.`,
      next: text`${name(`@${edited.author}`)} may comment ${code('/perf-override <reason>')} again.`,
    }
  }
  if (reasons.length === 0 && commands.length === 0) {
    const near = facts.comments.find(
      (comment) => mayOverride(comment, policy, labeledBy) && nearCommand(comment.body) !== null,
    )
    if (near !== undefined) return misspelt(near, policy)
  }
  return { kind: 'none', ...explain(reasons, allowed.length, commands[0]?.comment, facts, policy) }
}

function misspelt({ author, body }: Comment, { minReasonLength }: OverridePolicy): ReasonSearch {
  return {
    kind: 'none',
    why: text`The comment by ${name(`@${author}`)} begins with ${name(JSON.stringify(nearCommand(body)))}, and the command is ${code('/perf-override')}.`,
    next: text`Comment ${code('/perf-override <reason>')} with at least ${minReasonLength} characters of reason.`,
  }
}

function explain(
  reasons: readonly string[],
  allowed: number,
  firstCommand: Comment | undefined,
  { pullRequest, label }: OverrideFacts,
  { minReasonLength, roles }: OverridePolicy,
): Refused {
  const sha = pullRequest.headSha.slice(0, 7)
  const next = text`Comment ${code('/perf-override <reason>')} with at least ${minReasonLength} characters of reason.`
  const [short] = reasons
  if (short !== undefined) {
    return {
      why: text`The written reason is too short: ${lengthOf(short)} characters, at least ${minReasonLength} are needed.`,
      next,
    }
  }
  if (allowed > 0) {
    return {
      why: text`The written reason is older than ${sha}, so it was given for other numbers.`,
      next: text`Look at the results of ${sha}. ${next}`,
    }
  }
  if (firstCommand !== undefined) {
    return {
      why: text`The reason was written by ${name(`@${firstCommand.author}`)}, who may not override. Roles that may: ${roles.join(', ')}.`,
      next: text`Whoever set the label, or someone with such a role, must write the reason. ${next}`,
    }
  }
  return { why: text`The label ${code(label)} is set, but there is no written reason.`, next }
}

/**
 * Who edited the description after the label was set, other than the person who set it. null: nobody. An edit in the same second counts as
 * later.
 */
function editorAfter({ bodyEdited }: OverrideFacts, { at, actor }: LabelEvent): Text | null {
  if (bodyEdited === null || Date.parse(bodyEdited.at) < Date.parse(at)) return null
  if (bodyEdited.by !== null && sameLogin(bodyEdited.by, actor)) return null
  return bodyEdited.by === null ? text`somebody` : text`${name(`@${bodyEdited.by}`)}`
}

/** Who set the label, or somebody whose role would allow it. */
export function mayOverride(
  { author, authorRole }: Comment,
  { roles, bots }: OverridePolicy,
  labeledBy: string,
): boolean {
  // Apps write as `name[bot]`: https://docs.github.com/en/apps/creating-github-apps/registering-a-github-app/about-creating-github-apps
  if (author.toLowerCase().endsWith('[bot]')) {
    return sameLogin(author, labeledBy) && bots.some((bot) => sameLogin(bot, author))
  }
  return sameLogin(author, labeledBy) || (authorRole !== null && roles.includes(authorRole))
}

function isAfterHead({ at }: Comment, { headSeenAt }: OverrideFacts): boolean {
  return Date.parse(at) >= Date.parse(headSeenAt ?? '')
}

/** The text under the heading, without what a template puts there; null: no heading, or nothing under it. */
function readSection(body: string): string | null {
  const visible = withoutExamples(body)
  const heading = HEADING.exec(visible)
  if (heading === null) return null
  const rest = visible.slice(heading.index + heading[0].length)
  const end = NEXT_HEADING.exec(rest)?.index ?? rest.length
  const written = rest.slice(0, end).replaceAll(/\s+/g, ' ').trim()
  return written === '' || isPlaceholder(written) ? null : written
}

/** In code points, without those that nobody can see: controls and zero-width characters. */
function lengthOf(written: string): number {
  return [...written.replaceAll(/\p{C}/gu, '')].length
}

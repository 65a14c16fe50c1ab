import { commandsOf, mayBeReason, type OverrideReading, readOverrideFacts } from '../github/override-facts.ts'
import { permissionProblem } from '../github/permission-error.ts'
import { type OpenPullRequest, type PullRequest, withLive } from '../github/pull-request.ts'
import { settleInOrder } from '../github/settle.ts'
import type { Surroundings } from '../github/surroundings.ts'
import type { AcceptedOverride, OverrideFacts } from '../model/override.ts'
import type { Policy } from '../model/policy.ts'
import { sameLabel } from '../model/same-label.ts'

export type Override = Readonly<{
  /** null: it could not be read, or nobody has asked for it. */
  reading: OverrideReading | null
  /** The same, for a verdict that it may change: throws what kept it from being known. null: the token may not see it. */
  asked: () => OverrideReading | null
}>

export const NOT_READ: Override = { reading: null, asked: () => null }

/**
 * Reads what is true now of the label. Never fails: what failed is told only where something blocks.
 *
 * @param accepted what the gate wrote down of it
 * @param before what an earlier look of this run found out
 */
export async function overrideOf(
  around: Surroundings,
  policy: Promise<Policy>,
  pullRequest: PullRequest,
  accepted: Promise<AcceptedOverride | null>,
  before: OverrideReading | null,
): Promise<Override> {
  try {
    const known = stillTrue(before, pullRequest)
    const reading = known ?? (await readOverride(around, policy, pullRequest, accepted))
    return { reading, asked: () => reading }
  } catch (error) {
    const problem = permissionProblem(error, 'read the pull request')
    const asked = () => {
      if (problem === null) throw error
      // The report is made all the same.
      around.log.warning(`Whether there is an override is not known, so there is none. ${problem}`)
      return null
    }
    return { reading: null, asked }
  }
}

/** What is true now of the label of a pull request. */
export async function readOverride(
  { client, context }: Surroundings,
  policy: Promise<Policy>,
  pullRequest: PullRequest,
  accepted: Promise<AcceptedOverride | null>,
): Promise<OverrideReading> {
  const [{ override }, live] = await settleInOrder([policy, withLive(client, pullRequest)])
  return await readOverrideFacts(client, {
    pullRequest: live,
    label: override.label,
    ownerIsOrganization: context.repository.ownerIsOrganization,
    withReviews: override.approval === 'review',
    accepted,
    readAt: new Date().toISOString(),
  })
}

/** The earlier reading of the label and the comments, if both are still as they were read. null: they must be read again. */
function stillTrue(earlier: OverrideReading | null, { headSha, live }: PullRequest): OverrideReading | null {
  if (earlier === null || live === null) return null
  const { comments } = earlier
  const isSame =
    earlier.facts.labelPresent &&
    live.labels.some((name) => sameLabel(name, earlier.facts.label)) &&
    earlier.facts.pullRequest.headSha === headSha
  // Who edited the description, and when, has to be asked for again where it may hold a reason.
  if (!isSame || (live.body !== earlier.facts.pullRequest.body && mayBeReason(live.body))) return null
  const facts = { ...earlier.facts, pullRequest: { ...earlier.facts.pullRequest, body: live.body } }
  if (haveSameCommands(facts, live)) return { facts, comments }
  const setBy = facts.events.at(-1)?.actor
  const commands = commandsOf(live.comments ?? [])
  // The role of somebody else would have to be asked for, and who edited a comment.
  const isPlain = commands.every(({ kind, at, updatedAt }) => kind === 'reason' && at === updatedAt)
  if (!isPlain || !commands.some(({ author }) => author === setBy)) return null
  const known = commands.map(({ nodeId, isInsider, kind, ...command }) => {
    return { ...command, authorRole: command.author === setBy ? facts.actorRole : null, editedBy: null }
  })
  return { facts: { ...facts, comments: known }, comments: live.comments ?? null }
}

/** The label came or went, or what may be its reason did: what was decided on it is no longer true. */
export function isEqualReading(
  { label, labelPresent, pullRequest: { body }, comments }: OverrideFacts,
  then: OpenPullRequest,
): boolean {
  const { live } = then.pullRequest
  if (then.labels.some((name) => sameLabel(name, label)) !== labelPresent) return false
  if (!labelPresent || live === null) return true
  return live.body === body && haveSameCommands({ comments }, live)
}

function haveSameCommands({ comments }: Pick<OverrideFacts, 'comments'>, live: NonNullable<PullRequest['live']>) {
  return live.comments === undefined || wordsOf(comments) === wordsOf(commandsOf(live.comments))
}

function wordsOf(commands: readonly Readonly<{ id: number; body: string }>[]): string {
  return JSON.stringify(commands.map(({ id, body }) => [id, body]))
}

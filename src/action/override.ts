import { commandsOf, mayBeReason, type OverrideReading, readOverrideFacts } from '../github/override-facts.ts'
import { permissionProblem } from '../github/permission-error.ts'
import { type OpenPullRequest, type PullRequest, withLive } from '../github/pull-request.ts'
import { settleInOrder } from '../github/settle.ts'
import type { Surroundings } from '../github/surroundings.ts'
import type { AcceptedOverride, OverrideFacts } from '../model/override.ts'
import type { Policy } from '../model/policy.ts'
import { sameLabel } from '../model/same-label.ts'

export type Override = Readonly<{
  /** null: the label could not be read, or it was not read yet. */
  reading: OverrideReading | null
  /** The same reading, for a verdict that it may change. Throws the error if the reading failed. null: the token may not read the label. */
  asked: () => OverrideReading | null
}>

export const NOT_READ: Override = { reading: null, asked: () => null }

/**
 * Reads the current state of the label. Never throws: `asked` throws the error later, and only a verdict that blocks calls it.
 *
 * @param accepted the override that the gate recorded in the commit status
 * @param before what an earlier try of this run has read
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
      // The report is made even though the override is not known.
      around.log.warning(`Whether there is an override is not known, so there is none. ${problem}`)
      return null
    }
    return { reading: null, asked }
  }
}

/** The current state of the label of a pull request. */
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

/** The earlier reading, if label and comments have not changed since. null: they must be read again. */
function stillTrue(earlier: OverrideReading | null, { headSha, live }: PullRequest): OverrideReading | null {
  if (earlier === null || live === null) return null
  const { comments } = earlier
  const isSame =
    earlier.facts.labelPresent &&
    live.labels.some((name) => sameLabel(name, earlier.facts.label)) &&
    earlier.facts.pullRequest.headSha === headSha
  // If the new description may hold a reason, another request must ask who edited it, and when.
  if (!isSame || (live.body !== earlier.facts.pullRequest.body && mayBeReason(live.body))) return null
  const facts = { ...earlier.facts, pullRequest: { ...earlier.facts.pullRequest, body: live.body } }
  if (haveSameCommands(facts, live)) return { facts, comments }
  const setBy = facts.events.at(-1)?.actor
  const commands = commandsOf(live.comments ?? [])
  // An edited comment, or a comment of another person, needs a request: who edited it, or which role that person has.
  const isPlain = commands.every(({ kind, at, updatedAt }) => kind === 'reason' && at === updatedAt)
  if (!isPlain || !commands.some(({ author }) => author === setBy)) return null
  const known = commands.map(({ nodeId, isInsider, kind, ...command }) => {
    return { ...command, authorRole: command.author === setBy ? facts.actorRole : null, editedBy: null }
  })
  return { facts: { ...facts, comments: known }, comments: live.comments ?? null }
}

/** Are the label and all that may be its reason unchanged? If not, the decision on the override is no longer true. */
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

import * as core from '@actions/core'
import { setOverrideStatus } from '../github/override-status.ts'
import { withPermissionHint } from '../github/permission-error.ts'
import type { Publication } from '../github/publish.ts'
import type { OpenPullRequest, PullRequest } from '../github/pull-request.ts'
import { heardLater } from '../github/settle.ts'
import { type CommitStatus, type Statuses, setStatus, stateOfVerdict, worstState } from '../github/status.ts'
import type { Surroundings } from '../github/surroundings.ts'
import type { JudgeTask } from '../github/task.ts'
import { UserError } from '../model/errors.ts'
import { parseMarker } from '../report/marker.ts'
import { answerCommand } from './answer-command.ts'
import { attempt } from './attempt.ts'
import { type Gathered, gather } from './gather.ts'
import { type Judged, judgePullRequest } from './judge-pull-request.ts'
import { type FoundResults, findResults } from './results.ts'
import { shouldComment } from './should-comment.ts'

/** Labels and comments may change while a verdict is published: after publishing, the gate checks them, and tries at most 3 times. */
const MAX_TRIES = 3

/** What was read for one try, and the number of the try from 1 on. */
type Try = Readonly<{ gathered: Gathered; number: number }>

/** What one try led to. `outdated`: what changed meanwhile and has to be read for the next try. */
type TryResult = Readonly<{ passes: boolean; outdated: Outdated | null; judged: readonly Judged[] }>
type Outdated = Readonly<{ pullRequests: readonly PullRequest[]; found: FoundResults | null }>

type StatusPlace = Pick<CommitStatus, 'context' | 'sha' | 'targetUrl'>

/** Gathers, judges and publishes, and tries again if labels or comments changed meanwhile. Returns whether the job may be green. */
export async function gateCommit(around: Surroundings, task: JudgeTask): Promise<boolean> {
  const { inputs, context, log } = around
  const place = { context: inputs.name, sha: task.sha, targetUrl: context.runUrl }
  const open = heardLater(task.pullRequests)
  const pullRequests = heardLater(open.then((found) => (found.kind === 'open' ? found.pullRequests : [])))
  let gathering = heardLater(gather(around, task, pullRequests, null))
  const found = await open
  if (found.kind === 'nothing') {
    log.info(`Nothing to do. ${found.why}`)
    if (found.blocks === true)
      await withPermissionHint('set the commit status', () =>
        setStatus(around.client, { ...place, state: 'error', description: found.why }),
      )
    return true
  }
  try {
    for (let number = 1; ; number += 1) {
      const gathered = await gathering
      const { passes, outdated, judged } = await tryOnce(around, task, { gathered, number }, place)
      if (outdated === null || number === MAX_TRIES) {
        if (task.command !== null) await answerCommand(around, task.command, judged, gathered.statuses)
        return passes
      }
      gathering = gather(around, task, Promise.resolve(outdated.pullRequests), { gathered, found: outdated.found })
    }
  } catch (error) {
    // An older success on this commit must not stand for a verdict that could not be made.
    const description = `No verdict: ${error instanceof UserError ? error.message : 'perf-gate failed, see its log.'}`
    await setStatus(around.client, { ...place, state: 'error', description }).catch(() => undefined)
    throw error
  }
}

/** The worst verdict of all pull requests with this head becomes the status. Each pull request with a verdict gets a comment. */
async function tryOnce(around: Surroundings, task: JudgeTask, now: Try, place: StatusPlace): Promise<TryResult> {
  const { gathered } = now
  const judged = await judgeAll(around, task, gathered)
  const worst = worstState(judged, stateOf)
  if (worst.one.kind === 'waiting') return { ...(await wait(around, task, worst.one.words, gathered, place)), judged }
  if (worst.one.kind === 'standing') {
    around.log.info(
      'The results have expired. This label does not concern the gate, so the verdict of this commit stands.',
    )
    return { passes: worst.state === 'success', outdated: null, judged }
  }
  const verdicts = judged.filter((one) => one.kind === 'verdict')
  const { result, context } = worst.one
  if (judged.length > 1) {
    const [number, branch] = [worst.one.pullRequest.number, context.baseBranch]
    around.log.info(
      `${judged.length} pull requests have this head commit. Its status is that of #${number} into ${branch}.`,
    )
  }
  const overridden = worst.state === 'success' ? (verdicts.find(isOverridden) ?? null) : null
  const { publishResult } = await import('./publish-result.ts')
  const places = {
    comments: task.hasComments ? verdicts.map((one) => commentOf(around, now.number, one)) : [],
    status: { ...place, state: worst.state, description: result.report.statusDescription },
    statuses: gathered.statuses,
    // A merge reads the override only when the load test of the merged commit has ended, so the override may be written after the verdict.
    afterStatus: () => writeOverrideStatus(around, place, overridden, gathered.statuses),
  }
  const changed = await publishResult(around, result, context, places, now.number > 1)
  const outdated = changed.length === 0 ? null : { pullRequests: withCurrentFacts(gathered, changed), found: null }
  return { passes: !result.verdict.blocked, outdated, judged }
}

/**
 * Pull requests with the same head and the same base branch have the same numbers. So an override of one of these pull requests also
 * counts for the others, even though they have no label.
 */
async function judgeAll(around: Surroundings, task: JudgeTask, gathered: Gathered): Promise<readonly Judged[]> {
  const judged: Judged[] = []
  for (const facts of gathered.pullRequests) judged.push(await judgePullRequest(around, task, gathered, facts))
  const lenders = gathered.pullRequests.filter((_, index) => isOverridden(judged[index]))
  const all: Judged[] = []
  for (const [index, facts] of gathered.pullRequests.entries()) {
    const one = judged[index] as Judged
    const lender = lenders.find(({ pullRequest }) => pullRequest.baseRef === facts.pullRequest.baseRef)
    const borrows = lender !== undefined && one.kind === 'verdict' && one.result.verdict.blocked
    all.push(borrows ? await judgePullRequest(around, task, gathered, facts, lender.override) : one)
  }
  return all
}

function isOverridden(judged: Judged | undefined): boolean {
  return judged?.kind === 'verdict' && judged.result.verdict.outcome === 'overridden'
}

/** The pull requests were read before publishing: take the current state of those that were read again since. */
function withCurrentFacts({ pullRequests }: Gathered, seen: readonly OpenPullRequest[]): readonly PullRequest[] {
  const now = new Map(seen.map(({ pullRequest }) => [pullRequest.number, pullRequest]))
  return pullRequests.map(({ pullRequest: one }) => now.get(one.number) ?? { ...one, live: null })
}

function commentOf(
  { inputs }: Surroundings,
  tryNumber: number,
  { pullRequest, result, isStillTrueFor, reading }: Extract<Judged, { kind: 'verdict' }>,
): Publication['comments'][number] {
  const { number, headSha } = pullRequest
  return {
    pullRequest: number,
    headSha,
    body: result.report.comment,
    parseMarker,
    mayCreate: shouldComment(inputs.comment, result.verdict),
    isWanted: inputs.comment !== 'never',
    // The first try reads the comments again, because a reason may have been written. Later tries have read them a moment ago.
    listed: tryNumber === 1 ? null : (reading?.comments ?? pullRequest.live?.comments ?? null),
    isStillTrueFor: tryNumber === MAX_TRIES ? () => true : isStillTrueFor,
  }
}

function stateOf(judged: Judged): CommitStatus['state'] {
  switch (judged.kind) {
    case 'waiting':
      return 'pending'
    case 'standing':
      return judged.state
    case 'verdict':
      return stateOfVerdict(judged.result.verdict)
  }
}

/** Records the override for the later merge. If the record cannot be written, the verdict stands. */
async function writeOverrideStatus(
  around: Surroundings,
  { sha, targetUrl }: StatusPlace,
  overridden: Extract<Judged, { kind: 'verdict' }> | null,
  statuses: Statuses | null,
): Promise<void> {
  const record = { name: around.inputs.name, sha, targetUrl, pullRequest: overridden?.acceptedIn ?? null }
  await attempt(around, 'set the commit status', () =>
    setOverrideStatus(around.client, record, overridden?.result.verdict ?? null, statuses),
  )
}

/**
 * Sets the status to pending. The load test may have ended before that: its event then started another run, whose status this run may
 * have overwritten. So the results are looked for once more, and judged here as well.
 */
async function wait(
  around: Surroundings,
  task: JudgeTask,
  words: string,
  { pullRequests, statuses }: Gathered,
  place: StatusPlace,
): Promise<Omit<TryResult, 'judged'>> {
  around.log.info(words)
  await core.summary.addRaw(`${words}\n`).write({ overwrite: true })
  const set = await attempt(around, 'set the commit status', () =>
    setStatus(around.client, { ...place, state: 'pending', description: words }, statuses),
  )
  if (set === null) return { passes: false, outdated: null }
  const found = await findResults(around, task.sha, task.results)
  const isOver = found.kind !== 'absent' || !found.absence.isWaiting
  const asked = pullRequests.map(({ pullRequest }) => ({ ...pullRequest, live: null }))
  return { passes: true, outdated: isOver ? { pullRequests: asked, found } : null }
}

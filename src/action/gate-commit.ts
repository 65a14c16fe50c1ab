import * as core from '@actions/core'
import { setOverrideStatus } from '../github/override-status.ts'
import { describeFailure, explained } from '../github/permission-error.ts'
import type { Publication } from '../github/publish.ts'
import type { OpenPullRequest, PullRequest } from '../github/pull-request.ts'
import { heardLater } from '../github/settle.ts'
import { type CommitStatus, type Statuses, setStatus, stateOfVerdict, worstState } from '../github/status.ts'
import type { Surroundings } from '../github/surroundings.ts'
import type { JudgeTask } from '../github/task.ts'
import { UserError } from '../model/errors.ts'
import { parseMarker } from '../report/marker.ts'
import { answerCommand } from './answer-command.ts'
import { wantsNewComment } from './comment-wish.ts'
import { type Gathered, gather } from './gather.ts'
import { type Judged, judge } from './judge.ts'
import { type FoundResults, findResults } from './results.ts'

/** Labels and comments may change while a verdict is published, so the gate looks again afterwards. This is the most looks. */
const MAX_LOOKS = 3

/** One look at the pull requests: what was read for it, and its number from 1 on. */
type Look = Readonly<{ gathered: Gathered; number: number }>

/** What came of one look. `again`: what to read again, because it changed meanwhile. */
type LookResult = Readonly<{ passes: boolean; again: Again | null; judged: readonly Judged[] }>
type Again = Readonly<{ pullRequests: readonly PullRequest[]; found: FoundResults | null }>

type StatusPlace = Pick<CommitStatus, 'context' | 'sha' | 'targetUrl'>

/** Gathers, judges and writes it down, until what it wrote is true. Returns whether the job may be green. */
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
      await explained('set the commit status', () =>
        setStatus(around.client, { ...place, state: 'error', description: found.why }),
      )
    return true
  }
  try {
    for (let number = 1; ; number += 1) {
      const gathered = await gathering
      const { passes, again, judged } = await lookOnce(around, task, { gathered, number }, place)
      if (again === null || number === MAX_LOOKS) {
        if (task.command !== null) await answerCommand(around, task.command, judged, gathered.statuses)
        return passes
      }
      gathering = gather(around, task, Promise.resolve(again.pullRequests), { gathered, found: again.found })
    }
  } catch (error) {
    // An older success on this commit must not stand for a verdict that could not be made.
    const description = `No verdict: ${error instanceof UserError ? error.message : 'perf-gate failed, see its log.'}`
    await setStatus(around.client, { ...place, state: 'error', description }).catch(() => undefined)
    throw error
  }
}

/** The worst of all becomes the status; each pull request that has a verdict gets its comment. */
async function lookOnce(around: Surroundings, task: JudgeTask, look: Look, place: StatusPlace): Promise<LookResult> {
  const { gathered } = look
  const judged = await judgeAll(around, task, gathered)
  const worst = worstState(judged, stateOf)
  if (worst.one.kind === 'waiting') return { ...(await wait(around, task, worst.one.words, gathered, place)), judged }
  if (worst.one.kind === 'standing') {
    around.log.info(
      'The results have expired. This label does not concern the gate, so the verdict of this commit stands.',
    )
    return { passes: worst.state === 'success', again: null, judged }
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
    comments: task.hasComments ? verdicts.map((one) => commentOf(around, look, one)) : [],
    status: { ...place, state: worst.state, description: result.report.statusDescription },
    statuses: gathered.statuses,
    // The merge is judged by this, after the load test of what was merged: it need not be there before the verdict.
    afterStatus: () => writeOverrideStatus(around, place, overridden, gathered.statuses),
  }
  const outdated = await publishResult(around, result, context, places, look.number > 1)
  const again = outdated.length === 0 ? null : { pullRequests: withCurrentFacts(gathered, outdated), found: null }
  return { passes: !result.verdict.blocked, again, judged }
}

/**
 * Into one base branch it is the same commit with the same numbers: who accepted it in one pull request accepted it, and another
 * one without a label takes nothing away.
 */
async function judgeAll(around: Surroundings, task: JudgeTask, gathered: Gathered): Promise<readonly Judged[]> {
  const judged: Judged[] = []
  for (const facts of gathered.pullRequests) judged.push(await judge(around, task, gathered, facts))
  const lenders = gathered.pullRequests.filter((_, index) => isOverridden(judged[index]))
  const all: Judged[] = []
  for (const [index, facts] of gathered.pullRequests.entries()) {
    const one = judged[index] as Judged
    const lender = lenders.find(({ pullRequest }) => pullRequest.baseRef === facts.pullRequest.baseRef)
    const borrows = lender !== undefined && one.kind === 'verdict' && one.result.verdict.blocked
    all.push(borrows ? await judge(around, task, gathered, facts, lender.override) : one)
  }
  return all
}

function isOverridden(judged: Judged | undefined): boolean {
  return judged?.kind === 'verdict' && judged.result.verdict.outcome === 'overridden'
}

/** The other pull requests were read before publishing, so they are taken as they are now. */
function withCurrentFacts({ pullRequests }: Gathered, seen: readonly OpenPullRequest[]): readonly PullRequest[] {
  const now = new Map(seen.map(({ pullRequest }) => [pullRequest.number, pullRequest]))
  return pullRequests.map(({ pullRequest: one }) => now.get(one.number) ?? { ...one, live: null })
}

function commentOf(
  { inputs }: Surroundings,
  look: Look,
  { pullRequest, result, isStillTrueFor, reading }: Extract<Judged, { kind: 'verdict' }>,
): Publication['comments'][number] {
  const { number, headSha } = pullRequest
  return {
    pullRequest: number,
    headSha,
    body: result.report.comment,
    parseMarker,
    mayCreate: wantsNewComment(inputs.comment, result.verdict),
    isWanted: inputs.comment !== 'never',
    // At first they are read again: a reason may have come. After that, what is known is from a moment ago.
    listed: look.number === 1 ? null : (reading?.comments ?? pullRequest.live?.comments ?? null),
    isStillTrueFor: look.number === MAX_LOOKS ? () => true : isStillTrueFor,
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

/** The record that a merge is judged by later. Where it cannot be written, the verdict stands. */
async function writeOverrideStatus(
  { client, inputs, log }: Surroundings,
  { sha, targetUrl }: StatusPlace,
  overridden: Extract<Judged, { kind: 'verdict' }> | null,
  statuses: Statuses | null,
): Promise<void> {
  const record = { name: inputs.name, sha, targetUrl, pullRequest: overridden?.acceptedIn ?? null }
  try {
    await setOverrideStatus(client, record, overridden?.result.verdict ?? null, statuses)
  } catch (error) {
    log.warning(describeFailure(error, 'set the commit status'))
  }
}

/** Says that there is no verdict yet. A load test that ended in the meantime has already told another run, so it is judged here too. */
async function wait(
  around: Surroundings,
  task: JudgeTask,
  words: string,
  { pullRequests, statuses }: Gathered,
  place: StatusPlace,
): Promise<Omit<LookResult, 'judged'>> {
  around.log.info(words)
  await core.summary.addRaw(`${words}\n`).write({ overwrite: true })
  try {
    await setStatus(around.client, { ...place, state: 'pending', description: words }, statuses)
  } catch (error) {
    around.log.warning(describeFailure(error, 'set the commit status'))
    return { passes: false, again: null }
  }
  const found = await findResults(around, task.sha, task.results)
  const isOver = found.kind !== 'absent' || !found.absence.isWaiting
  const asked = pullRequests.map(({ pullRequest }) => ({ ...pullRequest, live: null }))
  return { passes: true, again: isOver ? { pullRequests: asked, found } : null }
}

import * as core from '@actions/core'
import { findLoadTests } from '../github/load-test-run.ts'
import type { OverrideReading } from '../github/override-facts.ts'
import { setOverrideStatus } from '../github/override-status.ts'
import { describeFailure, explained } from '../github/permission-error.ts'
import type { Publication } from '../github/publish.ts'
import type { OpenPullRequest, PullRequest } from '../github/pull-request.ts'
import {
  type CommitStatus,
  readStatuses,
  STATUS_STATES,
  type Statuses,
  setStatus,
  worstState,
} from '../github/status.ts'
import type { JudgeTask } from '../github/task.ts'
import { UserError } from '../model/errors.ts'
import type { Verdict } from '../model/verdict.ts'
import { parseMarker } from '../report/marker.ts'
import { wantsNewComment } from './comment-wish.ts'
import { type Grounds, groundsOf, sharedResults } from './grounds.ts'
import type { Job } from './job.ts'
import { type Judged, judge } from './judge.ts'
import { once } from './once.ts'
import { resultsQuery } from './results.ts'

/** While this run worked, others may have written: it looks again after it wrote, at most so often. */
const LOOKS = 3

/** What is true now of the pull requests that a commit is judged for, and what the commit has. */
type Scene = Readonly<{
  grounds: ReadonlyMap<number, Grounds>
  pullRequests: readonly PullRequest[]
  /** null: could not be read. */
  statuses: () => Promise<Statuses | null>
  /** What an earlier look found out about the override of each pull request. */
  readings: Map<number, OverrideReading>
  /** 1, 2 ... */
  look: number
}>

/** What came of one look. `again`: the pull requests to look at once more, because something changed meanwhile. */
type Looked = Readonly<{ passes: boolean; again: readonly PullRequest[] | null }>

/** Judges a commit and writes it down. Returns whether the job may be green. */
export async function gateCommit(job: Job, task: JudgeTask): Promise<boolean> {
  const { inputs, client, context } = job
  const status = { context: inputs.name, sha: task.sha, targetUrl: context.runUrl }
  const results = sharedResults(job, task)
  const grounds = new Map(task.pullRequests.map((one) => [one.number, groundsOf(job, task, one, results)]))
  const statuses = once(() => readStatuses(client, task.sha).catch(() => null))
  const readings = new Map<number, OverrideReading>()
  let { pullRequests } = task
  try {
    for (let look = 1; ; look += 1) {
      const scene = { grounds, pullRequests, statuses, readings, look }
      const { passes, again } = await lookOnce(job, task, scene, status)
      if (again === null || look === LOOKS) return passes
      pullRequests = again
    }
  } catch (error) {
    // An older success on this commit must not stand for a verdict that could not be made.
    const description = `No verdict: ${error instanceof UserError ? error.message : 'perf-gate failed, see its log.'}`
    await setStatus(client, { ...status, state: 'error', description }).catch(() => undefined)
    throw error
  }
}

/** The worst of all becomes the status; each pull request that has a verdict gets its comment. */
async function lookOnce(
  job: Job,
  task: JudgeTask,
  scene: Scene,
  status: Pick<CommitStatus, 'context' | 'sha' | 'targetUrl'>,
): Promise<Looked> {
  const { inputs } = job
  const judged: Judged[] = []
  for (const pullRequest of scene.pullRequests) {
    const grounds = scene.grounds.get(pullRequest.number)
    if (grounds !== undefined)
      judged.push(await judge(job, task, grounds, pullRequest, scene.readings.get(pullRequest.number) ?? null))
  }
  const worst = worstState(judged, stateOf)
  if (worst.one.kind === 'waiting') return await wait(job, task, worst.one.words, scene, status)
  if (worst.one.kind === 'standing') {
    job.log.info(
      'The results have expired. This label does not concern the gate, so the verdict of this commit stands.',
    )
    return { passes: worst.state === 'success', again: null }
  }
  const verdicts = judged.filter((one) => one.kind === 'verdict')
  const comments = verdicts.map((one) => commentOf(job, scene, one))
  // First: the verdict may start an automatic merge, and the merge is judged by this.
  const overridden =
    worst.state === 'success' ? verdicts.find((one) => one.result.verdict.outcome === 'overridden') : null
  const statuses = await scene.statuses()
  await writeOverrideStatus(job, status, overridden?.result.verdict ?? null, statuses)
  const { result, context } = worst.one
  if (judged.length > 1) {
    const [number, branch] = [worst.one.pullRequest.number, context.baseBranch]
    job.log.info(
      `${judged.length} pull requests have this head commit. Its status is that of #${number} into ${branch}.`,
    )
  }
  const { publishResult } = await import('./publish-result.ts')
  const places = {
    comments: inputs.comment !== 'never' && task.hasComments ? comments : [],
    status: { ...status, state: worst.state, description: result.report.statusDescription },
    statuses,
  }
  const outdated = await publishResult(job, result, context, places, scene.look > 1)
  return { passes: !result.verdict.blocked, again: outdated.length === 0 ? null : asTheyAre(scene, outdated) }
}

/** What was read of the others is old by now. */
function asTheyAre({ pullRequests }: Scene, seen: readonly OpenPullRequest[]): readonly PullRequest[] {
  const now = new Map(seen.map(({ pullRequest }) => [pullRequest.number, pullRequest]))
  return pullRequests.map((one) => now.get(one.number) ?? { ...one, live: null })
}

function commentOf(
  { inputs }: Job,
  { readings, look }: Scene,
  { pullRequest, result, holdsFor, reading }: Extract<Judged, { kind: 'verdict' }>,
): Publication['comments'][number] {
  const { number, headSha } = pullRequest
  if (reading?.comments != null) readings.set(number, reading)
  return {
    pullRequest: number,
    headSha,
    body: result.report.comment,
    parseMarker,
    mayCreate: wantsNewComment(inputs.comment, result.verdict),
    listed: readings.get(number)?.comments ?? null,
    holdsFor: look === LOOKS ? () => true : holdsFor,
  }
}

function stateOf(judged: Judged): CommitStatus['state'] {
  switch (judged.kind) {
    case 'waiting':
      return 'pending'
    case 'standing':
      return judged.state
    case 'verdict':
      return STATUS_STATES[judged.result.verdict.outcome]
  }
}

/** The record that a merge is judged by later. Where it cannot be written, the verdict stands. */
async function writeOverrideStatus(
  { client, inputs, log }: Job,
  { sha, targetUrl }: Pick<CommitStatus, 'sha' | 'targetUrl'>,
  verdict: Verdict | null,
  statuses: Statuses | null,
): Promise<void> {
  try {
    await setOverrideStatus(client, { name: inputs.name, sha, targetUrl }, verdict, statuses)
  } catch (error) {
    log.warning(describeFailure(error, 'set the commit status'))
  }
}

/** Says that there is no verdict yet. A load test that ended in the meantime has already told another run, so it is judged here too. */
async function wait(
  job: Job,
  task: JudgeTask,
  words: string,
  { pullRequests, statuses }: Scene,
  status: Pick<CommitStatus, 'context' | 'sha' | 'targetUrl'>,
): Promise<Looked> {
  job.log.info(words)
  await core.summary.addRaw(`${words}\n`).write({ overwrite: true })
  try {
    await setStatus(job.client, { ...status, state: 'pending', description: words }, await statuses())
  } catch (error) {
    job.log.warning(describeFailure(error, 'set the commit status'))
    return { passes: false, again: null }
  }
  const now = await explained('read the artifacts', () =>
    findLoadTests(job.client, resultsQuery(job, task.sha, task.results)),
  )
  const isOver = !['none', 'in-progress', 'needs-approval'].includes(now.kind)
  return { passes: true, again: isOver ? pullRequests.map((one) => ({ ...one, live: null })) : null }
}

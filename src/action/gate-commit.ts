import * as core from '@actions/core'
import { findLoadTestRun } from '../github/load-test-run.ts'
import { setOverrideStatus } from '../github/override-status.ts'
import { describeFailure, explained } from '../github/permission-error.ts'
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
import type { Job } from './job.ts'
import { headRepoOf, type Judged, judge } from './judge.ts'
import { resultsQuery } from './results.ts'

/** While this run worked, others may have written: it looks again after it wrote, at most so often. */
const ROUNDS = 3

/** Judges a commit and writes it down. Returns whether the job may be green. */
export async function gateCommit(job: Job, task: JudgeTask): Promise<boolean> {
  const { inputs, client, context } = job
  const status = { context: inputs.name, sha: task.sha, targetUrl: context.runUrl }
  try {
    for (let round = 1; ; round += 1) {
      const judged: Judged[] = []
      for (const pullRequest of task.pullRequests) {
        // What was read before the first round is old by now.
        judged.push(await judge(job, task, round === 1 ? pullRequest : { ...pullRequest, live: null }))
      }
      const { passes, isOutdated } = await publishAll(job, task, judged, status)
      if (!isOutdated || round === ROUNDS) return passes
    }
  } catch (error) {
    // An older success on this commit must not stand for a verdict that could not be made.
    const description = `No verdict: ${error instanceof UserError ? error.message : 'perf-gate failed, see its log.'}`
    await setStatus(client, { ...status, state: 'error', description }).catch(() => undefined)
    throw error
  }
}

/** The worst of all becomes the status; each pull request that has a verdict gets its comment. */
async function publishAll(
  job: Job,
  task: JudgeTask,
  judged: readonly Judged[],
  status: Pick<CommitStatus, 'context' | 'sha' | 'targetUrl'>,
): Promise<Readonly<{ passes: boolean; isOutdated: boolean }>> {
  const { inputs } = job
  const worst = worstState(judged, stateOf)
  if (worst.one.kind === 'waiting') return await wait(job, task, worst.one.words, status)
  if (worst.one.kind === 'standing') {
    job.log.info(
      'The results have expired. This label does not concern the gate, so the verdict of this commit stands.',
    )
    return { passes: worst.state === 'success', isOutdated: false }
  }
  const verdicts = judged.filter((one) => one.kind === 'verdict')
  const comments = verdicts.map(({ pullRequest, result }) => {
    const mayCreate = wantsNewComment(inputs.comment, result.verdict)
    const { number, headSha } = pullRequest
    return { pullRequest: number, headSha, body: result.report.comment, parseMarker, mayCreate }
  })
  // First: the verdict may start an automatic merge, and the merge is judged by this.
  const overridden =
    worst.state === 'success' ? verdicts.find((one) => one.result.verdict.outcome === 'overridden') : null
  const statuses = await readStatuses(job.client, task.sha).catch(() => null)
  await writeOverrideStatus(job, status, overridden?.result.verdict ?? null, statuses)
  const { result, context } = worst.one
  const { publishResult } = await import('./publish-result.ts')
  const seen = await publishResult(job, result, context, {
    comments: inputs.comment !== 'never' && task.hasComments ? comments : [],
    status: { ...status, state: worst.state, description: result.report.statusDescription },
    statuses,
  })
  const isOutdated = verdicts.some(({ pullRequest, hasLabel, overrideLabel }) => {
    const now = seen.get(pullRequest.number)
    return (
      hasLabel !== null &&
      now?.pullRequest.headSha === pullRequest.headSha &&
      now.labels.includes(overrideLabel) !== hasLabel
    )
  })
  return { passes: !result.verdict.blocked, isOutdated }
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
  status: Pick<CommitStatus, 'context' | 'sha' | 'targetUrl'>,
): Promise<Readonly<{ passes: boolean; isOutdated: boolean }>> {
  job.log.info(words)
  await core.summary.addRaw(`${words}\n`).write()
  try {
    await setStatus(job.client, { ...status, state: 'pending', description: words })
  } catch (error) {
    job.log.warning(describeFailure(error, 'set the commit status'))
    return { passes: false, isOutdated: false }
  }
  const headRepoId = task.pullRequests[0] === undefined ? null : headRepoOf(task, task.pullRequests[0])
  const now = await explained('read the artifacts', () =>
    findLoadTestRun(job.client, resultsQuery(job, task.sha, { ...task.results, headRepoId })),
  )
  return { passes: true, isOutdated: !['none', 'in-progress', 'needs-approval'].includes(now.kind) }
}

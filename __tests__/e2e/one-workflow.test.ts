import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { artifactZip } from './github/artifact-zip.ts'
import { type ResultFiles, recordedResults } from './load-test.ts'
import {
  issueCommentEvent,
  type JobEvent,
  mergeGroupEvent,
  type PullEventOptions,
  pullRequestEvent,
} from './runner/job-event.ts'
import { type ActionResult, runAction } from './runner/run-action.ts'
import { GATING, startTwoWorkflows, type TwoWorkflows } from './two-workflows.ts'

/*
 * One workflow, as in examples/workflows/pairs.yml and stored-baseline/perf.yml: the load test is a job of the run that judges,
 * or was a job of an earlier run of the same commit. A label, an edited description and a comment start the judgement again
 * without a load test.
 */

let stage: TwoWorkflows
let normal: ResultFiles
let slow: ResultFiles

beforeAll(async () => {
  stage = await startTwoWorkflows()
  normal = await recordedResults('normal')
  slow = await recordedResults('slow')
  expect(await stage.record(normal)).toMatchObject({ exitCode: 0 })
})

afterAll(async () => {
  await stage.close()
})

/** A run of the workflow. If no pull request starts it, it is a run of the default branch. */
async function workflow(
  event: JobEvent,
  headSha: string,
  results: ResultFiles | null,
  headBranch = 'main',
): Promise<ActionResult> {
  const { github } = stage
  github.setPermissions(GATING)
  const run = { event: event.name, headSha, headBranch, actor: event.actor, status: 'in_progress' } as const
  const runId = await github.addWorkflowRun(run)
  if (results !== null) github.uploadArtifact(runId, 'k6-results-checkout', await artifactZip(results))
  const result = await runAction({ github, event, runId })
  github.updateWorkflowRun(runId, { status: 'completed', conclusion: result.conclusion })
  return result
}

async function pullRequest(number: number, options: PullEventOptions, results: ResultFiles | null) {
  const { head } = await stage.github.pull(number)
  return await workflow(await pullRequestEvent(stage.github, number, options), head.sha, results, head.ref)
}

async function blocked(): Promise<number> {
  const number = await stage.open('same repository')
  expect(await pullRequest(number, { action: 'opened' }, slow)).toMatchObject({ exitCode: 1 })
  expect(await stage.status(number)).toMatch(/^failure: Blocked: p95/)
  return number
}

const LABELED = { action: 'labeled', label: 'perf-override', sender: 'mona' } as const
const REASON = 'The new tax rules need a second query; SHOP-12 repays it.'

describe('a reason that is written after the label', () => {
  async function labeled(): Promise<number> {
    const number = await blocked()
    await stage.github.label(number, 'perf-override', { actor: 'mona' })
    expect(await pullRequest(number, LABELED, null)).toMatchObject({ exitCode: 1 })
    expect(await stage.report(number)).toContain('there is no written reason')
    return number
  }

  test('in a comment turns the status green, without a load test', async () => {
    const number = await labeled()
    const commentId = await stage.github.comment(number, 'mona', `/perf-override ${REASON}`)
    const event = await issueCommentEvent(stage.github, number, { commentId })
    const main = (await stage.github.refSha('heads/main')) ?? ''
    expect(await workflow(event, main, null)).toMatchObject({ exitCode: 0, outputs: { outcome: 'overridden' } })
    expect(await stage.status(number)).toMatch(/^success: Not blocked: overridden by @?mona/)
    expect((await stage.github.merge(number, 'mona')).merged).toBe(true)
  })

  test('in the description does so, too, where whoever set the label wrote it', async () => {
    const number = await labeled()
    await stage.github.describe(number, `### Performance override\n${REASON}`)
    expect(await pullRequest(number, { action: 'edited' }, null)).toMatchObject({ exitCode: 1 })
    await stage.github.describe(number, `### Performance override\n${REASON}`, 'mona')
    expect(await pullRequest(number, { action: 'edited' }, null)).toMatchObject({ exitCode: 0 })
    expect(await stage.status(number)).toMatch(/^success: Not blocked: overridden by @?mona/)
    await stage.github.describe(number, 'Nothing to say.')
    expect(await pullRequest(number, { action: 'edited' }, null)).toMatchObject({ exitCode: 1 })
    expect(await stage.status(number)).toMatch(/^failure/)
  })
})

test('a comment on a commit that was never measured leaves it pending, and its job green', async () => {
  const number = await stage.open('same repository')
  const commentId = await stage.github.comment(number, 'mona', `/perf-override ${REASON}`)
  const event = await issueCommentEvent(stage.github, number, { commentId })
  const main = (await stage.github.refSha('heads/main')) ?? ''
  expect(await workflow(event, main, null)).toMatchObject({ exitCode: 0 })
  expect(await stage.status(number)).toMatch(/^pending: Waiting for the load test: perf.yml has not run/)
})

test('nothing is written on the test merge, whose statuses would hide those of the head', async () => {
  const number = await blocked()
  const merge = (await stage.github.pull(number)).merge_commit_sha ?? ''
  expect(merge).toMatch(/^[0-9a-f]{40}$/)
  expect(stage.github.statusesOf(merge)).toEqual([])
})

test('several labels later, the results of the push are still found', async () => {
  const number = await blocked()
  for (const label of ['docs', 'bug', 'later']) {
    await stage.github.label(number, label, { actor: 'tina' })
    expect(await pullRequest(number, { action: 'labeled', label, sender: 'tina' }, null)).toMatchObject({ exitCode: 1 })
  }
  expect(await stage.status(number)).toMatch(/^failure: Blocked: p95/)
})

test('a merge queue gets the verdict of the pull request', async () => {
  for (const [results, exitCode] of [
    [normal, 0],
    [slow, 1],
  ] as const) {
    const number = await stage.open('same repository')
    expect(await pullRequest(number, { action: 'opened' }, results)).toMatchObject({ exitCode })
    const event = await mergeGroupEvent(stage.github, number)
    expect(await workflow(event, event.sha, null)).toMatchObject({ exitCode })
    const [latest] = stage.github.statusesOf(event.sha)
    expect(latest).toMatchObject({ context: 'perf-gate', state: exitCode === 0 ? 'success' : 'failure' })
  }
})

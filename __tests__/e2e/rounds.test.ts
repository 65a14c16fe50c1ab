import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { artifactZip } from './github/artifact-zip.ts'
import type { JournalEntry } from './github/journal.ts'
import { type ResultFiles, recordedResults } from './load-test.ts'
import { pullRequestEvent } from './runner/job-event.ts'
import { runAction } from './runner/run-action.ts'
import { GATING, startTwoWorkflows, type TwoWorkflows } from './two-workflows.ts'

/*
 * The number of round trips of a judgement: the longest chain of requests in which each request needed the answer to the one
 * before. The test measures no time. A request that depends on nothing must be sent at once, so a longer chain fails the test.
 */

const ROUNDS = fileURLToPath(new URL('runner/rounds.ts', import.meta.url))
const COUNTED = { env: { NODE_OPTIONS: `--import=${ROUNDS} --disable-warning=ExperimentalWarning` } }
const REASON = 'The new tax rules need a second query; SHOP-12 repays it.'

let stage: TwoWorkflows
let slow: ResultFiles

beforeEach(async () => {
  stage = await startTwoWorkflows()
  slow = await recordedResults('slow')
  await stage.record(await recordedResults('normal'))
})

afterEach(async () => {
  await stage.close()
})

/** The round trips that an action causes: until the status is set, and in all. */
async function roundsOf(happens: () => Promise<unknown>): Promise<Readonly<{ status: number; all: number }>> {
  const before = stage.github.journal.length
  await happens()
  const sent = stage.github.journal.slice(before)
  if (process.env.PRINT_ROUNDS) console.log(sent.map(lineOf).join('\n'))
  const ofStatus = sent.filter(isVerdict).map(({ round }) => round ?? Number.NaN)
  return { status: Math.max(...ofStatus), all: Math.max(...sent.map(({ round }) => round ?? Number.NaN)) }
}

function isVerdict({ operationId, body }: JournalEntry): boolean {
  const context = typeof body === 'object' && body !== null && 'context' in body ? body.context : null
  return operationId === 'repos/create-commit-status' && context === 'perf-gate'
}

function lineOf({ round, origin, operationId, path }: JournalEntry): string {
  return `${round} ${origin === 'api' ? operationId : 'storage'} ${path}`
}

/** The load test is a job of the run that judges. */
async function oneWorkflow(number: number, action: 'opened' | 'labeled', runId: number) {
  const event = await pullRequestEvent(
    stage.github,
    number,
    action === 'opened' ? { action } : { action, label: 'perf-override' },
  )
  stage.github.setPermissions(GATING)
  const result = await runAction({ github: stage.github, event, runId, ...COUNTED })
  stage.github.updateWorkflowRun(runId, { status: 'completed', conclusion: result.conclusion })
}

async function ownRun(number: number, results: ResultFiles | null): Promise<number> {
  const { head, user } = await stage.github.pull(number)
  const run = {
    event: 'pull_request',
    headSha: head.sha,
    headBranch: head.ref,
    actor: user.login,
    status: 'in_progress',
  } as const
  const runId = await stage.github.addWorkflowRun(run)
  if (results !== null) stage.github.uploadArtifact(runId, 'k6-results-checkout', await artifactZip(results))
  return runId
}

test('one workflow, blocked, with a new comment', async () => {
  const number = await stage.open('same repository')
  const runId = await ownRun(number, slow)
  expect(await roundsOf(() => oneWorkflow(number, 'opened', runId))).toEqual({ status: 4, all: 7 })
  expect(await stage.status(number)).toMatch(/^failure: Blocked: p95/)
})

test('two workflows, blocked, with a new comment', async () => {
  const number = await stage.open('fork')
  const runId = await stage.loadTest(number, slow)
  expect(await roundsOf(() => stage.workflowRun(runId, 'completed', COUNTED))).toEqual({ status: 5, all: 8 })
  expect(await stage.status(number)).toMatch(/^failure: Blocked: p95/)
})

test('two workflows, an override by a label', async () => {
  const number = await stage.open('same repository')
  await stage.workflowRun(await stage.loadTest(number, slow))
  await stage.github.describe(number, `### Performance override\n${REASON}`)
  await stage.github.label(number, 'perf-override', { actor: 'mona' })
  const labeled = () => stage.target(number, { action: 'labeled', label: 'perf-override' }, COUNTED)
  expect(await roundsOf(labeled)).toEqual({ status: 5, all: 7 })
  expect(await stage.status(number)).toMatch(/^success: Not blocked: overridden/)
})

test('two workflows, an override by a comment', async () => {
  const number = await stage.open('same repository')
  await stage.workflowRun(await stage.loadTest(number, slow))
  await stage.github.label(number, 'perf-override', { actor: 'mona' })
  // A comment does not name a commit, so the pull request must be read first.
  const says = () => stage.comment(number, 'mona', `/perf-override ${REASON}`, COUNTED)
  expect(await roundsOf(says)).toEqual({ status: 5, all: 8 })
  expect(await stage.status(number)).toMatch(/^success: Not blocked: overridden/)
})

test('two workflows, a command that is refused, with its answer', async () => {
  const number = await stage.open('same repository')
  await stage.workflowRun(await stage.loadTest(number, slow))
  await stage.github.label(number, 'perf-override', { actor: 'tina' })
  const before = stage.github.journal.length
  await stage.comment(number, 'tina', `/perf-override ${REASON}`, COUNTED)
  const sent = stage.github.journal.slice(before)
  expect(Math.max(...sent.map(({ round }) => round ?? Number.NaN))).toBe(8)
  expect(sent.at(-1)?.operationId).toBe('issues/create-comment')
})

test('two workflows, a load test that has not ended', async () => {
  const number = await stage.open('fork')
  const runId = await stage.loadTest(number, null, { status: 'in_progress' })
  const before = stage.github.journal.length
  const starts = () => stage.workflowRun(runId, 'in_progress', COUNTED)
  expect(await roundsOf(starts)).toEqual({ status: 4, all: 5 })
  // Requests that only a judgement needs are not sent before the load test has ended.
  expect(stage.github.journal.slice(before).map(({ operationId }) => operationId)).not.toContain('repos/list-commits')
  expect(await stage.status(number)).toMatch(/^pending: /)
})

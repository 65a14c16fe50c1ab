import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { artifactZip } from './github/artifact-zip.ts'
import { recordedResults, type ServiceVersion } from './load-test.ts'
import { mergeGroupEvent, workflowRunEvent } from './runner/job-event.ts'
import { runAction } from './runner/run-action.ts'
import { GATING, startTwoWorkflows, type TwoWorkflows } from './two-workflows.ts'

let stage: TwoWorkflows

beforeAll(async () => {
  stage = await startTwoWorkflows()
  expect(await stage.record(await recordedResults('normal'))).toMatchObject({ exitCode: 0 })
})

afterAll(async () => {
  await stage.close()
})

async function judged(version: ServiceVersion): Promise<number> {
  const number = await stage.open('fork')
  await stage.workflowRun(await stage.loadTest(number, await recordedResults(version)))
  return number
}

/** The states that the gate set for the newest merge group of a pull request. */
async function groupStatus(number: number): Promise<string> {
  const { sha } = await mergeGroupEvent(stage.github, number)
  const latest = stage.github.statusesOf(sha).findLast(({ context }) => context === 'perf-gate')
  return latest === undefined ? '' : `${latest.state}: ${latest.description}`
}

const permissions = { 'pull-requests': 'read', statuses: 'write' } as const

test('carry-over gives the group the status of the pull request, with four requests', async () => {
  const number = await judged('normal')
  const before = stage.github.journal.length
  expect(await stage.mergeGroup(number, { permissions })).toMatchObject({ exitCode: 0, annotations: [] })
  expect(await groupStatus(number)).toMatch(
    new RegExp(`^success: Carried over from #${number} at [0-9a-f]{7}: Not blocked`),
  )
  expect(stage.github.journal.slice(before).map(({ operationId }) => operationId ?? 'graphql')).toEqual([
    'pulls/get',
    'repos/get-combined-status-for-ref',
    'graphql',
    'repos/create-commit-status',
  ])
})

test('carry-over of a blocked pull request blocks, and the job fails', async () => {
  const number = await judged('slow')
  expect(await stage.mergeGroup(number, { permissions })).toMatchObject({ exitCode: 1 })
  expect(await groupStatus(number)).toMatch(/^failure: Blocked: perf-gate of #\d+ at [0-9a-f]{7} is failure/)
})

test('carry-over of an override keeps its words', async () => {
  const number = await judged('slow')
  await stage.comment(number, 'mona', '/perf-override The new tax rules need a second query.')
  await stage.github.label(number, 'perf-override', { actor: 'mona' })
  await stage.target(number, { action: 'labeled', label: 'perf-override', sender: 'mona' })
  expect(await stage.mergeGroup(number)).toMatchObject({ exitCode: 0 })
  expect(await groupStatus(number)).toMatch(/^success: Carried over from .*overridden by @?mona/)
  // Without the permissions of a judgement, the gate cannot check whether the override still holds.
  const { annotations, exitCode } = await stage.mergeGroup(number, { permissions })
  expect(exitCode).toBe(1)
  expect(annotations[0]?.message).toContain('`contents: read`')
})

test('carry-over of a pull request that was never judged blocks', async () => {
  const number = await stage.open('fork')
  expect(await stage.mergeGroup(number, { permissions })).toMatchObject({ exitCode: 1 })
  expect(await groupStatus(number)).toMatch(/^failure: Blocked: #\d+ at [0-9a-f]{7} has no status perf-gate/)
})

test('a group whose name tells no pull request blocks', async () => {
  const number = await judged('normal')
  const event = await mergeGroupEvent(stage.github, number)
  const payload = JSON.parse(JSON.stringify(event.payload).replaceAll(`/pr-${number}-`, '/batch-'))
  expect(await stage.gate({ ...event, payload }, { permissions })).toMatchObject({ exitCode: 1 })
  expect(await groupStatus(number)).toBe(
    'failure: Blocked: GitHub does not say which pull request this merge group is for.',
  )
})

test('a group that is gone is left alone', async () => {
  const event = await mergeGroupEvent(stage.github, await judged('normal'))
  const result = await stage.gate({ ...event, payload: { ...event.payload, action: 'destroyed' } })
  expect(result).toMatchObject({ exitCode: 0, stdout: expect.stringContaining('The merge group is gone.') })
})

const rerun = { with: { 'merge-queue': 'rerun' } }

/** The load test of a merge group, as perf.yml runs it on `merge_group`. */
async function groupLoadTest(number: number, version: ServiceVersion): Promise<number> {
  const { sha, ref } = await mergeGroupEvent(stage.github, number)
  const run = { event: 'merge_group', headSha: sha, headBranch: ref.replace('refs/heads/', ''), actor: 'alice' }
  const runId = await stage.github.addWorkflowRun(run)
  stage.github.uploadArtifact(runId, 'k6-results-checkout', await artifactZip(await recordedResults(version)))
  return runId
}

test.each([
  ['normal', 0, /^success: Not blocked/],
  ['slow', 0, /^failure: Blocked: p95/],
] as const)('rerun waits for the load test of the group, then judges it: %s', async (version, exitCode, status) => {
  const number = await judged('normal')
  await stage.mergeGroup(number, rerun)
  expect(await groupStatus(number)).toMatch(/^pending: Waiting for the load test/)
  const comments = await stage.github.commentsOf(number)
  const runId = await groupLoadTest(number, version)
  expect(await stage.gate(await workflowRunEvent(stage.github, runId), rerun)).toMatchObject({ exitCode })
  expect(await groupStatus(number)).toMatch(status)
  expect(await stage.github.commentsOf(number)).toEqual(comments)
})

test('rerun honours the override of the pull request', async () => {
  const number = await judged('slow')
  await stage.comment(number, 'mona', '/perf-override The new tax rules need a second query.')
  await stage.github.label(number, 'perf-override', { actor: 'mona' })
  const runId = await groupLoadTest(number, 'slow')
  await stage.gate(await workflowRunEvent(stage.github, runId), rerun)
  expect(await groupStatus(number)).toMatch(/^success: Not blocked: overridden by @?mona/)
})

test.each([
  ['normal', 0, /^success: Not blocked/],
  ['slow', 1, /^failure: Blocked: p95/],
] as const)('rerun in one workflow judges the load test of the same run: %s', async (version, exitCode, status) => {
  const number = await stage.open('same repository')
  const event = await mergeGroupEvent(stage.github, number)
  const runId = await groupLoadTest(number, version)
  stage.github.setPermissions(GATING)
  expect(await runAction({ github: stage.github, event, runId, ...rerun })).toMatchObject({ exitCode })
  expect(await groupStatus(number)).toMatch(status)
  expect(await stage.report(number)).toBe('')
})

test('without rerun, the load test of a group is not judged', async () => {
  const number = await judged('normal')
  const result = await stage.workflowRun(await groupLoadTest(number, 'slow'))
  expect(result.stdout).toContain('was started by merge_group, not by a pull request')
  expect(await groupStatus(number)).toBe('')
})

import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { keptArtifacts, listBranchRuns } from '../../src/github/branch-runs.ts'
import { createClient } from '../../src/github/client.ts'
import { artifactZip } from '../e2e/github/artifact-zip.ts'
import { type GitHub, startGitHub } from '../e2e/github/start-github.ts'
import type { WorkflowRun } from '../e2e/github/workflow-runs.ts'

let github: GitHub
let headSha: string

beforeEach(async () => {
  github = await startGitHub()
  headSha = await github.pushCommit({ branch: 'main', files: { 'a.txt': '1' } })
})

afterEach(async () => {
  await github.close()
  expect(github.violations).toEqual([])
})

const client = () => createClient({ ...github, secondMs: 0 })
const add = (run: Partial<WorkflowRun> = {}) =>
  github.addWorkflowRun({ event: 'push', headSha, headBranch: 'main', actor: 'alice', ...run })

async function list(currentRunId = 1): Promise<readonly number[]> {
  const { data } = await client().octokit.rest.repos.get({ owner: 'acme', repo: 'shop' })
  const query = { workflow: 'perf.yml', branch: 'main', repositoryId: data.id, currentRunId }
  return (await listBranchRuns(client(), query)).map(({ workflowRunId }) => workflowRunId)
}

test('lists pushes, schedules and manual runs of the branch, the newest first', async () => {
  const ids = [await add(), await add({ event: 'schedule' }), await add({ event: 'workflow_dispatch' }), await add()]
  expect(await list()).toEqual(ids.toReversed())
})

test.each<readonly [string, Partial<WorkflowRun>]>([
  ['of a pull request', { event: 'pull_request' }],
  ['of a pull request, with rights', { event: 'pull_request_target' }],
  ['of another branch', { headBranch: 'topic' }],
  ['of another workflow', { path: '.github/workflows/other.yml' }],
  ['that was cancelled', { conclusion: 'cancelled' }],
  ['that still goes on', { status: 'in_progress' }],
])('leaves out a run %s', async (_, run) => {
  await add(run)
  const good = await add()
  expect(await list()).toEqual([good])
})

test('leaves out the branch `main` of a fork, however many runs it has', async () => {
  const good = await add()
  await github.openForkPull({ head: 'main', base: 'main', author: 'eve', files: { 'b.txt': '1' } })
  for (let index = 0; index < 110; index += 1) await add({ event: 'pull_request', actor: 'eve', forkOwner: 'eve' })
  // GitHub never lists this run, because it belongs to an event of the fork's own repository. If it were listed, it would not
  // count.
  await add({ actor: 'eve', forkOwner: 'eve' })
  expect(await list()).toEqual([good])
})

test('leaves out the run that asks', async () => {
  const good = await add()
  expect(await list(await add())).toEqual([good])
})

test('is empty where there is no such workflow', async () => {
  expect(await list()).toEqual([])
})

test('leaves out artifacts that GitHub has deleted', async () => {
  const id = await add()
  const zip = await artifactZip({ 'summary.json': Buffer.from('{}') })
  const [old, kept] = [
    github.uploadArtifact(id, 'k6-results-a', zip),
    github.uploadArtifact(id, 'k6-results-b', await artifactZip({ 'summary.json': Buffer.from('{"a": 1}') })),
  ]
  github.expireArtifact(old)
  const run = { workflowRunId: id, runAttempt: 1, conclusion: 'success', headSha, startedAt: '' }
  expect((await keptArtifacts(client(), run, 'k6-results*')).map((artifact) => artifact.id)).toEqual([kept])
})

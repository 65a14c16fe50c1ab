import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { type GitHub, startGitHub } from './github/start-github.ts'
import { type Recorded, startWorkflow } from './load-test.ts'
import { type PullEventOptions, pullRequestEvent, pushEvent } from './runner/job-event.ts'
import { type ActionResult, runAction } from './runner/run-action.ts'

/*
 * The story of one pull request, on the committed bundle. The steps stand on each other, so a failure in one makes the
 * later ones fail too: read the first.
 */

const RECORDING = { actions: 'read', contents: 'write' } as const
const GATING = { actions: 'read', contents: 'read', 'pull-requests': 'write', statuses: 'write' } as const

let github: GitHub
let number: number

beforeAll(async () => {
  github = await startGitHub()
  await github.pushCommit({ branch: 'main', files: { 'README.md': 'shop' } })
  await github.requireStatus('main', 'perf-gate')
})

afterAll(async () => {
  expect(github.violations).toEqual([])
  await github.close()
})

async function push(recorded: Recorded): Promise<ActionResult> {
  github.setPermissions(RECORDING)
  const headSha = (await github.refSha('heads/main')) ?? ''
  const runId = await startWorkflow(github, { event: 'push', headSha, headBranch: 'main', actor: 'alice' }, recorded)
  const result = await runAction({ github, event: await pushEvent(github, { pusher: 'alice' }), runId })
  github.updateWorkflowRun(runId, { status: 'completed', conclusion: result.conclusion })
  return result
}

async function pullRequest(options: PullEventOptions, recorded: Recorded | null): Promise<ActionResult> {
  github.setPermissions(GATING)
  const { head } = await github.pull(number)
  const run = { event: 'pull_request', headSha: head.sha, headBranch: head.ref, actor: 'alice' }
  const runId = await startWorkflow(github, run, recorded)
  const result = await runAction({ github, event: await pullRequestEvent(github, number, options), runId })
  github.updateWorkflowRun(runId, { status: 'completed', conclusion: result.conclusion })
  return result
}

async function status(): Promise<string | undefined> {
  const { head } = await github.pull(number)
  return github.statusesOf(head.sha).at(-1)?.state
}

async function comment(): Promise<string> {
  const comments = await github.commentsOf(number)
  const ours = comments.filter(({ user }) => user?.login === 'github-actions[bot]')
  expect(ours).toHaveLength(1)
  return ours[0]?.body ?? ''
}

test('a push to the default branch records the baseline', async () => {
  const result = await push('normal')
  expect(result).toMatchObject({ exitCode: 0, outputs: { outcome: 'no-baseline', blocked: 'false' } })
  const stored = (await github.readBranchFile('perf-gate-baselines', 'perf-gate/v1/checkout.ndjson')) ?? ''
  expect(stored.trim().split('\n')).toHaveLength(5)
  expect(result.summary).toContain('NOT A GATE YET')
})

test('a pull request that regresses is commented on and blocked', async () => {
  await github.pushCommit({ branch: 'topic', from: 'main', files: { 'a.md': 'a' }, author: 'alice' })
  number = await github.openPull({ head: 'topic', base: 'main', author: 'alice' })
  const result = await pullRequest({ action: 'opened' }, 'slow')
  expect(result).toMatchObject({ exitCode: 1, outputs: { outcome: 'fail', blocked: 'true' } })
  expect(await status()).toBe('failure')
  expect(await comment()).toContain('Blocked: p95')
  expect(await comment()).toContain('POST /orders')
  expect(await github.merge(number, 'mona')).toMatchObject({ merged: false })
})

test('a label by someone who may only triage is refused, and the comment says why', async () => {
  await github.label(number, 'perf-override', { actor: 'tina' })
  const result = await pullRequest({ action: 'labeled', label: 'perf-override', sender: 'tina' }, null)
  expect(result).toMatchObject({ exitCode: 1, outputs: { outcome: 'fail' } })
  expect(await comment()).toMatch(/tina.*triage/s)
  expect(await github.merge(number, 'mona')).toMatchObject({ merged: false })
  await github.unlabel(number, 'perf-override', { actor: 'tina' })
  expect(await pullRequest({ action: 'unlabeled', label: 'perf-override', sender: 'tina' }, null)).toMatchObject({
    exitCode: 1,
  })
})

test("a maintainer's label with a reason turns it green, without a new load test", async () => {
  await github.comment(
    number,
    'mona',
    '/perf-override The new tax rules need a second query; ticket SHOP-12 repays it.',
  )
  await github.label(number, 'perf-override', { actor: 'mona' })
  const result = await pullRequest({ action: 'labeled', label: 'perf-override', sender: 'mona' }, null)
  expect(result).toMatchObject({ exitCode: 0, outputs: { outcome: 'overridden', blocked: 'false' } })
  expect(await status()).toBe('success')
  expect(await comment()).toContain('SHOP-12')
})

test('a new push makes the override stale and blocks again', async () => {
  await github.pushToPull(number, { 'b.md': 'b' }, 'alice')
  const result = await pullRequest({ action: 'synchronize' }, 'slow')
  expect(result).toMatchObject({ exitCode: 1, outputs: { outcome: 'fail' } })
  expect(await status()).toBe('failure')
  expect(await github.merge(number, 'mona')).toMatchObject({ merged: false })
})

test('a fix goes green, and the merge is allowed and recorded', async () => {
  await github.pushToPull(number, { 'c.md': 'c' }, 'alice')
  const result = await pullRequest({ action: 'synchronize' }, 'normal')
  expect(result).toMatchObject({ exitCode: 0, outputs: { blocked: 'false' } })
  expect(await status()).toBe('success')
  expect(await github.merge(number, 'mona')).toMatchObject({ merged: true })
  expect(await push('normal')).toMatchObject({ exitCode: 0 })
  const stored = (await github.readBranchFile('perf-gate-baselines', 'perf-gate/v1/checkout.ndjson')) ?? ''
  expect(stored.trim().split('\n')).toHaveLength(10)
})

import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { artifactZip } from './github/artifact-zip.ts'
import { type ResultFiles, recordedResults } from './load-test.ts'
import { mergeGroupEvent, pushEvent, workflowRunEvent } from './runner/job-event.ts'
import { runAction } from './runner/run-action.ts'
import { RECORDING, startTwoWorkflows, type TwoWorkflows } from './two-workflows.ts'

/*
 * What a store must never do: replace code, forget a service that its ledger knows, or lose the name of the person who accepted a
 * slowdown.
 */

let stage: TwoWorkflows
let normal: ResultFiles
let slow: ResultFiles

beforeEach(async () => {
  stage = await startTwoWorkflows()
  normal = await recordedResults('normal')
  slow = await recordedResults('slow')
})

afterEach(async () => {
  await stage.close()
})

const LEDGER = 'perf-gate/overrides.ndjson'
const STORE = 'perf-gate-baselines'
const REASON = '/perf-override The new tax rules need a second query; SHOP-12 repays it.'

/** Records the results of a load test of a push to main. */
async function recordTip(results: ResultFiles, inputs: Readonly<Record<string, string>> = {}) {
  const { github } = stage
  const headSha = (await github.refSha('heads/main')) ?? ''
  const run = { event: 'push', headSha, headBranch: 'main', actor: 'alice', status: 'in_progress' } as const
  const runId = await github.addWorkflowRun(run)
  github.uploadArtifact(
    runId,
    'k6-results-checkout--1',
    await artifactZip({ ...results, 'tip.txt': Buffer.from(headSha) }),
  )
  github.setPermissions(RECORDING)
  const event = await pushEvent(github, { pusher: 'alice' })
  const result = await runAction({ github, event, runId, with: inputs })
  github.updateWorkflowRun(runId, { status: 'completed', conclusion: result.conclusion })
  return result
}

async function overridden(): Promise<number> {
  const number = await stage.open('same repository')
  await stage.workflowRun(await stage.loadTest(number, slow))
  await stage.github.label(number, 'perf-override', { actor: 'mona' })
  await stage.comment(number, 'mona', REASON)
  expect(await stage.status(number)).toMatch(/^success: Not blocked: overridden/)
  return number
}

test.each(['main', 'release/1'])(
  'the branch %s, whose code is judged, is refused as a store, and stays as it is',
  async (branch) => {
    const { github } = stage
    await github.pushCommit({ branch, from: 'main', files: { 'x.md': 'x' }, message: 'Merge\n\nCommit-Number: 600\n' })
    const before = await github.refSha(`heads/${branch}`)
    const result = await recordTip(normal, { 'baseline-store': `branch:${branch}`, 'baseline-branches': 'release/*' })
    expect(result).toMatchObject({ exitCode: 1 })
    expect(result.stdout).toContain(`The baseline store cannot be the branch ${branch}`)
    expect(await github.refSha(`heads/${branch}`)).toBe(before)
  },
)

test('a ledger without the baseline of its service is no first day: artifacts stand in, and else it blocks', async () => {
  const { github } = stage
  await recordTip(normal)
  expect(await github.merge(await overridden(), 'mona')).toMatchObject({ merged: true })
  await recordTip(slow)
  expect(await github.readBranchFile(STORE, LEDGER)).toContain('"kind":"owed"')
  // The README of the branch says: to forget the baseline of a service, delete its file.
  await github.pushCommit({ branch: STORE, files: { 'perf-gate/v1/checkout.ndjson': null } })
  const number = await stage.open('same repository')
  const worse = Object.fromEntries(Object.entries(slow).filter(([path]) => !path.startsWith('run-5/')))
  await stage.workflowRun(await stage.loadTest(number, worse))
  expect(await stage.report(number)).toContain('Compared 3 of 3 gated series')
  for (const id of github.world.artifacts.keys()) github.expireArtifact(id)
  const other = await stage.open('same repository')
  await stage.workflowRun(await stage.loadTest(other, normal))
  expect(await stage.status(other)).toMatch(/^failure: Blocked: there is no usable baseline for checkout/)
})

test('an override that only the group of a merge queue needed is in the ledger', async () => {
  const { github } = stage
  const rerun = { with: { 'merge-queue': 'rerun' } }
  await recordTip(normal)
  const number = await stage.open('same repository')
  await stage.workflowRun(await stage.loadTest(number, normal))
  await github.label(number, 'perf-override', { actor: 'mona' })
  await stage.comment(number, 'mona', REASON)
  expect(await stage.status(number)).toMatch(/^success: Not blocked: nothing/)
  const { sha, ref } = await mergeGroupEvent(github, number)
  const run = { event: 'merge_group', headSha: sha, headBranch: ref.replace('refs/heads/', ''), actor: 'alice' }
  const runId = await github.addWorkflowRun(run)
  github.uploadArtifact(runId, 'k6-results-checkout', await artifactZip(slow))
  await stage.gate(await workflowRunEvent(github, runId), rerun)
  expect(github.statusesOf(sha).findLast(({ context }) => context === 'perf-gate')?.description).toMatch(
    /^Not blocked: overridden/,
  )
  await github.mergeGroup(number, sha)
  expect(await recordTip(slow)).toMatchObject({ exitCode: 0 })
  const [line] = ((await github.readBranchFile(STORE, LEDGER)) ?? '').split('\n')
  expect(JSON.parse(line ?? '')).toMatchObject({
    kind: 'owed',
    accepted: { by: 'mona', pullRequest: number, headSha: sha, reason: expect.stringContaining('tax rules') },
  })
})

import { afterEach, expect, test } from '@jest/globals'
import { artifactZip } from './github/artifact-zip.ts'
import { recordedResults } from './load-test.ts'
import { pullRequestEvent, pushEvent } from './runner/job-event.ts'
import { runAction } from './runner/run-action.ts'
import { RECORDING, scaledResults, startTwoWorkflows, type TwoWorkflows } from './two-workflows.ts'

/*
 * Each end-to-end run may send at most 20 requests (runner/request-limit.ts). These are the runs with the most requests that the
 * other tests do not contain.
 */

const REASON = '/perf-override The new tax rules need a second query; SHOP-12 repays it.'
const SERVICES = Array.from({ length: 16 }, (_, index) => `service-${index}`)

let stage: TwoWorkflows

afterEach(async () => {
  await stage.close()
})

/** The load test of sixteen services, with one artifact each. */
async function upload(runId: number, version: 'normal' | 'slow'): Promise<void> {
  const zip = await artifactZip({ ...(await recordedResults(version)), [`${version}.txt`]: Buffer.from(`${runId}`) })
  for (const service of SERVICES) stage.github.uploadArtifact(runId, `k6-results-${service}`, zip)
}

test('sixteen services are recorded twice, judged, overridden, and recorded', async () => {
  stage = await startTwoWorkflows()
  const { github } = stage
  async function record(version: 'normal' | 'slow') {
    const headSha = (await github.refSha('heads/main')) ?? ''
    const run = { event: 'push', headSha, headBranch: 'main', actor: 'alice', status: 'in_progress' } as const
    const runId = await github.addWorkflowRun(run)
    await upload(runId, version)
    github.setPermissions(RECORDING)
    const result = await runAction({ github, event: await pushEvent(github, { pusher: 'alice' }), runId })
    github.updateWorkflowRun(runId, { status: 'completed', conclusion: result.conclusion })
    expect(result).toMatchObject({ exitCode: 0 })
  }
  await record('normal')
  await github.pushCommit({ branch: 'main', files: { 'next.md': 'x' } })
  await record('normal')
  const number = await stage.open('same repository')
  const loadTest = await stage.loadTest(number, null)
  await upload(loadTest, 'slow')
  await stage.workflowRun(loadTest)
  expect(await stage.status(number)).toMatch(/^failure: Blocked/)
  await github.label(number, 'perf-override', { actor: 'mona' })
  await stage.comment(number, 'mona', REASON)
  expect(await stage.status(number)).toMatch(/^success: Not blocked: overridden/)
  expect(await github.merge(number, 'mona')).toMatchObject({ merged: true })
  await record('slow')
  const ledger = (await github.readBranchFile('perf-gate-baselines', 'perf-gate/overrides.ndjson')) ?? ''
  expect(ledger.trim().split('\n')).toHaveLength(16)
})

test('an override that needs three people, by a comment', async () => {
  stage = await startTwoWorkflows()
  const { github } = stage
  await stage.record(await recordedResults('normal'))
  const policy = 'version: 1\noverride: { approval: review }\n'
  await github.pushCommit({ branch: 'main', files: { '.github/perf-gate.yml': policy } })
  const number = await stage.open('same repository')
  await stage.workflowRun(await stage.loadTest(number, await recordedResults('slow')))
  await github.review(number, 'ada', 'APPROVE')
  await github.label(number, 'perf-override', { actor: 'mona' })
  await stage.comment(number, 'bob', REASON)
  expect(await stage.status(number)).toMatch(/^success: Not blocked: overridden by @?mona/)
})

test('an override by a comment, with baselines from artifacts', async () => {
  stage = await startTwoWorkflows()
  const { github } = stage
  for (let index = 0; index < 3; index += 1) {
    const headSha = await github.pushCommit({ branch: 'main', files: { [`m-${index}.md`]: 'x' } })
    const runId = await github.addWorkflowRun({ event: 'push', headSha, headBranch: 'main', actor: 'alice' })
    github.uploadArtifact(runId, 'k6-results-checkout', await artifactZip(await recordedResults('normal')))
  }
  const number = await stage.open('same repository')
  await stage.workflowRun(await stage.loadTest(number, await recordedResults('slow')))
  expect(await stage.status(number)).toMatch(/^failure: Blocked: p95/)
  await github.label(number, 'perf-override', { actor: 'mona' })
  await stage.comment(number, 'mona', REASON)
  expect(await stage.status(number)).toMatch(/^success: Not blocked: overridden/)
})

test('a label that comes while the gate works counts at once, and so does a reason in the description that goes', async () => {
  stage = await startTwoWorkflows()
  const { github } = stage
  await stage.record(await recordedResults('normal'))
  const number = await stage.open('same repository')
  const runId = await stage.loadTest(number, await recordedResults('slow'))
  await github.describe(number, `### Performance override\nThe new tax rules need a second query.`)
  const status = { method: 'POST', path: /\/statuses\// }
  const labels = () => github.label(number, 'perf-override', { actor: 'mona' })
  // This run does not learn of the label, because its decision did not depend on it. The event of the label starts the next run.
  github.faults.push({ ...status, effect: { kind: 'meanwhile', happens: labels } })
  await stage.workflowRun(runId)
  expect(await stage.status(number)).toMatch(/^success: Not blocked: overridden/)
  const labeled = await pullRequestEvent(github, number, { action: 'labeled', label: 'perf-override', target: true })
  const forgets = () => github.describe(number, 'Nothing to say.')
  // The first judgement would write the texts that are already there, so it writes nothing. The change therefore happens while it
  // reads.
  github.faults.push({ method: 'GET', path: /\/git\/blobs\//, effect: { kind: 'meanwhile', happens: forgets } })
  const result = await stage.gate(labeled)
  expect(await stage.status(number)).toMatch(/^failure: Blocked/)
  // One report, not one report for each judgement.
  expect(result.summary.match(/^# Performance report/gm)).toHaveLength(1)
})

test('an override by a comment, with drift and paths', async () => {
  stage = await startTwoWorkflows()
  const { github } = stage
  await stage.record(await scaledResults(1))
  const release = (await github.refSha('heads/main')) ?? ''
  await stage.record(await scaledResults(1.02))
  const policy = `version: 1\ndrift: { anchor: ${release}, max: 12% }\nservices: { checkout: { paths: ["**"] } }\n`
  await github.pushCommit({ branch: 'main', files: { '.github/perf-gate.yml': policy } })
  const number = await stage.open('fork')
  await stage.workflowRun(await stage.loadTest(number, await scaledResults(1.2)))
  await github.label(number, 'perf-override', { actor: 'mona' })
  await stage.comment(number, 'mona', REASON)
  expect(await stage.status(number)).toMatch(/^success: Not blocked: overridden/)
})

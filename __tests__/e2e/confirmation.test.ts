import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { artifactZip } from './github/artifact-zip.ts'
import type { ResultFiles } from './load-test.ts'
import { pullRequestEvent } from './runner/job-event.ts'
import { runAction } from './runner/run-action.ts'
import { GATING, scaledResults, startTwoWorkflows, type TwoWorkflows } from './two-workflows.ts'

/*
 * A rerun adds its runs to those of the same commit, on the committed bundle. Pairs that prove nothing leave the status pending,
 * and the report names what is missing. Pairs of a re-run and of another run of the load test are judged together with the first
 * pairs.
 */

const POLICY = `version: 1
confirmation: { max-runs: 10 }
`

/** Pairs in one artifact. The candidate of each pair is slower by its factor. */
async function pairs(...factors: readonly number[]): Promise<ResultFiles> {
  const normal = await scaledResults(1)
  const files: Record<string, Uint8Array> = {}
  for (const [index, factor] of factors.entries()) {
    const slowed = await scaledResults(factor)
    for (const name of ['summary.json', 'exit-code']) {
      files[`baseline/run-${index + 1}/${name}`] = normal[`run-1/${name}`] ?? new Uint8Array()
      files[`candidate/run-${index + 1}/${name}`] = slowed[`run-1/${name}`] ?? new Uint8Array()
    }
  }
  return files
}

let stage: TwoWorkflows

beforeAll(async () => {
  stage = await startTwoWorkflows()
  await stage.github.pushCommit({ branch: 'main', files: { '.github/perf-gate.yml': POLICY } })
})

afterAll(async () => {
  await stage.close()
})

async function rerun(runId: number, attempt: number, results: ResultFiles): Promise<void> {
  stage.github.rerun(runId)
  stage.github.uploadArtifact(runId, `k6-results-checkout--${attempt}`, await artifactZip(results))
  stage.github.updateWorkflowRun(runId, { status: 'completed', conclusion: 'success' })
}

describe('with a confirmation', () => {
  test('three pairs that prove nothing wait, and two more of a re-run decide: blocked', async () => {
    const number = await stage.open('same repository')
    const runId = await stage.loadTest(number, await pairs(1.03, 1.06, 1.09))
    const first = await stage.workflowRun(runId)
    expect(first.outputs).toMatchObject({ outcome: 'pending', blocked: 'true' })
    expect(JSON.parse(first.outputs['rerun-plan'] ?? '')).toMatchObject([
      { service: 'checkout', verdict: 'unproven', runs: 3, add: 2 },
    ])
    expect(await stage.status(number)).toMatch(
      /^pending: Blocked for now: p95 of checkout is 6\.0 % slower \(limit 5 %\), but this is not proven\./,
    )
    expect(await stage.report(number)).toMatch(/Re-run all jobs of the load test: 2 more pairs join the 3 there/)
    expect((await stage.github.merge(number, 'mona')).merged).toBe(false)

    await rerun(runId, 2, await pairs(1.065, 1.07))
    const second = await stage.workflowRun(runId)
    expect(second.outputs).toMatchObject({ outcome: 'fail', 'rerun-plan': '[]' })
    expect(await stage.status(number)).toMatch(
      /^failure: Blocked: p95 of .*checkout is 6\.\d % slower.*and this is proven/,
    )
    expect(await stage.report(number)).toContain('5 pairs, in turns')
  })

  test('another run of the load test of the same commit adds its pairs, until the last look decides: not blocked', async () => {
    const number = await stage.open('same repository')
    await stage.workflowRun(await stage.loadTest(number, await pairs(1.0, 1.06, 1.07)))
    expect(await stage.status(number)).toMatch(/^pending/)
    await stage.workflowRun(await stage.loadTest(number, await pairs(1.03, 1.02)))
    expect(await stage.status(number)).toMatch(
      /^pending: Blocked for now: p95 of checkout is .*, and this is not proven/,
    )
    const last = await stage.workflowRun(await stage.loadTest(number, await pairs(1.0, 0.985, 1.01, 0.995, 1.005)))
    expect(last.outputs).toMatchObject({ blocked: 'false', 'rerun-plan': '[]' })
    expect(await stage.status(number)).toMatch(/^success/)
    expect(await stage.report(number)).toContain('10 pairs, in turns')
    expect((await stage.github.merge(number, 'mona')).merged).toBe(true)
  })

  test('the same bytes uploaded again are no new measurement', async () => {
    const number = await stage.open('same repository')
    const same = await pairs(1.03, 1.06, 1.09)
    const runId = await stage.loadTest(number, same)
    await rerun(runId, 2, same)
    const result = await stage.workflowRun(runId)
    expect(JSON.parse(result.outputs['rerun-plan'] ?? '')).toMatchObject([{ runs: 3 }])
  })

  test('an override ends the wait', async () => {
    const number = await stage.open('same repository')
    await stage.workflowRun(await stage.loadTest(number, await pairs(1.03, 1.06, 1.09)))
    await stage.comment(number, 'mona', '/perf-override The new tax rules need a second query; SHOP-12 repays it.')
    await stage.github.label(number, 'perf-override', { actor: 'mona' })
    await stage.target(number, { action: 'labeled', label: 'perf-override', sender: 'mona' })
    expect(await stage.status(number)).toMatch(/^success: Not blocked: overridden by @?mona/)
  })

  test('in one workflow, the job that waits is not green, and a second run of it adds its pairs', async () => {
    const number = await stage.open('same repository')
    const { head } = await stage.github.pull(number)
    const run = { event: 'pull_request', headSha: head.sha, headBranch: head.ref, actor: 'alice' }
    const workflow = async (results: ResultFiles, action: 'opened' | 'reopened') => {
      const runId = await stage.github.addWorkflowRun({ ...run, status: 'in_progress' })
      stage.github.uploadArtifact(runId, 'k6-results-checkout', await artifactZip(results))
      stage.github.setPermissions(GATING)
      const event = await pullRequestEvent(stage.github, number, { action })
      const result = await runAction({ github: stage.github, event, runId })
      stage.github.updateWorkflowRun(runId, { status: 'completed', conclusion: result.conclusion })
      return result
    }
    expect(await workflow(await pairs(1.03, 1.06, 1.09), 'opened')).toMatchObject({
      exitCode: 1,
      outputs: { outcome: 'pending' },
    })
    expect(await stage.status(number)).toMatch(/^pending/)
    expect(await workflow(await pairs(1.065, 1.07), 'reopened')).toMatchObject({
      exitCode: 1,
      outputs: { outcome: 'fail' },
    })
    expect(await stage.report(number)).toContain('5 pairs, in turns')
  })
})

test('without a confirmation nothing waits', async () => {
  await stage.github.pushCommit({ branch: 'main', files: { '.github/perf-gate.yml': 'version: 1\n' } })
  const number = await stage.open('same repository')
  const result = await stage.workflowRun(await stage.loadTest(number, await pairs(1.03, 1.06, 1.09)))
  expect(result.outputs).toMatchObject({ outcome: 'fail', 'rerun-plan': '[]' })
  expect(await stage.status(number)).toMatch(/^failure/)
})

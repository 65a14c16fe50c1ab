import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { recordedResults } from './load-test.ts'
import { GATING, startTwoWorkflows, type TwoWorkflows } from './two-workflows.ts'

/*
 * A team tries the gate out with `enforce: false` in the policy. The gate judges and comments but blocks nothing, and its status
 * never looks like a passed gate.
 */

const TRIAL = { '.github/perf-gate.yml': 'version: 1\nenforce: false\n' }

let stage: TwoWorkflows

beforeEach(async () => {
  stage = await startTwoWorkflows()
  await stage.record(await recordedResults('normal'))
})

afterEach(async () => {
  await stage.close()
})

test('a slow pull request would be blocked, is not, and every place says both', async () => {
  await stage.github.pushCommit({ branch: 'main', files: TRIAL })
  const number = await stage.open('same repository')
  const runId = await stage.loadTest(number, await recordedResults('slow'))
  const result = await stage.workflowRun(runId)
  expect(result).toMatchObject({ exitCode: 0, outputs: { outcome: 'fail', blocked: 'false', enforced: 'false' } })
  expect(await stage.status(number)).toMatch(/^success: NOT ENFORCED: would be blocked: p95 of checkout is/)
  const [, line = '', ...rest] = (await stage.report(number)).split('\n').filter((text) => text !== '')
  expect(line).toMatch(/^🚧 \*\*NOT ENFORCED: would be blocked: p95/)
  expect(rest.join('\n')).toContain('its green check is no passed gate')
  // Nothing blocks, so nobody has to accept anything.
  expect(rest.join('\n')).not.toContain('/perf-override')
  expect(result.annotations.map(({ level }) => level)).not.toContain('error')
  const json = JSON.parse(result.files.get(result.outputs['report-json'] ?? '') ?? '{}')
  expect(json).toMatchObject({ outcome: 'fail', blocked: false, enforced: false })
  expect((await stage.github.merge(number, 'mona')).merged).toBe(true)
})

test('a pull request that nothing is wrong with does not look like one that passed a gate', async () => {
  await stage.github.pushCommit({ branch: 'main', files: TRIAL })
  const number = await stage.open('same repository')
  await stage.workflowRun(await stage.loadTest(number, await recordedResults('normal')))
  expect(await stage.status(number)).toMatch(/^success: NOT ENFORCED: would not be blocked/)
  expect(await stage.report(number)).toMatch(/🚧 \*\*NOT ENFORCED: would not be blocked/)
  expect(await stage.mergeGroup(number)).toMatchObject({ exitCode: 0 })
  const group = stage.github.world.statuses.findLast(({ context }) => context === 'perf-gate')
  expect(group?.data.description).toMatch(/^Carried over from #1 at \w+: NOT ENFORCED/)
})

test('results that are not there yet are waited for, and results that nobody can read block nothing', async () => {
  await stage.github.pushCommit({ branch: 'main', files: TRIAL })
  const number = await stage.open('same repository')
  const runId = await stage.loadTest(number, null, { status: 'in_progress' })
  await stage.workflowRun(runId, 'requested')
  expect(await stage.status(number)).toMatch(/^pending/)
  stage.github.updateWorkflowRun(runId, { status: 'completed', conclusion: 'failure' })
  expect(await stage.workflowRun(runId)).toMatchObject({ exitCode: 0, outputs: { outcome: 'invalid' } })
  expect(await stage.status(number)).toMatch(/^success: NOT ENFORCED: would be blocked/)
})

test('a pull request cannot switch it off for itself', async () => {
  const number = await stage.open('same repository', TRIAL)
  const runId = await stage.loadTest(number, await recordedResults('slow'))
  await stage.workflowRun(runId, 'completed', { permissions: GATING })
  expect(await stage.status(number)).toMatch(/^failure: Blocked/)
})

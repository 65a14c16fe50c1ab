import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { recordedResults } from './load-test.ts'
import { startTwoWorkflows, type TwoWorkflows } from './two-workflows.ts'

/* Which policy is in force: the present policy of the base branch. A note names a policy file that is not read. */

let stage: TwoWorkflows

beforeEach(async () => {
  stage = await startTwoWorkflows()
  await stage.record(await recordedResults('normal'))
})

afterEach(async () => {
  await stage.close()
})

const limit = (percent: number) => ({
  '.github/perf-gate.yml': `version: 1\ndefaults: { max-regression: ${percent}% }\n`,
})

/** Sets a label that does not concern the gate. The event starts the gate again. */
async function looksAgain(number: number): Promise<void> {
  await stage.github.label(number, 'docs', { actor: 'tina' })
  await stage.target(number, { action: 'labeled', label: 'docs', sender: 'tina' })
}

test('a policy that was mended or tightened on the base branch reaches open pull requests, and its commit is named', async () => {
  const { github } = stage
  const number = await stage.open('same repository')
  await stage.workflowRun(await stage.loadTest(number, await recordedResults('slow')))
  expect(await stage.status(number)).toMatch(/^failure: Blocked: .*\(limit 5 %\)/)
  const mild = await github.pushCommit({ branch: 'main', files: limit(40) })
  await looksAgain(number)
  expect(await stage.status(number)).toMatch(/^success/)
  expect(await stage.report(number)).toContain(`policy \`.github/perf-gate.yml at ${mild.slice(0, 7)}\``)
  await github.pushCommit({ branch: 'main', files: limit(3) })
  await looksAgain(number)
  expect(await stage.status(number)).toMatch(/^failure: Blocked: .*\(limit 3 %\)/)
  expect((await github.merge(number, 'mona')).merged).toBe(false)
})

test('the policy of the pull request itself is not in force', async () => {
  const number = await stage.open('same repository', limit(90))
  await stage.workflowRun(await stage.loadTest(number, await recordedResults('slow')))
  expect(await stage.status(number)).toMatch(/^failure: Blocked: .*\(limit 5 %\)/)
  const tip = (await stage.github.refSha('heads/main')) ?? ''
  expect(await stage.report(number)).toContain(`no policy file at \`${tip.slice(0, 7)}\`: defaults`)
})

test.each([
  ['perf/gate.yml', {}, /There is no policy file .*perf\/gate\.yml.* though the input .*policy.* names it/],
  ['perf/gate.yml', { 'perf/gate.yaml': 'version: 1\n' }, /perf\/gate\.yaml.* is there and is not read: rename it/],
] as const)('a policy file %s that is not there is said in the report', async (policy, files, remark) => {
  if (Object.keys(files).length > 0) await stage.github.pushCommit({ branch: 'main', files })
  const number = await stage.open('same repository')
  const runId = await stage.loadTest(number, await recordedResults('normal'))
  const result = await stage.workflowRun(runId, 'completed', { with: { policy } })
  expect(await stage.report(number)).toMatch(remark)
  expect(result.annotations.map(({ message }) => message).join()).toContain('There is no policy file perf/gate.yml')
})

import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { recordedResults } from './load-test.ts'
import { scaledResults, startTwoWorkflows, type TwoWorkflows } from './two-workflows.ts'

/*
 * An override covers one commit, one base branch and the reason that was read. People who may not override must not be able to
 * move it to another commit.
 */

const REASON = 'The new tax rules need a second query.'
const POLICY = { '.github/perf-gate.yml': 'version: 1\noverride: { second-person: never }\n' }

let stage: TwoWorkflows

beforeEach(async () => {
  stage = await startTwoWorkflows()
  await stage.github.pushCommit({ branch: 'main', files: POLICY })
  await stage.record(await recordedResults('normal'))
})

afterEach(async () => {
  await stage.close()
})

async function measure(number: number, factor: number): Promise<void> {
  await stage.workflowRun(await stage.loadTest(number, await scaledResults(factor)))
}

async function accept(number: number, label = 'perf-override', command = `/perf-override ${REASON}`): Promise<void> {
  await stage.github.comment(number, 'mona', command)
  await stage.github.label(number, label, { actor: 'mona' })
  await stage.target(number, { action: 'labeled', label, sender: 'mona' })
}

test('a commit that the branch had before the pull request was opened does not inherit it', async () => {
  const { github } = stage
  await github.pushCommit({ branch: 'taxes', from: 'main', files: { 'a.md': 'mild' }, author: 'alice' })
  const mild = (await github.refSha('heads/taxes')) ?? ''
  const evil = await github.pushCommit({ branch: 'taxes', files: { 'a.md': 'evil' }, author: 'alice' })
  // The worse commit has a workflow run. It is taken back before a pull request exists that would record the change.
  await github.addWorkflowRun({ event: 'push', headSha: evil, headBranch: 'taxes', actor: 'alice' })
  await github.world.git.writeRef('heads/taxes', mild)
  const number = await github.openPull({ head: 'taxes', base: 'main', author: 'alice' })
  await measure(number, 1.16)
  await accept(number)
  expect(await stage.status(number)).toMatch(/^success: Not blocked: overridden by mona/)
  await stage.github.movePull(number, evil)
  await measure(number, 3)
  expect(await stage.status(number)).toMatch(/^failure: Blocked/)
  expect(await stage.report(number)).toContain('for an earlier commit')
  expect((await github.merge(number, 'mona')).merged).toBe(false)
})

test('a run that was made after the move by force does not make the label older than the push', async () => {
  const { github } = stage
  const number = await stage.open('same repository')
  const mild = (await github.pull(number)).head.sha
  const evil = await github.pushToPull(number, { 'a.md': 'evil' })
  await github.movePull(number, mild)
  const { ref } = (await github.pull(number)).head
  await github.addWorkflowRun({ event: 'pull_request', headSha: evil, headBranch: ref, actor: 'alice' })
  await measure(number, 1.16)
  await accept(number)
  expect(await stage.status(number)).toMatch(/^success: Not blocked: overridden by mona/)
  await github.movePull(number, evil)
  await measure(number, 3)
  expect(await stage.status(number)).toMatch(/^failure: Blocked/)
})

test('another base branch asks again', async () => {
  const { github } = stage
  await github.pushCommit({ branch: 'release/1', from: 'main', files: { 'v.md': '1' } })
  const inputs = { with: { 'baseline-branches': 'release/*' } }
  const number = await stage.open('same repository')
  await stage.workflowRun(await stage.loadTest(number, await scaledResults(1.16)), 'completed', inputs)
  await github.comment(number, 'mona', `/perf-override ${REASON}`)
  await github.label(number, 'perf-override', { actor: 'mona' })
  await stage.target(number, { action: 'labeled', label: 'perf-override', sender: 'mona' }, inputs)
  expect(await stage.status(number)).toMatch(/^success: Not blocked: overridden by mona/)
  await github.retarget(number, 'release/1')
  await stage.target(number, { action: 'edited' }, inputs)
  expect(await stage.status(number)).toMatch(/^failure: Blocked/)
  expect(await stage.report(number)).toContain('for another base branch')
})

test('a reason that was written after it was accepted is not what was accepted', async () => {
  const { github } = stage
  const number = await stage.open('same repository')
  await measure(number, 1.16)
  await github.describe(number, `### Performance override\n${REASON}`)
  await github.label(number, 'perf-override', { actor: 'mona' })
  await stage.target(number, { action: 'labeled', label: 'perf-override', sender: 'mona' })
  expect(await stage.status(number, 'perf-gate/override')).toContain(REASON)
  await github.describe(number, '### Performance override\nMona said that nobody cares about latency in this team.')
  await stage.target(number, { action: 'edited' })
  expect(await stage.status(number)).toMatch(/^failure: Blocked/)
  expect(await stage.report(number)).toContain('The description was edited by `@alice` after `@mona` set the label')
})

test('the label counts in any capitals, and the command as people write it', async () => {
  const number = await stage.open('same repository')
  await measure(number, 1.16)
  await accept(number, 'Perf-Override', `/Perf-Override: ${REASON}`)
  expect(await stage.status(number)).toMatch(/^success: Not blocked: overridden by mona/)
})

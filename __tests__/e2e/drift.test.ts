import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { scaledResults, startTwoWorkflows, type TwoWorkflows } from './two-workflows.ts'

/*
 * Small steps, each within its limit, against a second anchor with its own budget, on the committed bundle. Each step needs the
 * steps before it, so read the first failure.
 */

let stage: TwoWorkflows
let release: string

beforeAll(async () => {
  stage = await startTwoWorkflows()
  expect(await stage.record(await scaledResults(1))).toMatchObject({ exitCode: 0 })
  release = (await stage.github.refSha('heads/main')) ?? ''
  for (const factor of [1.04, 1.08])
    expect(await stage.record(await scaledResults(factor))).toMatchObject({ exitCode: 0 })
})

afterAll(async () => {
  await stage.close()
})

async function policy(anchor: string, max: string): Promise<void> {
  const text = `version: 1\ndrift: { anchor: ${anchor}, max: ${max} }\n`
  await stage.github.pushCommit({ branch: 'main', files: { '.github/perf-gate.yml': text } })
}

async function judge(factor: number): Promise<number> {
  const number = await stage.open('same repository')
  await stage.workflowRun(await stage.loadTest(number, await scaledResults(factor)))
  return number
}

test('within its budget the drift is shown', async () => {
  await policy(release, '12%')
  const number = await judge(1.08)
  expect(await stage.status(number)).toMatch(/^success/)
  expect(await stage.report(number)).toMatch(
    /Since `[0-9a-f]{40}`, p95 of the default branch moved by \+4\.\d % of the 12 % that are allowed/,
  )
})

test('over its budget it blocks, though this change makes nothing slower', async () => {
  await policy(release, '3%')
  const number = await judge(1.08)
  expect(await stage.status(number)).toMatch(/^failure: Blocked.*p95 .*default branch has changed by \+4\.\d % since/)
  expect((await stage.github.merge(number, 'mona')).merged).toBe(false)
})

test('the change that brings it back is not blocked by it', async () => {
  const number = await judge(1)
  expect(await stage.status(number)).toMatch(/^success/)
  expect(await stage.report(number)).toContain('This change brings it back within the budget.')
})

test('an anchor that is no tag and no commit is an error, not a silent gate', async () => {
  await policy('v9', '3%')
  const number = await judge(1)
  expect(await stage.status(number)).toMatch(/^error: No verdict: The policy sets `drift.anchor` to v9/)
})

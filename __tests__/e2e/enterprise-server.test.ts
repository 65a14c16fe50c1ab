import { afterEach, expect, test } from '@jest/globals'
import { recordedResults } from './load-test.ts'
import { startTwoWorkflows, type TwoWorkflows } from './two-workflows.ts'

/*
 * A GitHub Enterprise Server: the API is at /api/v3 of its host, GraphQL at /api/graphql, and pages and artifacts are on the host
 * itself. All requests go to the hosts in GITHUB_API_URL and GITHUB_SERVER_URL: a request to another host is a violation.
 */

const REASON = '/perf-override The new tax rules need a second query; SHOP-12 repays it.'

let stage: TwoWorkflows

afterEach(async () => {
  await stage.close()
})

test('the whole story of a pull request, from the baseline to the recorded override', async () => {
  stage = await startTwoWorkflows({ enterprise: true })
  const { github } = stage
  expect(github.apiUrl).toMatch(/\/api\/v3$/)
  expect(await stage.record(await recordedResults('normal'))).toMatchObject({ exitCode: 0 })
  const number = await stage.open('fork')
  await stage.target(number, { action: 'opened' })
  expect(await stage.status(number)).toMatch(/^pending/)
  await stage.workflowRun(await stage.loadTest(number, await recordedResults('slow')))
  expect(await stage.status(number)).toMatch(/^failure: Blocked: p95/)
  await stage.comment(number, 'mona', REASON)
  await github.label(number, 'perf-override', { actor: 'mona' })
  await stage.target(number, { action: 'labeled', label: 'perf-override', sender: 'mona' })
  expect(await stage.status(number)).toMatch(/^success: Not blocked: overridden by @?mona/)
  const { head } = await github.pull(number)
  for (const { target_url } of github.statusesOf(head.sha))
    expect(target_url).toMatch(new RegExp(`^${github.serverUrl}/acme/shop/actions/runs/\\d+$`))
  // The overrides of merged pull requests come from GraphQL, which has its own address.
  expect(await github.merge(number, 'mona')).toMatchObject({ merged: true })
  expect(await stage.record(await recordedResults('slow'))).toMatchObject({ exitCode: 0 })
  expect(github.journal.some(({ path }) => path === '/graphql')).toBe(true)
  expect(await github.readBranchFile('perf-gate-baselines', 'perf-gate/overrides.ndjson')).toContain('SHOP-12')
})

test('artifacts that another company keeps are not fetched, and the report says what to do', async () => {
  stage = await startTwoWorkflows({ enterprise: true, storageHost: 'storage.example.com' })
  const number = await stage.open('same repository')
  await stage.workflowRun(await stage.loadTest(number, await recordedResults('normal')))
  expect(await stage.status(number)).toMatch(/^error: Blocked/)
  expect(await stage.report(number)).toContain('GitHub refers to a host that its artifacts do not come from')
  expect(await stage.report(number)).toContain('name their folder in the input `results`')
  expect(stage.github.journal.filter(({ origin }) => origin === 'storage')).toEqual([])
})

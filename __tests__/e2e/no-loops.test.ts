import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { createClient } from '../../src/github/client.ts'
import { recordedResults } from './load-test.ts'
import { issueCommentEvent } from './runner/job-event.ts'
import { GATING, scaledResults, startTwoWorkflows, type TwoWorkflows } from './two-workflows.ts'

/* The writes of the gate are events, too. They must not start the gate again, and must not use up what GitHub limits. */

let stage: TwoWorkflows

beforeEach(async () => {
  stage = await startTwoWorkflows()
  await stage.record(await recordedResults('normal'))
})

afterEach(async () => {
  await stage.close()
})

/** The writes since then, such as `POST statuses`. */
function writesSince(before: number): readonly string[] {
  return stage.github.journal
    .slice(before)
    .filter(({ method, path }) => method !== 'GET' && path !== '/graphql')
    .map(({ method, path }) => `${method} ${/statuses|reactions|comments(?!.*reactions)/.exec(path)?.[0] ?? path}`)
}

async function postStatuses(sha: string, names: readonly string[]): Promise<void> {
  stage.github.setPermissions(GATING)
  const { octokit } = createClient({ ...stage.github, secondMs: 0 })
  const { owner, repo } = stage.github
  for (const context of names)
    await octokit.rest.repos.createCommitStatus({ owner, repo, sha, state: 'success', context, description: 'x' })
}

test.each([
  ['an app', () => stage.github.appToken, 'gatekeeper[bot]'],
  ['a person', () => stage.github.tokenOf('ada'), 'ada'],
])('the gate does not answer its own comment, with the token of %s', async (_, token, login) => {
  const { github } = stage
  const options = { with: { 'github-token': token() } }
  const number = await stage.open('same repository')
  const before = github.journal.length
  await stage.workflowRun(await stage.loadTest(number, await recordedResults('slow')), 'completed', options)
  // The gate writes nothing just to learn its own login.
  expect(writesSince(before)).toEqual(['POST statuses', 'POST comments'])
  const [own] = await github.commentsOf(number)
  expect(own?.user?.login).toBe(login)
  expect(own?.body).toContain('/perf-override')
  for (const action of ['created', 'edited'] as const) {
    const asked = github.journal.length
    const result = await stage.gate(
      await issueCommentEvent(github, number, { commentId: own?.id ?? 0, action }),
      options,
    )
    expect([result.exitCode, github.journal.length - asked]).toEqual([0, 0])
  }
  // The next judgement finds the comment again and updates it in place.
  const again = github.journal.length
  await stage.workflowRun(await stage.loadTest(number, await scaledResults(1)), 'completed', options)
  expect(writesSince(again)).toEqual(['POST statuses', 'PATCH comments'])
})

test('equal words are not written again, whoever makes the gate look', async () => {
  const { github } = stage
  const number = await stage.open('fork')
  await stage.workflowRun(await stage.loadTest(number, await recordedResults('slow')))
  const before = github.journal.length
  for (const text of ['a', 'b', 'c']) await stage.comment(number, 'otto', `/perf-override ${text}`)
  await stage.target(number, { action: 'edited' })
  // One reaction to each command, and one answer with the reason.
  expect(writesSince(before)).toEqual(['POST reactions', 'POST comments', 'POST reactions', 'POST reactions'])
  expect(await stage.answers(number)).toHaveLength(1)
  expect(await stage.status(number)).toMatch(/^failure: Blocked: p95/)
})

test('the merge queue finds the verdict under more than a hundred other statuses, and so does the end of an override', async () => {
  const { github } = stage
  const number = await stage.open('same repository')
  await stage.workflowRun(await stage.loadTest(number, await recordedResults('slow')))
  await github.describe(number, '### Performance override\nThe new tax rules need a second query; SHOP-12 repays it.')
  await github.label(number, 'perf-override', { actor: 'mona' })
  await stage.target(number, { action: 'labeled', label: 'perf-override' })
  const { head } = await github.pull(number)
  const others = Array.from({ length: 110 }, (_, index) => `build-${index}`)
  await postStatuses(head.sha, others)
  const { annotations, exitCode } = await stage.mergeGroup(number)
  expect([exitCode, annotations]).toEqual([0, []])
  await github.unlabel(number, 'perf-override', { actor: 'mona' })
  await stage.target(number, { action: 'unlabeled', label: 'perf-override' })
  expect(await stage.status(number, 'perf-gate/override')).toBe(
    `success: No override any more. Before: @mona in #${number} (checkout +15.6%)`,
  )
})

test('a check that GitHub does not let change any more is told loudly', async () => {
  const { github } = stage
  const number = await stage.open('same repository')
  const { head } = await github.pull(number)
  await postStatuses(head.sha, Array(1000).fill('perf-gate'))
  const { annotations } = await stage.workflowRun(await stage.loadTest(number, await recordedResults('slow')))
  const told = 'GitHub takes no more statuses perf-gate for the commit'
  expect(annotations).toContainEqual(
    expect.objectContaining({ level: 'error', message: expect.stringContaining(told) }),
  )
  const report = await stage.report(number)
  expect(report.split('\n')[1]).toBe('> [!CAUTION]')
  expect(report).toMatch(/The check stays success, and the verdict is failure\. Push a new commit\./)
})

test.each(['always', 'never'])(
  'a reason that comes in a comment while the gate works counts (comment: %s)',
  async (comment) => {
    const { github } = stage
    const number = await stage.open('same repository')
    await stage.workflowRun(await stage.loadTest(number, await recordedResults('slow')))
    await github.label(number, 'perf-override', { actor: 'mona' })
    const says = async () =>
      void (await github.comment(number, 'mona', '/perf-override The new tax rules need a second query.'))
    // This happens after the comments were read, and before the verdict is written.
    const last = { method: 'GET', path: /\/git\/blobs\// }
    github.faults.push({ ...last, effect: { kind: 'meanwhile', happens: says } })
    await stage.target(number, { action: 'labeled', label: 'perf-override' }, { with: { comment } })
    expect(await stage.status(number)).toMatch(/^success: Not blocked: overridden by @?mona/)
  },
)

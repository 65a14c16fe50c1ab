import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals'
import { artifactZip } from './github/artifact-zip.ts'
import { type GitHub, startGitHub } from './github/start-github.ts'
import { type ResultFiles, recordedResults, type ServiceVersion } from './load-test.ts'
import { pullRequestEvent } from './runner/job-event.ts'
import { type ActionResult, runAction } from './runner/run-action.ts'

/*
 * Where the report appears and how it looks, on the committed bundle: comments if they are wanted, annotations, and the team's
 * own templates from the base branch. Each test has its own pull request; the results are recorded pairs.
 */

const GATING = { actions: 'read', contents: 'read', 'pull-requests': 'write', statuses: 'write' } as const

let github: GitHub
let number: number
let branches = 0

beforeAll(async () => {
  github = await startGitHub()
  await github.pushCommit({ branch: 'main', files: { 'README.md': 'shop' } })
  github.setPermissions(GATING)
})

afterAll(async () => {
  expect(github.violations).toEqual([])
  await github.close()
})

beforeEach(async () => {
  branches += 1
  const head = `topic-${branches}`
  await github.pushCommit({ branch: head, from: 'main', files: { 'a.md': head }, author: 'alice' })
  number = await github.openPull({ head, base: 'main', author: 'alice' })
})

/** Pairs: both versions in one artifact. */
async function pairs(candidate: ServiceVersion): Promise<ResultFiles> {
  const sides = [
    ['baseline', 'normal'],
    ['candidate', candidate],
  ] as const
  const files = await Promise.all(
    sides.map(async ([variant, version]) =>
      Object.entries(await recordedResults(version)).map(([path, bytes]) => [`${variant}/${path}`, bytes] as const),
    ),
  )
  return Object.fromEntries(files.flat())
}

async function gate(version: ServiceVersion, inputs: Readonly<Record<string, string>> = {}): Promise<ActionResult> {
  const { head } = await github.pull(number)
  const run = { event: 'pull_request', headSha: head.sha, headBranch: head.ref } as const
  const runId = await github.addWorkflowRun({ ...run, actor: 'alice', status: 'in_progress' })
  github.uploadArtifact(runId, 'k6-results-checkout', await artifactZip(await pairs(version)))
  const event = await pullRequestEvent(github, number, { action: 'synchronize' })
  const result = await runAction({ github, event, runId, with: inputs })
  github.updateWorkflowRun(runId, { status: 'completed', conclusion: result.conclusion })
  return result
}

async function comments(): Promise<readonly string[]> {
  return (await github.commentsOf(number)).map(({ body }) => body ?? '')
}

test('comment: on-failure says nothing while all is well, then says it, and takes it back', async () => {
  const inputs = { comment: 'on-failure' }
  expect(await gate('normal', inputs)).toMatchObject({ exitCode: 0 })
  expect(await comments()).toEqual([])
  await github.pushToPull(number, { 'b.md': 'b' }, 'alice')
  expect(await gate('slow', inputs)).toMatchObject({ exitCode: 1 })
  expect(await comments()).toEqual([expect.stringContaining('❌ **Blocked: p95')])
  await github.pushToPull(number, { 'c.md': 'c' }, 'alice')
  expect(await gate('normal', inputs)).toMatchObject({ exitCode: 0 })
  expect(await comments()).toEqual([expect.stringContaining('✅ **Not blocked')])
})

test('comment: always, as when nothing is said, comments on a change that changes nothing', async () => {
  for (const inputs of [{}, { comment: 'always' }]) {
    expect(await gate('normal', inputs)).toMatchObject({ exitCode: 0 })
    expect(await comments()).toEqual([expect.stringContaining('✅ **Not blocked')])
  }
})

test('comment: on-change says nothing while nothing changes, then says what did', async () => {
  const inputs = { comment: 'on-change' }
  expect(await gate('normal', inputs)).toMatchObject({ exitCode: 0, outputs: { outcome: 'pass' } })
  expect(await comments()).toEqual([])
  await github.pushToPull(number, { 'b.md': 'b' }, 'alice')
  expect(await gate('slow', inputs)).toMatchObject({ exitCode: 1 })
  expect(await comments()).toEqual([expect.stringContaining('❌ **Blocked: p95')])
})

test('comment: never leaves the pull request alone, and the status and the summary speak', async () => {
  const result = await gate('slow', { comment: 'never' })
  expect(await comments()).toEqual([])
  expect(result.summary).toContain('❌ **Blocked: p95')
  const { head } = await github.pull(number)
  expect(github.statusesOf(head.sha).at(-1)?.state).toBe('failure')
})

test('the worst findings are annotations, the first says the verdict, and there are not more than the runner shows', async () => {
  const { annotations } = await gate('slow')
  const errors = annotations.filter(({ level }) => level === 'error')
  expect(errors.map(({ properties }) => properties.get('title'))).toEqual([
    'perf-gate',
    'perf-gate: p95 of POST /orders in checkout',
    'perf-gate: p95 of checkout',
  ])
  expect(errors[0]?.message).toMatch(/^Blocked: p95 of POST \/orders in checkout is 17\.4 % slower/)
})

test('the comment and the summary open with the same words', async () => {
  const { summary } = await gate('slow')
  const lines = ((await comments())[0] ?? '').split('\n').filter((line) => line !== '')
  expect(
    summary
      .split('\n')
      .filter((line) => line !== '')
      .slice(1, 8),
  ).toEqual(lines.slice(1, 8))
})

test('templates come from the base branch; those of the pull request do nothing', async () => {
  const policy = { '.github/perf-gate.yml': 'version: 1\ntemplates: .github/perf-gate\n' }
  await github.pushCommit({
    branch: 'main',
    files: { ...policy, '.github/perf-gate/latency.hbs': '#### Ours: {{length rows}} rows\n' },
  })
  await github.pushCommit({ branch: 'templated', from: 'main', files: { 'a.md': 'a' }, author: 'alice' })
  await github.pushCommit({
    branch: 'templated',
    files: { '.github/perf-gate/latency.hbs': '#### Theirs\n', '.github/perf-gate/conclusion.hbs': '{{> x}}' },
    author: 'alice',
  })
  number = await github.openPull({ head: 'templated', base: 'main', author: 'alice' })
  const result = await gate('slow')
  expect(result).toMatchObject({ exitCode: 1, outputs: { outcome: 'fail' } })
  expect(await comments()).toEqual([expect.stringContaining('#### Ours: 3 rows')])
})

test('a template that is wrong is named, and the verdict and the standard report are there', async () => {
  await github.pushCommit({ branch: 'main', files: { '.github/perf-gate/summary.hbs': 'a\n{{speed}}\n' } })
  await github.pushCommit({ branch: 'broken', from: 'main', files: { 'a.md': 'a' }, author: 'alice' })
  number = await github.openPull({ head: 'broken', base: 'main', author: 'alice' })
  const result = await gate('slow')
  expect(result).toMatchObject({ exitCode: 1, outputs: { outcome: 'fail' } })
  const [comment] = await comments()
  expect(comment).toMatch(
    /cannot be used: `?\.github\/perf-gate\/summary\.hbs`?, line 2: the data of this section has no `speed`\./,
  )
  expect(comment).toContain('#### Latency')
})

test('a folder of templates that is not there is named, and the report is the standard one', async () => {
  await github.pushCommit({ branch: 'main', files: { '.github/perf-gate.yml': 'version: 1\ntemplates: nowhere\n' } })
  await github.pushCommit({ branch: 'lost', from: 'main', files: { 'a.md': 'a' }, author: 'alice' })
  number = await github.openPull({ head: 'lost', base: 'main', author: 'alice' })
  expect(await gate('normal')).toMatchObject({ exitCode: 0, outputs: { outcome: 'pass' } })
  expect((await comments())[0]).toContain('There is no folder nowhere at')
})

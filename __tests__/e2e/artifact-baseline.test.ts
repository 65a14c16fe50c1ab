import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { artifactZip } from './github/artifact-zip.ts'
import { type GitHub, startGitHub } from './github/start-github.ts'
import { recordedResults, type ServiceVersion } from './load-test.ts'
import { pullRequestEvent } from './runner/job-event.ts'
import { type ActionResult, runAction } from './runner/run-action.ts'

/*
 * Baselines without any set-up: the artifacts of the default branch's own load tests. Nothing is recorded. Each step needs the
 * steps before it, so read the first failure.
 */
let github: GitHub

beforeAll(async () => {
  github = await startGitHub()
  await github.pushCommit({ branch: 'main', files: { 'README.md': 'shop' } })
})

afterAll(async () => {
  expect(github.violations).toEqual([])
  await github.close()
})

/** A load test of a push, without a gate. */
async function loadTest(version: ServiceVersion): Promise<number> {
  const headSha = (await github.refSha('heads/main')) ?? ''
  const runId = await github.addWorkflowRun({ event: 'push', headSha, headBranch: 'main', actor: 'alice' })
  return github.uploadArtifact(runId, 'k6-results-checkout', await artifactZip(await recordedResults(version)))
}

async function openPull(head: string): Promise<number> {
  await github.pushCommit({ branch: head, from: 'main', files: { [`${head}.md`]: head }, author: 'alice' })
  return github.openPull({ head, base: 'main', author: 'alice' })
}

async function judge(
  number: number,
  version: ServiceVersion | null,
  inputs: Readonly<Record<string, string>> = {},
): Promise<ActionResult> {
  const { head } = await github.pull(number)
  const run = { event: 'pull_request', headSha: head.sha, headBranch: head.ref, actor: 'alice' }
  const runId = await github.addWorkflowRun({ ...run, status: 'in_progress' })
  if (version !== null)
    github.uploadArtifact(runId, 'k6-results-checkout', await artifactZip(await recordedResults(version)))
  const event = await pullRequestEvent(
    github,
    number,
    version === null ? { action: 'labeled', label: 'perf-override', sender: 'mona' } : { action: 'opened' },
  )
  const result = await runAction({ github, event, runId, with: inputs })
  github.updateWorkflowRun(runId, { status: 'completed', conclusion: result.conclusion })
  return result
}

const comment = async (number: number) => (await github.commentsOf(number))[0]?.body ?? ''

test('before any load test of the default branch there is no gate', async () => {
  expect(await judge(await openPull('early'), 'slow')).toMatchObject({
    exitCode: 0,
    outputs: { outcome: 'no-baseline' },
  })
})

test.each([{}, { 'baseline-store': 'artifact' }])('after one there is, with %j', async (inputs) => {
  const artifact = await loadTest('normal')
  const number = await openPull(`slow-${artifact}`)
  expect(await judge(number, 'slow', inputs)).toMatchObject({ exitCode: 1, outputs: { outcome: 'fail' } })
  expect(await comment(number)).toContain('Compared 3 of 3 gated series with `main`')
  expect(await judge(await openPull(`fine-${artifact}`), 'normal', inputs)).toMatchObject({ exitCode: 0 })
})

test('an accepted slowdown does not block the next pull request, whose report shows it', async () => {
  const number = await openPull('accepted')
  expect(await judge(number, 'slow')).toMatchObject({ exitCode: 1 })
  await github.comment(number, 'mona', '/perf-override The new tax rules need a second query.')
  await github.label(number, 'perf-override', { actor: 'mona' })
  expect(await judge(number, null)).toMatchObject({ exitCode: 0, outputs: { outcome: 'overridden' } })
  expect(await github.merge(number, 'mona')).toMatchObject({ merged: true })
  await loadTest('slow')
  const next = await openPull('next')
  expect(await judge(next, 'slow')).toMatchObject({ exitCode: 0, outputs: { outcome: 'warn' } })
  expect(await comment(next)).toContain('accepted by `mona` in pull request')
})

test('artifacts that GitHub has deleted are no baseline', async () => {
  for (const [id, { runId }] of github.world.artifacts) {
    if (github.world.runs.get(runId)?.event === 'push') github.expireArtifact(id)
  }
  expect(await judge(await openPull('late'), 'slow')).toMatchObject({
    exitCode: 0,
    outputs: { outcome: 'no-baseline' },
  })
})

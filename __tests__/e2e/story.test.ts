import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { findK6, K6_IS_REQUIRED, K6_LEFT_OUT } from '../../scripts/find-k6.ts'
import { artifactZip } from './github/artifact-zip.ts'
import { type GitHub, startGitHub } from './github/start-github.ts'
import { measuredResults, type ResultFiles, recordedResults, type ServiceVersion } from './load-test.ts'
import { type PullEventOptions, pullRequestEvent, pushEvent } from './runner/job-event.ts'
import { type ActionResult, runAction } from './runner/run-action.ts'

const RECORDING = {
  actions: 'read',
  contents: 'write',
  'pull-requests': 'read',
  statuses: 'write',
  issues: 'write',
} as const
const GATING = { actions: 'read', contents: 'read', 'pull-requests': 'write', statuses: 'write' } as const

/** The source of the numbers: recorded runs, or a running k6. */
type Source = Readonly<{
  results: (version: ServiceVersion) => Promise<ResultFiles>
  runs: number
  with: Readonly<Record<string, string>>
}>

/* The story of one pull request, on the committed bundle. Each step needs the steps before it, so read the first failure. */
function tellStory(source: Source): void {
  let github: GitHub
  let number: number

  beforeAll(async () => {
    github = await startGitHub()
    await github.pushCommit({ branch: 'main', files: { 'README.md': 'shop' } })
    await github.requireStatus('main', 'perf-gate')
  })

  afterAll(async () => {
    expect(github.violations).toEqual([])
    await github.close()
  })

  /** Runs the workflow once: its load test, if there is one, and then the gate. */
  async function workflow(
    run: Readonly<{ event: string; headSha: string; headBranch: string }>,
    version: ServiceVersion | null,
    event: Parameters<typeof runAction>[0]['event'],
  ): Promise<ActionResult> {
    const runId = await github.addWorkflowRun({ ...run, actor: 'alice', status: 'in_progress' })
    if (version !== null) {
      github.uploadArtifact(runId, 'k6-results-checkout', await artifactZip(await source.results(version)))
    }
    const result = await runAction({ github, event, runId, with: source.with })
    github.updateWorkflowRun(runId, { status: 'completed', conclusion: result.conclusion })
    return result
  }

  async function push(version: ServiceVersion): Promise<ActionResult> {
    github.setPermissions(RECORDING)
    const headSha = (await github.refSha('heads/main')) ?? ''
    return workflow(
      { event: 'push', headSha, headBranch: 'main' },
      version,
      await pushEvent(github, { pusher: 'alice' }),
    )
  }

  async function pullRequest(options: PullEventOptions, version: ServiceVersion | null): Promise<ActionResult> {
    github.setPermissions(GATING)
    const { head } = await github.pull(number)
    const run = { event: 'pull_request', headSha: head.sha, headBranch: head.ref }
    return workflow(run, version, await pullRequestEvent(github, number, options))
  }

  async function status(): Promise<string | undefined> {
    const { head } = await github.pull(number)
    return github.statusesOf(head.sha).at(-1)?.state
  }

  async function comment(): Promise<string> {
    const comments = await github.commentsOf(number)
    const ours = comments.filter(({ user }) => user?.login === 'github-actions[bot]')
    expect(ours).toHaveLength(1)
    return ours[0]?.body ?? ''
  }

  async function storedRuns(): Promise<number> {
    const stored = (await github.readBranchFile('perf-gate-baselines', 'perf-gate/v1/checkout.ndjson')) ?? ''
    return stored.trim().split('\n').length
  }

  test('a push to the default branch records the baseline', async () => {
    const result = await push('normal')
    expect(result).toMatchObject({ exitCode: 0, outputs: { outcome: 'no-baseline', blocked: 'false' } })
    expect(await storedRuns()).toBe(source.runs)
    expect(result.summary).toContain('NOT A GATE YET')
  })

  test('a pull request that regresses is commented on and blocked', async () => {
    await github.pushCommit({ branch: 'topic', from: 'main', files: { 'a.md': 'a' }, author: 'alice' })
    number = await github.openPull({ head: 'topic', base: 'main', author: 'alice' })
    const result = await pullRequest({ action: 'opened' }, 'slow')
    expect(result).toMatchObject({ exitCode: 1, outputs: { outcome: 'fail', blocked: 'true' } })
    expect(await status()).toBe('failure')
    expect(await comment()).toContain('Blocked: p95')
    expect(await comment()).toContain('POST /orders')
    expect(await github.merge(number, 'mona')).toMatchObject({ merged: false })
  })

  test('a label by someone who may only triage is refused, and the comment says why', async () => {
    await github.label(number, 'perf-override', { actor: 'tina' })
    const result = await pullRequest({ action: 'labeled', label: 'perf-override', sender: 'tina' }, null)
    expect(result).toMatchObject({ exitCode: 1, outputs: { outcome: 'fail' } })
    expect(await comment()).toMatch(/tina.*triage/s)
    expect(await github.merge(number, 'mona')).toMatchObject({ merged: false })
    await github.unlabel(number, 'perf-override', { actor: 'tina' })
    expect(await pullRequest({ action: 'unlabeled', label: 'perf-override', sender: 'tina' }, null)).toMatchObject({
      exitCode: 1,
    })
  })

  test("a maintainer's label with a reason turns it green, without a new load test", async () => {
    await github.comment(
      number,
      'mona',
      '/perf-override The new tax rules need a second query; ticket SHOP-12 repays it.',
    )
    await github.label(number, 'perf-override', { actor: 'mona' })
    const result = await pullRequest({ action: 'labeled', label: 'perf-override', sender: 'mona' }, null)
    expect(result).toMatchObject({ exitCode: 0, outputs: { outcome: 'overridden', blocked: 'false' } })
    expect(await status()).toBe('success')
    expect(await comment()).toContain('SHOP-12')
  })

  test('a new push makes the override stale and blocks again', async () => {
    await github.pushToPull(number, { 'b.md': 'b' }, 'alice')
    const result = await pullRequest({ action: 'synchronize' }, 'slow')
    expect(result).toMatchObject({ exitCode: 1, outputs: { outcome: 'fail' } })
    expect(await status()).toBe('failure')
    expect(await github.merge(number, 'mona')).toMatchObject({ merged: false })
  })

  test('a fix goes green, and the merge is allowed and recorded', async () => {
    await github.pushToPull(number, { 'c.md': 'c' }, 'alice')
    const result = await pullRequest({ action: 'synchronize' }, 'normal')
    expect(result).toMatchObject({ exitCode: 0, outputs: { blocked: 'false' } })
    expect(await status()).toBe('success')
    expect(await github.merge(number, 'mona')).toMatchObject({ merged: true })
    expect(await push('normal')).toMatchObject({ exitCode: 0 })
    expect(await storedRuns()).toBe(2 * source.runs)
  })
}

describe('with recorded results', () => {
  tellStory({ results: recordedResults, runs: 5, with: {} })
})

const k6 = findK6()
if (k6 !== null) {
  describe('with real k6', () => {
    // There is one short run per side on a shared machine, so the limit is wide, and the slow version is three times as slow.
    tellStory({ results: (version) => measuredResults(k6, version), runs: 1, with: { 'max-regression': '60%' } })
  })
} else {
  test(`real k6 (${K6_LEFT_OUT})`, () => {
    expect(K6_IS_REQUIRED).toBe(false)
  })
}

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { artifactZip } from './github/artifact-zip.ts'
import { type ResultFiles, recordedResults } from './load-test.ts'
import { pullRequestEvent, workflowRunEvent } from './runner/job-event.ts'
import { GATE, startTwoWorkflows, type TwoWorkflows } from './two-workflows.ts'

/*
 * The traps of required checks, each seen in a real repository: what must never turn a check green, and what must never leave it
 * pending without an explanation. The baseline is recorded once; each test has its own pull request.
 */

const POLICY = `version: 1
services:
  checkout: { paths: ['services/checkout/**'] }
`
const REASON = '/perf-override The new tax rules need a second query; SHOP-12 repays it.'

let stage: TwoWorkflows
let normal: ResultFiles
let slow: ResultFiles

async function start(): Promise<void> {
  stage = await startTwoWorkflows()
  normal = await recordedResults('normal')
  slow = await recordedResults('slow')
  expect(await stage.record(normal)).toMatchObject({ exitCode: 0 })
}

beforeAll(start)

afterAll(async () => {
  await stage.close()
})

async function merges(number: number): Promise<boolean> {
  return (await stage.github.merge(number, 'mona')).merged
}

/** The number of statuses that the head of a pull request has. */
async function statuses(number: number): Promise<readonly string[]> {
  const { head } = await stage.github.pull(number)
  return stage.github.statusesOf(head.sha).map(({ context, state }) => `${context}: ${state}`)
}

describe('before there is a verdict', () => {
  test('the status is pending with words at once, then follows the load test', async () => {
    const number = await stage.open('fork')
    expect(await stage.target(number, { action: 'opened' })).toMatchObject({ exitCode: 0, annotations: [] })
    expect(await stage.status(number)).toMatch(
      /^pending: Waiting for the load test: perf.yml has not run on [0-9a-f]{7} yet/,
    )
    const runId = await stage.loadTest(number, null, { status: 'in_progress' })
    await stage.workflowRun(runId, 'in_progress')
    expect(await stage.status(number)).toBe(
      `pending: The load test of ${(await stage.github.pull(number)).head.sha.slice(0, 7)} is running (run ${runId}).`,
    )
    expect(await stage.report(number)).toBe('')
    expect(await merges(number)).toBe(false)
    stage.github.uploadArtifact(runId, 'k6-results-checkout', await artifactZip(normal))
    stage.github.updateWorkflowRun(runId, { status: 'completed', conclusion: 'success' })
    await stage.workflowRun(runId)
    expect(await stage.status(number)).toMatch(/^success/)
  })

  test('a label while the load test runs leaves it pending, whatever an older run said', async () => {
    const number = await stage.open('same repository')
    await stage.workflowRun(await stage.loadTest(number, normal))
    expect(await stage.status(number)).toMatch(/^success/)
    await stage.loadTest(number, null, { status: 'in_progress' })
    await stage.github.label(number, 'docs', { actor: 'tina' })
    await stage.target(number, { action: 'labeled', label: 'docs', sender: 'tina' })
    expect(await stage.status(number)).toMatch(/^pending: The load test of [0-9a-f]{7} is running/)
  })

  test('a run of a new contributor waits for approval, and says so', async () => {
    const number = await stage.open('fork')
    const runId = await stage.loadTest(number, null)
    stage.github.updateWorkflowRun(runId, { conclusion: 'action_required' })
    await stage.target(number, { action: 'opened' })
    expect(await stage.status(number)).toBe(
      `pending: Waiting: someone with write access must approve the workflow run ${runId} of this new contributor.`,
    )
  })

  test('a merge conflict keeps GitHub from running anything, and the status says so', async () => {
    const number = await stage.open('same repository', { 'conflict.md': 'ours' })
    await stage.github.pushCommit({ branch: 'main', files: { 'conflict.md': 'theirs' } })
    await stage.target(number, { action: 'synchronize' })
    expect(await stage.status(number)).toBe(
      'pending: Waiting: GitHub runs no load test while this pull request has a merge conflict.',
    )
  })

  test('an event that comes late does not put a verdict back to pending', async () => {
    const number = await stage.open('same repository')
    const opened = await pullRequestEvent(stage.github, number, { action: 'opened', target: true })
    const runId = await stage.loadTest(number, slow)
    const requested = await workflowRunEvent(stage.github, runId, 'requested')
    await stage.workflowRun(runId)
    for (const late of [opened, requested]) {
      await stage.gate(late)
      expect(await stage.status(number)).toMatch(/^failure: Blocked/)
    }
  })

  test('a load test that ends while the gate says "pending" is judged, whoever wrote last', async () => {
    const number = await stage.open('same repository')
    const runId = await stage.loadTest(number, normal, { status: 'in_progress' })
    const happens = async () => stage.github.updateWorkflowRun(runId, { status: 'completed', conclusion: 'success' })
    stage.github.faults.push({ method: 'POST', path: /\/statuses\//, effect: { kind: 'meanwhile', happens } })
    await stage.target(number, { action: 'opened' })
    expect(await statuses(number)).toEqual(['perf-gate: pending', 'perf-gate: success'])
  })
})

describe('what must not change a verdict', () => {
  test('an unrelated label: the same verdict is posted again, red or green', async () => {
    for (const [results, expected] of [
      [slow, /^failure: Blocked: p95/],
      [normal, /^success: Not blocked/],
    ] as const) {
      const number = await stage.open('same repository')
      await stage.workflowRun(await stage.loadTest(number, results))
      const before = await stage.status(number)
      expect(before).toMatch(expected)
      await stage.github.label(number, 'docs', { actor: 'tina' })
      await stage.target(number, { action: 'labeled', label: 'docs', sender: 'tina' })
      await stage.github.unlabel(number, 'docs', { actor: 'tina' })
      await stage.target(number, { action: 'unlabeled', label: 'docs', sender: 'tina' })
      expect(await stage.status(number)).toBe(before)
      expect(await merges(number)).toBe(results === normal)
    }
  })

  test('a skipped load test has no results: it does not count as passed', async () => {
    const number = await stage.open('same repository')
    const runId = await stage.loadTest(number, null, { conclusion: 'skipped' })
    expect((await stage.workflowRun(runId)).exitCode).toBe(0)
    expect(await stage.status(number)).toMatch(/^error: Blocked: the load test of [0-9a-f]{7} ended without results/)
    expect(await merges(number)).toBe(false)
  })

  test('a cancelled run neither passes nor hides the results that are there', async () => {
    const number = await stage.open('same repository')
    await stage.workflowRun(await stage.loadTest(number, null, { conclusion: 'cancelled' }))
    expect(await stage.status(number)).toMatch(/^error: .*cancelled/)
    await stage.workflowRun(await stage.loadTest(number, normal))
    await stage.workflowRun(await stage.loadTest(number, null, { conclusion: 'cancelled' }))
    expect(await stage.status(number)).toMatch(/^success/)
  })

  test('an artifact that expires between the list and the download blocks', async () => {
    const number = await stage.open('same repository')
    const runId = await stage.loadTest(number, normal)
    stage.github.faults.push({
      method: 'GET',
      path: /\/artifacts\/\d+\/zip$/,
      effect: { kind: 'answer', status: 410, body: { message: 'Artifact has expired' } },
    })
    await stage.workflowRun(runId)
    expect(await stage.status(number)).toMatch(/^error: Blocked/)
    expect(await stage.report(number)).toContain('The artifact has expired')
    expect(await merges(number)).toBe(false)
  })

  test('after the results have expired, an unrelated label takes no verdict away; one of ours does', async () => {
    const number = await stage.open('same repository')
    const runId = await stage.loadTest(number, normal)
    await stage.workflowRun(runId)
    const before = await stage.status(number)
    for (const [id, artifact] of stage.github.world.artifacts)
      if (artifact.runId === runId) stage.github.expireArtifact(id)
    await stage.github.label(number, 'stale', { actor: 'tina' })
    await stage.target(number, { action: 'labeled', label: 'stale', sender: 'tina' })
    expect(await stage.status(number)).toBe(before)
    await stage.github.label(number, 'perf-override', { actor: 'mona' })
    await stage.target(number, { action: 'labeled', label: 'perf-override', sender: 'mona' })
    expect(await stage.status(number)).toMatch(/^error: Blocked: the results of run \d+ have expired/)
  })

  test('a gate of another name is another check: it does not satisfy the required one', async () => {
    const number = await stage.open('same repository')
    await stage.workflowRun(await stage.loadTest(number, normal), 'completed', {
      with: { name: 'nightly' },
    })
    expect(await stage.status(number, 'nightly')).toMatch(/^success/)
    expect(await stage.status(number)).toBe('')
    expect(await merges(number)).toBe(false)
  })

  test('a re-run of a gate replays its old event: it says nothing of a newer commit', async () => {
    const number = await stage.open('same repository')
    const old = await workflowRunEvent(stage.github, await stage.loadTest(number, normal))
    await stage.gate(old)
    await stage.github.pushToPull(number, { 'new.md': 'x' })
    await stage.workflowRun(await stage.loadTest(number, slow))
    const before = await stage.report(number)
    expect((await stage.gate(old)).stdout).toContain('a newer push superseded it')
    expect(await stage.status(number)).toMatch(/^failure/)
    expect(await stage.report(number)).toBe(before)
  })

  test('a push while the gate works: the old commit gets its status, the comment stays', async () => {
    const number = await stage.open('same repository')
    const runId = await stage.loadTest(number, normal)
    const old = (await stage.github.pull(number)).head.sha
    const happens = async () => void (await stage.github.pushToPull(number, { 'new.md': 'x' }))
    stage.github.faults.push({ method: 'POST', path: /\/statuses\//, effect: { kind: 'meanwhile', happens } })
    await stage.workflowRun(runId)
    expect(stage.github.statusesOf(old).map(({ state }) => state)).toEqual(['success'])
    expect(await statuses(number)).toEqual([])
    expect(await stage.report(number)).toBe('')
    expect(await merges(number)).toBe(false)
  })

  test('a label that goes while the gate works takes its override along', async () => {
    const number = await stage.open('same repository')
    await stage.workflowRun(await stage.loadTest(number, slow))
    await stage.comment(number, 'mona', REASON)
    await stage.github.label(number, 'perf-override', { actor: 'mona' })
    const labeled = await pullRequestEvent(stage.github, number, {
      action: 'labeled',
      label: 'perf-override',
      target: true,
    })
    const happens = () => stage.github.unlabel(number, 'perf-override', { actor: 'mona' })
    // The first status is the override itself, and the second is the verdict.
    stage.github.faults.push({ method: 'POST', path: /\/statuses\//, after: 1, effect: { kind: 'meanwhile', happens } })
    await stage.gate(labeled)
    expect(await stage.status(number)).toMatch(/^failure: Blocked/)
    expect(await merges(number)).toBe(false)
  })
})

describe('several results of one commit', () => {
  test('the artifacts of all attempts of a run are judged together', async () => {
    const number = await stage.open('same repository')
    const runId = await stage.loadTest(number, normal)
    await stage.workflowRun(runId)
    stage.github.rerun(runId)
    stage.github.uploadArtifact(
      runId,
      'k6-results-checkout',
      await artifactZip({ ...slow, 'note.txt': Buffer.from('2') }),
    )
    stage.github.updateWorkflowRun(runId, { status: 'completed', conclusion: 'success' })
    const before = stage.github.journal.length
    await stage.workflowRun(runId)
    const downloads = stage.github.journal
      .slice(before)
      .filter(({ operationId }) => operationId === 'actions/download-artifact')
    expect(downloads).toHaveLength(2)
  })

  test('one branch offered to two base branches gets the worse verdict, whichever event asks', async () => {
    const inputs = { with: { 'baseline-branches': 'release/*' } }
    const number = await stage.open('same repository')
    const { head } = await stage.github.pull(number)
    await stage.github.pushCommit({
      branch: 'release/1',
      from: 'main',
      files: { '.github/perf-gate.yml': 'version: 1\ndefaults: { max-regression: 90% }\n' },
    })
    const milder = await stage.github.openPull({ head: head.ref, base: 'release/1', author: 'alice' })
    await stage.loadTest(number, slow)
    await stage.target(milder, { action: 'opened' }, { ...inputs, pullRequests: 2 })
    expect(await stage.status(number)).toMatch(/^failure: Blocked/)
    expect(await stage.report(number)).toMatch(/^❌/m)
    expect(await merges(number)).toBe(false)
  })

  test('two branches of a fork that end with one commit: the milder base branch turns nothing green', async () => {
    const { github } = stage
    const number = await stage.open('fork')
    const { head } = await github.pull(number)
    const mild = { '.github/perf-gate.yml': 'version: 1\ndefaults: { max-regression: 90% }\n' }
    await github.pushCommit({ branch: 'release/2', from: 'main', files: mild })
    const milder = await github.openForkPull({ head: 'copy', base: 'release/2', author: 'otto', commit: head.sha })
    const inputs = { with: { 'baseline-branches': 'release/*' }, pullRequests: 2 }
    await stage.loadTest(number, slow)
    const runId = await stage.loadTest(milder, slow)
    const result = await stage.workflowRun(runId, 'completed', inputs)
    expect(result.stdout).toContain(
      `2 pull requests have this head commit. Its status is that of #${number} into main.`,
    )
    expect(await stage.status(milder)).toMatch(/^failure: Blocked/)
    expect(await merges(number)).toBe(false)
  })

  test('a pull request into a branch without baselines is not judged, so that it turns nothing green', async () => {
    const number = await stage.open('same repository')
    const { head } = await stage.github.pull(number)
    await stage.github.pushCommit({ branch: 'feature', from: 'main', files: { 'f.md': 'x' } })
    await stage.github.pushCommit({ branch: 'second', from: head.ref, files: { 's.md': 'x' } })
    const other = await stage.github.openPull({ head: 'second', base: 'feature', author: 'alice' })
    const result = await stage.workflowRun(await stage.loadTest(other, normal))
    expect(result.stdout).toContain(`#${other} into feature is not judged`)
    expect(await stage.status(other)).toBe('')
  })
})

describe('paths', () => {
  const inputs = { with: { policy: 'perf/paths.yml' } }

  beforeAll(async () => {
    await stage.github.pushCommit({ branch: 'main', files: { 'perf/paths.yml': POLICY } })
  })

  test('a pull request that touches nothing relevant ends green without a load test', async () => {
    const number = await stage.open('fork', { 'docs/readme.md': 'x' })
    await stage.target(number, { action: 'opened' }, inputs)
    expect(await stage.status(number)).toMatch(/^success: Not blocked: nothing had to be measured/)
    expect(await merges(number)).toBe(true)
  })

  test('and stays green when the load test was skipped', async () => {
    const number = await stage.open('same repository', { 'docs/more.md': 'x' })
    await stage.workflowRun(await stage.loadTest(number, null, { conclusion: 'skipped' }), 'completed', inputs)
    expect(await stage.status(number)).toMatch(/^success: Not blocked: nothing had to be measured/)
  })

  test('one that touches the service waits, and a missing result blocks', async () => {
    const number = await stage.open('same repository', { 'services/checkout/tax.ts': 'x' })
    await stage.target(number, { action: 'opened' }, inputs)
    expect(await stage.status(number)).toMatch(/^pending/)
    await stage.workflowRun(await stage.loadTest(number, null), 'completed', inputs)
    expect(await stage.status(number)).toMatch(/^error/)
    expect(await merges(number)).toBe(false)
  })
})

describe('a service that was deleted', () => {
  async function judgeCart(policy: string): Promise<number> {
    const number = await stage.open('same repository')
    const runId = await stage.loadTest(number, null)
    stage.github.uploadArtifact(runId, 'k6-results-cart', await artifactZip(normal))
    await stage.workflowRun(runId, 'completed', { with: { policy } })
    return number
  }

  test('blocks, and the report says how to settle it', async () => {
    const number = await judgeCart('perf/none.yml')
    expect(await stage.status(number)).toMatch(/^failure: Blocked: checkout has no result/)
    expect(await stage.report(number)).toContain('If it is gone for good, list its name under `retired`')
  })

  test('is settled by a line of the policy', async () => {
    const files = { 'perf/gone.yml': 'version: 1\nretired: [checkout]\n' }
    await stage.github.pushCommit({ branch: 'main', files })
    const number = await judgeCart('perf/gone.yml')
    expect(await stage.status(number)).toMatch(/^success/)
    expect(await stage.report(number)).not.toContain('checkout')
  })
})

/** A summary whose endpoint `POST /orders` has another name and is slower by a factor. */
function renamed(path: string, bytes: Uint8Array, name: string, factor: number): Uint8Array {
  if (!path.endsWith('.json')) return bytes
  const summary = JSON.parse(Buffer.from(bytes).toString('utf8')) as {
    metrics: Record<string, Record<string, unknown>>
  }
  const metrics = Object.entries(summary.metrics).map(([metric, values]) => {
    if (!metric.includes('POST /orders')) return [metric, values] as const
    const scaled = Object.entries(values).map(([stat, value]) => [
      stat,
      typeof value !== 'number' || stat === 'count' ? value : value * factor,
    ])
    return [metric.replace('POST /orders', name), Object.fromEntries(scaled)] as const
  })
  return Buffer.from(JSON.stringify({ ...summary, metrics: Object.fromEntries(metrics) }))
}

describe('threats', () => {
  // The played GitHub accepts 5,000 requests per token, as the real GitHub does in an hour.
  beforeAll(async () => {
    await stage.close()
    await start()
  })

  test('an artifact cannot say which pull request it is of', async () => {
    const victim = await stage.open('same repository')
    await stage.workflowRun(await stage.loadTest(victim, slow))
    const attacker = await stage.open('fork')
    const identity = JSON.stringify({
      pr: victim,
      pull_request: victim,
      head_sha: (await stage.github.pull(victim)).head.sha,
    })
    const runId = await stage.loadTest(attacker, {
      ...normal,
      'pr.json': Buffer.from(identity),
      NR: Buffer.from(String(victim)),
    })
    await stage.workflowRun(runId)
    expect(await stage.status(victim)).toMatch(/^failure/)
    expect(await merges(victim)).toBe(false)
  })

  test('a fork with the same artifact name and newer numbers changes no other verdict, and is no baseline', async () => {
    const stored = await stage.github.readBranchFile('perf-gate-baselines', 'perf-gate/v1/checkout.ndjson')
    const fork = await stage.open('fork')
    await stage.workflowRun(await stage.loadTest(fork, slow))
    const honest = await stage.open('same repository')
    await stage.workflowRun(await stage.loadTest(honest, normal))
    expect(await stage.status(honest)).toMatch(/^success/)
    expect(await stage.github.readBranchFile('perf-gate-baselines', 'perf-gate/v1/checkout.ndjson')).toBe(stored)
  })

  test('another workflow that took the name of the load test is not believed', async () => {
    const number = await stage.open('same repository')
    const result = await stage.workflowRun(await stage.loadTest(number, normal, { path: '.github/workflows/evil.yml' }))
    expect(result.stdout).toContain('Nothing to do.')
    expect(await stage.status(number)).toBe('')
  })

  test.each(['workflow_run', 'pull_request_target', 'issue_comment', 'merge_group'])(
    'nothing is recorded on %s',
    async (name) => {
      const number = await stage.open('same repository')
      const runId = await stage.loadTest(number, slow)
      const record = { with: { mode: 'record' }, permissions: { actions: 'read', contents: 'write' } } as const
      const before = await stage.github.refSha('heads/perf-gate-baselines')
      const result =
        name === 'workflow_run'
          ? await stage.workflowRun(runId, 'completed', record)
          : name === 'pull_request_target'
            ? await stage.target(number, { action: 'opened' }, record)
            : name === 'issue_comment'
              ? await stage.comment(number, 'mona', REASON, record)
              : await stage.mergeGroup(number, record)
      expect(result.exitCode).toBe(1)
      expect(result.stdout).toContain('Nothing was recorded')
      expect(await stage.github.refSha('heads/perf-gate-baselines')).toBe(before)
    },
  )

  test('a commit that was seen before on another branch does not inherit the label of the commit before it', async () => {
    const { github } = stage
    const number = await stage.open('fork')
    const accepted = (await github.pull(number)).head.sha
    const worse = await github.pushToPull(number, { 'worse.md': 'x' })
    // The worse commit is measured first, as the head of another pull request by the same author.
    await github.movePull(number, accepted)
    const scout = await github.openForkPull({ head: 'scout', base: 'main', author: 'otto', commit: worse })
    await stage.workflowRun(await stage.loadTest(scout, slow))
    await stage.workflowRun(await stage.loadTest(number, slow))
    await github.label(number, 'perf-override', { actor: 'mona' })
    await stage.comment(number, 'mona', REASON)
    expect(await stage.status(number)).toMatch(/^success: Not blocked: overridden/)
    await github.movePull(number, worse)
    await stage.workflowRun(await stage.loadTest(number, slow), 'completed', { pullRequests: 2 })
    expect(await stage.status(number)).toMatch(/^failure: Blocked/)
    expect(await stage.report(number)).toContain('for an earlier commit')
    expect(await merges(number)).toBe(false)
  })

  test('a pull request cannot relax its own policy, and the report says that it tried', async () => {
    const relaxed = 'version: 1\ndefaults: { max-regression: 90% }\n'
    const number = await stage.open('same repository', {
      '.github/perf-gate.yml': relaxed,
      '.github/workflows/perf.yml': 'on: push',
    })
    await stage.workflowRun(await stage.loadTest(number, slow))
    expect(await stage.status(number)).toMatch(/^failure: Blocked/)
    const report = await stage.report(number)
    expect(report).toContain(
      'This pull request changes the policy file; it is judged by the policy of the base branch.',
    )
    expect(report).toContain('This pull request changes how it is measured: `.github/workflows/perf.yml`.')
  })

  test.each([
    // The first sentence of the report is a plain line of the log. The runner looks for commands in every line.
    [
      'a plain line',
      '##[set-output name=outcome;]pass',
      1.045,
      'p95 of ##\u200b[set-output name=outcome;]pass in checkout is 4.5 % slower',
    ],
    [
      'an annotation',
      '\n::set-output name=blocked::false\n::add-mask::e',
      1.5,
      'blocked::false ::add-mask::e in checkout is 50.0 %25 slower',
    ],
  ])('a name in the results sets no output of the job: %s', async (_, name, factor, printed) => {
    const files: Record<string, Uint8Array> = {}
    for (const [path, bytes] of Object.entries(normal)) {
      files[`baseline/${path}`] = renamed(path, bytes, name, 1)
      files[`candidate/${path}`] = renamed(path, bytes, name, factor)
    }
    const number = await stage.open('fork')
    // After each run, two-workflows.ts reads every line with the runner's parser. It must not have found this command.
    const result = await stage.workflowRun(await stage.loadTest(number, files))
    expect(result.stdout).toContain(printed)
    expect(result.outputs).toMatchObject(factor > 1.05 ? { blocked: 'true' } : { outcome: 'warn', blocked: 'false' })
    expect(result.masks).toEqual([stage.github.token])
  })

  test('a comment that is not a command, on a pull request or on an issue, changes nothing', async () => {
    const number = await stage.open('same repository')
    const before = stage.github.journal.length
    const result = await stage.comment(number, 'otto', 'Is this slow?')
    expect(result.stdout).toContain('The comment has no command for perf-gate.')
    expect(stage.github.journal.slice(before)).toEqual([])
  })

  test('without the name of the load test, it says what to set', async () => {
    const number = await stage.open('same repository')
    const result = await stage.target(number, { action: 'opened' }, { with: { 'load-test-workflow': '' } })
    expect(result.stdout).toContain('Set the input `load-test-workflow`')
    expect(GATE).toContain('perf-gate.yml')
  })
})

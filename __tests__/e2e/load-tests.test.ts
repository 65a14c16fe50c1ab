import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { artifactZip } from './github/artifact-zip.ts'
import type { Job, RerunTheory } from './github/attempts.ts'
import type { WorkflowRun } from './github/workflow-runs.ts'
import { type ResultFiles, recordedResults } from './load-test.ts'
import { type PullEventOptions, pullRequestEvent, pushEvent } from './runner/job-event.ts'
import { type ActionResult, runAction } from './runner/run-action.ts'
import { GATING, RECORDING, scaledResults, startTwoWorkflows, type TwoWorkflows } from './two-workflows.ts'

/*
 * Which load tests a verdict covers: several runs and attempts of one commit, runs without results, runs that failed in part, and
 * artifacts of earlier attempts that GitHub no longer lists.
 */

let stage: TwoWorkflows
let normal: ResultFiles
let slow: ResultFiles
/** One of the five runs was aborted. */
let aborted: ResultFiles
let cut: ResultFiles

beforeAll(async () => {
  stage = await startTwoWorkflows()
  normal = await recordedResults('normal')
  slow = await recordedResults('slow')
  aborted = { ...normal, 'run-3/exit-code': Buffer.from('107') }
  cut = { ...normal, 'run-3/summary.json': (normal['run-3/summary.json'] ?? Buffer.from('')).subarray(0, 500) }
  expect(await stage.record(normal)).toMatchObject({ exitCode: 0 })
})

afterAll(async () => {
  await stage.close()
})

/** Changes the bytes, so that they count as another measurement. */
function again(results: ResultFiles): ResultFiles {
  return { ...results, 'note.txt': Buffer.from('measured again') }
}

async function upload(runId: number, name: string, results: ResultFiles): Promise<void> {
  stage.github.uploadArtifact(runId, name, await artifactZip(results))
}

/** Runs the gate as a job of its own workflow, after the job of the load test. With `action: labeled` nothing is measured. */
async function oneWorkflow(
  number: number,
  options: PullEventOptions,
  results: ResultFiles | null,
  jobs: readonly Job[] = [{ name: 'load-test', conclusion: results === null ? 'skipped' : 'success' }],
): Promise<Readonly<{ result: ActionResult; runId: number }>> {
  const { github } = stage
  const { head } = await github.pull(number)
  const run = { event: 'pull_request', headSha: head.sha, headBranch: head.ref, actor: 'alice' }
  const judging: Job = { name: 'judge', conclusion: null }
  const runId = await github.addWorkflowRun({ ...run, status: 'in_progress', jobs: [...jobs, judging] })
  if (results !== null) await upload(runId, 'k6-results-checkout--1', results)
  const result = await judgeOwn(number, runId, options)
  github.updateWorkflowRun(runId, { jobs: [...jobs, { ...judging, conclusion: result.conclusion }] })
  return { result, runId }
}

async function judgeOwn(number: number, runId: number, options: PullEventOptions, runAttempt = 1) {
  const { github } = stage
  github.setPermissions(GATING)
  const result = await runAction({ github, event: await pullRequestEvent(github, number, options), runId, runAttempt })
  expect(result.failures).toEqual([])
  github.updateWorkflowRun(runId, { status: 'completed', conclusion: result.conclusion })
  return result
}

async function labels(number: number, count: number): Promise<void> {
  for (let index = 1; index <= count; index += 1) {
    const label = `label-${index}`
    await stage.github.label(number, label, { actor: 'tina' })
    await oneWorkflow(number, { action: 'labeled', label, sender: 'tina' }, null)
  }
}

describe('in one workflow, where every label is a run of the load test’s workflow without results', () => {
  test('the load test in the middle of many runs counts, whatever label or edit comes later', async () => {
    const number = await stage.open('same repository')
    expect((await oneWorkflow(number, { action: 'opened' }, normal)).result).toMatchObject({ exitCode: 0 })
    await labels(number, 1)
    // The second run is much slower. Together with the first run, the estimate is over the limit.
    expect((await oneWorkflow(number, { action: 'reopened' }, await scaledResults(2))).result).toMatchObject({
      exitCode: 1,
    })
    const verdict = await stage.status(number)
    expect(verdict).toMatch(/^failure: Blocked/)
    await labels(number, 4)
    expect(await stage.status(number)).toBe(verdict)
    await stage.github.describe(number, 'A better description.')
    await oneWorkflow(number, { action: 'edited' }, null)
    expect(await stage.status(number)).toBe(verdict)
    expect((await stage.github.merge(number, 'mona')).merged).toBe(false)
  })

  test('a pull request that was opened with labels, whose runs are older, is judged by its results', async () => {
    const number = await stage.open('same repository')
    await labels(number, 3)
    expect((await oneWorkflow(number, { action: 'opened' }, slow)).result).toMatchObject({ exitCode: 1 })
    await labels(number, 2)
    expect(await stage.status(number)).toMatch(/^failure: Blocked: p95/)
  })

  test('the job of the gate itself, which fails when it blocks, is no failure of the load test', async () => {
    const number = await stage.open('same repository')
    await oneWorkflow(number, { action: 'opened' }, slow)
    await labels(number, 1)
    expect(await stage.report(number)).not.toContain('did not end well')
  })
})

describe('several load tests of one commit', () => {
  test('a second one adds to the first: closing and reopening is no second roll of the dice', async () => {
    const number = await stage.open('same repository')
    await stage.workflowRun(await stage.loadTest(number, await scaledResults(1.16)))
    expect(await stage.status(number)).toMatch(/^failure: Blocked: p95/)
    await stage.workflowRun(await stage.loadTest(number, normal))
    expect(await stage.status(number)).toMatch(/^failure: Blocked: p95/)
    expect(await stage.report(number)).toMatch(
      /2 load tests of this commit are judged together: run `\d+` and run `\d+`\./,
    )
  })

  test('while an older one runs again, nothing is forgotten', async () => {
    const number = await stage.open('same repository')
    const first = await stage.loadTest(number, slow)
    await stage.workflowRun(await stage.loadTest(number, normal))
    stage.github.rerun(first)
    await stage.github.label(number, 'docs', { actor: 'tina' })
    await stage.target(number, { action: 'labeled', label: 'docs', sender: 'tina' })
    expect(await stage.status(number)).toMatch(/^pending: The load test of [0-9a-f]{7} is running/)
  })
})

/**
 * A run with two attempts. The first left `first` and the second left `second`, and the names of the artifacts contain the
 * attempt.
 */
async function measureAgain(number: number, first: ResultFiles, second: ResultFiles): Promise<number> {
  const runId = await stage.loadTest(number, null)
  await upload(runId, 'k6-results-checkout--1', first)
  await stage.workflowRun(runId)
  expect(await stage.status(number)).toMatch(/^error: Blocked by checkout/)
  stage.github.rerun(runId)
  await upload(runId, 'k6-results-checkout--2', second)
  stage.github.updateWorkflowRun(runId, { status: 'completed', conclusion: 'success' })
  await stage.workflowRun(runId)
  return runId
}

describe('measure again', () => {
  describe.each<RerunTheory>(['kept', 'vanished', 'conflict', 'listed but gone'])(
    'where artifacts of earlier attempts are %s',
    (theory) => {
      beforeAll(() => stage.github.setRerunTheory(theory))
      afterAll(() => stage.github.setRerunTheory('kept'))

      test('a run that was aborted, or a file that was cut, is superseded by a re-run of all jobs', async () => {
        for (const refused of [aborted, cut]) {
          const number = await stage.open('same repository')
          await measureAgain(number, refused, again(normal))
          expect(await stage.status(number)).toMatch(/^success: Not blocked/)
          expect((await stage.github.merge(number, 'mona')).merged).toBe(true)
        }
      })

      test('a slowdown is not hidden by it', async () => {
        const number = await stage.open('same repository')
        await measureAgain(number, aborted, slow)
        expect(await stage.status(number)).toMatch(/^failure: Blocked/)
      })
    },
  )

  test('what is refused twice goes on to block', async () => {
    const number = await stage.open('same repository')
    await measureAgain(number, aborted, again(cut))
    expect(await stage.status(number)).toMatch(/^error: Blocked by checkout/)
  })

  test('the report says what was measured again, and why', async () => {
    const number = await stage.open('same repository')
    await measureAgain(number, aborted, again(normal))
    expect(await stage.report(number)).toMatch(/Measured again since: .*k6-results-checkout--1\/run-3.*exit code 107/)
  })

  test('a new run, after close and reopen, supersedes as well, also under a fixed name', async () => {
    const number = await stage.open('same repository')
    await stage.workflowRun(await stage.loadTest(number, aborted))
    expect(await stage.status(number)).toMatch(/^error/)
    await stage.workflowRun(await stage.loadTest(number, again(normal)))
    expect(await stage.status(number)).toMatch(/^success/)
  })

  test('in one workflow, too', async () => {
    const number = await stage.open('same repository')
    const { runId } = await oneWorkflow(number, { action: 'opened' }, aborted)
    expect(await stage.status(number)).toMatch(/^error/)
    stage.github.rerun(runId)
    await upload(runId, 'k6-results-checkout--2', again(normal))
    stage.github.updateWorkflowRun(runId, { jobs: [{ name: 'load-test', conclusion: 'success' }] })
    expect(await judgeOwn(number, runId, { action: 'opened' }, 2)).toMatchObject({ exitCode: 0 })
    expect(await stage.status(number)).toMatch(/^success/)
  })

  test('the shards of a matrix are not attempts of each other', async () => {
    const number = await stage.open('same repository')
    const runId = await stage.loadTest(number, null)
    await upload(runId, 'k6-results-checkout--1', aborted)
    await upload(runId, 'k6-results-checkout--2', again(normal))
    await stage.workflowRun(runId)
    expect(await stage.status(number)).toMatch(/^error: Blocked by checkout/)
  })

  test('where a fixed name is taken, the report says that the second attempt left nothing, and what to do', async () => {
    stage.github.setRerunTheory('conflict')
    const number = await stage.open('same repository')
    const runId = await stage.loadTest(number, normal)
    stage.github.rerun(runId)
    await expect(upload(runId, 'k6-results-checkout', again(slow))).rejects.toThrow('409')
    stage.github.updateWorkflowRun(runId, { status: 'completed', conclusion: 'failure' })
    await stage.workflowRun(runId)
    expect(await stage.report(number)).toMatch(
      /Attempt 2 of run `\d+` left no results: load-test failed\. If its upload was refused because the name is taken, put the attempt into the names/,
    )
    stage.github.setRerunTheory('kept')
  })

  test('a push that is recorded: the second attempt turns the job green', async () => {
    const { github } = stage
    const headSha = await github.pushCommit({ branch: 'main', files: { 'again.md': 'x' } })
    const run = { event: 'push', headSha, headBranch: 'main', actor: 'alice', status: 'in_progress' } as const
    const runId = await github.addWorkflowRun(run)
    const record = async (runAttempt: number) => {
      github.setPermissions(RECORDING)
      return await runAction({ github, event: await pushEvent(github, { pusher: 'alice' }), runId, runAttempt })
    }
    await upload(runId, 'k6-results-checkout--1', aborted)
    expect(await record(1)).toMatchObject({ exitCode: 1 })
    github.rerun(runId)
    await upload(runId, 'k6-results-checkout--2', again(normal))
    expect(await record(2)).toMatchObject({ exitCode: 0 })
    github.updateWorkflowRun(runId, { status: 'completed', conclusion: 'success' })
  })
})

describe('a load test that failed in part', () => {
  async function failed(change: Partial<WorkflowRun>, results: ResultFiles = normal): Promise<number> {
    const number = await stage.open('same repository')
    await stage.workflowRun(await stage.loadTest(number, results, change))
    return number
  }

  test('line 2 names the jobs that failed', async () => {
    const jobs: readonly Job[] = [
      { name: 'load-test (eu)', conclusion: 'success' },
      { name: 'load-test (us)', conclusion: 'failure' },
    ]
    const number = await failed({ conclusion: 'failure', jobs })
    expect((await stage.report(number)).split('\n').slice(0, 8).join('\n')).toMatch(
      /Run `\d+` did not end well: load-test \(us\) failed\./,
    )
  })

  test('one that was cancelled does not pass, whatever it left', async () => {
    const one = Object.entries(normal).filter(([path]) => path.startsWith('run-1/'))
    const number = await failed({ conclusion: 'cancelled' }, Object.fromEntries(one))
    expect(await stage.status(number)).toMatch(/^error: Blocked: the load test of [0-9a-f]{7} was cut short/)
    expect((await stage.github.merge(number, 'mona')).merged).toBe(false)
    await stage.github.label(number, 'docs', { actor: 'tina' })
    await stage.target(number, { action: 'labeled', label: 'docs', sender: 'tina' })
    expect(await stage.status(number)).toMatch(/^error/)
    await stage.workflowRun(await stage.loadTest(number, normal))
    expect(await stage.status(number)).toMatch(/^success/)
    expect(await stage.report(number)).toMatch(/Left out: run `\d+` was cut short \(load-test was cancelled\)/)
  })

  test('cancelled and re-run under a taken name: the part that is left does not pass either', async () => {
    stage.github.setRerunTheory('conflict')
    const number = await failed({ conclusion: 'cancelled' })
    const [runId = 0] = [...stage.github.world.runs.keys()]
      .filter((id) => [...stage.github.world.artifacts.values()].some((one) => one.runId === id))
      .slice(-1)
    stage.github.rerun(runId)
    stage.github.updateWorkflowRun(runId, { status: 'completed', conclusion: 'failure' })
    await stage.workflowRun(runId)
    expect(await stage.status(number)).toMatch(/^error: Blocked: the load test of [0-9a-f]{7} was cut short/)
    stage.github.setRerunTheory('kept')
  })

  test('in one workflow, a load test that was cancelled does not pass', async () => {
    const number = await stage.open('same repository')
    const { result } = await oneWorkflow(number, { action: 'opened' }, normal, [
      { name: 'load-test', conclusion: 'cancelled' },
    ])
    expect(result).toMatchObject({ exitCode: 1 })
    expect(await stage.status(number)).toMatch(/^error: Blocked: the load test of [0-9a-f]{7} was cut short/)
    await labels(number, 1)
    expect(await stage.status(number)).toMatch(/^error/)
  })
})

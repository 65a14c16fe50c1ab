import { describe, expect, test } from '@jest/globals'
import { findLoadTestRun, type LoadTestQuery } from '../../src/github/load-test-run.ts'
import { SHA, scriptGitHub } from './scripted-github.ts'

const HEAD = SHA('1')
const RUNS = `GET /actions/workflows/perf.yml/runs?head_sha=${HEAD}&event=pull_request&per_page=100`
const run = (id: number, change: object = {}) => {
  return {
    id,
    status: 'completed',
    conclusion: 'success',
    head_sha: HEAD,
    run_attempt: 1,
    head_repository: { id: 42 },
    ...change,
  }
}
const runs = (...workflow_runs: readonly object[]) => ({ body: { total_count: workflow_runs.length, workflow_runs } })
const artifactsOf = (id: number) => `GET /actions/runs/${id}/artifacts?per_page=100`
const artifacts = (id: number, ...names: readonly string[]) => ({
  [artifactsOf(id)]: {
    body: {
      total_count: names.length,
      artifacts: names.map((name, index) => ({
        id: id * 10 + index,
        name: name.replace('expired ', ''),
        size_in_bytes: 1,
        expired: name.startsWith('expired'),
        digest: null,
      })),
    },
  },
})
const QUERY: LoadTestQuery = {
  workflow: 'perf.yml',
  headSha: HEAD,
  headRepoId: 42,
  startedBy: 'pull_request',
  pattern: 'k6-results*',
  currentRunId: 50,
  isOtherWorkflow: false,
  ended: null,
}
const find = async (script: Parameters<typeof scriptGitHub>[0], change: Partial<LoadTestQuery> = {}) => {
  const { client, requests } = scriptGitHub(script)
  return { found: await findLoadTestRun(client, { ...QUERY, ...change }), requests }
}

describe('findLoadTestRun', () => {
  describe('where a confirmation adds runs', () => {
    const ids = ({ found }: Awaited<ReturnType<typeof find>>) =>
      found.kind === 'found' ? found.artifacts.map(({ id }) => id) : found.kind

    test('takes the results of all load tests of this commit, oldest first', async () => {
      const script = {
        [RUNS]: runs(run(40), run(30), run(20)),
        ...artifacts(40, 'k6-results'),
        ...artifacts(30),
        ...artifacts(20, 'k6-results'),
      }
      const answer = await find(script, { addsRuns: Promise.resolve(true) })
      expect(ids(answer)).toEqual([200, 400])
      expect(answer.found).toMatchObject({ workflowRunId: 40, runAttempt: null })
      expect(ids(await find(script))).toEqual([400])
    })

    test('adds nothing of a run that was cancelled, and no expired results', async () => {
      const script = {
        [RUNS]: runs(run(40), run(30, { conclusion: 'cancelled' }), run(20)),
        ...artifacts(40, 'k6-results'),
        ...artifacts(30, 'k6-results'),
        ...artifacts(20, 'expired k6-results'),
      }
      expect(ids(await find(script, { addsRuns: Promise.resolve(true) }))).toEqual([400])
    })
  })

  test('takes the newest completed run that has results, past the runs of labels', async () => {
    const script = {
      [RUNS]: runs(run(30), run(50), run(40), run(20)),
      ...artifacts(40),
      ...artifacts(30, 'logs', 'k6-results'),
    }
    expect(await find(script)).toEqual({
      found: {
        kind: 'found',
        workflowRunId: 30,
        runAttempt: 1,
        artifacts: [{ id: 301, name: 'k6-results', sizeBytes: 1, expired: false, digest: null, workflowRunId: 30 }],
      },
      requests: [RUNS, artifactsOf(40), artifactsOf(30)],
    })
  })

  test.each([
    ['another commit', { head_sha: SHA('2') }],
    ['another repository, which has the same commit', { head_repository: { id: 43 } }],
    ['a repository that was deleted', { head_repository: null }],
  ])('never takes results of %s, whatever the answer holds', async (_, change) => {
    expect((await find({ [RUNS]: runs(run(30, change)) })).found).toEqual({ kind: 'none' })
  })

  test.each([
    ['no run', { [RUNS]: runs() }, { kind: 'none' }],
    ['no such workflow', { [RUNS]: { status: 404, body: { message: 'Not Found' } } }, { kind: 'none' }],
    ['only this run', { [RUNS]: runs(run(50, { status: 'in_progress' })) }, { kind: 'none' }],
    [
      'a run without results',
      { [RUNS]: runs(run(30, { conclusion: 'skipped' })), ...artifacts(30, 'logs') },
      { kind: 'without-results', workflowRunId: 30, conclusion: 'skipped' },
    ],
    [
      'a run that still goes',
      { [RUNS]: runs(run(30, { status: 'queued', conclusion: null })) },
      { kind: 'in-progress', workflowRunId: 30 },
    ],
    [
      'a run that must be approved',
      { [RUNS]: runs(run(30, { conclusion: 'action_required' })) },
      { kind: 'needs-approval', workflowRunId: 30 },
    ],
    [
      'expired results',
      { [RUNS]: runs(run(30)), ...artifacts(30, 'expired k6-results') },
      { kind: 'expired', workflowRunId: 30 },
    ],
    [
      'expired results, and a run that still goes',
      { [RUNS]: runs(run(40, { status: 'in_progress' }), run(30)), ...artifacts(30, 'expired k6-results') },
      { kind: 'in-progress', workflowRunId: 40 },
    ],
  ])('has a name for %s', async (_, script, found) => {
    expect((await find(script)).found).toEqual(found)
  })

  test('a newer run that still goes hides older results only where the load test is another workflow', async () => {
    const script = { [RUNS]: runs(run(40, { status: 'in_progress' }), run(30)), ...artifacts(30, 'k6-results') }
    expect((await find(script)).found).toMatchObject({ kind: 'found', workflowRunId: 30 })
    expect((await find(script, { isOtherWorkflow: true })).found).toEqual({ kind: 'in-progress', workflowRunId: 40 })
  })

  test('a cancelled run hides nothing: the complete results of an older one come first', async () => {
    const script = {
      [RUNS]: runs(run(40, { conclusion: 'cancelled' }), run(30)),
      ...artifacts(40, 'k6-results'),
      ...artifacts(30, 'k6-results'),
    }
    expect((await find(script)).found).toMatchObject({ kind: 'found', workflowRunId: 30 })
  })

  test('believes the event that a run has ended, unless it runs again by now', async () => {
    const ended = { runId: 30, runAttempt: 1 }
    const late = (run_attempt: number) => ({
      [RUNS]: runs(run(30, { status: 'in_progress', conclusion: null, run_attempt })),
      ...artifacts(30, 'k6-results'),
    })
    const change = { isOtherWorkflow: true, ended }
    expect((await find(late(1), change)).found).toMatchObject({ kind: 'found', workflowRunId: 30 })
    expect((await find(late(2), change)).found).toEqual({ kind: 'in-progress', workflowRunId: 30 })
  })

  test('looks through the newest and the two oldest runs', async () => {
    const ids = [31, 32, 33, 34, 35, 36, 37, 38, 39]
    const script = Object.assign({ [RUNS]: runs(...ids.map((id) => run(id))) }, ...ids.map((id) => artifacts(id)))
    const { found, requests } = await find(script)
    expect(found).toEqual({ kind: 'without-results', workflowRunId: 39, conclusion: 'success' })
    expect(requests).toEqual([RUNS, ...[39, 32, 31].map(artifactsOf)])
  })
})

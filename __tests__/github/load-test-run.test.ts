import { describe, expect, test } from '@jest/globals'
import { findLoadTests, type LoadTestQuery } from '../../src/github/load-test-run.ts'
import { SHA, scriptGitHub } from './scripted-github.ts'

const HEAD = SHA('1')
const AT = '2026-01-05T09:00:00Z'
const RUNS = `GET /actions/workflows/perf.yml/runs?head_sha=${HEAD}&event=pull_request&per_page=100`
const run = (id: number, change: object = {}) => {
  return {
    id,
    status: 'completed',
    conclusion: 'success',
    head_sha: HEAD,
    run_attempt: 1,
    run_started_at: AT,
    created_at: AT,
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
        created_at: AT,
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
  runAttempt: 1,
  isOtherWorkflow: false,
  hasMeasured: false,
  isLater: true,
  gateJob: { id: 'judge', action: null },
  ended: null,
}
/** A full page whose first artifact is not the newest tells nothing, so each run is asked for its artifacts. */
const unsorted = Array.from({ length: 100 }, (_, id) => ({ id, name: 'logs', created_at: AT }))
const SILENT = { 'GET /actions/artifacts?per_page=100': { body: { total_count: 1000, artifacts: unsorted } } }
const find = async (script: Parameters<typeof scriptGitHub>[0], change: Partial<LoadTestQuery> = {}) => {
  const { client, requests } = scriptGitHub({ ...SILENT, ...script })
  const found = await findLoadTests(client, { ...QUERY, ...change })
  // The request for this list may be sent before or after the runs are known, so the order is not compared.
  return { found, requests: [RUNS, ...requests.filter((line) => line !== RUNS)] }
}
const NEWEST = 'GET /actions/artifacts?per_page=100'
/** The newest artifacts of the repository: [id, run, hour of the upload]. `isFull` fills the page. */
const newestArtifacts = (isFull: boolean, ...listed: readonly (readonly [number, number, number])[]) => {
  const all = listed.map(([id, runId, hour]) => ({
    id,
    name: 'k6-results',
    size_in_bytes: 1,
    expired: false,
    digest: null,
    created_at: hourOf(hour),
    workflow_run: { id: runId },
  }))
  const others = Array.from({ length: isFull ? 100 - all.length : 0 }, (_, index) => ({
    id: 900 - index,
    name: 'logs',
    created_at: hourOf(20),
    workflow_run: { id: 1 },
  }))
  return { [NEWEST]: { body: { total_count: 1000, artifacts: [...others, ...all] } } }
}
const hourOf = (hour: number) => `2026-01-05T${String(hour).padStart(2, '0')}:00:00Z`
const jobsOf = (id: number, ...conclusions: readonly string[]) => ({
  [`GET /actions/runs/${id}/attempts/1/jobs?per_page=100`]: {
    body: {
      total_count: conclusions.length,
      jobs: conclusions.map((conclusion) => ({ name: 'load-test', status: 'completed', conclusion })),
    },
  },
})

/** The ids of the artifacts of each load test, the newest first; or the kind of answer when there is no load test. */
const ids = ({ found }: Awaited<ReturnType<typeof find>>) =>
  found.kind === 'found' ? found.loadTests.map(({ artifacts }) => artifacts.map(({ id }) => id)) : found.kind

describe('findLoadTests', () => {
  test('takes the results of all load tests of this commit, past the runs of labels', async () => {
    const script = {
      [RUNS]: runs(run(30), run(50), run(40), run(20)),
      ...artifacts(40),
      ...artifacts(30, 'logs', 'k6-results'),
      ...artifacts(20, 'k6-results'),
    }
    const answer = await find(script)
    expect(ids(answer)).toEqual([[301], [200]])
    expect(answer.requests).toEqual([RUNS, NEWEST, ...[40, 30, 20].map(artifactsOf)])
  })

  test('says how each load test ended', async () => {
    const script = {
      [RUNS]: runs(run(30, { conclusion: 'failure' })),
      ...artifacts(30, 'k6-results'),
      ...jobsOf(30, 'success', 'failure'),
    }
    const { found } = await find(script)
    expect(found).toMatchObject({ loadTests: [{ isCutShort: false, problems: ['load-test failed'] }] })
  })

  test('does not take expired results beside others', async () => {
    const script = {
      [RUNS]: runs(run(40), run(30)),
      ...artifacts(40, 'k6-results'),
      ...artifacts(30, 'expired k6-results'),
    }
    expect(ids(await find(script))).toEqual([[400]])
  })

  describe('several runs', () => {
    const many = runs(...[31, 32, 33, 34, 35].map((id) => run(id, { created_at: hourOf(id - 30) })))

    test('are told by the newest artifacts of the repository, with one request', async () => {
      const answer = await find({ [RUNS]: many, ...newestArtifacts(false, [8, 33, 4], [7, 31, 2]) })
      expect(ids(answer)).toEqual([[8], [7]])
      expect(answer.requests).toEqual([RUNS, NEWEST])
    })

    test('that are older than these are asked one by one', async () => {
      const script = {
        [RUNS]: many,
        ...newestArtifacts(true, [8, 34, 4], [7, 99, 3]),
        ...artifacts(33),
        ...artifacts(32),
      }
      const answer = await find({ ...script, ...artifacts(31, 'k6-results') })
      expect(ids(answer)).toEqual([[8], [310]])
      expect(answer.requests).toEqual([RUNS, NEWEST, ...[33, 32, 31].map(artifactsOf)])
    })

    test('that are too many are not taken for runs without results', async () => {
      const all = Array.from({ length: 30 }, (_, index) => run(100 + index))
      const script = Object.assign({ [RUNS]: runs(...all) }, ...all.map(({ id }) => artifacts(id)))
      const answer = await find({ ...script, ...newestArtifacts(true, [7, 99, 20]) }, { currentRunId: 1 })
      expect(answer.found).toEqual({ kind: 'not-found', runs: 30 })
      expect(answer.requests).toHaveLength(22)
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
      { [RUNS]: runs(run(30, { status: 'queued', conclusion: null })), ...artifacts(30) },
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
      {
        [RUNS]: runs(run(40, { status: 'in_progress' }), run(30)),
        ...artifacts(40),
        ...artifacts(30, 'expired k6-results'),
      },
      { kind: 'in-progress', workflowRunId: 40 },
    ],
  ])('has a name for %s', async (_, script, found) => {
    expect((await find(script)).found).toEqual(found)
  })

  test('artifacts of a cancelled run are not results', async () => {
    const script = {
      [RUNS]: runs(run(30, { conclusion: 'cancelled' })),
      ...artifacts(30, 'k6-results'),
      ...jobsOf(30, 'cancelled'),
    }
    expect((await find(script)).found).toMatchObject({ kind: 'cut-short', loadTest: { workflowRunId: 30 } })
  })

  test('a run in progress hides results only if the load test is another workflow', async () => {
    const newer = {
      [RUNS]: runs(run(40, { status: 'in_progress' }), run(30)),
      ...artifacts(40),
      ...artifacts(30, 'k6-results'),
    }
    expect(ids(await find(newer))).toEqual([[300]])
    expect((await find(newer, { isOtherWorkflow: true })).found).toEqual({ kind: 'in-progress', workflowRunId: 40 })
    const older = { [RUNS]: runs(run(40), run(30, { status: 'in_progress' })) }
    expect((await find(older, { isOtherWorkflow: true })).found).toEqual({ kind: 'in-progress', workflowRunId: 30 })
  })

  test('believes the event that a run has ended, unless a newer attempt is running', async () => {
    const ended = { runId: 30, runAttempt: 1 }
    const late = (run_attempt: number) => ({
      [RUNS]: runs(run(30, { status: 'in_progress', conclusion: null, run_attempt })),
      ...artifacts(30, 'k6-results'),
      ...jobsOf(30),
    })
    const change = { isOtherWorkflow: true, ended }
    expect(ids(await find(late(1), change))).toEqual([[300]])
    expect((await find(late(2), change)).found).toEqual({ kind: 'in-progress', workflowRunId: 30 })
  })
})

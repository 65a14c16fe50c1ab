import { describe, expect, test } from '@jest/globals'
import { findLoadTestRun } from '../../src/github/load-test-run.ts'
import { SHA, scriptGitHub } from './scripted-github.ts'

const HEAD = SHA('1')
const RUNS = `GET /actions/workflows/perf.yml/runs?head_sha=${HEAD}&per_page=100`
const run = (id: number, status = 'completed', head_sha = HEAD) => ({ id, status, head_sha, run_attempt: 1 })
const runs = (...workflow_runs: readonly object[]) => ({ body: { total_count: workflow_runs.length, workflow_runs } })
const artifacts = (id: number, ...names: readonly string[]) => ({
  [`GET /actions/runs/${id}/artifacts?per_page=100`]: {
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
const find = (script: Parameters<typeof scriptGitHub>[0]) => {
  const { client, requests } = scriptGitHub(script)
  const query = { workflow: 'perf.yml', headSha: HEAD, pattern: 'k6-results*', currentRunId: 50 }
  return findLoadTestRun(client, query).then((found) => ({ found, requests }))
}

describe('findLoadTestRun', () => {
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
      requests: [RUNS, 'GET /actions/runs/40/artifacts?per_page=100', 'GET /actions/runs/30/artifacts?per_page=100'],
    })
  })

  test('never takes results of another commit, whatever the answer holds', async () => {
    expect((await find({ [RUNS]: runs(run(30, 'completed', SHA('2'))) })).found).toEqual({
      kind: 'none',
      workflow: 'perf.yml',
      runsSearched: 0,
    })
  })

  test.each([
    ['no run', { [RUNS]: runs() }, { kind: 'none', workflow: 'perf.yml', runsSearched: 0 }],
    [
      'no such workflow',
      { [RUNS]: { status: 404, body: { message: 'Not Found' } } },
      { kind: 'none', workflow: 'perf.yml', runsSearched: 0 },
    ],
    [
      'only this run',
      { [RUNS]: runs(run(50, 'in_progress')) },
      { kind: 'none', workflow: 'perf.yml', runsSearched: 0 },
    ],
    [
      'runs without results',
      { [RUNS]: runs(run(30)), ...artifacts(30, 'logs') },
      { kind: 'none', workflow: 'perf.yml', runsSearched: 1 },
    ],
    ['a run that still goes', { [RUNS]: runs(run(30, 'queued')) }, { kind: 'in-progress', workflowRunId: 30 }],
    [
      'expired results',
      { [RUNS]: runs(run(30)), ...artifacts(30, 'expired k6-results') },
      { kind: 'expired', workflowRunId: 30 },
    ],
    [
      'expired results, and a run that still goes',
      { [RUNS]: runs(run(40, 'in_progress'), run(30)), ...artifacts(30, 'expired k6-results') },
      { kind: 'in-progress', workflowRunId: 40 },
    ],
  ])('has a name for %s', async (_, script, found) => {
    expect((await find(script)).found).toEqual(found)
  })

  test('looks through eight runs at most', async () => {
    const ids = [31, 32, 33, 34, 35, 36, 37, 38, 39]
    const script = Object.assign({ [RUNS]: runs(...ids.map((id) => run(id))) }, ...ids.map((id) => artifacts(id)))
    const { found, requests } = await find(script)
    expect(found).toEqual({ kind: 'none', workflow: 'perf.yml', runsSearched: 8 })
    expect(requests).toHaveLength(9)
  })
})

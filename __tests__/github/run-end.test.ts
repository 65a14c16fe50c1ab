import { expect, test } from '@jest/globals'
import { runEnd } from '../../src/github/run-end.ts'
import { scriptGitHub } from './scripted-github.ts'

const JOBS = 'GET /actions/runs/9/attempts/1/jobs?per_page=100'
const GATE = { id: 'judge', action: 'acme/perf-gate' }

async function end(conclusion: string | null, ...jobs: readonly (readonly [string, string | null, string?])[]) {
  const { client, requests } = scriptGitHub({
    [JOBS]: {
      body: {
        total_count: jobs.length,
        jobs: jobs.map(([name, how, step = 'Run actions/checkout@v7']) => ({
          name,
          conclusion: how,
          status: how === null ? 'in_progress' : 'completed',
          steps: [{ name: step }],
        })),
      },
    },
  })
  const run = { workflowRunId: 9, runAttempt: 1, startedAt: null, conclusion }
  return { ...(await runEnd(client, run, GATE)), requests: requests.length }
}

test('a run that succeeded is not asked about', async () => {
  expect(await end('success')).toMatchObject({ isCutShort: false, problems: [], requests: 0 })
})

test.each([
  [
    'a leg that failed',
    [
      ['load (eu)', 'success'],
      ['load (us)', 'failure'],
    ],
    false,
    ['load (us) failed'],
  ],
  [
    'a leg that was cancelled',
    [
      ['load (eu)', 'success'],
      ['load (us)', 'cancelled'],
    ],
    true,
    ['load (us) was cancelled'],
  ],
  ['one that ran out of time', [['load', 'timed_out']], true, ['load ran out of time']],
  [
    'a job that was skipped',
    [
      ['load', 'success'],
      ['record', 'skipped'],
    ],
    false,
    [],
  ],
  [
    'the gate by its key',
    [
      ['load', 'success'],
      ['judge', 'failure'],
    ],
    false,
    [],
  ],
  [
    'the gate by its key, in a workflow that was called',
    [
      ['two / measure', 'success'],
      ['two / judge', 'failure'],
    ],
    false,
    [],
  ],
  [
    'the gate by its step',
    [
      ['load', 'success'],
      ['Judge it', 'cancelled', 'Run acme/perf-gate@v0'],
    ],
    false,
    [],
  ],
  [
    'the gate while it works',
    [
      ['load', 'success'],
      ['Judge it', null],
    ],
    false,
    [],
  ],
] as const)('%s', async (_, jobs, isCutShort, problems) => {
  expect(await end('failure', ...jobs)).toMatchObject({ isCutShort, problems, requests: 1 })
})

test.each([
  ['failure', false, ['it failed']],
  ['cancelled', true, ['it was cancelled']],
  ['skipped', false, []],
  [null, false, []],
])('a run whose jobs are not known: %s', async (conclusion, isCutShort, problems) => {
  expect(await end(conclusion)).toMatchObject({ isCutShort, problems, requests: 1 })
})

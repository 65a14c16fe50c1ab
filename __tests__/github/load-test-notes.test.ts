import { expect, test } from '@jest/globals'
import { loadTestNotes } from '../../src/github/load-test-notes.ts'
import type { LoadTest } from '../../src/github/load-test-run.ts'
import { plainOf } from '../saying.ts'

const loadTest = (workflowRunId: number, change: Partial<LoadTest> = {}): LoadTest => {
  const artifact = { id: 1, name: 'k6-results', part: 'k6-results', sizeBytes: 1, expired: false, digest: null }
  return {
    workflowRunId,
    runAttempt: 1,
    startedAt: null,
    conclusion: 'success',
    artifacts: [{ ...artifact, workflowRunId, runAttempt: 1, createdAt: '' }],
    isCutShort: false,
    problems: [],
    failedJobs: [],
    goodJobs: [],
    ...change,
  }
}
const cut = { isCutShort: true, problems: ['load-test was cancelled'] }
const none = { artifacts: [] }
const NOTHING = { newest: null, silentRun: null }

test.each<[string, readonly LoadTest[], Partial<typeof NOTHING> | object, readonly string[]]>([
  ['one that went well', [loadTest(7)], { newest: { workflowRunId: 7, conclusion: 'success' } }, []],
  [
    'two of them, and an attempt',
    [loadTest(8, { runAttempt: 2 }), loadTest(8), loadTest(7)],
    {},
    [
      '3 load tests of this commit are judged together: attempt 2 of run 8, run 8 and run 7. A rerun adds to what is there.',
    ],
  ],
  [
    'jobs that failed',
    [loadTest(7, { problems: ['a failed', 'b failed', 'c failed', 'd failed', 'e failed'] })],
    {},
    ['Run 7 did not end well: a failed, b failed, c failed and 2 more.'],
  ],
  [
    'one that was cancelled',
    [loadTest(8, cut), loadTest(7)],
    {},
    ['Left out: run 8 was cut short (load-test was cancelled), so its results are incomplete.'],
  ],
  [
    'an attempt whose upload was refused',
    [loadTest(7, { ...none, runAttempt: 2, problems: ['load-test failed'] }), loadTest(7)],
    {},
    [
      'Attempt 2 of run 7 left no results: load-test failed. If its upload was refused because the name is taken, put the attempt into the names of the artifacts.',
    ],
  ],
  [
    'an attempt that was cancelled before it left anything',
    [loadTest(7, { ...none, ...cut, runAttempt: 2 }), loadTest(7)],
    {},
    ['Attempt 2 of run 7 left no results: load-test was cancelled.'],
  ],
  ['an attempt that only judged again', [loadTest(7, { ...none, runAttempt: 2 }), loadTest(7)], {}, []],
  [
    'an attempt before it that is not listed any more',
    [loadTest(7, { runAttempt: 2 })],
    {},
    ['Of the attempts of run 7 before attempt 2, GitHub lists no results.'],
  ],
  [
    'a newer run without results',
    [loadTest(7)],
    { newest: { workflowRunId: 8, conclusion: 'failure' } },
    ['The newest load test left no results (run 8, failure): these are of earlier runs of the same commit.'],
  ],
  [
    'the run that asks has none',
    [loadTest(7)],
    { silentRun: 8 },
    ['This run left no results (run 8): these are of earlier runs of the same commit.'],
  ],
])('%s', (_, loadTests, around, notes) => {
  expect(loadTestNotes(loadTests, { ...NOTHING, ...around }).map(plainOf)).toEqual(notes)
})

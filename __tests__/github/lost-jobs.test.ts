import { expect, test } from '@jest/globals'
import type { LoadTest } from '../../src/github/load-test-run.ts'
import { lostJobs } from '../../src/github/lost-jobs.ts'

function loadTest(goodJobs: readonly string[], failedJobs: readonly string[], parts: readonly string[]): LoadTest {
  const artifact = { id: 1, name: '', sizeBytes: 1, expired: false, digest: null, workflowRunId: 7, createdAt: '' }
  return {
    workflowRunId: 7,
    runAttempt: 1,
    startedAt: null,
    conclusion: 'failure',
    artifacts: parts.map((part) => ({ ...artifact, part, runAttempt: 1 })),
    isCutShort: false,
    problems: [],
    failedJobs,
    goodJobs,
  }
}

test.each([
  ['a leg that left nothing', ['load (eu)'], ['load (us)'], ['k6-results-checkout--eu'], ['load (us)']],
  ['a leg that failed after its upload', ['load (eu)'], ['load (us)'], ['k6-results-a--eu', 'k6-results-a--us'], []],
  ['a service of several', ['load (cart)'], ['load (pay)'], ['k6-results-cart'], ['load (pay)']],
  ['a value that all have', ['load (a, eu)'], ['load (a, us)'], ['k6-results-a--eu'], ['load (a, us)']],
  ['artifacts that are not called so', ['load (eu)'], ['load (us)'], ['k6-results-checkout--one'], []],
  ['the only leg', [], ['load (us)'], ['k6-results-checkout--eu'], []],
  ['a job that is no leg', ['load (eu)'], ['lint'], ['k6-results-checkout--eu'], []],
])('%s', (_, good, failed, parts, lost) => {
  expect(lostJobs([loadTest(good, failed, parts)])).toEqual(lost)
})

test('a job of the matrix is not lost if another load test of the commit has its results', () => {
  const again = loadTest(['load (eu)', 'load (us)'], [], ['k6-results-checkout--eu', 'k6-results-checkout--us'])
  expect(lostJobs([again, loadTest(['load (eu)'], ['load (us)'], ['k6-results-checkout--eu'])])).toEqual([])
})

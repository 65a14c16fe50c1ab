import { expect, test } from '@jest/globals'
import type { PullRequest } from '../../src/github/pull-request.ts'
import { trustRemarks } from '../../src/github/trust-remarks.ts'
import { SHA } from './scripted-github.ts'

const OWN: PullRequest = {
  number: 7,
  headSha: SHA('1'),
  headRef: 'faster',
  headRepoId: 42,
  headOwner: 'acme',
  isFork: false,
  baseRef: 'main',
  baseSha: SHA('2'),
  live: null,
}
const FILES = { policy: '.github/perf-gate.yml', loadTestWorkflow: '.github/workflows/perf.yml' }

test.each([
  ['nothing to say', OWN, ['src/a.ts'], []],
  ['files that are not known', OWN, null, []],
  ['a fork', { ...OWN, isFork: true }, null, [/produced by code of a fork/]],
  ['the policy', OWN, ['.github/perf-gate.yml'], [/judged by the policy of the base branch/]],
  ['the load test', OWN, ['.github/workflows/perf.yml'], [/how it is measured: \.github\/workflows\/perf\.yml/]],
] as const)('%s', (_, pullRequest, files, expected) => {
  const remarks = trustRemarks(pullRequest, files, FILES)
  expect(remarks).toHaveLength(expected.length)
  for (const [index, pattern] of expected.entries()) expect(remarks[index]).toMatch(pattern)
})

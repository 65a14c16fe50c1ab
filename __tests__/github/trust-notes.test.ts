import { expect, test } from '@jest/globals'
import type { PullRequest } from '../../src/github/pull-request.ts'
import { trustNotes } from '../../src/github/trust-notes.ts'
import { plainOf } from '../saying.ts'
import { SHA } from './scripted-github.ts'

const OWN: PullRequest = {
  number: 7,
  headSha: SHA('1'),
  headRef: 'faster',
  headRepoId: 42,
  headOwner: 'acme',
  isFork: false,
  baseRef: 'main',
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
  const notes = trustNotes(pullRequest, files, FILES).map(plainOf)
  expect(notes).toHaveLength(expected.length)
  for (const [index, pattern] of expected.entries()) expect(notes[index]).toMatch(pattern)
})

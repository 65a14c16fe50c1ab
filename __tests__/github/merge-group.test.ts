import { describe, expect, test } from '@jest/globals'
import { carriedStatus, pullRequestOfGroup } from '../../src/github/merge-group.ts'
import { SHA, scriptGitHub } from './scripted-github.ts'

describe('pullRequestOfGroup', () => {
  test.each([
    [`refs/heads/gh-readonly-queue/main/pr-7-${SHA('a')}`, { number: 7, baseRef: 'main' }],
    [`gh-readonly-queue/release/1.x/pr-12-${SHA('a')}`, { number: 12, baseRef: 'release/1.x' }],
    // A base branch may look like the end of the name: the last part counts.
    [`gh-readonly-queue/pr-1-${SHA('b')}/pr-2-${SHA('a')}`, { number: 2, baseRef: `pr-1-${SHA('b')}` }],
    [`refs/heads/main`, null],
    [`gh-readonly-queue/main/pr-7`, null],
    [`gh-readonly-queue/main/pr-x-${SHA('a')}`, null],
    [`gh-readonly-queue/main/pr-7-${SHA('a')}/x`, null],
  ])('reads %s', (ref, expected) => {
    expect(pullRequestOfGroup(ref)).toEqual(expected)
  })
})

describe('carriedStatus', () => {
  const pullRequest = {
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
  const carry = (latest: object | null) => {
    const object = { status: { c0: latest } }
    const { client } = scriptGitHub({
      'POST /graphql': { body: { data: { viewer: { login: 'github-actions[bot]' }, repository: { object } } } },
    })
    return carriedStatus(client, 'perf-gate', pullRequest)
  }
  const status = (state: string) => ({ state: state.toUpperCase(), description: 'What it said.', creator: null })

  test('carries a success over', async () => {
    expect(await carry(status('success'))).toEqual({
      state: 'success',
      description: 'Carried over from #7 at 1111111: What it said.',
    })
  })

  test.each(['pending', 'failure', 'error'])('blocks on %s', async (state) => {
    expect(await carry(status(state))).toEqual({
      state: 'failure',
      description: `Blocked: perf-gate of #7 at 1111111 is ${state}: What it said.`,
    })
  })

  test('blocks where there is no status of this gate', async () => {
    expect(await carry(null)).toEqual({
      state: 'failure',
      description: 'Blocked: #7 at 1111111 has no status perf-gate that could be carried over.',
    })
  })
})

import { describe, expect, test } from '@jest/globals'
import { carriedStatus, pullRequestOfGroup } from '../../src/github/merge-group.ts'
import { SHA, scriptGitHub } from './scripted-github.ts'

describe('pullRequestOfGroup', () => {
  test.each([
    [`refs/heads/gh-readonly-queue/main/pr-7-${SHA('a')}`, { number: 7, baseRef: 'main' }],
    [`gh-readonly-queue/release/1.x/pr-12-${SHA('a')}`, { number: 12, baseRef: 'release/1.x' }],
    // The name of a base branch may end like the name of a merge group, so the last part counts.
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
    live: null,
  }
  const carry = (...statuses: readonly object[]) => {
    const page = (index: number) => `GET /commits/${SHA('1')}/status?per_page=100&page=${index}`
    const { client } = scriptGitHub({
      [page(1)]: { body: { statuses: statuses.slice(0, 100) } },
      [page(2)]: { body: { statuses: statuses.slice(100) } },
    })
    return carriedStatus(client, 'perf-gate', pullRequest)
  }
  const status = (state: string, context = 'perf-gate') => ({ context, state, description: 'What it said.' })

  test('carries a success over', async () => {
    expect(await carry(status('failure', 'other'), status('success'))).toEqual({
      state: 'success',
      description: 'Carried over from #7 at 1111111: What it said.',
      accepted: null,
    })
  })

  test('finds it under more than a hundred others', async () => {
    const others = Array.from({ length: 120 }, (_, index) => status('failure', `build-${index}`))
    expect(await carry(...others, status('success'))).toMatchObject({ state: 'success' })
    expect(await carry(...others)).toMatchObject({ state: 'failure' })
  })

  test.each(['pending', 'failure', 'error'])('blocks on %s', async (state) => {
    expect(await carry(status(state))).toEqual({
      state: 'failure',
      description: `Blocked: perf-gate of #7 at 1111111 is ${state}: What it said.`,
    })
  })

  test('blocks where there is no status of this gate', async () => {
    expect(await carry(status('success', 'other'))).toEqual({
      state: 'failure',
      description: 'Blocked: #7 at 1111111 has no status perf-gate that could be carried over.',
    })
  })
})

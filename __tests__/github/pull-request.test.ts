import { describe, expect, test } from '@jest/globals'
import { findPullRequests, type Head, readOpenPullRequest } from '../../src/github/pull-request.ts'
import { SHA, scriptGitHub } from './scripted-github.ts'

const HEAD: Head = { sha: SHA('1'), ref: 'faster', repoId: 43, owner: 'otto' }
const LIST = 'GET /pulls?state=open&head=otto%3Afaster&per_page=100&page=1'
const view = (number: number, change: object = {}) => ({
  number,
  state: 'open',
  user: { login: 'otto' },
  created_at: '2026-11-22T10:00:00Z',
  body: null,
  labels: [{ name: 'docs' }],
  mergeable: null,
  head: { sha: SHA('1'), ref: 'faster', repo: { id: 43, owner: { login: 'otto' } } },
  base: { sha: SHA('2'), ref: 'main', repo: { id: 42 } },
  ...change,
})

describe('findPullRequests', () => {
  const find = async (body: readonly object[], head: Head = HEAD) => {
    const { client, requests } = scriptGitHub({ [LIST]: { body } })
    return { numbers: (await findPullRequests(client, head, 42, false)).map(({ number }) => number), requests }
  }

  test('finds the pull requests of this head, in the order of their numbers, with their current state', async () => {
    expect(await find([view(9), view(7)])).toEqual({ numbers: [7, 9], requests: [LIST] })
    const { client } = scriptGitHub({ [LIST]: { body: [view(7)] } })
    expect(await findPullRequests(client, HEAD, 42, false)).toMatchObject([
      {
        isFork: true,
        headOwner: 'otto',
        live: { author: 'otto', createdAt: expect.any(String), body: '', labels: ['docs'] },
      },
    ])
  })

  const head = view(7).head
  test.each([
    ['a newer commit', { head: { ...head, sha: SHA('3') } }],
    ['another repository that has the same owner', { head: { ...head, repo: { id: 44, owner: { login: 'otto' } } } }],
    ['a fork that was deleted', { head: { ...head, repo: null } }],
    ['another base repository', { base: { sha: SHA('2'), ref: 'main', repo: { id: 99 } } }],
  ])('does not take %s', async (_, change) => {
    expect((await find([view(7, change)])).numbers).toEqual([])
  })

  describe('with those of other branches', () => {
    const ALL = (page: number) => `GET /pulls?state=open&per_page=100&page=${page}`
    const all = async (script: Parameters<typeof scriptGitHub>[0]) => {
      const { client, requests } = scriptGitHub(script)
      return { numbers: (await findPullRequests(client, HEAD, 42, true)).map(({ number }) => number), requests }
    }
    const copy = { head: { ...head, ref: 'copy' } }
    const foreign = { head: { ...head, ref: 'copy', repo: { id: 99, owner: { login: 'eve' } } } }

    test('finds the same commit at the end of another branch, and of another fork', async () => {
      const body = [view(9, foreign), view(8, copy), view(7), view(6, { head: { ...head, sha: SHA('3') } })]
      expect(await all({ [ALL(1)]: { body } })).toEqual({ numbers: [7, 8, 9], requests: [ALL(1)] })
    })

    test('finds nothing where a newer push superseded the branch of the event', async () => {
      expect((await all({ [ALL(1)]: { body: [view(8, copy)] } })).numbers).toEqual([])
    })

    test('finds its own pull requests even if more are open than are read', async () => {
      const body = Array.from({ length: 100 }, (_, index) => view(100 + index, { head: { ...head, sha: SHA('3') } }))
      const pages = Object.fromEntries([1, 2, 3, 4, 5].map((page) => [ALL(page), { body }]))
      expect((await all({ ...pages, [LIST]: { body: [view(7)] } })).numbers).toEqual([7])
    })
  })

  test('sends no request if the head repository was deleted', async () => {
    expect(await find([view(7)], { ...HEAD, owner: null, repoId: null })).toEqual({ numbers: [], requests: [] })
  })
})

describe('readOpenPullRequest', () => {
  const read = (body: object) => readOpenPullRequest(scriptGitHub({ 'GET /pulls/7': { body } }).client, 7)

  test.each([
    [null, false],
    [true, false],
    [false, true],
  ])('mergeable %j: conflict %j', async (mergeable, hasConflict) => {
    expect(await read(view(7, { mergeable }))).toMatchObject({ hasConflict, labels: ['docs'] })
  })

  test('returns null for a pull request that is closed or does not exist', async () => {
    expect(await read(view(7, { state: 'closed' }))).toBeNull()
    const { client } = scriptGitHub({ 'GET /pulls/7': { status: 404, body: { message: 'Not Found' } } })
    expect(await readOpenPullRequest(client, 7)).toBeNull()
  })
})

import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { createClient, type GitHubClient } from '../../src/github/client.ts'
import { readOwnLogin, upsertComment } from '../../src/github/comment.ts'
import { markerLine, parseMarker } from '../../src/report/marker.ts'
import { type GitHub, startGitHub } from '../e2e/github/start-github.ts'
import { SHA } from './scripted-github.ts'

const BOT = 'github-actions[bot]'
const body = (text: string, { name = 'perf-gate', sha = SHA('1'), run = '100' } = {}): string =>
  `${markerLine({ name, sha, run })}\n${text}`

describe('readOwnLogin', () => {
  let github: GitHub

  beforeEach(async () => {
    github = await startGitHub()
  })

  afterEach(async () => {
    await github.close()
    expect(github.violations).toEqual([])
  })

  test('is found for each kind of token, without writing anything', async () => {
    const login = (token: string) => readOwnLogin(createClient({ ...github, token, secondMs: 0 }))
    expect(await login(github.token)).toBe(BOT)
    expect(await login(github.appToken)).toBe('gatekeeper[bot]')
    expect(await login(github.tokenOf('mona'))).toBe('mona')
    expect(github.journal.map(({ path }) => path)).toEqual(Array(3).fill('/graphql'))
  })
})

describe('upsertComment', () => {
  let github: GitHub
  let client: GitHubClient
  let pullRequest: number

  beforeEach(async () => {
    github = await startGitHub()
    await github.pushCommit({ branch: 'main', files: { 'a.txt': '1' } })
    await github.pushCommit({ branch: 'faster', from: 'main', files: { 'a.txt': '2' } })
    pullRequest = await github.openPull({ head: 'faster', base: 'main', author: 'alice' })
    client = createClient({ ...github, secondMs: 0 })
  })

  afterEach(async () => {
    await github.close()
    expect(github.violations).toEqual([])
  })

  const upsert = (text: string, mayCreate = true) =>
    upsertComment(client, { pullRequest, body: text, parseMarker, mayCreate, author: BOT })
  const comments = async () =>
    (await github.commentsOf(pullRequest)).map(({ user, body: text }) => `${user?.login}: ${text?.split('\n').at(-1)}`)
  const writes = () =>
    github.journal.filter(({ method, path }) => method !== 'GET' && path !== '/graphql').map(({ method }) => method)

  test('creates the comment, updates it in place, and does not write an equal text', async () => {
    expect(await upsert(body('slow'))).toMatchObject({ kind: 'created' })
    expect(await upsert(body('fast'))).toMatchObject({ kind: 'updated' })
    expect(await upsert(body('fast'))).toMatchObject({ kind: 'unchanged' })
    expect(await comments()).toEqual([`${BOT}: fast`])
    expect(writes()).toEqual(['POST', 'PATCH'])
  })

  test('creates no comment if none is wanted, and still updates an existing one', async () => {
    expect(await upsert(body('fine'), false)).toEqual({ kind: 'not-wanted' })
    expect(writes()).toEqual([])
    await upsert(body('slow'))
    expect(await upsert(body('fine'), false)).toMatchObject({ kind: 'updated' })
    expect(await comments()).toEqual([`${BOT}: fine`])
  })

  test('finds the comment behind 120 others', async () => {
    await upsert(body('slow'))
    for (let index = 0; index < 120; index += 1) await github.comment(pullRequest, 'bob', `comment ${index}`)
    await github.comment(pullRequest, 'bob', 'last')
    expect(await upsert(body('fast'))).toMatchObject({ kind: 'updated' })
    const first = scriptedOrder(github)
    expect(first).toEqual(['?per_page=100', '?per_page=100&page=2'])
  })

  test('does not take comments of others, of another gate or with a quoted marker for its own', async () => {
    await github.comment(pullRequest, 'eve', body('planted'))
    await github.comment(pullRequest, BOT, body('of another gate', { name: 'nightly' }))
    await github.comment(pullRequest, BOT, `Look:\n${body('quoted')}`)
    expect(await upsert(body('slow'))).toMatchObject({ kind: 'created' })
    expect(await comments()).toEqual(['eve: planted', `${BOT}: of another gate`, `${BOT}: quoted`, `${BOT}: slow`])
  })

  test('keeps the older one of two that were created at the same time', async () => {
    const meanwhile = {
      kind: 'meanwhile',
      happens: async () => void (await github.comment(pullRequest, BOT, body('other run', { run: '99' }))),
    } as const
    github.faults.push({ method: 'POST', path: /\/comments$/, effect: meanwhile })
    expect(await upsert(body('slow'))).toMatchObject({ kind: 'updated' })
    expect(await comments()).toEqual([`${BOT}: slow`])
    expect(writes()).toEqual(['POST', 'DELETE', 'PATCH'])
  })

  test('creates no second comment when the answer to the first was lost', async () => {
    github.faults.push({ method: 'POST', path: /\/comments$/, effect: { kind: 'reset-after' } })
    await upsert(body('slow'))
    expect(writes()).toEqual(['POST'])
    expect(await comments()).toEqual([`${BOT}: slow`])
  })

  test('tries again when the first comment was not created', async () => {
    github.faults.push({ method: 'POST', path: /\/comments$/, effect: { kind: 'answer', status: 502 } })
    expect(await upsert(body('slow'))).toMatchObject({ kind: 'created' })
    expect(await comments()).toEqual([`${BOT}: slow`])
  })

  test('leaves the comment of a newer run about another head', async () => {
    await upsert(body('newer', { sha: SHA('2'), run: '200' }))
    expect(await upsert(body('late', { run: '100' }))).toMatchObject({ kind: 'superseded' })
    expect(await comments()).toEqual([`${BOT}: newer`])
    expect(await upsert(body('same head', { sha: SHA('2'), run: '100' }))).toMatchObject({ kind: 'updated' })
    expect(await upsert(body('newest', { sha: SHA('3'), run: '1000' }))).toMatchObject({ kind: 'updated' })
  })

  test('a forged marker does not stop an update, because the head decides', async () => {
    const head = (await github.pull(pullRequest)).head.sha
    await upsert(body('blocked', { sha: head }))
    const forged = body('passed', { sha: SHA('9'), run: '99999999999999' })
    const [own] = await github.commentsOf(pullRequest)
    const mona = createClient({ ...github, token: github.tokenOf('mona'), secondMs: 0 })
    await mona.octokit.rest.issues.updateComment({
      owner: github.owner,
      repo: github.repo,
      comment_id: own?.id ?? 0,
      body: forged,
    })
    expect(await upsert(body('blocked', { sha: head, run: '200' }))).toMatchObject({ kind: 'updated' })
    expect(await comments()).toEqual([`${BOT}: blocked`])
  })

  test('finds its comment again with the token of another app, and creates it once', async () => {
    const app = createClient({ ...github, token: github.appToken, secondMs: 0 })
    const author = await readOwnLogin(app)
    const post = (text: string) => upsertComment(app, { pullRequest, body: text, parseMarker, mayCreate: true, author })
    expect(await post(body('one'))).toMatchObject({ kind: 'created' })
    expect(await post(body('two'))).toMatchObject({ kind: 'updated' })
    expect(await comments()).toEqual(['gatekeeper[bot]: two'])
    expect(writes()).toEqual(['POST', 'PATCH'])
  })

  test('does not write an equal text of another run again, because an edit is an event', async () => {
    const words = (run: string) => body(`Blocked. [Run](https://github.com/acme/shop/actions/runs/${run})`, { run })
    await upsert(words('100'))
    expect(await upsert(words('200'))).toMatchObject({ kind: 'unchanged' })
    expect(await upsert(body('Passed.', { run: '300' }))).toMatchObject({ kind: 'updated' })
    expect(writes()).toEqual(['POST', 'PATCH'])
  })
})

/** The queries of the last two requests that list comments. */
function scriptedOrder(github: GitHub): readonly string[] {
  const listings = github.journal.filter(({ method, path }) => method === 'GET' && path.endsWith('/comments'))
  return listings.slice(-2).map(({ query }) => query)
}

import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { createClient } from '../../src/github/client.ts'
import { type CommitStatus, readStatuses, setStatus, worstState } from '../../src/github/status.ts'
import { type GitHub, startGitHub } from '../e2e/github/start-github.ts'
import { SHA, scriptGitHub } from './scripted-github.ts'

const POST = `POST /statuses/${SHA('1')}`
const ASK = 'POST /graphql'
const STATUS: CommitStatus = {
  context: 'perf-gate',
  sha: SHA('1'),
  state: 'failure',
  description: 'checkout p95 +8.3 %',
  targetUrl: 'https://github.com/acme/shop/actions/runs/9',
}
const BOT = { __typename: 'Bot', login: 'github-actions' }
const LATEST = { state: 'FAILURE', description: 'checkout p95 +8.3 %', creator: BOT }

const answer = (latest: object | null) => ({
  body: {
    data: {
      viewer: { login: 'github-actions[bot]' },
      repository: { object: { status: latest === null ? null : { c0: latest } } },
    },
  },
})
const set = async (status: CommitStatus, latest: object | null) => {
  const { client, requests, sent } = scriptGitHub({ [ASK]: answer(latest), [POST]: { status: 201, body: {} } })
  return { result: await setStatus(client, status), requests, body: sent[1]?.body }
}

describe('setStatus', () => {
  test('sets the status on the commit', async () => {
    const { result, requests, body } = await set(STATUS, null)
    expect(result).toEqual({ kind: 'set' })
    expect(requests).toEqual([ASK, POST])
    const { state, context, description, targetUrl: target_url } = STATUS
    expect(body).toEqual({ state, context, description, target_url })
  })

  test('sends nothing when the latest one says the same, whichever run it links to', async () => {
    const other = { ...STATUS, targetUrl: 'https://github.com/acme/shop/actions/runs/10' }
    expect(await set(other, LATEST)).toMatchObject({ result: { kind: 'unchanged' }, requests: [ASK] })
  })

  test.each([
    { state: 'SUCCESS' },
    { description: 'other' },
    // A branch may require that a certain app sets the status, so an equal status by somebody else is not enough.
    { creator: { __typename: 'User', login: 'github-actions' } },
    { creator: null },
  ])('sets it again when it had %j', async (change) => {
    expect((await set(STATUS, { ...LATEST, ...change })).result).toEqual({ kind: 'set' })
  })

  test('sets the status if the present status cannot be read', async () => {
    const refused = { body: { data: { repository: null }, errors: [{ type: 'FORBIDDEN', message: 'No' }] } }
    const { client, requests } = scriptGitHub({ [ASK]: refused, [POST]: { status: 201, body: {} } })
    expect(await setStatus(client, STATUS)).toEqual({ kind: 'set' })
    expect(requests).toEqual([ASK, POST])
  })

  test('says what to do when GitHub takes no more statuses', async () => {
    const errors = [{ message: 'This SHA and context has reached the maximum number of statuses.' }]
    const full = { status: 422, body: { message: 'Validation Failed', errors } }
    const { client } = scriptGitHub({ [ASK]: answer({ ...LATEST, state: 'SUCCESS' }), [POST]: full })
    await expect(setStatus(client, STATUS)).rejects.toThrow(
      'GitHub takes no more statuses perf-gate for the commit 1111111: it has 1,000. The check stays success, and the verdict is failure. Push a new commit.',
    )
  })

  test('cuts a description at 140 characters, but not inside a character', async () => {
    const { body } = await set({ ...STATUS, description: '🐢'.repeat(141) }, null)
    expect(body).toMatchObject({ description: `${'🐢'.repeat(139)}…` })
    const fits = await set({ ...STATUS, description: '🐢'.repeat(140) }, null)
    expect(fits.body).toMatchObject({ description: '🐢'.repeat(140) })
  })
})

describe('readStatuses', () => {
  let github: GitHub

  beforeEach(async () => {
    github = await startGitHub()
  })

  afterEach(async () => {
    await github.close()
    expect(github.violations).toEqual([])
  })

  test('finds a status under more than a hundred newer ones of other names', async () => {
    const sha = await github.pushCommit({ branch: 'main', files: { 'a.txt': '1' } })
    const client = createClient({ ...github, secondMs: 0 })
    const { owner, repo } = github
    const post = (context: string) =>
      client.octokit.rest.repos.createCommitStatus({ owner, repo, sha, state: 'success', context, description: 'x' })
    await post('perf-gate')
    for (let index = 0; index < 110; index += 1) await post(`other-${index}`)
    const { latest, ownLogin } = await readStatuses(client, sha, ['perf-gate', 'perf-gate/override'])
    expect([...latest]).toEqual([
      ['perf-gate', { state: 'success', description: 'x', isOurs: true, at: '2026-01-05T09:00:02Z' }],
    ])
    expect(ownLogin).toBe('github-actions[bot]')
    const app = await readStatuses(createClient({ ...github, token: github.appToken }), sha, ['perf-gate'])
    expect(app.latest.get('perf-gate')?.isOurs).toBe(false)
  })
})

describe('worstState', () => {
  test('is the state that blocks most', () => {
    const states = ['success', 'pending', 'failure', 'error'] as const
    expect(worstState(states, (state) => state)).toEqual({ one: 'error', state: 'error' })
    expect(worstState(['success', 'pending'] as const, (state) => state).state).toBe('pending')
    expect(() => worstState([], () => 'success')).toThrow()
  })
})

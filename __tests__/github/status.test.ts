import { describe, expect, test } from '@jest/globals'
import { type CommitStatus, setStatus, worstState } from '../../src/github/status.ts'
import { SHA, scriptGitHub } from './scripted-github.ts'

const COMBINED = `GET /commits/${SHA('1')}/status?per_page=100`
const POST = `POST /statuses/${SHA('1')}`
const STATUS: CommitStatus = {
  context: 'perf-gate',
  sha: SHA('1'),
  state: 'failure',
  description: 'checkout p95 +8.3 %',
  targetUrl: 'https://github.com/acme/shop/actions/runs/9',
}
const latest = {
  context: 'perf-gate',
  state: 'failure',
  description: 'checkout p95 +8.3 %',
  target_url: STATUS.targetUrl,
}
const set = async (status: CommitStatus, ...statuses: readonly object[]) => {
  const { client, requests, sent } = scriptGitHub({
    [COMBINED]: { body: { statuses } },
    [POST]: { status: 201, body: {} },
  })
  return { result: await setStatus(client, status), requests, body: sent[1]?.body }
}

describe('setStatus', () => {
  test('sets the status on the commit', async () => {
    const { result, requests, body } = await set(STATUS, { ...latest, context: 'perf-gate / lint' })
    expect(result).toEqual({ kind: 'set' })
    expect(requests).toEqual([COMBINED, POST])
    const { state, context, description, targetUrl: target_url } = STATUS
    expect(body).toEqual({ state, context, description, target_url })
  })

  test('sends nothing when the latest one says the same', async () => {
    expect(await set(STATUS, latest)).toMatchObject({ result: { kind: 'unchanged' }, requests: [COMBINED] })
  })

  test.each([{ state: 'success' }, { description: 'other' }, { target_url: null }])(
    'sets it again when it had %j',
    async (change) => {
      expect((await set(STATUS, { ...latest, ...change })).result).toEqual({ kind: 'set' })
    },
  )

  test('cuts a description at 140 characters, not inside one', async () => {
    const { body } = await set({ ...STATUS, description: '🐢'.repeat(141) })
    expect(body).toMatchObject({ description: `${'🐢'.repeat(139)}…` })
    const fits = await set({ ...STATUS, description: '🐢'.repeat(140) })
    expect(fits.body).toMatchObject({ description: '🐢'.repeat(140) })
  })
})

describe('worstState', () => {
  test('is that of the one that blocks most', () => {
    const states = ['success', 'pending', 'failure', 'error'] as const
    expect(worstState(states, (state) => state)).toEqual({ one: 'error', state: 'error' })
    expect(worstState(['success', 'pending'] as const, (state) => state).state).toBe('pending')
    expect(() => worstState([], () => 'success')).toThrow()
  })
})

import { describe, expect, test } from '@jest/globals'
import { readPolicySource } from '../../src/github/policy-source.ts'
import { plainOf } from '../saying.ts'
import { SHA, scriptGitHub } from './scripted-github.ts'

const GRAPHQL = 'POST /graphql'
const POLICY = '.github/perf-gate.yml'
const file = { mode: 0o100644, object: { isTruncated: false, text: 'version: 1 # für alle\n' } }
const answer = (object: object | null) => ({ body: { data: { repository: { object } } } })
const read = async (found: object, path = POLICY) => {
  const { client, sent } = scriptGitHub({ [GRAPHQL]: answer({ oid: SHA('2'), file: null, twin: null, ...found }) })
  const source = await readPolicySource(client, path, 'refs/heads/main')
  return { ...source, asked: (sent[0]?.body as { variables: object } | undefined)?.variables }
}

describe('readPolicySource', () => {
  test('reads the file of the branch as it is now, and names the commit', async () => {
    expect(await read({ file })).toEqual({
      commit: SHA('2'),
      file: { text: 'version: 1 # für alle\n', source: '.github/perf-gate.yml at 2222222' },
      note: null,
      asked: { owner: 'acme', repo: 'shop', at: 'refs/heads/main', path: POLICY, twin: '.github/perf-gate.yaml' },
    })
  })

  test('a missing file gives null', async () => {
    expect(await read({})).toMatchObject({ commit: SHA('2'), file: null, note: null })
  })

  test.each([
    [
      'one that is named and absent',
      '.github/perf-gates.yml',
      {},
      'There is no policy file .github/perf-gates.yml at 2222222, though the input `policy` names it, so the defaults hold. Check its path and its spelling.',
    ],
    [
      'one with the other ending',
      POLICY,
      { twin: file },
      'There is no policy file .github/perf-gate.yml at 2222222, so the defaults hold. .github/perf-gate.yaml is there and is not read: rename it, or name it in the input `policy`.',
    ],
    [
      'one with the other ending, the other way round',
      'perf/gate.yaml',
      { twin: file },
      'There is no policy file perf/gate.yaml at 2222222, so the defaults hold. perf/gate.yml is there and is not read: rename it, or name it in the input `policy`.',
    ],
    [
      'two of them',
      POLICY,
      { file, twin: file },
      '.github/perf-gate.yaml is not read: the policy is .github/perf-gate.yml. Remove one of the two files.',
    ],
  ])('says what is not in force: %s', async (_, path, found, note) => {
    expect(plainOf((await read(found, path)).note)).toBe(note)
  })

  test.each([
    ['a folder', { mode: 0o040000, object: {} }],
    ['a link', { mode: 0o120000, object: { isTruncated: false, text: '../secret' } }],
    ['a large file', { mode: 0o100644, object: { isTruncated: true, text: 'version: 1' } }],
    ['no text', { mode: 0o100644, object: { isTruncated: false, text: null } }],
  ])('refuses %s', async (_, entry) => {
    await expect(read({ file: entry })).rejects.toThrow(
      'The policy .github/perf-gate.yml at 2222222 is not a text file of less than 1 MB',
    )
  })

  test('a missing branch is not taken for a missing file', async () => {
    const { client } = scriptGitHub({ [GRAPHQL]: answer(null) })
    await expect(readPolicySource(client, POLICY, 'refs/heads/gone')).rejects.toThrow(
      'The branch gone is not in this repository.',
    )
  })

  test('does not take a refusal for a missing file', async () => {
    const errors = [{ type: 'FORBIDDEN', path: ['repository', 'object'], message: 'Resource not accessible' }]
    const { client } = scriptGitHub({ [GRAPHQL]: { body: { data: { repository: null }, errors } } })
    await expect(readPolicySource(client, POLICY, 'refs/heads/main')).rejects.toMatchObject({ status: 403 })
  })
})

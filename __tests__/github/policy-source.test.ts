import { describe, expect, test } from '@jest/globals'
import { readPolicySource } from '../../src/github/policy-source.ts'
import { SHA, scriptGitHub } from './scripted-github.ts'

const CONTENTS = `GET /contents/.github%2Fperf-gate.yml?ref=${SHA('2')}`
const read = (answer: object) =>
  readPolicySource(scriptGitHub({ [CONTENTS]: answer }).client, '.github/perf-gate.yml', SHA('2'))
const content = Buffer.from('version: 1 # für alle\n').toString('base64')

describe('readPolicySource', () => {
  test('reads the file at the commit that it is given', async () => {
    const body = { type: 'file', encoding: 'base64', content: `${content.slice(0, 8)}\n${content.slice(8)}\n` }
    expect(await read({ body })).toEqual({
      text: 'version: 1 # für alle\n',
      source: '.github/perf-gate.yml at 2222222',
    })
  })

  test('is null where there is none', async () => {
    expect(await read({ status: 404, body: { message: 'Not Found' } })).toBeNull()
  })

  test.each([
    ['a folder', []],
    ['a link', { type: 'symlink', target: '../secret' }],
    ['a large file', { type: 'file', encoding: 'none', content: '' }],
  ])('refuses %s', async (_, body) => {
    await expect(read({ body })).rejects.toThrow(
      'The policy .github/perf-gate.yml at 2222222 is not a file of less than 1 MB',
    )
  })

  test('does not take a refusal for an absent file', async () => {
    await expect(
      read({ status: 403, body: { message: 'Resource not accessible by integration' } }),
    ).rejects.toMatchObject({ status: 403 })
  })
})

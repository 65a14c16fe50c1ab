import { describe, expect, test } from '@jest/globals'
import { readTemplateSources } from '../../src/github/template-sources.ts'
import { SHA, scriptGitHub } from './scripted-github.ts'

const answer = (object: object | null) => ({ body: { data: { repository: { object } } } })
const entry = (name: string, text: string | null = '{{text}}') => ({ name, object: { isTruncated: false, text } })
const folder = { name: 'old.hbs', object: {} }

async function read(script: Parameters<typeof scriptGitHub>[0][string]) {
  const github = scriptGitHub({ 'POST /graphql': script })
  return { ...github, found: await readTemplateSources(github.client, '.github/perf-gate', SHA('2')) }
}

describe('readTemplateSources', () => {
  test('reads all templates of the folder at the given commit, and nothing else, in one request', async () => {
    const entries = [entry('latency.hbs', '{{rows}} für alle'), entry('README.md'), folder, entry('summary.hbs')]
    const { found, sent } = await read(answer({ entries }))
    expect(found).toEqual([
      { path: '.github/perf-gate/latency.hbs', text: '{{rows}} für alle' },
      { path: '.github/perf-gate/summary.hbs', text: '{{text}}' },
    ])
    expect(sent.map(({ body }) => (body as { variables: object }).variables)).toEqual([
      { owner: 'acme', repo: 'shop', place: `${SHA('2')}:.github/perf-gate` },
    ])
  })

  test.each([
    ['an absent folder', null],
    ['a file', {}],
  ])('refuses %s', async (_, object) => {
    await expect(read(answer(object))).rejects.toThrow(
      'There is no folder .github/perf-gate at 2222222. The key `templates` of the policy names it.',
    )
  })

  test('refuses a folder with more templates than there are sections', async () => {
    const entries = Array.from({ length: 21 }, (_, index) => entry(`${index}.hbs`))
    await expect(read(answer({ entries }))).rejects.toThrow('has more than 20 templates')
  })

  test.each([
    ['is not text', entry('x.hbs', null)],
    ['was cut off', { name: 'x.hbs', object: { isTruncated: true, text: '{{te' } }],
  ])('refuses a template that %s', async (_, one) => {
    await expect(read(answer({ entries: [one] }))).rejects.toThrow(
      '.github/perf-gate/x.hbs at 2222222 is not a text file that can be read.',
    )
  })

  test('a missing permission is named as with all other requests', async () => {
    const errors = [
      { type: 'FORBIDDEN', path: ['repository', 'object'], message: 'Resource not accessible by integration' },
    ]
    await expect(read({ body: { data: { repository: null }, errors } })).rejects.toMatchObject({ status: 403 })
  })
})

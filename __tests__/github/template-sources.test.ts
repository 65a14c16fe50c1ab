import { describe, expect, test } from '@jest/globals'
import { readTemplateSources } from '../../src/github/template-sources.ts'
import { SHA, scriptGitHub } from './scripted-github.ts'

const FOLDER = `GET /contents/.github%2Fperf-gate?ref=${SHA('2')}`
const entry = (name: string, type = 'file') => ({ name, type, path: `.github/perf-gate/${name}` })
const file = (text: string) => ({
  body: { type: 'file', encoding: 'base64', content: Buffer.from(text).toString('base64') },
})

const read = (answers: object) =>
  readTemplateSources(scriptGitHub({ ...answers }).client, '.github/perf-gate', SHA('2'))

describe('readTemplateSources', () => {
  test('reads every template of the folder at the commit that it is given, and nothing else', async () => {
    const found = await read({
      [FOLDER]: { body: [entry('latency.hbs'), entry('README.md'), entry('old.hbs', 'dir'), entry('summary.hbs')] },
      [`GET /contents/.github%2Fperf-gate%2Flatency.hbs?ref=${SHA('2')}`]: file('{{rows}} für alle'),
      [`GET /contents/.github%2Fperf-gate%2Fsummary.hbs?ref=${SHA('2')}`]: file('{{text}}'),
    })
    expect(found).toEqual([
      { path: '.github/perf-gate/latency.hbs', text: '{{rows}} für alle' },
      { path: '.github/perf-gate/summary.hbs', text: '{{text}}' },
    ])
  })

  test.each([
    ['an absent folder', { status: 404, body: { message: 'Not Found' } }],
    ['a file', { body: { type: 'file', encoding: 'base64', content: '' } }],
  ])('refuses %s', async (_, answer) => {
    await expect(read({ [FOLDER]: answer })).rejects.toThrow(
      'There is no folder .github/perf-gate at 2222222. The key `templates` of the policy names it.',
    )
  })

  test('refuses a folder with more templates than there are sections', async () => {
    const body = Array.from({ length: 21 }, (_, index) => entry(`${index}.hbs`))
    await expect(read({ [FOLDER]: { body } })).rejects.toThrow('has more than 20 templates')
  })
})

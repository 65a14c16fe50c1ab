import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { env } from 'node:process'
import { describe, expect, test } from '@jest/globals'
import { ReportSchema } from '../../scripts/generate-report-schema.ts'
import { renderReport } from '../../src/report/render-report.ts'
import { CASES } from './cases.ts'

const GOLDEN = new URL('../golden/', import.meta.url)
const SEPARATOR = '\n<!-- ===== comment above, full report below ===== -->\n\n'

/** Run with UPDATE_GOLDEN=1 to accept the new text, then read what changed. */
describe('golden reports', () => {
  test.each([...CASES.keys()])('%s', (name) => {
    const { verdict, context } = CASES.get(name) ?? fail(name)
    const { comment, markdown, statusDescription, title } = renderReport(verdict, context)
    const text = `title: ${title}\nstatus: ${statusDescription}\n\n${comment}${SEPARATOR}${markdown}`
    const file = new URL(`${name}.md`, GOLDEN)
    if (env.UPDATE_GOLDEN === '1') writeFileSync(file, text)
    expect(existsSync(file) ? readFileSync(file, 'utf8') : '(no golden file)').toBe(text)
  })

  test('every outcome has a case', () => {
    const outcomes = new Set([...CASES.values()].map(({ verdict }) => verdict.outcome))
    expect([...outcomes].sort()).toEqual(ReportSchema.shape.outcome.options.toSorted())
  })

  test('no golden file without its case', () => {
    const files = readdirSync(GOLDEN).filter((file) => file.endsWith('.md'))
    expect(files.sort()).toEqual([...CASES.keys()].map((name) => `${name}.md`).sort())
  })
})

function fail(name: string): never {
  throw new Error(`There is no case ${name}.`)
}

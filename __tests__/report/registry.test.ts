import { readdirSync } from 'node:fs'
import { expect, test } from '@jest/globals'
import { SECTIONS } from '../../src/report/registry.ts'

/** Names of the files of a folder without their extension. */
function namesIn(folder: string, extension: string): readonly string[] {
  return readdirSync(new URL(folder, import.meta.url))
    .filter((file) => file.endsWith(extension) && !file.endsWith('.d.ts'))
    .map((file) => file.slice(0, -extension.length))
    .toSorted()
}

test('every section file is registered, once, under its name', () => {
  const ids = SECTIONS.map(({ id }) => id)
  expect(ids.toSorted()).toEqual(namesIn('../../src/report/sections/', '.ts'))
})

/** Those of commands that judge no pull request. */
const OTHER_REPORTS: ReadonlySet<string> = new Set([
  'bisection',
  'capacity',
  'complexity',
  'history',
  'phase-goals',
  'phase-service',
  'replay',
  'watch',
])

test('every section has its template, and no template is left over', () => {
  const templates = namesIn('../../templates/', '.hbs').filter(
    (name) => !name.startsWith('html-') && !OTHER_REPORTS.has(name),
  )
  expect(templates).toEqual(namesIn('../../src/report/sections/', '.ts'))
})

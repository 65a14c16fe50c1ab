import { globSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { parse } from 'yaml'
import { measureSchemaText } from '../../scripts/generate-measure-schema.ts'
import { policySchemaText } from '../../scripts/generate-policy-schema.ts'
import { parseMeasureFile } from '../../src/measure/measure-plan.ts'
import { parsePolicy } from '../../src/policy/policy-file.ts'
import { blocksOf, ROOT, readRepositoryFile } from './markdown-page.ts'

/** Every policy that the documentation shows or that lies in examples/: what people copy must be right. */
const POLICIES: readonly (readonly [string, string])[] = [
  ...globSync('examples/policy/*.yml', { cwd: ROOT }).map((path) => [path, readRepositoryFile(path)] as const),
  ...['README.md', ...globSync('docs/{*,guides/*}.md', { cwd: ROOT })].flatMap((page) =>
    blocksOf(readRepositoryFile(page))
      .filter(({ language, text }) => language === 'yaml' && /^version: 1$/m.test(text) && !isMeasureFile(text))
      .map(({ text }, index) => [`${page}, policy ${index + 1}`, text] as const),
  ),
]

/** What `perf-gate measure` reads, by its first line. */
function isMeasureFile(text: string): boolean {
  return text.startsWith('# .github/perf-gate.measure.yml\n')
}

test('what measure files the documentation shows can be read', () => {
  const files = globSync('docs/guides/*.md', { cwd: ROOT })
    .flatMap((page) => blocksOf(readRepositoryFile(page)))
    .filter(({ text }) => isMeasureFile(text))
  expect(files).not.toEqual([])
  const isValidMeasure = new Ajv2020({ strict: false }).compile(JSON.parse(measureSchemaText()))
  for (const { text } of files) {
    expect(parseMeasureFile(text, 'measure.yml').services.length).toBeGreaterThan(0)
    expect([isValidMeasure(parse(text)), isValidMeasure.errors]).toEqual([true, null])
  }
})

const isValid = new Ajv2020({ strict: false }).compile(JSON.parse(policySchemaText()))

describe.each(POLICIES)('%s', (name, text) => {
  test('is a policy', () => {
    expect(parsePolicy(text, name, {}).source).toBe(name)
  })

  test('is valid by the schema that editors use', () => {
    expect([isValid(parse(text)), isValid.errors]).toEqual([true, null])
  })
})

test('policies were found in the documentation, and a wrong one is noticed', () => {
  expect(POLICIES.length).toBeGreaterThan(8)
  expect(isValid({ version: 1, defualts: {} })).toBe(false)
})

test('examples name the schema for editors, and the path is right', () => {
  for (const path of globSync('examples/policy/*.yml', { cwd: ROOT }))
    expect(readRepositoryFile(path)).toMatch(
      /^# yaml-language-server: \$schema=\.\.\/\.\.\/schema\/policy\.schema\.json\n/,
    )
})

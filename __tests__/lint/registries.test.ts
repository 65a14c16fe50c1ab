import { existsSync, readdirSync } from 'node:fs'
import { expect, test } from '@jest/globals'
import { COMMANDS } from '../../src/commands/registry.ts'
import { COMPLEXITY_FORMATS } from '../../src/complexity/registry.ts'
import { FORMATS } from '../../src/formats/registry.ts'
import { RESOURCES } from '../../src/formats/resource-registry.ts'
import { TRACE_FORMATS } from '../../src/traces/registry.ts'
import { readRepositoryFile } from '../docs/markdown-page.ts'

/** All that the files of a folder export, with lists taken apart. */
async function exportsOf(
  folder: string,
  isWanted: (name: string) => boolean = () => true,
): Promise<readonly unknown[]> {
  const url = new URL(`../../src/${folder}/`, import.meta.url)
  const names = readdirSync(url).filter((name) => name.endsWith('.ts') && isWanted(name))
  const modules: readonly object[] = await Promise.all(names.map((name) => import(new URL(name, url).href)))
  return modules.flatMap((one) => Object.values(one).flat())
}

function has(value: unknown, ...keys: readonly string[]): boolean {
  return typeof value === 'object' && value !== null && keys.every((key) => key in value)
}

test.each<readonly [string, string, readonly string[], readonly unknown[], (name: string) => boolean]>([
  [
    'a resource',
    'formats',
    ['metric', 'needs', 'measure'],
    RESOURCES,
    (name) => name.startsWith('resource-') && !name.includes('registry'),
  ],
  ['a reader of traces', 'traces/readers', ['id', 'recognizes'], TRACE_FORMATS, () => true],
  ['a reader of complexity', 'complexity/readers', ['tool', 'read'], COMPLEXITY_FORMATS, () => true],
])('%s that a file exports is in the registry', async (_, folder, keys, registry, isWanted) => {
  const found = new Set((await exportsOf(folder, isWanted)).filter((value) => has(value, ...keys)))
  expect(found.size).toBeGreaterThan(2)
  expect(found).toEqual(new Set(registry))
})

test('a command that a file exports is in the registry', async () => {
  const declared = (await exportsOf('commands')).filter((value) => has(value, 'calls', 'flags', 'guide'))
  const registered = await Promise.all(COMMANDS.map(async ({ load }) => (await load()).usage))
  expect(new Set(declared)).toEqual(new Set(registered))
})

test('each rule has a file of tests', () => {
  const rules = readdirSync(new URL('../../src/policy/rules/', import.meta.url))
  const testOf = (rule: string) => new URL(`../policy/rules/${rule.replace('.ts', '.test.ts')}`, import.meta.url)
  expect(rules.filter((rule) => !existsSync(testOf(rule)))).toEqual([])
})

test('each tool is in the table of docs/tools', () => {
  const page = readRepositoryFile('docs/tools/README.md')
  const tools = new Set(FORMATS.map(({ tool }) => tool.name))
  expect([...tools].filter((name) => !page.includes(name))).toEqual([])
})

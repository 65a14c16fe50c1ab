import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { THREAT_MUTATIONS } from '../../scripts/mutations/threat-mutations.ts'
import { ROOT, readRepositoryFile } from '../docs/markdown-page.ts'

/* docs/security.md is a promise: each row names what defends and what tests it. Here the promise is held. */

type Threat = Readonly<{ id: string; name: string; defences: readonly string[]; remains: string; tests: string }>

const THREATS = readRepositoryFile('docs/security.md')
  .split('\n')
  .flatMap((line): readonly Threat[] => {
    const [id = '', name = '', defence = '', remains = '', tests = ''] = cells(line)
    return /^\d+$/.test(id) ? [{ id, name, defences: paths(defence), remains, tests }] : []
  })

/** The cells of a table row. A pipe in a code span is written `\|`. */
function cells(row: string): readonly string[] {
  return row.startsWith('|')
    ? row
        .split(/(?<!\\)\|/)
        .slice(1, -1)
        .map((cell) => cell.trim())
    : []
}

function paths(cell: string): readonly string[] {
  return [...cell.matchAll(/`((?:src|scripts|templates|docs|\.github|__tests__)\/[^`]+)`/g)].map(
    ([, path = '']) => path,
  )
}

/** `path`: "title", "title". */
function namedTests(cell: string): readonly Readonly<{ path: string; titles: readonly string[] }>[] {
  return [...cell.matchAll(/`(__tests__\/[^`]+\.test\.ts)`: ((?:"[^"]+"(?:, )?)+)/g)].map(
    ([, path = '', titles = '']) => {
      return { path, titles: [...titles.matchAll(/"([^"]+)"/g)].map(([, title = '']) => title) }
    },
  )
}

/** The text of a test file, and of the tables of cases beside it that it imports. */
function withTables(path: string): string {
  const text = readRepositoryFile(path)
  const tables = [...text.matchAll(/from '\.\/([\w-]+\.ts)'/g)].map(([, name = '']) => join(dirname(path), name))
  return [text, ...tables.map(readRepositoryFile)].join('\n')
}

test('the table has each of the 29 threats once, in order', () => {
  expect(THREATS.map(({ id }) => id)).toEqual(Array.from({ length: 29 }, (_, index) => String(index + 1)))
})

describe.each(THREATS)('$id: $name', ({ id, defences, remains, tests }) => {
  test('names files that defend', () => {
    expect(defences.length).toBeGreaterThan(0)
    expect(defences.filter((path) => !existsSync(join(ROOT, path)))).toEqual([])
  })

  test('says what remains', () => {
    expect(remains).not.toBe('')
  })

  test('names tests that are there', () => {
    const named = namedTests(tests)
    expect(named.length).toBeGreaterThan(0)
    const missing = named.flatMap(({ path, titles }) => {
      const text = existsSync(join(ROOT, path)) ? withTables(path) : ''
      return titles.filter((title) => !text.includes(title)).map((title) => `${path}: ${title}`)
    })
    expect(missing).toEqual([])
  })

  test('names a test that a mutation shows to fail without the defence', () => {
    const named = namedTests(tests).flatMap(({ path, titles }) => titles.map((title) => ({ path, title })))
    const shown = THREAT_MUTATIONS.filter(({ row }) => row === Number(id)).map(({ test: one }) => one)
    const both = named.filter(({ path, title }) =>
      shown.some((one) => one.path === path && (one.title.includes(title) || title.includes(one.title))),
    )
    expect(both).not.toEqual([])
  })
})

test.each(THREAT_MUTATIONS)('$file has the defence of the mutation once: $takes', ({ file, defence, without }) => {
  expect(readRepositoryFile(file).split(defence)).toHaveLength(2)
  expect(without).not.toBe(defence)
})

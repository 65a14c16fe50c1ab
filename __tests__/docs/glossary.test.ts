import { globSync } from 'node:fs'
import { expect, test } from '@jest/globals'
import { ROOT, readRepositoryFile } from './markdown-page.ts'

const page = readRepositoryFile('CONTRIBUTING.md')
const chapter = page.slice(page.indexOf('## Words'), page.indexOf('## Habits'))
const WORDS = [...chapter.matchAll(/^\| `(\w+)` \|/gm)].map(([, word = '']) => word)
const SOURCES = globSync('src/**/*.ts', { cwd: ROOT }).map((path) => readRepositoryFile(path))

test('the glossary has words', () => {
  expect(WORDS.length).toBeGreaterThan(10)
})

test.each(WORDS)('%s is one type, and is used', (word) => {
  const declared = SOURCES.filter((source) => new RegExp(`^export type ${word}\\b`, 'm').test(source))
  const used = SOURCES.filter((source) => new RegExp(`\\b${word}\\b`).test(source))
  expect(declared).toHaveLength(1)
  expect(used.length).toBeGreaterThan(1)
})

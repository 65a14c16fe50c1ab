import { expect, test } from '@jest/globals'
import { readRepositoryFile } from './markdown-page.ts'

/* docs/platform.md names tests. A test that was renamed or removed must not stay a promise. */

const page = readRepositoryFile('docs/platform.md')
const rows = page.split('\n').filter((line) => line.startsWith('| ') && line.includes('__tests__/'))

/** `path`: "title", "title" */
function namedTests(row: string): readonly (readonly [path: string, title: string])[] {
  return [...row.matchAll(/`(__tests__\/[^`]+\.test\.ts)`: ((?:"[^"]+"(?:, )?)+)/g)].flatMap(
    ([, path = '', titles = '']) => [...titles.matchAll(/"([^"]+)"/g)].map(([, title = '']) => [path, title] as const),
  )
}

test('every row names tests, and all of them are there', () => {
  expect(rows.length).toBeGreaterThan(30)
  for (const row of rows) {
    const named = namedTests(row)
    expect({ row, named: named.length > 0 }).toEqual({ row, named: true })
    for (const [path, title] of named)
      expect({ path, title, isThere: readRepositoryFile(path).replaceAll("\\'", "'").includes(title) }).toMatchObject({
        isThere: true,
      })
  }
})

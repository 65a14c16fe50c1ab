import { existsSync, globSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from '@jest/globals'
import { ROOT, readRepositoryFile } from './markdown-page.ts'

const PAGES = ['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md', ...globSync('docs/**/*.md', { cwd: ROOT })]

test.each(PAGES)('every file that %s links to exists', (page) => {
  const targets = [...readRepositoryFile(page).matchAll(/(?:\]\(|srcset="|src=")(?!https?:|#)([^)#"]+)/g)].map(
    ([, target = '']) => target,
  )
  const missing = targets.filter((target) => !existsSync(join(ROOT, dirname(page), target)))
  expect(missing).toEqual([])
})

test('the README links to the map of the documentation, and the map to every page', () => {
  expect(readRepositoryFile('README.md')).toContain('(docs/README.md)')
  const map = readRepositoryFile('docs/README.md')
  const pages = globSync('{*,guides/*}.md', { cwd: join(ROOT, 'docs') }).filter((page) => page !== 'README.md')
  const times = (page: string) => map.split(`(${page})`).length - 1
  expect(pages.filter((page) => times(page) !== 1)).toEqual([])
})

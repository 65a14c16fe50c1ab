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

test('every guide can be found from the README', () => {
  const readme = readRepositoryFile('README.md')
  const guides = globSync('docs/{*,guides/*}.md', { cwd: ROOT })
  expect(guides.filter((guide) => !readme.includes(`(${guide}`))).toEqual([])
})

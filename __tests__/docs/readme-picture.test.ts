import { statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { ROOT, readRepositoryFile } from './markdown-page.ts'

const IMAGES = 'docs/images'

/** The comment of a golden file, as scripts/preview-report.ts takes it. */
function commentOf(name: string): string {
  const golden = readRepositoryFile(`__tests__/golden/${name}.md`)
  return golden.slice(golden.indexOf('<!-- perf-gate'), golden.indexOf('\n<!-- ===== comment above'))
}

test('the picture of the README shows the comment as it is today (else: node scripts/preview-report.ts --readme)', () => {
  expect(readRepositoryFile(`${IMAGES}/comment.md`)).toBe(commentOf('many-services'))
})

test('the README shows it, light and dark, and says in words what it shows', () => {
  const readme = readRepositoryFile('README.md')
  const [, shown = '', words = ''] = /<img src="(docs\/images\/[^"]+)" alt="([^"]+)">/.exec(readme) ?? []
  const [, dark = ''] = /srcset="(docs\/images\/[^"]+)"/.exec(readme) ?? []
  for (const picture of [shown, dark]) expect(statSync(join(ROOT, picture)).size).toBeGreaterThan(10_000)
  const statement = /\*\*(Blocked: .*?)\*\*/.exec(commentOf('many-services'))?.[1]?.replaceAll('`', '')
  expect(words).toContain(statement)
})

import { expect, test } from '@jest/globals'
import { blockHtml } from '../../src/report/html/markdown-html.ts'
import { SECTIONS } from '../../src/report/registry.ts'
import { renderReport } from '../../src/report/render-report.ts'
import { readRepositoryFile } from '../docs/markdown-page.ts'
import { timeSpent } from './toy-section.ts'
import { aContext, aService, aVerdict } from './verdicts.ts'

const CONTEXT = { ...aContext(), maxRows: 10, plots: 'below' } as const

test('a section is one file and one line in the registry', () => {
  const look = { sections: [...SECTIONS, timeSpent], problems: [] }
  const { comment, markdown } = renderReport(aVerdict({ services: [aService()] }), aContext(), look)
  for (const page of [comment, markdown]) expect(page).toContain('#### Time spent\n\n`checkout`: 5 runs')
})

test('and the HTML report shows the same text', () => {
  const markdown = timeSpent.template(timeSpent.build(aVerdict({ services: [aService()] }), CONTEXT) ?? {})
  expect(blockHtml(markdown)).toBe('<h3>Time spent</h3>\n<p><code>checkout</code>: 5 runs</p>\n')
})

test('it is left out where it has no content', () => {
  const look = { sections: [...SECTIONS, timeSpent], problems: [] }
  const { comment } = renderReport(aVerdict({ services: [], compared: 0, expected: 0 }), aContext(), look)
  expect(comment).not.toContain('Time spent')
})

test('docs/adding-a-section.md leads to it', () => {
  expect(readRepositoryFile('docs/adding-a-section.md')).toContain('(../__tests__/report/toy-section.ts)')
})

import template from '../../templates/capacity.hbs'
import { written } from '../model/text.ts'
import { rungRow } from './capacity-rows.ts'
import { type CapacityReport, capacityFacts, capacityStatement } from './capacity-words.ts'
import { code, withPlainPipes } from './escape.ts'
import { MARKDOWN } from './wording.ts'

const ICONS = { passes: '✅', warns: '⚠️', fails: '❌' } as const

/** The report of `perf-gate capacity` as Markdown. */
export function capacityMarkdown(report: CapacityReport): string {
  const { capacity, title, notes } = report
  return withPlainPipes(
    template({
      title: code(title),
      statement: `**${written(capacityStatement(report), MARKDOWN)}**`,
      facts: capacityFacts(report).map(({ name, text }) => ({ name, text: written(text, MARKDOWN) })),
      loadTitle: capacity.rungs.some(({ model }) => model === 'open') ? 'Rate' : 'Users',
      rows: capacity.rungs.map(rungRow),
      checks: capacity.checks.map(({ state, message }) => ({
        icon: ICONS[state],
        message: written(message, MARKDOWN),
      })),
      notes: notes.map((note) => written(note, MARKDOWN)),
    }),
  )
}

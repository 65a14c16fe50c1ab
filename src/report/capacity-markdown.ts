import template from '../../templates/capacity.hbs'
import { rungRow } from './capacity-rows.ts'
import { type CapacityReport, capacityFacts, capacityStatement } from './capacity-words.ts'
import { code, prose } from './escape.ts'

const ICONS = { passes: '✅', warns: '⚠️', fails: '❌' } as const

/** The report of `perf-gate capacity` as Markdown. */
export function capacityMarkdown(report: CapacityReport): string {
  const { capacity, title, notes } = report
  return template({
    title: code(title),
    statement: `**${prose(capacityStatement(report))}**`,
    facts: capacityFacts(report).map(({ name, text }) => ({ name, text: prose(text) })),
    loadTitle: capacity.rungs.some(({ model }) => model === 'open') ? 'Rate' : 'Users',
    rows: capacity.rungs.map(rungRow),
    checks: capacity.checks.map(({ state, message }) => ({ icon: ICONS[state], message: prose(message) })),
    notes: notes.map(prose),
  })
}

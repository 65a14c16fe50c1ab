import template from '../../../templates/html-capacity.hbs'
import * as colours from '../../../templates/html-colours.css'
import * as style from '../../../templates/html-report.css'
import { rungRow } from '../capacity-rows.ts'
import { type CapacityReport, capacityFacts, capacityStatement } from '../capacity-words.ts'
import { plain } from '../escape.ts'
import { capacityPlots } from './capacity-plots.ts'
import { contentPolicy } from './content-policy.ts'
import { figureHtml } from './figure.ts'
import { inlineText } from './markdown-html.ts'
import { toneIcon } from './tone.ts'

const TONES = { passes: 'better', warns: 'caution', fails: 'bad' } as const

/** The report of `perf-gate capacity` as one HTML file without a script. */
export function capacityHtml(report: CapacityReport): string {
  const { capacity, title, notes } = report
  const isRefused = capacity.refused !== null
  const plots = capacity.rungs.length === 0 ? [] : capacityPlots(report)
  return template({
    policy: contentPolicy([colours.hash, style.hash], []),
    colours: colours.text,
    style: style.text,
    title: plain(title),
    outcome: isRefused ? 'warn' : 'pass',
    icon: toneIcon(isRefused ? 'caution' : 'better'),
    statement: inlineText(capacityStatement(report)),
    facts: capacityFacts(report).map(({ name, text }) => ({ name, text: inlineText(text) })),
    figures: plots.map((plot) => figureHtml({ title: plot.label, plot, caption: null, table: null })),
    loadTitle: capacity.rungs.some(({ model }) => model === 'open') ? 'Rate' : 'Users',
    rows: capacity.rungs.map(rungRow),
    checks: capacity.checks.map(({ state, message }) => ({
      tone: TONES[state],
      icon: toneIcon(TONES[state]),
      message: inlineText(message),
    })),
    notes: notes.map(inlineText),
  })
}

import * as colours from '../../../templates/html-colours.css'
import template from '../../../templates/html-phase.hbs'
import * as style from '../../../templates/html-report.css'
import type { Phase, PhaseService } from '../../model/milestone.ts'
import { plain } from '../escape.ts'
import { type HistoryReport, leadingSeries, trendName } from '../history-report.ts'
import { phaseGoals, phaseService } from '../phase-markdown.ts'
import { phaseStatement } from '../phase-words.ts'
import { PAGE } from '../wording.ts'
import { contentPolicy } from './content-policy.ts'
import { figureHtml } from './figure.ts'
import { blockHtml, inlineText } from './markdown-html.ts'
import { toneIcon } from './tone.ts'
import { trendPlot } from './trend-plot.ts'

/** The phase report as one HTML file without a script: the text of the Markdown report, with plots of each service. */
export function phasePage(phase: Phase, report: HistoryReport): string {
  const verdicts = phase.services.flatMap(({ results }) => results.map(({ verdict }) => verdict))
  const isReached = verdicts.length > 0 && verdicts.every((verdict) => verdict === 'reached')
  return template({
    policy: contentPolicy([colours.hash, style.hash], []),
    colours: colours.text,
    style: style.text,
    title: `${plain(report.title)}, ${plain(phase.from)} to ${plain(phase.to)}`,
    outcome: isReached ? 'pass' : 'warn',
    icon: toneIcon(isReached ? 'better' : 'caution'),
    statement: plain(phaseStatement(phase)),
    goals: blockHtml(phaseGoals(phase)),
    notes: report.notes.map((note) => inlineText(note)),
    services: phase.services.map((service) => ({
      name: plain(service.trend.service),
      figure: figureOf(service, report),
      // The page writes the heading of the service itself.
      text: blockHtml(phaseService(service).replace(/^### .*\n/, '')),
    })),
  })
}

function figureOf({ trend }: PhaseService, { releases }: HistoryReport): string {
  const leading = leadingSeries(trend)
  if (leading === undefined) return ''
  const title = `${trendName(leading, PAGE)} of ${plain(trend.service)}`
  return figureHtml({ title, plot: trendPlot(leading, trend, releases), caption: null, table: null })
}

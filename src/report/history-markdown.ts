import template from '../../templates/history.hbs'
import { written } from '../model/text.ts'
import { code, prose, withPlainPipes } from './escape.ts'
import {
  type HistoryReport,
  historyStatement,
  lastStepText,
  leadingSeries,
  levelText,
  openDebts,
  trendName,
} from './history-report.ts'
import { MARKDOWN } from './wording.ts'

/** The history in short, as Markdown: a line per service. */
export function historyMarkdown(report: HistoryReport): string {
  return withPlainPipes(
    template({
      title: code(report.title),
      statement: `**${prose(historyStatement(report))}**`,
      rows: report.services.map((service) => {
        const leading = leadingSeries(service)
        const owed = openDebts(service)
        return {
          service: code(service.service),
          series: leading === undefined ? '' : trendName(leading, MARKDOWN),
          jobs: `${service.jobs.length}`,
          level: leading === undefined ? '' : levelText(leading),
          step: leading === undefined ? '' : lastStepText(leading, service),
          owed: owed === 0 ? '' : `${owed}`,
        }
      }),
      notes: report.notes.map((note) => written(note, MARKDOWN)),
    }),
  )
}

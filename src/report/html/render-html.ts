import * as colours from '../../../templates/html-colours.css'
import template from '../../../templates/html-page.hbs'
import * as script from '../../../templates/html-report.browser.js'
import * as style from '../../../templates/html-report.css'
import type { Comparison } from '../../model/comparison.ts'
import type { ReportContext } from '../../model/report.ts'
import type { Finding, Verdict } from '../../model/verdict.ts'
import { link, plain } from '../escape.ts'
import { sentencesOf } from '../finding-text.ts'
import { headline } from '../headline.ts'
import { secondLine } from '../second-line.ts'
import { gatedComparisons, servicesWorstFirst, worstFirst } from '../series.ts'
import { STANDARD_TEMPLATES, writtenSections } from '../template-set.ts'
import { candidateTitle, MARKDOWN, PLAIN, placeName, statisticName } from '../wording.ts'
import { contentPolicy } from './content-policy.ts'
import { findingsOf, forestTable } from './forest-table.ts'
import { intervalPlot } from './interval-plot.ts'
import { blockHtml, inlineHtml, inlineText } from './markdown-html.ts'
import { seriesColumns, seriesRow } from './series-rows.ts'
import { type HtmlExtras, serviceSection } from './service-section.ts'
import { drawSvgFile } from './svg.ts'
import { toneIcon, toneOfOutcome } from './tone.ts'

/** The largest number of rows of a table in the part of a service. The table of all series has every row. */
const MAX_TABLE_ROWS = 200

/** The largest number of rows that still gives an overview. The worst rows stay. */
const MAX_MAIN_ROWS = 40

/**
 * The report as one self-contained HTML file: no network, no server, and readable without its script. Pure: the same verdict gives the
 * same text.
 */
export function renderHtml(verdict: Verdict, context: ReportContext, extras: HtmlExtras): string {
  const sectionContext = { ...context, overrideLabel: null, maxRows: MAX_TABLE_ROWS, plots: 'below' } as const
  const services = servicesWorstFirst(verdict).map((evidence, position) =>
    serviceSection(evidence, verdict, position, { context: sectionContext, extras }),
  )
  const { statement, action } = opening(verdict, context)
  const title = candidateTitle(context)
  const gated = gatedShown(verdict)
  const inTable = new Set(gated.shown.flatMap((comparison) => findingsOf(comparison, verdict)))
  const isShown = (finding: Finding) => inTable.has(finding)
  return template({
    policy: contentPolicy([colours.hash, style.hash], [script.hash]),
    title: `${statement} – ${plain(context.gateName)}`,
    colours: colours.text,
    style: style.text,
    script: script.text,
    gateName: plain(context.gateName),
    outcome: verdict.outcome,
    icon: toneIcon(verdict.enforced === false ? 'caution' : toneOfOutcome(verdict.outcome)),
    statement,
    action,
    coverage: inlineHtml(secondLine(verdict, context, MARKDOWN)),
    sections: writtenSections(STANDARD_TEMPLATES, 'top', verdict, sectionContext, ({ page }) => page !== 'drawn').map(
      blockHtml,
    ),
    facts: factsOf(context),
    runUrl: link('', context.runUrl) === undefined ? null : context.runUrl,
    gated: forestTable(gated.shown, verdict),
    gatedNote: gated.hidden === 0 ? null : `Left out: ${gated.hidden} more. The table of all series has them.`,
    findings: verdict.findings.filter((finding) => !isShown(finding)).map(findingRow),
    services,
    candidateTitle: title,
    columns: seriesColumns(title),
    rows: servicesWorstFirst(verdict).flatMap(({ comparisons }) => worstFirst(comparisons).map(seriesRow)),
  })
}

/** The plot of the gated series against their limits as an SVG file. null: nothing was compared. */
export function renderMainPlotSvg(verdict: Verdict): string | null {
  const plot = intervalPlot(gatedShown(verdict).shown)
  return plot === null ? null : drawSvgFile(plot, colours.text)
}

/** All gated series if they are few. If they are many: all services, and only the endpoints with a notable verdict. */
function gatedShown(verdict: Verdict): Readonly<{ shown: readonly Comparison[]; hidden: number }> {
  const all = worstFirst(gatedComparisons(verdict))
  const isQuiet = (one: Comparison) => one.role === 'endpoint' && ['unchanged', 'inconclusive'].includes(one.verdict)
  const wanted = all.length <= MAX_MAIN_ROWS ? all : all.filter((one) => !isQuiet(one))
  const shown = wanted.slice(0, MAX_MAIN_ROWS)
  return { shown, hidden: all.length - shown.length }
}

/** Line 1. Without a baseline, line 1 of other reports points to text below. This page does not have that text, so it names the report. */
function opening(verdict: Verdict, context: ReportContext): ReturnType<typeof headline> {
  const line = headline(verdict, { ...context, overrideLabel: null }, PLAIN)
  if (verdict.outcome !== 'no-baseline') return line
  return {
    ...line,
    action: 'Nothing was checked, and nothing is blocked. The Markdown report says how to record a baseline.',
  }
}

function factsOf(context: ReportContext): readonly string[] {
  const { repository, pullRequest, headSha, policySource, policyCommit } = context
  return [
    repository === null ? '' : plain(repository),
    pullRequest === null ? '' : `pull request ${pullRequest}`,
    headSha === null ? '' : `judged ${plain(headSha).slice(0, 7)}`,
    policySource === null
      ? `no policy file${policyCommit === undefined ? '' : ` at ${policyCommit.slice(0, 7)}`}: defaults`
      : `policy ${plain(policySource)}`,
  ].filter((fact) => fact !== '')
}

function findingRow(finding: Finding): object {
  const { level, service, endpoint, metric, stat, expected, actual } = finding
  const place = service === null ? 'the whole gate' : placeName({ service, endpoint }, PLAIN)
  const statistic = metric === null ? '' : `, ${stat === null ? plain(metric) : statisticName({ metric, stat }, PLAIN)}`
  return {
    level: level === 'fail' ? 'blocks' : 'warns',
    tone: level === 'fail' ? 'bad' : 'caution',
    icon: toneIcon(level === 'fail' ? 'bad' : 'caution'),
    place: `${place}${statistic}`,
    expected: plain(expected),
    actual: plain(actual),
    message: inlineText(sentencesOf(finding)),
  }
}

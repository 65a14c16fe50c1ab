import template from '../../../templates/html-service.hbs'
import type { Comparison, ServiceEvidence } from '../../model/comparison.ts'
import type { ReportContext } from '../../model/report.ts'
import type { IdentifiedRun } from '../../model/run.ts'
import type { Finding, Verdict } from '../../model/verdict.ts'
import { count, formatValue, plain } from '../cell.ts'
import { designWords } from '../coverage.ts'
import { analysisSentences } from '../sections/analysis.ts'
import { recommendedSteps } from '../sections/recommendations.ts'
import { verdictOfService, worstFirst } from '../series.ts'
import { candidateTitle, PLAIN, QUOTED, statisticName } from '../wording.ts'
import { distributionPlot } from './distribution-plot.ts'
import { figureHtml } from './figure.ts'
import { historyFigure } from './history-figure.ts'
import { shortCommit } from './history-plot.ts'
import { INTERVAL_CAPTION, intervalPlot } from './interval-plot.ts'
import { latencyFigures } from './latency-figure.ts'
import { type MessagePart, messageParts } from './message-parts.ts'
import { runValue } from './run-value.ts'
import { timelineFigure } from './timeline-figure.ts'

/** What the report knows beside the verdict. */
export type HtmlExtras = Readonly<{
  /** Names of releases, by the commit of the default branch that they were made from. */
  releases: ReadonlyMap<string, string>
}>

/** One service of the report. Nothing in it is escaped but `section`. */
export type ServiceSection = Readonly<{ id: string; name: string; state: string; section: string }>

type Page = Readonly<{ context: ReportContext; extras: HtmlExtras }>

/** The part of one service: all its plots, and how it was measured. */
export function serviceSection(
  evidence: ServiceEvidence,
  verdict: Verdict,
  position: number,
  { context, extras }: Page,
): ServiceSection {
  const own = verdictOfService(verdict, evidence)
  const isOpen = own.findings.length > 0 || verdict.services.length === 1
  const id = `service-${position + 1}`
  const name = plain(evidence.service)
  const state = stateOf(own.findings)
  const title = candidateTitle(context)
  const primaries = evidence.comparisons.filter(({ role }) => role === 'primary')
  const intervals = intervalPlot(worstFirst(evidence.comparisons), false)
  const timeline = timelineFigure(evidence, title, `${id}-timeline`)
  const section = template({
    id,
    name,
    state,
    isOpen,
    intervals:
      intervals === null
        ? null
        : figureHtml({
            id: `${id}-intervals`,
            title: `Change of all series of ${name}`,
            plot: intervals,
            caption: INTERVAL_CAPTION,
            table: null,
          }),
    analysis: analysisSentences(own, QUOTED).map((sentence) => messageParts(sentence)),
    steps: recommendedSteps(own, QUOTED).map((step) => messageParts(step)),
    latencies: latencyFigures(evidence, title, `${id}-latency`),
    distributions: primaries.flatMap((series, index) =>
      distributionFigure(evidence, series, title, `${id}-runs-${index}`),
    ),
    timeline: timeline.kind === 'figure' ? timeline.html : null,
    timelineReason: timeline.kind === 'reason' ? timeline.text : null,
    histories: primaries.flatMap((series, index) =>
      historyFigure(evidence, series, { title, releases: extras.releases, id: `${id}-history-${index}` }),
    ),
    historyReason: historyReason(evidence),
    notes: notesOf(evidence),
  })
  return { id, name, state, section }
}

function stateOf(findings: readonly Finding[]): string {
  const failing = findings.filter(({ level }) => level === 'fail').length
  const warnings = findings.length - failing
  const parts = [
    failing === 0 ? '' : `❌ ${count(failing, 'finding blocks', 'findings block')}`,
    warnings === 0 ? '' : `⚠️ ${count(warnings, 'warning')}`,
  ].filter((part) => part !== '')
  return parts.length === 0 ? 'no findings' : parts.join(', ')
}

function distributionFigure(
  { baselineRuns, candidateRuns, service }: ServiceEvidence,
  series: Comparison,
  title: string,
  id: string,
): readonly Readonly<{ title: string; figure: string }>[] {
  const [baseline, candidate] = [
    { name: 'Baseline', runs: namedValues(baselineRuns, series) },
    { name: title, runs: namedValues(candidateRuns, series) },
  ] as const
  const plot = distributionPlot(series, baseline, candidate)
  if (plot === null) return []
  const name = statisticName(series, PLAIN)
  const figure = figureHtml({
    id,
    title: `${name} of each run of ${plain(service)}`,
    plot,
    caption:
      'One point a run. The bar is the value that is compared: the median over the runs, or over the machines where the runs of a machine count as one. A box holds the middle half of the runs.',
    table: {
      columns: ['Side', 'Run', name],
      rows: [baseline, candidate].flatMap((side) =>
        side.runs.map((run) => [side.name, run.name, formatValue(run.value, series.unit)]),
      ),
    },
  })
  return [{ title: name, figure }]
}

function namedValues(runs: readonly IdentifiedRun[], series: Comparison) {
  return runs.flatMap((run) => {
    const value = runValue(run, series)
    const commit = run.testedCommit === null ? '' : `${shortCommit(run.testedCommit)}, `
    return value === null ? [] : [{ name: `${commit}run ${run.slot}`, value }]
  })
}

/** Why there is no history to draw. */
function historyReason({ baselineState, baselineRuns }: ServiceEvidence): string {
  switch (baselineState) {
    case 'used':
      return baselineRuns.length > 0
        ? 'The baseline was measured beside the candidate, so nothing stored was read.'
        : 'Nothing stored can be compared with these results.'
    case 'never-written':
      return 'No baseline was ever recorded.'
    case 'unknown-service':
      return 'Nothing is stored of this service yet.'
    case 'unusable':
      return 'Nothing that is stored of this service is at or before the commit that the change is measured against.'
    case 'unreadable':
      return 'The stored baseline cannot be read.'
  }
}

function notesOf(evidence: ServiceEvidence): readonly (readonly MessagePart[])[] {
  const { design, differences, remarks, refusals, candidateRuns, baselineRuns } = evidence
  const readerNotes = new Set([...candidateRuns, ...baselineRuns].flatMap(({ run }) => run.notes))
  return [
    `Compared: ${designWords(design)}; ${count(baselineRuns.length, 'run')} of the baseline, ${count(candidateRuns.length, 'run')} of the candidate.`,
    ...differences.map(({ message }) => message),
    ...remarks,
    ...refusals.map(
      ({ path, problem, variant }) => `Not used: \`${path.replaceAll('`', "'")}\` (${variant}). ${problem}`,
    ),
    ...readerNotes,
  ].map((note) => messageParts(note))
}

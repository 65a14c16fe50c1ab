import template from '../../../templates/html-service.hbs'
import type { Comparison, ServiceEvidence } from '../../model/comparison.ts'
import { count, formatValue } from '../../model/numbers.ts'
import type { IdentifiedRun } from '../../model/run.ts'
import type { Finding, Verdict } from '../../model/verdict.ts'
import { plain } from '../escape.ts'
import type { Section, SectionContext } from '../section.ts'
import { verdictOfService } from '../series.ts'
import { STANDARD_TEMPLATES, writtenSections } from '../template-set.ts'
import { candidateTitle, PLAIN, statisticName } from '../wording.ts'
import { figureHtml } from './figure.ts'
import { historyFigure } from './history-figure.ts'
import { shortCommit } from './history-plot.ts'
import { latencyFigures } from './latency-figure.ts'
import { blockHtml } from './markdown-html.ts'
import { profileFigures } from './profile-figures.ts'
import { runValue } from './run-value.ts'
import { pairsPlot, type RunPair, runsPlot } from './runs-plot.ts'
import { timelineFigure } from './timeline-figure.ts'
import { toneIcon } from './tone.ts'

/** Data of the HTML report that is not part of the verdict. */
export type HtmlExtras = Readonly<{
  /** Names of releases, by the commit of the default branch from which the release was made. */
  releases: ReadonlyMap<string, string>
}>

/** One service of the report. Only `section` is escaped. */
export type ServiceSection = Readonly<{
  id: string
  name: string
  /** How many findings block and warn; empty: none. */
  state: readonly Readonly<{ tone: string; icon: string; text: string }>[]
  section: string
}>

type Page = Readonly<{ context: SectionContext; extras: HtmlExtras }>

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
  const timeline = timelineFigure(evidence, title)
  const histories = primaries.flatMap((series) =>
    historyFigure(evidence, series, { title, releases: extras.releases }).map((figure) => ({
      title: `On the default branch: ${statisticName(series, PLAIN)}`,
      figure,
    })),
  )
  const sectionsOf = (isWanted: (section: Section) => boolean) =>
    writtenSections(STANDARD_TEMPLATES, 'service', own, context, isWanted).map(blockHtml)
  const section = template({
    id,
    name,
    state,
    isOpen,
    before: sectionsOf(({ page }) => page === undefined),
    figures: [
      ...primaries.flatMap((series) => runsFigure(evidence, series, title)),
      ...latencyFigures(evidence, title).map(({ place, figure }) => ({
        title: `How long the requests took: ${place}`,
        figure,
      })),
      ...(timeline.kind === 'figure' ? [{ title: 'Through the test', figure: timeline.html }] : []),
      ...histories,
      ...profileFigures(evidence),
    ],
    notShown: [
      ...(timeline.kind === 'reason' ? [timeline.text] : []),
      ...(histories.length === 0 ? [`The default branch: ${historyReason(evidence)}`] : []),
    ],
    after: sectionsOf(({ page }) => page === 'last'),
  })
  return { id, name, state, section }
}

function stateOf(findings: readonly Finding[]): ServiceSection['state'] {
  const failing = findings.filter(({ level }) => level === 'fail').length
  const warnings = findings.length - failing
  return [
    ...(failing === 0
      ? []
      : [{ tone: 'bad', icon: toneIcon('bad'), text: count(failing, 'finding blocks', 'findings block') }]),
    ...(warnings === 0 ? [] : [{ tone: 'caution', icon: toneIcon('caution'), text: count(warnings, 'warning') }]),
  ]
}

type TitledFigure = Readonly<{ title: string; figure: string }>

/** The runs of both sides: one line per pair if the runs are pairs, else one point per run. */
function runsFigure(evidence: ServiceEvidence, series: Comparison, title: string): readonly TitledFigure[] {
  const name = statisticName(series, PLAIN)
  const pairs = evidence.design === 'pairs' ? pairsOf(evidence, series) : []
  const figureTitle = `${name} of each run of ${plain(evidence.service)}`
  if (pairs.length > 0) {
    const figure = figureHtml({
      title: figureTitle,
      plot: pairsPlot(series, pairs, { baseline: 'Baseline', candidate: title }),
      caption:
        'One line per pair: both runs on one machine, one after the other. The change is estimated from these lines.',
      table: {
        columns: ['Pair', 'Baseline', title],
        rows: pairs.map((pair) => [
          pair.name,
          formatValue(pair.baseline, series.unit),
          formatValue(pair.candidate, series.unit),
        ]),
      },
    })
    return [{ title: `${name}: each pair of runs`, figure }]
  }
  const sides = [
    { side: 'baseline', name: 'Baseline', runs: namedValues(evidence.baselineRuns, series) },
    { side: 'candidate', name: title, runs: namedValues(evidence.candidateRuns, series) },
  ] as const
  const plot = runsPlot(series, sides)
  if (plot === null) return []
  const figure = figureHtml({
    title: figureTitle,
    plot,
    caption:
      'One point per run. The bar is the value that is compared: the median over the runs, or over the machines where runs on one machine count as one.',
    table: {
      columns: ['Side', 'Run', name],
      rows: sides.flatMap((side) => side.runs.map((run) => [side.name, run.name, formatValue(run.value, series.unit)])),
    },
  })
  return [{ title: `${name}: the runs of both sides`, figure }]
}

/** Runs with the same number in the same job. */
function pairsOf({ baselineRuns, candidateRuns }: ServiceEvidence, series: Comparison): readonly RunPair[] {
  return candidateRuns.flatMap((now) => {
    const before = baselineRuns.find(({ runNumber, jobId }) => runNumber === now.runNumber && jobId === now.jobId)
    const [baseline, candidate] = [before === undefined ? null : runValue(before, series), runValue(now, series)]
    return baseline === null || candidate === null ? [] : [{ name: `pair ${now.runNumber}`, baseline, candidate }]
  })
}

function namedValues(runs: readonly IdentifiedRun[], series: Comparison) {
  return runs.flatMap((run) => {
    const value = runValue(run, series)
    const commit = run.testedCommit === null ? '' : `${shortCommit(run.testedCommit)}, `
    return value === null ? [] : [{ name: `${commit}run ${run.runNumber}`, value }]
  })
}

/** Why the page has no plot of the history. */
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

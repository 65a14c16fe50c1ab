import template from '../../../templates/findings.hbs'
import type { Comparison } from '../../model/comparison.ts'
import { count } from '../../model/numbers.ts'
import { comparisonOf, worseningOf } from '../../model/series.ts'
import { capitalized, written } from '../../model/text.ts'
import type { Finding, Verdict } from '../../model/verdict.ts'
import { comparisonRow, levelIcon, NOTHING } from '../comparison-row.ts'
import { code, prose } from '../escape.ts'
import { sentencesWithService } from '../finding-text.ts'
import { mainFinding } from '../headline.ts'
import { isOfComparison } from '../is-of-comparison.ts'
import type { Section } from '../section.ts'
import { gatedComparisons } from '../series.ts'
import { seriesNotes } from '../series-notes.ts'
import { sparkline } from '../sparkline.ts'
import { candidateTitle, MARKDOWN, placeName, statisticName } from '../wording.ts'

/** A reader has about ten seconds, too little for more rows. */
const MAX_ROWS = 10

/** The table of the findings, or of the gated series if there are no findings. Then notes, in one line each. */
export const findings: Section = {
  id: 'findings',
  place: 'top',
  page: 'drawn',
  template,
  build(verdict, context) {
    const objections = verdict.findings.filter(({ rule }) => rule !== 'debt')
    const shown = objections.slice(0, MAX_ROWS)
    const plainRows = shown.length > 0 ? shown.map((finding) => rowOf(finding, verdict)) : passingRows(verdict)
    const hasHistory = plainRows.some(({ history }) => history !== NOTHING)
    const rows = plainRows.map((row) => ({ ...row, hasHistory }))
    const notes = [leftOut(objections.length - shown.length), ...seriesNotes(verdict, shown)].filter(
      (note) => note !== '',
    )
    const first = mainFinding(verdict.findings)
    const sentences = shown.flatMap((finding) =>
      finding === first ? detailOf(finding) : isNumeric(finding, verdict) ? [] : [sentenceOf(finding)],
    )
    if (rows.length === 0 && notes.length === 0) return undefined
    return {
      hasRows: rows.length > 0,
      hasHistory,
      rows,
      sentences,
      hasSentences: sentences.length > 0,
      notes,
      candidateTitle: candidateTitle(context),
    }
  },
}

type Row = ReturnType<typeof comparisonRow> & Readonly<{ place: string; history: string }>

/** The rows of a report without findings: the gated series, with the largest change for the worse first. */
function passingRows(verdict: Verdict): readonly Row[] {
  return gatedComparisons(verdict)
    .filter(({ role, estimate }) => role === 'primary' && estimate !== null)
    .toSorted((left, right) => (worseningOf(right) ?? 0) - (worseningOf(left) ?? 0))
    .slice(0, MAX_ROWS)
    .map((one) => ({
      place: placeName(one, MARKDOWN),
      ...comparisonRow({ ...one, reason: null }, undefined),
      history: historyOf(one, verdict),
    }))
}

/** Only the detail of the finding in line 1, because line 1 already has its problem and action. */
function detailOf({ detail = [] }: Finding): readonly string[] {
  return detail.length === 0 ? [] : [written(capitalized(detail), MARKDOWN)]
}

/** All sentences of a finding that is not in line 1. */
function sentenceOf(finding: Finding): string {
  return written(sentencesWithService(finding), MARKDOWN)
}

function isNumeric(finding: Finding, verdict: Verdict): boolean {
  return comparisonOf(finding, verdict.services)?.estimate != null && isOfComparison(finding)
}

function rowOf(finding: Finding, verdict: Verdict): Row {
  const comparison = comparisonOf(finding, verdict.services)
  const place =
    finding.service === null
      ? 'the whole gate'
      : placeName({ service: finding.service, endpoint: finding.endpoint }, MARKDOWN)
  const history = comparison === undefined ? NOTHING : historyOf(comparison, verdict)
  if (comparison !== undefined && isNumeric(finding, verdict)) {
    // The row leaves out the reason, because line 1 or a sentence below the table has it.
    return { place, ...comparisonRow({ ...comparison, reason: null }, finding), history }
  }
  return { place, ...ruleRow(finding, comparison), history }
}

function historyOf(comparison: Comparison, { services }: Verdict): string {
  const evidence = services.find(({ service }) => service === comparison.service)
  return (evidence === undefined ? null : sparkline(comparison, evidence)) ?? NOTHING
}

/** The row of a finding that is not about the comparison. The expected value is in the column of the limit. */
function ruleRow(finding: Finding, comparison: Comparison | undefined): ReturnType<typeof comparisonRow> {
  // A budget judges the same number as the comparison, and what is missing now had one in the baseline. Other rows leave them out.
  const isMeasured = (finding.rule === 'budget' || finding.rule === 'missing') && comparison !== undefined
  const measured = isMeasured ? comparisonRow(comparison, finding) : undefined
  const { metric, stat } = finding
  // An error rate is judged by means over the runs, and drift by older runs, so the medians of the comparison would contradict the finding.
  const isRise = finding.rule === 'error-rate' || finding.rule === 'drift'
  return {
    metric:
      metric === null
        ? NOTHING
        : stat === null
          ? code(metric)
          : statisticName(comparison ?? { metric, stat }, MARKDOWN),
    baseline: measured?.baseline ?? NOTHING,
    candidate: isRise ? NOTHING : prose(finding.actual),
    change: isRise ? prose(finding.actual) : (measured?.change ?? NOTHING),
    limit: NO_LIMIT.has(finding.rule) ? NOTHING : prose(finding.expected),
    verdict: `${levelIcon(finding)}${finding.word}`,
  }
}

/** Rules without a limit: they only expect that there is something to compare. */
const NO_LIMIT: ReadonlySet<Finding['rule']> = new Set(['missing', 'invalid', 'missing-baseline', 'new'])

function leftOut(hidden: number): string {
  return hidden > 0 ? `${count(hidden, 'more finding')} in the details of the services.` : ''
}

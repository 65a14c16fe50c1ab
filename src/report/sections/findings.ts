import template from '../../../templates/findings.hbs'
import type { Comparison } from '../../model/comparison.ts'
import type { Finding, Verdict } from '../../model/verdict.ts'
import { code, count, prose } from '../cell.ts'
import { comparisonRow, levelIcon, NOTHING } from '../comparison-row.ts'
import type { Section } from '../section.ts'
import { comparisonOf, gatedComparisons, worseningOf } from '../series.ts'
import { seriesNotes } from '../series-notes.ts'
import { sparkline } from '../sparkline.ts'
import { candidateTitle, MARKDOWN, placeName, quotedMessage, statisticName, withService } from '../wording.ts'

/** A reader with ten seconds reads no more rows. */
const MAX_ROWS = 10

/** What the policy objects to, or else the numbers that it has no objection to; then in one line each what else a reader must know. */
export const findings: Section = {
  id: 'findings',
  place: 'top',
  template,
  build(verdict, context) {
    const objections = verdict.findings.filter(({ rule }) => rule !== 'debt')
    const shown = objections.slice(0, MAX_ROWS)
    const bare = shown.length > 0 ? shown.map((finding) => rowOf(finding, verdict)) : calmRows(verdict)
    const hasHistory = bare.some(({ history }) => history !== NOTHING)
    const rows = bare.map((row) => ({ ...row, hasHistory }))
    const notes = [leftOut(objections.length - shown.length), ...seriesNotes(verdict, shown)].filter(
      (note) => note !== '',
    )
    const sentences = shown.filter((finding, index) => index > 0 && !isNumeric(finding, verdict)).map(sentenceOf)
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

/** Nothing is wrong: the numbers that were gated, the largest change for the worse first. */
function calmRows(verdict: Verdict): readonly Row[] {
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

/** The first finding is not among them: line 1 says it. */
function sentenceOf(finding: Finding): string {
  const { service, message } = finding
  return withService(service, message, prose(quotedMessage(finding)), MARKDOWN)
}

function isNumeric(finding: Finding, verdict: Verdict): boolean {
  return (
    comparisonOf(finding, verdict)?.estimate != null &&
    ['regressed', 'unproven', 'slower', 'inconclusive'].includes(finding.rule)
  )
}

function rowOf(finding: Finding, verdict: Verdict): Row {
  const comparison = comparisonOf(finding, verdict)
  const place =
    finding.service === null
      ? 'the whole gate'
      : placeName({ service: finding.service, endpoint: finding.endpoint }, MARKDOWN)
  const history = comparison === undefined ? NOTHING : historyOf(comparison, verdict)
  if (comparison !== undefined && isNumeric(finding, verdict)) {
    // The sentences below the table, or line 1, say the reason.
    return { place, ...comparisonRow({ ...comparison, reason: null }, finding), history }
  }
  return { place, ...ruleRow(finding, comparison), history }
}

function historyOf(comparison: Comparison, { services }: Verdict): string {
  const evidence = services.find(({ service }) => service === comparison.service)
  return (evidence === undefined ? null : sparkline(comparison, evidence)) ?? NOTHING
}

/** What a rule other than the comparison says: what it expected stands in the column of the limit. */
function ruleRow(finding: Finding, comparison: Comparison | undefined): ReturnType<typeof comparisonRow> {
  // Only a budget is about the same number as the comparison.
  const isMeasured = finding.rule === 'budget' && comparison !== undefined
  const measured = isMeasured ? comparisonRow(comparison, finding) : undefined
  const { metric, stat } = finding
  // The rise of an error rate is judged on means over the runs, and drift is about older runs: the medians beside them would contradict it.
  const isRise = finding.rule === 'error-rate' || finding.rule === 'drift'
  return {
    metric: metric === null ? NOTHING : stat === null ? code(metric) : statisticName({ metric, stat }, MARKDOWN),
    baseline: measured?.baseline ?? NOTHING,
    candidate: isRise ? NOTHING : prose(finding.actual),
    change: isRise ? prose(finding.actual) : (measured?.change ?? NOTHING),
    limit: NO_LIMIT.has(finding.rule) ? NOTHING : prose(finding.expected),
    verdict: `${levelIcon(finding)}${RULE_WORDS[finding.rule]}`,
  }
}

/** These expect that there is something to compare, which is no limit. */
const NO_LIMIT: ReadonlySet<Finding['rule']> = new Set(['missing', 'invalid', 'missing-baseline', 'new'])

const RULE_WORDS: Readonly<Record<Finding['rule'], string>> = {
  regressed: 'worse, proven',
  unproven: 'worse, not proven',
  slower: 'slower, within the limit',
  inconclusive: 'cannot tell',
  missing: 'missing',
  new: 'new, no baseline',
  invalid: 'cannot be used',
  'changed-script': 'not comparable: the load script changed',
  'changed-load': 'not comparable: the load changed',
  'changed-machine': 'not comparable: the machine changed',
  'changed-tool': 'not comparable: the k6 version changed',
  'changed-population': 'not comparable: other requests counted',
  budget: 'over budget',
  'error-rate': 'more errors',
  'dropped-load': 'load was dropped',
  'too-few-samples': 'too few requests',
  'missing-baseline': 'no usable baseline',
  'k6-threshold': 'k6 threshold crossed',
  debt: 'debt',
  drift: 'drifted since a release',
  profile: 'a function takes more',
  'load-parity': 'another load',
  'mode-boundary': 'p95 on a step',
  'min-power': 'the alarm cannot fire',
  'resource-rise': 'more processor or memory',
}

function leftOut(hidden: number): string {
  return hidden > 0 ? `${count(hidden, 'more finding')} in the details of the services.` : ''
}

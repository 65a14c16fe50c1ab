import template from '../../../templates/findings.hbs'
import type { Comparison } from '../../model/comparison.ts'
import type { Finding, Verdict } from '../../model/verdict.ts'
import { code, count, formatSize, prose } from '../cell.ts'
import { comparisonRow, directionWords, levelIcon, NOTHING } from '../comparison-row.ts'
import type { Section } from '../section.ts'
import { comparisonOf, gatedComparisons, worseningOf } from '../series.ts'
import { candidateTitle, MARKDOWN, placeName, seriesName, statisticName, withService } from '../wording.ts'

/** A reader with ten seconds reads no more rows. */
const MAX_ROWS = 10
const MAX_NAMES = 5

/** What the policy objects to, then in one line each: what became faster, and what is new. */
export const findings: Section = {
  id: 'findings',
  place: 'top',
  template,
  build(verdict, context) {
    const objections = verdict.findings.filter(({ rule }) => rule !== 'debt')
    const shown = objections.slice(0, MAX_ROWS)
    const notes = [
      leftOut(objections.length - shown.length),
      improvedText(verdict),
      newText(verdict),
      refusedText(verdict),
    ].filter((note) => note !== '')
    const sentences = shown.filter((finding, index) => index > 0 && !isNumeric(finding, verdict)).map(sentenceOf)
    if (shown.length === 0 && notes.length === 0) return undefined
    const rows = shown.map((finding) => rowOf(finding, verdict))
    return {
      hasRows: rows.length > 0,
      rows,
      sentences,
      hasSentences: sentences.length > 0,
      notes,
      candidateTitle: candidateTitle(context),
    }
  },
}

/** The first finding is not among them: line 1 says it. */
function sentenceOf({ service, message }: Finding): string {
  return withService(service, message, prose(message), MARKDOWN)
}

function isNumeric(finding: Finding, verdict: Verdict): boolean {
  return (
    comparisonOf(finding, verdict)?.estimate != null &&
    ['regressed', 'unproven', 'slower', 'inconclusive'].includes(finding.rule)
  )
}

function rowOf(finding: Finding, verdict: Verdict): object {
  const comparison = comparisonOf(finding, verdict)
  const place =
    finding.service === null
      ? 'the whole gate'
      : placeName({ service: finding.service, endpoint: finding.endpoint }, MARKDOWN)
  if (comparison !== undefined && isNumeric(finding, verdict)) {
    // The sentences below the table, or line 1, say the reason.
    return { place, ...comparisonRow({ ...comparison, reason: null }, finding) }
  }
  return { place, ...ruleRow(finding, comparison) }
}

/** What a rule other than the comparison says: what it expected stands in the column of the limit. */
function ruleRow(finding: Finding, comparison: Comparison | undefined): object {
  // Only a budget is about the same number as the comparison.
  const isMeasured = finding.rule === 'budget' && comparison !== undefined
  const measured = isMeasured ? comparisonRow(comparison, finding) : undefined
  const { metric, stat } = finding
  // The rise of an error rate is judged on means over the runs: the medians beside it would contradict it.
  const isRise = finding.rule === 'error-rate'
  return {
    metric: metric === null ? NOTHING : stat === null ? code(metric) : statisticName({ metric, stat }, MARKDOWN),
    baseline: measured?.baseline ?? NOTHING,
    candidate: isRise ? NOTHING : prose(finding.actual),
    change: isRise ? prose(finding.actual) : (measured?.change ?? NOTHING),
    limit: prose(finding.expected),
    verdict: `${levelIcon(finding)}${RULE_WORDS[finding.rule]}`,
  }
}

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
}

function leftOut(hidden: number): string {
  return hidden > 0 ? `${count(hidden, 'more finding')} in the details of the services.` : ''
}

function improvedText(verdict: Verdict): string {
  const improved = gatedComparisons(verdict)
    .filter((comparison) => comparison.verdict === 'improved')
    .toSorted((left, right) => (worseningOf(left) ?? 0) - (worseningOf(right) ?? 0))
  const names = improved.map(
    (one) => `${seriesName(one, MARKDOWN)} is ${formatSize(worseningOf(one) ?? 0)} ${directionWords(one).better}`,
  )
  return improved.length === 0 ? '' : `Better, and proven: ${shortList(names)}.`
}

function newText(verdict: Verdict): string {
  const added = gatedComparisons(verdict).filter((comparison) => comparison.verdict === 'new')
  const names = added.map((one) => seriesName(one, MARKDOWN))
  return added.length === 0 || verdict.outcome === 'no-baseline'
    ? ''
    : `New, nothing to compare with yet: ${shortList(names)}.`
}

function refusedText({ services }: Verdict): string {
  const refused = services.reduce((sum, { refusals }) => sum + refusals.length, 0)
  return refused === 0 ? '' : `${count(refused, 'result file')} could not be used: the details of the services say why.`
}

function shortList(names: readonly string[]): string {
  const hidden = names.length - MAX_NAMES
  return [...names.slice(0, MAX_NAMES), ...(hidden > 0 ? [`${hidden} more`] : [])].join(', ')
}

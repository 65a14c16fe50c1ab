import { directionWords } from '../model/change.ts'
import type { Comparison } from '../model/comparison.ts'
import { count, firstOf, formatSize } from '../model/numbers.ts'
import { worseningOf } from '../model/series.ts'
import type { Finding, Verdict } from '../model/verdict.ts'
import { findingOf, gatedComparisons } from './series.ts'
import { MARKDOWN, seriesName } from './wording.ts'

const MAX_NAMES = 5

/**
 * One line each about series that became better, are new, are gone, or were not measured, and about files that could not be read. A line
 * without content is empty. `rows`: the findings in the table, which are not repeated here.
 */
export function seriesNotes(verdict: Verdict, rows: readonly Finding[]): readonly string[] {
  return [
    improvedText(verdict),
    newText(verdict, rows),
    goneText(verdict, rows),
    notRunText(verdict),
    refusedText(verdict),
  ]
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

function newText(verdict: Verdict, rows: readonly Finding[]): string {
  const added = gatedComparisons(verdict).filter((one) => one.verdict === 'new' && !hasRow(one, verdict, rows))
  return added.length === 0 || verdict.outcome === 'no-baseline'
    ? ''
    : `New, nothing to compare with yet: ${shortList(namesOf(added))}.`
}

/**
 * Names each series that disappeared, because otherwise a gate can end up checking nothing. A service without any result is left out,
 * because a separate finding reports the service.
 */
function goneText(verdict: Verdict, rows: readonly Finding[]): string {
  const gone = verdict.services
    .filter(({ candidateRuns }) => candidateRuns.length > 0)
    .flatMap(({ comparisons }) => comparisons)
    .filter((one) => one.verdict === 'missing' && !hasRow(one, verdict, rows))
  return gone.length === 0 ? '' : `No longer in the results: ${shortList(namesOf(gone))}.`
}

function notRunText({ services }: Verdict): string {
  const names = services
    .filter(({ comparisons }) => comparisons.length > 0 && comparisons.every(({ verdict }) => verdict === 'not-run'))
    .map(({ service }) => MARKDOWN.name(service))
  return names.length === 0 ? '' : `Not measured, because this change touches none of their paths: ${shortList(names)}.`
}

function refusedText({ services }: Verdict): string {
  const refused = services.reduce((sum, { refusals }) => sum + refusals.length, 0)
  return refused === 0 ? '' : `${count(refused, 'result file')} could not be used: the details of the services say why.`
}

function hasRow(comparison: Comparison, verdict: Verdict, rows: readonly Finding[]): boolean {
  const finding = findingOf(comparison, verdict)
  return finding !== undefined && rows.includes(finding)
}

function namesOf(comparisons: readonly Comparison[]): readonly string[] {
  return comparisons.map((one) => seriesName(one, MARKDOWN))
}

function shortList(names: readonly string[]): string {
  return firstOf(names, MAX_NAMES).join(', ')
}

import { directionWords } from '../model/change.ts'
import type { Comparison } from '../model/comparison.ts'
import { estimatedCandidate } from '../model/estimated-candidate.ts'
import { formatChange, formatPoints, formatSignedLimit, formatStepped } from '../model/numbers.ts'
import { worseningOf } from '../model/series.ts'
import { written } from '../model/text.ts'
import type { Finding, Verdict } from '../model/verdict.ts'
import { unbroken } from './escape.ts'
import { isOfComparison } from './is-of-comparison.ts'
import { findingOf } from './series.ts'
import { MARKDOWN, statisticName } from './wording.ts'

/** Stands in a table for what does not exist. */
export const NOTHING = '–'

/** One row of a table of the report: ready to print. */
type ComparisonRow = Readonly<{
  metric: string
  baseline: string
  candidate: string
  change: string
  limit: string
  verdict: string
}>

/** The row of a comparison. `finding` is what the policy made of it, if anything. */
export function comparisonRow(comparison: Comparison, finding: Finding | undefined): ComparisonRow {
  const { baseline, unit, limitRatio, better, role, step } = comparison
  const candidate = estimatedCandidate(comparison)
  return {
    metric: statisticName(comparison, MARKDOWN),
    baseline: baseline === null ? NOTHING : unbroken(formatStepped(baseline, unit, step)),
    candidate: candidate === null ? NOTHING : unbroken(formatStepped(candidate, unit, step)),
    change: unbroken(changeText(comparison)),
    limit: limitRatio === null || role === 'other' ? NOTHING : unbroken(formatSignedLimit(limitRatio, better)),
    verdict: `${levelIcon(finding)}${finding === undefined || isOfComparison(finding) ? verdictText(comparison) : finding.word}`,
  }
}

/** The row of a comparison, with what the policy made of it. */
export function judgedRow(comparison: Comparison, verdict: Verdict): ComparisonRow {
  return comparisonRow(comparison, findingOf(comparison, verdict))
}

/** The row of a statistic that a reader looks for and the results do not have. */
export function absentRow(metric: string): ComparisonRow {
  return {
    metric,
    baseline: NOTHING,
    candidate: NOTHING,
    change: NOTHING,
    limit: NOTHING,
    verdict: 'not in the results',
  }
}

/** An icon only where the policy says something: colour and shape are never the only carrier. */
export function levelIcon(finding: Finding | undefined): string {
  if (finding === undefined) return ''
  return finding.level === 'fail' ? '❌ ' : '⚠️ '
}

function changeText({ estimate, baseline, candidate, unit, limitRatio }: Comparison): string {
  if (unit === 'ratio' && baseline !== null && candidate !== null) return formatPoints(baseline, candidate)
  return estimate === null ? NOTHING : formatChange(estimate, limitRatio)
}

function verdictText(comparison: Comparison): string {
  const words = verdictWords(comparison)
  return comparison.reason === null ? words : `${words}: ${written(comparison.reason, MARKDOWN)}`
}

/** What the verdict of a comparison is called, in words that fit the metric. */
function verdictWords(comparison: Comparison): string {
  const { worse, better } = directionWords(comparison)
  if (isShare(comparison) && comparison.verdict === 'inconclusive') return worse
  if (isShare(comparison) && comparison.verdict === 'unproven') return `${worse}, over the limit`
  const isGated = comparison.role !== 'other'
  switch (comparison.verdict) {
    case 'regressed':
      return isGated ? `${worse}, proven` : `probably ${worse}`
    case 'unproven':
      return `${worse}, not proven`
    case 'slower':
      return isGated ? `${worse}, within the limit` : `probably ${worse}`
    case 'unchanged':
      return unchangedWords(comparison)
    case 'improved':
      return isGated ? `${better}, proven` : `probably ${better}`
    case 'inconclusive':
      return inconclusiveWords(comparison)
    case 'new':
      return 'new, no baseline'
    case 'missing':
      return 'missing'
    case 'not-run':
      return 'not run'
    case 'not-comparable':
      return 'not comparable'
    case 'invalid':
      return 'cannot be used'
  }
}

/** A share such as the error rate has a rule of its own: its verdict here only says which way it moved. */
function isShare({ unit, estimate }: Comparison): boolean {
  return unit === 'ratio' && estimate === null
}

/** A small change that is likely, though not proven after the correction for all that is judged together. */
function unchangedWords(comparison: Comparison): string {
  const { worse, better } = directionWords(comparison)
  const { estimate } = comparison
  if (estimate === null || (estimate.lower <= 0 && estimate.upper >= 0)) return 'no change'
  return `probably ${(worseningOf(comparison) ?? 0) > 0 ? worse : better}, within the limit`
}

/** Half of the limit is where a change is worth a word. */
function inconclusiveWords(comparison: Comparison): string {
  const { worse, better } = directionWords(comparison)
  const worsening = worseningOf(comparison)
  const { limitRatio } = comparison
  // What would be better has a reason why it is not called so.
  const isDoubted = comparison.reason !== null && (worsening ?? 0) < 0
  if (isDoubted || worsening === null || limitRatio === null || Math.abs(worsening) <= limitRatio / 2)
    return 'no clear change'
  return `maybe ${worsening > 0 ? worse : better}, not proven`
}

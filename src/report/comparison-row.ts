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

/** The text of a table cell without a value. */
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

/** The row of a comparison. `finding`: the finding of the policy about this comparison, if there is one. */
export function comparisonRow(comparison: Comparison, finding: Finding | undefined): ComparisonRow {
  const { baseline, unit, limitRatio, better, role, step } = comparison
  const candidate = estimatedCandidate(comparison)
  return {
    metric: statisticName(comparison, MARKDOWN),
    baseline: baseline === null ? NOTHING : unbroken(formatStepped(baseline, unit, step, candidate)),
    candidate: candidate === null ? NOTHING : unbroken(formatStepped(candidate, unit, step, baseline)),
    change: unbroken(changeText(comparison)),
    limit: limitRatio === null || role === 'other' ? NOTHING : unbroken(formatSignedLimit(limitRatio, better)),
    verdict: `${levelIcon(finding)}${finding === undefined || isOfComparison(finding) ? verdictText(comparison) : finding.word}`,
  }
}

/** The row of a comparison, with the worst finding about it. */
export function judgedRow(comparison: Comparison, verdict: Verdict): ComparisonRow {
  return comparisonRow(comparison, findingOf(comparison, verdict))
}

/** The row of a statistic that readers expect but the results do not contain. */
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

/** The icon of a finding. Words always stand beside the icon, so that nobody needs to see its colour or shape. */
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

/** The verdict of a comparison, in words that fit the metric. */
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

/** A share, such as the error rate. A separate rule judges shares, so the row only says in which direction the share moved. */
function isShare({ unit, estimate }: Comparison): boolean {
  return unit === 'ratio' && estimate === null
}

/** "Probably" means: the range of this series excludes zero, but the correction for many series at once leaves the change unproven. */
function unchangedWords(comparison: Comparison): string {
  const { estimate, limitRatio, role } = comparison
  if (estimate === null) return unchangedShareWords(comparison)
  const worsening = worseningOf(comparison) ?? 0
  const isClear = estimate.lower > 0 || estimate.upper < 0
  if (!isClear && Math.abs(worsening) <= (limitRatio ?? Number.POSITIVE_INFINITY) / 2) return 'no change'
  const { worse, better } = directionWords(comparison)
  if (worsening <= 0) return isClear ? `probably ${better}` : `maybe ${better}, not proven`
  // A series that is not gated has no limit in its row.
  return `${isClear ? 'probably' : 'maybe'} ${worse}${role === 'other' ? '' : ', within the limit'}`
}

/** A share that did not become worse, or a gated share that stayed within its limit. It may still be another share than before. */
function unchangedShareWords(comparison: Comparison): string {
  const { baseline, candidate, role, unit, better: good } = comparison
  if (unit !== 'ratio' || baseline === null || candidate === null) return 'no change'
  if (formatPoints(baseline, candidate) === formatPoints(0, 0)) return 'no change'
  const { worse, better } = directionWords(comparison)
  const isBetter = good === 'higher' ? candidate > baseline : candidate < baseline
  if (isBetter || good === 'neither') return better
  return role === 'other' ? 'no clear change' : `${worse}, within the limit`
}

/** A change of at most half the limit is reported as "no clear change". */
function inconclusiveWords(comparison: Comparison): string {
  const { worse, better } = directionWords(comparison)
  const worsening = worseningOf(comparison)
  const { limitRatio } = comparison
  // `reason` says why an improvement is doubted, so the row does not call it better.
  const isDoubted = comparison.reason !== null && (worsening ?? 0) < 0
  if (isDoubted || worsening === null || limitRatio === null || Math.abs(worsening) <= limitRatio / 2)
    return 'no clear change'
  return `maybe ${worsening > 0 ? worse : better}, not proven`
}

import template from '../../../templates/summary.hbs'
import { changeInWords, directionWords, sizeInWords } from '../../model/change.ts'
import type { Comparison } from '../../model/comparison.ts'
import { isJudged } from '../../model/is-judged.ts'
import { count, formatInterval, formatLimit, formatValue } from '../../model/numbers.ts'
import { capitalized, written } from '../../model/text.ts'
import type { Verdict } from '../../model/verdict.ts'
import type { Section } from '../section.ts'
import { MARKDOWN, statistic } from '../wording.ts'

/** One or two sentences about a service: how its gated numbers moved, and how many findings there are. */
export const summary: Section = {
  id: 'summary',
  place: 'service',
  template,
  build(verdict) {
    const primaries = verdict.services.flatMap(({ comparisons }) =>
      comparisons.filter(({ role }) => role === 'primary'),
    )
    const sentences = [...primaries.map(sentenceOf), findingsText(verdict)]
    return { text: sentences.filter((sentence) => sentence !== '').join(' ') }
  },
}

function sentenceOf(comparison: Comparison): string {
  const name = written(capitalized(statistic(comparison)), MARKDOWN)
  const { estimate, verdict, reason, limitRatio, baseline, candidate, unit } = comparison
  // A share, such as the error rate, is judged in percentage points and has no relative change.
  if (estimate === null && isJudged(comparison) && baseline !== null && candidate !== null)
    return `${name} is ${formatValue(candidate, unit)}, ${formatValue(baseline, unit)} in the baseline.`
  if (estimate === null)
    return `${name}: ${withoutNumbers(verdict)}${reason === null ? '.' : `: ${written(reason, MARKDOWN)}`}`
  const change = changeInWords(comparison, estimate.changeRatio)
  const proof =
    verdict === 'regressed' || verdict === 'improved' || verdict === 'slower' ? 'This is proven' : 'This is not proven'
  if (verdict === 'unchanged' && limitRatio !== null) {
    const { worse } = directionWords(comparison)
    return `${name} is ${sizeInWords(comparison, estimate.changeRatio)}; more than ${formatLimit(limitRatio)} ${worse} can be excluded.`
  }
  return `${name} is ${change}, ${formatInterval(estimate)}. ${proof}.`
}

function withoutNumbers(verdict: Comparison['verdict']): string {
  switch (verdict) {
    case 'new':
      return 'there is no baseline to compare with'
    case 'missing':
      return 'it is missing from these results'
    case 'not-run':
      return 'not measured, because the change touches none of its paths'
    case 'not-comparable':
      return 'not comparable with the baseline'
    case 'inconclusive':
      return 'a change over the limit cannot be excluded'
    default:
      return 'the data cannot be used'
  }
}

/**
 * Empty if nothing could be decided, because "no problem was found" would read as a verdict. A finding that waits for more runs does not
 * block yet.
 */
function findingsText({ findings, outcome, services }: Verdict): string {
  const isUndecided = services.some(({ comparisons }) => comparisons.some(({ verdict }) => verdict === 'invalid'))
  if (findings.length === 0 && isUndecided) return ''
  if (outcome === 'pending') return `${count(findings.length, 'finding')} will block unless it changes.`
  const blocking = findings.filter(({ level }) => level === 'fail').length
  const warnings = findings.length - blocking
  if (findings.length === 0) return 'No problem was found.'
  const parts = [
    blocking > 0 ? count(blocking, 'finding blocks', 'findings block') : '',
    warnings > 0 ? count(warnings, 'warning') : '',
  ]
  return `${parts.filter((part) => part !== '').join(', ')}.`
}

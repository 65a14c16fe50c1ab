import type { Comparison } from '../../model/comparison.ts'
import { formatRatio } from '../../model/numbers.ts'
import { isSameSeries } from '../../model/series.ts'
import { written } from '../../model/text.ts'
import type { Finding, Verdict } from '../../model/verdict.ts'
import { comparisonRow, NOTHING } from '../comparison-row.ts'
import { plain } from '../escape.ts'
import { sentencesOf } from '../finding-text.ts'
import { MARKDOWN, PLAIN, statisticName } from '../wording.ts'
import { intervalCells, isMeasured } from './interval-plot.ts'
import { inlineHtml } from './markdown-html.ts'
import { type Tone, toneIcon, toneOf } from './tone.ts'

/**
 * The table of these series, in the given order. A row has the numbers of a series, its interval as a picture, and the findings about
 * it. `axis` is the scale above the intervals, which all rows share.
 */
export function forestTable(comparisons: readonly Comparison[], verdict: Verdict) {
  const { axis, cell } = intervalCells(comparisons.filter(isMeasured))
  const rows = comparisons.map((comparison) => {
    const { service, endpoint, estimate, limitRatio, reason } = comparison
    const printed = comparisonRow({ ...comparison, reason: null }, undefined)
    const findings = findingsOf(comparison, verdict)
    const tone = levelTone(findings) ?? toneOf(comparison.verdict, comparison.role)
    return {
      name: [plain(service), endpoint === null ? '' : plain(endpoint, MAX_NAME)]
        .filter((part) => part !== '')
        .join(' · '),
      statistic: statisticName(comparison, PLAIN),
      baseline: printed.baseline,
      candidate: printed.candidate,
      change: estimate === null ? printed.change : formatRatio(estimate.changeRatio, limitRatio),
      range: estimate === null ? '' : `${formatRatio(estimate.lower)} … ${formatRatio(estimate.upper)}`,
      limit: printed.limit === NOTHING ? '' : printed.limit,
      verdict: printed.verdict,
      tone,
      icon: toneIcon(tone),
      interval: isMeasured(comparison) ? cell(comparison) : '',
      reasons: (findings.length > 0
        ? findings.map((finding) => written(sentencesOf(finding), MARKDOWN))
        : reason === null
          ? []
          : [written(reason, MARKDOWN)]
      ).map(inlineHtml),
    }
  })
  return { axis, rows }
}

/** The findings about exactly this series. */
export function findingsOf(comparison: Comparison, { findings }: Verdict): readonly Finding[] {
  return findings.filter((finding) => isSameSeries(finding, comparison))
}

/** Taken from the findings, because a series over its budget is bad even if it did not change. null: there is no finding. */
function levelTone(findings: readonly Finding[]): Tone | null {
  if (findings.some(({ level }) => level === 'fail')) return 'bad'
  return findings.length > 0 ? 'caution' : null
}

const MAX_NAME = 120

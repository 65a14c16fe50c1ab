import { sentences, text } from '../model/text.ts'
import type { EstimatedComparison, UncorrectedComparison } from './compare-series.ts'
import { isOverLimit } from './comparison-verdict.ts'

/**
 * One comparison of two: of the values that are best for the candidate, and of those that are worst. Where the limit lies between
 * them, nothing is known: what would help is not more runs but other files.
 */
export function withinBounds(best: UncorrectedComparison, worst: UncorrectedComparison): UncorrectedComparison {
  if (best.kind === 'decided') return best
  if (worst.kind === 'decided') return worst
  const chosen = isOverLimit(best.worse, best.limitLog) ? best : worst
  const change = text`Several load generators shared a run and left only summaries, whose percentiles cannot be merged: all that is known is a change between ${percent(best)} and ${percent(worst)}.`
  if (chosen === worst && isOverLimit(worst.worse, worst.limitLog)) {
    const reason = text`${change} Upload raw points or digests.`
    const facts = { ...worst.facts, baseline: null, candidate: null }
    return { kind: 'decided', comparison: { ...facts, estimate: null, verdict: 'inconclusive', reason } }
  }
  const ends = [best.interval, worst.interval]
  return {
    ...chosen,
    worse: {
      ...chosen.worse,
      lowerLog: best.worse.lowerLog,
      upperLog: worst.worse.upperLog,
      pValue: best.worse.pValue,
    },
    interval: {
      ...chosen.interval,
      lowerLog: Math.min(...ends.map(({ lowerLog }) => lowerLog)),
      upperLog: Math.max(...ends.map(({ upperLog }) => upperLog)),
    },
    note: sentences(chosen.note, change),
  }
}

/** `+12.0 %` */
function percent({ interval }: EstimatedComparison): string {
  const change = 100 * Math.expm1(interval.estimateLog)
  return `${change < 0 ? '−' : '+'}${Math.abs(change).toFixed(1)} %`
}

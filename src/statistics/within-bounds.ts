import { sentences, text } from '../model/text.ts'
import type { EstimatedComparison, UncorrectedComparison } from './compare-series.ts'
import { isOverLimit } from './comparison-verdict.ts'

/**
 * Joins the comparison with the best and the comparison with the worst possible values of the candidate. If the limit lies
 * between the two, nothing is known of it: more runs do not help, only complete files do.
 */
export function withinBounds(best: UncorrectedComparison, worst: UncorrectedComparison): UncorrectedComparison {
  if (best.kind === 'decided') return best
  if (worst.kind === 'decided') return worst
  const chosen = isOverLimit(best.worse, best.limitLog) ? best : worst
  const change = text`Several load generators shared a run and left only summaries, whose percentiles cannot be merged: all that is known is a change between ${percent(best)} and ${percent(worst)}.`
  if (chosen === worst && isOverLimit(worst.worse, worst.limitLog)) {
    const facts = { ...worst.facts, baseline: null, candidate: null, obstacle: 'only-a-range' } as const
    return { kind: 'decided', comparison: { ...facts, estimate: null, verdict: 'inconclusive', reason: change } }
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

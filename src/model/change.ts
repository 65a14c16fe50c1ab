import type { Comparison, ServiceEvidence } from './comparison.ts'
import { count, formatLimit, formatRatio, formatSize } from './numbers.ts'
import { worseBounds, worseBy } from './series.ts'
import { series, type Text, text } from './text.ts'

/** The words for a number that changed, for the findings of rules and for the tables of the report. */

/** Statistics of times, for which longer means slower. */
const STATS_OF_TIMES = ['p50', 'p95', 'p99']

/** `slower` and `faster` for durations, `lower` and `higher` for throughput and everything else that is not a duration. */
export function directionWords({
  unit,
  better,
  metric,
  quantity,
  stat,
}: Pick<Comparison, 'unit' | 'better' | 'metric' | 'quantity' | 'stat'>): Readonly<{
  worse: string
  better: string
}> {
  if (quantity === 'operation-rate') return { worse: 'slower', better: 'faster' }
  if (better === 'higher') return { worse: 'lower', better: 'higher' }
  if (unit === 'ms' && (quantity === 'duration' || metric.includes('duration') || STATS_OF_TIMES.includes(stat)))
    return { worse: 'slower', better: 'faster' }
  return better === 'lower' ? { worse: 'higher', better: 'lower' } : { worse: 'changed', better: 'changed' }
}

/** `10.8 % slower (limit 5 %)`. */
export function changeInWords(comparison: Comparison, changeRatio: number): string {
  const { limitRatio } = comparison
  const size = sizeInWords(comparison, changeRatio)
  const hasLimit = size !== SAME && limitRatio !== null && worseBy(comparison, changeRatio) > 0
  return hasLimit ? `${size} (limit ${formatLimit(limitRatio)})` : size
}

/** `10.8 % slower`. */
export function sizeInWords(comparison: Comparison, changeRatio: number): string {
  const { worse, better } = directionWords(comparison)
  const size = formatSize(changeRatio, comparison.limitRatio)
  return size === '0.0 %' ? SAME : `${size} ${worseBy(comparison, changeRatio) >= 0 ? worse : better}`
}

const SAME = 'the same as before'

type Measured = Pick<ServiceEvidence, 'design' | 'candidateRuns' | 'baselineRuns' | 'window'>

/** What is counted on each side: pairs; machines, if the runs of one machine count as one; or runs. */
export function unitOf({ design, candidateRuns, baselineRuns }: Omit<Measured, 'window'>): 'pair' | 'machine' | 'run' {
  if (design === 'pairs') return 'pair'
  const isMachine = design === 'jobs' || (design === 'single' && (candidateRuns.length > 1 || baselineRuns.length > 1))
  return isMachine ? 'machine' : 'run'
}

/** `p95 of checkout is 10.8 % slower (limit 5 %), and this is proven` */
export function problemOfChange(comparison: Comparison): Text {
  const { estimate, verdict } = comparison
  if (estimate === null) {
    return verdict === 'inconclusive'
      ? text`a change of ${series(comparison)} over its limit cannot be excluded`
      : text`${series(comparison)} is ${directionWords(comparison).worse}, ${PROOF[verdict] ?? 'and this is not proven'}`
  }
  return text`${series(comparison)} is ${changeInWords(comparison, estimate.changeRatio)}, ${PROOF[verdict] ?? 'and this is not proven'}`
}

const PROOF: Readonly<Partial<Record<Comparison['verdict'], string>>> = {
  regressed: 'and this is proven',
  slower: 'and this is proven',
  unproven: 'but this is not proven',
}

/** The first thing to do about it. */
export function stepAfterChange(comparison: Comparison, measured: Measured): Text {
  switch (comparison.verdict) {
    case 'regressed':
      return directionWords(comparison).worse === 'slower' ? text`Make it faster.` : text`Restore it.`
    case 'slower':
      return text`Check that this is intended.`
    default:
      return comparison.obstacle === 'only-a-range'
        ? text`Upload raw points or digests of each load generator.`
        : whatMoreRunsTell(comparison, measured)
  }
}

/** How many runs would tell a change of twice the limit from noise. It does not promise that they will decide about this change. */
export function whatMoreRunsTell({ estimate, limitRatio, runs }: Comparison, measured: Measured): Text {
  if (estimate === null || limitRatio === null) return []
  if (estimate.unprovable === 'too-few-requests') return text`More runs do not help: each run has too few requests.`
  const isStored = measured.window !== null
  const there = isStored ? runs.candidate : Math.min(runs.baseline, runs.candidate)
  if (!Number.isFinite(estimate.runsNeeded) || estimate.runsNeeded <= there) return text`Repeat the load test.`
  const unit = unitOf(measured)
  const side = isStored ? text` of this version` : unit === 'pair' ? [] : text` on each side`
  return text`Repeat the load test: ${count(estimate.runsNeeded, unit)}${side} could tell ${formatLimit(2 * limitRatio)} from noise.`
}

/** Why the change can, or cannot, be told from noise. */
export function evidenceOfChange(comparison: Comparison, measured: Measured): Text {
  const { estimate, runs, verdict } = comparison
  if (estimate === null) return []
  const { least } = worseBounds(comparison, estimate)
  const unit = unitOf(measured)
  if (verdict === 'regressed') {
    const { worse } = directionWords(comparison)
    return text`With ${formatLimit(estimate.confidence)} confidence it is at least ${formatSize(Math.max(least, 0))} ${worse}.`
  }
  if (verdict === 'slower') return text`It is within the limit, but small steps like this one add up.`
  if (runs.baseline === 1 && runs.candidate === 1)
    return text`One ${unit} against one does not show how much ${unit}s vary, so it cannot prove a change.`
  return text`From ${unit} to ${unit} it varies by ${formatSize(estimate.noiseRatio)}: the change is plausibly between ${formatRatio(estimate.lower)} and ${formatRatio(estimate.upper)}.`
}

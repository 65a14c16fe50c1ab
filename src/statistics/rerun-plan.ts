import type { Comparison, RerunNeed, ServiceEvidence } from '../model/comparison.ts'
import type { Confirmation } from '../model/policy.ts'
import { isDecided } from './likelihood-ratio.ts'

/**
 * Runs a side at which the data are looked at. Looking whenever a run comes in finds "proof" too often by chance.
 * Simulated with 5 % noise: four looks at 5 % each call unchanged code slower in 8.9 % of cases, at 2 % each in 4.6 %.
 */
export const LOOKS = [3, 5, 7, 10] as const

/** The same for candidate jobs against a store: only they are repeated, and the stored side has 20 already. */
export const STORE_LOOKS = [1, 2, 3, 4, 5, 7] as const

/**
 * Error rate of a proof at each look. Four looks at 0.02 make 5 % (z = 2.056: https://doi.org/10.1093/biomet/64.2.191), but the last look of a
 * confirmation is literal and has false alarms of its own, and a store has six looks. Simulated with 8 services and 4 % noise: at 0.02 each
 * 5.2 % of unchanged pull requests are blocked with pairs and 10 % with a store, at 0.012 each 3.6 and 5 %.
 */
export const ALPHA_EACH_LOOK = 0.012

type Need = Omit<RerunNeed, 'service'>

/**
 * The services that more runs would settle, in the order of the evidence. A service whose data are decided, broken, or as many as a
 * confirmation may have is not in it, nor one that no number of runs would settle. At the last look, the estimate itself decides.
 */
export function rerunPlan(evidence: readonly ServiceEvidence[], { maxRuns }: Confirmation): readonly RerunNeed[] {
  const judged = evidence
    .flatMap(({ comparisons }) => comparisons)
    .filter(({ role, estimate }) => role === 'primary' && estimate !== null)
  return evidence.flatMap(({ service, comparisons, design, window }) => {
    const isStore = window !== null && (design === 'jobs' || design === 'single')
    const looks = (isStore ? STORE_LOOKS : LOOKS).filter((look) => look <= maxRuns)
    const open = comparisons
      .filter(({ role }) => role === 'primary')
      .flatMap((one) => needOf(one, isStore || looks.at(-1) === maxRuns ? looks : [...looks, maxRuns], judged.length))
    const [worst] = open.toSorted(byUrgency)
    return worst === undefined ? [] : [{ service, ...worst }]
  })
}

function needOf({ verdict, runs, estimate }: Comparison, looks: readonly number[], family: number): readonly Need[] {
  if (verdict !== 'unproven' && verdict !== 'inconclusive') return []
  if (estimate === null || estimate.likelihoodRatioLog === null) return []
  // What rests on assumed noise decides nothing.
  if (estimate.noiseSource !== 'assumed' && isDecided(estimate.likelihoodRatioLog, family)) return []
  const later = looks.filter((look) => look > runs.candidate)
  const [next] = later
  if (next === undefined) return []
  const settledAt = later.find((look) => look >= estimate.runsNeeded) ?? null
  return [{ verdict, runs: runs.candidate, add: next - runs.candidate, settledAt }]
}

/** What blocks first, then what needs the most runs. */
function byUrgency(left: Need, right: Need): number {
  const blocks = ({ verdict }: Need) => (verdict === 'unproven' ? 1 : 0)
  const needs = ({ settledAt }: Need) => settledAt ?? Number.MAX_SAFE_INTEGER
  return blocks(right) - blocks(left) || needs(right) - needs(left)
}

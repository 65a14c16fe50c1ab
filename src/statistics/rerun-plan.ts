import type { Comparison, RerunNeed, ServiceEvidence } from '../model/comparison.ts'
import type { Confirmation } from '../model/policy.ts'

/**
 * Runs or pairs per side at which the data are looked at. Looking whenever a run comes in finds "proof" too often by chance.
 * The first look has three, so that the runs themselves say how much they vary: with looks from two on, one slow run in
 * twenty makes false alarms of 7.5 % out of 0.3 %.
 */
export const STAGES = [3, 5, 7, 10] as const

/** Candidate jobs at which they are looked at against a store, which knows the noise: only the candidate is repeated. */
const STORE_STAGES = [1, 2, 3, 4, 5, 7] as const

/**
 * One-sided, at each of four looks. Pocock's constant (https://doi.org/10.1093/biomet/64.2.191) would allow 2 %, and with it proofs
 * alone would spend all 5 %; the likelihood ratio and the literal last look need their part.
 */
export const ALPHA_EACH_STAGE = 0.01

/** Six looks against a store: proofs spend at most 0.6 % of the 3 % that a store may block. */
export const ALPHA_EACH_STORE_STAGE = 0.001

/**
 * Wald's bound for "twice the limit" against "no change": how often unchanged code may stop as changed, shared by all services.
 * The last look is literal and spends its own part, about 0.3 % a service at 4 % noise. Against a store it comes off, because a
 * store may block only 3 %. With 0.03 for each service, proofs at
 * 0.6 % a look and 0.06 below it would be 4.6 % (60,000 services simulated, without endpoints).
 */
const STOP_ALPHA = 0.03
const LITERAL_ALPHA = 0.003
const MIN_STOP_ALPHA = 0.0005

/**
 * Below this likelihood ratio a service stops as unchanged, from this look on. It rises from look to look, because the last one is literal
 * and no place for who is most likely unchanged. With 0.06 at each look, 16 services with pairs block 5.9 % of unchanged pull requests
 * instead of 4.7 %, and +10 % is caught in 98.7 instead of 98.4 % (30,000 services simulated, 4 % noise, without endpoints).
 * Against a store it doubles; a ratio near 1 is an estimate of about the limit, which is hardly ever over the limit two jobs later. With these bounds and
 * 0.1 % a look for proofs, 8 services against a store block 1.9 ± 0.5 % of unchanged pull requests and +10 % is caught in 96.9 ± 0.6 %;
 * a little higher and with 0.15 %, 3.3 ± 0.7 and 95.0 % (3,000 pull requests each, 4 % noise, three endpoints a service).
 */
const UNCHANGED_BELOW = new Map<number, number>([
  [3, 0.04],
  [5, 0.1],
  [7, 0.5],
])
const UNCHANGED_BELOW_AGAINST_STORE = new Map<number, number>([
  [1, 1 / 14],
  [2, 1 / 7],
  [3, 2 / 7],
  [4, 4 / 7],
  [5, 1.1],
])

type Need = Omit<RerunNeed, 'service'>

/**
 * The services that more runs would settle, in the order of the evidence. A service is settled where the data speak clearly enough
 * for a change of twice the limit or for none, where more runs cannot help, and at the last look.
 */
export function rerunPlan(evidence: readonly ServiceEvidence[], { maxRuns }: Confirmation): readonly RerunNeed[] {
  const judged = evidence.filter(({ comparisons }) => comparisons.some(isEstimatedPrimary)).length
  return evidence.flatMap(({ service, window, comparisons }) => {
    const stages = window === null ? STAGES : STORE_STAGES
    const open = comparisons
      .filter(isEstimatedPrimary)
      .filter((one) => isOpen(one, judged, window !== null))
      .flatMap((one) => needOf(one, stages, maxRuns, window === null ? 'both' : 'candidate'))
    const [worst] = open.toSorted(byUrgency)
    return worst === undefined ? [] : [{ service, ...worst }]
  })
}

function isEstimatedPrimary({ role, estimate }: Comparison): boolean {
  return role === 'primary' && estimate !== null
}

/** Too few requests in a run stay too few, however many runs there are. */
function isOpen({ verdict, estimate, runs, limitRatio }: Comparison, services: number, isStore: boolean): boolean {
  if (verdict !== 'unproven' && verdict !== 'inconclusive') return false
  if (estimate === null || estimate.unprovable === 'too-few-requests' || limitRatio === null) return false
  const { likelihoodRatio, restAgrees } = estimate
  if (likelihoodRatio === null) return false
  // Below three of everything the noise is assumed, and nothing is settled by an assumption.
  if (estimate.noiseSource === 'assumed' && Math.min(runs.baseline, runs.candidate) < STAGES[0]) return true
  const isChanged = likelihoodRatio >= 1 / stopAlpha(services, isStore) && restAgrees
  return likelihoodRatio > unchangedBelow(runs.candidate, isStore) && !isChanged
}

function stopAlpha(services: number, isStore: boolean): number {
  const each = STOP_ALPHA / Math.max(services, 1)
  return isStore ? Math.max(each - LITERAL_ALPHA, MIN_STOP_ALPHA) : each
}

/** The bound of the newest look that these runs have reached. */
function unchangedBelow(runs: number, isStore: boolean): number {
  const bounds = [...(isStore ? UNCHANGED_BELOW_AGAINST_STORE : UNCHANGED_BELOW)]
  return (bounds.findLast(([stage]) => stage <= runs) ?? bounds[0])?.[1] ?? 0
}

function needOf(
  { verdict, runs, estimate }: Comparison,
  stages: readonly number[],
  maxRuns: number,
  side: Need['side'],
): readonly Need[] {
  const last = Math.min(maxRuns, stages.at(-1) ?? maxRuns)
  if (estimate === null || runs.candidate >= last || (verdict !== 'unproven' && verdict !== 'inconclusive')) return []
  const stageAfter = (count: number) => stages.find((stage) => stage > count && stage <= last) ?? last
  const nextStage = stageAfter(runs.candidate)
  const needed = Math.max(estimate.runsNeeded, nextStage)
  return [
    {
      verdict,
      runs: runs.candidate,
      add: nextStage - runs.candidate,
      settledAt: needed > last ? null : stageAfter(needed - 1),
      decidedAt: last,
      side,
    },
  ]
}

/** What blocks first, then what needs the most runs. */
function byUrgency(left: Need, right: Need): number {
  const blocks = ({ verdict }: Need) => (verdict === 'unproven' ? 1 : 0)
  const needs = ({ settledAt }: Need) => settledAt ?? Number.MAX_SAFE_INTEGER
  return blocks(right) - blocks(left) || needs(right) - needs(left)
}

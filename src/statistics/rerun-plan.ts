import type { Comparison, RerunNeed, ServiceEvidence } from '../model/comparison.ts'
import type { Confirmation } from '../model/policy.ts'

/**
 * Runs or pairs a side at which the data are looked at. Looking whenever a run comes in finds "proof" too often by chance.
 * The first look has three, so that the runs themselves say how much they vary: with looks from two on, one slow run in
 * twenty makes false alarms of 7.5 % out of 0.3 %.
 */
export const LOOKS = [3, 5, 7, 10] as const

/** Candidate jobs at which they are looked at against a store, which knows the noise: only the candidate is repeated. */
const STORE_LOOKS = [1, 2, 3, 4, 5, 7] as const

/**
 * One-sided, at each of four looks. Pocock's constant (https://doi.org/10.1093/biomet/64.2.191) would allow 2 %, and with it proofs
 * alone would spend all 5 %; the likelihood ratio and the literal last look need their part.
 */
export const ALPHA_EACH_LOOK = 0.01

/**
 * Six looks against a store. A proof at 2 % each would stop before the likelihood ratio does, and block 4.1 % of unchanged pull
 * requests of one service; at this level the two agree, and 1.9 % are (1,500 simulated, 4 % noise).
 */
export const ALPHA_EACH_STORE_LOOK = 0.006

/**
 * Wald's bounds for "twice the limit" against "no change": how often unchanged code may stop as changed, shared by all services,
 * and how often a change of twice the limit may stop as none. The last look is literal, and spends a little more: so the second is
 * twice the 3 % of an exact design, which settles unchanged code earlier and leaves less of it to the last look.
 */
const STOP_ALPHA = 0.03
const STOP_BETA = 0.06

type Need = Omit<RerunNeed, 'service'>

/**
 * The services that more runs would settle, in the order of the evidence. A service is settled where the data speak clearly enough
 * for a change of twice the limit or for none, where more runs cannot help, and at the last look.
 */
export function rerunPlan(evidence: readonly ServiceEvidence[], { maxRuns }: Confirmation): readonly RerunNeed[] {
  const judged = evidence.filter(({ comparisons }) => comparisons.some(isEstimatedPrimary)).length
  return evidence.flatMap(({ service, window, comparisons }) => {
    const looks = window === null ? LOOKS : STORE_LOOKS
    const open = comparisons
      .filter(isEstimatedPrimary)
      .filter((one) => isOpen(one, judged))
      .flatMap((one) => needOf(one, looks, maxRuns, window === null ? 'both' : 'candidate'))
    const [worst] = open.toSorted(byUrgency)
    return worst === undefined ? [] : [{ service, ...worst }]
  })
}

function isEstimatedPrimary({ role, estimate }: Comparison): boolean {
  return role === 'primary' && estimate !== null
}

/** Too few requests in a run stay too few, however many runs there are. */
function isOpen({ verdict, estimate, runs, limitRatio }: Comparison, services: number): boolean {
  if (verdict !== 'unproven' && verdict !== 'inconclusive') return false
  if (estimate === null || estimate.unprovable === 'too-few-requests' || limitRatio === null) return false
  const { likelihoodRatio } = estimate
  if (likelihoodRatio === null) return false
  // Below three of everything the noise is assumed, and nothing is settled by an assumption.
  if (estimate.noiseSource === 'assumed' && Math.min(runs.baseline, runs.candidate) < LOOKS[0]) return true
  const alpha = STOP_ALPHA / Math.max(services, 1)
  return likelihoodRatio > STOP_BETA / (1 - alpha) && likelihoodRatio < (1 - STOP_BETA) / alpha
}

function needOf(
  { verdict, runs, estimate }: Comparison,
  looks: readonly number[],
  maxRuns: number,
  side: Need['side'],
): readonly Need[] {
  const last = Math.min(maxRuns, looks.at(-1) ?? maxRuns)
  if (estimate === null || runs.candidate >= last || (verdict !== 'unproven' && verdict !== 'inconclusive')) return []
  const lookAfter = (count: number) => looks.find((look) => look > count && look <= last) ?? last
  const nextLook = lookAfter(runs.candidate)
  const needed = Math.max(estimate.runsNeeded, nextLook)
  return [
    {
      verdict,
      runs: runs.candidate,
      add: nextLook - runs.candidate,
      settledAt: needed > last ? null : lookAfter(needed - 1),
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

import type { ServiceEvidence } from '../../src/model/comparison.ts'
import { compareServices } from '../../src/statistics/compare-services.ts'
import { LOOKS } from '../../src/statistics/rerun-plan.ts'
import { comparisonInput, openPullRequest, rerun, type Scenario, type Simulated } from './pull-request.ts'
import { type Random, seededRandom } from './random.ts'

/**
 * What is done while the answer is open: nothing (one look), or more runs at the looks of a confirmation, as long as a
 * primary is `unproven` (its status is pending), or also as long as one is `inconclusive`.
 */
export type TopUp = 'none' | 'unproven' | 'unproven-and-inconclusive'

/** Shares of simulated pull requests, 0..1. */
export type Rates = Readonly<{
  pullRequests: number
  /** Blocked under the default policy. */
  blocked: number
  /** A primary or an endpoint is proven to be over the limit. */
  proven: number
  /** Every primary is said to be unchanged or improved. */
  saidUnchanged: number
  /** Nothing is shown: not blocked, and no warning either. */
  silent: number
  /** Mean number of runs a side at the end. */
  runs: number
}>

/** Simulates pull requests through the real comparison. The same seed gives the same rates. */
export function measureRates(scenario: Scenario, topUp: TopUp, pullRequests: number, seed: number): Rates {
  const random = seededRandom(seed)
  const counts = { blocked: 0, proven: 0, saidUnchanged: 0, silent: 0, runs: 0 }
  for (let index = 0; index < pullRequests; index += 1) {
    const { evidence, runs } = finalEvidence(scenario, topUp, random)
    counts.blocked += isBlocked(evidence) ? 1 : 0
    counts.proven += isProven(evidence) ? 1 : 0
    counts.saidUnchanged += isSaidUnchanged(evidence) ? 1 : 0
    counts.silent += isSilent(evidence) ? 1 : 0
    counts.runs += runs
  }
  const share = (count: number) => count / pullRequests
  return {
    pullRequests,
    blocked: share(counts.blocked),
    proven: share(counts.proven),
    saidUnchanged: share(counts.saidUnchanged),
    silent: share(counts.silent),
    runs: share(counts.runs),
  }
}

type Looked = Readonly<{ evidence: readonly ServiceEvidence[]; runs: number }>

function finalEvidence(scenario: Scenario, topUp: TopUp, random: Random): Looked {
  let simulated: Simulated = openPullRequest(scenario, random)
  let runs = scenario.runs
  for (;;) {
    const evidence = compareServices(comparisonInput(simulated, scenario.design, topUp !== 'none'))
    const next = LOOKS.find((look) => look > runs)
    if (next === undefined || !isOpen(evidence, topUp)) return { evidence, runs }
    simulated = rerun(simulated, { ...scenario, runs: next }, runs, random)
    runs = next
  }
}

function isOpen(evidence: readonly ServiceEvidence[], topUp: TopUp): boolean {
  if (topUp === 'none' || isProven(evidence)) return false
  return primaries(evidence).some(
    ({ verdict }) => verdict === 'unproven' || (topUp === 'unproven-and-inconclusive' && verdict === 'inconclusive'),
  )
}

/** The default policy: primaries over the limit block, proven or not; endpoints only when it is proven. A test holds it to the real one. */
export function isBlocked(evidence: readonly ServiceEvidence[]): boolean {
  return isProven(evidence) || primaries(evidence).some(({ verdict }) => verdict === 'unproven')
}

function isProven(evidence: readonly ServiceEvidence[]): boolean {
  return gated(evidence).some(({ verdict }) => verdict === 'regressed')
}

function isSaidUnchanged(evidence: readonly ServiceEvidence[]): boolean {
  return primaries(evidence).every(({ verdict }) => verdict === 'unchanged' || verdict === 'improved')
}

/** `inconclusive` warns only above half the limit. */
export function isSilent(evidence: readonly ServiceEvidence[]): boolean {
  return gated(evidence).every(
    ({ verdict, estimate, limitRatio }) =>
      verdict === 'unchanged' ||
      verdict === 'improved' ||
      (verdict === 'inconclusive' && (estimate?.changeRatio ?? 1) <= (limitRatio ?? 0) / 2),
  )
}

function gated(evidence: readonly ServiceEvidence[]): ServiceEvidence['comparisons'] {
  return evidence.flatMap(({ comparisons }) => comparisons.filter(({ role }) => role !== 'other'))
}

function primaries(evidence: readonly ServiceEvidence[]): ServiceEvidence['comparisons'] {
  return evidence.flatMap(({ comparisons }) => comparisons.filter(({ role }) => role === 'primary'))
}

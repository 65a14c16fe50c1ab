import type { Comparison } from '../../src/model/comparison.ts'
import { primaries } from './outcome.ts'
import { addRuns, judgePullRequest, type Simulation } from './pull-request.ts'
import { seededRandom } from './random.ts'
import { repositories } from './rates.ts'
import { affectedNames, type Scenario } from './scenario.ts'
import { type Share, shareOf } from './share.ts'

/** How often a sentence is said, and how often it is then true. */
export type Sentence = Readonly<{ said: Share; true: Share }>

/**
 * "A slowdown of X or more would have been proven." First, unchanged code is judged and X is read from the result. Then the same
 * scenario is measured again, and the service of X is slower by exactly X. With a confirmation, the plan decides the number of
 * runs. The sentence is true if the slowdown is proven.
 */
export function detectableSentence(scenario: Scenario, pullRequests: number, seed: number): Sentence {
  const random = seededRandom(seed)
  return sentenceOf(
    repositories(scenario, pullRequests, random, ({ repository, level }) => {
      const unchanged = { effect: 0, affected: [], level }
      const first = judgePullRequest({ change: unchanged, repository, scenario, random })
      const weakest = weakestOf(primaries(first.evidence))
      if (weakest === null) return null
      const change = { effect: weakest.ratio, affected: [weakest.service], level }
      const { evidence } = judgePullRequest({ change, repository, scenario, random })
      return primaries(evidence).some(({ service, verdict }) => service === weakest.service && verdict === 'regressed')
    }),
  )
}

/**
 * The largest size, because the promise covers each service. null: a service proves nothing, so the report does not say the
 * sentence.
 */
function weakestOf(comparisons: readonly Comparison[]): Readonly<{ service: string; ratio: number }> | null {
  const sizes = comparisons.map(({ service, estimate }) => ({ service, ratio: estimate?.detectableRatio ?? null }))
  const known = sizes.flatMap(({ service, ratio }) =>
    ratio === null || !Number.isFinite(ratio) ? [] : [{ service, ratio }],
  )
  if (known.length < sizes.length) return null
  return known.toSorted((left, right) => right.ratio - left.ratio)[0] ?? null
}

/**
 * "N runs would prove or refute a change of 10 %", about a service that is over the limit but not proven, or open. The missing
 * runs are measured. The sentence is true if a change is then proven, or if twice the limit is excluded.
 */
export function settlesSentence(scenario: Scenario, effect: number, pullRequests: number, seed: number): Sentence {
  const random = seededRandom(seed)
  const [service = ''] = affectedNames(scenario)
  return sentenceOf(
    repositories(scenario, pullRequests, random, ({ repository, level }) => {
      const simulation: Simulation = { change: { effect, affected: [service], level }, repository, scenario, random }
      const first = judgePullRequest(simulation)
      const open = primaries(first.evidence).find((one) => one.service === service && isOpen(one))
      if (open?.estimate == null) return null
      const missing = open.estimate.runsNeeded - open.runs.candidate
      if (!(missing > 0 && Number.isFinite(missing))) return null
      const { evidence } = addRuns(new Map([[service, missing]]), first.runs, simulation)
      return primaries(evidence).every((one) => one.service !== service || isSettled(one))
    }),
  )
}

function isSettled({ verdict, estimate, limitRatio }: Comparison): boolean {
  const isProven = verdict === 'regressed' || verdict === 'slower' || verdict === 'improved'
  return isProven || (estimate !== null && estimate.upper < 2 * (limitRatio ?? 0))
}

function isOpen({ verdict }: Comparison): boolean {
  return verdict === 'unproven' || verdict === 'inconclusive'
}

/** An answer is null when the sentence was not said. */
function sentenceOf(groups: readonly (readonly (boolean | null)[])[]): Sentence {
  return {
    said: shareOf(groups.map((group) => group.map((one) => (one === null ? 0 : 1)))),
    true: shareOf(groups.map((group) => group.flatMap((one) => (one === null ? [] : [Number(one)])))),
  }
}

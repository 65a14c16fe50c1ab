import type { Comparison } from '../../src/model/comparison.ts'
import { primaries } from './outcome.ts'
import { addRuns, judgePullRequest, type Lab } from './pull-request.ts'
import { seededRandom } from './random.ts'
import { repositories } from './rates.ts'
import { affectedNames, type Scenario } from './scenario.ts'
import { type Share, shareOf } from './share.ts'

/** How often a sentence is said, and how often it is true where it is said. */
export type Sentence = Readonly<{ said: Share; true: Share }>

/**
 * "A slowdown of X or more would have been proven": unchanged code is judged, and X is read off. Then it is measured anew with a
 * service that is slower by exactly X, the service that X was said of: as many runs or, with a confirmation, as many as the plan says.
 * The sentence is true where this is proven.
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

/** The largest of all: what is promised holds for each service. null: it is not said, because one of them proves nothing. */
function weakestOf(comparisons: readonly Comparison[]): Readonly<{ service: string; ratio: number }> | null {
  const sizes = comparisons.map(({ service, estimate }) => ({ service, ratio: estimate?.detectableRatio ?? null }))
  const known = sizes.flatMap(({ service, ratio }) =>
    ratio === null || !Number.isFinite(ratio) ? [] : [{ service, ratio }],
  )
  if (known.length < sizes.length) return null
  return known.toSorted((left, right) => right.ratio - left.ratio)[0] ?? null
}

/**
 * "N runs would prove or refute a change of 10 %", said of a service that is over the limit and not proven, or open. So many are measured.
 * The sentence is true where a change is then proven, or one of twice the limit is excluded.
 */
export function settlesSentence(scenario: Scenario, effect: number, pullRequests: number, seed: number): Sentence {
  const random = seededRandom(seed)
  const [service = ''] = affectedNames(scenario)
  return sentenceOf(
    repositories(scenario, pullRequests, random, ({ repository, level }) => {
      const lab: Lab = { change: { effect, affected: [service], level }, repository, scenario, random }
      const first = judgePullRequest(lab)
      const open = primaries(first.evidence).find((one) => one.service === service && isOpen(one))
      if (open?.estimate == null) return null
      const missing = open.estimate.runsNeeded - open.runs.candidate
      if (!(missing > 0 && Number.isFinite(missing))) return null
      const { evidence } = addRuns(new Map([[service, missing]]), first.runs, lab)
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

/** null: it was not said. */
function sentenceOf(groups: readonly (readonly (boolean | null)[])[]): Sentence {
  return {
    said: shareOf(groups.map((group) => group.map((one) => (one === null ? 0 : 1)))),
    true: shareOf(groups.map((group) => group.flatMap((one) => (one === null ? [] : [Number(one)])))),
  }
}

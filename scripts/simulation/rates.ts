import { isBlocked, isProvenOverLimit, isProvenWrong, isSaidUnchanged, isSilent, primaries } from './outcome.ts'
import { type Judged, judgePullRequest } from './pull-request.ts'
import { type Random, seededRandom } from './random.ts'
import { newRepository, type Repository, recordPush } from './repository.ts'
import { affectedNames, type Scenario } from './scenario.ts'
import { type Share, shareOf } from './share.ts'

/** How often the gate said something about simulated pull requests that make the affected services slower by one effect. */
export type Rates = Readonly<{
  /** The default policy blocks. */
  blocked: Share
  /** An affected service blocks. */
  caught: Share
  /** An affected service is proven to be over the limit. */
  proven: Share
  /** A series that did not change is called proven. */
  provenWrong: Share
  /** The affected services are called unchanged or faster. */
  saidUnchanged: Share
  /** Nothing is said about the affected services: no block and no warning. */
  silent: Share
  /** The mean number of runs (pairs, jobs) of the candidate per service at the end. */
  runs: Share
}>

/** Pushes before the first pull request. After them, the store has reached its usual state. */
const PUSHES_BEFORE = 30
/** Each of these pushes meets one pull request per effect. Then a new repository begins. */
const PUSHES_BESIDE = 15
/** A step is 3 to 17 pushes old when a pull request meets it. */
const PUSHES_SINCE_STEP = 3

/**
 * Simulates pull requests of several effects with the real comparison. The same seed gives the same rates. Against a store, the
 * pull requests of one repository share their baseline, so the error is computed over whole repositories.
 */
export function measureRates(
  scenario: Scenario,
  effects: readonly number[],
  pullRequests: number,
  seed: number,
): ReadonlyMap<number, Rates> {
  const random = seededRandom(seed)
  const results = repositories(scenario, pullRequests, random, ({ repository, level }) =>
    effects.map((effect) => {
      const change = { effect, level, affected: affectedNames(scenario) }
      return countedOf(judgePullRequest({ change, repository, scenario, random }), effect, scenario)
    }),
  )
  return new Map(
    effects.map((effect, index) => {
      const share = (key: keyof Rates) =>
        shareOf(results.map((pulls) => pulls.map((counted) => counted[index]?.[key] ?? 0)))
      return [
        effect,
        {
          blocked: share('blocked'),
          caught: share('caught'),
          proven: share('proven'),
          provenWrong: share('provenWrong'),
          saidUnchanged: share('saidUnchanged'),
          silent: share('silent'),
          runs: share('runs'),
        },
      ] as const
    }),
  )
}

/** The state of a repository when a pull request is opened. */
type Moment = Readonly<{ repository: Repository; level: number }>

/** Calls `visit` for each pull request, and returns the answers by repository. */
export function repositories<T>(
  scenario: Scenario,
  pullRequests: number,
  random: Random,
  visit: (moment: Moment) => T,
): readonly (readonly T[])[] {
  if (scenario.design !== 'store') {
    return Array.from({ length: pullRequests }, () => [
      visit({ repository: newRepository(scenario, random), level: 0 }),
    ])
  }
  return Array.from({ length: Math.ceil(pullRequests / PUSHES_BESIDE) }, () => {
    const step = scenario.stepped ? (random.chance(0.5) ? 1 : -1) * Math.log(1.05 + 0.15 * random.uniform()) : 0
    let repository = newRepository(scenario, random)
    for (let push = 0; push < PUSHES_BEFORE; push += 1) {
      const isAfterStep = push >= PUSHES_BEFORE - PUSHES_SINCE_STEP
      repository = recordPush(repository, isAfterStep ? step : 0, scenario, random)
    }
    return Array.from({ length: PUSHES_BESIDE }, () => {
      const seen = visit({ repository, level: step })
      repository = recordPush(repository, step, scenario, random)
      return seen
    })
  })
}

function countedOf({ evidence }: Judged, effect: number, scenario: Scenario): Record<keyof Rates, number> {
  const affected = affectedNames(scenario)
  const ofAffected = evidence.filter(({ service }) => affected.includes(service))
  const all = primaries(evidence)
  return {
    blocked: Number(isBlocked(evidence)),
    caught: Number(isBlocked(ofAffected)),
    proven: Number(isProvenOverLimit(ofAffected)),
    provenWrong: Number(isProvenWrong(evidence, effect === 0 ? [] : affected)),
    saidUnchanged: Number(isSaidUnchanged(ofAffected)),
    silent: Number(isSilent(ofAffected)),
    runs: all.reduce((sum, { runs }) => sum + runs.candidate, 0) / all.length,
  }
}

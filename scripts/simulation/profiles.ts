import { compareFunctions, type ProfiledRun } from '../../src/profiles/compare-functions.ts'
import { type Random, seededRandom } from './random.ts'

/** The functions of a service with their shares of its time, and how its profiles vary. */
export type ProfiledService = Readonly<{
  shares: readonly number[]
  samplesOfRun: number
  /** Runs per side. */
  runs: number
  /**
   * The standard deviation of the logarithm by which each function varies from run to run, beyond the sampling. Caches and
   * layouts in memory cause it.
   */
  functionSd: number
  /** How much a whole run varies. The machine and the load cause it. */
  runSd: number
  /** Does the test know the number of served requests? */
  knowsRequests: boolean
  /** The function at this position takes this much more time in the candidate. null: nothing changed. */
  planted: Readonly<{ position: number; changeRatio: number }> | null
}>

export type ProfileRates = Readonly<{
  /** The share of pairs in which a function was named that did not change. */
  falselyNamed: number
  /** The share of pairs in which the changed function was named, in the right direction. */
  found: number
  /** The share of pairs in which the changed function was named, and no other function. */
  foundAlone: number
}>

/** How often the comparison of profiles is right, over many simulated pairs. The same seed gives the same rates. */
export function profileRates(service: ProfiledService, pairs: number, seed: number): ProfileRates {
  const random = seededRandom(seed)
  let [falselyNamed, found, foundAlone] = [0, 0, 0]
  for (let pair = 0; pair < pairs; pair += 1) {
    const runs = (['baseline', 'candidate'] as const).flatMap((side) =>
      Array.from({ length: service.runs }, () => inventedRun(service, side, random)),
    )
    const functions = compareFunctions(runs, true)?.functions ?? []
    const named = [...functions.keys()].filter((index) => functions[index]?.isProven)
    const { planted } = service
    const others = named.filter((index) => index !== planted?.position)
    const isFound =
      planted !== null &&
      named.includes(planted.position) &&
      (functions[planted.position]?.changeRatio ?? 0) * planted.changeRatio > 0
    if (others.length > 0) falselyNamed += 1
    if (isFound) found += 1
    if (isFound && others.length === 0) foundAlone += 1
  }
  return { falselyNamed: falselyNamed / pairs, found: found / pairs, foundAlone: foundAlone / pairs }
}

const REQUESTS = 10_000

function inventedRun(
  { shares, samplesOfRun, functionSd, runSd, knowsRequests, planted }: ProfiledService,
  side: ProfiledRun['side'],
  random: Random,
): ProfiledRun {
  const factor = Math.exp(runSd * random.normal())
  const weights = shares.map((share, position) => {
    const change = side === 'candidate' && planted?.position === position ? 1 + planted.changeRatio : 1
    const expected = samplesOfRun * share * factor * change * Math.exp(functionSd * random.normal())
    // Samples are rare, independent events. From a dozen samples on, the normal curve is close enough.
    return Math.max(0, Math.round(expected + Math.sqrt(expected) * random.normal()))
  })
  return { side, weights, sampleWeight: 1, requests: knowsRequests ? REQUESTS : null }
}

import { sum } from 'simple-statistics'
import { type Probe, searchFirstSlower } from '../../src/statistics/first-slower.ts'
import { seededRandom } from './random.ts'

export type BisectionSetting = Readonly<{
  commits: number
  /** The slowdown of all commits from the first slower commit on: 0.1 is 10 %. */
  slowdown: number
  /** The standard deviation of one run's logarithm. */
  noise: number
  /** Chance makes each build faster or slower. The effect is the same in all runs of a build. */
  buildNoise?: number
  /** The share of commits that cannot be built. */
  broken?: number
}>

export type BisectionRates = Readonly<{
  /** The share of searches that named one commit. */
  named: number
  /** The share of searches that named a wrong commit, or a range without the right commit. */
  wrong: number
  /** The mean number of pairs. The pairs of the bad commit do not count. */
  pairs: number
}>

const MOST_PAIRS = 40

/** How often the search is right when the first slower commit is known. The bad commit was measured with `badPairs` pairs. */
export function bisectionRates(
  { commits, slowdown, noise, buildNoise = 0, broken = 0 }: BisectionSetting,
  { searches, seed, badPairs }: Readonly<{ searches: number; seed: number; badPairs: number }>,
): BisectionRates {
  const counts = { named: 0, wrong: 0, pairs: 0 }
  for (let index = 0; index < searches; index += 1) {
    const random = seededRandom(seed + index)
    const first = 1 + Math.floor(random.uniform() * commits)
    const builds = Array.from({ length: commits + 1 }, () => buildNoise * random.normal())
    const isBroken = builds.map((_, position) => position < commits && random.chance(broken))
    const pair = (position: number) =>
      (position >= first ? Math.log1p(slowdown) : 0) +
      (builds[position] ?? 0) -
      (builds[0] ?? 0) +
      noise * (random.normal() - random.normal())
    const skipped = new Set<number>()
    const measured = new Map<number, number[]>([[commits, Array.from({ length: badPairs }, () => pair(commits))]])
    const probes = (): readonly Probe[] => [...measured].map(([position, logRatios]) => ({ position, logRatios }))
    let pairs = 0
    let state = searchFirstSlower({ commits, probes: probes(), skipped })
    while (state.kind === 'open' && pairs < MOST_PAIRS) {
      if (isBroken[state.next]) skipped.add(state.next)
      else {
        measured.set(state.next, [...(measured.get(state.next) ?? []), pair(state.next)])
        pairs += 1
      }
      state = searchFirstSlower({ commits, probes: probes(), skipped })
    }
    const { from, to } = state.suspects
    if (from === to) counts.named += 1
    if (first < from || first > to) counts.wrong += 1
    counts.pairs += pairs
  }
  return { named: counts.named / searches, wrong: counts.wrong / searches, pairs: sum([counts.pairs]) / searches }
}

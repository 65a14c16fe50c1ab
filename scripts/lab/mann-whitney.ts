import type { Samples } from '../../src/model/samples.ts'

/** Outcome of the rank test. */
export type RankTest = Readonly<{
  /** Pairs in which the candidate is higher; a tie counts one half. */
  u: number
  /** Exact and one-sided: the share of all orderings of these values with this u or a higher one. */
  pValue: number
}>

/**
 * Exact one-sided Mann-Whitney test that the candidate is higher. For display and for cross-checks only: with three runs per
 * side, p is never below .05. Ties are exact too: the orderings of the tied values themselves are counted. Counts stay exact up
 * to about 25 values per side.
 */
export function mannWhitneyUpperTail(baseline: Samples, candidate: Samples): RankTest {
  const ranks = doubledMidranks([...baseline, ...candidate])
  const observed = ranks.slice(baseline.length).reduce((total, rank) => total + rank, 0)
  const counts = countsByRankSum(ranks, candidate.length)
  let extreme = 0
  let all = 0
  for (const [rankSum, count] of counts) {
    all += count
    if (rankSum >= observed) extreme += count
  }
  return { u: observed / 2 - (candidate.length * (candidate.length + 1)) / 2, pValue: extreme / all }
}

/** Twice the mean rank of equal values, so that every rank is a whole number. */
function doubledMidranks(values: readonly number[]): readonly number[] {
  return values.map((value) => {
    const below = values.filter((other) => other < value).length
    const equal = values.filter((other) => other === value).length
    return 2 * below + equal + 1
  })
}

/** How many ways there are to choose `size` of the ranks, for each sum of the chosen ranks. */
function countsByRankSum(ranks: readonly number[], size: number): ReadonlyMap<number, number> {
  const bySize: readonly Map<number, number>[] = Array.from({ length: size + 1 }, () => new Map<number, number>())
  bySize[0]?.set(0, 1)
  for (const rank of ranks) {
    // From large to small, so that no rank is chosen twice.
    for (let chosen = size; chosen > 0; chosen -= 1) {
      const target = bySize[chosen]
      for (const [rankSum, count] of bySize[chosen - 1] ?? []) {
        target?.set(rankSum + rank, (target.get(rankSum + rank) ?? 0) + count)
      }
    }
  }
  return bySize[size] ?? new Map()
}

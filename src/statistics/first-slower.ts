import { mean, sum } from 'simple-statistics'

/** A commit between the good and the bad one: position 1 is the first after the good one, the last is the bad one. */
export type Probe = Readonly<{
  position: number
  /** For each pair of runs, the logarithm of its value divided by that of the good commit. */
  logRatios: readonly number[]
}>

/** Commits from one position to another, both included, and how likely it is that the first slower one is among them. */
type Suspects = Readonly<{ from: number; to: number; probability: number }>

export type SearchState =
  | Readonly<{ kind: 'settled'; suspects: Suspects }>
  /** `suspects`: the smallest range that is certain enough so far. `next`: the position to measure next, which tells most. */
  | Readonly<{ kind: 'open'; suspects: Suspects; next: number }>

type SearchInput = Readonly<{
  /** The position of the bad commit. */
  commits: number
  /** All that was measured, the bad commit included. */
  probes: readonly Probe[]
  /** Positions that cannot be measured. */
  skipped: ReadonlySet<number>
}>

/** At most 5 % of answers are wrong. */
const CERTAIN = 0.95

/**
 * All runs of a build are a little faster or slower by chance, because its code and data lie at other addresses. More runs of the
 * same build do not tell this effect from a change. T. Mytkowicz et al., "Producing Wrong Data Without Doing Anything Obviously
 * Wrong!" (2009), https://doi.org/10.1145/1508244.1508275
 */
const BUILD_NOISE = 0.01

/** 0: nearer to the level of the good commit. 1: nearer to the level of the bad commit. The border is half of the slowdown. */
type Level = 0 | 1

/**
 * Probabilistic bisection. At first every commit has the same probability of being the first slower commit. Each pair of runs
 * changes these probabilities by its likelihood at the level of the good commit and at the level of the bad commit. The next
 * commit to measure halves the remaining probability. With little noise this is the usual binary search with one pair per commit;
 * with more noise it measures the same commits again. R. Waeber, P. Frazier, S. Henderson, "Bisection Search with Noisy
 * Responses" (2013), https://doi.org/10.1137/120861898
 */
export function searchFirstSlower({ commits, probes, skipped }: SearchInput): SearchState {
  const evidence = evidenceOf(commits, probes)
  const blocks = blocksOf(posteriorOf(commits, evidence), skipped)
  const best = blocks.reduce((left, right) => (right.probability > left.probability ? right : left))
  if (best.probability >= CERTAIN) return { kind: 'settled', suspects: best }
  return { kind: 'open', suspects: smallestRange(blocks), next: middleOf(blocks) }
}

type Evidence = Readonly<{ position: number; logLikelihood: Readonly<Record<Level, number>> }>

function evidenceOf(commits: number, probes: readonly Probe[]): readonly Evidence[] {
  const bad = probes.find(({ position }) => position === commits)
  if (bad === undefined) throw new RangeError('The bad commit is measured first.')
  const stepLog = mean([...bad.logRatios])
  const { variance, degreesOfFreedom } = noiseOf(probes)
  return probes
    .filter(({ position }) => position !== commits)
    .map(({ position, logRatios }) => {
      const found = mean([...logRatios])
      const own = variance / logRatios.length + BUILD_NOISE ** 2
      const density = (expected: number, square: number) =>
        logStudentDensity((found - expected) / Math.sqrt(square), degreesOfFreedom) - Math.log(square) / 2
      // The level of the bad commit was measured too, so it has an uncertainty of its own.
      const logLikelihood = {
        0: density(0, own),
        1: density(stepLog, own + variance / bad.logRatios.length + BUILD_NOISE ** 2),
      }
      return { position, logLikelihood }
    })
}

/** The variance of a pair around the level of its commit, from all commits together. */
function noiseOf(probes: readonly Probe[]): Readonly<{ variance: number; degreesOfFreedom: number }> {
  const squares = sum(probes.flatMap(({ logRatios }) => logRatios.map((one) => (one - mean([...logRatios])) ** 2)))
  const degreesOfFreedom = sum(probes.map(({ logRatios }) => logRatios.length - 1))
  return { variance: squares / Math.max(1, degreesOfFreedom), degreesOfFreedom }
}

/** The logarithm of the density without its constant. */
function logStudentDensity(t: number, degreesOfFreedom: number): number {
  const degrees = Math.max(1, degreesOfFreedom)
  return (-(degrees + 1) / 2) * Math.log1p(t ** 2 / degrees)
}

/** For each position from 1 on: the probability that it is the first slower one. */
function posteriorOf(commits: number, evidence: readonly Evidence[]): readonly number[] {
  const logs = Array.from({ length: commits }, (_, index) =>
    sum(evidence.map(({ position, logLikelihood }) => logLikelihood[position > index ? 1 : 0])),
  )
  const most = Math.max(...logs)
  const weights = logs.map((log) => Math.exp(log - most))
  const total = sum(weights)
  return weights.map((weight) => weight / total)
}

/** Positions that no measurement can tell apart: a skipped commit is in the block of the next commit that is not skipped. */
function blocksOf(posterior: readonly number[], skipped: ReadonlySet<number>): readonly Suspects[] {
  const blocks: Suspects[] = []
  let from = 1
  posterior.forEach((_, index) => {
    const position = index + 1
    if (skipped.has(position) && position < posterior.length) return
    blocks.push({ from, to: position, probability: sum(posterior.slice(from - 1, position)) })
    from = position + 1
  })
  return blocks
}

/** The fewest neighbouring blocks that are certain enough together. */
function smallestRange(blocks: readonly Suspects[]): Suspects {
  const ranges = blocks.flatMap((first, index) => {
    let probability = 0
    for (const last of blocks.slice(index)) {
      probability += last.probability
      if (probability >= CERTAIN) return [{ from: first.from, to: last.to, probability }]
    }
    return []
  })
  return ranges.reduce((left, right) => (right.to - right.from < left.to - left.from ? right : left))
}

/**
 * A measurement at the end of a block tells the commits up to that end from those after it. The last end is the bad commit, which
 * is already measured.
 */
function middleOf(blocks: readonly Suspects[]): number {
  let [below, best, distance] = [0, 0, Number.POSITIVE_INFINITY]
  for (const { to, probability } of blocks.slice(0, -1)) {
    below += probability
    if (Math.abs(below - 0.5) < distance) [best, distance] = [to, Math.abs(below - 0.5)]
  }
  return best
}

import { mean, sum } from 'simple-statistics'

/** A commit between the good and the bad one: position 1 is the first after the good one, the last is the bad one. */
export type Probe = Readonly<{
  position: number
  /** The logarithm of its value over that of the good commit, of each pair of runs. */
  logRatios: readonly number[]
}>

/** Commits from one position to another, both included, and how likely it is that the first slower one is among them. */
type Suspects = Readonly<{ from: number; to: number; probability: number }>

export type SearchState =
  | Readonly<{ kind: 'settled'; suspects: Suspects }>
  /** `suspects`: the smallest range that is certain enough now. `next`: the position whose measurement tells most. */
  | Readonly<{ kind: 'open'; suspects: Suspects; next: number }>

type SearchInput = Readonly<{
  /** The position of the bad commit. */
  commits: number
  /** All that was measured, the bad commit included. */
  probes: readonly Probe[]
  /** Positions that cannot be measured. */
  skipped: ReadonlySet<number>
}>

/** An answer is wrong in at most 5 %. */
const CERTAIN = 0.95

/**
 * Each build is a little faster or slower by chance, in all of its runs: where its code and data lie differs. More runs of it do not tell
 * that from a change. T. Mytkowicz et al., "Producing Wrong Data Without Doing Anything Obviously Wrong!" (2009),
 * https://doi.org/10.1145/1508244.1508275
 */
const BUILD_NOISE = 0.01

/** Half of the slowdown is the border: nearer to the good commit, or nearer to the bad one. */
type Level = 0 | 1

/**
 * Probabilistic bisection: every commit is the first slower one with the same probability at first, and each pair of runs moves these
 * probabilities by how likely it is at the level of the good commit and at that of the bad one. The next commit to measure halves what is
 * left. Where the noise is small this is the usual binary search, with one pair a commit; where it is not, it comes back to the same
 * commits. R. Waeber, P. Frazier, S. Henderson, "Bisection Search with Noisy Responses" (2013), https://doi.org/10.1137/120861898
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
      // The level of the bad commit was measured too, and is as uncertain as its runs.
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

/** Up to a constant. */
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

/** Positions that no measurement can tell apart: a skipped one belongs to the next that is not. */
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

/** Measuring the end of a block tells what is up to it from what is after it. The last end is the bad commit, and known. */
function middleOf(blocks: readonly Suspects[]): number {
  let [below, best, distance] = [0, 0, Number.POSITIVE_INFINITY]
  for (const { to, probability } of blocks.slice(0, -1)) {
    below += probability
    if (Math.abs(below - 0.5) < distance) [best, distance] = [to, Math.abs(below - 0.5)]
  }
  return best
}

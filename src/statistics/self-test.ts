import type { StoredRun } from '../model/baseline.ts'
import type { Comparison, ComparisonVerdict, SelfTest, ServiceEvidence, Slowdowns } from '../model/comparison.ts'
import type { Measurement } from '../model/measurement.ts'
import type { CollectedRuns, IdentifiedRun } from '../model/run.ts'
import { compareServices, estimateServices, withVerdicts } from './compare-services.ts'
import type { ComparisonInput } from './comparison-input.ts'
import type { UncorrectedService } from './estimate-service.ts'

/** How large a planted slowdown is: just over the limit, or twice the limit. */
export type SlowdownSize = (typeof SLOWDOWN_SIZES)[number]

const SLOWDOWN_SIZES = ['justOver', 'atTwice'] as const

/** Just over: what is exactly at the limit is within it. A thousandth is more than any rounding of a file. */
const MARGIN = 0.001

/**
 * Proves that the alarm works on parsed runs: plants a slowdown in a copy of the candidate, and judges the copy with the
 * same code. The copy is first brought to the level of the baseline, so that the answer is about the gate and not about
 * this change. To plant before parsing, take the same three steps and change bytes in the second.
 */
export function runSelfTests(input: ComparisonInput): readonly SelfTest[] {
  const evidence = compareServices(input)
  const planted = SLOWDOWN_SIZES.map(
    (size) => [size, slowedRuns(input.collected, slowdownsFor(evidence, size))] as const,
  )
  return selfTests(evidence, judgePlanted(input, new Map(planted)))
}

/**
 * The factors that bring each gated metric of the candidate to its baseline and then over the limit. For a metric that
 * should be high they are below 1.
 */
export function slowdownsFor(evidence: readonly ServiceEvidence[], size: SlowdownSize): Slowdowns {
  return new Map(evidence.map(({ service, comparisons }) => [service, factorsOf(comparisons, size)]))
}

/** Where two statistics of one metric are gated, the larger slowdown: it brings both over the limit. */
function factorsOf(comparisons: readonly Comparison[], size: SlowdownSize): ReadonlyMap<string, number> {
  const factors = new Map<string, number>()
  for (const { role, metric, better, limitRatio, estimate } of comparisons) {
    if (role !== 'primary' || limitRatio === null) continue
    const change = plantedRatio(limitRatio, size)
    const level = 1 + (estimate?.changeRatio ?? 0)
    const known = factors.get(metric)
    if (better === 'higher') factors.set(metric, Math.min(known ?? Infinity, Math.max(1 - change, MARGIN) / level))
    else factors.set(metric, Math.max(known ?? 0, (1 + change) / level))
  }
  return factors
}

function plantedRatio(limitRatio: number, size: SlowdownSize): number {
  return MARGIN + (size === 'atTwice' ? 2 * limitRatio : limitRatio)
}

/**
 * Judges planted runs: each service as if it alone had become slower, because a change that hits one service must pass
 * the correction for all of them.
 *
 * @param planted by size: the same runs as in `input`, with every candidate made slower
 */
export function judgePlanted(
  input: ComparisonInput,
  planted: ReadonlyMap<SlowdownSize, CollectedRuns>,
): ReadonlyMap<SlowdownSize, readonly Comparison[]> {
  const primaries = withPrimariesOnly(input)
  const real = estimateServices(primaries)
  return new Map(
    [...planted].map(([size, { runs, refusals }]) => {
      const collected = { runs: runs.map(withoutEndpoints), refusals }
      return [
        size,
        estimateServices({ ...primaries, collected }).flatMap((uncorrected) => judgedAlone(uncorrected, real)),
      ]
    }),
  )
}

/** Endpoints take most of the time of a comparison, and prove nothing here. */
function withPrimariesOnly(input: ComparisonInput): ComparisonInput {
  const { collected, lookup } = input
  const services = lookup?.kind === 'found' ? lookup.services : new Map<string, readonly StoredRun[]>()
  const slim = [...services].map(
    ([service, stored]) => [service, stored.map((one) => ({ ...one, run: withoutEndpoints(one.run) }))] as const,
  )
  return {
    ...input,
    collected: { ...collected, runs: collected.runs.map(withoutEndpoints) },
    lookup: lookup?.kind === 'found' ? { ...lookup, services: new Map(slim) } : lookup,
    drift: null,
    only: 'primary',
  }
}

function withoutEndpoints(run: IdentifiedRun): IdentifiedRun {
  return { ...run, run: { ...run.run, measurements: run.run.measurements.filter(({ endpoint }) => endpoint === null) } }
}

function judgedAlone(planted: UncorrectedService, real: readonly UncorrectedService[]): readonly Comparison[] {
  const others = real.filter(({ evidence }) => evidence.service !== planted.evidence.service)
  const verdicts = withVerdicts([planted, ...others].flatMap(({ comparisons }) => comparisons))
  return planted.comparisons.flatMap((uncorrected) => verdicts.get(uncorrected) ?? [])
}

/**
 * What the planted slowdowns did.
 *
 * @param judged what `judgePlanted` said of each size; a size that is not there has not fired
 * @returns one proof a primary series that has a baseline and a candidate
 */
export function selfTests(
  evidence: readonly ServiceEvidence[],
  judged: ReadonlyMap<SlowdownSize, readonly Comparison[]>,
): readonly SelfTest[] {
  return evidence.flatMap(({ comparisons }) =>
    comparisons.flatMap((real) => {
      const { service, metric, stat, role, limitRatio, baseline, candidate, estimate } = real
      if (role !== 'primary' || limitRatio === null || baseline === null || candidate === null) return []
      // What was not compared, or is 0, has no change that a factor could make larger: other findings say so.
      if (estimate === null) return []
      // Nobody knows which way is worse.
      if (real.better === 'neither') return []
      const verdictAt = (size: SlowdownSize): ComparisonVerdict =>
        judged.get(size)?.find((one) => isSame(one, real))?.verdict ?? 'missing'
      const justOver = verdictAt('justOver')
      const atTwice = verdictAt('atTwice')
      return [
        {
          service,
          metric,
          stat,
          limitRatio,
          plantedRatio: {
            justOver: plantedRatio(limitRatio, 'justOver'),
            atTwice: plantedRatio(limitRatio, 'atTwice'),
          },
          justOver,
          atTwice,
          fired: { justOver: isOver(justOver), atTwice: isOver(atTwice) },
          detectableRatio: estimate?.detectableRatio ?? null,
        },
      ]
    }),
  )
}

function isSame(left: Comparison, right: Comparison): boolean {
  return (
    left.service === right.service &&
    left.metric === right.metric &&
    left.stat === right.stat &&
    left.endpoint === right.endpoint
  )
}

function isOver(verdict: ComparisonVerdict): boolean {
  return verdict === 'regressed' || verdict === 'unproven'
}

/** Multiplies every statistic of the gated metrics, and of their endpoints, in the candidate runs. */
export function slowedRuns({ runs, refusals }: CollectedRuns, slowdowns: Slowdowns): CollectedRuns {
  return {
    runs: runs.map((run) => (run.variant === 'candidate' ? slowed(run, slowdowns.get(run.service)) : run)),
    refusals,
  }
}

function slowed(run: IdentifiedRun, factors: ReadonlyMap<string, number> | undefined): IdentifiedRun {
  if (factors === undefined) return run
  const measurements = run.run.measurements.map((one) => scaled(one, factors.get(one.metric) ?? 1))
  return { ...run, run: { ...run.run, measurements } }
}

function scaled(measurement: Measurement, factor: number): Measurement {
  if (factor === 1) return measurement
  // The count of a trend is the number of its samples, and that of a counter is what it counted.
  const isFixed = (stat: string) => stat === 'count' && measurement.kind !== 'counter'
  const stats = [...measurement.stats].map(([stat, value]) => [stat, isFixed(stat) ? value : value * factor] as const)
  const bounds = [...(measurement.bounds ?? [])].map(
    ([stat, { lower, upper }]) => [stat, { lower: lower * factor, upper: upper * factor }] as const,
  )
  return { ...measurement, stats: new Map(stats), ...(bounds.length === 0 ? {} : { bounds: new Map(bounds) }) }
}

import type { StoredRun } from '../model/baseline.ts'
import type { Comparison, ComparisonVerdict, SelfTest, ServiceEvidence, Slowdowns } from '../model/comparison.ts'
import type { Measurement } from '../model/measurement.ts'
import type { CollectedRuns, IdentifiedRun } from '../model/run.ts'
import { isSameSeries } from '../model/series.ts'
import { compareServices, estimateServices, withVerdicts } from './compare-services.ts'
import type { ComparisonInput } from './comparison-input.ts'
import type { UncorrectedService } from './estimate-service.ts'

/** The size of the slowdown in a copy: just over the limit, or twice the limit. */
export type SlowdownSize = (typeof SLOWDOWN_SIZES)[number]

const SLOWDOWN_SIZES = ['justOver', 'atTwice'] as const

/** Added to the limit, because a change of exactly the limit is allowed. A thousandth is more than the rounding of any file. */
const MARGIN = 0.001

/**
 * Tests the gate on parsed runs: makes a copy of the candidate slower, and judges the copy with the same code. The copy is first
 * brought to the level of the baseline, so that the result does not depend on this change. To test before parsing, take the same
 * three steps and change bytes in the second step.
 */
export function runSelfTests(input: ComparisonInput): readonly SelfTest[] {
  const evidence = compareServices(input)
  const planted = SLOWDOWN_SIZES.map(
    (size) => [size, slowedRuns(input.collected, slowdownsFor(evidence, size))] as const,
  )
  return selfTests(evidence, judgePlanted(input, new Map(planted)))
}

/**
 * The factors that bring each gated metric of the candidate to the level of its baseline and then over the limit. For a metric
 * that should be high the factor is below 1.
 */
export function slowdownsFor(evidence: readonly ServiceEvidence[], size: SlowdownSize): Slowdowns {
  return new Map(evidence.map(({ service, comparisons }) => [service, factorsOf(comparisons, size)]))
}

/** If two statistics of one metric are gated, the larger factor is used, because it brings both over the limit. */
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
 * Judges the slowed copies, each service as if only this service had become slower: the gate must see such a change in spite of
 * the correction for all services.
 *
 * @param planted for each size, the same runs as in `input` with every candidate made slower
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

/** Endpoints are left out: they take most of the time of a comparison, and the self-test does not need them. */
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
 * How the gate reacted to the slowed copies.
 *
 * @param judged the result of `judgePlanted` for each size; the gate did not react to a size that is absent
 * @returns one self-test per primary series that has a baseline and a candidate
 */
export function selfTests(
  evidence: readonly ServiceEvidence[],
  judged: ReadonlyMap<SlowdownSize, readonly Comparison[]>,
): readonly SelfTest[] {
  return evidence.flatMap(({ comparisons }) =>
    comparisons.flatMap((real) => {
      const { service, metric, stat, role, limitRatio, baseline, candidate, estimate } = real
      if (role !== 'primary' || limitRatio === null || baseline === null || candidate === null) return []
      // A series that was not compared, or that is 0, cannot be made slower by a factor. Other findings name it.
      if (estimate === null) return []
      // It is not known which direction is worse.
      if (real.better === 'neither') return []
      const verdictAt = (size: SlowdownSize): ComparisonVerdict =>
        judged.get(size)?.find((one) => isSameSeries(one, real))?.verdict ?? 'missing'
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

function isOver(verdict: ComparisonVerdict): boolean {
  return verdict === 'regressed' || verdict === 'unproven'
}

/** Multiplies every statistic of the gated metrics, and of their endpoints, in the candidate runs. */
export function slowedRuns({ runs, refusals }: CollectedRuns, slowdowns: Slowdowns): CollectedRuns {
  return {
    runs: runs.map((run) => (run.side === 'candidate' ? slowed(run, slowdowns.get(run.service)) : run)),
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
  // The count of a trend is its number of samples and stays. The count of a counter is its value and is scaled.
  const isFixed = (stat: string) => stat === 'count' && measurement.kind !== 'counter'
  const stats = [...measurement.stats].map(([stat, value]) => [stat, isFixed(stat) ? value : value * factor] as const)
  const bounds = [...(measurement.bounds ?? [])].map(
    ([stat, { lower, upper }]) => [stat, { lower: lower * factor, upper: upper * factor }] as const,
  )
  return { ...measurement, stats: new Map(stats), ...(bounds.length === 0 ? {} : { bounds: new Map(bounds) }) }
}

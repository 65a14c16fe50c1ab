import { mean, sum } from 'simple-statistics'
import type { Comparison, Design, ExpectedFalseAlarms, ServiceEvidence } from '../model/comparison.ts'
import { limitLogOf } from './comparison-verdict.ts'
import { studentTUpperTail } from './student-t.ts'

/** What decides how often unchanged code is over the limit. */
export type ExpectedRateInput = Readonly<{
  evidence: readonly ServiceEvidence[]
  /** Whether a best estimate over the limit blocks this service, proven or not. */
  blocksUnproven: (service: string) => boolean
  /** Runs a side at the last look of a confirmation; null: it is off. */
  maxRuns: number | null
}>

/** One primary series: how noisy one run is, how well that is known, and how many units are compared. */
type PrimaryNoise = Readonly<{
  design: Design
  variance: number
  degreesOfFreedom: number
  baseline: number
  candidate: number
  limitLog: number
}>

/** With fewer degrees of freedom than this in all, the noise is too badly known to say how often it goes over the limit. */
const MIN_DEGREES_OF_FREEDOM = 8

/** The last look of a confirmation that has nothing but candidate jobs to add. */
const LAST_STORE_STAGE = 7

/**
 * How many unchanged pull requests this set-up blocks, at the noise that was measured here: some service is over the limit by chance.
 *
 * @returns null where the noise is assumed, or known from too few runs, or where only a proof blocks
 */
export function expectedFalseAlarms({
  evidence,
  blocksUnproven,
  maxRuns,
}: ExpectedRateInput): ExpectedFalseAlarms | null {
  const unitsOf = (service: ServiceEvidence) =>
    service.comparisons.flatMap((comparison) => unitOf(comparison, service) ?? [])
  const counted = evidence
    .filter(({ service }) => blocksUnproven(service))
    .map(unitsOf)
    .filter(({ length }) => length > 0)
  const units = counted.flat()
  const isUnknown = evidence.some(({ comparisons }) => comparisons.some(isAssumed))
  if (isUnknown || sum(units.map(({ degreesOfFreedom }) => degreesOfFreedom)) < MIN_DEGREES_OF_FREEDOM) return null
  const known = shareNoise(units)
  const now = anyOverLimit(known)
  // The last look is literal. Before it, some stop too soon, and about as many would have been over the limit and were not: simulated.
  const confirmed = anyOverLimit(known.map((unit) => atLastStage(unit, maxRuns ?? DEFAULT_MAX_RUNS)))
  const numbers = { services: counted.length, series: units.length }
  return maxRuns === null
    ? { ...numbers, ratio: now, confirmedRatio: Math.min(now, confirmed) }
    : { ...numbers, ratio: confirmed, confirmedRatio: null }
}

/** What `perf-gate init` writes. */
const DEFAULT_MAX_RUNS = 10

function isAssumed({ role, estimate }: Comparison): boolean {
  return role === 'primary' && estimate?.noiseSource === 'assumed'
}

function unitOf(
  { role, estimate, runs, limitRatio, better }: Comparison,
  { design, history }: ServiceEvidence,
): PrimaryNoise | null {
  if (role !== 'primary' || estimate === null || limitRatio === null) return null
  const own = design === 'pairs' ? runs.candidate - 1 : runs.candidate + runs.baseline - 2
  // As much as stored jobs that are not compared say about noise: see noisePrior.
  const stored = Math.min(10, Math.floor(Math.max((history?.jobs.length ?? 0) - runs.baseline, 0) / 2))
  return {
    design,
    variance: estimate.noiseRatio ** 2,
    degreesOfFreedom: Math.max(own + stored, 1),
    baseline: runs.baseline,
    candidate: runs.candidate,
    limitLog: limitLogOf(limitRatio, better),
  }
}

/**
 * Services of one repository are about equally noisy, and each knows its own noise badly. So each borrows from all, as much as they
 * are alike: with a few degrees of freedom each, rates would otherwise come out up to twice too high. Smyth 2004
 * (https://doi.org/10.2202/1544-6115.1027, section 6.2), with digamma(x) ~ ln(x - 1/2) and trigamma(x) ~ 1 / (x - 1/2).
 */
function shareNoise(units: readonly PrimaryNoise[]): readonly PrimaryNoise[] {
  if (units.length < 2) return units
  const logs = units.map(({ variance, degreesOfFreedom: df }) => Math.log(variance) - Math.log1p(-1 / Math.max(df, 2)))
  const centre = mean(logs)
  const spread = sum(logs.map((log) => (log - centre) ** 2)) / (units.length - 1)
  const bySampling = mean(units.map(({ degreesOfFreedom: df }) => 2 / Math.max(df - 1, 1)))
  const excess = spread - bySampling
  // Not more different than chance makes them: one noise for all.
  const prior = excess <= 0 ? MANY : Math.min(2 / excess + 1, MANY)
  const common = Math.exp(centre) * (1 - 1 / prior)
  return units.map((unit) => {
    const degreesOfFreedom = prior + unit.degreesOfFreedom
    const variance = (prior * common + unit.degreesOfFreedom * unit.variance) / degreesOfFreedom
    return { ...unit, variance, degreesOfFreedom }
  })
}

/** Degrees of freedom at which Student's t is a normal distribution for all that matters here. */
const MANY = 1e6

/** Some service is over its limit, though none changed. */
function anyOverLimit(units: readonly PrimaryNoise[]): number {
  return 1 - units.reduce((none, unit) => none * (1 - overLimit(unit)), 1)
}

function overLimit({ design, variance, degreesOfFreedom, baseline, candidate, limitLog }: PrimaryNoise): number {
  const factor = design === 'pairs' ? pairFactor(candidate) : baseline + candidate === 2 ? 1 : Math.PI / 3
  const standardError = Math.sqrt(factor * variance * (1 / baseline + 1 / candidate))
  return studentTUpperTail(limitLog / standardError, degreesOfFreedom)
}

/** Variance of the estimate relative to that of a mean, for normal noise: below five pairs it is their median (its exact order statistics). */
function pairFactor(pairs: number): number {
  if (pairs === 3) return 1.346
  return pairs === 4 ? 1.193 : Math.PI / 3
}

function atLastStage(unit: PrimaryNoise, maxRuns: number): PrimaryNoise {
  const isStore = unit.design === 'jobs' || unit.design === 'single'
  const candidate = Math.max(unit.candidate, Math.min(maxRuns, isStore ? LAST_STORE_STAGE : maxRuns))
  return { ...unit, candidate, baseline: isStore ? unit.baseline : Math.max(unit.baseline, candidate) }
}

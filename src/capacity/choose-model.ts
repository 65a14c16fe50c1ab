import { mean, sum } from 'simple-statistics'
import type { CapacityCurve, CapacityModel } from '../model/capacity.ts'
import { fitPool, fitUsl, type LoadPoint } from './models.ts'

/** A model is chosen if the sum of the misfits of the other model is this many times larger. */
const CLEARLY_BETTER = 1.3

/**
 * The steps together must also give this much evidence. If the residuals follow Laplace's distribution, n ln(ratio) is the logarithm of
 * the likelihood ratio, and e^3 is 20 to 1. The four recorded ladders of known truth have values from 7 to 11.
 */
const MIN_EVIDENCE = 3

/** How far the bounds at 90 % (by the jackknife) may lie from the answer, as a share. A wider range depends too much on single steps. */
const MAX_KNEE_DOUBT = 0.2
const MAX_THROUGHPUT_DOUBT = 0.1
const NORMAL_95 = 1.645

/** A smaller misfit comes from rounding: the steps lie exactly on the curve. */
const EXACT_MISFIT = 1e-9

/** A number with its bounds at 90 %, as far as these steps determine them. */
export type Doubted = Readonly<{ value: number; low: number; high: number; isUnsure: boolean }>

export type ModelChoice = Readonly<{
  /** null: both models fit the steps about equally well. */
  model: CapacityModel | null
  kneeUsers: Doubted
  maxPerS: Doubted
  /** How many times better it fits than the other model. */
  ratio: number
  /** The maximum by each of the two models, the smaller first. */
  maximaPerS: readonly number[]
  curves: Readonly<Record<CapacityModel, CapacityCurve>>
}>

type ModelFit = Readonly<{ misfit: number; kneeUsers: number; maxPerS: number; at: CapacityCurve }>

/** Fits both models. The better one is the answer if it is clearly better. */
export function chooseModel(points: readonly LoadPoint[]): ModelChoice {
  const fits = fitsOf(points)
  const [better, other]: readonly [CapacityModel, CapacityModel] =
    fits.pool.misfit <= fits.usl.misfit ? ['pool', 'usl'] : ['usl', 'pool']
  const ratio = (fits[other].misfit + EXACT_MISFIT) / (fits[better].misfit + EXACT_MISFIT)
  const isClear = ratio > CLEARLY_BETTER && points.length * Math.log(ratio) >= MIN_EVIDENCE
  const without = points.map((one) => fitsOf(points.filter((point) => point !== one))[better])
  return {
    model: isClear ? better : null,
    kneeUsers: doubted(
      fits[better].kneeUsers,
      without.map(({ kneeUsers }) => kneeUsers),
      MAX_KNEE_DOUBT,
    ),
    maxPerS: doubted(
      fits[better].maxPerS,
      without.map(({ maxPerS }) => maxPerS),
      MAX_THROUGHPUT_DOUBT,
    ),
    ratio,
    maximaPerS: [fits.pool.maxPerS, fits.usl.maxPerS].toSorted((left, right) => left - right),
    curves: { pool: fits.pool.at, usl: fits.usl.at },
  }
}

function fitsOf(points: readonly LoadPoint[]): Readonly<Record<CapacityModel, ModelFit>> {
  const [pool, usl] = [fitPool(points), fitUsl(points)]
  return { pool: { ...pool, kneeUsers: pool.knee }, usl: { ...usl, kneeUsers: usl.peakUsers } }
}

/**
 * The jackknife: how much the answer moves when each step in turn is left out. B. Efron, "The Jackknife, the Bootstrap and Other
 * Resampling Plans" (1982), chapter 3. On logarithms, because both are ratios of positive numbers.
 */
function doubted(value: number, without: readonly number[], maxDoubt: number): Doubted {
  const logs = without.map(Math.log)
  const middle = mean([...logs])
  const squares = sum(logs.map((one) => (one - middle) ** 2))
  // If the peak of a curve is infinite without one of the steps, nothing is known about the peak.
  const reach = Number.isFinite(middle)
    ? NORMAL_95 * Math.sqrt(((logs.length - 1) / logs.length) * squares)
    : Number.POSITIVE_INFINITY
  return { value, low: value * Math.exp(-reach), high: value * Math.exp(reach), isUnsure: reach > Math.log1p(maxDoubt) }
}

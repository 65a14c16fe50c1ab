import { median } from 'simple-statistics'

/** The throughput at a load. Here each load is a number of users that wait for their answers. */
export type LoadPoint = Readonly<{ users: number; perS: number }>

/** A curve through a ladder, and how far the steps are from it: the sum of the absolute logarithms of measured / predicted. */
type Fit = Readonly<{ misfit: number; at: (users: number) => number }>

/** Throughput grows with the users until all workers are busy, and then stays. */
export type PoolFit = Fit & Readonly<{ knee: number; maxPerS: number; perUserPerS: number }>

/** Gunther's Universal Scalability Law: contention `sigma`, coherency `kappa`. */
export type UslFit = Fit &
  Readonly<{ lambda: number; sigma: number; kappa: number; peakUsers: number; maxPerS: number }>

/**
 * X = min(N / (R + Z), C), by least absolute residuals of logarithms, so that one bad step changes neither part. Every split of
 * the steps into a rising and a flat part is tried, each part with its median.
 */
export function fitPool(points: readonly LoadPoint[]): PoolFit {
  const sorted = points.toSorted((left, right) => left.users - right.users)
  const fits = sorted.slice(1).map((_, index) => {
    const rising = sorted.slice(0, index + 1)
    const flat = sorted.slice(index + 1)
    const perUserPerS = median(rising.map(({ users, perS }) => perS / users))
    const maxPerS = median(flat.map(({ perS }) => perS))
    const at = (users: number) => Math.min(users * perUserPerS, maxPerS)
    return { perUserPerS, maxPerS, knee: maxPerS / perUserPerS, at, misfit: misfitOf(sorted, at) }
  })
  return bestOf(fits)
}

/** The search for sigma and kappa starts on this grid. Each zoom is a finer grid around the best point. */
const GRID = 12
const ZOOMS = 8
const MAX_SIGMA = 1
const MAX_KAPPA = 0.1

/**
 * X = lambda N / (1 + sigma (N - 1) + kappa N (N - 1)), N. Gunther, "A General Theory of Computational Scalability" (2008), by
 * least soft-L1 of the logarithms. For each sigma and kappa the best lambda is a median, so two parameters are searched; all are
 * at least 0. A search on a grid needs no starting value, and gives the same result on every machine.
 */
export function fitUsl(points: readonly LoadPoint[]): UslFit {
  let best = { sigma: 0, kappa: 0, ...lossAt(points, 0, 0) }
  let [sigmaFrom, sigmaTo, kappaFrom, kappaTo] = [0, MAX_SIGMA, 0, MAX_KAPPA]
  for (let zoom = 0; zoom < ZOOMS; zoom += 1) {
    for (let row = 0; row <= GRID; row += 1) {
      for (let column = 0; column <= GRID; column += 1) {
        // Cubes of the steps: small values are where the curve is most sensitive.
        const sigma = sigmaFrom + (sigmaTo - sigmaFrom) * (zoom === 0 ? (row / GRID) ** 3 : row / GRID)
        const kappa = kappaFrom + (kappaTo - kappaFrom) * (zoom === 0 ? (column / GRID) ** 3 : column / GRID)
        const found = lossAt(points, sigma, kappa)
        if (found.loss < best.loss) best = { sigma, kappa, ...found }
      }
    }
    const [sigmaReach, kappaReach] = [(sigmaTo - sigmaFrom) / 4, (kappaTo - kappaFrom) / 4]
    ;[sigmaFrom, sigmaTo] = [Math.max(0, best.sigma - sigmaReach), best.sigma + sigmaReach]
    ;[kappaFrom, kappaTo] = [Math.max(0, best.kappa - kappaReach), best.kappa + kappaReach]
  }
  return uslOf(points, best)
}

function shapeAt(users: number, sigma: number, kappa: number): number {
  return users / (1 + sigma * (users - 1) + kappa * users * (users - 1))
}

/** The best lambda for this shape, and what is left. */
function lossAt(points: readonly LoadPoint[], sigma: number, kappa: number) {
  const logs = points.map(({ users, perS }) => Math.log(perS / shapeAt(users, sigma, kappa)))
  const lambdaLog = median(logs)
  const loss = logs.reduce((sum, log) => sum + Math.sqrt(1 + ((log - lambdaLog) / SOFT) ** 2) - 1, 0)
  return { lambda: Math.exp(lambdaLog), loss }
}

function uslOf(
  points: readonly LoadPoint[],
  { lambda, sigma, kappa }: Readonly<Record<'lambda' | 'sigma' | 'kappa', number>>,
): UslFit {
  const at = (users: number) => lambda * shapeAt(users, sigma, kappa)
  const peakUsers = kappa > 0 && sigma < 1 ? Math.sqrt((1 - sigma) / kappa) : Number.POSITIVE_INFINITY
  const ceilingPerS = sigma > 0 ? lambda / sigma : Number.POSITIVE_INFINITY
  const maxPerS = Number.isFinite(peakUsers) ? at(Math.max(1, peakUsers)) : ceilingPerS
  return { lambda, sigma, kappa, peakUsers, maxPerS, at, misfit: misfitOf(points, at) }
}

/**
 * Residuals well below this count by their square. Larger residuals count by their size, because they come from a busy moment of
 * the machine.
 */
const SOFT = 0.02

function misfitOf(points: readonly LoadPoint[], at: (users: number) => number): number {
  return points.reduce((sum, { users, perS }) => sum + Math.abs(Math.log(perS / at(users))), 0)
}

function bestOf<One extends Fit>(fits: readonly One[]): One {
  const [first, ...others] = fits
  if (first === undefined) throw new RangeError('A model needs at least two steps.')
  return others.reduce((best, one) => (one.misfit < best.misfit ? one : best), first)
}

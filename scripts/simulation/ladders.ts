import { assessCapacity } from '../../src/capacity/assess.ts'
import type { Rung } from '../../src/model/rung.ts'
import { type Random, seededRandom } from './random.ts'

/** The services that the ladders load. */
export type LadderKind =
  | 'workers'
  | 'workers, users that think'
  | 'contention'
  | 'workers, set rates'
  | 'knee not reached'
  | 'contention without a peak'
  | 'generator too slow'
  | 'too few users for the rate'

/** How often a ladder with a known answer gets an answer, and how far that answer is from the truth. Shares of all ladders. */
export type LadderRates = Readonly<{
  answered: number
  wrongModel: number
  /** Among the ladders that got an answer. */
  kneeOff: number
  throughputOff: number
}>

type Truth = Readonly<{
  rungs: readonly Rung[]
  model: 'pool' | 'usl' | null
  knee: number | null
  maxPerS: number | null
}>

const MAX_KNEE_ERROR = 0.15
const MAX_THROUGHPUT_ERROR = 0.1

/** Each ladder has its own service and its own steps. `noise` changes the throughput of a whole step. */
export function ladderRates(kind: LadderKind, noise: number, ladders: number, seed: number): LadderRates {
  const counts = { answered: 0, wrongModel: 0, kneeOff: 0, throughputOff: 0 }
  for (let index = 0; index < ladders; index += 1) {
    const truth = ladderOf(kind, noise, seededRandom(seed + index))
    const { refused, model, kneeUsers, maxPerS } = assessCapacity([truth.rungs], {
      maxErrorRatio: 0.01,
      maxP95Ms: null,
    })
    if (refused !== null) continue
    counts.answered += 1
    if (truth.maxPerS === null || model !== truth.model) counts.wrongModel += 1
    else {
      if (isOff(kneeUsers, truth.knee, MAX_KNEE_ERROR)) counts.kneeOff += 1
      if (isOff(maxPerS, truth.maxPerS, MAX_THROUGHPUT_ERROR)) counts.throughputOff += 1
    }
  }
  return {
    answered: counts.answered / ladders,
    wrongModel: counts.wrongModel / ladders,
    kneeOff: counts.kneeOff / ladders,
    throughputOff: counts.throughputOff / ladders,
  }
}

function isOff(found: number | null, truth: number | null, limit: number): boolean {
  return found === null || truth === null ? found !== truth : Math.abs(found / truth - 1) > limit
}

function ladderOf(kind: LadderKind, noise: number, random: Random): Truth {
  const factor = () => Math.exp(noise * random.normal())
  const workers = oneOf([2, 3, 4, 5, 6, 8, 10, 12, 16, 20, 32, 50], random)
  const serviceMs = between(5, 155, random)
  const pool = { workers, serviceMs, maxPerS: (1000 * workers) / serviceMs }
  switch (kind) {
    case 'workers':
      return poolLadder(pool, 0, between(1.8, 5, random), { factor, random })
    case 'workers, users that think':
      return poolLadder(pool, serviceMs * between(0.5, 6, random), between(1.8, 5, random), { factor, random })
    case 'knee not reached': {
      const ladder = poolLadder(pool, 0, between(0.4, 0.9, random), { factor, random })
      return { ...ladder, model: null, knee: null, maxPerS: null }
    }
    case 'generator too slow':
      return generatorLadder(pool, { factor, random })
    case 'contention':
      return uslLadder(oneOf([0, 0.01, 0.02, 0.05, 0.1, 0.2], random), between(4, 44, random), { factor, random })
    case 'contention without a peak':
      return uslLadder(oneOf([0.02, 0.05, 0.1, 0.2], random), null, { factor, random })
    case 'workers, set rates':
      return rateLadder(pool, Math.round(workers * between(4, 24, random)), { factor, random })
    case 'too few users for the rate': {
      const users = Math.max(1, Math.round(workers * between(0.3, 0.8, random)))
      return { ...rateLadder(pool, users, { factor, random }), maxPerS: null }
    }
  }
}

type Pool = Readonly<{ workers: number; serviceMs: number; maxPerS: number }>
type Chance = Readonly<{ factor: () => number; random: Random }>

/**
 * A pool of workers with exponential service times, loaded by users that think. The bend of its curve is as round as a bend can
 * be.
 */
function poolLadder(pool: Pool, thinkMs: number, reach: number, { factor, random }: Chance): Truth {
  const knee = (pool.workers * (pool.serviceMs + thinkMs)) / pool.serviceMs
  const perS = (users: number) =>
    thinkMs === 0 ? Math.min((1000 * users) / pool.serviceMs, pool.maxPerS) : busyPerS(pool, thinkMs, users)
  const rungs = usersUpTo(knee * reach, random).map((users) => closedRung(users, perS(users) * factor(), () => thinkMs))
  return { rungs, model: 'pool', knee, maxPerS: pool.maxPerS }
}

/** The machine-repairman model M/M/c//N: L. Kleinrock, "Queueing Systems" I (1975), section 3.9. */
function busyPerS({ workers, serviceMs }: Pool, thinkMs: number, users: number): number {
  let [weight, sum, busy] = [1, 1, 0]
  for (let inside = 1; inside <= users; inside += 1) {
    weight *= ((users - inside + 1) / thinkMs) * (serviceMs / Math.min(inside, workers))
    sum += weight
    busy += weight * Math.min(inside, workers)
  }
  return ((busy / sum) * 1000) / serviceMs
}

/**
 * The generator ends fewer iterations than the service could answer. The rest of the time passes outside of requests, or half of
 * it does.
 */
function generatorLadder(pool: Pool, { factor, random }: Chance): Truth {
  const mostPerS = pool.maxPerS * between(0.15, 0.8, random)
  const outsideShare = between(0.5, 1, random)
  const rungs = usersUpTo(pool.workers * between(1.8, 5, random), random).map((users) => {
    const perS = Math.min((1000 * users) / pool.serviceMs, mostPerS) * factor()
    return closedRung(users, perS, (iterationMs) => outsideShare * Math.max(0, iterationMs - pool.serviceMs))
  })
  return { rungs, model: null, knee: null, maxPerS: null }
}

/** `peak` null: there is contention but no coherency, so the throughput grows without end. */
function uslLadder(sigma: number, peak: number | null, { factor, random }: Chance): Truth {
  const kappa = peak === null ? 0 : (1 - sigma) / peak ** 2
  const lambda = between(5, 105, random)
  const perS = (users: number) => (lambda * users) / (1 + sigma * (users - 1) + kappa * users * (users - 1))
  const most = peak === null ? between(30, 90, random) : peak * between(1.4, 3, random)
  const rungs = usersUpTo(most, random).map((users) => closedRung(users, perS(users) * factor(), () => 0))
  return { rungs, model: 'usl', knee: peak, maxPerS: peak === null ? null : perS(peak) }
}

function rateLadder({ workers, serviceMs, maxPerS }: Pool, users: number, { factor, random }: Chance): Truth {
  const [steps, reach] = [6 + Math.floor(random.uniform() * 5), between(1.3, 2, random)]
  const rungs = Array.from({ length: steps }, (_, index) => {
    const offeredPerS = (maxPerS * reach * (index + 1)) / steps
    const limitPerS = Math.min(maxPerS, (1000 * users) / serviceMs) * factor()
    const goodPerS = Math.min(offeredPerS, limitPerS)
    const isFull = offeredPerS > limitPerS
    const latencyMs = isFull && users > workers ? (1000 * users) / goodPerS : serviceMs
    return {
      ...rungOf((goodPerS * latencyMs) / 1000, goodPerS, latencyMs, 0),
      model: 'open',
      offeredPerS,
      droppedRatio: 1 - goodPerS / offeredPerS,
    } as const
  })
  return { rungs, model: null, knee: null, maxPerS }
}

/** The steps that people choose: growing by a factor, evenly spaced, or the usual powers. */
function usersUpTo(most: number, random: Random): readonly number[] {
  const steps = 7 + Math.floor(random.uniform() * 6)
  const ways = [
    Array.from({ length: steps }, (_, index) => most ** (index / (steps - 1))),
    Array.from({ length: steps }, (_, index) => (most * (index + 1)) / steps),
    [1, 2, 3, 4, 6, 8, 12, 16, 24, 32, 48, 64, 96, 128, 192, 256].filter((users) => users <= most),
  ]
  return [...new Set(oneOf(ways, random).map((users) => Math.max(1, Math.round(users))))]
}

function closedRung(users: number, perS: number, outsideOf: (iterationMs: number) => number): Rung {
  const iterationMs = (1000 * users) / perS
  return rungOf(users, perS, iterationMs - outsideOf(iterationMs), outsideOf(iterationMs))
}

function rungOf(users: number, perS: number, latencyMs: number, outsideMs: number): Rung {
  return {
    source: 'simulated',
    model: 'closed',
    users,
    offeredPerS: null,
    goodPerS: perS,
    iterationsPerS: perS,
    latencyMs,
    p95Ms: 1.3 * latencyMs,
    iterationMs: latencyMs + outsideMs,
    requestsMs: latencyMs,
    errorRatio: 0,
    droppedRatio: 0,
    seconds: 10,
  }
}

function between(least: number, most: number, { uniform }: Random): number {
  return least + (most - least) * uniform()
}

function oneOf<One>(list: readonly One[], { uniform }: Random): One {
  return list[Math.floor(uniform() * list.length)] as One
}

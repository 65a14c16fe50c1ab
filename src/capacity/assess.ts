import { mean, median, sampleStandardDeviation } from 'simple-statistics'
import type { Capacity, CapacityBudgets, CapacityCheck, CapacityModel, LadderRung } from '../model/capacity.ts'
import type { Rung } from '../model/rung.ts'
import { studentTQuantile } from '../statistics/student-t.ts'
import {
  breaksLittle,
  checkGenerator,
  checkHost,
  checkKnee,
  checkNoise,
  checkUsers,
  littleCheck,
  loadText,
  round,
} from './checks.ts'
import { fitPool, fitUsl } from './models.ts'
import { loadOf, mergeSameLoad } from './same-load.ts'

/** Fewer steps fit any curve. */
const MIN_RUNGS = 6
const MIN_RUNGS_A_SIDE = 2

/** A model is chosen where the other one misses the steps by this much more. */
const CLEARLY_BETTER = 1.3

/** A peak further out than this was not measured. */
const MAX_BEYOND_RATIO = 1.2

/** Fewer ladders give no interval: the error of one ladder is the same in all of its steps. */
const MIN_LADDERS = 3
const INTERVAL_CONFIDENCE = 0.95

/** An arrival rate that is carried to less than this is not carried. */
const MIN_CARRIED_RATIO = 0.99

/** What a service carries, from one ladder or from several of the same version. Every doubt is a refusal that names its step. */
export function assessCapacity(ladders: readonly (readonly Rung[])[], budgets: CapacityBudgets): Capacity {
  const one = assessRungs(ladders.flat(), budgets)
  const ladderMaximaPerS = ladders.flatMap((ladder) => assessRungs(ladder, budgets).maxPerS ?? [])
  return {
    ...one,
    ladders: ladders.length,
    ladderMaximaPerS,
    maxPerSInterval: one.maxPerS === null ? null : intervalOf(ladderMaximaPerS),
  }
}

/** t on the logarithms of the ladders. null: fewer than three have an answer. */
function intervalOf(maximaPerS: readonly number[]): readonly [number, number] | null {
  const logs = maximaPerS.map(Math.log)
  if (logs.length < MIN_LADDERS) return null
  const reach =
    (studentTQuantile(INTERVAL_CONFIDENCE, logs.length - 1) * sampleStandardDeviation(logs)) / Math.sqrt(logs.length)
  return [Math.exp(mean(logs) - reach), Math.exp(mean(logs) + reach)]
}

type Answer = Pick<Capacity, 'model' | 'kneeUsers' | 'maxPerS' | 'curves'> &
  Readonly<{ checks: readonly CapacityCheck[] }>

const NO_ANSWER = { model: null, kneeUsers: null, maxPerS: null, curves: {} } as const

function assessRungs(all: readonly Rung[], budgets: CapacityBudgets): Capacity {
  const rungs = mergeSameLoad(all)
  const isOpen = rungs.some(({ model }) => model === 'open')
  if (isOpen && rungs.some(({ model }) => model === 'closed')) {
    return emptyCapacity(
      rungs,
      'Some steps have waiting users and some have a set rate. These are two ladders: give them one by one.',
    )
  }
  const early = [checkGenerator(rungs), checkUsers(rungs)]
  const broken = rungs.filter(breaksLittle)
  const sound = rungs.filter((rung) => !broken.includes(rung))
  const bracket = breakingPoint(sound, budgets)
  const noise = checkNoise(sound)
  const used = sound.filter((rung) => !noise.dips.includes(rung))
  const refusedEarly = early.some(({ state }) => state === 'fails')
  const answer = refusedEarly
    ? { ...NO_ANSWER, checks: [] }
    : isOpen
      ? openAnswer(sound, budgets)
      : closedAnswer(used, noise.check)
  const host = checkHost(all)
  const checks = [...early, littleCheck(broken), ...answer.checks, ...(host === null ? [] : [host])]
  const failed = checks.find(({ state }) => state === 'fails')
  return {
    ...answer,
    maxPerSInterval: null,
    atLeastPerS:
      answer.maxPerS === null && !refusedEarly ? Math.max(0, ...sound.map(({ goodPerS }) => goodPerS)) : null,
    ...(refusedEarly ? { lastGood: null, firstBad: null } : bracket),
    refused: failed?.message ?? null,
    checks,
    rungs: rungs.map((rung): LadderRung => ({ ...rung, leftOut: leftOut(rung, broken, isOpen ? [] : noise.dips) })),
    ladders: 1,
    ladderMaximaPerS: [],
  }
}

function leftOut(rung: Rung, broken: readonly Rung[], dips: readonly Rung[]): string | null {
  if (broken.includes(rung)) return 'users, throughput and time do not agree'
  return dips.includes(rung) ? 'far below its neighbours' : null
}

function emptyCapacity(rungs: readonly Rung[], refused: string): Capacity {
  return {
    ...NO_ANSWER,
    maxPerSInterval: null,
    atLeastPerS: null,
    lastGood: null,
    firstBad: null,
    refused,
    checks: [{ name: 'enough', state: 'fails', message: refused }],
    rungs: rungs.map((rung) => ({ ...rung, leftOut: null })),
    ladders: 1,
    ladderMaximaPerS: [],
  }
}

/** Waiting users: the knee is where the throughput stops growing, by the model that the steps follow. */
function closedAnswer(rungs: readonly Rung[], noise: CapacityCheck): Answer {
  const knee = checkKnee(rungs)
  if (knee.state === 'fails') return { ...NO_ANSWER, checks: [knee] }
  if (noise.state === 'fails') return { ...NO_ANSWER, checks: [knee, noise] }
  const few = `${rungs.length} steps are too few for a model; at least ${MIN_RUNGS} are needed, ${MIN_RUNGS_A_SIDE} of them on each side of the knee.`
  if (rungs.length < MIN_RUNGS)
    return { ...NO_ANSWER, checks: [knee, noise, { name: 'enough', state: 'fails', message: few }] }
  const points = rungs.map((rung) => ({ users: loadOf(rung), perS: rung.goodPerS }))
  const [pool, usl] = [fitPool(points), fitUsl(points)]
  const curves = { pool: pool.at, usl: usl.at }
  const chosen = chooseModel(pool.misfit, usl.misfit)
  if (chosen === null) {
    const range = [pool.maxPerS, usl.maxPerS].toSorted((left, right) => left - right).map(round)
    const message = `Both models miss the steps alike, so there is no knee. The most that the service carries is ${range.join(' to ')}/s. Repeat the ladder, with more steps around the bend.`
    return { ...NO_ANSWER, curves, checks: [knee, noise, { name: 'model', state: 'fails', message }] }
  }
  const kneeUsers = chosen === 'pool' ? pool.knee : usl.peakUsers
  const largest = Math.max(...points.map(({ users }) => users))
  if (kneeUsers > MAX_BEYOND_RATIO * largest) {
    const message = `By the model the most is reached at ${round(kneeUsers)} users, and only ${round(largest)} were tested. Go on with more load.`
    return { ...NO_ANSWER, curves, checks: [knee, noise, { name: 'model', state: 'fails', message }] }
  }
  const sides = [points.filter(({ users }) => users <= kneeUsers), points.filter(({ users }) => users > kneeUsers)]
  if (sides.some(({ length }) => length < MIN_RUNGS_A_SIDE)) {
    const message = `Only ${sides.map(({ length }) => length).join(' and ')} steps lie below and above the knee at ${round(kneeUsers)} users; at least ${MIN_RUNGS_A_SIDE} are needed on each side.`
    return { ...NO_ANSWER, curves, checks: [knee, noise, { name: 'enough', state: 'fails', message }] }
  }
  const ratio = Math.max(pool.misfit, usl.misfit) / Math.min(pool.misfit, usl.misfit)
  return {
    model: chosen,
    kneeUsers,
    maxPerS: chosen === 'pool' ? pool.maxPerS : usl.maxPerS,
    curves,
    checks: [
      knee,
      noise,
      {
        name: 'enough',
        state: 'passes',
        message: `${rungs.length} steps, with ${sides.map(({ length }) => length).join(' and ')} of them below and above the knee.`,
      },
      {
        name: 'model',
        state: 'passes',
        message: `${chosen === 'pool' ? 'A fixed number of workers' : 'Contention (USL)'} fits the steps ${Number.isFinite(ratio) ? `${round(ratio)} times` : 'far'} better than ${chosen === 'pool' ? 'contention (USL)' : 'a fixed number of workers'}.`,
      },
    ],
  }
}

function chooseModel(poolMisfit: number, uslMisfit: number): CapacityModel | null {
  if (poolMisfit * CLEARLY_BETTER < uslMisfit) return 'pool'
  return uslMisfit * CLEARLY_BETTER < poolMisfit ? 'usl' : null
}

/** A set rate: above what the service carries, the good answers stay where they are. */
function openAnswer(rungs: readonly Rung[], budgets: CapacityBudgets): Answer {
  const overloaded = rungs.filter((rung) => !isCarried(rung) || rung.errorRatio > budgets.maxErrorRatio)
  const last = rungs.at(-1)
  if (overloaded.length === 0 || last === undefined) {
    const message = `Every rate was carried, also ${last === undefined ? 'the highest' : loadText(last)}. The most was not reached: go on with more load.`
    return { ...NO_ANSWER, checks: [{ name: 'knee', state: 'fails', message }] }
  }
  const first = overloaded[0] ?? last
  return {
    ...NO_ANSWER,
    maxPerS: median(overloaded.map(({ goodPerS }) => goodPerS)),
    checks: [
      {
        name: 'knee',
        state: 'passes',
        message: `From ${loadText(first)} on the service gives fewer good answers than were asked for.`,
      },
    ],
  }
}

/** Counts of a few seconds differ by an answer or so. */
function isCarried({ offeredPerS, goodPerS, iterationsPerS, droppedRatio }: Rung): boolean {
  if (offeredPerS === null) return true
  // A script may make several requests an iteration; the rate counts iterations.
  const requestsPerIteration = Math.max(1, Math.round(goodPerS / Math.max(iterationsPerS, 1e-9)))
  const missing = offeredPerS - goodPerS / requestsPerIteration
  return droppedRatio <= 1 - MIN_CARRIED_RATIO && missing <= Math.max(1, (1 - MIN_CARRIED_RATIO) * offeredPerS)
}

/** A bracket, never one number: what lies between two steps was not measured. */
function breakingPoint(
  rungs: readonly Rung[],
  { maxErrorRatio, maxP95Ms }: CapacityBudgets,
): Pick<Capacity, 'lastGood' | 'firstBad'> {
  const isBad = (rung: Rung) =>
    rung.errorRatio > maxErrorRatio ||
    !isCarried(rung) ||
    (maxP95Ms !== null && rung.p95Ms !== null && rung.p95Ms > maxP95Ms)
  const index = rungs.findIndex(isBad)
  if (index === -1) return { lastGood: rungs.at(-1) ?? null, firstBad: null }
  return { lastGood: rungs[index - 1] ?? null, firstBad: rungs[index] ?? null }
}

import { mean, median, quantile } from 'simple-statistics'
import type { LoadSecond } from '../model/load-second.ts'
import type { Rung } from '../model/rung.ts'
import { breaksLittle } from './checks.ts'
import { rateParts } from './rate-steps.ts'

/** A shorter step does not show how the service behaves at this load. */
const MIN_SECONDS = 5

/** The first part of a step still shows the load of the step before: queues fill, connections open. */
const SETTLING_RATIO = 0.2

/** The steps of a ladder that was run in one test, in the order of time. */
export function plateausOf(seconds: readonly LoadSecond[], source: string): readonly Rung[] {
  const whole = withUsers(seconds.slice(1, -1))
  const closed = stretchesOf(whole, ({ users }, previous) => users !== null && users === previous.users)
  const inSteps = closed.filter(({ length }) => length >= MIN_SECONDS)
  const covered = inSteps.reduce((sum, { length }) => sum + length, 0)
  if (covered >= whole.length / 2 && whole.every(({ dropped }) => dropped === 0)) {
    const rungs = inSteps.map((part) => rungOf(settled(part), 'closed', source))
    // At an arrival rate that a fast service carries, only 1 or 2 users are busy, and the others are mostly idle.
    if (rungs.filter(breaksLittle).length <= rungs.length / 2) return rungs
  }
  return rateSteps(whole).map((part) => rungOf(settled(part), 'open', source))
}

/** k6 samples the users once a second, and a second may fall between two samples. That second then gets the users of the second before. */
function withUsers(seconds: readonly LoadSecond[]): readonly LoadSecond[] {
  let last: number | null = null
  return seconds.map((second) => {
    last = second.users ?? last
    return { ...second, users: last }
  })
}

/** The seconds in stretches: as long as `same` holds for a second and the one before it. */
function stretchesOf(
  seconds: readonly LoadSecond[],
  same: (second: LoadSecond, previous: LoadSecond) => boolean,
): readonly (readonly LoadSecond[])[] {
  const parts: LoadSecond[][] = []
  for (const second of seconds) {
    const part = parts.at(-1)
    const previous = part?.at(-1)
    if (part !== undefined && previous !== undefined && same(second, previous)) part.push(second)
    else parts.push([second])
  }
  return parts
}

/**
 * The iterations that an arrival rate asked for in a second: those that ended, those that were dropped, and those that began and
 * have not ended.
 */
function offeredIterations(second: LoadSecond, next: LoadSecond | undefined): number {
  const started = next?.users == null || second.users === null ? 0 : next.users - second.users
  return second.iterations + second.dropped + started
}

/** Steps of constant arrival rate. */
function rateSteps(seconds: readonly LoadSecond[]): readonly (readonly LoadSecond[])[] {
  return rateParts(seconds.map((second, index) => offeredIterations(second, seconds[index + 1])))
    .map(([from, to]) => seconds.slice(from, to))
    .filter(({ length }) => length >= MIN_SECONDS)
}

function settled(part: readonly LoadSecond[]): readonly LoadSecond[] {
  return part.slice(Math.max(1, Math.ceil(part.length * SETTLING_RATIO)))
}

function rungOf(part: readonly LoadSecond[], model: Rung['model'], source: string): Rung {
  const sum = (read: (second: LoadSecond) => number) => part.reduce((total, second) => total + read(second), 0)
  const durationsMs = part.flatMap(({ goodDurationsMs }) => goodDurationsMs)
  const [bad, iterations, dropped] = [sum((one) => one.bad), sum((one) => one.iterations), sum((one) => one.dropped)]
  const goodMs = durationsMs.reduce((total, value) => total + value, 0)
  const users = part.flatMap(({ users: known }) => known ?? [])
  return {
    source: `${source}, second ${part[0]?.offsetS ?? 0} to ${part.at(-1)?.offsetS ?? 0}`,
    model,
    users: users.length === 0 ? 0 : median(users),
    offeredPerS:
      model === 'open'
        ? interquartileMean(part.map((second, index) => offeredIterations(second, part[index + 1])))
        : null,
    goodPerS: interquartileMean(part.map((second) => second.goodDurationsMs.length)),
    iterationsPerS: interquartileMean(part.map((second) => second.iterations)),
    latencyMs: durationsMs.length === 0 ? 0 : mean(durationsMs),
    p95Ms: durationsMs.length === 0 ? null : quantile(durationsMs, 0.95),
    iterationMs: iterations === 0 ? null : sum((one) => one.iterationsMs) / iterations,
    requestsMs: iterations === 0 ? null : (goodMs + sum((one) => one.badMs)) / iterations,
    errorRatio: durationsMs.length + bad === 0 ? 0 : bad / (durationsMs.length + bad),
    droppedRatio: iterations + dropped === 0 ? 0 : dropped / (iterations + dropped),
    seconds: part.length,
  }
}

/** The mean of the middle half of the values: one stalled second changes neither the mean nor the order of the steps. */
function interquartileMean(values: readonly number[]): number {
  const sorted = values.toSorted((left, right) => left - right)
  const cut = Math.floor(sorted.length / 4)
  const middle = sorted.slice(cut, sorted.length - cut)
  return middle.length === 0 ? 0 : mean([...middle])
}

import { median } from 'simple-statistics'
import type { CapacityCheck, CapacityCheckName } from '../model/capacity.ts'
import type { Rung } from '../model/rung.ts'
import { type Text, text } from '../model/text.ts'
import { isCarried } from './carried.ts'
import { dipsBelowHull } from './hull.ts'
import { loadOf } from './same-load.ts'

/*
 * Whether the steps of a ladder are good enough for an answer. The limits were measured on eleven ladders of known truth: they refused the two ladders
 * whose load generator was the limit and the two that ended before their knee, and no other.
 */

/**
 * The time that an iteration spends outside of its requests may grow by at most this share of the iteration. On sound ladders it
 * grew by 0.1 ms.
 */
const MAX_OUTSIDE_GROWTH = 0.1

/** A smaller share of dropped iterations comes from the start of the load. */
const MAX_DROPPED_RATIO = 0.01

/**
 * If the latency grew by this factor, the users ran out because the service became slow. Otherwise there were too few users for
 * its normal latency.
 */
const SLOWED_RATIO = 1.5

/** If the last step still brings more than this share of proportional growth, the throughput has not stopped growing. */
const MAX_LAST_GAIN = 0.3

/** Two steps must be this far apart to show whether the throughput still grows. */
const WIDE_STEP_RATIO = 1.5

/** How far a step may lie below the concave hull, and how many steps may lie farther. */
const MAX_DIP_RATIO = 0.1
const MAX_DIPS_RATIO = 0.2

/**
 * Users equal throughput times iteration time (Little's law). If a step breaks this by more than this share, it was cut off or
 * too short.
 */
const MAX_LITTLE_RATIO = 0.1

/** How much the latency at the smallest load may differ between two of its steps. */
const MAX_HOST_RATIO = 0.1

const passes = (name: CapacityCheckName, message: Text): CapacityCheck => ({ name, state: 'passes', message })
const warns = (name: CapacityCheckName, message: Text): CapacityCheck => ({ name, state: 'warns', message })
const fails = (name: CapacityCheckName, message: Text): CapacityCheck => ({ name, state: 'fails', message })

/** `8 users` or `115/s`. */
export function loadText(rung: Rung): string {
  return rung.model === 'closed' ? `${round(loadOf(rung))} users` : `${round(loadOf(rung))}/s`
}

/** The load generator must not become the limit. It is responsible for the time outside of requests. */
export function checkGenerator(rungs: readonly Rung[]): CapacityCheck {
  const outside = rungs.map(({ iterationMs, requestsMs }) =>
    iterationMs === null || requestsMs === null ? null : iterationMs - requestsMs,
  )
  const first = outside.flatMap((one) => one ?? []).slice(0, 3)
  if (first.length === 0)
    return fails(
      'generator',
      text`The results do not say how long iterations took, so a load generator that was the limit cannot be told from a slow service. Use results that have the time of iterations, or runs with waiting users.`,
    )
  const usualMs = median(first)
  const index = outside.findIndex(
    (one, at) =>
      one !== null && one - usualMs > MAX_OUTSIDE_GROWTH * (rungs[at]?.iterationMs ?? Number.POSITIVE_INFINITY),
  )
  const rung = rungs[index]
  if (rung === undefined)
    return passes(
      'generator',
      text`Outside of requests an iteration takes the same time at every load (${round(usualMs)} ms).`,
    )
  return fails(
    'generator',
    text`At ${loadText(rung)} an iteration spends ${round(outside[index] ?? 0)} ms outside of requests, and ${round(usualMs)} ms at small loads. The load generator is the limit: use a larger machine or several.`,
  )
}

/** With too few users, the arrival rate is not reached although the service could answer more requests. */
export function checkUsers(rungs: readonly Rung[]): CapacityCheck {
  const calmMs = median(rungs.slice(0, 3).map(({ latencyMs }) => latencyMs))
  const calm = rungs.findLast(isCarried)
  const short = rungs.find(
    (rung) =>
      rung.droppedRatio > MAX_DROPPED_RATIO &&
      (rung.latencyMs < SLOWED_RATIO * calmMs || (calm !== undefined && gainByUsers(calm, rung) > MAX_LAST_GAIN)),
  )
  if (short === undefined) return passes('users', text`Where iterations were dropped, the service had become slow.`)
  const state =
    short.latencyMs < SLOWED_RATIO * calmMs
      ? text`the service was as fast as before (${round(short.latencyMs)} ms)`
      : text`the throughput still grew with the users that were busy`
  return fails(
    'users',
    text`At ${loadText(short)} ${percent(short.droppedRatio)} of the iterations were dropped while ${state}. There were too few virtual users: raise preAllocatedVUs and maxVUs.`,
  )
}

/** How much of the growth of the busy users (by Little's law) the throughput follows. 0: not known. */
function gainByUsers(from: Rung, to: Rung): number {
  const [fewer, more] = [busyUsers(from), busyUsers(to)]
  return fewer > 0 && more > fewer ? (to.goodPerS / from.goodPerS - 1) / (more / fewer - 1) : 0
}

function busyUsers({ iterationsPerS, iterationMs }: Rung): number {
  return (iterationsPerS * (iterationMs ?? 0)) / 1000
}

/** Which steps break Little's law, N = X (iteration time). For the closed model only: in the open model not all users are busy. */
export function breaksLittle({ model, users, iterationsPerS, iterationMs }: Rung): boolean {
  if (model === 'open' || iterationMs === null) return false
  return Math.abs(users - (iterationsPerS * iterationMs) / 1000) > MAX_LITTLE_RATIO * users
}

export function littleCheck(broken: readonly Rung[]): CapacityCheck {
  if (broken.length === 0)
    return passes('little', text`Users, throughput and iteration time agree at every step (Little’s law).`)
  return warns(
    'little',
    text`Users, throughput and iteration time do not agree at ${broken.map(loadText).join(', ')}. Left out: these steps are cut off, or too short for their iterations.`,
  )
}

/** The throughput must have stopped growing. Otherwise its maximum was not measured. */
export function checkKnee(rungs: readonly Rung[]): CapacityCheck {
  const [before, last] = rungs.slice(-2)
  if (before === undefined || last === undefined) return fails('knee', text`A ladder needs at least two steps.`)
  const gain = gainOf(before, last)
  // Between two loads that are close to each other, the gain is mostly noise.
  const flatFrom = [before, rungs.findLast((rung) => loadOf(rung) * WIDE_STEP_RATIO <= loadOf(last)) ?? before].find(
    (rung) => gainOf(rung, last) <= MAX_LAST_GAIN,
  )
  if (flatFrom !== undefined) {
    return passes(
      'knee',
      text`From ${loadText(flatFrom)} to ${loadText(last)} the throughput no longer grows with the load.`,
    )
  }
  return fails(
    'knee',
    text`From ${loadText(before)} to ${loadText(last)} the throughput still grows by ${percent(gain)} of what the load grows. The knee was not reached: go on with more load.`,
  )
}

/** How much of the load's growth the throughput follows: 1 where it is proportional. */
function gainOf(from: Rung, to: Rung): number {
  return (to.goodPerS / from.goodPerS - 1) / (loadOf(to) / loadOf(from) - 1)
}

/** When the machine is busy with something else, the throughput of some steps drops. */
export function checkNoise(rungs: readonly Rung[]): Readonly<{ check: CapacityCheck; dips: readonly Rung[] }> {
  const depths = dipsBelowHull(rungs.map((rung) => ({ users: loadOf(rung), perS: rung.goodPerS })))
  const dips = rungs.filter((_, index) => index > 0 && (depths[index] ?? 0) > MAX_DIP_RATIO)
  const names = dips.map(loadText).join(', ')
  if (dips.length === 0) return { dips, check: passes('noise', text`No step lies far below its neighbours.`) }
  const few = dips.length <= MAX_DIPS_RATIO * rungs.length
  return {
    dips,
    check: few
      ? warns(
          'noise',
          text`The throughput at ${names} lies more than ${percent(MAX_DIP_RATIO)} below its neighbours, and is left out.`,
        )
      : fails(
          'noise',
          text`The throughput at ${names} lies more than ${percent(MAX_DIP_RATIO)} below its neighbours: repeat on a quiet machine.`,
        ),
  }
}

/** Whether the machine was the same at the start and later: the smallest load, twice. null: it was run once. */
export function checkHost(all: readonly Rung[]): CapacityCheck | null {
  const smallest = Math.min(...all.map(loadOf))
  const latencies = all.filter((rung) => loadOf(rung) === smallest).map(({ latencyMs }) => latencyMs)
  if (latencies.length < 2) return null
  const [low, high] = [Math.min(...latencies), Math.max(...latencies)]
  const message = text`At the smallest load the mean latency was ${round(low)} to ${round(high)} ms in ${latencies.length} steps`
  return high <= (1 + MAX_HOST_RATIO) * low
    ? passes('host', text`${message}.`)
    : warns('host', text`${message}: the machine did not keep its speed.`)
}

export function round(value: number): string {
  return value >= 100 ? value.toFixed(0) : String(Number(value.toPrecision(3)))
}

function percent(ratio: number): string {
  return `${Number((ratio * 100).toPrecision(2))} %`
}

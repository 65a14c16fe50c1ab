import { errorFunction } from 'simple-statistics'
import type { Random } from './random.ts'

/* Simulated requests of a service: log-normal response times, counted in the buckets of a classic histogram. */

export const ENDS = [0.1, 0.25, 0.5, 1] as const

/** The standard deviation of the logarithm of a response time. */
const SIGMA = 0.6
const MEDIAN_S = 0.12

export type Counted = { requests: number; within: number[] }

export function nothing(): Counted {
  return { requests: 0, within: ENDS.map(() => 0) }
}

/** Adds requests to a histogram. `requests` is their average number, and `slowness` multiplies the time of each. */
export function addRequests(to: Counted, random: Random, expected: number, slowness: number): void {
  const requests = atLeastNone(expected + random.normal() * Math.sqrt(expected))
  let left = requests
  let below = 0
  let counted = 0
  ENDS.forEach((end, index) => {
    const share = shareBelow(Math.log(end / (MEDIAN_S * slowness)) / SIGMA)
    const chance = below >= 1 ? 0 : (share - below) / (1 - below)
    const here = Math.min(left, atLeastNone(left * chance + random.normal() * Math.sqrt(left * chance * (1 - chance))))
    left -= here
    counted += here
    below = share
    to.within[index] = (to.within[index] ?? 0) + counted
  })
  to.requests += requests
}

/** The traffic over a day: half more than average in the afternoon, and half less at night. */
export function dayFactor(secondsOfDay: number): number {
  return 1 + 0.5 * Math.sin(((secondsOfDay / 3600 - 8) / 24) * 2 * Math.PI)
}

/** A level that wanders around 0 with standard deviation `sd`. Each step keeps a part of the step before. */
export function wandering(random: Random, steps: number, sd: number, stays = 0.9): readonly number[] {
  const levels = [sd * random.normal()]
  while (levels.length < steps)
    levels.push(stays * (levels.at(-1) ?? 0) + Math.sqrt(1 - stays ** 2) * sd * random.normal())
  return levels
}

/** The distribution function of the standard normal. */
function shareBelow(z: number): number {
  return (1 + errorFunction(z / Math.SQRT2)) / 2
}

function atLeastNone(value: number): number {
  return Math.max(0, Math.round(value))
}

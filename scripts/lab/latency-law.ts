import jStat from 'jstat'
import type { Random } from '../simulation/random.ts'

/** How long the lab's service takes for a request: log-normal, as service times often are. */
export type LatencyLaw = Readonly<{
  medianMs: number
  /** Standard deviation of the logarithm. */
  sigma: number
  /** 1.1: every request is 10 % slower, and so is every percentile. */
  factor: number
}>

/**
 * What the lab plays. Long beside the millisecond that timers and the loopback add, so that the measured percentiles are
 * close to those of the law; the 95th percentile is 1.51 times the median.
 */
export const LAB_LAW: LatencyLaw = { medianMs: 100, sigma: 0.25, factor: 1 }

/** The latency that this share of the requests stays below, in milliseconds. */
export function quantileMs({ medianMs, sigma, factor }: LatencyLaw, probability: number): number {
  return factor * medianMs * Math.exp(sigma * jStat.normal.inv(probability, 0, 1))
}

/** The latency of one request, in milliseconds. */
export function drawMs({ medianMs, sigma, factor }: LatencyLaw, random: Random): number {
  return factor * medianMs * Math.exp(sigma * random.normal())
}

/**
 * A whole number of milliseconds with the same mean, because timers of Node drop what is behind the point
 * (https://nodejs.org/api/timers.html#settimeoutcallback-delay-args): 60.3 is 60 in seven cases of ten, and 61 in three.
 */
export function wholeMs(ms: number, random: Random): number {
  return Math.floor(ms + random.uniform())
}

import jStat from 'jstat'
import type { Random } from '../simulation/random.ts'

/** The distribution of the response times of the lab's service: log-normal, as service times often are. */
export type LatencyLaw = Readonly<{
  medianMs: number
  /** The standard deviation of the logarithm. */
  sigma: number
  /** 1.1: every request is 10 % slower, and so is every percentile. */
  factor: number
}>

/**
 * The law of the lab. Its times are long compared with the millisecond that timers and the loopback interface add, so the
 * measured percentiles are close to those of the law. The 95th percentile is 1.51 times the median.
 */
export const LAB_LAW: LatencyLaw = { medianMs: 100, sigma: 0.25, factor: 1 }

/** The latency in milliseconds that this share of the requests stays below. */
export function quantileMs({ medianMs, sigma, factor }: LatencyLaw, probability: number): number {
  return factor * medianMs * Math.exp(sigma * jStat.normal.inv(probability, 0, 1))
}

/** The latency of one request, in milliseconds. */
export function drawMs({ medianMs, sigma, factor }: LatencyLaw, random: Random): number {
  return factor * medianMs * Math.exp(sigma * random.normal())
}

/**
 * Rounds to a whole number of milliseconds without changing the mean, because Node's timers drop the fraction
 * (https://nodejs.org/api/timers.html#settimeoutcallback-delay-args): 60.3 becomes 60 in seven cases of ten, and 61 in three.
 */
export function wholeMs(ms: number, random: Random): number {
  return Math.floor(ms + random.uniform())
}

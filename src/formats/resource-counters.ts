import { quantilesInPlace } from './quantiles-in-place.ts'
import type { ResourceSample } from './resources.ts'

/** The samples of one process or container, in the order of time. */
export type Instance = readonly ResourceSample[]

/** A time span in seconds since 1970. */
export type Window = Readonly<{ startSeconds: number; endSeconds: number }>

export type Counter = (one: ResourceSample) => number

export function instancesOf(samples: readonly ResourceSample[]): readonly Instance[] {
  const found = new Map<string, ResourceSample[]>()
  for (const one of samples) {
    const key = JSON.stringify([one.target, one.instance ?? ''])
    const own = found.get(key)
    if (own === undefined) found.set(key, [one])
    else own.push(one)
  }
  return [...found.values()]
}

/** The rise of a counter in the window, summed over all instances. */
export function riseOf(instances: readonly Instance[], counter: Counter, window: Window): number {
  const [before = 0, after = 0] = sumsAt(instances, counter, [window.startSeconds, window.endSeconds])
  return after - before
}

/** The shortest step. A shorter step would show the ticks of the kernel's clock instead of the service. */
const MIN_STEP_SECONDS = 1
/** A sampler with an interval of one second may sample a few milliseconds early. */
const TOLERANCE_SECONDS = 0.05

/** The rise per second of a counter of all instances, for each step of the window. Steps begin and end at samples. */
export function ratesOf(instances: readonly Instance[], counter: Counter, window: Window): readonly number[] {
  const times = stepsOf(instances, window)
  const sums = sumsAt(instances, counter, times)
  return times.slice(1).map((time, index) => {
    const [before = time, sum = 0] = [times[index], sums[index]]
    return ((sums[index + 1] ?? sum) - sum) / (time - before)
  })
}

function stepsOf(instances: readonly Instance[], { startSeconds, endSeconds }: Window): readonly number[] {
  const all = instances.flatMap((own) => own.map(({ t }) => t)).toSorted((left, right) => left - right)
  const steps = [startSeconds]
  for (const time of [...all, endSeconds]) {
    const isLater = time - (steps.at(-1) ?? time) >= MIN_STEP_SECONDS - TOLERANCE_SECONDS
    if (time <= endSeconds && isLater) steps.push(time)
  }
  return steps
}

/**
 * The sum of a counter over all instances at each of these ascending times. Between two samples a counter is assumed to
 * rise evenly. Before the first sample and after the last it is assumed to be constant.
 */
function sumsAt(instances: readonly Instance[], counter: Counter, times: readonly number[]): readonly number[] {
  const sums = times.map(() => 0)
  for (const own of instances) {
    let next = 0
    for (const [index, time] of times.entries()) {
      while (next < own.length && (own[next]?.t ?? time) < time) next += 1
      const [left, right] = [own[next - 1] ?? own[next], own[next] ?? own[next - 1]]
      sums[index] =
        (sums[index] ?? 0) + (left === undefined || right === undefined ? 0 : between(left, right, counter, time))
    }
  }
  return sums
}

function between(left: ResourceSample, right: ResourceSample, counter: Counter, time: number): number {
  if (right.t === left.t) return counter(left)
  return counter(left) + ((time - left.t) / (right.t - left.t)) * (counter(right) - counter(left))
}

/** null: there are no values. */
export function spreadOf(values: readonly number[]): Readonly<{ max: number | null; p95: number | null }> {
  if (values.length === 0) return { max: null, p95: null }
  const [p95 = null] = quantilesInPlace(Float64Array.from(values), [0.95])
  return { max: largest(values), p95 }
}

/** null: there is no limit, or it changed. */
export function limitOf(
  samples: readonly ResourceSample[],
  which: 'cpuLimitCores' | 'memoryLimitBytes',
): number | null {
  const [limit, ...others] = new Set(samples.map((one) => one[which]))
  return !limit || others.length > 0 ? null : limit
}

/** Math.max(...values) would fail for a large file, which has more samples than a call may have arguments. */
export function largest(values: readonly number[]): number {
  return values.reduce((most, value) => Math.max(most, value), Number.NEGATIVE_INFINITY)
}

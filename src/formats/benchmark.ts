import { UserError } from '../model/errors.ts'
import type { Measurement } from '../model/measurement.ts'
import type { Run } from '../model/run.ts'
import { withoutSecrets } from '../model/secret.ts'
import { compareText } from '../model/series.ts'
import { type Text, text } from '../model/text.ts'
import { firstRepeated } from './first-repeated.ts'
import { quote } from './foreign-json.ts'
import { quantilesInPlace } from './quantiles-in-place.ts'

/**
 * One benchmark as a tool measured it. Times are in milliseconds per execution, rates per second, allocations in bytes
 * per execution.
 */
export type Benchmark = Readonly<{
  name: string
  quantity: 'duration' | 'operation-rate' | 'allocations'
  /** The statistic that the gate judges: mean or median of the observations. Absent: the benchmark is only shown. */
  central?: 'avg' | 'p50'
  /** One value per execution, repetition or fork. Empty: nothing was measured. */
  observations: readonly number[]
  /** Why its numbers cannot be used. Absent: they can. */
  problem?: Text
}>

const UNITS = { duration: 'ms', 'operation-rate': 'per-second', allocations: 'bytes' } as const

/**
 * A benchmark as a measurement of the whole service. Its metric is the name of the benchmark, because each benchmark is
 * judged separately. Its observations share a process or a machine, so together they count as one number of the run.
 * Their spread gives the standard error of that number.
 */
export function benchmarkMeasurement({ name, quantity, central, observations, problem }: Benchmark): Measurement {
  const bad = observations.find(
    (value) => !Number.isFinite(value) || value < 0 || (value === 0 && quantity !== 'allocations'),
  )
  const why =
    problem ??
    (observations.length === 0
      ? text`it measured nothing`
      : bad === undefined
        ? null
        : text`${bad} is not a valid value`)
  const base = {
    metric: withoutSecrets(name),
    endpoint: null,
    kind: 'trend',
    unit: UNITS[quantity],
    better: quantity === 'operation-rate' ? 'higher' : 'lower',
    population: 'all',
    quantity,
    ...(central === undefined ? {} : { central }),
  } as const
  if (why !== null) {
    const unusable = new Map(['avg', 'p50'].map((stat) => [stat, why]))
    return { ...base, sampleCount: observations.length, stats: new Map(), unusable }
  }
  const mean = observations.reduce((sum, value) => sum + value, 0) / observations.length
  const [median = mean] = quantilesInPlace(Float64Array.from(observations), [0.5])
  const squares = observations.reduce((sum, value) => sum + (value - mean) ** 2, 0)
  const error = observations.length < 3 ? null : Math.sqrt(squares / (observations.length - 1) / observations.length)
  return {
    ...base,
    sampleCount: observations.length,
    stats: new Map([
      ['avg', mean],
      ['p50', median],
      ['min', Math.min(...observations)],
      ['max', Math.max(...observations)],
    ]),
    unusable: new Map(),
    ...(error === null || error === 0
      ? {}
      : {
          standardErrors: new Map([
            ['avg', error],
            ['p50', error],
          ]),
        }),
  }
}

function requireOwnNames(measurements: readonly Measurement[], tool: string): void {
  const repeated = firstRepeated(measurements.map(({ metric }) => metric))
  if (repeated === undefined) return
  throw new UserError(
    text`Two benchmarks of ${tool} are called ${quote(repeated)}, so it is not clear which of them is meant. Give each a name of its own.`,
  )
}

/**
 * The fields that all runs of benchmark runners share. Benchmarks are sorted by name, because their order in a file
 * means nothing.
 */
export function benchmarkRun(
  run: Pick<Run, 'format' | 'toolVersion' | 'measurements' | 'notes' | 'beganAtMs'> &
    Readonly<{ tool: string; basis?: string }>,
): Run {
  requireOwnNames(run.measurements, run.tool)
  return {
    ...run,
    durationMs: null,
    scriptHash: null,
    measurements: run.measurements.toSorted((left, right) => compareText(left.metric, right.metric)),
    thresholds: [],
  }
}

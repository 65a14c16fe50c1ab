import { UserError } from '../model/errors.ts'
import { isObject } from '../model/json-object.ts'
import type { Measurement } from '../model/measurement.ts'
import { names, text } from '../model/text.ts'
import { benchmarkMeasurement, benchmarkRun } from './benchmark.ts'
import { documentFormat, type ShapeParts } from './document-format.ts'
import type { Format } from './format.ts'
import { type Tool, wholeWith } from './tool.ts'

const NAME = 'JMH'

const tool: Tool = {
  name: NAME,
  joins: true,
  asides: [
    {
      recognizes: (start) => /^# JMH version: |^Benchmark +(?:\([\w.]+\) +)*Mode +Cnt +Score/.test(start),
      what: 'The file is what JMH prints.',
      advice: 'Write JSON: -rf json -rff FILE.',
    },
    {
      recognizes: (start) => /^"?Benchmark"?[,;]"?Mode"?[,;]"?Threads"?[,;]"?Samples"?[,;]/.test(start),
      what: 'The file is the CSV of JMH, which has no forks.',
      advice: 'Write JSON: -rf json -rff FILE.',
    },
  ],
  exitCode: wholeWith(NAME, [0], 'a benchmark failed with -foe true, or none matched'),
}

/**
 * The units of time in a score, which is time per operation or operations per time:
 * org.openjdk.jmh.runner.options.TimeValue.
 */
const MILLISECONDS: Readonly<Record<string, number>> = {
  ns: 1e-6,
  us: 1e-3,
  ms: 1,
  s: 1e3,
  min: 6e4,
  hr: 3.6e6,
  day: 8.64e7,
}

function jmhShape(z: ShapeParts) {
  const number = z.union([z.number(), z.literal(['NaN', 'Infinity', '-Infinity'])])
  const result = z.object({
    score: number,
    scoreUnit: z.string(),
    rawData: z.array(z.array(number)).optional(),
    rawDataHistogram: z.array(z.array(z.array(z.array(z.number())))).optional(),
  })
  return z.array(
    z.object({
      jmhVersion: z.string(),
      benchmark: z.string(),
      mode: z.string(),
      threads: z.number(),
      forks: z.number(),
      measurementTime: z.string().optional(),
      jdkVersion: z.string().optional(),
      params: z.record(z.string(), z.string()).optional(),
      primaryMetric: result,
      secondaryMetrics: z.record(z.string(), z.unknown()).optional(),
    }),
  )
}

type JmhBenchmark = ReturnType<ReturnType<typeof jmhShape>['parse']>[number]

/**
 * `-rf json`. The unit decides which direction is better: higher for `ops/us`, lower for `us/op`. One file may have
 * both. NaN is written as text.
 * https://github.com/openjdk/jmh/blob/1.37/jmh-core/src/main/java/org/openjdk/jmh/results/format/JSONResultFormat.java
 */
const json = documentFormat({
  id: 'jmh',
  tool,
  title: 'JMH -rf json',
  content: 'summary',
  beginning: /^\[\s*\{\s*"jmhVersion"\s*:/,
  recognizesJson: (document) =>
    Array.isArray(document) &&
    document.some((one: unknown) => isObject(one) && 'jmhVersion' in one && 'benchmark' in one),
  shape: jmhShape,
  run(benchmarks) {
    const [first] = benchmarks
    if (first === undefined) throw new UserError('The file of JMH holds no benchmark: nothing was measured.')
    const withoutForks = benchmarks.some(({ forks }) => forks === 0)
    const jdks = [...new Set(benchmarks.flatMap(({ jdkVersion }) => jdkVersion ?? []))]
    return benchmarkRun({
      format: 'jmh',
      tool: NAME,
      toolVersion: first.jmhVersion,
      measurements: benchmarks.flatMap((one) => [scoreOf(one), ...allocationsOf(one)]),
      notes: [
        ...(jdks.length === 0 ? [] : [text`Measured with JDK ${names(jdks)}.`]),
        ...(withoutForks
          ? [text`JMH ran without forks (-f 0): all benchmarks shared one process, and disturbed each other.`]
          : []),
      ],
    })
  },
})

export const jmh: readonly Format[] = [json]

/** The name of a benchmark: `toy.Bench.work avgt n=100`. It has all that distinguishes benchmarks in JMH. */
function nameOf({ benchmark, mode, params = {}, threads }: JmhBenchmark): string {
  const values = Object.entries(params).map(([name, value]) => `${name}=${value}`)
  return [benchmark, mode, ...values.sort(), ...(threads === 1 ? [] : [`threads=${threads}`])].join(' ')
}

/** Each fork is one observation, because iterations within a process are alike. */
function scoreOf(one: JmhBenchmark): Measurement {
  const name = nameOf(one)
  const { score, scoreUnit, rawData, rawDataHistogram } = one.primaryMetric
  const { quantity, factor } = unitOf(name, scoreUnit)
  const forks = rawData?.map(meanOf) ?? rawDataHistogram?.map((fork) => meanOfHistogram(fork.flat()))
  const observations = (forks ?? [numberOf(score)]).map((value) => value * factor)
  if (one.mode !== 'sample' || rawDataHistogram === undefined)
    return benchmarkMeasurement({ name, quantity, central: 'avg', observations })
  // The median is judged, because a single pause of the machine changes the mean of samples a lot, and their median
  // hardly.
  const measured = benchmarkMeasurement({ name, quantity, central: 'p50', observations })
  const samples = rawDataHistogram.flat(2)
  const whole = [
    ['avg', meanOfHistogram(samples) * factor],
    ['p50', medianOfHistogram(samples) * factor],
  ] as const
  return { ...measured, standardErrors: null, stats: new Map([...measured.stats, ...whole]) }
}

/**
 * JMH itself allocates memory during an iteration, which is counted as if the operations had allocated it. With JMH
 * 1.37 and JDK 17 it was 2 to 13 kB in iterations of 150 ms, and varied each time. The smallest object has 16 bytes.
 */
const BYTES_OF_JMH = 16_000

/**
 * The bytes allocated per operation. They are counted, so a busy machine does not change them. Fractions of a byte come
 * from rounding.
 */
function allocationsOf(one: JmhBenchmark): readonly Measurement[] {
  const result = one.secondaryMetrics?.['gc.alloc.rate.norm'] ?? one.secondaryMetrics?.['·gc.alloc.rate.norm']
  if (!isObject(result)) return []
  const { score, rawData } = result
  const forks = Array.isArray(rawData)
    ? rawData.map((fork: unknown) => (Array.isArray(fork) ? meanOf(fork) : Number.NaN))
    : [Number(score)]
  return [
    benchmarkMeasurement({
      name: `${nameOf(one)} gc.alloc.rate.norm`,
      quantity: 'allocations',
      central: 'avg',
      observations: forks.map((bytes) =>
        bytes < Math.max(1, BYTES_OF_JMH / operationsOf(one)) ? 0 : Math.round(bytes),
      ),
    }),
  ]
}

/**
 * The approximate number of operations per iteration. Infinity if the file does not tell, and in mode ss, where each
 * iteration is a single call.
 */
function operationsOf({ mode, threads, measurementTime = '', primaryMetric }: JmhBenchmark): number {
  const [, count, unit = ''] = /^(\d+) (\w+)$/.exec(measurementTime) ?? []
  const iterationMs = Number(count) * (MILLISECONDS[unit] ?? Number.NaN)
  const { quantity, factor } = unitOf(mode, primaryMetric.scoreUnit)
  const score = numberOf(primaryMetric.score) * factor
  const operations = quantity === 'duration' ? (threads * iterationMs) / score : (score * iterationMs) / 1000
  return mode === 'ss' || !(operations > 0) ? Number.POSITIVE_INFINITY : operations
}

function unitOf(name: string, unit: string): Readonly<{ quantity: 'duration' | 'operation-rate'; factor: number }> {
  const [numerator = '', denominator = ''] = unit.split('/')
  const time = MILLISECONDS[numerator]
  if (time !== undefined && denominator === 'op') return { quantity: 'duration', factor: time }
  const per = MILLISECONDS[denominator]
  if (per !== undefined && numerator === 'ops') return { quantity: 'operation-rate', factor: 1000 / per }
  throw new UserError(
    `${name} is measured in ${JSON.stringify(unit)}, which is neither a time per operation nor operations per time.`,
  )
}

function numberOf(value: unknown): number {
  return typeof value === 'number' ? value : Number.NaN
}

function meanOf(values: readonly unknown[]): number {
  return values.reduce((sum: number, value) => sum + numberOf(value), 0) / values.length
}

function meanOfHistogram(entries: readonly (readonly number[])[]): number {
  const count = entries.reduce((sum, [, times = 0]) => sum + times, 0)
  return entries.reduce((sum, [value = 0, times = 0]) => sum + value * times, 0) / count
}

function medianOfHistogram(entries: readonly (readonly number[])[]): number {
  const sorted = entries.toSorted(([left = 0], [right = 0]) => left - right)
  const count = sorted.reduce((sum, [, times = 0]) => sum + times, 0)
  let seen = 0
  for (const [value = Number.NaN, times = 0] of sorted) {
    seen += times
    if (seen >= count / 2) return value
  }
  return Number.NaN
}

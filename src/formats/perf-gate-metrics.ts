import { UserError } from '../model/errors.ts'
import { isObject } from '../model/json-object.ts'
import type { Measurement, MetricKind, Unit } from '../model/measurement.ts'
import { type DeclaredQuantity, QUANTITIES } from '../model/quantity.ts'
import type { Run } from '../model/run.ts'
import { withoutSecrets } from '../model/secret.ts'
import { text } from '../model/text.ts'
import { documentFormat, type ShapeParts } from './document-format.ts'
import { quote } from './foreign-json.ts'
import type { Format } from './format.ts'
import { PERCENTILES, PROBABILITIES } from './percentiles.ts'
import { quantilesInPlace } from './quantiles-in-place.ts'
import { type Tool, wholeWith } from './tool.ts'

const NAME = 'perf-gate-metrics.json'

const tool: Tool = {
  name: NAME,
  joins: true,
  asides: [],
  exitCode: wholeWith('The tool behind perf-gate-metrics.json', [0], 'it failed'),
}

/** The units that a file may use, each with our unit and the factor to it. */
const UNITS = {
  ns: { unit: 'ms', factor: 1e-6 },
  us: { unit: 'ms', factor: 1e-3 },
  ms: { unit: 'ms', factor: 1 },
  s: { unit: 'ms', factor: 1000 },
  percent: { unit: 'ratio', factor: 0.01 },
  ratio: { unit: 'ratio', factor: 1 },
  'per-second': { unit: 'per-second', factor: 1 },
  bytes: { unit: 'bytes', factor: 1 },
  'bytes-per-second': { unit: 'bytes-per-second', factor: 1 },
  count: { unit: 'count', factor: 1 },
  none: { unit: 'none', factor: 1 },
} as const satisfies Readonly<Record<string, Readonly<{ unit: Unit; factor: number }>>>

const FACTS = {
  latency: { unit: 'ms', better: 'lower', kind: 'trend' },
  duration: { unit: 'ms', better: 'lower', kind: 'trend' },
  throughput: { unit: 'per-second', better: 'higher', kind: 'counter' },
  'operation-rate': { unit: 'per-second', better: 'higher', kind: 'trend' },
  'error-share': { unit: 'ratio', better: 'lower', kind: 'rate' },
  allocations: { unit: 'bytes', better: 'lower', kind: 'trend' },
} as const satisfies Readonly<
  Record<DeclaredQuantity, Readonly<{ unit: Unit; better: 'lower' | 'higher'; kind: MetricKind }>>
>

/**
 * The shape of the file, from which the JSON Schema for editors is made as well. Unknown keys are errors, because a
 * misspelt key would otherwise be ignored silently.
 */
export function metricsShape(z: ShapeParts) {
  const stat = z
    .string()
    .regex(
      /^(?:avg|min|max|rate|value|p\d{1,2}(?:\.\d{1,3})?)$/,
      'expected avg, min, max, rate, value or a percentile such as p95',
    )
  const metric = z.strictObject({
    name: z.string().min(1).max(500),
    endpoint: z.string().min(1).max(500).nullable().optional(),
    quantity: z.enum(QUANTITIES).optional(),
    unit: z.enum(Object.keys(UNITS) as [keyof typeof UNITS, ...(keyof typeof UNITS)[]]),
    better: z.enum(['lower', 'higher', 'neither']).optional(),
    gate: stat.optional(),
    samples: z.int().nonnegative().optional(),
    stats: z.record(stat, z.number()).optional(),
    steps: z.record(stat, z.number().positive()).optional(),
    values: z.array(z.number()).min(1).max(200_000).optional(),
  })
  return z.strictObject({
    $schema: z.string().optional(),
    perfGateMetrics: z.literal(1),
    tool: z.string().min(1).max(100),
    toolVersion: z.string().max(100).optional(),
    basis: z.string().min(1).max(200).optional(),
    durationMs: z.number().positive().optional(),
    notes: z.array(z.string().max(1000)).max(50).optional(),
    metrics: z.array(metric).min(1, 'expected at least one metric'),
  })
}

type Shape = ReturnType<ReturnType<typeof metricsShape>['parse']>
type Metric = Shape['metrics'][number]

/** The neutral file for tools that have no reader here: docs/tools/perf-gate-metrics.md. */
export const perfGateMetrics: Format = documentFormat<Shape>({
  id: 'perf-gate-metrics',
  tool,
  title: NAME,
  content: 'summary',
  beginning: /^\{\s*"perfGateMetrics"\s*:/,
  recognizesJson: (document) => isObject(document) && 'perfGateMetrics' in document,
  shape: metricsShape,
  run({ tool: name, toolVersion, basis, durationMs, notes, metrics }): Run {
    return {
      format: 'perf-gate-metrics',
      tool: name,
      ...(basis === undefined ? {} : { basis }),
      toolVersion: toolVersion ?? null,
      durationMs: durationMs ?? null,
      scriptHash: null,
      measurements: metrics.map(measurementOf),
      thresholds: [],
      notes: (notes ?? []).map((note) => [note]),
    }
  },
})

function measurementOf(metric: Metric): Measurement {
  const { name, endpoint = null, quantity, better, gate, samples, stats, steps, values } = metric
  const { unit, factor } = UNITS[metric.unit]
  const facts = quantity === undefined ? null : FACTS[quantity]
  if (facts !== null && facts.unit !== unit) {
    throw new UserError(
      text`The metric ${quote(name)} is ${quantity ?? ''} and has the unit ${metric.unit}. Give it in ${facts.unit}.`,
    )
  }
  if ((stats === undefined) === (values === undefined)) {
    throw new UserError(
      text`The metric ${quote(name)} needs either "stats" with finished statistics, or "values" with all samples.`,
    )
  }
  const direction = better ?? facts?.better
  if (direction === undefined) {
    throw new UserError(
      text`The metric ${quote(name)} has no quantity, so "better" must say which direction is good: lower, higher or neither.`,
    )
  }
  const known = new Map(stats === undefined ? statsOf(values ?? []) : Object.entries(stats))
  if (gate !== undefined && !known.has(gate)) {
    throw new UserError(
      text`The metric ${quote(name)} should be gated on ${gate}, but does not have it. It has ${[...known.keys()].join(', ')}.`,
    )
  }
  const scaled = [...known].map(([stat, value]) => [stat, value * factor] as const)
  const bad = scaled.filter(([, value]) => value < 0 || (unit === 'ratio' && value > 1))
  return {
    metric: withoutSecrets(name),
    endpoint: endpoint === null ? null : withoutSecrets(endpoint),
    kind: facts?.kind ?? (known.has('value') ? 'gauge' : 'trend'),
    unit,
    better: direction,
    population: 'all',
    ...(quantity === undefined ? {} : { quantity }),
    ...(gate === undefined ? {} : { central: gate }),
    sampleCount: samples ?? values?.length ?? null,
    stats: new Map(scaled.filter(([stat]) => !bad.some(([other]) => other === stat))),
    unusable: new Map(bad.map(([stat, value]) => [stat, text`it is ${value} ${unit}`])),
    ...(steps === undefined
      ? {}
      : { steps: new Map(Object.entries(steps).map(([stat, step]) => [stat, step * factor])) }),
  }
}

function statsOf(values: readonly number[]): readonly (readonly [string, number])[] {
  const quantiles = quantilesInPlace(Float64Array.from(values), PROBABILITIES)
  return [
    ['avg', values.reduce((sum, value) => sum + value, 0) / values.length],
    ['min', values.reduce((low, value) => Math.min(low, value), Number.POSITIVE_INFINITY)],
    ['max', values.reduce((high, value) => Math.max(high, value), Number.NEGATIVE_INFINITY)],
    ...PERCENTILES.map(([stat], index) => [stat, quantiles[index] ?? Number.NaN] as const),
  ]
}

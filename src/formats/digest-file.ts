import { array, type infer as Infer, literal, nullable, number, object, enum as oneOf, string } from 'zod'
import { UserError } from '../model/errors.ts'
import type { Measurement } from '../model/measurement.ts'
import type { Run } from '../model/run.ts'
import { withoutSecrets } from '../model/secret.ts'
import type { LatencyHistogram } from './latency-histogram.ts'

/** Names one measurement of a run. */
export function seriesKey({ metric, endpoint }: Pick<Measurement, 'metric' | 'endpoint'>): string {
  return JSON.stringify([metric, endpoint])
}

/** A run with the distributions of its latencies, which can be added to those of another part of the same run. */
export type DigestedRun = Readonly<{ run: Run; histograms: ReadonlyMap<string, LatencyHistogram> }>

/** What a digest file holds. `selection`: which samples count; null: all. */
export type ReadDigest = DigestedRun & Readonly<{ selection: string | null }>

/** Raises with every change that an older reader would misread. */
const SCHEMA_VERSION = 1

const finite = number()
const DigestMeasurement = object({
  metric: string().min(1).max(1000),
  endpoint: nullable(string().max(10_000)),
  kind: oneOf(['trend', 'counter', 'gauge', 'rate']),
  unit: oneOf(['ms', 'ratio', 'per-second', 'bytes', 'bytes-per-second', 'count', 'none']),
  better: oneOf(['lower', 'higher', 'neither']),
  population: oneOf(['all', 'successful']),
  sampleCount: nullable(number().int().nonnegative()),
  stats: array(object({ stat: string(), value: finite })),
  unusable: array(object({ stat: string(), reason: string() })),
  standardErrors: nullable(array(object({ stat: string(), value: finite.nonnegative() }))),
  histogram: nullable(string().max(1_000_000)),
})

const DigestFile = object({
  digest: literal('perf-gate'),
  schemaVersion: literal(SCHEMA_VERSION),
  /** The format of the points. */
  source: string().max(100),
  /** Which samples count; null: all. */
  selection: nullable(string().max(2000)),
  durationMs: nullable(finite.positive()),
  measurements: array(DigestMeasurement).max(20_000),
  notes: array(string().max(2000)).max(100),
  timeline: nullable(
    object({
      sliceMs: finite.positive(),
      slices: array(
        object({ offsetMs: finite.nonnegative(), requests: finite.nonnegative(), p95Ms: nullable(finite) }),
      ).max(1000),
    }),
  ),
})

type DigestFile = Readonly<Infer<typeof DigestFile>>

/** The text of a digest: one line of JSON, some tens of kilobytes whatever the size of the points. */
export function writeDigest({ run, histograms }: DigestedRun): string {
  const file: DigestFile = {
    digest: 'perf-gate',
    schemaVersion: SCHEMA_VERSION,
    selection: run.selection?.applied ?? null,
    source: run.format,
    durationMs: run.durationMs,
    measurements: run.measurements.map((measurement) => {
      const { metric, endpoint, kind, unit, better, population, sampleCount, stats, unusable, standardErrors } =
        measurement
      return {
        metric,
        endpoint,
        kind,
        unit,
        better,
        population,
        sampleCount,
        stats: [...stats].map(([stat, value]) => ({ stat, value })),
        unusable: [...unusable].map(([stat, reason]) => ({ stat, reason })),
        standardErrors: standardErrors == null ? null : [...standardErrors].map(([stat, value]) => ({ stat, value })),
        histogram: histograms.get(seriesKey(measurement))?.encode() ?? null,
      }
    }),
    notes: [...run.notes],
    timeline: run.timeline == null ? null : { sliceMs: run.timeline.sliceMs, slices: [...run.timeline.slices] },
  }
  return `${JSON.stringify(file)}\n`
}

/**
 * The run and its distributions, from the value of a digest file. Throws a UserError that names the first field that is wrong.
 * `decode` reads one histogram.
 */
export function readDigest(value: unknown, decode: (encoded: string) => LatencyHistogram): ReadDigest {
  const parsed = DigestFile.safeParse(value)
  if (!parsed.success) {
    const issue = parsed.error.issues[0]
    throw new UserError(
      `The digest is damaged or of a newer perf-gate: ${issue?.path.join('.') || 'the file'}: ${issue?.message ?? 'not valid'}.`,
    )
  }
  const { data } = parsed
  const histograms = new Map<string, LatencyHistogram>()
  const measurements = data.measurements.map((entry): Measurement => {
    const { histogram, stats, unusable, standardErrors, ...fields } = entry
    if (histogram !== null) histograms.set(seriesKey(entry), decodeOne(entry.metric, histogram, decode))
    return {
      ...fields,
      endpoint: fields.endpoint === null ? null : withoutSecrets(fields.endpoint),
      stats: new Map(stats.map(({ stat, value: number }) => [stat, number])),
      unusable: new Map(unusable.map(({ stat, reason }) => [stat, reason])),
      standardErrors:
        standardErrors === null ? null : new Map(standardErrors.map(({ stat, value: number }) => [stat, number])),
    }
  })
  const { durationMs, notes, timeline, selection } = data
  const run = {
    format: 'perf-gate-digest',
    toolVersion: null,
    durationMs,
    scriptHash: null,
    measurements,
    thresholds: [],
    notes,
    timeline,
  }
  return { run, histograms, selection }
}

function decodeOne(metric: string, encoded: string, decode: (encoded: string) => LatencyHistogram): LatencyHistogram {
  try {
    return decode(encoded)
  } catch {
    throw new UserError(
      `The histogram of ${JSON.stringify(metric.slice(0, 60))} in the digest cannot be read: the file is damaged.`,
    )
  }
}

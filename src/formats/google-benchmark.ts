import { UserError } from '../model/errors.ts'
import { isObject } from '../model/json-object.ts'
import type { Measurement } from '../model/measurement.ts'
import { type Text, text } from '../model/text.ts'
import { beganOn } from './began-at.ts'
import { benchmarkMeasurement, benchmarkRun } from './benchmark.ts'
import { documentFormat, type ShapeParts } from './document-format.ts'
import type { Format } from './format.ts'
import { type Tool, wholeWith } from './tool.ts'

const NAME = 'Google Benchmark'

const tool: Tool = {
  name: NAME,
  joins: true,
  asides: [
    {
      recognizes: (start) => /^(?:.*\n)*?name,iterations,real_time,cpu_time,time_unit,/.test(start),
      what: 'The file is the CSV of Google Benchmark, in which shares are scaled like times.',
      advice: 'Write JSON: --benchmark_out=FILE --benchmark_out_format=json.',
    },
    {
      recognizes: (start) => /^Run on \(\d+ X .*CPU s?\)$/m.test(start),
      what: 'The file is what Google Benchmark prints, which is rounded.',
      advice: 'Write JSON: --benchmark_out=FILE --benchmark_out_format=json.',
    },
  ],
  exitCode: wholeWith(NAME, [0], 'its options were not understood, or it crashed'),
}

/** The units of GetTimeUnitString in https://github.com/google/benchmark/blob/v1.9.5/src/benchmark.cc. */
const MILLISECONDS: Readonly<Record<string, number>> = { ns: 1e-6, us: 1e-3, ms: 1, s: 1000 }

/** A repetition of a benchmark, or an aggregate of its repetitions. */
function rowShape(z: ShapeParts) {
  return z.object({
    name: z.string(),
    run_name: z.string().optional(),
    run_type: z.string().optional(),
    aggregate_name: z.string().optional(),
    real_time: z.number().optional(),
    cpu_time: z.number().optional(),
    time_unit: z.string().optional(),
    error_occurred: z.boolean().optional(),
    error_message: z.string().optional(),
    skipped: z.boolean().optional(),
  })
}

type Row = ReturnType<ReturnType<typeof rowShape>['parse']>

/**
 * `--benchmark_out_format=json`. The name of a benchmark shows which clock its author chose: the wall clock if it ends
 * in `/real_time` or `/manual_time`, otherwise the clock of the CPU. Each repetition is a row. Aggregates are rows as
 * well, and are never averaged with repetitions.
 * https://github.com/google/benchmark/blob/v1.9.5/docs/user_guide.md#output-formats
 */
const json = documentFormat({
  id: 'google-benchmark',
  tool,
  title: 'Google Benchmark JSON',
  content: 'summary',
  beginning: /^\{\s*"context":\s*\{[^}]*"num_cpus":/,
  recognizesJson: (document) =>
    isObject(document) &&
    isObject(document.context) &&
    'num_cpus' in document.context &&
    Array.isArray(document.benchmarks),
  shape: (z) =>
    z.object({
      context: z.object({
        date: z.string().optional(),
        num_cpus: z.number(),
        cpu_scaling_enabled: z.boolean().optional(),
        load_avg: z.array(z.number()).optional(),
        library_version: z.string().optional(),
        library_build_type: z.string().optional(),
      }),
      benchmarks: z.array(rowShape(z)),
    }),
  run({ context, benchmarks }) {
    const names = [...new Set(benchmarks.filter((row) => !isComplexity(row)).map(nameOf))]
    if (names.length === 0) {
      throw new UserError(
        'The file of Google Benchmark holds no benchmark: nothing was measured. Was the filter right?',
      )
    }
    return benchmarkRun({
      format: 'google-benchmark',
      tool: NAME,
      ...beganOn(context.date),
      toolVersion: context.library_version?.replace(/^v/, '') ?? null,
      measurements: names.flatMap((name) =>
        measurementsOf(
          name,
          benchmarks.filter((row) => nameOf(row) === name),
        ),
      ),
      notes: [
        ...(benchmarks.some(isAggregate) && !benchmarks.some(isRepetition)
          ? [text`The file has only aggregates of the repetitions: their median counts, and their spread is not known.`]
          : []),
        ...(context.library_build_type === 'debug'
          ? [text`The benchmark library is a debug build: its own time is in the results.`]
          : []),
        ...(context.cpu_scaling_enabled === true
          ? [text`The clock of the CPU was allowed to change: times vary with it.`]
          : []),
        ...loadNotes(context.load_avg?.[0], context.num_cpus),
      ],
    })
  },
})

export const googleBenchmark: readonly Format[] = [json]

function loadNotes(load: number | undefined, cpus: number): readonly Text[] {
  return load === undefined || load <= cpus
    ? []
    : [
        text`The machine was busy: a load of ${load.toFixed(1)} on ${cpus} CPUs. Times by the wall clock are unreliable.`,
      ]
}

function nameOf({ run_name, name }: Row): string {
  return run_name ?? name
}

function isAggregate({ run_type }: Row): boolean {
  return run_type === 'aggregate'
}

/** A successful repetition. Failed repetitions are written even if the file has only aggregates. */
function isRepetition(row: Row): boolean {
  return !isAggregate(row) && row.error_occurred !== true
}

/** Whether the row belongs to a fitted complexity and has coefficients instead of times. */
function isComplexity({ aggregate_name }: Row): boolean {
  return aggregate_name === 'BigO' || aggregate_name === 'RMS'
}

function measurementsOf(name: string, rows: readonly Row[]): readonly Measurement[] {
  const repetitions = rows.filter((row) => !isAggregate(row))
  const failed = repetitions.filter(({ error_occurred, skipped }) => error_occurred === true || skipped === true)
  // With --benchmark_report_aggregates_only the file has no repetitions.
  const counted =
    repetitions.length > 0 ? repetitions : rows.filter(({ aggregate_name }) => aggregate_name === 'median')
  const isWall = /\/(?:real_time|manual_time)(?:\/|$)/.test(name)
  const times = (read: (row: Row) => number | undefined) =>
    counted.map((row) => millisecondsOf(name, read(row), row.time_unit))
  const problem =
    failed.length === 0
      ? {}
      : {
          problem: text`${failed.length} of ${repetitions.length} repetitions failed: ${failed[0]?.error_message ?? text`skipped`}`,
        }
  const real = benchmarkMeasurement({
    name: isWall ? name : `${name} (wall clock)`,
    quantity: 'duration',
    observations: failed.length > 0 ? [] : times(({ real_time }) => real_time),
    ...(isWall ? { central: 'p50' } : {}),
    ...problem,
  })
  if (isWall) return [real]
  const cpu = benchmarkMeasurement({
    name,
    quantity: 'duration',
    central: 'p50',
    observations: failed.length > 0 ? [] : times(({ cpu_time }) => cpu_time),
    ...problem,
  })
  return [cpu, real]
}

function millisecondsOf(name: string, time: number | undefined, unit = 'ns'): number {
  const factor = MILLISECONDS[unit]
  if (factor === undefined)
    throw new UserError(
      `${name} is measured in ${JSON.stringify(unit)}, which is not a unit of time of Google Benchmark.`,
    )
  return (time ?? Number.NaN) * factor
}

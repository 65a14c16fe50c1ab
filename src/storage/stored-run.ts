import * as z from 'zod'
import type { StoredRun } from '../model/baseline.ts'
import type { Bounds, Measurement } from '../model/measurement.ts'
import { QUANTITIES } from '../model/quantity.ts'
import type { SampledService } from '../model/sampled-service.ts'
import { plainText, type Text } from '../model/text.ts'
import { lineJson } from './stored-lines.ts'

/** The version of the line format. */
const SCHEMA_VERSION = 1

export type ReadStoredRun =
  | Readonly<{ kind: 'read'; stored: StoredRun }>
  | Readonly<{ kind: 'unreadable'; problem: string }>

/**
 * The line of one run, without a line break. The same run always gives the same bytes: the keys have a fixed order, and names are
 * sorted. Notes of the reader and the data of setup() are not stored.
 */
export function formatStoredRun(stored: StoredRun): string {
  const { run, commit, recordedAt, mark } = stored
  const { source, conditions } = run
  return JSON.stringify({
    schemaVersion: SCHEMA_VERSION,
    service: run.service,
    commit,
    recordedAt,
    source: {
      workflowRunId: source.workflowRunId,
      runAttempt: source.runAttempt,
      artifactId: source.artifactId,
      artifactDigest: source.artifactDigest,
      path: source.path,
      ...(source.part == null ? {} : { part: source.part }),
    },
    variant: run.side,
    slot: run.runNumber,
    jobId: run.jobId,
    testedCommit: run.testedCommit,
    startedAt: run.startedAt,
    conditions: {
      machine: conditions.machine,
      load: conditions.load,
      scriptHash: conditions.scriptHash,
      tool: conditions.tool,
    },
    ...(run.instances === undefined ? {} : { instances: run.instances }),
    exitCode: run.exitCode,
    format: run.run.format,
    toolVersion: run.run.toolVersion,
    durationMs: run.run.durationMs,
    scriptHash: run.run.scriptHash,
    ...(run.run.setupSamples === undefined ? {} : { setupSamples: run.run.setupSamples }),
    ...(run.run.sampled === undefined ? {} : { sampled: sampledFields(run.run.sampled) }),
    measurements: run.run.measurements.map(measurementFields),
    thresholds: run.run.thresholds.map(({ metric, expression, crossed }) => ({ metric, expression, crossed })),
    mark: mark === null ? null : markFields(mark),
    ...(stored.branch == null ? {} : { branch: stored.branch }),
  })
}

/** The run in a line, or why the line cannot be used. */
export function parseStoredRun(line: string): ReadStoredRun {
  const found = lineJson(line, SCHEMA_VERSION)
  if (typeof found === 'string') return { kind: 'unreadable', problem: found }
  const read = StoredLine.safeParse(found.json)
  if (!read.success) return { kind: 'unreadable', problem: firstProblem(read.error) }
  return { kind: 'read', stored: storedRunOf(read.data) }
}

/** Two stored runs of one service with the same key are the same execution of the same load test. */
export function runKey(stored: StoredRun): string {
  const { workflowRunId, artifactId, path } = stored.run.source
  return JSON.stringify([workflowRunId, artifactId, path, stored.commit])
}

/**
 * The content of a run without the time of its recording. It is the same for two recordings of the same results, even if an older
 * release made one of them.
 */
export function measuredContent(stored: StoredRun): string {
  const { setupSamples: _, sampled: __, ...run } = stored.run.run
  // The direction follows from the name of the metric, and a later release may know more names.
  const measurements = run.measurements.map((one) => ({ ...one, better: 'neither' as const }))
  return formatStoredRun({
    ...stored,
    run: { ...stored.run, run: { ...run, measurements } },
    recordedAt: '',
    mark: null,
  })
}

const Name = z.string().min(1)
const Time = z.string().refine((text) => Number.isFinite(Date.parse(text)), 'expected a date and time')
const Id = z.int().nonnegative()

/** An object with untrusted keys. It becomes a Map, because in a plain object `__proto__` would not be an ordinary name. */
function named<Value extends z.ZodType>(value: Value) {
  return z
    .custom<object>((data) => typeof data === 'object' && data !== null && !Array.isArray(data), 'expected an object')
    .transform((data) => new Map<string, unknown>(Object.entries(data)))
    .pipe(z.map(Name, value))
}

/** A store keeps only the words of a text, not which of them are names. */
const Words = z.string().transform((words): Text => [words])

const StoredMeasurement = z
  .object({
    metric: Name,
    endpoint: z.string().nullable(),
    kind: z.enum(['trend', 'counter', 'gauge', 'rate']),
    unit: z.enum(['ms', 'ratio', 'per-second', 'bytes', 'bytes-per-second', 'count', 'none']),
    better: z.enum(['lower', 'higher', 'neither']),
    population: z.enum(['all', 'successful']),
    sampleCount: Id.nullable(),
    stats: named(z.number()),
    unusable: named(Words),
    standardErrors: z.exactOptional(named(z.number().nonnegative())),
    bounds: z.exactOptional(named(z.object({ lower: z.number(), upper: z.number() }))),
    quantity: z.exactOptional(z.enum(QUANTITIES)),
    central: z.exactOptional(Name),
    steps: z.exactOptional(named(z.number().positive())),
    notJudged: z.exactOptional(named(Words)),
  })
  .superRefine((measurement, context) => {
    for (const [stat, value] of measurement.stats) {
      const problem = implausible(measurement, stat, value)
      if (problem !== null) context.addIssue({ code: 'custom', path: ['stats', stat], message: problem })
    }
  })

const StoredLine = z.object({
  service: Name,
  commit: z.string().regex(/^[\w.-]{1,100}$/, 'expected a commit'),
  recordedAt: Time,
  source: z.object({
    workflowRunId: Id.nullable(),
    runAttempt: Id.nullable(),
    artifactId: Id.nullable(),
    artifactDigest: z.string().nullable(),
    path: z.string(),
    part: z.exactOptional(Name),
  }),
  variant: z.enum(['baseline', 'candidate']),
  slot: Id,
  jobId: z.string().nullable(),
  testedCommit: z.string().nullable(),
  startedAt: z.string().nullable(),
  conditions: z.object({
    machine: z.string().nullable(),
    load: z.string().nullable(),
    scriptHash: z.string().nullable(),
    tool: z.string().nullable(),
  }),
  instances: z.exactOptional(z.int().positive()),
  exitCode: z.int().nullable(),
  format: Name,
  toolVersion: z.string().nullable(),
  durationMs: z.number().nonnegative().nullable(),
  scriptHash: z.string().nullable(),
  setupSamples: z.exactOptional(z.enum(['counted', 'left-out', 'none'])),
  sampled: z.exactOptional(
    z.object({
      source: z.string().nullable(),
      instances: Id,
      seconds: z.number(),
      busiestCores: z.number().nullable(),
      cpuLimitCores: z.number().positive().nullable(),
      memoryLimitBytes: z.number().positive().nullable(),
      memoryGrowthBytesPerRequest: z.exactOptional(z.number().nullable()),
    }),
  ),
  measurements: z.array(StoredMeasurement).min(1, 'expected at least one measurement'),
  thresholds: z.array(z.object({ metric: z.string(), expression: z.string(), crossed: z.boolean() })),
  mark: z
    .object({
      kind: z.enum(['regressed', 'overridden', 'improved']),
      changeRatio: z.number(),
      series: z.string(),
      override: z.object({ by: z.string(), reason: z.string(), pullRequest: Id.nullable() }).nullable(),
    })
    .nullable(),
  branch: Name.optional(),
})

/** A number without a unit may have any finite value. A number with a unit is not negative, and a share is at most 1. */
function implausible(measurement: Pick<Measurement, 'kind' | 'unit'>, stat: string, value: number): string | null {
  if (measurement.unit === 'none') return null
  if (value < 0) return `${value} is negative`
  if (measurement.kind === 'rate' && stat === 'rate' && value > 1) return `${value} is a share above 1`
  return null
}

function storedRunOf(line: z.infer<typeof StoredLine>): StoredRun {
  const {
    commit,
    recordedAt,
    mark,
    branch,
    format,
    toolVersion,
    durationMs,
    scriptHash,
    setupSamples,
    sampled,
    measurements,
    thresholds,
    variant: side,
    slot: runNumber,
    ...identity
  } = line
  const setup = {
    ...(setupSamples === undefined ? {} : { setupSamples }),
    ...(sampled === undefined ? {} : { sampled }),
  }
  const run = { format, toolVersion, durationMs, scriptHash, ...setup, measurements, thresholds, notes: [] }
  return {
    run: { ...identity, side, runNumber, run },
    commit,
    recordedAt,
    mark,
    ...(branch === undefined ? {} : { branch }),
  }
}

function measurementFields(measurement: Measurement): object {
  const { metric, endpoint, kind, unit, better, population, sampleCount } = measurement
  const stats = sorted(measurement.stats)
  const unusable = sorted(wordsOf(measurement.unusable))
  const fields = { metric, endpoint, kind, unit, better, population, sampleCount, stats, unusable }
  const { standardErrors, bounds, quantity, central, steps, notJudged } = measurement
  return {
    ...fields,
    ...(standardErrors == null ? {} : { standardErrors: sorted(standardErrors) }),
    ...(bounds == null || bounds.size === 0 ? {} : { bounds: sorted(bounds) }),
    ...(quantity === undefined ? {} : { quantity }),
    ...(central === undefined ? {} : { central }),
    ...(steps === undefined || steps.size === 0 ? {} : { steps: sorted(steps) }),
    ...(notJudged === undefined || notJudged.size === 0 ? {} : { notJudged: sorted(wordsOf(notJudged)) }),
  }
}

function sampledFields(sampled: SampledService): SampledService {
  const { source, instances, seconds, busiestCores, cpuLimitCores, memoryLimitBytes } = sampled
  const { memoryGrowthBytesPerRequest = null } = sampled
  const fields = { source, instances, seconds, busiestCores, cpuLimitCores, memoryLimitBytes }
  return memoryGrowthBytesPerRequest === null ? fields : { ...fields, memoryGrowthBytesPerRequest }
}

function markFields(mark: NonNullable<StoredRun['mark']>): object {
  const { kind, changeRatio, series, override } = mark
  if (override === null) return { kind, changeRatio, series, override }
  return {
    kind,
    changeRatio,
    series,
    override: { by: override.by, reason: override.reason, pullRequest: override.pullRequest },
  }
}

function wordsOf(reasons: ReadonlyMap<string, Text>): ReadonlyMap<string, string> {
  return new Map([...reasons].map(([stat, reason]) => [stat, plainText(reason)]))
}

/**
 * `fromEntries` makes every name an own property, even `__proto__`. The names are sorted by code unit, which is the same on every
 * machine.
 */
function sorted(map: ReadonlyMap<string, number | string | Bounds>): object {
  return Object.fromEntries([...map].sort(([left], [right]) => (left < right ? -1 : 1)))
}

function firstProblem(error: z.ZodError): string {
  const issue = error.issues[0]
  if (issue === undefined) return 'it is not a stored run'
  return `\`${issue.path.join('.')}\` is not valid: ${issue.message}`
}

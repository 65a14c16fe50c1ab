import { count } from '../model/numbers.ts'
import type { Side } from '../model/run.ts'
import { distinct, type Text, text } from '../model/text.ts'
import type {
  CollectedTraces,
  OperationChange,
  OperationTimes,
  Span,
  TraceComparison,
  TracedSide,
  TraceFile,
} from '../model/trace.ts'
import { groupBy } from '../statistics/grouping.ts'
import { quantileType7 } from '../statistics/quantile.ts'
import { selfTimes, type TimedSpans } from './self-times.ts'

/** Traces that lie beside a run, and can be read. */
export type TracesOfRun = Omit<CollectedTraces, 'content' | 'path' | 'service'> & Readonly<{ file: TraceFile }>

/** Nobody reads more rows. Names with ids in them would make thousands. */
const MAX_OPERATIONS = 100

const MS_PER_NS = 1e-6

/**
 * One comparison for each format. Two formats are never compared with each other: Zipkin keeps both sides of a call in one span,
 * so the own time of the caller includes the time of the called service.
 */
export function compareTraces(traces: readonly TracesOfRun[]): readonly TraceComparison[] {
  return [...groupBy(traces, ({ file }) => file.format).values()].map(compareFormat)
}

/** One run of the load test, with the own times of its spans. */
type TracedRun = Readonly<{ requests: number | null; errorRatio: number | null; timed: TimedSpans }>
type TracesOfSide = Readonly<{ runs: readonly TracedRun[]; traces: number; samplingRatios: readonly number[] }>

function compareFormat(traces: readonly TracesOfRun[]): TraceComparison {
  const [baseline, candidate] = [sideOf(traces, 'baseline'), sideOf(traces, 'candidate')]
  const operations = operationsOf(baseline, candidate)
  return {
    format: traces[0]?.file.format ?? '',
    tool: traces[0]?.file.tool ?? '',
    baseline: tracedSide(baseline),
    candidate: tracedSide(candidate),
    operations: operations.slice(0, MAX_OPERATIONS),
    operationsLeftOut: Math.max(0, operations.length - MAX_OPERATIONS),
    notes: distinct([...traces.flatMap(({ file }) => file.notes), ...oddities([...baseline.runs, ...candidate.runs])]),
  }
}

/** The files of one run are joined, because each service may write its own file, and the services call each other. */
function sideOf(traces: readonly TracesOfRun[], side: Side): TracesOfSide {
  const own = traces.filter((one) => one.side === side)
  const runs = [...groupBy(own, ({ run }) => run).values()].map((files) => ({
    requests: files[0]?.requests ?? null,
    errorRatio: files[0]?.errorRatio ?? null,
    timed: selfTimes(files.flatMap(({ file }) => file.spans)),
  }))
  return {
    runs,
    traces: runs.reduce((sum, { timed }) => sum + new Set(timed.spans.map(({ span }) => span.traceId)).size, 0),
    samplingRatios: [...new Set(own.flatMap(({ file }) => file.samplingRatios))].sort((left, right) => left - right),
  }
}

type Sums = { durations: [number, ...number[]]; selfNs: number; errors: number }

function operationsOf(baseline: TracesOfSide, candidate: TracesOfSide): readonly OperationChange[] {
  const [before, after] = [sumsOf(baseline), sumsOf(candidate)]
  const examples = new Map([...before.examples, ...after.examples])
  const changes = [...examples].map(([key, { service, kind, operation }]): OperationChange => {
    const [old, now] = [timesOf(before.sums.get(key), baseline), timesOf(after.sums.get(key), candidate)]
    const isOnBoth = old !== null && now !== null && old.selfMsPerTrace > 0
    return {
      service,
      kind,
      operation,
      baseline: old,
      candidate: now,
      changeRatio: isOnBoth ? now.selfMsPerTrace / old.selfMsPerTrace - 1 : null,
    }
  })
  const isOneSide = baseline.traces === 0 || candidate.traces === 0
  const size = isOneSide ? mostMs : differenceMs
  return changes.sort(
    (left, right) =>
      size(right) - size(left) || mostMs(right) - mostMs(left) || (nameOf(left) < nameOf(right) ? -1 : 1),
  )
}

function sumsOf({
  runs,
}: TracesOfSide): Readonly<{ sums: ReadonlyMap<string, Sums>; examples: ReadonlyMap<string, Span> }> {
  const sums = new Map<string, Sums>()
  const examples = new Map<string, Span>()
  for (const { span, selfNs } of runs.flatMap(({ timed }) => timed.spans)) {
    const key = nameOf(span)
    const known = sums.get(key)
    const errors = span.isError ? 1 : 0
    examples.set(key, span)
    if (known === undefined) sums.set(key, { durations: [span.durationNs], selfNs, errors })
    else {
      known.durations.push(span.durationNs)
      known.selfNs += selfNs
      known.errors += errors
    }
  }
  return { sums, examples }
}

function timesOf(sums: Sums | undefined, { traces }: TracesOfSide): OperationTimes | null {
  if (sums === undefined) return null
  const { durations, selfNs, errors } = sums
  return {
    spans: durations.length,
    errorRatio: errors / durations.length,
    callsPerTrace: durations.length / traces,
    selfMsPerTrace: (selfNs * MS_PER_NS) / traces,
    p50Ms: quantileType7(durations, 0.5) * MS_PER_NS,
    p95Ms: quantileType7(durations, 0.95) * MS_PER_NS,
  }
}

function nameOf({ service, kind, operation }: Pick<Span, 'service' | 'kind' | 'operation'>): string {
  return JSON.stringify([service, kind, operation])
}

function differenceMs({ baseline, candidate }: OperationChange): number {
  return Math.abs((candidate?.selfMsPerTrace ?? 0) - (baseline?.selfMsPerTrace ?? 0))
}

function mostMs({ baseline, candidate }: OperationChange): number {
  return Math.max(candidate?.selfMsPerTrace ?? 0, baseline?.selfMsPerTrace ?? 0)
}

function tracedSide({ runs, traces, samplingRatios }: TracesOfSide): TracedSide {
  const spans = runs.flatMap(({ timed }) => timed.spans.map(({ span }) => span))
  const requests = runs.map((run) => run.requests)
  const errors = runs.map((run) => run.errorRatio)
  const isKnown = runs.length > 0 && !requests.includes(null)
  const all = sum(requests)
  const failed = sum(runs.map((run) => (run.requests ?? 0) * (run.errorRatio ?? 0)))
  return {
    runs: runs.length,
    traces,
    spans: spans.length,
    requests: isKnown ? all : null,
    tracedErrorRatio: traces === 0 ? 0 : failedTraces(spans) / traces,
    errorRatio: isKnown && !errors.includes(null) && all > 0 ? failed / all : null,
    samplingRatios,
  }
}

/** A request failed if its root span, which has no caller, failed. */
function failedTraces(spans: readonly Span[]): number {
  return new Set(spans.filter(({ isError, parentId }) => isError && parentId === null).map(({ traceId }) => traceId))
    .size
}

function oddities(runs: readonly TracedRun[]): readonly Text[] {
  const sumOf = (key: 'duplicates' | 'orphans' | 'skewed') => sum(runs.map(({ timed }) => timed[key]))
  const [duplicates, orphans, skewed] = [sumOf('duplicates'), sumOf('orphans'), sumOf('skewed')]
  return [
    ...(duplicates === 0 ? [] : [text`${count(duplicates, 'span')} in the files more than once: counted once.`]),
    ...(orphans === 0
      ? []
      : [
          text`${count(orphans, 'span')} called by a span that is not in the files: these traces are incomplete, so the own time of callers may be too large.`,
        ]),
    ...(skewed === 0
      ? []
      : [
          text`${count(skewed, 'call')} answered outside of the call, by the clocks: the clocks of the services differ, so the answer was moved to the middle of the call.`,
        ]),
  ]
}

function sum(values: readonly (number | null)[]): number {
  return values.reduce<number>((all, value) => all + (value ?? 0), 0)
}

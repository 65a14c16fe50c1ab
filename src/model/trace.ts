import type { RefusedFile, Side } from './run.ts'
import type { Text } from './text.ts'

/**
 * What a span stands for. An operation as the caller measures it, and the same operation as the called service measures it, are
 * two populations.
 */
export type SpanKind = 'server' | 'client' | 'producer' | 'consumer' | 'internal'

/** One step of one request: https://opentelemetry.io/docs/concepts/signals/traces/#spans */
export type Span = Readonly<{
  /** Ids are lower-case hexadecimal without leading zeros, however the file writes them. */
  traceId: string
  spanId: string
  /** null: the span names no caller. */
  parentId: string | null
  service: string
  kind: SpanKind
  operation: string
  /** Nanoseconds since 1970 have 19 digits, more than a number holds. */
  startNs: bigint
  durationNs: number
  isError: boolean
  /** Zipkin: the called side of a request, which has the id of the calling side. */
  isShared: boolean
}>

/** One file of traces, whatever its format. */
export type TraceFile = Readonly<{
  /** Id of the format in traces/registry.ts. */
  format: string
  /** The usual name of the format: `Jaeger`. */
  tool: string
  spans: readonly Span[]
  /** The shares of requests that the tracers kept: 0.1 is one in ten. Empty: the tracers do not say. */
  samplingRatios: readonly number[]
  /** What was left out, in full sentences. */
  notes: readonly Text[]
}>

/** One operation on one side. */
export type OperationTimes = Readonly<{
  spans: number
  /** The share of failed spans among all spans of the operation. */
  errorRatio: number
  /** How often one trace calls it. */
  callsPerTrace: number
  /** Its duration without the time of the spans that it called, added up per trace: the mean over all traces of the side. */
  selfMsPerTrace: number
  p50Ms: number
  p95Ms: number
}>

/** One operation of one service on both sides. null: it is not there. */
export type OperationChange = Readonly<{
  service: string
  kind: SpanKind
  operation: string
  baseline: OperationTimes | null
  candidate: OperationTimes | null
  /** The change of the own time per trace. null: the operation is missing on one side, or takes no time. */
  changeRatio: number | null
}>

/** How much of the load of one side was traced. */
export type TracedSide = Readonly<{
  runs: number
  traces: number
  spans: number
  /** null: not known of all runs. */
  requests: number | null
  /** The share of failed requests, in the traces and in the results of the load test. null: not known. */
  tracedErrorRatio: number
  errorRatio: number | null
  samplingRatios: readonly number[]
}>

/** The comparison of the traces of one format for one service. Traces are an untested sample: they explain a change and prove nothing. */
export type TraceComparison = Readonly<{
  format: string
  tool: string
  baseline: TracedSide
  candidate: TracedSide
  /** The largest difference of own time first. */
  operations: readonly OperationChange[]
  /** The number of operations that are not in `operations`. */
  operationsLeftOut: number
  notes: readonly Text[]
}>

/** A file of traces that lies beside a run, or why it cannot be read. */
export type CollectedTraces = Readonly<{
  service: string
  side: Side
  /** An id of the run. It is the same for all files of the run. */
  run: string
  path: string
  /** The number of requests in the run, and the share of them that failed. null: not known. */
  requests: number | null
  errorRatio: number | null
  content: Readonly<{ kind: 'traces'; file: TraceFile }> | Readonly<{ kind: 'unreadable'; problem: Text }>
}>

/** All traces of one service, and what could not be read. */
export type ServiceTraces = Readonly<{
  comparisons: readonly TraceComparison[]
  refusals: readonly RefusedFile[]
}>

import type { RefusedFile, Variant } from './run.ts'
import type { Text } from './text.ts'

/** What a span stands for. One name of an operation is another population as the caller sees it than as the called service does. */
export type SpanKind = 'server' | 'client' | 'producer' | 'consumer' | 'internal'

/** One step of one request: https://opentelemetry.io/docs/concepts/signals/traces/#spans */
export type Span = Readonly<{
  /** Ids are hexadecimal, in small letters and without zeros in front, whatever the file writes. */
  traceId: string
  spanId: string
  /** null: nobody called it, as far as the span says. */
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
  /** What people call it: `Jaeger`. */
  tool: string
  spans: readonly Span[]
  /** Shares of the requests that the tracers say they kept: 0.1 is one in ten. Empty: they do not say. */
  samplingRatios: readonly number[]
  /** What was left out, in full sentences. */
  notes: readonly Text[]
}>

/** One operation on one side. */
export type OperationTimes = Readonly<{
  spans: number
  /** Of all spans of the operation. */
  errorRatio: number
  /** How often it is called in one trace. */
  callsPerTrace: number
  /** Its duration without that of what it called, added up over a trace: the mean over all traces of the side. */
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
  /** Of the own time in a trace. null: it is missing on one side, or takes no time. */
  changeRatio: number | null
}>

/** How much of the load one side has traces of. */
export type TracedSide = Readonly<{
  runs: number
  traces: number
  spans: number
  /** null: not known of all runs. */
  requests: number | null
  /** Of requests that failed: in the traces, and in the results of the load test. null: not known. */
  tracedErrorRatio: number
  errorRatio: number | null
  samplingRatios: readonly number[]
}>

/** What the traces of one format say of one service. They are a sample that nobody tests: they explain, and prove nothing. */
export type TraceComparison = Readonly<{
  format: string
  tool: string
  baseline: TracedSide
  candidate: TracedSide
  /** The largest difference of own time first. */
  operations: readonly OperationChange[]
  /** Operations that are in none of the rows above. */
  operationsLeftOut: number
  notes: readonly Text[]
}>

/** A file of traces that lies beside a run, or why it cannot be read. */
export type CollectedTraces = Readonly<{
  service: string
  variant: Variant
  /** The same for all files of one run. */
  run: string
  path: string
  /** The requests that were served in the run, and the share that failed. null: not known. */
  requests: number | null
  errorRatio: number | null
  content: Readonly<{ kind: 'traces'; file: TraceFile }> | Readonly<{ kind: 'unreadable'; problem: Text }>
}>

/** All traces of one service, and what could not be read. */
export type ServiceTraces = Readonly<{
  comparisons: readonly TraceComparison[]
  refusals: readonly RefusedFile[]
}>

import { isObject, type JsonObject, objects, textOr } from '../../model/json-object.ts'
import { text } from '../../model/text.ts'
import type { SpanKind } from '../../model/trace.ts'
import type { SpanList } from '../span-list.ts'
import type { TraceFormat } from '../trace-format.ts'

/*
 * https://github.com/open-telemetry/opentelemetry-proto/blob/main/opentelemetry/proto/trace/v1/trace.proto as JSON. Names of fields are
 * in camel case by the specification, and in snake case where a plain protobuf library wrote them.
 */

/** Numbers by the specification, names where a plain protobuf library wrote them. */
const KINDS: ReadonlyMap<unknown, SpanKind> = new Map<unknown, SpanKind>([
  [2, 'server'],
  [3, 'client'],
  [4, 'producer'],
  [5, 'consumer'],
  ['SPAN_KIND_SERVER', 'server'],
  ['SPAN_KIND_CLIENT', 'client'],
  ['SPAN_KIND_PRODUCER', 'producer'],
  ['SPAN_KIND_CONSUMER', 'consumer'],
])

/** The file exporter of a collector can put logs and metrics into the same file. */
const OTHER_SIGNALS = ['resourceLogs', 'resourceMetrics', 'resourceProfiles', 'resource_logs', 'resource_metrics']

/** What the OpenTelemetry collector and the SDKs write, one request of an exporter a line or in all; Jaeger's and Tempo's answers, too. */
export const otlp: TraceFormat = {
  id: 'otlp',
  tool: 'OTLP',
  recognizes: (document) =>
    isObject(document) && (resourcesOf(document) !== null || OTHER_SIGNALS.some((key) => key in document)),
  read(document, spans) {
    if (!isObject(document)) return
    if (OTHER_SIGNALS.some((key) => key in document))
      spans.note(text`Logs and metrics in the same file: they were left out.`)
    for (const resource of objects(resourcesOf(document))) {
      const service = serviceOf(resource)
      const scopes = field(resource, 'scopeSpans', 'scope_spans') ?? field(resource, ...OLD_SCOPES)
      for (const scope of objects(scopes)) for (const span of objects(scope.spans)) addSpan(span, service, spans)
    }
  },
}

/** Before OTLP 0.15, scopes were called libraries. */
const OLD_SCOPES = ['instrumentationLibrarySpans', 'instrumentation_library_spans'] as const

/** `/api/v3/traces` of Jaeger has them in `result`, `/api/v2/traces` of Tempo in `trace`; `/api/traces` of Tempo calls them batches. */
function resourcesOf(document: JsonObject): unknown {
  for (const holder of [document, document.result, document.trace]) {
    const found = isObject(holder) ? field(holder, 'resourceSpans', 'resource_spans', 'batches') : undefined
    if (Array.isArray(found)) return found
  }
  return null
}

function field(object: JsonObject, ...names: readonly string[]): unknown {
  const name = names.find((one) => one in object)
  return name === undefined ? undefined : object[name]
}

function serviceOf({ resource }: JsonObject): unknown {
  const attributes = isObject(resource) ? objects(resource.attributes) : []
  const value = attributes.find(({ key }) => key === 'service.name')?.value
  return isObject(value) ? field(value, 'stringValue', 'string_value') : undefined
}

function addSpan(span: JsonObject, service: unknown, spans: SpanList): void {
  const start = nanoseconds(field(span, 'startTimeUnixNano', 'start_time_unix_nano'))
  const end = nanoseconds(field(span, 'endTimeUnixNano', 'end_time_unix_nano'))
  const code = isObject(span.status) ? span.status.code : undefined
  const ratio = samplingRatio(textOr(field(span, 'traceState', 'trace_state'), ''))
  if (ratio !== null) spans.sampled(ratio)
  spans.add({
    traceId: field(span, 'traceId', 'trace_id'),
    spanId: field(span, 'spanId', 'span_id'),
    parentId: field(span, 'parentSpanId', 'parent_span_id'),
    service,
    kind: KINDS.get(span.kind) ?? 'internal',
    operation: span.name,
    startNs: start,
    // An end of 0 is one that never came.
    durationNs: start === null || end === null ? null : Number(end - start),
    isError: code === 2 || code === 'STATUS_CODE_ERROR',
  })
}

/** A string by the specification; a number has lost its last digits already. */
function nanoseconds(value: unknown): bigint | null {
  if (typeof value === 'number') return Number.isInteger(value) && value > 0 && value < 2 ** 63 ? BigInt(value) : null
  const time = typeof value === 'string' && /^\d{1,20}$/.test(value) ? BigInt(value) : 0n
  return time === 0n ? null : time
}

/**
 * `ot=th:c`: traces whose random number is below c000… of 2^56 were dropped.
 * https://opentelemetry.io/docs/specs/otel/trace/tracestate-handling/#sampling-threshold-value-th
 */
function samplingRatio(traceState: string): number | null {
  const threshold = /(?:^|,)\s*ot=(?:[^,]*;)?th:([0-9a-f]{1,14})(?:[;,\s]|$)/.exec(traceState.slice(0, 512))?.[1]
  return threshold === undefined ? null : 1 - Number.parseInt(threshold.padEnd(14, '0'), 16) / 2 ** 56
}

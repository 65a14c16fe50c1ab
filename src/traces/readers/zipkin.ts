import { UserError } from '../../model/errors.ts'
import { isObject, type JsonObject, textOr } from '../../model/json-object.ts'
import { text } from '../../model/text.ts'
import type { SpanKind } from '../../model/trace.ts'
import { microseconds } from '../microseconds.ts'
import type { SpanList } from '../span-list.ts'
import type { TraceFormat } from '../trace-format.ts'

const KINDS: ReadonlySet<string> = new Set(['server', 'client', 'producer', 'consumer'])

/** What `/api/v2/traces` returns where nobody says a limit. */
const DEFAULT_LIMIT = 10

/** Version 2: a list of spans, or of traces that are lists of spans. https://zipkin.io/zipkin-api/#/default/get_traces */
export const zipkin: TraceFormat = {
  id: 'zipkin',
  tool: 'Zipkin',
  recognizes(document) {
    if (!Array.isArray(document)) return false
    const [first] = document.flat()
    return document.length === 0 || (isObject(first) && 'traceId' in first && 'id' in first)
  },
  read(document, spans) {
    if (!Array.isArray(document)) return
    if (Array.isArray(document[0]) && document.length === DEFAULT_LIMIT) {
      spans.note(
        text`Exactly ${DEFAULT_LIMIT} traces, which is what Zipkin returns where nobody asks for more: add ${'&limit=10000'} to the query.`,
      )
    }
    for (const span of document.flat()) if (isObject(span)) addSpan(span, spans)
  },
}

function addSpan(span: JsonObject, spans: SpanList): void {
  if ('binaryAnnotations' in span)
    throw new UserError('The file is version 1 of the format of Zipkin. Fetch it from /api/v2/traces.')
  const duration = microseconds(span.duration)
  const kind = textOr(span.kind, '').toLowerCase()
  spans.add({
    traceId: span.traceId,
    spanId: span.id,
    parentId: span.parentId,
    service: isObject(span.localEndpoint) ? span.localEndpoint.serviceName : undefined,
    kind: KINDS.has(kind) ? (kind as SpanKind) : 'internal',
    operation: span.name,
    startNs: microseconds(span.timestamp),
    durationNs: duration === null ? null : Number(duration),
    // The tag says that it failed by being there: its value is a message. https://zipkin.io/public/thrift/v1/zipkinCore.html#Const_ERROR
    isError: isObject(span.tags) && 'error' in span.tags,
    isShared: span.shared === true,
  })
}

import { UserError } from '../../model/errors.ts'
import { isObject, type JsonObject, numberOr, objects, textOr } from '../../model/json-object.ts'
import type { SpanKind } from '../../model/trace.ts'
import { microseconds } from '../microseconds.ts'
import type { SpanList } from '../span-list.ts'
import type { TraceFormat } from '../trace-format.ts'

const KINDS: ReadonlySet<string> = new Set(['server', 'client', 'producer', 'consumer'])

/**
 * The answer of `/api/traces` of Jaeger, which its page also saves as a file:
 * https://github.com/jaegertracing/jaeger/blob/main/internal/uimodel/model.go
 */
export const jaeger: TraceFormat = {
  id: 'jaeger',
  tool: 'Jaeger',
  recognizes: (document) =>
    isObject(document) && ('errors' in document || isTrace(objects(document.data)[0])) && 'data' in document,
  read(document, spans) {
    if (!isObject(document)) return
    const message = objects(document.errors).map(({ msg }) => textOr(msg, ''))[0]
    if (document.data === null) {
      throw new UserError(
        `Jaeger answered with an error${message ? `: ${JSON.stringify(message.slice(0, 200))}` : ''}.`,
      )
    }
    for (const trace of objects(document.data)) {
      const processes = isObject(trace.processes) ? trace.processes : {}
      for (const span of objects(trace.spans)) addSpan(span, processes, spans)
    }
  },
}

function isTrace(value: unknown): boolean {
  return isObject(value) && 'traceID' in value && Array.isArray(value.spans)
}

function addSpan(span: JsonObject, processes: JsonObject, spans: SpanList): void {
  const tags = new Map(objects(span.tags).map(({ key, value }) => [key, value]))
  const process = span.process ?? (typeof span.processID === 'string' ? processes[span.processID] : undefined)
  const start = microseconds(span.startTime)
  const duration = microseconds(span.duration)
  const kind = textOr(tags.get('span.kind'), '').toLowerCase()
  if (tags.get('sampler.type') === 'probabilistic') spans.sampled(numberOr(tags.get('sampler.param'), 0))
  spans.add({
    traceId: span.traceID,
    spanId: span.spanID,
    parentId: parentOf(span),
    service: isObject(process) ? process.serviceName : undefined,
    kind: KINDS.has(kind) ? (kind as SpanKind) : 'internal',
    operation: span.operationName,
    startNs: start,
    durationNs: duration === null ? null : Number(duration),
    isError: tags.get('error') === true || tags.get('error') === 'true' || tags.get('otel.status_code') === 'ERROR',
  })
}

/**
 * A span that follows from another span is not its child, because the other span did not wait for it. Old versions of Jaeger name
 * the parent in `parentSpanID`.
 */
function parentOf({ traceID, references, parentSpanID }: JsonObject): unknown {
  const parents = objects(references).filter((one) => one.refType === 'CHILD_OF')
  return (parents.find((one) => one.traceID === traceID) ?? parents[0])?.spanID ?? parentSpanID
}

import { UserError } from '../model/errors.ts'
import { count } from '../model/numbers.ts'
import { distinct, type Text, text } from '../model/text.ts'
import type { Span, SpanKind, TraceFile } from '../model/trace.ts'
import { idOf } from './ids.ts'

/** Ten minutes of a hundred requests per second with three spans each, all of them kept. More adds nothing to a percentile. */
const MAX_SPANS = 200_000

/** A longer name is no operation of anybody: it holds a whole address or statement. */
const MAX_NAME_CHARACTERS = 200

/** No request takes a month; a time like this is damaged. */
const MAX_DURATION_NS = 30 * 86_400 * 1e9

/** What a file says of a span, before anything of it is trusted. null as a time: the file has none that can be used. */
type ForeignSpan = Readonly<{
  traceId: unknown
  spanId: unknown
  parentId: unknown
  service: unknown
  kind: SpanKind
  operation: unknown
  startNs: bigint | null
  durationNs: number | null
  isError: boolean
  isShared?: boolean
}>

/** Takes the spans of a file one after another. Those that cannot be used are counted and said. */
export class SpanList {
  readonly #spans: Span[] = []
  readonly #names = new Map<string, string>()
  readonly #samplingRatios = new Set<number>()
  readonly #notes: Text[] = []
  #unusable = 0

  add({ traceId, spanId, parentId, service, operation, startNs, durationNs, isShared = false, ...rest }: ForeignSpan) {
    const [trace, span] = [idOf(traceId), idOf(spanId)]
    const isTimed = startNs !== null && durationNs !== null && durationNs >= 0 && durationNs <= MAX_DURATION_NS
    if (trace === null || span === null || !isTimed) {
      this.#unusable += 1
      return
    }
    if (this.#spans.length >= MAX_SPANS) {
      throw new UserError(
        `The file has more than ${count(MAX_SPANS, 'span')}. Keep the traces of fewer requests: one in ten is enough.`,
      )
    }
    this.#spans.push({
      ...rest,
      traceId: trace,
      spanId: span,
      parentId: idOf(parentId),
      service: this.#name(service, 'unknown service'),
      operation: this.#name(operation, 'unknown operation'),
      startNs,
      durationNs,
      isShared,
    })
  }

  /** A tracer says which share of the requests it keeps: 0.1 is one in ten. */
  sampled(ratio: number): void {
    if (ratio > 0 && ratio <= 1) this.#samplingRatios.add(ratio)
  }

  note(sentence: Text): void {
    this.#notes.push(sentence)
  }

  finish(): Pick<TraceFile, 'spans' | 'samplingRatios' | 'notes'> {
    const unusable =
      this.#unusable === 0
        ? []
        : [text`${count(this.#unusable, 'span')} without an id, a start or a duration that can be used: left out.`]
    return {
      spans: this.#spans,
      samplingRatios: [...this.#samplingRatios].sort((left, right) => left - right),
      notes: distinct([...this.#notes, ...unusable]),
    }
  }

  /** Few names are of many spans, so each is held once. */
  #name(value: unknown, otherwise: string): string {
    const whole = typeof value === 'string' && value.trim() !== '' ? value : otherwise
    const name = whole.length > MAX_NAME_CHARACTERS ? `${whole.slice(0, MAX_NAME_CHARACTERS)}…` : whole
    const known = this.#names.get(name)
    if (known !== undefined) return known
    this.#names.set(name, name)
    return name
  }
}

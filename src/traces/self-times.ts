import type { Span } from '../model/trace.ts'

/** The spans of one run, with their own time, and the irregularities that were found. */
export type TimedSpans = Readonly<{
  spans: readonly Readonly<{ span: Span; selfNs: number }>[]
  /** Spans that occur in the files more than once. */
  duplicates: number
  /** Spans whose caller is not in the files. */
  orphans: number
  /** Calls that were answered outside of the call, by the clock of the called service. */
  skewed: number
}>

type Interval = readonly [fromNs: number, toNs: number]

/**
 * The own time of each span: its duration minus the time that is covered by the spans that it called, which may run at the same
 * time. What a called span does after the end of its caller does not count. Each span is only compared with its direct children,
 * so a circle of callers does no harm.
 */
export function selfTimes(all: readonly Span[]): TimedSpans {
  const spans = withoutDuplicates(all)
  const byId = new Map<string, Span[]>()
  for (const span of spans) push(byId, `${span.traceId} ${span.spanId}`, span)
  const called = new Map<Span, Interval[]>()
  let [orphans, skewed] = [0, 0]
  for (const span of spans) {
    // In Zipkin the called side has the span id of the calling side. It names the same caller, but only the calling side is a
    // child of that caller.
    if (span.parentId === null || span.isShared) continue
    const parent = parentOf(span, byId.get(`${span.traceId} ${span.parentId}`) ?? [])
    if (parent === null) orphans += 1
    else if (parent !== span) {
      const { interval, isSkewed } = intervalIn(parent, span)
      if (isSkewed) skewed += 1
      push(called, parent, interval)
    }
  }
  return {
    spans: spans.map((span) => ({ span, selfNs: span.durationNs - covered(called.get(span) ?? [], span.durationNs) })),
    duplicates: all.length - spans.length,
    orphans,
    skewed,
  }
}

/** An exporter that gets no answer sends its spans again. If a span was reported twice, the longer report is complete. */
function withoutDuplicates(all: readonly Span[]): readonly Span[] {
  const first = new Map<string, Span>()
  for (const span of all) {
    const key = JSON.stringify([span.traceId, span.spanId, span.kind, span.service])
    const known = first.get(key)
    if (known === undefined || span.durationNs > known.durationNs) first.set(key, span)
  }
  return [...first.values()]
}

/**
 * In Zipkin two spans may share an id: one is of the calling side of a call, the other of the called side. The parent of a span is the one
 * of the same service. If none is, it is the called side.
 */
function parentOf(span: Span, found: readonly Span[]): Span | null {
  const own = found.find(({ service }) => service === span.service)
  return own ?? found.find(({ kind }) => kind === 'server') ?? found[0] ?? null
}

/**
 * When the called span ran, counted from the start of its caller. The clocks of services differ. A server cannot answer before it
 * is called or after its answer arrived, so in this case its span is moved to the middle of the call, as Jaeger's page does:
 * https://github.com/jaegertracing/jaeger/blob/v1.67.0/model/adjuster/clockskew.go
 */
function intervalIn(parent: Span, span: Span): Readonly<{ interval: Interval; isSkewed: boolean }> {
  const from = Number(span.startNs - parent.startNs)
  const to = from + span.durationNs
  const isCall = parent.kind === 'client' && span.kind === 'server' && parent.service !== span.service
  if (!isCall || (from >= 0 && to <= parent.durationNs)) return { interval: [from, to], isSkewed: false }
  const middle = (parent.durationNs - span.durationNs) / 2
  return { interval: [middle, middle + span.durationNs], isSkewed: true }
}

/** How much of a span is covered by these intervals. */
function covered(intervals: readonly Interval[], durationNs: number): number {
  let [sum, reached] = [0, 0]
  for (const [from, to] of [...intervals].sort((left, right) => left[0] - right[0])) {
    const [start, end] = [Math.max(from, reached), Math.min(to, durationNs)]
    if (end > start) sum += end - start
    reached = Math.max(reached, end)
  }
  return sum
}

function push<Key, Item>(map: Map<Key, Item[]>, key: Key, item: Item): void {
  const known = map.get(key)
  if (known === undefined) map.set(key, [item])
  else known.push(item)
}

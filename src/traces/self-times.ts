import type { Span } from '../model/trace.ts'

/** The spans of one run, with their own time, and what is odd about them. */
export type TimedSpans = Readonly<{
  spans: readonly Readonly<{ span: Span; selfNs: number }>[]
  /** Spans that were in the files more than once. */
  duplicates: number
  /** Spans that name a caller which is not there. */
  orphans: number
  /** Called services whose clock says that they answered outside of the call. */
  skewed: number
}>

type Interval = readonly [fromNs: number, toNs: number]

/**
 * The time that each span did not spend in those that it called: its duration without the union of theirs, because they may run side by
 * side. What a called one does after its caller ended is no part of the caller's time. Only callers and called ones are looked at, so
 * that callers in a circle harm nothing.
 */
export function selfTimes(all: readonly Span[]): TimedSpans {
  const spans = withoutDuplicates(all)
  const byId = new Map<string, Span[]>()
  for (const span of spans) push(byId, `${span.traceId} ${span.spanId}`, span)
  const called = new Map<Span, Interval[]>()
  let [orphans, skewed] = [0, 0]
  for (const span of spans) {
    // Zipkin: the called side says the caller of the calling side, whose part it is.
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

/** An exporter that got no answer sends again. Of one that was reported twice, the longer one is whole. */
function withoutDuplicates(all: readonly Span[]): readonly Span[] {
  const first = new Map<string, Span>()
  for (const span of all) {
    const key = JSON.stringify([span.traceId, span.spanId, span.kind, span.service])
    const known = first.get(key)
    if (known === undefined || span.durationNs > known.durationNs) first.set(key, span)
  }
  return [...first.values()]
}

/** Zipkin has two spans of one id. What a service called was called by its own side of it, else by the one that was called. */
function parentOf(span: Span, found: readonly Span[]): Span | null {
  const own = found.find(({ service }) => service === span.service)
  return own ?? found.find(({ kind }) => kind === 'server') ?? found[0] ?? null
}

/**
 * When the called one ran, from the start of its caller. Services have clocks of their own: a server cannot answer before it is called nor
 * after the answer arrived, so it is put into the middle of the call, as Jaeger's page does:
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

/** How much of a span these intervals cover together. */
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

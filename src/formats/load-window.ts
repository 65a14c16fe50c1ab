import { UserError } from '../model/errors.ts'
import { builtInTraits } from '../model/k6-metrics.ts'
import type { ReadOptions } from '../model/read-options.ts'

/** Time is kept in slots of this length, and the edges of a window are rounded to it. */
export const SLOT_MS = 100
/** Lines are not in the order of time: k6 writes every 200 ms, and an hour leaves room for badly ordered files. */
const SLOTS_BEFORE_FIRST = 36_000
/** Samples are at most this far out of order. Once so much of the load is read, its start is known. */
const SETTLED_MS = 2000
/** k6's own limit on a request: https://grafana.com/docs/k6/latest/javascript-api/k6-http/params/, `timeout`. */
const LONGEST_REQUEST_MS = 60_000

/** The part of the run that counts. */
export type LoadWindow = Readonly<{
  /** Time slot of its start. */
  firstSlot: number
  /** When the load began, in milliseconds since 1970, whatever is left out. null: there is no sample. */
  beganAtMs: number | null
  /** 0 where nothing is left. */
  durationMs: number
  /** 1000 where all times are whole seconds, as in CSV by default. */
  resolutionMs: 1 | 1000
}>

type SeenMetric = Readonly<{ name: string; kind: string }>

export type LoadWindowFinder = Readonly<{
  isNarrowed: boolean
  /** Notes a sample of the load. Returns its time slot. Throws a UserError where its time is days away from the first. */
  see(metric: SeenMetric, timeMs: number, value: number): number
  /** All samples before this slot can be judged by `holds` now. */
  certainSlot(): number
  holds(slot: number): boolean
  close(): LoadWindow
}>

/**
 * Finds where the load starts and ends, while points stream past. A request ends at its time, so that it starts its
 * duration before it.
 */
export function createLoadWindow(options: ReadOptions, slotBits: number): LoadWindowFinder {
  const { excludeFirstMs, excludeLastMs } = options
  const maxMs = 2 ** slotBits * SLOT_MS
  const latencies = new Map<string, boolean>()
  // Fields of an object, as each assignment to a variable of a closure that holds such a large number would allocate it anew.
  const seen = {
    baseMs: Number.NaN,
    startMs: Number.POSITIVE_INFINITY,
    endMs: Number.NEGATIVE_INFINITY,
    /** From here on no sample can move the start any more, and times are known to have milliseconds. */
    settledMs: Number.POSITIVE_INFINITY,
  }
  let isCoarse = true

  function see(metric: SeenMetric, timeMs: number, value: number): number {
    if (!(timeMs >= seen.settledMs && timeMs <= seen.endMs)) notice(metric, timeMs, value)
    const sinceMs = timeMs - seen.baseMs
    // Whole numbers are divided several times as fast.
    if (sinceMs >= 0 && sinceMs < maxMs) return ((sinceMs | 0) / SLOT_MS) | 0
    throw new UserError(
      `The times of two points are more than four days apart: ${new Date(timeMs).toISOString()} is one. The file is damaged.`,
    )
  }

  /** Takes what may move an edge of the load. Few samples do once it has run for a minute, and so it is apart from `see`. */
  function notice(metric: SeenMetric, timeMs: number, value: number): void {
    if (Number.isNaN(seen.baseMs)) seen.baseMs = (Math.floor(timeMs / SLOT_MS) - SLOTS_BEFORE_FIRST) * SLOT_MS
    if (timeMs % 1000 !== 0) isCoarse = false
    if (metric.kind === 'gauge') return
    if (timeMs > seen.endMs) seen.endMs = timeMs
    const sinceMs =
      timeMs < seen.startMs + LONGEST_REQUEST_MS && isLatency(metric.name) && value > 0 ? timeMs - value : timeMs
    if (sinceMs < seen.startMs) seen.startMs = sinceMs
    if (!isCoarse) seen.settledMs = seen.startMs + LONGEST_REQUEST_MS
  }

  function isLatency(name: string): boolean {
    const known = latencies.get(name)
    if (known !== undefined) return known
    const traits = builtInTraits(name)
    const answer = traits?.unit === 'ms' && traits.better === 'lower'
    latencies.set(name, answer)
    return answer
  }

  function certainSlot(): number {
    const settled = seen.endMs - seen.startMs > excludeFirstMs + SETTLED_MS
    return settled ? slotOf(seen.endMs - excludeLastMs) : 0
  }

  function holds(slot: number): boolean {
    if (excludeFirstMs > 0 && slot < slotOf(seen.startMs + excludeFirstMs)) return false
    return excludeLastMs === 0 || slot < slotOf(seen.endMs - excludeLastMs)
  }

  function close(): LoadWindow {
    const resolutionMs = isCoarse ? 1000 : 1
    if (seen.endMs < seen.startMs) return { firstSlot: 0, beganAtMs: null, durationMs: 0, resolutionMs }
    const fromMs = excludeFirstMs > 0 ? edge(seen.startMs + excludeFirstMs) : seen.startMs
    const toMs = excludeLastMs > 0 ? edge(seen.endMs - excludeLastMs) : seen.endMs
    return {
      firstSlot: Math.max(0, slotOf(fromMs)),
      beganAtMs: seen.startMs,
      durationMs: Math.max(0, toMs - fromMs),
      resolutionMs,
    }
  }

  function slotOf(timeMs: number): number {
    return Math.floor((timeMs - seen.baseMs) / SLOT_MS)
  }

  function edge(timeMs: number): number {
    return seen.baseMs + slotOf(timeMs) * SLOT_MS
  }

  return { isNarrowed: excludeFirstMs > 0 || excludeLastMs > 0, see, certainSlot, holds, close }
}

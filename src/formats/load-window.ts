import { UserError } from '../model/errors.ts'
import { builtInTraits } from '../model/k6-metrics.ts'
import type { ReadOptions } from '../model/read-options.ts'

/** The length of a time slot. The edges of a window are rounded to slots. */
export const SLOT_MS = 100
/**
 * The number of slots before the first line of the file, because lines are not in the order of time. k6 writes every
 * 200 ms; an hour leaves room for badly ordered files.
 */
const SLOTS_BEFORE_FIRST = 36_000
/** Samples are at most this far out of order. After this much of the load, its start is known. */
const SETTLED_MS = 2000
/**
 * k6's default time-out for a request: https://grafana.com/docs/k6/latest/javascript-api/k6-http/params/, `timeout`.
 */
const LONGEST_REQUEST_MS = 60_000

/** The part of the run that counts. */
export type LoadWindow = Readonly<{
  /** The time slot in which the window starts. */
  firstSlot: number
  /** The start of the load in milliseconds since 1970, including parts that are left out. null: there is no sample. */
  beganAtMs: number | null
  /** 0 if nothing is left. */
  durationMs: number
  /** 1000 if all times are whole seconds, as in CSV by default. */
  resolutionMs: 1 | 1000
}>

type SeenMetric = Readonly<{ name: string; kind: string }>

export type LoadWindowFinder = Readonly<{
  isNarrowed: boolean
  /**
   * Takes a sample of the load and returns its time slot. Throws a UserError if its time is days away from the first
   * sample.
   */
  see(metric: SeenMetric, timeMs: number, value: number): number
  /** `holds` can judge all samples before this slot. */
  certainSlot(): number
  holds(slot: number): boolean
  close(): LoadWindow
}>

/**
 * Finds the start and the end of the load while points stream past. The time of a request is its end, so the request
 * started earlier by its duration.
 */
export function createLoadWindow(options: ReadOptions, slotBits: number): LoadWindowFinder {
  const { excludeFirstMs, excludeLastMs } = options
  const maxMs = 2 ** slotBits * SLOT_MS
  const latencies = new Map<string, boolean>()
  // Fields of an object: an assignment to a closure's variable would allocate memory each time for numbers this large.
  const seen = {
    baseMs: Number.NaN,
    startMs: Number.POSITIVE_INFINITY,
    endMs: Number.NEGATIVE_INFINITY,
    /** From this time on no sample can move the start, and times are known to have milliseconds. */
    settledMs: Number.POSITIVE_INFINITY,
  }
  let isCoarse = true

  function see(metric: SeenMetric, timeMs: number, value: number): number {
    if (!(timeMs >= seen.settledMs && timeMs <= seen.endMs)) notice(metric, timeMs, value)
    const sinceMs = timeMs - seen.baseMs
    // Integer division is several times as fast.
    if (sinceMs >= 0 && sinceMs < maxMs) return ((sinceMs | 0) / SLOT_MS) | 0
    throw new UserError(
      `The time of a point is ${new Date(timeMs).toISOString()}, more than an hour before or four days after the first point. The file is damaged.`,
    )
  }

  /**
   * Handles samples that may move an edge of the load. After the first minute there are few, so they are handled
   * outside the fast path of `see`.
   */
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

import { UserError } from '../model/errors.ts'
import { builtInTraits } from '../model/k6-metrics.ts'
import type { ReadOptions } from '../model/read-options.ts'

/** Time is kept in slots of this length, and the edges of a window are rounded to it. */
export const SLOT_MS = 100
/** Lines are not in the order of time: k6 writes every 200 ms, and an hour leaves room for badly ordered files. */
const SLOTS_BEFORE_FIRST = 36_000
/** After this time no sample from the very start of the load is still to come. */
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
  const maxSlot = 2 ** slotBits
  const latencies = new Map<string, boolean>()
  let baseMs = Number.NaN
  let startMs = Number.POSITIVE_INFINITY
  let endMs = Number.NEGATIVE_INFINITY
  let isCoarse = true
  let lastMs = Number.NaN
  let lastSlot = 0

  function see(metric: SeenMetric, timeMs: number, value: number): number {
    // All samples of a request have the same time, and after a minute no sample can move the start any more.
    if (timeMs === lastMs && timeMs >= startMs + LONGEST_REQUEST_MS) return lastSlot
    if (Number.isNaN(baseMs)) baseMs = (Math.floor(timeMs / SLOT_MS) - SLOTS_BEFORE_FIRST) * SLOT_MS
    if (isCoarse && timeMs % 1000 !== 0) isCoarse = false
    if (metric.kind !== 'gauge') {
      if (timeMs > endMs) endMs = timeMs
      const sinceMs =
        timeMs < startMs + LONGEST_REQUEST_MS && isLatency(metric.name) && value > 0 ? timeMs - value : timeMs
      if (sinceMs < startMs) startMs = sinceMs
    }
    const slot = Math.floor((timeMs - baseMs) / SLOT_MS)
    if (metric.kind !== 'gauge') {
      lastMs = timeMs
      lastSlot = slot
    }
    if (slot >= 0 && slot < maxSlot) return slot
    throw new UserError(
      `The times of two points are more than four days apart: ${new Date(timeMs).toISOString()} is one. The file is damaged.`,
    )
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
    const settled = endMs - startMs > excludeFirstMs + SETTLED_MS
    return settled ? slotOf(endMs - excludeLastMs) : 0
  }

  function holds(slot: number): boolean {
    if (excludeFirstMs > 0 && slot < slotOf(startMs + excludeFirstMs)) return false
    return excludeLastMs === 0 || slot < slotOf(endMs - excludeLastMs)
  }

  function close(): LoadWindow {
    const resolutionMs = isCoarse ? 1000 : 1
    if (endMs < startMs) return { firstSlot: 0, beganAtMs: null, durationMs: 0, resolutionMs }
    const fromMs = excludeFirstMs > 0 ? edge(startMs + excludeFirstMs) : startMs
    const toMs = excludeLastMs > 0 ? edge(endMs - excludeLastMs) : endMs
    return {
      firstSlot: Math.max(0, slotOf(fromMs)),
      beganAtMs: startMs,
      durationMs: Math.max(0, toMs - fromMs),
      resolutionMs,
    }
  }

  function slotOf(timeMs: number): number {
    return Math.floor((timeMs - baseMs) / SLOT_MS)
  }

  function edge(timeMs: number): number {
    return baseMs + slotOf(timeMs) * SLOT_MS
  }

  return { isNarrowed: excludeFirstMs > 0 || excludeLastMs > 0, see, certainSlot, holds, close }
}

import type { Run } from '../model/run.ts'

/** The latest time that a JavaScript date can hold: https://tc39.es/ecma262/#sec-time-values-and-time-range */
const LAST_MS = 8.64e15

/**
 * The field of a run for the start of its load, in milliseconds since 1970. No field if the number is not a valid time.
 */
export function beganAt(timeMs: number | null): Pick<Run, 'beganAtMs'> {
  return timeMs !== null && timeMs > 0 && timeMs <= LAST_MS ? { beganAtMs: timeMs } : {}
}

/** The field for the start of the load, from a date as text. No field if the date has no time zone. */
export function beganOn(date: string | undefined): Pick<Run, 'beganAtMs'> {
  return beganAt(/(?:Z|[+-]\d\d:\d\d)$/.test(date ?? '') ? Date.parse(date ?? '') : null)
}

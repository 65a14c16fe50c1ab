import type { Run } from '../model/run.ts'

/** The last moment that has a date: https://tc39.es/ecma262/#sec-time-values-and-time-range */
const LAST_MS = 8.64e15

/** When a load began, in milliseconds since 1970, as the field of a run. Nothing where that is no time. */
export function beganAt(timeMs: number | null): Pick<Run, 'beganAtMs'> {
  return timeMs !== null && timeMs > 0 && timeMs <= LAST_MS ? { beganAtMs: timeMs } : {}
}

/** The same of a date in a text. One without a zone says nothing. */
export function beganOn(date: string | undefined): Pick<Run, 'beganAtMs'> {
  return beganAt(/(?:Z|[+-]\d\d:\d\d)$/.test(date ?? '') ? Date.parse(date ?? '') : null)
}

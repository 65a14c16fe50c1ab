import type { Share } from '../model/replay.ts'

/** `2.5` for a share of 0.025: 2.5 of a hundred. */
export function perHundred(ratio: number): string {
  return Number((100 * ratio).toFixed(1)).toString()
}

/** `2.5 %` for a share of 0.025. */
export function percentOf(ratio: number): string {
  return `${perHundred(ratio)} %`
}

/** `0.5 to 7.1 % with 95 % confidence`: the range of a share. */
export function formatShare({ lower, upper }: Share): string {
  return `${perHundred(lower)} to ${percentOf(upper)} with 95 % confidence`
}

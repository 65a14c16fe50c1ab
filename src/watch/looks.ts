import type { WatchLook } from '../model/watch.ts'

/** The length of each look. Most slowdowns show within the first half hour, and some only when the load grows later. */
const LOOK_MINUTES = [30, 60, 120, 240] as const

/**
 * A new process is slow at first, because its caches are empty and its code is not compiled yet. Ten minutes also cover clocks
 * that differ by a minute or two.
 */
export const SETTLE_S = 600

/**
 * The false alarm rate of one look. The four looks overlap, so together they have less than four times this rate. By
 * __tests__/watch/rates.test.ts, the four looks alarm on at most 5 % of the deployments that change nothing.
 */
export const ALPHA = { pods: 0.03, days: 0.01 } as const

/** All looks at a deployment, in the order of time. */
export function looksAt(deployedAtS: number): readonly WatchLook[] {
  return LOOK_MINUTES.map((minutes, index) => ({
    number: index + 1,
    of: LOOK_MINUTES.length,
    minutes,
    endsAtS: deployedAtS + SETTLE_S + 60 * minutes,
  }))
}

/**
 * The last look that has ended. null: the first look has not ended. A look that ends later than now would take missing minutes
 * for a gap.
 */
export function lookAt(deployedAtS: number, nowS: number): WatchLook | null {
  return looksAt(deployedAtS).findLast(({ endsAtS }) => endsAtS <= nowS) ?? null
}

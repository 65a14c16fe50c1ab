import type { WatchLook } from '../model/watch.ts'

/** How long after it has settled a deployment is looked at: most slowdowns show in the first half hour, and some only under the load of later. */
const LOOK_MINUTES = [30, 60, 120, 240] as const

/** A new process is slow at first: caches are empty, code is not compiled. Clocks that differ by a minute or two do not matter either. */
export const SETTLE_S = 600

/**
 * How likely one look may take chance for a slowdown. Four looks overlap, so together they do it in less than four times as many
 * deployments: by __tests__/watch/rates.test.ts at most 5 % of those that change nothing.
 */
export const ALPHA = { pods: 0.03, days: 0.01 } as const

/** All looks at a deployment, the first one first. */
export function looksAt(deployedAtS: number): readonly WatchLook[] {
  return LOOK_MINUTES.map((minutes, index) => ({
    number: index + 1,
    of: LOOK_MINUTES.length,
    minutes,
    endsAtS: deployedAtS + SETTLE_S + 60 * minutes,
  }))
}

/** The last look whose time is over. null: the first is still to come. A look that ends later than now would count missing minutes as a gap. */
export function lookAt(deployedAtS: number, nowS: number): WatchLook | null {
  return looksAt(deployedAtS).findLast(({ endsAtS }) => endsAtS <= nowS) ?? null
}

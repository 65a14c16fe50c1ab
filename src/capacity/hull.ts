import type { LoadPoint } from './models.ts'

/**
 * How far the throughput of each point lies below the concave hull of the points up to the peak, as a ratio. Throughput cannot
 * dip on its way up, so a dip is noise. 0 for points on the hull and right of the peak.
 *
 * @param points in ascending order of users
 */
export function dipsBelowHull(points: readonly LoadPoint[]): readonly number[] {
  const peak = points.reduce((best, point, index) => (point.perS > (points[best]?.perS ?? 0) ? index : best), 0)
  const hull: LoadPoint[] = []
  for (const point of points.slice(0, peak + 1)) {
    while (hull.length >= 2 && !isConcave(hull.at(-2), hull.at(-1), point)) hull.pop()
    hull.push(point)
  }
  return points.map(({ users, perS }, index) => (index > peak ? 0 : Math.max(0, 1 - perS / heightAt(hull, users))))
}

function isConcave(first: LoadPoint | undefined, middle: LoadPoint | undefined, last: LoadPoint): boolean {
  if (first === undefined || middle === undefined) return true
  return (
    (middle.perS - first.perS) * (last.users - first.users) > (last.perS - first.perS) * (middle.users - first.users)
  )
}

function heightAt(hull: readonly LoadPoint[], users: number): number {
  const right = hull.findIndex((point) => point.users >= users)
  const [from, to] = [hull[Math.max(0, right - 1)], hull[right]]
  if (from === undefined || to === undefined) return Number.POSITIVE_INFINITY
  if (to.users === from.users) return to.perS
  return from.perS + ((to.perS - from.perS) * (users - from.users)) / (to.users - from.users)
}

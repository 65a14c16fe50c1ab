import { UserError } from '../model/errors.ts'
import type { TimeSeries } from './query.ts'

/** When the load began and ended. */
type Load = Readonly<{ startSeconds: number; endSeconds: number }>

/** Series with a sample in the load. A pod that ended before, or came after, has nothing to do with it. */
export function duringLoad(all: readonly TimeSeries[], { startSeconds, endSeconds }: Load): readonly TimeSeries[] {
  return all.filter(({ points }) => points.some(({ t }) => t >= startSeconds && t <= endSeconds))
}

/** The samples in the load, and one before and one after it: what happened earlier or later is not of the load. */
export function aroundLoad({ labels, points }: TimeSeries, { startSeconds, endSeconds }: Load): TimeSeries {
  const first = points.findLastIndex(({ t }) => t <= startSeconds)
  const last = points.findIndex(({ t }) => t >= endSeconds)
  return { labels, points: points.slice(Math.max(first, 0), last === -1 ? points.length : last + 1) }
}

type Named = Readonly<{ name: string; series: TimeSeries }>

/** A container that was started again in its pod has another id, and is another instance. */
export function instancesOf(all: readonly TimeSeries[]): readonly Named[] {
  const byName = new Map<string, TimeSeries[]>()
  for (const series of all) byName.set(nameOf(series), [...(byName.get(nameOf(series)) ?? []), series])
  return [...byName].flatMap(([name, same]) => {
    requireDistinct(name, same)
    const inOrder = same.toSorted((left, right) => (left.points[0]?.t ?? 0) - (right.points[0]?.t ?? 0))
    return inOrder.map((series, index) => ({ name: index === 0 ? name : `${name}/${index + 1}`, series }))
  })
}

/** What tells two containers of one name in one pod apart, one after the other. */
const ID_LABELS: ReadonlySet<string> = new Set(['id', 'name', 'image'])

/** Two servers that scrape the same container, or one that scrapes it twice, would double what it used. */
function requireDistinct(name: string, [first, ...others]: readonly TimeSeries[]): void {
  for (const other of others) {
    const labels = new Set([...Object.keys(first?.labels ?? {}), ...Object.keys(other.labels)])
    const differing = [...labels].filter((label) => first?.labels[label] !== other.labels[label])
    if (differing.length > 0 && differing.every((label) => ID_LABELS.has(label))) continue
    throw new UserError(
      `${name} is there twice: its series differ in ${differing.sort().join(', ')}. Name one of them in the selector.`,
    )
  }
}

export function nameOf({ labels }: TimeSeries): string {
  const { namespace, pod, container, instance } = labels
  const parts = pod === undefined ? [instance] : [namespace, pod, container]
  return parts.filter((part) => part !== undefined && part !== '').join('/') || 'service'
}

export function identityOf(series: TimeSeries): string {
  return JSON.stringify([nameOf(series), series.labels.id ?? null])
}

/** The value of another metric of the same container at a time, at most this number of seconds away. null: there is none. */
export type Lookup = (of: TimeSeries, t: number, withinSeconds: number) => number | null

export function lookup(all: readonly TimeSeries[], keyOf: (series: TimeSeries) => string): Lookup {
  const byKey = new Map(all.map((series) => [keyOf(series), series.points]))
  return (of, t, withinSeconds) => {
    const points = byKey.get(keyOf(of)) ?? []
    const after = points.findIndex((point) => point.t >= t)
    const [left, right] = [points[(after === -1 ? points.length : after) - 1], points[after]]
    const nearest = left !== undefined && (right === undefined || t - left.t < right.t - t) ? left : right
    return nearest === undefined || Math.abs(nearest.t - t) > withinSeconds ? null : nearest.value
  }
}

export function usualGap({ points }: TimeSeries): number {
  const gaps = points.slice(1).map(({ t }, index) => t - (points[index]?.t ?? t))
  return gaps.toSorted((left, right) => left - right)[Math.floor(gaps.length / 2)] ?? 0
}

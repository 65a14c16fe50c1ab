import { UserError } from '../model/errors.ts'
import { joined, name, text } from '../model/text.ts'
import type { TimeSeries } from './query.ts'

/** When the load began and ended. */
type Load = Readonly<{ startSeconds: number; endSeconds: number }>

/** The series that have a sample during the load. A pod that ended before the load or came after it took no part in it. */
export function duringLoad(all: readonly TimeSeries[], { startSeconds, endSeconds }: Load): readonly TimeSeries[] {
  return all.filter(({ points }) => points.some(({ t }) => t >= startSeconds && t <= endSeconds))
}

/** The samples during the load, the last sample before it and the first sample after it. */
export function aroundLoad({ labels, points }: TimeSeries, { startSeconds, endSeconds }: Load): TimeSeries {
  const first = points.findLastIndex(({ t }) => t <= startSeconds)
  const last = points.findIndex(({ t }) => t >= endSeconds)
  return { labels, points: points.slice(Math.max(first, 0), last === -1 ? points.length : last + 1) }
}

/** One container from its start to its end. */
type Instance = Readonly<{ instance: string; series: TimeSeries }>

/** A container that restarted in its pod has another id, so it is another instance. */
export function instancesOf(all: readonly TimeSeries[]): readonly Instance[] {
  const byName = new Map<string, TimeSeries[]>()
  for (const series of all) byName.set(nameOf(series), [...(byName.get(nameOf(series)) ?? []), series])
  return [...byName].flatMap(([container, same]) => {
    requireDistinct(container, same)
    const inOrder = same.toSorted((left, right) => (left.points[0]?.t ?? 0) - (right.points[0]?.t ?? 0))
    return inOrder.map((series, index) => ({
      instance: index === 0 ? container : `${container}/${index + 1}`,
      series,
    }))
  })
}

/** The labels that differ between a container and the container that replaces it after a restart. */
const ID_LABELS: ReadonlySet<string> = new Set(['id', 'name', 'image'])

/** If two servers scrape a container, or if a server scrapes it twice, its use would count twice. */
function requireDistinct(instance: string, [first, ...others]: readonly TimeSeries[]): void {
  for (const other of others) {
    const labels = new Set([...Object.keys(first?.labels ?? {}), ...Object.keys(other.labels)])
    const differing = [...labels].filter((label) => first?.labels[label] !== other.labels[label])
    if (differing.length > 0 && differing.every((label) => ID_LABELS.has(label))) continue
    throw new UserError(
      text`${name(instance)} is there twice: its series differ in ${joined(differing.sort().map(name), text`, `)}. Choose one of the series in the selector.`,
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

/**
 * The value of another metric of the same container, from the sample that is nearest to a time. null: the nearest sample is
 * further away than this number of seconds, or there is none.
 */
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

export function medianInterval({ points }: TimeSeries): number {
  const gaps = points.slice(1).map(({ t }, index) => t - (points[index]?.t ?? t))
  return gaps.toSorted((left, right) => left - right)[Math.floor(gaps.length / 2)] ?? 0
}

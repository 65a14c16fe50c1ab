import { median } from 'simple-statistics'
import type { Rung } from '../model/rung.ts'

/** Set rates that differ by less than this are one step, because rates are computed from counts. */
const SAME_RATE_RATIO = 0.03

/** The load of a step: users that wait, or the rate that was set. */
export function loadOf({ model, users, offeredPerS }: Rung): number {
  return model === 'closed' ? users : (offeredPerS ?? 0)
}

/**
 * Steps in ascending order of load. Steps of equal load, from several ladders or from the way up and down, become one step with
 * their medians.
 */
export function mergeSameLoad(rungs: readonly Rung[]): readonly Rung[] {
  const groups: Rung[][] = []
  for (const rung of rungs.toSorted((left, right) => loadOf(left) - loadOf(right))) {
    const group = groups.at(-1)
    const first = group?.[0]
    if (group !== undefined && first !== undefined && isSameLoad(first, rung)) group.push(rung)
    else groups.push([rung])
  }
  return groups.map(merged)
}

function isSameLoad(left: Rung, right: Rung): boolean {
  if (left.model !== right.model) return false
  if (left.model === 'closed') return left.users === right.users
  return Math.abs(loadOf(left) - loadOf(right)) <= SAME_RATE_RATIO * loadOf(left)
}

function merged(group: readonly Rung[]): Rung {
  const [first] = group
  if (first === undefined) throw new RangeError('A group has at least one step.')
  if (group.length === 1) return first
  const middle = (read: (rung: Rung) => number) => median(group.map(read))
  const known = (read: (rung: Rung) => number | null) => {
    const values = group.flatMap((rung) => read(rung) ?? [])
    return values.length === 0 ? null : median(values)
  }
  return {
    source: group.map(({ source }) => source).join('; '),
    model: first.model,
    users: middle(({ users }) => users),
    offeredPerS: known(({ offeredPerS }) => offeredPerS),
    goodPerS: middle(({ goodPerS }) => goodPerS),
    iterationsPerS: middle(({ iterationsPerS }) => iterationsPerS),
    latencyMs: middle(({ latencyMs }) => latencyMs),
    p95Ms: known(({ p95Ms }) => p95Ms),
    iterationMs: known(({ iterationMs }) => iterationMs),
    requestsMs: known(({ requestsMs }) => requestsMs),
    errorRatio: middle(({ errorRatio }) => errorRatio),
    droppedRatio: middle(({ droppedRatio }) => droppedRatio),
    seconds: group.reduce((sum, { seconds }) => sum + seconds, 0),
  }
}

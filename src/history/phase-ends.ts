import type { StoredRun } from '../model/baseline.ts'
import { name, type Text, text } from '../model/text.ts'
import { conditionsKey } from '../statistics/conditions.ts'
import type { ComparedUnit, SeriesKey, SeriesReader } from '../statistics/reading.ts'
import { type StoredBaseline, selectWindow } from '../statistics/window.ts'

/** One end of a phase. */
export type PhaseEnd = Readonly<{
  /** As it was given. */
  name: string
  /** Whether a stored run belongs to the history up to here. */
  includes: (stored: StoredRun) => boolean
}>

/** What is compared of one service: the level at each end, by the window that the gate would use there. */
export type Ends =
  | Readonly<{ kind: 'comparable'; before: StoredBaseline; after: readonly ComparedUnit[] }>
  /** `first`: the first commit under the conditions of the later end. */
  | Readonly<{ kind: 'not-comparable'; first: string }>
  | Readonly<{ kind: 'no-data'; reason: Text }>

/**
 * The levels of one service at both ends: each the jobs since the last change of level before that end, at most 20, under the conditions of the
 * newest job of the later end. No job counts on both sides.
 *
 * @param stored runs of the default branch, in the order of the history
 */
export function endsOf(
  stored: readonly StoredRun[],
  { from, to, primaries }: Readonly<{ from: PhaseEnd; to: PhaseEnd; primaries: readonly SeriesKey[] }>,
  reader: SeriesReader,
): Ends {
  const upTo = stored.filter(to.includes)
  const later = upTo.filter((one) => !from.includes(one))
  const newest = later.at(-1)
  if (newest === undefined)
    return { kind: 'no-data', reason: text`Nothing was recorded after ${name(from.name)}, up to ${name(to.name)}.` }
  const wanted = conditionsKey(newest.run.conditions)
  const isComparable = ({ run }: StoredRun) => conditionsKey(run.conditions) === wanted
  const before = selectWindow(stored.filter(from.includes).filter(isComparable), primaries, null, reader)
  const after = selectWindow(upTo.filter(isComparable), primaries, null, reader)
  const isLater = new Set(later.map(({ run }) => run))
  if (after === null) return { kind: 'no-data', reason: text`Nothing was recorded up to ${name(to.name)}.` }
  if (before === null) {
    const anything = stored.some(from.includes)
    if (!anything) return { kind: 'no-data', reason: text`Nothing was recorded up to ${name(from.name)}.` }
    return { kind: 'not-comparable', first: upTo.find(isComparable)?.commit ?? newest.commit }
  }
  return { kind: 'comparable', before, after: after.jobs.filter(([first]) => isLater.has(first)) }
}

import type { Ancestry, BaselineLookup, ServiceHistory, StoredRun } from '../model/baseline.ts'
import type { BaselineState, BaselineWindow, ServiceEvidence } from '../model/comparison.ts'
import type { IdentifiedRun } from '../model/run.ts'
import { compareText } from '../model/series.ts'
import { type Text, text } from '../model/text.ts'
import { conditionsKey, differencesOf, withSharedConditions } from './conditions.ts'
import { groupByJob, noSides, type Origin, sidesOfJobs, sidesOfResults, type UnitsBySide } from './design.ts'
import { groupBy } from './grouping.ts'
import type { SeriesKey, SeriesReader } from './reading.ts'
import { atOrBeforeAnchor, selectWindow } from './window.ts'

/** Where a baseline may come from, for one service. Runs are sorted. */
export type BaselineSources = Readonly<{
  service: string
  candidate: readonly IdentifiedRun[]
  /** Baseline runs in the same results. They win over the store: they are newer, and often from the same machine. */
  beside: readonly IdentifiedRun[]
  origin: Origin
  lookup: BaselineLookup | null
  ancestry: Ancestry
  known: boolean
  primaries: readonly SeriesKey[]
  reader: SeriesReader
}>

/** The baseline of one service, and how the candidate is compared with it. */
export type BaselineSide = Readonly<{
  state: BaselineState
  sides: UnitsBySide
  /** What the baseline is, for the report: also runs that could not be compared. */
  runs: readonly IdentifiedRun[]
  /** The runs whose series the candidate must have too. */
  expected: readonly IdentifiedRun[]
  /** null: the baseline is not a store, or nothing in it can be compared. */
  history: ServiceHistory | null
  window: BaselineWindow | null
  differences: ServiceEvidence['differences']
}>

/** Finds the baseline of one service. Total: where there is none, the state says why. */
export function baselineSide(sources: BaselineSources): BaselineSide {
  const { service, candidate, beside, lookup, ancestry, known } = sources
  if (beside.length > 0) return besideBaseline(sources)
  if (lookup === null || lookup.kind === 'never-written') return noBaseline('never-written', candidate)
  if (lookup.kind === 'unreadable') return noBaseline('unreadable', candidate)
  const stored = atOrBeforeAnchor(lookup.services.get(service) ?? [], ancestry)
  const newest = stored.at(-1)
  if (newest === undefined) return noBaseline(known ? 'unusable' : 'unknown-service', candidate)
  return storedBaseline(stored, newest, sources)
}

function noBaseline(state: BaselineState, candidate: readonly IdentifiedRun[]): BaselineSide {
  const nothing = { runs: [], expected: [], history: null, window: null, differences: [] }
  return { ...nothing, state, sides: noSides(candidate) }
}

/** Candidate runs are compared with baseline runs of their own conditions; the others are named and left out. */
function besideBaseline({ origin, ...sources }: BaselineSources): BaselineSide {
  const measured = [...sources.beside, ...sources.candidate]
  const all = origin === 'same-results' ? withSharedConditions(measured) : measured
  const [beside, candidate] = [all.slice(0, sources.beside.length), all.slice(sources.beside.length)]
  const asMeasured = (run: IdentifiedRun) => measured[all.indexOf(run)] ?? run
  const known = new Set(beside.map(({ conditions }) => conditionsKey(conditions)))
  const comparable = candidate.filter(({ conditions }) => known.has(conditionsKey(conditions)))
  const wanted = new Set(comparable.map(({ conditions }) => conditionsKey(conditions)))
  const runs = candidate.length === 0 ? beside : beside.filter((run) => wanted.has(conditionsKey(run.conditions)))
  const newest = beside.at(-1)
  const left = candidate.filter((run) => !comparable.includes(run))
  const compared = candidate.length === 0 || comparable.length > 0
  return {
    state: 'used',
    sides: compared ? sidesOfResults(runs, comparable, origin) : noSides(candidate),
    runs: (compared ? runs : beside).map(asMeasured),
    expected: runs,
    history: null,
    window: null,
    differences: newest === undefined ? [] : differencesOf(newest.conditions, left, candidate.length),
  }
}

function storedBaseline(
  stored: readonly StoredRun[],
  newest: StoredRun,
  { candidate, primaries, ancestry, reader }: BaselineSources,
): BaselineSide {
  const conditions = candidate.length === 0 ? conditionsKey(newest.run.conditions) : comparableKey(stored, candidate)
  const comparable = stored.filter(({ run }) => conditionsKey(run.conditions) === conditions)
  const chosen = selectWindow(comparable, primaries, ancestry, reader)
  const inStore = new Set(stored.map(({ run }) => conditionsKey(run.conditions)))
  const unknown = candidate.filter((run) => !inStore.has(conditionsKey(run.conditions)))
  const differences = differencesOf(newest.run.conditions, unknown, candidate.length)
  if (chosen === null) {
    const sides = noSides(candidate)
    return { state: 'used', sides, runs: [newest.run], expected: [], history: null, window: null, differences }
  }
  const same = candidate.filter((run) => conditionsKey(run.conditions) === conditions)
  const sides = sidesOfJobs(chosen.jobs, groupByJob(same))
  const other = candidate.length - same.length - unknown.length
  return {
    state: 'used',
    sides: { ...sides, notes: [...sides.notes, ...(other === 0 ? [] : [otherConditionsNote(other)])] },
    runs: chosen.jobs.flat(),
    expected: chosen.newest,
    history: chosen.history,
    window: chosen.window,
    differences,
  }
}

/** The conditions that most candidate runs share with stored runs: machines of two classes are not mixed in one comparison. */
function comparableKey(stored: readonly StoredRun[], candidate: readonly IdentifiedRun[]): string | null {
  const inStore = new Set(stored.map(({ run }) => conditionsKey(run.conditions)))
  const groups = [...groupBy(candidate, ({ conditions }) => conditionsKey(conditions))]
    .filter(([key]) => inStore.has(key))
    .toSorted(([left, leftRuns], [right, rightRuns]) => rightRuns.length - leftRuns.length || compareText(left, right))
  return groups[0]?.[0] ?? null
}

function otherConditionsNote(runs: number): Text {
  return text`Left out: ${runs === 1 ? '1 run was' : `${runs} runs were`} measured under other conditions than most. Run all of them on the same class of machine.`
}

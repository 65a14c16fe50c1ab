import type { Ancestry, StoredRun } from '../model/baseline.ts'
import type { Drift, Series } from '../model/comparison.ts'
import type { ServicePolicy } from '../model/policy.ts'
import { compareSeries, judgedAlone, withVerdict } from './compare-series.ts'
import { conditionsKey } from './conditions.ts'
import { levelContext } from './level-context.ts'
import type { ComparedUnit, SeriesReader } from './reading.ts'
import { atOrBeforeAnchor, selectWindow } from './window.ts'

/** A second anchor with a budget of its own, so that many small regressions cannot add up unseen. */
export type DriftAnchor = Readonly<{
  /** What people call it: `v3.2`. */
  name: string
  /** The commits at or before the anchor. */
  ancestry: NonNullable<Ancestry>
  /** The largest allowed change for the worse since then: 0.12. */
  maxDriftRatio: number
}>

/** The level of one service now, and its stored runs. */
export type DriftSources = Readonly<{
  /** The primary series. */
  series: readonly Series[]
  /** The jobs of the window that the candidate is compared with. */
  now: readonly ComparedUnit[]
  /** All stored runs of the service. */
  stored: readonly StoredRun[]
  policy: ServicePolicy
  reader: SeriesReader
}>

/**
 * Compares the window of the default branch with the window at a second anchor.
 *
 * @returns null when nothing stored at or before the anchor was measured under the conditions of now
 */
export function driftSince(anchor: DriftAnchor, { series, now, stored, policy, reader }: DriftSources): Drift | null {
  const conditions = now.at(-1)?.[0].conditions
  if (conditions === undefined) return null
  const wanted = conditionsKey(conditions)
  const before = atOrBeforeAnchor(stored, anchor.ancestry).filter(({ run }) => conditionsKey(run.conditions) === wanted)
  const then = selectWindow(before, series, anchor.ancestry, reader)
  if (then?.window.commit == null) return null
  const limits = { limitRatio: anchor.maxDriftRatio, minDelta: policy.minDelta }
  const context = levelContext(then, now, policy, limits, reader)
  const comparisons = series.map((one) => {
    const uncorrected = compareSeries(one, 'primary', context)
    return uncorrected.kind === 'decided' ? uncorrected.comparison : withVerdict(uncorrected, judgedAlone(uncorrected))
  })
  return { anchor: anchor.name, commit: then.window.commit, comparisons }
}

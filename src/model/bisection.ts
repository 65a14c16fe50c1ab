import type { Series } from './comparison.ts'
import type { NamedCommit } from './history.ts'

/** A commit between the good and the bad one, oldest first, and what is known of it. */
export type BisectedCommit = NamedCommit &
  Readonly<{
    /** Pairs of runs of it and of the good commit. */
    pairs: number
    /** Against the good commit; null: not measured. */
    changeRatio: number | null
    /** Why it cannot be measured; null: nobody tried, or it was. */
    skipped: string | null
  }>

/**
 * What a search among commits found.
 * - `named`: one commit. - `range`: one of several neighbours, which could not be told apart.
 * - `not-slower`: the bad commit is not proven to be slower than the good one, so there is nothing to look for.
 */
export type Bisection = Readonly<{
  kind: 'named' | 'range' | 'not-slower'
  good: NamedCommit
  /** The series that is slower; null: none is proven to be. */
  series: Series | null
  /** Of the bad commit against the good one, with its bounds; null: none is proven. */
  change: Readonly<{ changeRatio: number; lower: number; upper: number }> | null
  /** After the good commit, up to the bad one. */
  commits: readonly BisectedCommit[]
  /** One of these is the first slower one. Empty: nothing is slower. */
  suspects: readonly NamedCommit[]
  /** How sure that is; null: nothing is slower. */
  certainty: number | null
  /** Why a range is no single commit; null otherwise. */
  reason: string | null
}>

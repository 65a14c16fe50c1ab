import type { Series } from './comparison.ts'
import type { NamedCommit } from './history.ts'
import { plainText, type Text } from './text.ts'

/** A commit that cannot be measured. `output`: what the program printed that failed; empty if none did. */
export type Skipped = Readonly<{ reason: Text; output: string }>

/** The reason, and what the program printed below it. */
export function skippedLines({ reason, output }: Skipped): string {
  return [plainText(reason), ...(output === '' ? [] : [output])].join('\n')
}

/** A commit between the good and the bad commit, with its measurements. */
export type BisectedCommit = NamedCommit &
  Readonly<{
    /** The number of pairs of runs of this commit and the good commit. */
    pairs: number
    /** The change against the good commit; null: not measured. */
    changeRatio: number | null
    /** null: it was measured, or it was not tried. */
    skipped: Skipped | null
  }>

/**
 * What a search among commits found.
 * - `named`: one commit. - `range`: one of several neighbours, which could not be told apart.
 * - `not-slower`: the bad commit is not proven to be slower than the good one, so there is nothing to look for.
 */
export type Bisection = Readonly<{
  kind: 'named' | 'range' | 'not-slower'
  good: NamedCommit
  /** The slower series; null: no series is proven to be slower. */
  series: Series | null
  /** The change of the bad commit against the good commit, with its bounds; null: no change is proven. */
  change: Readonly<{ changeRatio: number; lower: number; upper: number }> | null
  /** The commits after the good commit, up to and including the bad commit, oldest first. */
  commits: readonly BisectedCommit[]
  /** One of these is the first slower one. Empty: nothing is slower. */
  suspects: readonly NamedCommit[]
  /** The probability that the suspects are right; null: nothing is slower. */
  certainty: number | null
  /** Why the result is a range and not a single commit; null otherwise. */
  reason: Text | null
}>

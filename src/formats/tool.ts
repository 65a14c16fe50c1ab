import { type Text, text } from '../model/text.ts'
/** What an exit code of a tool means. `whole`: the run is complete, whether or not it missed goals of its own. Otherwise why it does not count, in words. */
export type ExitMeaning =
  | Readonly<{ kind: 'whole'; missedGoals?: true }>
  | Readonly<{ kind: 'unusable'; problem: Text }>

/** A file of a tool that is known and never judged, with what to give instead. */
export type Aside = Readonly<{
  recognizes(start: string): boolean
  /** What it is, and why it is not read. */
  what: string
  advice: string
}>

/** A load generator or a benchmark runner: what is true of all its formats. */
export type Tool = Readonly<{
  /** What people call it. It is a part of the conditions of a run: runs of two tools are never compared. */
  name: string
  exitCode(code: number): ExitMeaning
  /** Does one run leave several files that each hold a part of it? A benchmark runner writes one a program. */
  joins: boolean
  /** May one run leave two summaries that say the same, in two formats? Absent: no. */
  writesTwice?: true
  /** Read beside a result and named; alone they are refused with their advice. */
  asides: readonly Aside[]
}>

/** What shells and systems report of a program that was ended by a signal: 128 and its number. */
const SIGNALS: ReadonlyMap<number, string> = new Map([
  [130, 'it was interrupted, by Ctrl+C or by a cancelled job'],
  [137, 'it was killed, often because the machine ran out of memory'],
  [143, 'it was asked to stop by the system'],
])

/** What most tools mean by their exit codes: the given ones are whole runs, and anything else is not. */
export function wholeWith(name: string, codes: readonly number[], others: string): (code: number) => ExitMeaning {
  return (code) =>
    codes.includes(code)
      ? { kind: 'whole' }
      : {
          kind: 'unusable',
          problem: text`${name} ended with exit code ${code}: ${SIGNALS.get(code) ?? others}. The run is not complete, so its numbers do not count. Measure again.`,
        }
}

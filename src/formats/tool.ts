import { type Text, text } from '../model/text.ts'
/**
 * What an exit code of a tool means. `whole`: the run is complete, even if it missed goals of its own. `unusable`: the
 * run does not count, and `problem` says why.
 */
export type ExitMeaning =
  | Readonly<{ kind: 'whole'; missedGoals?: true }>
  | Readonly<{ kind: 'unusable'; problem: Text }>

/** A file that a known tool writes and that is never judged, with advice on what to give instead. */
export type Aside = Readonly<{
  recognizes(start: string): boolean
  /** What the file is, and why it is not read. */
  what: string
  advice: string
}>

/** A load generator or benchmark runner, with the facts that hold for all its formats. */
export type Tool = Readonly<{
  /** The name that people know. It is a condition of a run: runs of different tools are never compared. */
  name: string
  exitCode(code: number): ExitMeaning
  /** Whether a run leaves several files that each hold a part of it. A benchmark runner writes one file per program. */
  joins: boolean
  /** Whether a run may leave two summaries with the same content in two formats. Absent: no. */
  writesTwice?: true
  /**
   * Files of the tool that are never judged. They are named if there is a result beside them, and refused with their
   * advice if there is none.
   */
  asides: readonly Aside[]
}>

/** The exit codes that shells and systems report for a program that was ended by a signal: 128 plus its number. */
const SIGNALS: ReadonlyMap<number, string> = new Map([
  [130, 'it was interrupted, by Ctrl+C or by a cancelled job'],
  [137, 'it was killed, often because the machine ran out of memory'],
  [143, 'it was asked to stop by the system'],
])

/** Exit codes as most tools use them: the given codes mean a complete run, and all other codes an incomplete run. */
export function wholeWith(name: string, codes: readonly number[], others: string): (code: number) => ExitMeaning {
  return (code) =>
    codes.includes(code)
      ? { kind: 'whole' }
      : {
          kind: 'unusable',
          problem: text`${name} ended with exit code ${code}: ${SIGNALS.get(code) ?? others}. The run is not complete, so its numbers do not count. Measure again.`,
        }
}

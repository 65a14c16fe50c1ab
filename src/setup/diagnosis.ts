import { count } from '../model/numbers.ts'
import { terminalLine } from '../model/terminal-text.ts'
import type { Text } from '../model/text.ts'

/**
 * The result of one check of the doctor. `problem`: the gate does not work, or somebody can get around it. `warning`: it works,
 * but deserves a look.
 */
export type Diagnosis = Readonly<{
  state: 'ok' | 'warning' | 'problem'
  /** The result in one sentence. */
  what: Text
  /** What to do. null: nothing needs to be done. */
  fix: Text | null
}>

export function ok(what: Text): Diagnosis {
  return { state: 'ok', what, fix: null }
}

export function warning(what: Text, fix: Text): Diagnosis {
  return { state: 'warning', what, fix }
}

export function problem(what: Text, fix: Text): Diagnosis {
  return { state: 'problem', what, fix }
}

const SIGNS = { ok: '✅', warning: '⚠️ ', problem: '❌' } as const

/** Prints one line per result, its fix in the next line, and then the totals. The text ends with a newline. */
export function describeDiagnoses(repository: string, diagnoses: readonly Diagnosis[]): string {
  const lines = diagnoses.flatMap(({ state, what, fix }) => [
    `${SIGNS[state]} ${terminalLine(what)}`,
    ...(fix === null ? [] : [`   → ${terminalLine(fix)}`]),
  ])
  const numberOf = (state: Diagnosis['state']): number =>
    diagnoses.filter((diagnosis) => diagnosis.state === state).length
  const total = `${count(numberOf('problem'), 'problem')}, ${count(numberOf('warning'), 'warning')}, ${count(numberOf('ok'), 'check')} passed.`
  return `perf-gate doctor: ${repository}\n\n${lines.join('\n')}\n\n${total}\n`
}

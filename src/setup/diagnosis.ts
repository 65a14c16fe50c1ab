import { count } from '../model/numbers.ts'
import { terminalText } from '../model/terminal-text.ts'
import type { Text } from '../model/text.ts'

/** What one check of the doctor found. `problem`: the gate does not work or can be passed by; `warning`: it works, but look at it. */
export type Diagnosis = Readonly<{
  state: 'ok' | 'warning' | 'problem'
  /** What was found, in one sentence. */
  what: Text
  /** What to do about it; null where there is nothing to do. */
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

/** One line per finding, its fix on the next line, and the number of findings of each kind. Ends with a newline. */
export function describeDiagnoses(repository: string, diagnoses: readonly Diagnosis[]): string {
  const lines = diagnoses.flatMap(({ state, what, fix }) => [
    `${SIGNS[state]} ${line(what)}`,
    ...(fix === null ? [] : [`   → ${line(fix)}`]),
  ])
  const found = (state: Diagnosis['state']): number => diagnoses.filter((diagnosis) => diagnosis.state === state).length
  const total = `${count(found('problem'), 'problem')}, ${count(found('warning'), 'warning')}, ${count(found('ok'), 'check')} passed.`
  return `perf-gate doctor: ${repository}\n\n${lines.join('\n')}\n\n${total}\n`
}

/** On one line, also where an error of a policy has several. */
function line(parts: Text): string {
  return terminalText(parts).replaceAll('\n', ' ')
}

import { count } from '../model/numbers.ts'

/**
 * The result of one check of the doctor. `problem`: the gate does not work, or somebody can get around it. `warning`: it works,
 * but deserves a look.
 */
export type Diagnosis = Readonly<{
  state: 'ok' | 'warning' | 'problem'
  /** The result in one sentence. */
  what: string
  /** What to do. null: nothing needs to be done. */
  fix: string | null
}>

export function ok(what: string): Diagnosis {
  return { state: 'ok', what, fix: null }
}

export function warning(what: string, fix: string): Diagnosis {
  return { state: 'warning', what, fix }
}

export function problem(what: string, fix: string): Diagnosis {
  return { state: 'problem', what, fix }
}

const SIGNS = { ok: '✅', warning: '⚠️ ', problem: '❌' } as const

/** Prints one line per result, its fix in the next line, and then the totals. The text ends with a newline. */
export function describeDiagnoses(repository: string, diagnoses: readonly Diagnosis[]): string {
  const lines = diagnoses.flatMap(({ state, what, fix }) => [
    `${SIGNS[state]} ${printable(what)}`,
    ...(fix === null ? [] : [`   → ${printable(fix)}`]),
  ])
  const numberOf = (state: Diagnosis['state']): number =>
    diagnoses.filter((diagnosis) => diagnosis.state === state).length
  const total = `${count(numberOf('problem'), 'problem')}, ${count(numberOf('warning'), 'warning')}, ${count(numberOf('ok'), 'check')} passed.`
  return `perf-gate doctor: ${repository}\n\n${lines.join('\n')}\n\n${total}\n`
}

/** Names come from other people, so no control character may reach a terminal, and no line may start a workflow command. */
function printable(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, ' ')
    .replaceAll('::', ': :')
    .replaceAll('##[', '## [')
}

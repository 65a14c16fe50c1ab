import template from '../../templates/complexity.hbs'
import type { ComplexityChange, ComplexityFigures, FunctionChange } from '../model/complexity.ts'
import { count, formatRatio, formatValue } from '../model/numbers.ts'
import { code, prose } from './cell.ts'

/** The report of `perf-gate complexity` as Markdown. */
export function complexityMarkdown(change: ComplexityChange): string {
  const { tool, changedFiles, changed, functions, notes } = change
  return template({
    statement: `**${statement(change)}**`,
    tool: code(tool),
    rows: changedFiles.length === 0 ? [] : ROWS.map(([name, of]) => rowOf(name, of(changed.before), of(changed.after))),
    functions: functions.map(functionRow),
    notes: notes.map(prose),
  })
}

const ROWS: readonly (readonly [string, (figures: ComplexityFigures) => number | null])[] = [
  ['Branch points', ({ branchPoints }) => branchPoints],
  ['Functions', ({ functions }) => functions],
  ['Mean', ({ mean }) => mean],
  ['p90', ({ p90 }) => p90],
  ['Largest', ({ max }) => max],
  ['Functions over 10', ({ overTen }) => overTen],
]

function statement({ changedFiles, changed }: ComplexityChange): string {
  if (changedFiles.length === 0) return 'No function differs.'
  const files = count(changedFiles.length, 'changed file')
  const change = changed.changeRatio === null ? '' : ` (${formatRatio(changed.changeRatio)})`
  return `${changed.before.branchPoints} → ${changed.after.branchPoints} branch points${change} in ${files}.`
}

function rowOf(name: string, before: number | null, after: number | null): object {
  const change = before === null || after === null || before === 0 ? '' : formatRatio(after / before - 1)
  return { name, before: formatValue(before, 'none'), after: formatValue(after, 'none'), change }
}

function functionRow({ file, name, before, after }: FunctionChange): object {
  return {
    name: code(name),
    file: code(file),
    before: before === null ? 'new' : `${before}`,
    after: after === null ? 'gone' : `${after}`,
  }
}

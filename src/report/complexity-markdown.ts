import template from '../../templates/complexity.hbs'
import type { ComplexityChange, ComplexityFigures, FunctionChange } from '../model/complexity.ts'
import { count, formatRatio, formatValue } from '../model/numbers.ts'
import { written } from '../model/text.ts'
import { code, withPlainPipes } from './escape.ts'
import { MARKDOWN } from './wording.ts'

/** The report of `perf-gate complexity` as Markdown. */
export function complexityMarkdown(change: ComplexityChange): string {
  const { tool, unit, changedFiles, changed, functions, notes } = change
  const rows = ROWS.filter(({ of }) => of(changed.before) !== null || of(changed.after) !== null)
  return withPlainPipes(
    template({
      statement: `**${statement(change)}**`,
      tool: code(tool),
      rows:
        changedFiles.length === 0
          ? []
          : rows.map(({ name, ofFiles, of }) =>
              rowOf(unit === 'file' ? ofFiles : name, of(changed.before), of(changed.after)),
            ),
      functions: functions.map(functionRow),
      notes: notes.map((note) => written(note, MARKDOWN)),
    }),
  )
}

type Row = Readonly<{ name: string; ofFiles: string; of: (figures: ComplexityFigures) => number | null }>

/** `ofFiles`: the numbers are per file, because the tool does not report functions. */
const ROWS: readonly Row[] = [
  { name: 'Branch points', ofFiles: 'Branch points', of: ({ branchPoints }) => branchPoints },
  { name: 'Functions', ofFiles: 'Functions', of: ({ functions }) => functions },
  { name: 'Mean', ofFiles: 'Mean of a function', of: ({ mean }) => mean },
  { name: 'p90', ofFiles: 'p90 of files', of: ({ p90 }) => p90 },
  { name: 'Largest', ofFiles: 'Largest file', of: ({ max }) => max },
  { name: 'Functions over 10', ofFiles: '', of: ({ overTen }) => overTen },
]

function statement({ unit, changedFiles, changed }: ComplexityChange): string {
  if (changedFiles.length === 0) return unit === 'file' ? 'No file differs.' : 'No function differs.'
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

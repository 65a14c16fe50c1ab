import { printable } from './printable.ts'
import { messageName } from './series.ts'
import { type PartWriter, type Text, written } from './text.ts'

/**
 * A text for a terminal, whose output may also be the log of a job on GitHub. A runner obeys `::command::` at the start of a line: see
 * model/runner-command.ts. `printable` keeps out everything else that could do harm.
 */
export function terminalText(parts: Text): string {
  return written(parts, TERMINAL).split('\n').map(withoutCommand).join('\n')
}

/** The same on one line, also where a finished sentence has several. */
export function terminalLine(parts: Text): string {
  return terminalText(parts).replaceAll('\n', ' ')
}

const TERMINAL: PartWriter = {
  name: (one) => printable(one),
  code: (one) => `\`${printable(one)}\``,
  series: (one) => printable(messageName(one)),
  // A finished sentence keeps its line breaks, because some list one file per line.
  message: (lines) => lines.split(/\r?\n/).map(line).join('\n'),
}

function line(text: string): string {
  return printable(text.replaceAll('\t', '  '))
}

function withoutCommand(text: string): string {
  return text.replace(/^(\s*)::/u, '$1: :')
}

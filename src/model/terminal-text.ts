import { printable } from './printable.ts'
import { messageName } from './series.ts'
import { type PartWriter, type Text, written } from './text.ts'

/**
 * A text for a terminal, whose output may also be the log of a job on GitHub. Control characters could hide a line, and a runner obeys
 * `##[command]` anywhere in a line and `::command::` at the start of a line: see github/log.ts.
 */
export function terminalText(parts: Text): string {
  return written(parts, TERMINAL).split('\n').map(withoutCommand).join('\n')
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
  return text.replace(/^(\s*)::/u, '$1: :').replaceAll('##[', '## [')
}

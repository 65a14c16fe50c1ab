import type { Output } from './output-problem.ts'

/** A flag: the options of Node's `parseArgs`, and the text for the help. */
export type Flag = Readonly<{
  type: 'string' | 'boolean'
  multiple?: boolean
  short?: string
  /** An example of the value, or its kind in capitals. Absent: the flag has no value. */
  value?: string
  /** What the command writes at the path in the value. Absent: it writes nothing there. */
  writes?: Output
  /** A report may take the place of the file, because the new report holds all that the file held. */
  mayBeReplaced?: true
  /** The flag without which this flag has no effect. */
  needs?: string
  says: string
}>

/** How a command is called. The help and docs/command-line.md are made from this. */
export type Usage = Readonly<{
  /** The page of the documentation that explains the command. */
  guide: string
  /** The text after the name of the command: the required arguments, and no others. */
  calls: readonly string[]
  /** The meaning of the paths that `calls` names in capitals. */
  paths?: Readonly<Record<string, string>>
  flags: Readonly<Record<string, Flag>>
  /** What the exit codes mean, when EXIT_CODES does not say it. */
  exitCodes?: string
}>

export const EXIT_CODES = '0: not blocked. 1: blocked. 2: no report was possible.'

/** The text that `perf-gate --help` prints. */
export function commandsText(commands: readonly Readonly<{ name: string; does: string }>[]): string {
  return [
    'perf-gate COMMAND [FLAGS]    perf-gate COMMAND --help explains the flags of one command',
    '',
    ...columns(commands.map(({ name, does }) => [name, does])),
    '',
    `Exit code ${EXIT_CODES}`,
    '',
  ].join('\n')
}

/** The ways to call a command, one per line. */
export function callLines(name: string, { calls }: Usage): readonly string[] {
  return calls.map((call) => `perf-gate ${name} ${call}`.trimEnd())
}

/** The text that `perf-gate NAME --help` prints. */
export function usageText(name: string, does: string, usage: Usage): string {
  return [
    ...callLines(name, usage),
    '',
    `It ${does}.`,
    '',
    ...columns(usageRows(usage)),
    '',
    `Exit code ${usage.exitCodes ?? EXIT_CODES}`,
    `More in ${usage.guide}.`,
    '',
  ].join('\n')
}

/** The paths and the flags of a command, each with its meaning. */
export function usageRows({ paths = {}, flags }: Usage): readonly (readonly [string, string])[] {
  const rows = Object.entries(flags).map(([flag, { says, needs, ...shape }]) => {
    const condition = needs === undefined ? '' : `; only with --${needs}`
    return [flagText(flag, shape), `${says}${condition}`] as const
  })
  return [...Object.entries(paths), ...rows]
}

/** `--output FILE, -o FILE`. */
function flagText(flag: string, { value, short, multiple }: Omit<Flag, 'says' | 'needs'>): string {
  const names = short === undefined ? [`--${flag}`] : [`-${short}`, `--${flag}`]
  const text = value === undefined ? names.join(', ') : `${names.join(', ')} ${value}`
  return multiple ? `${text} ...` : text
}

/** Two columns: the names, and what they mean. */
function columns(rows: readonly (readonly [string, string])[]): readonly string[] {
  const width = Math.max(...rows.map(([left]) => left.length))
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`)
}

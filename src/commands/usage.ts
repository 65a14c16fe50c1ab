import type { Output } from './output-problem.ts'

/** A flag: what Node's `parseArgs` takes, and what the help says of it. */
export type Flag = Readonly<{
  type: 'string' | 'boolean'
  multiple?: boolean
  short?: string
  /** An example of its value, or the kind of it in capitals. None: the flag has no value. */
  value?: string
  /** What the command writes at the path that is the value. None: the value is not written to. */
  writes?: Output
  /** Another flag, without which this one changes nothing. */
  needs?: string
  says: string
}>

/** How a command is called. The help and docs/command-line.md are made from it. */
export type Usage = Readonly<{
  /** The page that explains it. */
  guide: string
  /** What stands after its name: everything that must be given, and nothing else. */
  calls: readonly string[]
  /** What the paths in capitals of `calls` are. */
  paths?: Readonly<Record<string, string>>
  flags: Readonly<Record<string, Flag>>
  /** What the exit code says, where it is more than EXIT_CODES. */
  exitCodes?: string
}>

export const EXIT_CODES = '0: not blocked. 1: blocked. 2: no report was possible.'

/** What `perf-gate --help` prints. */
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

/** How a command is called, a line for each way. */
export function callLines(name: string, { calls }: Usage): readonly string[] {
  return calls.map((call) => `perf-gate ${name} ${call}`.trimEnd())
}

/** What `perf-gate NAME --help` prints. */
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

/** The paths and the flags of a command, each with what it means. */
export function usageRows({ paths = {}, flags }: Usage): readonly (readonly [string, string])[] {
  const rows = Object.entries(flags).map(([flag, { says, needs, ...shape }]) => {
    const condition = needs === undefined ? '' : `; with --${needs}`
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

/** Two columns: a name, and what it means. */
function columns(rows: readonly (readonly [string, string])[]): readonly string[] {
  const width = Math.max(...rows.map(([left]) => left.length))
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`)
}

import { UserError } from '../model/errors.ts'
import { checkPlaceholders, PROFILE_NAMES } from './placeholders.ts'

/**
 * How a profile is recorded. `node`: the process records itself from its start to its end. `command`: a program records during
 * the load.
 */
export type Profiler = Readonly<{ kind: 'node' }> | Readonly<{ kind: 'command'; name: string; command: string }>

/**
 * The commands of well-known profilers, as docs/guides/profiles.md names them. They record until they are interrupted, or for
 * {seconds}.
 */
const COMMANDS: Readonly<Record<string, string>> = {
  perf: 'perf record -F 499 -g -o {scratch}/perf.data -p {pids}; perf script -i {scratch}/perf.data > {output}',
  pprof: "curl --fail --location --silent --show-error -o {output} {address}/debug/pprof/profile'?'seconds={seconds}",
  'py-spy': 'py-spy record --format raw --subprocesses -o {output} -p {pid}',
}

const KNOWN = ['node', ...Object.keys(COMMANDS)]

/** Reads the name of a known profiler, or a command that writes a profile to {output}. Throws a UserError that says what is missing. */
export function parseProfiler(text: string, where: string): Profiler {
  if (text === 'node') return { kind: 'node' }
  const known = COMMANDS[text]
  if (known !== undefined) return { kind: 'command', name: text, command: known }
  if (!/\{output(?:-folder)?\}/.test(text)) {
    throw new UserError(
      `${where} is ${JSON.stringify(text)}. Give ${KNOWN.join(', ')}, or a command that writes a profile to {output}.`,
    )
  }
  checkPlaceholders(text, where, PROFILE_NAMES)
  return { kind: 'command', name: text.split(/\s/)[0] ?? text, command: text }
}

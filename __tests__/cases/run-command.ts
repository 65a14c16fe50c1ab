import { readFile } from 'node:fs/promises'
import { jest } from '@jest/globals'
import { compare } from '../../src/commands/compare.ts'
import { digest } from '../../src/commands/digest.ts'
import { inspect } from '../../src/commands/inspect.ts'
import { record } from '../../src/commands/record.ts'
import { UserError } from '../../src/model/errors.ts'

/** What must hold of one call of perf-gate. Patterns look at each line, and do not tell capitals apart. */
export type Expected = Readonly<{
  /** The exit codes that are right. */
  exit: readonly number[]
  /** The outcomes that are right. Absent: any that goes with the exit code. */
  outcome?: readonly string[]
  /** What the messages of the findings say, and what none of them says. */
  findings?: string
  notFindings?: string
  /** What is printed, on either output, and what is not. */
  text?: string
  notText?: string
}>

type Ran = Readonly<{ exit: number; outcome: string | null; findings: string; text: string }>

const COMMANDS = new Map([
  ['compare', compare],
  ['digest', digest],
  ['inspect', inspect],
  ['record', record],
])

/** Runs one command in this process, as cli.ts does. The report of `compare` goes to the file `json`. */
export async function runCommand(program: string, args: readonly string[], json: string): Promise<Ran> {
  const printed: string[] = []
  const print = (text: unknown): boolean => printed.push(String(text)) > 0
  const spies = [
    jest.spyOn(process.stdout, 'write').mockImplementation(print),
    jest.spyOn(process.stderr, 'write').mockImplementation(print),
  ]
  const exit = await start(program, program === 'compare' ? [...args, '--json', json] : args, print).finally(() => {
    for (const spy of spies) spy.mockRestore()
  })
  const report = await readFile(json, 'utf8').then(JSON.parse, () => null)
  const findings: readonly { message: string }[] = report?.findings ?? []
  return {
    exit,
    outcome: report?.outcome ?? null,
    findings: findings.map(({ message }) => message).join('\n'),
    text: printed.join(''),
  }
}

async function start(program: string, args: readonly string[], print: (text: string) => void): Promise<number> {
  try {
    return (await COMMANDS.get(program)?.(args)) ?? Number.NaN
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    print(`perf-gate: ${error.message}\n`)
    return 2
  }
}

/** What of a case does not hold. Empty: all of it does. */
export function broken(ran: Ran, expected: Expected): readonly string[] {
  // Names are code spans in a report, and most cases leave out the backticks.
  const text = `${ran.text}\n${ran.text.replaceAll('`', '')}`
  const all = [
    { holds: expected.exit.includes(ran.exit), what: `exit code ${ran.exit}` },
    { holds: expected.outcome?.includes(ran.outcome ?? '') ?? true, what: `outcome ${ran.outcome}` },
    { holds: matches(expected.findings, ran.findings) ?? true, what: `findings: ${ran.findings}` },
    { holds: !(matches(expected.notFindings, ran.findings) ?? false), what: `findings: ${ran.findings}` },
    { holds: matches(expected.text, text) ?? true, what: `text: ${ran.text}` },
    { holds: !(matches(expected.notText, text) ?? false), what: `text: ${ran.text}` },
  ]
  return all.flatMap(({ holds, what }) => (holds ? [] : [what]))
}

function matches(pattern: string | undefined, text: string): boolean | null {
  return pattern === undefined ? null : new RegExp(pattern, 'im').test(text)
}

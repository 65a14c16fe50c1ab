import { type ActionCommand, parseCommandV1, parseCommandV2, REGISTERED } from './action-command.ts'

type Annotation = Readonly<{
  level: 'error' | 'warning' | 'notice'
  message: string
  properties: ReadonlyMap<string, string>
}>
type LoggedCommand = ActionCommand & Readonly<{ stream: 'stdout' | 'stderr' }>

/** What the runner makes of the lines that a step prints. */
export type StepLog = Readonly<{
  /** All commands that the runner obeyed, in order. */
  commands: readonly LoggedCommand[]
  /** The text on the page of the step. Commands are removed, and masked values are `***`. */
  lines: readonly string[]
  /** At most ten annotations per level, because the runner drops further ones. */
  annotations: readonly Annotation[]
  /** The values that the step asked to hide, each once. */
  masks: readonly string[]
  /** The values of `set-output` and `save-state` commands. perf-gate should never set one by printing it. */
  outputs: ReadonlyMap<string, string>
  state: ReadonlyMap<string, string>
  /** The reason why a command made the step fail, for example `set-env`, which is disabled. */
  failures: readonly string[]
}>

/** https://github.com/actions/runner/blob/258d6c857db3519913f7deb6004b60172f8043ae/src/Runner.Worker/ExecutionContext.cs#L144-L146 */
const MAX_ANNOTATIONS_PER_LEVEL = 10
const MAX_MESSAGE_CHARACTERS = 4096

const LEVELS: ReadonlySet<string> = new Set(['error', 'warning', 'notice'])

/**
 * Collects lines as the runner does. Call `add` for each line in the order of arrival, and then `read`.
 *
 * @param secrets the values that the runner hides from the start, such as the job's token
 */
export function createStepLog(secrets: readonly string[] = []): Readonly<{
  add: (stream: 'stdout' | 'stderr', line: string) => void
  read: () => StepLog
}> {
  const registered = new Set(REGISTERED)
  const commands: LoggedCommand[] = []
  const lines: string[] = []
  const annotations: Annotation[] = []
  const masks = new Set<string>()
  const outputs = new Map<string, string>()
  const state = new Map<string, string>()
  const failures: string[] = []
  let stopToken: string | null = null

  function annotate(level: Annotation['level'], { properties, data }: ActionCommand): void {
    if (annotations.filter((annotation) => annotation.level === level).length >= MAX_ANNOTATIONS_PER_LEVEL) return
    annotations.push({ level, message: data.slice(0, MAX_MESSAGE_CHARACTERS), properties })
  }

  function named(command: ActionCommand, values: Map<string, string>): void {
    const name = command.properties.get('name')
    if (name === undefined) failures.push(`Required field 'name' is missing in ##[${command.command}] command.`)
    else values.set(name, command.data)
  }

  function stop(token: string): void {
    if (token === '' || registered.has(token.toLowerCase()) || token.toLowerCase() === 'pause-logging') {
      failures.push(`The token '${token}' cannot stop commands.`)
      return
    }
    stopToken = token.toLowerCase()
    registered.add(stopToken)
  }

  /** The whole value and each of its lines, as in the runner's AddMaskCommandExtension. */
  function hide(secret: string): void {
    const parts = [secret, ...secret.split(/[\r\n]+/).map((line) => line.trim())]
    for (const part of parts) if (part !== '') masks.add(part)
  }

  function obey(command: ActionCommand): void {
    const { command: name, data } = command
    if (name === 'stop-commands') stop(data)
    else if (name === 'error' || name === 'warning' || name === 'notice') annotate(name, command)
    else if (name === 'set-output') named(command, outputs)
    else if (name === 'save-state') named(command, state)
    else if (name === 'add-mask') hide(data)
    else if (name === 'set-env' || name === 'add-path') failures.push(`The \`${name}\` command is disabled.`)
  }

  function process(stream: 'stdout' | 'stderr', line: string): boolean {
    const command = parseCommandV2(line, registered) ?? parseCommandV1(line, registered)
    if (command === null) return false
    if (stopToken === null) {
      commands.push({ ...command, stream })
      obey(command)
      return true
    }
    if (command.command !== stopToken) return false
    registered.delete(stopToken)
    stopToken = null
    return true
  }

  return {
    add(stream, line) {
      if (!process(stream, line)) lines.push(line)
      else {
        const last = commands.at(-1)
        if (last !== undefined && LEVELS.has(last.command)) lines.push(`${last.command}: ${last.data}`)
      }
    },
    read() {
      const mask = (line: string): string =>
        [...secrets, ...masks].reduce((masked, secret) => masked.replaceAll(secret, '***'), line)
      return { commands, lines: lines.map(mask), annotations, masks: [...masks], outputs, state, failures }
    },
  }
}

/**
 * Splits a stream into lines as .NET does: at `\n`, `\r\n` and a lone `\r`. Returns one function for each chunk, and one for the
 * end.
 */
export function createLineSplitter(
  onLine: (line: string) => void,
): Readonly<{ write: (chunk: string) => void; end: () => void }> {
  let rest = ''
  return {
    write(chunk) {
      rest += chunk
      // A `\r` at the end of a chunk may be the first half of `\r\n`.
      for (let found = /\r\n|\n|\r(?!$)/.exec(rest); found !== null; found = /\r\n|\n|\r(?!$)/.exec(rest)) {
        onLine(rest.slice(0, found.index))
        rest = rest.slice(found.index + found[0].length)
      }
    },
    end() {
      if (rest !== '') onLine(rest.replace(/\r$/, ''))
      rest = ''
    },
  }
}

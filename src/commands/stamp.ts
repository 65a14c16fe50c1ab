import { createHash } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { K6 } from '../formats/k6-tool.ts'
import { FORMATS } from '../formats/registry.ts'
import { UserError } from '../model/errors.ts'
import { terminalText } from '../model/terminal-text.ts'
import { text } from '../model/text.ts'
import { parseRunJson } from '../results/run-json.ts'
import { planStamps, type StampFacts } from '../results/stamp.ts'
import { checkedOutCommit, installedVersion, jobId, machineClass } from '../setup/this-machine.ts'
import { checkCommit, FlagError, readArguments } from './arguments.ts'
import { print } from './print.ts'
import { readFlagFile } from './read-flag-file.ts'
import type { Usage } from './usage.ts'

/** The value of a flag for a fact that nobody knows. The fact is then not looked up on this machine. */
const UNKNOWN = 'unknown'

/** Of a longer text, only the hash is kept. */
const MAX_LOAD_CHARACTERS = 300

export const USAGE = {
  guide: 'docs/results.md',
  calls: ['PATH...'],
  paths: { PATH: 'a result, or a folder with results' },
  flags: {
    commit: {
      type: 'string',
      value: 'SHA',
      says: 'the commit of the candidate; default: the one that is checked out here',
    },
    'baseline-commit': { type: 'string', value: 'SHA', says: 'the commit of the baseline' },
    script: { type: 'string', value: 'FILE', says: 'the load script, whose hash is written' },
    load: { type: 'string', value: 'TEXT', says: 'a description of the load, in your words' },
    part: { type: 'string', value: '2/3', says: 'which of several load generators this is' },
    tool: { type: 'string', value: 'NAME', says: 'the tool, when the results do not name it' },
    'tool-version': {
      type: 'string',
      value: 'X.Y.Z',
      needs: 'tool',
      says: 'its version; default: the installed version',
    },
    'k6-version': {
      type: 'string',
      value: 'X.Y.Z',
      says: 'the version, when --tool is not given; default: the installed version',
    },
    'started-at': { type: 'string', value: 'TIME', says: 'when the load began; default: found in the result' },
    machine: { type: 'string', value: 'TEXT', says: 'the class of the machine; default: that of this machine' },
    job: { type: 'string', value: 'TEXT', says: 'the job that measured; default: this job' },
    force: { type: 'boolean', says: 'replaces what an earlier call wrote' },
  },
  exitCodes: '0: all is stamped. 1: a result could not be stamped. 2: nothing was stamped.',
} as const satisfies Usage

/** `perf-gate stamp` writes run.json beside each result. Exit code 1: a result could not be stamped. */
export async function stamp(args: readonly string[]): Promise<number> {
  const { values, positionals } = readArguments(args, USAGE.flags, true)
  if (positionals.length === 0) throw new FlagError('No path is given.')
  for (const flag of ['commit', 'baseline-commit'] as const) {
    if (values[flag] !== UNKNOWN) checkCommit(flag, values[flag])
  }
  checkStart(values['started-at'])
  const facts: StampFacts = {
    commits: {
      candidate: await given(values.commit, () => checkedOutCommit(process.env, process.cwd())),
      baseline: await given(values['baseline-commit'], () => null),
    },
    jobId: await given(values.job, () => jobId(process.env)),
    machine: await given(values.machine, machineClass),
    tool: values.tool ?? null,
    versionOf: versionsOf(values),
    scriptHash: values.script === undefined ? null : await hashOfFile(values.script),
    load: values.load === undefined ? null : shortened(values.load),
    ...partOf(values.part),
    startedAt: await given(values['started-at'], () => 'of-file'),
  }
  let isWhole = true
  for (const path of positionals) isWhole = (await stampPath(path, facts, values.force ?? false)) && isWhole
  return isWhole ? 0 : 1
}

type Versions = Readonly<{
  'tool-version'?: string | undefined
  'k6-version'?: string | undefined
}>

/** Asks each tool for its version at most once, and only when no result and no flag gives the version. */
function versionsOf(said: Versions): StampFacts['versionOf'] {
  const known = new Map<string, Promise<string | null>>()
  return (tool) => {
    const flag = said['tool-version'] ?? (tool === K6.name ? said['k6-version'] : undefined)
    const version = known.get(tool) ?? given(flag, () => installedVersion(tool))
    known.set(tool, version)
    return version
  }
}

/** The value of the flag. With `unknown` the fact stays unknown, because results may be stamped much later on another machine. */
async function given<T>(said: string | undefined, find: () => T | Promise<T>): Promise<string | T | null> {
  if (said === undefined) return await find()
  return said === UNKNOWN ? null : said
}

/** `2/3`: the second of three load generators that share the run. */
function partOf(text: string | undefined): Pick<StampFacts, 'part' | 'parts'> {
  if (text === undefined) return {}
  const [, part = 0, parts = 0] = /^(\d{1,6})\/(\d{1,6})$/.exec(text)?.map(Number) ?? []
  if (part >= 1 && part <= parts) return { part, parts }
  throw new UserError(
    `--part cannot be ${JSON.stringify(text)}. Give the number of this load generator and how many there are, such as 2/3.`,
  )
}

/** The written time must be readable again, so the reader of run.json checks it. */
function checkStart(startedAt: string | undefined): void {
  if (startedAt === undefined || startedAt === UNKNOWN) return
  try {
    parseRunJson(JSON.stringify({ schemaVersion: 1, startedAt }))
  } catch (error) {
    const message = `--started-at cannot be ${JSON.stringify(startedAt)}. Give a time such as 2026-01-31T09:00:00Z.`
    throw new UserError(message, { cause: error })
  }
}

async function stampPath(path: string, facts: StampFacts, force: boolean): Promise<boolean> {
  const { stamps, problems } = await planStamps(path, facts, FORMATS)
  const writable = stamps.filter(({ exists }) => force || !exists)
  for (const { path: file, content } of writable) await writeFile(file, `${JSON.stringify(content, null, 2)}\n`)
  const kept = stamps.length - writable.length
  const note = kept === 0 ? '' : ` ${kept} had a run.json, which was kept; --force replaces it.`
  print(`Stamped ${writable.length} of ${stamps.length + problems.length} runs in ${path}.${note}\n`)
  if (facts.startedAt === 'of-file' && writable.some(({ content }) => content.startedAt === null)) {
    process.stderr.write(
      'The start of some runs is not known. Give it with --started-at, or stamp each run when it ends.\n',
    )
  }
  for (const problem of problems) process.stderr.write(`${terminalText(text`Not stamped: ${problem}`)}\n`)
  return problems.length === 0
}

async function hashOfFile(path: string): Promise<string> {
  return createHash('sha256')
    .update(await readFlagFile('script', path))
    .digest('hex')
}

/** The text may be a whole configuration file: --load "$(cat options.json)". */
function shortened(load: string): string {
  return load.length <= MAX_LOAD_CHARACTERS ? load : createHash('sha256').update(load).digest('hex')
}

import { readdir, readFile } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import { UserError } from '../model/errors.ts'
import { terminalText } from '../model/terminal-text.ts'
import { type Text, text } from '../model/text.ts'
import { type MonitorFiles, monitorFiles } from '../monitor/files.ts'
import { MARK } from '../monitor/mark.ts'
import { type PlannedFile, planFiles, writeFiles } from '../setup/planned-files.ts'
import { readArguments, requiredFlag } from './arguments.ts'
import { DEFAULT_POLICY_FILE, readPolicy } from './policy-option.ts'
import { print } from './print.ts'
import type { Usage } from './usage.ts'

export const USAGE = {
  guide: 'docs/guides/monitoring.md',
  calls: ['--out DIR'],
  flags: {
    out: {
      type: 'string',
      value: 'DIR',
      writes: 'folder',
      says: 'the folder for the alerts, tests, routes and dashboards',
    },
    policy: { type: 'string', value: 'FILE', says: 'the policy with the objectives; default: .github/perf-gate.yml' },
    check: { type: 'boolean', says: 'writes nothing, and says whether the files are up to date' },
  },
  exitCodes: '0: written, or up to date. 1: with --check, not up to date. 2: nothing could be read.',
} as const satisfies Usage

/**
 * `perf-gate monitor` writes alerts, routes and dashboards from the policy. Exit code 1: with `--check`, the files are out of
 * date.
 */
export async function monitor(args: readonly string[]): Promise<number> {
  const { values } = readArguments(args, USAGE.flags)
  const folder = requiredFlag('out', values.out)
  const { files, notes } = monitorFiles(await readPolicy(values.policy ?? DEFAULT_POLICY_FILE))
  const [planned, leftOver] = [await plan(folder, files), await leftOvers(folder, files)]
  if (values.check === true) return check(folder, planned, leftOver)
  await writeFiles(folder, planned)
  print(summary(folder, planned, leftOver, notes))
  return 0
}

async function plan(folder: string, files: MonitorFiles['files']): Promise<readonly PlannedFile[]> {
  return await planFiles(folder, files).catch((error: NodeJS.ErrnoException) => {
    throw new UserError(`The folder ${folder} cannot be read (${error.code}). Check the path after --out.`)
  })
}

function check(folder: string, planned: readonly PlannedFile[], leftOver: readonly string[]): number {
  const old = [
    ...planned.flatMap(({ path, state }) =>
      state === 'same' ? [] : [`${state === 'new' ? 'missing' : 'old'.padEnd(7)}   ${join(folder, path)}\n`],
    ),
    ...leftOver.map((path) => `left over ${join(folder, path)}\n`),
  ]
  if (old.length === 0) {
    print(`${folder} is what the policy says: ${planned.length} files.\n`)
    return 0
  }
  const deletion = leftOver.length === 0 ? '' : ', delete what is left over'
  print(`${old.join('')}Run perf-gate monitor again without --check${deletion}, and commit the result.\n`)
  return 1
}

const VERBS = { new: 'wrote', same: 'already there', differs: 'replaced' } as const

function summary(
  folder: string,
  planned: readonly PlannedFile[],
  leftOver: readonly string[],
  notes: readonly Text[],
): string {
  const written = planned.map(({ path, state }) => `${VERBS[state].padEnd(14)} ${join(folder, path)}\n`)
  const left = leftOver.map(
    (path) => `${'left over'.padEnd(14)} ${join(folder, path)}: delete it, the policy has no such service.\n`,
  )
  return [...written, ...left, ...notes.map((note) => `${terminalText(text`Note: ${note}`)}\n`)].join('')
}

/**
 * The files that an earlier policy left in these folders. Their mark tells them from the files of the team, which may lie beside
 * them.
 */
async function leftOvers(folder: string, files: MonitorFiles['files']): Promise<readonly string[]> {
  const wanted = new Set(files.map(({ path }) => path))
  const folders = new Set(files.map(({ path }) => path.split('/')[0] ?? ''))
  const found = await Promise.all([...folders].map(async (name) => await filesBelow(folder, name)))
  const others = found.flat().filter((path) => !wanted.has(path))
  const marked = await Promise.all(
    others.map(async (path) => ((await readFile(join(folder, path), 'utf8')).includes(MARK) ? [path] : [])),
  )
  return marked.flat().toSorted()
}

async function filesBelow(folder: string, name: string): Promise<readonly string[]> {
  const entries = await readdir(join(folder, name), { recursive: true, withFileTypes: true }).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return []
      throw new UserError(
        `The folder ${join(folder, name)} cannot be read (${error.code}). Check the path after --out.`,
      )
    },
  )
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll(sep, '/'))
}

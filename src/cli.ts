#!/usr/bin/env node
import { mkdir, readFile, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { type ParseArgsConfig, parseArgs } from 'node:util'
import type { Edges, GateResult, ResultSet } from './gate.ts'
import type { BaselineLookup } from './model/baseline.ts'
import { UserError } from './model/errors.ts'
import type { Policy } from './model/policy.ts'
import type { ReportContext } from './model/report.ts'
import type { Variant } from './model/run.ts'

const USAGE = `perf-gate compare --baseline PATH --candidate PATH   compares two folders, files, or a store with results
perf-gate compare --results PATH                     compares pairs: <service>/{baseline,candidate}/run-<n>
    [--policy FILE] [--max-regression 5%] [--json FILE] [--markdown FILE]
perf-gate record --store DIR --results PATH --commit SHA
                                                     stores results as a baseline
perf-gate inspect PATH                               says what is understood of these files, and what is refused and why

Exit code 0: not blocked. 1: blocked. 2: no report was possible.
`

/** The service of results whose path names none. */
const DEFAULT_SERVICE = 'service'

const COMMANDS: ReadonlyMap<string, (args: readonly string[]) => Promise<number>> = new Map([
  ['compare', compare],
  ['record', record],
  ['inspect', inspect],
])

async function main(args: readonly string[]): Promise<number> {
  const [name, ...rest] = args
  if (name === undefined || name === '--help' || name === '-h') {
    process.stdout.write(USAGE)
    return name === undefined ? 2 : 0
  }
  const command = COMMANDS.get(name)
  if (command === undefined) throw new UserError(`Unknown command "${name}". The commands are:\n\n${USAGE}`)
  return await command(rest)
}

async function compare(args: readonly string[]): Promise<number> {
  const { values } = options(args, {
    baseline: { type: 'string' },
    candidate: { type: 'string' },
    results: { type: 'string' },
    policy: { type: 'string' },
    'max-regression': { type: 'string' },
    json: { type: 'string' },
    markdown: { type: 'string' },
  })
  const policy = await readPolicy(values.policy, values['max-regression'])
  const { verdict, report } = await judge(policy, await sidesOf(values))
  const { markdown } = report
  process.stdout.write(markdown)
  if (values.markdown !== undefined) await save(values.markdown, markdown)
  if (values.json !== undefined) {
    const { reportJson } = await import('./report/report-json.ts')
    await save(values.json, `${JSON.stringify(reportJson(verdict), null, 2)}\n`)
  }
  return verdict.blocked ? 1 : 0
}

async function record(args: readonly string[]): Promise<number> {
  const { values } = options(args, {
    store: { type: 'string' },
    results: { type: 'string' },
    commit: { type: 'string' },
    policy: { type: 'string' },
  })
  const commit = required('commit', values.commit)
  const directory = required('store', values.store)
  const { openDirectoryStore } = await import('./storage/directory-store.ts')
  const store = openDirectoryStore(directory)
  const policy = await readPolicy(values.policy, undefined)
  const sides = {
    origin: 'same-results',
    sets: [await resultSet(required('results', values.results), 'candidate')],
    lookup: () => store.load(),
  } as const
  const { verdict, report, collected } = await judge(policy, sides)
  for (const { path, problem } of collected.refusals) process.stderr.write(`Not recorded: ${path}: ${problem}\n`)
  const { recordsOf } = await import('./storage/records.ts')
  const records = recordsOf(verdict.services, { commit, recordedAt: new Date().toISOString() })
  if (records.length === 0) throw new UserError(`Nothing was recorded: ${values.results} holds no usable run.`)
  const { added, alreadyStored } = await store.append(records)
  process.stdout.write(
    `${report.title}\nRecorded ${added} runs in ${directory}; ${alreadyStored} were there already.\n`,
  )
  return collected.refusals.length > 0 ? 1 : 0
}

async function inspect(args: readonly string[]): Promise<number> {
  const { positionals } = options(args, {}, true)
  const [path, ...more] = positionals
  if (path === undefined || more.length > 0) throw new UserError('Give one path: perf-gate inspect PATH')
  const [{ collectRuns }, { FORMATS }, { inspectRuns }] = await Promise.all([
    import('./results/collect-runs.ts'),
    import('./formats/registry.ts'),
    import('./results/inspect.ts'),
  ])
  const { files, options: defaults } = await resultSet(path, 'candidate')
  const collected = await collectRuns(files, { ...defaults, formats: FORMATS })
  process.stdout.write(inspectRuns(collected))
  return collected.refusals.length > 0 || collected.runs.length === 0 ? 1 : 0
}

/** What a comparison reads. */
type Sides = Readonly<{
  origin: 'same-results' | 'other-results'
  sets: readonly ResultSet[]
  lookup: () => Promise<BaselineLookup | null>
}>

async function judge(policy: Policy, { origin, sets, lookup }: Sides): Promise<GateResult> {
  const { runGate } = await import('./gate.ts')
  const edges: Edges = {
    readResults: async () => sets,
    loadBaseline: lookup,
    readAncestry: async () => null,
    readOverrideFacts: async () => null,
  }
  return await runGate({ policy, context: contextOf(policy), origin }, edges)
}

async function sidesOf(values: Readonly<{ baseline?: string; candidate?: string; results?: string }>): Promise<Sides> {
  const { baseline, candidate, results } = values
  if (results !== undefined) {
    if (baseline !== undefined || candidate !== undefined) {
      throw new UserError('Give either --results, or --baseline and --candidate, not both.')
    }
    return { origin: 'same-results', sets: [await resultSet(results, 'candidate')], lookup: async () => null }
  }
  const candidateSet = await resultSet(required('candidate', candidate), 'candidate')
  const baselinePath = required('baseline', baseline)
  if (await isStore(baselinePath)) {
    const { openDirectoryStore } = await import('./storage/directory-store.ts')
    const store = openDirectoryStore(baselinePath)
    return { origin: 'other-results', sets: [candidateSet], lookup: () => store.load() }
  }
  const sets = [await resultSet(baselinePath, 'baseline'), candidateSet]
  return { origin: 'other-results', sets, lookup: async () => null }
}

/** A store has the folder v1; results never do, because a service's folder holds runs or variants. */
async function isStore(path: string): Promise<boolean> {
  const found = await stat(join(path, 'v1')).catch(() => null)
  return found?.isDirectory() ?? false
}

async function resultSet(path: string, variant: Variant): Promise<ResultSet> {
  const { readFolder } = await import('./results/folder.ts')
  return {
    files: await readFolder(path),
    refusals: [],
    options: { defaultService: DEFAULT_SERVICE, defaultVariant: variant, defaultCommit: null },
  }
}

async function readPolicy(path: string | undefined, maxRegression: string | undefined): Promise<Policy> {
  const inputs = { maxRegression }
  if (path === undefined) {
    const { defaultPolicy } = await import('./policy/default-policy.ts')
    return defaultPolicy(inputs)
  }
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new UserError(`The policy file ${path} cannot be read (${error.code}). Check the path after --policy.`)
  })
  const { parsePolicy } = await import('./policy/policy-file.ts')
  return parsePolicy(text, path, inputs)
}

function contextOf(policy: Policy): ReportContext {
  return {
    gateName: 'perf-gate',
    generatedFor: 'command-line',
    repository: null,
    headSha: null,
    baseBranch: null,
    pullRequest: null,
    runUrl: null,
    runId: null,
    policySource: policy.source,
    overrideLabel: null,
    actionReference: null,
  }
}

async function save(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, text)
}

function options<T extends NonNullable<ParseArgsConfig['options']>>(
  args: readonly string[],
  config: T,
  allowPositionals = false,
) {
  try {
    return parseArgs({ args: [...args], options: config, allowPositionals, strict: true })
  } catch (error) {
    throw new UserError(`${error instanceof Error ? error.message : String(error)}\n\n${USAGE}`)
  }
}

function required(flag: string, value: string | undefined): string {
  if (value === undefined || value === '') throw new UserError(`--${flag} is missing.\n\n${USAGE}`)
  return value
}

try {
  process.exitCode = await main(process.argv.slice(2))
} catch (error) {
  // Whoever can mend it needs the sentence; for our own mistakes the stack is what a bug report needs.
  const text =
    error instanceof UserError ? error.message : error instanceof Error ? (error.stack ?? error.message) : String(error)
  process.stderr.write(`perf-gate: ${text}\n`)
  process.exitCode = 2
}

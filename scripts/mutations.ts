import { execFileSync, spawn } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { argv, execPath, stdout } from 'node:process'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import type { Mutation } from './mutations/mutation.ts'
import { THREAT_MUTATIONS } from './mutations/threat-mutations.ts'

/**
 * Takes each defence of docs/security.md out of a copy of the sources, one at a time, and runs the test that is named for it. The
 * test must pass with the defence and fail without it, by what it expects. Exit code 1 where one does not.
 *
 *   node scripts/mutations.ts [--quick] [--row 7]
 *
 * `--quick` leaves out the tests on the bundle, which is built anew for each of them.
 */
const { values: flags } = parseArgs({
  args: argv.slice(2),
  options: { quick: { type: 'boolean', default: false }, row: { type: 'string' } },
})

const root = fileURLToPath(new URL('..', import.meta.url))

/** Longer than any of these tests takes. */
const TIMEOUT_MS = 120_000

type TestResult = Readonly<{ fullName: string; status: string; failureMessages: readonly string[] }>
type Report = Readonly<{
  testResults: readonly Readonly<{ message: string; assertionResults: readonly TestResult[] }>[]
}>

/** What is wrong with a mutation; null: the test catches it. */
type Answer = Readonly<{ mutation: Mutation; problem: string | null; seconds: number }>

function isEndToEnd({ test }: Mutation): boolean {
  return test.path.startsWith('__tests__/e2e/')
}

/** The files that git knows or would add, in a folder of their own that finds the same packages. */
function copySources(): string {
  const folder = mkdtempSync(join(tmpdir(), 'perf-gate-mutations-'))
  const list = ['ls-files', '--cached', '--others', '--exclude-standard', '--deduplicate', '-z']
  for (const path of execFileSync('git', list, { cwd: root, encoding: 'utf8' }).split('\0')) {
    if (path !== '') cpSync(join(root, path), join(folder, path))
  }
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))
  return folder
}

/** Runs tests whose names hold one of these titles; null: they did not end. */
async function runTests(
  folder: string,
  paths: readonly string[],
  titles: readonly string[],
): Promise<readonly TestResult[] | null> {
  const output = join(folder, 'mutations.json')
  rmSync(output, { force: true })
  const pattern = titles.map((title) => title.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|')
  const options = [
    '--config',
    writeConfig(folder),
    '--json',
    '--outputFile',
    output,
    '--forceExit',
    '-t',
    pattern,
    '--runTestsByPath',
    ...paths,
  ]
  const jest = ['--experimental-vm-modules', '--no-warnings', 'node_modules/jest/bin/jest.js', ...options]
  const child = spawn(execPath, jest, { cwd: folder, stdio: 'ignore', timeout: TIMEOUT_MS, killSignal: 'SIGKILL' })
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve))
  if (code === null) return null
  const { testResults } = JSON.parse(readFileSync(output, 'utf8')) as Report
  const broken = testResults.find(({ assertionResults }) => assertionResults.length === 0)
  if (broken !== undefined) throw new Error(`A test file could not be read:\n${broken.message}`)
  return testResults.flatMap(({ assertionResults }) => assertionResults).filter(({ status }) => status !== 'pending')
}

/** A test is in one of three suites. Here any of them may be asked for. */
function writeConfig(folder: string): string {
  const path = join(folder, 'jest.mutations.config.mjs')
  const testMatch = "['<rootDir>/__tests__/**/*.test.ts']"
  writeFileSync(
    path,
    `import unit from './jest.config.mjs'\nexport default { ...unit, testMatch: ${testMatch}, testPathIgnorePatterns: ['/node_modules/'] }\n`,
  )
  return path
}

function build(folder: string): void {
  execFileSync(execPath, ['scripts/build.ts'], { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] })
}

/** Every test that is named is there and passes while nothing is taken away. */
async function requirePassing(folder: string, mutations: readonly Mutation[]): Promise<void> {
  if (mutations.length === 0) return
  const results = await runTests(
    folder,
    [...new Set(mutations.map(({ test }) => test.path))],
    [...new Set(mutations.map(({ test }) => test.title))],
  )
  const failed = (results ?? []).filter(({ status }) => status !== 'passed').map(({ fullName }) => fullName)
  const absent = mutations.filter(({ test }) => !results?.some(({ fullName }) => fullName.includes(test.title)))
  if (failed.length + absent.length > 0) {
    throw new Error(
      `Tests that do not pass as it is: ${[...failed, ...absent.map(({ test }) => `"${test.title}" (absent)`)].join(', ')}`,
    )
  }
}

/** Expectations of Jest, of fast-check, and of Node. A test that only crashes says nothing of the defence. */
const ASSERTION = /expect\(|Property failed after|AssertionError/

async function take(folder: string, mutation: Mutation): Promise<string | null> {
  const path = join(folder, mutation.file)
  const text = readFileSync(path, 'utf8')
  if (text.split(mutation.defence).length !== 2) return 'its text is not in the file exactly once'
  writeFileSync(
    path,
    text.replace(mutation.defence, () => mutation.without),
  )
  try {
    if (isEndToEnd(mutation)) build(folder)
    const results = await runTests(folder, [mutation.test.path], [mutation.test.title])
    if (results === null) return 'the test did not end'
    const failures = results
      .filter(({ status }) => status === 'failed')
      .flatMap(({ failureMessages }) => failureMessages)
    if (failures.length === 0) return 'the test passes without the defence'
    return failures.some((message) => ASSERTION.test(message)) ? null : `no expectation failed, but: ${failures[0]}`
  } catch (error) {
    return error instanceof Error ? error.message.slice(0, 1000) : String(error)
  } finally {
    writeFileSync(path, text)
  }
}

const chosen = THREAT_MUTATIONS.filter(({ row }) => flags.row === undefined || row === Number(flags.row)).filter(
  (mutation) => !(flags.quick && isEndToEnd(mutation)),
)
const answers: Answer[] = []
const queue = chosen.values()

/** Takes mutations from the shared queue, one after the other, in a copy that no other worker writes to. */
async function work(folder: string): Promise<void> {
  for (const mutation of queue) {
    const startMs = performance.now()
    const problem = await take(folder, mutation)
    const seconds = (performance.now() - startMs) / 1000
    answers.push({ mutation, problem, seconds })
    stdout.write(
      `${problem === null ? 'caught  ' : 'SURVIVED'} ${mutation.row}: ${mutation.takes} (${seconds.toFixed(1)} s)${problem === null ? '' : `\n  ${mutation.file}: ${problem}`}\n`,
    )
  }
}

const folders = Array.from({ length: availableParallelism() }, copySources)
const [first = ''] = folders
try {
  await requirePassing(
    first,
    chosen.filter((mutation) => !isEndToEnd(mutation)),
  )
  if (chosen.some(isEndToEnd)) build(first)
  await requirePassing(first, chosen.filter(isEndToEnd))
  await Promise.all(folders.map(work))
} finally {
  for (const folder of folders) rmSync(folder, { recursive: true })
}
const caught = answers.filter(({ problem }) => problem === null)
const rows = new Set(caught.map(({ mutation }) => mutation.row))
stdout.write(`${caught.length} of ${answers.length} mutations caught, of ${rows.size} threats\n`)
if (answers.length === 0 || caught.length < answers.length) process.exitCode = 1

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
 * Removes each defence of docs/security.md from a copy of the sources, one at a time, and runs the test that is named for the
 * defence. The test must pass with the defence, and one of its expectations must fail without it. Exit code 1: a test does not
 * catch its mutation.
 *
 *   node scripts/mutations.ts [--quick] [--row 7]
 *
 * `--quick` leaves out the tests on the bundle, because each of them needs a new build.
 */
const { values: flags } = parseArgs({
  args: argv.slice(2),
  options: { quick: { type: 'boolean', default: false }, row: { type: 'string' } },
})

const root = fileURLToPath(new URL('..', import.meta.url))

/** No test of a mutation takes longer than this. */
const TIMEOUT_MS = 120_000

type TestResult = Readonly<{ fullName: string; status: string; failureMessages: readonly string[] }>
type Report = Readonly<{
  testResults: readonly Readonly<{ message: string; assertionResults: readonly TestResult[] }>[]
}>

/** The problem of a mutation. null: the test catches it. */
type Answer = Readonly<{ mutation: Mutation; problem: string | null; seconds: number }>

function isEndToEnd({ test }: Mutation): boolean {
  return test.path.startsWith('__tests__/e2e/')
}

/** Copies the files that git tracks or would add into a folder that uses the same node_modules. */
function copySources(): string {
  const folder = mkdtempSync(join(tmpdir(), 'perf-gate-mutations-'))
  const list = ['ls-files', '--cached', '--others', '--exclude-standard', '--deduplicate', '-z']
  for (const path of execFileSync('git', list, { cwd: root, encoding: 'utf8' }).split('\0')) {
    if (path !== '') cpSync(join(root, path), join(folder, path))
  }
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))
  return folder
}

/** Runs the tests whose names contain one of these titles. null: they did not end in time. */
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

/** Writes a configuration with the tests of all suites, because a named test may be in any of them. */
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

/** Checks that each named test exists, and that it passes with all defences in place. */
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
      `Tests that do not pass with all defences in place: ${[...failed, ...absent.map(({ test }) => `"${test.title}" (absent)`)].join(', ')}`,
    )
  }
}

/** The expectations of Jest, fast-check and Node. A test that only crashes does not show that the defence matters. */
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

/** Takes mutations from the shared queue, one after the other. Each worker has its own copy of the sources. */
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

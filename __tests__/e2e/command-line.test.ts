import { execFileSync } from 'node:child_process'
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { execPath, version } from 'node:process'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { type CliResult, runCli } from './run-cli.ts'
import { REPOSITORY_ROOT } from './runner/job-environment.ts'

const RESULTS = join(REPOSITORY_ROOT, 'examples/checkout/results')
const BASELINE = join(RESULTS, 'checkout/baseline')
const CANDIDATE = join(RESULTS, 'checkout/candidate')
const COMMIT = 'a'.repeat(40)

/** A Node of version 20 on this machine, if there is one: the oldest version that the command line promises to run on. */
function systemNode20(): string | null {
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => !folder.includes('node_modules'))
  for (const folder of [...folders, '/usr/local/bin', '/usr/bin']) {
    try {
      const path = join(folder, 'node')
      if (execFileSync(path, ['--version'], { encoding: 'utf8' }).startsWith('v20.')) return path
    } catch {}
  }
  return null
}

const node20 = systemNode20()
const nodes: readonly (readonly [string, string])[] = [
  [version, execPath],
  ...(node20 === null || version.startsWith('v20.') ? [] : ([['v20 of the machine', node20]] as const)),
]

describe.each(nodes)('Node %s', (_, node) => {
  let folder: string

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'perf-gate-cli-'))
    await writeFile(join(folder, 'misspelt.yml'), 'version: 1\nservcies: {}\n')
    await mkdir(join(folder, 'truncated/run-1'), { recursive: true })
    await writeFile(join(folder, 'truncated/run-1/summary.json'), '{"metrics":')
    await mkdir(join(folder, 'damaged/v1'), { recursive: true })
    await writeFile(join(folder, 'damaged/v1/service.ndjson'), '{"cut')
    await mkdir(join(folder, 'empty'))
    await mkdir(join(folder, 'unusable'))
    await writeFile(join(folder, 'unusable/v1'), 'a file where the store has a folder')
  })

  afterAll(async () => {
    await rm(folder, { recursive: true })
  })

  async function run(...args: readonly string[]): Promise<CliResult> {
    return await runCli(args, { folder, node })
  }

  test("the README's first command finds the regression", async () => {
    const result = await runCli(['compare', '--results', 'examples/checkout/results'], { node })
    expect(result).toMatchObject({ exitCode: 1, stderr: '' })
    expect(result.stdout).toMatch(
      /^# Performance report: perf-gate\n\n❌ \*\*Blocked: p95 of `POST \/orders` in `checkout`/,
    )
  })

  test('compare of two folders that are the same passes, and writes the report as files', async () => {
    const files = ['--json', 'out/report.json', '--markdown', 'out/report.md']
    const result = await run('compare', '--baseline', BASELINE, '--candidate', BASELINE, ...files)
    const stderr = 'Both sides are the same path, so nothing can differ.\n'
    expect(result).toMatchObject({ exitCode: 0, stderr })
    expect(await readFile(join(folder, 'out/report.md'), 'utf8')).toBe(result.stdout)
    const json = JSON.parse(await readFile(join(folder, 'out/report.json'), 'utf8'))
    expect(json).toMatchObject({ schemaVersion: 1, blocked: false, compared: 3, expected: 3 })
  })

  test('a name in a result is no command for the runner whose log gets the report; files keep the name', async () => {
    const summary = await readFile(join(BASELINE, 'run-1/summary.json'), 'utf8')
    await writeFile(join(folder, 'hostile.json'), summary.replaceAll('GET /cart', '##[add-mask]cart'))
    const files = ['--markdown', 'out/hostile.md']
    const { exitCode, stdout } = await run(
      'compare',
      '--baseline',
      'hostile.json',
      '--candidate',
      'hostile.json',
      ...files,
    )
    expect(exitCode).toBe(0)
    expect(stdout).toContain('##\u200b[add-mask]cart')
    expect(stdout).not.toContain('##[')
    expect(await readFile(join(folder, 'out/hostile.md'), 'utf8')).toContain('`##[add-mask]cart`')
  })

  test('a result that is named alone brings its exit code: an aborted run is not green', async () => {
    await cp(join(BASELINE, 'run-1'), join(folder, 'aborted'), { recursive: true })
    await writeFile(join(folder, 'aborted/exit-code'), '107')
    const alone = ['--baseline', join(BASELINE, 'run-2/summary.json'), '--candidate', 'aborted/summary.json']
    const result = await run('compare', ...alone)
    expect(result.exitCode).toBe(1)
    expect(result.stdout).toContain('the candidate result `exit-code` cannot be used')
  })

  test.each([[['record', '--store', 'unusable', '--results', BASELINE, '--commit', COMMIT], 'cannot be used (E']])(
    'a path that the file system refuses is no stack trace: %j',
    async (args, message) => {
      const { exitCode, stderr } = await run(...args)
      expect(exitCode).toBe(2)
      expect(stderr).toContain(message)
      expect(stderr).toContain('Check the path, and who may read and write there.\n')
      expect(stderr).not.toMatch(/^ {4}at /m)
    },
  )

  test('the same comparison prints the same report twice', async () => {
    const [first, second] = [await run('compare', '--results', RESULTS), await run('compare', '--results', RESULTS)]
    expect(second).toEqual(first)
  })

  test('record stores runs once, and compare reads them', async () => {
    const args = ['record', '--store', 'store', '--results', BASELINE, '--commit', COMMIT]
    expect(await run(...args)).toEqual({
      exitCode: 0,
      stdout: 'Recorded 5 runs in store; 0 were there already.\n',
      stderr: '',
    })
    expect((await run(...args)).stdout).toContain('Recorded 0 runs in store; 5 were there already.\n')
    const compared = await run('compare', '--baseline', 'store', '--candidate', CANDIDATE)
    expect(compared).toMatchObject({ exitCode: 1, stderr: '' })
    expect(compared.stdout).toContain('15.6 % slower (limit 5 %)')
  })

  test('inspect says what it understands of real results', async () => {
    const result = await run('inspect', RESULTS)
    expect(result).toMatchObject({ exitCode: 0, stderr: '' })
    expect(result.stdout).toMatch(/^10 runs understood, 0 results refused\.\n\ncheckout · baseline · run 1\n/)
  })

  test('stamp writes what the report then knows', async () => {
    await cp(RESULTS, join(folder, 'stamped'), { recursive: true })
    const script = join(REPOSITORY_ROOT, 'examples/checkout/load.js')
    const flags = ['--script', script, '--load', '100 requests per second', '--k6-version', '2.2.0', '--commit', COMMIT]
    expect(await run('stamp', 'stamped', '--force', ...flags)).toEqual({
      exitCode: 0,
      stdout: 'Stamped 10 of 10 runs in stamped.\n',
      stderr: '',
    })
    expect(await run('stamp', 'stamped')).toMatchObject({
      exitCode: 0,
      stdout: 'Stamped 0 of 10 runs in stamped. 10 had a run.json, which was kept; --force replaces it.\n',
    })
    const stamp = JSON.parse(await readFile(join(folder, 'stamped/checkout/candidate/run-2/run.json'), 'utf8'))
    expect(stamp).toMatchObject({ schemaVersion: 1, testedCommit: COMMIT, k6Version: '2.2.0', slot: 2 })
    expect((await run('compare', '--results', RESULTS)).stdout).toContain('Not known:')
    expect((await run('compare', '--results', 'stamped')).stdout).not.toContain('Not known:')
  })

  test('stamp takes no fact of this machine where it is told that nobody knows it', async () => {
    await cp(RESULTS, join(folder, 'elsewhere'), { recursive: true })
    const unknown = ['commit', 'machine', 'started-at', 'k6-version'].flatMap((flag) => [`--${flag}`, 'unknown'])
    const result = await run('stamp', 'elsewhere', '--force', '--job', 'night 7', ...unknown)
    expect(result).toMatchObject({ exitCode: 0, stderr: '' })
    const stamp = JSON.parse(await readFile(join(folder, 'elsewhere/checkout/candidate/run-2/run.json'), 'utf8'))
    expect(stamp).toEqual({
      schemaVersion: 1,
      testedCommit: null,
      jobId: 'night 7',
      machine: null,
      tool: 'k6',
      toolVersion: null,
      k6Version: null,
      scriptHash: null,
      load: null,
      startedAt: null,
      slot: 2,
    })
  })

  describe('init', () => {
    const target = (): string => join(folder, 'shop')
    const init = (...args: readonly string[]) =>
      runCli(['init', '--action', `acme/perf-gate@${COMMIT}`, ...args], { folder: target(), node })

    beforeAll(async () => {
      await mkdir(join(target(), 'services/orders'), { recursive: true })
      await cp(join(REPOSITORY_ROOT, 'examples/checkout/load.js'), join(target(), 'services/orders/load.js'))
      const git = (...args: readonly string[]) => execFileSync('git', args, { cwd: target() })
      git('init', '--quiet', '--initial-branch', 'trunk')
      git('remote', 'add', 'origin', 'git@github.com:acme/shop.git')
    })

    test('writes the files, and says what it found and what is left to do', async () => {
      const result = await init('--setup', 'stored-baseline')
      expect(result).toMatchObject({ exitCode: 0, stderr: '' })
      expect(result.stdout).toContain('wrote          .github/workflows/perf.yml\n')
      expect(result.stdout).toContain('wrote          .github/workflows/perf-look.yml\n')
      expect(result.stdout).toContain('wrote          .github/perf-gate.yml\n')
      expect(result.stdout).toContain(
        'Found: acme/shop, default branch trunk, the k6 script services/orders/load.js of the service orders\n',
      )
      const workflow = await readFile(join(target(), '.github/workflows/perf.yml'), 'utf8')
      expect(workflow).toContain('branches: ["trunk"]')
      expect(workflow).toContain('"service":"orders"')
      expect(workflow).toContain(`uses: acme/perf-gate@${COMMIT}`)
    })

    test('writes nothing twice', async () => {
      const { exitCode, stdout } = await init('--setup', 'stored-baseline')
      expect(exitCode).toBe(0)
      expect(stdout).toContain('already there  .github/workflows/perf.yml\n')
    })

    test('never overwrites without saying so', async () => {
      const path = join(target(), '.github/perf-gate.yml')
      await writeFile(path, 'version: 1\n')
      expect(await init('--setup', 'stored-baseline')).toEqual({
        exitCode: 2,
        stdout: '',
        stderr:
          'perf-gate: These files exist and differ from what would be written. Nothing was written.\n  .github/perf-gate.yml\nMove them away, or replace them with --force.\n',
      })
      expect(await readFile(path, 'utf8')).toBe('version: 1\n')
      const forced = await init('--setup', 'stored-baseline', '--force')
      expect(forced.stdout).toContain('replaced       .github/perf-gate.yml\n')
      expect(await readFile(path, 'utf8')).toContain('#defaults:')
    })

    test('writes the workflow of another tool, and what the tool needs', async () => {
      const wrk = await init('--tool', 'wrk', '--force')
      expect(wrk).toMatchObject({ exitCode: 0, stderr: '' })
      expect(wrk.stdout).toContain('wrote          perf-gate.lua\n')
      expect(await readFile(join(target(), 'perf-gate.lua'), 'utf8')).toMatch(/^-- Prints one line of JSON/)
      const measure = await readFile(join(target(), '.github/perf-gate.measure.yml'), 'utf8')
      expect(measure).toContain('    load: wrk -t2 -c8 -d30s --latency -s perf-gate.lua {address}/')
      expect(await init('--tool', 'jmh', '--setup', 'stored-baseline')).toMatchObject({
        exitCode: 2,
        stderr: expect.stringContaining('--tool writes the set-up pairs.'),
      })
      expect((await init('--tool', 'abc')).stderr).toContain('The tools are: k6, locust, gatling')
    })
  })

  describe('digest', () => {
    const points = join(REPOSITORY_ROOT, '__tests__/fixtures/k6/rich.points.k6-v2.2.0.ndjson.gz')
    const shown = async (path: string): Promise<string> =>
      (await run('inspect', path)).stdout.split('\n').find((line) => line.includes(' p95 ')) ?? ''

    test('makes a small file with the same p95, which merges with that of another load generator', async () => {
      const small = join(folder, 'digests/run-1/instance-1/digest.json')
      expect(await run('digest', points, '-o', small)).toEqual({ exitCode: 0, stdout: '', stderr: '' })
      const { stdout } = await run('digest', points)
      expect(stdout).toBe(await readFile(small, 'utf8'))
      expect(stdout.length).toBeLessThan(40_000)
      expect(await shown(small)).toBe(await shown(points))
      await mkdir(join(folder, 'digests/run-1/instance-2'))
      await writeFile(join(folder, 'digests/run-1/instance-2/digest.json'), stdout)
      expect((await run('inspect', 'digests')).stdout).toMatch(
        /requests {4}446, .*2 load generators shared the run\.\n$/s,
      )
    })

    test('writes nothing when the points are damaged', async () => {
      await writeFile(join(folder, 'cut.json'), '{"type":"Metric","data":{"name":"vus"')
      const result = await run('digest', 'cut.json', '-o', 'cut.digest.json')
      expect(result).toMatchObject({ exitCode: 2, stdout: '' })
      expect(result.stderr).toBe(
        'perf-gate: cut.json: The JSON ends in the middle, after 37 characters: the file is truncated. Was the disk full, or the job cancelled while it was written?\n',
      )
      expect(await readFile(join(folder, 'cut.digest.json'), 'utf8').catch(() => null)).toBeNull()
    })
  })

  test('help is no error, and a call without a command is', async () => {
    const help = await run('--help')
    expect(help).toMatchObject({ exitCode: 0, stderr: '' })
    expect(help.stdout).toMatch(/\n {2}compare .*\n {2}measure /)
    expect(await run()).toMatchObject({ exitCode: 2, stdout: help.stdout })
    expect(await run('help')).toEqual(help)
    const ofCommand = await run('digest', 'cut.json', '--help')
    expect(ofCommand).toMatchObject({ exitCode: 0, stderr: '' })
    expect(ofCommand.stdout).toMatch(/^perf-gate digest PATH\n(.*\n)+ {2}-o, --output FILE {2}/)
    expect(await run('help', 'digest')).toEqual(ofCommand)
    expect(await run('help', 'digset')).toMatchObject({ exitCode: 2, stdout: '' })
    const { version } = JSON.parse(await readFile(join(REPOSITORY_ROOT, 'package.json'), 'utf8'))
    expect(await run('--version')).toEqual({ exitCode: 0, stdout: `${version}\n`, stderr: '' })
  })

  // Exit code 2: there is no report. Standard output stays empty, so that a script cannot take the error for a report.
  test.each([
    [['frobnicate'], 'There is no command "frobnicate". The commands are compare, '],
    [['comapre'], 'There is no command "comapre". Did you mean compare? See perf-gate --help.\n'],
    [['compare'], '--candidate is missing.\n  perf-gate compare --baseline PATH --candidate PATH\n'],
    [['compare', '--candidate', CANDIDATE], '--baseline is missing.'],
    [['compare', '--results', RESULTS, '--frobnicate'], 'PATH\nSee perf-gate compare --help.\n'],
    [['compare', '--results'], '--results needs a value: --results PATH.'],
    [['compare', RESULTS], 'is not a flag, and this command takes only flags.'],
    [
      ['compare', '--results', RESULTS, '--baseline', BASELINE],
      'Give either --results, or --baseline and --candidate, not both.\n',
    ],
    [
      ['compare', '--results', 'absent'],
      'absent does not exist. Expected a folder with results, or one result file.\n',
    ],
    [
      ['compare', '--results', RESULTS, '--policy', 'absent.yml'],
      'absent.yml cannot be read (ENOENT). Check the path after --policy.\n',
    ],
    [
      ['compare', '--results', RESULTS, '--policy', 'misspelt.yml'],
      'misspelt.yml, line 2: unknown key `servcies`. Did you mean `services`?\n',
    ],
    [['compare', '--results', 'damaged'], 'damaged is a store of recorded baselines, and no results.'],
    [['inspect', 'damaged'], 'damaged is a store of recorded baselines, and no results.'],
    [['bisect'], "perf-gate bisect --good main --start 'node server.js' --load 'k6 run load.js'"],
    [['measure', '--start', 'node server.js'], '--start is used only with --load.'],
    [['capacity', RESULTS, '--load', '80/s'], '--load is used only with --price.'],
    [['init', '--action', 'perf-gate'], '--action cannot be "perf-gate". Give OWNER/NAME@COMMIT'],
    [['compare', '--results', RESULTS, '--json', 'empty'], '--json: empty is a folder. Give the path of a file.'],
    [['compare', '--results', RESULTS, '--html', 'misspelt.yml/page.html'], 'misspelt.yml is a file, so no folder'],
    [
      ['record', '--store', 'misspelt.yml', '--results', BASELINE, '--commit', COMMIT],
      '--store: misspelt.yml is a file.',
    ],
    [
      ['compare', '--results', RESULTS, '--max-regression', 'banana'],
      '--max-regression cannot be "banana": write a percentage such as `5%`.\n',
    ],
    [['record', '--results', RESULTS, '--store', 's'], '--commit is missing.'],
    [['record', '--results', RESULTS, '--commit', COMMIT], '--store is missing.'],
    [['record', '--store', 's', '--commit', COMMIT], '--results is missing.'],
    [
      ['record', '--results', RESULTS, '--store', 's', '--commit', 'main'],
      '--commit cannot be "main". Give 40 hexadecimal digits, from git rev-parse HEAD.\n',
    ],
    [
      ['record', '--results', 'truncated', '--store', 's', '--commit', COMMIT],
      'Nothing was recorded: truncated holds no usable run.\n',
    ],
    [['inspect'], 'No path is given.\n  perf-gate inspect PATH\n'],
    [['inspect', 'absent'], 'absent does not exist.'],
    [['digest'], 'No path is given.\n  perf-gate digest PATH\n  perf-gate digest -\n'],
    [['digest', 'absent'], 'absent does not exist.'],
    [['digest', RESULTS], 'Give the one file with the points.\n'],
    [['digest', 'truncated'], 'run-1/summary.json: '],
    [['stamp'], 'No path is given.\n  perf-gate stamp PATH...\n'],
    [['stamp', 'empty'], 'empty holds no result to stamp. Found: no file. Run the load test first.\n'],
    [
      ['stamp', 'truncated', '--script', 'absent.js'],
      'absent.js cannot be read (ENOENT). Check the path after --script.\n',
    ],
    [
      ['stamp', 'truncated', '--part', '4/3'],
      '--part cannot be "4/3". Give the number of this load generator and how many there are, such as 2/3.\n',
    ],
    [
      ['stamp', 'truncated', '--started-at', 'yesterday'],
      '--started-at cannot be "yesterday". Give a time such as 2026-01-31T09:00:00Z.\n',
    ],
    [['init'], 'is not in a git checkout. Run this command in a checkout of your repository.\n'],
    [['init', '--setup', 'magic'], '--setup cannot be "magic". The set-ups are:\n  pairs '],
    [['doctor'], 'Name the repository: perf-gate doctor --repo owner/name\n'],
    [
      ['doctor', '--repo', 'shop'],
      '"shop" is not OWNER/NAME. Name the repository: perf-gate doctor --repo owner/name\n',
    ],
    [['doctor', '--repo', 'acme/shop'], 'There is no token. Log in with "gh auth login", or set GITHUB_TOKEN'],
  ])('%j is refused, with what to do', async (args, message) => {
    const result = await run(...args)
    expect(result).toMatchObject({ exitCode: 2, stdout: '' })
    expect(result.stderr).toMatch(/^(?:Not recorded: .*\n)?perf-gate: /)
    expect(result.stderr).toContain(message)
    expect(result.stderr).not.toMatch(/^ {4}at /m)
  })

  // Exit code 1: results that cannot be read give a report, which is never green.
  test.each([
    [
      ['compare', '--baseline', BASELINE, '--candidate', 'truncated'],
      'Blocked by `service`: the candidate result `run-1/summary.json` cannot be used.',
    ],
    [['compare', '--baseline', 'truncated', '--candidate', CANDIDATE], 'Result files of the baseline were refused.'],
    [['compare', '--baseline', 'damaged', '--candidate', CANDIDATE], 'Blocked: the stored baseline cannot be read'],
    [['compare', '--baseline', BASELINE, '--candidate', 'empty'], 'Blocked: '],
    [['inspect', 'truncated'], '0 runs understood, 1 result refused.'],
    [['inspect', 'empty'], 'No results found. Expected <service>/run-<n>/summary.json.'],
  ])('%j is reported', async (args, message) => {
    const result = await run(...args)
    expect(result.exitCode).toBe(1)
    expect(result.stdout).toContain(message)
  })

  test('a damaged store is left as it is', async () => {
    await run('record', '--store', 'damaged', '--results', BASELINE, '--commit', COMMIT)
    expect(await readFile(join(folder, 'damaged/v1/service.ndjson'), 'utf8')).toBe('{"cut')
  })
})

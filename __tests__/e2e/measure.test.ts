import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  watch,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:http'
import { type AddressInfo, createServer as createTcpServer, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { execPath } from 'node:process'
import { text } from 'node:stream/consumers'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { HANGS_AFTER_MS } from '../hangs-after.ts'
import { runCli } from './run-cli.ts'
import { REPOSITORY_ROOT } from './runner/job-environment.ts'

/*
 * `perf-gate measure`, called as a person calls it, with real services on loopback. A stand-in for `k6` writes recorded summaries
 * of real k6.
 */

const STAND_INS = join(REPOSITORY_ROOT, '__tests__/measure/stand-ins')

type Comparison = Readonly<{ endpoint: string | null; gated: boolean }>

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'perf-gate-measure-'))
  writeFileSync(join(folder, 'k6'), `#!/bin/sh\nexec ${execPath} ${STAND_INS}/k6.mjs "$@"\n`)
  chmodSync(join(folder, 'k6'), 0o755)
  mkdirSync(join(folder, 'tmp'))
  writeFileSync(join(folder, 'load.js'), 'export default () => null\n')
})

afterEach(() => {
  rmSync(folder, { recursive: true })
})

const service = (faults = '') => `${execPath} ${STAND_INS}/service.mjs {port} ${faults}`

function measureFile(candidates: Readonly<Record<string, string>>, more = ''): void {
  const services = Object.entries(candidates).map(
    ([name, candidate]) => `  ${name}:
    ready: /health
    load: ${name === 'near' ? 'NOISE=yes ' : ''}./k6 run load.js
    baseline: { start: '${service()}' }
    candidate: { start: '${service(candidate)}' }
`,
  )
  mkdirSync(join(folder, '.github'), { recursive: true })
  writeFileSync(join(folder, '.github/perf-gate.measure.yml'), `version: 1\n${more}services:\n${services.join('')}`)
}

const measure = async (...args: readonly string[]) =>
  await runCli(['measure', '--json', 'report.json', ...args], {
    folder,
    // GITHUB_BASE_REF is empty, as outside of the workflow of a pull request. Inside one, `measure` would compare with its base
    // branch.
    env: { HOME: folder, TMPDIR: join(folder, 'tmp'), GITHUB_BASE_REF: '' },
  })
const report = () => JSON.parse(readFileSync(join(folder, 'report.json'), 'utf8'))
const runsOf = (name: string, variant: string) => readdirSync(join(folder, 'perf-results', name, variant)).toSorted()
const runJson = (path: string) => JSON.parse(readFileSync(join(folder, 'perf-results', path, 'run.json'), 'utf8'))

describe('from two versions to a verdict', () => {
  test('a slowdown of 20 % is blocked', async () => {
    measureFile({ checkout: 'factor=1.2' })
    const { exitCode, stdout, stderr } = await measure('--pairs', '3', '--seed', '7')
    expect(stderr).toContain('order of seed 7')
    expect(stderr).toContain('Policy: none, so the defaults hold.')
    expect(stderr).toContain('checkout, pair 3 of 3, candidate: ready after')
    expect(exitCode).toBe(1)
    expect(stdout).toContain('Blocked: p95')
    expect(report()).toMatchObject({ outcome: 'fail', blocked: true })
    const p95 = report().comparisons.find(({ endpoint, gated }: Comparison) => endpoint === null && gated)
    expect(p95).toMatchObject({ verdict: 'regressed', runs: { baseline: 3, candidate: 3 } })
    expect(p95.changeRatio).toBeCloseTo(0.2, 1)
  })

  test('on a terminal, one bar says how far it is', () => {
    measureFile({ checkout: 'factor=1' })
    const call = `${execPath} ${REPOSITORY_ROOT}/dist/cli.js measure --pairs 1 --seed 7`
    // Runs the program in a pseudo terminal, which prints both of its output streams:
    // https://man7.org/linux/man-pages/man1/script.1.html
    const printed = execFileSync('script', ['--quiet', '--command', call, '/dev/null'], {
      cwd: folder,
      encoding: 'utf8',
      env: { ...process.env, HOME: folder, TMPDIR: join(folder, 'tmp') },
    })
    expect(printed).toContain(`\r\u001b[K${'░'.repeat(24)} 0 of 2 runs. checkout, pair 1 of 1,`)
    expect(printed.replaceAll('\u001b[K', '')).toMatch(/\r█{12}░{12} 1 of 2 runs, about \d+ s left\. /)
    expect(printed).not.toContain('ready after')
  })

  test('an unchanged pair passes, and the layout is that of every load test', async () => {
    measureFile({ checkout: 'factor=1' })
    expect(await measure('--pairs', '5', '--seed', '1')).toMatchObject({ exitCode: 0 })
    for (const variant of ['baseline', 'candidate'])
      expect(runsOf('checkout', variant)).toEqual(['run-1', 'run-2', 'run-3', 'run-4', 'run-5'])
    expect(readdirSync(join(folder, 'perf-results/checkout/baseline/run-1')).toSorted()).toEqual([
      'exit-code',
      'resources.ndjson',
      'result.json',
      'run.json',
    ])
    const all = ['baseline', 'candidate'].flatMap((variant) =>
      [1, 2, 3, 4, 5].map((run) => ({ variant, ...runJson(`checkout/${variant}/run-${run}`) })),
    )
    for (const one of all) {
      expect(one).toMatchObject({
        seed: 1,
        load: expect.stringContaining('./k6 run'),
        scriptHash: expect.any(String),
        machine: expect.any(String),
      })
    }
    // The versions alternate: of each two pairs, one begins with the baseline and one with the candidate. The order is stored.
    const inOrder = all.toSorted((left, right) => left.position - right.position)
    expect(inOrder.map(({ position }) => position)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
    const firsts = [0, 2, 4, 6].map((index) => inOrder[index].variant)
    expect(firsts[0]).not.toBe(firsts[1])
    expect(firsts[2]).not.toBe(firsts[3])
    expect(inOrder.map(({ startedAt }) => startedAt)).toEqual(inOrder.map(({ startedAt }) => startedAt).toSorted())
  })

  test('only what is open is measured again, and it says why it stops', async () => {
    measureFile({ slow: 'factor=1.5', near: 'factor=1' })
    const { stderr } = await measure('--until-settled', '--max-runs', '5')
    expect(runsOf('slow', 'candidate')).toHaveLength(3)
    expect(runsOf('near', 'candidate')).toHaveLength(5)
    expect(stderr).toContain('slow: settled after 3 pairs')
    expect(stderr).toContain('near: open after 3 pairs')
    expect(stderr).toContain('near: stopped after 5 pairs, the largest number that is allowed.')
  })

  test('the confirmation of the policy wants more looks; without one, the pairs of the file are all', async () => {
    measureFile({ near: 'factor=1' }, 'pairs: 4\n')
    await measure()
    expect(runsOf('near', 'candidate')).toHaveLength(4)
    writeFileSync(join(folder, '.github/perf-gate.yml'), 'version: 1\nconfirmation: { max-runs: 7 }\n')
    await measure('--force')
    expect(runsOf('near', 'candidate')).toHaveLength(7)
  })

  test('processor and memory are measured with each run, and a budget on them blocks', async () => {
    measureFile({ checkout: 'factor=1' })
    const policy = 'version: 1\nservices: { checkout: { budgets: [{ metric: memory, stat: max, max: 1MiB }] } }\n'
    writeFileSync(join(folder, '.github/perf-gate.yml'), policy)
    const { exitCode, stdout } = await measure('--pairs', '3')
    expect(exitCode).toBe(1)
    expect(stdout).toContain('### Resources')
    expect(stdout).toMatch(/### Resources[^#]*\| `max` of `memory` \|[^|]*MiB \|[^|]*MiB \|[^|]*\| 1MiB \|/)
    expect(stdout).toContain('the median of 3 runs: over the budget of 1MiB.')
    expect(report().findings).toMatchObject([{ rule: 'budget', level: 'fail', metric: 'memory' }])
  })

  test('a version that keeps what it should let go of is told', async () => {
    measureFile({ checkout: 'factor=1 leak=100' })
    const { exitCode } = await measure('--pairs', '3')
    expect(exitCode).toBe(0)
    expect(report()).toMatchObject({ outcome: 'warn' })
    expect(report().findings).toContainEqual(
      expect.objectContaining({ rule: 'resource-rise', level: 'warn', service: 'checkout', metric: 'memory' }),
    )
  })

  test('the candidate alone, for a store', async () => {
    measureFile({ checkout: 'factor=1' })
    const { exitCode, stdout, stderr } = await measure('--candidate', '--pairs', '2')
    expect({ exitCode, stdout }).toEqual({ exitCode: 0, stdout: '' })
    expect(stderr).toContain('perf-gate record --store DIR --results')
    expect(readdirSync(join(folder, 'perf-results/checkout'))).toEqual(['candidate'])
    const commit = 'a'.repeat(40)
    const stored = await runCli(['record', '--store', 'store', '--results', 'perf-results', '--commit', commit], {
      folder,
    })
    expect(stored).toMatchObject({ exitCode: 0 })
  })
})

describe('what is not complete is not green', () => {
  test('a service that crashes under load ends its measurement, and what was complete stays', async () => {
    measureFile({ bad: 'crash=1', good: 'factor=1' })
    const { exitCode, stderr } = await measure('--pairs', '2', '--seed', '3')
    expect(exitCode).toBe(1)
    expect(report()).toMatchObject({ outcome: 'invalid' })
    expect(stderr).toMatch(
      /bad, pair 1 of 2, candidate: stopped\. The candidate ended with exit code 7 under load\. It printed last:\n {2}out of luck/,
    )
    expect(runsOf('bad', 'candidate')).toEqual(['run-1'])
    expect(runsOf('good', 'candidate')).toEqual(['run-1', 'run-2'])
  })

  test('a load command that writes nothing is noticed at the first run', async () => {
    writeFileSync(
      join(folder, 'measure.yml'),
      `version: 1\nservices: { a: { baseline: { start: '${service()}' }, candidate: { start: '${service()} x' }, load: 'echo {output}' } }\n`,
    )
    const { exitCode, stderr } = await measure('measure.yml')
    expect(exitCode).toBe(1)
    expect(stderr).toContain('stopped. There is no result here')
    expect(readdirSync(join(folder, 'perf-results/a'))).toHaveLength(1)
  })

  test('Ctrl+C: everything ends, and the gate refuses the run that was cut off', async () => {
    let asked = () => {}
    const load = new Promise<void>((resolve) => {
      asked = resolve
    })
    const server = createServer(() => asked())
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.address() as AddressInfo
    const pids = join(folder, 'pids')
    writeFileSync(
      join(folder, 'measure.yml'),
      `version: 1
services:
  checkout:
    start: ${service(`child pids=${pids}`)}
    baseline: { start: '${service()} child pids=${pids}' }
    load: "echo {output}; exec node -e 'fetch(\\"http://127.0.0.1:${port}\\")'"
`,
    )
    const child = spawn(execPath, [join(REPOSITORY_ROOT, 'dist/cli.js'), 'measure', 'measure.yml'], {
      cwd: folder,
      stdio: ['ignore', 'ignore', 'pipe'],
      timeout: HANGS_AFTER_MS,
    })
    const stderr = text(child.stderr)
    await load
    child.kill('SIGINT')
    const [exitCode] = await once(child, 'exit')
    server.closeAllConnections()
    server.close()
    expect(exitCode).toBe(2)
    expect(await stderr).toContain('Stopped by SIGINT.')
    for (const pid of readFileSync(pids, 'utf8').split('\n')) expect(isRunning(Number(pid))).toBe(false)
    const compared = await runCli(['compare', '--results', 'perf-results'], { folder })
    expect(compared.exitCode).toBe(1)
    expect(compared.stdout).toContain('The run cannot be used: It was interrupted.')
  })

  test('kill -9: nothing stays behind, and the gate refuses the run that was cut off', async () => {
    // The service, its child and the load each hold a connection as long as they run.
    const sockets: Socket[] = []
    let called = () => {}
    const allCalled = new Promise<void>((resolve) => {
      called = resolve
    })
    const server = createTcpServer((socket) => {
      sockets.push(socket.on('error', () => null).resume())
      if (sockets.length === 3) called()
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.address() as AddressInfo
    writeFileSync(
      join(folder, 'measure.yml'),
      `version: 1
services:
  checkout:
    start: ${service(`child calls=${port}`)}
    baseline: { start: '${service()} child calls=${port}' }
    load: "echo {output}; exec node -e 'net.connect(${port})'"
`,
    )
    const child = spawn(execPath, [join(REPOSITORY_ROOT, 'dist/cli.js'), 'measure', 'measure.yml'], {
      cwd: folder,
      env: { ...process.env, TMPDIR: join(folder, 'tmp') },
      stdio: 'ignore',
      timeout: HANGS_AFTER_MS,
    })
    await allCalled
    const watcher = watch(join(folder, 'tmp'))
    const hangUps = Promise.all(sockets.map(async (socket) => await once(socket, 'close')))
    child.kill('SIGKILL')
    await hangUps
    while (readdirSync(join(folder, 'tmp')).length > 0) await once(watcher, 'change')
    watcher.close()
    server.close()
    const compared = await runCli(['compare', '--results', 'perf-results'], { folder })
    expect(compared.exitCode).toBe(1)
    expect(compared.stdout).toContain('The run cannot be used: It was interrupted.')
  })
})

describe('two commits of one repository', () => {
  const git = (...args: readonly string[]): string =>
    execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@example.com', ...args], {
      cwd: folder,
      encoding: 'utf8',
      env: { PATH: process.env.PATH, HOME: folder },
    }).trim()
  const commit = (factor: string): string => {
    writeFileSync(join(folder, 'factor'), factor)
    git('add', 'factor')
    git('commit', '-qm', `factor ${factor}`)
    return git('rev-parse', 'HEAD')
  }
  /** The build reads a file of the commit, and the start command uses the result of the build. */
  const FLAGS = [
    ...['--baseline-ref', 'main', '--pairs', '3', '--load', './k6 run load.js', '--service', 'checkout'],
    ...[
      '--build',
      'cp factor built',
      '--start',
      `exec ${execPath} ${STAND_INS}/service.mjs {port} factor=$(cat built)`,
    ],
  ]

  let left: string
  let branch: string
  beforeEach(() => {
    git('init', '-q', '-b', 'main')
    left = commit('1')
    git('switch', '-qc', 'feature')
    branch = commit('1.2')
    // Later commits on the base branch do not count.
    git('switch', '-q', 'main')
    commit('3')
    git('switch', '-q', 'feature')
  })

  const worktrees = () => git('worktree', 'list').split('\n')

  test('a slower branch is found, against the commit at which it left the base, and nothing stays behind', async () => {
    const { exitCode, stderr } = await measure(...FLAGS)
    expect(stderr).toContain(`Measuring baseline ${left.slice(0, 12)} and candidate ${branch.slice(0, 12)}`)
    expect(stderr).toContain(
      'Policy: none, because main has no .github/perf-gate.yml. The defaults hold; --policy FILE gives another.',
    )
    expect(exitCode).toBe(1)
    expect(report()).toMatchObject({ outcome: 'fail' })
    expect(runJson('checkout/baseline/run-1')).toMatchObject({ testedCommit: left })
    expect(runJson('checkout/candidate/run-1')).toMatchObject({ testedCommit: branch })
    expect(worktrees()).toHaveLength(1)
    expect(existsSync(join(folder, 'built'))).toBe(false)
    expect(readdirSync(join(folder, 'tmp'))).toEqual([])
  })

  test('called in a folder of the repository, it is about that folder, and the policy is that of the repository', async () => {
    git('switch', '-q', 'main')
    for (const name of ['services/shop', '.github']) mkdirSync(join(folder, name), { recursive: true })
    writeFileSync(join(folder, 'services/shop/factor'), '1')
    writeFileSync(join(folder, '.github/perf-gate.yml'), 'version: 1\n')
    git('add', 'services', '.github')
    git('commit', '-qm', 'a service')
    git('switch', '-qc', 'slower')
    writeFileSync(join(folder, 'services/shop/factor'), '1.2')
    git('commit', '-qam', 'slower')
    const load = `"${folder}/k6" run load.js`
    const args = FLAGS.map((one) => (one === './k6 run load.js' ? load : one))
    const { exitCode, stderr } = await runCli(['measure', ...args], {
      folder: join(folder, 'services/shop'),
      env: { HOME: folder, TMPDIR: join(folder, 'tmp') },
    })
    expect(stderr).toContain('Policy: .github/perf-gate.yml of main.')
    expect(exitCode).toBe(1)
  })

  test('a benchmark is called in the folder of each version, and nothing is started', async () => {
    const metric = '"name": "parse", "quantity": "duration", "unit": "ms", "gate": "p50"'
    const result = `{ "perfGateMetrics": 1, "tool": "bench", "metrics": [{ ${metric}, "values": [%s] }] }`
    const load = `test -f built && printf '${result}' "$(cat factor)" > {output}`
    const args = ['--baseline-ref', 'main', '--pairs', '3', '--build', 'cp factor built', '--service', 'parser']
    const { exitCode, stderr } = await measure(...args, '--benchmark', '--load', load)
    expect({ exitCode, stderr }).toMatchObject({ exitCode: 1 })
    expect(report().comparisons[0]).toMatchObject({ service: 'parser', baseline: 1, candidate: 1.2 })
    expect(runJson('parser/candidate/run-1')).toMatchObject({ testedCommit: branch })
    expect(readdirSync(join(folder, 'perf-results/parser/candidate/run-1')).toSorted()).toEqual([
      'exit-code',
      'result.json',
      'run.json',
    ])
    expect(worktrees()).toHaveLength(1)
  })

  test('what is not committed is not measured, and that is said', async () => {
    writeFileSync(join(folder, 'factor'), '9')
    const { stderr } = await measure(...FLAGS)
    expect(stderr).toContain('Changes that are not committed are not in the candidate: factor')
  })

  test('the policy is that of the base branch', async () => {
    git('switch', '-q', 'main')
    mkdirSync(join(folder, '.github'))
    writeFileSync(join(folder, '.github/perf-gate.yml'), 'version: 1\ndefaults: { max-regression: 30% }\n')
    git('add', '.github')
    git('commit', '-qm', 'policy')
    git('switch', '-q', 'feature')
    expect(await measure(...FLAGS)).toMatchObject({
      exitCode: 0,
      stderr: expect.stringContaining('Policy: .github/perf-gate.yml of main.'),
    })
  })

  test('a build that fails is told with what it printed, and nothing stays behind', async () => {
    const { exitCode, stderr } = await measure(
      ...FLAGS.map((one) => (one === 'cp factor built' ? 'echo no compiler; exit 3' : one)),
    )
    expect(exitCode).toBe(2)
    expect(stderr).toContain('The build of the baseline ended with exit code 3: echo no compiler; exit 3\nno compiler')
    expect(worktrees()).toHaveLength(1)
  })

  test('Ctrl+C in the middle of a build ends it, and nothing stays behind', async () => {
    let asked = () => {}
    const building = new Promise<void>((resolve) => {
      asked = resolve
    })
    const server = createServer(() => asked())
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.address() as AddressInfo
    const build = `echo $$ > "${folder}/pid"; exec node -e 'fetch("http://127.0.0.1:${port}")'`
    const args = FLAGS.map((one) => (one === 'cp factor built' ? build : one))
    const child = spawn(execPath, [join(REPOSITORY_ROOT, 'dist/cli.js'), 'measure', ...args], {
      cwd: folder,
      env: { ...process.env, TMPDIR: join(folder, 'tmp') },
      stdio: 'ignore',
      timeout: HANGS_AFTER_MS,
    })
    await building
    child.kill('SIGTERM')
    const [exitCode] = await once(child, 'exit')
    server.closeAllConnections()
    server.close()
    expect(exitCode).toBe(2)
    expect(isRunning(Number(readFileSync(join(folder, 'pid'), 'utf8')))).toBe(false)
    expect(worktrees()).toHaveLength(1)
    expect(readdirSync(join(folder, 'tmp'))).toEqual([])
  })

  test.each([
    ['nowhere', 'nowhere is not a commit of the checkout'],
    ['--all', '--all is not a commit of the checkout'],
  ])('--baseline-ref %s', async (ref, message) => {
    const { exitCode, stderr } = await measure(...FLAGS.slice(2), `--baseline-ref=${ref}`)
    expect(exitCode).toBe(2)
    expect(stderr).toContain(message)
  })
})

describe('wrong calls', () => {
  test.each([
    [[], 'There is no .github/perf-gate.measure.yml'],
    [['--load', 'a {output}'], 'service: nothing says how to reach the baseline'],
    [['--load', 'a {output}', '--start', 'a'], 'Give --baseline-ref main, or a folder'],
    [['--load', 'a {output}', '--start', 'a', '--pairs', '0'], '--pairs cannot be "0"'],
    [
      ['--load', 'a {output}', '--start', 'a', '--pairs', '3', '--until-settled'],
      'Give either --pairs, or --until-settled',
    ],
    [
      ['--load', 'a {output}', '--start', 'a', '--max-runs', '11'],
      '--max-runs cannot be "11". Give a whole number from 3 to 10.',
    ],
    [['--load', 'a {output}', '--start', 'a', '--results', '.'], 'is not empty. Remove it'],
    [['nowhere.yml'], 'The measure file nowhere.yml cannot be read (ENOENT).'],
  ])('%j', async (args, message) => {
    const { exitCode, stderr } = await measure(...args)
    expect(stderr).toContain(message)
    expect(exitCode).toBe(2)
  })

  test('--force removes nothing that measure did not write', async () => {
    mkdirSync(join(folder, 'perf-results/precious'), { recursive: true })
    writeFileSync(join(folder, 'perf-results/precious/data'), '')
    measureFile({ checkout: 'factor=1' })
    const { exitCode, stderr } = await measure('--force')
    expect(exitCode).toBe(2)
    expect(stderr).toContain('precious does not come from a measurement, so --force does not remove it.')
    expect(existsSync(join(folder, 'perf-results/precious/data'))).toBe(true)
  })
})

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return !/^\d+ \(.*\) [ZX]/.test(readFileSync(`/proc/${pid}/stat`, 'utf8'))
  } catch {
    return false
  }
}

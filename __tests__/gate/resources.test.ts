import { copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals'
import { compare } from '../../src/commands/compare.ts'
import { FORMATS } from '../../src/formats/registry.ts'
import { collectRuns } from '../../src/results/collect-runs.ts'
import { readFolder } from '../../src/results/folder.ts'
import { inspectRuns } from '../../src/results/inspect.ts'

/* Processor and memory from their file to the verdict. The latency is that of recorded runs, the same on both sides. */

const RECORDED = fileURLToPath(new URL('../../examples/checkout/results/checkout/baseline', import.meta.url))
const RUNS = 5

let folder: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'perf-gate-resources-'))
})

afterEach(async () => {
  await rm(folder, { recursive: true })
})

/** What one side uses. Runs differ by 1 % and less, as memory does. */
type Use = Readonly<{
  factor?: number
  throttledShare?: number
  memoryLimitBytes?: number
  killed?: boolean
  replicas?: number
  seconds?: number
}>

function samplesOf(run: number, { factor = 1, throttledShare = 0, killed, ...use }: Use): string {
  const { memoryLimitBytes = 256 * 1024 ** 2, replicas = 1, seconds = 30 } = use
  const own = factor * (1 + 0.003 * (run - 3))
  const line = (value: object) => `${JSON.stringify(value)}\n`
  const samples = Array.from({ length: seconds + 1 }, (_, second) =>
    Array.from({ length: replicas }, (_, replica) =>
      line({
        t: 100 + second,
        target: 'checkout',
        instance: `c${replica}`,
        source: 'cgroup2',
        cpuSeconds: 0.2 * own * second,
        memoryBytes: Math.round(1e8 * own),
        periods: 10 * second,
        throttledPeriods: 10 * second * throttledShare,
        cpuLimitCores: 0.5,
        memoryLimitBytes,
        oomKills: killed && second > 15 ? 1 : 0,
      }),
    ).join(''),
  )
  return line({ t: 100, event: 'load-start' }) + samples.join('') + line({ t: 100 + seconds, event: 'load-end' })
}

async function side(variant: string, use: Use): Promise<void> {
  for (let run = 1; run <= RUNS; run += 1) {
    const path = join(folder, 'results/checkout', variant, `run-${run}`)
    await mkdir(path, { recursive: true })
    await copyFile(join(RECORDED, `run-${run}`, 'summary.json'), join(path, 'summary.json'))
    await writeFile(join(path, 'resources.ndjson'), samplesOf(run, use))
  }
}

type Report = Readonly<{
  outcome: string
  findings: readonly Readonly<{ rule: string; level: string; metric: string | null; message: string }>[]
  comparisons: readonly Readonly<{
    metric: string
    stat: string
    baseline: number
    candidate: number
    verdict: string
  }>[]
}>

async function judged(before: Use, now: Use, budgets = ''): Promise<Report> {
  await side('baseline', before)
  await side('candidate', now)
  const [policy, json] = [join(folder, 'policy.yml'), join(folder, 'report.json')]
  await writeFile(policy, `version: 1\nservices:\n  checkout:\n    budgets: [${budgets}]\n`)
  const print = jest.spyOn(process.stdout, 'write').mockImplementation(() => true)
  const markdown = join(folder, 'report.md')
  const args = ['--results', join(folder, 'results'), '--policy', policy, '--json', json, '--markdown', markdown]
  await compare(args).finally(() => print.mockRestore())
  return JSON.parse(await readFile(json, 'utf8'))
}

const saidOf = ({ findings }: Report) => findings.map(({ rule, level, metric }) => [rule, level, metric])

test('unchanged: all of them are shown, and nothing is said', async () => {
  const report = await judged({}, {})
  expect(saidOf(report)).toEqual([])
  const shown = report.comparisons.filter(({ metric }) => /^(?:cpu|memory)/.test(metric))
  expect(shown.map(({ metric, stat }) => `${metric} ${stat}`)).toEqual([
    'cpu_cores avg',
    'cpu_of_limit max',
    'cpu_per_request avg',
    'cpu_throttled rate',
    'memory max',
    'memory_of_limit max',
  ])
  expect(shown.find(({ metric }) => metric === 'cpu_of_limit')).toMatchObject({ baseline: expect.closeTo(0.4, 10) })
})

test('a proven rise of more than 10 % warns', async () => {
  const report = await judged({}, { factor: 1.2 })
  expect(report.outcome).toBe('warn')
  expect(saidOf(report)).toEqual([
    ['resource-rise', 'warn', 'memory'],
    ['resource-rise', 'warn', 'cpu_per_request'],
  ])
})

test('a rise of less than 10 % does not', async () => {
  expect(saidOf(await judged({}, { factor: 1.08 }))).toEqual([])
})

test('a service that its limit holds back more often is a warning, and no error', async () => {
  expect(saidOf(await judged({}, { throttledShare: 0.3 }))).toEqual([['resource-rise', 'warn', 'cpu_throttled']])
})

describe('a budget blocks', () => {
  test.each([
    ['{ metric: cpu_throttled, stat: rate, max: 10% }', { throttledShare: 0.3 }, 'cpu_throttled'],
    ['{ metric: cpu_of_limit, stat: max, max: 30% }', {}, 'cpu_of_limit'],
    ['{ metric: memory_of_limit, stat: max, max: 30% }', {}, 'memory_of_limit'],
    ['{ metric: cpu_cores, stat: p95, max: 0.1 }', {}, 'cpu_cores'],
    ['{ metric: memory, stat: p95, max: 64MiB }', {}, 'memory'],
  ])('%s', async (budget, now, metric) => {
    const report = await judged(now, now, budget)
    expect(report.outcome).toBe('fail')
    expect(saidOf(report)).toEqual([['budget', 'fail', metric]])
  })

  test('a budget that is kept does not', async () => {
    expect(saidOf(await judged({}, {}, '{ metric: cpu_of_limit, stat: max, max: 45% }'))).toEqual([])
  })
})

describe('requests and limits of a manifest', () => {
  const ADVICE =
    'For Kubernetes, at this load: requests cpu 240m and memory 128Mi, limit memory 128Mi, no cpu limit. It is a lower end, from 5 runs of at least 5 min: production has other peaks. Used by the busiest instance: 0.201 cores in nine of ten seconds, 95.94 MiB at most. Limits now: 0.5 cores, 256 MiB; head-room cpu 59.8 %, memory 62.5 %.'
  const inspected = async () =>
    inspectRuns(
      await collectRuns(await readFolder(join(folder, 'results')), {
        formats: FORMATS,
        defaultService: 'service',
        defaultSide: 'candidate',
        defaultCommit: null,
      }),
    )

  test('in the report and in inspect, where the load was long enough', async () => {
    const report = await judged({ seconds: 300 }, { seconds: 300 })
    expect(report.outcome).toBe('pass')
    expect((await readFile(join(folder, 'report.md'), 'utf8')).replaceAll('\u00a0', ' ')).toContain(ADVICE)
    expect(await inspected()).toContain(`checkout · requests and limits\n  advice      ${ADVICE}\n`)
  })

  test('of shorter ones, inspect says why there are none', async () => {
    await judged({}, {})
    expect(await readFile(join(folder, 'report.md'), 'utf8')).not.toContain('Kubernetes')
    expect(await inspected()).toContain(
      'No advice on requests and limits: a run must take 5 min, and the shortest took 30 s.\n',
    )
    expect(await inspected()).toContain(
      '  resources   cpu_per_request avg 3.000 ms, cpu_cores avg 0.2 p95 0.2 max 0.2, cpu_of_limit max 40 %, cpu_throttled rate 0 %, memory max 95.37 MiB avg 95.37 MiB p95 95.37 MiB, memory_of_limit max 37.25 %, restarts count 0, oom_kills count 0, 1 instance by cgroup2\n',
    )
  })
})

test.each([{ killed: true }, { killed: true, factor: 0.5 }])('%j is never green', async (now) => {
  const report = await judged({}, now)
  expect(report.outcome).toBe('invalid')
  expect(report.findings[0]).toMatchObject({ rule: 'invalid', metric: 'oom_kills', level: 'fail' })
})

test.each([
  [{ memoryLimitBytes: 512 * 1024 ** 2 }, 'The memory limit was 256 MiB before and is 512 MiB now.'],
  [{ replicas: 2 }, 'The number of instances was 1 before and is 2 now.'],
])('%j: not compared, which is said, and a rise is not', async (now, words) => {
  const report = await judged({}, { factor: 1.3, ...now })
  expect(saidOf(report)).toEqual([['resource-rise', 'warn', null]])
  expect(report.findings[0]?.message).toContain(words)
  const own = report.comparisons.filter(({ metric }) => metric === 'memory')
  expect(own).toMatchObject([{ verdict: 'not-comparable' }])
})

import { copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals'
import { compare } from '../../src/commands/compare.ts'

/* Processor and memory from their file to the verdict. The latency is that of recorded runs, the same on both sides. */

const RECORDED = fileURLToPath(new URL('../../examples/checkout/results/checkout/baseline', import.meta.url))
const RUNS = 5
const LOAD_SECONDS = 30

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
}>

function samplesOf(run: number, { factor = 1, throttledShare = 0, killed, ...use }: Use): string {
  const { memoryLimitBytes = 256 * 1024 ** 2, replicas = 1 } = use
  const own = factor * (1 + 0.003 * (run - 3))
  const line = (value: object) => `${JSON.stringify(value)}\n`
  const samples = Array.from({ length: LOAD_SECONDS + 1 }, (_, second) =>
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
  return line({ t: 100, event: 'load-start' }) + samples.join('') + line({ t: 100 + LOAD_SECONDS, event: 'load-end' })
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
  const args = ['--results', join(folder, 'results'), '--policy', policy, '--json', json]
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

import { describe, expect, test } from '@jest/globals'
import { FORMATS } from '../../src/formats/registry.ts'
import { blocksOf, readRepositoryFile } from '../docs/markdown-page.ts'
import { aFile, find, type Json, readContent, refusalOf } from '../formats/read-fixture.ts'
import { plainOf } from '../saying.ts'
import { gate, inspected, judge, messagesOf, pairs, verdicts } from './tool-fixture.ts'

/** The example in the documentation. */
function example(): Json {
  const block = blocksOf(readRepositoryFile('docs/tools/perf-gate-metrics.md')).find(
    ({ language }) => language === 'js',
  )
  return JSON.parse(block?.text ?? '')
}

test('the example of the documentation is read as it says', async () => {
  const run = await readContent(example())
  expect(run).toMatchObject({ tool: 'our-bench', toolVersion: '2.4.0' })
  expect(find(run, 'latency')).toMatchObject({ central: 'p95', sampleCount: 6000, better: 'lower', unit: 'ms' })
  expect(find(run, 'latency', 'GET /cart').stats.get('p95')).toBe(61.9)
  expect(find(run, 'requests')).toMatchObject({ kind: 'counter', better: 'higher' })
  expect(find(run, 'errors').stats.get('rate')).toBeCloseTo(0.004, 12)
  expect(find(run, 'parse').stats.get('p50')).toBeCloseTo(0.812, 12)
  expect(find(run, 'peak memory')).toMatchObject({ unit: 'bytes', better: 'lower' })
})

function scaled(factor: number): string {
  const document = example()
  for (const metric of document.metrics) {
    if (metric.quantity !== 'latency' && metric.quantity !== 'duration') continue
    if (metric.values !== undefined) metric.values = metric.values.map((value: number) => value * factor)
    for (const stat of Object.keys(metric.stats ?? {})) metric.stats[stat] *= factor
  }
  return JSON.stringify(document)
}

describe('three runs per side', () => {
  const folder = (factor: number) => ({ 'metrics.json': scaled(factor), 'exit-code': '0' })

  test('20 % slower is blocked, by all that the file says to gate on', async () => {
    const verdict = await judge(pairs(folder, 1.2))
    expect(verdict.outcome).toBe('fail')
    expect(verdicts(verdict)).toEqual({
      'p95 of latency': 'regressed',
      'p95 of latency of GET /cart': 'regressed',
      'p50 of parse': 'regressed',
    })
  })

  test('unchanged passes', async () => {
    expect((await judge(pairs(folder, 1))).outcome).toBe('pass')
  })
})

test('a number that moves in steps wider than the limit is neither green nor red', async () => {
  const coarse = (factor: number) => {
    const document = example()
    document.metrics = [{ ...document.metrics[0], stats: { p95: 58.2 * factor }, steps: { p95: 5 } }]
    return { 'metrics.json': JSON.stringify(document) }
  }
  const verdict = await judge(pairs(coarse, 1))
  expect(verdicts(verdict)).toEqual({ 'p95 of latency': 'not-comparable' })
  expect(messagesOf(verdict).join(' ')).toContain('rounds p95 to steps of 8.6 % here, and the limit is 5 %')
})

test('two tools, and two ways of counting, are never compared', async () => {
  const files = [1, 2, 3].flatMap((run) => [
    aFile({ ...example(), basis: 'buckets' }, `baseline/run-${run}/metrics.json`),
    aFile({ ...example(), basis: 'samples' }, `candidate/run-${run}/metrics.json`),
  ])
  const verdict = await judge(files)
  expect(verdict.outcome).toBe('fail')
  expect(messagesOf(verdict)[0]).toContain('our-bench v2, buckets before, our-bench v2, samples now')
})

const METRIC = { name: 'a', unit: 'ms', better: 'lower', stats: { p95: 1 } }

test.each([
  ['a misspelt key', { ...METRIC, statz: {} }, 'statz'],
  ['a unit that does not fit', { ...METRIC, quantity: 'latency', unit: 'bytes' }, 'Give it in ms'],
  ['no direction', { name: 'a', unit: 'ms', stats: { p95: 1 } }, '"better" must say'],
  ['neither statistics nor samples', { name: 'a', unit: 'ms', better: 'lower' }, 'needs either'],
  ['both', { ...METRIC, values: [1] }, 'needs either'],
  ['a gate on what is not there', { ...METRIC, gate: 'p99' }, 'does not have it'],
  ['a statistic that does not exist', { ...METRIC, stats: { p100: 1 } }, 'metrics.0.stats'],
])('%s is refused with what to do', async (_, metric, message) => {
  expect(await refusalOf({ perfGateMetrics: 1, tool: 'x', metrics: [metric] })).toContain(message)
})

test.each([
  ['no metric', { perfGateMetrics: 1, tool: 'x', metrics: [] }, 'at least one metric'],
  ['another version', { perfGateMetrics: 2, tool: 'x', metrics: [METRIC] }, 'perfGateMetrics'],
])('%s is refused', async (_, document, message) => {
  expect(await refusalOf(document)).toContain(message)
})

test('a negative time is unusable, and not a fast run', async () => {
  const run = await readContent({
    perfGateMetrics: 1,
    tool: 'x',
    metrics: [{ ...METRIC, gate: 'p95', stats: { p95: -1 } }],
  })
  expect(plainOf(find(run, 'a').unusable.get('p95'))).toBe('it is -1 ms')
})

test('inspect says what can be gated on', async () => {
  const text = await inspected([aFile(example(), 'run-1/metrics.json')])
  expect(text).toContain('tool        our-bench v2 · 2.4.0')
  expect(text).toContain('gated on    p95 of latency, 58.2 ms (6,000 samples)')
})

test('it is claimed by one format', () => {
  const bytes = new TextEncoder().encode(JSON.stringify(example()))
  expect(FORMATS.filter((format) => format.recognizes(bytes)).map(({ id }) => id)).toEqual(['perf-gate-metrics'])
})

test('a share that a service is gated on is judged in percentage points', async () => {
  const share = (factor: number) => ({
    'metrics.json': JSON.stringify({
      perfGateMetrics: 1,
      tool: 'prometheus',
      metrics: [
        {
          name: 'slow requests',
          unit: 'ratio',
          better: 'lower',
          gate: 'rate',
          samples: 30_000,
          stats: { rate: 0.2 * factor },
        },
      ],
    }),
  })
  const { verdict, report } = await gate(pairs(share, 1.2))
  expect(verdict.outcome).toBe('fail')
  expect(report.markdown).toContain('`rate` of `slow requests` is 24.02 %, 20 % in the baseline. 1 finding blocks.')
  expect((await gate(pairs(share, 1))).verdict.outcome).toBe('pass')
})

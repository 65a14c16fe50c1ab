import { describe, expect, test } from '@jest/globals'
import { FORMATS } from '../../src/formats/registry.ts'
import { aFile, find, type Json, readContent, refusalOf } from '../formats/read-fixture.ts'
import { plainOf } from '../saying.ts'
import { expected, inspected, judge, pairs, readTool, toolBytes, toolJson, verdicts } from './tool-fixture.ts'

const MODES = 'jmh/modes.json.gz'
const PER: Json = { 'ops/us': 1e6, 'us/op': 1e-3 }

test('the score is the mean of the forks, in its own direction', async () => {
  const run = await readTool(MODES)
  const all = Object.entries<Json>(expected(MODES).series)
  expect(all).toHaveLength(8)
  for (const [name, { unit, better, tool, forks, secondary }] of all) {
    const measured = find(run, name)
    expect(measured.better).toBe(better)
    expect((measured.stats.get('avg') ?? 0) / (tool.score * PER[unit])).toBeCloseTo(1, 12)
    expect(measured.sampleCount).toBe(forks)
    expect(find(run, `${name} gc.alloc.rate.norm`).stats.get('avg')).toBe(Math.round(secondary['gc.alloc.rate.norm']))
  }
})

test('samples are gated on their median, because one pause ruins their mean', async () => {
  const measured = find(await readTool(MODES), 'toy.Bench.alloc sample n=100')
  expect(measured.central).toBe('p50')
  expect(measured.stats.get('p50')).toBeCloseTo(0.03e-3, 12)
  expect(measured.stats.get('avg')).toBeCloseTo(0.75e-3, 5)
})

/** All raw data of one mode, scaled: times become longer and rates lower. */
function scaled(factor: number, mode: string, allocations = 1): string {
  const document = toolJson(MODES).filter((one: Json) => one.mode === mode)
  for (const one of document) {
    const by = mode === 'thrpt' ? 1 / factor : factor
    const { primaryMetric, secondaryMetrics } = one
    primaryMetric.rawData = primaryMetric.rawData?.map((fork: number[]) => fork.map((value) => value * by))
    primaryMetric.rawDataHistogram = primaryMetric.rawDataHistogram?.map((fork: number[][][]) =>
      fork.map((iteration) => iteration.map(([value = 0, count = 0]) => [value * by, count])),
    )
    const bytes = secondaryMetrics['gc.alloc.rate.norm']
    bytes.rawData = bytes.rawData.map((fork: number[]) => fork.map((value) => value * allocations))
  }
  return JSON.stringify(document)
}

describe.each(['avgt', 'thrpt', 'ss', 'sample'])('three runs per side, mode %s', (mode) => {
  const folder = (factor: number) => ({ 'jmh.json': scaled(factor, mode), 'exit-code': '0' })

  test('20 % slower benchmarks are blocked, and their allocations did not change', async () => {
    const verdict = await judge(pairs(folder, 1.2))
    expect(verdict.outcome).toBe('fail')
    const stat = mode === 'sample' ? 'p50' : 'avg'
    expect(verdicts(verdict)).toEqual({
      [`${stat} of toy.Bench.alloc ${mode} n=100`]: 'regressed',
      [`${stat} of toy.Bench.work ${mode} n=100`]: 'regressed',
      [`avg of toy.Bench.alloc ${mode} n=100 gc.alloc.rate.norm`]: 'unchanged',
      [`avg of toy.Bench.work ${mode} n=100 gc.alloc.rate.norm`]: 'unchanged',
    })
  })

  test('unchanged benchmarks pass', async () => {
    expect((await judge(pairs(folder, 1))).outcome).toBe('pass')
  })
})

test('more allocations are blocked even if the times are unchanged', async () => {
  const files = ['baseline', 'candidate'].flatMap((side) =>
    [1, 2, 3].map((run) => aFile(scaled(1, 'avgt', side === 'candidate' ? 1.2 : 1), `${side}/run-${run}/jmh.json`)),
  )
  const verdict = await judge(files)
  expect(verdicts(verdict)['avg of toy.Bench.alloc avgt n=100 gc.alloc.rate.norm']).toBe('regressed')
  // 0.01 bytes come from rounding, so they count as 0 on both sides.
  expect(verdicts(verdict)['avg of toy.Bench.work avgt n=100 gc.alloc.rate.norm']).toBe('unchanged')
})

/** Three runs per side of a benchmark in one mode, with these times and allocations per operation. */
function allocating(bytes: Readonly<Record<'baseline' | 'candidate', readonly number[]>>, us: number, time: string) {
  return Object.entries(bytes).flatMap(([side, runs]) =>
    runs.map((value, index) => {
      const [one] = toolJson(MODES).filter(
        ({ mode, benchmark }: Json) => `${benchmark} ${mode}` === 'toy.Bench.work avgt',
      )
      one.measurementTime = time
      one.primaryMetric.score = us
      one.primaryMetric.rawData = [[us, us, us]]
      one.secondaryMetrics['gc.alloc.rate.norm'].rawData = [[value, value, value]]
      return aFile(JSON.stringify([one]), `${side}/run-${index + 1}/jmh.json`)
    }),
  )
}

const BYTES = 'avg of toy.Bench.work avgt n=100 gc.alloc.rate.norm'

test.each([
  // Fractions of a byte, which no operation can allocate.
  { baseline: [0.2, 0.4, 0.3], candidate: [0.6, 0.9, 0.7], us: 8, time: '100 ms' },
  // About 6,000 bytes in an iteration of 1,000 operations, which JMH itself allocated.
  { baseline: [5.7, 6.1, 5.5], candidate: [9.2, 8.7, 9.9], us: 10_000, time: '10 s' },
])(
  'the memory that JMH itself allocates in an iteration does not count for the benchmark: $baseline, $candidate',
  async ({ us, time, ...bytes }) => {
    const verdict = await judge(allocating(bytes, us, time))
    expect(verdicts(verdict)[BYTES]).toBe('unchanged')
    expect(verdict.outcome).toBe('pass')
  },
)

test('few bytes of many operations are allocations of the benchmark', async () => {
  const verdict = await judge(allocating({ baseline: [16, 16, 16], candidate: [24, 24, 24] }, 8, '100 ms'))
  expect(verdicts(verdict)[BYTES]).toBe('regressed')
})

test('from no allocation to some has no ratio, and blocks', async () => {
  const files = ['baseline', 'candidate'].flatMap((side) =>
    [1, 2, 3].map((run) => aFile(scaled(1, 'avgt', side === 'candidate' ? 4000 : 1), `${side}/run-${run}/jmh.json`)),
  )
  const verdict = await judge(files)
  expect(verdicts(verdict)['avg of toy.Bench.work avgt n=100 gc.alloc.rate.norm']).toBe('unproven')
  expect(verdict.outcome).toBe('fail')
})

test('a benchmark that throws is absent and JMH exits with 0: it is missing', async () => {
  const without = toolJson(MODES).filter((one: Json) => one.mode === 'avgt' && one.benchmark !== 'toy.Bench.alloc')
  const files = [1, 2, 3].flatMap((run) => [
    aFile(scaled(1, 'avgt'), `baseline/run-${run}/jmh.json`),
    aFile(without, `candidate/run-${run}/jmh.json`),
    aFile('0', `candidate/run-${run}/exit-code`),
  ])
  const verdict = await judge(files)
  expect(verdicts(verdict)['avg of toy.Bench.alloc avgt n=100']).toBe('missing')
  expect(verdict.outcome).toBe('fail')
})

test('one iteration: NaN is text, threads are in the name, and rates are per second', async () => {
  const run = await readTool('jmh/one-iteration.json')
  const measured = find(run, 'toy.Bench.work thrpt n=100 threads=2')
  expect(measured.stats.get('avg')).toBeCloseTo(0.0026162846971636558 * 1e9, 3)
  expect(measured.standardErrors).toBeUndefined()
})

test('a score that is not a number is invalid, and not absent', async () => {
  const [one] = toolJson('jmh/one-iteration.json')
  one.primaryMetric.rawData = [['NaN']]
  const { unusable } = find(await readContent([one]), 'toy.Bench.work thrpt n=100 threads=2')
  expect(plainOf(unusable.get('avg'))).toContain('NaN')
})

test('without raw data the score is read', async () => {
  const [one] = toolJson('jmh/one-iteration.json')
  delete one.primaryMetric.rawData
  expect(find(await readContent([one]), 'toy.Bench.work thrpt n=100 threads=2').sampleCount).toBe(1)
})

test('a unit that is not known is refused, and so are two benchmarks of one name', async () => {
  const [one] = toolJson('jmh/one-iteration.json')
  expect(await refusalOf([one, one])).toContain('Two benchmarks of JMH')
  one.primaryMetric.scoreUnit = 'sheep'
  expect(await refusalOf([one])).toContain('sheep')
})

test('an empty list measured nothing', async () => {
  expect(await refusalOf('[]')).toContain('empty list')
})

test('-foe true leaves an empty file where a benchmark throws', async () => {
  expect(await refusalOf(toolBytes('jmh/fail-on-error.json'))).toContain('empty')
})

test('exit code 1 is not a complete run', async () => {
  const text = await inspected([aFile(toolBytes('jmh/failing.json'), 'run-1/jmh.json'), aFile('1', 'run-1/exit-code')])
  expect(text).toContain('JMH ended with exit code 1')
})

test('inspect says what it is and what can be gated on', async () => {
  const text = await inspected([aFile(toolBytes(MODES), 'run-1/jmh.json')])
  expect(text).toContain('tool        JMH v1 · 1.37')
  expect(text).toContain('gated on    avg of toy.Bench.alloc avgt n=100 gc.alloc.rate.norm, 120 B (2 samples)')
  expect(text).toContain('Measured with JDK 17.0.15')
})

test.each([MODES, 'jmh/failing.json', 'jmh/one-iteration.json'])('%s is claimed by one format', (name) => {
  expect(FORMATS.filter((format) => format.recognizes(toolBytes(name))).map(({ id }) => id)).toEqual(['jmh'])
})

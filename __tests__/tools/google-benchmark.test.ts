import { describe, expect, test } from '@jest/globals'
import { FORMATS } from '../../src/formats/registry.ts'
import { aFile, find, type Json, readContent, refusalOf } from '../formats/read-fixture.ts'
import { plainOf } from '../saying.ts'
import {
  expected,
  gate,
  inspected,
  judge,
  pairs,
  readTool,
  toolBytes,
  toolJson,
  toolText,
  verdicts,
} from './tool-fixture.ts'

const CPP = 'google-benchmark/cpp-1.7.1.json'
const FILES = [CPP, 'google-benchmark/cpp-1.7.1.single.json', 'google-benchmark/python-1.9.json']
const UNITS: Json = { ns: 1e-6, us: 1e-3, ms: 1, s: 1000 }

test.each(FILES)('%s: median and mean are those of the repetitions, by the clock that the name says', async (name) => {
  const run = await readTool(name)
  for (const [benchmark, numbers] of Object.entries<Json>(expected(name).series)) {
    // The fitted complexity of a family is not a benchmark.
    if (numbers.n === 0 && numbers.errors === 0) continue
    const { stats, unusable, central } = find(run, benchmark)
    expect(central).toBe('p50')
    if (numbers.n === 0) {
      expect(plainOf(unusable.get('p50'))).toContain(`${numbers.errors} of ${numbers.errors} repetitions failed`)
      continue
    }
    const clock = numbers.gateOn
    expect(stats.get('p50')).toBeCloseTo(numbers[`${clock}Median`] * UNITS[numbers.unit], 12)
    expect(stats.get('avg')).toBeCloseTo(numbers[`${clock}Mean`] * UNITS[numbers.unit], 12)
  }
})

test('aggregates are rows of their own, and never counted with the repetitions', async () => {
  const run = await readTool(CPP)
  expect(find(run, 'Work/1000').sampleCount).toBe(4)
  expect(run.measurements.filter(({ metric }) => /BigO|RMS|_mean|_cv/.test(metric))).toEqual([])
})

test('if the file has only aggregates, their median is read', async () => {
  const name = 'google-benchmark/cpp-1.7.1.aggregates-only.json'
  const run = await readTool(name)
  const { tool } = expected(name).series['Work/1000']
  expect(find(run, 'Work/1000').stats.get('p50')).toBeCloseTo(tool.median.cpu / 1e6, 12)
  expect(find(run, 'Work/1000').sampleCount).toBe(1)
  expect(run.notes.map(plainOf)).toContain(ONLY_AGGREGATES)
  expect((await readTool(CPP)).notes.map(plainOf)).not.toContain(ONLY_AGGREGATES)
})

const ONLY_AGGREGATES =
  'The file has only aggregates of the repetitions: their median counts, and their spread is not known.'

function scaled(factor: number, keep: (name: string) => boolean = (name) => name !== 'Fails'): string {
  const document = toolJson(CPP)
  document.benchmarks = document.benchmarks.filter((row: Json) => keep(row.run_name))
  for (const row of document.benchmarks.filter((one: Json) => 'real_time' in one)) {
    row.real_time *= factor
    row.cpu_time *= factor
  }
  return JSON.stringify(document)
}

describe('three runs per side', () => {
  const folder = (factor: number) => ({ 'toy.json': scaled(factor), 'exit-code': '0' })

  test('20 % slower benchmarks are blocked', async () => {
    const verdict = await judge(pairs(folder, 1.2))
    expect(verdict.outcome).toBe('fail')
    expect(new Set(Object.values(verdicts(verdict)))).toEqual(new Set(['regressed']))
    expect(Object.keys(verdicts(verdict))).toHaveLength(8)
  })

  test('unchanged benchmarks pass', async () => {
    expect((await judge(pairs(folder, 1))).outcome).toBe('pass')
  })

  test('the report prints nanoseconds as people read them', async () => {
    const { report } = await gate(pairs(folder, 1.2))
    expect(report.markdown).toContain('Benchmarks\n')
    expect(report.markdown).not.toContain('# Latency\n')
    expect(report.markdown.replaceAll('\u00a0', ' ')).toMatch(/1\.13\d µs/)
    expect(report.markdown.replaceAll('\u00a0', ' ')).toMatch(/24\.\d+ ns/)
  })
})

test('a benchmark with an error is invalid, though Google Benchmark exits with 0', async () => {
  const verdict = await judge(pairs((factor) => ({ 'toy.json': scaled(factor, () => true), 'exit-code': '0' }), 1))
  expect(verdicts(verdict)['p50 of Fails']).toBe('invalid')
  expect(verdict.outcome).toBe('invalid')
})

test('a benchmark that a filter left out is missing', async () => {
  const baseline = pairs((factor) => ({ 'toy.json': scaled(factor) }), 1).filter(({ path }) =>
    path.startsWith('baseline'),
  )
  const candidate = [1, 2, 3].map((run) =>
    aFile(
      scaled(1, (name) => name === 'Sort/64'),
      `candidate/run-${run}/toy.json`,
    ),
  )
  const verdict = await judge([...baseline, ...candidate])
  expect(verdicts(verdict)['p50 of Work/1000']).toBe('missing')
  expect(verdict.outcome).toBe('fail')
})

test('the files of all programs of a run are joined', async () => {
  const text = await inspected([
    aFile(
      scaled(1, (name) => name.startsWith('Sort')),
      'run-1/sort.json',
    ),
    aFile(
      scaled(1, (name) => name.startsWith('Work')),
      'run-1/work.json',
    ),
  ])
  expect(text).toContain('1 run understood')
  expect(text).toContain('p50 of Sort/64')
  expect(text).toContain('p50 of Work/1000')
})

test('inspect prints the notes on doubtful numbers', async () => {
  const text = await inspected([aFile(toolBytes(CPP), 'run-1/toy.json')])
  expect(text).toContain('debug build')
  expect(text).toContain('a load of 11.9 on 2 CPUs')
  expect(text).toContain('gated on    p50 of Wait/real_time, 2.61964 ms')
})

test('a filter that matches nothing leaves an empty list, or an empty file: neither is a result', async () => {
  expect(await refusalOf({ ...toolJson(CPP), benchmarks: [] })).toContain('nothing was measured')
  expect(await refusalOf('')).toContain('empty')
})

test('the CSV is not read', async () => {
  expect(await refusalOf(toolText('google-benchmark/cpp-1.7.1.csv'))).toContain('--benchmark_out_format=json')
})

test('a unit that is not known is refused', async () => {
  const document = toolJson(CPP)
  document.benchmarks[0].time_unit = 'fortnights'
  await expect(readContent(document)).rejects.toThrow('fortnights')
})

test.each([...FILES, 'google-benchmark/cpp-1.7.1.aggregates-only.json'])('%s is claimed by one format', (name) => {
  expect(FORMATS.filter((format) => format.recognizes(toolBytes(name))).map(({ id }) => id)).toEqual([
    'google-benchmark',
  ])
})

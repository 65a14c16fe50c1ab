import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { measureResources, parseResources } from '../../src/formats/resources.ts'

/* Recorded runs of a small HTTP service. The expected numbers were computed from the files by another program. */

const FIXTURES = 'fixtures/resources'
const folder = join(import.meta.dirname, '..', FIXTURES)
const { runs } = JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8')) as {
  runs: Record<string, Record<string, number>>
}

const START = { t: 100, event: 'load-start' }
const END = { t: 110, event: 'load-end', exitCode: 0 }
const at = (t: number, changes = {}) => ({
  t,
  target: 'checkout',
  instance: 'p1',
  cpuSeconds: (t - 90) / 10,
  memoryBytes: 1000 * t,
  ...changes,
})
/** A sample a second, from just before the load to just after it. */
const SAMPLES = Array.from({ length: 13 }, (_, index) => at(99 + index))
const ndjson = (...lines: readonly unknown[]): string => lines.map((line) => `${JSON.stringify(line)}\n`).join('')

const measured = (text: string, requests: number | null = 100) =>
  Object.fromEntries(
    measureResources(parseResources(text), requests).map(({ metric, stats, unusable }) => [
      metric,
      unusable.size > 0 ? [...unusable.values()].join() : Object.fromEntries(stats),
    ]),
  )

test.each(Object.entries(runs))('%s is what another program computed', (path, expected) => {
  const load = JSON.parse(readFileSync(join(folder, path, 'load.json'), 'utf8'))
  const samples = readFileSync(join(folder, path, 'resources.ndjson'), 'utf8')
  const event = (name: string, time: string) => ({ t: Date.parse(time) / 1000, event: name })
  const found = measured(
    ndjson(event('load-start', load.startedAt)) + samples + ndjson(event('load-end', load.endedAt)),
    load.requests,
  )
  // The recorded times have milliseconds, the expected numbers microseconds.
  expect(found.cpu_per_request).toEqual({ avg: expect.closeTo(expected.cpu_ms_per_request!, 3) })
  expect(found.cpu_cores).toEqual({ avg: expect.closeTo(expected.mean_cores!, 4) })
  expect(found.memory).toEqual({ max: expected.memory_max_bytes, avg: expect.closeTo(expected.memory_mean_bytes!, 0) })
  expect(found).toMatchObject({ restarts: { count: 0 }, oom_kills: { count: 0 } })
})

test('counters at the ends of the load lie between their neighbours', () => {
  const text = ndjson({ ...START, t: 100.5 }, ...SAMPLES, { ...END, t: 110.5 })
  expect(measured(text)).toEqual({
    cpu_per_request: { avg: expect.closeTo(10, 10) },
    cpu_cores: { avg: expect.closeTo(0.1, 10) },
    memory: { max: 110_000, avg: 105_500 },
    restarts: { count: 0 },
    oom_kills: { count: 0 },
  })
})

test('several instances use the sum, and the memory of the largest', () => {
  const other = SAMPLES.map((one) => ({ ...one, instance: 'p2', memoryBytes: 5 }))
  expect(measured(ndjson(START, ...SAMPLES, ...other, END))).toMatchObject({
    cpu_per_request: { avg: 20 },
    memory: { max: 110_000 },
    restarts: { count: 0 },
  })
})

test('several instances that are sampled in turn, each every 15 seconds, are no gap and no restart', () => {
  const load = [
    { ...START, t: 105 },
    { ...END, t: 165 },
  ]
  const inTurn = ['p1', 'p2', 'p3'].flatMap((instance, turn) =>
    Array.from({ length: 6 }, (_, index) => at(100 + 15 * index + 4 * turn, { instance })),
  )
  expect(measured(ndjson(...load, ...inTurn))).toMatchObject({
    cpu_cores: { avg: expect.closeTo(0.295, 9) },
    memory: { max: 164_000 },
    restarts: { count: 0 },
  })
})

test('limits: the share of periods in which the processor was held back, and of the memory', () => {
  const limited = SAMPLES.map((one, index) => ({
    ...one,
    periods: 10 * index,
    throttledPeriods: 3 * index,
    memoryLimitBytes: 220_000,
  }))
  expect(measured(ndjson(START, ...limited, END))).toMatchObject({
    cpu_throttled: { rate: expect.closeTo(0.3, 10) },
    memory_of_limit: { max: 0.5 },
  })
})

describe('what cannot be used is said', () => {
  const RESTARTED = 'the service was restarted during the load'
  const KILLED = 'the service ran out of memory and was killed during the load'
  test.each([
    [
      'a counter that falls',
      SAMPLES.map((one) => (one.t > 105 ? { ...one, cpuSeconds: 0.1 } : one)),
      RESTARTED,
      RESTARTED,
    ],
    ['a new instance', SAMPLES.map((one) => (one.t > 105 ? { ...one, instance: 'p2' } : one)), RESTARTED, RESTARTED],
    ['an OOM kill', SAMPLES.map((one) => ({ ...one, oomKills: one.t > 105 ? 1 : 0 })), KILLED, KILLED],
    [
      'no sample at the end',
      SAMPLES.filter(({ t }) => t < 107),
      'nothing was sampled when the load began or ended',
      'nothing was sampled for 4.0 s of the load',
    ],
    [
      'a gap in the middle',
      SAMPLES.filter(({ t }) => t < 103 || t > 106),
      { avg: 10 },
      'nothing was sampled for 5.0 s of the load',
    ],
    [
      'nothing at all',
      [],
      'nothing was sampled when the load began or ended',
      'nothing was sampled for 10.0 s of the load',
    ],
  ])('%s', (_, samples, cpu, memory) => {
    const found = measured(ndjson(START, ...samples, END))
    expect(found.cpu_per_request).toEqual(cpu)
    expect(found.memory).toEqual(memory)
  })

  test.each([null, 0])('%s requests', (requests) => {
    const text = ndjson(START, ...SAMPLES, END)
    expect(measured(text, requests)).toMatchObject({
      cpu_per_request: 'the number of requests of the whole load is not known',
      cpu_cores: { avg: expect.closeTo(0.1, 10) },
    })
  })
})

describe('the file', () => {
  test('a last line that was cut off is left out', () => {
    const text = ndjson(START, ...SAMPLES, END)
    expect(measured(`${text}{"t":111,"tar`)).toEqual(measured(text))
  })

  test.each([
    ['', 'does not say when the load began and ended'],
    [ndjson(START, ...SAMPLES), 'does not say when the load began and ended'],
    [ndjson(END, ...SAMPLES), 'does not say when the load began and ended'],
    [ndjson({ ...START, t: 110 }, END), 'does not say when the load began and ended'],
    [`not JSON\n${ndjson(START, END)}`, 'resources.ndjson, line 1 is not JSON.'],
    [ndjson(START, at(101, { cpuSeconds: -1 }), END), 'resources.ndjson, line 2: cpuSeconds: '],
    [ndjson(START, at(101, { memoryBytes: null }), END), 'resources.ndjson, line 2: memoryBytes: '],
    [ndjson(START, at(101, { target: undefined }), END), 'resources.ndjson, line 2: target: '],
    [ndjson(START, 7, END), 'resources.ndjson, line 2: the line: '],
  ])('%j', (text, message) => {
    expect(() => parseResources(text)).toThrow(message)
  })

  test('whatever is in it, it is read or refused with words', () => {
    fc.assert(
      fc.property(fc.array(fc.json()), (lines) => {
        try {
          for (const { stats } of measureResources(parseResources(lines.join('\n')), 1))
            for (const value of stats.values()) expect(Number.isFinite(value)).toBe(true)
        } catch (error) {
          expect(String(error)).toContain('resources.ndjson')
        }
      }),
    )
  })
})

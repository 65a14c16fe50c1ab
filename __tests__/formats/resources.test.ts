import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { type Counted, measureResources, sampledService } from '../../src/formats/measure-resources.ts'
import { parseResources } from '../../src/formats/resources.ts'
import { plainOf } from '../saying.ts'

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
/** A sample per second, from just before the load to just after it. */
const SAMPLES = Array.from({ length: 13 }, (_, index) => at(99 + index))
const ndjson = (...lines: readonly unknown[]): string => lines.map((line) => `${JSON.stringify(line)}\n`).join('')

const counting = (requests: number | null): Counted => ({ excludeFirstMs: 0, excludeLastMs: 0, requests })

const measured = (text: string, requests: number | null = 100, excluded: Partial<Counted> = {}) =>
  Object.fromEntries(
    measureResources(parseResources(text), { ...counting(requests), ...excluded }).map(
      ({ metric, stats, unusable }) => [
        metric,
        unusable.size > 0 ? [...new Set([...unusable.values()].map(plainOf))].join() : Object.fromEntries(stats),
      ],
    ),
  )

test.each(Object.entries(runs))('%s is what another program computed', (path, expected) => {
  const load = JSON.parse(readFileSync(join(folder, path, 'load.json'), 'utf8'))
  const samples = readFileSync(join(folder, path, 'resources.ndjson'), 'utf8')
  const event = (name: string, time: string) => ({ t: Date.parse(time) / 1000, event: name })
  const text = ndjson(event('load-start', load.startedAt)) + samples + ndjson(event('load-end', load.endedAt))
  const found = measured(text, load.requests)
  // The recorded times are in milliseconds, and the expected numbers have microseconds.
  expect(found.cpu_per_request).toEqual({ avg: expect.closeTo(expected.cpu_ms_per_request!, 3) })
  expect(found.cpu_cores).toMatchObject({ avg: expect.closeTo(expected.mean_cores!, 4) })
  expect(found.memory).toMatchObject({
    max: expected.memory_max_bytes,
    avg: expect.closeTo(expected.memory_mean_bytes!, 0),
  })
  expect(found).toMatchObject({ restarts: { count: 0 }, oom_kills: { count: 0 } })
  const { seconds, instances } = sampledService(parseResources(text), counting(load.requests))
  expect([seconds, instances]).toEqual([expect.closeTo(expected.window_s!, 2), expected.instances])
  const { avg = 0 } = found.cpu_per_request as Record<string, number>
  expect((avg * load.requests) / 1000).toBeCloseTo(expected.cpu_seconds!, 3)
  const { memoryGrowthBytesPerRequest = null, memoryPeakBytes } = sampledService(
    parseResources(text),
    counting(load.requests),
  )
  const growthPerS = ((memoryGrowthBytesPerRequest ?? 0) * load.requests) / seconds
  expect(growthPerS).toBeCloseTo(expected.slope_second_half_bytes_per_s!, 0)
  expect(memoryPeakBytes).toBe(expected.memory_peak_bytes)
})

test('counters at the ends of the load lie between their neighbours', () => {
  const text = ndjson({ ...START, t: 100.5 }, ...SAMPLES, { ...END, t: 110.5 })
  expect(measured(text)).toEqual({
    cpu_per_request: { avg: expect.closeTo(10, 10) },
    cpu_cores: { avg: expect.closeTo(0.1, 10), p95: expect.closeTo(0.1, 10), max: expect.closeTo(0.1, 10) },
    memory: { max: 110_000, avg: 105_500, p95: 109_550 },
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

describe('a resource that cannot be used has a reason', () => {
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
    ['an OOM kill that only the end of the load knows of', SAMPLES, KILLED, KILLED, { oomKills: 1 }],
    ['a counter of restarts', SAMPLES.map((one) => ({ ...one, restarts: one.t > 105 ? 4 : 3 })), RESTARTED, RESTARTED],
    [
      'one of two instances that ended',
      [...SAMPLES, ...SAMPLES.filter(({ t }) => t < 104).map((one) => ({ ...one, instance: 'p2' }))],
      RESTARTED,
      RESTARTED,
    ],
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
  ])('%s', (_, samples, cpu, memory, end: object = {}) => {
    const found = measured(ndjson(START, ...samples, { ...END, ...end }))
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

describe('the processor over steps of a second', () => {
  /** A load of half a core, with one second of two busy cores. */
  const busy = Array.from({ length: 25 }, (_, index) => {
    const t = 99 + index / 2
    return at(t, { cpuSeconds: 0.5 * (t - 99) + 1.5 * Math.min(1, Math.max(0, t - 104)), cpuLimitCores: 4 })
  })

  test('p95 and the most, and its share of the limit', () => {
    const found = measured(ndjson(START, ...busy, END))
    expect(found.cpu_cores).toEqual({
      avg: expect.closeTo(0.65, 10),
      p95: expect.closeTo(0.5 + 1.5 * 0.55, 10),
      max: expect.closeTo(2, 10),
    })
    expect(found.cpu_of_limit).toEqual({ max: expect.closeTo(0.5, 10) })
  })

  test('a limit applies to each instance', () => {
    const other = busy.map((one) => ({ ...one, instance: 'p2', cpuSeconds: one.t }))
    const found = measured(ndjson(START, ...busy, ...other, END))
    expect(found.cpu_cores).toMatchObject({ max: expect.closeTo(3, 10) })
    expect(found.cpu_of_limit).toEqual({ max: expect.closeTo(0.5, 10) })
  })

  test('a limit that changes, or that is sometimes unknown, is ignored', () => {
    const changed = busy.map((one) => (one.t > 105 ? { ...one, cpuLimitCores: 2 } : one))
    expect(measured(ndjson(START, ...changed, END))).not.toHaveProperty('cpu_of_limit')
    const { cpuLimitCores: _, ...unknown } = busy[5] as (typeof busy)[number] & { cpuLimitCores?: number }
    expect(measured(ndjson(START, ...busy.with(5, unknown as never), END))).not.toHaveProperty('cpu_of_limit')
  })

  test('a load that is shorter than a second has no steps', () => {
    const found = measured(ndjson(START, ...busy, { ...END, t: 100.5 }))
    expect(found.cpu_cores).toEqual({ avg: expect.closeTo(0.5, 10) })
    expect(found.cpu_of_limit).toBe('the load was shorter than a second')
  })
})

describe('only the part of the load that counts', () => {
  const grown = SAMPLES.map((one) => (one.t < 103 ? { ...one, memoryBytes: 9e9, cpuSeconds: 0 } : one))

  test('its processor and memory', () => {
    expect(measured(ndjson(START, ...grown, END), 100, { excludeFirstMs: 3000, excludeLastMs: 2000 })).toMatchObject({
      cpu_per_request: { avg: expect.closeTo(5, 10) },
      cpu_cores: { avg: expect.closeTo(0.1, 10) },
      memory: { max: 108_000 },
    })
  })

  test('a restart before it makes its numbers unusable', () => {
    const fell = SAMPLES.map((one) => (one.t < 103 ? { ...one, cpuSeconds: 50 } : one))
    expect(measured(ndjson(START, ...fell, END), 100, { excludeFirstMs: 5000 })).toMatchObject({
      restarts: { count: 1 },
      memory: 'the service was restarted during the load',
    })
  })

  test('a policy that leaves out the whole load is the reason why there is no number', () => {
    expect(measured(ndjson(START, ...SAMPLES, END), 100, { excludeFirstMs: 10_000 }).memory).toBe(
      'the policy leaves out the whole load',
    )
  })
})

test('a file may hold more samples than a call may have arguments', () => {
  const samples = Array.from({ length: 140_000 }, (_, index) => ({
    ...at(99 + index),
    cpuSeconds: index,
    cpuLimitCores: 2,
  }))
  const record = { startSeconds: 100, endSeconds: 140_000, samples, oomKills: 0 }
  const found = new Map(measureResources(record, counting(1)).map(({ metric, stats }) => [metric, stats.get('max')]))
  expect([found.get('cpu_cores'), found.get('cpu_of_limit'), found.get('memory')]).toEqual([1, 0.5, 140_000_000])
})

test('more instances than any service has are refused', () => {
  const many = Array.from({ length: 1001 }, (_, index) => at(101, { instance: `p${index}` }))
  expect(() => measured(ndjson(START, ...many, END))).toThrow(
    'resources.ndjson has 1001 instances, and at most 1000 are read. An instance is a process or container, not a sample.',
  )
})

describe('how the service was set up', () => {
  const setUp = (...lines: readonly unknown[]) =>
    sampledService(parseResources(ndjson(START, ...lines, END)), counting(1))

  test('limits, instances, and the use of the busiest instance', () => {
    const limited = SAMPLES.map((one) => ({ ...one, source: 'cgroup2', cpuLimitCores: 0.5, memoryLimitBytes: 220_000 }))
    const other = limited.map((one) => ({ ...one, instance: 'p2', cpuSeconds: one.t / 5 }))
    expect(setUp(...limited, ...other)).toEqual({
      source: 'cgroup2',
      instances: 2,
      seconds: 10,
      busiestCores: expect.closeTo(0.2, 10),
      cpuLimitCores: 0.5,
      memoryLimitBytes: 220_000,
      memoryGrowthBytesPerRequest: 10_000,
      memoryPeakBytes: null,
    })
  })

  test('fields that are missing are not known', () => {
    expect(setUp()).toEqual({
      source: null,
      instances: 0,
      seconds: 10,
      busiestCores: null,
      cpuLimitCores: null,
      memoryLimitBytes: null,
      memoryGrowthBytesPerRequest: null,
      memoryPeakBytes: null,
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

  test('any text is read, or refused with a message', () => {
    fc.assert(
      fc.property(fc.array(fc.json()), (lines) => {
        try {
          for (const { stats } of measureResources(parseResources(lines.join('\n')), counting(1)))
            for (const value of stats.values()) expect(Number.isFinite(value)).toBe(true)
        } catch (error) {
          expect(String(error)).toContain('resources.ndjson')
        }
      }),
    )
  })
})

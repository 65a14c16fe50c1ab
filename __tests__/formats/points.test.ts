import { expect, test } from '@jest/globals'
import { DEFAULT_READ_OPTIONS } from '../../src/formats/read-options.ts'
import type { Run } from '../../src/model/run.ts'
import { plainOf } from '../saying.ts'
import {
  find,
  fixtureBytes,
  fixtureJson,
  fixtureNames,
  type Json,
  readContent,
  readFixture,
  refusalOf,
} from './read-fixture.ts'

const decode = (name: string): string => new TextDecoder().decode(fixtureBytes(name))

/** The statistics of k6's own summary of the same run, as [metric, statistic, k6's value]. */
function k6Statistics(summary: Json, run: Run): readonly (readonly [string, string, number])[] {
  const names: Record<string, string> = {
    med: 'p50',
    'p(90)': 'p90',
    'p(95)': 'p95',
    'p(99)': 'p99',
    min: 'min',
    max: 'max',
  }
  return Object.entries<Json>(summary.metrics).flatMap(([key, metric]) => {
    const isTrend = metric.med !== undefined
    const hidden = run.measurements.find((one) => one.metric === key)?.population === 'successful'
    const ownKey = hidden ? `${key}{expected_response:true}` : key
    const values = summary.metrics[ownKey] ?? metric
    if (!isTrend || key.includes('{') || key === 'iteration_duration') return []
    return Object.entries<number>(values).flatMap(([stat, value]) =>
      names[stat] === undefined ? [] : [[key, names[stat], value] as const],
    )
  })
}

// In these runs all requests were successful and setup() made none, so k6's summary covers the same samples.
test.each([
  ...fixtureNames(/^points.*ndjson/).map(
    (name) => [name, name.replace('points', 'summary-export').replace('.ndjson.gz', '.json')] as const,
  ),
  ...[1, 2, 3].map(
    (part) =>
      [
        `segment.${part}-of-3.points.k6-v2.2.0.ndjson.gz`,
        `segment.${part}-of-3.summary-export.k6-v2.2.0.json`,
      ] as const,
  ),
])('%s: every percentile is k6’s own, to the last digit', async (points, summaryName) => {
  const run = await readFixture(points)
  const statistics = k6Statistics(fixtureJson(summaryName), run)
  expect(statistics.length).toBeGreaterThan(30)
  for (const [metric, stat, value] of statistics)
    expect([metric, stat, find(run, metric).stats.get(stat)]).toEqual([metric, stat, value])
  const summary = fixtureJson(summaryName)
  expect(find(run, 'http_reqs').stats.get('count')).toBe(summary.metrics.http_reqs.count)
  expect(find(run, 'iterations').stats.get('count')).toBe(summary.metrics.iterations.count)
})

// k6's submetric {flow:browse} of the same run covers the successful load, without setup() and teardown().
test('setup(), teardown() and failed requests are not in the latency', async () => {
  const run = await readFixture('rich.points.k6-v2.2.0.ndjson.gz')
  const browse = fixtureJson('rich.summary-export.k6-v2.2.0.json').metrics['http_req_duration{flow:browse}']
  const latency = find(run, 'http_req_duration')
  expect([latency.stats.get('p95'), latency.stats.get('p50'), latency.population, latency.sampleCount]).toEqual([
    browse['p(95)'],
    browse.med,
    'successful',
    143,
  ])
  expect(find(run, 'http_req_failed').stats.get('rate')).toBe(80 / 223)
  expect(find(run, 'http_req_duration', '/list').stats.get('p95')).toBe(browse['p(95)'])
  expect(plainOf(find(run, 'http_req_duration', 'http://127.0.0.1:1/refused').unusable.get('p95'))).toMatch(
    /^all 40 requests failed/,
  )
  expect(run.notes.map(plainOf)).toEqual(['Not counted: 22 points of setup() and teardown().'])
})

// There were 223 requests in the 4.08 s of the load. k6 divides by the 4.6 s of the whole test, including setup() and
// teardown().
test('throughput is over the load, not over setup() and teardown()', async () => {
  const run = await readFixture('rich.points.k6-v2.2.0.ndjson.gz')
  expect(run.durationMs).toBeGreaterThan(4000)
  expect(run.durationMs).toBeLessThan(4150)
  expect(find(run, 'http_reqs').stats.get('rate')).toBeCloseTo(223 / ((run.durationMs ?? 0) / 1000), 6)
})

const START = Date.parse('2026-11-22T08:00:00Z')
const METRICS = ['http_reqs counter', 'http_req_duration trend', 'http_req_failed rate', 'vus gauge'].map((text) => {
  const [metric, type] = text.split(' ')
  return JSON.stringify({
    type: 'Metric',
    metric,
    data: { name: metric, type, contains: metric === 'http_req_duration' ? 'time' : 'default' },
  })
})
const point = (metric: string, atMs: number, value: number, tags: object): string =>
  JSON.stringify({ metric, type: 'Point', data: { time: new Date(START + atMs).toISOString(), value, tags } })
const ok = { scenario: 'main', group: '', expected_response: 'true', name: '/a' }

/** A request every 100 ms, from 0 to 60 s. Each takes as many milliseconds as its second plus one. */
const MINUTE = [
  ...METRICS,
  ...Array.from({ length: 600 }, (_, index) => [
    point('http_reqs', index * 100 + 50, 1, ok),
    point('http_req_duration', index * 100 + 50, Math.floor(index / 10) + 1, ok),
  ]).flat(),
].join('\n')

test('a window leaves out warm-up and ramp-down', async () => {
  const run = await readContent(MINUTE, { ...DEFAULT_READ_OPTIONS, excludeFirstMs: 30_000, excludeLastMs: 5000 })
  const latency = find(run, 'http_req_duration')
  expect([latency.stats.get('min'), latency.stats.get('max'), latency.sampleCount]).toEqual([31, 55, 249])
  expect(run.durationMs).toBe(24_900)
  expect(find(run, 'http_reqs').stats.get('rate')).toBe(10)
  expect(run.notes.map(plainOf)).toEqual(['Outside of the window of the policy: 702 points.'])
})

test('a window that leaves nothing is not a fast run', async () => {
  const run = await readContent(MINUTE, { ...DEFAULT_READ_OPTIONS, excludeFirstMs: 90_000 })
  expect(find(run, 'http_req_duration').stats.size).toBe(0)
  expect(plainOf(find(run, 'http_req_duration').unusable.get('p95'))).toMatch(/^no samples/)
  expect(plainOf(find(run, 'http_reqs').unusable.get('count'))).toBe('no request was made')
})

test('scenarios and tags are filters', async () => {
  const text = [
    ...METRICS,
    point('http_req_duration', 0, 5, ok),
    point('http_req_duration', 1, 7, { ...ok, scenario: 'warm-up' }),
    point('vus', 2, 3, {}),
  ].join('\n')
  const main = await readContent(text, { ...DEFAULT_READ_OPTIONS, scenarios: ['main'] })
  expect(find(main, 'http_req_duration').stats.get('max')).toBe(5)
  expect(find(main, 'vus').stats.get('max')).toBe(3)
  expect(main.notes.map(plainOf)).toEqual(['Left out by the scenarios and tags of the policy: 1 point.'])
  const tagged = await readContent(text, { ...DEFAULT_READ_OPTIONS, tags: new Map([['scenario', 'warm-up']]) })
  expect(find(tagged, 'http_req_duration').stats.get('max')).toBe(7)
  const misspelt = await readContent(text, { ...DEFAULT_READ_OPTIONS, scenarios: ['mian'] })
  expect(plainOf(find(misspelt, 'http_req_duration').unusable.get('p95'))).toBe(
    'no request matches the scenarios and tags of the policy',
  )
})

test('names beyond the cap are counted together', async () => {
  const lines = Array.from({ length: 10 }, (_, index) =>
    point('http_req_duration', index, index + 1, { ...ok, name: `/${index}` }),
  )
  const run = await readContent([...METRICS, ...lines].join('\n'), { ...DEFAULT_READ_OPTIONS, maxEndpoints: 3 })
  const names = run.measurements
    .filter((one) => one.metric === 'http_req_duration')
    .map(({ endpoint, sampleCount }) => [endpoint, sampleCount])
  expect(names).toEqual([
    [null, 10],
    ['/0', 1],
    ['/1', 1],
    ['/2', 1],
    ['other', 7],
  ])
  expect(run.cutOffNames).toEqual(new Set(['/3', '/4', '/5', '/6', '/7', '/8', '/9']))
  expect(run.notes.map(plainOf).join()).toContain(
    'There are more than 3 names: 7 of them are counted together as "other". Set a name tag on requests whose URL changes.',
  )
})

test('names of a group are one endpoint, before they are counted', async () => {
  const lines = Array.from({ length: 10 }, (_, index) =>
    point('http_req_duration', index, index + 1, { ...ok, name: `http://shop.test/users/${index}?full=1` }),
  )
  const endpointGroups = [{ name: '/users/*', matches: /^\/users\/[^/]+$/ }]
  const text = [...METRICS, ...lines, point('http_req_duration', 10, 3, { ...ok, name: 'list' })].join('\n')
  const run = await readContent(text, { ...DEFAULT_READ_OPTIONS, maxEndpoints: 3, endpointGroups })
  const names = run.measurements.map(({ endpoint, sampleCount }) => [endpoint, sampleCount])
  expect(names).toEqual(
    expect.arrayContaining([
      ['/users/*', 10],
      ['list', 1],
    ]),
  )
  expect(run.notes.map(plainOf)).toEqual([])
})

test('the timeline shows the course of the run', async () => {
  const { timeline } = await readContent(MINUTE)
  expect(timeline?.sliceMs).toBe(1000)
  expect(timeline?.slices[0]).toEqual({ offsetMs: 0, requests: 10, p95Ms: 1 })
  expect(timeline?.slices[59]).toEqual({ offsetMs: 59_000, requests: 10, p95Ms: 60 })
})

test('the distribution says how long each share of the requests took', async () => {
  const { distribution } = await readContent(MINUTE)
  expect(distribution?.length).toBe(28)
  expect(distribution?.[0]).toEqual({ share: 0, valueMs: 1 })
  expect(distribution?.find(({ share }) => share === 0.5)).toEqual({ share: 0.5, valueMs: 30.5 })
  expect(distribution?.at(-1)).toEqual({ share: 1, valueMs: 60 })
})

test('several files of points are one run, in any order', async () => {
  const parts = [1, 2, 3].map((part) => decode(`segment.${part}-of-3.points.k6-v2.2.0.ndjson.gz`))
  const runs = await Promise.all([readContent(parts.join('')), readContent([...parts].reverse().join(''))])
  const all = parts
    .flatMap((part) => part.split('\n').filter((text) => text.includes('"http_req_duration","type":"Point"')))
    .map((text) => JSON.parse(text).data.value)
  all.sort((left: number, right: number) => left - right)
  const position = 0.95 * (all.length - 1)
  const low = all[Math.floor(position)]
  const pooled = low + (all[Math.ceil(position)] - low) * (position % 1)
  for (const run of runs) expect(find(run, 'http_req_duration').stats.get('p95')).toBe(pooled)
  expect(pooled).toBeCloseTo(28.62, 1)
})

test('standard errors are those of 20 batches', async () => {
  const lines = Array.from({ length: 2000 }, (_, index) =>
    point('http_req_duration', index, 100 + (Math.floor(index / 100) % 2), ok),
  )
  const run = await readContent([...METRICS, ...lines].join('\n'))
  // R: x <- rep(c(100, 101), 10); sd(x) / sqrt(20)
  expect(find(run, 'http_req_duration').standardErrors?.get('p95')).toBeCloseTo(0.1147079, 6)
})

test.each([
  [
    'an unknown metric',
    point('mine', 0, 1, {}),
    'Points of "mine" come before the line that says what kind of metric it is',
  ],
  [
    'a builtin of another kind',
    METRICS[0]?.replace('counter', 'trend'),
    'The metric "http_reqs" is a trend here, and k6 makes it a counter',
  ],
  [
    'times far apart',
    [point('http_reqs', 0, 1, ok), point('http_reqs', 6e8, 1, ok)].join('\n'),
    'more than an hour before or four days after the first point',
  ],
  ['a file cut in a line', MINUTE.slice(0, -30), 'A line is not complete JSON, at byte'],
])('%s is refused', async (_, text, message) => {
  expect(await refusalOf(text)).toContain(message)
})

test('a file with metrics and no points made no request', async () => {
  expect(plainOf(find(await readContent(METRICS.join('\n')), 'http_req_duration').unusable.get('p95'))).toMatch(
    /^the run made no request/,
  )
})

test('phases of many requests are within 0.1 %', async () => {
  const lines: string[] = [
    JSON.stringify({
      type: 'Metric',
      metric: 'http_req_waiting',
      data: { name: 'http_req_waiting', type: 'trend', contains: 'time' },
    }),
  ]
  for (let index = 0; index < 120_000; index += 1)
    lines.push(point('http_req_waiting', index, ((index * 7919) % 120_000) / 100 + 1, ok))
  const run = await readContent(lines.join('\n'))
  const waiting = find(run, 'http_req_waiting')
  expect(waiting.sampleCount).toBe(120_000)
  const exact = 1 + (0.95 * 119_999) / 100
  expect(Math.abs((waiting.stats.get('p95') ?? 0) / exact - 1)).toBeLessThan(0.001)
  expect(run.notes.map(plainOf).join()).toContain('Percentiles of http_req_waiting are within 0.1 %')
})

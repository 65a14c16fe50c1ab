import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { parseCsvRow } from '../../src/formats/csv-row.ts'
import { createCsvScanner } from '../../src/formats/csv-scanner.ts'
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

type Point = readonly [metric: string, tags: Json, timeMs: number, value: number]

function scanned(bytes: Uint8Array, cuts: readonly number[] = []): readonly Point[] {
  const points: Point[] = []
  const scanner = createCsvScanner<readonly [string, Json]>({
    defineMetric: () => {},
    series: (metric, tags) => [metric, tags],
    add: ([metric, tags], timeMs, value) => points.push([metric, tags, timeMs, value]),
  })
  const edges = [0, ...[...cuts].sort((left, right) => left - right), bytes.length]
  for (let index = 1; index < edges.length; index += 1) {
    const chunk = new Uint8Array(bytes.subarray(edges[index - 1], edges[index]))
    scanner.push(chunk)
    chunk.fill(0x20)
  }
  scanner.end()
  return points
}

const encode = (text: string): Uint8Array => new TextEncoder().encode(text)
const decode = (name: string): string => new TextDecoder().decode(fixtureBytes(name))

/** The points in the JSON output of the same run, rounded like CSV, which has six decimals and whole seconds. */
function jsonPoints(name: string): readonly (readonly [string, string | undefined, number])[] {
  const lines = decode(name)
    .split('\n')
    .filter((line) => line.includes('"type":"Point"'))
  return lines
    .map((line) => JSON.parse(line))
    .map(({ metric, data }) => [metric, data.tags?.name, Number(data.value.toFixed(6))] as const)
}

const CSV = fixtureNames(/^(?!killed).*csv\.gz$/)

test.each(CSV)('%s has the points of the JSON output of the same run', (name) => {
  const points = scanned(fixtureBytes(name)).map(([metric, tags, , value]) => [metric, tags.name, value] as const)
  const order = (list: readonly (readonly unknown[])[]): readonly string[] =>
    list.map((one) => JSON.stringify(one)).sort()
  expect(order(points)).toEqual(order(jsonPoints(name.replace('csv', 'ndjson'))))
})

test.each(CSV.filter((name) => name.startsWith('points')))('%s: p95 is k6’s own, to the last digit', async (name) => {
  const run = await readFixture(name)
  const { metrics } = fixtureJson(name.replace('points', 'summary-export').replace('.csv.gz', '.json'))
  const latency = metrics['http_req_duration{expected_response:true}'] ?? metrics.http_req_duration
  expect(find(run, 'http_req_duration').stats.get('p95')).toBe(latency['p(95)'])
  expect(find(run, 'http_reqs').stats.get('count')).toBe(metrics.http_reqs.count)
})

test('cut at every single offset, the same points come out', () => {
  const bytes = fixtureBytes('points.k6-v2.2.0.csv.gz').subarray(0, 6000)
  const whole = bytes.subarray(0, bytes.lastIndexOf(0x0a) + 1)
  const wanted = JSON.stringify(scanned(whole))
  expect(wanted.length).toBeGreaterThan(3000)
  const differing = Array.from({ length: whole.length + 1 }, (_, cut) => cut).filter(
    (cut) => JSON.stringify(scanned(whole, [cut])) !== wanted,
  )
  expect(differing).toEqual([])
})

const HEADER = 'metric_name,timestamp,metric_value,check,group,name,scenario,extra_tags,metadata'
const csvField = (text: string): string => (/[",\r\n]|^ /.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

test('fields of any content are read back, wherever the file is cut', () => {
  const aField = fc.string().filter((text) => !text.includes('\r'))
  const aRow = fc.tuple(fc.constantFrom('http_reqs', 'checks', 'mine'), fc.nat(10_000_000), aField, aField)
  fc.assert(
    fc.property(fc.array(aRow, { maxLength: 20 }), fc.array(fc.nat(4000), { maxLength: 5 }), (rows, cuts) => {
      const lines = rows.map(
        ([metric, value, check, name]) =>
          `${metric},1795334747,${(value / 1e6).toFixed(6)},${csvField(check)},,${csvField(name)},s,,`,
      )
      const bytes = encode(`${[HEADER, ...lines].join('\n')}\n`)
      const expected = rows.map(([metric, value, check, name]) => [
        metric,
        { ...(check && { check }), ...(name && { name }), scenario: 's' },
        1_795_334_747_000,
        value / 1e6,
      ])
      expect(
        scanned(
          bytes,
          cuts.map((cut) => cut % bytes.length),
        ),
      ).toEqual(expected)
    }),
    { numRuns: 500 },
  )
})

test.each([
  ['a,b,c', ['a', 'b', 'c']],
  ['', ['']],
  [',', ['', '']],
  ['"a,b",c', ['a,b', 'c']],
  ['"a""b",', ['a"b', '']],
  ['"a\nb"', ['a\nb']],
  ['"a', null],
  ['"a"b,c', null],
])('the row %j', (row, fields) => {
  expect(parseCsvRow(row)).toEqual(fields)
})

test.each([
  ['1795334747', 1_795_334_747_000],
  ['1795334747123', 1_795_334_747_123],
  ['1795334747123456', 1_795_334_747_123],
  ['1795334747123456789', 1_795_334_747_123],
  ['2026-11-22T08:05:47Z', 1_795_334_747_000],
  ['2026-11-22T08:05:47.123456789Z', 1_795_334_747_123],
])('the time %s', (time, timeMs) => {
  expect(scanned(encode(`${HEADER}\nhttp_reqs,${time},1.000000,,,,,,\n`))[0]?.[2]).toBe(timeMs)
})

test('a second header starts the next file', () => {
  const text = `${HEADER}\nhttp_reqs,1795334747,1.000000,,,a,s,,\nmetric_name,timestamp,metric_value,name\nhttp_reqs,1795334747,2.000000,b\n`
  expect(scanned(encode(text)).map(([, tags, , value]) => [tags, value])).toEqual([
    [{ name: 'a', scenario: 's' }, 1],
    [{ name: 'b' }, 2],
  ])
})

test('extra tags are tags', () => {
  const [point] = scanned(encode(`${HEADER}\nhttp_reqs,1795334747,1.000000,,,a,s,run=1&svc=cart,vu=3\n`))
  expect(point?.[1]).toEqual({ name: 'a', scenario: 's', run: '1', svc: 'cart' })
})

test.each([
  [
    'a file cut in a row',
    `${HEADER}\nhttp_reqs,1795334747,1.000000,,,a,s,,\nhttp_reqs,1795334747,1.0`,
    'The last row has no end, at byte',
  ],
  [
    'a file cut before the last line break',
    `${HEADER}\nhttp_reqs,1795334747,1.000000,,,a,s,,`,
    'The last row has no end',
  ],
  ['fields missing', `${HEADER}\nhttp_reqs,1795334747,1.000000\n`, 'A row has 3 fields and the header 9, at byte 81'],
  [
    'a wrong value',
    `${HEADER}\nhttp_reqs,1795334747,fast,,,a,s,,\n`,
    'The value of a point of "http_reqs" is "fast", not a number',
  ],
  ['NaN', `${HEADER}\nhttp_reqs,1795334747,NaN,,,a,s,,\n`, 'is "NaN", not a number'],
  [
    'a wrong time',
    `${HEADER}\nhttp_reqs,yesterday,1.000000,,,a,s,,\n`,
    'The time of a point is "yesterday", at byte 81',
  ],
  ['an open quote', `${HEADER}\nhttp_reqs,1795334747,1.000000,"a,,a,s,,\n`, 'The last row has no end'],
  ['a long row', `${HEADER}\n${'x'.repeat(2_000_000)}`, 'A row is longer than 1 MiB'],
])('%s is an error', async (_, text, message) => {
  expect(await refusalOf(text)).toContain(message)
})

test('notes say what CSV lacks', async () => {
  const { notes } = await readContent(decode('rich.points.k6-v2.2.0.csv.gz'))
  expect(notes.map(plainOf)).toEqual([
    'Times are whole seconds, too coarse for the throughput of a run of less than 100 s. Set K6_CSV_TIME_FORMAT=unix_milli.',
    'Not counted: 22 points of setup() and teardown().',
    'CSV does not say what kind of metric cache_hit, checkout_time, orders, payload_items, queue_depth is, so it was left out. Upload --out json points instead.',
  ])
})

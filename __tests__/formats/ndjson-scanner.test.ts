import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { createNdjsonScanner } from '../../src/formats/ndjson-scanner.ts'
import { fixtureBytes, fixtureNames, type Json } from './read-fixture.ts'

type Point = readonly [metric: string, tags: Json, timeMs: number, value: number]

/** The expected points: each line is parsed with JSON.parse. */
function reference(text: string): readonly Point[] {
  const points: Point[] = []
  for (const line of text.split('\n')) {
    if (line.trim() === '') continue
    const { type, metric, data } = JSON.parse(line)
    if (type === 'Point') points.push([metric, data.tags ?? {}, Date.parse(data.time), data.value])
  }
  return points
}

/** The points that the scanner reads from the same bytes, cut at these positions. */
function scanned(bytes: Uint8Array, cuts: readonly number[] = []): readonly Point[] {
  const points: Point[] = []
  const scanner = createNdjsonScanner<readonly [string, Json]>({
    defineMetric: () => {},
    series: (metric, tags) => [metric, tags],
    add: ([metric, tags], timeMs, value) => points.push([metric, tags, timeMs, value]),
  })
  const edges = [0, ...[...cuts].sort((left, right) => left - right), bytes.length]
  for (let index = 1; index < edges.length; index += 1) {
    // The chunk is overwritten after push, because it is only valid during push.
    const chunk = new Uint8Array(bytes.subarray(edges[index - 1], edges[index]))
    scanner.push(chunk)
    chunk.fill(0x20)
  }
  scanner.end()
  return points
}

const encode = (text: string): Uint8Array => new TextEncoder().encode(text)

test.each(fixtureNames(/^(?!killed).*ndjson\.gz$/))('%s reads as JSON.parse reads it', (name) => {
  const bytes = fixtureBytes(name)
  const expected = reference(new TextDecoder().decode(bytes))
  expect(expected.length).toBeGreaterThan(50)
  expect(scanned(bytes)).toEqual(expected)
  const wanted = JSON.stringify(expected)
  for (const size of [7, 100, 311, 4096]) {
    const cuts = Array.from({ length: Math.floor(bytes.length / size) }, (_, index) => index * size)
    expect(JSON.stringify(scanned(bytes, cuts)) === wanted).toBe(true)
  }
})

test('cut at every single offset, the same points come out', () => {
  const lines = new TextDecoder().decode(fixtureBytes('weird.points.k6-v2.2.0.ndjson.gz')).split('\n')
  const text = `${[...lines.slice(0, 12), ...lines.slice(-8)].join('\n')}`
  const bytes = encode(text)
  const expected = reference(text)
  const wanted = JSON.stringify(expected)
  const differing = Array.from({ length: bytes.length + 1 }, (_, cut) => cut).filter(
    (cut) => JSON.stringify(scanned(bytes, [cut])) !== wanted,
  )
  expect(differing).toEqual([])
})

const line = (metric: string, value: string, tags: string, time = '2026-11-22T08:21:49.5337Z'): string =>
  `{"metric":${JSON.stringify(metric)},"type":"Point","data":{"time":"${time}","value":${value},"tags":${tags}}}`

const define = (metric: string): string =>
  `{"type":"Metric","data":{"name":${JSON.stringify(metric)},"type":"trend","contains":"time","thresholds":[],"submetrics":null},"metric":${JSON.stringify(metric)}}`

/** Lines like those of k6, with all variations that JSON allows: other key orders, escapes, spaces, metadata. */
const aMetric = fc.constantFrom('http_reqs', 'http_req_duration', 'http_req_waiting', 'naïve "x"', '__proto__')
const aValue = fc.oneof(
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => JSON.stringify(value)),
  fc.integer().map(String),
  fc.nat(10_000_000).map((value) => String(value / 1e6)),
  fc.constantFrom('0', '-0', '1e+21', '1e-9', '-5', '0.1', '123456789012345678', '0.1234567890123456789', '5E3'),
)
const aTime = fc.oneof(
  fc.nat(9_999_999).map((value) => `2026-11-22T08:21:49.${value}Z`),
  fc.nat(59).map((value) => `2026-11-22T08:22:${String(value).padStart(2, '0')}Z`),
  fc.constantFrom(
    '2026-11-22T10:21:49.1+02:00',
    '2026-11-22T08:21:49.123456789Z',
    '2025-01-01T00:00:00-05:30',
    '2026-11-22T08:21:49.12345678912Z',
  ),
)
const someTags = fc.oneof(
  fc.constantFrom('{}', 'null', '{"name":"/a","expected_response":"true"}', '{"name":"/b","expected_response":"true"}'),
  fc.dictionary(fc.string(), fc.string(), { maxKeys: 3 }).map((tags) => JSON.stringify(tags)),
)
const aLine = fc.oneof(
  {
    weight: 8,
    arbitrary: fc
      .tuple(aMetric, aValue, someTags, aTime)
      .map(([metric, value, tags, time]) => line(metric, value, tags, time)),
  },
  fc
    .tuple(aMetric, aValue, someTags)
    .map(([metric, value, tags]) => `${line(metric, value, tags).slice(0, -2)},"metadata":{"vu":"1"}}}`),
  fc.tuple(aMetric, aValue, someTags).map(([metric, value, tags]) => `${line(metric, value, tags)}\r`),
  fc
    .tuple(aMetric, aValue, someTags)
    .map(([metric, value, tags]) => line(metric, value, tags).replaceAll('":', '" : ')),
  fc
    .tuple(aMetric, aValue)
    .map(
      ([metric, value]) =>
        `{"type":"Point","data":{"time":"2026-11-22T08:21:49Z","value":${value}},"metric":${JSON.stringify(metric)}}`,
    ),
  fc
    .tuple(aMetric, aValue)
    .map(([metric, value]) => `${line(metric, value, '{"a":"b"}').slice(0, -1)},"metric":"http_reqs"}`),
  fc
    .tuple(aMetric, aValue)
    .map(([metric, value]) => `${line(metric, value, '{"a":"b"}').slice(0, -2)},"time":"2020-01-01T00:00:00Z"}}`),
  fc.constant(''),
  aMetric.map(define),
)

test('the fast way and JSON.parse read the same points from any lines, wherever they are cut', () => {
  fc.assert(
    fc.property(fc.array(aLine, { maxLength: 40 }), fc.array(fc.nat(12_000), { maxLength: 6 }), (lines, cuts) => {
      const text = ['http_reqs', 'http_req_duration', 'http_req_waiting'].map(define).concat(lines, '').join('\n')
      const bytes = encode(text)
      expect(
        scanned(
          bytes,
          cuts.map((cut) => cut % bytes.length),
        ),
      ).toEqual(reference(text))
    }),
    { numRuns: 600 },
  )
})

test.each(['00', '01', '-', '+1', '.5', '1.', '1e', '0x1', '1_0', '"5"', 'null', '-01', '1.e3', 'NaN'])(
  'a value that is not a JSON number (%s) is an error with its place',
  (value) => {
    const text = `${define('m')}\n${line('m', '1', '{}')}\n${line('m', value, '{}')}\n`
    const at = text.lastIndexOf('{"metric"')
    expect(() => scanned(encode(text))).toThrow(`at byte ${at}`)
  },
)

test.each([
  [
    'a file cut in the middle of a line',
    `${define('m')}\n${line('m', '1', '{}').slice(0, 60)}`,
    'A line is not complete JSON, at byte',
  ],
  [
    'a NUL',
    `${define('m')}\n${line('m', '1', '{"a":"b"}').replace('b', '\0')}\n`,
    'A line is not complete JSON, at byte',
  ],
  ['a text', `${define('m')}\nhello\n`, 'A line is not complete JSON, at byte'],
  ['a list', `${define('m')}\n[]\n`, 'A line is not a metric or a point of k6, at byte'],
  [
    'another object',
    `${define('m')}\n{"type":"Other","data":{},"metric":"m"}\n`,
    'A line is not a metric or a point of k6',
  ],
  [
    'no time',
    `${define('m')}\n{"type":"Point","data":{"value":1},"metric":"m"}\n`,
    'The time of a point is nothing, at byte',
  ],
  [
    'a wrong time',
    `${define('m')}\n${line('m', '1', '{}', '2026-13-45T99:00:00Z')}\n`,
    'The time of a point is "2026-13-45',
  ],
  [
    'a value too large',
    `${define('m')}\n${line('m', '1e999', '{}')}\n`,
    'The value of a point of "m" is null, not a number',
  ],
])('%s is an error', (_, text, message) => {
  expect(() => scanned(encode(text))).toThrow(message)
})

test('bytes that are not UTF-8 are an error', () => {
  const bytes = encode(`${define('m')}\n${line('m', '1', '{"a":"bb"}')}\n`)
  bytes.set([0xff, 0xfe], bytes.length - 6)
  expect(() => scanned(bytes)).toThrow('A line is not UTF-8 text, at byte')
})

test('a line of 100 MB is given up after 1 MiB, in one chunk or in many', () => {
  const huge = new Uint8Array(100 * 1024 * 1024).fill(0x61)
  expect(() => scanned(huge)).toThrow('A line is longer than 1 MiB, at byte 0.')
  const scanner = createNdjsonScanner({ defineMetric: () => {}, series: () => 0, add: () => {} })
  const piece = huge.subarray(0, 64 * 1024)
  expect(() => {
    for (let index = 0; index < 1600; index += 1) scanner.push(piece)
  }).toThrow('A line is longer than 1 MiB, at byte 0.')
})

test('a complete last line without its newline counts', () => {
  expect(scanned(encode(`${define('m')}\n${line('m', '7', '{}')}`))).toHaveLength(1)
})

test('more sets of tags than the scanner remembers', () => {
  const lines = Array.from({ length: 20_000 }, (_, index) => line('m', String(index), `{"url":"/${index}"}`))
  const text = [define('m'), ...lines, ''].join('\n')
  expect(scanned(encode(text))).toEqual(reference(text))
})

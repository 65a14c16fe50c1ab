import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { quantile } from 'simple-statistics'
import { digestPoints } from '../../src/formats/digest-points.ts'
import { createHistogram, decodeHistogram } from '../../src/formats/latency-histogram.ts'
import { DEFAULT_READ_OPTIONS } from '../../src/formats/read-options.ts'
import { mergeParts, recognizeFile } from '../../src/formats/read-run.ts'
import { FORMATS } from '../../src/formats/registry.ts'
import type { Run } from '../../src/model/run.ts'
import { aFile, find, fixtureBytes, plain, readContent, readFixture, refusalOf } from './read-fixture.ts'

async function digestOf(name: string): Promise<string> {
  const bytes = fixtureBytes(name)
  async function* chunks(): AsyncIterable<Uint8Array> {
    for (let at = 0; at < bytes.length; at += 1000) yield bytes.subarray(at, at + 1000)
  }
  return digestPoints(chunks(), DEFAULT_READ_OPTIONS)
}

async function merged(contents: readonly unknown[]): Promise<Run> {
  const files = await Promise.all(contents.map((content) => recognizeFile(aFile(content), FORMATS)))
  return mergeParts(files, DEFAULT_READ_OPTIONS)
}

const SEGMENTS = [1, 2, 3].map((part) => `segment.${part}-of-3.points.k6-v2.2.0.ndjson.gz`)

test('the digest of one generator has the exact statistics of its points', async () => {
  const points = await readFixture('rich.points.k6-v2.2.0.ndjson.gz')
  const digest = await readContent(await digestOf('rich.points.k6-v2.2.0.ndjson.gz'))
  const { distribution = [], ...exact } = points
  expect(plain({ ...digest, distribution })).toEqual(plain({ ...exact, distribution, format: 'perf-gate-digest' }))
  for (const [index, { share, valueMs }] of (distribution ?? []).entries()) {
    expect(digest.distribution?.[index]?.share).toBe(share)
    expect(Math.abs((digest.distribution?.[index]?.valueMs ?? 0) / valueMs - 1)).toBeLessThan(0.002)
  }
  expect(distribution).toHaveLength(28)
})

test('CSV points make a digest too', async () => {
  const digest = await readContent(await digestOf('points.k6-v2.2.0.csv.gz'))
  expect(find(digest, 'http_req_duration').stats.get('p95')).toBe(31.697276999999996)
})

test('digests of three generators merge within 0.25 % of the percentiles of all points', async () => {
  const exact = await merged(SEGMENTS.map(fixtureBytes))
  const digested = await merged(await Promise.all(SEGMENTS.map(digestOf)))
  const [expected, actual] = [exact, digested].map((run) => find(run, 'http_req_duration'))
  for (const stat of ['p50', 'p75', 'p90', 'p95', 'p99', 'p99.9']) {
    const ratio = (actual?.stats.get(stat) ?? 0) / (expected?.stats.get(stat) ?? 0)
    expect([stat, Math.abs(ratio - 1) < 0.0025]).toEqual([stat, true])
  }
  expect([actual?.sampleCount, actual?.stats.get('max'), actual?.unusable.size]).toEqual([
    361,
    expected?.stats.get('max'),
    0,
  ])
  expect(find(digested, 'http_reqs').stats.get('count')).toBe(361)
  const at95 = (run: Run) => run.distribution?.find(({ share }) => share === 0.95)?.valueMs ?? 0
  expect(Math.abs(at95(digested) / at95(exact) - 1)).toBeLessThan(0.0025)
  expect(find(digested, 'http_req_duration', 'x').stats.has('p95')).toBe(true)
})

test('a digest is small', async () => {
  expect((await digestOf('rich.points.k6-v2.2.0.ndjson.gz')).length).toBeLessThan(40_000)
})

test('any percentile of a histogram is within 0.1 % of the exact one, before and after a round trip', async () => {
  const aTime = fc.oneof(
    fc.double({ min: 0.001, max: 0.1, noNaN: true }),
    fc.double({ min: 0.1, max: 60_000, noNaN: true }),
  )
  await fc.assert(
    fc.asyncProperty(
      fc.array(aTime, { minLength: 1, maxLength: 300 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      async (times, probability) => {
        const values = times.map((time) => Math.round(time * 1e6) / 1e6).map((time) => Math.max(time, 0.000001))
        const histogram = createHistogram()
        for (const value of values) histogram.record(value)
        const exact = quantile(values, probability)
        for (const one of [histogram, await decodeHistogram(histogram.encode())])
          expect(Math.abs(one.quantileMs(probability) / exact - 1)).toBeLessThan(0.001001)
      },
    ),
    { numRuns: 200 },
  )
})

test('histograms add up exactly', async () => {
  const [left, right, both] = [createHistogram(), createHistogram(), createHistogram()]
  for (let index = 1; index <= 2000; index += 1) {
    const value = (index * 7919) % 2003
    if (index % 3 === 0) left.record(value)
    else right.record(value)
    both.record(value)
  }
  left.add(await decodeHistogram(right.encode()))
  expect(left.count()).toBe(2000)
  for (const probability of [0, 0.1, 0.5, 0.95, 0.999, 1])
    expect(left.quantileMs(probability)).toBe(both.quantileMs(probability))
})

test.each([
  [
    'a newer digest',
    { digest: 'perf-gate', schemaVersion: 2 },
    'The digest is damaged or of a newer perf-gate: schemaVersion',
  ],
  [
    'a digest without anything',
    { digest: 'perf-gate', schemaVersion: 1 },
    'The digest is damaged or of a newer perf-gate: source',
  ],
])('%s is refused', async (_, value, message) => {
  expect(await refusalOf(value)).toContain(message)
})

test('a damaged histogram is refused', async () => {
  const digest = JSON.parse(await digestOf('points.k6-v2.2.0.ndjson.gz'))
  for (const one of digest.measurements) if (one.histogram !== null) one.histogram = `${one.histogram.slice(0, 20)}AAAA`
  expect(await refusalOf(digest)).toMatch(/The histogram of "[a-z_]+" in the digest cannot be read/)
})

test('damaged points give no digest', async () => {
  async function* cut(): AsyncIterable<Uint8Array> {
    yield fixtureBytes('rich.points.k6-v2.2.0.ndjson.gz').subarray(0, 100_000)
  }
  async function* nothing(): AsyncIterable<Uint8Array> {}
  await expect(digestPoints(cut(), DEFAULT_READ_OPTIONS)).rejects.toThrow('A line is not complete JSON, at byte')
  await expect(digestPoints(nothing(), DEFAULT_READ_OPTIONS)).rejects.toThrow('the input is empty')
})

test.each([
  [
    'a summary',
    fixtureBytes('rich.handle-summary.k6-v2.2.0.json'),
    /^This is a summary \(handleSummary\(\) JSON\), and digests are made of raw points/,
  ],
  ['a digest', '{"digest":"perf-gate","schemaVersion":1}', /^This is a digest already/],
  [
    'a web page',
    '<!doctype html><html></html>',
    /^The file is an HTML report, for people only\. Let k6 write raw points/,
  ],
  [
    'points without their start',
    '"tags":{}}}\n{"metric":"http_reqs","type":"Point","data":{}}\n',
    /^The start of the file is missing/,
  ],
  [
    'points that were put into a list',
    '[{"metric":"http_reqs","type":"Point","data":{}}]',
    /a JSON list of points of k6\. Let k6/,
  ],
])('%s instead of points is named', async (_, content, problem) => {
  await expect(digestPoints(aFile(content).open(), DEFAULT_READ_OPTIONS)).rejects.toThrow(problem)
})

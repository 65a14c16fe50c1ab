import { readFileSync, writeFileSync } from 'node:fs'
import { expect, test } from '@jest/globals'
import { FORMATS } from '../../src/formats/registry.ts'
import { plainOf } from '../saying.ts'
import { find, fixtureBytes, fixtureJson, fixtureNames, type Json, plain, readFixture } from './read-fixture.ts'

const SUMMARIES = fixtureNames(/\.json$/).filter((name) => name !== 'expected.json')
const GOLDEN = new URL('../fixtures/k6/expected.json', import.meta.url)

// UPDATE_GOLDEN=1 writes the golden file again. Read the difference before you commit it.
test('every recorded summary gives the run of the golden file', async () => {
  const runs = Object.fromEntries(
    await Promise.all(SUMMARIES.map(async (name) => [name, plain(await readFixture(name))])),
  )
  if (process.env.UPDATE_GOLDEN === '1') writeFileSync(GOLDEN, `${JSON.stringify(runs, null, 1)}\n`)
  expect(runs).toEqual(JSON.parse(readFileSync(GOLDEN, 'utf8')))
})

test.each(SUMMARIES)('%s is recognised by exactly one format', (name) => {
  expect(FORMATS.filter((format) => format.recognizes(fixtureBytes(name))).map(({ id }) => id)).toHaveLength(1)
})

// This program made the golden file. These values are read from k6's files in another way.
test.each(SUMMARIES.filter((name) => !name.startsWith('aborted.setup')))(
  '%s: latency and requests are the numbers in the file',
  async (name) => {
    const raw = fixtureJson(name)
    const metrics: Json[] =
      raw.results?.metrics ?? Object.entries(raw.metrics).map(([key, one]: Json) => ({ ...one, name: key }))
    const valuesOf = (key: string): Json => {
      const metric = metrics.find((one) => one.name === key)
      return metric?.values ?? metric
    }
    const latency = valuesOf('http_req_duration{expected_response:true}') ?? valuesOf('http_req_duration')
    const run = await readFixture(name)
    const measured = find(run, 'http_req_duration')
    expect(measured.population).toBe(valuesOf('http_req_duration{expected_response:true}') ? 'successful' : 'all')
    expect(measured.stats.get('p95') ?? null).toBe(latency['p(95)'] ?? latency.p95)
    expect(measured.stats.get('p50') ?? null).toBe(latency.med)
    expect(measured.stats.get('p99')).toBe(latency['p(99)'])
    expect(find(run, 'http_reqs').stats.get('count')).toBe(valuesOf('http_reqs').count)
  },
)

test.each([
  ['mask.0.summary-export.k6-v2.2.0.json', 118.98868859999999, 398],
  ['mask.1.summary-export.k6-v2.2.0.json', 128.30181429999996, 363],
  ['rich.summary-export.k6-v2.2.0.json', 132.28023299999998, 145],
  ['rich.handle-summary.k6-v2.2.0.json', 131.13119825, 146],
  ['rich.machine-readable.compact.k6-v2.2.0.json', 132.06612675, 146],
  ['summary-export.k6-v0.26.2.json', 24.845912799999997, 10],
])('%s: p95 of successful requests is %d ms of %d samples', async (name, p95, samples) => {
  const latency = find(await readFixture(name), 'http_req_duration')
  expect([latency.stats.get('p95'), latency.sampleCount]).toEqual([p95, samples])
})

test('a threshold that is false in --summary-export passed, and true was crossed', async () => {
  const { thresholds } = await readFixture('rich.summary-export.k6-v2.2.0.json')
  expect(thresholds).toEqual([
    { metric: 'checks', expression: 'rate>0.9', crossed: true },
    { metric: 'http_req_duration', expression: 'p(95)<500', crossed: false },
    { metric: 'http_req_duration', expression: 'p(99.9)<900', crossed: false },
    { metric: 'http_req_duration{flow:browse}', expression: 'p(95)<1', crossed: true },
    { metric: 'http_req_duration{name:/nope}', expression: 'p(95)<100', crossed: false },
    { metric: 'http_req_failed', expression: 'rate<0.5', crossed: false },
  ])
})

test('handleSummary says {ok: true} for the same thresholds', async () => {
  const { thresholds } = await readFixture('rich.handle-summary.k6-v2.2.0.json')
  expect(thresholds.filter(({ crossed }) => crossed).map(({ expression }) => expression)).toEqual([
    'rate>0.9',
    'p(95)<1',
  ])
})

test('a metric that only a threshold names has no samples, and its 0 ms is not a time', async () => {
  const run = await readFixture('rich.summary-export.k6-v2.2.0.json')
  const nope = find(run, 'http_req_duration', '/nope')
  expect(nope.stats.size).toBe(0)
  expect(nope.sampleCount).toBe(0)
  expect(plainOf(nope.unusable.get('p95'))).toBe('no samples: k6 writes 0 for a metric that was never measured')
  expect(run.notes.map(plainOf).join(' ')).toContain(
    'The k6 threshold p(95)<100 on http_req_duration{name:/nope} passed without a single sample',
  )
})

test('handshakes that are really 0 stay 0', async () => {
  const tls = find(await readFixture('mask.0.summary-export.k6-v2.2.0.json'), 'http_req_tls_handshaking')
  expect(tls.stats.get('p95')).toBe(0)
})

test('k6 0.26 writes 0 as the value of a rate, so the rate is computed from the counts', async () => {
  const run = await readFixture('summary-export.k6-v0.26.2.json')
  expect(find(run, 'checks').stats.get('rate')).toBe(0.5)
  expect(find(run, 'cache_hit').stats.get('rate')).toBe(1)
})

test('in http_req_failed, passes are the failed requests', async () => {
  const failed = find(await readFixture('rich.summary-export.k6-v2.2.0.json'), 'http_req_failed')
  expect(failed.stats.get('rate')).toBe(80 / 225)
  expect(failed.better).toBe('lower')
})

test('setup_data and the source of the script are never kept', async () => {
  const names = [
    'rich.summary-export.k6-v2.2.0.json',
    'rich.handle-summary.k6-v2.2.0.json',
    'rich.machine-readable.compact.k6-v2.2.0.json',
  ]
  const runs = await Promise.all(names.map(readFixture))
  const text = JSON.stringify(runs.map(plain))
  expect(text).not.toContain('SECRET')
  expect(text).not.toContain('import http')
  expect(runs[0]?.notes.map(plainOf)[0]).toMatch(/^The file has setup_data/)
})

// Python: hashlib.sha256(json.load(open(path))["config"]["script"].encode()).hexdigest()
test('the script of a machine-readable summary is hashed', async () => {
  const { scriptHash, toolVersion, durationMs } = await readFixture('weird.machine-readable.k6-v2.2.0.json')
  expect(toolVersion).toBe('2.2.0')
  expect(durationMs).toBe(17.041155)
  expect(scriptHash).toBe('620feb1d69713e3fee306018a94670160528aa4837745ec7e6d69418344c7259')
})

test('throughput of a machine-readable summary is count by duration', async () => {
  const run = await readFixture('rich.machine-readable.compact.k6-v2.2.0.json')
  expect(find(run, 'http_reqs').stats.get('rate')).toBeCloseTo(226 / 4.640584008, 9)
})

test('a statistic that was not asked for is null, and is neither 0 nor absent', async () => {
  const run = await readFixture('rich.machine-readable.full.trendstats-med-p99-count.k6-v2.2.0.json')
  const latency = find(run, 'http_req_duration')
  expect([...latency.stats]).toEqual([['p50', 121.082555]])
  expect(plainOf(latency.unusable.get('p95'))).toMatch(/^the file has null/)
})

test('checks have the same name in all three formats', async () => {
  const run = await readFixture('rich.machine-readable.compact.k6-v2.2.0.json')
  expect(find(run, 'checks').stats.get('rate')).toBeCloseTo(184 / 224, 12)
})

test('Infinity in a metric of the script is null in the file', async () => {
  const trend = find(await readFixture('weird.summary-export.k6-v2.2.0.json'), 'w_trend')
  expect([...trend.unusable.keys()].sort()).toEqual(['avg', 'max', 'p90', 'p95'])
  expect([...trend.stats].sort()).toEqual([
    ['min', -5],
    ['p50', 500000000000000000000],
  ])
})

test('a run that failed in setup() made no request', async () => {
  const latency = find(await readFixture('aborted.setup.summary-export.k6-v2.2.0.json'), 'http_req_duration')
  expect(latency.stats.size).toBe(0)
  expect(plainOf(latency.unusable.get('p95'))).toMatch(/^the run made no request/)
})

import { expect, test } from '@jest/globals'
import { plainOf } from '../saying.ts'
import { find, readContent } from './read-fixture.ts'

/*
 * A script that called http.setResponseCallback(null). k6 then does not tell failed requests from successful ones, but
 * a threshold still names the metric.
 */

const TIMES = { avg: 120, min: 20, med: 110, max: 510, 'p(90)': 184, 'p(95)': 204 }
const ZEROS = { avg: 0, min: 0, med: 0, max: 0, 'p(90)': 0, 'p(95)': 0 }
const NONE = { passes: 0, fails: 0, value: 0 }
const METRICS = { http_reqs: { count: 2000, rate: 33 }, http_req_duration: TIMES, http_req_failed: NONE }

test('the latency is that of all requests, and none of them failed', async () => {
  const run = await readContent({ metrics: METRICS })
  const latency = find(run, 'http_req_duration')
  expect([latency.stats.get('p95'), latency.population, latency.sampleCount]).toEqual([204, 'all', 2000])
  expect(plainOf(find(run, 'http_req_failed').unusable.get('rate'))).toBe('no samples')
})

test('a threshold on successful requests names a series without samples, which is not judged', async () => {
  const run = await readContent({ metrics: { ...METRICS, 'http_req_duration{expected_response:true}': ZEROS } })
  expect(find(run, 'http_req_duration').stats.get('p95')).toBe(204)
})

test('an endpoint is measured too', async () => {
  const run = await readContent({
    metrics: { ...METRICS, 'http_req_duration{name:/a}': TIMES, 'http_req_failed{name:/a}': NONE },
  })
  const latency = find(run, 'http_req_duration', '/a')
  expect([latency.stats.get('p95'), latency.sampleCount]).toEqual([204, null])
})

test('an endpoint that was never called stays without samples', async () => {
  const run = await readContent({
    metrics: { ...METRICS, 'http_req_duration{name:/a}': ZEROS, 'http_req_failed{name:/a}': NONE },
  })
  expect(plainOf(find(run, 'http_req_duration', '/a').unusable.get('p95'))).toMatch(/^no samples/)
})

test('the same in the machine-readable summary', async () => {
  const run = await readContent({
    version: '1.0.0',
    config: { duration: 60, script: '' },
    results: {
      metrics: [
        { name: 'http_reqs', type: 'counter', contains: 'default', values: { count: 2000 } },
        { name: 'http_req_failed', type: 'rate', contains: 'default', values: { matches: 0, total: 0, rate: 0 } },
        { name: 'http_req_duration', type: 'trend', contains: 'time', values: { med: 110, p95: 204 } },
      ],
    },
  })
  expect(find(run, 'http_req_duration').stats.get('p95')).toBe(204)
})

test('the reason still says that all requests failed', async () => {
  const run = await readContent({ metrics: { ...METRICS, http_req_failed: { passes: 2000, fails: 0, value: 1 } } })
  expect(plainOf(find(run, 'http_req_duration').unusable.get('p95'))).toMatch(/^all 2000 requests failed/)
})

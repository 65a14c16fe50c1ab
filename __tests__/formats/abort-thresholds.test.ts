import { expect, test } from '@jest/globals'
import { abortThresholds } from '../../src/formats/abort-thresholds.ts'
import { readFixture } from './read-fixture.ts'

test('raw points say which thresholds stop the test', async () => {
  expect((await readFixture('rich.points.k6-v2.2.0.ndjson.gz')).abortThresholds).toEqual([
    { metric: 'checks', expression: 'rate>0.9', notBeforeMs: 10_000 },
  ])
  expect((await readFixture('points.k6-v2.2.0.ndjson.gz')).abortThresholds).toBeUndefined()
})

test.each([
  ['1m30s', 90_000],
  ['500ms', 500],
  ['1h', 3_600_000],
  [2500, 2500],
  [undefined, 0],
  ['soon', 0],
])('a delay of %j is %d ms', (delayAbortEval, notBeforeMs) => {
  const threshold = { threshold: 'p(95)<1', abortOnFail: true, delayAbortEval }
  expect(
    abortThresholds('http_req_duration', [threshold, 'p(95)<2', { threshold: 'p(95)<3', abortOnFail: false }]),
  ).toEqual([{ metric: 'http_req_duration', expression: 'p(95)<1', notBeforeMs }])
  expect(abortThresholds('http_reqs', null)).toEqual([])
})

import { expect, test } from '@jest/globals'
import { UserError } from '../../src/model/errors.ts'
import { bucketFor } from '../../src/monitor/bucket.ts'
import { monitoredServices, notesOn } from '../../src/monitor/monitored-service.ts'
import { selectorsOf } from '../../src/monitor/queries.ts'
import { DEFAULT_MONITORING } from '../../src/policy/default-policy.ts'
import { plainOf } from '../saying.ts'
import { policy } from './policies.ts'

test.each([
  [250, 250, ['0.25']],
  [251, 500, ['0.5']],
  [1, 5, ['0.005']],
  [1000, 1000, ['1', '1.0']],
  [2500.5, 5000, ['5', '5.0']],
])('a bound of %d ms is counted by the bucket that ends at %d ms', (boundMs, endMs, ends) => {
  expect(bucketFor('checkout', boundMs, DEFAULT_MONITORING)).toMatchObject({ endMs, ends })
})

test.each(['rpc_duration_ms', 'rpc_duration_milliseconds'])('%s has its ends in milliseconds', (histogram) => {
  expect(bucketFor('checkout', 250, { ...DEFAULT_MONITORING, histogram }).ends).toEqual(['250', '250.0'])
})

test('a decimal that has no exact double is written as Prometheus writes it', () => {
  // 1.1s is read as 1100.0000000000002 ms.
  const bucketsMs = [1.1 * 1000, 2300 * 1.1]
  expect(bucketFor('checkout', 1000, { ...DEFAULT_MONITORING, bucketsMs }).ends).toEqual(['1.1'])
  expect(bucketFor('checkout', 2000, { ...DEFAULT_MONITORING, bucketsMs }).ends).toEqual(['2.53'])
})

test('a bound above the last bucket is refused: nothing is counted there', () => {
  expect(() => bucketFor('checkout', 10_001, DEFAULT_MONITORING)).toThrow(UserError)
  expect(() => bucketFor('checkout', 10_001, DEFAULT_MONITORING)).toThrow(/above the last bucket .* ends at 10000ms/)
})

test('the matcher of 1.0 does not take the bucket 100 as well', () => {
  const [service] = monitoredServices(policy('version: 1\nservices: { a: { objective: { bound: 1s, within: 99% } } }'))
  const { fast } = selectorsOf(service as NonNullable<typeof service>)
  const pattern = /le=~"([^"]*)"/.exec(fast)?.[1]
  expect(['1', '1.0', '100', '110', '1x0', '10'].filter((end) => new RegExp(`^(?:${pattern})$`).test(end))).toEqual([
    '1',
    '1.0',
  ])
})

test('a bound between two buckets is told, with both ways out', () => {
  const [service] = monitoredServices(
    policy(
      'version: 1\nservices: { a: { runbook: "https://w.example", container: app, objective: { bound: 300ms, within: 99% } } }',
    ),
  )
  expect(notesOn(service as NonNullable<typeof service>).map(plainOf)).toEqual([
    'a: no bucket of http_request_duration_seconds ends at 300ms. Its alerts look at 500ms, the next end above, and requests between the two count as fast. Add a bucket at 300ms to the service and to `monitoring.buckets`, or set `bound` to 250ms or 500ms.',
  ])
})

import { expect, test } from '@jest/globals'
import { DEFAULT_MONITORING } from '../../src/policy/default-policy.ts'
import { queriesFor } from '../../src/watch/queries.ts'

test('`increase` stands inside the sum, and each value is quoted as a string of PromQL', () => {
  const labels = { version: 'tag', pod: 'instance', more: new Map([['namespace', 'a"b\\c']]) }
  const metrics = { ...DEFAULT_MONITORING, counter: 'rpc_handled_total', errorStatus: 'Unavailable|Internal' }
  const queries = queriesFor('check"out', metrics, labels)
  const where = 'service="check\\"out",namespace="a\\"b\\\\c"'
  const histogram = 'http_request_duration_seconds'
  expect(queries.pods).toBe(`count by (tag, instance) (${histogram}_count{${where}})`)
  expect(queries.bucketsByPod(1800)).toBe(`sum by (tag, instance, le) (increase(${histogram}_bucket{${where}}[1800s]))`)
  expect(queries.buckets(60, '1.1')).toBe(`sum by (le) (increase(${histogram}_bucket{${where},tag="1.1"}[60s]))`)
  expect(queries.failed(60, null)).toBe(`sum (increase(rpc_handled_total{${where},code=~"Unavailable|Internal"}[60s]))`)
  expect(queries.withStatusByVersion(60)).toBe(`sum by (tag) (increase(rpc_handled_total{${where},code!=""}[60s]))`)
})

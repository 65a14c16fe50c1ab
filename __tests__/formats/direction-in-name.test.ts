import { expect, test } from '@jest/globals'
import { traitsOf } from '../../src/formats/k6-metrics.ts'

test.each([
  ['iterations', 'counter', 'higher'],
  ['data_received', 'counter', 'higher'],
  ['ws_msgs_received', 'counter', 'higher'],
  ['dropped_iterations', 'counter', 'lower'],
  ['checks', 'rate', 'higher'],
  ['errors', 'rate', 'lower'],
  ['LoginErrors', 'rate', 'lower'],
  ['payment-failures', 'counter', 'lower'],
  ['success_rate', 'rate', 'higher'],
  ['successfulLogins', 'rate', 'higher'],
  // Names with both kinds of words, with neither, and with words that only begin like a bad or good word.
  ['failed_ok', 'rate', 'neither'],
  ['orders', 'counter', 'neither'],
  ['cache_hits', 'rate', 'neither'],
  ['failover_used', 'rate', 'neither'],
  ['queue_errors', 'gauge', 'neither'],
] as const)('%s, a %s: better %s', (metric, kind, better) => {
  expect(traitsOf(metric, kind, null).better).toBe(better)
})

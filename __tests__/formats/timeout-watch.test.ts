import { expect, test } from '@jest/globals'
import { createTimeoutWatch, timeoutNote } from '../../src/formats/timeout-watch.ts'
import type { Text } from '../../src/model/text.ts'
import { plainOf } from '../saying.ts'

function noteOf(durationsMs: readonly number[]): Text | null {
  const watch = createTimeoutWatch()
  for (const durationMs of durationsMs) watch.see(durationMs)
  return watch.note()
}

test.each([
  ['k6, Gatling, nginx: a minute', [60_001, 60_003, 60_000.4], '3 requests took 1 min, and none took longer'],
  ['a router: half a minute', [30_004, 30_011, 30_002, 4600, 27_400], '3 requests took 30 s, and none took longer'],
  ['a clock that starts late', [9971, 9983, 10_020], '3 requests took 10 s'],
  ['a short one', Array.from({ length: 40 }, (_, index) => 5000 + index), '40 requests took 5 s'],
])('%s', (_, durationsMs, words) => {
  expect(plainOf(noteOf(durationsMs))).toContain(`${words}`)
  expect(plainOf(noteOf(durationsMs))).toContain('the latency may look better than the service was')
})

test.each([
  ['one slow request', [30_004]],
  ['requests that took longer', [30_004, 30_011, 30_002, 41_000]],
  ['a service that is slow by itself', Array.from({ length: 60 }, (_, index) => 4500 + index * 11)],
  ['no long request', []],
])('no time-out shows: %s', (_, durationsMs) => {
  expect(noteOf(durationsMs)).toBeNull()
})

test('a summary shows a time-out only by a maximum at that time', () => {
  expect(plainOf(timeoutNote(60_001.2))).toContain('The slowest request took 1 min, and none took longer')
  expect(timeoutNote(61_000)).toBeNull()
  expect(timeoutNote(338)).toBeNull()
  expect(timeoutNote(undefined)).toBeNull()
})

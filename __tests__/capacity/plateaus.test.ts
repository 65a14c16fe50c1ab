import { expect, test } from '@jest/globals'
import { assessCapacity } from '../../src/capacity/assess.ts'
import { plateausOf } from '../../src/capacity/plateaus.ts'
import type { LoadSecond } from '../../src/model/load-second.ts'

/** A second of a service that answers in 5 ms and refuses what is above 100/s. One user is busy whenever somebody looks. */
function secondAt(offsetS: number, ratePerS: number): LoadSecond {
  const good = Math.min(ratePerS, 100)
  return {
    offsetS,
    users: 1,
    goodDurationsMs: Array(good).fill(5),
    bad: ratePerS - good,
    badMs: ratePerS - good,
    iterations: ratePerS,
    iterationsMs: 5 * good + (ratePerS - good),
    dropped: 0,
  }
}

test('a set rate at which the same few users are always busy is not read as a ladder of users', () => {
  const seconds = [20, 40, 60, 80, 100, 120, 140, 160].flatMap((rate, step) =>
    Array.from({ length: 8 }, (_, second) => secondAt(8 * step + second, rate)),
  )
  const rungs = plateausOf(seconds, 'points.csv')
  expect(rungs.map(({ model, offeredPerS }) => [model, offeredPerS])).toEqual(
    [20, 40, 60, 80, 100, 120, 140, 160].map((rate) => ['open', rate]),
  )
  expect(assessCapacity([rungs], { maxErrorRatio: 0.01, maxP95Ms: null })).toMatchObject({
    maxPerS: 100,
    lastGood: { offeredPerS: 100 },
    firstBad: { offeredPerS: 120 },
    refused: null,
  })
})

test('a set number of users is read as a ladder of users', () => {
  const seconds = [1, 2, 4].flatMap((users, step) =>
    Array.from({ length: 8 }, (_, second): LoadSecond => {
      const answers = Array(10 * users).fill(100)
      const iterationsMs = 1000 * users
      const offsetS = 8 * step + second
      return {
        offsetS,
        users,
        goodDurationsMs: answers,
        bad: 0,
        badMs: 0,
        iterations: 10 * users,
        iterationsMs,
        dropped: 0,
      }
    }),
  )
  expect(plateausOf(seconds, 'points.csv').map(({ model, users, goodPerS }) => [model, users, goodPerS])).toEqual([
    ['closed', 1, 10],
    ['closed', 2, 20],
    ['closed', 4, 40],
  ])
})

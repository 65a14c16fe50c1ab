import { describe, expect, test } from '@jest/globals'
import { assessCapacity } from '../../src/capacity/assess.ts'
import { compareCapacity } from '../../src/capacity/compare-capacity.ts'
import { forecastExhaustion } from '../../src/capacity/forecast.ts'
import { planFor } from '../../src/capacity/plan.ts'
import { saying } from '../saying.ts'
import { poolLadder } from './ladder.ts'

const BUDGETS = { maxErrorRatio: 0.01, maxP95Ms: null }
const USERS = [1, 2, 3, 4, 5, 6, 8, 12, 16, 24]
const NOTHING = { headroomRatio: 0.3, peakPerS: null, loadPerS: null, spareReplicas: 0, pricePerHour: null }
const hundred = assessCapacity([poolLadder(USERS, 5, 100)], BUDGETS)

describe('plan', () => {
  test('keeps the headroom, and counts replicas and their cost', () => {
    expect(
      planFor(hundred, { ...NOTHING, peakPerS: 150, loadPerS: 60, spareReplicas: 1, pricePerHour: 0.252 }),
    ).toEqual({
      sustainablePerS: 70,
      peakShareRatio: 150 / 70,
      replicas: 4,
      // 0.252 / (70 * 3600) * 1e6, and four replicas at 60/s.
      costPerMillionFull: 1,
      costPerMillionToday: expect.closeTo((4 * 0.252 * 1e6) / (60 * 3600), 9),
    })
  })

  test('is what the last good step carried, if that is less than the maximum', () => {
    const strict = assessCapacity([poolLadder(USERS, 5, 100)], { ...BUDGETS, maxP95Ms: 80 })
    expect(planFor(strict, { ...NOTHING, headroomRatio: 0 })?.sustainablePerS).toBe(100)
    expect(strict.lastGood?.users).toBe(5)
  })

  test('is absent for a refused ladder', () => {
    expect(planFor(assessCapacity([poolLadder([1, 2], 5, 100)], BUDGETS), NOTHING)).toBeNull()
  })
})

describe('against another version', () => {
  const ladders = (...most: number[]) =>
    assessCapacity(
      most.map((one) => poolLadder(USERS, 5, one)),
      BUDGETS,
    )

  test('three ladders on each side give bounds (Welch, as t.test of R on the logarithms)', () => {
    // t.test(log(c(60,62,64)), log(c(50,51,53)), conf.level = .9): 0.1347 to 0.2428.
    const change = compareCapacity(ladders(50, 51, 53), ladders(60, 62, 64))
    expect(change?.changeRatio).toBeCloseTo(62 / 51 - 1, 10)
    expect(change?.interval?.map((bound) => Number(Math.log1p(bound).toFixed(3)))).toEqual([0.135, 0.243])
  })

  test('one ladder on each side gives a change without bounds, and no change if a side has no answer', () => {
    expect(compareCapacity(ladders(50), ladders(60))).toEqual({ changeRatio: expect.closeTo(0.2, 10), interval: null })
    expect(compareCapacity(assessCapacity([poolLadder([1, 2], 5, 50)], BUDGETS), ladders(60))).toBeNull()
  })
})

describe('forecast', () => {
  /** Months from January 2025 on, growing by this much each. */
  const growing = (months: number, ratio: number, noise: (index: number) => number = () => 0) =>
    Array.from({ length: months }, (_, index) => ({
      date: new Date(Date.UTC(2025, index, 1)).toISOString().slice(0, 10),
      peakPerS: 100 * (1 + ratio) ** index * Math.exp(noise(index)),
    }))

  test('says the date of an exact growth', () => {
    // 1.02^n = 1.5 at n = 20.5 months: between 1 September and 1 October 2026.
    const forecast = forecastExhaustion({ points: growing(19, 0.02), limitPerS: 150, seasonRatio: 0 })
    expect(forecast).toMatchObject({ kind: 'dates' })
    if (forecast.kind !== 'dates') return
    expect(forecast.growthRatioPerMonth).toBeCloseTo(0.02, 3)
    expect([forecast.earliest?.slice(0, 7), forecast.latest?.slice(0, 7)]).toEqual(['2026-09', '2026-09'])
  })

  test('is wider with noise, and with a season that a short history cannot show', () => {
    const noisy = growing(12, 0.02, (index) => 0.03 * Math.sin(index * 2.1))
    const dates = (seasonRatio: number) => {
      const forecast = forecastExhaustion({ points: noisy, limitPerS: 130, seasonRatio })
      return forecast.kind === 'dates' ? [forecast.earliest, forecast.latest] : []
    }
    const [earliest, latest] = dates(0)
    const [earliestInSeason, latestInSeason] = dates(0.15)
    expect((earliest ?? '') < (latest ?? '9')).toBe(true)
    expect((earliestInSeason ?? '') < (earliest ?? '')).toBe(true)
    expect(latestInSeason).toBeNull()
  })

  test('goes no further than half the length of the history', () => {
    expect(forecastExhaustion({ points: growing(13, 0.001), limitPerS: 1000, seasonRatio: 0.15 })).toMatchObject({
      earliest: null,
      latest: null,
      horizon: '2026-07-02',
    })
  })

  test('is refused with fewer than six peaks', () => {
    expect(forecastExhaustion({ points: growing(5, 0.02), limitPerS: 150, seasonRatio: 0 })).toEqual({
      kind: 'refused',
      reason: saying(/^The history has 5 peaks\. A date needs at least 6/),
    })
  })

  test('neighbours that move together count as fewer peaks', () => {
    const waves = growing(24, 0.02, (index) => 0.05 * Math.sin(index / 3))
    const mixed = growing(24, 0.02, (index) => 0.05 * Math.sin((Math.floor(index * 7.3) % 24) / 3))
    const width = (points: ReturnType<typeof growing>) => {
      const forecast = forecastExhaustion({ points, limitPerS: 175, seasonRatio: 0 })
      if (forecast.kind !== 'dates' || forecast.earliest === null || forecast.latest === null)
        return Number.POSITIVE_INFINITY
      return Date.parse(forecast.latest) - Date.parse(forecast.earliest)
    }
    expect(width(waves)).toBeGreaterThan(width(mixed))
  })
})

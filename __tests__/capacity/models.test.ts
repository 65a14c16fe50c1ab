import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { dipsBelowHull } from '../../src/capacity/hull.ts'
import { fitPool, fitUsl } from '../../src/capacity/models.ts'

const pointsOf = (pairs: readonly (readonly [number, number])[]) => pairs.map(([users, perS]) => ({ users, perS }))

describe('contention (USL)', () => {
  // tests/coef.Rout.save of the R package usl 3.0.4: lambda 1, sigma 0.02, kappa 0.02, peak at 7.
  const EXACT = pointsOf([
    [1, 1],
    [2, 1.8868],
    [4, 3.0769],
    [6, 3.5294],
    [8, 3.5398],
    [10, 3.3557],
  ])

  test('finds the coefficients that R finds', () => {
    const { lambda, sigma, kappa, peakUsers } = fitUsl(EXACT)
    expect([lambda, sigma, kappa, peakUsers].map((one) => Number(one.toFixed(2)))).toEqual([1, 0.02, 0.02, 7])
  })

  test('finds the peak of the specsdm91 data within 8 % of R, whose squares of the throughput weigh the large values more', () => {
    // R's usl: peak at 96.5 users with 1883.9 a second (README of the package).
    const { peakUsers, maxPerS } = fitUsl(
      pointsOf([
        [1, 64.9],
        [18, 995.9],
        [36, 1652.4],
        [72, 1853.2],
        [108, 1828.9],
        [144, 1775],
        [216, 1702.2],
      ]),
    )
    expect(Math.abs(peakUsers / 96.52 - 1)).toBeLessThan(0.085)
    expect(Math.abs(maxPerS / 1883.9 - 1)).toBeLessThan(0.02)
  })

  test('any curve of its own form is found again', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 1, max: 500, noNaN: true }),
        fc.double({ min: 0, max: 0.3, noNaN: true }),
        fc.double({ min: 0.0005, max: 0.02, noNaN: true }),
        (lambda, sigma, kappa) => {
          const perS = (users: number) => (lambda * users) / (1 + sigma * (users - 1) + kappa * users * (users - 1))
          const { maxPerS } = fitUsl([1, 2, 4, 8, 12, 16, 24, 32, 48].map((users) => ({ users, perS: perS(users) })))
          expect(Math.abs(maxPerS / perS(Math.sqrt((1 - sigma) / kappa)) - 1)).toBeLessThan(0.02)
        },
      ),
      { seed: 17, numRuns: 30 },
    )
  })
})

describe('a fixed number of workers', () => {
  test('is found exactly, and one bad step moves neither its rising nor its flat part', () => {
    const users = [1, 2, 3, 4, 5, 6, 8, 12, 16, 24]
    const points = users.map((one) => ({ users: one, perS: Math.min(12.5 * one, 62.5) }))
    expect(fitPool(points)).toMatchObject({ knee: 5, maxPerS: 62.5, perUserPerS: 12.5, misfit: 0 })
    const bad = points.map((point) => (point.users === 3 ? { ...point, perS: 20 } : point))
    expect(fitPool(bad)).toMatchObject({ knee: 5, maxPerS: 62.5 })
  })
})

test('a step below the line between higher neighbours is a dip, and a fall after the peak is not', () => {
  const dips = dipsBelowHull(
    pointsOf([
      [1, 10],
      [2, 15],
      [3, 30],
      [4, 40],
      [5, 20],
    ]),
  )
  expect(dips.map((one) => Number(one.toFixed(3)))).toEqual([0, 0.25, 0, 0, 0])
})

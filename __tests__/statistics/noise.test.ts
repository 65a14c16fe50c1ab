import { describe, expect, test } from '@jest/globals'
import { logsOf } from '../../src/statistics/logs.ts'
import { ASSUMED_NOISE, noisePrior, successiveDifferenceSd } from '../../src/statistics/noise.ts'

const history = [198, 203, 201, 196, 205, 199, 202, 200, 197, 204, 201, 199, 203, 198, 200, 202, 196, 201, 205, 199]

describe('successiveDifferenceSd', () => {
  test('of the reference history', () => {
    expect(successiveDifferenceSd(logsOf(history))).toBeCloseTo(0.02086353598, 11)
  })

  test('one step of 50 % hardly moves it; the plain sd would be 0.2', () => {
    const stepped = history.map((value, index) => (index < 10 ? value : value * 1.5))
    expect(successiveDifferenceSd(logsOf(stepped))).toBeLessThan(0.03)
  })

  test.each([[[200, 200, 200, 200]], [[200, 200.1]]])('is never below half a percent: %j', (values) => {
    expect(successiveDifferenceSd(logsOf(values))).toBe(0.005)
  })

  test('refuses a single value', () => {
    expect(() => successiveDifferenceSd([5.3])).toThrow('two values or more')
  })
})

describe('noisePrior', () => {
  test.each([
    [8, 4],
    [9, 4],
    [11, 5],
    [19, 9],
    [20, 10],
  ])('of %d runs has %d degrees of freedom', (runs, degreesOfFreedom) => {
    const prior = noisePrior(logsOf(history.slice(0, runs)))
    expect(prior?.degreesOfFreedom).toBe(degreesOfFreedom)
  })

  test('has at most ten degrees of freedom', () => {
    expect(noisePrior(logsOf([...history, ...history]))?.degreesOfFreedom).toBe(10)
  })

  test.each([
    [20, 0],
    [17, 1],
    [3, 8],
    [0, 10],
  ])('with %d of 20 runs compared it has %d: nothing counts twice', (compared, degreesOfFreedom) => {
    const prior = noisePrior(logsOf(history.slice(0, 20)), compared)
    expect(prior?.degreesOfFreedom).toBe(degreesOfFreedom)
  })

  test('carries the sd of the history', () => {
    expect(noisePrior(logsOf(history))?.sd).toBeCloseTo(0.02086353598, 11)
  })

  test('is null below eight runs', () => {
    expect(noisePrior(logsOf(history.slice(0, 7)))).toBeNull()
    expect(noisePrior([])).toBeNull()
  })
})

test('the assumed noise is 5 % with ten degrees of freedom', () => {
  expect(ASSUMED_NOISE).toEqual({ sd: 0.05, degreesOfFreedom: 10 })
})

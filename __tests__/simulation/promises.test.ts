import { expect, test } from '@jest/globals'
import { kept } from '../../scripts/simulation/promises.ts'

const place = (where: string, mean: number, error = 0.01) => ({ where, share: { mean, error, of: 400 } })

test('a promise is kept if it holds even at the place where it holds least', () => {
  expect(kept('at most 5 %', [place('pairs', 0.01), place('store', 0.04)], { atMost: 0.05 })).toEqual({
    promise: 'at most 5 %',
    worst: '4.0 %',
    state: 'kept',
    where: 'store: 4.0 %',
  })
})

test('a promise is at the limit if it is missed by no more than the error of the simulation', () => {
  const { state, worst } = kept('at least 95 %', [place('pairs', 0.94)], { atLeast: 0.95 })
  expect({ state, worst }).toEqual({ state: 'at the limit', worst: '94.0 %' })
})

test('if a promise is not kept, the worst places are named and the others are counted', () => {
  const places = [0.2, 0.9, 0.5, 0.3, 0.04].map((mean) => place(`at ${mean}`, mean))
  expect(kept('at most 5 %', places, { atMost: 0.05 })).toMatchObject({
    worst: '90.0 %',
    state: 'not kept',
    where: 'at 0.9: 90.0 %; at 0.5: 50.0 %; at 0.3: 30.0 %; and 1 more of 5',
  })
})

test('a promise about a number of runs is printed as a number and not as a share', () => {
  expect(kept('at most 6 pairs', [place('pairs', 7.64)], { atMost: 6 })).toMatchObject({
    worst: '7.6',
    state: 'not kept',
  })
})

test('a promise for which nothing was measured is an error', () => {
  expect(() => kept('at most 5 %', [], { atMost: 0.05 })).toThrow('Nothing was measured for: at most 5 %.')
})

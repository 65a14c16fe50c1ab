import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { orderOfPair } from '../../src/measure/balanced-order.ts'

const seeds = fc.integer({ min: 0, max: 2 ** 32 - 1 })

test('after every two pairs, both versions came first equally often', () => {
  fc.assert(
    fc.property(seeds, fc.string(), fc.integer({ min: 0, max: 40 }), (seed, service, block) => {
      const firsts = [2 * block + 1, 2 * block + 2].map((pair) => orderOfPair(seed, service, pair)[0])
      expect(firsts.toSorted()).toEqual(['baseline', 'candidate'])
    }),
  )
})

test('each pair has both versions, and the same seed gives the same order', () => {
  fc.assert(
    fc.property(seeds, fc.integer({ min: 1, max: 100 }), (seed, pair) => {
      const order = orderOfPair(seed, 'checkout', pair)
      expect(order.toSorted()).toEqual(['baseline', 'candidate'])
      expect(orderOfPair(seed, 'checkout', pair)).toEqual(order)
    }),
  )
})

test('over many seeds, either version comes first about equally often', () => {
  const firsts = Array.from({ length: 200 }, (_, seed) => orderOfPair(seed, 'checkout', 1)[0])
  // With 200 fair coins, fewer than 60 heads come once in a hundred million times (binomial distribution).
  expect(firsts.filter((one) => one === 'baseline').length).toBeGreaterThan(60)
  expect(firsts.filter((one) => one === 'candidate').length).toBeGreaterThan(60)
})

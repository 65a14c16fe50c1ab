import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { rateParts } from '../../src/capacity/rate-steps.ts'

/** Each rate for as many seconds, with a second of ramp before it, one up and one down in turns as counts of whole seconds are. */
function ladder(rates: readonly number[], seconds: number): readonly number[] {
  return rates.flatMap((rate, index) => [
    ((rates[index - 1] ?? 0) + rate) / 2,
    ...Array.from({ length: seconds }, (_, second) => rate + (second % 2 === 0 ? 0.5 : -0.5)),
  ])
}

const steps = (rates: readonly number[]) => rateParts(rates).filter(([from, to]) => to - from >= 5)
const levels = (rates: readonly number[]) =>
  steps(rates).map(([from, to]) => {
    const part = rates.slice(from, to).toSorted((left, right) => left - right)
    return part[Math.floor(part.length / 2)] ?? 0
  })

describe('steps of a rate', () => {
  test.each([
    ['even steps, also small ones', [7, 13, 20, 26, 33, 39, 46, 52], 8],
    ['five-second steps', [20, 40, 60, 80, 90, 100, 110, 130, 160], 5],
    ['up and down', [20, 60, 120, 60, 20], 6],
    ['thousands', [1000, 2000, 3000, 4000], 10],
  ])('%s', (_, rates, seconds) => {
    const found = levels(ladder(rates, seconds))
    expect(found).toHaveLength(rates.length)
    for (const [index, level] of found.entries()) expect(Math.abs(level - (rates[index] ?? 0))).toBeLessThanOrEqual(1)
  })

  test('a second that stalled, and the next that catches up, are no step', () => {
    const rates = [...ladder([50, 100], 10)]
    rates[16] = 20
    rates[17] = 180
    expect(levels(rates)).toEqual([50.5, 100.5])
  })

  test('a constant rate is one part, and an empty series has no part', () => {
    expect(rateParts(Array(30).fill(40))).toEqual([[0, 30]])
    expect(rateParts([])).toEqual([])
  })

  test('parts follow each other without gaps, whatever the numbers are', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 80 }), (rates) => {
        const parts = rateParts(rates)
        expect(parts[0]?.[0]).toBe(0)
        expect(parts.at(-1)?.[1]).toBe(rates.length)
        for (const [index, [from, to]] of parts.entries()) {
          expect(to).toBeGreaterThan(from)
          if (index > 0) expect(parts[index - 1]?.[1]).toBe(from)
        }
      }),
      { seed: 17, numRuns: 200 },
    )
  })

  test('any ladder of steps of a tenth or more is found', () => {
    const factors = fc.array(fc.double({ min: 1.15, max: 2, noNaN: true }), { minLength: 3, maxLength: 8 })
    fc.assert(
      fc.property(
        fc.integer({ min: 30, max: 200 }),
        factors,
        fc.integer({ min: 6, max: 15 }),
        (first, growth, seconds) => {
          const rates = [first]
          for (const factor of growth) rates.push((rates.at(-1) ?? 0) * factor)
          expect(levels(ladder(rates, seconds))).toHaveLength(rates.length)
        },
      ),
      { seed: 17, numRuns: 100 },
    )
  })
})

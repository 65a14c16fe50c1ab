import { describe, expect, test } from '@jest/globals'
import { saying } from '../saying.ts'
import { comparisonOf, evidenceOf, history, run } from './runs.ts'

const untouched = { isUntouched: (service: string) => service === 'checkout' }
const refusal = {
  service: 'checkout',
  side: 'candidate',
  path: 'checkout/summary.json',
  problem: ['Empty.'],
} as const

describe('a service whose paths were not touched', () => {
  test('may be absent', () => {
    const evidence = evidenceOf({ store: history([100]), ...untouched })
    expect(evidence.comparisons.map(({ verdict }) => verdict)).toEqual(evidence.comparisons.map(() => 'not-run'))
    expect(comparisonOf(evidence)).toMatchObject({
      baseline: 100,
      candidate: null,
      reason: saying('The change touches none of the paths of this service.'),
    })
  })

  test('may be absent before there is a baseline', () => {
    expect(comparisonOf(evidenceOf({ namedServices: ['checkout'], ...untouched })).verdict).toBe('not-run')
  })

  test('is judged when it was measured all the same', () => {
    expect(comparisonOf(evidenceOf({ store: history([100]), runs: [run(120)], ...untouched })).verdict).toBe('unproven')
  })

  test('is not excused when its results were refused', () => {
    const collected = { runs: [], refusals: [refusal] }
    expect(comparisonOf(evidenceOf({ store: history([100]), collected, ...untouched })).verdict).toBe('invalid')
  })

  test('does not excuse another service', () => {
    const changes = { store: history([100]), isUntouched: (service: string) => service === 'search' }
    expect(comparisonOf(evidenceOf(changes)).verdict).toBe('missing')
  })
})

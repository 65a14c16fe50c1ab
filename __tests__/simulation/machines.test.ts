import { describe, expect, test } from '@jest/globals'
import { sampleCorrelation, sampleStandardDeviation } from 'simple-statistics'
import { type Machines, machinesOf } from '../../scripts/simulation/machines.ts'
import { seededRandom } from '../../scripts/simulation/random.ts'

function speeds(kind: Machines): readonly number[] {
  const next = machinesOf(kind, 0.03, seededRandom(20261122))
  return Array.from({ length: 4000 }, () => next())
}

describe.each([
  ['alike', 0, 0],
  ['independent', 0.03, 0],
  ['two-levels', 0.03, 0],
  ['drifting', 0.03, 0.9],
] as const)('%s machines', (kind, sd, correlation) => {
  const values = speeds(kind)

  test('the speeds vary by the standard deviation that is asked for', () => {
    expect(Math.abs(sampleStandardDeviation([...values]) - sd)).toBeLessThan(0.004)
  })

  test('neighbouring speeds have the correlation that is asked for', () => {
    if (kind === 'alike') return expect(new Set(values)).toEqual(new Set([0]))
    expect(Math.abs(sampleCorrelation(values.slice(1), values.slice(0, -1)) - correlation)).toBeLessThan(0.05)
  })
})

test('machines of two levels have exactly two speeds', () => {
  expect(new Set(speeds('two-levels'))).toEqual(new Set([0.03, -0.03]))
})

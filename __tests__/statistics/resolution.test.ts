import { describe, expect, test } from '@jest/globals'
import { plainText } from '../../src/model/text.ts'
import { roundingSd } from '../../src/statistics/resolution.ts'
import { compareRuns, evidenceOf, run, side } from './runs.ts'

test.each([
  [[3, 3, 3, 4], 1 / Math.sqrt(12) / 3],
  [[2.5, 2.5, 2.6], 0.1 / Math.sqrt(12) / 2.5],
  [[200, 204, 196], 1 / Math.sqrt(12) / 196],
  [[71.5437189, 70.1], 0],
  [[0, 1], 0],
])('%j hide a noise of %d', (values, expected) => {
  expect(roundingSd(values)).toBeCloseTo(expected, 12)
})

describe('equal values', () => {
  test('of whole milliseconds prove nothing: one step is no change', () => {
    expect(compareRuns([3, 3, 3], [4, 4, 4]).verdict).toBe('unproven')
  })

  test('with all their digits prove what they show', () => {
    expect(compareRuns([3.0000001, 3.0000002, 3.0000003], [4.0000001, 4.0000002, 4.0000003]).verdict).toBe('regressed')
  })
})

test('unequal numbers of runs are said, because a lost run is often the slowest', () => {
  const runs = [...side('baseline', [100, 101, 99]), run(101, { runNumber: 1 }), run(102, { runNumber: 2 })]
  const unpaired = runs.map((one) => (one.side === 'candidate' ? { ...one, runNumber: one.runNumber + 10 } : one))
  expect(evidenceOf({ runs: unpaired }).notes.map(plainText)[0]).toBe(
    'The baseline has 3 runs and the candidate 2 runs. A run that is lost is often the slowest one, and without it that side looks faster than it is.',
  )
})

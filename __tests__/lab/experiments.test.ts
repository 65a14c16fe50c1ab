import { expect, test } from '@jest/globals'
import { cutExperiments } from '../../scripts/lab/experiments.ts'

test('no slot is in two comparisons, and what is left over is not used', () => {
  const cut = cutExperiments([5, 1, 2, 3, 4, 7, 6], 3, 'unchanged')
  expect(cut).toEqual([
    { candidate: 'unchanged', slots: [1, 2, 3], history: [1, 2, 3] },
    { candidate: 'unchanged', slots: [4, 5, 6], history: [1, 2, 3, 4, 5, 6] },
  ])
})

test('the history is the newest 20 slots', () => {
  const slots = Array.from({ length: 30 }, (_, index) => index + 1)
  const last = cutExperiments(slots, 5, 'slower').at(-1)
  expect(last).toEqual({ candidate: 'slower', slots: [26, 27, 28, 29, 30], history: slots.slice(10) })
})

test('too few slots are no comparison', () => {
  expect(cutExperiments([1, 2], 3, 'slower')).toEqual([])
})

import { expect, test } from '@jest/globals'
import type { IdentifiedRun, Refusal } from '../../src/model/run.ts'
import { withoutSuperseded } from '../../src/results/superseded.ts'
import { aStoredRun } from '../storage/stored-runs.ts'

const run = (artifactId: number | null, part: string, change: Partial<IdentifiedRun> = {}): IdentifiedRun => {
  const { run: one } = aStoredRun({ artifactId, part })
  return { ...one, ...change }
}
const refusal = (change: Partial<Refusal> = {}): Refusal => {
  const artifact = { id: 5, part: 'c' }
  return { service: 'checkout', side: 'candidate', path: 'c--1/run-3', problem: ['Aborted.'], artifact, ...change }
}

test.each<[string, Refusal, IdentifiedRun]>([
  ['a later upload of the same part', refusal(), run(6, 'c')],
  ['an artifact that could not be read at all', refusal({ service: null }), run(6, 'c')],
])('is measured again: %s', (_, refused, again) => {
  expect(withoutSuperseded({ runs: [again], refusals: [refused] })).toEqual({
    runs: [again],
    refusals: [],
    superseded: [{ ...refused, service: 'checkout' }],
  })
})

test.each<[string, Refusal, IdentifiedRun]>([
  ['by the same upload', refusal(), run(5, 'c')],
  ['by an earlier one', refusal(), run(4, 'c')],
  ['by another part', refusal(), run(6, 'c--eu')],
  ['for another service', refusal({ service: 'cart' }), run(6, 'c')],
  ['for the other side', refusal({ side: 'baseline' }), run(6, 'c')],
  ['where it is no artifact', refusal({ artifact: null }), run(null, 'c')],
])('is not measured again %s', (_, refused, other) => {
  const collected = { runs: [other], refusals: [refused] }
  expect(withoutSuperseded(collected)).toEqual(collected)
})

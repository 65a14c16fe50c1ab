import { expect, test } from '@jest/globals'
import { defaultPolicy } from '../../src/policy/default-policy.ts'
import { pastAlarms } from '../../src/replay/past-alarms.ts'
import { compareServices } from '../../src/statistics/compare-services.ts'
import { history, input, latency, run } from '../statistics/runs.ts'
import { ACCEPTED_STEP, ONE_SPIKE, steady, store } from './stores.ts'

const POLICY = defaultPolicy({})

type Store = ReturnType<typeof store>

function evidenceOf(lookup: Store) {
  const runs = [...lookup.services.keys()].map((service) => run(100, { service, jobId: 'candidate' }))
  return compareServices({ ...input({ runs }), lookup })
}

test('a single slow push among 29 is one false alarm', () => {
  expect(pastAlarms(evidenceOf(ONE_SPIKE), POLICY)).toEqual({
    pushes: 29,
    blocked: 1,
    real: 0,
    // R: binom.test(1, 29)$conf.int
    falseAlarms: { ratio: 1 / 29, lower: expect.closeTo(0.0008726, 6), upper: expect.closeTo(0.1776443, 6) },
    beforeConfirmation: false,
  })
})

test('an accepted slowdown and a level that stays are no false alarms', () => {
  // The other block is at position 25. Its author changed nothing: the level had risen at position 22.
  const marked = pastAlarms(evidenceOf(ACCEPTED_STEP), POLICY)
  expect(marked).toEqual(expect.objectContaining({ pushes: 29, blocked: 2, real: 1 }))
  const level = steady(30).map((value, index) => (index < 15 ? value : 1.12 * value))
  const unmarked = pastAlarms(evidenceOf(store({ checkout: history(level) })), POLICY)
  expect(unmarked).toEqual(expect.objectContaining({ pushes: 29, blocked: 1, real: 1 }))
})

test('needs 20 comparisons, so 20 pushes give no rate and 21 do', () => {
  expect(pastAlarms(evidenceOf(store({ checkout: history(steady(20)) })), POLICY)).toBeNull()
  expect(pastAlarms(evidenceOf(store({ checkout: history(steady(21)) })), POLICY)).toEqual(
    expect.objectContaining({ pushes: 20, blocked: 0, real: 0 }),
  )
})

test('the services of a push count as one push, and only primary series count', () => {
  const noisy = (p95: number, index: number) => [
    latency(p95),
    latency(index % 2 === 0 ? 10 : 90, { endpoint: 'GET /wild' }),
  ]
  const checkout = history(steady(25).map(noisy))
  const search = checkout.map((one) => ({ ...one, run: { ...one.run, service: 'search' } }))
  expect(pastAlarms(evidenceOf(store({ checkout, search })), POLICY)).toEqual(
    expect.objectContaining({ pushes: 24, blocked: 0 }),
  )
})

test('judges by the present policy', () => {
  const strict = { ...POLICY, defaults: { ...POLICY.defaults, maxRegressionRatio: 0.01 } }
  const lax = { ...POLICY, defaults: { ...POLICY.defaults, maxRegressionRatio: 0.2 } }
  expect(pastAlarms(evidenceOf(ONE_SPIKE), strict)?.blocked).toBeGreaterThan(1)
  expect(pastAlarms(evidenceOf(ONE_SPIKE), lax)?.blocked).toBe(0)
})

test('a baseline that is not a store gives no rate', () => {
  expect(pastAlarms([{ service: 'checkout', history: null }, { service: 'search' }], POLICY)).toBeNull()
})

test('the newest 40 pushes count', () => {
  const early = store({ checkout: history(steady(50).with(5, 120)) })
  expect(pastAlarms(evidenceOf(early), POLICY)).toEqual(expect.objectContaining({ pushes: 40, blocked: 0 }))
  const late = store({ checkout: history(steady(50).with(45, 120)) })
  expect(pastAlarms(evidenceOf(late), POLICY)).toEqual(expect.objectContaining({ pushes: 40, blocked: 1, real: 0 }))
})

test('says if a confirmation would have asked for more runs', () => {
  const confirmed = { ...POLICY, confirmation: { maxRuns: 10 } }
  expect(pastAlarms(evidenceOf(ONE_SPIKE), confirmed)?.beforeConfirmation).toBe(true)
})

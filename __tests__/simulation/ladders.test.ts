import { describe, expect, test } from '@jest/globals'
import { type LadderKind, ladderRates } from '../../scripts/simulation/ladders.ts'

const LADDERS = 20
const SEED = 20_000

describe('ladders of services that nobody tuned the limits for', () => {
  test.each<LadderKind>([
    'generator too slow',
    'too few users for the rate',
    'knee not reached',
    'contention without a peak',
  ])('%s: never an answer at a noise of 2 %%', (kind) => {
    expect(ladderRates(kind, 0.02, LADDERS, SEED).answered).toBe(0)
  })

  test.each<LadderKind>(['generator too slow', 'too few users for the rate'])('%s: never at 8 %% either', (kind) => {
    expect(ladderRates(kind, 0.08, 5 * LADDERS, SEED).answered).toBe(0)
  })

  test.each<[LadderKind, number]>([
    ['workers', 0.7],
    ['workers, users that think', 0.4],
    ['contention', 0.6],
    ['workers, set rates', 0.9],
  ])('%s: most have an answer at a noise of 2 %%, and each answer is right', (kind, least) => {
    const { answered, ...wrong } = ladderRates(kind, 0.02, LADDERS, SEED)
    expect(answered).toBeGreaterThanOrEqual(least)
    expect(wrong).toEqual({ wrongModel: 0, kneeOff: 0, throughputOff: 0 })
  })

  test.each<LadderKind>(['workers', 'contention'])(
    '%s: at 8 %% most are refused, and few answers are wrong',
    (kind) => {
      const { answered, wrongModel, kneeOff, throughputOff } = ladderRates(kind, 0.08, 2 * LADDERS, SEED)
      expect(answered).toBeLessThan(0.5)
      expect(wrongModel + kneeOff + throughputOff).toBeLessThanOrEqual(0.05)
    },
  )
})

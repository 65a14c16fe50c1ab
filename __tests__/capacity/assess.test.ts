import { readFileSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'
import { assessCapacity } from '../../src/capacity/assess.ts'
import type { Rung } from '../../src/model/rung.ts'
import { plainOf } from '../saying.ts'
import { aRung, CAPACITY_FIXTURES, poolLadder, recordedLadder } from './ladder.ts'

const BUDGETS = { maxErrorRatio: 0.01, maxP95Ms: null }
const USERS = [1, 2, 3, 4, 5, 6, 8, 12, 16, 24]

type Truth = Readonly<{
  kind: string
  Xmax: number
  knee?: number
  Nstar?: number
  mustRefuse?: string
  lastSustained?: number
  firstOverload?: number
}>
const { truth } = JSON.parse(readFileSync(`${CAPACITY_FIXTURES}expected.json`, 'utf8')) as {
  truth: Record<string, Truth>
}

describe('ladders of known truth', () => {
  test.each([
    ['pool-closed', 'pool'],
    ['pool-closed-noisy', 'pool'],
    ['think-closed', 'pool'],
    ['usl-closed', 'usl'],
  ])('%s: the model is right, the knee within 15 %% and the maximum within 10 %%', async (name, model) => {
    const capacity = assessCapacity([await recordedLadder(name)], BUDGETS)
    const { Xmax, knee, Nstar } = truth[name] ?? { Xmax: Number.NaN }
    expect({ model: capacity.model, refused: capacity.refused }).toEqual({ model, refused: null })
    expect(Math.abs((capacity.maxPerS ?? 0) / Xmax - 1)).toBeLessThan(0.1)
    expect(Math.abs((capacity.kneeUsers ?? 0) / (knee ?? Nstar ?? 0) - 1)).toBeLessThan(0.15)
  })

  test.each(['pool-open', 'reject-open'])(
    '%s: the maximum is right within 10 %%, and the breaking point lies between two steps',
    async (name) => {
      const { maxPerS, lastGood, firstBad, refused } = assessCapacity([await recordedLadder(name)], BUDGETS)
      const { Xmax, lastSustained = 0, firstOverload = 0 } = truth[name] ?? { Xmax: Number.NaN }
      expect(refused).toBeNull()
      expect(Math.abs((maxPerS ?? 0) / Xmax - 1)).toBeLessThan(0.1)
      expect(lastGood?.offeredPerS).toBeCloseTo(lastSustained, -1)
      expect(firstBad?.offeredPerS ?? 0).toBeGreaterThan(lastSustained)
      expect(firstBad?.offeredPerS ?? Number.POSITIVE_INFINITY).toBeLessThan(firstOverload * 1.01)
    },
  )

  test('no answer where the load generator was the limit', async () => {
    const capacity = assessCapacity([await recordedLadder('generator-bound')], BUDGETS)
    expect(capacity).toMatchObject({ model: null, maxPerS: null, kneeUsers: null, atLeastPerS: null, lastGood: null })
    expect(plainOf(capacity.refused)).toMatch(
      /^At 4 users an iteration spends \d+ ms outside of requests.*The load generator is the limit/,
    )
  })

  test('without a knee there is no maximum, and what was carried is said', async () => {
    const capacity = assessCapacity([await recordedLadder('no-knee')], BUDGETS)
    expect(capacity).toMatchObject({ model: null, maxPerS: null })
    expect(plainOf(capacity.refused)).toMatch(
      /^From 6 users to 8 users the throughput still grows by \d+ % of what the load grows/,
    )
    expect(capacity.atLeastPerS).toBeCloseTo(165, -1)
  })

  test('a warning where the machine was busy, and the step is left out', async () => {
    const { checks, rungs } = assessCapacity([await recordedLadder('pool-closed-noisy')], BUDGETS)
    expect(checks.find(({ name }) => name === 'noise')).toMatchObject({ state: 'warns' })
    expect(rungs.filter(({ leftOut }) => leftOut !== null).map(({ users }) => users)).toEqual([3])
  })
})

describe('a ladder is refused, with its step,', () => {
  const refusal = (rungs: readonly Rung[]) => plainOf(assessCapacity([rungs], BUDGETS).refused)
  const open = (offeredPerS: number, goodPerS: number, changes: Partial<Rung> = {}) =>
    aRung(5, goodPerS, {
      model: 'open',
      offeredPerS,
      latencyMs: 40,
      droppedRatio: 1 - goodPerS / offeredPerS,
      ...changes,
    })

  test('when it has too few steps', () => {
    expect(refusal(poolLadder([1, 2, 8, 16], 4, 100))).toMatch(/^4 steps are too few/)
  })

  test('when too few of them lie above the knee', () => {
    expect(refusal(poolLadder([1, 2, 3, 4, 5, 6, 7, 10], 9, 100))).toMatch(
      /^Only 7 and 1 steps lie below and above the knee at 9 users|still grows/,
    )
  })

  test('when users ran out while the service was as fast as before', () => {
    expect(refusal([open(20, 20), open(40, 40), open(60, 60), open(80, 62)])).toMatch(
      /^At 80\/s 22 % of the iterations were dropped while the service was as fast as before \(40 ms\)/,
    )
  })

  test('when nothing tells the load generator from the service', () => {
    const blind = { iterationMs: null, requestsMs: null }
    const ladder = poolLadder(USERS, 5, 62.5).map((rung) => ({ ...rung, ...blind }))
    expect(refusal(ladder)).toMatch(/^The results do not say how long iterations took, so a load generator/)
  })

  test('when every rate was carried', () => {
    expect(refusal([open(20, 20), open(40, 40), open(60, 60)])).toMatch(/^Every rate was carried, also 60\/s/)
  })

  test('when the throughput still grew with the users that were busy, although the service had become slower', () => {
    // 8 users busy at 80/s, 16 at 120/s: half as much again for twice as many, and no more users to try.
    const ladder = [open(20, 20), open(40, 40), open(80, 80, { latencyMs: 100, iterationMs: 100, requestsMs: 100 })]
    const short = { latencyMs: 133, iterationMs: 133, requestsMs: 133 }
    expect(refusal([...ladder, open(140, 120, short), open(160, 120, short)])).toMatch(
      /^At 140\/s 14 % of the iterations were dropped while the throughput still grew with the users that were busy/,
    )
  })

  test('when only one set rate lies above what is carried', () => {
    const slow = { latencyMs: 400, iterationMs: 400, requestsMs: 400 }
    expect(refusal([open(20, 20), open(40, 40), open(60, 60), open(80, 62, slow)])).toMatch(
      /^Only one step, 80\/s, lies above what is carried; at least 2 are needed/,
    )
  })

  test('when the answer depends on one step', () => {
    const usl = (users: number) => (25 * users) / (1 + 0.1 * (users - 1) + 0.0007 * users * (users - 1))
    const factors = [1, 1.06, 0.94, 1.05, 0.95, 1.06, 0.96, 1.04]
    const ladder = [1, 2, 4, 8, 16, 32, 48, 64].map((users, index) => aRung(users, usl(users) * (factors[index] ?? 1)))
    expect(refusal(ladder)).toMatch(
      /^The answer depends on single steps: they leave the knee at [\d.]+ to [\d.]+ users/,
    )
  })

  test('when users and rates are mixed', () => {
    expect(refusal([open(20, 20), ...poolLadder([1, 2, 3], 2, 50)])).toMatch(
      /^Some steps have waiting users and some have a set rate/,
    )
  })

  test('when many steps dip', () => {
    const noisy = poolLadder(USERS, 8, 100).map((rung, index) =>
      index % 2 === 1 && index < 6 ? aRung(rung.users, rung.goodPerS * 0.7) : rung,
    )
    expect(refusal(noisy)).toMatch(/lies more than 10 % below its neighbours: repeat on a quiet machine/)
  })
})

describe('breaking point', () => {
  test('lies between the last step inside the budgets and the first outside', () => {
    const ladder = poolLadder(USERS, 5, 62.5)
    const { lastGood, firstBad } = assessCapacity([ladder], { ...BUDGETS, maxP95Ms: 200 })
    expect([lastGood?.users, firstBad?.users]).toEqual([8, 12])
  })

  test('is not reached where no step leaves the budgets', () => {
    const { lastGood, firstBad } = assessCapacity([poolLadder(USERS, 5, 62.5)], BUDGETS)
    expect([lastGood?.users, firstBad]).toEqual([24, null])
  })
})

describe('several ladders', () => {
  test('three ladders give a range around the maximum, and two give none', () => {
    const ladders = [60, 62, 64].map((most) => poolLadder(USERS, 5, most))
    const { maxPerS, maxPerSInterval } = assessCapacity(ladders, BUDGETS)
    expect(maxPerS).toBeCloseTo(62, 5)
    // t with 2 degrees of freedom at 95 % is 2.920; the standard error of ln 60, 62, 64 is 0.01863.
    expect(maxPerSInterval?.map((bound) => Number(bound.toFixed(1)))).toEqual([58.7, 65.4])
    expect(assessCapacity(ladders.slice(1), BUDGETS).maxPerSInterval).toBeNull()
  })

  test('a machine that changed its speed is reported', () => {
    const up = poolLadder(USERS, 5, 62.5)
    const down = poolLadder([1], 5, 50)
    expect(assessCapacity([[...up, ...down]], BUDGETS).checks.at(-1)).toMatchObject({ name: 'host', state: 'warns' })
  })
})

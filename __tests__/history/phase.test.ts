import { describe, expect, test } from '@jest/globals'
import { phaseOf } from '../../src/history/phase.ts'
import { serviceTrend } from '../../src/history/service-trend.ts'
import type { StoredRun } from '../../src/model/baseline.ts'
import type { GoalResult, Phase } from '../../src/model/milestone.ts'
import type { Goal } from '../../src/model/policy.ts'
import { DEFAULT_SERVICE_POLICY } from '../../src/policy/default-policy.ts'
import { phaseJson } from '../../src/report/phase-json.ts'
import { phaseStatement, spreadText } from '../../src/report/phase-words.ts'
import { saying } from '../saying.ts'
import { failedShare, latency, stored, throughput } from '../statistics/runs.ts'
import { GOAL, simulate } from './simulated-phase.ts'

const NOISE = [1, 1.01, 0.99, 1.005, 0.995, 1.015, 0.985, 1]
const at = (position: number) => NOISE[position % NOISE.length] ?? 1

/** Ten jobs at 100 ms, then as many as wanted at another level. */
function phase(
  after: number,
  goals: readonly Goal[],
  { jobs = 10, spread = 1, more = (_: number): object => ({}) } = {},
): Phase {
  const runs = Array.from({ length: 10 + jobs }, (_, position) => {
    const level = (position < 10 ? 1 : after) * at(position) ** spread
    const measured = [latency(100 * level, { sampleCount: 5000 }), throughput(200 / level), failedShare(0.01)]
    return stored(position, measured, more(position))
  })
  return phaseFrom(runs, goals)
}

function phaseFrom(runs: readonly StoredRun[], goals: readonly Goal[], from = 10): Phase {
  const policy = { ...DEFAULT_SERVICE_POLICY, goals }
  const trend = serviceTrend('checkout', runs, [], policy)
  if (trend === null) throw new Error('Something is stored.')
  const includes = ({ commit }: StoredRun) => Number(commit.slice(1)) < from
  return phaseOf([{ trend, stored: runs, policy }], { name: 'v1', includes }, { name: 'now', includes: () => true })
}

function only({ services }: Phase): GoalResult {
  const [result, ...more] = services.flatMap(({ results }) => results)
  if (result === undefined || more.length > 0) throw new Error('One goal has one result.')
  return result
}

describe('a goal of 20 % less', () => {
  test.each([
    [0.7, 'reached'],
    [0.8, 'cannot-tell'],
    [0.9, 'missed'],
    [1.1, 'missed'],
  ] as const)('at %d times the time is %s', (level, verdict) => {
    const result = only(phase(level, [GOAL]))
    expect(result).toMatchObject({
      verdict,
      changeRatio: expect.closeTo(level - 1, 2),
      jobs: { before: 10, after: 10 },
    })
    expect(result.lower).toBeLessThan(level - 1)
    expect(result.upper).toBeGreaterThan(level - 1)
  })

  test('just beside the goal no number of jobs would decide; a little further off, the needed number is said', () => {
    expect(only(phase(0.8, [GOAL])).moreJobs).toBe(Infinity)
    const runs = Array.from({ length: 23 }, (_, position) =>
      stored(position, [latency(100 * (position < 20 ? 1 : 0.778) * at(position) ** 4, { sampleCount: 5000 })]),
    )
    const open = only(phaseFrom(runs, [GOAL], 20))
    expect(open).toMatchObject({ verdict: 'cannot-tell', changeRatio: expect.closeTo(-0.22, 1) })
    expect(open.moreJobs).toBe(17)
  })
})

test('a goal for more throughput is reached by a rise, and missed by a smaller one', () => {
  const more = (changeRatio: number): Goal => ({ metric: 'http_reqs', stat: 'rate', changeRatio })
  expect(only(phase(0.8, [more(0.15)])).verdict).toBe('reached')
  expect(only(phase(0.8, [more(0.4)])).verdict).toBe('missed')
})

test('with one job at the later end nothing is proven, however large the change', () => {
  expect(only(phase(0.5, [GOAL], { jobs: 1 }))).toMatchObject({
    verdict: 'cannot-tell',
    moreJobs: null,
    reason: saying(/^Fewer than 3 jobs/),
  })
})

test('bounds are only said where the noise was measured', () => {
  const runs = [stored(0, [latency(100, { sampleCount: 5000 })]), stored(1, [latency(70, { sampleCount: 5000 })])]
  expect(only(phaseFrom(runs, [GOAL], 1))).toMatchObject({
    changeRatio: expect.closeTo(-0.3, 5),
    lower: null,
    upper: null,
  })
  expect(phaseFrom(runs, [], 1).services[0]?.changes).toEqual([
    expect.objectContaining({ before: 100, after: 70, lower: null, upper: null }),
  ])
})

test('a percentile of too few requests proves nothing', () => {
  const runs = Array.from({ length: 20 }, (_, position) =>
    stored(position, [latency((position < 10 ? 100 : 50) * at(position), { sampleCount: 30 })]),
  )
  expect(only(phaseFrom(runs, [GOAL]))).toMatchObject({
    verdict: 'cannot-tell',
    reason: saying(/Only 30 requests/),
  })
})

test('a share and a metric that nobody stored say why there is no answer', () => {
  expect(only(phase(0.7, [{ metric: 'http_req_failed', stat: 'rate', changeRatio: -0.5 }]))).toMatchObject({
    verdict: 'cannot-tell',
    reason: saying('A share has no relative change, so a goal cannot be compared with it.'),
  })
  expect(only(phase(0.7, [{ metric: 'cpu_per_request', stat: 'avg', changeRatio: -0.1 }]))).toMatchObject({
    verdict: 'no-data',
    reason: saying('No stored run has cpu_per_request.'),
  })
})

test('another machine is not compared, and the first commit on it is proposed', () => {
  const conditions = { machine: '2 cpu', load: null, scriptHash: null, tool: null }
  const result = phase(0.5, [GOAL], { more: (position) => (position < 13 ? {} : { conditions }) })
  expect(only(result)).toMatchObject({ verdict: 'not-comparable', reason: saying(/--from c13`?$/) })
  expect(result.services[0]?.jobs).toBeNull()
})

test('each end is the level there: what came before the last change of level does not count', () => {
  const levels = [...Array(12).fill(100), ...Array(8).fill(90), ...Array(8).fill(80), ...Array(8).fill(60)]
  const runs = levels.map((level, position) => stored(position, [latency(level * at(position), { sampleCount: 5000 })]))
  const result = phaseFrom(runs, [GOAL], 20)
  expect(only(result)).toMatchObject({
    verdict: 'reached',
    before: expect.closeTo(90, 0),
    after: expect.closeTo(60, 0),
    jobs: { before: 8, after: 8 },
  })
  expect(result.services[0]?.steps.map(({ commit }) => commit)).toEqual(['c20', 'c28'])
})

test('goals of many services are judged together: what is proven alone need not be proven among twenty', () => {
  const runs = Array.from({ length: 20 }, (_, position) => {
    const level = (position < 10 ? 1 : 0.792) * at(position)
    return stored(position, [latency(100 * level, { sampleCount: 5000 })])
  })
  const policy = { ...DEFAULT_SERVICE_POLICY, goals: [GOAL] }
  const trend = serviceTrend('checkout', runs, [], policy)
  if (trend === null) throw new Error('Something is stored.')
  const judge = (services: number) =>
    phaseOf(
      Array.from({ length: services }, (_, index) => ({
        trend: { ...trend, service: `s${index}` },
        stored: runs,
        policy,
      })),
      { name: 'v1', includes: ({ commit }) => Number(commit.slice(1)) < 10 },
      { name: 'now', includes: () => true },
    ).services.flatMap(({ results }) => results.map(({ verdict }) => verdict))
  expect(judge(1)).toEqual(['reached'])
  expect(new Set(judge(40))).toEqual(new Set(['cannot-tell']))
})

test('the first sentence counts the goals, and an average over services comes with its range', () => {
  const both = phase(0.7, [GOAL, { metric: 'cpu_per_request', stat: 'avg', changeRatio: -0.1 }])
  expect(phaseStatement(both)).toBe('1 of 2 goals reached and 1 no data. 1 of 1 service measured at both ends.')
  expect(phaseStatement(phase(0.7, []))).toBe('The policy has no goals. 1 of 1 service measured at both ends.')
  expect(spreadText(GOAL, both)).toMatch(
    /^-30\.\d % as a geometric mean \(-30\.\d % to -30\.\d %\), over 1 of 1 service$/,
  )
})

test('JSON has no number that JSON cannot hold', () => {
  const { goals } = phaseJson(phase(0.8, [GOAL]))
  expect(goals).toEqual([
    expect.objectContaining({
      service: 'checkout',
      metric: 'http_req_duration',
      stat: 'p95',
      goal: -0.2,
      verdict: 'cannot-tell',
      moreJobs: null,
      tooNear: true,
    }),
  ])
})

/** 400 phases a row, always the same ones: 5 % of them are 20. */
test.each([
  [20, 20, 0.04],
  [5, 5, 0.04],
  [20, 10, 0.08],
] as const)(
  'a true -20 %% is called "reached" in at most 5 %% of phases (%d and %d jobs, noise %d)',
  (jobsBefore, jobsAfter, noiseSd) => {
    const words = simulate({ trueChange: -0.2, noiseSd, jobsBefore, jobsAfter }, 400, 20)
    expect(words.get('reached') ?? 0).toBeLessThanOrEqual(20)
    expect(words.get('missed') ?? 0).toBeLessThanOrEqual(20)
  },
)

test('of eight services whose truth is the goal itself, at most 5 % of reports call any reached', () => {
  let wrong = 0
  for (let report = 0; report < 100; report += 1) {
    const words = simulate({ trueChange: -0.2, noiseSd: 0.04, jobsBefore: 8, jobsAfter: 8, services: 8 }, 1, report)
    if (words.has('reached')) wrong += 1
  }
  expect(wrong).toBeLessThanOrEqual(5)
})

test('a true -25 % is mostly proven with five jobs, a true -15 % is proven to be missed with ten', () => {
  const better = simulate({ trueChange: -0.25, noiseSd: 0.04, jobsBefore: 5, jobsAfter: 5 }, 150, 1)
  expect((better.get('reached') ?? 0) / 150).toBeGreaterThan(0.5)
  const short = simulate({ trueChange: -0.15, noiseSd: 0.04, jobsBefore: 10, jobsAfter: 10 }, 150, 1)
  expect((short.get('missed') ?? 0) / 150).toBeGreaterThan(0.85)
})

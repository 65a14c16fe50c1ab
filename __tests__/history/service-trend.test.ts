import { expect, test } from '@jest/globals'
import { serviceTrend } from '../../src/history/service-trend.ts'
import type { StoredRun } from '../../src/model/baseline.ts'
import type { ServiceTrend } from '../../src/model/history.ts'
import { DEFAULT_SERVICE_POLICY } from '../../src/policy/default-policy.ts'
import { mark, stored, throughput } from '../statistics/runs.ts'
import { anOwedEntry } from '../storage/stored-runs.ts'
import { sampleLedger, sampleServices } from './sample.ts'

const COMMITS = Array.from({ length: 60 }, (_, index) => String(index).padStart(40, 'c'))

function trendOf(runs: readonly StoredRun[], ledger = sampleLedger(COMMITS)): ServiceTrend {
  const trend = serviceTrend('checkout', runs, ledger, DEFAULT_SERVICE_POLICY)
  if (trend === null) throw new Error('Something is stored.')
  return trend
}

const checkout = trendOf(sampleServices(COMMITS).get('checkout') ?? [])

function p95({ series }: ServiceTrend) {
  return series.find(({ role }) => role === 'primary')
}

test('a step is found where it is, with the levels before and after it and the commits that may have made it', () => {
  expect(p95(checkout)?.steps).toEqual([
    {
      position: 30,
      previous: 29,
      before: expect.closeTo(100, 0),
      after: expect.closeTo(112, 0),
      changeRatio: expect.closeTo(0.12, 1),
      isWorse: true,
    },
  ])
  expect(checkout.suspects).toEqual([{ from: COMMITS[29], to: COMMITS[30], position: 30 }])
})

test('another machine is no step: its jobs have a level of their own, and those of now come first', () => {
  expect(checkout.conditions.map(({ machine }) => machine)).toEqual(['2 cpu', '4 cpu'])
  expect(checkout.jobs.map(({ conditions }) => conditions)).toEqual([...Array(50).fill(1), ...Array(10).fill(0)])
  expect(p95(checkout)?.levels.map(({ conditions, from, to }) => [conditions, from, to])).toEqual([
    [0, 50, 60],
    [1, 0, 30],
    [1, 30, 50],
  ])
})

test('all series of the service are there, each with one value a job', () => {
  expect(checkout.series.map(({ metric, stat, endpoint, role }) => `${role} ${metric} ${stat} ${endpoint}`)).toEqual([
    'primary http_req_duration p95 null',
    'endpoint http_req_duration p95 GET /orders',
    'endpoint http_req_duration p95 POST /orders <b>',
    'other cpu_cores value null',
    'other http_req_failed rate null',
    'other http_reqs rate null',
    'other memory value null',
  ])
  expect(checkout.series.map(({ values }) => values.filter(Number.isFinite).length)).toEqual(Array(7).fill(60))
})

test('a job without the series is a gap, and a series that only older jobs have is not lost', () => {
  const trend = trendOf([stored(0, [throughput(200)]), stored(1, 100), stored(2, 101)])
  expect(p95(trend)?.values).toEqual([null, 100, 101])
  expect(trend.series.find(({ metric }) => metric === 'http_reqs')?.values).toEqual([200, null, null])
})

test('less throughput is worse, less latency is better, and a better step has no suspects', () => {
  const steps = (values: readonly number[], of: (value: number) => Parameters<typeof stored>[1]) =>
    trendOf(
      values.map((value, index) => stored(index, of(value))),
      [],
    )
  const down = [...Array(12).fill(100), ...Array(12).fill(80)].map((value, index) => value + (index % 3) * 0.3)
  expect(
    steps(down, (value) => [throughput(value)]).series.flatMap((one) => one.steps.map(({ isWorse }) => isWorse)),
  ).toEqual([true])
  const faster = steps(down, (value) => value)
  expect(p95(faster)?.steps.map(({ isWorse }) => isWorse)).toEqual([false])
  expect(faster.suspects).toEqual([])
})

test('a commit that was recorded as slower has suspects, also where no step can be found yet', () => {
  const trend = trendOf([stored(0, 100), stored(1, 100), stored(2, 130, { mark: mark('regressed', 0.3) })], [])
  expect(trend.suspects).toEqual([{ from: 'c1', to: 'c2', position: 2 }])
})

test('a debt knows whether it was repaid', () => {
  const { service, endpoint, metric, stat, branch, recordedAt } = anOwedEntry()
  const series = { service, endpoint, metric, stat, branch }
  const owed = [anOwedEntry({ commit: 'one' }), anOwedEntry({ commit: 'two' })]
  const repaid = { kind: 'repaid', ...series, debtCommit: 'one', level: 100, commit: 'three', recordedAt } as const
  const { debts } = trendOf([stored(0, 100)], [...owed, repaid])
  expect(debts.map((debt) => [debt.commit, debt.repaid])).toEqual([
    ['one', { commit: 'three', recordedAt }],
    ['two', null],
  ])
})

test('without stored runs there is no trend', () => {
  expect(serviceTrend('checkout', [], sampleLedger(COMMITS), DEFAULT_SERVICE_POLICY)).toBeNull()
})

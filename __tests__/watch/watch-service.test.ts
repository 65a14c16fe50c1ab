import { describe, expect, test } from '@jest/globals'
import type { WatchedService } from '../../src/model/watch.ts'
import { DEFAULT_MONITORING } from '../../src/policy/default-policy.ts'
import type { InstantValue, TimeSeries } from '../../src/prometheus/query.ts'
import { messageOf } from '../../src/report/finding-text.ts'
import type { Ask } from '../../src/watch/ask.ts'
import { looksAt } from '../../src/watch/looks.ts'
import { type WatchTask, watchService } from '../../src/watch/watch-service.ts'

/* Answers that a real Prometheus gives rarely. e2e/watch-prometheus.test.ts has the usual answers of a real Prometheus. */

const T = 1_736_935_200
const [FIRST_LOOK] = looksAt(T)

const TASK: WatchTask = {
  service: 'checkout',
  label: 'checkout',
  metrics: DEFAULT_MONITORING,
  labels: { version: 'version', pod: 'pod', more: new Map() },
  objective: null,
  maxRegressionRatio: 0.05,
  maxErrorRateIncrease: 0.01,
  version: null,
  commit: null,
  deployedAtS: T,
  look: FIRST_LOOK ?? { number: 1, of: 4, minutes: 30, endsAtS: T + 2400 },
}

type Pods = Readonly<Record<string, readonly [fromMinute: number, untilMinute: number]>>

/** Three pods of each version, present from one minute to another. */
function presence(versions: Pods): readonly TimeSeries[] {
  return Object.entries(versions).flatMap(([version, [from, until]]) =>
    ['a', 'b', 'c'].map((pod) => ({
      labels: { version, pod: `${version}-${pod}` },
      points: Array.from({ length: until - from + 1 }, (_, index) => ({ t: T + (from + index) * 60, value: 1 })),
    })),
  )
}

type Buckets = Readonly<Record<string, number | null>>

/** Gives each pod of a version the same buckets. */
function counts(byVersion: Readonly<Record<string, Buckets>>): readonly InstantValue[] {
  return Object.entries(byVersion).flatMap(([version, buckets]) =>
    ['a', 'b', 'c'].flatMap((pod) =>
      Object.entries(buckets).map(([le, value]) => ({
        labels: { version, pod: `${version}-${pod}`, le: le === 'all' ? '+Inf' : le.slice(1) },
        t: T,
        value,
      })),
    ),
  )
}

const TOGETHER: Pods = { old: [-120, 40], new: [-5, 40] }
const BUCKETS = { '_0.1': 5000, '_0.25': 9000, all: 10_000 }

type Answers = Readonly<{
  pods?: Pods
  buckets?: readonly InstantValue[]
  status?: readonly InstantValue[]
  failed?: readonly InstantValue[]
}>

async function watched(answers: Answers, task: Partial<WatchTask> = {}): Promise<WatchedService> {
  const { pods = TOGETHER, buckets = counts({ old: BUCKETS, new: BUCKETS }), status = [], failed = status } = answers
  const ask: Ask = {
    range: async (query) => (query.startsWith('count by (version, pod)') ? presence(pods) : []),
    instant: async (query) => {
      if (query.includes('_bucket{')) return buckets
      if (query.includes('code=~')) return failed
      return query.includes('code!=""') ? status : []
    },
  }
  return await watchService({ ...TASK, ...task }, ask)
}

const said = ({ findings }: WatchedService): readonly string[] =>
  findings.map((finding) => messageOf({ service: null, ...finding.said }))

describe('no data', () => {
  test.each<readonly [string, Answers, string]>([
    [
      'a native histogram, which has no buckets',
      { buckets: [] },
      'The pod old-a is scraped but has no buckets. Only classic histograms can be read, not native histograms.',
    ],
    [
      'a bucket of one new pod is not a number',
      { buckets: [...counts({ old: BUCKETS }), ...counts({ new: { ...BUCKETS, '_0.25': null } })] },
      'A bucket of the histogram is not a number.',
    ],
    [
      'the new version has other buckets',
      { buckets: [...counts({ old: BUCKETS }), ...counts({ new: { '_0.2': 8000, all: 10_000 } })] },
      'The two versions have no bucket in common. Give the histogram a bucket that about 10 % of the requests exceed.',
    ],
    [
      'the new version gets too few requests',
      { buckets: [...counts({ old: BUCKETS }), ...counts({ new: { '_0.1': 5, '_0.25': 9, all: 10 } })] },
      'Too little traffic: the new version got 30 requests, and 1000 are needed.',
    ],
    [
      'the count of requests with a status is not a number',
      { status: [{ labels: { version: 'new' }, t: T, value: null }] },
      'The count of requests is not a number.',
    ],
    [
      'the next version came before the first look ended',
      { pods: { ...TOGETHER, newer: [25, 40] } },
      'The next version came 25 minutes after this one, before it could be judged.',
    ],
    [
      'Prometheus has no series of this service or of any other',
      { pods: {} },
      'Prometheus has no series of checkout around the deployment. Prometheus has no series `http_request_duration_seconds_count` of any service. Set `monitoring.histogram` to the name of your histogram.',
    ],
  ])('%s', async (_, answers, message) => {
    const service = await watched(answers)
    expect(service).toMatchObject({ outcome: 'no-data', comparison: null })
    expect(said(service)).toEqual([message])
  })

  test('only a reason that a later look may remove is marked', async () => {
    const few = counts({ old: BUCKETS, new: { '_0.1': 5, '_0.25': 9, all: 10 } })
    expect((await watched({ buckets: few })).mayComeLater).toBe(true)
    expect((await watched({ buckets: [] })).mayComeLater).toBe(false)
  })

  test('an unexpected error is thrown and is not reported as missing data', async () => {
    const ask: Ask = { range: () => Promise.reject(new TypeError('x')), instant: async () => [] }
    await expect(watchService(TASK, ask)).rejects.toThrow(TypeError)
  })
})

describe('judged', () => {
  test('equal sides pass, and the report names the change that would not have been seen', async () => {
    const service = await watched({})
    expect(service).toMatchObject({ outcome: 'pass', findings: [] })
    expect(service.comparison?.visibleRatio).toBeGreaterThan(0.01)
    expect(service.comparison?.changeRatio).toBeCloseTo(0, 10)
  })

  test('a proven slowdown within the limit is a warning', async () => {
    const slower = counts({ old: BUCKETS, new: { '_0.1': 4000, '_0.25': 8700, all: 10_000 } })
    expect(await watched({ buckets: slower }, { maxRegressionRatio: 0.5 })).toMatchObject({ outcome: 'warn' })
    const service = await watched({ buckets: slower })
    expect(service.outcome).toBe('fail')
    expect(said(service)[0]).toMatch(
      /^About \d+\.\d % slower \(limit 5 %\): 13 % of the requests take longer than 250\.0 ms \(before: 10 %\)\.$/,
    )
  })

  test('an objective that was already broken before the deployment is a warning', async () => {
    const objective = { boundMs: 250, withinRatio: 0.9999, maxErrorRatio: 0.01, minRatePerS: 0.1 }
    const service = await watched({}, { objective })
    expect(service.outcome).toBe('warn')
    expect(said(service)).toEqual([
      '10 % of the requests take longer than 250.0 ms (already before the deployment: 10 %, objective: at most 0.01 %).',
    ])
  })

  const failures = (byVersion: Readonly<Record<string, number>>) =>
    Object.entries(byVersion).map(([version, value]) => ({ labels: { version }, t: T, value }))

  test.each([
    ['half a percentage point more', 230, 80, 'pass'],
    ['two points more', 700, 80, 'fail'],
    ['two points fewer', 80, 700, 'pass'],
  ])('%s failed requests', async (_, current, old, outcome) => {
    const status = failures({ old: 30_000, new: 30_000 })
    expect((await watched({ status, failed: failures({ old, new: current }) })).outcome).toBe(outcome)
  })

  test('without a series of errors the number of errors is 0 if the requests have a status', async () => {
    const service = await watched({ status: failures({ old: 30_000, new: 30_000 }), failed: [] })
    expect(service.comparison?.failedRatio).toEqual({ baseline: 0, candidate: 0 })
    expect(service.notes).toEqual([])
  })

  test('if no request has a status, a note says that errors are not judged', async () => {
    const service = await watched({})
    expect(service.comparison?.failedRatio).toBeNull()
    expect(messageOf({ service: null, problem: service.notes[0] ?? [] })).toContain('Errors are not judged')
  })

  test('three failures in a hundred requests are not proven to be more', async () => {
    const status = failures({ old: 30_000, new: 100 })
    expect((await watched({ status, failed: failures({ old: 80, new: 3 }) })).outcome).toBe('pass')
  })
})

import { describe, expect, test } from '@jest/globals'
import type { StoredRun } from '../../src/model/baseline.ts'
import { plainText } from '../../src/model/text.ts'
import { compareServices } from '../../src/statistics/compare-services.ts'
import { saying } from '../saying.ts'
import { comparisonOf, endpoint, evidenceOf, history, input, jobs, latency, mark, run, side, stored } from './runs.ts'

const steady = (count: number, level = 100) =>
  Array.from({ length: count }, (_, index) => level + ((index * 7) % 5) - 2)

describe('the ratchet', () => {
  test('[100, regressed 120] -> 120 passes, and the debt stays visible', () => {
    const store = [stored(0, 100), stored(1, 120, { mark: mark('regressed', 0.2) })]
    const evidence = evidenceOf({ runs: jobs([120]), store })
    expect(comparisonOf(evidence)).toMatchObject({ verdict: 'inconclusive', baseline: 120 })
    expect(comparisonOf(evidence).estimate?.changeRatio).toBe(0)
    expect(evidence.window).toMatchObject({ jobs: 1, mark: { kind: 'regressed', changeRatio: 0.2 } })
  })

  test('[100, 104] -> 108 is measured against both', () => {
    const comparison = comparisonOf(evidenceOf({ runs: jobs([108]), store: history([100, 104]) }))
    expect(comparison.verdict).toBe('unproven')
    expect(comparison.estimate?.changeRatio).toBeCloseTo(Math.sqrt(1.08 * (108 / 104)) - 1, 12)
  })

  test('the newest mark counts, and the runs after it belong to its window', () => {
    const store = history(steady(12)).map((one, index) =>
      index === 3 || index === 8 ? { ...one, mark: mark('overridden', 0.08) } : one,
    )
    expect(evidenceOf({ runs: jobs([100]), store }).window).toMatchObject({ jobs: 4, mark: { kind: 'overridden' } })
  })
})

describe('a mark that the next push takes back', () => {
  const marked = (kind: 'regressed' | 'overridden', back: number) =>
    history([...steady(12), 150, 150 * (1 + back), ...steady(3)]).map((one, index) => {
      if (index === 12) return { ...one, mark: mark(kind, 0.5) }
      return index === 13 ? { ...one, mark: mark('improved', back) } : one
    })
  const windowOf = (store: readonly StoredRun[]) => evidenceOf({ runs: jobs([100]), store }).window

  test('is no level: an outlier throws no good jobs away', () => {
    expect(windowOf(marked('regressed', -1 / 3))).toMatchObject({ jobs: 17, mark: null })
  })

  test('is one where only a part comes back, or a person decided it', () => {
    expect(windowOf(marked('regressed', -0.15))).toMatchObject({ mark: { kind: 'improved' } })
    expect(windowOf(marked('overridden', -1 / 3))).toMatchObject({ jobs: 4, mark: { kind: 'improved' } })
  })

  test('the mark before it counts', () => {
    const store = marked('regressed', -1 / 3).map((one, index) =>
      index === 4 ? { ...one, mark: mark('overridden', 0.08) } : one,
    )
    expect(windowOf(store)).toMatchObject({ jobs: 13, mark: { kind: 'overridden' } })
  })
})

describe('the window', () => {
  test('holds at most 20 jobs, and all runs of each', () => {
    const store = steady(30).flatMap((value, index) => [
      stored(index, value),
      stored(index, value + 1, { runNumber: 2 }),
    ])
    const evidence = evidenceOf({ runs: jobs([100]), store })
    expect(evidence.window).toMatchObject({ jobs: 20, runs: 40, commit: 'c29', commitsBehind: null })
    expect(evidence.window?.newestRecordedAt).toBe('2026-01-30T00:00:00.000Z')
    expect(comparisonOf(evidence).runs).toEqual({ baseline: 20, candidate: 1 })
    expect(evidence.baselineRuns).toHaveLength(40)
  })

  test('starts where the second primary stepped, too', () => {
    const store = history(
      steady(16).map((value, index) => [
        latency(value, {
          stats: new Map([
            ['p95', value],
            ['p99', index < 10 ? value * 2 : value * 3],
          ]),
        }),
      ]),
    )
    const primary = ['p95', 'p99'].map((stat) => ({ metric: 'http_req_duration', stat }))
    expect(evidenceOf({ runs: jobs([100]), store }).window?.jobs).toBe(16)
    expect(evidenceOf({ runs: jobs([100]), store, policy: { primary } }).window?.jobs).toBe(6)
  })

  test('an endpoint that stepped by itself is compared with its own newest level', () => {
    const content = (value: number, step: number) => [latency(value), endpoint('GET /', value * step)]
    const store = history(steady(16).map((value, index) => content(value, index < 10 ? 1 : 1.3)))
    const evidence = evidenceOf({ runs: jobs([content(100, 1.3)]), store })
    expect(comparisonOf(evidence).runs.baseline).toBe(16)
    expect(comparisonOf(evidence, { endpoint: 'GET /' })).toMatchObject({ verdict: 'unchanged', runs: { baseline: 6 } })
  })
})

test('a weak step of one endpoint of many is taken for chance, a clear one is not', () => {
  const noise = [100, 101, 99, 100, 102, 98, 101, 100, 99, 101, 100, 98, 102, 100, 99, 101]
  const jobsCompared = (step: number) => {
    const store = history(noise.map((p95, index) => [latency(100), endpoint('GET /', index < 10 ? p95 : p95 * step)]))
    const evidence = evidenceOf({ runs: jobs([[latency(100), endpoint('GET /', 100)]]), store })
    return comparisonOf(evidence, { endpoint: 'GET /' }).runs.baseline
  }
  // The same step of a primary is found from 3 % on.
  expect([jobsCompared(1.03), jobsCompared(1.04), jobsCompared(1.05)]).toEqual([16, 16, 6])
  const alone = history(noise.map((p95, index) => (index < 10 ? p95 : p95 * 1.04)))
  expect(evidenceOf({ runs: jobs([100]), store: alone }).window?.jobs).toBe(6)
})

test('stored jobs that are compared count once: 19 degrees of freedom for one job against 20', () => {
  const { estimate } = comparisonOf(evidenceOf({ runs: jobs([103]), store: history(steady(20)) }))
  const { upper = 0, changeRatio = 0, noiseRatio = 0 } = estimate ?? {}
  const standardError = noiseRatio * Math.sqrt(Math.PI / 3) * Math.sqrt(1 + 1 / 20)
  // qt(.95, 19) in R.
  expect((Math.log1p(upper) - Math.log1p(changeRatio)) / standardError).toBeCloseTo(1.729132812, 6)
})

describe('the anchor', () => {
  const commits = ['c3', 'c2', 'c1', 'c0', 'older']

  test('only stored commits at or before it count', () => {
    const store = history([100, 101, 99, 100, 200, 200])
    const evidence = evidenceOf({ runs: jobs([100]), store, ancestry: { anchor: 'c3', commits } })
    expect(evidence.window).toMatchObject({ jobs: 4, commit: 'c3', commitsBehind: 0 })
    expect(comparisonOf(evidence).baseline).toBe(100)
  })

  test('the order of the history counts, not the order of recording', () => {
    const [c0, c1, c2, c3] = history([100, 101, 102, 103])
    const store = [c3, c0, c2, c1].filter((one) => one !== undefined)
    const evidence = evidenceOf({ runs: jobs([100]), store, ancestry: { anchor: 'c3', commits } })
    expect(evidence.window?.commit).toBe('c3')
    expect(evidence.baselineRuns.map(({ testedCommit }) => testedCommit)).toEqual(['c0', 'c1', 'c2', 'c3'])
  })

  test('the newest stored commit may lie behind it', () => {
    const ancestry = { anchor: 'new', commits: ['new', 'newer', ...commits] }
    expect(evidenceOf({ runs: jobs([100]), store: history([100]), ancestry }).window).toMatchObject({
      commit: 'c0',
      commitsBehind: 5,
    })
  })

  test('a known service with nothing at or before it has no usable baseline', () => {
    const evidence = evidenceOf({ runs: jobs([100]), store: history([100]), ancestry: { anchor: 'x', commits: ['x'] } })
    expect(evidence).toMatchObject({ known: true, baselineState: 'unusable', design: 'none', window: null })
    expect(comparisonOf(evidence)).toMatchObject({ verdict: 'new', baseline: null, candidate: 100 })
  })

  test('a service that is only stored after it is not missed', () => {
    expect(compareServices(input({ store: history([100]), ancestry: { anchor: 'x', commits: ['x'] } }))).toEqual([])
  })
})

describe('conditions', () => {
  const on = (machine: string, script = 's1') => ({
    conditions: { machine, load: null, scriptHash: script, tool: 'k6 v2' },
  })

  test('a changed script is not compared, whatever the numbers say', () => {
    const store = [0, 1, 2].map((index) => stored(index, 100, on('small', 'aaa')))
    const evidence = evidenceOf({ runs: [run(300, { jobId: 'x', ...on('small', 'bbb') })], store })
    expect(evidence.design).toBe('none')
    expect(evidence.differences).toEqual([
      {
        kind: 'changed-script',
        message: saying('Not compared, because the load script changed: aaa before, bbb now.'),
        change: saying('aaa before, bbb now'),
      },
    ])
    expect(comparisonOf(evidence)).toMatchObject({
      verdict: 'not-comparable',
      candidate: 300,
      reason: saying('Not compared, because the load script changed: aaa before, bbb now.'),
    })
  })

  test('every condition that changed is named, and unknown equals only unknown', () => {
    const before = { conditions: { machine: 'small', load: 'l1', scriptHash: 'a'.repeat(64), tool: 'k6 v1' } }
    const now = { conditions: { machine: null, load: 'l2', scriptHash: 'a'.repeat(64), tool: 'k6 v2' } }
    const evidence = evidenceOf({ runs: [run(100, { side: 'baseline', ...before }), run(100, now)] })
    expect(evidence.differences.map(({ kind }) => kind)).toEqual(['changed-load', 'changed-machine', 'changed-tool'])
    expect(plainText(evidence.differences[1]?.message ?? [])).toContain(
      'the machine is known on one side only: small before, unknown now.',
    )
  })

  test('stored runs of other conditions are passed over', () => {
    const store = [stored(0, 100, on('small')), stored(1, 200, on('large')), stored(2, 101, on('small'))]
    const evidence = evidenceOf({ runs: [run(100, { jobId: 'x', ...on('small') })], store })
    expect(evidence.window).toMatchObject({ jobs: 2, commit: 'c2' })
    expect(evidence.differences).toEqual([])
  })

  test('one run of three on another machine: the others are compared, and the difference is told', () => {
    const store = [0, 1, 2, 3].map((index) => stored(index, 100, on('small')))
    const runs = ['small', 'huge', 'small'].map((machine, index) =>
      run(machine === 'huge' ? 50 : 110, { jobId: `x${index}`, ...on(machine) }),
    )
    const evidence = evidenceOf({ runs, store })
    expect(evidence.candidateRuns).toHaveLength(3)
    expect(comparisonOf(evidence)).toMatchObject({ verdict: 'unproven', runs: { candidate: 2 }, candidate: 110 })
    expect(evidence.differences).toEqual([
      {
        kind: 'changed-machine',
        message: saying('1 of 3 runs not compared, because the machine changed: small before, huge now.'),
        change: saying('small before, huge now'),
      },
    ])
  })

  test('two classes of machines are not mixed: the class of most candidate runs is compared', () => {
    const store = [0, 1, 2, 3].map((index) => stored(index, index < 2 ? 100 : 200, on(index < 2 ? 'small' : 'large')))
    const runs = ['small', 'large', 'large'].map((machine, index) => run(200, { jobId: `x${index}`, ...on(machine) }))
    const evidence = evidenceOf({ runs, store })
    expect(comparisonOf(evidence)).toMatchObject({ baseline: 200, runs: { baseline: 2, candidate: 2 } })
    expect(evidence.notes.map(plainText)).toEqual([
      'Left out: 1 run was measured under other conditions than most. Run all of them on the same class of machine.',
    ])
  })

  test('pairs under different conditions are no pairs', () => {
    const runs = [
      ...side('baseline', [100, 100, 100], { jobId: 'one', ...on('small', 'old') }),
      ...side('candidate', [90, 90, 90], { jobId: 'one', ...on('small', 'new') }),
    ]
    expect(evidenceOf({ origin: 'same-results', runs }).differences[0]?.kind).toBe('changed-script')
  })
})

describe('where the baseline comes from', () => {
  const lookups = {
    'never-written': { kind: 'never-written', place: 'p' },
    unreadable: { kind: 'unreadable', place: 'p', file: 'f', problem: ['x'] },
    'unknown-service': { kind: 'found', place: 'p', services: new Map<string, readonly StoredRun[]>() },
  } as const

  test.each([
    ['never-written', 'new'],
    ['unreadable', 'invalid'],
    ['unknown-service', 'new'],
  ] as const)('%s: %s', (state, verdict) => {
    const evidence = evidenceOf({ runs: jobs([100]), lookup: lookups[state] })
    expect(evidence).toMatchObject({ baselineState: state, design: 'none', known: false, baselineRuns: [] })
    expect(comparisonOf(evidence).verdict).toBe(verdict)
  })

  test('the same results win over the store', () => {
    const runs = [run(100, { side: 'baseline' }), run(101)]
    expect(evidenceOf({ origin: 'same-results', runs, store: history([500]) })).toMatchObject({
      baselineState: 'used',
      window: null,
      known: true,
    })
  })

  test('a stored service that this change did not measure is missing', () => {
    const evidence = evidenceOf({ store: history([100, 101]) })
    expect(evidence).toMatchObject({ known: true, baselineState: 'used', candidateRuns: [], design: 'none' })
    expect(comparisonOf(evidence)).toMatchObject({ verdict: 'missing', candidate: null, baseline: 100.5 })
  })
})

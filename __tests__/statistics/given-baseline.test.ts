import { describe, expect, test } from '@jest/globals'
import type { Measurement } from '../../src/model/measurement.ts'
import type { IdentifiedRun, SetupSamples } from '../../src/model/run.ts'
import { comparisonOf, endpoint, evidenceOf, history, latency, run, side, throughput } from './runs.ts'

/* A baseline that is there is compared, or it is said why it was not. It is never quietly new. */

const averageOnly = (name: string | null = null) => latency(0, { endpoint: name, stats: new Map([['avg', 80]]) })

describe('a baseline without the gated number', () => {
  test('in a store is not comparable', () => {
    const evidence = evidenceOf({ runs: [run(100)], store: history([[throughput(9)], [averageOnly()]]) })
    expect(comparisonOf(evidence)).toMatchObject({ verdict: 'not-comparable', runs: { baseline: 0, candidate: 1 } })
    expect(evidence.differences).toEqual([])
  })

  test('in some of its runs is compared with its other runs', () => {
    const runs = [...side('baseline', [100, [averageOnly()], 101]), ...side('candidate', [150, 151, 150])]
    expect(comparisonOf(evidenceOf({ runs }))).toMatchObject({ verdict: 'unproven', runs: { baseline: 2 } })
  })

  test('for an endpoint that it has is not comparable', () => {
    const runs = side('baseline', [[latency(100), averageOnly('/login')]])
    const evidence = evidenceOf({ runs: [...runs, run([latency(100), endpoint('/login', 150)])] })
    expect(comparisonOf(evidence, { endpoint: '/login' })).toMatchObject({ verdict: 'not-comparable' })
  })

  test('and without the whole endpoint: the endpoint is new', () => {
    const runs = [...side('baseline', [[latency(100)]]), run([latency(100), endpoint('/login', 150)])]
    expect(comparisonOf(evidenceOf({ runs }), { endpoint: '/login' })).toMatchObject({ verdict: 'new' })
  })
})

describe('pairs of one folder, of which one side does not say where it was measured', () => {
  const known = { machine: 'm1', load: '10/s', scriptHash: 'abc', tool: 'k6 v2' }
  const unknown = { machine: null, load: null, scriptHash: null, tool: null }
  const pairs = (before: readonly Partial<IdentifiedRun>[], now: readonly Partial<IdentifiedRun>[]) => [
    ...before.map((one, index) => run(100, { side: 'baseline', runNumber: index + 1, conditions: unknown, ...one })),
    ...now.map((one, index) => run(130, { runNumber: index + 1, conditions: unknown, ...one })),
  ]
  const judged = (runs: readonly IdentifiedRun[]) => evidenceOf({ origin: 'same-results', runs })
  const stamped = { conditions: known, jobId: 'job-1' }

  test.each([
    ['the candidate is stamped', [{}, {}, {}], [stamped, stamped, stamped]],
    ['the baseline is stamped', [stamped, stamped, stamped], [{}, {}, {}]],
    ['one run is stamped', [{}, stamped, {}], [{}, {}, {}]],
    [
      'one side knows its machine, the other its load',
      [
        { conditions: { ...unknown, machine: 'm1' } },
        { conditions: { ...unknown, machine: 'm1' } },
        { conditions: { ...unknown, machine: 'm1' } },
      ],
      [
        { conditions: { ...unknown, load: '10/s' } },
        { conditions: { ...unknown, load: '10/s' } },
        { conditions: { ...unknown, load: '10/s' } },
      ],
    ],
  ])('%s: three pairs', (_, before, now) => {
    const evidence = judged(pairs(before, now))
    expect(evidence).toMatchObject({ design: 'pairs', differences: [] })
    expect(comparisonOf(evidence).verdict).toBe('regressed')
  })

  test('what the runs say of themselves is left as it is', () => {
    expect(judged(pairs([{}], [stamped])).baselineRuns[0]).toMatchObject({ jobId: null, conditions: unknown })
  })

  test('two known machines stay different', () => {
    const evidence = judged(pairs([{ conditions: { ...known, machine: 'm2' } }], [stamped]))
    expect(evidence.differences).toMatchObject([{ kind: 'changed-machine' }])
    expect(comparisonOf(evidence).verdict).toBe('not-comparable')
  })

  test('in two folders, unknown is different from known', () => {
    const evidence = evidenceOf({ runs: pairs([{}], [stamped]) })
    expect(comparisonOf(evidence).verdict).toBe('not-comparable')
  })
})

describe('requests of setup()', () => {
  const counting = (setupSamples: SetupSamples | null, p95: number, changes = {}): IdentifiedRun => {
    const plain = run([latency(p95)] satisfies Measurement[], changes)
    return setupSamples === null ? plain : { ...plain, run: { ...plain.run, setupSamples } }
  }
  const verdictOf = (before: SetupSamples | null, now: SetupSamples | null) => {
    const evidence = evidenceOf({ runs: [counting(before, 100, { side: 'baseline' }), counting(now, 900)] })
    return [comparisonOf(evidence).verdict, ...evidence.differences.map(({ kind }) => kind)]
  }

  test.each([
    ['counted', 'left-out'],
    ['left-out', 'counted'],
  ] as const)('%s before, %s now: other requests', (before, now) => {
    expect(verdictOf(before, now)).toEqual(['not-comparable', 'changed-population'])
  })

  test.each([
    ['counted', 'counted'],
    ['left-out', 'left-out'],
    ['none', 'counted'],
    ['left-out', 'none'],
    [null, 'counted'],
    ['left-out', null],
  ] as const)('%s before, %s now: compared', (before, now) => {
    expect(verdictOf(before, now)).toEqual(['unproven'])
  })

  test('a store that has both: compared with what counts the same', () => {
    const store = history([100, 100, 100, 100]).map((one, index) => ({
      ...one,
      run: {
        ...one.run,
        run: { ...one.run.run, setupSamples: index < 2 ? ('counted' as const) : ('left-out' as const) },
      },
    }))
    const evidence = evidenceOf({ runs: [counting('left-out', 150, { jobId: 'now' })], store })
    expect(comparisonOf(evidence)).toMatchObject({ verdict: 'unproven', runs: { baseline: 2, candidate: 1 } })
    expect(evidence.differences).toEqual([])
  })
})

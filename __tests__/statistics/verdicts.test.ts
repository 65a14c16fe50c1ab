import { describe, expect, test } from '@jest/globals'
import { plainText } from '../../src/model/text.ts'
import { compareServices } from '../../src/statistics/compare-services.ts'
import { saying } from '../saying.ts'
import {
  compareRuns,
  comparisonOf,
  endpoint,
  evidenceOf,
  failedShare,
  history,
  input,
  jobs,
  latency,
  run,
  side,
  stored,
  throughput,
} from './runs.ts'

const percent = (ratio: number | null | undefined) => (ratio == null ? undefined : Math.round(ratio * 1e4) / 100)

describe('one run against one run, nothing known of the noise', () => {
  test.each([
    [94, 'inconclusive', -6],
    [100, 'inconclusive', 0],
    [102, 'inconclusive', 2],
    [104.9, 'inconclusive', 4.9],
    [105, 'inconclusive', 5],
    [105.0001, 'unproven', 5],
    [106, 'unproven', 6],
    [113.6, 'unproven', 13.6],
    [150, 'unproven', 50],
    [92.5, 'inconclusive', -7.5],
    [91.9, 'unchanged', -8.1],
    [85, 'unchanged', -15],
  ])('100 -> %d is %s', (candidate, verdict, change) => {
    const comparison = compareRuns([100], [candidate])
    expect(comparison.verdict).toBe(verdict)
    expect(percent(comparison.estimate?.changeRatio)).toBe(change)
    expect(comparison.estimate).toMatchObject({ noiseSource: 'assumed', noiseRatio: 0.05, confidence: 0.95 })
    // Nothing is proven on a noise that nobody measured.
    expect(comparison.estimate).toMatchObject({ detectableRatio: null, unprovable: 'assumed-noise' })
    expect(comparison.estimate?.runsNeeded).toBe(11)
  })

  test('the design is single', () => {
    expect(evidenceOf({ runs: [run(100, { side: 'baseline' }), run(106)] })).toMatchObject({
      design: 'single',
      baselineState: 'used',
      known: false,
      notes: [],
      differences: [],
    })
  })

  test('a p95 of few requests is less certain than the assumed noise', () => {
    const few = (p95: number) =>
      latency(p95, {
        stats: new Map([
          ['p90', p95 * 0.6],
          ['p95', p95],
        ]),
        sampleCount: 400,
      })
    const runs = [run([few(100)], { side: 'baseline' }), run([few(114)])]
    // 1.6 * 6.28856 * 0.4 / sqrt(400)
    expect(comparisonOf(evidenceOf({ runs })).estimate?.noiseRatio).toBeCloseTo(0.20123, 5)
    expect(comparisonOf(evidenceOf({ runs })).verdict).toBe('unproven')
  })
})

describe('n runs against n runs', () => {
  test.each([
    ['regressed', [200, 204, 196], [221, 219, 226]],
    ['unproven', [200, 240, 190], [212, 225, 249]],
    ['slower', [200, 202, 198], [206, 208, 205]],
    ['unchanged', [200, 202, 198], [201, 203, 199]],
    ['improved', [200, 202, 198], [190, 188, 191]],
    ['inconclusive', [200, 240, 190], [205, 236, 201]],
  ] as const)('%s', (verdict, baseline, candidate) => {
    const comparison = compareRuns(baseline, candidate)
    expect(comparison.verdict).toBe(verdict)
    expect(comparison.runs).toEqual({ baseline: 3, candidate: 3 })
    expect(comparison.estimate?.noiseSource).toBe('these-runs')
  })

  test('two runs per side are read with the assumed noise', () => {
    expect(compareRuns([100, 101], [107, 106]).estimate?.noiseSource).toBe('assumed')
  })

  test('values compared are the medians', () => {
    expect(compareRuns([200, 204, 196], [221, 219, 226])).toMatchObject({ baseline: 200, candidate: 221 })
  })
})

describe('pairs', () => {
  const pairs = (baseline: readonly number[], candidate: readonly number[]) =>
    evidenceOf({
      origin: 'same-results',
      runs: [...side('baseline', baseline, { jobId: 'one' }), ...side('candidate', candidate, { jobId: 'one' })],
    })

  test('a shared slow moment does not hide a change', () => {
    const evidence = pairs([100, 150, 90, 120, 200], [107, 161, 96, 129, 213])
    expect(evidence.design).toBe('pairs')
    expect(comparisonOf(evidence)).toMatchObject({ verdict: 'regressed', runs: { baseline: 5, candidate: 5 } })
  })

  test.each([
    [5, 'pairs'],
    [4, 'pairs'],
    [3, 'pairs'],
    [2, 'runs'],
    [1, 'single'],
  ])('%d pairs are compared as %s', (count, design) => {
    const evidence = pairs([100, 150, 90, 120, 200].slice(0, count), [107, 161, 96, 129, 213].slice(0, count))
    expect(evidence.design).toBe(design)
    expect(comparisonOf(evidence).estimate?.noiseSource).toBe(count < 3 ? 'assumed' : 'these-runs')
  })

  test('one outlier among four pairs does not move the estimate: it is their median', () => {
    expect(percent(comparisonOf(pairs([100, 100, 100, 100], [101, 101, 101, 140])).estimate?.changeRatio)).toBe(1)
  })

  test('runs without a partner are named', () => {
    const evidence = pairs([100, 100, 100], [101, 101, 101, 101])
    expect(comparisonOf(evidence).runs).toEqual({ baseline: 3, candidate: 3 })
    expect(evidence.notes.map(plainText)).toEqual([
      'Left out: 1 run that has no partner with the same number on the other side. A run that is lost is often the slowest one, and without it that side looks faster than it is.',
    ])
  })

  test('no run is in two pairs, even where numbers were given twice', () => {
    const twice = (side: 'baseline' | 'candidate') =>
      [100, 110, 300].map((p95, index) =>
        run(p95, {
          side,
          runNumber: Math.min(index + 1, 2),
          jobId: 'one',
          source: { ...run(0).source, path: `${side}/${index}` },
        }),
      )
    const evidence = evidenceOf({ origin: 'same-results', runs: [...twice('baseline'), ...twice('candidate')] })
    expect(comparisonOf(evidence)).toMatchObject({ verdict: 'unchanged', estimate: { changeRatio: 0 } })
  })

  test('the same number in two jobs is two pairs', () => {
    const twice = ['one', 'two'].flatMap((jobId) => [
      ...side('baseline', [100, 100], { jobId }),
      ...side('candidate', [101, 101], { jobId }),
    ])
    const evidence = evidenceOf({ origin: 'same-results', runs: twice })
    expect(evidence.design).toBe('pairs')
    expect(comparisonOf(evidence).runs).toEqual({ baseline: 4, candidate: 4 })
  })
})

describe('the job is the unit', () => {
  const jobRuns = (which: 'baseline' | 'candidate', jobId: string, values: readonly number[]) =>
    side(which, values, { jobId })

  test('one job per side is one against one, whatever the number of its runs', () => {
    const runs = [...jobRuns('baseline', 'a', [100, 101, 99]), ...jobRuns('candidate', 'b', [108, 109, 107])]
    const evidence = evidenceOf({ origin: 'same-results', runs })
    expect(evidence.design).toBe('single')
    expect(comparisonOf(evidence)).toMatchObject({ verdict: 'unproven', runs: { baseline: 1, candidate: 1 } })
    expect(evidence.notes.map(plainText)[0]).toContain('Each side ran on one machine of its own')
  })

  test('three jobs per side are three against three', () => {
    const runs = [
      ...['a', 'b', 'c'].flatMap((jobId) => jobRuns('baseline', jobId, [100, 101])),
      ...['d', 'e', 'f'].flatMap((jobId) => jobRuns('candidate', jobId, [108, 109])),
    ]
    const evidence = evidenceOf({ origin: 'same-results', runs })
    expect(evidence.design).toBe('jobs')
    expect(comparisonOf(evidence)).toMatchObject({ verdict: 'regressed', runs: { baseline: 3, candidate: 3 } })
  })

  test('only one shared machine of two does not make runs independent', () => {
    const runs = [
      ...jobRuns('baseline', 'a', [100, 100]),
      ...jobRuns('baseline', 'b', [100, 100]),
      ...side('candidate', [100, 100], { jobId: 'a' }).map((one) => ({ ...one, runNumber: one.runNumber + 7 })),
    ]
    expect(evidenceOf({ origin: 'same-results', runs }).design).toBe('jobs')
  })

  test('candidate runs of one job against stored jobs are one unit', () => {
    const candidate = side('candidate', [107, 108, 109], { jobId: 'today' })
    const evidence = evidenceOf({ runs: candidate, store: history([100, 101, 99, 100, 102, 98, 101, 100]) })
    expect(evidence.design).toBe('jobs')
    expect(comparisonOf(evidence)).toMatchObject({ runs: { baseline: 8, candidate: 1 } })
    // The median of all averages in twos of 107, 108, 109 (logarithms).
    expect(comparisonOf(evidence).candidate).toBeCloseTo(Math.sqrt(Math.sqrt(107 * 109) * 108), 8)
    expect(comparisonOf(evidence).estimate?.noiseSource).toBe('history')
  })

  test('stored runs of unknown jobs are one job a commit', () => {
    const store = [0, 0, 1, 1].map((index) => stored(index, 100, { jobId: null, testedCommit: null }))
    expect(comparisonOf(evidenceOf({ runs: jobs([100]), store })).runs.baseline).toBe(2)
  })
})

describe('the order of runs on one machine', () => {
  const at = (minute: number) => new Date(Date.UTC(2026, 0, 1, 0, minute)).toISOString()
  const remarksFor = (order: string) => {
    const numbers = { A: 0, B: 0 }
    const runs = [...order].map((letter, minute) => {
      const side = letter === 'A' ? 'baseline' : 'candidate'
      numbers[letter === 'A' ? 'A' : 'B'] += 1
      return run(100, { side, runNumber: numbers[letter === 'A' ? 'A' : 'B'], jobId: 'one', startedAt: at(minute) })
    })
    return evidenceOf({ origin: 'same-results', runs }).notes.map(plainText)
  }

  test.each(['ABBAABBA', 'BAABBAAB', 'ABBABA'])('%s is fine', (order) => {
    expect(remarksFor(order)).toEqual([])
  })

  test('all of one version first', () => {
    expect(remarksFor('AAAABBBB')[0]).toMatch(/^All baseline runs came before the others/)
    expect(remarksFor('BBBAAA')[0]).toMatch(/^All candidate runs came before the others/)
  })

  test('always the same version first', () => {
    expect(remarksFor('ABABAB')[0]).toMatch(/^The baseline run always came first/)
  })
})

describe('throughput: higher is better', () => {
  const rates = (baseline: readonly number[], candidate: readonly number[]) => {
    const runs = [
      ...side(
        'baseline',
        baseline.map((rate) => [throughput(rate)]),
      ),
      ...side(
        'candidate',
        candidate.map((rate) => [throughput(rate)]),
      ),
    ]
    const policy = { primary: [{ metric: 'http_reqs', stat: 'rate' }] }
    return comparisonOf(evidenceOf({ runs, policy }), { metric: 'http_reqs', stat: 'rate' })
  }

  test.each([
    [[100, 101, 99], [90, 91, 89], 'regressed', -10],
    [[100, 101, 99], [110, 111, 109], 'improved', 10],
    [[100, 101, 99], [97, 98, 96], 'slower', -3],
    [[100], [94.9], 'unproven', -5.1],
    [[100], [95], 'inconclusive', -5],
  ] as const)('%j -> %j is %s', (baseline, candidate, verdict, change) => {
    const comparison = rates(baseline, candidate)
    expect(comparison.verdict).toBe(verdict)
    expect(percent(comparison.estimate?.changeRatio)).toBe(change)
    expect(comparison.estimate?.lower).toBeLessThan(comparison.estimate?.changeRatio ?? 0)
    expect(comparison.estimate?.upper).toBeGreaterThan(comparison.estimate?.changeRatio ?? 0)
  })

  test('the detectable change is a fall', () => {
    // SE = sqrt(pi / 3) * sqrt(2 / 3) * sd, df 4; c of detectableChangeRatio is 6.84 at t(.95 of .8 / .88 of 5 %, 4) = 2.196.
    const ratio = rates([100, 101, 99], [100, 101, 99]).estimate?.detectableRatio ?? 0
    expect(ratio).toBeGreaterThan(0.05)
    expect(ratio).toBeLessThan(0.1)
  })
})

describe('limits', () => {
  test('min-delta forgives what is small in milliseconds', () => {
    expect(compareRuns([2, 2.02, 1.98], [2.06, 2.08, 2.04], { minDelta: 1 })).toMatchObject({
      verdict: 'unchanged',
      reason: saying('The difference is smaller than min-delta.'),
      estimate: { detectableRatio: null, unprovable: 'min-delta' },
    })
  })

  test('what is over the limit is never called no change, also where min-delta forgives it', () => {
    expect(compareRuns([2, 2.02, 1.98], [2.4, 2.42, 2.38], { minDelta: 1 })).toMatchObject({
      verdict: 'inconclusive',
      reason: saying('It is over the limit, and smaller than min-delta, so it does not block.'),
    })
    expect(compareRuns([20, 20.2, 19.8], [24, 24.2, 23.8], { minDelta: 1 }).verdict).toBe('regressed')
  })

  test('a limit of 0 % allows nothing and has no number of runs that would settle it', () => {
    const comparison = compareRuns([200, 202, 198], [206, 208, 205], { maxRegressionRatio: 0 })
    expect(comparison.verdict).toBe('regressed')
    expect(comparison.estimate?.runsNeeded).toBe(Infinity)
  })

  test('an endpoint has its own limit', () => {
    const policy = { endpoints: [{ pattern: 'GET /slow', maxRegressionRatio: 0.2 }] }
    const content = (factor: number) => [
      latency(100),
      endpoint('GET /slow', 100 * factor),
      endpoint('GET /', 100 * factor),
    ]
    const evidence = evidenceOf({
      runs: [
        ...side('baseline', [content(1), content(1.01), content(0.99)]),
        ...side('candidate', [content(1.1), content(1.11), content(1.09)]),
      ],
      policy,
    })
    expect(comparisonOf(evidence, { endpoint: 'GET /slow' })).toMatchObject({ verdict: 'slower', limitRatio: 0.2 })
    expect(comparisonOf(evidence, { endpoint: 'GET /' })).toMatchObject({ verdict: 'regressed', limitRatio: 0.05 })
  })
})

describe('correction for many', () => {
  const service = (name: string, candidate: readonly number[]) => [
    ...side('baseline', [200, 204, 196], { service: name }),
    ...side('candidate', candidate, { service: name }),
  ]
  const clear = [221, 219, 226]
  const weak = [212, 207, 219]

  test('a weak regression among sixteen services is not proven, a clear one is', () => {
    const others = Array.from({ length: 14 }, (_, index) => service(`other-${index}`, [201, 203, 197])).flat()
    const alone = compareServices(input({ runs: service('weak', weak) }))
    expect(alone[0]?.comparisons[0]?.verdict).toBe('regressed')
    const all = compareServices(input({ runs: [...others, ...service('weak', weak), ...service('clear', clear)] }))
    const verdicts = new Map(all.map(({ service: name, comparisons }) => [name, comparisons[0]?.verdict]))
    expect(verdicts.get('weak')).toBe('unproven')
    expect(verdicts.get('clear')).toBe('regressed')
    // Holm: the smallest of 16 p-values counts 16 times. 0.001265698 / statistics reference row 7.
    const clearP = all.find(({ service: name }) => name === 'clear')?.comparisons[0]?.estimate?.pValue
    // Slowdowns of primaries have .8 of .88 of the error rate where there are no endpoints, the rest is for what became faster.
    expect(clearP).toBeCloseTo((16 * 0.001265698 * 0.88) / 0.8, 7)
  })

  test('all that is gated is one family: endpoints cost the primary a little, and pay most of it themselves', () => {
    const content = (p95: number) => [latency(p95), endpoint('GET /', p95), endpoint('GET /2', p95)]
    const evidence = evidenceOf({
      runs: [...side('baseline', [200, 204, 196].map(content)), ...side('candidate', [221, 219, 226].map(content))],
    })
    expect(comparisonOf(evidence).estimate?.pValue).toBeCloseTo(0.001265698 / 0.8, 8)
    expect(comparisonOf(evidence, { endpoint: 'GET /' }).estimate?.pValue).toBeCloseTo(
      (0.2 * 0.001265698) / (0.12 / 2),
      8,
    )
  })
})

describe('other series', () => {
  test('a share is compared without a ratio', () => {
    const content = (ratio: number) => [latency(100), failedShare(ratio)]
    const share = (baseline: number, candidate: number) =>
      comparisonOf(evidenceOf({ runs: [run(content(baseline), { side: 'baseline' }), run(content(candidate))] }), {
        metric: 'http_req_failed',
        stat: 'rate',
      })
    expect(share(0, 0.02)).toMatchObject({ verdict: 'inconclusive', estimate: null, limitRatio: null, role: 'other' })
    expect(share(0, 0)).toMatchObject({ verdict: 'unchanged', baseline: 0, candidate: 0 })
    expect(share(0.02, 0)).toMatchObject({ verdict: 'unchanged' })
  })

  test('two primaries are both gated and listed first', () => {
    const content = (p95: number, p99: number) => [
      latency(0, {
        stats: new Map([
          ['p95', p95],
          ['p99', p99],
        ]),
      }),
    ]
    const evidence = evidenceOf({
      runs: [run(content(100, 200), { side: 'baseline' }), run(content(100, 220))],
      policy: { primary: ['p95', 'p99'].map((stat) => ({ metric: 'http_req_duration', stat })) },
    })
    expect(evidence.comparisons.map(({ stat, role, verdict }) => [stat, role, verdict])).toEqual([
      ['p95', 'primary', 'inconclusive'],
      ['p99', 'primary', 'unproven'],
    ])
  })
})

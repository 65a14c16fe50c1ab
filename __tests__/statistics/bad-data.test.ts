import { describe, expect, test } from '@jest/globals'
import type { Measurement } from '../../src/model/measurement.ts'
import type { Refusal } from '../../src/model/run.ts'
import { plainText } from '../../src/model/text.ts'
import { compareServices } from '../../src/statistics/compare-services.ts'
import { saying } from '../saying.ts'
import {
  comparisonOf,
  endpoint,
  evidenceOf,
  history,
  input,
  jobs,
  latency,
  run,
  side,
  stored,
  throughput,
} from './runs.ts'

const unusable = (reason: string): Measurement =>
  latency(0, { stats: new Map(), unusable: new Map([['p95', [reason]]]) })

const verdictOf = (before: number | readonly Measurement[], now: number | readonly Measurement[]) => {
  const { verdict, reason } = comparisonOf(evidenceOf({ runs: [run(before, { side: 'baseline' }), run(now)] }))
  return [verdict, reason === null ? null : plainText(reason)]
}

describe('a value that cannot be a latency', () => {
  test.each([
    [0, 'it is 0'],
    [-5, 'it is -5'],
    [Number.NaN, 'it is NaN'],
    [Infinity, 'it is Infinity'],
    [1e308, 'it is 1e+308'],
    [5e-324, 'it is 5e-324'],
  ])('%d', (value, problem) => {
    expect(verdictOf(100, value)).toEqual(['invalid', `This run's value cannot be used: ${problem}.`])
    expect(verdictOf(value, 100)).toEqual(['invalid', `The baseline's value cannot be used: ${problem}.`])
    expect(verdictOf(value, value)[0]).toBe('invalid')
  })

  test('the series has the reason that the format gave', () => {
    expect(verdictOf(100, [unusable('no request was made')])).toEqual([
      'invalid',
      "This run's value cannot be used: no request was made.",
    ])
  })

  test('an absent value is missing', () => {
    expect(verdictOf(100, [latency(0, { stats: new Map([['avg', 80]]) })])).toEqual(['missing', null])
    expect(verdictOf(100, [throughput(10)])).toEqual(['missing', null])
    const notThere = ['not-comparable', 'The baseline does not have it.']
    expect(verdictOf([throughput(10)], 100)).toEqual(notThere)
    expect(verdictOf([latency(0, { stats: new Map([['avg', 80]]) })], 100)).toEqual(notThere)
    expect(verdictOf([throughput(10)], [throughput(10)])).toEqual(['missing', null])
  })
})

describe('one bad value among good ones', () => {
  const good = [100, 101, 99]

  test('a bad candidate run makes the series invalid', () => {
    const runs = [...side('baseline', good), ...side('candidate', [100, 0, 99])]
    expect(comparisonOf(evidenceOf({ runs })).verdict).toBe('invalid')
  })

  test('a bad stored run is left out and named: it must not block everybody for as long as it is stored', () => {
    const store = [...history([100, 101, 99, 100]), stored(4, [unusable('no samples')])]
    expect(comparisonOf(evidenceOf({ runs: jobs([100]), store }))).toMatchObject({
      verdict: 'inconclusive',
      runs: { baseline: 4 },
      reason: saying('Left out: 1 of 5 in the baseline cannot be used, because no samples.'),
    })
  })

  test('nothing but bad stored runs is invalid', () => {
    const store = [stored(0, [unusable('no samples')]), stored(1, 0)]
    expect(comparisonOf(evidenceOf({ runs: jobs([100]), store })).verdict).toBe('invalid')
  })

  test('one bad run makes its whole job bad', () => {
    const runs = [...side('baseline', good, { jobId: 'a' }), ...side('candidate', [100, Number.NaN], { jobId: 'b' })]
    expect(comparisonOf(evidenceOf({ runs })).verdict).toBe('invalid')
  })

  test('a primary that one candidate run lacks is missing', () => {
    const runs = [...side('baseline', good), ...side('candidate', [100, [throughput(1)], 99])]
    expect(comparisonOf(evidenceOf({ runs }))).toMatchObject({
      verdict: 'missing',
      reason: saying('Only 2 of 3 runs have it.'),
    })
  })

  test('pairs whose baseline lacks the series are left out, down to three', () => {
    const paired = (lacking: number) => {
      const before = [100, 101, 99, 100, 102].map((value, index) => (index < lacking ? [throughput(1)] : value))
      const runs = [...side('baseline', before), ...side('candidate', [100, 101, 99, 100, 102])]
      const { verdict, reason, runs: counted } = comparisonOf(evidenceOf({ origin: 'same-results', runs }))
      return [verdict, reason === null ? null : plainText(reason), counted.baseline]
    }
    expect(paired(2)).toEqual(['unchanged', null, 3])
    expect(paired(3)).toEqual(['not-comparable', 'Only 2 of 5 pairs have it on both sides.', 2])
  })
})

describe('endpoints', () => {
  const content = (...names: readonly string[]) => [latency(100), ...names.map((name) => endpoint(name, 50))]
  const verdicts = (before: readonly (readonly string[])[], now: readonly (readonly string[])[]) => {
    const store = history(before.map((names) => content(...names)))
    const { comparisons } = evidenceOf({ runs: jobs(now.map((names) => content(...names))), store })
    return comparisons.filter(({ role }) => role === 'endpoint').map(({ endpoint: name, verdict }) => [name, verdict])
  }

  test('an endpoint of the newest baseline is missing; one of older baselines only was removed on purpose', () => {
    expect(
      verdicts(
        [
          ['old', 'a'],
          ['a', 'b'],
        ],
        [['a']],
      ),
    ).toEqual([
      ['a', 'inconclusive'],
      ['b', 'missing'],
    ])
  })

  test('an endpoint that only the newest baseline has is compared with that baseline', () => {
    expect(verdicts([['a'], ['a'], ['a', 'b']], [['a', 'b']])).toEqual([
      ['a', 'inconclusive'],
      ['b', 'inconclusive'],
    ])
  })

  test('an endpoint that only the candidate has is new', () => {
    expect(verdicts([['a']], [['a', 'b']])).toEqual([
      ['a', 'inconclusive'],
      ['b', 'new'],
    ])
  })

  test('an endpoint that is not in every run is missing only if the baseline always has it', () => {
    expect(verdicts([['a'], ['a'], ['a']], [['a'], []])).toEqual([['a', 'missing']])
    expect(verdicts([['a'], [], ['a']], [['a'], []])).toEqual([['a', 'inconclusive']])
  })
})

describe('what was refused', () => {
  const refusal = (side: Refusal['side'], service: string | null = 'checkout'): Refusal => ({
    service,
    side,
    path: `${side}/run-1/summary.json`,
    problem: ['It is not JSON.'],
  })
  const withRefusal = (one: Refusal, runs: Parameters<typeof input>[0]['runs'] = []) =>
    compareServices({ ...input({}), collected: { runs: [...(runs ?? [])], refusals: [one] } })

  test('a service with nothing but refused files is there, and invalid', () => {
    const [evidence] = withRefusal(refusal('candidate'))
    expect(evidence).toMatchObject({ service: 'checkout', refusals: [refusal('candidate')], candidateRuns: [] })
    expect(evidence?.comparisons).toMatchObject([
      { verdict: 'invalid', reason: saying('Result files of this service were refused.'), role: 'primary' },
    ])
  })

  test('a refused baseline is not an absent one', () => {
    const [evidence] = withRefusal(refusal('baseline'), [run(100)])
    expect(evidence?.comparisons[0]).toMatchObject({
      verdict: 'invalid',
      reason: saying('Result files of the baseline were refused.'),
    })
  })

  test('some refused runs leave the others comparable, and stay in the evidence', () => {
    const runs = [...side('baseline', [100, 101, 99]), ...side('candidate', [110, 111])]
    const [evidence] = withRefusal(refusal('candidate'), runs)
    expect(evidence?.comparisons[0]).toMatchObject({ verdict: 'unproven', runs: { baseline: 3, candidate: 2 } })
    expect(evidence?.refusals).toHaveLength(1)
  })

  test('a refusal without a service names no service', () => {
    expect(withRefusal(refusal('candidate', null))).toEqual([])
  })
})

describe('numbers that mean different things', () => {
  test('all requests are not compared with successful ones', () => {
    const evidence = evidenceOf({
      runs: [run([latency(100)], { side: 'baseline' }), run([latency(100, { population: 'successful' })])],
    })
    const reason = 'One side has the latency of successful requests, the other only that of all requests.'
    expect(comparisonOf(evidence)).toMatchObject({ verdict: 'not-comparable', reason: saying(reason) })
    expect(evidence.differences).toEqual([{ kind: 'changed-population', message: saying(reason) }])
  })

  test('milliseconds are not compared with plain numbers', () => {
    expect(verdictOf([latency(100)], [latency(0.1, { unit: 'none' })])).toEqual([
      'not-comparable',
      'It is measured in different units: ms, none.',
    ])
  })

  test('a reported series may be 0 by nature', () => {
    const connecting = (p95: number) => [latency(100), latency(p95, { metric: 'http_req_connecting' })]
    const verdict = (before: number, now: number) => {
      const runs = [run(connecting(before), { side: 'baseline' }), run(connecting(now))]
      return comparisonOf(evidenceOf({ runs }), { metric: 'http_req_connecting' }).verdict
    }
    expect([verdict(0, 0), verdict(0, 1), verdict(1, 0), verdict(1, 1)]).toEqual([
      'unchanged',
      'not-comparable',
      'not-comparable',
      'inconclusive',
    ])
  })
})

describe('too few samples behind the percentile', () => {
  const counted = (p95: number, sampleCount: number | null) => [latency(p95, { sampleCount })]
  const compare = (before: number | null, now: number | null, p95 = 120) =>
    comparisonOf(
      evidenceOf({
        runs: [
          ...side(
            'baseline',
            [100, 101, 99].map((value) => counted(value, before)),
          ),
          ...side(
            'candidate',
            [p95, p95 + 1, p95 - 1].map((value) => counted(value, now)),
          ),
        ],
      }),
    )

  test('399 requests are too few for a p95, 400 are enough', () => {
    expect(compare(400, 400)).toMatchObject({ verdict: 'regressed', reason: null })
    expect(compare(400, 399)).toMatchObject({
      verdict: 'unproven',
      reason: saying('Only 399 requests in a run: p95 rests on 19 of them. 400 are needed.'),
    })
    expect(compare(399, 400).verdict).toBe('unproven')
  })

  test('never better than inconclusive', () => {
    expect([compare(10, 10, 100).verdict, compare(10, 10, 90).verdict, compare(10, 10, 103).verdict]).toEqual([
      'inconclusive',
      'inconclusive',
      'inconclusive',
    ])
  })

  test('an unknown number of samples is not too few', () => {
    expect(compare(null, null)).toMatchObject({ verdict: 'regressed', reason: null })
  })
})

test('services from the results, the policy and the store come in the order of their names', () => {
  const evidence = compareServices({
    ...input({ runs: [run(100, { service: 'web' })], namedServices: ['auth'], store: history([100]) }),
  })
  expect(evidence.map(({ service, known, comparisons }) => [service, known, comparisons[0]?.verdict])).toEqual([
    ['auth', true, 'missing'],
    ['checkout', true, 'missing'],
    ['web', false, 'new'],
  ])
})

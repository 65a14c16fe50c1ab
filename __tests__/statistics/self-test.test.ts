import { describe, expect, test } from '@jest/globals'
import { compareServices } from '../../src/statistics/compare-services.ts'
import { judgePlanted, runSelfTests, selfTests, slowdownsFor, slowedRuns } from '../../src/statistics/self-test.ts'
import { endpoint, history, input, jobs, latency, run, side, throughput } from './runs.ts'

const onlyProof = (changes: Parameters<typeof input>[0]) => {
  const [proof, ...others] = runSelfTests(input(changes))
  if (proof === undefined || others.length > 0) throw new Error(`Expected one proof, found ${others.length + 1}.`)
  return proof
}

describe('the alarm fires', () => {
  test.each([
    ['equal', [100, 101, 99]],
    ['6 % faster', [94, 95, 93]],
    ['4 % slower', [104, 105, 103]],
    ['20 % slower already', [120, 121, 119]],
  ])('whatever this change did: %s', (_, candidate) => {
    const runs = [...side('baseline', [100, 101, 99]), ...side('candidate', candidate)]
    expect(onlyProof({ runs })).toMatchObject({
      service: 'checkout',
      limitRatio: 0.05,
      justOver: 'regressed',
      atTwice: 'regressed',
      fired: { justOver: true, atTwice: true },
    })
  })

  test('one run against one run: seen, but not proven', () => {
    expect(onlyProof({ runs: [run(100, { side: 'baseline' }), run(100)] })).toMatchObject({
      justOver: 'unproven',
      atTwice: 'unproven',
      fired: { justOver: true, atTwice: true },
    })
  })

  test('against the stored history', () => {
    const store = history([100, 101, 99, 100, 102, 98, 101, 100])
    expect(onlyProof({ runs: jobs([100]), store })).toMatchObject({ justOver: 'regressed', atTwice: 'regressed' })
  })

  test('for two statistics of one metric', () => {
    const content = (p95: number, p99: number) => [
      latency(0, {
        stats: new Map([
          ['p95', p95],
          ['p99', p99],
        ]),
      }),
    ]
    const policy = { primary: ['p95', 'p99'].map((stat) => ({ metric: 'http_req_duration', stat })) }
    const runs = [run(content(100, 200), { side: 'baseline' }), run(content(80, 210))]
    expect(runSelfTests(input({ runs, policy })).map(({ fired }) => fired)).toEqual([
      { justOver: true, atTwice: true },
      { justOver: true, atTwice: true },
    ])
  })

  test('for throughput, where a fall is the slowdown', () => {
    const policy = { primary: [{ metric: 'http_reqs', stat: 'rate' }] }
    const rates = (values: readonly number[]) => values.map((value) => [throughput(value)])
    const runs = [...side('baseline', rates([100, 101, 99])), ...side('candidate', rates([103, 104, 102]))]
    expect(onlyProof({ runs, policy })).toMatchObject({
      metric: 'http_reqs',
      justOver: 'regressed',
      atTwice: 'regressed',
    })
  })
})

describe('the gate cannot block it', () => {
  test('where min-delta is larger than twice the limit', () => {
    const runs = [...side('baseline', [2, 2.02, 1.98]), ...side('candidate', [2, 2.02, 1.98])]
    expect(onlyProof({ runs, policy: { minDelta: 1 } })).toMatchObject({
      justOver: 'inconclusive',
      atTwice: 'inconclusive',
      fired: { justOver: false, atTwice: false },
    })
  })

  test('where the data cannot be compared', () => {
    const other = { conditions: { machine: 'large', load: null, scriptHash: null, tool: null } }
    expect(runSelfTests(input({ runs: [run(100, { side: 'baseline', ...other }), run(100)] }))).toEqual([])
    expect(runSelfTests(input({ runs: jobs([100]) }))).toEqual([])
  })

  test('where the planted results were lost on the way', () => {
    const runs = [run(100, { side: 'baseline' }), run(100)]
    const evidence = compareServices(input({ runs }))
    expect(selfTests(evidence, new Map())[0]).toMatchObject({
      justOver: 'missing',
      fired: { justOver: false, atTwice: false },
    })
    const nothing = judgePlanted(input({ runs }), new Map([['justOver', { runs: [], refusals: [] }]]))
    expect(selfTests(evidence, nothing)[0]?.fired.justOver).toBe(false)
  })
})

test('each service is planted alone: it pays the correction for all of them', () => {
  const services = Array.from({ length: 16 }, (_, index) => `s${index}`)
  const runs = services.flatMap((service) => [
    ...side('baseline', [200, 204, 196], { service }),
    ...side('candidate', [200, 204, 196], { service }),
  ])
  const proofs = runSelfTests(input({ runs }))
  expect(proofs).toHaveLength(16)
  // Just over the limit is proven for a service that is measured alone, and not for one of sixteen.
  expect(runSelfTests(input({ runs: runs.slice(0, 6) }))[0]).toMatchObject({ justOver: 'regressed' })
  expect(new Set(proofs.map(({ justOver }) => justOver))).toEqual(new Set(['unproven']))
  expect(new Set(proofs.map(({ atTwice }) => atTwice))).toEqual(new Set(['regressed']))
  const detectable = proofs[0]?.detectableRatio ?? 0
  expect([detectable > 0.1, detectable < 0.5]).toEqual([true, true])
})

test('only gated metrics of the candidate are made slower, with their endpoints', () => {
  const content = [latency(100, { sampleCount: 500 }), endpoint('GET /', 50), throughput(10)]
  const runs = [run(content, { side: 'baseline' }), run(content)]
  const evidence = compareServices(input({ runs }))
  const planted = slowedRuns({ runs, refusals: [] }, slowdownsFor(evidence, 'atTwice'))
  const values = planted.runs.map(({ run: { measurements } }) =>
    measurements.map(({ stats, sampleCount }) => [...stats.values(), sampleCount]),
  )
  expect(values[0]).toEqual([
    [100, 500],
    [50, null],
    [10, null],
  ])
  expect(values[1]).toEqual([
    [expect.closeTo(110.1, 9), 500],
    [expect.closeTo(55.05, 9), null],
    [10, null],
  ])
})

import { describe, expect, test } from '@jest/globals'
import type { ServiceEvidence } from '../../src/model/comparison.ts'
import type { Measurement } from '../../src/model/measurement.ts'
import type { EndpointGroup } from '../../src/model/read-options.ts'
import { plainText } from '../../src/model/text.ts'
import { DEFAULT_SERVICE_POLICY } from '../../src/policy/default-policy.ts'
import { shapeOf } from '../../src/statistics/rare-endpoints.ts'
import { evidenceOf, history, latency, run } from './runs.ts'

/* Names that never come back are no endpoints; one that is lost is still missing. */

type Counts = Readonly<Record<string, number>>

function content(counts: Counts): readonly Measurement[] {
  const endpoints = Object.entries(counts).map(([name, sampleCount]) => latency(100, { endpoint: name, sampleCount }))
  return [latency(100, { sampleCount: 4000 }), ...endpoints]
}

function judge(before: readonly Counts[], now: Counts, groups: readonly EndpointGroup[] = [], maxEndpoints = 500) {
  const { read } = DEFAULT_SERVICE_POLICY
  return evidenceOf({
    runs: [
      ...before.map((one, index) => run(content(one), { side: 'baseline', runNumber: index + 1 })),
      run(content(now)),
    ],
    policy: { read: { ...read, endpointGroups: groups, maxEndpoints } },
  })
}

function endpointsOf({ comparisons }: ServiceEvidence): Record<string, string> {
  return Object.fromEntries(
    comparisons.flatMap(({ endpoint, verdict }) => (endpoint === null ? [] : [[endpoint, verdict]])),
  )
}

describe('one run per side', () => {
  test('names with a few requests come and go: none is missing, none is new', () => {
    const evidence = judge([{ '/users/1': 3, '/users/2': 4, '/list': 500 }], {
      '/users/3': 2,
      '/users/1': 5,
      '/list': 500,
    })
    expect(Object.keys(endpointsOf(evidence))).toEqual(['/list'])
    expect(evidence.rareEndpoints).toEqual({ names: ['/users/1', '/users/2', '/users/3'], lost: ['/users/2'] })
    expect(evidence.notes.map(plainText)).toEqual([
      '2 endpoints have fewer than 10 requests per run or a name that does not come back, so they count in the whole service only: /users/1, /users/3.',
    ])
  })

  test('an endpoint with enough requests that is gone is missing', () => {
    expect(endpointsOf(judge([{ '/list': 500, '/pay': 10 }], { '/list': 500 }))['/pay']).toBe('missing')
    expect(endpointsOf(judge([{ '/list': 500, '/pay': 9 }], { '/list': 500 }))['/pay']).toBeUndefined()
  })

  test('chance alone drew a name often enough on one side: two requests are no baseline', () => {
    const drawn = { '/users/a44@x.com': 12, '/list': 500 }
    expect(Object.keys(endpointsOf(judge([{ '/users/a44@x.com': 2, '/list': 500 }], drawn)))).toEqual(['/list'])
    expect(Object.keys(endpointsOf(judge([{ '/users/a44@x.com': 11, '/list': 500 }], drawn)))).toContain(
      '/users/a44@x.com',
    )
  })

  test('an endpoint of which the file does not say how many requests it has was named by somebody', () => {
    const named = [latency(100), latency(100, { endpoint: 'login', sampleCount: null })]
    const evidence = evidenceOf({ runs: [run(named, { side: 'baseline' }), run(100)] })
    expect(endpointsOf(evidence)).toEqual({ login: 'missing' })
  })

  test('a hash or a UUID of the build: many requests, and another name in each build', () => {
    const before = { '/app.3f9a2b1c.js': 900, '/b/123e4567-e89b-12d3-a456-426614174000': 900, '/v1/orders': 900 }
    const now = { '/app.77aa12bc.js': 900, '/b/923e4567-e89b-12d3-a456-426614174000': 900, '/v2/orders': 900 }
    const evidence = judge([before], now)
    expect(endpointsOf(evidence)).toEqual({ '/v1/orders': 'missing', '/v2/orders': 'new' })
    expect(evidence.rareEndpoints?.lost).toHaveLength(2)
  })

  test('names are cut off on one side: what is not there may be counted as other', () => {
    const now = { '/a': 20, '/b': 20, other: 900 }
    expect(judge([{ '/list': 500 }], now, [], 2).rareEndpoints?.lost).toEqual(['/list'])
    expect(judge([{ '/list': 500 }], now, [], 3).rareEndpoints?.lost).toEqual([])
  })

  test('where the names that were cut off are known, one that is not among them is missing', () => {
    const cut = (...names: readonly string[]) => {
      const candidate = run(content({ '/a': 20, other: 900 }))
      const runs = [
        run(content({ '/list': 500 }), { side: 'baseline' }),
        { ...candidate, run: { ...candidate.run, cutOffNames: new Set(names) } },
      ]
      const { read } = DEFAULT_SERVICE_POLICY
      return endpointsOf(evidenceOf({ runs, policy: { read: { ...read, maxEndpoints: 1 } } }))['/list']
    }
    expect(cut('/users/1')).toBe('missing')
    expect(cut('/users/1', '/list')).toBeUndefined()
  })

  test('a baseline from before the policy grouped its names', () => {
    const group = { name: '/users/*', matches: /^\/users\/[^/]+$/ }
    const evidence = judge([{ '/users/me': 500 }], { '/users/*': 500 }, [group])
    expect(endpointsOf(evidence)).toEqual({ '/users/*': 'new' })
    expect(evidence.rareEndpoints?.lost).toEqual(['/users/me'])
  })
})

describe('several baseline runs', () => {
  const store = (runs: readonly Counts[]) => history(runs.map(content))

  test('an endpoint is expected where most of the newest runs have it', () => {
    const before = [{}, {}, { '/new': 50 }, { '/new': 50 }, { '/new': 50 }]
    const evidence = evidenceOf({ store: store(before), runs: [run(content({}))] })
    expect(endpointsOf(evidence)).toEqual({ '/new': 'missing' })
  })

  test('one that only the newest run has is not', () => {
    const before = [{}, {}, {}, {}, { '/campaign-of-today': 500 }]
    const evidence = evidenceOf({ store: store(before), runs: [run(content({}))] })
    expect(endpointsOf(evidence)).toEqual({})
    expect(evidence.rareEndpoints?.lost).toEqual(['/campaign-of-today'])
  })
})

test.each([
  ['/users/17', '/users/*'],
  ['/users/17/orders/3', '/users/*/orders/*'],
  ['/app.3f9a2b1c.js', '/app.*.js'],
  ['/b/123e4567-e89b-12d3-a456-426614174000', '/b/*'],
  // Words and versions are no ids.
  ['/v1/orders', '/v1/orders'],
  ['/facade', '/facade'],
  ['/deadbeef', '/deadbeef'],
  ['/oauth2/token', '/oauth2/token'],
])('the shape of %s is %s', (name, shape) => {
  expect(shapeOf(name)).toBe(shape)
})

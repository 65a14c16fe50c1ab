import { describe, expect, test } from '@jest/globals'
import { checkRules } from '../../src/policy/check-rules.ts'
import { RULES } from '../../src/policy/registry.ts'
import { aComparison, anEstimate, anEvidence, aPolicy, aServicePolicy } from './evidence.ts'

const worse = (endpoint: string, changeRatio: number): ReturnType<typeof aComparison> =>
  aComparison({ endpoint, role: 'endpoint', verdict: 'regressed', estimate: anEstimate({ changeRatio }) })

const MIXED = anEvidence({
  comparisons: [
    aComparison({ verdict: 'slower', estimate: anEstimate({ changeRatio: 0.04 }) }),
    worse('GET /small', 0.06),
    worse('GET /large', 0.6),
    aComparison({ endpoint: 'GET /bad', role: 'endpoint', verdict: 'invalid' }),
    aComparison({
      endpoint: 'GET /maybe',
      role: 'endpoint',
      verdict: 'unproven',
      estimate: anEstimate({ changeRatio: 0.9 }),
    }),
  ],
})

describe('checkRules', () => {
  test('fail before warn, then unusable data, then the larger change', () => {
    expect(checkRules([MIXED], aPolicy(), RULES).map(({ level, rule, endpoint }) => [level, rule, endpoint])).toEqual([
      ['fail', 'invalid', 'GET /bad'],
      ['fail', 'regressed', 'GET /large'],
      ['fail', 'regressed', 'GET /small'],
      ['warn', 'unproven', 'GET /maybe'],
      ['warn', 'slower', null],
    ])
  })

  test('a fall of throughput counts as a change for the worse', () => {
    const evidence = anEvidence({
      comparisons: [
        aComparison({ verdict: 'regressed', estimate: anEstimate({ changeRatio: 0.07 }) }),
        aComparison({
          metric: 'http_reqs',
          stat: 'rate',
          unit: 'per-second',
          better: 'higher',
          verdict: 'regressed',
          estimate: anEstimate({ changeRatio: -0.3 }),
        }),
      ],
    })
    expect(checkRules([evidence], aPolicy(), RULES).map(({ metric }) => metric)).toEqual([
      'http_reqs',
      'http_req_duration',
    ])
  })

  test('levels: off is silent, warn warns, and fail cannot lift what is at most a warning', () => {
    const levels = { ...aServicePolicy().levels, regressed: 'warn', slower: 'off', unproven: 'fail' } as const
    expect(checkRules([MIXED], aPolicy({ levels }), RULES).map(({ level, rule }) => [level, rule])).toEqual([
      ['fail', 'invalid'],
      ['warn', 'unproven'],
      ['warn', 'regressed'],
      ['warn', 'regressed'],
    ])
  })

  test('each service has its own policy', () => {
    const strict = aServicePolicy({ levels: { ...aServicePolicy().levels, slower: 'fail' } })
    const policy = { ...aPolicy(), services: [{ pattern: 'cart', policy: strict }] }
    const slower = (service: string): ReturnType<typeof anEvidence> =>
      anEvidence({ service, comparisons: [aComparison({ service, verdict: 'slower' })] })
    expect(
      checkRules([slower('checkout'), slower('cart')], policy, RULES).map(({ level, service }) => [level, service]),
    ).toEqual([
      ['fail', 'cart'],
      ['warn', 'checkout'],
    ])
  })

  test('findings have no field that only rules use', () => {
    const [first] = checkRules([anEvidence({ comparisons: [aComparison(), worse('GET /x', 0.2)] })], aPolicy(), RULES)
    expect(Object.keys(first ?? {}).toSorted()).toEqual([
      'action',
      'actual',
      'detail',
      'endpoint',
      'expected',
      'level',
      'metric',
      'problem',
      'rule',
      'service',
      'stat',
      'word',
    ])
  })
})

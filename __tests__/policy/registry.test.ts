import { readdirSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'
import type { SelfTest, ServiceEvidence } from '../../src/model/comparison.ts'
import type { ServicePolicy } from '../../src/model/policy.ts'
import { checkRules } from '../../src/policy/check-rules.ts'
import { decide } from '../../src/policy/decide.ts'
import { LEVELS } from '../../src/policy/levels.ts'
import { RULES } from '../../src/policy/registry.ts'
import { aProfileComparison } from '../report/verdicts.ts'
import {
  aComparison,
  aCounter,
  aMeasurement,
  anEstimate,
  anEvidence,
  aPolicy,
  aRun,
  aServicePolicy,
  failedShare,
} from './evidence.ts'

const slower = (changeRatio: number, changes = {}): ReturnType<typeof anEstimate> =>
  anEstimate({ changeRatio, lower: changeRatio - 0.02, upper: changeRatio + 0.02, ...changes })
const orders = { endpoint: 'GET /orders', role: 'endpoint' } as const
const budgetOf = (changes = {}): Partial<ServicePolicy> => ({
  budgets: [
    { metric: 'http_req_duration', stat: 'p95', endpoint: null, max: 300, min: null, text: '300ms', ...changes },
  ],
})
const runWith = (...measurements: ReturnType<typeof aMeasurement>[]): ReturnType<typeof aRun> =>
  aRun({ run: { measurements } })
const DEBT = {
  series: 'checkout p95 of http_req_duration',
  changeRatio: 0.083,
  leftRatio: 0.083,
  override: { by: 'ann', reason: 'needed for the audit', pullRequest: 12 },
  since: null,
} as const
const DRIFTED = aComparison({ verdict: 'regressed', baseline: 170, limitRatio: 0.12, estimate: slower(0.17) })
const SILENT_ALARM: SelfTest = {
  service: 'checkout',
  metric: 'http_req_duration',
  stat: 'p95',
  limitRatio: 0.05,
  plantedRatio: { justOver: 0.051, atTwice: 0.101 },
  justOver: 'unchanged',
  atTwice: 'inconclusive',
  fired: { justOver: false, atTwice: false },
  detectableRatio: 0.137,
}

describe('the registry', () => {
  test('has every file of rules/, under the name of the file', () => {
    const files = readdirSync(new URL('../../src/policy/rules/', import.meta.url))
    expect(files.map((file) => file.replace(/\.ts$/, '')).toSorted()).toEqual(RULES.map(({ id }) => id).toSorted())
  })

  test('no two rules declare the same level in different words', () => {
    // Three rules say what cannot be used: files and numbers, runs that were stopped, and services that were restarted.
    for (const { levels } of RULES) {
      for (const [key, declared] of Object.entries(levels)) expect(LEVELS.get(key)).toBe(declared)
    }
  })

  test('a remark under a level that its rule does not declare is a mistake of ours', () => {
    const one = RULES.find(({ id }) => id === 'regression')
    const evidence = [anEvidence({ comparisons: [aComparison({ verdict: 'regressed', estimate: slower(0.1) })] })]
    expect(checkRules(evidence, aPolicy(), one === undefined ? [] : [one])).toHaveLength(1)
    expect(() => checkRules(evidence, aPolicy(), one === undefined ? [] : [{ ...one, levels: {} }])).toThrow(
      'A rule speaks under `regressed`, which it does not declare.',
    )
  })

  test('is silent about a healthy, unchanged service', () => {
    expect(RULES.flatMap((rule) => rule.check(anEvidence(), aServicePolicy()))).toEqual([])
  })

  /** For each rule, evidence in which nothing but this rule keeps the verdict from being better. */
  const ALONE: Readonly<Record<string, Readonly<{ evidence: ServiceEvidence; policy?: Partial<ServicePolicy> }>>> = {
    regression: {
      evidence: anEvidence({ comparisons: [aComparison({ verdict: 'regressed', estimate: slower(0.1) })] }),
    },
    'missing-series': {
      evidence: anEvidence({ candidateRuns: [], comparisons: [aComparison({ verdict: 'missing' })] }),
    },
    'missing-baseline': {
      evidence: anEvidence({
        baselineState: 'unusable',
        baselineRuns: [],
        comparisons: [aComparison({ verdict: 'new' })],
      }),
    },
    'new-series': {
      evidence: anEvidence({ comparisons: [aComparison(), aComparison({ ...orders, verdict: 'new' })] }),
    },
    'invalid-data': { evidence: anEvidence({ comparisons: [aComparison({ verdict: 'invalid' })] }) },
    'not-comparable': {
      evidence: anEvidence({
        differences: [{ kind: 'changed-load', message: ['Another load.'] }],
        comparisons: [aComparison({ verdict: 'not-comparable' })],
      }),
    },
    budget: { evidence: anEvidence(), policy: budgetOf({ max: 100 }) },
    'error-rate': { evidence: anEvidence({ candidateRuns: [runWith(aMeasurement(), failedShare(0.2))] }) },
    'dropped-load': {
      evidence: anEvidence({ candidateRuns: [runWith(failedShare(0), aCounter('dropped_iterations', 9))] }),
    },
    'too-few-samples': {
      evidence: anEvidence({ candidateRuns: [runWith(aMeasurement({ sampleCount: 9 }), failedShare(0))] }),
    },
    'k6-threshold': { evidence: anEvidence({ candidateRuns: [aRun({ exitCode: 99, missedGoals: true })] }) },
    'stopped-run': {
      evidence: anEvidence({
        baselineRuns: [
          aRun({ side: 'baseline', exitCode: 99, missedGoals: true, run: { durationMs: 6000, measurements: [] } }),
        ],
      }),
    },
    debt: { evidence: anEvidence({ debts: [DEBT] }) },
    drift: { evidence: anEvidence({ drift: { anchor: 'v3.2', commit: 'abc', comparisons: [DRIFTED] } }) },
    doubt: { evidence: anEvidence({ loadDifferences: [{ kind: 'load-parity', message: ['Another load.'] }] }) },
    'min-power': { evidence: anEvidence({ alarm: [SILENT_ALARM] }) },
    restarted: {
      evidence: anEvidence({ candidateRuns: [runWith(failedShare(0), aMeasurement(), aCounter('restarts', 1))] }),
    },
    'resource-rise': {
      evidence: anEvidence({
        comparisons: [
          aComparison(),
          aComparison({ role: 'other', metric: 'memory', stat: 'max', verdict: 'slower', estimate: slower(0.2) }),
        ],
      }),
    },
    profile: {
      evidence: anEvidence({ profiles: { comparisons: [aProfileComparison()], refusals: [] } }),
      policy: { levels: { ...aServicePolicy().levels, profile: 'warn' } },
    },
  }

  test.each(RULES.map(({ id }) => id))('without %s the verdict is another one', (id) => {
    const alone = ALONE[id]
    if (alone === undefined) throw new Error(`Add evidence to ALONE in which nothing but ${id} decides.`)
    const { evidence, policy: settings } = alone
    const policy = aPolicy(settings)
    const healthy = anEvidence({ service: 'cart', comparisons: [aComparison({ service: 'cart' })] })
    const outcomeWith = (rules: typeof RULES): string =>
      decide({
        evidence: [evidence, ...(id === 'budget' ? [] : [healthy])],
        findings: checkRules([evidence], policy, rules),
        lookup: { kind: 'found', place: 'store', services: new Map() },
        refusals: [],
        policy,
        override: { kind: 'none' },
      }).outcome
    const outcome = outcomeWith(RULES)
    expect(['invalid', 'fail', 'warn']).toContain(outcome)
    expect(outcomeWith(RULES.filter((rule) => rule.id !== id))).toBe('pass')
  })
})

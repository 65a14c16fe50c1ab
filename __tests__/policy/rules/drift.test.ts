import { describe, expect, test } from '@jest/globals'
import type { Comparison } from '../../../src/model/comparison.ts'
import { drift } from '../../../src/policy/rules/drift.ts'
import { messageOf } from '../../../src/report/finding-text.ts'
import { aComparison, anEstimate, anEvidence, aServicePolicy } from '../evidence.ts'

/** The level was 170 ms at v3.2; the default branch is `changeRatio` above that now, and the candidate has `candidate` ms. */
function check(verdict: Comparison['verdict'], changeRatio: number, candidate = 200) {
  const since = aComparison({ verdict, baseline: 170, limitRatio: 0.12, estimate: anEstimate({ changeRatio }) })
  const evidence = anEvidence({
    comparisons: [aComparison({ candidate })],
    drift: { anchor: 'v3.2', commit: 'abc', comparisons: [since] },
  })
  return drift.check(evidence, aServicePolicy()).map((remark) => ({ ...remark, message: messageOf(remark) }))
}

describe('drift since a release', () => {
  test('a drift over its budget is a finding', () => {
    expect(check('regressed', 0.176)).toMatchObject([
      {
        rule: 'drift',
        service: 'checkout',
        endpoint: null,
        metric: 'http_req_duration',
        stat: 'p95',
        expected: 'at most 12 % since v3.2',
        actual: '+17.6 % since v3.2',
        message:
          'p95 of http_req_duration of the default branch has changed by +17.6 % since v3.2 (drift budget 12 %). Make it faster, or move `drift.anchor` to a newer release. Each step was within its limit.',
      },
    ])
    expect(check('unproven', 0.13)).toHaveLength(1)
  })

  test('the change that brings it back is not blocked by it', () => {
    expect(check('regressed', 0.176, 190)[0]).toMatchObject({
      atMost: 'warn',
      message: expect.stringContaining('This change brings it back within the budget.'),
    })
    expect(check('regressed', 0.176, 191)[0]?.atMost).toBeUndefined()
  })

  test.each(['slower', 'unchanged', 'inconclusive', 'improved', 'new'] as const)('silent: %s', (verdict) => {
    expect(check(verdict, 0.118)).toEqual([])
  })

  test('silent without a second anchor', () => {
    expect(drift.check(anEvidence(), aServicePolicy())).toEqual([])
  })
})

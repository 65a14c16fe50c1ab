import { describe, expect, test } from '@jest/globals'
import type { SelfTest } from '../../../src/model/comparison.ts'
import type { Level } from '../../../src/model/policy.ts'
import { minPower } from '../../../src/policy/rules/min-power.ts'
import { messageOf } from '../../../src/report/finding-text.ts'
import { anEvidence, aServicePolicy } from '../evidence.ts'

const LEVELS = aServicePolicy().levels

function check(atTwice: SelfTest['atTwice'], levels: Readonly<Record<string, Level>> = {}, minDelta = 0) {
  const proof = {
    service: 'checkout',
    metric: 'http_req_duration',
    stat: 'p95',
    limitRatio: 0.05,
    plantedRatio: { justOver: 0.051, atTwice: 0.101 },
    justOver: 'unchanged',
    atTwice,
    fired: { justOver: false, atTwice: false },
    detectableRatio: 0.1366,
  } as const
  return minPower
    .check(anEvidence({ alarm: [proof] }), aServicePolicy({ levels: { ...LEVELS, ...levels }, minDelta }))
    .map((remark) => ({ ...remark, message: messageOf(remark) }))
}

describe('the alarm works where the planted copy is blocked', () => {
  test('proven or not: both block by default, so one run against one run has an alarm', () => {
    expect([...check('regressed'), ...check('unproven')]).toEqual([])
  })

  test('not where the policy lets an unproven change pass', () => {
    expect(check('unproven', { unproven: 'warn' })).toMatchObject([
      {
        rule: 'min-power',
        service: 'checkout',
        endpoint: null,
        metric: 'http_req_duration',
        stat: 'p95',
        expected: 'a change of 10 % is blocked',
        actual: 'unproven: not blocked',
        message:
          'p95 of http_req_duration cannot be blocked with these settings. Set `unproven` to `fail` in the policy (now warn), or measure more runs. A change of 10 %, planted in a copy of these results as a self-test, was unproven and not blocked. Only a change of 13.7 % would have been proven.',
      },
    ])
  })

  test('more runs are no advice where what is proven does not block either', () => {
    const off = { regressed: 'off', unproven: 'off' } as const
    for (const verdict of ['regressed', 'unproven'] as const) {
      expect(check(verdict, off)[0]?.message).toMatch(/Set `\w+` to `fail` in the policy \(now off\)\. A change/)
    }
  })

  test('not where a change of this size is below min-delta, or the number cannot be judged', () => {
    expect(check('unchanged', {}, 50)[0]?.message).toMatch(/Lower `min-delta`, or gate on another number\./)
    expect(check('unchanged')[0]?.message).toMatch(/Gate on a number that the gate can judge/)
  })

  test('silent where nothing was tested', () => {
    expect(minPower.check(anEvidence(), aServicePolicy())).toEqual([])
  })
})

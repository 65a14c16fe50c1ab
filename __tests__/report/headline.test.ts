import { expect, test } from '@jest/globals'
import type { Finding, Verdict } from '../../src/model/verdict.ts'
import { headline } from '../../src/report/headline.ts'
import { PLAIN } from '../../src/report/wording.ts'
import { aComparison, aContext, aFinding, anEstimate, aService, aVerdict, HEAD_SHA } from './verdicts.ts'

const OPEN = aComparison({
  verdict: 'unproven',
  estimate: anEstimate({ changeRatio: 0.06, lower: -0.01, upper: 0.13 }),
})
const SLOWER: Finding = aFinding({ rule: 'unproven', level: 'fail', message: 'p95 is 6.0 % slower.' })
const OVER: Finding = aFinding({
  rule: 'budget',
  level: 'fail',
  message: 'p95 of http_req_duration is 104.1 ms: over the budget of 100ms.',
})
const DEBT: Finding = aFinding({ rule: 'debt', level: 'fail', message: 'p95 has a debt.' })
const SILENT: Finding = aFinding({ rule: 'min-power', level: 'fail', message: 'The alarm cannot fire.' })

function lineOf(findings: readonly Finding[], fields: Partial<Verdict> = {}): string {
  const verdict = aVerdict({
    outcome: 'fail',
    blocked: true,
    services: [aService({ comparisons: [OPEN] })],
    findings,
    ...fields,
  })
  const { statement, action } = headline(verdict, aContext(), PLAIN)
  return `${statement} ${action}`
}

test('a certain finding comes before one that more runs may refute', () => {
  expect(lineOf([SLOWER, OVER])).toMatch(
    /^Blocked.*: p95 of checkout is 104\.1 ms: over the budget of 100ms\. 1 other finding also blocks/,
  )
})

test('debt is old, and comes after both', () => {
  expect(lineOf([SLOWER, DEBT])).toMatch(/^Blocked: p95 of checkout is 6\.0 % slower/)
  expect(lineOf([DEBT, OVER])).toMatch(/over the budget/)
})

test('an override names what would have blocked', () => {
  const override = {
    kind: 'valid',
    by: 'mona',
    reason: 'New tax rules.',
    at: '2026-01-01T00:00:00Z',
    headSha: HEAD_SHA,
  } as const
  expect(lineOf([SLOWER, OVER], { outcome: 'overridden', blocked: false, override })).toContain(
    'Without the override this would be blocked: p95 of checkout is 104.1 ms: over the budget',
  )
})

test('an alarm that cannot fire is said once', () => {
  expect(lineOf([SLOWER, SILENT]).match(/cannot fire/g)).toHaveLength(1)
})

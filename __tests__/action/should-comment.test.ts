import { expect, test } from '@jest/globals'
import { shouldComment } from '../../src/action/should-comment.ts'
import type { Verdict } from '../../src/model/verdict.ts'
import { aComparison, aFinding, aService, aVerdict } from '../report/verdicts.ts'

const DEBT = aFinding({ rule: 'debt', level: 'warn' })
const withSeries = (verdict: 'improved' | 'new' | 'missing' | 'unchanged', role: 'primary' | 'other' = 'primary') =>
  aVerdict({ services: [aService({ comparisons: [aComparison({ verdict, role })] })] })

const PASS = aVerdict()
const WARN = aVerdict({ outcome: 'warn', findings: [aFinding({ rule: 'slower', level: 'warn' })] })
const FAIL = aVerdict({ outcome: 'fail', blocked: true, findings: [aFinding()] })

test.each<[string, Verdict, string]>([
  // In the order always, on-change, on-failure, never.
  ['nothing to say', PASS, 'yes no no no'],
  ['a warning', WARN, 'yes yes no no'],
  ['blocked', FAIL, 'yes yes yes no'],
  ['invalid', aVerdict({ outcome: 'invalid', blocked: true }), 'yes yes yes no'],
  ['waiting for more runs', aVerdict({ outcome: 'pending', blocked: true }), 'yes yes yes no'],
  ['overridden', { ...FAIL, outcome: 'overridden', blocked: false }, 'yes yes yes no'],
  ['no baseline', aVerdict({ outcome: 'no-baseline' }), 'yes yes no no'],
  ['old debt only', aVerdict({ outcome: 'warn', findings: [DEBT] }), 'yes no no no'],
  ['better', withSeries('improved'), 'yes yes no no'],
  ['new', withSeries('new'), 'yes yes no no'],
  ['missing, and the policy does not mind', withSeries('missing'), 'yes yes no no'],
  ['better, but not gated', withSeries('improved', 'other'), 'yes no no no'],
])('%s', (_, verdict, expected) => {
  const modes = ['always', 'on-change', 'on-failure', 'never'] as const
  expect(modes.map((when) => (shouldComment(when, verdict) ? 'yes' : 'no')).join(' ')).toBe(expected)
})

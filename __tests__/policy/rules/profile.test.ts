import { expect, test } from '@jest/globals'
import type { ProfileComparison } from '../../../src/model/profile.ts'
import { profile } from '../../../src/policy/rules/profile.ts'
import { aProfileComparison } from '../../report/verdicts.ts'
import { anEvidence, aServicePolicy } from '../evidence.ts'
import { testRule } from './rule-cases.ts'

const beside = (...comparisons: readonly ProfileComparison[]) => anEvidence({ profiles: { comparisons, refusals: [] } })

const sampled = aProfileComparison()
const exact = aProfileComparison({
  tool: 'callgrind',
  counted: 'instructions',
  total: { baseline: 1000, candidate: 1120, changeRatio: 0.12 },
})
const unchanged = aProfileComparison({
  functions: sampled.functions.map((one) => ({ ...one, verdict: 'not-proven' })),
})
const faster = aProfileComparison({
  functions: sampled.functions.map((one) => ({ ...one, changeRatio: -0.3, verdict: 'faster' })),
})

testRule(profile, [
  {
    name: 'a tool that samples: at most a warning',
    evidence: beside(sampled),
    says: [
      {
        rule: 'profile',
        atMost: 'warn',
        actual: '+59.3 % cpu time',
        message:
          'In the profiles of perf, orders::marshalAny<unsigned long> of checkout: +59.3 % cpu time. The section "Where the time goes" has the ten largest functions.',
      },
    ],
  },
  {
    name: 'a tool that counts exactly can block',
    evidence: beside(exact),
    says: [
      {
        actual: '+59.3 % instructions',

        message: expect.stringContaining('The whole profile changed by +12.0 %.'),
      },
    ],
  },
  {
    name: 'a new function',
    evidence: beside(
      aProfileComparison({
        functions: sampled.functions.map((one) => ({ ...one, changeRatio: null, verdict: 'new' })),
      }),
    ),
    says: [{ actual: 'is new' }],
  },
  { name: 'silent: nothing is proven', evidence: beside(unchanged), says: [] },
  { name: 'silent: less is no harm', evidence: beside(faster), says: [] },
  { name: 'silent: there are no profiles', evidence: anEvidence(), says: [] },
])

test('only a tool that samples is kept from blocking', () => {
  const atMost = [sampled, exact].map((one) => profile.check(beside(one), aServicePolicy())[0]?.atMost)
  expect(atMost).toEqual(['warn', undefined])
})

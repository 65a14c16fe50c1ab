import { expect, test } from '@jest/globals'
import { notComparable } from '../../../src/policy/rules/not-comparable.ts'
import { aComparison, anEvidence, aRun, aServicePolicy } from '../evidence.ts'
import { testRule } from './rule-cases.ts'

const orders = { endpoint: 'GET /orders', role: 'endpoint' } as const

testRule(notComparable, [
  {
    name: 'one remark a difference',
    evidence: anEvidence({
      differences: [
        {
          kind: 'changed-script',
          message: ['Not compared, because the load script changed: aaa before, bbb now.'],
          change: ['aaa before, bbb now'],
        },
        { kind: 'changed-machine', message: ['x'], change: ['a before, b now'] },
      ],
      comparisons: [aComparison({ verdict: 'not-comparable' }), aComparison({ ...orders, verdict: 'not-comparable' })],
    }),
    says: [
      {
        rule: 'changed-script',
        actual: 'another load test script',
        message:
          'Not compared, because the load script changed: aaa before, bbb now. Measure both versions under the same conditions, for example in turns in one job.',
      },
      { rule: 'changed-machine', metric: null },
    ],
  },
  {
    name: 'one file was trimmed as the policy says, and the other could not be: a run.json would not help',
    evidence: anEvidence({
      candidateRuns: [aRun({ run: { selection: { wanted: 'without the first 30 s', applied: null } } })],
      differences: [
        {
          kind: 'changed-load',
          message: ['x'],
          change: ['samples without the first 30 s before, unknown now'],
          isUnknown: true,
        },
      ],
    }),
    says: [
      {
        rule: 'changed-load',
        message:
          'Some runs were not compared, because the configured load is known on one side only: samples without the first 30 s before, unknown now. Upload raw points of both, or give the policy to `perf-gate digest`.',
      },
    ],
  },
  {
    name: 'only some runs had another machine: the others were compared, so it warns',
    evidence: anEvidence({
      differences: [
        { kind: 'changed-machine', message: ['x'], change: ['a before, b now'] },
        { kind: 'changed-load', message: ['x'], change: ['a before, b now'] },
      ],
      comparisons: [aComparison({ verdict: 'unchanged' })],
    }),
    says: [{ rule: 'changed-machine', atMost: 'warn' }, { rule: 'changed-load' }],
  },
  {
    name: 'a single series that measures something else now',
    evidence: anEvidence({
      comparisons: [
        aComparison(),
        aComparison({ ...orders, verdict: 'not-comparable', reason: ['One side counts failed requests.'] }),
      ],
    }),
    says: [
      {
        rule: 'changed-population',
        endpoint: 'GET /orders',
        message:
          'p95 of http_req_duration of GET /orders was not compared. Measure both versions under the same conditions, for example in turns in one job. One side counts failed requests.',
      },
    ],
  },
  {
    name: 'a number that the tool gives too coarsely: the conditions are not at fault, and what to give instead is said',
    evidence: anEvidence({
      comparisons: [
        aComparison({ verdict: 'not-comparable', obstacle: 'not-judged', reason: ['It moves in steps of 10 %.'] }),
      ],
    }),
    says: [
      {
        rule: 'changed-population',
        expected: 'a number that can be judged',
        actual: 'a number that is only shown',
        message:
          'p95 of http_req_duration was not compared. Give an output of the tool that has all digits, or gate on another number. It moves in steps of 10 %.',
      },
    ],
  },
  { name: 'silent: the same conditions', evidence: anEvidence(), says: [] },
])

test('every run had another machine: nothing was compared, so the level of the policy holds', () => {
  const evidence = anEvidence({
    differences: [{ kind: 'changed-machine', message: ['x'], change: ['a before, b now'] }],
    comparisons: [aComparison({ verdict: 'not-comparable' }), aComparison({ ...orders, verdict: 'unchanged' })],
  })
  expect(notComparable.check(evidence, aServicePolicy()).map(({ rule, atMost }) => [rule, atMost])).toEqual([
    ['changed-machine', undefined],
  ])
})

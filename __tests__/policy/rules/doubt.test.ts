import { expect, test } from '@jest/globals'
import { doubt } from '../../../src/policy/rules/doubt.ts'
import { messageOf } from '../../../src/report/finding-text.ts'
import { anEvidence, aServicePolicy } from '../evidence.ts'

test('two differences that show another load are one finding', () => {
  const loadDifferences = ['It ran for 3.7 s, and for 3.1 s.', 'It got 394.7 requests per second, and 475.1.'].map(
    (message) => ({ kind: 'load-parity', message: [message] }) as const,
  )
  expect(doubt.check(anEvidence({ loadDifferences }), aServicePolicy()).map(messageOf)).toEqual([
    'The two sides had different loads, so they may not be comparable. It ran for 3.7 s, and for 3.1 s. It got 394.7 requests per second, and 475.1.',
  ])
})

test('each doubt has the level of its kind', () => {
  const evidence = anEvidence({
    loadDifferences: [
      { kind: 'load-parity', message: ['The service got 80.0 requests per second, and 100.0 in the baseline.'] },
      { kind: 'mode-boundary', message: ['The p95 stands on a step.'] },
    ],
  })
  expect(
    doubt.check(evidence, aServicePolicy()).map((remark) => ({ ...remark, message: messageOf(remark) })),
  ).toMatchObject([
    { rule: 'load-parity', service: 'checkout', metric: null, actual: 'another load' },
    {
      rule: 'mode-boundary',
      service: 'checkout',
      metric: null,
      message: 'The gated percentile may jump by chance. The p95 stands on a step.',
    },
  ])
})

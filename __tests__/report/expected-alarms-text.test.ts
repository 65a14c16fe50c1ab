import { expect, test } from '@jest/globals'
import type { ExpectedFalseAlarms } from '../../src/model/comparison.ts'
import { expectedAlarmsText } from '../../src/report/expected-alarms-text.ts'
import { aComparison, aService, aVerdict } from './verdicts.ts'

const FIVE = aComparison({ runs: { baseline: 5, candidate: 5 } })
const PAIRS = aService({ design: 'pairs', comparisons: [FIVE] })

const text = (expected: ExpectedFalseAlarms | null, services = [PAIRS]) =>
  expectedAlarmsText(aVerdict({ services, expectedFalseAlarms: expected }))

test.each([
  [
    { ratio: 0.243, services: 8, series: 8, confirmedRatio: 0.033 },
    'With these 8 services and 5 pairs, about 1 in 4 unchanged pull requests is blocked; `confirmation` makes it 1 in 30.',
  ],
  [
    { ratio: 0.79, services: 16, series: 16, confirmedRatio: 0.2 },
    'With these 16 services and 5 pairs, about 8 in 10 unchanged pull requests are blocked; `confirmation` makes it 1 in 5.',
  ],
  [
    { ratio: 0.06, services: 1, series: 1, confirmedRatio: 0.004 },
    'With this service and 5 pairs, about 1 in 17 unchanged pull requests is blocked; `confirmation` makes it fewer than 1 in 100.',
  ],
  [
    { ratio: 0.9, services: 8, series: 8, confirmedRatio: 0.7 },
    'With these 8 services and 5 pairs, about 9 in 10 unchanged pull requests are blocked.',
  ],
  [
    { ratio: 0.16, services: 8, series: 8, confirmedRatio: null },
    'With these 8 services, about 1 in 6 unchanged pull requests is blocked in spite of the confirmation: runs vary too much here.',
  ],
  [
    { ratio: 0.7, services: 1, series: 3, confirmedRatio: 0.5 },
    'With these 3 gated series and 5 pairs, about 7 in 10 unchanged pull requests are blocked.',
  ],
] as const)('%j', (expected, sentence) => {
  expect(text(expected)).toBe(sentence)
})

test.each([null, { ratio: 0.05, services: 8, series: 8, confirmedRatio: 0.02 }])('%j: no sentence', (expected) => {
  expect(text(expected)).toBe('')
})

test('the sentence counts runs or jobs, and neither if the services differ in them', () => {
  const expected = { ratio: 0.25, services: 2, series: 2, confirmedRatio: 0.2 }
  const sentence = (words: string) => `With these 2 services${words}, about 1 in 4 unchanged pull requests is blocked.`
  expect(text(expected, [aService({ design: 'runs', comparisons: [FIVE] })])).toBe(sentence(' and 5 runs per side'))
  expect(text(expected, [aService({ design: 'jobs', comparisons: [FIVE] })])).toBe(sentence(' and 5 jobs'))
  const three = aComparison({ runs: { baseline: 3, candidate: 3 } })
  expect(text(expected, [PAIRS, aService({ design: 'pairs', comparisons: [three] })])).toBe(sentence(''))
})

import { expect, test } from '@jest/globals'
import { restarted } from '../../../src/policy/rules/restarted.ts'
import { messageOf } from '../../../src/report/finding-text.ts'
import { aCounter, aMeasurement, anEvidence, aRun, aServicePolicy } from '../evidence.ts'

const runWith = (restarts: number, oomKills: number, side: 'baseline' | 'candidate' = 'candidate') =>
  aRun({
    side,
    run: { measurements: [aMeasurement(), aCounter('restarts', restarts), aCounter('oom_kills', oomKills)] },
  })
const check = (evidence: Parameters<typeof anEvidence>[0]) => restarted.check(anEvidence(evidence), aServicePolicy())

test('an OOM kill says more than the restart that follows it', () => {
  const remarks = check({ candidateRuns: [runWith(1, 1), runWith(0, 0)] })
  expect(remarks).toMatchObject([
    {
      rule: 'invalid',
      metric: 'oom_kills',
      actual: 'the service ran out of memory and was killed in 1 of 2 candidate runs',
    },
  ])
  expect(messageOf(remarks[0] ?? { service: null, problem: [] })).toContain('Give it more memory')
})

test('a restart of the baseline beside the candidate counts too', () => {
  expect(check({ baselineRuns: [runWith(1, 0, 'baseline')] })).toMatchObject([{ metric: 'restarts' }])
})

test('runs without a restart, and runs of which nothing is known, give no finding', () => {
  expect(check({ candidateRuns: [runWith(0, 0)] })).toEqual([])
  expect(check({})).toEqual([])
})

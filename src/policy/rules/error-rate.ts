import { mean } from 'simple-statistics'
import type { ServiceEvidence } from '../../model/comparison.ts'
import type { ServicePolicy } from '../../model/policy.ts'
import type { Remark, Rule } from '../rule.ts'
import { readRuns } from '../run-values.ts'
import { amount, limitPoints, signedPoints } from '../wording.ts'

const SERIES = { metric: 'http_req_failed', stat: 'rate', endpoint: null } as const

/** Binary fractions: 0.04 - 0.03 is a little more than 0.01. */
const ROUNDING = 1e-9

/**
 * More requests fail than before. In percentage points: from 0.01 % to 0.02 % is no reason to block, though it doubles.
 * The mean over runs, not the median: one run of three that fails is not noise.
 */
export const errorRate: Rule = {
  id: 'error-rate',
  keys: ['error-rate'],
  check(evidence: ServiceEvidence, policy: ServicePolicy): readonly Remark[] {
    if (evidence.candidateRuns.length === 0) return []
    const before = readRuns(evidence.baselineRuns, SERIES)
    if (before.values.length === 0) return []
    const now = readRuns(evidence.candidateRuns, SERIES)
    const limit = policy.maxErrorRateIncrease
    const base = {
      rule: 'error-rate',
      service: evidence.service,
      ...SERIES,
      expected: `at most +${limitPoints(limit)}`,
    } as const
    const baseline = mean([...before.values])
    if (now.problems.length > 0) {
      const message = `The share of failed requests cannot be judged: ${now.problems[0]}. The baseline has ${amount(baseline, 'ratio')}.`
      return [{ ...base, actual: 'absent or unusable', message }]
    }
    const candidate = mean([...now.values])
    const rise = candidate - baseline
    if (rise <= limit + ROUNDING) return []
    const values = `${amount(baseline, 'ratio')} → ${amount(candidate, 'ratio', baseline)}`
    return [
      {
        ...base,
        actual: `${signedPoints(rise, limit)} (${values})`,
        message: `${amount(candidate, 'ratio', baseline)} of the requests failed, ${amount(baseline, 'ratio')} in the baseline (limit +${limitPoints(limit)}). Failed requests are often fast, so latency alone would not show this: find out why they fail.`,
      },
    ]
  },
}

import type { Difference, ServiceEvidence } from '../../model/comparison.ts'
import type { LevelKey } from '../../model/policy.ts'
import { gatedSeries, isCompared, isNotInBaseline } from '../coverage.ts'
import type { Remark, Rule } from '../rule.ts'
import { seriesName } from '../wording.ts'

/** The two sides were not measured under the same conditions. One remark a difference, or a series where only that differs. */
export const notComparable: Rule = {
  id: 'not-comparable',
  keys: ['changed-script', 'changed-load', 'changed-machine', 'changed-tool', 'changed-population'],
  check(evidence: ServiceEvidence): readonly Remark[] {
    const base = { service: evidence.service, expected: 'the conditions of the baseline' }
    if (evidence.differences.length > 0) {
      return evidence.differences.map(({ kind, message }) => ({
        ...base,
        rule: kind,
        endpoint: null,
        metric: null,
        stat: null,
        actual: ACTUAL[kind],
        message,
        ...(mayBeLeftOut(kind) && isJudged(evidence) ? { atMost: 'warn' as const } : {}),
      }))
    }
    return gatedSeries(evidence)
      .filter((series) => series.verdict === 'not-comparable' && !isNotInBaseline(series, evidence))
      .map((series) => ({
        ...base,
        rule: 'changed-population',
        endpoint: series.endpoint,
        metric: series.metric,
        stat: series.stat,
        actual: ACTUAL['changed-population'],
        message: `${seriesName(series)} was not compared. ${series.reason ?? 'The two sides measured different things.'}`,
      }))
  },
}

/** Another machine or version happens to honest runs: a runner is what the pool has free. A changed load test is somebody's change. */
function mayBeLeftOut(kind: Difference): boolean {
  return kind === 'changed-machine' || kind === 'changed-tool'
}

/**
 * Whether other runs of the service were compared. Where none was, a result that names another machine would be a way round the
 * gate, and everybody who writes results can name one.
 */
function isJudged({ comparisons }: ServiceEvidence): boolean {
  return comparisons.some((one) => one.role === 'primary' && isCompared(one))
}

const ACTUAL = {
  'changed-script': 'another load test script',
  'changed-load': 'another configured load',
  'changed-machine': 'another class of machine',
  'changed-tool': 'another major version of the tool',
  'changed-population': 'other requests',
} as const satisfies Partial<Record<LevelKey, string>>

import { closest } from 'fastest-levenshtein'
import type { ServiceEvidence } from '../model/comparison.ts'
import { adviceOnEndpoints } from '../model/k6-advice.ts'
import type { ServicePolicy } from '../model/policy.ts'
import { name, type Text, text } from '../model/text.ts'
import { type Remark, WHOLE_SERVICE } from './rule.ts'
import { matchesName } from './service-policy.ts'

/** Limits of endpoints that no result has under that name. A limit with a misspelt name would never apply. */
export function unmatchedLimits(evidence: ServiceEvidence, { endpoints }: ServicePolicy): readonly Remark<'missing'>[] {
  const { service, candidateRuns, baselineRuns } = evidence
  const runs = [...candidateRuns, ...baselineRuns]
  const names = [...new Set(runs.flatMap(({ run }) => run.measurements.flatMap(({ endpoint }) => endpoint ?? [])))]
  return endpoints
    .filter(({ pattern }) => !names.some((name) => matchesName(pattern, name)))
    .map(({ pattern }) => ({
      rule: 'missing',
      service,
      ...WHOLE_SERVICE,
      expected: `an endpoint called ${pattern}`,
      actual: 'no such endpoint',
      problem: text`the policy has a limit for the endpoint ${name(pattern)}, and no result has an endpoint of this name, so the limit is not in force`,
      detail: nearestName(pattern, names),
      atMost: 'warn',
    }))
}

/** What to write instead, where something is like it. */
export function nearestName(pattern: string, names: readonly string[]): Text {
  if (names.length === 0) {
    return text`The results have no endpoints at all. ${adviceOnEndpoints()}`
  }
  return text`The nearest name in the results is ${name(closest(pattern, [...names].sort()))}.`
}

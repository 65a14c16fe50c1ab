import { median } from 'simple-statistics'
import type { ServiceEvidence } from '../../model/comparison.ts'
import type { Bounds, Unit } from '../../model/measurement.ts'
import type { Budget, ServicePolicy } from '../../model/policy.ts'
import type { IdentifiedRun } from '../../model/run.ts'
import type { Remark, Rule } from '../rule.ts'
import { measurementIn, readBounds, readRuns } from '../run-values.ts'
import { matchesName } from '../service-policy.ts'
import { nearestName } from '../unmatched-limits.ts'
import { amount, counted, seriesName } from '../wording.ts'

/** An absolute limit: the median of the candidate runs against it. Equal to the limit is within it. */
export const budget: Rule = {
  id: 'budget',
  keys: ['budget'],
  check(evidence: ServiceEvidence, policy: ServicePolicy): readonly Remark[] {
    // A service without any run is missing-series' finding.
    if (evidence.candidateRuns.length === 0) return []
    return policy.budgets.flatMap((one) => judge(one, evidence))
  },
}

function judge(one: Budget, { service, candidateRuns }: ServiceEvidence): readonly Remark[] {
  const endpoints = one.endpoint === null ? [null] : matchingEndpoints(one, one.endpoint, candidateRuns)
  if (endpoints.length === 0) {
    const names = candidateRuns.flatMap(({ run }) =>
      run.measurements.flatMap(({ metric, endpoint }) =>
        metric === one.metric && endpoint !== null ? [endpoint] : [],
      ),
    )
    const problem = `No endpoint in the results matches \`${one.endpoint}\`. ${nearestName(one.endpoint ?? '', names)}`
    return [
      remark(
        one,
        service,
        one.endpoint,
        'absent',
        `${budgetName(one, one.endpoint)} cannot be judged. ${problem} Check the name in the policy.`,
      ),
    ]
  }
  return endpoints.flatMap((endpoint) => judgeEndpoint(one, service, endpoint, candidateRuns))
}

function judgeEndpoint(
  one: Budget,
  service: string,
  endpoint: string | null,
  runs: readonly IdentifiedRun[],
): readonly Remark[] {
  const { values, problems } = readRuns(runs, { ...one, endpoint })
  const bounds = problems.length === 0 ? null : readBounds(runs, { ...one, endpoint })
  if (bounds !== null && isWithin(one, bounds)) return []
  if (problems.length > 0) {
    const where = problems.length === runs.length ? '' : ` in ${problems.length} of ${counted(runs.length, 'run')}`
    const message = `${budgetName(one, endpoint)} cannot be judged${where}: ${problems[0]}. Measure it, or take the budget out of the policy.`
    return [remark(one, service, endpoint, `absent or unusable${where}`, message)]
  }
  const value = median([...values])
  const broken = one.max !== null && value > one.max ? one.max : one.min !== null && value < one.min ? one.min : null
  if (broken === null) return []
  const unit: Unit =
    runs.map((run) => measurementIn(run, one.metric, endpoint)).find((found) => found !== null)?.unit ?? 'none'
  const actual = amount(value, one.stat === 'count' ? 'none' : unit, broken)
  const side = value > broken ? 'over' : 'under'
  const over = runs.length === 1 ? '' : `, the median of ${counted(runs.length, 'run')}`
  return [
    remark(
      one,
      service,
      endpoint,
      actual,
      `${seriesName({ ...one, endpoint })} is ${actual}${over}: ${side} the budget of ${one.text}. The budget is absolute, so the baseline does not matter.`,
    ),
  ]
}

/** Load generators that left only summaries: kept by every value that it can be. */
function isWithin({ max, min }: Budget, { lower, upper }: Bounds): boolean {
  return (max === null || upper <= max) && (min === null || lower >= min)
}

function matchingEndpoints({ metric }: Budget, pattern: string, runs: readonly IdentifiedRun[]): readonly string[] {
  const names = runs.flatMap(({ run }) =>
    run.measurements.flatMap((one) => (one.metric === metric && one.endpoint !== null ? [one.endpoint] : [])),
  )
  return [...new Set(names)].filter((name) => matchesName(pattern, name))
}

function budgetName(one: Budget, endpoint: string | null): string {
  return `The budget for ${seriesName({ ...one, endpoint })}`
}

function remark(
  { metric, stat, max, min, text }: Budget,
  service: string,
  endpoint: string | null,
  actual: string,
  message: string,
): Remark {
  const expected = max !== null && min !== null ? `${text}` : max !== null ? `at most ${text}` : `at least ${text}`
  return { rule: 'budget', service, endpoint, metric, stat, expected, actual, message }
}

import { median } from 'simple-statistics'
import type { ServiceEvidence } from '../../model/comparison.ts'
import type { Bounds, Unit } from '../../model/measurement.ts'
import { count, formatBeside } from '../../model/numbers.ts'
import type { Budget, ServicePolicy } from '../../model/policy.ts'
import type { IdentifiedRun } from '../../model/run.ts'
import { series, type Text, text } from '../../model/text.ts'
import type { Remark, Rule } from '../rule.ts'
import { measurementIn, readBounds, readRuns } from '../run-values.ts'
import { matchesName } from '../service-policy.ts'
import { nearestName } from '../unmatched-limits.ts'

/** An absolute limit: the median of the candidate runs against it. Equal to the limit is within it. */
export const budget: Rule<'budget'> = {
  id: 'budget',
  levels: {
    budget: {
      default: 'fail',
      word: 'over budget',
      about: 'an absolute limit is broken',
    },
  },
  check(evidence: ServiceEvidence, policy: ServicePolicy): readonly Remark<'budget'>[] {
    // A service without any run is missing-series' finding.
    if (evidence.candidateRuns.length === 0) return []
    return policy.budgets.flatMap((one) => judge(one, evidence))
  },
}

const NOT_JUDGED = 'budget not judged'

function judge(one: Budget, { service, candidateRuns }: ServiceEvidence): readonly Remark<'budget'>[] {
  const endpoints = one.endpoint === null ? [null] : matchingEndpoints(one, one.endpoint, candidateRuns)
  if (endpoints.length === 0) {
    const names = candidateRuns.flatMap(({ run }) =>
      run.measurements.flatMap(({ metric, endpoint }) =>
        metric === one.metric && endpoint !== null ? [endpoint] : [],
      ),
    )
    return [
      remark(one, service, one.endpoint, 'absent', {
        word: NOT_JUDGED,
        problem: text`${budgetName(one, service, one.endpoint)} cannot be judged, because no endpoint in the results has this name`,
        action: text`Check the name in the policy.`,
        detail: nearestName(one.endpoint ?? '', names),
      }),
    ]
  }
  return endpoints.flatMap((endpoint) => judgeEndpoint(one, service, endpoint, candidateRuns))
}

function judgeEndpoint(
  one: Budget,
  service: string,
  endpoint: string | null,
  runs: readonly IdentifiedRun[],
): readonly Remark<'budget'>[] {
  const { values, problems } = readRuns(runs, { ...one, endpoint })
  const bounds = problems.length === 0 ? null : readBounds(runs, { ...one, endpoint })
  if (bounds !== null && isWithin(one, bounds)) return []
  if (problems.length > 0) {
    const where = problems.length === runs.length ? '' : ` in ${problems.length} of ${count(runs.length, 'run')}`
    return [
      remark(one, service, endpoint, `absent or unusable${where}`, {
        word: NOT_JUDGED,
        problem: text`${budgetName(one, service, endpoint)} cannot be judged${where === '' ? [] : [{ words: where }]}: ${problems[0] ?? text`the reason is not known`}`,
        action: text`Measure it, or take the budget out of the policy.`,
      }),
    ]
  }
  const value = median([...values])
  const broken = one.max !== null && value > one.max ? one.max : one.min !== null && value < one.min ? one.min : null
  if (broken === null) return []
  const unit: Unit =
    runs.map((run) => measurementIn(run, one.metric, endpoint)).find((found) => found !== null)?.unit ?? 'none'
  const actual = formatBeside(value, one.stat === 'count' ? 'none' : unit, broken)
  const side = value > broken ? 'over' : 'under'
  const over = runs.length === 1 ? [] : text`, the median of ${count(runs.length, 'run')}`
  return [
    remark(one, service, endpoint, actual, {
      word: `${side} budget`,
      problem: text`${series({ ...one, service, endpoint })} is ${actual}${over}: ${side} the budget of ${one.text}`,
      detail: text`The budget is absolute, so the baseline does not matter.`,
    }),
  ]
}

/** Load generators that left only summaries: the limit is kept if it is kept by each value that the number can have. */
function isWithin({ max, min }: Budget, { lower, upper }: Bounds): boolean {
  return (max === null || upper <= max) && (min === null || lower >= min)
}

function matchingEndpoints({ metric }: Budget, pattern: string, runs: readonly IdentifiedRun[]): readonly string[] {
  const names = runs.flatMap(({ run }) =>
    run.measurements.flatMap((one) => (one.metric === metric && one.endpoint !== null ? [one.endpoint] : [])),
  )
  return [...new Set(names)].filter((name) => matchesName(pattern, name))
}

function budgetName(one: Budget, service: string, endpoint: string | null): Text {
  return text`the budget for ${series({ ...one, service, endpoint })}`
}

function remark(
  { metric, stat, max, min, text }: Budget,
  service: string,
  endpoint: string | null,
  actual: string,
  said: Pick<Remark<'budget'>, 'word' | 'problem' | 'action' | 'detail'>,
): Remark<'budget'> {
  const expected = max !== null && min !== null ? `${text}` : max !== null ? `at most ${text}` : `at least ${text}`
  return { rule: 'budget', service, endpoint, metric, stat, expected, actual, ...said }
}

import { count, formatLimit, formatLimitPoints, formatSize, formatValue } from '../model/numbers.ts'
import type { Objective } from '../model/policy.ts'
import { code, names, type Text, text } from '../model/text.ts'
import type { WatchComparison, WatchedService, WatchFinding } from '../model/watch.ts'
import { comparisonOf, type Evidence, type Failures, ratioOf } from './evidence.ts'
import { slowerThan } from './histogram.ts'
import type { WatchTask } from './watch-service.ts'

type Limits = Pick<WatchTask, 'service' | 'objective' | 'maxRegressionRatio' | 'maxErrorRateIncrease' | 'metrics'>

/** A difference of four standard errors. Chance alone exceeds it less than once in 30,000 times. */
const ERROR_Z = 4

/** An alert pages at this multiple of the share that an objective allows. monitor/burn-rates.ts names the source. */
const PAGE_FACTOR = 14.4

/** First decides, then makes the sentences from the decision. */
export function judgeWatch(evidence: Evidence, task: Limits): WatchedService {
  const comparison = comparisonOf(evidence)
  const findings = [
    ...latencyFindings(comparison, evidence, task),
    ...errorFindings(evidence, task),
    ...objectiveFindings(evidence, task),
    ...lostFindings(evidence),
  ].toSorted((left, right) => LEVELS.indexOf(left.level) - LEVELS.indexOf(right.level))
  const notes = [...evidence.notes, ...statusNote(evidence, task)]
  return {
    service: task.service,
    outcome: findings[0]?.level ?? 'pass',
    findings,
    notes,
    comparison,
    mayComeLater: false,
  }
}

const LEVELS: readonly WatchFinding['level'][] = ['fail', 'no-data', 'warn']

function latencyFindings(
  { pValue, changeRatio, boundMs, slowRatio }: WatchComparison,
  { alpha, failures }: Evidence,
  { maxRegressionRatio }: Limits,
): readonly WatchFinding[] {
  const shares = text`${formatValue(slowRatio.candidate, 'ratio', 3)} of the requests take longer than ${formatValue(boundMs, 'ms')} (before: ${formatValue(slowRatio.baseline, 'ratio', 3)})`
  if (pValue <= alpha) {
    // When the buckets do not show the size of the change, the change counts as large.
    const isSmall = changeRatio !== null && changeRatio <= maxRegressionRatio
    const size = changeRatio === null ? text`slower` : text`about ${formatSize(changeRatio)} slower`
    const limit = `(limit ${formatLimit(maxRegressionRatio)})`
    return [{ level: isSmall ? 'warn' : 'fail', said: { problem: text`${size} ${limit}: ${shares}` } }]
  }
  // Failed requests are often fast, so "faster" is only good news when the status of the requests is known.
  if (pValue < 1 - alpha || failures !== null) return []
  return [
    {
      level: 'warn',
      said: {
        problem: text`faster, but no request has a status: ${shares}`,
        action: text`Failed requests are often fast. Set ${code('monitoring.status-label')} to the label that holds the status.`,
      },
    },
  ]
}

function errorFindings({ failures }: Evidence, { maxErrorRateIncrease }: Limits): readonly WatchFinding[] {
  if (failures === null) return []
  const [before, after] = [ratioOf(failures.baseline), ratioOf(failures.candidate)]
  if (after - before < maxErrorRateIncrease || after - before < ERROR_Z * standardError(failures)) return []
  const limit = formatLimitPoints(maxErrorRateIncrease)
  const problem = text`${formatValue(after, 'ratio', 3)} of the requests fail (before: ${formatValue(before, 'ratio', 3)}, limit: ${limit} more)`
  return [{ level: 'fail', said: { problem } }]
}

/** Each side has its own variance. With few requests, a pooled variance would make three failures in a hundred look proven. */
function standardError(sides: Readonly<{ baseline: Failures; candidate: Failures }>): number {
  const [left, right] = [sides.baseline, sides.candidate].map((side) => {
    const ratio = ratioOf(side)
    return (ratio * (1 - ratio)) / side.requests
  })
  return Math.sqrt((left ?? 0) + (right ?? 0))
}

/** An objective that was broken before by as much is not the fault of this deployment. It is a warning. */
function objectiveFindings(evidence: Evidence, { objective }: Limits): readonly WatchFinding[] {
  if (objective === null) return []
  const { failures } = evidence
  return [
    ...(slowShares(evidence, objective) ?? []),
    ...(failures === null
      ? []
      : brokenObjective(ratioOf(failures.baseline), ratioOf(failures.candidate), objective.maxErrorRatio, text`fail`)),
  ]
}

/**
 * Uses the first bucket that ends at the bound or above it: a request that takes longer than that end exceeds the bound for
 * certain.
 */
function slowShares({ baseline, candidate, unit }: Evidence, { boundMs, withinRatio }: Objective) {
  const bound = unit === 's' ? boundMs / 1000 : boundMs
  const end = candidate.buckets.find((bucket) => bucket.end >= bound * (1 - 1e-9))?.end
  if (end === undefined) return null
  const [before, after] = [baseline, candidate].map((side) => {
    const slow = slowerThan(side, end)
    return slow === null ? 0 : slow / side.requests
  })
  return brokenObjective(before ?? 0, after ?? 0, 1 - withinRatio, text`take longer than ${formatValue(boundMs, 'ms')}`)
}

function brokenObjective(before: number, after: number, allowed: number, what: Text): readonly WatchFinding[] {
  if (after < PAGE_FACTOR * allowed) return []
  const isNew = before <= after / 2
  const then = isNew ? 'before' : 'already before the deployment'
  const problem = text`${formatValue(after, 'ratio', 3)} of the requests ${what} (${then}: ${formatValue(before, 'ratio', 3)}, objective: at most ${formatValue(allowed, 'ratio', 3)})`
  return [{ level: isNew ? 'fail' : 'warn', said: { problem } }]
}

function lostFindings({ sides: { overlap } }: Evidence): readonly WatchFinding[] {
  if (overlap === null || overlap.lost.length === 0) return []
  const lost = count(overlap.lost.length, 'pod')
  const problem = text`${lost} of the new version disappeared from Prometheus during the comparison`
  return [{ level: 'warn', said: { problem, action: text`Find out why: ${names(overlap.lost)}.` } }]
}

function statusNote({ failures }: Evidence, { metrics }: Limits): readonly Text[] {
  if (failures !== null) return []
  const { statusLabel, histogram } = metrics
  return [
    text`Errors are not judged, because no series of ${code(metrics.counter ?? `${histogram}_count`)} has the label ${code(statusLabel)}. Set ${code('monitoring.status-label')} to the label that holds the status.`,
  ]
}

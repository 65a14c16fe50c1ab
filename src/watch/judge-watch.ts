import { count, formatLimit, formatLimitPoints, formatSize, formatValue } from '../model/numbers.ts'
import type { Objective } from '../model/policy.ts'
import { code, type Text, text } from '../model/text.ts'
import type { WatchComparison, WatchedService, WatchFinding } from '../model/watch.ts'
import { comparisonOf, type Evidence, type Failures, ratioOf } from './evidence.ts'
import { slowerThan } from './histogram.ts'
import type { WatchTask } from './watch-service.ts'

type Limits = Pick<WatchTask, 'service' | 'objective' | 'maxRegressionRatio' | 'maxErrorRateIncrease' | 'metrics'>

/** Standard errors of a difference of two shares: beyond this, chance does not do it once in 30,000 times. */
const ERROR_Z = 4

/** A page comes at this multiple of the share that an objective allows: monitor/burn-rates.ts has the source. */
const PAGE_FACTOR = 14.4

/** Decides first: the words are made of what was decided. */
export function judgeWatch(evidence: Evidence, task: Limits): WatchedService {
  const comparison = comparisonOf(evidence)
  const findings = [
    ...latencyFindings(comparison, evidence, task),
    ...errorFindings(evidence, task),
    ...objectiveFindings(evidence, task),
    ...lostFindings(evidence),
  ].toSorted((left, right) => LEVELS.indexOf(left.level) - LEVELS.indexOf(right.level))
  const notes = [...evidence.notes, ...statusNote(evidence, task)]
  return { service: task.service, outcome: findings[0]?.level ?? 'pass', findings, notes, comparison, mayCome: false }
}

const LEVELS: readonly WatchFinding['level'][] = ['fail', 'no-data', 'warn']

function latencyFindings(
  { pValue, changeRatio, boundMs, slowRatio }: WatchComparison,
  { alpha, failures }: Evidence,
  { maxRegressionRatio }: Limits,
): readonly WatchFinding[] {
  const shares = text`${formatValue(slowRatio.candidate, 'ratio', 3)} of the requests take longer than ${formatValue(boundMs, 'ms')}, and it was ${formatValue(slowRatio.baseline, 'ratio', 3)}`
  if (pValue <= alpha) {
    // Where the buckets do not say by how much, it counts as much.
    const isSmall = changeRatio !== null && changeRatio <= maxRegressionRatio
    const size = changeRatio === null ? text`slower` : text`about ${formatSize(changeRatio)} slower`
    const limit = `(limit ${formatLimit(maxRegressionRatio)})`
    return [{ level: isSmall ? 'warn' : 'fail', said: { problem: text`${size} ${limit}: ${shares}` } }]
  }
  // Failed requests are fast.
  if (pValue < 1 - alpha || failures !== null) return []
  return [
    {
      level: 'warn',
      said: {
        problem: text`faster, and no request says whether it failed: ${shares}`,
        action: text`Failed requests are fast. Say in ${code('monitoring.status-label')} which label holds the status.`,
      },
    },
  ]
}

function errorFindings({ failures }: Evidence, { maxErrorRateIncrease }: Limits): readonly WatchFinding[] {
  if (failures === null) return []
  const [before, after] = [ratioOf(failures.baseline), ratioOf(failures.candidate)]
  if (after - before < maxErrorRateIncrease || after - before < ERROR_Z * standardError(failures)) return []
  const limit = `(limit ${formatLimitPoints(maxErrorRateIncrease)} more)`
  const problem = text`${formatValue(after, 'ratio', 3)} of the requests fail, and it was ${formatValue(before, 'ratio', 3)} ${limit}`
  return [{ level: 'fail', said: { problem } }]
}

/** Of each share by itself: with few requests, a pooled one would take three failures in a hundred for proven. */
function standardError(sides: Readonly<{ baseline: Failures; candidate: Failures }>): number {
  const [left, right] = [sides.baseline, sides.candidate].map((side) => {
    const ratio = ratioOf(side)
    return (ratio * (1 - ratio)) / side.requests
  })
  return Math.sqrt((left ?? 0) + (right ?? 0))
}

/** What was broken before as much is not this deployment's doing, and is said all the same. */
function objectiveFindings(evidence: Evidence, { objective }: Limits): readonly WatchFinding[] {
  if (objective === null) return []
  const { failures } = evidence
  return [
    ...(slowShares(evidence, objective) ?? []),
    ...(failures === null
      ? []
      : broken(ratioOf(failures.baseline), ratioOf(failures.candidate), objective.maxErrorRatio, text`fail`)),
  ]
}

/** By the first bucket that ends at the bound or above: what exceeds that one certainly exceeds the bound. */
function slowShares({ baseline, candidate, unit }: Evidence, { boundMs, withinRatio }: Objective) {
  const bound = unit === 's' ? boundMs / 1000 : boundMs
  const end = candidate.buckets.find((bucket) => bucket.end >= bound * (1 - 1e-9))?.end
  if (end === undefined) return null
  const [before, after] = [baseline, candidate].map((side) => {
    const slow = slowerThan(side, end)
    return slow === null ? 0 : slow / side.requests
  })
  return broken(before ?? 0, after ?? 0, 1 - withinRatio, text`take longer than ${formatValue(boundMs, 'ms')}`)
}

function broken(before: number, after: number, allowed: number, what: Text): readonly WatchFinding[] {
  if (after < PAGE_FACTOR * allowed) return []
  const isNew = before <= after / 2
  const since = isNew
    ? text`it was ${formatValue(before, 'ratio', 3)}`
    : text`it was ${formatValue(before, 'ratio', 3)} before the deployment as well`
  const problem = text`${formatValue(after, 'ratio', 3)} of the requests ${what}, the objective allows ${formatValue(allowed, 'ratio', 3)}, and ${since}`
  return [{ level: isNew ? 'fail' : 'warn', said: { problem } }]
}

function lostFindings({ sides: { together } }: Evidence): readonly WatchFinding[] {
  if (together === null || together.lost.length === 0) return []
  const lost = count(together.lost.length, 'pod')
  const problem = text`${lost} of the new version stopped being scraped while it was compared`
  return [{ level: 'warn', said: { problem, action: text`See why: ${together.lost.slice(0, 5).join(', ')}.` } }]
}

function statusNote({ failures }: Evidence, { metrics }: Limits): readonly Text[] {
  if (failures !== null) return []
  const { statusLabel, histogram } = metrics
  return [
    text`Errors are not judged: no request says its status in the label ${code(statusLabel)} of ${code(metrics.counter ?? `${histogram}_count`)}. Say in ${code('monitoring.status-label')} where it is.`,
  ]
}

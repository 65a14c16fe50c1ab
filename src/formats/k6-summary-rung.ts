import { UserError } from '../model/errors.ts'
import type { Run } from '../model/run.ts'
import type { Rung } from '../model/rung.ts'

/**
 * The rung for one run of k6 at constant load, from its summary. Throws a UserError if the load varied, because a
 * summary does not separate the parts of a run.
 */
export function rungFromSummary(run: Run, source: string): Rung {
  const stat = (metric: string, name: string): number | null =>
    run.measurements.find((one) => one.metric === metric && one.endpoint === null)?.stats.get(name) ?? null
  const [iterationsPerS, requestsPerS, latencyMs] = [
    stat('iterations', 'rate'),
    stat('http_reqs', 'rate'),
    stat('http_req_duration', 'avg'),
  ]
  if (iterationsPerS === null || requestsPerS === null || latencyMs === null) {
    throw new UserError(
      'It has no iterations, http_reqs or mean of http_req_duration, so the load that was carried is not known.',
    )
  }
  const droppedPerS = stat('dropped_iterations', 'rate') ?? 0
  const [users, least, most] = [stat('vus', 'value'), stat('vus', 'min'), stat('vus', 'max')]
  const isClosed = droppedPerS === 0 && users !== null && least === most
  if (!isClosed && droppedPerS === 0 && isRamp(least, most)) {
    if (least === null || most === null)
      throw new UserError(
        'The summary does not have the least and the most virtual users (vus), so it is not known whether the load was one step. Give the raw points of this run, or a summary with vus.',
      )
    throw new UserError(
      `The virtual users went from ${least} to ${most} in one summary, which cannot tell the steps apart. Give the raw points of this run, or one run for each step.`,
    )
  }
  const errorRatio = stat('http_req_failed', 'rate') ?? 0
  return {
    source,
    model: isClosed ? 'closed' : 'open',
    users: users ?? 0,
    offeredPerS: isClosed ? null : iterationsPerS + droppedPerS,
    goodPerS: requestsPerS * (1 - errorRatio),
    iterationsPerS,
    latencyMs,
    p95Ms: stat('http_req_duration', 'p95'),
    iterationMs: stat('iteration_duration', 'avg'),
    requestsMs: (latencyMs * requestsPerS) / iterationsPerS,
    errorRatio,
    droppedRatio: droppedPerS / (iterationsPerS + droppedPerS),
    seconds: (run.durationMs ?? 0) / 1000,
  }
}

/**
 * Whether the number of users was ramped. With a constant arrival rate it varies a little, with ramping users a lot.
 */
function isRamp(least: number | null, most: number | null): boolean {
  return least === null || most === null || most > 2 * Math.max(1, least)
}

import type { ServiceEvidence } from '../../model/comparison.ts'
import type { ServicePolicy } from '../../model/policy.ts'
import type { IdentifiedRun } from '../../model/run.ts'
import type { Remark, Rule } from '../rule.ts'
import { measurementIn } from '../run-values.ts'
import { limitPercent, percent } from '../wording.ts'

/**
 * The load generator could not start the configured load, and before it could: the service holds its requests too long.
 * k6 writes `dropped_iterations` only when it dropped some: https://grafana.com/docs/k6/latest/using-k6/scenarios/concepts/dropped-iterations/
 */
export const droppedLoad: Rule = {
  id: 'dropped-load',
  keys: ['dropped-load'],
  check({ service, candidateRuns, baselineRuns }: ServiceEvidence, policy: ServicePolicy): readonly Remark[] {
    if (candidateRuns.length === 0 || baselineRuns.length === 0) return []
    const limit = policy.maxDroppedRatio
    const dropped = droppedRatio(candidateRuns)
    const before = droppedRatio(baselineRuns)
    if (dropped <= limit || before > limit) return []
    return [
      {
        rule: 'dropped-load',
        service,
        endpoint: null,
        metric: 'dropped_iterations',
        stat: 'count',
        expected: `at most ${limitPercent(limit)} dropped`,
        actual: `${percent(dropped, limit)} dropped`,
        message: `The load generator dropped ${percent(dropped, limit)} of the iterations (limit ${limitPercent(limit)}, baseline ${percent(before)}), so these results saw less load than configured. The service is saturated, or the load test needs more VUs.`,
      },
    ]
  },
}

/** Dropped iterations of all that should have been started, over all runs together. */
function droppedRatio(runs: readonly IdentifiedRun[]): number {
  const dropped = total(runs, 'dropped_iterations')
  const all = dropped + total(runs, 'iterations')
  return all === 0 ? 0 : dropped / all
}

function total(runs: readonly IdentifiedRun[], metric: string): number {
  return runs.reduce((sum, run) => sum + (measurementIn(run, metric, null)?.stats.get('count') ?? 0), 0)
}

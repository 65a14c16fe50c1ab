import { median } from 'simple-statistics'
import type { ServiceEvidence } from '../../model/comparison.ts'
import { formatLimit, formatSize } from '../../model/numbers.ts'
import type { ServicePolicy } from '../../model/policy.ts'
import type { Quantity } from '../../model/quantity.ts'
import type { IdentifiedRun } from '../../model/run.ts'
import { text } from '../../model/text.ts'
import type { Remark, Rule } from '../rule.ts'
import { quantityIn } from '../run-values.ts'

/**
 * The load generator could not start the configured load, and it could for the baseline: the service holds its requests too long. k6 writes
 * the number of dropped iterations only if there are some:
 * https://grafana.com/docs/k6/latest/using-k6/scenarios/concepts/dropped-iterations/
 */
export const droppedLoad: Rule<'dropped-load'> = {
  id: 'dropped-load',
  levels: {
    'dropped-load': {
      default: 'fail',
      word: 'load was dropped',
      about: 'more dropped iterations than `max-dropped-iterations` allows',
    },
  },
  check(
    { service, candidateRuns, baselineRuns, missing }: ServiceEvidence,
    policy: ServicePolicy,
  ): readonly Remark<'dropped-load'>[] {
    if (candidateRuns.length === 0 || baselineRuns.length === 0) return []
    // A missing load generator explains the missing load, and it is reported already.
    const lost = missing?.generators == null ? lostLoad(service, candidateRuns, baselineRuns) : []
    const limit = policy.maxDroppedRatio
    const dropped = droppedRatio(candidateRuns)
    const before = droppedRatio(baselineRuns)
    if (dropped <= limit || before > limit) return lost
    return [
      {
        rule: 'dropped-load',
        service,
        endpoint: null,
        metric: nameOf(candidateRuns, 'dropped-work'),
        stat: 'count',
        expected: `at most ${formatLimit(limit)} dropped`,
        actual: `${formatSize(dropped, limit)} dropped`,
        problem: text`the load generator dropped ${formatSize(dropped, limit)} of the iterations (limit ${formatLimit(limit)}, baseline ${formatSize(before)})`,
        action: text`The service is saturated, or the load test needs more virtual users.`,
        detail: text`The service received less load than configured.`,
      },
    ]
  },
}

/**
 * Two runs of one load test differ by far less. Users that wait for answers send less to a slower service, but then the latency shows it as
 * well.
 */
const MAX_LOST_RATIO = 0.25

/**
 * Much less load than before, though nothing was dropped: the service or the generator was throttled. Latency looks better than it is then.
 */
function lostLoad(
  service: string,
  candidateRuns: readonly IdentifiedRun[],
  baselineRuns: readonly IdentifiedRun[],
): readonly Remark<'dropped-load'>[] {
  const [now, before] = [candidateRuns, baselineRuns].map(requestRate)
  if (now == null || before == null || now >= (1 - MAX_LOST_RATIO) * before) return []
  return [
    {
      rule: 'dropped-load',
      service,
      endpoint: null,
      metric: nameOf(candidateRuns, 'throughput'),
      stat: 'rate',
      expected: `at least ${formatLimit(1 - MAX_LOST_RATIO)} of the requests of the baseline`,
      actual: `${formatSize(now / before)} of them`,
      problem: text`the service received ${now.toFixed(1)} requests per second, and ${before.toFixed(1)} in the baseline`,
      action: text`Find out whether the service or the load generator slowed down.`,
      detail: text`Less load makes a service look faster than it is: run both versions under the same load.`,
    },
  ]
}

/** What the tool calls it. */
function nameOf(runs: readonly IdentifiedRun[], quantity: Quantity): string | null {
  return runs.flatMap((run) => quantityIn(run, quantity)?.metric ?? [])[0] ?? null
}

/** The median over the runs; null where one does not say. */
function requestRate(runs: readonly IdentifiedRun[]): number | null {
  const rates = runs.flatMap((run) => quantityIn(run, 'throughput')?.stats.get('rate') ?? [])
  return rates.length === 0 || rates.length < runs.length ? null : median(rates)
}

/** Dropped iterations of all that should have been started, over all runs together. */
function droppedRatio(runs: readonly IdentifiedRun[]): number {
  const dropped = total(runs, 'dropped-work')
  const all = dropped + total(runs, 'work')
  return all === 0 ? 0 : dropped / all
}

function total(runs: readonly IdentifiedRun[], quantity: Quantity): number {
  return runs.reduce((sum, run) => sum + (quantityIn(run, quantity)?.stats.get('count') ?? 0), 0)
}

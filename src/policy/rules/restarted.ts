import type { ServiceEvidence } from '../../model/comparison.ts'
import { count } from '../../model/numbers.ts'
import type { IdentifiedRun, Side } from '../../model/run.ts'
import { name, text } from '../../model/text.ts'
import type { Remark, Rule } from '../rule.ts'
import { measurementIn } from '../run-values.ts'
import { invalidData } from './invalid-data.ts'

/** A restarted service answers fast from empty memory. A run with a restart is never green, whatever its latency. */
export const restarted: Rule<'invalid'> = {
  id: 'restarted',
  levels: invalidData.levels,
  check({ service, candidateRuns, baselineRuns, window }: ServiceEvidence): readonly Remark<'invalid'>[] {
    return [
      ...remarksOf(service, 'candidate', candidateRuns),
      // One of many stored runs may contain a restart. Blocking for it would block every change until that run is forgotten.
      ...(window === null ? remarksOf(service, 'baseline', baselineRuns) : []),
    ]
  },
}

const EVENTS = [
  {
    metric: 'oom_kills',
    what: 'ran out of memory and was killed',
    advice: 'Give it more memory, or find what needs it.',
  },
  { metric: 'restarts', what: 'was restarted', advice: 'Look into its log: it crashed, or something ended it.' },
] as const

function remarksOf(service: string, side: Side, runs: readonly IdentifiedRun[]): readonly Remark<'invalid'>[] {
  const worst = EVENTS.find(({ metric }) => runs.some((run) => happened(run, metric)))
  if (worst === undefined) return []
  const { metric, what, advice } = worst
  const affected = runs.filter((run) => happened(run, metric)).length
  const which = `in ${affected} of ${count(runs.length, `${side} run`)}`
  return [
    {
      rule: 'invalid',
      service,
      endpoint: null,
      metric,
      stat: 'count',
      expected: 'one process from the first request to the last',
      actual: `the service ${what} ${which}`,
      problem: text`${name(service)} ${what} during the load, ${which}, so its numbers do not show how fast it is`,
      action: text`${advice} Then measure again.`,
    },
  ]
}

function happened(run: IdentifiedRun, metric: string): boolean {
  return (measurementIn(run, metric, null)?.stats.get('count') ?? 0) > 0
}

import type { ServiceEvidence } from '../../model/comparison.ts'
import { count } from '../../model/numbers.ts'
import type { IdentifiedRun, Side } from '../../model/run.ts'
import { text } from '../../model/text.ts'
import { type Remark, type Rule, WHOLE_SERVICE } from '../rule.ts'
import { quantityIn } from '../run-values.ts'
import { invalidData } from './invalid-data.ts'

/** Runs of one load test differ by some percent in time and work. A run that lacks a tenth of both was stopped. */
const WHOLE_RATIO = 0.9

/**
 * A threshold with `abortOnFail` stopped a run. Its exit code is that of any crossed threshold, and its summary looks whole. Two signs
 * tell: both the time and the work are less than those of another run, or the script says that the crossed threshold stops the run.
 */
export const stoppedRun: Rule<'invalid'> = {
  id: 'stopped-run',
  levels: invalidData.levels,
  check({ service, candidateRuns, baselineRuns, window }: ServiceEvidence): readonly Remark<'invalid'>[] {
    const all = [...candidateRuns, ...baselineRuns]
    const whole = all.filter((run) => !isCut(run, all) && !crossedAbort(run))
    const isStopped = (run: IdentifiedRun): boolean =>
      mayBeStopped(run) && (isCut(run, all) || (crossedAbort(run) && whole.length === 0))
    return [
      ...remarkOf(service, 'candidate', candidateRuns.filter(isStopped), candidateRuns.length, all),
      // One of many stored runs may have been stopped. Blocking for it would block every change until that run is forgotten.
      ...(window === null
        ? remarkOf(service, 'baseline', baselineRuns.filter(isStopped), baselineRuns.length, all)
        : []),
    ]
  },
}

/** Without an exit code, the crossed thresholds of the summary say as much. */
function mayBeStopped({ exitCode, missedGoals, run }: IdentifiedRun): boolean {
  return missedGoals === true || (exitCode === null && run.thresholds.some(({ crossed }) => crossed))
}

/** Less time and less work than another run: a slow service does less work in the same time, and a fast one the same work in less time. */
function isCut(run: IdentifiedRun, all: readonly IdentifiedRun[]): boolean {
  return all.some((other) => {
    if (other.conditions.load !== run.conditions.load || other.conditions.scriptHash !== run.conditions.scriptHash)
      return false
    const ratios = [ratio(run.run.durationMs, other.run.durationMs), ratio(workOf(run), workOf(other))]
    const known = ratios.filter((one) => one !== null)
    return known.length > 0 && known.every((one) => one < WHOLE_RATIO)
  })
}

function ratio(one: number | null, other: number | null): number | null {
  return one === null || other === null || other === 0 ? null : one / other
}

function workOf(run: IdentifiedRun): number | null {
  const count = (quantity: 'work' | 'throughput') => quantityIn(run, quantity)?.stats.get('count') ?? null
  return count('work') ?? count('throughput')
}

function crossedAbort({ run }: IdentifiedRun): boolean {
  const { abortThresholds = [], thresholds, durationMs } = run
  return abortThresholds.some(
    ({ metric, expression, notBeforeMs }) =>
      notBeforeMs < (durationMs ?? Number.POSITIVE_INFINITY) &&
      thresholds.some((one) => one.crossed && one.metric === metric && one.expression === expression),
  )
}

function remarkOf(
  service: string,
  side: Side,
  stopped: readonly IdentifiedRun[],
  runs: number,
  all: readonly IdentifiedRun[],
): readonly Remark<'invalid'>[] {
  const [first] = stopped
  if (first === undefined) return []
  const longest = Math.max(...all.map(({ run }) => run.durationMs ?? 0))
  const took = first.run.durationMs === null ? [] : text` after ${seconds(first.run.durationMs)} s`
  const others = longest > (first.run.durationMs ?? longest) ? text`, and another run took ${seconds(longest)} s` : []
  const which = runs === 1 ? `The ${side} run` : `${stopped.length} of ${count(runs, `${side} run`)}`
  return [
    {
      rule: 'invalid',
      service,
      ...WHOLE_SERVICE,
      expected: 'a whole run',
      actual: `${which} was stopped`,
      problem: text`${runs === 1 ? text`the ${side} run` : which} was stopped by a crossed threshold with abortOnFail${took}${others}`,
      action: text`Look at the threshold in the log of the load test, and measure again; while versions are compared, leave abortOnFail out.`,
      detail: text`A run that was stopped is not measured to its end, so its numbers do not count.`,
    },
  ]
}

function seconds(durationMs: number): string {
  return (durationMs / 1000).toFixed(durationMs < 10_000 ? 1 : 0)
}

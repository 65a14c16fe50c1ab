import type { ServiceEvidence } from '../../model/comparison.ts'
import { count } from '../../model/numbers.ts'
import type { IdentifiedRun } from '../../model/run.ts'
import { name, text } from '../../model/text.ts'
import { type Remark, type Rule, WHOLE_SERVICE } from '../rule.ts'

/** The load test's own thresholds were crossed in a candidate run. */
export const k6Threshold: Rule<'k6-threshold'> = {
  id: 'k6-threshold',
  levels: {
    'k6-threshold': {
      default: 'warn',
      word: 'threshold of the load test crossed',
      about: "a threshold of the load test's own script was crossed",
    },
  },
  check({ service, candidateRuns }: ServiceEvidence): readonly Remark<'k6-threshold'>[] {
    const crossings = new Map<string, { metric: string; expression: string; runs: number }>()
    for (const { run } of candidateRuns) {
      for (const { metric, expression } of run.thresholds.filter(({ crossed }) => crossed)) {
        const key = JSON.stringify([metric, expression])
        crossings.set(key, { metric, expression, runs: (crossings.get(key)?.runs ?? 0) + 1 })
      }
    }
    const remarks = [...crossings.values()].map(
      ({ metric, expression, runs }): Remark<'k6-threshold'> => ({
        rule: 'k6-threshold',
        service,
        endpoint: null,
        metric,
        stat: null,
        expected: expression,
        actual: 'crossed',
        problem: text`the load test's own threshold ${name(expression)} on ${name(metric)} was crossed${candidateRuns.length === 1 ? [] : text` in ${`${runs}`} of ${count(candidateRuns.length, 'run')}`}`,
        action: text`The threshold is in the load script.`,
      }),
    )
    const unnamed = candidateRuns.filter(
      ({ missedGoals, run }) => missedGoals === true && !run.thresholds.some(({ crossed }) => crossed),
    )
    return unnamed.length === 0 ? remarks : [...remarks, exitRemark(service, unnamed)]
  },
}

function exitRemark(service: string, runs: readonly IdentifiedRun[]): Remark<'k6-threshold'> {
  const code = `${runs[0]?.exitCode}`
  return {
    rule: 'k6-threshold',
    service,
    ...WHOLE_SERVICE,
    expected: 'exit code 0',
    actual: `exit code ${code}`,
    problem: text`a threshold of the load test was crossed: exit code ${code} in ${count(runs.length, 'run')}`,
    action: text`The log of the load test names the threshold; the results do not.`,
  }
}

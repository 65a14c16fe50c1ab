import { formatValue } from '../../src/model/numbers.ts'
import { name, text } from '../../src/model/text.ts'
import type { Remark, Rule } from '../../src/policy/rule.ts'

const MAX_DURATION_MS = 600_000

/** The rule that docs/adding-a-rule.md adds: a load test that takes more than ten minutes is a warning. */
export const longTest: Rule<'long-test'> = {
  id: 'long-test',
  levels: {
    'long-test': {
      default: 'warn',
      word: 'takes long',
      about: 'the load test takes more than ten minutes',
    },
  },
  check({ service, candidateRuns }): readonly Remark<'long-test'>[] {
    const longest = Math.max(0, ...candidateRuns.map(({ run }) => run.durationMs ?? 0))
    if (longest <= MAX_DURATION_MS) return []
    return [
      {
        rule: 'long-test',
        service,
        endpoint: null,
        metric: null,
        stat: null,
        expected: `at most ${formatValue(MAX_DURATION_MS, 'ms')}`,
        actual: formatValue(longest, 'ms'),
        problem: text`the load test of ${name(service)} takes ${formatValue(longest, 'ms')}`,
        action: text`Make it shorter.`,
        detail: text`Nobody waits so long for a verdict.`,
      },
    ]
  },
}

import type { Doubt, ServiceEvidence } from '../../model/comparison.ts'
import { text } from '../../model/text.ts'
import type { Remark, Rule } from '../rule.ts'

/** The two sides saw another load, or a percentile stands on a step: numbers that can be compared, and can mislead. */
export const doubt: Rule = {
  id: 'doubt',
  keys: ['load-parity', 'mode-boundary'],
  check({ service, doubts = [] }: ServiceEvidence): readonly Remark[] {
    const kinds = [...new Set(doubts.map(({ kind }) => kind))]
    return kinds.map((kind) => ({
      rule: kind,
      service,
      endpoint: null,
      metric: null,
      stat: null,
      expected: WORDS[kind].expected,
      actual: WORDS[kind].actual,
      problem: WORDS[kind].problem,
      // Another load shows in the requests, in the time and in the users: that is one finding.
      detail: [
        doubts
          .filter((one) => one.kind === kind)
          .map(({ message }) => message)
          .join(' '),
      ],
    }))
  },
}

const WORDS = {
  'load-parity': {
    expected: 'the load of the baseline',
    actual: 'another load',
    problem: text`the two sides saw another load, so they may not compare`,
  },
  'mode-boundary': {
    expected: 'a smooth distribution around the percentile',
    actual: 'a step at the percentile',
    problem: text`the gated percentile may jump by chance`,
  },
} as const satisfies Record<Doubt['kind'], Pick<Remark, 'expected' | 'actual' | 'problem'>>

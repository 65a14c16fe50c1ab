import type { Doubt, ServiceEvidence } from '../../model/comparison.ts'
import type { Remark, Rule } from '../rule.ts'

/** The two sides saw another load, or a percentile stands on a step: numbers that can be compared, and can mislead. */
export const doubt: Rule = {
  id: 'doubt',
  keys: ['load-parity', 'mode-boundary'],
  check({ service, doubts = [] }: ServiceEvidence): readonly Remark[] {
    return doubts.map(({ kind, message }) => ({
      rule: kind,
      service,
      endpoint: null,
      metric: null,
      stat: null,
      ...WORDS[kind],
      message,
    }))
  },
}

const WORDS = {
  'load-parity': { expected: 'the load of the baseline', actual: 'another load' },
  'mode-boundary': { expected: 'a smooth distribution around the percentile', actual: 'a step at the percentile' },
} as const satisfies Record<Doubt['kind'], Pick<Remark, 'expected' | 'actual'>>

import type { LoadDifference, ServiceEvidence } from '../../model/comparison.ts'
import { sentences, text } from '../../model/text.ts'
import { type Remark, type Rule, WHOLE_SERVICE } from '../rule.ts'

type Key = 'load-parity' | 'mode-boundary'

/**
 * The two sides had different loads, or a percentile lies between two groups of requests. The numbers can be compared, and they may
 * mislead.
 */
export const doubt: Rule<Key> = {
  id: 'doubt',
  levels: {
    'load-parity': {
      default: 'warn',
      word: 'another load',
      about: 'the two sides got different numbers of requests, users or minutes',
    },
    'mode-boundary': {
      default: 'warn',
      word: 'p95 on a step',
      about: 'the p95 stands between two groups of requests, so that a few requests move it far',
    },
  },
  check({ service, loadDifferences = [] }: ServiceEvidence): readonly Remark<Key>[] {
    const kinds = [...new Set(loadDifferences.map(({ kind }) => kind))]
    return kinds.map((kind) => ({
      rule: kind,
      service,
      ...WHOLE_SERVICE,
      expected: WORDS[kind].expected,
      actual: WORDS[kind].actual,
      problem: WORDS[kind].problem,
      // A different load shows in requests, time and users. It is one finding.
      detail: sentences(...loadDifferences.filter((one) => one.kind === kind).map(({ message }) => message)),
    }))
  },
}

const WORDS = {
  'load-parity': {
    expected: 'the load of the baseline',
    actual: 'another load',
    problem: text`the two sides had different loads, so they may not be comparable`,
  },
  'mode-boundary': {
    expected: 'a smooth distribution around the percentile',
    actual: 'a step at the percentile',
    problem: text`the gated percentile may jump by chance`,
  },
} as const satisfies Record<LoadDifference['kind'], Pick<Remark<Key>, 'expected' | 'actual' | 'problem'>>

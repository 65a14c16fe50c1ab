import type { StoredRun } from '../../src/model/baseline.ts'
import type { IdentifiedRun } from '../../src/model/run.ts'
import { DEFAULT_SERVICE_POLICY } from '../../src/policy/default-policy.ts'
import { limitFor } from '../../src/policy/service-policy.ts'
import type { ComparisonInput } from '../../src/statistics/comparison-input.ts'
import type { Scenario } from './scenario.ts'

/** The value of `confirmation: { max-runs: 10 }`. */
export const CONFIRMATION = { maxRuns: 10 } as const

/** The input of the real comparison, under the default policy. */
export function comparisonInput(
  runs: readonly IdentifiedRun[],
  stored: ReadonlyMap<string, readonly StoredRun[]> | null,
  { design, confirmation }: Pick<Scenario, 'design' | 'confirmation'>,
): ComparisonInput {
  return {
    collected: { runs, refusals: [] },
    origin: design === 'pairs' ? 'same-results' : 'other-results',
    lookup: stored === null ? null : { kind: 'found', place: 'simulation', services: stored },
    ancestry: null,
    namedServices: [],
    policyFor: () => DEFAULT_SERVICE_POLICY,
    isUntouched: () => false,
    limitFor,
    confirmation: confirmation ? CONFIRMATION : null,
  }
}

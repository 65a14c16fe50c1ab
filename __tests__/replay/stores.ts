import type { BaselineLookup, StoredRun } from '../../src/model/baseline.ts'
import type { LedgerEntry } from '../../src/model/ledger.ts'
import { history, mark, run, stored } from '../statistics/runs.ts'
import { anOwedEntry } from '../storage/stored-runs.ts'

type Found = Extract<BaselineLookup, { kind: 'found' }>

export function store(
  services: Readonly<Record<string, readonly StoredRun[]>>,
  ledger: readonly LedgerEntry[] = [],
): Found {
  return { kind: 'found', place: 'baselines', services: new Map(Object.entries(services)), ledger }
}

/** Values around 100 ms that vary by about 1 %, the same in each run. */
export function steady(length: number): readonly number[] {
  const pattern = [100, 101, 99, 100, 98, 102, 100, 99, 101, 100]
  return Array.from({ length }, (_, index) => pattern[index % pattern.length] ?? 100)
}

/** The push at position 12 is slow, and the next push is not: nothing had changed. */
export const ONE_SPIKE = store({ checkout: history(steady(30).with(12, 109)) })

/** At position 15 the level rises by 12 % and stays; a person had accepted that. At position 22 it rises by 4 % and stays. */
export const ACCEPTED_STEP = store(
  {
    checkout: history(steady(30)).map((one, index) => {
      const value = (steady(30)[index] ?? 100) * (index < 15 ? 1 : index < 22 ? 1.12 : 1.165)
      const measured = { ...one, run: { ...one.run, run: run(Number(value.toFixed(2))).run } }
      return index === 15 ? { ...measured, mark: { ...mark('overridden', 0.12), override: null } } : measured
    }),
  },
  [
    anOwedEntry({
      commit: 'c15',
      accepted: {
        by: 'mona',
        reason: 'new | tax rules',
        at: '2026-01-15T09:00:00Z',
        pullRequest: 7,
        headSha: 'b'.repeat(40),
      },
    }),
  ],
)

/** Two services, another branch, and a push that changed the load script. */
export const SEVERAL = store({
  checkout: [
    ...history(steady(12)),
    stored(12, 100, { conditions: { machine: null, load: null, scriptHash: 'new', tool: null } }),
    ...[0, 1, 2].map((index) => ({ ...stored(20 + index, index === 2 ? 130 : 100), branch: 'release/1' })),
  ],
  search: steady(12).map((value, index) =>
    stored(index, index === 11 ? 2 * value : value, { service: 'search', jobId: `job-${index}` }),
  ),
})

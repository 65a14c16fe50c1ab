import type { FoundBaselines, StoredRun } from '../model/baseline.ts'
import { runKey } from './stored-run.ts'

/**
 * Joins several copies of one store, such as those of older commits of its branch: each copy keeps only its newest jobs. If
 * several copies have a run, the run of the first copy is used. The runs are in the order of recording.
 */
export function joinCopies(first: FoundBaselines, older: readonly FoundBaselines[]): FoundBaselines {
  if (older.length === 0) return first
  const all = [first, ...older]
  const names = new Set(all.flatMap(({ services }) => [...services.keys()]))
  const services = [...names].map((service) => {
    const runs = new Map<string, StoredRun>()
    for (const stored of all.flatMap((store) => store.services.get(service) ?? [])) {
      if (!runs.has(runKey(stored))) runs.set(runKey(stored), stored)
    }
    return [service, [...runs.values()].toSorted((left, right) => timeOf(left) - timeOf(right))] as const
  })
  const entries = new Map(all.flatMap(({ ledger = [] }) => ledger).map((entry) => [JSON.stringify(entry), entry]))
  const ledger = [...entries.values()].toSorted((left, right) => timeOf(left) - timeOf(right))
  return { kind: 'found', place: first.place, services: new Map(services), ledger }
}

function timeOf({ recordedAt }: Readonly<{ recordedAt: string }>): number {
  return Date.parse(recordedAt)
}

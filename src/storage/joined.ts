import type { BaselineLookup, StoredRun } from '../model/baseline.ts'
import { runKey } from './stored-run.ts'

type Found = Extract<BaselineLookup, { kind: 'found' }>

/**
 * Several copies of one store as one, such as those of older commits of its branch: a store keeps the newest jobs only. A run that is in
 * several copies counts once, as the first copy has it. In the order of recording.
 */
export function joined(first: Found, older: readonly Found[]): Found {
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

import type { BaselineLookup, StoredRun } from '../model/baseline.ts'
import type { BaselineStore } from './store.ts'

/** A store that shows a branch only the records that it is compared with. */
export function seenByBranches(store: BaselineStore): BaselineStore {
  return {
    load: async (at) => (at === undefined ? await store.load() : visibleOn(await store.load(at), at.recordedAs)),
    append: store.append,
  }
}

/**
 * The records that a branch is compared with: its own, and those of the default branch up to the commit where the branch began.
 * The default branch never sees records of another branch, even after a merge. A service that only the ledger names is known, but
 * has no runs.
 *
 * @param branch null: the default branch
 */
export function visibleOn(lookup: BaselineLookup, branch: string | null): BaselineLookup {
  if (lookup.kind !== 'found') return lookup
  const isVisible = (one: Readonly<{ branch?: string | null }>): boolean => {
    const recordedOn = one.branch ?? null
    return recordedOn === null || recordedOn === branch
  }
  const ledger = lookup.ledger?.filter(isVisible)
  const runs = [...lookup.services].map(([service, stored]) => [service, stored.filter(isVisible)] as const)
  const services = new Map<string, readonly StoredRun[]>([
    ...(ledger ?? []).map(({ service }) => [service, []] as const),
    ...runs.filter(([, stored]) => stored.length > 0),
  ])
  if (services.size === 0) return { kind: 'never-written', place: lookup.place }
  return { ...lookup, services, ...(ledger === undefined ? {} : { ledger }) }
}

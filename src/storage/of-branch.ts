import type { BaselineLookup, StoredRun } from '../model/baseline.ts'
import type { BaselineStore } from './store.ts'

/** A store that shows of its records what the branch that is compared with may see. */
export function seenByBranches(store: BaselineStore): BaselineStore {
  return {
    load: async (at) => (at === undefined ? await store.load() : ofBranch(await store.load(at), at.recordedAs)),
    append: store.append,
  }
}

/**
 * The part of a store that a branch is compared with: its own records, and those of the default branch, of which the
 * history leaves only what came before the two parted. The default branch never sees records of others, also not when
 * they are merged into it. A service that only the ledger knows is known, and has no runs.
 *
 * @param branch null: the default branch
 */
export function ofBranch(lookup: BaselineLookup, branch: string | null): BaselineLookup {
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

import type { BaselineLookup } from '../model/baseline.ts'

/**
 * The part of a store that a branch is compared with: its own records, and those of the default branch, of which the
 * history leaves only what came before the two parted. The default branch never sees records of others, also not when
 * they are merged into it.
 *
 * @param branch null: the default branch
 */
export function ofBranch(lookup: BaselineLookup, branch: string | null): BaselineLookup {
  if (lookup.kind !== 'found') return lookup
  const isVisible = (one: Readonly<{ branch?: string | null }>): boolean => {
    const recordedOn = one.branch ?? null
    return recordedOn === null || recordedOn === branch
  }
  const services = new Map(
    [...lookup.services]
      .map(([service, runs]) => [service, runs.filter(isVisible)] as const)
      .filter(([, runs]) => runs.length > 0),
  )
  if (services.size === 0) return { kind: 'never-written', place: lookup.place }
  return {
    ...lookup,
    services,
    ...(lookup.ledger === undefined ? {} : { ledger: lookup.ledger.filter(isVisible) }),
  }
}

import type { BaselineLookup } from '../model/baseline.ts'
import type { Policy } from '../model/policy.ts'
import type { CollectedRuns } from '../model/run.ts'
import { matchesName } from './service-policy.ts'

/**
 * The baseline without the services that the policy says are gone. One that has results all the same is not gone: it is
 * judged as before.
 */
export function withoutRetired<Lookup extends BaselineLookup | null>(
  lookup: Lookup,
  { runs, refusals }: CollectedRuns,
  { retired }: Pick<Policy, 'retired'>,
): Lookup {
  if (lookup?.kind !== 'found' || retired.length === 0) return lookup
  const present = new Set([...runs, ...refusals].map(({ service }) => service))
  const isGone = (service: string): boolean =>
    !present.has(service) && retired.some((pattern) => matchesName(pattern, service))
  return { ...lookup, services: new Map([...lookup.services].filter(([service]) => !isGone(service))) }
}

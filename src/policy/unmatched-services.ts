import type { Policy } from '../model/policy.ts'
import { matchesName } from './service-policy.ts'

/** The names and patterns of services in the policy that fit none of these services: their settings are not in force. */
export function unmatchedServices({ services }: Policy, known: readonly string[]): readonly string[] {
  return services.map(({ pattern }) => pattern).filter((pattern) => !known.some((one) => matchesName(pattern, one)))
}

import type { ServiceEvidence } from '../model/comparison.ts'
import type { CollectedProfile } from '../model/profile.ts'
import { compareAll } from './compare-all.ts'

/** The evidence, with the comparison of the profiles of each service. */
export function explainServices(
  evidence: readonly ServiceEvidence[],
  profiles: readonly CollectedProfile[],
  ownCodeOf: (service: string) => readonly string[],
): readonly ServiceEvidence[] {
  return evidence.map((one) => {
    const own = profiles.filter(({ service }) => service === one.service)
    if (own.length === 0) return one
    const read = own.flatMap(({ content, ...place }) =>
      content.kind === 'profile' ? [{ ...place, profile: content.profile }] : [],
    )
    const refusals = own.flatMap(({ path, content }) =>
      content.kind === 'unreadable' ? [{ path, problem: content.problem }] : [],
    )
    return { ...one, profiles: { comparisons: compareAll(read, ownCodeOf(one.service)), refusals } }
  })
}

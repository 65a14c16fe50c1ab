import template from '../../../templates/how-to-read.hbs'
import type { Section } from '../section.ts'
import { gatedComparisons } from '../series.ts'
import { storedLevels } from '../sparkline.ts'
import { candidateName } from '../wording.ts'

/** Explains the terms that this report uses, and no others. */
export const howToRead: Section = {
  id: 'how-to-read',
  place: 'foot',
  template,
  build(verdict, context) {
    const gated = gatedComparisons(verdict)
    const estimate = gated.find((one) => one.estimate !== null)?.estimate ?? null
    // If nothing was compared, there are no numbers to explain, and line 1 says why.
    if (estimate === null) return undefined
    return {
      candidate: candidateName(context),
      // The two bounds are one-sided: each is wrong this often.
      errorChance: `${Math.round(1 / (1 - estimate.confidence))}`,
      hasEndpoints: gated.some(({ role }) => role === 'endpoint'),
      hasHistory: verdict.services.some((evidence) =>
        evidence.comparisons.some((one) => one.role !== 'other' && storedLevels(one, evidence).length > 0),
      ),
      isOverridable: context.overrideLabel !== null,
    }
  },
}

import template from '../../../templates/resources.hbs'
import { judgedRow } from '../comparison-row.ts'
import type { Section } from '../section.ts'
import { groupOf } from '../series.ts'
import { candidateTitle } from '../wording.ts'

/** Processor and memory, where the results hold them. */
export const resources: Section = {
  id: 'resources',
  place: 'service',
  template,
  build(verdict, context) {
    const comparisons = verdict.services
      .flatMap((service) => service.comparisons)
      .filter((one) => groupOf(one) === 'resources')
    if (comparisons.length === 0) return undefined
    return {
      rows: comparisons.map((one) => {
        const row = judgedRow(one, verdict)
        // What somebody gates on has a relative limit instead.
        return { ...row, budget: one.budget ?? row.limit }
      }),
      candidateTitle: candidateTitle(context),
    }
  },
}

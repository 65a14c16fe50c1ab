import template from '../../../templates/resources.hbs'
import { growthText } from '../../model/memory-growth.ts'
import { rightSizing, sizingText } from '../../model/right-sizing.ts'
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
    const growth = verdict.services.map(growthText).find((text) => text !== null) ?? null
    const sizing = rightSizing(verdict.services.flatMap(({ candidateRuns }) => candidateRuns))
    return {
      rows: comparisons.map((one) => {
        const row = judgedRow(one, verdict)
        // What somebody gates on has a relative limit instead.
        return { ...row, budget: one.budget ?? row.limit }
      }),
      candidateTitle: candidateTitle(context),
      // Most load tests of a pull request are too short for advice, which `inspect` explains and a report need not.
      ...(growth === null ? {} : { growth }),
      sizing: sizing?.kind === 'advice' ? sizingText(sizing) : undefined,
    }
  },
}

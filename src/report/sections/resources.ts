import template from '../../../templates/resources.hbs'
import { growthText } from '../../model/memory-growth.ts'
import { rightSizing, sizingText } from '../../model/right-sizing.ts'
import { written } from '../../model/text.ts'
import { judgedRow } from '../comparison-row.ts'
import type { Section } from '../section.ts'
import { seriesOfGroup } from '../series.ts'
import { candidateTitle, MARKDOWN } from '../wording.ts'

/** CPU and memory, if the results contain them. */
export const resources: Section = {
  id: 'resources',
  place: 'service',
  template,
  build(verdict, context) {
    const comparisons = seriesOfGroup(verdict, 'resources')
    if (comparisons.length === 0) return undefined
    const growth = verdict.services.map(growthText).find((text) => text !== null)
    const sizing = rightSizing(verdict.services.flatMap(({ candidateRuns }) => candidateRuns))
    return {
      rows: comparisons.map((one) => {
        const row = judgedRow(one, verdict)
        // A gated series has a relative limit instead of a budget.
        return { ...row, budget: one.budget ?? row.limit }
      }),
      candidateTitle: candidateTitle(context),
      // Most load tests of pull requests are too short for advice. `inspect` explains the reason, so the report leaves it out.
      ...(growth === undefined ? {} : { growth: written(growth, MARKDOWN) }),
      sizing: sizing?.kind === 'advice' ? written(sizingText(sizing), MARKDOWN) : undefined,
    }
  },
}

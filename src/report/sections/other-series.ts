import template from '../../../templates/other-series.hbs'
import { count } from '../../model/numbers.ts'
import { judgedRow, NOTHING } from '../comparison-row.ts'
import { code } from '../escape.ts'
import type { Section } from '../section.ts'
import { seriesOfGroup, worstFirst } from '../series.ts'
import { candidateTitle } from '../wording.ts'

/** Every series that no other table shows: endpoints and other metrics, with the worst first. */
export const otherSeries: Section = {
  id: 'other-series',
  place: 'service',
  page: 'drawn',
  template,
  build(verdict, context) {
    const comparisons = seriesOfGroup(verdict, 'other')
    if (comparisons.length === 0) return undefined
    const shown = worstFirst(comparisons).slice(0, context.maxRows)
    const hidden = comparisons.length - shown.length
    return {
      rows: shown.map((one) => ({
        endpoint: one.endpoint === null ? NOTHING : code(one.endpoint),
        ...judgedRow(one, verdict),
      })),
      hasRows: shown.length > 0,
      leftOut: hidden === 0 ? '' : `${count(hidden, 'more row')} with the smallest changes left out.`,
      candidateTitle: candidateTitle(context),
    }
  },
}

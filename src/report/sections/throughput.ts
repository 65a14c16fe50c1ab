import template from '../../../templates/throughput.hbs'
import { judgedRow } from '../comparison-row.ts'
import type { Section } from '../section.ts'
import { seriesOfGroup } from '../series.ts'
import { candidateTitle } from '../wording.ts'

/** Requests per second, errors, and dropped load. */
export const throughput: Section = {
  id: 'throughput',
  place: 'service',
  page: 'drawn',
  template,
  build(verdict, context) {
    const comparisons = seriesOfGroup(verdict, 'throughput')
    if (comparisons.length === 0) return undefined
    return { rows: comparisons.map((one) => judgedRow(one, verdict)), candidateTitle: candidateTitle(context) }
  },
}

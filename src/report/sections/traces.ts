import template from '../../../templates/traces.hbs'
import { count } from '../../model/numbers.ts'
import { written } from '../../model/text.ts'
import type { ServiceTraces } from '../../model/trace.ts'
import { code } from '../escape.ts'
import { refusalLines } from '../refusal-lines.ts'
import type { Section, SectionContext } from '../section.ts'
import { operationRows, samplingSentences } from '../trace-words.ts'
import { MARKDOWN } from '../wording.ts'

/** The largest number of operations in the table. The JSON report has more. */
const MAX_ROWS = 10

/** The operations in which the requests spent their time, if there are traces beside the runs. */
export const traces: Section = {
  id: 'traces',
  place: 'service',
  template,
  build({ services: [evidence] }, context) {
    return evidence?.traces === undefined ? undefined : tracesData(evidence.traces, context)
  },
}

function tracesData({ comparisons, refusals }: ServiceTraces, { maxRows }: SectionContext): object {
  return {
    comparisons: comparisons.map((comparison) => {
      const all = operationRows(comparison, code)
      const rows = all.slice(0, Math.min(MAX_ROWS, maxRows))
      const leftOut = all.length - rows.length + comparison.operationsLeftOut
      return {
        statement: samplingSentences(comparison).join(' '),
        rows,
        leftOut: leftOut === 0 ? '' : `${count(leftOut, 'more operation')} changed less.`,
        notes: comparison.notes.map((note) => written(note, MARKDOWN)),
      }
    }),
    refusals: refusalLines(refusals),
  }
}

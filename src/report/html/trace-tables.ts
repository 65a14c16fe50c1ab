import type { ServiceEvidence } from '../../model/comparison.ts'
import { plain } from '../cell.ts'
import { operationRows, samplingSentences } from '../trace-words.ts'
import { tableFigure } from './figure.ts'

const COLUMNS = ['Operation', 'Spans', 'Self time a trace', 'Change', 'p50', 'p95', 'Failed']

/** Where the requests spent their time: a table for each format of traces that lies beside the runs. */
export function traceTables({
  service,
  traces,
}: ServiceEvidence): readonly Readonly<{ title: string; figure: string }>[] {
  return (traces?.comparisons ?? []).map((comparison) => ({
    title: `Traces of ${comparison.tool}: where the requests spent their time`,
    figure: tableFigure({
      title: `Operations in the traces of ${plain(service)}`,
      caption: [...samplingSentences(comparison), ...comparison.notes.map((note) => plain(note))].join(' '),
      table: {
        columns: COLUMNS,
        rows: operationRows(comparison, (name) => plain(name, 120)).map(
          ({ operation, spans, self, change, p50, p95, failed }) => [operation, spans, self, change, p50, p95, failed],
        ),
      },
    }),
  }))
}

import type { ServiceEvidence } from '../../model/comparison.ts'
import { plain } from '../cell.ts'
import { countedWords, functionRows, profileFacts, profileStatement, weightsTitle } from '../profile-words.ts'
import { figureHtml } from './figure.ts'
import { flameGraph } from './flame-graph.ts'

/** Where the time goes: a flame graph for each tool, and its functions as a table. */
export function profileFigures(
  { service, profiles }: ServiceEvidence,
  candidateTitle: string,
): readonly Readonly<{ title: string; figure: string }>[] {
  return (profiles?.comparisons ?? []).map((comparison) => {
    const title = `Where the time goes: ${plain(comparison.tool)}, ${countedWords(comparison)}`
    const name = (text: string) => plain(text, 200)
    const facts = profileFacts(comparison, name).map((fact) => `${fact.name}: ${fact.text}.`)
    const weights = weightsTitle(comparison)
    const figure = figureHtml({
      title: `${title}, of ${plain(service)}`,
      plot: flameGraph(comparison),
      caption: [profileStatement(comparison, name), ...facts, ...comparison.notes.map((note) => plain(note))].join(' '),
      table: {
        columns: ['Function', 'Baseline', candidateTitle, ...(weights === null ? [] : [weights]), 'Change', 'Verdict'],
        rows: functionRows(comparison, name).map((row) => [
          row.name,
          row.baseline,
          row.candidate,
          ...(weights === null ? [] : [row.weights]),
          row.change,
          row.verdict,
        ]),
      },
    })
    return { title, figure }
  })
}

import type { ServiceEvidence } from '../../model/comparison.ts'
import { plain } from '../escape.ts'
import { countedWords } from '../profile-words.ts'
import { figureHtml } from './figure.ts'
import { flameGraph } from './flame-graph.ts'

/** A flame graph for each tool. The section "Where the time goes" has the same facts in words and numbers. */
export function profileFigures({
  service,
  profiles,
}: ServiceEvidence): readonly Readonly<{ title: string; figure: string }>[] {
  return (profiles?.comparisons ?? []).map((comparison) => {
    const title = `Flame graph: ${plain(comparison.tool)}, ${countedWords(comparison)}`
    const figure = figureHtml({
      title: `${title}, of ${plain(service)}`,
      plot: flameGraph(comparison),
      caption: 'The numbers are in the section “Where the time goes”.',
      table: null,
    })
    return { title, figure }
  })
}

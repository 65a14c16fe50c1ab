import { median } from 'simple-statistics'
import type { Comparison, ServiceEvidence } from '../../model/comparison.ts'
import { formatValue } from '../../model/numbers.ts'
import { plain } from '../escape.ts'
import { PLAIN, statisticName } from '../wording.ts'
import { figureHtml } from './figure.ts'
import { historyPlot, markText, shortCommit, stepsOf } from './history-plot.ts'
import { runValue } from './run-value.ts'

type HistoryPage = Readonly<{ title: string; releases: ReadonlyMap<string, string> }>

/** The history of one series on the default branch, with its numbers. Empty if nothing is stored. */
export function historyFigure(
  { history, candidateRuns, service }: ServiceEvidence,
  series: Comparison,
  { title, releases }: HistoryPage,
): readonly string[] {
  if (history == null) return []
  const candidate = candidateRuns.flatMap((run) => runValue(run, series) ?? [])
  const name = statisticName(series, PLAIN)
  const steps = stepsOf(history, series)
  const rows = history.jobs.map(({ commit, runs, mark, recordedAt }, position) => {
    const values = runs.flatMap((run) => runValue(run, series) ?? [])
    const events = [
      steps.includes(position) ? 'new level' : '',
      position === history.windowStart ? 'the baseline window starts' : '',
      mark === null ? '' : markText(mark),
      releases.has(commit) ? `release ${plain(releases.get(commit) ?? '', 40)}` : '',
    ]
    return [
      shortCommit(commit),
      plain(recordedAt.slice(0, 10)),
      values.length === 0 ? 'unknown' : formatValue(median(values), series.unit),
      `${runs.length}`,
      events.filter((event) => event !== '').join('; '),
    ]
  })
  return [
    figureHtml({
      title: `${name} of ${plain(service)} on the default branch`,
      plot: historyPlot({ series, history, candidate, candidateTitle: title, releases }),
      caption:
        'Circle: a stored run, hollow before the baseline window. Diamond: this candidate. Triangle: a commit that was recorded as regressed, overridden or improved. Line: the median of each level.',
      table: { columns: ['Commit', 'Recorded', `Median ${name}`, 'Runs', 'What happened'], rows },
    }),
  ]
}

import type { ServiceEvidence } from '../../model/comparison.ts'
import { formatMs, formatValue } from '../../model/numbers.ts'
import { NOTHING } from '../comparison-row.ts'
import { plain } from '../escape.ts'
import { figureHtml, type PlotTable } from './figure.ts'
import { mediansBySecond, p95Points, ratePoints, type TimedRun, timedRuns, timelinePlot } from './timeline-plot.ts'

/** The plot over time, or the reason why there is none. */
type TimelineFigure = Readonly<{ kind: 'figure'; html: string }> | Readonly<{ kind: 'reason'; text: string }>

const NOTHING_MEASURED = 'The course of the test: there is no usable result.'

const NO_TIMES =
  'The course of the test: these results are summaries, or digests of several load generators. Raw points, or the digest of one load generator, show how a run went over time.'

/** p95 and throughput through the test, if the results have a timeline. */
export function timelineFigure(
  { baselineRuns, candidateRuns, service }: ServiceEvidence,
  title: string,
): TimelineFigure {
  const baseline = timedRuns(baselineRuns, 'Baseline')
  const candidate = timedRuns(candidateRuns, title)
  if (baseline.length + candidate.length === 0) {
    return { kind: 'reason', text: baselineRuns.length + candidateRuns.length === 0 ? NOTHING_MEASURED : NO_TIMES }
  }
  const left = [
    baseline.length === 0 ? 'The baseline has no raw points, so only the candidate is drawn.' : '',
    candidate.length === 0 ? 'The candidate has no raw points, so only the baseline is drawn.' : '',
    baselineRuns.length > baseline.length && baseline.length > 0
      ? `Drawn: the last ${baseline.length} of ${baselineRuns.length} baseline runs that have raw points.`
      : '',
  ]
  return {
    kind: 'figure',
    html: figureHtml({
      title: `p95 and throughput of ${plain(service)} through the test`,
      plot: timelinePlot(baseline, candidate),
      caption: [
        'Successful requests only.',
        baseline.length > 1 || candidate.length > 1 ? 'Thick: the median of the runs of a side. Thin: each run.' : '',
        ...left,
      ]
        .filter((sentence) => sentence !== '')
        .join(' '),
      table: tableOf(baseline, candidate, title),
    }),
  }
}

function tableOf(baseline: readonly TimedRun[], candidate: readonly TimedRun[], title: string): PlotTable {
  const columns = [baseline, candidate].flatMap((side) => [
    atSecond(side, p95Points, formatMs),
    atSecond(side, ratePoints, (value) => formatValue(value, 'per-second')),
  ])
  const seconds = [...new Set(columns.flatMap((column) => [...column.keys()]))].toSorted((left, right) => left - right)
  return {
    columns: ['Seconds', 'p95, baseline', 'throughput, baseline', `p95, ${title}`, `throughput, ${title}`],
    rows: seconds.map((second) => [`${second}`, ...columns.map((column) => column.get(second) ?? NOTHING)]),
  }
}

/** The median over the drawn runs, at each second. */
function atSecond(
  runs: readonly TimedRun[],
  read: typeof p95Points,
  format: (value: number) => string,
): ReadonlyMap<number, string> {
  const medians = mediansBySecond(runs.map(({ timeline }) => read(timeline)))
  return new Map(medians.flatMap(([second, value]) => (value === null ? [] : [[second, format(value)] as const])))
}

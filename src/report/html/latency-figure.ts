import type { Comparison, ServiceEvidence } from '../../model/comparison.ts'
import { count, formatMs, plain } from '../cell.ts'
import { NOTHING } from '../comparison-row.ts'
import { worstFirst } from '../series.ts'
import { PLAIN, placeName } from '../wording.ts'
import { figureHtml, type PlotTable } from './figure.ts'
import { type LatencyCurve, latencyCurve } from './latency-curve.ts'
import { latencyPlot, shareText } from './latency-plot.ts'

/** How long the requests took on both sides: of the whole service, and of the endpoint that is worst, where one is over its limit. */
export function latencyFigures(
  evidence: ServiceEvidence,
  title: string,
  id: string,
): readonly Readonly<{ place: string; figure: string }>[] {
  return latenciesOf(evidence).flatMap((series, index) => {
    const curves = [
      latencyCurve(evidence.baselineRuns, series, { side: 'baseline', name: 'Baseline' }),
      latencyCurve(evidence.candidateRuns, series, { side: 'candidate', name: title }),
    ].filter((curve) => curve !== null)
    if (curves.length === 0) return []
    const name = series.metric === 'http_req_duration' ? 'Latency' : plain(series.metric)
    const figure = figureHtml({
      id: `${id}-${index}`,
      title: `${name} of ${placeName(series, PLAIN)}: both sides`,
      plot: latencyPlot(curves),
      caption: captionOf(curves),
      table: tableOf(curves),
    })
    return [{ place: series.endpoint === null ? 'all requests' : plain(series.endpoint, 120), figure }]
  })
}

function latenciesOf({
  comparisons,
  service,
}: ServiceEvidence): readonly Pick<Comparison, 'service' | 'endpoint' | 'metric'>[] {
  const latencies = comparisons.filter(({ role, unit }) => role !== 'other' && unit === 'ms')
  const whole = latencies.find(({ role, endpoint }) => role === 'primary' && endpoint === null)
  const worst = worstFirst(latencies.filter(({ endpoint }) => endpoint !== null)).find(({ verdict }) =>
    ['regressed', 'unproven'].includes(verdict),
  )
  const fallback = { service, endpoint: null, metric: 'http_req_duration' }
  return [whole ?? fallback, ...(worst === undefined ? [] : [worst])]
}

/** From what the curves are drawn decides what can be read between their points. */
function captionOf(curves: readonly LatencyCurve[]): string {
  const sides = curves.map(({ side }) => side)
  const looks = [
    sides.includes('baseline') ? 'Dashed and circles: the baseline.' : 'The baseline has no such numbers.',
    sides.includes('candidate') ? 'Solid and diamonds: the candidate.' : 'The candidate has no such numbers.',
  ]
  return [...looks, ...sourceTexts(curves), 'A curve further to the right is slower.'].join(' ')
}

function sourceTexts(curves: readonly LatencyCurve[]): readonly string[] {
  const [first, second] = curves.map(sourceText)
  if (first === undefined) return []
  if (second === undefined || second === first) return [`Drawn ${first}.`]
  return curves.map((curve) => `${curve.name}: drawn ${sourceText(curve)}.`)
}

function sourceText({ source, points, runs }: LatencyCurve): string {
  const over = runs === 1 ? '' : ', the median over the runs'
  if (source === 'requests') return `from all successful requests${over}`
  return `through the ${count(points.length, 'number')} that these results keep (${points.map(({ share }) => shareText(share)).join(', ')})${over}; between them the line is a guess`
}

function tableOf(curves: readonly LatencyCurve[]): PlotTable {
  const shares = [...new Set(curves.flatMap(({ points }) => points.map(({ share }) => share)))].toSorted(
    (left, right) => left - right,
  )
  return {
    columns: ['Share', ...curves.map(({ name }) => name)],
    rows: shares.map((share) => [
      shareText(share),
      ...curves.map(({ points }) => {
        const point = points.find((one) => one.share === share)
        return point === undefined ? NOTHING : formatMs(point.valueMs)
      }),
    ]),
  }
}

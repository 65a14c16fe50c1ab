import type { Comparison, ServiceEvidence } from '../../model/comparison.ts'
import { REQUEST_DURATION } from '../../model/k6-metrics.ts'
import { formatMs } from '../../model/numbers.ts'
import { quantityOf } from '../../model/quantity.ts'
import { NOTHING } from '../comparison-row.ts'
import { plain } from '../escape.ts'
import { worstFirst } from '../series.ts'
import { PLAIN, placeName } from '../wording.ts'
import { figureHtml, type PlotTable } from './figure.ts'
import { type LatencyCurve, latencyCurve } from './latency-curve.ts'
import { latencyPlot, percentilesPlot, shareText } from './latency-plot.ts'
import type { Plot } from './svg.ts'

/** The latency of both sides: of the whole service, and of the worst endpoint if an endpoint is over its limit. */
export function latencyFigures(
  evidence: ServiceEvidence,
  title: string,
): readonly Readonly<{ place: string; figure: string }>[] {
  return latenciesOf(evidence).flatMap((series) => {
    const curves = [
      latencyCurve(evidence.baselineRuns, series, { side: 'baseline', name: 'Baseline' }),
      latencyCurve(evidence.candidateRuns, series, { side: 'candidate', name: title }),
    ].filter((curve) => curve !== null)
    const plot = plotOf(curves)
    if (plot === null) return []
    const name = quantityOf(series) === 'latency' ? 'Latency' : plain(series.metric)
    const figure = figureHtml({
      title: `${name} of ${placeName(series, PLAIN)}: both sides`,
      plot,
      caption: captionOf(curves),
      table: tableOf(curves),
    })
    return [{ place: series.endpoint === null ? 'all requests' : plain(series.endpoint, 120), figure }]
  })
}

function latenciesOf({
  comparisons,
  service,
}: ServiceEvidence): readonly Pick<Comparison, 'service' | 'endpoint' | 'metric' | 'quantity'>[] {
  const latencies = comparisons.filter(({ role, unit }) => role !== 'other' && unit === 'ms')
  const whole = latencies.find(({ role, endpoint }) => role === 'primary' && endpoint === null)
  const worst = worstFirst(latencies.filter(({ endpoint }) => endpoint !== null)).find(({ verdict }) =>
    ['regressed', 'unproven'].includes(verdict),
  )
  const fallback: Pick<Comparison, 'service' | 'endpoint' | 'metric'> = {
    service,
    endpoint: null,
    metric: REQUEST_DURATION,
  }
  return [whole ?? fallback, ...(worst === undefined ? [] : [worst])]
}

/** A curve needs all requests. Summaries keep only a few percentiles, which are drawn if both sides have them. */
function plotOf(curves: readonly LatencyCurve[]): Plot | null {
  if (curves.length === 0) return null
  if (curves.every(({ source }) => source === 'requests')) return latencyPlot(curves)
  return curves.length === 2 ? percentilesPlot(curves) : null
}

function captionOf(curves: readonly LatencyCurve[]): string {
  const absent = (['baseline', 'candidate'] as const).filter((side) => !curves.some((curve) => curve.side === side))
  const source = curves.every((curve) => curve.source === 'requests')
    ? 'From all successful requests. A curve further to the right is slower.'
    : 'From the percentiles that the summaries keep.'
  const median = curves.some(({ runs }) => runs > 1) ? 'Median over the runs of a side.' : ''
  return [source, median, ...absent.map((side) => `The ${side} has no such numbers.`)]
    .filter((text) => text !== '')
    .join(' ')
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

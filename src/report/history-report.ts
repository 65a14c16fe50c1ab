import type { NamedCommit, SeriesTrend, ServiceTrend, SuspectWindow } from '../model/history.ts'
import { count, formatRatio, formatValue } from '../model/numbers.ts'
import { quantityOf } from '../model/quantity.ts'
import type { Text } from '../model/text.ts'
import { plain } from './escape.ts'
import { isResource } from './series.ts'
import { statisticName, type Wording } from './wording.ts'

/** The data of the history pages. */
export type HistoryReport = Readonly<{
  title: string
  /** In the order of their names. Never empty. */
  services: readonly ServiceTrend[]
  /** Names of releases by commit. */
  releases: ReadonlyMap<string, string>
  /** The commits of each window, the newest first. A window is left out if the clone does not contain its commits. */
  suspects: ReadonlyMap<string, readonly NamedCommit[]>
  /** `https://github.com/octo-org/shop`; null: commits are printed without links. */
  repositoryUrl: string | null
  notes: readonly Text[]
}>

export function windowKey({ from, to }: Pick<SuspectWindow, 'from' | 'to'>): string {
  return `${from}..${to}`
}

/** Whether a series has a full plot: gated series, throughput, errors, CPU and memory. Other series are table rows with a small plot. */
export function isDrawn(series: SeriesTrend): boolean {
  const { role, endpoint, metric, stat } = series
  if (role === 'primary') return true
  const quantity = quantityOf(series)
  const isOfLoad = stat === 'rate' && (quantity === 'throughput' || quantity === 'error-share')
  return endpoint === null && (isResource(metric) || isOfLoad)
}

/** The first gated series; if no job has a gated series, the first drawn series, else the first series. */
export function leadingSeries({ series }: ServiceTrend): SeriesTrend | undefined {
  return series.find(({ role }) => role === 'primary') ?? series.find(isDrawn) ?? series[0]
}

/** Gated series first, then throughput, then errors, then CPU and memory. */
export function drawnSeries({ series }: ServiceTrend): readonly SeriesTrend[] {
  const rank = (series: SeriesTrend) => {
    if (series.role === 'primary') return 0
    const quantity = quantityOf(series)
    return quantity === 'throughput' ? 1 : quantity === 'error-share' ? 2 : 3
  }
  return series.filter(isDrawn).toSorted((left, right) => rank(left) - rank(right))
}

/** `p95`, `p95 of GET /orders`, or only `memory` for a metric that is a single number. */
export function trendName(series: SeriesTrend, wording: Wording): string {
  const { endpoint, metric, stat } = series
  const name = stat === 'value' ? wording.name(metric) : statisticName(series, wording)
  return endpoint === null ? name : `${name} of ${wording.name(endpoint)}`
}

/** The level of the newest job; unknown if no job under the newest conditions has the series. */
export function levelText({ levels, unit }: SeriesTrend): string {
  return formatValue(levels.findLast(({ conditions }) => conditions === 0)?.value ?? null, unit)
}

/** `+8.3 %, 2026-03-04`: the newest step under the newest conditions; empty if there is none. */
export function lastStepText({ steps }: SeriesTrend, { jobs }: ServiceTrend): string {
  const step = steps.findLast(({ position }) => jobs[position]?.conditions === 0)
  return step === undefined ? '' : `${formatRatio(step.changeRatio)}, ${dayOf(jobs[step.position]?.recordedAt ?? '')}`
}

export function dayOf(time: string): string {
  return plain(time.slice(0, 10))
}

export function openDebts({ debts }: ServiceTrend): number {
  return debts.filter(({ repaid }) => repaid === null).length
}

export function historyStatement({ services }: HistoryReport): string {
  const owing = services.filter((service) => openDebts(service) > 0)
  const debts = owing.reduce((sum, service) => sum + openDebts(service), 0)
  if (debts === 0) return 'No slowdown is owed.'
  return `${count(debts, 'slowdown is', 'slowdowns are')} owed, in ${owing.length} of ${count(services.length, 'service')}.`
}

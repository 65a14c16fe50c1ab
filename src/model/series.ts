import type { Comparison, Series } from './comparison.ts'

/** When two series are the same, how series are ordered, and which direction is worse: for everything that judges and reports. */

export type SeriesId = Pick<Series, 'service' | 'endpoint' | 'metric' | 'stat'>

/** Only what names the series. */
export function seriesId({ service, endpoint, metric, stat }: SeriesId): SeriesId {
  return { service, endpoint, metric, stat }
}

/** A finding about a whole service has no metric, and one about the whole gate no service. */
type MaybeSeries = Readonly<{ [Key in keyof SeriesId]: SeriesId[Key] | null }>

export function isSameSeries(one: MaybeSeries, other: MaybeSeries): boolean {
  return one.service === other.service && isSameInService(one, other)
}

/** Whether two series of one service are the same. */
export function isSameInService(one: Omit<MaybeSeries, 'service'>, other: Omit<MaybeSeries, 'service'>): boolean {
  return one.endpoint === other.endpoint && one.metric === other.metric && one.stat === other.stat
}

/** The comparison that a finding is about; undefined: it is about several, or about something that was not compared. */
export function comparisonOf(
  finding: MaybeSeries,
  evidence: readonly Readonly<{ service: string; comparisons: readonly Comparison[] }>[],
): Comparison | undefined {
  return evidence
    .find(({ service }) => service === finding.service)
    ?.comparisons.find((comparison) => isSameSeries(comparison, finding))
}

/** A key that is equal for equal series, for maps and for sorting by name. */
export function seriesKey({ service, endpoint, metric, stat }: MaybeSeries): string {
  return JSON.stringify([service, endpoint, metric, stat])
}

/** `p95 of http_req_duration of GET /orders`: in messages of the JSON report and of policies, where readers look for the metric. */
export function messageName({ metric, stat, endpoint }: Omit<SeriesId, 'service'>): string {
  return `${stat} of ${metric}${endpoint === null ? '' : ` of ${endpoint}`}`
}

/** By UTF-16 unit: the same order on every machine, whatever its language. */
export function compareText(left: string, right: string): number {
  if (left === right) return 0
  return left < right ? -1 : 1
}

/** A change with its sign towards the worse: positive is worse. If the direction is not known, the sign stays. */
export function worseBy({ better }: Pick<Series, 'better'>, change: number): number {
  // 0 - change instead of -change: it gives 0 and not -0 for 0.
  return better === 'higher' ? 0 - change : change
}

/** The bounds of a range as changes for the worse: the least and the most. */
export function worseBounds(
  { better }: Pick<Series, 'better'>,
  { lower, upper }: Readonly<{ lower: number; upper: number }>,
): Readonly<{ least: number; most: number }> {
  return better === 'higher' ? { least: -upper, most: -lower } : { least: lower, most: upper }
}

/** How much worse the estimate is, for metrics of both directions. null: there is no estimate. */
export function worseningOf({ better, estimate }: Pick<Comparison, 'better' | 'estimate'>): number | null {
  if (estimate === null) return null
  return better === 'neither' ? Math.abs(estimate.changeRatio) : worseBy({ better }, estimate.changeRatio)
}

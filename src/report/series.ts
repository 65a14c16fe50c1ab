import type { Comparison, ComparisonVerdict, ServiceEvidence } from '../model/comparison.ts'
import { isOfBenchmark, type Quantity, quantityOf } from '../model/quantity.ts'
import { RESOURCE_STATS } from '../model/resources.ts'
import { compareText, isSameSeries, seriesKey, worseningOf } from '../model/series.ts'
import type { Finding, Verdict } from '../model/verdict.ts'

/** Which table of the report shows a series. */
type SeriesGroup = 'latency' | 'throughput' | 'resources' | 'other'

/** The statistics that the latency table shows, whether they were measured or not. */
export const LATENCY_STATS = ['p50', 'p95', 'p99']

/** Quantities of the throughput table: requests, work, errors and dropped work. */
const WORK: ReadonlySet<Quantity | null> = new Set(['throughput', 'error-share', 'work', 'dropped-work'])
const RESOURCE_METRIC = /(?:^|[_.])(?:cpu|memory|mem|rss)(?:[_.]|$)/i

/** Whether a metric is a sampled resource of the service, or is named like CPU or memory by any tool. */
export function isResource(metric: string): boolean {
  return RESOURCE_STATS.has(metric) || RESOURCE_METRIC.test(metric)
}

/** Which table of the report shows this series. Each series is in exactly one. */
function groupOf({ endpoint, metric, quantity, stat, unit, role }: Comparison): SeriesGroup {
  const known = quantityOf({ metric, quantity })
  if (endpoint !== null) return 'other'
  if (isResource(metric)) return 'resources'
  if (WORK.has(known)) return 'throughput'
  if (role === 'primary' && isOfBenchmark({ metric, quantity })) return 'latency'
  const isLatency = unit === 'ms' && (known === 'latency' || role === 'primary')
  return isLatency && (LATENCY_STATS.includes(stat) || role === 'primary') ? 'latency' : 'other'
}

const WORST_FIRST: readonly ComparisonVerdict[] = [
  'invalid',
  'missing',
  'regressed',
  'unproven',
  'not-comparable',
  'inconclusive',
  'slower',
  'new',
  'unchanged',
  'improved',
  'not-run',
]

/** The worst first: by verdict, then by the size of the change for the worse, then by name. */
export function worstFirst(comparisons: readonly Comparison[]): readonly Comparison[] {
  return comparisons.toSorted(
    (left, right) =>
      WORST_FIRST.indexOf(left.verdict) - WORST_FIRST.indexOf(right.verdict) ||
      (worseningOf(right) ?? 0) - (worseningOf(left) ?? 0) ||
      compareText(seriesKey(left), seriesKey(right)),
  )
}

/** The series that one table of the report shows. */
export function seriesOfGroup(verdict: Verdict, group: SeriesGroup): readonly Comparison[] {
  return verdict.services.flatMap(({ comparisons }) => comparisons.filter((one) => groupOf(one) === group))
}

/** The first finding about a comparison. Findings are sorted, so the first is the worst. */
export function findingOf(comparison: Comparison, verdict: Verdict): Finding | undefined {
  return verdict.findings.find((finding) => isSameSeries(finding, comparison))
}

/** The series that can block. */
export function gatedComparisons(verdict: Verdict): readonly Comparison[] {
  return verdict.services.flatMap(({ comparisons }) => comparisons.filter(({ role }) => role !== 'other'))
}

/** The part of the verdict about one service. The sections of the service are built from this part. */
export function verdictOfService(verdict: Verdict, evidence: ServiceEvidence): Verdict {
  return {
    ...verdict,
    services: [evidence],
    findings: verdict.findings.filter(({ service }) => service === evidence.service),
  }
}

/** Services that block first, then services with warnings, then the others by name. */
export function servicesWorstFirst(verdict: Verdict): readonly ServiceEvidence[] {
  const rank = (service: string): number => {
    const index = verdict.findings.findIndex((finding) => finding.service === service)
    return index === -1 ? verdict.findings.length : index
  }
  return verdict.services.toSorted(
    (left, right) => rank(left.service) - rank(right.service) || compareText(left.service, right.service),
  )
}

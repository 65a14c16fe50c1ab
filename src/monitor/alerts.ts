import type { BurnRate } from './burn-rates.ts'
import { durationText, type MonitoredService } from './monitored-service.ts'
import { rateOf, selectorsOf } from './queries.ts'

/** An alert as a rules file of Prometheus contains it. https://prometheus.io/docs/prometheus/latest/configuration/alerting_rules/ */
export type Alert = Readonly<{
  alert: string
  expr: string
  for: string
  labels: Readonly<{ service: string; owner: string; severity: 'page' | 'ticket'; signal: Signal }>
  annotations: Readonly<Record<string, string>>
}>

/** The subject of an alert. While a page fires, the ticket of the same signal and service is silent. */
type Signal = 'latency' | 'errors' | 'traffic' | 'limits' | 'data'

/** The two shares that have a limit. Recording rules store each share over each window. */
const SHARES = { latency: 'perf_gate:slow_requests', errors: 'perf_gate:failed_requests' } as const

export type Share = keyof typeof SHARES

/** The name of the recorded share over a window. */
export function shareSeries(share: Share, window: string): string {
  return `${SHARES[share]}:ratio_rate${window}`
}

/** The alert fires if the traffic is less than this share of the traffic a week before. */
const LEAST_TRAFFIC_RATIO = 0.5

/** The alerts of both shares for one burn rate. */
export function burnAlerts(service: MonitoredService, burn: BurnRate): readonly Alert[] {
  return [burnAlert(service, 'latency', burn), burnAlert(service, 'errors', burn)]
}

/** The share of requests that may be slow, or may fail. */
export function budgetOf({ objective }: MonitoredService, share: Share): number {
  return share === 'latency' ? plain(1 - objective.withinRatio) : objective.maxErrorRatio
}

/** An alert fires above this share. */
export function thresholdOf(service: MonitoredService, share: Share, { factor }: BurnRate): number {
  return plain(factor * budgetOf(service, share))
}

function burnAlert(service: MonitoredService, share: Share, burn: BurnRate): Alert {
  const { name, objective } = service
  const { all, counted } = selectorsOf(service)
  const recorded = (window: string): string => `${shareSeries(share, window)}{service="${name}"}`
  const threshold = thresholdOf(service, share, burn)
  const traffic = rateOf(share === 'latency' ? all : counted, burn.short)
  return {
    alert: `PerfGate${share === 'latency' ? 'Latency' : 'Errors'}Burn${burn.long}`,
    expr: [
      `${recorded(burn.long)} > ${threshold}`,
      `and ${recorded(burn.short)} > ${threshold}`,
      `and on() ${traffic} >= ${objective.minRatePerS}`,
      `and count_over_time(${recorded('5m')}[${burn.long}]) > ${burn.leastMinutes}`,
    ].join('\n'),
    for: burn.for,
    labels: labelsOf(service, burn.severity, share),
    annotations: annotationsOf(
      service,
      `${name}: {{ $value | humanizePercentage }} ${rateWords(service, share, burn)}`,
    ),
  }
}

function rateWords(service: MonitoredService, share: Share, { longText }: BurnRate): string {
  const allowed = `The objective allows ${percentText(budgetOf(service, share))}`
  if (share === 'errors') return `of the requests failed in the last ${longText}. ${allowed}.`
  const { bucket, objective } = service
  const bound = bucket.endMs === objective.boundMs ? '' : ` above ${durationText(objective.boundMs)}`
  return `of the requests took longer than ${durationText(bucket.endMs)} in the last ${longText}. ${allowed}${bound}.`
}

/**
 * Traffic is compared with the same time of the week before, because less traffic at night is not a fault. Without a week of history,
 * the alert is silent.
 */
export function trafficAlert(service: MonitoredService): Alert {
  const { all } = selectorsOf(service)
  const before = `sum(rate(${all}[30m] offset 1w))`
  return {
    alert: 'PerfGateTrafficFell',
    expr: [
      `${rateOf(all, '30m')} / ${before} < ${LEAST_TRAFFIC_RATIO}`,
      `and on() ${before} >= ${service.objective.minRatePerS}`,
    ].join('\n'),
    for: '15m',
    labels: labelsOf(service, 'ticket', 'traffic'),
    annotations: annotationsOf(
      service,
      `${service.name}: the traffic is {{ $value | humanizePercentage }} of that of the same time a week ago.`,
    ),
  }
}

/**
 * An alert on a series that does not exist never fires. If a bucket or a label has another name than in the policy, the other alerts
 * would therefore be silent. `absent` copies labels from the selector; `sum` removes them.
 */
export function dataAlerts(service: MonitoredService): readonly Alert[] {
  const { all, fast, counted, withStatus } = selectorsOf(service)
  const { name, bucket, metrics } = service
  const absent = (alert: string, expr: string, summary: string): Alert => ({
    alert,
    expr,
    for: '10m',
    labels: labelsOf(service, 'ticket', 'data'),
    annotations: annotationsOf(service, `${name}: ${summary}`),
  })
  return [
    absent(
      'PerfGateNoData',
      all === counted ? `absent(sum(${all}))` : `absent(sum(${all})) or absent(sum(${counted}))`,
      'Prometheus has no measurements of it, so nothing else can alarm.',
    ),
    absent(
      'PerfGateNoBucket',
      `absent(sum(${fast})) and on() count(${all}) > 0`,
      `${metrics.histogram} has no bucket that ends at ${durationText(bucket.endMs)}, so latency cannot alarm.`,
    ),
    absent(
      'PerfGateNoStatus',
      `absent(sum(${withStatus})) and on() count(${counted}) > 0`,
      `its requests have no label ${metrics.statusLabel}, so errors cannot alarm.`,
    ),
  ]
}

/** Alertmanager routes an alert by these labels: to its owner, as a page or as a ticket. */
export function labelsOf(
  { name, owner }: MonitoredService,
  severity: 'page' | 'ticket',
  signal: Signal,
): Alert['labels'] {
  return { service: name, owner, severity, signal }
}

export function annotationsOf({ runbookUrl }: MonitoredService, summary: string): Alert['annotations'] {
  return runbookUrl === null ? { summary } : { summary, runbook_url: runbookUrl }
}

export function percentText(ratio: number): string {
  return `${plain(100 * ratio)}%`
}

/** Without the error of binary fractions: 1 - 0.99 is 0.010000000000000009. */
function plain(value: number): number {
  return Number(value.toPrecision(10))
}

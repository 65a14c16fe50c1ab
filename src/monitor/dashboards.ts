import { budgetOf, percentText, type Share, shareSeries } from './alerts.ts'
import { countsMilliseconds } from './bucket.ts'
import { dashboard, type Panel } from './dashboard.ts'
import { limitQueries, MOST_MEMORY_RATIO, MOST_THROTTLED_RATIO } from './limit-alerts.ts'
import { durationText, type MonitoredService } from './monitored-service.ts'
import { rateOf, selectorsOf } from './queries.ts'

/** Of the windows of the alerts, the two that react first and the one that reacts last. */
const SHOWN_WINDOWS = ['5m', '1h', '3d'] as const

/** One service: its response times, slow and failed requests, traffic, containers and alerts. */
export function serviceDashboard(service: MonitoredService) {
  const { name, objective } = service
  const { all } = selectorsOf(service)
  return dashboard(uidOf(name), `perf-gate: ${name}`, [
    {
      title: `Response time, ${percentText(objective.withinRatio)} within ${durationText(objective.boundMs)}`,
      unit: timeUnit(service),
      limit: countsMilliseconds(service.metrics.histogram) ? objective.boundMs : objective.boundMs / 1000,
      queries: [0.5, 0.95, 0.99].map((quantile) => ({
        expr: `histogram_quantile(${quantile}, sum by (le) (rate(${bucketsOf(service)}[5m])))`,
        legend: `p${100 * quantile}`,
      })),
    },
    {
      title: 'Requests per second',
      unit: 'reqps',
      limit: null,
      queries: [
        { expr: rateOf(all, '5m'), legend: 'now' },
        { expr: `sum(rate(${all}[5m] offset 1w))`, legend: 'a week ago' },
      ],
    },
    sharePanel(service, 'latency', `Slower than ${durationText(service.bucket.endMs)}`),
    sharePanel(service, 'errors', 'Failed'),
    ...containerPanels(service),
    alertsPanel([service]),
  ])
}

/** All services on one page. */
export function overviewDashboard(services: readonly MonitoredService[]) {
  const [first] = services
  const each = (expr: (service: MonitoredService) => string) =>
    services.map((service) => ({ expr: expr(service), legend: service.name }))
  const used = (share: Share) =>
    each((service) => `${shareSeries(share, '1h')}{service="${service.name}"} / ${budgetOf(service, share)}`)
  return dashboard('perf-gate-overview', 'perf-gate: overview', [
    { title: 'Slow requests, 1 is what is allowed', unit: 'short', limit: 1, queries: used('latency') },
    { title: 'Failed requests, 1 is what is allowed', unit: 'short', limit: 1, queries: used('errors') },
    {
      title: 'p95',
      unit: first === undefined ? 's' : timeUnit(first),
      limit: null,
      queries: each((service) => `histogram_quantile(0.95, sum by (le) (rate(${bucketsOf(service)}[5m])))`),
    },
    {
      title: 'Requests per second',
      unit: 'reqps',
      limit: null,
      queries: each((service) => rateOf(selectorsOf(service).all, '5m')),
    },
    ...memoryPanels(services),
    alertsPanel(services),
  ])
}

/** How much of its limits a container uses, per pod. */
function containerPanels(service: MonitoredService): readonly Panel[] {
  if (service.container === null) return []
  const { cpuCores, throttledShare, memoryOfLimit, restartsAnHour } = limitQueries(service)
  return [
    { title: 'CPU, in cores', unit: 'short', limit: null, queries: [{ expr: cpuCores, legend: 'all pods' }] },
    {
      title: 'Time that the CPU limit held it back',
      unit: 'percentunit',
      limit: MOST_THROTTLED_RATIO,
      queries: [{ expr: throttledShare, legend: 'all pods' }],
    },
    {
      title: 'Memory, of its limit',
      unit: 'percentunit',
      limit: MOST_MEMORY_RATIO,
      queries: [{ expr: memoryOfLimit, legend: '{{pod}}' }],
    },
    {
      title: 'Restarts in the last hour',
      unit: 'short',
      limit: null,
      queries: [{ expr: restartsAnHour, legend: '{{pod}}' }],
    },
  ]
}

function memoryPanels(services: readonly MonitoredService[]): readonly Panel[] {
  const queries = services
    .filter(({ container }) => container !== null)
    .map((service) => ({ expr: `max(${limitQueries(service).memoryOfLimit})`, legend: service.name }))
  const title = 'Memory of the fullest pod, of its limit'
  return queries.length === 0 ? [] : [{ title, unit: 'percentunit', limit: MOST_MEMORY_RATIO, queries }]
}

function sharePanel(service: MonitoredService, share: Share, title: string): Panel {
  const allowed = budgetOf(service, share)
  return {
    title: `${title}, ${percentText(allowed)} is allowed`,
    unit: 'percentunit',
    limit: allowed,
    queries: SHOWN_WINDOWS.map((window) => ({
      expr: `${shareSeries(share, window)}{service="${service.name}"}`,
      legend: `over ${window}`,
    })),
  }
}

/** Prometheus has the series ALERTS only while an alert fires. Without a series, the panel shows 0. */
function alertsPanel(services: readonly MonitoredService[]): Panel {
  return {
    title: 'Alerts that fire',
    unit: 'short',
    limit: null,
    queries: services.map(({ name }) => ({
      expr: `count(ALERTS{alertname=~"PerfGate.+",alertstate="firing",service="${name}"}) or vector(0)`,
      legend: name,
    })),
  }
}

function bucketsOf({ name, metrics }: MonitoredService): string {
  return `${metrics.histogram}_bucket{${metrics.serviceLabel}="${name}"}`
}

function timeUnit({ metrics }: MonitoredService): 's' | 'ms' {
  return countsMilliseconds(metrics.histogram) ? 'ms' : 's'
}

/**
 * Grafana takes at most 40 characters, of letters, digits, `-` and `_`:
 * https://grafana.com/docs/grafana/latest/developers/http_api/dashboard/#identifier-id-vs-unique-identifier-uid
 * A name that does not fit is cut. A hash of the whole name tells it from other names with the same beginning.
 */
function uidOf(name: string): string {
  const fits = /^[a-z0-9_-]{1,30}$/.test(name) && name !== 'overview'
  return `perf-gate-${fits ? name : `${name.replaceAll(/[^a-z0-9_-]/g, '-').slice(0, 21)}-${fnv1a(name)}`}`
}

/** FNV-1a of 32 bits as eight hexadecimal digits: https://datatracker.ietf.org/doc/html/draft-eastlake-fnv */
function fnv1a(text: string): string {
  const hash = [...text].reduce(
    (state, character) => Math.imul(state ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0,
    0x811c9dc5,
  )
  return hash.toString(16).padStart(8, '0')
}

import { type Alert, burnAlerts, dataAlerts, shareSeries, trafficAlert } from './alerts.ts'
import { BURN_RATES } from './burn-rates.ts'
import type { LimitAlerts } from './limit-alerts.ts'
import type { MonitoredService } from './monitored-service.ts'
import { failedShare, selectorsOf, slowShare } from './queries.ts'

type Recording = Readonly<{ record: string; expr: string; labels: Readonly<{ service: string }> }>

/** A file for `rule_files` of Prometheus. */
export type RulesFile = Readonly<{
  groups: readonly Readonly<{ name: string; interval: string; rules: readonly (Recording | Alert)[] }>[]
}>

/** The windows by how often Prometheus computes them. BurnRate.leastMinutes relies on one value of the 5-minute window per minute. */
const WINDOWS = { '1m': ['5m', '30m', '1h'], '5m': ['6h', '3d'] } as const

/** The rules of a service: first the shares over each window, then the alerts, which use the shares. */
export function rulesFile(service: MonitoredService): RulesFile {
  const [often, rarely] = (['1m', '5m'] as const).map((interval) => [
    ...WINDOWS[interval].flatMap((window) => recordings(service, window)),
    ...BURN_RATES.filter((burn) => burn.interval === interval).flatMap((burn) => burnAlerts(service, burn)),
  ])
  return {
    groups: [
      { name: `perf-gate ${service.name}`, interval: '1m', rules: [...(often ?? []), ...dataAlerts(service)] },
      { name: `perf-gate ${service.name}, long windows`, interval: '5m', rules: rarely ?? [] },
    ],
  }
}

/** A file of its own, because its test needs a week of history, and promtool computes all rules of a file over the whole history. */
export function trafficFile(service: MonitoredService): RulesFile {
  return {
    groups: [{ name: `perf-gate ${service.name}, traffic`, interval: '5m', rules: [trafficAlert(service)] }],
  }
}

/** The alerts on the limits of containers have a file of their own, because not every service runs in a container. */
export function limitsFile(service: MonitoredService, alerts: LimitAlerts): RulesFile {
  return {
    groups: [{ name: `perf-gate ${service.name}, limits`, interval: '1m', rules: Object.values(alerts) }],
  }
}

function recordings(service: MonitoredService, window: string): readonly Recording[] {
  const selectors = selectorsOf(service)
  const labels = { service: service.name }
  return [
    { record: shareSeries('latency', window), expr: slowShare(selectors, window), labels },
    { record: shareSeries('errors', window), expr: failedShare(selectors, window), labels },
  ]
}

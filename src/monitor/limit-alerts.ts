import { type Alert, annotations, labels } from './alerts.ts'
import type { MonitoredService } from './monitored-service.ts'
import { rateOf, selectorsOf } from './queries.ts'

/**
 * Alerts on the limits of a service's containers, as the kubelet (cAdvisor) and kube-state-metrics count them. They are causes and no
 * symptoms, so none is a page: when users notice, latency or errors wake somebody.
 * https://github.com/google/cadvisor/blob/master/docs/storage/prometheus.md
 * https://github.com/kubernetes/kube-state-metrics/blob/main/docs/metrics/workload/pod-metrics.md
 */
export type LimitAlerts = Readonly<Record<'throttled' | 'memory' | 'outOfMemory' | 'restarts' | 'noContainer', Alert>>

/** `CPUThrottlingHigh` has the same: https://github.com/kubernetes-monitoring/kubernetes-mixin/blob/master/config.libsonnet */
export const MOST_THROTTLED_RATIO = 0.25

/** Above this the next request may end the container. */
export const MOST_MEMORY_RATIO = 0.9

/** One restart happens, and two. */
const MOST_RESTARTS_AN_HOUR = 2

/** null: the service runs in no container. */
export function limitAlerts(service: MonitoredService): LimitAlerts | null {
  const { name, container, objective } = service
  if (container === null) return null
  const queries = limitQueries(service)
  const { working, restarts, outOfMemory } = countersOf(service)
  const alert = (fields: Readonly<{ alert: string; expr: string; for: string; summary: string }>): Alert => ({
    alert: fields.alert,
    expr: fields.expr,
    for: fields.for,
    labels: labels(service, 'ticket', fields.alert === 'PerfGateNoContainer' ? 'data' : 'limits'),
    annotations: annotations(service, `${name}: ${fields.summary}`),
  })
  return {
    throttled: alert({
      alert: 'PerfGateThrottled',
      // A container that hardly runs has few periods, so that its share is chance.
      expr: [
        `${queries.throttledShare} > ${MOST_THROTTLED_RATIO}`,
        `and on() ${rateOf(selectorsOf(service).all, '5m')} >= ${objective.minRatePerS}`,
      ].join('\n'),
      for: '15m',
      summary: 'in {{ $value | humanizePercentage }} of the time its CPU limit held it back.',
    }),
    memory: alert({
      alert: 'PerfGateMemoryAtLimit',
      expr: `${queries.memoryOfLimit} > ${MOST_MEMORY_RATIO}`,
      for: '10m',
      summary: 'the pod {{ $labels.pod }} uses {{ $value | humanizePercentage }} of its memory limit.',
    }),
    outOfMemory: alert({
      alert: 'PerfGateOutOfMemory',
      expr: [
        `max by (namespace, pod) (increase(${restarts}[15m])) > 0`,
        `and max by (namespace, pod) (${outOfMemory}) > 0`,
      ].join('\n'),
      for: '1m',
      summary: 'the pod {{ $labels.pod }} needed more memory than its limit, and was killed.',
    }),
    restarts: alert({
      alert: 'PerfGateRestarts',
      expr: `${queries.restartsAnHour} > ${MOST_RESTARTS_AN_HOUR}`,
      for: '1m',
      summary: 'the pod {{ $labels.pod }} was restarted {{ $value }} times in the last hour.',
    }),
    noContainer: alert({
      alert: 'PerfGateNoContainer',
      expr: `absent(sum(${working})) or absent(sum(${restarts}))`,
      for: '10m',
      summary: `Prometheus has no container ${nameOf(service)}, so its limits cannot alarm. \`container\` in the policy says which it is.`,
    }),
  }
}

/** What is shown of containers, and what alerts compare. */
export function limitQueries(service: MonitoredService) {
  const { cpu, periods, throttled, working, limit, restarts } = countersOf(service)
  return {
    throttledShare: `${rateOf(throttled, '5m')} / ${rateOf(periods, '5m')}`,
    // By pod: the mean of many hides the one that is about to be killed.
    memoryOfLimit: `max by (namespace, pod) (${working}) / max by (namespace, pod) (${limit})`,
    // `increase` extrapolates, and 2 restarts would be 2.03.
    restartsAnHour: `round(max by (namespace, pod) (increase(${restarts}[1h])))`,
    cpuCores: rateOf(cpu, '5m'),
  }
}

function countersOf(service: MonitoredService) {
  const labels = labelsOf(service)
  return {
    cpu: `container_cpu_usage_seconds_total{${labels}}`,
    periods: `container_cpu_cfs_periods_total{${labels}}`,
    throttled: `container_cpu_cfs_throttled_periods_total{${labels}}`,
    working: `container_memory_working_set_bytes{${labels}}`,
    limit: `kube_pod_container_resource_limits{${labels},resource="memory"}`,
    restarts: `kube_pod_container_status_restarts_total{${labels}}`,
    outOfMemory: `kube_pod_container_status_last_terminated_reason{${labels},reason="OOMKilled"}`,
  }
}

function labelsOf({ name, container }: MonitoredService): string {
  const own = `container="${container?.name ?? name}"`
  return container?.namespace ? `namespace="${container.namespace}",${own}` : own
}

/** As the policy writes it. */
function nameOf({ name, container }: MonitoredService): string {
  return `${container?.namespace ? `${container.namespace}/` : ''}${container?.name ?? name}`
}

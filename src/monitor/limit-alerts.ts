import { type Alert, annotations, labels } from './alerts.ts'
import type { MonitoredService } from './monitored-service.ts'
import { rateOf, selectorsOf } from './queries.ts'

/**
 * Alerts on the limits of a service's containers, as the kubelet (cAdvisor) and kube-state-metrics count them. A limit is a cause and
 * not a symptom, so no alert is a page: if users notice, an alert on latency or errors calls somebody.
 * https://github.com/google/cadvisor/blob/master/docs/storage/prometheus.md
 * https://github.com/kubernetes/kube-state-metrics/blob/main/docs/metrics/workload/pod-metrics.md
 */
export type LimitAlerts = Readonly<Record<'throttled' | 'memory' | 'outOfMemory' | 'restarts' | 'noContainer', Alert>>

/** The same limit as in `CPUThrottlingHigh` of Kubernetes: https://github.com/kubernetes-monitoring/kubernetes-mixin/blob/master/config.libsonnet */
export const MOST_THROTTLED_RATIO = 0.25

/** With less free memory, the next request may exceed the limit, and then the kernel kills the container. */
export const MOST_MEMORY_RATIO = 0.9

/** One or two restarts in an hour are usual, for example during a deployment. */
const MOST_RESTARTS_AN_HOUR = 2

/** The alerts of a service. null: it runs in no container. */
export function limitAlerts(service: MonitoredService): LimitAlerts | null {
  const { name, container, objective } = service
  if (container === null) return null
  const queries = limitQueries(service)
  const { working, restarts, outOfMemory } = countersOf(service)
  const alert = ({ summary, ...fields }: Pick<Alert, 'alert' | 'expr' | 'for'> & { summary: string }): Alert => ({
    ...fields,
    labels: labels(service, 'ticket', fields.alert === 'PerfGateNoContainer' ? 'data' : 'limits'),
    annotations: annotations(service, `${name}: ${summary}`),
  })
  return {
    throttled: alert({
      alert: 'PerfGateThrottled',
      // A container without traffic has few periods, so its throttled share is chance.
      expr: [
        `${queries.throttledShare} > ${MOST_THROTTLED_RATIO}`,
        `and on() ${rateOf(selectorsOf(service).all, '5m')} >= ${objective.minRatePerS}`,
      ].join('\n'),
      for: '15m',
      summary: 'the CPU limit held it back in {{ $value | humanizePercentage }} of the time.',
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
      summary: `Prometheus has no container ${nameOf(service)}, so no alert on its limits can fire. Name the container in the policy, with \`container\`.`,
    }),
  }
}

/** The queries of containers that dashboards show and alerts compare. */
export function limitQueries(service: MonitoredService) {
  const { cpu, periods, throttled, working, limit, restarts } = countersOf(service)
  return {
    throttledShare: `${rateOf(throttled, '5m')} / ${rateOf(periods, '5m')}`,
    // Per pod, because a mean over many pods hides the pod that is about to be killed.
    memoryOfLimit: `max by (namespace, pod) (${working}) / max by (namespace, pod) (${limit})`,
    // Rounded, because `increase` extrapolates: 2 restarts may become 2.03.
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

/** The container as the policy writes it: `NAME` or `NAMESPACE/NAME`. */
function nameOf({ name, container }: MonitoredService): string {
  return `${container?.namespace ? `${container.namespace}/` : ''}${container?.name ?? name}`
}

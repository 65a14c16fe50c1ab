import type { Alert } from './alerts.ts'
import type { LimitAlerts } from './limit-alerts.ts'
import type { MonitoredService } from './monitored-service.ts'
import { selectorsOf } from './queries.ts'
import { fires, type RuleTest, type RuleTests, silent, type TestSeries } from './rule-test.ts'

/** What a container does in one hour of a test. */
type Hour = Readonly<{
  throttledRatio: number
  memoryRatio: number
  /** The values of the counter, in the notation of promtool: `0x60` is 0 and then 60 more times 0. */
  restarts: string
  outOfMemory: string
  requestsPerS: number
}>

const MEMORY_LIMIT_BYTES = 512 * 1024 * 1024

/** A period of the scheduler is 100 ms: https://docs.kernel.org/scheduler/sched-bwc.html */
const PERIODS_A_MINUTE = 600

/** Histories of a container, each with the alerts that it must fire. */
export function limitTests(service: MonitoredService, alerts: LimitAlerts, rulesPath: string): RuleTests {
  const told = (name: string, hour: Partial<Hour>, evalTime: string, alert: Alert, value: number) =>
    toldTest(service, alerts, historyOf(name, service, hour), { alert, evalTime, value })
  const untold = (name: string, hour: Partial<Hour>) => untoldTest(alerts, historyOf(name, service, hour))
  const onceKilled = { restarts: '0x20 1x40', outOfMemory: '_x20 1x40' }
  return {
    rule_files: [rulesPath],
    evaluation_interval: '1m',
    tests: [
      untold('a fifth of the time throttled, 85% of the memory, two restarts: nobody is told', {
        throttledRatio: 0.2,
        memoryRatio: 0.85,
        restarts: '0x10 1x20 2x30',
      }),
      told('half of the time throttled', { throttledRatio: 0.5 }, '30m', alerts.throttled, 0.5),
      untold('half of the time throttled, and too few requests to tell', {
        throttledRatio: 0.5,
        requestsPerS: service.objective.minRatePerS / 2,
      }),
      told('95% of the memory limit', { memoryRatio: 0.95 }, '30m', alerts.memory, 0.95),
      told('killed once for its memory', onceKilled, '25m', alerts.outOfMemory, 1),
      untold('killed once for its memory, half an hour ago', onceKilled),
      told('three restarts in an hour', { restarts: '0x10 1x10 2x10 3x30' }, '50m', alerts.restarts, 3),
      untoldTest(alerts, withoutLimits(historyOf('the container has no limits: nobody is told', service, {}))),
      absentTest(alerts),
    ],
  }
}

/** A test before it is said which alerts it fires. */
type History = Omit<RuleTest, 'alert_rule_test'>

function historyOf(name: string, service: MonitoredService, hour: Partial<Hour>): History {
  return { name, interval: '1m', input_series: containerSeries(service, { ...quiet(service), ...hour }) }
}

function withoutLimits({ input_series: series, ...history }: History): History {
  return { ...history, input_series: series.filter((one) => !/_limits\{|_periods_/.test(one.series)) }
}

/** The history must fire this alert and no other. */
function toldTest(
  service: MonitoredService,
  alerts: LimitAlerts,
  history: History,
  { alert, evalTime, value }: Readonly<{ alert: Alert; evalTime: string; value: number }>,
): RuleTest {
  const others = Object.values(alerts).filter((other) => other !== alert)
  return {
    ...history,
    alert_rule_test: [
      fires(alert, evalTime, value, alert === alerts.throttled ? {} : podOf(service)),
      ...others.map((other) => silent(other, evalTime)),
    ],
  }
}

function untoldTest(alerts: LimitAlerts, history: History): RuleTest {
  return { ...history, alert_rule_test: Object.values(alerts).map((alert) => silent(alert, '50m')) }
}

function absentTest(alerts: LimitAlerts): RuleTest {
  return {
    name: 'Prometheus has nothing of the container: limits cannot alarm, and that is told',
    interval: '1m',
    input_series: [{ series: 'up{job="another"}', values: '1x40' }],
    alert_rule_test: Object.values(alerts).map((alert) =>
      alert === alerts.noContainer ? fires(alert, '15m', 1) : silent(alert, '15m'),
    ),
  }
}

/** A container far below its limits. `0x60`: no restart. `_x60`: the series does not exist, because no container was ended. */
function quiet({ objective }: MonitoredService): Hour {
  const requestsPerS = 2 * objective.minRatePerS
  return { throttledRatio: 0, memoryRatio: 0.5, restarts: '0x60', outOfMemory: '_x60', requestsPerS }
}

function containerSeries(service: MonitoredService, hour: Hour): readonly TestSeries[] {
  const labels = Object.entries({ ...podOf(service), container: service.container?.name ?? service.name })
    .map(([name, value]) => `${name}="${value}"`)
    .join(',')
  const of = (metric: string, values: string, more = ''): TestSeries => ({
    series: `${metric}{${labels}${more}}`,
    values,
  })
  return [
    { series: selectorsOf(service).all, values: `0+${Number((60 * hour.requestsPerS).toPrecision(6))}x60` },
    of('container_cpu_cfs_periods_total', `0+${PERIODS_A_MINUTE}x60`),
    of('container_cpu_cfs_throttled_periods_total', `0+${hour.throttledRatio * PERIODS_A_MINUTE}x60`),
    of('container_memory_working_set_bytes', `${hour.memoryRatio * MEMORY_LIMIT_BYTES}x60`),
    of('kube_pod_container_resource_limits', `${MEMORY_LIMIT_BYTES}x60`, ',resource="memory"'),
    of('kube_pod_container_status_restarts_total', hour.restarts),
    of('kube_pod_container_status_last_terminated_reason', hour.outOfMemory, ',reason="OOMKilled"'),
  ]
}

/** The labels of the pod that its alerts have as well. */
function podOf({ name, container }: MonitoredService) {
  return { namespace: container?.namespace ?? 'production', pod: `${name}-1` }
}

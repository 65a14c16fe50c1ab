import {
  type Alert,
  budgetOf,
  burnAlerts,
  dataAlerts,
  percentText,
  type Share,
  shareSeries,
  thresholdOf,
  trafficAlert,
} from './alerts.ts'
import { BURN_RATES, type BurnRate } from './burn-rates.ts'
import type { MonitoredService } from './monitored-service.ts'
import { fires, type RuleTest, type RuleTests, silent } from './rule-test.ts'

/** What a service does in one minute of a test. */
type Minute = Readonly<{ requests: number; slowRatio: number; failedRatio: number }>

/** With this many requests, most shares are whole numbers of requests. */
const REQUESTS_A_MINUTE = 10_000

/** Histories of a service, each with the alerts that it must fire. */
export function ruleTests(service: MonitoredService, rulesPath: string): RuleTests {
  return {
    rule_files: [rulesPath],
    evaluation_interval: '1m',
    tests: [
      ...BURN_RATES.map((burn) => burnTest(service, burn)),
      ...untoldTests(service),
      absentTest(service),
      unreadableTest(service),
    ],
  }
}

/** The test of the file with the alert on traffic. */
export function trafficTests(service: MonitoredService, rulesPath: string): RuleTests {
  return { rule_files: [rulesPath], evaluation_interval: '5m', tests: [trafficFellTest(service)] }
}

/**
 * At these times each burn rate has enough history, and no slower burn rate fires. The three days are as short as they can be (36 hours
 * of history, and one hour of fire), because promtool takes ten seconds and more for them.
 */
const BURNED_AFTER = { '1h': '45m', '6h': '5h', '3d': '38h' } as const
const TOO_EARLY = { '1h': '20m', '6h': '2h', '3d': '24h' } as const

function burnTest(service: MonitoredService, burn: BurnRate): RuleTest {
  const [slowRatio, failedRatio] = [above(service, 'latency', burn), above(service, 'errors', burn)]
  const late = BURNED_AFTER[burn.long as keyof typeof BURNED_AFTER]
  const early = TOO_EARLY[burn.long as keyof typeof TOO_EARLY]
  const end = service.bucket.ends[BURN_RATES.indexOf(burn) % service.bucket.ends.length]
  const own = burnAlerts(service, burn)
  const faster = BURN_RATES.slice(0, BURN_RATES.indexOf(burn)).flatMap((other) => burnAlerts(service, other))
  return {
    name: `${percentText(slowRatio)} slow and ${percentText(failedRatio)} failed: told after ${late} as a ${burn.severity}`,
    interval: '1m',
    input_series: history(service, [[{ requests: busyMinute(service), slowRatio, failedRatio }, 2400]], end),
    alert_rule_test: [
      ...own.map((alert) => silent(alert, early)),
      ...own.map((alert) => fires(alert, late, alert.labels.signal === 'latency' ? slowRatio : failedRatio)),
      ...faster.map((alert) => silent(alert, late)),
    ],
    promql_expr_test: [
      shareTest(service, 'latency', burn.short, slowRatio, late),
      shareTest(service, 'errors', burn.short, failedRatio, late),
    ],
  }
}

/** A share above this burn rate and below the next faster one. */
function above(service: MonitoredService, share: Share, burn: BurnRate): number {
  const next = BURN_RATES[BURN_RATES.indexOf(burn) - 1]
  const upper = next === undefined ? 1 : thresholdOf(service, share, next)
  return sixDigits((thresholdOf(service, share, burn) + upper) / 2)
}

function shareTest(service: MonitoredService, share: Share, window: string, value: number, evalTime: string) {
  return {
    // Rounded, because promtool before version 3.0 compares exactly.
    expr: `round(${shareSeries(share, window)}, 0.000001)`,
    eval_time: evalTime,
    exp_samples: [{ labels: `{service="${service.name}"}`, value }],
  }
}

/** Histories of which nobody is told. */
function untoldTests(service: MonitoredService): readonly RuleTest[] {
  const { minRatePerS } = service.objective
  const fine = healthyMinute(service)
  const little = { requests: Number((minRatePerS * 30).toPrecision(6)), slowRatio: 1, failedRatio: 1 }
  const untold = (name: string, stretches: readonly Stretch[], ...evalTimes: readonly string[]): RuleTest => ({
    name,
    interval: '1m',
    input_series: history(service, stretches),
    alert_rule_test: alertsOf(service).flatMap((alert) => evalTimes.map((evalTime) => silent(alert, evalTime))),
  })
  return [
    untold(
      `${percentText(fine.slowRatio)} slow and ${percentText(fine.failedRatio)} failed: nobody is told`,
      [[fine, 600]],
      '9h',
    ),
    untold(
      'a restart sets the counters back: nobody is told',
      [
        [fine, 50],
        [fine, 70],
      ],
      '52m',
      '2h',
    ),
    untold(
      'no request comes: shares are not a number, and nobody is told of them',
      [[{ requests: 0, slowRatio: 0, failedRatio: 0 }, 90]],
      '80m',
    ),
    untold(`half of ${minRatePerS} requests per second, all slow and failed: too few to tell`, [[little, 90]], '80m'),
  ]
}

function trafficFellTest(service: MonitoredService): RuleTest {
  const minute = healthyMinute(service)
  const requests = 5 * busyMinute(service)
  const fell = trafficAlert(service)
  return {
    name: 'a quarter of the traffic of a week ago',
    interval: '5m',
    input_series: history(service, [
      [{ ...minute, requests }, 7 * 24 * 12 + 24],
      [{ ...minute, requests: requests / 4 }, 24, 'goes on'],
    ]),
    alert_rule_test: [silent(fell, '169h'), fires(fell, '171h', 0.25)],
  }
}

function absentTest(service: MonitoredService): RuleTest {
  return {
    name: 'Prometheus has nothing of the service',
    interval: '1m',
    input_series: [{ series: 'up{job="another"}', values: '1x40' }],
    alert_rule_test: alertsOf(service).map((alert) =>
      alert.alert === 'PerfGateNoData' ? fires(alert, '15m', 1) : silent(alert, '15m'),
    ),
  }
}

function unreadableTest(service: MonitoredService): RuleTest {
  const { histogram, counter, serviceLabel } = service.metrics
  const names = [...new Set([`${histogram}_count`, counter ?? `${histogram}_count`])]
  return {
    name: 'requests without the bucket and without a status: latency and errors cannot alarm, and that is told',
    interval: '1m',
    input_series: names.map((name) => ({
      series: `${name}{${serviceLabel}="${service.name}"}`,
      values: `0+${REQUESTS_A_MINUTE}x60`,
    })),
    alert_rule_test: dataAlerts(service).map((alert) =>
      alert.alert === 'PerfGateNoData' ? silent(alert, '30m') : fires(alert, '30m', 1),
    ),
  }
}

function healthyMinute(service: MonitoredService): Minute {
  const half = (share: Share): number => sixDigits(budgetOf(service, share) / 2)
  return { requests: busyMinute(service), slowRatio: half('latency'), failedRatio: half('errors') }
}

/** Equal minutes in a row. The counters start at 0, as after a restart, unless the stretch continues the one before. */
type Stretch = readonly [minute: Minute, steps: number, carriesOn?: 'goes on']

/** The series of a service. The buckets have no label for the status, because the rules sum over all other labels. */
function history(service: MonitoredService, stretches: readonly Stretch[], end = service.bucket.ends[0]) {
  const { histogram, counter, serviceLabel, statusLabel, errorStatus } = service.metrics
  const labels = `${serviceLabel}="${service.name}"`
  const [failed, fine] = statusesOf(errorStatus)
  const counted = counter ?? `${histogram}_count`
  const of = (share: (minute: Minute) => number): string => counterValues(stretches, share)
  return [
    { series: `${histogram}_bucket{${labels},le="${end}"}`, values: of(({ slowRatio }) => 1 - slowRatio) },
    ...(counter === null ? [] : [{ series: `${histogram}_count{${labels}}`, values: of(() => 1) }]),
    { series: `${counted}{${labels},${statusLabel}="${fine}"}`, values: of(({ failedRatio }) => 1 - failedRatio) },
    { series: `${counted}{${labels},${statusLabel}="${failed}"}`, values: of(({ failedRatio }) => failedRatio) },
  ]
}

/** `0+420x90`: 0, then 90 steps of 420. */
function counterValues(stretches: readonly Stretch[], share: (minute: Minute) => number): string {
  let reached = 0
  return stretches
    .map(([minute, steps, carriesOn]) => {
      const step = sixDigits(minute.requests * share(minute))
      const start = carriesOn === undefined ? 0 : reached + step
      reached = start + steps * step
      return `${start}+${step}x${steps}`
    })
    .join(' ')
}

/** A status that matches the pattern of errors, and a status that does not. `5..` matches 500. */
function statusesOf(errorStatus: string): readonly [failed: string, fine: string] {
  const failed = (errorStatus.split('|')[0] ?? '').replaceAll('.', '0')
  return [failed, new RegExp(`^(?:${errorStatus})$`).test('200') ? 'no-failure' : '200']
}

function busyMinute(service: MonitoredService): number {
  return Math.max(REQUESTS_A_MINUTE, Math.ceil(120 * service.objective.minRatePerS))
}

/** All alerts of the file of rules. */
function alertsOf(service: MonitoredService): readonly Alert[] {
  return [...BURN_RATES.flatMap((burn) => burnAlerts(service, burn)), ...dataAlerts(service)]
}

/** The smallest share that a policy may allow is 0.0001 (policy/policy-schema.ts), so six digits tell half of it from the whole. */
function sixDigits(value: number): number {
  return Math.round(value * 1e6) / 1e6
}

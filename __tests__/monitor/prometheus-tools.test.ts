import { spawnSync } from 'node:child_process'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, sep } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { parse } from 'yaml'
import type { ContainerName, Policy } from '../../src/model/policy.ts'
import { monitorFiles } from '../../src/monitor/files.ts'
import type { RulesFile } from '../../src/monitor/rules-file.ts'
import { servicePolicy } from '../../src/policy/service-policy.ts'
import { HANGS_AFTER_MS } from '../hangs-after.ts'
import { POLICIES } from './policies.ts'

/* promtool and amtool, from the Debian packages prometheus and prometheus-alertmanager, look at what is written. No server is started. */

const MISSING = ['promtool', 'amtool'].filter((tool) => call(tool, '--version').status !== 0)
const LEFT_OUT = `left out: no ${MISSING.join(' and no ')} on the PATH`

let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'perf-gate-prometheus-'))
  for (const [name, policy] of POLICIES) {
    for (const { path, text } of monitorFiles(policy).files) {
      await mkdir(dirname(join(folder, name, path)), { recursive: true })
      await writeFile(join(folder, name, path), text)
    }
  }
})
afterAll(async () => {
  await rm(folder, { recursive: true })
})

function call(tool: string, ...args: readonly string[]): Readonly<{ status: number | null; printed: string }> {
  // Go collects garbage more rarely with this, which takes a sixth of the time away. Memory stays below 250 MB.
  const env = { ...process.env, GOGC: '400' }
  const { status, stdout, stderr } = spawnSync(tool, args, { encoding: 'utf8', timeout: HANGS_AFTER_MS, env })
  return { status, printed: `${stdout}${stderr}` }
}

const ALL = [...POLICIES].flatMap(([name, policy]) => monitorFiles(policy).files.map(({ path }) => join(name, path)))
const RULES = ALL.filter((path) => path.includes('/rules/'))
const RULE_TESTS = ALL.filter((path) => path.includes('/rule-tests/'))

const DASHBOARDS = ALL.filter((path) => path.includes('/dashboards/'))

/** What the services of a policy and their rules give to Prometheus in a week and an hour. That the rules record this is tested with them. */
function seriesOf(path: string): readonly Readonly<{ series: string; values: string }>[] {
  const [name = ''] = path.split(sep)
  const policy = POLICIES.get(name) as Policy
  const { monitoring, namedServices } = policy
  const { histogram, serviceLabel } = monitoring
  return namedServices.flatMap((service) => [
    ...[...monitoring.bucketsMs.map((end) => String(end)), '+Inf'].map((end, index) => ({
      series: `${histogram}_bucket{${serviceLabel}="${service}",le="${end}"}`,
      values: `0+${10 * (index + 1)}x10140`,
    })),
    { series: `${histogram}_count{${serviceLabel}="${service}"}`, values: '0+200x10140' },
    ...containerSeries(servicePolicy(policy, service).container, service),
    ...['slow_requests', 'failed_requests'].flatMap((share) =>
      ['5m', '1h', '3d'].map((window) => ({
        series: `perf_gate:${share}:ratio_rate${window}{service="${service}"}`,
        values: '0.1x10140',
      })),
    ),
  ])
}

/** What the kubelet and kube-state-metrics give of a pod. */
function containerSeries(container: ContainerName | null, service: string) {
  if (container === null) return []
  const labels = `namespace="${container.namespace ?? 'shop'}",pod="${service}-1",container="${container.name ?? service}"`
  return [
    { series: `container_cpu_usage_seconds_total{${labels}}`, values: '0+6x10140' },
    { series: `container_cpu_cfs_periods_total{${labels}}`, values: '0+600x10140' },
    { series: `container_cpu_cfs_throttled_periods_total{${labels}}`, values: '0+6x10140' },
    { series: `container_memory_working_set_bytes{${labels}}`, values: '3e8x10140' },
    { series: `kube_pod_container_resource_limits{${labels},resource="memory"}`, values: '5e8x10140' },
    { series: `kube_pod_container_status_restarts_total{${labels}}`, values: '1x10140' },
  ]
}

if (MISSING.length > 0) {
  test.skip(LEFT_OUT, () => undefined)
} else {
  test.each(RULES)('promtool check rules %s', (path) => {
    const { status, printed } = call('promtool', 'check', 'rules', '--lint=all', '--lint-fatal', join(folder, path))
    expect({ status, printed }).toEqual({ status: 0, printed: expect.stringContaining('SUCCESS') })
  })

  test.each(RULE_TESTS)('promtool test rules %s', (path) => {
    const { status, printed } = call('promtool', 'test', 'rules', join(folder, path))
    expect({ status, printed }).toEqual({ status: 0, printed: expect.stringContaining('SUCCESS') })
  })

  test('the tests of the rules fail where an alert compares with another share', async () => {
    const path = join(folder, 'defaults/rules/checkout--traffic.yml')
    const rules = await readFile(path, 'utf8')
    await writeFile(path, rules.replaceAll('< 0.5', '< 0.1'))
    const { status, printed } = call(
      'promtool',
      'test',
      'rules',
      join(folder, 'defaults/rule-tests/checkout--traffic.yml'),
    )
    await writeFile(path, rules)
    expect(status).toBe(1)
    expect(printed).toContain('PerfGateTrafficFell')
  })

  test.each([
    ['throttling fires later', '> 0.25', '> 0.5', 'PerfGateThrottled'],
    ['throttling fires sooner', '> 0.25', '> 0.1', 'PerfGateThrottled'],
    ['throttling without a guard', '>= 0.1', '>= 0', 'PerfGateThrottled'],
    ['memory fires later', '> 0.9', '> 0.95', 'PerfGateMemoryAtLimit'],
    ['memory fires sooner', '> 0.9', '> 0.8', 'PerfGateMemoryAtLimit'],
    ['another reason to end', 'OOMKilled', 'Completed', 'PerfGateOutOfMemory'],
    ['an end is remembered for ever', '[15m]', '[1h]', 'PerfGateOutOfMemory'],
    ['restarts fire later', '> 2', '> 3', 'PerfGateRestarts'],
    ['restarts fire sooner', '> 2', '> 1', 'PerfGateRestarts'],
    ['absence is not looked for', 'absent(', 'sum(', 'PerfGateNoContainer'],
  ])('the tests of the limits fail where %s', async (name, from, to, alert) => {
    const rules = await readFile(join(folder, 'defaults/rules/checkout--limits.yml'), 'utf8')
    const tests = await readFile(join(folder, 'defaults/rule-tests/checkout--limits.yml'), 'utf8')
    expect(rules).toContain(from)
    const other = join(folder, name.replaceAll(' ', '-'))
    await writeFile(`${other}.yml`, rules.replaceAll(from, to))
    await writeFile(`${other}-test.yml`, tests.replace('../rules/checkout--limits.yml', `${other}.yml`))
    const { status, printed } = call('promtool', 'test', 'rules', `${other}-test.yml`)
    expect({ status, printed }).toEqual({ status: 1, printed: expect.stringContaining(alert) })
  })

  test.each(DASHBOARDS)('every query of %s finds a series', async (path) => {
    const text = await readFile(join(folder, path), 'utf8')
    const { panels } = JSON.parse(text) as { panels: { targets: { expr: string }[] }[] }
    const tests = panels
      .flatMap(({ targets }) => targets)
      .map(({ expr }) => ({
        expr: `count(${expr}) > bool 0`,
        eval_time: '169h',
        exp_samples: [{ labels: '{}', value: 1 }],
      }))
    expect(tests.length).toBeGreaterThanOrEqual(5)
    const file = join(folder, path.replaceAll(/\W/g, '-'))
    const input = { interval: '1m', input_series: seriesOf(path), promql_expr_test: tests }
    await writeFile(file, JSON.stringify({ rule_files: [], evaluation_interval: '1h', tests: [input] }))
    const { status, printed } = call('promtool', 'test', 'rules', file)
    expect({ status, printed }).toEqual({ status: 0, printed: expect.stringContaining('SUCCESS') })
  })

  describe.each([...POLICIES.keys()])('the routes of %s', (name) => {
    test('amtool takes them, and each alert goes to its owner', () => {
      expect(call('amtool', 'check-config', join(folder, name, 'alertmanager/alertmanager.yml')).status).toBe(0)
      expect(call('sh', join(folder, name, 'alertmanager/check-routes.sh'))).toEqual({ status: 0, printed: '' })
    })

    test('each alert of the rules goes to its owner alone', async () => {
      const config = join(folder, name, 'alertmanager/alertmanager.yml')
      const texts = await Promise.all(
        RULES.filter((path) => path.startsWith(name)).map(async (path) => await readFile(join(folder, path), 'utf8')),
      )
      const alerts = texts
        .flatMap((text) => (parse(text) as RulesFile).groups)
        .flatMap(({ rules }) => rules)
        .flatMap((rule) => ('alert' in rule ? [rule] : []))
      expect(alerts.length).toBeGreaterThanOrEqual(15)
      const labelled = alerts.map(({ alert, labels }) => ({
        receiver: `${labels.owner}-${labels.severity}`,
        labels: Object.entries({ alertname: alert, ...labels }).map(([label, value]) => `${label}=${value}`),
      }))
      const test = ['config', 'routes', 'test', `--config.file=${config}`]
      expect(labelled.map(({ labels }) => call('amtool', ...test, ...labels).printed.split('\n')[0])).toEqual(
        labelled.map(({ receiver }) => receiver),
      )
    })

    test('the check fails for a configuration that sends a page elsewhere', async () => {
      const routes = await readFile(join(folder, name, 'alertmanager/alertmanager.yml'), 'utf8')
      const other = join(folder, name, 'other.yml')
      await writeFile(other, routes.replaceAll('severity="page"', 'severity="none"'))
      const { status, printed } = call('sh', join(folder, name, 'alertmanager/check-routes.sh'), other)
      expect(status).toBe(1)
      expect(printed).toMatch(/an alert with service=checkout .* severity=page does not go to \S+-page alone\./)
    })
  })
}

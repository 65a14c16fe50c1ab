import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { globSync } from 'node:fs'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { json } from 'node:stream/consumers'
import { setTimeout as delay } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { parse, stringify } from 'yaml'
import { runStep, stepsOf } from '../docs/recipe.ts'
import { find, readContent } from '../formats/read-fixture.ts'
import { HANGS_AFTER_MS } from '../hangs-after.ts'
import { runCli } from './run-cli.ts'

/*
 * The files of `perf-gate monitor`, in a Prometheus and an Alertmanager that run on loopback (Debian: prometheus,
 * prometheus-alertmanager). Prometheus scrapes a service with half of its requests too slow, and beside it a healthy service. The
 * test only shortens the intervals in the files.
 */

const PROMTOOL = 'promtool'
const MISSING = ['prometheus', 'prometheus-alertmanager', PROMTOOL, 'curl', 'jq'].filter(
  (program) => spawnSync(program, ['--version']).status !== 0,
)

const POLICY = `
version: 1
services:
  checkout: { objective: { bound: 1s, within: 99% }, owner: team-shop, container: shop/app, runbook: "https://wiki.example/checkout" }
  search: { objective: { bound: 250ms, within: 99% }, owner: team-find, container: none, runbook: "https://wiki.example/search" }
`

/** Each scrape finds this number of further requests of each service. */
const REQUESTS_PER_SCRAPE = 50

const WEEK_S = 7 * 24 * 3600

type Received = Readonly<{
  receiver: string
  body: Readonly<{
    status: string
    alerts: readonly Readonly<{ labels: object; annotations: object }>[]
  }>
}>

let folder: string
let service: Server
let webhook: Server
let alertmanager: Started
let prometheus: Started
const received: Received[] = []

if (MISSING.length > 0) {
  test.skip(`left out: no ${MISSING.join(' and no ')} on the PATH`, () => undefined)
} else {
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'perf-gate-live-'))
    await writeFile(join(folder, 'policy.yml'), POLICY)
    const { exitCode, stderr } = await runCli(['monitor', '--policy', 'policy.yml', '--out', 'monitoring'], { folder })
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' })
    service = await serve(metricsOfScrapes())
    webhook = await serve(async (request) => {
      received.push({ receiver: request.url?.slice(1) ?? '', body: (await json(request)) as Received['body'] })
      return ''
    })
    alertmanager = await startAlertmanager()
    prometheus = await startPrometheus()
    await until('Prometheus is ready', async () => (await fetch(`http://${prometheus.address}/-/ready`)).ok)
  })
  afterAll(async () => {
    await Promise.all([prometheus, alertmanager].map(async (started) => await started?.end()))
    for (const server of [service, webhook]) server?.close()
    await rm(folder, { recursive: true, force: true })
  })

  test('Prometheus computes every rule', async () => {
    type Groups = Readonly<{
      groups: readonly Readonly<{ rules: readonly Readonly<{ name: string; health: string }>[] }>[]
    }>
    await until('every rule is computed', async () => {
      const { groups } = await ask<Groups>('/api/v1/rules')
      const rules = groups.flatMap((group) => group.rules)
      expect(rules.filter(({ health }) => health === 'err')).toEqual([])
      return rules.length > 40 && rules.every(({ health }) => health === 'ok')
    })
  })

  test('a page reaches the webhook of its owner, and nobody else is told', async () => {
    await until('the webhook was called', () => received.length > 0)
    expect(received[0]).toMatchObject({
      receiver: 'team-shop-page',
      body: {
        status: 'firing',
        alerts: [
          {
            labels: {
              alertname: 'PerfGateLatencyBurn1h',
              service: 'checkout',
              owner: 'team-shop',
              severity: 'page',
              signal: 'latency',
            },
            annotations: {
              summary: 'checkout: 50% of the requests took longer than 1s in the last hour. The objective allows 1%.',
              runbook_url: 'https://wiki.example/checkout',
            },
          },
        ],
      },
    })
    expect(new Set(received.map(({ receiver }) => receiver))).toEqual(new Set(['team-shop-page']))
  })

  test('every query of every dashboard returns a series of numbers', async () => {
    const paths = globSync('dashboards/**/*.json', { cwd: join(folder, 'monitoring') })
    expect(paths.length).toBe(3)
    const queries = (await Promise.all(paths.map(queriesOf))).flat()
    expect(queries.length).toBeGreaterThan(30)
    // On a busy machine, a scrape that takes longer than 100 ms fails. All gauges then end until the next scrape.
    await Promise.all(queries.map((query) => until(`a number for ${query}`, () => hasNumbers(query))))
  })

  test('the step of docs/tools/monitoring.md asks this Prometheus, and half of the requests are slow', async () => {
    const [step] = stepsOf('docs/tools/monitoring.md', '## Prometheus')
    const nowS = Math.floor(Date.now() / 1000)
    const { exitCode, stderr } = await runStep(step as NonNullable<typeof step>, folder, {
      START: String(nowS - 60),
      END: String(nowS),
      RUN: folder,
      PROMETHEUS: `http://${prometheus.address}`,
      BOUND: '1',
    })
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' })
    const run = await readContent(await readFile(join(folder, 'metrics.json')))
    expect(find(run, 'slow requests').stats.get('rate')).toBeCloseTo(0.5, 9)
    expect(find(run, 'errors').stats.get('rate')).toBe(0)
  })

  test('the dashboard of the service shows that an alert fires', async () => {
    const [alerts] = (await queriesOf('dashboards/services/checkout.json')).filter((query) => query.includes('ALERTS'))
    await until('the dashboard counts one alert', async () => {
      const { result } = await ask<QueryData>(`/api/v1/query?query=${encodeURIComponent(alerts ?? '')}`)
      return result.length === 1 && result[0]?.value[1] === '1'
    })
  })
}

type QueryData = Readonly<{ result: readonly Readonly<{ value: readonly [number, string] }>[] }>

async function queriesOf(path: string): Promise<readonly string[]> {
  const text = await readFile(join(folder, 'monitoring', path), 'utf8')
  const { panels } = JSON.parse(text) as { panels: { targets: { expr: string }[] }[] }
  return panels.flatMap(({ targets }) => targets).map(({ expr }) => expr)
}

async function hasNumbers(query: string): Promise<boolean> {
  const { result } = await ask<QueryData>(`/api/v1/query?query=${encodeURIComponent(query)}`)
  return result.length > 0 && result.every(({ value: [, text] }) => Number.isFinite(Number(text)))
}

async function ask<Data>(path: string): Promise<Data> {
  const answer = await fetch(`http://${prometheus.address}${path}`)
  const { status, data, error } = (await answer.json()) as { status: string; data: Data; error?: string }
  expect({ path, status, error }).toEqual({ path, status: 'success', error: undefined })
  return data
}

/** Asks again until the condition is true. */
async function until(what: string, isSo: () => boolean | Promise<boolean>): Promise<void> {
  const end = Date.now() + HANGS_AFTER_MS
  while (!(await isSo())) {
    if (Date.now() > end) throw new Error(`Waited in vain: ${what}.`)
    await delay(50)
  }
}

async function serve(answer: (request: IncomingMessage) => string | Promise<string>): Promise<Server> {
  const server = createServer(async (request, response) => response.end(await answer(request))).listen(0, '127.0.0.1')
  await once(server, 'listening')
  return server
}

function addressOf(server: Server): string {
  return `127.0.0.1:${(server.address() as AddressInfo).port}`
}

/**
 * The text that a scrape finds. Half of the requests of checkout take longer than a second; all requests of search take less than
 * 250 ms.
 */
function metricsOfScrapes(): () => string {
  let requests = 0
  const counters = (name: string, fastEnd: string, fast: number): readonly string[] => [
    `http_request_duration_seconds_bucket{service="${name}",code="200",le="${fastEnd}"} ${fast}`,
    `http_request_duration_seconds_bucket{service="${name}",code="200",le="2.5"} ${requests}`,
    `http_request_duration_seconds_bucket{service="${name}",code="200",le="+Inf"} ${requests}`,
    `http_request_duration_seconds_sum{service="${name}",code="200"} ${requests}`,
    `http_request_duration_seconds_count{service="${name}",code="200"} ${requests}`,
  ]
  const pod = 'namespace="shop",pod="checkout-1",container="app"'
  return () => {
    requests += REQUESTS_PER_SCRAPE
    return `${[
      '# TYPE http_request_duration_seconds histogram',
      ...counters('checkout', '1', requests / 2),
      ...counters('search', '0.25', requests),
      `container_cpu_usage_seconds_total{${pod}} ${requests / 1000}`,
      `container_cpu_cfs_periods_total{${pod}} ${requests}`,
      `container_cpu_cfs_throttled_periods_total{${pod}} ${requests / 100}`,
      `container_memory_working_set_bytes{${pod}} 3e8`,
      `kube_pod_container_resource_limits{${pod},resource="memory"} 5e8`,
      `kube_pod_container_status_restarts_total{${pod}} 1`,
    ].join('\n')}\n`
  }
}

/** Uses the written routes. Only the receivers get an address, and the waiting times are short. */
async function startAlertmanager(): Promise<Started> {
  const written = await readFile(join(folder, 'monitoring/alertmanager/alertmanager.yml'), 'utf8')
  const { route, receivers, ...rest } = parse(written) as { route: object; receivers: { name: string }[] }
  const config = {
    ...rest,
    route: { ...route, group_wait: '50ms', group_interval: '1s' },
    receivers: receivers.map(({ name }) => ({
      name,
      webhook_configs: [{ url: `http://${addressOf(webhook)}/${name}` }],
    })),
  }
  await writeFile(join(folder, 'alertmanager.yml'), stringify(config))
  return await start('prometheus-alertmanager', [
    `--config.file=${join(folder, 'alertmanager.yml')}`,
    `--storage.path=${join(folder, 'alertmanager')}`,
    '--web.listen-address=127.0.0.1:0',
    // By default it listens on all addresses for other Alertmanagers.
    '--cluster.listen-address=',
  ])
}

/** Uses the written rules. Only their minutes become fractions of a second. */
async function startPrometheus(): Promise<Started> {
  await mkdir(join(folder, 'rules'))
  for (const path of globSync('*.yml', { cwd: join(folder, 'monitoring/rules') })) {
    const written = await readFile(join(folder, 'monitoring/rules', path), 'utf8')
    const soon = written
      .replaceAll(/^( *- name: .*\n *interval:) [15]m$/gm, '$1 100ms')
      .replaceAll(/for: 2m$/gm, 'for: 500ms')
    expect(soon).toMatch(/interval: 100ms\n/)
    await writeFile(join(folder, 'rules', path), soon)
  }
  const config = {
    global: { scrape_interval: '100ms', scrape_timeout: '100ms', evaluation_interval: '100ms' },
    rule_files: [join(folder, 'rules/*.yml')],
    alerting: { alertmanagers: [{ static_configs: [{ targets: [alertmanager.address] }] }] },
    // The samples contain the label of the service, as with an exporter that serves several services.
    scrape_configs: [{ job_name: 'services', honor_labels: true, static_configs: [{ targets: [addressOf(service)] }] }],
  }
  await writeFile(join(folder, 'prometheus.yml'), stringify(config))
  await backfillLastWeek()
  return await start('prometheus', [
    `--config.file=${join(folder, 'prometheus.yml')}`,
    `--storage.tsdb.path=${join(folder, 'prometheus')}`,
    '--web.listen-address=127.0.0.1:0',
  ])
}

/** The requests of a week ago. The dashboards compare with them. */
async function backfillLastWeek(): Promise<void> {
  const weekAgo = Math.floor(Date.now() / 1000) - WEEK_S
  const lines = ['checkout', 'search'].flatMap((name) =>
    Array.from({ length: 61 }, (_, minute) => {
      const time = weekAgo + 60 * (minute - 30)
      return `http_request_duration_seconds_count{service="${name}",code="200"} ${60 * minute} ${time}`
    }),
  )
  const history = join(folder, 'last-week.txt')
  await writeFile(history, `# TYPE http_request_duration_seconds_count unknown\n${lines.join('\n')}\n# EOF\n`)
  execFileSync(PROMTOOL, ['tsdb', 'create-blocks-from', 'openmetrics', history, join(folder, 'prometheus')], {
    stdio: 'ignore',
  })
}

type Started = Readonly<{ address: string; end: () => Promise<void> }>

/** Starts a server on a free port, and reads the port from its log. */
async function start(program: string, args: readonly string[]): Promise<Started> {
  const child = spawn(program, args, { stdio: ['ignore', 'ignore', 'pipe'] })
  const address = await listeningAddress(program, child)
  return {
    address,
    end: async () => {
      const closed = once(child, 'close')
      if (child.kill()) await closed
    },
  }
}

async function listeningAddress(program: string, child: ChildProcess): Promise<string> {
  let log = ''
  return await new Promise((resolve, reject) => {
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      log += text
      const address = /msg="Listening on" address=(127\.0\.0\.1:\d+)/.exec(log)?.[1]
      if (address !== undefined) resolve(address)
    })
    child.on('error', reject)
    child.on('close', (code) => reject(new Error(`${program} ended with exit code ${code}:\n${log}`)))
  })
}

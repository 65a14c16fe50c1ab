import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { measureResources } from '../../src/formats/measure-resources.ts'
import { parseResources } from '../../src/formats/resources.ts'
import { saying } from '../saying.ts'
import { MISSING, type RunningPrometheus, startPrometheus } from '../watch/start-prometheus.ts'
import { runCli } from './run-cli.ts'

/*
 * The bundle asks a real Prometheus, of Debian's package, for the resources during a load. promtool writes the whole history at
 * once.
 */

/** Wed 2026-11-25 10:00:00 UTC. The load takes ten minutes. */
const START = 1795600800
const END = START + 600
const SCRAPE = 15

type Labels = Readonly<Record<string, string>>
type Series = Readonly<{
  name: string
  labels: Labels
  from?: number
  to?: number
  isScraped?(t: number): boolean
  value(t: number): number
}>

/** The counters of one container. It uses a number of cores; of ten periods per second, its limit cuts three short. */
function container(
  namespace: string,
  pod: string,
  cores: number,
  more: Partial<Series> = {},
  id = pod,
): readonly Series[] {
  const labels = { namespace, pod, container: 'app', id, job: 'kubelet' }
  const own = (name: string, value: Series['value']): Series => ({ name, labels, value, ...more })
  const since = more.from ?? START - 3600
  return [
    own('container_cpu_usage_seconds_total', (t) => cores * (t - since)),
    own('container_memory_working_set_bytes', (t) => 1e8 + (t - START) * 1000),
    own('container_cpu_cfs_periods_total', (t) => 10 * (t - since)),
    own('container_cpu_cfs_throttled_periods_total', (t) => 3 * (t - since)),
    own('container_oom_events_total', () => 0),
  ]
}

/** The state of a container, as kube-state-metrics exports it. */
function state(namespace: string, pod: string, restarts: Series['value']): readonly Series[] {
  const labels = { namespace, pod, container: 'app' }
  return [
    {
      name: 'kube_pod_container_resource_limits',
      labels: { ...labels, resource: 'cpu', unit: 'core' },
      value: () => 0.5,
    },
    {
      name: 'kube_pod_container_resource_limits',
      labels: { ...labels, resource: 'memory', unit: 'byte' },
      value: () => 2e8,
    },
    { name: 'kube_pod_container_status_restarts_total', labels, value: restarts },
  ]
}

const KILLED_AT = START + 300

const HISTORY: readonly Series[] = [
  ...container('shop', 'checkout-a', 0.2),
  ...container('shop', 'checkout-b', 0.3),
  ...state('shop', 'checkout-a', () => 4),
  ...state('shop', 'checkout-b', () => 0),
  // A pod of the previous version, which ended ten minutes before the load.
  ...container('shop', 'checkout-old', 0.3, { to: START - 600 }),
  // A series of the whole pod, which contains the use of its containers.
  { name: 'container_cpu_usage_seconds_total', labels: { namespace: 'shop', pod: 'checkout-a' }, value: (t) => t },
  // A container is killed during the load and starts again with another id.
  ...container('killed', 'cart-a', 0.2, { to: KILLED_AT }),
  ...container('killed', 'cart-a', 0.2, { from: KILLED_AT + SCRAPE }, 'another'),
  ...state('killed', 'cart-a', (t) => (t > KILLED_AT ? 1 : 0)),
  {
    name: 'kube_pod_container_status_last_terminated_reason',
    labels: { namespace: 'killed', pod: 'cart-a', container: 'app', reason: 'OOMKilled' },
    from: KILLED_AT + SCRAPE,
    value: () => 1,
  },
  // Prometheus scraped nothing for three minutes.
  ...container('gap', 'search-a', 0.2, { isScraped: (t) => t < START + 200 || t > START + 380 }),
  // Two servers scrape the same container.
  ...container('twice', 'api-a', 0.2),
  ...container('twice', 'api-a', 0.2).map((one) => ({ ...one, labels: { ...one.labels, replica: 'b' } })),
  // The container ends with the load.
  ...container('fresh', 'new-a', 0.2, { to: END - 10 }),
  // Without a cluster, the program counts its own use.
  {
    name: 'process_cpu_seconds_total',
    labels: { job: 'mail', instance: '10.0.0.7:9090' },
    value: (t) => 0.1 * (t - START + 3600),
  },
  { name: 'process_resident_memory_bytes', labels: { job: 'mail', instance: '10.0.0.7:9090' }, value: () => 7e7 },
  { name: 'process_cpu_seconds_total', labels: { job: 'broken', instance: 'x' }, value: () => Number.NaN },
  { name: 'process_resident_memory_bytes', labels: { job: 'broken', instance: 'x' }, value: () => 7e7 },
]

/** The metrics one after another. Each series has its samples in the order of time. */
function openMetrics(history: readonly Series[]): string {
  const names = [...new Set(history.map(({ name }) => name))]
  const families = names.map((name) => {
    const isCounter = name.endsWith('_total')
    const lines = history.filter((one) => one.name === name).flatMap(samplesOf)
    return `# TYPE ${isCounter ? name.replace(/_total$/, '') : name} ${isCounter ? 'counter' : 'gauge'}\n${lines.join('')}`
  })
  return `${families.join('')}# EOF\n`
}

function samplesOf({
  name,
  labels,
  from = START - 1200,
  to = END + 300,
  isScraped = () => true,
  value,
}: Series): readonly string[] {
  const text = Object.entries(labels).map(([label, word]) => `${label}="${word}"`)
  const lines: string[] = []
  for (let t = START - 1200; t <= END + 300; t += SCRAPE) {
    if (t >= from && t <= to && isScraped(t)) lines.push(`${name}{${text.join(',')}} ${value(t)} ${t}\n`)
  }
  return lines
}

describe('flags that cannot be meant', () => {
  const flags = (changes: object) => {
    const all = {
      from: 'prometheus=http://127.0.0.1:1',
      selector: 'pod="a"',
      start: '1795600800',
      end: '1795600900',
      out: '.',
    }
    return Object.entries({ ...all, ...changes }).map(([name, value]) => `--${name}=${value}`)
  }
  test.each([
    [
      { from: 'http://127.0.0.1:9090' },
      '--from cannot be "http://127.0.0.1:9090". Give --from prometheus=http://127.0.0.1:9090.',
    ],
    [{ from: 'prometheus=localhost' }, '"localhost" is not the address of a Prometheus server.'],
    [
      { start: 'yesterday' },
      '--start cannot be "yesterday". Give a time such as 2026-11-25T10:00:00Z, or seconds since 1970',
    ],
    [{ start: '2026-11-25T10:00:00' }, '--start cannot be "2026-11-25T10:00:00"'],
    [{ end: '1795600800' }, '--end is not after --start'],
    [{ service: '../x' }, '--service cannot be "../x"'],
    [{}, 'http://127.0.0.1:1 cannot be reached: '],
  ])('%j', async (changes, message) => {
    const { exitCode, stdout, stderr } = await runCli(['resources', ...flags(changes)])
    expect({ exitCode, stdout, stderr }).toMatchObject({
      exitCode: 2,
      stdout: '',
      stderr: expect.stringContaining(message),
    })
  })
})

let prometheus: RunningPrometheus
let folder: string

async function resources(selector: string, ...more: readonly string[]) {
  const out = join(folder, 'resources.ndjson')
  await rm(out, { force: true })
  const times = ['--start', '2026-11-25T10:00:00Z', '--end', String(END)]
  const flags = [
    '--from',
    `prometheus=${prometheus.address}`,
    '--selector',
    selector,
    ...times,
    '--out',
    folder,
    ...more,
  ]
  const result = await runCli(['resources', ...flags])
  const text = await readFile(out, 'utf8').catch(() => null)
  const measured =
    text === null ? [] : measureResources(parseResources(text), { excludeFirstMs: 0, excludeLastMs: 0, requests: 6000 })
  const found = Object.fromEntries(
    measured.map(({ metric, stats, unusable }) => [
      metric,
      unusable.size > 0 ? [...unusable.values()][0] : Object.fromEntries(stats),
    ]),
  )
  return { ...result, stdout: result.stdout.replaceAll(folder, '.'), found }
}

if (MISSING.length > 0) {
  test.skip(`left out: no ${MISSING.join(' and no ')} on the PATH`, () => undefined)
} else {
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'perf-gate-pods-'))
    prometheus = await startPrometheus(openMetrics(HISTORY))
  })
  afterAll(async () => {
    await prometheus.stop()
    await rm(folder, { recursive: true })
  })

  test('two pods: what they used together, and what their limits allow each', async () => {
    const { exitCode, stdout, stderr, found } = await resources(
      '{namespace="shop",pod=~"checkout-.*"}',
      '--service',
      'checkout',
    )
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' })
    expect(stdout).toBe(
      './resources.ndjson: 82 samples of 2 instances in 10 min, by cadvisor. Limits of each: 0.5 cores, 190.7 MiB.\n',
    )
    expect(found).toEqual({
      cpu_per_request: { avg: expect.closeTo(50, 6) },
      cpu_cores: { avg: expect.closeTo(0.5, 6), p95: expect.closeTo(0.5, 6), max: expect.closeTo(0.5, 6) },
      cpu_of_limit: { max: expect.closeTo(0.6, 6) },
      cpu_throttled: { rate: expect.closeTo(0.3, 6) },
      memory: { max: 1e8 + 600 * 1000, avg: expect.any(Number), p95: expect.any(Number) },
      memory_of_limit: { max: expect.closeTo(0.503, 6) },
      restarts: { count: 0 },
      oom_kills: { count: 0 },
    })
  })

  test('a container that was killed for lack of memory and started again', async () => {
    const { exitCode, stdout, found } = await resources('namespace="killed"')
    expect(exitCode).toBe(1)
    expect(stdout).toContain('cpu_cores: the service ran out of memory and was killed during the load.')
    expect(found).toMatchObject({ oom_kills: { count: 1 } })
  })

  test('a gap leaves the processor known, and the memory not', async () => {
    const { exitCode, stdout, found } = await resources('namespace="gap"')
    expect({ exitCode, stdout }).toMatchObject({
      exitCode: 1,
      stdout: expect.stringContaining('Cannot be used: memory: '),
    })
    expect(found.memory).toEqual(saying(/^nothing was sampled for 1\d\d\.0 s of the load$/))
  })

  test('the load has just ended: what was used after the last sample is said to be missing', async () => {
    const { exitCode, stdout } = await resources('namespace="fresh"')
    expect(exitCode).toBe(0)
    expect(stdout).toMatch(
      /Note: The last sample is 15 s before the end of the load, and the resources used after it are not counted\./,
    )
  })

  test('a program that counts itself', async () => {
    const { exitCode, stdout, found } = await resources('job="mail"')
    expect(exitCode).toBe(0)
    expect(stdout).toContain('by process metrics.')
    expect(stdout).toContain('Note: No limits of processor and memory are known')
    expect(found).toMatchObject({ cpu_cores: { avg: expect.closeTo(0.1, 6) }, memory: { max: 7e7 } })
  })

  describe('no data is never a result', () => {
    test.each([
      [
        'namespace="nope"',
        /no CPU of \{namespace="nope"\} in this time\. At the end of this time it has container_cpu_usage_seconds_total of the namespace fresh, gap, killed, shop, twice, and process_cpu_seconds_total of the job broken, mail\./,
      ],
      [
        'namespace="twice"',
        /twice\/api-a\/app is there twice: its series differ in replica\. Choose one of the series in the selector\./,
      ],
      ['namespace=', /The selector "namespace=" names no label\./],
      ['job="x', /bad_data: invalid parameter "query"/],
    ])('%s', async (selector, message) => {
      const { exitCode, stderr, found } = await resources(selector)
      expect(exitCode).toBe(2)
      expect(stderr).toMatch(message)
      expect(found).toEqual({})
    })

    test('what is no number is no sample', async () => {
      const { exitCode, stdout } = await resources('job="broken"')
      expect({ exitCode, stdout }).toMatchObject({
        exitCode: 1,
        stdout: expect.stringContaining('nothing was sampled'),
      })
    })
  })
}

import { describe, expect, test } from '@jest/globals'
import { plainText } from '../../src/model/text.ts'
import { podResources } from '../../src/prometheus/pod-resources.ts'
import { prometheusAt } from '../../src/prometheus/query.ts'

/*
 * Tests which series are asked for and what is made of their samples. The answers have the form of Prometheus 2.42; an end-to-end
 * test asks a real Prometheus.
 */

type Values = readonly (readonly [number, string])[]
type Answer = Readonly<{ labels?: Readonly<Record<string, string>>; values: Values }>

const POD = { namespace: 'shop', pod: 'a', container: 'app' }
const QUERY = { target: 'shop', selector: 'pod="a"', startSeconds: 1000, endSeconds: 1060 }
/** One scrape every 15 s, from before the load until after it. */
const every = (value: (t: number) => number | string): Values =>
  [970, 985, 1000, 1015, 1030, 1045, 1060, 1075].map((t) => [t, String(value(t))] as const)
const CPU = { values: every((t) => t / 10) }
const MEMORY = { values: every(() => 5e6) }

/** Answers by the name of the metric, and the list of all queries. */
async function asked(answers: Readonly<Record<string, readonly Answer[]>>, query = QUERY) {
  const queries: string[] = []
  const answer = (async (url: URL) => {
    const text = url.searchParams.get('query') ?? ''
    queries.push(text)
    const name = /\(?([a-z_]+(?:_[a-z]+)*)(?:\{|\)$)/.exec(text)?.[1] ?? ''
    const limit = /resource="(\w+)"/.exec(text)?.[1]
    const found = answers[limit === undefined ? name : `${name} ${limit}`] ?? []
    const isRange = text.endsWith('s]')
    const result = found.map(({ labels = POD, values }) => ({
      metric: labels,
      ...(isRange ? { values } : { value: values[0] }),
    }))
    return Response.json({ status: 'success', data: { resultType: isRange ? 'matrix' : 'vector', result } })
  }) as unknown as typeof fetch
  const server = prometheusAt('http://prometheus', { token: null, fetch: answer })
  return { ...(await podResources(server, query)), queries }
}

const containers = (more: Readonly<Record<string, readonly Answer[]>> = {}) => ({
  container_cpu_usage_seconds_total: [CPU],
  container_memory_working_set_bytes: [MEMORY],
  ...more,
})

test('takes the samples during the load, and one sample before it and after it', async () => {
  const { samples, queries } = await asked(containers(), { ...QUERY, startSeconds: 1001, endSeconds: 1040 })
  expect(samples.map(({ t }) => t)).toEqual([1000, 1015, 1030, 1045])
  expect(samples[0]).toEqual({
    t: 1000,
    cpuSeconds: 100,
    memoryBytes: 5e6,
    target: 'shop',
    instance: 'shop/a/app',
    source: 'cadvisor',
  })
  expect(queries[0]).toBe('container_cpu_usage_seconds_total{pod="a",container!="",container!="POD"}[279s]')
})

test('braces that were copied with the selector are removed', async () => {
  const { queries } = await asked(containers(), { ...QUERY, selector: ' {pod="a",} ' })
  expect(queries[0]).toContain('{pod="a",container!="",container!="POD"}')
})

describe('unknown values are absent, and never 0', () => {
  test('a sample without memory is left out', async () => {
    const memory = { values: MEMORY.values.filter(([t]) => t !== 1015 && t !== 1030) }
    const { samples } = await asked(containers({ container_memory_working_set_bytes: [memory] }))
    // At 1015 and 1030 the nearest sample of the memory is one scrape away, which is near enough.
    expect(samples.map(({ t }) => t)).toEqual([1000, 1015, 1030, 1045, 1060])
    const gone = { values: MEMORY.values.filter(([t]) => t < 1010) }
    const less = await asked(containers({ container_memory_working_set_bytes: [gone] }))
    expect(less.samples.map(({ t }) => t)).toEqual([1000, 1015])
  })

  test('a value that is not a number is left out', async () => {
    const cpu = { values: every((t) => (t === 1030 ? 'NaN' : t / 10)) }
    const { samples } = await asked(containers({ container_cpu_usage_seconds_total: [cpu] }))
    expect(samples.map(({ t }) => t)).toEqual([1000, 1015, 1045, 1060])
  })
})

describe('limits', () => {
  const limitsOf = async (more: Readonly<Record<string, readonly Answer[]>>) => {
    const { samples, notes } = await asked(containers(more))
    return { ...samples[0], notes }
  }

  test('of the cluster', async () => {
    expect(
      await limitsOf({
        'kube_pod_container_resource_limits cpu': [{ values: [[990, '0.5']] }],
        'kube_pod_container_resource_limits memory': [{ values: [[990, '2e8']] }],
        container_spec_memory_limit_bytes: [{ values: every(() => 3e8) }],
      }),
    ).toMatchObject({ cpuLimitCores: 0.5, memoryLimitBytes: 2e8 })
  })

  test('of the kernel, if the limits of the cluster are not exported', async () => {
    expect(
      await limitsOf({
        container_spec_cpu_quota: [{ values: every(() => 30000) }],
        container_spec_cpu_period: [{ values: every(() => 100000) }],
        container_spec_memory_limit_bytes: [{ values: every(() => 3e8) }],
      }),
    ).toMatchObject({ cpuLimitCores: 0.3, memoryLimitBytes: 3e8 })
  })

  test('0 means no limit, and samples older than five minutes do not count', async () => {
    const found = await limitsOf({
      'kube_pod_container_resource_limits cpu': [{ values: [[600, '0.5']] }],
      container_spec_memory_limit_bytes: [{ values: every(() => 0) }],
    })
    expect(found).not.toHaveProperty('cpuLimitCores')
    expect(found).not.toHaveProperty('memoryLimitBytes')
    expect(found.notes.map(plainText)).toContain(
      'No limits of processor and memory are known, so the use cannot be compared with them.',
    )
  })
})

test('a container that restarts in its pod is another instance', async () => {
  const ofId = (id: string, isIts: (t: number) => boolean): Answer => ({
    labels: { ...POD, id },
    values: CPU.values.filter(([t]) => isIts(t)),
  })
  const [first, second] = [ofId('one', (t) => t < 1020), ofId('two', (t) => t > 1020)]
  const memory = ['one', 'two'].map((id) => ({ labels: { ...POD, id }, values: MEMORY.values }))
  const { samples } = await asked({
    container_cpu_usage_seconds_total: [second, first],
    container_memory_working_set_bytes: memory,
  })
  expect(samples.map(({ t, instance }) => [t, instance])).toEqual([
    [1000, 'shop/a/app'],
    [1015, 'shop/a/app'],
    [1030, 'shop/a/app/2'],
    [1045, 'shop/a/app/2'],
    [1060, 'shop/a/app/2'],
  ])
})

test('the same container, scraped twice, would count double', async () => {
  const twice = [CPU, { ...CPU, labels: { ...POD, replica: 'b' } }]
  await expect(asked({ container_cpu_usage_seconds_total: twice })).rejects.toThrow(
    'shop/a/app is there twice: its series differ in replica. Choose one of the series in the selector.',
  )
})

test.each(['', '{}', 'checkout', 'pod='])('the selector %j names no label, and nothing is asked', async (selector) => {
  await expect(asked(containers(), { ...QUERY, selector })).rejects.toThrow('names no label')
})

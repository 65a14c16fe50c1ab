import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { measureResources } from '../../src/formats/measure-resources.ts'
import { parseResources } from '../../src/formats/resources.ts'
import { find, type Json, readContent } from '../formats/read-fixture.ts'
import { recordedText, tracesOf } from '../traces/recorded.ts'
import { ROOT } from './markdown-page.ts'
import { type Answer, type Ended, type Request, runStep, type Step, standIn, stepsOf, withServer } from './recipe.ts'

/*
 * The steps of docs/tools/monitoring.md, as they stand there, with recorded or documented answers (__tests__/fixtures/monitoring). What they
 * write goes through the reader of results.
 */

const PAGE = 'docs/tools/monitoring.md'
const MISSING = ['bash', 'curl', 'jq'].filter((program) => spawnSync(program, ['--version']).status !== 0)

const START = '1795780000'
const END = '1795780300'

let folder: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'perf-gate-recipe-'))
  await mkdir(join(folder, 'run'))
})
afterEach(async () => {
  await rm(folder, { recursive: true })
})

function fixture(path: string): Json {
  return JSON.parse(readFileSync(`${ROOT}__tests__/fixtures/monitoring/${path}`, 'utf8'))
}

/** Runs the only step of a section, with the name of a variable for the address of the system. */
async function run(
  heading: string,
  variable: string,
  answer: (request: Request) => Answer,
  env: Readonly<Record<string, string>> = {},
): Promise<Readonly<{ ended: Ended; requests: readonly Request[] }>> {
  const [step] = stepsOf(PAGE, heading)
  if (step === undefined) throw new Error(`${heading} has no step.`)
  return await withServer(answer, async (url, requests) => {
    const all = { START, END, RUN: 'run', [variable]: url, ...env }
    return { ended: await runStep(step, folder, all), requests }
  })
}

async function written(): Promise<string> {
  return await readFile(join(folder, 'run/metrics.json'), 'utf8')
}

/** What the step wrote, as the gate reads it: 1,000 requests in 300 s, of which 6 failed. */
async function expectCheckout(tool: string): Promise<void> {
  const measured = await readContent(await written())
  expect(measured).toMatchObject({ tool, format: 'perf-gate-metrics' })
  const latency = find(measured, 'latency')
  expect(latency).toMatchObject({ unit: 'ms', quantity: 'latency', central: 'p95', sampleCount: 1000, endpoint: null })
  expect(latency.stats.get('p95')).toBeCloseTo(44.26125, 9)
  expect(find(measured, 'errors')).toMatchObject({ quantity: 'error-share', sampleCount: 1000 })
  expect(find(measured, 'errors').stats.get('rate')).toBeCloseTo(0.006, 12)
}

/** A bad answer ends the step, says why, and leaves nothing that the gate would take. */
async function expectRefused({ exitCode, stderr }: Ended, message: RegExp): Promise<void> {
  expect({ exitCode, stderr }).toEqual({ exitCode: expect.any(Number), stderr: expect.stringMatching(message) })
  expect(exitCode).not.toBe(0)
  const left = await written().catch(() => '')
  expect(left).toBe('')
}

if (MISSING.length > 0) {
  test.skip(`left out: no ${MISSING.join(' and no ')} on the PATH`, () => undefined)
} else {
  test('the step with the load says when it was', async () => {
    const [step] = stepsOf(PAGE, '## Before: when the load was')
    await standIn(folder, 'k6', 'echo "$@" > called; exit 99')
    const before = Math.floor(Date.now() / 1000)
    const ended = await runStep(step as NonNullable<typeof step>, folder, { GITHUB_ENV: join(folder, 'env') })
    expect(ended).toMatchObject({ exitCode: 0, stderr: '' })
    const env = await readFile(join(folder, 'env'), 'utf8')
    expect(env).toMatch(/^START=\d+\nEND=\d+\nRUN=results\/checkout-server\/run-1\n$/)
    expect(Number(/START=(\d+)/.exec(env)?.[1])).toBeGreaterThanOrEqual(before)
    expect(await readFile(join(folder, 'called'), 'utf8')).toContain('run --summary-export=results/checkout/run-1/')
    expect(await readFile(join(folder, 'results/checkout/run-1/exit-code'), 'utf8')).toBe('99\n')
  })

  describe('marks on Grafana', () => {
    const [OF_A_COMMIT, OF_A_LOAD] = stepsOf('docs/guides/monitoring.md', '## Marks on the dashboards') as [Step, Step]
    const env = { GRAFANA_TOKEN: 'token', TEXT: 'c0ffee' }
    const times = { START, END }
    const tag = { TAG: 'merge' }

    test.each([
      ['a merge', OF_A_COMMIT, tag, { tags: ['perf-gate', 'merge'], text: 'c0ffee' }],
      [
        'the time of a load test',
        OF_A_LOAD,
        times,
        { tags: ['perf-gate', 'load-test'], text: 'c0ffee', time: 1_795_780_000_000, timeEnd: 1_795_780_300_000 },
      ],
    ])('%s', async (_, step, more, body) => {
      await withServer(
        () => ({ body: { message: 'Annotation added', id: 1 } }),
        async (url, requests) => {
          const ended = await runStep(step, folder, { ...env, ...more, GRAFANA_URL: url })
          expect(ended).toEqual({ exitCode: 0, stderr: '', stdout: expect.not.stringContaining('::warning') })
          expect(requests).toMatchObject([
            { method: 'POST', path: '/api/annotations', headers: { authorization: 'Bearer token' } },
          ])
          expect(JSON.parse(requests[0]?.body ?? '')).toEqual(body)
        },
      )
    })

    test.each([
      ['a merge', OF_A_COMMIT, tag],
      ['the time of a load test', OF_A_LOAD, times],
    ])('%s that Grafana does not take fails nothing', async (_, step, more) => {
      expect(step['continue-on-error']).toBe(true)
      const refused = { exitCode: 0, stdout: expect.stringContaining('::warning::Grafana did not take the mark.') }
      await withServer(
        () => ({ status: 403, body: { message: 'permission denied' } }),
        async (url) => {
          expect(await runStep(step, folder, { ...env, ...more, GRAFANA_URL: url })).toMatchObject(refused)
        },
      )
      const gone = await withServer(
        () => ({ body: {} }),
        async (url) => url,
      )
      expect(await runStep(step, folder, { ...env, ...more, GRAFANA_URL: gone })).toMatchObject(refused)
    })
  })

  describe('Prometheus', () => {
    const CODES = {
      status: 'success',
      data: { resultType: 'vector', result: codes({ '200': 940, '404': 50, '503': 10 }) },
    }
    const prometheus = async (buckets: Answer, codes: Answer = { body: CODES }, env = {}) =>
      await run('## Prometheus', 'PROMETHEUS', ({ query }) => (query.query?.includes('_bucket') ? buckets : codes), env)
    const recorded = (name: string): Answer => {
      const { status, response } = fixture(`prometheus/${name}.json`)
      return { status, body: response }
    }

    test.each([
      ['buckets-after', 31_636, 25_338],
      ['v3-buckets-after', 31_624.489795918365, 25_326.530612244896],
    ])('%s', async (name, all, fast) => {
      const { ended, requests } = await prometheus(recorded(name))
      expect(ended).toMatchObject({ exitCode: 0, stderr: '' })
      expect(requests.map(({ path, query }) => [path, query.query, query.time])).toEqual([
        [
          '/api/v1/query',
          'sum by (le) (increase(http_request_duration_seconds_bucket{service="checkout"}[300s]))',
          END,
        ],
        [
          '/api/v1/query',
          'sum by (code) (increase(http_request_duration_seconds_count{service="checkout"}[300s]))',
          END,
        ],
      ])
      const measured = await readContent(await written())
      expect(find(measured, 'slow requests')).toMatchObject({ central: 'rate', better: 'lower', unit: 'ratio' })
      expect(find(measured, 'slow requests').stats.get('rate')).toBeCloseTo(1 - fast / all, 12)
      expect(find(measured, 'requests').stats.get('rate')).toBeCloseTo(all / 300, 9)
      expect(find(measured, 'errors').stats.get('rate')).toBeCloseTo(0.01, 12)
    })

    test('a bucket that ends at 1 is found as 1 and as 1.0', async () => {
      const body = (end: string) => ({ status: 'success', data: { result: buckets({ [end]: 40, '+Inf': 50 }) } })
      for (const end of ['1', '1.0']) {
        expect((await prometheus({ body: body(end) }, undefined, { BOUND: '1' })).ended.exitCode).toBe(0)
        expect(find(await readContent(await written()), 'slow requests').stats.get('rate')).toBeCloseTo(0.2, 12)
      }
    })

    test.each<readonly [string, Answer, Answer | undefined, RegExp]>([
      ['no series', recorded('empty'), undefined, /Prometheus counted no requests/],
      ['a query that is refused', recorded('error-parse'), undefined, /400/],
      [
        'a part of the data',
        { body: { ...CODES, warnings: ['a store did not answer'] } },
        undefined,
        /not answer in full/,
      ],
      [
        'no bucket at the bound',
        { body: { status: 'success', data: { result: buckets({ '0.5': 40, '+Inf': 50 }) } } },
        undefined,
        /No bucket ends at 0.25: 0.5, \+Inf/,
      ],
      [
        'a status with another name',
        recorded('buckets-after'),
        { body: { status: 'success', data: { result: [{ metric: {}, value: [1, '50'] }] } } },
        /no label code/,
      ],
      [
        'a number that is none',
        { body: { status: 'success', data: { result: buckets({ '0.25': Number.NaN, '+Inf': Number.NaN }) } } },
        undefined,
        /counted no requests|cannot be parsed|Cannot/,
      ],
    ])('%s is refused', async (_, buckets, codes, message) => {
      await expectRefused((await prometheus(buckets, codes)).ended, message)
    })
  })

  describe('OpenSearch and Elasticsearch', () => {
    const search = async (answer: Answer) => await run('## OpenSearch and Elasticsearch', 'SEARCH', () => answer)

    test('base: the request is the recorded one, and its answer is read', async () => {
      const { request, response } = fixture('opensearch/base.json')
      const { ended, requests } = await search({ body: response })
      expect(ended).toMatchObject({ exitCode: 0, stderr: '' })
      expect(requests).toMatchObject([{ method: 'POST', path: request.path }])
      expect(JSON.parse(requests[0]?.body ?? '')).toEqual(request.body)
      const measured = await readContent(await written())
      expect(find(measured, 'latency')).toMatchObject({ central: 'p95', sampleCount: 1000, unit: 'ms' })
      // The digest is 0.2 % above the exact 44.26125.
      expect(find(measured, 'latency').stats).toEqual(
        new Map([
          ['p50', 20.037048484848484],
          ['p95', 44.3445],
          ['p99', 66.851],
        ]),
      )
      expect(find(measured, 'latency', '/orders').stats.get('p95')).toBe(44.948)
      expect(find(measured, 'latency', '/search')).toMatchObject({ sampleCount: 250 })
      expect(find(measured, 'requests').stats.get('rate')).toBeCloseTo(1000 / 300, 9)
      expect(find(measured, 'errors').stats.get('rate')).toBe(0.006)
    })

    test('an answer of the other digest is read as well', async () => {
      expect((await search({ body: fixture('opensearch/cand-hdr.json').response })).ended.exitCode).toBe(0)
      expect(find(await readContent(await written()), 'latency').stats.get('p95')).toBe(53.90234375)
    })

    const base = fixture('opensearch/base.json').response
    test.each<readonly [string, Answer, RegExp]>([
      ['nothing found', { body: fixture('opensearch/empty.json').response }, /No requests were found/],
      ['no such index', { status: 404, body: fixture('opensearch/error-no-index.json').response }, /404/],
      ['a field without numbers', { status: 400, body: fixture('opensearch/error-wrong-field.json').response }, /400/],
      ['a shard that failed', { body: { ...base, _shards: { failed: 1 } } }, /Only a part of the data/],
      [
        'requests without a duration',
        { body: { ...base, aggregations: { ...base.aggregations, latency: { values: { '95.0': null } } } } },
        /No request has a duration_ms/,
      ],
      ['a search that timed out', { body: { ...base, timed_out: true } }, /Only a part of the data/],
      [
        'more routes than are asked for',
        { body: { ...base, aggregations: { ...base.aggregations, route: { sum_other_doc_count: 3, buckets: [] } } } },
        /more than 100 routes/,
      ],
    ])('%s is refused', async (_, answer, message) => {
      await expectRefused((await search(answer)).ended, message)
    })
  })

  describe('Loki', () => {
    const loki = async (answers: Json) =>
      await run('## Loki', 'LOKI', ({ query: { query = '' } }) => {
        const share = /quantile_over_time\(0\.(\d+)/.exec(query)?.[1]
        const name = query.includes('status >= 500')
          ? 'errors'
          : share === undefined
            ? 'requests'
            : `p${share.padEnd(2, '0')}`
        return { body: answers[name] }
      })

    test('the documented answer', async () => {
      const { ended, requests } = await loki(fixture('loki/answers.json'))
      expect(ended).toMatchObject({ exitCode: 0, stderr: '' })
      expect(requests.map(({ query }) => query.time)).toEqual([END, END, END, END, END])
      expect(requests[1]?.query.query).toBe(
        'quantile_over_time(0.95, {service="checkout"} | json | unwrap duration_ms | __error__="" [300s]) by (service)',
      )
      expect(requests[4]?.query.query).toBe('sum(count_over_time({service="checkout"} | json | status >= 500 [300s]))')
      await expectCheckout('loki')
    })

    test('no errors are no series', async () => {
      const answers = { ...fixture('loki/answers.json'), errors: fixture('loki/empty.json').errors }
      expect((await loki(answers)).ended.exitCode).toBe(0)
      expect(find(await readContent(await written()), 'errors').stats.get('rate')).toBe(0)
    })

    test.each([
      ['no lines', fixture('loki/empty.json'), /no requests with a duration/],
      [
        'lines without a duration',
        { ...fixture('loki/answers.json'), p95: fixture('loki/empty.json').p95 },
        /no requests with a duration/,
      ],
      [
        'an error',
        { ...fixture('loki/answers.json'), p95: { status: 'error', error: 'too many series' } },
        /too many series/,
      ],
    ])('%s: refused', async (_, answers, message) => {
      await expectRefused((await loki(answers)).ended, message)
    })
  })

  describe('Datadog', () => {
    const datadog = async (answers: Json) =>
      await run(
        '## Datadog',
        'DATADOG',
        ({ body }) => ({ body: answers[body.includes('>=500') ? 'errors' : 'requests'] }),
        { DD_API_KEY: 'api', DD_APP_KEY: 'app' },
      )

    test('the documented answer', async () => {
      const { ended, requests } = await datadog(fixture('datadog/answers.json'))
      expect(ended).toMatchObject({ exitCode: 0, stderr: '' })
      expect(requests[0]).toMatchObject({
        method: 'POST',
        path: '/api/v2/logs/analytics/aggregate',
        headers: { 'dd-api-key': 'api', 'dd-application-key': 'app', 'content-type': 'application/json' },
      })
      expect(JSON.parse(requests[0]?.body ?? '')).toEqual({
        filter: { query: 'service:checkout @http.status_code:*', from: `${START}000`, to: `${END}000` },
        compute: [
          { aggregation: 'count', type: 'total' },
          { aggregation: 'pc95', metric: '@duration', type: 'total' },
        ],
      })
      await expectCheckout('datadog')
    })

    test.each([
      ['no logs', fixture('datadog/empty.json'), /no logs with a duration/],
      ['an answer that was cut short', fixture('datadog/timeout.json'), /did not finish: timeout/],
    ])('%s: refused', async (_, answers, message) => {
      await expectRefused((await datadog(answers)).ended, message)
    })
  })

  describe('New Relic', () => {
    const newRelic = async (name: string) =>
      await run('## New Relic', 'NEW_RELIC', () => ({ body: fixture(`new-relic/${name}.json`) }), {
        NEW_RELIC_KEY: 'key',
      })

    test.each(['answer', 'answer-decimal-keys'])('%s', async (name) => {
      const { ended, requests } = await newRelic(name)
      expect(ended).toMatchObject({ exitCode: 0, stderr: '' })
      expect(requests[0]?.headers['api-key']).toBe('key')
      expect(JSON.parse(requests[0]?.body ?? '').variables).toEqual({
        account: 1_234_567,
        nrql: `SELECT count(*) AS requests, percentile(duration, 50, 95, 99), percentage(count(*), WHERE error IS true) AS errors FROM Transaction WHERE appName = 'checkout' SINCE ${START}000 UNTIL ${END}000`,
      })
      await expectCheckout('new-relic')
    })

    test.each([
      ['empty', /no transactions/],
      ['refused', /New Relic refused: NRQL Syntax Error/],
    ])('%s: refused', async (name, message) => {
      await expectRefused((await newRelic(name)).ended, message)
    })
  })

  describe('CloudWatch', () => {
    const cloudwatch = async (name: string): Promise<Ended> => {
      await writeFile(join(folder, 'answer-of-aws.json'), JSON.stringify(fixture(`cloudwatch/${name}.json`)))
      await standIn(folder, 'aws', 'echo "$@" > called\ncat answer-of-aws.json')
      const [step] = stepsOf(PAGE, '## CloudWatch')
      return await runStep(step as NonNullable<typeof step>, folder, { START, END, RUN: 'run' })
    }

    test('the documented answer', async () => {
      expect(await cloudwatch('answer')).toMatchObject({ exitCode: 0, stderr: '' })
      expect(await readFile(join(folder, 'called'), 'utf8')).toBe(
        'cloudwatch get-metric-data --output json --metric-data-queries file://queries.json --start-time 1795779960 --end-time 1795780320\n',
      )
      const [, p95] = JSON.parse(await readFile(join(folder, 'queries.json'), 'utf8'))
      expect(p95).toEqual({
        Id: 'p95',
        MetricStat: {
          Period: 360,
          Stat: 'p95',
          Metric: {
            Namespace: 'AWS/ApplicationELB',
            MetricName: 'TargetResponseTime',
            Dimensions: [{ Name: 'LoadBalancer', Value: 'app/checkout/50dc6c495c0c9188' }],
          },
        },
      })
      await expectCheckout('cloudwatch')
    })

    test('errors that are not there are 0', async () => {
      expect((await cloudwatch('no-errors')).exitCode).toBe(0)
      expect(find(await readContent(await written()), 'errors').stats.get('rate')).toBe(0)
    })

    test.each([
      ['empty', /no requests/],
      ['partial', /only a part of requests: PartialData/],
      ['two-periods', /more than one period of requests/],
    ])('%s: refused', async (name, message) => {
      await expectRefused(await cloudwatch(name), message)
    })
  })

  describe.each([
    [
      'Jaeger',
      'JAEGER',
      '/api/traces',
      { service: 'checkout', start: `${START}000000`, end: `${END}000000`, limit: '10000' },
    ],
    [
      'Zipkin',
      'ZIPKIN',
      '/api/v2/traces',
      { serviceName: 'checkout', endTs: `${END}000`, lookback: '300000', limit: '10000' },
    ],
  ])('%s', (name, variable, path, query) => {
    const kind = name.toLowerCase()
    const traces = async (answer: Answer, limit = '10000') => {
      const [step] = stepsOf(PAGE, `## ${name}`)
      return await withServer(
        () => answer,
        async (url, requests) => {
          const ended = await runStep(step as Step, folder, { START, END, LIMIT: limit, [variable]: url })
          return { ended, requests }
        },
      )
    }
    const file = () => readFile(join(folder, `results/checkout/run-1/traces/${kind}.json`), 'utf8')
    const answer = JSON.parse(recordedText(`${kind}/base.json.gz`))

    test('the recorded answer lies where the report looks for it, and is read', async () => {
      const { ended, requests } = await traces({ body: answer })
      expect(ended).toMatchObject({ exitCode: 0, stderr: '' })
      expect(requests).toMatchObject([{ method: 'GET', path, query }])
      const { format, spans } = await tracesOf(await file())
      expect(format).toBe(kind)
      expect(spans.length).toBe(240)
    })

    test.each(Object.entries<Json>(JSON.parse(recordedText(`${kind}/errors.json`))))(
      '%s: refused',
      async (_, recorded) => {
        const { ended } = await traces({ status: recorded.status, body: recorded.body ?? recorded.text })
        expect(ended.exitCode).not.toBe(0)
        await expect(file()).rejects.toThrow('ENOENT')
      },
    )

    test('as many traces as were asked for: some may be left out', async () => {
      const { ended } = await traces({ body: answer }, '60')
      expect(ended).toMatchObject({ exitCode: 5, stderr: expect.stringContaining('There may be more than 60 traces.') })
      await expect(file()).rejects.toThrow('ENOENT')
    })
  })

  describe('Kubernetes', () => {
    /** The clock says when the load began and ended; each call of kubectl answers the next line, and the last list of pods again. */
    const kubernetes = async (answers: string, env = {}, lists = [PODS]): Promise<Ended> => {
      await writeFile(join(folder, 'answers'), answers)
      await writeFile(join(folder, 'lists'), lists.map((list) => `${JSON.stringify(list)}\n`).join(''))
      await standIn(folder, 'date', 'if [ -e started ]; then echo 1795791050; else touch started; echo 1795790990; fi')
      await standIn(folder, 'sleep', ':')
      await standIn(folder, 'k6', 'until [ -e all-asked ]; do :; done; exit 99')
      await standIn(
        folder,
        'kubectl',
        `case "$3" in
  /apis/metrics.k8s.io/v1beta1/namespaces/shop/pods?labelSelector=app%3Dcheckout)
    [ -s answers ] || { touch all-asked; exit 1; }
    head -n 1 answers
    sed -i 1d answers ;;
  /api/v1/namespaces/shop/pods?labelSelector=app%3Dcheckout)
    head -n 1 lists
    [ "$(wc -l < lists)" = 1 ] || sed -i 1d lists ;;
  *) echo "not asked for: $*" >&2; exit 1 ;;
esac`,
      )
      const [step] = stepsOf(PAGE, '## Kubernetes')
      return await runStep(step as NonNullable<typeof step>, folder, env)
    }
    const COUNTED = { excludeFirstMs: 0, excludeLastMs: 0, requests: 1000 }
    const PODS: Json = fixture('kubernetes/pods.json')
    const ofALoad = readFileSync(`${ROOT}__tests__/fixtures/monitoring/kubernetes/podmetrics-of-a-load.ndjson`, 'utf8')
    const run1 = (name: string) => join(folder, 'results/checkout/run-1', name)
    const measuredNow = async () => {
      const resources = await readFile(run1('resources.ndjson'), 'utf8')
      return new Map(measureResources(parseResources(resources), COUNTED).map((one) => [one.metric, one]))
    }
    /** The pods after checkout-a was restarted. */
    const restarted = (reason: string): Json => {
      const after = structuredClone(PODS)
      const [status] = after.items[0].status.containerStatuses
      Object.assign(status, { restartCount: 1, lastState: { terminated: { reason } } })
      return after
    }

    test('the windows of the metrics API are added up to CPU seconds, and limits are those of the pods', async () => {
      expect(await kubernetes(ofALoad)).toMatchObject({ exitCode: 0, stderr: '' })
      expect(await readFile(run1('exit-code'), 'utf8')).toBe('99\n')
      const measured = await measuredNow()
      // checkout-a: 12 s at the end less 1 s at the start of the load; checkout-b: 201 microcores for 60 s.
      expect(measured.get('cpu_cores')?.stats.get('avg')).toBeCloseTo((11 + 0.01206) / 60, 9)
      expect(measured.get('cpu_per_request')?.stats.get('avg')).toBeCloseTo(11.01206, 9)
      expect(measured.get('memory')?.stats.get('max')).toBe(300 * 1024 * 1024)
      expect(measured.get('memory_of_limit')?.stats.get('max')).toBeCloseTo(300 / 512, 12)
      expect(measured.get('restarts')?.stats.get('count')).toBe(0)
      expect(measured.get('oom_kills')?.stats.get('count')).toBe(0)
    })

    test.each([
      ['Error', 1, 0],
      ['OOMKilled', 1, 1],
    ])('a container that is restarted inside of its pod, for %s', async (reason, restarts, oomKills) => {
      expect((await kubernetes(ofALoad, {}, [PODS, PODS, restarted(reason)])).exitCode).toBe(0)
      const measured = await measuredNow()
      expect(measured.get('restarts')?.stats.get('count')).toBe(restarts)
      expect(measured.get('oom_kills')?.stats.get('count')).toBe(oomKills)
      expect(measured.get('memory')?.stats).toEqual(new Map())
    })

    test('a pod that comes while the load runs is a restart', async () => {
      const late = ofALoad
        .split('\n')
        .map((line, index) => (index < 4 ? line.replace(/,\{"metadata":\{"name":"checkout-b".*$/, ']}') : line))
      expect((await kubernetes(late.join('\n'))).exitCode).toBe(0)
      expect((await measuredNow()).get('restarts')?.stats.get('count')).toBe(1)
    })

    test.each([
      ['no pods', '{"kind":"PodMetricsList","items":[]}\n', {}, /No pod has a container checkout/],
      ['a container of another name', ofALoad, { CONTAINER: 'app' }, /No pod has a container app/],
      ['no cluster', '', {}, /No pod has a container checkout/],
      ['no right to list pods', ofALoad, {}, /The pods cannot be listed/, [{ kind: 'PodList', items: [] }]],
    ])('%s: refused', async (_, answers, env, message, lists = [PODS]) => {
      const { exitCode, stderr } = await kubernetes(answers, env, lists)
      expect(exitCode).not.toBe(0)
      expect(stderr).toMatch(message)
      expect(await readFile(run1('resources.ndjson'), 'utf8')).toBe('')
    })
  })
}

function buckets(counts: Readonly<Record<string, number>>) {
  return Object.entries(counts).map(([le, count]) => ({ metric: { le }, value: [1, String(count)] }))
}

function codes(counts: Readonly<Record<string, number>>) {
  return Object.entries(counts).map(([code, count]) => ({ metric: { code }, value: [1, String(count)] }))
}

import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { execPath } from 'node:process'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { findK6, K6_IS_REQUIRED, K6_LEFT_OUT } from '../../scripts/find-k6.ts'
import { runCli } from './run-cli.ts'
import { REPOSITORY_ROOT } from './runner/job-environment.ts'

/*
 * Three real k6 processes share one load (execution segments, as k6-operator starts them), and one process runs the same load
 * alone. Each leaves raw points, its summary, and a digest that was made while it ran.
 */

const SCRIPT = `import http from 'k6/http'
export const options = {
  scenarios: { main: { executor: 'constant-arrival-rate', rate: 150, timeUnit: '1s', duration: '3s', preAllocatedVUs: 12 } },
  summaryTrendStats: ['avg', 'min', 'med', 'max', 'p(90)', 'p(95)', 'p(99)', 'count'],
}
export default function () {
  http.get(__ENV.BASE_URL + '/' + Math.floor(Math.random() * 10), { tags: { name: 'GET /n' } })
}
`
const SEQUENCE = '0,1/3,2/3,1'
const PARTS = ['0:1/3', '1/3:2/3', '2/3:1']
const run = promisify(execFile)

const k6 = findK6()

;(k6 === null ? describe.skip : describe)('real k6', () => {
  let folder: string

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'perf-gate-segments-'))
    await writeFile(join(folder, 'load.js'), SCRIPT)
    // One of ten requests is slow, and another one of ten fails at once.
    const service = createServer((request, response) => {
      const slow = request.url === '/7'
      setTimeout(() => response.writeHead(request.url === '/3' ? 503 : 200).end('{}'), slow ? 20 : 1)
    }).listen(0, '127.0.0.1')
    await once(service, 'listening')
    const url = `http://127.0.0.1:${(service.address() as AddressInfo).port}`
    await load(url, 'whole', [])
    const segment = (part: string, index: number) =>
      load(url, `segment-${index + 1}`, ['--execution-segment', part, '--execution-segment-sequence', SEQUENCE])
    await Promise.all(PARTS.map(segment))
    service.close()
    await arrange()
  })

  afterAll(async () => {
    await rm(folder, { recursive: true })
  })

  /** Runs one k6 process. Its points go through a pipe to `perf-gate digest` and, unchanged, into a file. */
  async function load(url: string, name: string, segment: readonly string[]): Promise<void> {
    const here = join(folder, name)
    await mkdir(here)
    const pipe = join(here, 'pipe')
    await run('mkfifo', [pipe])
    const digest = spawn('sh', ['-c', 'tee points.json < pipe | "$0" "$1" digest - -o digest.json', execPath, CLI], {
      cwd: here,
      stdio: ['ignore', 'ignore', 'inherit'],
    })
    const digested = once(digest, 'exit')
    const outputs = ['--out', `json=${pipe}`, '--summary-export', join(here, 'summary.json')]
    const options = ['--quiet', '--no-usage-report', '-e', `BASE_URL=${url}`, ...outputs, ...segment]
    await run(k6 ?? '', ['run', ...options, join(folder, 'load.js')])
    expect(await digested).toEqual([0, null])
  }

  /** Puts each kind of file into its own layout of folders. */
  async function arrange(): Promise<void> {
    for (const kind of ['points', 'digest', 'summary']) {
      await mkdir(join(folder, `whole-${kind}/run-1`), { recursive: true })
      await cp(join(folder, `whole/${kind}.json`), join(folder, `whole-${kind}/run-1/${kind}.json`))
      for (const part of [1, 2, 3]) {
        const instance = join(folder, `shared-${kind}/run-1/instance-${part}`)
        await mkdir(instance, { recursive: true })
        await cp(join(folder, `segment-${part}/${kind}.json`), join(instance, `${kind}.json`))
      }
    }
    await mkdir(join(folder, 'joined-points/run-1'), { recursive: true })
    const joined = [1, 2, 3].map((part) => readFileSync(join(folder, `segment-${part}/points.json`)))
    await writeFile(join(folder, 'joined-points/run-1/points.json'), Buffer.concat(joined))
  }

  /** The comparison that the gate reads from two folders. */
  async function compare(baseline: string, candidate: string): Promise<Comparison> {
    const json = join(folder, 'report.json')
    await runCli(['compare', '--baseline', baseline, '--candidate', candidate, '--json', json], { folder })
    const { comparisons } = JSON.parse(await readFile(json, 'utf8'))
    return comparisons.find(
      ({ metric, stat, endpoint }: Comparison) => metric === 'http_req_duration' && stat === 'p95' && endpoint === null,
    )
  }

  test('of one load generator, points, digest and summary have the same p95 to the last digit', async () => {
    const { baseline, candidate } = await compare('whole-points', 'whole-digest')
    const summary = JSON.parse(await readFile(join(folder, 'whole/summary.json'), 'utf8'))
    expect(baseline).toBe(summary.metrics['http_req_duration{expected_response:true}']['p(95)'])
    expect(candidate).toBe(baseline)
    expect((await compare('whole-points', 'whole-summary')).candidate).toBe(baseline)
  })

  test('raw points of three load generators are exact: the percentile of all of them sorted by hand', async () => {
    const { baseline, candidate } = await compare('joined-points', 'shared-points')
    expect(candidate).toBe(baseline)
    expect(candidate).toBe(await sortedByHand())
  })

  test('their digests are within 0.25 %', async () => {
    const { baseline, candidate } = await compare('shared-points', 'shared-digest')
    expect(Math.abs((candidate ?? 0) / (baseline ?? 0) - 1)).toBeLessThan(0.0025)
  })

  test('a runner of k6-operator writes its digest and exit code, called as the operator calls k6', async () => {
    const results = join(folder, 'operator/run-1')
    const start = (args: readonly string[]) =>
      promisify(execFile)(OPERATOR_K6, [...args], {
        cwd: folder,
        env: { PATH: process.env.PATH ?? '', K6: k6 ?? '', PERF_GATE: `${execPath} ${CLI}`, RESULTS_DIR: results },
      }).then(
        () => 0,
        ({ code }: { code: number }) => code,
      )
    const service = createServer((_, response) => response.end('{}')).listen(0, '127.0.0.1')
    await once(service, 'listening')
    const url = `BASE_URL=http://127.0.0.1:${(service.address() as AddressInfo).port}`
    const run = ['run', '--quiet', '--no-usage-report', '--execution-segment=1/3:2/3', '-e', url]
    expect(await start([...run, 'load.js', '--tag', 'instance_id=2', '--summary-export', 'o.json'])).toBe(0)
    service.close()
    expect(await readFile(join(results, 'instance-2/exit-code'), 'utf8')).toBe('0\n')
    const { stdout } = await runCli(['inspect', join(results, 'instance-2/digest.json')])
    const { metrics } = JSON.parse(await readFile(join(folder, 'o.json'), 'utf8'))
    expect(stdout).toContain(` ${metrics['http_req_duration{expected_response:true}']['p(95)'].toFixed(3)} ms`)
    // A script that does not compile gives an exit code and no points, and nothing waits forever.
    await writeFile(join(folder, 'broken.js'), 'export default function () {')
    expect(await start(['run', '--quiet', '--no-usage-report', 'broken.js', '--tag', 'instance_id=3'])).toBe(107)
    expect(await readFile(join(results, 'instance-3/exit-code'), 'utf8')).toBe('107\n')
    await start(['version'])
  })

  test('their summaries are judged by bounds, which hold the truth', async () => {
    const truth = await sortedByHand()
    const { verdict, reason, candidate } = await compare('shared-points', 'shared-summary')
    const parts = [1, 2, 3].map(
      (part): number =>
        JSON.parse(readFileSync(join(folder, `segment-${part}/summary.json`), 'utf8')).metrics[
          'http_req_duration{expected_response:true}'
        ]['p(95)'],
    )
    expect(Math.min(...parts)).toBeLessThanOrEqual(truth)
    expect(Math.max(...parts)).toBeGreaterThanOrEqual(truth)
    expect(reason).toContain('Several load generators shared a run and left only summaries')
    // The value is one of the two ends, or there is none. It is never a number between them.
    expect([null, Math.min(...parts), Math.max(...parts)]).toContain(candidate)
    if (verdict === 'inconclusive' && candidate === null) expect(reason).toContain('Upload raw points or digests.')
  })

  async function sortedByHand(): Promise<number> {
    const values: number[] = []
    for (const part of [1, 2, 3]) {
      const text = await readFile(join(folder, `segment-${part}/points.json`), 'utf8')
      for (const line of text.split('\n')) {
        if (!line.includes('"metric":"http_req_duration","type":"Point"')) continue
        const { value, tags } = JSON.parse(line).data
        if (tags.expected_response === 'true') values.push(value)
      }
    }
    values.sort((left, right) => left - right)
    const position = 0.95 * (values.length - 1)
    const low = values[Math.floor(position)] ?? Number.NaN
    return low + ((values[Math.ceil(position)] ?? Number.NaN) - low) * (position % 1)
  }
})

test(`real k6 is there, or ${K6_LEFT_OUT}`, () => {
  expect(k6 === null && K6_IS_REQUIRED).toBe(false)
})

type Comparison = Readonly<{
  metric: string
  stat: string
  endpoint: string | null
  baseline: number | null
  candidate: number | null
  verdict: string
  reason: string | null
}>

const OPERATOR_K6 = join(REPOSITORY_ROOT, 'examples/k6-operator/k6-with-digest.sh')
const CLI = join(REPOSITORY_ROOT, 'dist/cli.js')

import { readFileSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { inspect } from '../../src/commands/inspect.ts'
import { parsePolicy } from '../../src/policy/policy-file.ts'
import { aFile } from '../formats/read-fixture.ts'
import { printedBy } from '../pairs-of-results.ts'
import { inspected, judge, messagesOf, TOOLS, toolBytes, toolText } from './tool-fixture.ts'

/*
 * The whole text of `inspect` for real artifacts: what they are, what they are gated on, and what else they can be
 * gated on.
 */

let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'perf-gate-inspect-'))
})
afterAll(async () => {
  await rm(folder, { recursive: true })
})

async function written(bytes: Uint8Array, name = 'result.json'): Promise<string> {
  await writeFile(join(folder, name), bytes)
  return join(folder, name)
}

/** The text of `perf-gate inspect` for a single artifact. */
async function inspectedAlone(name: string): Promise<string> {
  return inspected([aFile(toolBytes(name), basename(name))])
}

test('a request log of Locust: each endpoint with its number, and what the policy can name instead', async () => {
  expect(await inspectedAlone('locust/contrib-request-log.csv')).toBe(`1 run understood, 0 results refused.

shop · candidate · run 1
  path        contrib-request-log.csv
  format      locust-request-log
  tool        Locust, request log
  duration    7.6 s
  gated on    p95 of latency, 281.406 ms (653 samples)
  endpoint    GET /big: p95 408.305 ms (96 samples)
  endpoint    GET /cart, "express": p95 36.0375 ms (38 samples)
  endpoint    GET /fast: p95 19.354 ms (177 samples)
  endpoint    GET /flaky: p95 24.234 ms (68 samples)
  endpoint    GET /items?id=[id]: p95 58.212 ms (129 samples)
  endpoint    GET /redirect: p95 23.245 ms (47 samples)
  endpoint    POST /cart, "express": p95 38.477 ms (98 samples)
  instead     avg 56.8161 ms, min 6.03 ms, max 442.25 ms, p50 21.36 ms, p75 35.22 ms, p90 215.804 ms, p99 385.635 ms, p99.9 427.182 ms of latency: name it as \`primary\` in the policy
  shown       rate of errors 0.46 %, rate of requests 85.9233 per second
  exit code   unknown: there is no file exit-code
`)
})

test('a lone CSV of Locust: nothing is gated by default, and what can be named instead is there', async () => {
  expect(
    await inspectedAlone('locust/out_stats.csv'),
  ).toBe(`1 run understood, 0 results refused. In 1 run a gated number cannot be judged.

shop · candidate · run 1
  path        out_stats.csv
  format      locust-csv
  tool        Locust, CSV
  gated on    nothing by default. p95 of latency is 280 ms. The CSV of Locust lacks the last 1 to 21 % of the requests, and looks complete even after a kill, so its percentiles are shown and not judged. Give the request log or --json-file, or gate on the mean.
  endpoint    GET /big: p95 410 ms (89 samples), shown only
  endpoint    GET /cart, "express": p95 36 ms (36 samples), shown only
  endpoint    GET /fast: p95 19 ms (164 samples), shown only
  endpoint    GET /flaky: p95 23 ms (64 samples), shown only
  endpoint    GET /items?id=[id]: p95 59 ms (118 samples), shown only
  endpoint    GET /redirect: p95 23 ms (41 samples), shown only
  endpoint    POST /cart, "express": p95 38 ms (91 samples), shown only
  instead     avg 56.8754 ms, min 2.4117 ms, max 442.252 ms of latency: name it as \`primary\` in the policy
  shown       rate of errors 0.50 %, rate of requests 85.9305 per second
  exit code   unknown: there is no file exit-code
`)
})

test('a service that was down: the run is read, and what it is gated on cannot be judged', async () => {
  expect(
    await inspectedAlone('ghz/server-down.json'),
  ).toBe(`1 run understood, 0 results refused. In 1 run a gated number cannot be judged.

shop · candidate · run 1
  path        server-down.json
  format      ghz
  tool        ghz, closed load
  gated on    p95 of latency: cannot be used, all 20 requests failed, so there is no time of a successful request
  endpoint    shop.Shop.Quote: p95 cannot be used, all 20 requests failed, so there is no time of a successful request
  shown       rate of errors 100.00 %, count of requests 20
  exit code   unknown: there is no file exit-code
`)
})

test('a CSV of ghz has no times of its calls, so the number of its requests is no rate', async () => {
  expect(await inspectedAlone('ghz/errors.csv')).toBe(`1 run understood, 0 results refused.

shop · candidate · run 1
  path        errors.csv
  format      ghz-csv
  tool        ghz, CSV
  gated on    p95 of latency, 29.465 ms (266 samples)
  endpoints   none
  instead     avg 20.6347 ms, min 10.74 ms, max 37.73 ms, p50 20.095 ms, p90 27.305 ms, p99 34.38 ms of latency: name it as \`primary\` in the policy
  shown       rate of errors 11.33 %, count of requests 300
  exit code   unknown: there is no file exit-code
  note        The CSV of ghz has no dates, so throughput is not known and the warm-up cannot be left out. The JSON (-O json) has dates.
`)
})

test('the text of wrk: nothing can be gated on but errors and throughput', async () => {
  expect(
    await inspectedAlone('wrk/flaky.txt'),
  ).toBe(`1 run understood, 0 results refused. In 1 run a gated number cannot be judged.

shop · candidate · run 1
  path        flaky.txt
  format      wrk-text
  tool        wrk, text
  duration    4.0 s
  gated on    nothing by default. p90 of latency is 16.36 ms. The text of wrk has no p95, and its times have two or three digits: they are shown and not judged. Let perf-gate.lua write a line of JSON.
  endpoints   none
  shown       rate of errors 10.00 %, rate of requests 515.61 per second
  exit code   unknown: there is no file exit-code
`)
})

test('steps that are not narrower than the limit: what is not judged is said, of the service and of an endpoint', async () => {
  const rows = (label: string, milliseconds: readonly number[]) =>
    Array.from({ length: 500 }, (_, index) => `${1_795_792_278_222 + index},${milliseconds[index % 2]},${label},true\n`)
  const log = ['timeStamp,elapsed,label,success\n', ...rows('slow', [40, 41]), ...rows('fast', [8, 9])].join('')
  const both = await inspected([aFile(log, 'results.jtl')])
  expect(both).toMatch(/^1 run understood, 0 results refused\.\n/)
  expect(both).toContain(
    'endpoint    fast: p95 9 ms (500 samples), in steps of 11 %: not judged under a limit of 5 %\n',
  )
  expect(both).toContain('endpoint    slow: p95 41 ms (500 samples), in steps of 2.4 %\n')
  const alone = await inspected([aFile(log.replaceAll(/^.*slow.*\n/gm, ''), 'results.jtl')])
  expect(alone).toContain('In 1 run a gated number cannot be judged.')
  expect(alone).toContain(
    'gated on    p95 of latency, 9 ms (500 samples), in steps of 11 %: not judged under a limit of 5 %\n',
  )
  const wide = parsePolicy('version: 1\ndefaults: { max-regression: 15% }\n', null, {})
  expect(await inspected([aFile(log.replaceAll(/^.*slow.*\n/gm, ''), 'results.jtl')], wide)).toContain(
    'gated on    p95 of latency, 9 ms (500 samples), in steps of 11 %\n',
  )
})

test('several load generators of one run', async () => {
  const bytes = toolBytes('locust/contrib-request-log.csv')
  const files = [0, 1].map((instance) => aFile(bytes, `run-1/instance-${instance}/requests.csv`))
  const text = await inspected(files)
  expect(text).toContain('generators  2, with their samples merged')
  expect(text).toContain('gated on    p95 of latency, 282.067 ms (1,306 samples)')
})

test('with a policy it says what that gates on', async () => {
  const files = [aFile(toolBytes('locust/out_stats.csv'), 'out_stats.csv')]
  const policyText = (metric: string) => `version: 1\ndefaults: { primary: [{ metric: ${metric}, stat: avg }] }\n`
  const mean = await inspected(files, parsePolicy(policyText('latency'), null, {}))
  expect(mean).toMatch(/^1 run understood, 0 results refused\.\n/)
  expect(mean).toContain('gated on    avg of latency, 56.8754 ms')
  expect(mean).toContain('endpoint    GET /big: avg ')
  const none = await inspected(files, parsePolicy(policyText('http_req_duration'), null, {}))
  expect(none).toContain('In 1 run a gated number cannot be judged.')
  expect(none).toContain('gated on    avg of http_req_duration: cannot be used, it is not in the file')
  expect(none).toContain('shown       avg of latency 56.8754 ms')
})

test('inspect says that nothing is gated if no number of the file asks for it', async () => {
  const text = await inspected([
    aFile(
      JSON.stringify({
        perfGateMetrics: 1,
        tool: 'our-bench',
        metrics: [{ name: 'parse', quantity: 'duration', unit: 'ms', stats: { p95: 3 } }],
      }),
      'metrics.json',
    ),
  ])
  expect(text).toMatch(/^1 run understood, 0 results refused\. In 1 run a gated number cannot be judged\.\n/)
  expect(text).toContain('gated on    nothing by default: name one of the numbers that are shown as `primary`')
  expect(text).toContain('shown       p95 of parse 3 ms')
})

describe('a file that no tool recognises as its result', () => {
  test.each([
    ['jmh/fail-on-error.json', 'The file is empty. The tool was stopped before it wrote its result'],
    ['locust/crashed-in-init/out_stats.csv', 'The file is empty. The tool was stopped before it wrote its result'],
    ['locust/empty/stats.json', 'The file is an empty list: the tool that wrote it measured nothing.'],
  ])('%s is a result that was lost, not a profile or traces without a span', async (name, why) => {
    const { exitCode, printed } = await printedBy(inspect, [fileURLToPath(new URL(name, TOOLS))])
    expect(exitCode).toBe(1)
    expect(printed).toMatch(/^0 runs understood, 1 result refused\.\n/)
    expect(printed).toContain(why)
  })

  test.each([
    ['google-benchmark/cpp-1.7.1.json', 1500],
    ['hyperfine/two.v2.0.0.json', 700],
    ['hyperfine/two.v1.15.0.json', 100],
    ['jmh/modes.json.gz', 5000],
    ['locust/stats.json', 900],
    ['wrk/items.json', 200],
    ['ghz/errors.json', 2000],
  ])('%s that is cut after %d bytes is one of its tool, and not of traces', async (name, bytes) => {
    const { exitCode, printed } = await printedBy(inspect, [await written(toolBytes(name).subarray(0, bytes))])
    expect(exitCode).toBe(1)
    expect(printed).toMatch(
      /\n {2}why {9}The JSON ends in the middle(?:, after \d+ characters)?: the file is truncated\./,
    )
  })

  test('the gate blocks, though another file of the run is complete', async () => {
    const whole = toolText('hyperfine/two.v2.0.0.json')
    const files = ['baseline', 'candidate'].flatMap((side) =>
      [1, 2, 3].map((run) => aFile(whole, `${side}/run-${run}/two.json`)),
    )
    const verdict = await judge([...files, aFile(whole.slice(0, 700), 'candidate/run-2/more.json')])
    expect(verdict.outcome).toBe('invalid')
    expect(messagesOf(verdict).join()).toContain('more.json cannot be used. The JSON ends in the middle')
  })

  test.each([
    ['jmeter/few-columns.csv', 'Let JMeter write a header'],
    ['locust/contrib-request-log.csv', 'which names the columns. Give the whole file'],
    [
      'gatling/simulation.v3.12.0.log.gz',
      'without its first lines, which say when the run started. Give the whole simulation.log.',
    ],
  ])('%s without its first lines', async (name, advice) => {
    const lines = toolText(name).split('\n')
    const first = lines.findIndex((line) => /^(?:\d{9}|USER\t)/.test(line))
    expect(await inspected([aFile(lines.slice(first).join('\n'), 'results.txt')])).toContain(advice)
  })

  test.each([
    ['2026-11-28T06:09:35+00:00\nRunning ./bench\nRun on (2 X 2100 MHz CPU s)\nCPU Caches:\n', '--benchmark_out=FILE'],
    ['| Command | Mean [ms] | Min [ms] | Max [ms] | Relative |\n', '--export-json FILE'],
    ['[cols="<,>,>,>,>"]\n|===\n| Command \n| Mean [ms] \n', '--export-json FILE'],
    [
      'Benchmark   (n)  Mode  Cnt  Score   Error  Units\nParse.copy  100  avgt       0.123          us/op\n',
      '-rf json -rff FILE',
    ],
    ['"Benchmark";"Mode";"Threads";"Samples";"Score";"Score Error (99.9%)";"Unit"\n', '-rf json -rff FILE'],
  ])('what a benchmark runner writes for people: %j', async (printed, advice) => {
    expect(await inspected([aFile(printed, 'bench.txt')])).toContain(advice)
  })

  test('a folder with files for people only: the file whose message has advice comes first', async () => {
    const files = [
      aFile('<!DOCTYPE html><html></html>', 'run-1/index.html'),
      aFile(toolBytes('jmeter/simple.statistics.json'), 'run-1/statistics.json'),
    ]
    expect(await inspected(files)).toContain(
      'Give the JTL file: jmeter -n -t plan.jmx -l results.jtl. index.html was not read. The file is an HTML report, for people only.',
    )
  })

  test('truncated gzip data is named', async () => {
    const bytes = readFileSync(new URL('gatling/simulation.v3.15.1.log.gz', TOOLS))
    const { exitCode, printed } = await printedBy(inspect, [
      await written(bytes.subarray(0, 2000), 'simulation.log.gz'),
    ])
    expect(exitCode).toBe(1)
    expect(printed).toContain('The gzip data ends in the middle, at byte 2000: the file is truncated.')
  })

  test('a script is not taken for one of k6', async () => {
    const text = await inspected([aFile('#!/bin/sh\nsleep 1\n', 'job.sh')])
    expect(text).toContain(
      'why         The file is not a result of a known tool: it starts with "#!/bin/sh\\nsleep 1\\n". docs/tools says which file of each tool is read.',
    )
  })
})

test.each([
  ['a run in which nothing can be judged', 'ghz/server-down.json', 1],
  ['a CSV of Locust alone', 'locust/out_stats.csv', 1],
  ['a result that can be judged', 'ghz/errors.json', 0],
])('%s: the exit code says it', async (_, name, expected) => {
  const { exitCode } = await printedBy(inspect, [fileURLToPath(new URL(name, TOOLS))])
  expect(exitCode).toBe(expected)
})

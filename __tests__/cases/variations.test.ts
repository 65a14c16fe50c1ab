import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { broken, type Expected, runCommand } from './run-command.ts'
import { counter, type Summary, share, summary, trend, type Values } from './summary.ts'

/*
 * Relatives of the reports of the public: what else people have of each kind. Files are made here, because many of them differ in one
 * number or one name only.
 */

type Content = Summary | string
type Files = Readonly<Record<string, Content>>

type Variation = Expected &
  Readonly<{
    what: string
    /** Either both sides, or pairs in one folder. One file is given by itself, several as a folder. */
    baseline?: Files | Content
    candidate?: Files | Content
    results?: Files
    policy?: string
  }>

let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'perf-gate-variations-'))
})

afterAll(async () => {
  await rm(folder, { recursive: true })
})

async function write(path: string, content: Content): Promise<string> {
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, typeof content === 'string' ? content : JSON.stringify(content))
  return path
}

/** The folder of these files, or the path of the one file. */
async function writeSide(place: string, side: Files | Content): Promise<string> {
  if (isContent(side)) return write(join(place, 'summary.json'), side)
  for (const [path, content] of Object.entries(side)) await write(join(place, path), content)
  return place
}

function isContent(side: Files | Content): side is Content {
  return typeof side === 'string' || 'root_group' in side
}

async function argumentsOf(variation: Variation, place: string): Promise<readonly string[]> {
  const { baseline, candidate, results, policy } = variation
  const sides = { baseline, candidate, results }
  const args: string[] = []
  for (const [name, side] of Object.entries(sides)) {
    if (side !== undefined) args.push(`--${name}`, await writeSide(join(place, name), side))
  }
  return policy === undefined ? args : [...args, '--policy', await write(join(place, 'policy.yml'), policy)]
}

function check(variations: readonly Variation[]): void {
  test.each(variations.map((one) => [one.what, one] as const))('%s', async (what, variation) => {
    const place = join(folder, what.replaceAll(/\W+/g, '-'))
    const args = await argumentsOf(variation, place)
    expect(broken(await runCommand('compare', args, join(place, 'report.json')), variation)).toEqual([])
  })
}

/** A policy that gates every service on this series. */
function gatedOn(series: string): string {
  return `version: 1\ndefaults:\n  primary:\n    - { ${series} }\n`
}

describe('a gated counter', () => {
  const errors = gatedOn('metric: login_errors, stat: count')
  const orders = gatedOn('metric: orders, stat: count, better: higher')
  const withErrors = (count: number) => summary(200, { login_errors: counter(count) })
  const withOrders = (count: number) => summary(200, { orders: counter(count) })

  check([
    {
      what: 'of errors that is 0 on both sides is as it should be',
      baseline: withErrors(0),
      candidate: withErrors(0),
      policy: errors,
      exit: [0],
      outcome: ['pass'],
    },
    {
      what: 'of errors blocks where it was 0, and can be accepted',
      baseline: withErrors(0),
      candidate: withErrors(5),
      policy: errors,
      exit: [1],
      outcome: ['fail'],
      findings: 'count of login_errors is higher.* 0 before, 5 now',
    },
    {
      what: 'of errors may fall to 0',
      baseline: withErrors(3),
      candidate: withErrors(0),
      policy: errors,
      exit: [0],
      outcome: ['pass'],
    },
    {
      what: 'of work that falls to 0 blocks, and can be accepted',
      baseline: withOrders(2000),
      candidate: withOrders(0),
      policy: orders,
      exit: [1],
      outcome: ['fail'],
      findings: 'count of orders is lower.* 2000 before, 0 now',
    },
    {
      what: 'of work that nobody did says nothing',
      baseline: withOrders(0),
      candidate: withOrders(0),
      policy: orders,
      exit: [1],
      outcome: ['invalid'],
      findings: '0 on both sides',
    },
    {
      what: 'that is the same has an alarm that fires',
      baseline: withOrders(1000),
      candidate: withOrders(1000),
      policy: orders,
      exit: [0],
      outcome: ['pass'],
    },
    {
      what: 'that got better has an alarm that fires',
      baseline: withOrders(1000),
      candidate: withOrders(1500),
      policy: orders,
      exit: [0],
      outcome: ['pass'],
    },
    {
      what: 'and its endpoints with 0 on one side',
      baseline: summary(200, { orders: counter(1000), 'orders{name:book}': counter(500) }),
      candidate: summary(200, { orders: counter(1000), 'orders{name:book}': counter(0) }),
      policy: orders,
      exit: [0],
      outcome: ['warn'],
      findings: 'count of orders of book is lower.* 500 before, 0 now',
    },
  ])
})

describe('a gated gauge', () => {
  const depth = (value: number) => summary(200, { queue_depth: { value, min: 0, max: 99 } })
  const policy = gatedOn('metric: queue_depth, stat: value, better: lower')

  check([
    {
      what: 'of 0 on both sides passes',
      baseline: depth(0),
      candidate: depth(0),
      policy,
      exit: [0],
      outcome: ['pass'],
    },
    {
      what: 'that rises from 0 blocks',
      baseline: depth(0),
      candidate: depth(50),
      policy,
      exit: [1],
      outcome: ['fail'],
      findings: '0 before, 50 now',
    },
  ])
})

describe('addresses in the names of endpoints', () => {
  /** One endpoint a name, as a summary has them: by thresholds. */
  const named = (endpoints: Readonly<Record<string, number>>) =>
    summary(
      200,
      Object.fromEntries(
        Object.entries(endpoints).map(([name, p95]) => [`http_req_duration{name:${name}}`, trend(p95)]),
      ),
    )

  check([
    {
      what: 'two ports of one machine are the same endpoints',
      baseline: named({ 'http://localhost:3001/orders': 200, 'http://localhost:3001/pay': 200 }),
      candidate: named({ 'http://localhost:3002/orders': 300, 'http://localhost:3002/pay': 200 }),
      exit: [0],
      outcome: ['warn'],
      findings: 'http_req_duration of /orders is 50.0 % slower',
      notFindings: 'does not have|do not have|is new',
      text: 'measured at `http://localhost:3001` and this version at `http://localhost:3002`',
    },
    {
      what: 'another host that both sides call stays as it is',
      baseline: named({ 'http://main:80/orders': 200, 'https://login.test/token': 200 }),
      candidate: named({ 'http://pull-7:80/orders': 200, 'https://login.test/token': 300 }),
      exit: [0],
      findings: 'of https://login.test/token is 50.0 % slower',
      notFindings: 'do not have|is new',
    },
    {
      what: 'a lost endpoint is missing at any address',
      baseline: named({ 'http://main/orders': 200, 'http://main/pay': 200 }),
      candidate: named({ 'http://pull-7/orders': 200 }),
      exit: [1],
      outcome: ['fail'],
      findings: 'p95 of http_req_duration of /pay is missing from these results',
    },
    {
      what: 'a limit of the policy holds at both',
      baseline: named({ 'http://main/orders': 200 }),
      candidate: named({ 'http://pull-7/orders': 206 }),
      policy: 'version: 1\nservices: { service: { endpoints: { "http://main/orders": { max-regression: 1% } } } }\n',
      exit: [0],
      findings: 'of /orders is 3.0 % slower \\(limit 1 %\\)',
      notFindings: 'not in force',
    },
    {
      what: 'two addresses on each side are not guessed, and the message says where the endpoint is',
      baseline: named({ 'http://a/orders': 200, 'http://b/token': 200 }),
      candidate: named({ 'http://c/orders': 200, 'http://d/token': 200 }),
      exit: [1],
      findings: 'They have http://c/orders instead, which is the same request at another address',
    },
  ])
})

/** One pair of runs, with more files beside the candidate. */
function pairWith(files: Files): Files {
  const beside = Object.entries(files).map(([name, content]) => [`checkout/candidate/run-1/${name}`, content] as const)
  return {
    'checkout/baseline/run-1/summary.json': summary(200),
    'checkout/candidate/run-1/summary.json': summary(204),
    ...Object.fromEntries(beside),
  }
}

describe('files beside a result', () => {
  check([
    ...['exitcode.log', 'exit-code.json', 'status', 'k6-status.txt', 'result.code', 'exit_code.md', 'ret'].map(
      (name): Variation => ({
        what: `the exit code of an aborted run in ${name}`,
        results: pairWith({ [name]: '108\n' }),
        exit: [1],
        outcome: ['invalid'],
        findings: `${name} was read as the file exit-code. k6 ended with exit code 108`,
      }),
    ),
    ...['status', 'code.txt', 'exit-notes.txt', 'vus.txt'].map(
      (name): Variation => ({
        what: `a number in ${name} that k6 does not end with`,
        results: pairWith({ [name]: '200\n' }),
        exit: [0],
        outcome: ['pass'],
        text: `${name} was not read`,
      }),
    ),
    {
      what: 'a status that lies in no run says nothing of any',
      results: { ...pairWith({}), status: '0\n', 'logs/status': '108\n' },
      exit: [0],
      outcome: ['pass'],
    },
    {
      what: 'a crossed threshold in a file called status',
      results: pairWith({ status: '99' }),
      exit: [0],
      outcome: ['warn'],
      findings: 'A threshold of the load test was crossed: exit code 99 in 1 run',
    },
    {
      what: 'a recording of the web dashboard',
      results: pairWith({
        'dashboard.ndjson':
          '{"event":"param","data":{"thresholds":{}}}\n{"event":"metric","data":{"http_reqs":{"type":"counter"},"http_req_duration":{"type":"trend"}}}\n',
      }),
      exit: [0],
      outcome: ['pass'],
      text: 'dashboard.ndjson was not read. The file is a recording of events',
    },
    {
      what: 'a log of k6 in JSON that names metrics',
      results: pairWith({
        'k6.log': `{"level":"error","msg":"thresholds on metrics 'http_req_duration, http_reqs' have been crossed"}\n{"level":"info"}\n`,
      }),
      exit: [0],
      outcome: ['pass'],
      text: 'k6.log was not read',
    },
    {
      what: 'a log that has a summary in it, as handleSummary prints it',
      results: pairWith({ 'k6.log': `k6 v1.2.0\n\n${JSON.stringify(summary(190))}\n` }),
      exit: [0],
      outcome: ['pass'],
      text: 'k6.log was not read. The file has a k6 summary with other text around it',
    },
  ])
})

describe('a summary with text around it is called what it is', () => {
  const words = 'a k6 summary with other text around it, such as what k6 prints. Let k6 write the file itself'

  check([
    {
      what: 'before it',
      baseline: summary(200),
      candidate: `k6 v1.2.0\n${JSON.stringify(summary(200))}`,
      exit: [1],
      findings: words,
    },
    {
      what: 'after it',
      baseline: summary(200),
      candidate: `${JSON.stringify(summary(200))}\nDone.\n`,
      exit: [1],
      findings: words,
    },
    {
      what: 'two summaries after one another are not that',
      baseline: summary(200),
      candidate: `${JSON.stringify(summary(200))}\n${JSON.stringify(summary(210))}\n`,
      exit: [1],
      findings: 'several k6 summaries, one after another',
    },
  ])
})

describe('layouts', () => {
  const three = (names: readonly string[], factor: number): Files =>
    Object.fromEntries(names.map((name, index) => [name, summary((195 + 5 * index) * factor)]))

  check([
    ...[
      ['iteration-1/summary.json', 'iteration-2/summary.json', 'iteration-3/summary.json'],
      ['2026-01-31_09-30-00/s.json', '2026-01-31_09-40-00/s.json', '2026-01-31_09-50-00/s.json'],
      ['summary1.json', 'summary2.json', 'summary3.json'],
      ['summary.json', 'summary-1.json', 'summary-2.json'],
      ['summary (1).json', 'summary (2).json', 'summary (3).json'],
      ['k6-run1.json', 'k6-run2.json', 'k6-run3.json'],
    ].map(
      (names): Variation => ({
        what: `three runs: ${names.join(', ')}`,
        baseline: three(names, 1),
        candidate: three(names, 1.02),
        exit: [0],
        outcome: ['pass'],
        text: '1 of 1 gated series with the baseline runs, 3 runs against 3',
      }),
    ),
    {
      what: 'names with a number that may be services are told',
      baseline: { 'r1/summary.json': summary(200), 'r2/summary.json': summary(200) },
      candidate: { 'r1/summary.json': summary(200), 'r2/summary.json': summary(200) },
      exit: [0],
      text: 'r1, r2 were read as services. If they are runs of one service, call them run-1',
    },
    {
      what: 'sides in the names of services',
      results: { 'cart-baseline/run-1/summary.json': summary(200), 'cart-candidate/run-1/summary.json': summary(260) },
      exit: [1],
      outcome: ['fail'],
      findings: '30.0 % slower',
      text: 'p95 of `cart` is',
    },
    {
      what: 'sides in the names of artifacts',
      results: {
        'k6-results-baseline/summary.json': summary(200),
        'k6-results-candidate/summary.json': summary(260),
      },
      exit: [1],
      outcome: ['fail'],
      findings: '30.0 % slower',
    },
    {
      what: 'sides under other names are asked for',
      results: { 'before/summary.json': summary(200), 'after/summary.json': summary(260) },
      exit: [1],
      outcome: ['fail'],
      findings: 'If after and before are two versions of one service, call their folders baseline and candidate',
    },
    {
      what: 'one of two files of services is lost',
      baseline: { 'cart.json': summary(200), 'search.json': summary(200) },
      candidate: { 'cart.json': summary(200) },
      exit: [1],
      outcome: ['fail'],
      findings: 'search has no result of this version, only a baseline',
      notFindings: 'cart has|is new',
    },
    {
      what: 'the policy names the service of a lone file',
      baseline: { 'cart.json': summary(200) },
      candidate: { 'cart.json': summary(202) },
      policy: 'version: 1\nservices: { cart: { max-regression: 8% } }\n',
      exit: [0],
      text: 'p95 of `cart`: 1.0 % slower .limit 8 %',
      notFindings: 'no result',
    },
  ])
})

describe('errors of an endpoint', () => {
  const pay = (p95: number, failed: Values | null) =>
    summary(200, {
      'http_req_duration{name:/pay}': trend(p95),
      'http_reqs{name:/pay}': counter(1000),
      'http_req_failed{name:/pay}': failed,
    })

  check([
    {
      what: 'a share that only the baseline has is told',
      baseline: pay(200, share(0, 1000)),
      candidate: pay(200, null),
      exit: [0],
      outcome: ['warn'],
      findings: 'The share of failed requests of /pay cannot be judged',
    },
    {
      what: 'all of its requests fail: it can be accepted, and nobody is told to measure longer',
      baseline: pay(200, share(0, 1000)),
      candidate: pay(2, share(1000, 0)),
      exit: [1],
      outcome: ['fail'],
      findings: '100 % of the requests of /pay failed',
      notFindings: 'load test longer|Run the load test again|under this name',
    },
  ])
})

describe('a metric that is not there', () => {
  check([
    {
      what: 'the requests of a test that also measures something else: not what to gate on instead',
      baseline: summary(200, { ws_connecting: trend(10) }),
      candidate: summary(200, {
        ws_connecting: trend(10),
        http_req_duration: null,
        http_reqs: null,
        http_req_failed: null,
      }),
      exit: [1],
      findings: 'find out whether the load test still reaches this part of the script',
      notFindings: 'Gate on what it measures',
    },
    {
      what: 'a gated counter of errors that nothing was added to: how to keep it',
      baseline: summary(200, { login_errors: counter(3) }),
      candidate: summary(200),
      policy: gatedOn('metric: login_errors, stat: count'),
      exit: [1],
      findings: "login_errors: .'count>=0'.` keeps it in the file at 0",
    },
    {
      what: 'in the baseline: no word of percentiles where the whole metric is absent',
      baseline: summary(200, { http_req_duration: null, ws_connecting: trend(10) }),
      candidate: summary(200, { ws_connecting: trend(10) }),
      exit: [1],
      findings: 'the baseline does not have it',
      notFindings: 'summaryTrendStats',
    },
    {
      what: 'all requests fail: find out why',
      baseline: summary(200),
      candidate: summary(2, { http_req_failed: share(2000, 0) }),
      exit: [1],
      findings: 'Find out why they fail.* all 2000 requests failed',
      notFindings: 'Run the load test again',
    },
  ])
})

describe('words', () => {
  const stamped = JSON.stringify({ schemaVersion: 1, machine: 'small' })

  check([
    {
      what: 'a change that is exactly the limit has no digits of binary fractions',
      baseline: summary(200),
      candidate: summary(210),
      exit: [0],
      findings: 'is 5.0 % slower .limit 5 %',
    },
    {
      what: 'one of two folders is stamped',
      baseline: { 'run-1/summary.json': summary(200), 'run-1/run.json': stamped },
      candidate: { 'run-1/summary.json': summary(200) },
      exit: [1],
      findings:
        'known on one side only: small before, unknown now. Let `perf-gate stamp` write `run.json` beside the runs of both',
      notFindings: 'changed: ',
    },
    {
      what: 'a folder with nothing but a baseline',
      results: { 'cart/baseline/run-1/summary.json': summary(200) },
      exit: [1],
      findings: 'cart has no result of this version, only a baseline',
    },
  ])
})

describe('a load test without http', () => {
  const without = (changes: Readonly<Record<string, Values>>) =>
    summary(200, { http_req_duration: null, http_reqs: null, http_req_failed: null, ...changes })

  check([
    {
      what: 'and without any times: what it measures can be gated on',
      baseline: without({ orders: counter(5) }),
      candidate: without({ orders: counter(5) }),
      exit: [1],
      findings: 'If it makes none by design, name what it measures under `primary`',
    },
    {
      what: 'gated on how long an iteration takes',
      baseline: without({ orders: counter(5) }),
      candidate: without({ orders: counter(5), iteration_duration: trend(1300) }),
      policy: gatedOn('metric: iteration_duration, stat: p95'),
      exit: [1],
      outcome: ['fail'],
      findings: 'p95 of iteration_duration is 30.0 % slower',
    },
    {
      what: 'the example can be pasted: what it measures comes before how long it sleeps',
      baseline: without({ kafka_writer_write_seconds: trend(0.2) }),
      candidate: without({ kafka_writer_write_seconds: trend(0.2) }),
      exit: [1],
      findings: 'such as .primary: .. metric: kafka_writer_write_seconds, stat: p95, better: lower',
    },
    {
      what: 'and that example, pasted',
      baseline: without({ kafka_writer_write_seconds: trend(0.2) }),
      candidate: without({ kafka_writer_write_seconds: trend(0.3) }),
      policy: gatedOn('metric: kafka_writer_write_seconds, stat: p95, better: lower'),
      exit: [1],
      outcome: ['fail'],
      findings: 'p95 of kafka_writer_write_seconds is 50.0 % higher',
    },
  ])
})

describe('a percentile that the file does not have', () => {
  const { 'p(95)': _, ...others } = trend(200)

  check([
    {
      what: 'of the candidate: what to write into the script',
      baseline: summary(200),
      candidate: summary(200, { http_req_duration: others }),
      exit: [1],
      findings: 'Add `p.95.` to `summaryTrendStats`',
    },
    {
      what: 'of an endpoint of the candidate',
      baseline: summary(200, { 'http_req_duration{name:a}': trend(200) }),
      candidate: summary(200, { 'http_req_duration{name:a}': others }),
      exit: [1],
      findings: 'Add `p.95.` to `summaryTrendStats`',
      notFindings: 'requests fail|under this name',
    },
    {
      what: 'that the policy writes with another zero',
      baseline: summary(200, { http_req_duration: { ...trend(200), 'p(99.9)': 300, count: 40_000 } }),
      candidate: summary(200, { http_req_duration: { ...trend(200), 'p(99.90)': 390, count: 40_000 } }),
      policy: gatedOn('metric: http_req_duration, stat: "p(99.90)"'),
      exit: [1],
      outcome: ['fail'],
      findings: 'p99.9 of http_req_duration is 30.0 % slower',
    },
  ])
})

describe('settings that are not in force', () => {
  check([
    {
      what: 'a pattern of services that no service is called like',
      baseline: { 'cart/summary.json': summary(200) },
      candidate: { 'cart/summary.json': summary(200) },
      policy: 'version: 1\nservices: { "pay*": { max-regression: 1% }, "ca*": { max-regression: 5% } }\n',
      exit: [0],
      outcome: ['warn'],
      findings:
        'settings for services called pay.*no service has such a name, so they are not in force. The services are cart',
      notFindings: 'ca\\*',
    },
  ])
})

describe('several summaries in one file', () => {
  const one = JSON.stringify(summary(200))

  check([
    {
      what: 'after one another on one line',
      baseline: one,
      candidate: `${one}${one}`,
      exit: [1],
      findings: 'several k6 summaries',
    },
    {
      what: 'a list with one',
      baseline: one,
      candidate: `[${one}]`,
      exit: [1],
      findings: 'a list with one k6 summary. Take it out of the list',
    },
  ])
})

test('each push is recorded at an address of its own, and under the names that its files have', async () => {
  const place = join(folder, 'recorded-addresses')
  const store = join(place, 'store')
  const at = (address: string, p95: number) =>
    summary(200, { [`http_req_duration{name:${address}/orders}`]: trend(p95) })
  for (const [index, commit] of ['a', 'b', 'c'].entries()) {
    const results = await write(join(place, `${commit}.json`), at(`http://preview-${index}.test`, 200))
    const args = ['--store', store, '--results', results, '--commit', commit.repeat(40)]
    expect(await runCommand('record', args, join(place, 'none.json'))).toMatchObject({ exit: 0 })
  }
  const stored = await readFile(join(store, 'v1', 'service.ndjson'), 'utf8')
  expect(stored.match(/http:\/\/preview-\d\.test\/orders/g)).toHaveLength(3)
  const candidate = await write(join(place, 'now.json'), at('http://preview-9.test', 300))
  const ran = await runCommand('compare', ['--baseline', store, '--candidate', candidate], join(place, 'report.json'))
  expect(
    broken(ran, { exit: [0], findings: 'of /orders is 50.0 % slower', notFindings: 'do not have|is new' }),
  ).toEqual([])
})

describe('two summaries of one run', () => {
  const exported = summary(204)
  const handled = {
    root_group: exported.root_group,
    state: { testRunDurationMs: 60_000 },
    metrics: Object.fromEntries(
      Object.entries(exported.metrics).map(([name, values]) => {
        const type = 'passes' in values ? 'rate' : 'value' in values ? 'gauge' : 'rate' in values ? 'counter' : 'trend'
        return [name, { type, contains: type === 'trend' ? 'time' : 'default', values }]
      }),
    ),
  }
  const text = 'holds the same numbers as .*, so it was left out'

  check([
    {
      what: 'of handleSummary and of the command line: they say the same',
      results: pairWith({ 'export.json': JSON.stringify(handled) }),
      exit: [0],
      outcome: ['pass'],
      text,
    },
    {
      what: 'in a folder without a number',
      baseline: { 'cart/summary.json': summary(200) },
      candidate: { 'cart/summary.json': exported, 'cart/k6-report.json': exported },
      exit: [0],
      outcome: ['pass'],
      text,
    },
    {
      what: 'that differ, in a folder without a number',
      baseline: { 'cart/summary.json': summary(200) },
      candidate: { 'cart/summary.json': summary(200), 'cart/k6-summary.json': summary(205) },
      exit: [1],
      outcome: ['invalid'],
      findings: 'Two results lie in one run: k6-summary.json .* and summary.json',
    },
    {
      what: 'that differ are two runs, and nobody guesses',
      results: pairWith({ 'export.json': summary(205) }),
      exit: [1],
      outcome: ['invalid'],
      findings: 'Two results lie in one run',
    },
  ])
})

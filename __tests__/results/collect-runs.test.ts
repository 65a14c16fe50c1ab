import { expect, test } from '@jest/globals'
import { FORMATS } from '../../src/formats/registry.ts'
import type { ResultFile } from '../../src/model/result-file.ts'
import type { CollectedRuns } from '../../src/model/run.ts'
import { collectRuns } from '../../src/results/collect-runs.ts'
import { inspectRuns } from '../../src/results/inspect.ts'
import { aFile, fixtureBytes } from '../formats/read-fixture.ts'
import { plainOf } from '../saying.ts'

const SUMMARY = fixtureBytes('mask.0.summary-export.k6-v2.2.0.json')
const HANDLE = fixtureBytes('rich.handle-summary.k6-v2.2.0.json')
const MACHINE = fixtureBytes('rich.machine-readable.compact.k6-v2.2.0.json')
const HTML = '<!doctype html><html></html>'

const anArtifact = (name: string, id: number): NonNullable<ResultFile['artifact']> => ({
  name,
  id,
  digest: null,
  workflowRunId: 9,
  runAttempt: 1,
})

async function collect(files: readonly ResultFile[]): Promise<CollectedRuns> {
  const options = {
    formats: FORMATS,
    defaultService: 'default',
    defaultSide: 'candidate',
    defaultCommit: 'c0ffee0',
  } as const
  const collected = await collectRuns(files, options)
  expect(await collectRuns([...files].reverse(), options)).toEqual(collected)
  return collected
}

const named = ({ runs }: CollectedRuns): unknown =>
  runs.map(({ service, side, runNumber }) => `${service} ${side} ${runNumber}`)
const problems = ({ refusals }: CollectedRuns): readonly string[] =>
  refusals.map(({ path, problem }) => `${path}: ${plainOf(problem)}`)

test('folders become runs with their identity', async () => {
  const collected = await collect([
    aFile(SUMMARY, 'checkout/candidate/run-1/summary.json'),
    aFile('99\n', 'checkout/candidate/run-1/exit-code'),
    aFile(
      {
        schemaVersion: 1,
        jobId: 'job-7',
        machine: 'm',
        load: '20 VUs',
        k6Version: 'v2.2.0',
        scriptHash: 'abc',
        testedCommit: 'abcdef0',
        startedAt: '2026-11-22T08:00:00Z',
        more: 1,
      },
      'checkout/candidate/run-1/run.json',
    ),
    aFile(MACHINE, 'checkout/baseline/run-1/x.json'),
  ])
  expect(collected.refusals).toEqual([])
  const [baseline, candidate] = collected.runs
  expect(candidate).toMatchObject({
    service: 'checkout',
    side: 'candidate',
    runNumber: 1,
    jobId: 'job-7',
    testedCommit: 'abcdef0',
    startedAt: '2026-11-22T08:00:00Z',
    conditions: { machine: 'm', load: '20 VUs', scriptHash: 'abc', tool: 'k6 v2' },
    source: { workflowRunId: null, artifactId: null, path: 'checkout/candidate/run-1' },
    exitCode: 99,
    missedGoals: true,
  })
  expect(baseline).toMatchObject({
    side: 'baseline',
    jobId: null,
    testedCommit: 'c0ffee0',
    exitCode: null,
    conditions: { tool: 'k6 v2', machine: null },
  })
})

test('one artifact is one job, and cannot claim the job of another', async () => {
  const runJson = { schemaVersion: 1, jobId: 'a' }
  const { runs } = await collect([
    aFile(SUMMARY, 'run-1/summary.json', anArtifact('k6-results-cart--1', 5)),
    aFile(SUMMARY, 'run-1/summary.json', anArtifact('k6-results-cart--2', 6)),
    aFile(runJson, 'run-1/run.json', anArtifact('k6-results-cart--2', 6)),
  ])
  expect(runs.map(({ service, jobId, source }) => [service, jobId, source.artifactId])).toEqual([
    ['cart', 'artifact-5', 5],
    ['cart', 'artifact-6:a', 6],
  ])
})

test('shorter layouts', async () => {
  expect(named(await collect([aFile(SUMMARY, 'summary.json')]))).toEqual(['default candidate 1'])
  expect(named(await collect([aFile(SUMMARY, 'cart/run-2.json'), aFile(SUMMARY, 'cart/run-1.json')]))).toEqual([
    'cart candidate 1',
    'cart candidate 2',
  ])
  const lone = aFile(SUMMARY, 'out.json', anArtifact('k6-results-cart', 3))
  expect((await collect([lone])).runs[0]).toMatchObject({
    service: 'cart',
    source: { artifactId: 3, path: 'out.json' },
  })
})

test('an aborted run writes a summary that looks whole: its exit code refuses it', async () => {
  const aborted = fixtureBytes('aborted.abort.summary-export.k6-v2.2.0.json')
  expect((await collect([aFile(aborted, 'cart/run-1/summary.json')])).refusals).toEqual([])
  const collected = await collect([aFile(aborted, 'cart/run-1/summary.json'), aFile('108', 'cart/run-1/exit-code')])
  expect(collected.runs).toEqual([])
  expect(problems(collected)).toEqual([
    'cart/run-1: k6 ended with exit code 108: the script stopped the test with test.abort(). The run is not complete, so its numbers do not count. Measure again.',
  ])
})

test.each([
  [
    'a damaged file beside a good one',
    [aFile(SUMMARY, 'a/run-1/s.json'), aFile('{"metr', 'a/run-1/t.json')],
    'a/run-1/t.json: The JSON ends in the middle',
  ],
  [
    'two summaries',
    [aFile(SUMMARY, 'a/run-1/s.json'), aFile(HANDLE, 'a/run-1/t.json')],
    'Two results lie in one run: s.json (k6 --summary-export) and t.json (handleSummary() JSON)',
  ],
  ['only an exit code', [aFile('0', 'a/run-1/exit-code')], 'a/run-1: There is no result here'],
  [
    'only an exit code that k6 does not have',
    [aFile('1', 'a/run-1/exit-code')],
    'a/run-1: The load test ended with exit code 1 and left no result that can be read. Look into its log, and measure again.',
  ],
  ['only a web page', [aFile(HTML, 'a/run-1/report.html')], 'a/run-1/report.html: The file is an HTML report'],
  ['a bad name', [aFile(SUMMARY, 'A/s.json')], 'A/s.json: The service name "A" is not allowed'],
  [
    'a run.json of another program',
    [aFile(SUMMARY, 'a/run-1/s.json'), aFile({ a: 1 }, 'a/run-1/run.json')],
    'The file run.json is not as "perf-gate stamp" writes it: schemaVersion',
  ],
  [
    'a run.json that is not JSON',
    [aFile(SUMMARY, 'a/run-1/s.json'), aFile('{', 'a/run-1/run.json')],
    'The file run.json is not valid JSON',
  ],
  [
    'a huge run.json',
    [aFile(SUMMARY, 'a/run-1/s.json'), aFile('x'.repeat(70_000), 'a/run-1/run.json')],
    'The file run.json is larger than 64 KiB',
  ],
])('%s refuses the run', async (_, files, problem) => {
  const collected = await collect(files)
  expect(collected.runs).toEqual([])
  expect(problems(collected).join()).toContain(problem)
})

test('a web page beside a result is noted', async () => {
  const { runs } = await collect([aFile(SUMMARY, 'a/run-1/s.json'), aFile(HTML, 'a/run-1/report.html')])
  expect(runs[0]?.run.notes.map(plainOf).join()).toContain('report.html was not read. The file is an HTML report')
})

test('a README beside the folders of services is ignored', async () => {
  const collected = await collect([
    aFile('# Results', 'README.md'),
    aFile(SUMMARY, 'a/run-1/s.json'),
    aFile('log', 'a/k6.log'),
  ])
  expect(named(collected)).toEqual(['a candidate 1'])
  expect(collected.refusals).toEqual([])
})

test('two runs cannot have the same number', async () => {
  const collected = await collect([aFile(SUMMARY, 'a/s.json'), aFile(SUMMARY, 'a/run-1/s.json')])
  expect(problems(collected).join()).toContain('This is run 1 of a (candidate), and so is a/run-1.')
})

test('inspect says what was understood and what was not', async () => {
  const collected = await collect([
    aFile(fixtureBytes('rich.summary-export.k6-v2.2.0.json'), 'checkout/run-1/summary.json'),
    aFile('{"metr', 'cart/run-1/summary.json'),
    aFile(fixtureBytes('aborted.setup.summary-export.k6-v2.2.0.json'), 'login/summary.json'),
  ])
  expect(inspectRuns(collected)).toBe(`2 runs understood, 1 result refused. In 1 run a gated number cannot be judged.

checkout · candidate · run 1
  path        checkout/run-1
  format      k6-summary-export
  tool        version unknown
  duration    4.6 s
  requests    225, 48.9 per second, 35.56 % failed
  p95         132.280 ms of http_req_duration (successful requests only; 145 samples)
  also        cache_hit (rate 82.52 %; the better direction is not known), checkout_time (p95 131.02; the better direction is not known), checks (rate 82.06 %), dropped_iterations (count 57), group_duration (p95 23.714 ms), iteration_duration (p95 130.47 ms), iterations (count 183), orders (count 143; the better direction is not known), payload_items (p95 7.1235; the better direction is not known), queue_depth (value -3; the better direction is not known)
  endpoints   /nope, flow:browse
  setup()     requests of setup() and teardown() count among the others: the file does not tell them apart
  exit code   unknown: there is no file exit-code, and an aborted run looks like a good one
  thresholds  2 of 6 crossed: rate>0.9 on checks; p(95)<1 on http_req_duration{flow:browse}
  note        The file has setup_data, which often holds a login token. It was not kept. Do not upload it: delete it before the upload.
  note        The k6 threshold p(95)<100 on http_req_duration{name:/nope} passed without a single sample: it checked nothing.

login · candidate · run 1
  path        login
  format      k6-summary-export
  tool        version unknown
  duration    unknown
  requests    unknown
  p95         cannot be used: the run made no request: the file has no http_req_duration and no other times
  also        nothing
  endpoints   none
  setup()     requests of setup() and teardown() count among the others: the file does not tell them apart
  exit code   unknown: there is no file exit-code, and an aborted run looks like a good one
  thresholds  none in the file

cart · candidate · refused
  path        cart/run-1/summary.json
  why         The JSON ends in the middle, after 6 characters: the file is truncated. Was the disk full, or the job cancelled while it was written?
`)
  expect(inspectRuns({ runs: [], refusals: [] })).toMatch(/^No results found/)
})

test('inspect shows what else can be gated on, and names that are no endpoints', async () => {
  const points = Array.from({ length: 30 }, (_, index) => {
    const tags = { name: index < 18 ? '/list' : `/users/${index}`, expected_response: 'true', group: '' }
    const data = { time: `2026-01-01T00:00:${String(index).padStart(2, '0')}Z`, value: 5, tags }
    return ['http_req_duration', 'http_reqs']
      .map((metric) => `${JSON.stringify({ metric, type: 'Point', data })}\n`)
      .join('')
  }).join('')
  const kinds = [
    ['http_req_duration', 'trend', 'time'],
    ['http_reqs', 'counter', 'default'],
  ].map(
    ([name, type, contains]) => `${JSON.stringify({ type: 'Metric', data: { name, type, contains }, metric: name })}\n`,
  )
  const text = inspectRuns(await collect([aFile([...kinds, points].join(''), 'cart/points.ndjson')]))
  expect(text).toContain('endpoints   13: /list, /users/18, ')
  expect(text).toContain(' and 3 more\n')
  expect(text).toContain(
    'note        12 endpoints with fewer than 10 requests: these endpoints are only a part of the numbers of the whole service.',
  )
})

test('inspect says once how the layout was understood', async () => {
  const collected = await collect([
    aFile(SUMMARY, 'results/cart/run1/summary.json'),
    aFile(SUMMARY, 'results/cart/run2/summary.json'),
    aFile('', 'results/cart/run2/k6.log'),
  ])
  const text = inspectRuns(collected)
  expect(text).toMatch(
    /^2 runs understood, 0 results refused\.\n\n {2}note {8}The folder results around the services was/,
  )
  expect(text.match(/Folders called run1, run2 were read as run-<n>/g)).toHaveLength(1)
  expect(text.match(/k6\.log was not read\. The file is empty\./g)).toHaveLength(1)
})

test.each([
  [
    ['g-1/summary.json', 'g-2/summary.json'],
    'g-2/summary.json holds the same numbers as g-1/summary.json, so it was left out.',
  ],
  [['summary.json', 'export.json'], 'summary.json holds the same numbers as export.json, so it was left out.'],
])('of two copies of a result one is read, and the note tells them apart: %j', async (paths, note) => {
  const { runs, refusals } = await collect(paths.map((path) => aFile(SUMMARY, `checkout/run-1/${path}`)))
  expect(refusals).toEqual([])
  expect(runs.map(({ run }) => run.notes.map(plainOf))).toEqual([expect.arrayContaining([note])])
})

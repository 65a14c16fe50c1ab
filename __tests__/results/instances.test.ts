import { expect, test } from '@jest/globals'
import { DEFAULT_READ_OPTIONS } from '../../src/formats/read-options.ts'
import { FORMATS } from '../../src/formats/registry.ts'
import type { ResultFile } from '../../src/model/result-file.ts'
import type { CollectedRuns, Run } from '../../src/model/run.ts'
import { collectRuns } from '../../src/results/collect-runs.ts'
import { aFile, find, fixtureBytes, fixtureJson } from '../formats/read-fixture.ts'
import { plainOf } from '../saying.ts'

const OPTIONS = {
  formats: FORMATS,
  defaultService: 'default',
  defaultSide: 'candidate',
  defaultCommit: null,
} as const

async function collect(files: readonly ResultFile[], options = DEFAULT_READ_OPTIONS): Promise<CollectedRuns> {
  const read = () => options
  const collected = await collectRuns(files, { ...OPTIONS, read })
  expect(await collectRuns([...files].reverse(), { ...OPTIONS, read })).toEqual(collected)
  return collected
}

async function oneRun(files: readonly ResultFile[]): Promise<Run> {
  const { runs, refusals } = await collect(files)
  expect(refusals).toEqual([])
  expect(runs).toHaveLength(1)
  return runs[0]!.run
}

const problem = async (files: readonly ResultFile[]): Promise<string> => {
  const { runs, refusals } = await collect(files)
  expect(runs).toEqual([])
  return refusals.map((one) => plainOf(one.problem)).join()
}

const PARTS = [1, 2, 3]
const points = (part: number, path = `cart/run-1/instance-${part}/points.json.gz`): ResultFile =>
  aFile(fixtureBytes(`segment.${part}-of-3.points.k6-v2.2.0.ndjson.gz`), path)
const summary = (part: number, path = `cart/run-1/instance-${part}/summary.json`): ResultFile =>
  aFile(fixtureBytes(`segment.${part}-of-3.summary-export.k6-v2.2.0.json`), path)

/** All samples of the three real segments, pooled by hand. */
const POOLED = PARTS.flatMap((part) =>
  new TextDecoder()
    .decode(fixtureBytes(`segment.${part}-of-3.points.k6-v2.2.0.ndjson.gz`))
    .split('\n')
    .filter((line) => line.includes('"metric":"http_req_duration","type":"Point"'))
    .map((line): number => JSON.parse(line).data.value),
).sort((left, right) => left - right)

function quantile(probability: number): number {
  const position = probability * (POOLED.length - 1)
  const low = POOLED[Math.floor(position)]!
  return low + (POOLED[Math.ceil(position)]! - low) * (position % 1)
}

test('raw points of three load generators are merged exactly', async () => {
  const run = await oneRun(PARTS.map((part) => points(part)))
  const latency = find(run, 'http_req_duration')
  expect(latency.sampleCount).toBe(361)
  expect([latency.stats.get('p50'), latency.stats.get('p95'), latency.stats.get('p99')]).toEqual([
    quantile(0.5),
    quantile(0.95),
    quantile(0.99),
  ])
  expect(quantile(0.95)).toBeCloseTo(28.62, 2)
  expect(find(run, 'http_reqs').stats.get('count')).toBe(361)
  expect(run.durationMs).toBeCloseTo(6013, -2)
  expect(run.measurements.filter(({ metric }) => metric.startsWith('vus'))).toEqual([])
})

test('summaries give counts exactly and percentiles only as bounds', async () => {
  const run = await oneRun(PARTS.map((part) => summary(part)))
  const latency = find(run, 'http_req_duration')
  expect(latency.stats.has('p95')).toBe(false)
  expect(latency.bounds?.get('p95')).toEqual({ lower: 11.01471285, upper: 200.99759155 })
  expect(plainOf(latency.unusable.get('p95'))).toBe(
    'only known to lie between 11.01 ms and 201.0 ms, because 3 load generators left summaries, which cannot be merged. Upload raw points or digests.',
  )
  expect(latency.stats.get('min')).toBe(POOLED[0])
  expect(latency.stats.get('max')).toBe(POOLED.at(-1))
  expect(latency.stats.get('avg')).toBeCloseTo(POOLED.reduce((total, value) => total + value, 0) / POOLED.length, 9)
  expect(latency.sampleCount).toBe(361)
  expect(find(run, 'http_reqs').stats.get('count')).toBe(361)
  expect(find(run, 'http_reqs').stats.get('rate')).toBeCloseTo(361 / 6.013660154, 6)
  expect(find(run, 'http_req_failed').stats.get('rate')).toBe(0)
  const users = PARTS.map(
    (part) => fixtureJson(`segment.${part}-of-3.summary-export.k6-v2.2.0.json`).metrics.vus_max.max,
  )
  expect(find(run, 'vus_max').stats.get('max')).toBe(users[0] + users[1] + users[2])
})

test('the true percentile lies within the bounds', async () => {
  const bounds = find(await oneRun(PARTS.map((part) => summary(part))), 'http_req_duration').bounds
  for (const [stat, probability] of [
    ['p50', 0.5],
    ['p90', 0.9],
    ['p95', 0.95],
    ['p99', 0.99],
  ] as const) {
    expect(bounds?.get(stat)?.lower).toBeLessThanOrEqual(quantile(probability))
    expect(bounds?.get(stat)?.upper).toBeGreaterThanOrEqual(quantile(probability))
  }
})

test('points and summaries of each generator: points are read, thresholds come from the summaries', async () => {
  const run = await oneRun(PARTS.flatMap((part) => [points(part), summary(part)]))
  expect(run.format).toBe('k6-points-ndjson')
  expect(find(run, 'http_req_duration').stats.get('p95')).toBe(quantile(0.95))
})

test('points beside a summary: the exact percentiles and the thresholds', async () => {
  const run = await oneRun([
    aFile(fixtureBytes('rich.points.k6-v2.2.0.ndjson.gz'), 'cart/run-1/points.json'),
    aFile(fixtureBytes('rich.summary-export.k6-v2.2.0.json'), 'cart/run-1/summary.json'),
  ])
  expect(run.format).toBe('k6-points-ndjson')
  expect(run.thresholds.filter(({ crossed }) => crossed)).toHaveLength(2)
  expect(run.notes.map(plainOf).join()).toContain('The file has setup_data')
})

test('points that lost their end at a line break are given away by the summary', async () => {
  const lines = new TextDecoder().decode(fixtureBytes('rich.points.k6-v2.2.0.ndjson.gz')).split('\n')
  const short = `${lines.slice(0, 1500).join('\n')}\n`
  const files = [
    aFile(short, 'cart/run-1/points.json'),
    aFile(fixtureBytes('rich.summary-export.k6-v2.2.0.json'), 'cart/run-1/summary.json'),
  ]
  expect(await problem(files)).toMatch(
    /^The points hold \d+ iterations and the summary of the same run 183\. One of the files is not complete/,
  )
})

test('load generators may be in artifacts of their own', async () => {
  const anArtifact = (id: number): NonNullable<ResultFile['artifact']> => ({
    name: `k6-results-cart--${id}`,
    id,
    digest: null,
    workflowRunId: 9,
    runAttempt: 1,
  })
  const files = PARTS.map((part) => ({
    ...points(part, `run-1/instance-${part}/points.json`),
    artifact: anArtifact(part),
  }))
  const { runs, refusals } = await collect(files)
  expect(refusals).toEqual([])
  expect(
    runs.map(({ service, jobId, run }) => [service, jobId, find(run, 'http_req_duration').stats.get('p95')]),
  ).toEqual([['cart', 'artifact-1+artifact-2+artifact-3', quantile(0.95)]])
})

/** `run.json` of one generator of three. */
function stamped(part: number, place: string): ResultFile {
  return aFile(JSON.stringify({ schemaVersion: 1, part, parts: 3 }), place)
}

test('if run.json has the number of load generators, the loss of the last is noticed', async () => {
  const artifact = (id: number) => ({
    name: `k6-results-cart--${id}`,
    id,
    digest: null,
    workflowRunId: 9,
    runAttempt: 1,
  })
  const of = (part: number) => [
    { ...points(part, `run-1/instance-${part}/points.json`), artifact: artifact(part) },
    { ...stamped(part, 'run-1/run.json'), artifact: artifact(part) },
  ]
  const whole = await collect(PARTS.flatMap(of))
  expect(whole.refusals).toEqual([])
  expect(whole.runs.map(({ instances }) => instances)).toEqual([3])
  const { runs, refusals } = await collect([...of(1), ...of(2)])
  expect(runs).toEqual([])
  expect(refusals.map(({ problem: words }) => plainOf(words))).toEqual([
    '3 load generators shared this run, but only the results of 2 are here. Missing: part 3. Look at the job that failed, and run the load test again.',
  ])
})

test('one of three generators, in a folder without its number', async () => {
  const alone = [points(1, 'cart/run-1/points.json'), stamped(2, 'cart/run-1/run.json')]
  expect(await problem(alone)).toMatch(
    /^3 load generators shared this run, but only the results of 1 are here\. Missing: part 1, part 3\./,
  )
})

test.each([
  ['a missing generator', [points(1), points(3)], 'The results of instance-2 are missing'],
  ['no first generator', [points(2), points(3)], 'The results of instance-1 are missing'],
  [
    'different files',
    [points(1), summary(2), summary(3)],
    'The load generators of this run left different files: k6 --out json points and k6 --summary-export.',
  ],
  [
    'a generator that was killed',
    [points(1), points(2), aFile('137', 'cart/run-1/instance-2/exit-code')],
    'k6 ended with exit code 137',
  ],
  [
    'a damaged part',
    [points(1), aFile('{"type":"Metric","data":{},"metric":"x"}\n{"met', 'cart/run-1/instance-2/p')],
    'Load generator 2: ',
  ],
  [
    'two files of one generator',
    [
      points(1),
      points(2),
      summary(2, 'cart/run-1/instance-2/a'),
      summary(2, 'cart/run-1/instance-2/b'),
      points(2, 'cart/run-1/instance-2/c'),
    ],
    'Two results lie in one run',
  ],
  [
    'results above and below',
    [points(1), points(2, 'cart/run-1/points.json')],
    'Results lie both in the folder of the run and in folders instance-<m>',
  ],
])('%s refuses the run', async (_, files, message) => {
  expect(await problem(files)).toContain(message)
})

test('a window is cut from the end of the whole run, whichever part comes first', async () => {
  const read = { ...DEFAULT_READ_OPTIONS, excludeFirstMs: 1000, excludeLastMs: 1000 }
  const { runs } = await collect(
    PARTS.map((part) => points(part)),
    read,
  )
  const latency = find(runs[0]!.run, 'http_req_duration')
  expect(latency.sampleCount).toBeGreaterThan(200)
  expect(latency.sampleCount).toBeLessThan(260)
})

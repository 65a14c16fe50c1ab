import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { describe, expect, test } from '@jest/globals'
import { FORMATS } from '../../src/formats/registry.ts'
import type { ResultFile } from '../../src/model/result-file.ts'
import { collectRuns } from '../../src/results/collect-runs.ts'
import { gunzipped } from '../../src/results/gunzip.ts'
import { aFile, fixtureBytes } from '../formats/read-fixture.ts'
import { plainOf } from '../saying.ts'

const SUMMARY = fixtureBytes('mask.0.summary-export.k6-v2.2.0.json')
const POINTS = fixtureBytes('points.k6-v2.2.0.ndjson.gz')
const OPTIONS = { formats: FORMATS, defaultService: 'shop', defaultSide: 'candidate', defaultCommit: null } as const

const recorded = (name: string): Buffer => readFileSync(new URL(`../fixtures/strays/${name}`, import.meta.url))
const zipped = (content: string | Uint8Array): Uint8Array => gzipSync(content)
/** With the header of a tar archive in front, which is text and NULs. */
const tar = (content: Uint8Array): Uint8Array =>
  new Uint8Array([...Buffer.from('summary.json'), ...new Uint8Array(500), ...content])

/** A file as it lies on a disk: decompressed when it is opened. */
function onDisk(content: string | Uint8Array, path: string): ResultFile {
  const file = aFile(content, path)
  return { ...file, open: () => gunzipped(file.open()) }
}

async function collect(files: Readonly<Record<string, string | Uint8Array>>) {
  const { runs, refusals } = await collectRuns(
    Object.entries(files).map(([path, content]) => onDisk(content, path)),
    OPTIONS,
  )
  return {
    runs: runs.map(({ source }) => source.path),
    notes: runs.flatMap(({ run }) => run.notes.map(plainOf)),
    problems: refusals.map(({ path, problem }) => `${path}: ${plainOf(problem)}`),
  }
}

const STRAYS: readonly (readonly [name: string, content: string | Uint8Array, what: string])[] = [
  ['k6.log', '', 'The file is empty.'],
  ['stderr.txt', '\n', 'The file is empty.'],
  ['docker-stats.json', '', 'The file is empty.'],
  ['errors.csv', '', 'The file is empty.'],
  ['console.txt', recorded('console.txt'), 'The file is what Locust prints'],
  [
    'k6.json.log',
    '{"level":"info","msg":"a"}\n{"level":"info","msg":"b"}\n',
    'The file holds JSON lines of another program',
  ],
  ['docker-stats.ndjson', recorded('docker-stats.ndjson'), 'The file holds JSON lines of another program'],
  [
    'pino.log',
    `{"msg":"x","data":"${'y'.repeat(300)}"}\n`.repeat(60_000),
    'The file holds JSON lines of another program',
  ],
  ['heap.pb.gz', recorded('heap.pb.gz'), 'The file is not text: a profile, an archive or a program.'],
  ['heaptrack.zst', recorded('heaptrack.zst'), 'The file is compressed with zstd.'],
  [
    'chart.png',
    readFileSync(new URL('../../docs/images/comment-light.png', import.meta.url)),
    'The file is a PNG picture.',
  ],
  ['all.zip', 'PK\u0003\u0004 and more', 'The file is a zip archive.'],
  ['results.tar.gz', zipped(tar(SUMMARY)), 'The file is not text: a profile, an archive or a program.'],
  ['profile.gz', zipped(recorded('console.txt')).subarray(0, 700), 'The gzip data ends in the middle'],
  ['trace.json', JSON.stringify({ traceEvents: [{ name: 'a' }] }), 'its keys are "traceEvents".'],
  [
    'metrics.json',
    JSON.stringify({ metrics: { cpu: { value: 3, unit: '%' }, memory: 12 } }),
    'its keys are "metrics".',
  ],
  ['heap.heapsnapshot', `{"snapshot":{"meta":"${'x'.repeat(17 * 1024 * 1024)}"}}`, 'larger than 16 MiB'],
  ['options.json', JSON.stringify({ thresholds: { http_req_duration: ['p(95)<500'] } }), 'its keys are "thresholds".'],
  [
    'load.js',
    'export const options = {\n  thresholds: { "http_req_duration": ["p(95)<500"] },\n}\n',
    'it starts with "export',
  ],
  ['all.json', `[${new TextDecoder().decode(SUMMARY)}]`, 'The file is a list with one k6 summary.'],
  ['latin.log', new Uint8Array([0x44, 0xe4, 0xf6, 0x0a]), 'The file is text in another encoding than UTF-8.'],
]

describe('a file that is no result, beside one', () => {
  test.each(STRAYS)('%s is named in a note and left alone', async (name, content, what) => {
    const { runs, notes, problems } = await collect({
      'shop/run-1/summary.json': SUMMARY,
      [`shop/run-1/${name}`]: content,
    })
    expect({ runs, problems }).toEqual({ runs: ['shop/run-1'], problems: [] })
    expect(notes).toHaveLength(1)
    expect(notes[0]).toContain(`${name} was not read. `)
    expect(notes[0]).toContain(what)
    // The note gives no advice: nothing has to be done, and the advice for a single file would be wrong here.
    expect(notes[0]).not.toMatch(/Upload|Measure again/)
  })

  test.each(STRAYS)('%s alone in the folder of a run is no result', async (name, content) => {
    const { runs, problems } = await collect({ [`shop/run-1/${name}`]: content })
    expect(runs).toEqual([])
    expect(problems).toHaveLength(1)
  })

  test('in folders of its own, below the run or beside the services, it is left alone as well', async () => {
    const { runs, notes, problems } = await collect({
      'shop/run-1/summary.json': SUMMARY,
      'shop/run-1/dumps/heap.pb.gz': recorded('heap.pb.gz'),
      'logs/app.log': 'started',
      'README.md': '# Results',
    })
    expect({ runs, problems }).toEqual({ runs: ['shop/run-1'], problems: [] })
    expect(notes).toEqual([
      'README.md was not read. The file is not a result of a known tool: it starts with "# Results".',
      'logs/app.log was not read. The file is not a result of a known tool: it starts with "started".',
      'heap.pb.gz was not read. The file is not text: a profile, an archive or a program.',
    ])
  })

  test('many of them are named together', async () => {
    const logs = Object.fromEntries(Array.from({ length: 12 }, (_, index) => [`shop/run-1/${index}.log`, '']))
    expect((await collect({ 'shop/run-1/summary.json': SUMMARY, ...logs })).notes).toEqual([
      '12 files were not read, because none of them is a result: 0.log, 1.log, 10.log and 9 more.',
    ])
  })

  test('a run or a side that left only a log is not left alone', async () => {
    const { runs, problems } = await collect({
      'shop/baseline/run-1/summary.json': SUMMARY,
      'shop/candidate/k6.log': 'panic',
      'cart/run-1/summary.json': SUMMARY,
      'cart/run-2/k6.log': 'panic',
    })
    expect(runs).toEqual(['cart/run-1', 'shop/baseline/run-1'])
    expect(problems.map((text) => text.split(':')[0])).toEqual(['cart/run-2/k6.log', 'shop/candidate/k6.log'])
  })
})

const text = new TextDecoder().decode(SUMMARY)
const points = new TextDecoder().decode(POINTS)

describe('a damaged result refuses its run, whatever lies beside', () => {
  test.each([
    ['points.ndjson', '', 'The file is empty. The tool was stopped'],
    ['points.json.gz', '', 'The file is empty. The tool was stopped'],
    ['data.json', '', 'The file is empty. The tool was stopped'],
    ['search.csv', '\n', 'The file is empty. The tool was stopped'],
    ['other.json', text.slice(0, 900), 'The JSON ends in the middle'],
    ['other.json', text.slice(0, 12), 'The JSON ends in the middle'],
    ['other.json', '{', 'The JSON ends in the middle'],
    ['other.json', text.replace('"metrics": {', '"metrics": {,'), 'is not valid JSON'],
    ['other.json', `<<<<<<< HEAD\n${text}\n=======\n`, 'conflict markers'],
    ['other.json', text + text, 'The file holds several k6 summaries, one after another.'],
    [
      'other.json',
      `${JSON.stringify(JSON.parse(text))}\n`.repeat(2),
      'The file holds several k6 summaries, one after another.',
    ],
    ['other.json', new Uint8Array([0xff, 0xfe, ...Buffer.from(text, 'utf16le')]), 'The file is UTF-16 text'],
    ['other.json', new Uint8Array(3000), 'The file is not text'],
    [
      'other.json',
      new Uint8Array([...SUMMARY.subarray(0, 500), 0xff, ...SUMMARY.subarray(500)]),
      'The file is not UTF-8 text',
    ],
    ['points.ndjson.gz', zipped(points).subarray(0, 900), 'The gzip data ends in the middle'],
    ['points.ndjson', points.slice(40), 'The start of the file is missing or damaged'],
    ['points.ndjson', `{"level":"info"}\n${points}`, 'The file mixes points of k6 with other lines.'],
    ['points.csv', 'http_reqs,1795334747,1.000000,,,a,s,,\n', 'The start of the file is missing or damaged'],
  ])('%s: %#', async (name, content, problem) => {
    const { runs, problems } = await collect({ 'shop/run-1/summary.json': SUMMARY, [`shop/run-1/${name}`]: content })
    expect(runs).toEqual([])
    expect(problems).toHaveLength(1)
    expect(problems[0]).toContain(`shop/run-1/${name}: `)
    expect(problems[0]).toContain(problem)
  })
})

test.each([
  [`[${text},${text}]`, 'The file is a list of 2 k6 summaries. If they are runs of one load test'],
  [`{"one":${text},"two":${text}}`, 'The file holds several k6 summaries, under "one", "two". If they'],
  [`{"data":${text}}`, 'The file has a k6 summary inside of "data". Upload that part of it alone.'],
  [`[${points.trim().split('\n').slice(0, 3).join()}]`, 'The file is a JSON list of points of k6. Write each point'],
])('results in another wrapping are called what they are: %#', async (content, problem) => {
  const { problems } = await collect({ 'shop/run-1/summary.json': content })
  expect(problems.join()).toContain(problem)
})

import { describe, expect, test } from '@jest/globals'
import { DEFAULT_READ_OPTIONS } from '../../src/formats/read-options.ts'
import { FORMATS } from '../../src/formats/registry.ts'
import type { Run } from '../../src/model/run.ts'
import { aFile, find, type Json, readContent, refusalOf } from '../formats/read-fixture.ts'
import { plainOf } from '../saying.ts'
import { expected, gate, inspected, judge, pairs, readTool, toolBytes, toolText, verdicts } from './tool-fixture.ts'

const SIMPLE = 'jmeter/simple.csv'
const NESTED = 'jmeter/nested.csv'
const XML = 'jmeter/nested.xml.gz'
const CSVS = [SIMPLE, NESTED, 'jmeter/nested.v5.5.csv', 'jmeter/few-columns.csv', 'jmeter/semicolon.csv']

function expectRequests(run: Run, endpoint: string | null, { n, errors, ok }: Json): void {
  const { stats, sampleCount } = find(run, 'latency', endpoint)
  expect(find(run, 'requests', endpoint).stats.get('count')).toBe(n)
  expect(find(run, 'errors', endpoint).stats.get('rate')).toBeCloseTo(errors / n, 12)
  expect(sampleCount).toBe(ok?.n ?? 0)
  if (ok === null) return
  for (const stat of ['p50', 'p90', 'p95', 'p99', 'min', 'max']) expect(stats.get(stat)).toBeCloseTo(ok[stat], 9)
  expect(stats.get('avg')).toBeCloseTo(ok.mean, 9)
}

test.each(CSVS)('%s: statistics are those of the requests, and each label is an endpoint', async (name) => {
  const run = await readTool(name)
  const { series, subResultLabels, withoutSubResults } = expected(name)
  expectRequests(run, null, withoutSubResults)
  for (const [label, numbers] of Object.entries<Json>(series)) {
    if (label !== '(total)' && !subResultLabels.includes(label)) expectRequests(run, label, numbers)
  }
  const endpoints = new Set(run.measurements.flatMap(({ endpoint }) => endpoint ?? []))
  expect(endpoints.size).toBe(Object.keys(series).length - 1 - subResultLabels.length)
})

test('samples that are not requests are left out, and a note says so', async () => {
  const { notes } = await readTool(NESTED)
  expect(notes.map(plainOf).join(' ')).toContain('107 samples of transaction controllers do not count')
  expect(notes.map(plainOf).join(' ')).toContain('260 redirects and embedded files do not count')
})

test('advice on k6 is not given for labels that are too many', async () => {
  const { notes } = await readContent(toolBytes(NESTED), { ...DEFAULT_READ_OPTIONS, maxEndpoints: 1 })
  expect(notes.map(plainOf).filter((note) => note.startsWith('There are more than'))).toEqual([
    expect.stringMatching(/^There are more than 1 names: \d+ of them are counted together as "other"\.$/),
  ])
})

test('XML: requests inside of a transaction count, and those inside of a request do not', async () => {
  const run = await readTool(XML)
  const { series } = expected(XML).topLevel
  for (const label of ['cart', 'fast, quoted "x"', 'no server', 'page with images', 'redirect', 'wrong body'])
    expectRequests(run, label, series[label])
  expect(find(run, 'requests', 'items').stats.get('count')).toBe(19)
  expect(find(run, 'errors', 'flaky').stats.get('rate')).toBeCloseTo(2 / 18, 12)
  expect(run.measurements.some(({ endpoint }) => /Browse|Checkout|-\d$/.test(endpoint ?? ''))).toBe(false)
  expect(find(run, 'requests').stats.get('count')).toBe(188)
})

/**
 * A CSV file with all times multiplied and rounded to whole milliseconds, as JMeter does. Rows and columns keep their
 * order.
 */
function scaledCsv(factor: number, name = SIMPLE): string {
  const [header, ...rows] = toolText(name).trimEnd().split('\n')
  return [
    header,
    ...rows.map((row) =>
      row.replace(/^(\d{13},)(\d+)/, (_, time, elapsed) => `${time}${Math.round(elapsed * factor)}`),
    ),
    '',
  ].join('\n')
}

/** The XML file with each sample four times, because a p95 needs 400 samples. */
function scaledXml(factor: number): string {
  const [, start = '', samples = ''] = /^(.*<testResults[^>]*>)(.*)<\/testResults>/s.exec(toolText(XML)) ?? []
  const scaled = samples.replaceAll(
    /(ample t=")(\d+)"/g,
    (_, before, elapsed) => `${before}${Math.round(elapsed * factor)}"`,
  )
  return `${start}${scaled.repeat(4)}</testResults>\n`
}

describe.each([
  ['CSV', (factor: number) => ({ 'results.jtl': scaledCsv(factor), 'exit-code': '0' })],
  ['XML', (factor: number) => ({ 'results.xml': scaledXml(factor), 'exit-code': '0' })],
] as const)('three runs per side of %s', (_, folder) => {
  test('20 % slower is blocked', async () => {
    const verdict = await judge(pairs(folder, 1.2))
    expect(verdict.outcome).toBe('fail')
    expect(verdicts(verdict)['p95 of latency']).toBe('regressed')
  })

  test('unchanged is not blocked', async () => {
    const verdict = await judge(pairs(folder, 1))
    expect(verdicts(verdict)['p95 of latency']).toBe('unchanged')
    expect(verdict.findings.filter(({ level }) => level === 'fail')).toEqual([])
  })
})

test('a p95 of few milliseconds moves in steps wider than the limit, and is not judged', async () => {
  const verdict = await judge(pairs((factor) => ({ 'results.jtl': scaledCsv(factor / 8) }), 1))
  expect(verdicts(verdict)['p95 of latency']).toBe('not-comparable')
  expect(verdict.outcome).toBe('fail')
})

test('the report shows how exact a value is, if that matters', async () => {
  const { report } = await gate(pairs((factor) => ({ 'results.jtl': scaledCsv(factor) }), 1.2))
  expect(report.markdown).toMatch(/\| p95 \| 76\.00.ms.±.1\.0.ms \| 9\d\.00.ms.±.1\.0.ms \|/)
  // With steps of 1 ms, a mean is exact, and a p99 of 170 ms is exact enough for a limit of 5 %.
  expect(report.markdown).toMatch(/\| p99 \| 168\.0.ms \|/)
  expect(report.markdown).toContain('| Date | `2026-11-27` | `2026-11-27` |')
})

test('a label that ends in a number is a part only if its page is in the file', async () => {
  const row = (label: string) => `1795791717552,20,${label},200,OK,T 1-1,text,true,,1,1,1,1,null,20,0,0`
  const header = toolText(SIMPLE).split('\n')[0]
  const own = await readContent(`${[header, row('v-1'), row('v-2')].join('\n')}\n`)
  expect(find(own, 'requests').stats.get('count')).toBe(2)
  const late = await readContent(`${[header, row('page-0'), row('page-0-1'), row('page')].join('\n')}\n`)
  expect(find(late, 'requests').stats.get('count')).toBe(1)
})

test('a file with two runs of JMeter gets a note, or is refused if that is certain', async () => {
  const [header, ...rows] = toolText(SIMPLE).trimEnd().split('\n')
  const later = rows.map((row) => row.replace(/^\d{13}/, (time) => `${Number(time) + 100_000}`))
  const appended = await readContent(`${[header, ...rows, ...later].join('\n')}\n`)
  expect(appended.notes.map(plainOf).join(' ')).toMatch(/No request was made for 9\d s in the middle/)
  expect(await refusalOf(`${[header, ...rows, header, ...later].join('\n')}\n`)).toContain('is a second header')
})

test('the server was down: errors, and no latency of 1 ms', async () => {
  const rows = toolText(NESTED)
    .split('\n')
    .filter((row) => row.startsWith('timeStamp') || row.includes(',no server,'))
  const run = await readContent(`${rows.join('\n')}\n`)
  expect(plainOf(find(run, 'latency').unusable.get('p95'))).toContain('all 131 requests failed')
})

test.each([
  ['a row that is cut', () => toolText(SIMPLE).slice(0, 50_003), 'has no end'],
  ['XML that is cut', () => toolText(XML).slice(0, 30_000), 'no end tag </testResults>'],
  ['a column too few', () => toolText(SIMPLE).replaceAll(/,true,,/g, ',true,'), 'fields and the header 17'],
  ['no success column', () => toolText(SIMPLE).replace('success', 'succeeded'), 'no column success'],
  [
    'rows of many samples',
    () => toolText('jmeter/few-columns.csv').replaceAll('\t1\t0\t', '\t7\t0\t'),
    'stands for "7" samples',
  ],
  [
    'another format of times',
    () => toolText(SIMPLE).replaceAll(/^\d{10}(\d{3}),/gm, '03.11.26 10:00:00,'),
    'timestamp_format=ms',
  ],
  ['a header alone', () => `${toolText(SIMPLE).split('\n')[0]}\n`, 'nothing was measured'],
])('%s is refused', async (_, content, message) => {
  expect(await refusalOf(content())).toContain(message)
})

test('statistics.json of the dashboard is named and not judged', async () => {
  expect(await refusalOf(toolText('jmeter/simple.statistics.json'))).toContain('last 20,000 samples')
})

test('inspect says what it is and what can be gated on', async () => {
  const text = await inspected([aFile(toolBytes(NESTED), 'run-1/results.jtl')])
  expect(text).toContain('tool        JMeter')
  expect(text).toContain('gated on    p95 of latency, 109 ms (306 samples), in steps of 0.92 %')
})

test.each([...CSVS.map((name) => [name, 'jmeter-csv']), [XML, 'jmeter-xml']])(
  '%s is claimed by one format',
  (name, id) => {
    expect(FORMATS.filter((format) => format.recognizes(toolBytes(name ?? ''))).map((format) => format.id)).toEqual([
      id,
    ])
  },
)

test('load generators that shared a run are merged exactly', async () => {
  const [header, ...rows] = toolText(SIMPLE).trimEnd().split('\n')
  const half = (part: number) => `${[header, ...rows.filter((_, index) => index % 2 === part)].join('\n')}\n`
  const parts = [0, 1].map((part) => aFile(half(part), `run-1/instance-${part}/results.jtl`))
  const text = await inspected(parts)
  expect(text).toContain('gated on    p95 of latency, 76 ms (757 samples)')
})

test('fields hold line breaks, quotes and other letters, and rows without them stand between', async () => {
  const [header = ''] = toolText(SIMPLE).split('\n')
  const row = (label: string, message: string, success = true) =>
    `1795791717552,20,${label},200,${message},T 1-1,text,${success},,1,1,1,1,null,20,0,0\n`
  const text = [
    header,
    '\n',
    row('plain', 'OK'),
    row('"a ""b""\nc"', '"two\nlines, and a comma"'),
    row('größe', 'OK', false),
    row('plain', 'No Content'),
    row('plain', ''),
  ].join('')
  const run = await readContent(text)
  expect(find(run, 'requests', 'plain').stats.get('count')).toBe(3)
  expect(find(run, 'requests', 'a "b"\nc').stats.get('count')).toBe(1)
  expect(find(run, 'errors', 'größe').stats.get('rate')).toBe(1)
})

test('a file that JMeter appended to begins before its run, and is refused where the start is known', async () => {
  const [header, ...rows] = toolText(SIMPLE).trimEnd().split('\n')
  const firstMs = Number(/^\d{13}/.exec(rows[0] ?? '')?.[0])
  const later = rows.map((row) => row.replace(/^\d{13}/, (time) => `${Number(time) + 20_000}`))
  const appended = `${[header, ...rows, ...later].join('\n')}\n`
  const runJson = { schemaVersion: 1, startedAt: new Date(firstMs + 20_000).toISOString() }
  const text = await inspected([aFile(appended, 'run-1/results.jtl'), aFile(runJson, 'run-1/run.json')])
  expect(text).toContain('The result is of an earlier run')
})

test('labels that end in numbers wait for their page, and are counted in the end however many there are', async () => {
  const [header = ''] = toolText(SIMPLE).split('\n')
  const rows = Array.from(
    { length: 120_000 },
    (_, index) =>
      `${1_795_791_717_552 + index},${20 + (index % 7)},item-${index % 3},200,OK,T 1-1,text,true,,1,1,1,1,null,20,0,0\n`,
  )
  const run = await readContent(`${header}\n${rows.join('')}`)
  expect(find(run, 'requests').stats.get('count')).toBe(120_000)
  expect(find(run, 'requests', 'item-1').stats.get('count')).toBe(40_000)
})

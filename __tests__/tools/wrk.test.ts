import { describe, expect, test } from '@jest/globals'
import { FORMATS } from '../../src/formats/registry.ts'
import { aFile, find, readContent, refusalOf } from '../formats/read-fixture.ts'
import { plainOf } from '../saying.ts'
import {
  expected,
  inspected,
  judge,
  messagesOf,
  pairs,
  readTool,
  toolBytes,
  toolJson,
  toolText,
  verdicts,
} from './tool-fixture.ts'

const ITEMS = 'wrk/items.json'
const FLAKY = 'wrk/flaky.json'

test.each([ITEMS, FLAKY])('%s: the numbers are those that wrk printed', async (name) => {
  const run = await readTool(name)
  const { requests, errors, tool } = expected(name)
  const { stats } = find(run, 'latency')
  expect(stats.get('avg')).toBeCloseTo(tool.mean / 1000, 9)
  expect(stats.get('min')).toBe(tool.min / 1000)
  expect(stats.get('max')).toBe(tool.max / 1000)
  const { percentiles } = toolJson(name).latency
  for (const percent of ['50', '90', '95', '99']) expect(stats.get(`p${percent}`)).toBe(percentiles[percent] / 1000)
  expect(find(run, 'requests').stats.get('count')).toBe(requests)
  expect(find(run, 'errors').stats.get('rate')).toBeCloseTo(errors.status / requests, 12)
})

function scaled(factor: number, tool = 'wrk'): string {
  const line = toolJson(ITEMS)
  const { latency } = line
  for (const field of ['min', 'max', 'mean']) latency[field] *= factor
  for (const percent of Object.keys(latency.percentiles)) latency.percentiles[percent] *= factor
  return `${JSON.stringify({ ...line, tool })}\n`
}

describe('three runs per side', () => {
  const folder = (factor: number) => ({
    'wrk.json': scaled(factor),
    'wrk.txt': toolText('wrk/items.txt'),
    'exit-code': '0',
  })

  test('20 % slower is blocked', async () => {
    const verdict = await judge(pairs(folder, 1.2))
    expect(verdict.outcome).toBe('fail')
    expect(verdicts(verdict)).toEqual({ 'p95 of latency': 'regressed' })
  })

  test('unchanged passes', async () => {
    expect((await judge(pairs(folder, 1))).outcome).toBe('pass')
  })
})

test('wrk and wrk2 are never compared: one is closed load and the other open', async () => {
  const files = [1, 2, 3].flatMap((run) => [
    aFile(scaled(1), `baseline/run-${run}/wrk.json`),
    aFile(scaled(1, 'wrk2'), `candidate/run-${run}/wrk.json`),
  ])
  const verdict = await judge(files)
  expect(verdict.outcome).toBe('fail')
  expect(messagesOf(verdict)[0]).toContain('wrk, closed load before, wrk2, open load now')
})

test('notes name what makes the numbers doubtful', async () => {
  expect((await readTool(ITEMS)).notes.map(plainOf).join(' ')).toContain(
    '33 of 1171 latencies were added by wrk itself',
  )
  expect((await readTool(FLAKY)).notes.map(plainOf).join(' ')).toContain('208 answers have an error status')
  const run = await readContent({ ...toolJson('wrk/wrk2.json'), tool: 'wrk2' })
  expect(run.notes.map(plainOf).join(' ')).toContain('ran for 12 s: run it for at least 30 s')
})

test('answers that all failed have no latency, and cut connections are errors', async () => {
  const line = toolJson(ITEMS)
  const failed = await readContent({ ...line, errors: { ...line.errors, status: line.requests } })
  expect(plainOf(find(failed, 'latency').unusable.get('p95'))).toContain('all 1138 requests failed')
  const cut = await readContent({ ...line, errors: { ...line.errors, read: 100 } })
  expect(find(cut, 'errors').stats.get('rate')).toBeCloseTo(100 / 1238, 12)
})

describe('the text alone', () => {
  test.each([
    ['wrk/items.txt', 'wrk', { avg: 35.82, max: 107.28, p50: 33.27, p75: 42.71, p90: 54.18, p99: 84.3 }, 1138, 223.72],
    ['wrk/no-latency-flag.txt', 'wrk', { avg: 285.81, max: 427.38 }, 20, 6.66],
    [
      'wrk/wrk2.txt',
      'wrk2',
      {
        avg: 0.88,
        max: 10.22,
        p50: 0.85,
        p75: 1.13,
        p90: 1.57,
        p99: 2.17,
        'p99.9': 9.61,
        'p99.99': 10.23,
        'p99.999': 10.23,
      },
      6000,
      499.87,
    ],
  ])('%s is read as it is printed', async (name, tool, stats, requests, rate) => {
    const run = await readTool(name)
    expect(run.tool).toBe(tool)
    expect(Object.fromEntries(find(run, 'latency').stats)).toEqual(stats)
    expect(Object.fromEntries(find(run, 'requests').stats)).toEqual({ count: requests, rate })
  })

  test('answers with an error status and lost connections are errors', async () => {
    const text = toolText('wrk/flaky.txt')
    const status = Number(/Non-2xx or 3xx responses: (\d+)/.exec(text)?.[1])
    const requests = Number(/(\d+) requests in/.exec(text)?.[1])
    expect(find(await readContent(text), 'errors').stats.get('rate')).toBeCloseTo(status / requests, 12)
    const lost = text.replace('  Non-2xx', '  Socket errors: connect 1, read 20, write 0, timeout 3\n  Non-2xx')
    expect(find(await readContent(lost), 'errors').stats.get('rate')).toBeCloseTo((status + 24) / (requests + 24), 12)
  })

  test('is shown and not judged, and left alone beside the line of JSON', async () => {
    const files = [1, 2, 3].flatMap((run) =>
      ['baseline', 'candidate'].map((side) => aFile(toolBytes('wrk/items.txt'), `${side}/run-${run}/wrk.txt`)),
    )
    const verdict = await judge(files)
    expect(verdicts(verdict)).toEqual({ 'p90 of latency': 'not-comparable' })
    expect(messagesOf(verdict).join(' ')).toContain('Let perf-gate.lua write a line of JSON')
    const both = [aFile(toolBytes('wrk/items.txt'), 'run-1/wrk.txt'), aFile(toolBytes(ITEMS), 'run-1/wrk.json')]
    expect(await inspected(both)).toContain('gated on    p95 of latency, 63.934 ms (1,171 samples)')
    expect(await inspected(both)).toContain('wrk.txt was not read. The file is the text of wrk')
  })

  test('a text that was cut is refused', async () => {
    expect(await refusalOf(toolText('wrk/items.txt').split('\n').slice(0, 9).join('\n'))).toContain(
      'its end is missing',
    )
  })
})

test('what wrk says instead of a line of JSON is no result', async () => {
  expect(await refusalOf(toolText('wrk/refused.json'))).toContain('could not connect')
})

test('a run without a request measured nothing', async () => {
  expect(await refusalOf({ ...toolJson(ITEMS), requests: 0 })).toContain('made no request')
})

test('inspect says what it is and what can be gated on', async () => {
  const text = await inspected([aFile(toolBytes(ITEMS), 'run-1/wrk.json')])
  expect(text).toContain('tool        wrk, closed load')
  expect(text).toContain('gated on    p95 of latency, 63.934 ms (1,171 samples)')
})

test.each([ITEMS, FLAKY, 'wrk/wrk2.json'])('%s is claimed by one format', (name) => {
  expect(FORMATS.filter((format) => format.recognizes(toolBytes(name))).map(({ id }) => id)).toEqual(['wrk'])
})

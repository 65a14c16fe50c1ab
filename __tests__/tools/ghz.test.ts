import { describe, expect, test } from '@jest/globals'
import { FORMATS } from '../../src/formats/registry.ts'
import { aFile, find, type Json, readContent, refusalOf } from '../formats/read-fixture.ts'
import { plainOf } from '../saying.ts'
import {
  expected,
  gate,
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

const ERRORS = 'ghz/errors.json'
const FILES = [ERRORS, 'ghz/count-errors.json', 'ghz/pretty.json', 'ghz/skip-first.json', 'ghz/v0.93.0/errors.json']

test.each(FILES)('%s: statistics are those of the successful calls', async (name) => {
  const run = await readTool(name)
  for (const [method, { n, errors, ok }] of Object.entries<Json>(expected(name).series)) {
    for (const endpoint of [null, method]) {
      const { stats, sampleCount, population } = find(run, 'latency', endpoint)
      expect(population).toBe('successful')
      expect(sampleCount).toBe(ok.n)
      for (const stat of ['p50', 'p90', 'p95', 'p99', 'min', 'max']) expect(stats.get(stat)).toBeCloseTo(ok[stat], 6)
      expect(stats.get('avg')).toBeCloseTo(ok.mean, 6)
      expect(find(run, 'errors', endpoint).stats.get('rate')).toBeCloseTo(errors / n, 12)
      expect(find(run, 'requests', endpoint).stats.get('count')).toBe(n)
    }
  }
})

test('calls that -z cut are no errors', async () => {
  const run = await readTool('ghz/stream-duration.json')
  const { ok } = expected('ghz/stream-duration.json').series['shop.Shop.Watch']
  expect(find(run, 'errors').stats.get('rate')).toBe(0)
  expect(find(run, 'requests').stats.get('count')).toBe(ok.n)
  expect(run.notes.map(plainOf).join(' ')).toContain('4 calls of shop.Shop.Watch that were in flight')
})

test('calls that were cancelled in the middle are errors', async () => {
  const report = toolJson('ghz/stream-duration.json')
  report.details[10].status = 'Canceled'
  expect(find(await readContent(report), 'errors').stats.get('rate')).toBeCloseTo(1 / 625, 12)
})

test('with the server down there is no latency, though ghz exits with 0 and calls it 0.04 ms', async () => {
  const run = await readTool('ghz/server-down.json')
  expect(find(run, 'latency').stats.size).toBe(0)
  expect(plainOf(find(run, 'latency').unusable.get('p95'))).toContain('all 20 requests failed')
  expect(find(run, 'errors').stats.get('rate')).toBe(1)
})

function scaled(factor: number, fails: (index: number) => boolean = () => false): string {
  const report = toolJson('ghz/stream-duration-wait.json')
  for (const [index, call] of report.details.entries()) {
    call.latency = Math.round(call.latency * factor)
    if (fails(index)) Object.assign(call, { status: 'Unavailable', error: 'down', latency: 1000 })
  }
  return JSON.stringify(report)
}

describe('three runs per side', () => {
  const folder = (factor: number) => ({ 'watch.json': scaled(factor), 'exit-code': '0' })

  test('a 20 % slower method is blocked', async () => {
    const verdict = await judge(pairs(folder, 1.2))
    expect(verdict.outcome).toBe('fail')
    expect(verdicts(verdict)).toMatchObject({ 'p95 of latency': 'regressed' })
  })

  test('an unchanged method passes', async () => {
    const verdict = await judge(pairs(folder, 1))
    expect(verdicts(verdict)).toMatchObject({ 'p95 of latency': 'unchanged' })
    expect(verdict.outcome).toBe('pass')
  })

  test('the report speaks of p95, error rate and throughput, and not of k6', async () => {
    const { report } = await gate(pairs(folder, 1.2))
    expect(report.markdown).toContain('| p95 |')
    expect(report.markdown).toContain('| error rate |')
    expect(report.markdown).toContain('| throughput |')
    expect(report.markdown).not.toMatch(/http_req|k6/)
  })
})

test('calls that fail fast are blocked by the rule of errors', async () => {
  const files = ['baseline', 'candidate'].flatMap((side) =>
    [1, 2, 3].map((run) =>
      aFile(
        scaled(1, (at) => side === 'candidate' && at % 5 === 0),
        `${side}/run-${run}/w.json`,
      ),
    ),
  )
  const verdict = await judge(files)
  expect(verdict.outcome).toBe('fail')
  expect(verdict.findings.map(({ rule }) => rule)).toContain('error-rate')
})

test('one file per method: all methods of a run are merged, each as an endpoint', async () => {
  const text = await inspected([
    aFile(toolBytes('ghz/stream-duration-wait.json'), 'run-1/watch.json'),
    aFile(toolBytes('ghz/skip-first.json'), 'run-1/quote.json'),
  ])
  expect(text).toContain('1 run understood')
  expect(text).toContain('endpoint    shop.Shop.Quote: p95 28.6743 ms (74 samples)\n')
  expect(text).toContain('endpoint    shop.Shop.Watch: p95 23.783 ms (616 samples)\n')
})

test('grpc_bench: a folder called after its time is a run, and each text in it is of an implementation', async () => {
  const stats = '12.34%  45.6MiB / 512MiB\n'
  const files = ['263101T093000', '263101T093500'].flatMap((folder) =>
    ['node', 'rust'].flatMap((name) => [
      aFile(toolBytes('ghz/summary.txt'), `${folder}/${name}_bench.report`),
      aFile(stats, `${folder}/${name}_bench.stats`),
    ]),
  )
  const text = await inspected(files)
  expect(text).toMatch(/^4 runs understood, 0 results refused\./)
  for (const name of ['node', 'rust'])
    for (const slot of ['263101093000', '263101093500'])
      expect(text).toContain(`${name}_bench · candidate · run ${slot}\n`)
})

test('calls of several load generators are merged', async () => {
  const files = [1, 2].flatMap((instance) => [
    aFile(toolBytes('ghz/stream-duration-wait.json'), `run-1/instance-${instance}/watch.json`),
    aFile(toolBytes('ghz/skip-first.json'), `run-1/instance-${instance}/quote.json`),
  ])
  const text = await inspected(files)
  expect(text).toContain('generators  2, with their samples merged\n')
  expect(text).toContain('endpoint    shop.Shop.Quote: p95 28.9012 ms (148 samples)\n')
  expect(text).toContain('endpoint    shop.Shop.Watch: p95 23.7984 ms (1,232 samples)\n')
})

test('inspect says what it is and what can be gated on', async () => {
  const text = await inspected([aFile(toolBytes(ERRORS), 'run-1/ghz.json')])
  expect(text).toContain('tool        ghz, closed load')
  expect(text).toContain('gated on    p95 of latency, 29.5913 ms (363 samples)')
  expect(text).toContain('rate of errors 9.25 %')
})

test('closed and open load are never compared', async () => {
  const open = toolJson('ghz/stream-duration-wait.json')
  open.options.async = true
  const files = [1, 2, 3].flatMap((run) => [
    aFile(scaled(1), `baseline/run-${run}/a.json`),
    aFile(open, `candidate/run-${run}/a.json`),
  ])
  const verdict = await judge(files)
  expect(verdict.outcome).toBe('fail')
  expect(messagesOf(verdict)[0]).toContain('ghz, closed load before, ghz, open load now')
})

describe('the CSV, which is not valid CSV', () => {
  const CSV = 'ghz/errors.csv'

  test.each([CSV, 'ghz/v0.93.0/errors.csv'])('%s: statistics are those of the successful calls', async (name) => {
    const run = await readTool(name)
    const { n, errors, ok } = expected(name).series['(total)']
    const { stats, sampleCount } = find(run, 'latency')
    expect(sampleCount).toBe(ok.n)
    for (const stat of ['p50', 'p90', 'p95', 'p99', 'min', 'max']) expect(stats.get(stat)).toBeCloseTo(ok[stat], 9)
    expect(stats.get('avg')).toBeCloseTo(ok.mean, 9)
    expect(find(run, 'errors').stats.get('rate')).toBeCloseTo(errors / n, 12)
    expect(find(run, 'requests').stats.get('count')).toBe(n)
  })

  /** The rows are written twice, because a p95 needs 400 calls. */
  const folder = (factor: number) => {
    const [, header, ...rows] = toolText(CSV).trimEnd().split('\n')
    const scaled = rows.map((row) => row.replace(/^[\d.]+/, (time) => (Number(time) * factor).toFixed(2)))
    return { 'calls.csv': `\n${[header, ...scaled, ...scaled].join('\n')}\n`, 'exit-code': '0' }
  }

  test('20 % slower is blocked, and unchanged is not', async () => {
    expect(verdicts(await judge(pairs(folder, 1.2)))).toEqual({ 'p95 of latency': 'regressed' })
    const unchanged = await judge(pairs(folder, 1))
    expect(unchanged.findings.filter(({ level }) => level === 'fail')).toEqual([])
    expect(verdicts(unchanged)).toEqual({ 'p95 of latency': 'unchanged' })
  })

  test('calls at the end that were cancelled are no errors, and those in the middle are', async () => {
    const text = `\nduration (ms),status,error\n10.00,Canceled,early\n${'20.00,OK,\n'.repeat(8)}3.00,Canceled,the client connection is closing\n`
    const run = await readContent(text)
    expect(find(run, 'errors').stats.get('rate')).toBeCloseTo(1 / 9, 12)
    expect(run.notes.map(plainOf).join(' ')).toContain('1 calls at the end that were cancelled do not count')
  })

  test('beside the JSON it is left alone, and it is never compared with it', async () => {
    const files = [aFile(toolBytes(CSV), 'run-1/calls.csv'), aFile(toolBytes(ERRORS), 'run-1/calls.json')]
    expect(await inspected(files)).toContain('calls.csv was not read. The file is the CSV of ghz')
    expect((await readTool(CSV)).basis).toBe('CSV')
    expect(await refusalOf(toolText(CSV).slice(0, 2011))).toContain('has no end')
  })
})

describe('the text, which grpc_bench saves', () => {
  const SUMMARY = 'ghz/summary.txt'

  test('its numbers are read as it prints them', async () => {
    const run = await readTool(SUMMARY)
    const { stats, steps, sampleCount } = find(run, 'latency')
    expect(Object.fromEntries(stats)).toEqual({
      p10: 14.45,
      p25: 17.13,
      p50: 20.07,
      p75: 23.76,
      p90: 28.5,
      p95: 29.78,
      p99: 37.87,
    })
    expect(steps?.get('p95')).toBe(0.01)
    expect(sampleCount).toBe(178)
    expect(find(run, 'errors').stats.get('rate')).toBe(22 / 200)
    expect(find(run, 'requests').stats.get('rate')).toBeCloseTo(200 / 0.95419, 6)
  })

  const scaledText = (factor: number) =>
    toolText(SUMMARY)
      .replaceAll(
        /(\d+ % in )(\d+\.\d+) ms/g,
        (_, before, value) => `${before}${(Number(value) * factor).toFixed(2)} ms`,
      )
      .replace('[OK]            178', '[OK]            978')
  const folder = (factor: number) => ({
    'java_grpc_bench.report': scaledText(factor),
    'java_grpc_bench.stats': '12.34%  45.6MiB / 512MiB\n',
  })

  test('20 % slower is blocked, and unchanged passes', async () => {
    const slower = await judge(pairs(folder, 1.2))
    expect(slower.outcome).toBe('fail')
    expect(verdicts(slower)).toEqual({ 'p95 of latency': 'regressed' })
    expect((await judge(pairs(folder, 1))).outcome).toBe('pass')
  })

  test('calls that the end of the time cut are no errors', async () => {
    const text = toolText(SUMMARY)
      .replace('[Unavailable]   22 ', '[Canceled]   22 ')
      .replace(/\[22\] .*/, '[22]   rpc error: code = Canceled desc = grpc: the client connection is closing')
    const run = await readContent(text)
    expect(find(run, 'errors').stats.get('rate')).toBe(0)
    expect(find(run, 'requests').stats.get('count')).toBe(178)
  })

  test('times in other units, a text that is cut, and no answer at all', async () => {
    const micro = await readContent(toolText(SUMMARY).replaceAll(' ms', ' µs'))
    expect(find(micro, 'latency').stats.get('p95')).toBeCloseTo(0.02978, 9)
    expect(await refusalOf(toolText(SUMMARY).slice(0, 700))).toContain('has no end')
    expect(await refusalOf(`${toolText(SUMMARY).slice(0, 700)}\n`)).toContain('no status codes')
    const down = await readContent(toolText(SUMMARY).replace(/\[OK\].*/, ''))
    expect(plainOf(find(down, 'latency').unusable.get('p95'))).toContain('all 22 requests failed')
  })

  test('the text and the JSON are two ways of counting', async () => {
    expect((await readTool(SUMMARY)).basis).toBe('text summary')
  })
})

test('a file that is cut is refused, at every place', async () => {
  const text = toolText('ghz/skip-first.json')
  for (let at = 800; at < text.length; at += 997) expect(await refusalOf(text.slice(0, at))).not.toBe('it was read')
})

test('a report without a call measured nothing', async () => {
  const report = { ...toolJson(ERRORS), details: null }
  expect(await refusalOf(report)).toContain('nothing was measured')
})

test.each([...FILES, 'ghz/server-down.json', 'ghz/stream-duration.json'])('%s is claimed by one format', (name) => {
  expect(FORMATS.filter((format) => format.recognizes(toolBytes(name))).map(({ id }) => id)).toEqual(['ghz'])
})

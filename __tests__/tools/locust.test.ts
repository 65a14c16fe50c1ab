import { describe, expect, test } from '@jest/globals'
import { FORMATS } from '../../src/formats/registry.ts'
import { defaultPolicy } from '../../src/policy/default-policy.ts'
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

const LOG = 'locust/request-log.csv'
const JSON_FILE = 'locust/stats.json'
const LOGS = [LOG, 'locust/contrib-request-log.csv', 'locust/v2.20.1/request-log.csv']
const JSONS = [JSON_FILE, 'locust/v2.20.1/stats.json']

test.each(LOGS)('%s: statistics are those of the successful requests, by method and name', async (name) => {
  const run = await readTool(name)
  for (const [id, { n, errors, ok }] of Object.entries<Json>(expected(name).series)) {
    const endpoint = id === '(total)' ? null : id
    const { stats, sampleCount } = find(run, 'latency', endpoint)
    expect(sampleCount).toBe(ok.n)
    for (const stat of ['p50', 'p90', 'p95', 'p99', 'min', 'max']) expect(stats.get(stat)).toBeCloseTo(ok[stat], 6)
    expect(stats.get('avg')).toBeCloseTo(ok.mean, 6)
    expect(find(run, 'errors', endpoint).stats.get('rate')).toBeCloseTo(errors / n, 12)
    expect(find(run, 'requests', endpoint).stats.get('count')).toBe(n)
  }
})

test.each(JSONS)('%s: counts and means are exact, and the p95 is that of the buckets', async (name) => {
  const run = await readTool(name)
  const { series, total } = expected(name)
  for (const [endpoint, { n, errors, mean, min, max, p95Bucket }] of Object.entries<Json>(series)) {
    const { stats } = find(run, 'latency', endpoint)
    expect(stats.get('avg')).toBeCloseTo(mean, 9)
    expect(stats.get('min')).toBeCloseTo(min, 9)
    expect(stats.get('max')).toBeCloseTo(max, 9)
    expect(stats.get('p95')).toBe(p95Bucket)
    expect(find(run, 'errors', endpoint).stats.get('rate')).toBeCloseTo(errors / n, 12)
  }
  expect(find(run, 'requests').stats.get('count')).toBe(total.n)
  expect(find(run, 'errors').stats.get('rate')).toBeCloseTo(total.errors / total.n, 12)
})

test('the width of the buckets is read from the times', async () => {
  const { steps } = find(await readTool(JSON_FILE), 'latency', 'GET /big')
  expect(steps?.get('p95')).toBe(10)
  expect(find(await readTool(JSON_FILE), 'latency', 'GET /fast').steps?.get('p95')).toBe(1)
})

test('names hold commas and quotes, and the same name under two methods is two endpoints', async () => {
  const run = await readTool(LOG)
  expect(find(run, 'latency', 'GET /cart, "express"').sampleCount).toBe(38)
  expect(find(run, 'latency', 'POST /cart, "express"').sampleCount).toBe(98)
})

/** The log with all times multiplied. */
function scaledLog(factor: number): string {
  const [header, ...rows] = toolText(LOG).trimEnd().split('\n')
  const scaled = rows.map((row) => {
    const [, before, time = '', after] = /^([^,]*,[A-Z]+,(?:"(?:[^"]|"")*"|[^,]*),)([\d.]+)(.*)$/s.exec(row) ?? []
    return `${before}${Number(time) * factor}${after}`
  })
  return [header, ...scaled, ''].join('\n')
}

/** The JSON with all times multiplied and counted in buckets again, as Locust does. */
function scaledJson(factor: number): string {
  const entries = toolJson(JSON_FILE)
  for (const entry of entries) {
    for (const field of ['total_response_time', 'max_response_time', 'min_response_time']) entry[field] *= factor
    const buckets: Record<string, number> = {}
    for (const [time, count] of Object.entries<number>(entry.response_times)) {
      const exact = Number(time) * factor
      const bucket = exact < 100 ? Math.round(exact) : Math.round(exact / 10) * 10
      buckets[bucket] = (buckets[bucket] ?? 0) + count
    }
    entry.response_times = buckets
  }
  return JSON.stringify(entries)
}

describe('three runs per side of the request log, with the JSON beside it', () => {
  const folder = (factor: number) => ({
    'requests.csv': scaledLog(factor),
    'stats.json': scaledJson(factor),
    'out_stats.csv': toolText('locust/out_stats.csv'),
    'exit-code': '1',
  })

  test('20 % slower is blocked', async () => {
    const verdict = await judge(pairs(folder, 1.2))
    expect(verdict.outcome).toBe('fail')
    expect(verdicts(verdict)['p95 of latency']).toBe('regressed')
  })

  test('unchanged is not blocked: exit code 1 says that a request failed, and not that the run broke off', async () => {
    const verdict = await judge(pairs(folder, 1))
    expect(verdicts(verdict)['p95 of latency']).toBe('unchanged')
    // Some endpoints have few requests, which is a warning.
    expect(verdict.outcome).toBe('warn')
    expect(new Set(verdict.findings.map(({ rule }) => rule))).toEqual(new Set(['too-few-samples']))
  })

  test('the CSV files are named and left alone', async () => {
    const { report } = await gate(pairs(folder, 1))
    expect(report.markdown).toContain('statistics CSV of Locust')
  })
})

describe('three runs per side of the JSON alone', () => {
  const folder = (factor: number) => ({ 'stats.json': scaledJson(factor) })

  test('20 % slower is blocked', async () => {
    const verdict = await judge(pairs(folder, 1.2))
    expect(verdict.outcome).toBe('fail')
    expect(['regressed', 'unproven']).toContain(verdicts(verdict)['p95 of latency'])
  })

  test('unchanged is not blocked', async () => {
    expect((await judge(pairs(folder, 1))).outcome).not.toBe('fail')
  })

  test('a percentile is not judged if its bucket is wider than the limit', async () => {
    // Here the p95 is about 150 ms, in steps of 10 ms.
    const verdict = await judge(pairs((factor) => ({ 'stats.json': scaledJson(factor * 0.43) }), 1))
    expect(verdicts(verdict)['p95 of latency']).toBe('not-comparable')
    expect(messagesOf(verdict).join(' ')).toMatch(/rounds p95 to steps of \d[\d.]* % here/)
  })
})

test('the log and the JSON of one run must agree', async () => {
  const cut = `${toolText(LOG).split('\n').slice(0, 400).join('\n')}\n`
  const text = await inspected([aFile(cut, 'run-1/requests.csv'), aFile(toolBytes(JSON_FILE), 'run-1/stats.json')])
  expect(text).toContain('The samples hold 399 requests and the other file of the same run 656')
})

test('a log that was cut in a row is refused', async () => {
  expect(await refusalOf(toolText(LOG).slice(0, 20_011))).toContain('has no end')
})

test('the log and the JSON are two ways of counting', async () => {
  const files = [1, 2, 3].flatMap((run) => [
    aFile(toolBytes(LOG), `baseline/run-${run}/a.csv`),
    aFile(toolBytes(JSON_FILE), `candidate/run-${run}/a.json`),
  ])
  const verdict = await judge(files)
  expect(verdict.outcome).toBe('fail')
  expect(messagesOf(verdict)[0]).toContain('Locust, request log before, Locust, JSON buckets now')
})

test.each(['locust/server-down/request-log.csv', 'locust/server-down/stats.json'])(
  '%s: with the server down there is no latency, though its p95 is 6 ms',
  async (name) => {
    const run = await readTool(name)
    expect(plainOf(find(run, 'latency').unusable.get('p95'))).toMatch(/all \d+ requests failed/)
    expect(find(run, 'errors').stats.get('rate')).toBe(1)
  },
)

test('a run without a request measured nothing, though Locust exits with 0', async () => {
  expect(await refusalOf(toolText('locust/empty/stats.json'))).toContain('empty list')
  const entries = toolJson(JSON_FILE).map((entry: Json) => ({ ...entry, num_requests: 0, response_times: {} }))
  expect(await refusalOf(entries)).toContain('made no request')
  expect(await refusalOf(`${toolText(LOG).split('\n')[0]}\n`)).toContain('nothing was measured')
})

test('requests without a time leave the denominator of the mean', async () => {
  const [entry] = toolJson(JSON_FILE)
  const { num_requests: requests, total_response_time: total } = entry
  const run = await readContent([{ ...entry, num_requests: requests + 10, num_none_requests: 10 }])
  expect(find(run, 'latency').stats.get('avg')).toBeCloseTo(total / requests, 9)
})

test.each(['out_stats_history.csv', 'out_failures.csv', 'out_exceptions.csv'])(
  '%s alone is refused with what to give',
  async (name) => {
    expect(await refusalOf(toolText(`locust/${name}`))).toContain('Give the request log')
  },
)

test('inspect says what it is and what can be gated on', async () => {
  const log = await inspected([aFile(toolBytes(LOG), 'run-1/requests.csv')])
  expect(log).toContain('tool        Locust, request log')
  expect(log).toMatch(/gated on {4}p95 of latency, \d+\.\d+ ms \(653 samples\)/)
  const json = await inspected([aFile(toolBytes(JSON_FILE), 'run-1/stats.json')])
  expect(json).toContain('in steps of')
})

test.each([...LOGS.map((name) => [name, 'locust-request-log']), ...JSONS.map((name) => [name, 'locust-json'])])(
  '%s is claimed by one format',
  (name, id) => {
    expect(FORMATS.filter((format) => format.recognizes(toolBytes(name ?? ''))).map((format) => format.id)).toEqual([
      id,
    ])
  },
)

test('the version is that of the stamp, if the stamp is of this tool', async () => {
  const stamped = (tool: string) =>
    inspected([
      aFile(toolBytes('locust/request-log.csv'), 'run-1/requests.csv'),
      aFile({ schemaVersion: 1, tool, toolVersion: '2.47.0' }, 'run-1/run.json'),
    ])
  expect(await stamped('Locust')).toContain('tool        Locust v2, request log · 2.47.0')
  expect(await stamped('k6')).toContain('tool        Locust, request log\n')
})

describe('the statistics CSV alone', () => {
  const CSV = 'locust/out_stats.csv'

  test.each([CSV, 'locust/v2.20.1/out_stats.csv'])('%s: its numbers are those that it prints', async (name) => {
    const run = await readTool(name)
    for (const [id, { n, errors, mean, p95Printed }] of Object.entries<Json>(expected(name).series)) {
      const endpoint = id === 'Aggregated' ? null : id
      const { stats, sampleCount } = find(run, 'latency', endpoint)
      expect([sampleCount, stats.get('p95')]).toEqual([n, Number(p95Printed)])
      expect(stats.get('avg')).toBeCloseTo(mean, 9)
      expect(find(run, 'errors', endpoint).stats.get('rate')).toBeCloseTo(errors / n, 12)
    }
  })

  test('is shown and not judged, whatever it says', async () => {
    const faster = toolText(CSV).replaceAll(',340,', ',300,')
    const files = [1, 2, 3].flatMap((run) => [
      aFile(toolBytes(CSV), `baseline/run-${run}/out_stats.csv`),
      aFile(faster, `candidate/run-${run}/out_stats.csv`),
    ])
    const { verdict, report } = await gate(files)
    expect(verdicts(verdict)['p95 of latency']).toBe('not-comparable')
    expect(verdict.outcome).toBe('fail')
    expect(messagesOf(verdict)[0]).toBe(
      'p95 of latency was not compared. Give an output of the tool that has all digits, or gate on another number. The CSV of Locust lacks the last 1 to 21 % of the requests, and looks complete even after a kill, so its percentiles are shown and not judged. Give the request log or --json-file, or gate on the mean.',
    )
    // Neither the service nor any of its seven endpoints was judged.
    expect(verdict).toMatchObject({ compared: 0, expected: 8 })
    expect(report.markdown).not.toContain('other requests')
    expect(await inspected(files.slice(0, 1))).toContain('gated on    nothing by default. p95 of latency is 280 ms.')
  })

  test('the mean in it can be gated on', async () => {
    const policy = defaultPolicy({})
    const files = [1, 2, 3].flatMap((run) =>
      ['baseline', 'candidate'].map((side) => aFile(toolBytes(CSV), `${side}/run-${run}/out_stats.csv`)),
    )
    const services = [
      { pattern: 'shop', policy: { ...policy.defaults, primary: [{ metric: 'latency', stat: 'avg' }] } },
    ]
    const verdict = await judge(files, { ...policy, services })
    expect(verdicts(verdict)['avg of latency']).toBe('unchanged')
  })

  test('a run without a request, a server that was down, and a file without its end', async () => {
    expect(await refusalOf(toolText('locust/empty/out_stats.csv'))).toContain('Locust made no request')
    const down = await readTool('locust/server-down/out_stats.csv')
    expect(plainOf(find(down, 'latency').unusable.get('p95'))).toMatch(/all \d+ requests failed/)
    const lines = toolText(CSV).trimEnd().split('\n')
    expect(await refusalOf(`${lines.slice(0, -1).join('\n')}\n`)).toContain('no row "Aggregated"')
  })
})

test('names may hold line breaks and quotes of any kind, and a row may have no status', async () => {
  const header = toolText(LOG).split('\n')[0]
  const name = '"a\nb, ""c"" \u201cd\u201d"'
  const rows = Array.from({ length: 5 }, (_, index) => `${1_795_791_717 + index}.5,GET,${name},20.25,7,,\n`).join('')
  const run = await readContent(`${header}\n${rows}`)
  expect(find(run, 'latency', 'GET a\nb, "c" \u201cd\u201d').sampleCount).toBe(5)
})

test('buckets of another width than the standard width are found from the times', async () => {
  const entries = toolJson(JSON_FILE).filter(({ name }: Json) => name === '/big')
  const buckets: Record<string, number> = {}
  for (const [time, count] of Object.entries<number>(entries[0].response_times)) {
    const wide = Math.round(Number(time) / 25) * 25
    buckets[wide] = (buckets[wide] ?? 0) + count
  }
  entries[0].response_times = buckets
  const { steps } = find(await readContent(entries), 'latency', `${entries[0].method} ${entries[0].name}`)
  expect(steps?.get('p95')).toBe(25)
})

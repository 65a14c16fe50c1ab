import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { DEFAULT_READ_OPTIONS } from '../../src/formats/read-options.ts'
import { readRun } from '../../src/formats/read-run.ts'
import { FORMATS } from '../../src/formats/registry.ts'
import { plainOf } from '../saying.ts'
import { find, fixtureBytes, fixtureJson, type Json, readContent, refusalOf } from './read-fixture.ts'

const MASK = 'mask.0.summary-export.k6-v2.2.0.json'
const P95 = '"p(95)":118.98868859999999'

/** The recorded summary with another p95. It is text, so that invalid JSON can be tested too. */
function withP95(text: string): string {
  const whole = JSON.stringify(fixtureJson(MASK))
  expect(whole).toContain(P95)
  return whole.replaceAll(P95, text)
}

test.each([
  ['NaN', '"p(95)":NaN', 'The file holds NaN where a number belongs.'],
  ['Infinity', '"p(95)":Infinity', 'The file holds Infinity where a number belongs.'],
  [
    '"NaN"',
    '"p(95)":"NaN"',
    'metrics.http_req_duration{expected_response:true}.p(95) is "NaN", where k6 writes a number.',
  ],
  ['"Infinity"', '"p(95)":"Infinity"', 'p(95) is "Infinity", where k6 writes a number.'],
  ['an empty text', '"p(95)":""', 'p(95) is "", where k6 writes a number.'],
  ['false', '"p(95)":false', 'p(95) is false, where k6 writes a number.'],
  ['[]', '"p(95)":[]', 'p(95) is [] (an empty list), where k6 writes a number.'],
  ['{}', '"p(95)":{}', 'p(95) is an object, where k6 writes a number.'],
  ['a name twice', `${P95},"p(95)":1`, 'The name "p(95)" is twice in the same object'],
])('p95 is %s: the file is refused and the value is named', async (_, text, message) => {
  expect(await refusalOf(withP95(text))).toContain(message)
})

test.each([
  ['null', '"p(95)":null', 'the file has null: the value was not finite, or summaryTrendStats does not name it'],
  ['-5', '"p(95)":-5', '-5 ms is not a time'],
  ['0', '"p(95)":0', '0 ms is not a possible time'],
  ['1e999', '"p(95)":1e999', 'the value is Infinity'],
])('p95 is %s: it cannot be used, and says why', async (_, text, why) => {
  const latency = find(await readContent(withP95(text)), 'http_req_duration')
  expect(latency.stats.has('p95')).toBe(false)
  expect(plainOf(latency.unusable.get('p95'))).toBe(why)
})

test('an absent p95 stays absent', async () => {
  const latency = find(await readContent(withP95('"ignored":1')), 'http_req_duration')
  expect([latency.stats.has('p95'), latency.unusable.has('p95')]).toEqual([false, false])
})

test.each([
  ['an empty file', '', 'The file is empty.'],
  ['spaces', ' \n\t', 'The file is empty.'],
  [
    'a truncated file',
    withP95(P95).slice(0, 900),
    'The JSON ends in the middle, after 900 characters: the file is truncated.',
  ],
  ['conflict markers', `<<<<<<< HEAD\n${withP95(P95)}\n=======\n{}\n>>>>>>> main\n`, 'conflict markers'],
  ['conflict markers inside', '{\n<<<<<<< HEAD\n"a": 1\n=======\n"a": 2\n>>>>>>> x\n}', 'conflict markers'],
  ['a comma too many', '{"metrics": {,}}', 'is not valid JSON (character 14)'],
  ['HTML', '<!DOCTYPE html><html><body>k6 report</body></html>', 'an HTML report, for people only'],
  ['JUnit', '<?xml version="1.0"?>\n<testsuites tests="3"></testsuites>', 'a JUnit report'],
  ['XML', '<?xml version="1.0"?><a/>', 'XML or another markup'],
  [
    'a text summary',
    '     http_req_duration..............: avg=3.62ms min=1ms\n',
    'the text that k6 prints at the end',
  ],
  ['a text summary of v1', '  █ TOTAL RESULTS \n\n    checks_total.......: 10\n', 'the text that k6 prints at the end'],
  ['REST', { data: [{ type: 'metrics', id: 'http_reqs', attributes: {} }] }, 'an answer of the k6 REST API'],
  ['a log', 'time="2026-11-22" level=info msg="hello"', 'it starts with "time='],
  ['another JSON', { benches: [1], commit: 'abc' }, 'its keys are "benches", "commit"'],
  ['a list', '[]', 'The file is an empty list: the tool that wrote it measured nothing.'],
  ['null', 'null', 'it starts with "null"'],
  ['UTF-16', new Uint8Array([0xff, 0xfe, 0x7b, 0x00]), 'The file is UTF-16 text, such as PowerShell writes'],
  ['not UTF-8', new Uint8Array([0x7b, 0xff, 0xff]), 'The file is not UTF-8 text'],
  ['metrics is null', { metrics: null }, 'its keys are "metrics"'],
  ['a metric is a number', { metrics: { http_reqs: 5 } }, 'metrics.http_reqs is 5, where k6 writes an object.'],
  ['a metric is null', { metrics: { http_reqs: null } }, 'metrics.http_reqs is null, where k6 writes an object.'],
  [
    'a threshold is text',
    { metrics: { http_reqs: { count: 1, rate: 1, thresholds: { 'count>0': 'no' } } } },
    'is "no", where k6 writes true or false',
  ],
  [
    'another kind',
    { metrics: { http_req_duration: { count: 1, rate: 1 } } },
    'has the values of a counter, and k6 makes it a trend',
  ],
  [
    'mixed shapes',
    { metrics: { http_reqs: { count: 1, rate: 1 }, http_req_duration: { type: 'trend', values: { med: 1 } } } },
    'mixes two shapes of k6 summaries: some metrics have "type" and "values", and "http_reqs" does not',
  ],
  [
    'a metric twice in a list',
    {
      version: '1.0.0',
      config: { duration: 1 },
      results: { metrics: [1, 2].map((count) => ({ name: 'http_reqs', type: 'counter', values: { count } })) },
    },
    'results.metrics has "http_reqs" twice',
  ],
  ['two spellings', { metrics: { http_req_duration: { 'p(95)': 1, p95: 2 } } }, 'has two different values of p95'],
])('%s is refused by name', async (_, content, message) => {
  expect(await refusalOf(content)).toContain(message)
})

test('a document of more than 16 MiB is not read to the end', async () => {
  let opened = 0
  const file = {
    path: 'big.json',
    artifact: null,
    async *open() {
      yield new TextEncoder().encode('{"metrics":{"a":"')
      const filler = new Uint8Array(1024 * 1024).fill(0x61)
      for (; opened < 64; opened += 1) yield filler
    },
  }
  await expect(readRun(file, FORMATS, DEFAULT_READ_OPTIONS)).rejects.toThrow('larger than 16 MiB')
  expect(opened).toBeLessThan(20)
})

test('a summary whose tree of checks fills the first 64 KiB is still read', async () => {
  const whole = fixtureJson(MASK)
  const checks = Object.fromEntries(
    Array.from({ length: 2000 }, (_, index) => [`check ${index}`, { passes: 1, fails: 0 }]),
  )
  const run = await readContent({ root_group: { ...whole.root_group, checks }, metrics: whole.metrics })
  expect(find(run, 'http_req_duration').stats.get('p95')).toBe(118.98868859999999)
})

test('all requests failed: the time of a failed request says nothing', async () => {
  const run = await readContent({
    metrics: {
      http_reqs: { count: 50, rate: 5 },
      http_req_failed: { passes: 50, fails: 0, value: 1 },
      http_req_duration: { med: 1, 'p(95)': 2 },
    },
  })
  const latency = find(run, 'http_req_duration')
  expect(latency.stats.size).toBe(0)
  expect(plainOf(latency.unusable.get('p95'))).toBe(
    'all 50 requests failed, so there is no time of a successful request',
  )
})

test('names such as __proto__ are names', async () => {
  const run = await readContent(
    '{"metrics":{"__proto__":{"count":3,"rate":1},"constructor{a:b}":{"count":4,"rate":1}}}',
  )
  expect(find(run, '__proto__').stats.get('count')).toBe(3)
  expect(find(run, 'constructor', 'a:b').stats.get('count')).toBe(4)
})

test('both spellings of the machine-readable summary are read', async () => {
  const metric = (name: string, values: unknown) => ({ name, type: 'trend', contains: 'time', values })
  const run = await readContent({
    version: '1.0.0',
    metadata: { k6Version: '2.3.0', generatedAt: 'x' },
    config: { duration: 2, execution: 'local', script: 'a' },
    results: { metrics: [metric('http_req_duration', { med: 4, 'p(95)': 9, 'p(99)': 10 })] },
  })
  expect(run.toolVersion).toBe('2.3.0')
  expect([...find(run, 'http_req_duration').stats]).toEqual([
    ['p50', 4],
    ['p95', 9],
    ['p99', 10],
  ])
})

test('a policy that trims samples is told that a summary cannot be trimmed', async () => {
  const run = await readContent(fixtureBytes(MASK), { ...DEFAULT_READ_OPTIONS, excludeFirstMs: 30_000 })
  expect(run.notes.map(plainOf).join()).toContain('A summary cannot be trimmed')
})

const DOCUMENTS = [MASK, 'rich.handle-summary.k6-v2.2.0.json', 'rich.machine-readable.compact.k6-v2.2.0.json'].map(
  fixtureJson,
)

/** Puts a value somewhere into a document. `choices` picks a key on each level. */
function replaceSomewhere(document: unknown, choices: readonly number[], value: unknown): unknown {
  const [choice, ...rest] = choices
  if (choice === undefined || typeof document !== 'object' || document === null) return value
  const copy: Json = Array.isArray(document) ? [...document] : { ...document }
  const keys = Object.keys(copy)
  const key = keys[choice % Math.max(keys.length, 1)]
  if (key === undefined) return value
  copy[key] = replaceSomewhere(copy[key], rest, value)
  return copy
}

test('any value in any place gives finite numbers or one clear error', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...DOCUMENTS),
      fc.array(fc.nat(40), { maxLength: 5 }),
      fc.oneof(fc.jsonValue(), fc.constantFrom(null, -5, 1e308, -1e308, 0, '', 'NaN', [], {}, true)),
      async (document, choices, value) => {
        const changed = replaceSomewhere(document, choices, value)
        const refusal = await refusalOf(changed)
        if (refusal !== 'it was read') return expect(refusal).not.toContain('\n')
        const run = await readContent(changed)
        for (const { stats, unusable } of run.measurements) {
          for (const [stat, number] of stats)
            expect([Number.isFinite(number), unusable.has(stat)]).toEqual([true, false])
        }
      },
    ),
    { numRuns: 500 },
  )
})

test('any bytes give a run or a clear error', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(
        fc.uint8Array(),
        fc.string().map((text) => `{${text}`),
      ),
      async (content) => {
        expect(await refusalOf(content)).not.toBe('')
      },
    ),
    { numRuns: 500 },
  )
})

test('the order of keys does not matter', async () => {
  const reversed = (value: Json): Json =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(
          Object.entries(value)
            .reverse()
            .map(([key, one]) => [key, reversed(one)]),
        )
      : value
  for (const document of DOCUMENTS) {
    const backwards = await readContent(reversed(document))
    const forwards = await readContent(document)
    expect(backwards.measurements.map((one) => new Map([...one.stats].sort()))).toEqual(
      forwards.measurements.map((one) => new Map([...one.stats].sort())),
    )
  }
})

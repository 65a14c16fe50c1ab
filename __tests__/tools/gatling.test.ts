import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { gatling } from '../../src/formats/gatling.ts'
import { createGatlingBinaryScanner } from '../../src/formats/gatling-binary.ts'
import { createGatlingTextScanner } from '../../src/formats/gatling-text.ts'
import { DEFAULT_READ_OPTIONS } from '../../src/formats/read-options.ts'
import { FORMATS } from '../../src/formats/registry.ts'
import { aFile, find, type Json, readContent, refusalOf } from '../formats/read-fixture.ts'
import { plainOf } from '../saying.ts'
import { expected, inspected, judge, pairs, readTool, toolBytes, toolText, verdicts } from './tool-fixture.ts'

const BINARY = 'gatling/simulation.v3.15.1.log.gz'
const TEXT = 'gatling/simulation.v3.12.0.log.gz'
const FILES = [BINARY, 'gatling/simulation.v3.13.5.log.gz', TEXT, 'gatling/simulation.v3.9.5.log.gz']

test.each(FILES)('%s: statistics are those of the successful requests, by groups and name', async (name) => {
  const run = await readTool(name)
  const { version, series } = expected(name)
  expect(run.toolVersion).toBe(version)
  for (const [id, { n, errors, ok }] of Object.entries<Json>(series)) {
    const endpoint = id === '(total)' ? null : id
    expect(find(run, 'requests', endpoint).stats.get('count')).toBe(n)
    expect(find(run, 'errors', endpoint).stats.get('rate')).toBeCloseTo(errors / n, 12)
    const { stats, sampleCount } = find(run, 'latency', endpoint)
    expect(sampleCount).toBe(ok?.n ?? 0)
    for (const stat of ok === null ? [] : ['p50', 'p90', 'p95', 'p99', 'min', 'max'])
      expect(stats.get(stat)).toBeCloseTo(ok[stat], 9)
  }
})

test('the p99 is exact where that of Gatling 3.13 and later is not', async () => {
  const { stats } = find(await readTool(BINARY), 'latency')
  expect(stats.get('p99')).toBeLessThan(120)
})

test('the duration is that of the requests, and not of the start of the JVM', async () => {
  const { firstRequestMs, lastResponseMs } = expected(BINARY)
  expect((await readTool(BINARY)).durationMs).toBe(lastResponseMs - firstRequestMs)
})

test('redirects are separate requests, and a note says so', async () => {
  const run = await readTool(BINARY)
  expect(find(run, 'requests', 'redirect Redirect 1').stats.get('count')).toBe(78)
  expect(run.notes.map(plainOf).join(' ')).toContain('78 requests are redirects')
})

test('a binary log is read wherever chunks are cut', () => {
  const bytes = toolBytes(BINARY)
  const read = (sizes: readonly number[]) => {
    const requests: string[] = []
    const names: string[] = []
    const receiver = {
      numberOf: (name: string) => names.push(name) - 1,
      add: (number: number, ...rest: unknown[]) => requests.push(JSON.stringify([names[number], ...rest])),
    }
    const log = { version: null, started: 0, ended: 0, redirects: 0, withoutEnd: 0 }
    const scanner = createGatlingBinaryScanner(receiver, log)
    for (let at = 0, turn = 0; at < bytes.length; turn += 1) {
      const size = sizes[turn % sizes.length] ?? 1
      scanner.push(bytes.subarray(at, at + size))
      at += size
    }
    scanner.end()
    return { requests, log }
  }
  const whole = read([bytes.length])
  expect(whole.requests).toHaveLength(1115)
  expect(read([1, 7, 64])).toEqual(whole)
  expect(read([1000, 3])).toEqual(whole)
})

const time = fc.oneof(
  fc.integer({ min: 1_795_791_867_000, max: 1_795_791_867_300 }),
  // Times around a change of the eighth digit, and times of 12 and 14 digits.
  fc.integer({ min: 1_795_791_899_950, max: 1_795_791_900_050 }),
  fc.constantFrom(999_999_999_950, 99_999_999_000_000, 1_000_000_000_000),
)
const request = fc.record({
  groups: fc.constantFrom('', 'Shop', 'Shop,Pay'),
  name: fc.constantFrom('cart', 'GET /items/{id}', 'größe', '', 'OK', 'say "hi"', '1795791867000'),
  startMs: time,
  durationMs: fc.integer({ min: 0, max: 120_000 }),
  status: fc.constantFrom('OK', 'KO'),
  end: fc.constantFrom('\t ', '\t', '', '\tstatus was 503, not ünd', '\ta\tb', '\t \r'),
  isOld: fc.boolean(),
})

function named({ groups, name }: Readonly<{ groups: string; name: string }>): string {
  return [...groups.split(',').filter((group) => group !== ''), name].join(' / ')
}

test('requests of a text log are those that its lines say, wherever chunks are cut', () => {
  fc.assert(
    fc.property(
      fc.array(request, { minLength: 1, maxLength: 12 }),
      fc.array(fc.integer({ min: 1, max: 90 }), { minLength: 1, maxLength: 4 }),
      (requests, sizes) => {
        const lines = requests.map(
          ({ groups, name, startMs, durationMs, status, end, isOld }) =>
            `REQUEST\t${isOld ? 'Shop\t7\t' : ''}${groups}\t${name}\t${startMs}\t${startMs + durationMs}\t${status}${end}\n`,
        )
        const added: unknown[] = []
        const names: string[] = []
        const receiver = {
          numberOf: (name: string) => names.push(name) - 1,
          add: (number: number, ...rest: unknown[]) => added.push([names[number], ...rest]),
        }
        const log = { version: null, started: 0, ended: 0, redirects: 0, withoutEnd: 0 }
        const scanner = createGatlingTextScanner(receiver, log)
        const bytes = new TextEncoder().encode(`RUN\tShop\tshop\t1795791860000\t \t3.12.0\n${lines.join('')}`)
        for (let at = 0, turn = 0; at < bytes.length; turn += 1) {
          const size = sizes[turn % sizes.length] ?? 1
          scanner.push(bytes.subarray(at, at + size))
          at += size
        }
        scanner.end()
        expect(added).toEqual(
          requests.map(({ groups, name, startMs, durationMs, status }) => [
            named({ groups, name }),
            startMs + durationMs,
            durationMs,
            status === 'KO',
          ]),
        )
        // A name without requests would become an endpoint without samples.
        expect(new Set(names)).toEqual(new Set(requests.map(named)))
      },
    ),
  )
})

function scaledText(factor: number): string {
  return toolText(TEXT).replaceAll(
    /^(REQUEST\t.*\t)(\d{13})\t(\d{13})\t/gm,
    (_, before, start, end) =>
      `${before}${start}\t${Number(start) + Math.round((Number(end) - Number(start)) * factor)}\t`,
  )
}

/** The log with the end of each request moved, changed in the bytes. */
function scaledBinary(factor: number): Uint8Array {
  const bytes = Uint8Array.from(toolBytes(BINARY))
  const view = new DataView(bytes.buffer)
  for (const at of endsOfRequests(view)) {
    const start = view.getInt32(at - 4)
    view.setInt32(at, start + Math.round((view.getInt32(at) - start) * factor))
  }
  return bytes
}

/**
 * The positions of the ends of requests in this log. It is a separate reader that knows only the lengths of records.
 */
function endsOfRequests(view: DataView): readonly number[] {
  const ends: number[] = []
  let at = 1
  const integer = () => {
    at += 4
    return view.getInt32(at - 4)
  }
  const text = () => {
    const size = integer()
    at += size === 0 ? 0 : size + 1
  }
  const cached = () => {
    if (integer() >= 0) text()
  }
  const times = (count: number, read: () => void) => {
    for (let left = count; left > 0; left -= 1) read()
  }
  text()
  text()
  at += 8
  text()
  times(integer(), text)
  times(integer(), () => {
    at += integer()
  })
  while (at < view.byteLength) {
    const kind = view.getUint8(at)
    at += 1
    if (kind === 1 || kind === 3) times(integer(), cached)
    if (kind === 1) {
      cached()
      ends.push(at + 4)
      at += 9
      cached()
    } else at += kind === 2 ? 9 : kind === 3 ? 13 : 0
  }
  return ends
}

describe.each([
  ['text', (factor: number) => ({ 'simulation.log': scaledText(factor), 'exit-code': '2' })],
  ['binary', (factor: number) => ({ 'simulation.log': scaledBinary(factor), 'exit-code': '2' })],
] as const)('three runs per side of a %s log', (_, folder) => {
  test('20 % slower is blocked', async () => {
    const verdict = await judge(pairs(folder, 1.2))
    expect(verdict.outcome).toBe('fail')
    expect(verdicts(verdict)['p95 of latency']).toBe('regressed')
  })

  test('unchanged is not blocked: exit code 2 is a failed assertion, and the run is whole', async () => {
    const verdict = await judge(pairs(folder, 1))
    expect(verdicts(verdict)['p95 of latency']).toBe('unchanged')
    expect(verdict.findings.filter(({ level }) => level === 'fail')).toEqual([])
  })
})

test('text and binary logs have the same times, so an upgrade can be compared', async () => {
  const text = await inspected([aFile(toolBytes(TEXT), 'run-1/simulation.log')])
  const binary = await inspected([aFile(toolBytes(BINARY), 'run-1/simulation.log')])
  expect(text).toContain('tool        Gatling v3 · 3.12.0')
  expect(binary).toContain('tool        Gatling v3 · 3.15.1')
  expect(binary).toContain('gated on    p95 of latency, 62 ms (1,021 samples), in steps of 1.6 %')
})

test('older text logs have the scenario and the user before the groups', async () => {
  const line = 'REQUEST\tShop\t7\tCheckout,Pay\tcart\t1795791867000\t1795791867040\tOK\t \n'
  const run = await readContent(`RUN\tShop\tshop\t1795791860000\t \t2.3.1\n${line}${line.replace('\t7\t', '\t8\t')}`)
  expect(find(run, 'requests', 'Checkout / Pay / cart').stats.get('count')).toBe(2)
  expect(run.toolVersion).toBe('2.3.1')
})

test.each([
  ['a text log that was cut in a line', () => toolText(TEXT).slice(0, 20_010), 'has no end'],
  ['a binary log that was cut in a record', () => toolBytes(BINARY).slice(0, 20_011), 'Gatling was killed'],
  ['a binary log of a version that is not known', () => withByte(toolBytes(BINARY), 0x8b, 9), 'record of the kind 9'],
  ['a text log with a damaged word', () => toolText(TEXT).replace('REQUEST', 'REQUESO'), 'begins with "REQUESO"'],
  ['two runs in one log', () => `${toolText(TEXT)}${toolText(TEXT)}`, 'begins a second run'],
  ['a log without a request', () => 'RUN\tShop\tshop\t1795791860000\t \t3.9.5\n', 'nothing was measured'],
  ['stats of the report', () => toolText('gatling/global_stats.v3.12.0.json'), 'simulation.log'],
])('%s is refused', async (_, content, message) => {
  expect(await refusalOf(content())).toContain(message)
})

function withByte(bytes: Uint8Array, at: number, value: number): Uint8Array {
  const changed = Uint8Array.from(bytes)
  changed[at] = value
  return changed
}

test.each([
  [BINARY, 'gatling-binary'],
  [TEXT, 'gatling-text'],
  ['gatling/simulation.v3.9.5.log.gz', 'gatling-text'],
])('%s is claimed by one format', (name, id) => {
  expect(FORMATS.filter((format) => format.recognizes(toolBytes(name))).map((format) => format.id)).toEqual([id])
})

/** Writes the records that gatling-binary.ts describes, as version 3.13 and later write them. */
function logWriter(version: string) {
  const bytes: number[] = []
  const known = new Map<string, number>()
  const integer = (value: number) =>
    bytes.push((value >> 24) & 255, (value >> 16) & 255, (value >> 8) & 255, value & 255)
  const text = (value: string) => {
    const isLatin = [...value].every((letter) => letter.charCodeAt(0) < 256)
    const coded = Buffer.from(value, isLatin ? 'latin1' : 'utf16le')
    integer(coded.length)
    if (coded.length > 0) bytes.push(...coded, isLatin ? 0 : 1)
  }
  const cached = (value: string) => {
    const index = known.get(value)
    if (index !== undefined) return integer(-index)
    known.set(value, known.size + 1)
    integer(known.size)
    return text(value)
  }
  const groups = (path: readonly string[]) => {
    integer(path.length)
    for (const name of path) cached(name)
  }
  bytes.push(0)
  text(version)
  text('shop.Load')
  integer(Math.floor(START_MS / 2 ** 32))
  integer((START_MS % 2 ** 32) | 0)
  text('')
  integer(1)
  text('Shop')
  integer(1)
  integer(3)
  bytes.push(1, 2, 3)
  return {
    request(path: readonly string[], name: string, startMs: number, endMs: number, isOk = true) {
      bytes.push(1)
      groups(path)
      cached(name)
      integer(startMs)
      integer(endMs)
      bytes.push(isOk ? 1 : 0)
      cached(isOk ? '' : 'status.find.is(200), but actually found 503')
    },
    user(isStart: boolean, timeMs: number) {
      bytes.push(2)
      integer(0)
      bytes.push(isStart ? 1 : 0)
      integer(timeMs)
    },
    group(path: readonly string[], startMs: number, endMs: number) {
      bytes.push(3)
      groups(path)
      integer(startMs)
      integer(endMs)
      integer(endMs - startMs)
      bytes.push(1)
    },
    error(message: string, timeMs: number) {
      bytes.push(4)
      cached(message)
      integer(timeMs)
    },
    bytes: () => Uint8Array.from(bytes),
  }
}

const START_MS = 1_795_791_867_000

// Written in the documented layout, which the recorded logs of 3.13.5 and 3.15.1 have.
test.each(['3.13.5', '3.14.9', '3.16.0', '4.0.0'])(
  'a binary log of %s: groups in groups, names of any letters, and records that are not requests',
  async (version) => {
    const log = logWriter(version)
    log.user(true, 5)
    log.request(['Kasse', 'zahlen 💶'], 'größe', 10, 30)
    log.request(['Kasse'], 'größe', 40, 70, false)
    log.request([], 'größe', 80, 90)
    log.request(['Kasse', 'zahlen 💶'], 'größe', 100, 140)
    log.group(['Kasse', 'zahlen 💶'], 10, 140)
    log.error('out of memory, ünd so', 120)
    log.request([], 'unmatched', 150, -2_147_483_648)
    const run = await readContent(log.bytes())
    expect(run.toolVersion).toBe(version)
    expect(find(run, 'latency', 'Kasse / zahlen 💶 / größe').stats.get('max')).toBe(40)
    expect(find(run, 'errors', 'Kasse / größe').stats.get('rate')).toBe(1)
    expect(find(run, 'requests').stats.get('count')).toBe(4)
    expect(run.notes.map(plainOf).join(' ')).toContain('1 of 1 users did not end')
    expect(run.notes.map(plainOf).join(' ')).toContain('1 requests have no end, and do not count')
  },
)

test('with the server down there is no latency, though Gatling says that its p95 is 1 ms', async () => {
  const log = logWriter('3.15.1')
  for (let index = 0; index < 500; index += 1) log.request([], 'cart', index, index + 1, false)
  const run = await readContent(log.bytes())
  expect(plainOf(find(run, 'latency').unusable.get('p95'))).toContain('all 500 requests failed')
  expect(find(run, 'errors').stats.get('rate')).toBe(1)
})

test('a number that is defined again stands for the new name', async () => {
  const log = logWriter('3.15.1')
  log.request([], 'cart', 0, 10)
  log.request([], 'cart', 10, 20)
  const bytes = [...log.bytes()]
  const again = [
    1,
    0,
    0,
    0,
    0,
    0,
    0,
    0,
    1,
    0,
    0,
    0,
    3,
    ...Buffer.from('pay'),
    0,
    0,
    0,
    0,
    20,
    0,
    0,
    0,
    29,
    1,
    255,
    255,
    255,
    254,
  ]
  const run = await readContent(Uint8Array.from([...bytes, ...again, ...bytes.slice(-22)]))
  expect(find(run, 'requests', 'cart').stats.get('count')).toBe(2)
  expect(find(run, 'requests', 'pay').stats.get('count')).toBe(2)
})

test('the memory for a log depends on how many different times it has, and its numbers are exact', async () => {
  const log = logWriter('3.15.1')
  for (let index = 0; index < 3000; index += 1)
    log.request([], `page ${index % 3}`, index * 5, index * 5 + 20 + (index % 100))
  const [start, records] = [log.bytes(), 22 * 2900]
  // The last 2900 requests define no new names, so they can be repeated any number of times.
  const tail = start.slice(-records)
  const parts = [start, ...Array.from({ length: 400 }, () => tail)]
  const run = await gatling
    .find(({ id }) => id === 'gatling-binary')
    ?.parse(
      (async function* () {
        yield* parts
      })(),
      DEFAULT_READ_OPTIONS,
    )
  if (run === undefined) throw new Error('There is a reader.')
  const { stats, sampleCount, standardErrors } = find(run, 'latency')
  expect(sampleCount).toBe(3000 + 400 * 2900)
  expect([stats.get('p50'), stats.get('p95'), stats.get('max')]).toEqual(
    [69.5, 114, 119].map((one) => expect.closeTo(one, 0)),
  )
  expect(standardErrors?.get('p95')).toBeGreaterThanOrEqual(0)
  expect(find(run, 'latency', 'page 1').sampleCount).toBeGreaterThan(380_000)
  expect(run.notes.map(plainOf).join(' ')).not.toContain('within 0.1 %')
})

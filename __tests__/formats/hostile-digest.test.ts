import { deflateSync } from 'node:zlib'
import { describe, expect, test } from '@jest/globals'
import { countEncoded } from '../../src/formats/encoded-histogram.ts'
import { createHistogram, decodeHistogram } from '../../src/formats/latency-histogram.ts'
import { plainOf, saying } from '../saying.ts'
import { find, readContent, refusalOf } from './read-fixture.ts'

/* Digests that were made in order to exhaust memory or to mislead. */

/** An encoded histogram with these header fields and these bytes of counts. */
function encoded(
  payload: Uint8Array,
  change: Readonly<{ digits?: number; highest?: bigint; length?: number }> = {},
): string {
  const raw = Buffer.alloc(40 + payload.length)
  raw.writeUInt32BE(0x1c849313, 0)
  raw.writeUInt32BE(change.length ?? payload.length, 4)
  raw.writeUInt32BE(change.digits ?? 3, 12)
  raw.writeBigInt64BE(1n, 16)
  raw.writeBigInt64BE(change.highest ?? 2n ** 31n, 24)
  raw.set(payload, 40)
  return compressed(raw)
}

function compressed(raw: Uint8Array): string {
  const data = deflateSync(raw)
  const header = Buffer.alloc(8)
  header.writeUInt32BE(0x1c849314, 0)
  header.writeUInt32BE(data.length, 4)
  return Buffer.concat([header, data]).toString('base64')
}

/** ZigZag LEB128 of a count. A negative number stands for that many empty buckets. */
function number(value: number): Buffer {
  let rest = BigInt(value >= 0 ? 2 * value : -2 * value - 1)
  const bytes: number[] = []
  do {
    bytes.push(Number(rest % 128n) | (rest >= 128n ? 0x80 : 0))
    rest /= 128n
  } while (rest > 0n)
  return Buffer.from(bytes)
}

describe('an encoded histogram', () => {
  test('as perf-gate writes it, is counted without being read', async () => {
    const histogram = createHistogram()
    for (let ms = 0.01; ms < 86_400_000; ms *= 1.001) histogram.record(ms)
    expect(await countEncoded(histogram.encode())).toBe(histogram.count())
    expect((await decodeHistogram(histogram.encode())).quantileMs(0.5)).toBe(histogram.quantileMs(0.5))
    expect(await countEncoded(createHistogram().encode())).toBe(0)
  })

  test.each([
    ['of gigabytes', () => compressed(Buffer.alloc(64 * 1024 ** 2)), 'too large'],
    ['of five digits', () => encoded(number(1), { digits: 5 }), 'another precision'],
    ['up to 2 ** 62', () => encoded(number(1), { highest: 2n ** 62n }), 'another range'],
    ['of a count beyond 2 ** 53', () => encoded(number(2 ** 53)), 'a count that is too large'],
    ['of a count beyond 2 ** 32', () => encoded(number(2 ** 32)), 'a count that is too large'],
    [
      'of a trillion empty buckets',
      () => encoded(Buffer.concat([number(-1e12), number(1)])),
      'a count that is too large',
    ],
    ['of a billion empty buckets', () => encoded(Buffer.concat([number(-1e9), number(1)])), 'too many buckets'],
    ['that ends in a count', () => encoded(Buffer.from([0x80])), 'a count that is too large'],
    ['of another length', () => encoded(number(1), { length: 1e9 }), 'another length'],
    ['of nothing', () => compressed(Buffer.alloc(0)), 'too short'],
    ['that is no histogram', () => compressed(Buffer.alloc(100)), 'another format'],
    ['that is not base64', () => '%%%', 'character'],
  ])('%s is refused before it is read', async (_, make, problem) => {
    await expect(countEncoded(make())).rejects.toThrow(problem)
    await expect(decodeHistogram(make())).rejects.toThrow(problem)
  })

  test('with counts outside of its own range is refused, because the library would lose them', async () => {
    const beyond = encoded(Buffer.concat([number(5), number(-30_000), number(7)]), { highest: 4000n })
    expect(await countEncoded(beyond)).toBe(12)
    await expect(decodeHistogram(beyond)).rejects.toThrow()
  })
})

type Entry = Readonly<Record<string, unknown>>

function digest(...measurements: readonly Entry[]): unknown {
  const common = { endpoint: null, population: 'successful', unusable: [], standardErrors: null, histogram: null }
  const latency = { metric: 'http_req_duration', kind: 'trend', unit: 'ms', better: 'lower', sampleCount: 1000 }
  return {
    digest: 'perf-gate',
    schemaVersion: 1,
    source: 'k6-points-ndjson',
    selection: null,
    durationMs: 60_000,
    measurements: measurements.map((one) => ({ ...common, ...latency, stats: [{ stat: 'p95', value: 100 }], ...one })),
    notes: [],
    timeline: null,
  }
}

describe('the numbers of a digest', () => {
  test.each([
    [-5, '-5 ms is not a time'],
    [0, '0 ms is not a possible time'],
  ])('a p95 of %d cannot be used', async (value, reason) => {
    const { stats, unusable } = find(
      await readContent(digest({ stats: [{ stat: 'p95', value }] })),
      'http_req_duration',
    )
    expect([...stats, ...unusable]).toEqual([['p95', saying(reason)]])
  })

  test('the traits of a built-in metric do not come from the file', async () => {
    const said = { kind: 'gauge', unit: 'none', better: 'neither' }
    expect(find(await readContent(digest(said)), 'http_req_duration')).toMatchObject({
      kind: 'trend',
      unit: 'ms',
      better: 'lower',
    })
  })

  test('a metric twice is refused', async () => {
    expect(await refusalOf(digest({}, {}))).toContain('The digest has "http_req_duration" twice')
  })

  test('a histogram of another number of samples is refused', async () => {
    const histogram = createHistogram()
    histogram.record(1)
    expect(await refusalOf(digest({ histogram: histogram.encode() }))).toContain(
      'The histogram of "http_req_duration" in the digest holds 1 samples, and the digest counts 1000',
    )
  })

  test('shares and counts have their bounds', async () => {
    const failed = { metric: 'http_req_failed', stats: [{ stat: 'rate', value: 1.5 }] }
    const requests = { metric: 'http_reqs', stats: [{ stat: 'rate', value: -1 }] }
    const run = await readContent(digest({}, failed, requests))
    expect(plainOf(find(run, 'http_req_failed').unusable.get('rate'))).toBe('1.5 is not a share')
    expect(plainOf(find(run, 'http_reqs').unusable.get('rate'))).toBe('-1 is not a rate')
  })
})

import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { UserError } from '../../src/model/errors.ts'
import { compareTraces } from '../../src/traces/compare-traces.ts'
import { selfTimes } from '../../src/traces/self-times.ts'
import { SpanList } from '../../src/traces/span-list.ts'
import { plainOf } from '../saying.ts'
import { ofRun, recordedText, tracesOf } from './recorded.ts'

/* Traces come from the pull request that is judged. They may cost a refusal, and never the gate. */

const zipkin = (id: string, more: object = {}) => ({ traceId: 'a', id, name: 'n', timestamp: 1, duration: 10, ...more })

test('more bytes than may be held, in all and in one piece', async () => {
  await expect(tracesOf(new Uint8Array(129 * 1024 * 1024).fill(0x20))).rejects.toThrow(/larger than 128 MiB/)
  await expect(tracesOf(`[{"traceId":"${'x'.repeat(33 * 1024 * 1024)}"}]`)).rejects.toThrow(
    /more than 32 MiB in one piece. Keep the traces of fewer requests/,
  )
})

test('more spans than a file may have', () => {
  const spans = new SpanList()
  const span = {
    traceId: 'a',
    spanId: 'b',
    parentId: null,
    service: 's',
    kind: 'server',
    operation: 'o',
    startNs: 1n,
    durationNs: 1,
    isError: false,
  } as const
  for (let added = 0; added < 200_000; added += 1) spans.add(span)
  expect(() => spans.add(span)).toThrow(/more than 200,000 spans/)
})

test('JSON that is nested to do harm', async () => {
  const deep = `[{"traceId":${'['.repeat(100_000)}${']'.repeat(100_000)}}]`
  await expect(tracesOf(deep)).rejects.toThrow(/nested more than 100 levels deep/)
})

test('thousands of calls of one span, and callers in a long chain, take no longer than their number', async () => {
  const wide = Array.from({ length: 20_000 }, (_, index) => zipkin(`${index + 2}`, { parentId: '1', timestamp: index }))
  const chain = Array.from({ length: 20_000 }, (_, index) => zipkin(`c${index + 1}`, { parentId: `c${index}` }))
  const { spans } = await tracesOf([zipkin('1', { duration: 100 }), ...wide, ...chain])
  expect(selfTimes(spans).spans).toHaveLength(40_001)
})

test('thousands of names that hold ids become a hundred rows, and the others are counted', async () => {
  const file = await tracesOf(
    Array.from({ length: 3000 }, (_, index) => zipkin(`${index}1`, { name: `/orders/${index}` })),
  )
  const [comparison] = compareTraces([ofRun(file, 'candidate')])
  expect(comparison?.operations).toHaveLength(100)
  expect(comparison?.operationsLeftOut).toBe(2900)
})

test('names with markup come through as names, and long ones are cut', async () => {
  const { spans } = await tracesOf([
    zipkin('1', { name: '<script>alert(1)</script>', localEndpoint: { serviceName: '@everyone' } }),
    zipkin('2', { name: 'x'.repeat(100_000) }),
  ])
  expect(spans.map(({ service, operation }) => [service, operation.slice(0, 30), operation.length])).toEqual([
    ['@everyone', '<script>alert(1)</script>', 25],
    ['unknown service', 'x'.repeat(30), 201],
  ])
})

describe('values that no span can have', () => {
  test.each([
    ['ids', { traceId: { toString: 1 } }],
    ['a time that is an object', { timestamp: { valueOf: 1 } }],
    ['a negative duration', { duration: -1 }],
    ['a duration of ages', { duration: 1e15 }],
  ])('%s: the span is left out', async (_, more) => {
    const { spans, notes } = await tracesOf([zipkin('1'), zipkin('2', more)])
    expect(spans).toHaveLength(1)
    expect(notes.map(plainOf).join()).toContain('1 span without an id')
  })

  test('a number that is infinite', async () => {
    const text = JSON.stringify([zipkin('1'), zipkin('2')]).replace('"duration":10', '"duration":1e999')
    expect((await tracesOf(text)).spans).toHaveLength(1)
  })

  test('objects where a name, a kind or a tag belongs', async () => {
    const odd = { toString: 1, valueOf: 1 }
    const otlp = {
      traceId: 'a',
      spanId: 'b',
      name: odd,
      kind: odd,
      status: { code: odd },
      startTimeUnixNano: '1',
      endTimeUnixNano: '3',
      traceState: odd,
    }
    const jaeger = {
      traceID: 'a',
      spanID: 'b',
      operationName: odd,
      startTime: 1,
      duration: 2,
      processID: '__proto__',
      tags: [
        { key: 'span.kind', value: odd },
        { key: 'error', value: odd },
        { key: 'sampler.type', value: 'probabilistic' },
        { key: 'sampler.param', value: odd },
      ],
      references: [odd, { refType: 'CHILD_OF', spanID: odd }],
    }
    for (const file of [
      { resourceSpans: [{ resource: odd, scopeSpans: [{ spans: [otlp, odd] }] }, odd] },
      { data: [{ traceID: 'a', spans: [jaeger, odd], processes: odd }, odd] },
      [zipkin('1', { name: odd, kind: odd, tags: odd, localEndpoint: { serviceName: odd } }), null, 1],
    ]) {
      const { spans } = await tracesOf(file)
      expect(spans[0]).toMatchObject({ service: 'unknown service', kind: 'internal', isError: false })
    }
  })
})

/* A file of each format with some bytes changed: read, or refused with a reason, and no time that is none. */
test.each(['otlp/base.json.gz', 'jaeger/base.json.gz', 'zipkin/base.json.gz'])(
  '%s with changed bytes',
  async (path) => {
    const whole = new TextEncoder().encode(recordedText(path).slice(0, 20_000))
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(whole.length - 1), fc.integer({ min: 0, max: 255 })), { minLength: 1, maxLength: 5 }),
        async (changes) => {
          const bytes = new Uint8Array(whole)
          for (const [at, value] of changes) bytes[at] = value
          try {
            const [comparison] = compareTraces([ofRun(await tracesOf(bytes), 'candidate')])
            for (const { candidate } of comparison?.operations ?? []) {
              expect(candidate?.selfMsPerTrace).toBeGreaterThanOrEqual(0)
              expect(Number.isFinite(candidate?.p95Ms)).toBe(true)
            }
          } catch (error) {
            expect(error).toBeInstanceOf(UserError)
          }
        },
      ),
      { numRuns: 30, seed: 16 },
    )
  },
)

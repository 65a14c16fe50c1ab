import { describe, expect, test } from '@jest/globals'
import type { TraceFile } from '../../src/model/trace.ts'
import { compareTraces } from '../../src/traces/compare-traces.ts'
import { selfTimes } from '../../src/traces/self-times.ts'
import { plainOf } from '../saying.ts'
import { ofRun, recordedText, tracesOf } from './recorded.ts'

/* One trap of each format and of traces in general. Times are in microseconds unless a name says otherwise. */

type Zipkin = Readonly<Record<string, unknown>>

const zipkin = (id: string, from: number, us: number, more: Zipkin = {}): Zipkin => ({
  traceId: 'a1',
  id,
  name: id,
  timestamp: 1_795_789_310_000_000 + from,
  duration: us,
  localEndpoint: { serviceName: 'shop' },
  ...more,
})

/** Own time of each span in microseconds, by its id. */
function ownTimes({ spans }: Pick<TraceFile, 'spans'>): Readonly<Record<string, number>> {
  return Object.fromEntries(selfTimes(spans).spans.map(({ span, selfNs }) => [span.spanId, selfNs / 1000]))
}

describe('own time', () => {
  test('calls side by side count once, and what runs on after the caller ended is not its time', async () => {
    const file = await tracesOf([
      zipkin('1', 0, 100),
      zipkin('2', 10, 40, { parentId: '1' }),
      zipkin('3', 20, 40, { parentId: '1' }),
      zipkin('4', 90, 500, { parentId: '1' }),
    ])
    expect(ownTimes(file)).toEqual({ 1: 40, 2: 40, 3: 40, 4: 500 })
  })

  test('the calls of a called span do not count for its caller', async () => {
    const file = await tracesOf([
      zipkin('1', 0, 100),
      zipkin('2', 10, 80, { parentId: '1' }),
      zipkin('3', 20, 60, { parentId: '2' }),
    ])
    expect(ownTimes(file)).toEqual({ 1: 20, 2: 20, 3: 60 })
  })

  test('a server whose clock is wrong answered in the middle of the call', async () => {
    const server = { kind: 'SERVER', localEndpoint: { serviceName: 'payments' } }
    const file = await tracesOf([
      zipkin('1', 0, 100, { kind: 'CLIENT' }),
      zipkin('2', -5_000, 80, { parentId: '1', ...server }),
      zipkin('3', 0, 100, { kind: 'CLIENT' }),
      zipkin('4', 10, 60, { parentId: '3', ...server }),
    ])
    expect(ownTimes(file)).toEqual({ 1: 20, 2: 80, 3: 40, 4: 60 })
    expect(selfTimes(file.spans).skewed).toBe(1)
    expect(compareTraces([ofRun(file, 'candidate')])[0]?.notes.map(plainOf)).toEqual([
      '1 call answered outside of the call, by the clocks: the clocks of the services differ, so the answer was moved to the middle of the call.',
    ])
  })

  test('an answer that takes longer than its call leaves nothing, and never less', async () => {
    const server = { kind: 'SERVER', localEndpoint: { serviceName: 'payments' } }
    const file = await tracesOf([
      zipkin('1', 0, 100, { kind: 'CLIENT' }),
      zipkin('2', 50, 300, { parentId: '1', ...server }),
    ])
    expect(ownTimes(file)).toEqual({ 1: 0, 2: 300 })
  })

  test('callers in a circle, and one that calls itself, keep their time', async () => {
    const file = await tracesOf([
      zipkin('1', 0, 100, { parentId: '2' }),
      zipkin('2', 0, 100, { parentId: '1' }),
      zipkin('3', 0, 100, { parentId: '3' }),
    ])
    expect(ownTimes(file)).toEqual({ 1: 0, 2: 0, 3: 100 })
  })

  test('nanoseconds of 1970 are exact: a span of 300 ns in one of 1,000', async () => {
    const span = (spanId: string, from: number, to: number, parentSpanId = '') => ({
      traceId: 'cd613e30d8f16adf91b7584a2265b1f5',
      spanId,
      parentSpanId,
      name: spanId,
      startTimeUnixNano: `${1_795_789_308_030_515_000n + BigInt(from)}`,
      endTimeUnixNano: `${1_795_789_308_030_515_000n + BigInt(to)}`,
    })
    const spans = [
      span('1027c4d1c386bbc4', 1, 1001),
      span('c2ce6f447ed4d57b', 333, 633, '1027C4D1C386BBC4'),
      span('02ce6f447ed4d57b', 600, 733, '1027c4d1c386bbc4'),
    ]
    const file = await tracesOf({ resourceSpans: [{ scopeSpans: [{ spans }] }] })
    expect(ownTimes(file)).toEqual({ '1027c4d1c386bbc4': 0.6, c2ce6f447ed4d57b: 0.3, '2ce6f447ed4d57b': 0.133 })
  })
})

describe('several files of one run', () => {
  const call = zipkin('1', 0, 100, { kind: 'CLIENT' })
  const answer = zipkin('2', 10, 80, { parentId: '1', kind: 'SERVER', localEndpoint: { serviceName: 'payments' } })

  test('each service wrote its own: they are one trace', async () => {
    const [comparison] = compareTraces([
      ofRun(await tracesOf([call]), 'candidate'),
      ofRun(await tracesOf([answer]), 'candidate'),
    ])
    expect(comparison?.candidate).toMatchObject({ runs: 1, traces: 1, spans: 2 })
    expect(comparison?.operations.map(({ service, candidate }) => [service, candidate?.selfMsPerTrace])).toEqual([
      ['payments', expect.closeTo(0.08, 9)],
      ['shop', expect.closeTo(0.02, 9)],
    ])
    expect(comparison?.notes.map(plainOf)).toEqual([])
  })

  test('what an exporter sent twice counts once, and a caller that is missing is said', async () => {
    const half = { ...answer, duration: 30 }
    const [comparison] = compareTraces([
      ofRun(await tracesOf([half, answer]), 'candidate'),
      ofRun(await tracesOf([answer]), 'candidate'),
    ])
    expect(comparison?.operations.map(({ candidate }) => [candidate?.spans, candidate?.p50Ms])).toEqual([[1, 0.08]])
    expect(comparison?.notes.map(plainOf)).toEqual([
      '2 spans in the files more than once: counted once.',
      '1 span called by a span that is not in the files: these traces are incomplete, so the own time of callers may be too large.',
    ])
  })

  test('the same ids in two runs are two spans', async () => {
    const [comparison] = compareTraces([
      ofRun(await tracesOf([call]), 'candidate', 'run-1'),
      ofRun(await tracesOf([call]), 'candidate', 'run-2'),
    ])
    expect(comparison?.candidate).toMatchObject({ runs: 2, traces: 2, spans: 2 })
  })
})

describe('Zipkin', () => {
  test('both sides of a call have one id: each keeps its own calls', async () => {
    const payments = { localEndpoint: { serviceName: 'payments' } }
    const file = await tracesOf([
      zipkin('1', 0, 100, { kind: 'CLIENT' }),
      zipkin('1', 10, 80, { kind: 'SERVER', shared: true, ...payments }),
      zipkin('2', 20, 50, { parentId: '1', kind: 'CLIENT', ...payments }),
    ])
    expect(selfTimes(file.spans).spans.map(({ span, selfNs }) => [span.service, span.kind, selfNs / 1000])).toEqual([
      ['shop', 'client', 100],
      ['payments', 'server', 30],
      ['payments', 'client', 50],
    ])
  })

  test('a span with the tag error failed, whatever the tag says', async () => {
    const file = await tracesOf([zipkin('1', 0, 1, { tags: { error: '' } }), zipkin('2', 0, 1, { tags: { a: 'b' } })])
    expect(file.spans.map(({ isError }) => isError)).toEqual([true, false])
  })

  test('a span without a duration is left out and said', async () => {
    const { duration: _, ...open } = zipkin('2', 0, 1)
    const file = await tracesOf([[zipkin('1', 0, 1), open]])
    expect(file.spans).toHaveLength(1)
    expect(file.notes.map(plainOf)).toEqual(['1 span without an id, a start or a duration that can be used: left out.'])
  })

  test('exactly ten traces get a note, because Zipkin returns ten without a limit', async () => {
    const traces = (count: number) =>
      Array.from({ length: count }, (_, index) => [zipkin('1', 0, 1, { traceId: `b${index}` })])
    expect((await tracesOf(traces(10))).notes.map(plainOf).join()).toContain('add &limit=10000')
    expect((await tracesOf(traces(11))).notes.map(plainOf)).toEqual([])
  })

  test('version 1 is refused with the address of version 2', async () => {
    const old = { traceId: 'a', id: 'b', name: 'get', annotations: [], binaryAnnotations: [] }
    await expect(tracesOf([old])).rejects.toThrow(/version 1 of the format of Zipkin. Fetch it from \/api\/v2\/traces/)
  })
})

describe('Jaeger', () => {
  const span = (spanID: string, more: object = {}) => ({
    traceID: 'a1',
    spanID,
    operationName: 'work',
    references: [],
    startTime: 1_795_789_309_280_515,
    duration: 100,
    tags: [],
    processID: 'p1',
    ...more,
  })
  const file = (spans: readonly object[]) => ({
    data: [{ traceID: 'a1', spans, processes: { p1: { serviceName: 'shop' } } }],
  })
  const tag = (key: string, value: unknown) => ({ key, type: 'string', value })

  test('errors are a tag that is true or "true", or the status of OpenTelemetry', async () => {
    const spans = [
      span('1', { tags: [tag('error', true)] }),
      span('2', { tags: [tag('error', 'true')] }),
      span('3', { tags: [tag('otel.status_code', 'ERROR')] }),
      span('4', { tags: [tag('error', false), tag('otel.status_code', 'OK')] }),
    ]
    expect((await tracesOf(file(spans))).spans.map(({ isError }) => isError)).toEqual([true, true, true, false])
  })

  test('a span does not wait for what follows from it, and an id may lack its leading zeros', async () => {
    const spans = [
      span('00000000000000b1'),
      span('c', { duration: 40, references: [{ refType: 'FOLLOWS_FROM', traceID: 'a1', spanID: 'b1' }] }),
      span('d', { duration: 30, references: [{ refType: 'CHILD_OF', traceID: 'a1', spanID: 'b1' }] }),
      span('e', { duration: 20, parentSpanID: 'd' }),
    ]
    expect(ownTimes(await tracesOf(file(spans)))).toEqual({ b1: 70, c: 40, d: 10, e: 20 })
  })

  test('a probabilistic sampler says its share', async () => {
    const sampled = span('1', { tags: [tag('sampler.type', 'probabilistic'), { key: 'sampler.param', value: 0.1 }] })
    expect((await tracesOf(file([sampled]))).samplingRatios).toEqual([0.1])
  })

  test('an answer that is an error, and one without traces, are refused in its words', async () => {
    const answers = JSON.parse(recordedText('jaeger/errors.json')) as Record<string, { body: object }>
    await expect(tracesOf(answers['no service']!.body)).rejects.toThrow(
      'Jaeger answered with an error: "parameter \'service\' is required".',
    )
    await expect(tracesOf(answers['unknown service']!.body)).rejects.toThrow(
      /holds no span that can be used\. Check the name of the service and the time of the query/,
    )
    await expect(tracesOf(answers['v3 without num_traces']!.body)).rejects.toThrow(
      /search depth must be greater than 0/,
    )
    await expect(tracesOf([])).rejects.toThrow(/Zipkin and holds no span/)
  })
})

describe('OTLP', () => {
  const span = (more: object = {}) => ({
    traceId: 'cd613e30d8f16adf91b7584a2265b1f5',
    spanId: '1027c4d1c386bbc4',
    name: 'work',
    kind: 2,
    startTimeUnixNano: '1795789308030515000',
    endTimeUnixNano: '1795789308030615000',
    ...more,
  })
  const file = (...spans: readonly object[]) => ({ resourceSpans: [{ scopeSpans: [{ spans }] }] })

  test('kinds and states are numbers or names', async () => {
    const { spans } = await tracesOf(
      file(
        span({ kind: 3, status: { code: 2 } }),
        span({ spanId: 'b2', kind: 'SPAN_KIND_PRODUCER', status: { code: 'STATUS_CODE_ERROR' } }),
        span({ spanId: 'b3', kind: 0, status: { code: 1 } }),
        span({ spanId: 'b4', status: {} }),
      ),
    )
    expect(spans.map(({ kind, isError }) => [kind, isError])).toEqual([
      ['client', true],
      ['producer', true],
      ['internal', false],
      ['server', false],
    ])
  })

  test('ids in base64, names in snake case, batches of Tempo and libraries of old are the same', async () => {
    const resource = { attributes: [{ key: 'service.name', value: { stringValue: 'shop' } }] }
    const plain = { resourceSpans: [{ resource, scopeSpans: [{ spans: [span()] }] }] }
    const base64 = span({ traceId: 'zWE+MNjxat+Rt1hKImWx9Q==', spanId: 'ECfE0cOGu8Q=', kind: 'SPAN_KIND_SERVER' })
    const tempo = { batches: [{ resource, instrumentationLibrarySpans: [{ spans: [base64] }] }] }
    const snake = {
      resource_spans: [
        {
          resource: { attributes: [{ key: 'service.name', value: { string_value: 'shop' } }] },
          scope_spans: [
            {
              spans: [
                {
                  trace_id: 'CD613E30D8F16ADF91B7584A2265B1F5',
                  span_id: '1027c4d1c386bbc4',
                  parent_span_id: '0000000000000000',
                  name: 'work',
                  kind: 2,
                  start_time_unix_nano: '1795789308030515000',
                  end_time_unix_nano: '1795789308030615000',
                },
              ],
            },
          ],
        },
      ],
    }
    const [wanted] = (await tracesOf(plain)).spans
    expect(wanted).toMatchObject({ service: 'shop', durationNs: 100_000, parentId: null })
    for (const other of [tempo, snake, { trace: plain }, { result: plain }])
      expect((await tracesOf(other)).spans).toEqual([wanted])
  })

  test('a span that never ended, or ended before it began, is left out', async () => {
    const { spans, notes } = await tracesOf(
      file(span(), span({ spanId: 'b2', endTimeUnixNano: '0' }), span({ spanId: 'b3', endTimeUnixNano: '17' })),
    )
    expect(spans).toHaveLength(1)
    expect(notes.map(plainOf)).toEqual(['2 spans without an id, a start or a duration that can be used: left out.'])
  })

  test('the threshold of a consistent sampler says its share', async () => {
    const state = (traceState: string) => tracesOf(file(span({ traceState })))
    expect((await state('ot=th:c')).samplingRatios).toEqual([0.25])
    expect((await state('vendor=1, ot=rv:01;th:0')).samplingRatios).toEqual([1])
    expect((await state('ot=rv:01')).samplingRatios).toEqual([])
  })

  test('logs and metrics in the same file are left out, and half of a last line', async () => {
    const lines = [{ resourceLogs: [{}] }, file(span()), { resourceMetrics: [{}] }].map((one) => JSON.stringify(one))
    const { spans, notes } = await tracesOf(`${lines.join('\n')}\n{"resourceSpans":[{"sco`)
    expect(spans).toHaveLength(1)
    expect(notes.map(plainOf)).toEqual([
      'Logs and metrics in the same file: they were left out.',
      'The last line is cut: it was left out.',
    ])
    await expect(tracesOf(`${lines.join('\n')}\n{"a\n${lines[1]}\n`)).rejects.toThrow(/Line 4 of the file is not valid/)
  })

  test('a file that is spread over many lines is one value', async () => {
    expect((await tracesOf(JSON.stringify(file(span()), null, 2))).spans).toHaveLength(1)
  })
})

describe('what is no trace', () => {
  test.each([
    ['', /The file is empty/],
    ['hello\nworld\n', /starts with "hello\\nworld\\n", which is none of OTLP, Jaeger and Zipkin as JSON/],
    ['{"metrics":{}}', /starts with "{\\"metrics\\":{}}", which is none of OTLP/],
    ['{"errors":1}', /is JSON, and is none of OTLP, Jaeger and Zipkin/],
    ['[1,2]', /which is none of OTLP/],
    ['{"data":[{"traceID":"a","spans":[{"spanI', /not valid JSON: it is cut or damaged/],
    ['\u0000\u0001', /Let the file exporter of the collector write JSON/],
  ])('%j', async (content, message) => {
    await expect(tracesOf(content)).rejects.toThrow(message)
  })

  test('zstd', async () => {
    await expect(tracesOf(new Uint8Array([0x28, 0xb5, 0x2f, 0xfd, 1]))).rejects.toThrow(/zstd -d FILE/)
  })
})

import { describe, expect, test } from '@jest/globals'
import { compareTraces } from '../../src/traces/compare-traces.ts'
import { plainOf } from '../saying.ts'
import { ofRun, recorded, recordedText, tracesOf } from './recorded.ts'

/* Recorded answers of servers against figures that were computed from the same spans elsewhere: fixtures/traces/<format>/expected.json. */

type Figures = Readonly<{
  count: number
  errors: number
  p50_us: number
  p95_us: number
  self_p50_us: number
  self_total_us: number
}>

const TRACES = 60

describe.each(['otlp', 'jaeger', 'zipkin'])('%s', (format) => {
  test.each([
    ['base', 'baseline'],
    ['cand', 'candidate'],
  ] as const)('%s: count, errors, p50, p95 and own time of each operation', async (name, side) => {
    const expected = (JSON.parse(recordedText(`${format}/expected.json`)) as Record<string, Record<string, Figures>>)[
      name
    ]
    const file = await recorded(`${format}/${name}.json.gz`)
    expect(file.format).toBe(format)
    const [comparison] = compareTraces([ofRun(file, side)])
    const rows = comparison?.operations.map((one) => {
      const times = one[side]
      return [
        `${one.service} ${one.kind.toUpperCase()} ${one.operation}`,
        {
          count: times?.spans,
          errors: Math.round((times?.errorRatio ?? 0) * (times?.spans ?? 0)),
          p50_us: times?.p50Ms,
          p95_us: times?.p95Ms,
          self_total_us: (times?.selfMsPerTrace ?? 0) * TRACES,
        },
      ]
    })
    const wanted = Object.entries(expected ?? {}).map(([key, { self_p50_us: _, ...figures }]) => [
      key,
      {
        ...figures,
        p50_us: expect.closeTo(figures.p50_us / 1000, 6),
        p95_us: expect.closeTo(figures.p95_us / 1000, 6),
        self_total_us: expect.closeTo(figures.self_total_us / 1000, 6),
      },
    ])
    expect(Object.fromEntries(rows ?? [])).toEqual(Object.fromEntries(wanted))
    expect(comparison?.[side]).toMatchObject({ runs: 1, traces: TRACES, spans: 240 })
    expect(comparison?.notes.map(plainOf)).toEqual([])
  })

  test('the operation whose own time grew most is first', async () => {
    const [comparison] = compareTraces([
      ofRun(await recorded(`${format}/base.json.gz`), 'baseline'),
      ofRun(await recorded(`${format}/cand.json.gz`), 'candidate'),
    ])
    const [first] = comparison?.operations ?? []
    expect(first).toMatchObject({ service: 'checkout', kind: 'client', operation: 'select orders' })
    expect(first?.changeRatio).toBeCloseTo(373_095 / 257_279 - 1, 6)
  })
})

test('the answer of /api/v3/traces of Jaeger is OTLP', async () => {
  const file = await recorded('jaeger/v3-two-traces.json')
  expect(file).toMatchObject({ format: 'otlp' })
  expect(file.spans).toHaveLength(8)
})

test('the file exporter of a collector writes one request a line', async () => {
  const { resourceSpans } = JSON.parse(recordedText('otlp/base.json.gz')) as { resourceSpans: object[] }
  const lines = resourceSpans.map((one) => JSON.stringify({ resourceSpans: [one] })).join('\n')
  expect(resourceSpans.length).toBeGreaterThan(1)
  expect((await tracesOf(`${lines}\n`)).spans).toEqual((await recorded('otlp/base.json.gz')).spans)
})

test('traces of different formats are never compared with each other', async () => {
  const comparisons = compareTraces([
    ofRun(await recorded('zipkin/base.json.gz'), 'baseline'),
    ofRun(await recorded('jaeger/cand.json.gz'), 'candidate'),
  ])
  expect(comparisons.map(({ tool, baseline, candidate }) => [tool, baseline.traces, candidate.traces])).toEqual([
    ['Zipkin', 60, 0],
    ['Jaeger', 0, 60],
  ])
  expect(comparisons.flatMap(({ operations }) => operations.map(({ changeRatio }) => changeRatio))).toEqual(
    Array.from({ length: 8 }, () => null),
  )
})

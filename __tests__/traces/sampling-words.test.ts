import { expect, test } from '@jest/globals'
import type { TraceComparison, TracedSide } from '../../src/model/trace.ts'
import { operationRows, samplingSentences } from '../../src/report/trace-words.ts'

const SIDE: TracedSide = {
  runs: 3,
  traces: 300,
  spans: 900,
  requests: 3000,
  tracedErrorRatio: 0.01,
  errorRatio: 0.01,
  samplingRatios: [],
}
const NOTHING: TracedSide = { ...SIDE, runs: 0, traces: 0, spans: 0, requests: null, errorRatio: null }
const END = 'For information: nothing here was tested, and nothing blocks.'

function said(baseline: Partial<TracedSide>, candidate: Partial<TracedSide>): string {
  const sides = { baseline: { ...SIDE, ...baseline }, candidate: { ...SIDE, ...candidate } }
  const comparison: TraceComparison = {
    format: 'otlp',
    tool: 'OTLP',
    ...sides,
    operations: [],
    operationsLeftOut: 0,
    notes: [],
  }
  return samplingSentences(comparison).join(' ')
}

test.each<[string, Partial<TracedSide>, Partial<TracedSide>, string]>([
  [
    'a tenth of both sides',
    {},
    {},
    `OTLP: 300 traces of the baseline (10.0 % of its requests) and 300 traces of the candidate (10.0 % of its requests). ${END}`,
  ],
  [
    'more traces than requests',
    { traces: 3100 },
    { traces: 3000 },
    `OTLP: 3,100 traces of the baseline (for 3,000 requests) and 3,000 traces of the candidate (100.0 % of its requests). ${END}`,
  ],
  [
    'nobody knows of how many',
    { requests: null },
    { requests: null },
    `OTLP: 300 traces of the baseline and 300 traces of the candidate. How many requests there were is not known, so it cannot be said which part of them was traced. ${END}`,
  ],
  [
    'one side only',
    NOTHING,
    {},
    `OTLP: 300 traces of the candidate (10.0 % of its requests). The baseline has no traces of this kind, so there is nothing to compare with. ${END}`,
  ],
  [
    'what tracers say',
    { samplingRatios: [0.1] },
    { samplingRatios: [0.1, 0.5] },
    `OTLP: 300 traces of the baseline (10.0 % of its requests) and 300 traces of the candidate (10.0 % of its requests). The tracers say that they keep 10.0 % to 50.0 %. ${END}`,
  ],
  [
    'other shares on the sides',
    {},
    { traces: 30 },
    `OTLP: 300 traces of the baseline (10.0 % of its requests) and 30 traces of the candidate (1.0 % of its requests). The sides keep different shares of their requests, so that a difference may be one of the sampling. ${END}`,
  ],
  [
    'failed ones preferred, as tail sampling does',
    {},
    { tracedErrorRatio: 0.4 },
    `OTLP: 300 traces of the baseline (10.0 % of its requests) and 300 traces of the candidate (10.0 % of its requests). 40.0 % of the traces of the candidate failed, and 1.0 % of its requests: the sampling prefers failed requests, and perhaps slow ones, so p95 and failures are those of the sample. ${END}`,
  ],
  [
    'all requests traced: failures are those of the service',
    { traces: 3000 },
    { traces: 3000, tracedErrorRatio: 0.4 },
    `OTLP: 3,000 traces of the baseline (100.0 % of its requests) and 3,000 traces of the candidate (100.0 % of its requests). ${END}`,
  ],
  [
    'three failed ones in a few traces are chance',
    { traces: 30, tracedErrorRatio: 0.1 },
    { traces: 30, tracedErrorRatio: 0.1 },
    `OTLP: 30 traces of the baseline (1.0 % of its requests) and 30 traces of the candidate (1.0 % of its requests). ${END}`,
  ],
])('%s', (_, baseline, candidate, expected) => {
  expect(said(baseline, candidate)).toBe(expected)
})

test('an operation of one side is new or gone, and with one side only it is neither', () => {
  const times = { spans: 10, errorRatio: 0.5, callsPerTrace: 1, selfMsPerTrace: 1.5, p50Ms: 1, p95Ms: 0.0004 }
  const one = { service: 'shop', kind: 'server', operation: 'GET /', changeRatio: null } as const
  const rows = (baseline: TracedSide) =>
    operationRows(
      {
        format: 'otlp',
        tool: 'OTLP',
        baseline,
        candidate: SIDE,
        operations: [
          { ...one, baseline: null, candidate: times },
          { ...one, baseline: times, candidate: null },
        ],
        operationsLeftOut: 0,
        notes: [],
      },
      (name) => name,
    )
  expect(rows(SIDE).map(({ change }) => change)).toEqual(['new', 'gone'])
  expect(rows(NOTHING).map(({ change }) => change)).toEqual(['', ''])
  expect(rows(SIDE)[0]).toEqual({
    operation: 'shop server GET /',
    spans: '10',
    self: '1.50 ms',
    change: 'new',
    p50: '1.00 ms',
    p95: '400 ns',
    failed: '50.0 %',
  })
})

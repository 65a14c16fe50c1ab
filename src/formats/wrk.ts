import { UserError } from '../model/errors.ts'
import { isObject } from '../model/json-object.ts'
import type { Measurement } from '../model/measurement.ts'
import { text } from '../model/text.ts'
import { documentFormat } from './document-format.ts'
import type { Format } from './format.ts'
import { errorShare, LATENCY_FIELDS, noneSucceeded, throughput } from './request-measurements.ts'
import { timeoutNote } from './timeout-watch.ts'
import { type Tool, wholeWith } from './tool.ts'

export const WRK_SCRIPT_ADVICE =
  'Let the script examples/wrk/perf-gate.lua write a line of JSON: wrk -s perf-gate.lua … 2> wrk.json.'

export const wrkTool: Tool = {
  name: 'wrk',
  joins: false,
  asides: [
    {
      recognizes: (start) => /^unable to connect to /.test(start),
      what: 'wrk could not connect, so it measured nothing.',
      advice: 'Check that the service was up, and measure again.',
    },
  ],
  exitCode: wholeWith('wrk', [0], 'it could not connect, or did not understand its options'),
}

/** wrk2 uses its first 10 seconds for calibration and leaves them out: https://github.com/giltene/wrk2#basic-usage */
const WRK2_CALIBRATION_S = 10
const WRK2_MIN_S = 30

/**
 * The line that `examples/wrk/perf-gate.lua` writes. The percentiles are those of the tool, of all answers including
 * failed ones.
 */
const line = documentFormat({
  id: 'wrk',
  tool: wrkTool,
  title: 'the JSON line of perf-gate.lua',
  content: 'summary',
  beginning: /^\{\s*"tool":\s*"wrk2?",\s*"unit":\s*"us"/,
  recognizesJson: (document) =>
    isObject(document) &&
    (document.tool === 'wrk' || document.tool === 'wrk2') &&
    document.unit === 'us' &&
    'latency' in document,
  shape: (z) =>
    z.object({
      tool: z.enum(['wrk', 'wrk2']),
      duration: z.number().positive(),
      requests: z.number().nonnegative(),
      errors: z.object({
        connect: z.number(),
        read: z.number(),
        write: z.number(),
        status: z.number(),
        timeout: z.number(),
      }),
      latency: z.object({
        min: z.number(),
        max: z.number(),
        mean: z.number(),
        percentiles: z.record(z.string().regex(/^\d+(?:\.\d+)?$/), z.number()),
      }),
      histogram: z.array(z.array(z.number())).optional(),
    }),
  run({ tool: name, duration, requests, errors, latency, histogram }) {
    const { status, ...unanswered } = errors
    const lost = Object.values(unanswered).reduce((sum, count) => sum + count, 0)
    if (requests + lost === 0) throw new UserError(`${name} made no request: nothing was measured.`)
    const counted = histogram?.reduce((sum, [, count = 0]) => sum + count, 0) ?? null
    const allFailed = status >= requests
    const stats = new Map([
      ['avg', latency.mean / 1000],
      ['min', latency.min / 1000],
      ['max', latency.max / 1000],
      ...Object.entries(latency.percentiles).map(([percent, value]) => [`p${percent}`, value / 1000] as const),
    ])
    const why = noneSucceeded(requests + lost)
    const latencies: Measurement = {
      ...LATENCY_FIELDS,
      population: 'all',
      central: 'p95',
      sampleCount: allFailed ? 0 : (counted ?? (name === 'wrk' ? requests : null)),
      stats: allFailed ? new Map() : stats,
      unusable: allFailed ? new Map([...stats.keys()].map((stat) => [stat, why])) : new Map(),
    }
    const seconds = duration / 1e6
    return {
      format: 'wrk',
      tool: name,
      basis: name === 'wrk' ? 'closed load' : 'open load',
      toolVersion: null,
      durationMs: duration / 1000,
      scriptHash: null,
      measurements: [latencies, errorShare(status + lost, requests + lost), throughput(requests, requests / seconds)],
      thresholds: [],
      notes: [
        ...(errors.timeout > 0
          ? [
              text`${errors.timeout} requests had no answer within the time-out of ${name}, which is 2 s unless --timeout says otherwise. They count as errors, and the latency of the others looks better than the service was.`,
            ]
          : []),
        ...[timeoutNote(latency.max / 1000)].filter((note) => note !== null),
        ...(status > 0 ? [text`${status} answers have an error status, and their times count like the others.`] : []),
        ...(name === 'wrk' && counted !== null && counted > requests
          ? [
              text`${counted - requests} of ${counted} latencies were added by wrk itself, which corrects for requests that it did not send. There are more on a busy machine.`,
            ]
          : []),
        ...(name === 'wrk2' && seconds < WRK2_MIN_S
          ? [
              text`wrk2 leaves its first ${WRK2_CALIBRATION_S} s out, and ran for ${seconds.toFixed(0)} s: run it for at least ${WRK2_MIN_S} s.`,
            ]
          : []),
      ],
    }
  },
})

export const wrk: readonly Format[] = [line]

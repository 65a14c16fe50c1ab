import { UserError } from '../model/errors.ts'
import type { Measurement } from '../model/measurement.ts'
import type { ReadOptions } from '../model/read-options.ts'
import type { Run } from '../model/run.ts'
import { type Text, text } from '../model/text.ts'
import type { Format } from './format.ts'
import { ghzTool } from './ghz.ts'
import { PERCENTILES, PROBABILITIES } from './percentiles.ts'
import { quantilesInPlace } from './quantiles-in-place.ts'
import { selectionOf } from './read-options.ts'
import { errorShare, LATENCY_FIELDS, noneSucceeded, throughput } from './request-measurements.ts'
import { createTextLines } from './text-lines.ts'
import { createTimeoutWatch, SHORTEST_WATCHED_MS } from './timeout-watch.ts'

/**
 * Time, status and error text. ghz does not quote the error text, which may contain commas and quotes, so a CSV reader
 * would fail.
 */
const ROW = /^(\d+(?:\.\d+)?),([A-Za-z]+),(.*)$/

/** The times have two decimals. */
const STEP_MS = 0.01

type Calls = Readonly<{ okMs: Float64Array; all: number; cut: number; timeoutNote: Text | null }>

/**
 * `ghz -O csv`: one row per call, without dates and without the name of the method. Other facts of the JSON are missing
 * too.
 * https://github.com/bojand/ghz/blob/v0.121.0/printer/template.go
 */
export const ghzCsv: Format = {
  id: 'ghz-csv',
  tool: ghzTool,
  title: 'ghz -O csv',
  content: 'summary',
  aside: {
    what: 'The file is the CSV of ghz, with times of two decimals and without dates.',
    advice: 'Write JSON: ghz -O json -o FILE.',
  },
  recognizes: (prefix) =>
    /^\s*duration \(ms\),status,error\r?\n/.test(new TextDecoder().decode(prefix.subarray(0, 64))),
  parse: (chunks, options) => read([chunks], options),
  merge: read,
}

async function read(parts: readonly AsyncIterable<Uint8Array>[], options: ReadOptions): Promise<Run> {
  const calls = await Promise.all(parts.map(callsOf))
  const all = calls.reduce((sum, one) => sum + one.all, 0)
  const cut = calls.reduce((sum, one) => sum + one.cut, 0)
  if (all === 0) throw new UserError('ghz made no call that counts: nothing was measured.')
  const okMs = Float64Array.from(calls.flatMap((one) => [...one.okMs]))
  return {
    format: 'ghz-csv',
    tool: ghzTool.name,
    basis: 'CSV',
    toolVersion: null,
    durationMs: null,
    scriptHash: null,
    measurements: [latencyOf(okMs, all), errorShare(all - okMs.length, all), throughput(all, null)],
    thresholds: [],
    notes: [
      text`The CSV of ghz has no dates, so throughput is not known and the warm-up cannot be left out. The JSON (-O json) has dates.`,
      ...(cut > 0
        ? [text`${cut} calls at the end that were cancelled do not count: they were in flight when the time was over.`]
        : []),
      ...calls.flatMap(({ timeoutNote }) => (timeoutNote === null ? [] : [timeoutNote])),
    ],
    ...selectionOf(options, null),
  }
}

async function callsOf(chunks: AsyncIterable<Uint8Array>): Promise<Calls> {
  const okMs: number[] = []
  const timeouts = createTimeoutWatch()
  let all = 0
  let cancelledInARow = 0
  const lines = createTextLines((line) => {
    // An error text may contain a line break. The rest of such a text is not a row.
    const [, time, status] = ROW.exec(line) ?? []
    if (time === undefined) return
    all += 1
    cancelledInARow = status === 'Canceled' ? cancelledInARow + 1 : 0
    if (Number(time) >= SHORTEST_WATCHED_MS) timeouts.see(Number(time))
    if (status === 'OK') okMs.push(Number(time))
  })
  for await (const chunk of chunks) lines.push(chunk)
  lines.end()
  // With -z, the calls in flight at the end are cancelled: https://github.com/bojand/ghz/issues/370.
  return {
    okMs: Float64Array.from(okMs),
    all: all - cancelledInARow,
    cut: cancelledInARow,
    timeoutNote: timeouts.note(),
  }
}

function latencyOf(okMs: Float64Array, all: number): Measurement {
  const isEmpty = okMs.length === 0
  const why = noneSucceeded(all)
  const simple: readonly (readonly [string, number])[] = [
    ['avg', okMs.reduce((sum, value) => sum + value, 0) / okMs.length],
    ['min', okMs.reduce((least, value) => Math.min(least, value), Infinity)],
    ['max', okMs.reduce((most, value) => Math.max(most, value), 0)],
  ]
  const quantiles = isEmpty ? [] : quantilesInPlace(okMs, PROBABILITIES)
  return {
    ...LATENCY_FIELDS,
    population: 'successful',
    central: 'p95',
    sampleCount: okMs.length,
    stats: new Map(
      isEmpty ? [] : [...simple, ...PERCENTILES.map(([stat], index) => [stat, quantiles[index] ?? 0] as const)],
    ),
    unusable: new Map(isEmpty ? PERCENTILES.map(([stat]) => [stat, why]) : []),
    steps: new Map(PERCENTILES.map(([stat]) => [stat, STEP_MS])),
  }
}

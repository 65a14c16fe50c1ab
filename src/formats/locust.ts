import { UserError } from '../model/errors.ts'
import { isObject } from '../model/json-object.ts'
import type { Measurement } from '../model/measurement.ts'
import type { ReadOptions } from '../model/read-options.ts'
import type { Run } from '../model/run.ts'
import { withoutSecrets } from '../model/secret.ts'
import { text } from '../model/text.ts'
import { beganAt } from './began-at.ts'
import { documentFormat, type ShapeParts } from './document-format.ts'
import { quote } from './foreign-json.ts'
import type { Format } from './format.ts'
import { PERCENTILES } from './percentiles.ts'
import type { LineScanner } from './point-receiver.ts'
import { errorShare, LATENCY_FIELDS, noneSucceeded, throughput } from './request-measurements.ts'
import { type RequestReceiver, readRequests } from './requests.ts'
import { createRowScanner } from './row-scanner.ts'
import { timeoutNote } from './timeout-watch.ts'
import { type Aside, type Tool, wholeWith } from './tool.ts'

const NAME = 'Locust'

export const LOCUST_CSV_ADVICE =
  'Give the request log (CsvRequestLogger) or --json-file: this file lacks the last requests of the run, and its times move in steps of up to 10 %.'

const NO_TIMES = 'It has no times. Give the request log (CsvRequestLogger) or --json-file.'

const ASIDES: readonly Aside[] = [
  {
    recognizes: (start) => /^"?Timestamp"?,"?User Count/i.test(start),
    what: 'The file is the history CSV of Locust.',
    advice: LOCUST_CSV_ADVICE,
  },
  {
    recognizes: (start) => /^"?(?:Method|Type)"?,"?Name"?,"?Error"?,/i.test(start),
    what: 'The file is the failures CSV of Locust.',
    advice: NO_TIMES,
  },
  {
    recognizes: (start) => /^"?Count"?,"?Message"?,"?Traceback/i.test(start),
    what: 'The file is the exceptions CSV of Locust.',
    advice: NO_TIMES,
  },
  {
    recognizes: (start) => /^\d{9,}\.\d+,[A-Z]+,.*,\d+(?:\.\d+)?,\d+,\d*,/.test(start),
    what: 'The file has rows of a request log of Locust, and not its first line, which names the columns.',
    advice: 'Give the whole file, as the listener wrote it.',
  },
  {
    recognizes: (start) => /^\[[^\]\n]+\] \S+\/INFO\/locust\.main: /m.test(start),
    what: 'The file is what Locust prints, with times of whole milliseconds.',
    advice: 'Give the request log (CsvRequestLogger) or --json-file.',
  },
]

/**
 * Locust exits with 1 if any request failed. The run is complete. https://docs.locust.io/en/2.47.0/configuration.html
 */
export const locustTool: Tool = {
  name: NAME,
  joins: false,
  asides: ASIDES,
  exitCode: wholeWith(NAME, [0, 1], 'it did not finish'),
}

const COLUMNS = ['timestamp', 'request_type', 'name', 'response_time_ms', 'response_length', 'status_code', 'exception']

/**
 * The log of all requests, written by `locust.contrib.csv_request_logger` since Locust 2.44, or by a listener with the
 * same columns. Durations are in milliseconds; `timestamp` is the start, in seconds. A failed request has a text in
 * `exception`, even if it has a status code.
 * https://github.com/locustio/locust/blob/2.47.0/locust/contrib/csv_request_logger.py
 */
const requestLog: Format = {
  id: 'locust-request-log',
  tool: locustTool,
  title: 'Locust request log',
  content: 'points',
  recognizes: (prefix) =>
    new TextDecoder()
      .decode(prefix.subarray(0, 256))
      .replace(/^\ufeff/, '')
      .startsWith(`${COLUMNS.slice(0, 4).join(',')},`),
  parse: (chunks, options) => readLog([chunks], options),
  merge: readLog,
}

async function readLog(parts: readonly AsyncIterable<Uint8Array>[], options: ReadOptions): Promise<Run> {
  return readRequests(
    { id: 'locust-request-log', tool: NAME, basis: 'request log', createScanner: createLogScanner },
    parts,
    options,
  )
}

function createLogScanner(receiver: RequestReceiver): LineScanner {
  let places: ReadonlyMap<string, number> | null = null
  return createRowScanner({
    delimiterOf: () => ',',
    read(fields, row) {
      if (places === null || fields[0]?.replace(/^\ufeff/, '') === 'timestamp') {
        places = placesOf(fields)
        return
      }
      const at = (column: string) => fields[places?.get(column) ?? -1] ?? ''
      const [start, time] = [at('timestamp'), at('response_time_ms')]
      const [startMs, durationMs] = [Number(start) * 1000, Number(time)]
      if (fields.length < places.size || start === '' || time === '' || !(startMs > 0) || !(durationMs >= 0)) {
        throw new UserError(
          text`Row ${row} of the request log has ${fields.length} fields, the timestamp ${quote(start)} and the response time ${quote(time)}. The file is damaged.`,
        )
      }
      const number = receiver.numberOf(`${at('request_type')} ${at('name')}`)
      receiver.add(number, startMs + durationMs, durationMs, at('exception') !== '')
    },
    end() {},
  })
}

function placesOf(header: readonly string[]): ReadonlyMap<string, number> {
  const places = new Map(header.map((column, index) => [column.replace(/^\ufeff/, ''), index]))
  const absent = COLUMNS.find((column) => !places.has(column))
  if (absent !== undefined)
    throw new UserError(`The request log of Locust has no column ${absent}. Keep all columns of CsvRequestLogger.`)
  return places
}

function entriesShape(z: ShapeParts) {
  return z.array(
    z.object({
      name: z.string(),
      method: z.string().nullable(),
      num_requests: z.number().nonnegative(),
      num_none_requests: z.number().nonnegative(),
      num_failures: z.number().nonnegative(),
      total_response_time: z.number().nonnegative(),
      max_response_time: z.number(),
      min_response_time: z.number().nullable(),
      start_time: z.number(),
      last_request_timestamp: z.number().nullable(),
      response_times: z.record(z.string(), z.number().nonnegative()),
    }),
  )
}

type Entry = ReturnType<ReturnType<typeof entriesShape>['parse']>[number]

/**
 * `--json` and `--json-file`. Counts and means are exact. Times are counted in buckets of two digits, so a p95 moves in
 * steps of up to 10 %. Failed requests are included.
 * https://github.com/locustio/locust/blob/2.47.0/locust/stats.py, `StatsEntryDict` and `bucket_response_time`
 */
const json = documentFormat<readonly Entry[]>({
  id: 'locust-json',
  tool: locustTool,
  title: 'Locust --json-file',
  content: 'summary',
  beginning: /^\[\s*\{[^{}]*"num_requests":/,
  recognizesJson: (document) =>
    Array.isArray(document) &&
    isObject(document[0]) &&
    'num_requests' in document[0] &&
    'response_times' in document[0],
  shape: entriesShape,
  run(entries) {
    const all = sumOfEntries(entries)
    if (all.num_requests === 0)
      throw new UserError('Locust made no request: nothing was measured. Does any user have a task?')
    const durationMs = ((all.last_request_timestamp ?? 0) - all.start_time) * 1000
    return {
      format: 'locust-json',
      tool: NAME,
      basis: 'JSON buckets',
      toolVersion: null,
      durationMs: durationMs > 0 ? durationMs : null,
      ...beganAt(all.start_time * 1000),
      scriptHash: null,
      measurements: [
        ...measurementsOf(all, null, durationMs),
        ...entries
          .filter(({ num_requests }) => num_requests > 0)
          .flatMap((one) => measurementsOf(one, withoutSecrets(`${one.method ?? ''} ${one.name}`.trim()), durationMs)),
      ],
      thresholds: [],
      notes: [
        text`Locust counts times in buckets of two digits: percentiles move in steps. The request log has all digits.`,
        ...[timeoutNote(all.max_response_time)].filter((note) => note !== null),
        ...(all.num_failures > 0
          ? [text`The latency is that of all requests, failed ones included. The request log tells them apart.`]
          : []),
      ],
    }
  },
})

export const locust: readonly Format[] = [requestLog, json]

function sumOfEntries(entries: readonly Entry[]): Entry {
  const sum = (read: (entry: Entry) => number) => entries.reduce((total, entry) => total + read(entry), 0)
  const buckets = new Map<string, number>()
  for (const { response_times } of entries)
    for (const [time, count] of Object.entries(response_times)) buckets.set(time, (buckets.get(time) ?? 0) + count)
  const made = entries.filter(({ num_requests }) => num_requests > 0)
  return {
    name: '',
    method: null,
    num_requests: sum((one) => one.num_requests),
    num_none_requests: sum((one) => one.num_none_requests),
    num_failures: sum((one) => one.num_failures),
    total_response_time: sum((one) => one.total_response_time),
    max_response_time: Math.max(...made.map((one) => one.max_response_time)),
    min_response_time: Math.min(...made.map((one) => one.min_response_time ?? 0)),
    start_time: Math.min(...made.map((one) => one.start_time)),
    last_request_timestamp: Math.max(...made.map((one) => one.last_request_timestamp ?? 0)),
    response_times: Object.fromEntries(buckets),
  }
}

function measurementsOf(entry: Entry, endpoint: string | null, durationMs: number): readonly Measurement[] {
  const { num_requests: requests, num_failures: failures, num_none_requests: without } = entry
  const timed = requests - without
  const rate = durationMs > 0 ? (requests * 1000) / durationMs : null
  return [
    latencyOf(entry, endpoint, timed),
    { ...errorShare(failures, requests), endpoint },
    { ...throughput(requests, rate), endpoint },
  ]
}

function latencyOf(entry: Entry, endpoint: string | null, timed: number): Measurement {
  const buckets = Object.entries(entry.response_times)
    .map(([time, count]) => [Number(time), count] as const)
    .sort(([left], [right]) => left - right)
  const problem =
    timed <= 0 || buckets.length === 0
      ? text`no samples`
      : entry.num_failures >= entry.num_requests
        ? noneSucceeded(entry.num_requests)
        : null
  const percentiles = PERCENTILES.map(([stat, share]) => [stat, bucketAt(buckets, share)] as const)
  const base = {
    ...LATENCY_FIELDS,
    endpoint,
    population: 'all',
    ...(endpoint === null ? { central: 'p95' } : {}),
    sampleCount: problem === null ? timed : 0,
  } as const
  if (problem !== null) {
    return { ...base, stats: new Map(), unusable: new Map(['avg', 'p50', 'p95', 'p99'].map((stat) => [stat, problem])) }
  }
  return {
    ...base,
    stats: new Map<string, number>([
      ['avg', entry.total_response_time / timed],
      ['min', entry.min_response_time ?? 0],
      ['max', entry.max_response_time],
      ...percentiles,
    ]),
    unusable: new Map(),
    steps: new Map(percentiles.map(([stat, value]) => [stat, stepAt(buckets, value)])),
  }
}

/** The bucket that contains the request number ceil(n · share). */
function bucketAt(buckets: readonly (readonly [number, number])[], share: number): number {
  const all = buckets.reduce((sum, [, count]) => sum + count, 0)
  let seen = 0
  for (const [time, count] of buckets) {
    seen += count
    if (seen >= share * all - 1e-9) return time
  }
  return Number.NaN
}

/**
 * The width of the buckets around a time. A load test may replace `bucket_response_time`, so the width is measured: all
 * times with the same number of digits are multiples of it. With too few times, the default width of Locust is assumed.
 */
function stepAt(buckets: readonly (readonly [number, number])[], time: number): number {
  const digits = Math.floor(Math.log10(Math.max(time, 1)))
  const standard = Math.max(1, 10 ** (digits - 1))
  const sameLength = buckets.map(([key]) => key).filter((key) => Math.floor(Math.log10(Math.max(key, 1))) === digits)
  if (sameLength.length < 5 || !sameLength.every(Number.isInteger)) return standard
  return sameLength.reduce(greatestCommonDivisor)
}

function greatestCommonDivisor(left: number, right: number): number {
  return right === 0 ? left : greatestCommonDivisor(right, left % right)
}

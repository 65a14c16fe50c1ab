import { UserError } from '../model/errors.ts'
import { isObject, type JsonObject } from '../model/json-object.ts'
import type { ReadOptions } from '../model/read-options.ts'
import type { Run } from '../model/run.ts'
import { name, type Text, text } from '../model/text.ts'
import { quote } from './foreign-json.ts'
import type { Format } from './format.ts'
import { streamArray } from './json-array.ts'
import type { LineScanner } from './point-receiver.ts'
import { type RequestReceiver, readRequests } from './requests.ts'
import { type Tool, wholeWith } from './tool.ts'

const NAME = 'ghz'

/** ghz exits with 0 even if all calls failed because the server was down. It exits with 1 for invalid options. */
export const ghzTool: Tool = {
  name: NAME,
  joins: true,
  asides: [
    {
      recognizes: (start) => /^(?:# TYPE ghz_run_|ghz_run|ghz_detail)/.test(start),
      what: 'The file is what ghz writes for Prometheus or InfluxDB.',
      advice: 'Write JSON: ghz -O json -o FILE.',
    },
    {
      recognizes: (start) => /^\s*\d+(?:\.\d+)?%\s+[\d.]+[KMG]iB \/ /.test(start),
      what: 'The file is docker stats, as grpc_bench keeps them beside its reports.',
      advice: 'Give the report of ghz beside it.',
    },
  ],
  exitCode: wholeWith(NAME, [0], 'its options were not understood'),
}

/**
 * `ghz -O json` and `-O pretty`, one file per method. All numbers come from `details`, which has one entry per call
 * with times in nanoseconds. The statistics in the file are not used, because `--count-errors` decides whether they
 * include failed calls.
 * https://github.com/bojand/ghz/blob/v0.121.0/runner/reporter.go
 */
const json: Format = {
  id: 'ghz',
  tool: ghzTool,
  title: 'ghz -O json',
  content: 'points',
  recognizes(prefix) {
    const start = new TextDecoder().decode(prefix)
    return (
      /^\s*\{\s*"(?:name|date)":/.test(start) && /"endReason":/.test(start) && /"options":\s*\{\s*"call":/.test(start)
    )
  },
  parse: (chunks, options) => read([chunks], options),
  merge: read,
}

export const ghz: readonly Format[] = [json]

async function read(parts: readonly AsyncIterable<Uint8Array>[], options: ReadOptions): Promise<Run> {
  const notes: Text[] = []
  const bases = new Set<string>()
  const run = await readRequests(
    {
      id: 'ghz',
      tool: NAME,
      createScanner: (receiver) =>
        createScanner(receiver, (report) => {
          notes.push(...report.notes)
          bases.add(report.basis)
        }),
      facts: () => ({ toolVersion: null, notes }),
    },
    parts,
    options,
  )
  return { ...run, basis: [...bases].sort().join(' and ') }
}

type Call = Readonly<{ startMs: number; durationMs: number; status: string; error: string }>

function createScanner(
  receiver: RequestReceiver,
  tell: (report: Readonly<{ notes: readonly Text[]; basis: string }>) => void,
): LineScanner {
  const calls: Call[] = []
  const { push, end } = streamArray('details', (entry) => calls.push(callOf(entry)))
  return {
    push,
    end() {
      const report = end()
      if (!isObject(report) || !isObject(report.options))
        throw new UserError('The file of ghz has no options. It is damaged or was edited.')
      const { options } = report
      const method = typeof options.call === 'string' ? options.call : ''
      const cut = cutAtTheEnd(calls, report, options)
      const number = receiver.numberOf(method)
      for (const call of calls) {
        if (cut.has(call)) continue
        const { startMs, durationMs, status } = call
        receiver.add(number, startMs + durationMs, durationMs, status !== 'OK')
      }
      tell({
        notes: notesOf(method, calls, cut.size, report),
        basis: options.async === true ? 'open load' : 'closed load',
      })
    },
  }
}

function callOf(entry: unknown): Call {
  if (!isObject(entry))
    throw new UserError(text`A call of ghz is ${quote(entry)}, not an object. The file is damaged or was edited.`)
  const { timestamp, latency, status, error } = entry
  const startMs = typeof timestamp === 'string' ? Date.parse(timestamp) : Number.NaN
  if (!Number.isFinite(startMs) || typeof latency !== 'number' || !(latency >= 0) || typeof status !== 'string') {
    throw new UserError(
      text`A call of ghz has the timestamp ${quote(timestamp)}, the latency ${quote(latency)} and the status ${quote(status)}. The file is damaged or was edited.`,
    )
  }
  return { startMs, durationMs: latency / 1e6, status, error: typeof error === 'string' ? error : '' }
}

/**
 * The calls that were cancelled at the end. With `-z`, each worker has one call in flight when the time is over, and it
 * is cancelled, also in a healthy run: https://github.com/bojand/ghz/issues/370. These calls show nothing about the
 * service.
 */
function cutAtTheEnd(
  calls: readonly Call[],
  { endReason }: JsonObject,
  { concurrency }: JsonObject,
): ReadonlySet<Call> {
  if (endReason !== 'timeout' || typeof concurrency !== 'number') return new Set()
  const last = calls.toSorted((left, right) => left.startMs - right.startMs).slice(-concurrency)
  return new Set(
    last.filter(({ status, error }) => status === 'Canceled' || (status === 'Unavailable' && /closing/.test(error))),
  )
}

function notesOf(method: string, calls: readonly Call[], cut: number, { count }: JsonObject): readonly Text[] {
  const deadlines = calls.filter(({ status }) => status === 'DeadlineExceeded').length
  return [
    ...(cut > 0
      ? [
          text`${cut} calls of ${name(method)} that were in flight when the time was over do not count. With --duration-stop wait there are none.`,
        ]
      : []),
    ...(deadlines > 0
      ? [
          text`${deadlines} calls of ${name(method)} ended at their deadline and count as failed: the latency of the others looks better than the service was.`,
        ]
      : []),
    ...(typeof count === 'number' && count > calls.length
      ? [
          text`ghz made ${count} calls of ${name(method)} and wrote ${calls.length} of them: it keeps at most 1,000,000.`,
        ]
      : []),
  ]
}

import { UserError } from '../model/errors.ts'
import type { Measurement } from '../model/measurement.ts'
import type { ReadOptions } from '../model/read-options.ts'
import type { Run } from '../model/run.ts'
import { text } from '../model/text.ts'
import type { Format } from './format.ts'
import { ghzTool } from './ghz.ts'
import { decodeUtf8, joinChunks } from './json-document.ts'
import { narrowsSamples, selectionOf } from './read-options.ts'
import { errorShare, LATENCY_FIELDS, noneSucceeded, throughput } from './request-measurements.ts'

/**
 * The units in which ghz prints a time: https://github.com/bojand/ghz/blob/v0.121.0/printer/printer.go,
 * `formatNanoUnit`.
 */
const MILLISECONDS: Readonly<Record<string, number>> = { ns: 1e-6, µs: 1e-3, us: 1e-3, ms: 1, s: 1000 }

/**
 * The text that ghz prints for one method. grpc_bench saves it for each implementation as `NAME_bench.report`
 * (https://github.com/LesnyRumcajs/grpc_bench, bench.sh). Times have two decimals, and percentiles are of successful
 * calls.
 */
export const ghzSummary: Format = {
  id: 'ghz-summary',
  tool: ghzTool,
  title: 'ghz summary text',
  content: 'summary',
  // grpc_bench saves the texts of all implementations in the same folder.
  isWholeRun: true,
  recognizes: (prefix) => {
    const start = new TextDecoder().decode(prefix.subarray(0, 8192))
    return /^\s*Summary:\s+(?:Name:.*\s+)?Count:\s/.test(start) && /Requests\/sec:/.test(start)
  },
  parse,
  merge: async () => {
    throw new UserError('Texts of ghz cannot be merged. Write JSON: ghz -O json, or give each a service of its own.')
  },
}

async function parse(chunks: AsyncIterable<Uint8Array>, options: ReadOptions): Promise<Run> {
  const printed = decodeUtf8(await joinChunks(chunks))
  if (!printed.endsWith('\n'))
    throw new UserError('The last line has no end. The file is truncated: was ghz killed while it wrote?')
  const statuses = new Map(
    [...printed.matchAll(/^\s*\[(\w+)\]\s+(\d+) responses\s*$/gm)].map(([, status = '', count]) => [
      status,
      Number(count),
    ]),
  )
  const counted = [...statuses.values()].reduce((sum, count) => sum + count, 0)
  if (counted === 0) {
    throw new UserError(`The text of ghz has no status codes: nothing was answered, or the end of the file is missing.`)
  }
  const cut = Number(
    /^\s*\[(\d+)\]\s+rpc error: code = Canceled desc = .*connection is closing/m.exec(printed)?.[1] ?? 0,
  )
  const ok = statuses.get('OK') ?? 0
  const calls = counted - cut
  const seconds = (timeAt(printed, /^\s*Total:\s+(.*)$/m) ?? 0) / 1000
  return {
    format: 'ghz-summary',
    tool: ghzTool.name,
    basis: 'text summary',
    toolVersion: null,
    durationMs: seconds > 0 ? seconds * 1000 : null,
    scriptHash: null,
    measurements: [
      latencyOf(printed, ok, calls),
      errorShare(calls - ok, calls),
      throughput(calls, seconds > 0 ? calls / seconds : null),
    ],
    thresholds: [],
    notes: [
      text`The text of ghz has times of two decimals and no single calls. With -O json each method is judged, and the warm-up can be left out.`,
      ...(cut > 0 ? [text`${cut} calls that were in flight when the time was over do not count.`] : []),
      ...(narrowsSamples(options)
        ? [text`The policy excludes or filters samples. A text cannot be trimmed: it holds the whole run.`]
        : []),
    ],
    ...selectionOf(options, null),
  }
}

function latencyOf(printed: string, ok: number, calls: number): Measurement {
  const stats = new Map<string, number>()
  const steps = new Map<string, number>()
  for (const [, percent = '', time = ''] of printed.matchAll(/^\s*(\d+) % in (.*?)\s*$/gm)) {
    const value = millisecondsOf(time)
    if (value === null) continue
    stats.set(`p${percent}`, value)
    steps.set(`p${percent}`, (MILLISECONDS[time.split(' ')[1] ?? ''] ?? 1) / 100)
  }
  const problem = ok === 0 ? noneSucceeded(calls) : stats.has('p95') ? null : text`the text has no latency distribution`
  return {
    ...LATENCY_FIELDS,
    population: 'successful',
    central: 'p95',
    sampleCount: ok,
    stats: problem === null ? stats : new Map(),
    unusable: problem === null ? new Map() : new Map(['p50', 'p95', 'p99'].map((stat) => [stat, problem])),
    steps,
  }
}

function timeAt(printed: string, line: RegExp): number | null {
  return millisecondsOf(line.exec(printed)?.[1]?.trim() ?? '')
}

/** Milliseconds of a printed time such as `28.50 ms`. null: it is not a time. */
function millisecondsOf(printed: string): number | null {
  const [number, unit = ''] = printed.split(' ')
  const factor = MILLISECONDS[unit]
  return factor === undefined || !/^\d+(?:\.\d+)?$/.test(number ?? '') ? null : Number(number) * factor
}

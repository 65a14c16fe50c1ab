import { UserError } from '../model/errors.ts'
import type { Measurement } from '../model/measurement.ts'
import type { ReadOptions } from '../model/read-options.ts'
import type { Run } from '../model/run.ts'
import { text } from '../model/text.ts'
import type { Format } from './format.ts'
import { decodeUtf8, joinChunks } from './json-document.ts'
import { selectionOf } from './read-options.ts'
import { errorShare, LATENCY_FIELDS, noneSucceeded, throughput } from './request-measurements.ts'
import { WRK_SCRIPT_ADVICE, wrkTool } from './wrk.ts'

const WHY = text`The text of wrk has no p95, and its times have two or three digits: they are shown and not judged. Let perf-gate.lua write a line of JSON.`

/** The units that wrk prints: `83.33m` are minutes. `units.c` in https://github.com/wg/wrk/tree/4.2.0 */
const MILLISECONDS: Readonly<Record<string, number>> = { us: 1e-3, ms: 1, s: 1000, m: 60_000, h: 3_600_000 }

/** The text that wrk and wrk2 print. It is used only if there is no other result, and is shown but not judged. */
export const wrkText: Format = {
  id: 'wrk-text',
  tool: wrkTool,
  title: 'the text of wrk',
  content: 'summary',
  aside: {
    what: 'The file is the text of wrk or wrk2: it has no p95, and its numbers are rounded to two or three digits.',
    advice: WRK_SCRIPT_ADVICE,
  },
  recognizes: (prefix) => /^Running \S+ test @ /.test(new TextDecoder().decode(prefix.subarray(0, 256))),
  parse,
  merge: async () => {
    throw new UserError(`Texts of wrk cannot be merged. ${WRK_SCRIPT_ADVICE}`)
  },
}

async function parse(chunks: AsyncIterable<Uint8Array>, options: ReadOptions): Promise<Run> {
  const printed = decodeUtf8(await joinChunks(chunks))
  const name = printed.includes('HdrHistogram') ? 'wrk2' : 'wrk'
  const [, requestText, seconds] = /^\s*(\d+) requests in ([\d.]+\w+),/m.exec(printed) ?? []
  const rate = /^Requests\/sec:\s+([\d.]+)$/m.exec(printed)?.[1]
  if (requestText === undefined || rate === undefined || !printed.endsWith('\n'))
    throw new UserError(`The text of ${name} has no last line: its end is missing. Was ${name} killed?`)
  const requests = Number(requestText)
  const status = Number(/^\s*Non-2xx or 3xx responses: (\d+)$/m.exec(printed)?.[1] ?? 0)
  const lost = [...(/^\s*Socket errors: (.*)$/m.exec(printed)?.[1] ?? '').matchAll(/\d+/g)].reduce(
    (sum, [count]) => sum + Number(count),
    0,
  )
  if (requests + lost === 0) throw new UserError(`${name} made no request: nothing was measured.`)
  return {
    format: 'wrk-text',
    tool: name,
    basis: 'text',
    toolVersion: null,
    durationMs: millisecondsOf(seconds),
    scriptHash: null,
    measurements: [
      latencyOf(printed, requests, status >= requests),
      errorShare(status + lost, requests + lost),
      throughput(requests, Number(rate)),
    ],
    thresholds: [],
    notes: [WHY],
    ...selectionOf(options, null),
  }
}

function latencyOf(printed: string, requests: number, allFailed: boolean): Measurement {
  const [, avg, max] = /^\s*Latency\s+(\S+)\s+\S+\s+(\S+)/m.exec(printed) ?? []
  const percentiles = [...printed.matchAll(/^\s*(\d+(?:\.\d+)?)%\s+([\d.]+[a-z]+)$/gm)]
    .filter(([, percent]) => Number(percent) < 100)
    .map(([, percent, time]) => [`p${Number(percent)}`, millisecondsOf(time)] as const)
  const all = [['avg', millisecondsOf(avg)] as const, ['max', millisecondsOf(max)] as const, ...percentiles]
  const known = all.flatMap(([stat, value]) => (value === null ? [] : [[stat, value] as const]))
  const why = noneSucceeded(requests)
  return {
    ...LATENCY_FIELDS,
    population: 'all',
    // Without --latency there are no percentiles.
    central: percentiles.length === 0 ? 'avg' : 'p90',
    sampleCount: allFailed ? 0 : requests,
    stats: new Map(allFailed ? [] : known),
    unusable: new Map(allFailed ? known.map(([stat]) => [stat, why]) : []),
    notJudged: new Map(known.map(([stat]) => [stat, WHY])),
  }
}

function millisecondsOf(printed: string | undefined): number | null {
  const [, number, unit = ''] = /^([\d.]+)([a-z]+)$/.exec(printed ?? '') ?? []
  const factor = MILLISECONDS[unit]
  return factor === undefined ? null : Number(number) * factor
}

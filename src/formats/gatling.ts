import type { ReadOptions } from '../model/read-options.ts'
import type { Run } from '../model/run.ts'
import { type Text, text } from '../model/text.ts'
import type { Format } from './format.ts'
import { createGatlingBinaryScanner, type GatlingLog } from './gatling-binary.ts'
import { createGatlingTextScanner } from './gatling-text.ts'
import type { LineScanner } from './point-receiver.ts'
import { type RequestReceiver, readRequests } from './requests.ts'
import { type Tool, wholeWith } from './tool.ts'

const NAME = 'Gatling'

/**
 * Exit code 2 means that an assertion of the simulation failed. The run is complete.
 * https://docs.gatling.io/concepts/assertions/
 */
const tool: Tool = {
  name: NAME,
  joins: false,
  asides: [
    {
      recognizes: (start) => /^---- Global Information ---|^={20,}\n.*GATLING|^> request count /m.test(start),
      what: 'The file is what Gatling prints, without single requests; its percentiles are wrong since 3.13.',
      advice: 'Give simulation.log, which lies in the folder of the report.',
    },
    {
      recognizes: (start) =>
        /"numberOfRequests"\s*:/.test(start) && /"(?:percentiles1|minResponseTime)"\s*:/.test(start),
      what: 'The file is a statistics JSON of the report of Gatling, without single requests.',
      advice: 'Give simulation.log, which lies in the folder of the report.',
    },
    {
      recognizes: (start) => /^(?:USER|REQUEST|GROUP)\t/.test(start),
      what: 'The file has lines of a Gatling log without its first lines, which say when the run started.',
      advice: 'Give the whole simulation.log.',
    },
  ],
  exitCode: wholeWith(NAME, [0, 2], 'the simulation could not be run'),
}

type ScannerOf = (receiver: RequestReceiver, log: GatlingLog) => LineScanner

/** `simulation.log` up to Gatling 3.12: lines of fields with tabs, see gatling-text.ts. */
const textLog: Format = {
  id: 'gatling-text',
  tool,
  title: 'Gatling simulation.log (text)',
  content: 'points',
  recognizes: (prefix) => /^(?:RUN|ASSERTION)\t/.test(new TextDecoder().decode(prefix.subarray(0, 64))),
  parse: (chunks, options) => read('gatling-text', createGatlingTextScanner, [chunks], options),
  merge: (parts, options) => read('gatling-text', createGatlingTextScanner, parts, options),
}

/** `simulation.log` since Gatling 3.13: binary records, see gatling-binary.ts. */
const binary: Format = {
  id: 'gatling-binary',
  tool,
  title: 'Gatling simulation.log (binary)',
  content: 'points',
  recognizes(prefix) {
    if (prefix[0] !== 0 || prefix.length < 12) return false
    const length = new DataView(prefix.buffer, prefix.byteOffset).getInt32(1)
    return length >= 3 && length <= 20 && /^\d+\.\d+/.test(new TextDecoder().decode(prefix.subarray(5, 5 + length)))
  },
  parse: (chunks, options) => read('gatling-binary', createGatlingBinaryScanner, [chunks], options),
  merge: (parts, options) => read('gatling-binary', createGatlingBinaryScanner, parts, options),
}

export const gatling: readonly Format[] = [textLog, binary]

async function read(
  id: string,
  scannerOf: ScannerOf,
  parts: readonly AsyncIterable<Uint8Array>[],
  options: ReadOptions,
): Promise<Run> {
  const log: GatlingLog = { version: null, started: 0, ended: 0, redirects: 0, withoutEnd: 0 }
  const createScanner = (receiver: RequestReceiver) => scannerOf(countingRedirects(receiver, log), log)
  const facts = () => ({ toolVersion: log.version, notes: notesOf(log) })
  return readRequests({ id, tool: NAME, stepMs: 1, createScanner, facts }, parts, options)
}

/**
 * Counts redirects. Gatling writes a redirect as a request of its own, named after the first request. The first request
 * then only covers the answer that redirects.
 */
function countingRedirects(receiver: RequestReceiver, log: GatlingLog): RequestReceiver {
  /** Whether the request with this number is a redirect. Names beyond the cap share a number and are not counted. */
  const areRedirects: boolean[] = []
  return {
    numberOf(name) {
      const number = receiver.numberOf(name)
      areRedirects[number] = (areRedirects[number] ?? true) && / Redirect \d+$/.test(name)
      return number
    },
    add(number, endMs, durationMs, isFailed) {
      if (areRedirects[number] === true) log.redirects += 1
      receiver.add(number, endMs, durationMs, isFailed)
    },
  }
}

function notesOf({ started, ended, redirects, withoutEnd }: GatlingLog): readonly Text[] {
  return [
    ...(redirects > 0
      ? [
          text`${redirects} requests are redirects, called "NAME Redirect 1". The time of NAME covers only the answer that redirects.`,
        ]
      : []),
    ...(started > ended
      ? [text`${started - ended} of ${started} users did not end: the simulation was stopped before they were done.`]
      : []),
    ...(withoutEnd > 0 ? [text`${withoutEnd} requests have no end, and do not count.`] : []),
  ]
}

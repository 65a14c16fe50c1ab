import { UserError } from '../model/errors.ts'
import type { ReadOptions } from '../model/read-options.ts'
import type { Run } from '../model/run.ts'
import { type Text, text } from '../model/text.ts'
import { createFastRows, createFieldMemory, fieldLength, type RowFields, wholeNumberAt } from './fast-rows.ts'
import { quote } from './foreign-json.ts'
import type { Format } from './format.ts'
import { createGatlingBinaryScanner, type GatlingLog } from './gatling-binary.ts'
import type { LineScanner } from './point-receiver.ts'
import { type RequestReceiver, readRequests } from './requests.ts'
import { createTextLines } from './text-lines.ts'
import { type Tool, wholeWith } from './tool.ts'

const NAME = 'Gatling'

/** 2: an assertion of the simulation failed, and the run is whole. https://docs.gatling.io/concepts/assertions/ */
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
      what: 'The file has lines of a log of Gatling, and not its beginning, which says when the run started.',
      advice: 'Give the whole simulation.log.',
    },
  ],
  exitCode: wholeWith(NAME, [0, 2], 'the simulation could not be run'),
}

type ScannerOf = (receiver: RequestReceiver, log: GatlingLog) => LineScanner

/** `simulation.log` up to Gatling 3.12: lines of tabbed fields. https://github.com/gatling/gatling/blob/v3.12.0/gatling-core/src/main/scala/io/gatling/core/stats/writer/LogFileDataWriter.scala */
const textLog: Format = {
  id: 'gatling-text',
  tool,
  title: 'Gatling simulation.log (text)',
  content: 'points',
  recognizes: (prefix) => /^(?:RUN|ASSERTION)\t/.test(new TextDecoder().decode(prefix.subarray(0, 64))),
  parse: (chunks, options) => read('gatling-text', createTextScanner, [chunks], options),
  merge: (parts, options) => read('gatling-text', createTextScanner, parts, options),
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
  const log: GatlingLog = { version: null, started: 0, ended: 0, redirects: 0, broken: 0 }
  const createScanner = (receiver: RequestReceiver) => scannerOf(countingRedirects(receiver, log), log)
  const facts = () => ({ toolVersion: log.version, notes: notesOf(log) })
  return readRequests({ id, tool: NAME, stepMs: 1, createScanner, facts }, parts, options)
}

/** A redirect is a request of its own, called after the first one, which is then only the answer that redirects. */
function countingRedirects(receiver: RequestReceiver, log: GatlingLog): RequestReceiver {
  const redirects = new Set<number>()
  const others = new Set<number>()
  return {
    numberOf(name) {
      const number = receiver.numberOf(name)
      // Names beyond the cap share a number, and are then not counted.
      if (!/ Redirect \d+$/.test(name)) others.add(number)
      if (others.has(number)) redirects.delete(number)
      else redirects.add(number)
      return number
    },
    add(number, endMs, durationMs, isFailed) {
      if (redirects.has(number)) log.redirects += 1
      receiver.add(number, endMs, durationMs, isFailed)
    },
  }
}

function notesOf({ started, ended, redirects, broken }: GatlingLog): readonly Text[] {
  return [
    ...(redirects > 0
      ? [
          text`${redirects} requests are redirects, called "NAME Redirect 1": the time of NAME is only that of the answer that redirects.`,
        ]
      : []),
    ...(started > ended
      ? [text`${started - ended} of ${started} users did not end: the simulation was stopped before they were done.`]
      : []),
    ...(broken > 0 ? [text`${broken} requests have no end, and do not count.`] : []),
  ]
}

const TAB = 0x09
const LETTER_R = 0x52
const LETTER_E = 0x45
const LETTER_O = 0x4f
const LETTER_K = 0x4b
/** REQUEST, groups, name, start, end, status, message. */
const REQUEST_FIELDS = 7

function createTextScanner(receiver: RequestReceiver, log: GatlingLog): LineScanner {
  const names = createFieldMemory((groups, name) => receiver.numberOf(nameOf(groups, name)))

  /** A request as nearly all lines are. The message is empty or a text that nobody needs. */
  function readFast(fields: RowFields): boolean {
    if (log.version === null || fields.count !== REQUEST_FIELDS) return false
    const { bytes, starts } = fields
    const start = starts[0] ?? 0
    if (bytes[start] !== LETTER_R || bytes[start + 1] !== LETTER_E || fieldLength(fields, 0) !== 7) return false
    const status = starts[5] ?? 0
    const isOk = bytes[status] === LETTER_O && bytes[status + 1] === LETTER_K
    const isKo = bytes[status] === LETTER_K && bytes[status + 1] === LETTER_O
    if (fieldLength(fields, 5) !== 2 || !(isOk || isKo)) return false
    const [fromMs, toMs] = [wholeNumberAt(fields, 3), wholeNumberAt(fields, 4)]
    if (fromMs < 1e11 || toMs >= 1e14 || toMs < fromMs) return false
    receiver.add(names(fields, 1, 2), toMs, toMs - fromMs, isKo)
    return true
  }

  const slow = createTextLines((line, number) => {
    const fields = line.split('\t')
    if (fields[0] === 'REQUEST') readRequest(fields, number, receiver)
    else if (fields[0] === 'USER') {
      if (fields.includes('START')) log.started += 1
      else if (fields.includes('END')) log.ended += 1
    } else if (fields[0] === 'RUN') {
      if (log.version !== null) {
        throw new UserError(`Line ${number} begins a second run in the same log. Give each run a folder of its own.`)
      }
      log.version = fields[5]?.trim() ?? ''
    } else if (!/^(?:GROUP|ERROR|ASSERTION|)$/.test(fields[0] ?? '')) {
      throw new UserError(
        text`Line ${number} of the log begins with ${quote(fields[0])}, which Gatling does not write. The file is damaged.`,
      )
    }
  })
  return createFastRows({ delimiter: () => TAB, hasQuotes: false, read: readFast }, slow)
}

function nameOf(groups: string, name: string): string {
  return [...groups.split(',').filter((group) => group !== ''), name].join(' / ')
}

/** Older versions have the scenario and the user before the groups, so the fields are counted from the status. */
function readRequest(fields: readonly string[], line: number, receiver: RequestReceiver): void {
  const status = fields.findIndex((field, index) => index >= 5 && (field === 'OK' || field === 'KO'))
  const [groups = '', name = '', start = '', end = ''] = status < 0 ? [] : fields.slice(status - 4, status)
  if (!/^\d{12,14}$/.test(start) || !/^\d{12,14}$/.test(end) || Number(end) < Number(start)) {
    throw new UserError(`Line ${line} is a request without a start, an end and OK or KO. The file is damaged.`)
  }
  const number = receiver.numberOf(nameOf(groups, name))
  receiver.add(number, Number(end), Number(end) - Number(start), fields[status] === 'KO')
}

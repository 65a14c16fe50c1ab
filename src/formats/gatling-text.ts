import { UserError } from '../model/errors.ts'
import { text } from '../model/text.ts'
import { isAt, textPattern } from './byte-pattern.ts'
import { createFastRows } from './fast-rows.ts'
import { createFieldMemory } from './field-memory.ts'
import { quote } from './foreign-json.ts'
import type { GatlingLog } from './gatling-binary.ts'
import { createGatlingTimes, TIMES_BYTES } from './gatling-times.ts'
import type { LineScanner } from './point-receiver.ts'
import type { RequestReceiver } from './requests.ts'
import { createTextLines } from './text-lines.ts'

const TAB = 0x09
const NEWLINE = 0x0a
const NOT_ASCII = 0x80
/** The two letters of a status as one 16-bit number. */
const OK = 0x4f4b
const KO = 0x4b4f
const REQUEST = textPattern('REQUEST\t')

/**
 * Streams the lines of a text `simulation.log`. A request has these fields with tabs between them: REQUEST, groups,
 * name, start, end, OK or KO, message.
 * https://github.com/gatling/gatling/blob/v3.12.0/gatling-core/src/main/scala/io/gatling/core/stats/writer/LogFileDataWriter.scala
 */
export function createGatlingTextScanner(receiver: RequestReceiver, log: GatlingLog): LineScanner {
  const names = createFieldMemory(TAB, 2, (groups = '', name = '') => receiver.numberOf(nameOf(groups, name)))
  const times = createGatlingTimes()

  /** Reads a request line of the usual shape. Its message is skipped. */
  function readFast(bytes: Uint8Array, view: DataView, start: number): number {
    if (log.version === null || !isAt(REQUEST, bytes, view, start)) return 0
    if (!names.find(bytes, start + REQUEST.bytes.length)) return 0
    const durationMs = times.read(bytes, view, names.end + 1)
    const status = names.end + 1 + TIMES_BYTES
    if (durationMs < 0 || status + 2 >= bytes.length || bytes[status + 2] !== TAB) return 0
    const result = view.getInt16(status)
    if (result !== OK && result !== KO) return 0
    const end = endOfLine(bytes, status + 3)
    if (end > 0) receiver.add(names.known(bytes, view), times.endMs, durationMs, result === KO)
    return end
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
  return createFastRows({ hasQuotes: false, read: readFast }, slow)
}

/** The position after the line break. 0 if there is none, or if the line is not ASCII. */
function endOfLine(bytes: Uint8Array, start: number): number {
  for (let at = start; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0
    if (byte === NEWLINE) return at + 1
    if (byte >= NOT_ASCII) break
  }
  return 0
}

function nameOf(groups: string, name: string): string {
  return [...groups.split(',').filter((group) => group !== ''), name].join(' / ')
}

/** Fields are counted backwards from the status, because older versions have scenario and user before the groups. */
function readRequest(fields: readonly string[], line: number, receiver: RequestReceiver): void {
  const status = fields.findIndex((field, index) => index >= 5 && (field === 'OK' || field === 'KO'))
  const [groups = '', name = '', start = '', end = ''] = status < 0 ? [] : fields.slice(status - 4, status)
  if (!/^\d{12,14}$/.test(start) || !/^\d{12,14}$/.test(end) || Number(end) < Number(start)) {
    throw new UserError(`Line ${line} is a request without a start, an end and OK or KO. The file is damaged.`)
  }
  const number = receiver.numberOf(nameOf(groups, name))
  receiver.add(number, Number(end), Number(end) - Number(start), fields[status] === 'KO')
}

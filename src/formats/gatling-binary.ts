import { UserError } from '../model/errors.ts'
import type { LineScanner } from './point-receiver.ts'
import type { RequestReceiver } from './requests.ts'

/** What a log tells besides its requests. */
export type GatlingLog = { version: string | null; started: number; ended: number; redirects: number; broken: number }

const RUN = 0
const REQUEST = 1
const USER = 2
const GROUP = 3
const ERROR = 4

const MAX_RECORD_BYTES = 16 * 1024 * 1024

/** Thrown where a record goes on in the next chunk; it is then read again from its start. */
const MORE = Symbol('more')

/**
 * Streams the records of a binary `simulation.log`, big-endian:
 *
 *     0 run      str version, str class, i64 startMs, str description, i32 n × str scenario, i32 n × (i32 length, bytes) assertion
 *     1 request  i32 n × cached group, cached name, i32 start, i32 end, bool ok, cached message
 *     2 user     i32 scenario, bool isStart, i32 time
 *     3 group    i32 n × cached group, i32 start, i32 end, i32 cumulated, bool ok
 *     4 error    cached message, i32 time
 *
 * Times are milliseconds after the start of the run. A str is its length in bytes, the bytes, and, where there are any, how they are coded:
 * 0 Latin-1, 1 UTF-16 (little-endian on the machines that run Gatling). A cached str is a number, and after a new one (0 or more) the str that
 * it stands for from then on; its negative stands for it again.
 * https://github.com/gatling/gatling/blob/v3.15.1/gatling-charts/src/main/scala/io/gatling/charts/stats/LogFileReader.scala
 */
export function createGatlingBinaryScanner(receiver: RequestReceiver, log: GatlingLog): LineScanner {
  const names = new Map<number, string>()
  let bytes = new Uint8Array()
  let view = new DataView(bytes.buffer)
  let at = 0
  let startMs = Number.NaN
  let requests = 0

  function push(chunk: Uint8Array): void {
    const joined = new Uint8Array(bytes.length + chunk.length)
    joined.set(bytes)
    joined.set(chunk, bytes.length)
    bytes = joined
    view = new DataView(bytes.buffer)
    let whole = 0
    at = 0
    try {
      while (at < bytes.length) {
        readRecord()
        whole = at
      }
    } catch (error) {
      if (error !== MORE) throw error
    }
    bytes = bytes.slice(whole)
    if (bytes.length > MAX_RECORD_BYTES)
      throw new UserError('A record of the log is longer than 16 MiB. The file is damaged.')
  }

  function end(): void {
    if (bytes.length === 0 && !Number.isNaN(startMs)) return
    throw new UserError(
      `The log ends in the middle of a record, after ${requests} whole requests: Gatling was killed while it wrote, or the disk was full. Measure again.`,
    )
  }

  function readRecord(): void {
    const kind = byte()
    if (Number.isNaN(startMs) !== (kind === RUN)) throw damaged(kind)
    if (kind === RUN) readRun()
    else if (kind === REQUEST) readRequest()
    else if (kind === USER) readUser()
    else if (kind === GROUP) {
      groups()
      skip(13)
    } else if (kind === ERROR) {
      cached()
      skip(4)
    } else throw damaged(kind)
  }

  function readRun(): void {
    const version = text()
    text()
    skip(8)
    const since = Number(view.getBigInt64(at - 8))
    text()
    repeat(text)
    repeat(() => skip(length()))
    log.version = version
    startMs = since
  }

  function readRequest(): void {
    const path = groups()
    const name = cached()
    const [from, to] = [integer(), integer()]
    const isFailed = byte() === 0
    cached()
    requests += 1
    // An answer that nobody waited for has no end.
    if (to < from) log.broken += 1
    else receiver.add({ name: [...path, name].join(' / '), endMs: startMs + to, durationMs: to - from, isFailed })
  }

  function readUser(): void {
    skip(4)
    const isStart = byte() !== 0
    skip(4)
    if (isStart) log.started += 1
    else log.ended += 1
  }

  function groups(): readonly string[] {
    const path: string[] = []
    repeat(() => path.push(cached()))
    return path
  }

  function cached(): string {
    const index = integer()
    if (index >= 0) {
      const name = text()
      names.set(index, name)
      return name
    }
    const known = names.get(-index)
    if (known === undefined)
      throw new UserError(
        `The log names something that it did not name before, at request ${requests + 1}. The file is damaged.`,
      )
    return known
  }

  function text(): string {
    const size = length()
    if (size === 0) return ''
    skip(size)
    const from = at - size
    return new TextDecoder(byte() === 0 ? 'latin1' : 'utf-16le').decode(bytes.subarray(from, from + size))
  }

  function repeat(read: () => void): void {
    for (let left = length(); left > 0; left -= 1) read()
  }

  /** A number of bytes or of things. */
  function length(): number {
    const value = integer()
    if (value < 0 || value > MAX_RECORD_BYTES)
      throw new UserError(`The log has a length of ${value}, at request ${requests + 1}. The file is damaged.`)
    return value
  }

  function integer(): number {
    skip(4)
    return view.getInt32(at - 4)
  }

  function byte(): number {
    skip(1)
    return view.getUint8(at - 1)
  }

  function skip(count: number): void {
    if (at + count > bytes.length) throw MORE
    at += count
  }

  function damaged(kind: number): UserError {
    return new UserError(
      `The log has a record of the kind ${kind} after ${requests} requests, which Gatling does not write. The file is damaged, or of a version that is not known.`,
    )
  }

  return { push, end }
}

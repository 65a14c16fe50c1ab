import { UserError } from '../model/errors.ts'
import { viewOf } from './byte-pattern.ts'
import { createCarriedBytes } from './carried-bytes.ts'
import type { LineScanner } from './point-receiver.ts'
import type { RequestReceiver } from './requests.ts'

/** What a log contains besides its requests. */
export type GatlingLog = {
  version: string | null
  started: number
  ended: number
  redirects: number
  withoutEnd: number
}

const RUN = 0
const REQUEST = 1
const USER = 2
const GROUP = 3
const ERROR = 4

const MAX_RECORD_BYTES = 16 * 1024 * 1024

/**
 * The limit for all names together. Each name is kept, because a later record may refer to it. A short name takes more
 * memory than its characters, so `NAME_CHARACTERS` are added for each name.
 */
const MAX_NAME_CHARACTERS = 64 * 1024 * 1024
const NAME_CHARACTERS = 64
/** Groups are blocks of a script, and no script nests them this deep. */
const MAX_GROUPS = 100
/** The limit of the tree of places. If every request has its own name, remembering places is of no use. */
const MAX_PLACES = 50_000

/**
 * Values by number. Gatling gives names small consecutive numbers, so an array serves. It is twice as fast as a Map,
 * and each request takes three lookups.
 */
type ByNumber<Value> = (Value | undefined)[]

/**
 * A group or request in the tree of all groups and requests. Thanks to the tree, the full name of a request is built
 * only once.
 */
type Place = { readonly path: readonly string[]; readonly inside: ByNumber<Place>; number: number | null }

function createPlace(path: readonly string[]): Place {
  return { path, inside: [], number: null }
}

/** The size of a usual request record: kind, number of groups (0), name, start, end, success and message. */
const USUAL_BYTES = 22

/** Thrown if a record continues in the next chunk. The record is then read again from its start. */
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
 * Times are milliseconds after the start of the run. A str is its length in bytes, the bytes, and, if there are any,
 * their coding: 0 for Latin-1, 1 for UTF-16 (little-endian on the machines that run Gatling). A cached str is a number.
 * A number of 0 or more is followed by a str and defines it; the negative number refers to that str later.
 * https://github.com/gatling/gatling/blob/v3.15.1/gatling-charts/src/main/scala/io/gatling/charts/stats/LogFileReader.scala
 */
export function createGatlingBinaryScanner(receiver: RequestReceiver, log: GatlingLog): LineScanner {
  const names: ByNumber<string> = []
  const carried = createCarriedBytes()
  let root = createPlace([])
  let places = 0
  let nameCharacters = 0
  let bytes: Uint8Array = new Uint8Array()
  let view = viewOf(bytes)
  let left = 0
  let at = 0
  let startMs = Number.NaN
  let requests = 0

  function push(chunk: Uint8Array): void {
    bytes = carried.followedBy(chunk)
    view = viewOf(bytes)
    let whole = 0
    at = 0
    try {
      while (at < bytes.length) {
        if (!readUsualRequest()) readRecord()
        whole = at
      }
    } catch (error) {
      if (error !== MORE) throw error
    }
    left = carried.leave(whole)
    if (left > MAX_RECORD_BYTES) throw new UserError('A record of the log is longer than 16 MiB. The file is damaged.')
  }

  function end(): void {
    if (left === 0 && !Number.isNaN(startMs)) return
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
      repeat(cached)
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
    const groups = length()
    if (groups > MAX_GROUPS) throw new UserError(`A request of the log is in ${groups} groups. The file is damaged.`)
    const path = Array.from({ length: groups + 1 }, cached)
    // Done after all names are read: a name that is defined anew empties the tree.
    const place = path.reduce(placeIn, root)
    const from = integer()
    const to = integer()
    const isFailed = byte() === 0
    cached()
    requests += 1
    // A request whose answer was not awaited has no end.
    if (to < from) log.withoutEnd += 1
    else receiver.add(numberOf(place), startMs + to, to - from, isFailed)
  }

  /**
   * Reads a request like nearly all: in no group, and with known names. Does the same as `readRequest`, twice as fast.
   */
  function readUsualRequest(): boolean {
    if (at + USUAL_BYTES > bytes.length || bytes[at] !== REQUEST || view.getInt32(at + 1) !== 0) return false
    const name = view.getInt32(at + 5)
    const from = view.getInt32(at + 9)
    const to = view.getInt32(at + 13)
    const message = view.getInt32(at + 18)
    if (name >= 0 || message >= 0 || to < from) return false
    const place = root.inside[-name]
    if (place === undefined || names[-message] === undefined) return false
    receiver.add(numberOf(place), startMs + to, to - from, bytes[at + 17] === 0)
    requests += 1
    at += USUAL_BYTES
    return true
  }

  /**
   * The place of a group or request inside another place. The path has the groups first and the name of the request
   * last.
   */
  function placeIn(place: Place, name: number): Place {
    const known = place.inside[name]
    if (known !== undefined) return known
    if (places >= MAX_PLACES) {
      root = createPlace([])
      places = 0
    }
    const created = createPlace([...place.path, names[name] ?? ''])
    place.inside[name] = created
    places += 1
    return created
  }

  function numberOf(place: Place): number {
    place.number ??= receiver.numberOf(place.path.join(' / '))
    return place.number
  }

  function readUser(): void {
    skip(4)
    const isStart = byte() !== 0
    skip(4)
    if (isStart) log.started += 1
    else log.ended += 1
  }

  /** Reads a cached str and returns its number. */
  function cached(): number {
    const index = integer()
    if (index >= 0) {
      remember(index, text())
      return index
    }
    if (names[-index] !== undefined) return -index
    throw new UserError(
      `The log refers to a name that it did not define, at request ${requests + 1}. The file is damaged.`,
    )
  }

  function remember(index: number, name: string): void {
    const known = names[index]
    if (known === name) return
    if (known !== undefined) root = createPlace([])
    names[index] = name
    nameCharacters += name.length + NAME_CHARACTERS
    if (nameCharacters > MAX_NAME_CHARACTERS)
      throw new UserError(
        'The log has more than 64 MiB of names and messages. Give requests names without ids, and errors messages without them.',
      )
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

  /** Reads a length in bytes, or a number of entries. */
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

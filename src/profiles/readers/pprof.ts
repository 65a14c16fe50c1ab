import { BinaryReader, WireType } from '@bufbuild/protobuf/wire'
import { UserError } from '../../model/errors.ts'
import type { Counted, Profile } from '../../model/profile.ts'
import { code, type Text, text } from '../../model/text.ts'
import { languageOf } from '../language-of.ts'
import type { ProfileFormat } from '../profile-format.ts'
import { StackTable } from '../stack-table.ts'

/*
 * https://github.com/google/pprof/blob/main/proto/profile.proto, whose field numbers are below. Only the fields that are needed are read.
 * Bytes are read by a library; what they may be in this format, and how many, is decided here.
 */

/** An honest profile has fewer messages, and each message takes memory. */
const MAX_MESSAGES = 300_000

/** The limits for locations on one stack and in the whole file. pprof itself cuts a stack of Go at 128. */
const MAX_NUMBERS_OF_SAMPLE = 20_000
const MAX_NUMBERS = 5_000_000

/*
 * Allocated memory adds up like time: the function that allocated 1.6 times as much was found in all recorded pairs, and as the
 * only one in 97 % of them. Live memory depends on the moment of the garbage collection. A function that holds a lock longer
 * makes other functions wait, also for other locks: the function with the longer lock was found in 1 % of recorded pairs. See
 * docs/decisions/0022-profiles.md.
 */
const NOT_COMPARED: Partial<Readonly<Record<Counted, Text>>> = {
  'lock-delay': text`A function that holds a lock longer makes other functions wait, also for other locks: the function that waits is not the function that changed. It is shown and not compared.`,
  'live-bytes': text`The live memory depends on the moment of the garbage collection. It is shown and not compared: fetch ${code('/debug/pprof/allocs')} for what is allocated.`,
}

/** The sample types that are read, with what they count. The first type that the file has is used. */
const KINDS: readonly (readonly [type: string, counted: Counted, unit: Profile['unit'], nature: Profile['nature']])[] =
  [
    ['cpu', 'cpu-time', 'ns', 'sampled'],
    ['wall', 'wall-time', 'ns', 'sampled'],
    ['delay', 'lock-delay', 'ns', 'shown'],
    ['alloc_space', 'allocated-bytes', 'bytes', 'sampled'],
    ['inuse_space', 'live-bytes', 'bytes', 'shown'],
    ['space', 'live-bytes', 'bytes', 'shown'],
    ['samples', 'cpu-time', 'samples', 'sampled'],
    ['sample', 'cpu-time', 'samples', 'sampled'],
  ]

export const pprof: ProfileFormat = {
  id: 'pprof',
  title: 'a pprof profile',
  recognizes: ({ bytes }) => startsLikeProfile(bytes),
  parse({ bytes }) {
    const { types, samples, locations, functions, strings, period } = decode(bytes)
    const names = types.map(({ type }) => strings[type] ?? '')
    const kind = KINDS.find(([name]) => names.includes(name))
    if (kind === undefined) {
      throw new UserError(
        `The profile counts ${names.map((name) => JSON.stringify(name.slice(0, 40))).join(', ') || 'nothing'}, which is neither time nor memory. Fetch /debug/pprof/profile, heap, allocs, mutex or block.`,
      )
    }
    const [type, counted, unit, nature] = kind
    const index = names.indexOf(type)
    const table = new StackTable()
    const framesAt = frameReader({ locations, functions, strings }, table)
    const countIndex = names.findIndex((name) => /^(?:samples?|alloc_objects|contentions)$/.test(name))
    let count = 0
    for (const { locationIds, values } of samples) {
      // pprof writes the innermost function first.
      table.add(locationIds.flatMap(framesAt).reverse(), Math.max(0, values[index] ?? 0))
      const events = values[countIndex === -1 ? index : countIndex] ?? 0
      // Small objects are sampled once per `period` bytes, and large objects always.
      count += unit === 'bytes' && period > 0 ? Math.min(events, (values[index] ?? 0) / period) : events
    }
    const finished = table.finish(...(NOT_COMPARED[counted] === undefined ? [] : [NOT_COMPARED[counted]]))
    const isInTime = (strings[types[index]?.unit ?? 0] ?? '') === 'nanoseconds'
    return {
      format: 'pprof',
      tool: 'pprof',
      counted,
      unit: unit === 'ns' && !isInTime ? 'samples' : unit,
      nature,
      language: languageOf(finished.frames),
      samples: nature === 'sampled' ? Math.round(count) : null,
      hasCallers: true,
      ...finished,
    }
  },
}

/** Fields come in any order: Go writes numbers before the first type of a sample. */
const LOOKED_AT_FIELDS = 30
const LAST_FIELD = 15

/** Whether the first fields are those of a profile, with a sample type among them. */
function startsLikeProfile(bytes: Uint8Array): boolean {
  const reader = new BinaryReader(bytes)
  try {
    for (let fields = 0; fields < LOOKED_AT_FIELDS && reader.pos < reader.len; fields += 1) {
      const [field, type] = reader.tag()
      if (field > LAST_FIELD || (type !== WireType.Varint && type !== WireType.LengthDelimited)) return false
      if (field === 1) {
        const [tag] = reader.bytes()
        return tag === 0x08
      }
      reader.skip(type, field)
    }
    return false
  } catch {
    return false
  }
}

type Raw = Readonly<{
  types: readonly Readonly<{ type: number; unit: number }>[]
  samples: readonly Readonly<{ locationIds: readonly number[]; values: readonly number[] }>[]
  locations: ReadonlyMap<number, readonly number[]>
  functions: ReadonlyMap<number, Readonly<{ name: number; file: number }>>
  strings: readonly string[]
  /** One event in this many was sampled; 0: the file does not say. */
  period: number
}>

function decode(bytes: Uint8Array): Raw {
  const types: { type: number; unit: number }[] = []
  const samples: { locationIds: readonly number[]; values: readonly number[] }[] = []
  const locations = new Map<number, readonly number[]>()
  const functions = new Map<number, { name: number; file: number }>()
  const strings: string[] = []
  let [messages, numbers, period] = [0, 0, 0]
  const text = new TextDecoder()
  readMessage(bytes, (field, { number, bytes: inner }) => {
    messages += 1
    if (messages > MAX_MESSAGES) {
      throw new UserError(
        `The profile has more than ${MAX_MESSAGES} entries, more than any real profile. Record for a shorter time.`,
      )
    }
    if (field === 1) types.push(readValueType(inner))
    else if (field === 2) {
      const sample = readSample(inner)
      numbers += sample.locationIds.length + sample.values.length
      if (numbers > MAX_NUMBERS) throw tooDeep()
      samples.push(sample)
    } else if (field === 4) readLocation(inner, locations)
    else if (field === 5) readFunction(inner, functions)
    else if (field === 6) strings.push(text.decode(inner))
    else if (field === 12) period = number
  })
  return { types, samples, locations, functions, strings, period }
}

type Value = Readonly<{ number: number; bytes: Uint8Array }>

const NO_BYTES = new Uint8Array()

/** Reads the fields of a message. For a field of bytes the number is 0; for a field of a number the bytes are empty. */
function readMessage(bytes: Uint8Array, take: (field: number, value: Value) => void): void {
  const reader = new BinaryReader(bytes)
  try {
    while (reader.pos < reader.len) {
      const [field, type] = reader.tag()
      if (type === WireType.LengthDelimited) take(field, { number: 0, bytes: reader.bytes() })
      // A sum of nanoseconds above 2^53 is more than three months of processor time, so the lost digits do not matter.
      else if (type === WireType.Varint) take(field, { number: Number(reader.int64()), bytes: NO_BYTES })
      else reader.skip(type, field)
    }
  } catch (error) {
    if (error instanceof UserError) throw error
    throw new UserError('The profile is cut or damaged: its protocol buffers cannot be read.')
  }
}

function readValueType(bytes: Uint8Array): Readonly<{ type: number; unit: number }> {
  const found = { type: 0, unit: 0 }
  readMessage(bytes, (field, { number }) => {
    if (field === 1) found.type = number
    else if (field === 2) found.unit = number
  })
  return found
}

function readSample(bytes: Uint8Array): Raw['samples'][number] {
  const locationIds: number[] = []
  const values: number[] = []
  readMessage(bytes, (field, value) => {
    if (field === 1) readNumbers(value, locationIds)
    else if (field === 2) readNumbers(value, values)
  })
  return { locationIds, values }
}

/** Repeated numbers are packed into bytes, or written one by one: both are allowed. */
function readNumbers({ number, bytes }: Value, into: number[]): void {
  if (bytes.length === 0) {
    into.push(number)
    return
  }
  const reader = new BinaryReader(bytes)
  while (reader.pos < reader.len) {
    if (into.length >= MAX_NUMBERS_OF_SAMPLE) throw tooDeep()
    into.push(Number(reader.int64()))
  }
}

function tooDeep(): UserError {
  return new UserError('The stacks of the profile are deeper than any honest ones.')
}

/** A location has several lines if functions were inlined. The innermost function comes first. */
function readLocation(bytes: Uint8Array, locations: Map<number, readonly number[]>): void {
  let id = 0
  const functionIds: number[] = []
  readMessage(bytes, (field, value) => {
    if (field === 1) id = value.number
    else if (field === 4) {
      readMessage(value.bytes, (inner, { number }) => {
        if (inner === 1) functionIds.push(number)
      })
    }
  })
  locations.set(id, functionIds)
}

function readFunction(bytes: Uint8Array, functions: Map<number, Readonly<{ name: number; file: number }>>): void {
  const found = { id: 0, name: 0, file: 0 }
  readMessage(bytes, (field, { number }) => {
    if (field === 1) found.id = number
    else if (field === 2) found.name = number
    else if (field === 4) found.file = number
  })
  functions.set(found.id, found)
}

/** A location without functions has no symbols. */
function frameReader(
  { locations, functions, strings }: Pick<Raw, 'locations' | 'functions' | 'strings'>,
  table: StackTable,
): (locationId: number) => readonly number[] {
  const known = new Map<number, readonly number[]>()
  return (locationId) => {
    const before = known.get(locationId)
    if (before !== undefined) return before
    const ids = locations.get(locationId) ?? []
    const frames = ids.map((id) => {
      const { name = 0, file = 0 } = functions.get(id) ?? {}
      const path = strings[file] ?? ''
      return table.frame({ name: strings[name] || '[unknown]', file: path === '' ? null : path })
    })
    const found = frames.length === 0 ? [table.frame({ name: '[unknown]' })] : frames
    known.set(locationId, found)
    return found
  }
}

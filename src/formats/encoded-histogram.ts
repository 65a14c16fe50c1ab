/*
 * Checks a histogram in the interchange format V2 (http://hdrhistogram.org/) before the library decodes it. The library
 * allocates any size that the text names, and silently drops counts that are too large for it.
 */

const COMPRESSED_COOKIE = 0x1c849314
const COOKIE = 0x1c849313
const COMPRESSED_HEADER_BYTES = 8
const HEADER_BYTES = 40

/** All buckets up to a day in nanoseconds, with three bytes per count. */
const MAX_BYTES = 128 * 1024
const SLICE_BYTES = 1024
/** The number of buckets of three digits up to 2 ** 47 ns, which is more than a day. */
const MAX_BUCKETS = 38 * 1024
const MAX_VALUE = 2 ** 47
const MAX_COUNT = 2 ** 32 - 1
const SIGNIFICANT_DIGITS = 3

/**
 * The number of samples that an encoded histogram declares. Throws an Error if `perf-gate digest` could not have
 * written the text.
 */
export async function countEncoded(encoded: string): Promise<number> {
  const bytes = Uint8Array.from(atob(encoded), (character) => character.charCodeAt(0))
  const outer = viewOf(bytes, COMPRESSED_HEADER_BYTES)
  ensure(outer.getInt32(0) === COMPRESSED_COOKIE, 'another format')
  ensure(outer.getInt32(4) === bytes.length - COMPRESSED_HEADER_BYTES, 'another length')
  const raw = await inflate(bytes.slice(COMPRESSED_HEADER_BYTES))
  const header = viewOf(raw, HEADER_BYTES)
  ensure(header.getInt32(0) === COOKIE, 'another format')
  ensure(header.getInt32(4) === raw.length - HEADER_BYTES, 'another length')
  ensure(header.getInt32(12) === SIGNIFICANT_DIGITS, 'another precision')
  ensure(header.getBigInt64(16) === 1n && header.getBigInt64(24) < MAX_VALUE, 'another range')
  return sumOf(raw)
}

/** Stops when there are more bytes than a valid histogram has. */
async function inflate(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  const parts: Uint8Array[] = []
  let size = 0
  const stream = ReadableStream.from(slices(bytes)).pipeThrough(new DecompressionStream('deflate'))
  for await (const part of stream) {
    size += part.length
    ensure(size <= MAX_BYTES, 'too large')
    parts.push(part)
  }
  return new Uint8Array(await new Blob(parts as Uint8Array<ArrayBuffer>[]).arrayBuffer())
}

/**
 * Decompression can enlarge its input a thousand times, so the stream gets the input in small slices and can be stopped
 * in time.
 */
function* slices(bytes: Uint8Array<ArrayBuffer>): Iterable<Uint8Array<ArrayBuffer>> {
  for (let at = 0; at < bytes.length; at += SLICE_BYTES) yield bytes.subarray(at, at + SLICE_BYTES)
}

/** The counts are encoded as ZigZag LEB128. A negative count is a number of empty buckets. */
function sumOf(raw: Uint8Array): number {
  let sum = 0
  let buckets = 0
  for (let at = HEADER_BYTES; at < raw.length; ) {
    let value = 0
    let scale = 1
    for (let more = true; more; at += 1) {
      const byte = raw[at] ?? Number.NaN
      value += (byte & 0x7f) * scale
      scale *= 128
      ensure(at < raw.length && value <= 2 * MAX_COUNT, 'a count that is too large')
      more = byte > 0x7f
    }
    buckets += value % 2 === 0 ? 1 : (value + 1) / 2
    sum += value % 2 === 0 ? value / 2 : 0
    ensure(buckets <= MAX_BUCKETS, 'too many buckets')
  }
  return sum
}

function viewOf(bytes: Uint8Array, atLeast: number): DataView {
  ensure(bytes.length >= atLeast, 'too short')
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}

function ensure(isTrue: boolean, problem: string): asserts isTrue {
  if (!isTrue) throw new Error(problem)
}

import type { Gunzip } from 'node:zlib'
import { UserError } from '../model/errors.ts'
import { errorCode } from './error-code.ts'

/**
 * Large chunks: inflating in pieces of 16 KiB, the default, is several times slower. Some of them ahead: they are inflated on
 * another core while one is read.
 */
const INFLATED = { chunkSize: 256 * 1024, highWaterMark: 1024 * 1024 } as const
const READ_AHEAD_BYTES = 256 * 1024

/** What gzip data may become. Everything in it is hostile: counted while it is read. */
export type GzipLimits = Readonly<{
  /** How much larger it may be than its compressed form. Real k6 points reach 32. */
  ratio: number
  /** Decompressed bytes. It is read as a stream, so this bounds time, not memory. */
  totalBytes: number
}>

/** Raw points of a long test have some ten gigabytes. */
const DEFAULT_GZIP_LIMITS: GzipLimits = { ratio: 200, totalBytes: 64 * 1024 ** 3 }

/** Below this size a high ratio means nothing: a short file of equal characters. */
const RATIO_FROM_BYTES = 1024 * 1024

/**
 * The bytes, decompressed where they start with gzip's magic number (https://www.rfc-editor.org/rfc/rfc1952, section 2.3.1) and
 * unchanged where not, whatever the file is called. Several gzip members after each other are read as one.
 * Throws a UserError with the byte offset where the compressed data is truncated or damaged, and above the limits.
 */
export async function* gunzipped(
  chunks: AsyncIterable<Uint8Array>,
  limits: GzipLimits = DEFAULT_GZIP_LIMITS,
): AsyncIterable<Uint8Array> {
  const iterator = chunks[Symbol.asyncIterator]()
  const head = await takeHead(iterator)
  const all = prepend(head, iterator)
  if (head[0] === 0x1f && head[1] === 0x8b) yield* inflate(all, limits)
  else yield* all
}

async function* inflate(chunks: AsyncIterable<Uint8Array>, limits: GzipLimits): AsyncIterable<Uint8Array> {
  // Loaded here because most results are small and not compressed.
  const [{ createGunzip }, { Readable, pipeline }] = await Promise.all([import('node:zlib'), import('node:stream')])
  let compressedBytes = 0
  const counted = (async function* () {
    for await (const chunk of chunks) {
      compressedBytes += chunk.length
      // Copied: streams read ahead, and a chunk is only valid until the next one is asked for.
      yield new Uint8Array(chunk)
    }
  })()
  const gunzip = createGunzip(INFLATED)
  // Errors arrive at the reader of `gunzip` below; the callback only keeps them from being thrown twice.
  pipeline(Readable.from(counted, { objectMode: false, highWaterMark: READ_AHEAD_BYTES }), gunzip, () => {})
  try {
    let size = 0
    for await (const chunk of gunzip) {
      size += chunk.length
      requireInside(limits, size, compressedBytes)
      yield chunk
    }
  } catch (error) {
    throw explain(error, compressedBytes, gunzip)
  }
  requireAllRead(gunzip, compressedBytes)
}

/** Leaving the loop over the stream ends the decompression. */
function requireInside({ ratio, totalBytes }: GzipLimits, size: number, compressedBytes: number): void {
  if (size > totalBytes) throw new UserError(`The gzip data holds more than ${totalBytes} bytes after decompression.`)
  if (size <= RATIO_FROM_BYTES || size <= compressedBytes * ratio) return
  throw new UserError(`The gzip data is more than ${ratio} times larger than its compressed form, like a gzip bomb.`)
}

/** Node stops in silence at bytes after the last member that are not gzip. A damaged second member would look like the end. */
function requireAllRead(gunzip: Gunzip, compressedBytes: number): void {
  if (gunzip.bytesWritten >= compressedBytes) return
  throw new UserError(
    `The gzip data is followed by something else at byte ${gunzip.bytesWritten} of ${compressedBytes}: the file is damaged.`,
  )
}

function explain(error: unknown, compressedBytes: number, gunzip: Gunzip): unknown {
  const code = errorCode(error)
  if (code === 'Z_BUF_ERROR') {
    return new UserError(
      `The gzip data ends in the middle, at byte ${compressedBytes}: the file is truncated. Was the load test killed, or the disk full?`,
    )
  }
  if (code === 'Z_DATA_ERROR' || code === 'Z_NEED_DICT') {
    return new UserError(`The gzip data is damaged, before byte ${gunzip.bytesWritten} of the file.`)
  }
  return error
}

async function takeHead(iterator: AsyncIterator<Uint8Array>): Promise<Uint8Array> {
  let head: Uint8Array = new Uint8Array()
  while (head.length < 2) {
    const next = await iterator.next()
    if (next.done === true) return head
    // A lone byte is copied: its chunk is only valid until the next one is asked for.
    head = head.length === 0 && next.value.length >= 2 ? next.value : new Uint8Array([...head, ...next.value])
  }
  return head
}

async function* prepend(head: Uint8Array, iterator: AsyncIterator<Uint8Array>): AsyncIterable<Uint8Array> {
  try {
    if (head.length > 0) yield head
    for (let next = await iterator.next(); next.done !== true; next = await iterator.next()) yield next.value
  } finally {
    await iterator.return?.()
  }
}

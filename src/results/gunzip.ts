import type { Gunzip } from 'node:zlib'
import { UserError } from '../model/errors.ts'
import { errorCode } from './error-code.ts'

/**
 * Large chunks, because inflating in the default pieces of 16 KiB is several times slower. The high water mark lets Node.js
 * inflate several chunks on another core while the first is read.
 */
const INFLATED = { chunkSize: 256 * 1024, highWaterMark: 1024 * 1024 } as const
const READ_AHEAD_BYTES = 256 * 1024

/** The limits of decompression. The data is untrusted, so bytes are counted while they are read. */
export type GzipLimits = Readonly<{
  /** How many times larger the content may be than the compressed data. Real raw points of k6 reach 32. */
  ratio: number
  /** The largest number of decompressed bytes. The content is read as a stream, so this limits time, not memory. */
  totalBytes: number
}>

/** The raw points of a long test take some ten gigabytes. */
const DEFAULT_GZIP_LIMITS: GzipLimits = { ratio: 200, totalBytes: 64 * 1024 ** 3 }

/** The ratio is not checked below this size: a short file of equal characters has a high ratio too. */
const RATIO_FROM_BYTES = 1024 * 1024

/**
 * Decompresses the bytes if they start with the magic number of gzip (https://www.rfc-editor.org/rfc/rfc1952, section 2.3.1);
 * otherwise it returns them unchanged. The name of the file does not matter. Several gzip members in a row are one content.
 * Throws a UserError with the byte offset if the compressed data is truncated or damaged, and a UserError if it exceeds a limit.
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
  // Loaded here, because most results are small and not compressed.
  const [{ createGunzip }, { Readable, pipeline }] = await Promise.all([import('node:zlib'), import('node:stream')])
  let compressedBytes = 0
  const counted = (async function* () {
    for await (const chunk of chunks) {
      compressedBytes += chunk.length
      // Copied, because streams read ahead and a chunk is valid only until the next chunk is requested.
      yield new Uint8Array(chunk)
    }
  })()
  const gunzip = createGunzip(INFLATED)
  // The reader of `gunzip` below gets the error. This callback only prevents that the error is thrown a second time.
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

/** If the caller leaves its loop, the decompression ends. */
function requireInside({ ratio, totalBytes }: GzipLimits, size: number, compressedBytes: number): void {
  if (size > totalBytes) throw new UserError(`The gzip data holds more than ${totalBytes} bytes after decompression.`)
  if (size <= RATIO_FROM_BYTES || size <= compressedBytes * ratio) return
  throw new UserError(`The gzip data is more than ${ratio} times larger than its compressed form, like a gzip bomb.`)
}

/**
 * After the last member, Node.js silently ignores bytes that are not gzip, so a damaged second member would look like the end of
 * the file.
 */
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
    // A single byte is copied, because its chunk is valid only until the next chunk is requested.
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

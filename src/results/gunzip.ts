import type { Gunzip } from 'node:zlib'
import { UserError } from '../model/errors.ts'
import { errorCode } from './error-code.ts'

/** Large chunks: inflating in pieces of 16 KiB, the default, is several times slower. */
const CHUNK_BYTES = 256 * 1024

/**
 * The bytes, decompressed where they start with gzip's magic number (https://www.rfc-editor.org/rfc/rfc1952, section 2.3.1) and
 * unchanged where not, whatever the file is called. Several gzip members after each other are read as one.
 * Throws a UserError with the byte offset where the compressed data is truncated or damaged.
 */
export async function* gunzipped(chunks: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  const iterator = chunks[Symbol.asyncIterator]()
  const head = await takeHead(iterator)
  const all = prepend(head, iterator)
  if (head[0] === 0x1f && head[1] === 0x8b) yield* inflate(all)
  else yield* all
}

async function* inflate(chunks: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
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
  const gunzip = createGunzip({ chunkSize: CHUNK_BYTES })
  // Errors arrive at the reader of `gunzip` below; the callback only keeps them from being thrown twice.
  pipeline(Readable.from(counted, { objectMode: false, highWaterMark: CHUNK_BYTES }), gunzip, () => {})
  try {
    yield* gunzip
  } catch (error) {
    throw explain(error, compressedBytes, gunzip)
  }
  requireAllRead(gunzip, compressedBytes)
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
      `The gzip data ends in the middle, at byte ${compressedBytes}: the file is truncated. Was k6 killed, or the disk full?`,
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

import { crc32, createInflateRaw } from 'node:zlib'
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl'
import { UserError } from '../model/errors.ts'
import type { ResultFile } from '../model/result-file.ts'
import { errorCode } from './error-code.ts'
import { gunzipped } from './gunzip.ts'

/**
 * The limits of an artifact. The zip is untrusted, so each limit is checked against the real bytes and not only against the sizes
 * that the zip states.
 */
export type ZipLimits = Readonly<{
  entries: number
  /**
   * The largest number of decompressed bytes of all files together, and of gzip data in one of them. Files are read as streams,
   * so this limits time, not memory.
   */
  totalBytes: number
  /** How many times larger a file may be than its compressed form. Real raw points of k6 reach 32. */
  ratio: number
}>

/** A matrix of load tests has some hundred files. The raw points of a long test take some gigabytes. */
export const DEFAULT_ZIP_LIMITS: ZipLimits = { entries: 2000, totalBytes: 4 * 1024 ** 3, ratio: 200 }

/** The ratio is not checked below this size: a short file of equal characters has a high ratio too. */
const RATIO_FROM_BYTES = 1024 * 1024

const CHUNK_BYTES = 256 * 1024
/** The high water mark lets Node.js inflate the next chunks on another core while this chunk is read. */
const INFLATED = { chunkSize: 256 * 1024, highWaterMark: 1024 * 1024 } as const
const UNIX = 3
const FILE_TYPE_MASK = 0o170000
const REGULAR_FILE = 0o100000
const STORED = 0
const DEFLATED = 8
/** The size of a local file header without its name and extra field: section 4.3.7 of APPNOTE.TXT. */
const LOCAL_HEADER_BYTES = 30

/**
 * The files of an artifact, still compressed. A file is decompressed and checked when it is opened. Bytes that are no zip are one
 * file with the name of the artifact (uploads with `archive: false`). Throws a UserError that names what is wrong with the zip.
 * Format: https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT
 */
export async function readArtifactZip(
  bytes: Buffer,
  artifact: NonNullable<ResultFile['artifact']>,
  limits: ZipLimits = DEFAULT_ZIP_LIMITS,
): Promise<readonly ResultFile[]> {
  if (!isZip(bytes)) return [{ path: artifact.name, artifact, open: () => gunzipped(inPieces(bytes), limits) }]
  try {
    const zip = await fromBufferPromise(bytes, { lazyEntries: true, autoClose: false, strictFileNames: true })
    const entries = await readEntries(zip, limits)
    requireNoOverlap(entries, bytes.length)
    return await Promise.all(
      entries.filter((entry) => !isFolder(entry)).map((entry) => resultFile(zip, entry, bytes, artifact, limits)),
    )
  } catch (error) {
    if (error instanceof UserError) throw new UserError(`The artifact ${artifact.name} was refused: ${error.message}`)
    // yauzl throws plain errors if a zip is broken or has unsafe names.
    const problem = error instanceof Error ? error.message : String(error)
    throw new UserError(`The artifact ${artifact.name} was refused: its zip is damaged or unsafe: ${problem}.`)
  }
}

async function readEntries(zip: ZipFile, limits: ZipLimits): Promise<readonly Entry[]> {
  if (zip.entryCount > limits.entries) {
    throw new UserError(`it has ${zip.entryCount} files, and at most ${limits.entries} are read.`)
  }
  const entries: Entry[] = []
  const names = new Set<string>()
  let totalBytes = 0
  for await (const entry of zip.eachEntry()) {
    requireSafe(entry, limits)
    if (names.has(entry.fileName)) throw new UserError(`${nameOf(entry)} is in the zip twice.`)
    names.add(entry.fileName)
    entries.push(entry)
    totalBytes += entry.uncompressedSize
    if (totalBytes > limits.totalBytes) {
      throw new UserError(`it holds more than ${limits.totalBytes} bytes after decompression.`)
    }
  }
  return entries
}

function requireSafe(entry: Entry, limits: ZipLimits): void {
  const name = nameOf(entry)
  if (entry.isEncrypted()) throw new UserError(`${name} is encrypted.`)
  if (entry.compressionMethod !== STORED && entry.compressionMethod !== DEFLATED) {
    throw new UserError(`${name} is compressed with method ${entry.compressionMethod}, and only deflate is read.`)
  }
  const fileType = (entry.externalFileAttributes >>> 16) & FILE_TYPE_MASK
  if (entry.versionMadeBy >>> 8 === UNIX && !isFolder(entry) && fileType !== 0 && fileType !== REGULAR_FILE) {
    throw new UserError(`${name} is a symbolic link or a device, not a file.`)
  }
  if (entry.compressionMethod === STORED && entry.compressedSize !== entry.uncompressedSize) {
    throw new UserError(`${name} is stored without compression, but says two different sizes.`)
  }
  if (entry.uncompressedSize > RATIO_FROM_BYTES && entry.uncompressedSize > entry.compressedSize * limits.ratio) {
    throw new UserError(`${name} is more than ${limits.ratio} times larger than its compressed form, like a zip bomb.`)
  }
}

/** Refuses files that share their bytes, because so a small zip becomes a huge one: https://www.bamsoftware.com/hacks/zipbomb/ */
function requireNoOverlap(entries: readonly Entry[], size: number): void {
  const inOrder = [...entries].sort(
    (left, right) => left.relativeOffsetOfLocalHeader - right.relativeOffsetOfLocalHeader,
  )
  for (const [index, entry] of inOrder.entries()) {
    const end = entry.relativeOffsetOfLocalHeader + LOCAL_HEADER_BYTES + entry.fileNameLength + entry.compressedSize
    if (end > (inOrder[index + 1]?.relativeOffsetOfLocalHeader ?? size)) {
      throw new UserError(`${nameOf(entry)} overlaps another file of the zip.`)
    }
  }
}

async function resultFile(
  zip: ZipFile,
  entry: Entry,
  bytes: Buffer,
  artifact: NonNullable<ResultFile['artifact']>,
  limits: ZipLimits,
): Promise<ResultFile> {
  const { fileDataStart } = await zip.readLocalFileHeaderPromise(entry, { minimal: true })
  const raw = bytes.subarray(fileDataStart, fileDataStart + entry.compressedSize)
  return { path: entry.fileName, artifact, open: () => gunzipped(checked(entry, raw), limits) }
}

/** The content of one entry. It stops as soon as there are more bytes than the zip states, and checks the CRC at the end. */
async function* checked(entry: Entry, raw: Buffer): AsyncIterable<Uint8Array> {
  let size = 0
  let crc = 0
  for await (const chunk of entry.compressionMethod === STORED ? inPieces(raw) : inflate(entry, raw)) {
    size += chunk.length
    if (size > entry.uncompressedSize) throw new UserError(`${nameOf(entry)} is larger than its zip says.`)
    crc = crc32(chunk, crc)
    yield chunk
  }
  if (size < entry.uncompressedSize)
    throw new UserError(`${nameOf(entry)} is shorter than its zip says: the zip is damaged.`)
  if (crc !== entry.crc32)
    throw new UserError(`${nameOf(entry)} does not match its checksum (CRC-32): the zip is damaged.`)
}

async function* inflate(entry: Entry, raw: Buffer): AsyncIterable<Uint8Array> {
  const inflater = createInflateRaw(INFLATED)
  inflater.end(raw)
  try {
    yield* inflater
  } catch (error) {
    if (errorCode(error)?.startsWith('Z_') !== true) throw error
    throw new UserError(`The compressed data of ${nameOf(entry)} is damaged.`)
  }
}

async function* inPieces(bytes: Buffer): AsyncIterable<Uint8Array> {
  for (let offset = 0; offset < bytes.length; offset += CHUNK_BYTES) yield bytes.subarray(offset, offset + CHUNK_BYTES)
}

/** A zip starts with `PK\3\4`, and an empty zip with `PK\5\6`. */
function isZip(bytes: Buffer): boolean {
  const magic = bytes.length >= 4 ? bytes.readUInt32LE(0) : 0
  return magic === 0x04034b50 || magic === 0x06054b50
}

function isFolder(entry: Entry): boolean {
  return entry.fileName.endsWith('/')
}

function nameOf(entry: Entry): string {
  return JSON.stringify(entry.fileName.slice(0, 100))
}

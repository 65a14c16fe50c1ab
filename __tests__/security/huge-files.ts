import { constants, crc32, deflateRawSync } from 'node:zlib'

/* Files of gigabytes in milliseconds: what repeats is compressed once, and its compressed form is repeated. */

/** Text, or bytes that many times. */
type Part = string | Readonly<{ piece: Buffer; times: number }>

type Compressed = Readonly<{ raw: Buffer; crc: number; size: number }>

/** Blocks that end at a byte and look back at nothing before them can stand one after the other: RFC 1951, section 2. */
function compressed(parts: readonly Part[]): Compressed {
  const blocks: Buffer[] = []
  let [crc, size] = [0, 0]
  for (const part of parts) {
    const { piece, times } = typeof part === 'string' ? { piece: Buffer.from(part), times: 1 } : part
    const block = deflateRawSync(piece, { level: 1, finishFlush: constants.Z_FULL_FLUSH })
    for (let done = 0; done < times; done += 1) {
      blocks.push(block)
      crc = crc32(piece, crc)
    }
    size += piece.length * times
  }
  return { raw: Buffer.concat([...blocks, deflateRawSync(Buffer.alloc(0))]), crc, size }
}

/** https://www.rfc-editor.org/rfc/rfc1952#page-5 */
export function hugeGzip(parts: readonly Part[]): Buffer {
  const { raw, crc, size } = compressed(parts)
  const header = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255])
  return Buffer.concat([header, raw, numbers([4, crc], [4, size % 2 ** 32])])
}

type Entry = Compressed & Readonly<{ name: string; method: number }>

export function hugeZip(name: string, parts: readonly Part[]): Buffer {
  return zipOf([{ ...compressed(parts), name, method: 8 }])
}

export function manyFiles(count: number): Buffer {
  const empty = { raw: Buffer.alloc(0), crc: 0, size: 0, method: 0 }
  return zipOf(Array.from({ length: count }, (_, index) => ({ ...empty, name: `run-${index}/a` })))
}

/** Sections 4.3.7, 4.3.12 and 4.3.16 of https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT */
function zipOf(entries: readonly Entry[]): Buffer {
  const files: Buffer[] = []
  const directory: Buffer[] = []
  let [offset, length] = [0, 0]
  for (const { name, raw, crc, size, method } of entries) {
    const path = Buffer.from(name)
    const common = numbers(
      [2, 20],
      [2, 0],
      [2, method],
      [4, 0],
      [4, crc],
      [4, raw.length],
      [4, size],
      [2, path.length],
      [2, 0],
    )
    const header = [numbers([4, 0x04034b50]), common, path, raw]
    const entry = [
      numbers([4, 0x02014b50], [2, 20]),
      common,
      numbers([2, 0], [2, 0], [2, 0], [4, 0], [4, offset]),
      path,
    ]
    files.push(...header)
    directory.push(...entry)
    offset += header.reduce((sum, part) => sum + part.length, 0)
    length += entry.reduce((sum, part) => sum + part.length, 0)
  }
  const count = Math.min(entries.length, 0xffff)
  const end = numbers([4, 0x06054b50], [2, 0], [2, 0], [2, count], [2, count], [4, length], [4, offset], [2, 0])
  return Buffer.concat([...files, ...directory, end])
}

/** Little-endian, each with its number of bytes. */
function numbers(...values: readonly (readonly [bytes: 2 | 4, value: number])[]): Buffer {
  return Buffer.concat(
    values.map(([bytes, value]) => {
      const buffer = Buffer.alloc(bytes)
      buffer.writeUIntLE(value, 0, bytes)
      return buffer
    }),
  )
}

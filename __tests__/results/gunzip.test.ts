import { gzipSync } from 'node:zlib'
import { expect, test } from '@jest/globals'
import { gunzipped } from '../../src/results/gunzip.ts'

const TEXT = 'metric_name,timestamp,metric_value\n'.repeat(2000)
const GZIP = gzipSync(TEXT)

async function* inPieces(bytes: Uint8Array, pieceBytes: number): AsyncIterable<Uint8Array> {
  for (let at = 0; at < bytes.length; at += pieceBytes) yield bytes.subarray(at, at + pieceBytes)
}

async function read(bytes: Uint8Array, pieceBytes = 1000): Promise<string> {
  const decoder = new TextDecoder()
  let text = ''
  for await (const chunk of gunzipped(inPieces(bytes, pieceBytes))) text += decoder.decode(chunk, { stream: true })
  return text
}

test.each([1, 2, 3, 1000])('gzip in pieces of %d bytes', async (pieceBytes) => {
  expect(await read(GZIP, pieceBytes)).toBe(TEXT)
})

test('bytes that are not gzip are unchanged', async () => {
  expect(await read(Buffer.from(TEXT))).toBe(TEXT)
  expect(await read(Buffer.from('x'))).toBe('x')
  expect(await read(Buffer.alloc(0))).toBe('')
})

test('members after each other are one file', async () => {
  expect(await read(Buffer.concat([GZIP, GZIP]))).toBe(TEXT + TEXT)
})

test('truncated anywhere, it is an error with the byte offset', async () => {
  for (const length of [2, 10, 50, GZIP.length - 9, GZIP.length - 1]) {
    await expect(read(GZIP.subarray(0, length))).rejects.toThrow(
      `ends in the middle, at byte ${length}: the file is truncated`,
    )
  }
})

test('a truncated second member is an error', async () => {
  const bytes = Buffer.concat([GZIP, GZIP.subarray(0, 40)])
  await expect(read(bytes)).rejects.toThrow('the file is truncated')
})

test('something else after the last member is an error, not the end', async () => {
  await expect(read(Buffer.concat([GZIP, Buffer.from('garbage'), GZIP]))).rejects.toThrow('The gzip data is damaged')
  // Node.js takes zeros for padding, and ignores all bytes after them.
  const bytes = Buffer.concat([GZIP, Buffer.alloc(9), GZIP])
  await expect(read(bytes)).rejects.toThrow(`followed by something else at byte ${GZIP.length} of ${bytes.length}`)
})

test('damaged data is an error', async () => {
  const bytes = Buffer.from(GZIP)
  bytes.fill(0xff, 30, 60)
  await expect(read(bytes)).rejects.toThrow('The gzip data is damaged')
})

test('a bomb is an error before it is read to its end', async () => {
  const bomb = gzipSync(Buffer.alloc(64 * 1024 ** 2))
  let size = 0
  const reading = (async () => {
    for await (const chunk of gunzipped(inPieces(bomb, 1000))) size += chunk.length
  })()
  await expect(reading).rejects.toThrow('more than 200 times larger than its compressed form, like a gzip bomb')
  // The compressed bytes are read a little ahead.
  expect(size).toBeLessThan(20 * 1024 ** 2)
})

test('more than the limit after decompression is an error', async () => {
  const reading = (async () => {
    for await (const _ of gunzipped(inPieces(GZIP, 1000), { ratio: 200, totalBytes: 50_000 }));
  })()
  await expect(reading).rejects.toThrow('holds more than 50000 bytes after decompression')
})

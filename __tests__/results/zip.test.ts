import { buffer } from 'node:stream/consumers'
import { deflateRawSync, gzipSync } from 'node:zlib'
import { expect, test } from '@jest/globals'
import { ZipFile } from 'yazl'
import { DEFAULT_ZIP_LIMITS, readArtifactZip, type ZipLimits } from '../../src/results/zip.ts'

const ARTIFACT = { name: 'k6-results-cart', id: 1, digest: null, workflowRunId: 2, runAttempt: 1 }

async function aZip(
  files: Readonly<Record<string, string | Uint8Array>>,
  mode = 0o100644,
  compress = true,
): Promise<Buffer> {
  const zip = new ZipFile()
  for (const [name, content] of Object.entries(files)) zip.addBuffer(Buffer.from(content), name, { mode, compress })
  zip.end()
  return buffer(zip.outputStream)
}

async function contents(bytes: Buffer, limits: ZipLimits = DEFAULT_ZIP_LIMITS): Promise<Record<string, string>> {
  const files = await readArtifactZip(bytes, ARTIFACT, limits)
  const found: Record<string, string> = {}
  for (const file of files) {
    const chunks: Uint8Array[] = []
    for await (const chunk of file.open()) chunks.push(chunk)
    found[file.path] = Buffer.concat(chunks).toString()
  }
  return found
}

/** Replaces every occurrence of a name, in the local headers and in the directory. yazl refuses to write bad names itself. */
function rename(bytes: Buffer, from: string, to: string): Buffer {
  expect(to).toHaveLength(from.length)
  const copy = Buffer.from(bytes)
  for (let at = copy.indexOf(from); at >= 0; at = copy.indexOf(from, at + 1)) copy.write(to, at, 'latin1')
  return copy
}

/** Writes a number into the directory entry number `index`, at an offset of APPNOTE.TXT section 4.3.12. */
function patch(bytes: Buffer, offset: number, value: number, size: 2 | 4, index = 0): Buffer {
  const copy = Buffer.from(bytes)
  let at = -1
  for (let seen = -1; seen < index; seen += 1) at = copy.indexOf('PK\x01\x02', at + 1, 'latin1')
  expect(at).toBeGreaterThan(0)
  if (size === 2) copy.writeUInt16LE(value, at + offset)
  else copy.writeUInt32LE(value, at + offset)
  return copy
}

test('files are read, compressed or not, gzip inside too, and twice', async () => {
  const bytes = await aZip({
    'run-1/summary.json': '{"a":1}',
    'run-1/points': gzipSync('p'.repeat(5000)),
    'empty.txt': '',
  })
  const expected = { 'run-1/summary.json': '{"a":1}', 'run-1/points': 'p'.repeat(5000), 'empty.txt': '' }
  expect(await contents(bytes)).toEqual(expected)
  expect(await contents(await aZip({ a: 'stored' }, 0o100644, false))).toEqual({ a: 'stored' })
  const [file] = await readArtifactZip(bytes, ARTIFACT)
  expect(file?.artifact).toBe(ARTIFACT)
})

test('bytes that are not a zip are one file with the name of the artifact', async () => {
  expect(await contents(Buffer.from('{"a":1}'))).toEqual({ 'k6-results-cart': '{"a":1}' })
  expect(await contents(Buffer.alloc(0))).toEqual({ 'k6-results-cart': '' })
})

test('an empty zip has no files, and folders are none', async () => {
  expect(await contents(await aZip({}))).toEqual({})
  const zip = new ZipFile()
  zip.addEmptyDirectory('run-1/')
  zip.end()
  expect(await contents(await buffer(zip.outputStream))).toEqual({})
})

const GOOD = await aZip({ 'xxxxxxx.txt': 'hello hello hello hello hello', 'yyyyyyy.txt': 'other' })

test.each([
  ['a path that leaves the folder', rename(GOOD, 'xxxxxxx.txt', '../evil.txt'), 'invalid relative path'],
  ['an absolute path', rename(GOOD, 'xxxxxxx.txt', '/etc/passwd'), 'absolute path'],
  ['a Windows path', rename(GOOD, 'xxxxxxx.txt', 'C:/evil.txt'), 'absolute path'],
  ['a backslash', rename(GOOD, 'xxxxxxx.txt', '..\\evil.txt'), 'invalid characters in fileName'],
  ['a name twice', rename(GOOD, 'xxxxxxx.txt', 'yyyyyyy.txt'), '"yyyyyyy.txt" is in the zip twice'],
  ['a symbolic link', await aZip({ link: '/etc/passwd' }, 0o120777), '"link" is a symbolic link or a device'],
  ['a device', await aZip({ dev: '' }, 0o020666), '"dev" is a symbolic link or a device'],
  ['encryption', patch(GOOD, 8, 0x0801, 2), '"xxxxxxx.txt" is encrypted'],
  ['another compression', patch(GOOD, 10, 12, 2), 'compressed with method 12'],
  ['two sizes of a stored file', patch(await aZip({ a: 'stored' }, 0o100644, false), 24, 5, 4), 'size'],
  ['overlapping files', patch(GOOD, 42, 0, 4, 1), 'overlaps another file'],
  ['a file beyond the end', patch(GOOD, 20, 0x00ffffff, 4), 'overlaps another file'],
  ['a declared bomb', patch(GOOD, 24, 900_000_000, 4), 'more than 200 times larger than its compressed form'],
  ['a truncated zip', GOOD.subarray(0, GOOD.length - 30), 'its zip is damaged or unsafe'],
])('%s is refused', async (_, bytes, problem) => {
  await expect(readArtifactZip(bytes, ARTIFACT)).rejects.toThrow(problem)
  await expect(readArtifactZip(bytes, ARTIFACT)).rejects.toThrow('The artifact k6-results-cart was refused: ')
})

test.each([
  ['more files than allowed', { entries: 1 }, 'it has 2 files, and at most 1 are read'],
  ['more bytes than allowed', { totalBytes: 20 }, 'it holds more than 20 bytes after decompression'],
])('%s', async (_, limit, problem) => {
  await expect(readArtifactZip(GOOD, ARTIFACT, { ...DEFAULT_ZIP_LIMITS, ...limit })).rejects.toThrow(problem)
})

test('a file that is larger than it says is not read to its end', async () => {
  const lying = patch(await aZip({ bomb: Buffer.alloc(50_000_000) }), 24, 10, 4)
  let size = 0
  const reading = (async () => {
    const [file] = await readArtifactZip(lying, ARTIFACT)
    for await (const chunk of file?.open() ?? []) size += chunk.length
  })()
  await expect(reading).rejects.toThrow('"bomb" is larger than its zip says')
  expect(size).toBeLessThan(1_000_000)
})

test('a file that is shorter than it says', async () => {
  await expect(contents(patch(GOOD, 24, 30, 4))).rejects.toThrow('"xxxxxxx.txt" is shorter than its zip says')
})

test('a wrong checksum', async () => {
  await expect(contents(patch(GOOD, 16, 1, 4))).rejects.toThrow('"xxxxxxx.txt" does not match its checksum')
})

test('damaged compressed data', async () => {
  const bytes = Buffer.from(GOOD)
  const data = bytes.indexOf(deflateRawSync('hello hello hello hello hello'))
  expect(data).toBeGreaterThan(0)
  bytes.fill(0xff, data, data + 4)
  await expect(contents(bytes)).rejects.toThrow('The compressed data of "xxxxxxx.txt" is damaged')
})

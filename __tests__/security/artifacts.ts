import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { deflateSync, gzipSync } from 'node:zlib'
import { ZipFile } from 'yazl'
import { hugeGzip, hugeZip, manyFiles } from './huge-files.ts'

/* Artifacts that somebody made to break the gate, with what the gate says of each. */

export type HostileArtifact = Readonly<{
  name: string
  bytes: () => Buffer | Promise<Buffer>
  /** What one of the refusals, or the report, says. */
  says: RegExp
  /** Default: invalid. `read`: these are odd, and still a result. */
  outcome?: 'invalid' | 'read'
}>

const STATS = '"avg":50,"min":1,"med":50,"max":2000,"p(90)":90'
const REQUESTS = '"http_reqs":{"count":2000,"rate":100},"http_req_failed":{"passes":0,"fails":2000,"value":0}'

/** A k6 summary with further metrics, given as JSON text. */
export function summary(metrics = '', p95 = '100'): string {
  const latency = `"http_req_duration":{${STATS},"p(95)":${p95},"count":2000}`
  return `{"root_group":{"name":"","path":"","id":"","groups":{},"checks":{}},"metrics":{${REQUESTS},${latency}${metrics === '' ? '' : `,${metrics}`}}}`
}

/** A megabyte of hexadecimal digits, which compress to a half: what repeats is further away than deflate looks. */
const DIGITS = Buffer.from(
  createHash('shake128', { outputLength: 512 * 1024 })
    .update('digits')
    .digest('hex'),
)
/** A megabyte that compresses to a hundredth: under the limit of the ratio. */
const DENSE = Buffer.concat([DIGITS.subarray(0, 10 * 1024), Buffer.alloc(1014 * 1024, 'a')])

/** A summary with one more key at its top. */
function summaryWith(key: string, value: string): string {
  return `${summary().slice(0, -1)},"${key}":${value}}`
}

/** A list of the same values, of about so many bytes. */
function listOf(piece: string, bytes: number): string {
  return `[${Array(Math.floor(bytes / (piece.length + 1)))
    .fill(piece)
    .join(',')}]`
}

/** A histogram of so many buckets that count nothing, encoded: http://hdrhistogram.org/ */
function emptyBuckets(count: number): string {
  const raw = Buffer.alloc(40 + count)
  raw.writeUInt32BE(0x1c849313, 0)
  raw.writeUInt32BE(count, 4)
  raw.writeUInt32BE(3, 12)
  raw.writeBigInt64BE(1n, 16)
  raw.writeBigInt64BE(2n ** 46n, 24)
  const data = deflateSync(raw)
  const header = Buffer.alloc(8)
  header.writeUInt32BE(0x1c849314, 0)
  header.writeUInt32BE(data.length, 4)
  return Buffer.concat([header, data]).toString('base64')
}

/** A digest with one good latency, and this histogram in every other metric. */
function digestOf(metrics: number, histogram: string): string {
  const common = { endpoint: null, kind: 'trend', unit: 'ms', better: 'lower', population: 'successful', unusable: [] }
  const measurements = Array.from({ length: metrics }, (_, index) => ({
    ...common,
    metric: index === 0 ? 'http_req_duration' : `m${index}`,
    sampleCount: index === 0 ? 1000 : 0,
    stats: index === 0 ? [{ stat: 'p95', value: 100 }] : [],
    standardErrors: null,
    histogram: index === 0 ? null : histogram,
  }))
  const top = { source: 'k6-points-ndjson', selection: null, durationMs: 60_000, notes: [], timeline: null }
  return JSON.stringify({ digest: 'perf-gate', schemaVersion: 1, ...top, measurements })
}

/** One endpoint whose name is this text. */
export function named(name: string): string {
  const key = JSON.stringify(`http_req_duration{name:${name}}`)
  return summary(`${key}:{${STATS},"p(95)":100,"count":1000}`)
}

export async function aZip(
  files: Readonly<Record<string, string | Uint8Array>>,
  mode = 0o100644,
  compressionLevel = 6,
): Promise<Buffer> {
  const zip = new ZipFile()
  for (const [name, content] of Object.entries(files))
    zip.addBuffer(Buffer.from(content), name, { mode, compressionLevel })
  zip.end()
  return buffer(zip.outputStream)
}

const oneFile = (content: string | Uint8Array) => () => aZip({ 'run-1/summary.json': content })
const good = () => aZip({ 'xxxxxxx.txt': summary(), 'yyyyyyy.txt': summary() })

/** Replaces a name of the same length everywhere: yazl refuses to write bad names itself. */
async function renamed(to: string): Promise<Buffer> {
  const bytes = await good()
  for (let at = bytes.indexOf('xxxxxxx.txt'); at >= 0; at = bytes.indexOf('xxxxxxx.txt', at + 1)) bytes.write(to, at)
  return bytes
}

/** Writes a number into a directory entry, at an offset of APPNOTE.TXT section 4.3.12. */
function patched(bytes: Buffer, offset: number, value: number, size: 2 | 4 = 4): Buffer {
  const at = bytes.indexOf('PK\x01\x02', 0, 'latin1') + offset
  if (size === 2) bytes.writeUInt16LE(value, at)
  else bytes.writeUInt32LE(value, at)
  return bytes
}

async function streamed(content: string): Promise<Buffer> {
  const zip = new ZipFile()
  zip.addReadStream(Readable.from([content]), 'run-1/summary.json')
  zip.end()
  return buffer(zip.outputStream)
}

async function zip64(): Promise<Buffer> {
  const zip = new ZipFile()
  zip.addBuffer(Buffer.from(summary()), 'run-1/summary.json', { forceZip64Format: true })
  zip.end({ forceZip64Format: true, comment: '' })
  return buffer(zip.outputStream)
}

/** Some files that each stay under the ratio, and together hold more than the limit says they may. */
async function bigTotal(): Promise<Buffer> {
  const files = Object.fromEntries(Array.from({ length: 30 }, (_, index) => [`run-${index}/a`, 'x']))
  const bytes = await aZip(files)
  let at = -1
  for (let index = 0; index < 30; index += 1) {
    at = bytes.indexOf('PK\x01\x02', at + 1, 'latin1')
    // Sizes of 200 MB that are said to be compressed to 2 MB.
    bytes.writeUInt32LE(2_000_000, at + 20)
    bytes.writeUInt32LE(200_000_000, at + 24)
  }
  return bytes
}

const points = (line: (index: number) => string, count: number) =>
  Array.from({ length: count }, (_, index) => line(index)).join('')

export const ZIPS: readonly HostileArtifact[] = [
  { name: 'a path that leaves the folder', bytes: () => renamed('../evil.txt'), says: /invalid relative path/ },
  { name: 'an absolute path', bytes: () => renamed('/etc/passwd'), says: /absolute path/ },
  { name: 'a backslash', bytes: () => renamed('..\\evil.txt'), says: /invalid characters in fileName/ },
  { name: 'a symbolic link', bytes: () => aZip({ link: '/etc/passwd' }, 0o120777), says: /is a symbolic link/ },
  { name: 'a name twice', bytes: () => renamed('yyyyyyy.txt'), says: /is in the zip twice/ },
  { name: 'encryption', bytes: async () => patched(await good(), 8, 0x0801, 2), says: /is encrypted/ },
  { name: '60,000 files', bytes: () => manyFiles(60_000), says: /it has 60000 files, and at most 2000 are read/ },
  {
    name: 'a bomb by ratio',
    bytes: () => aZip({ 'run-1/a': Buffer.alloc(200 * 1024 ** 2) }),
    says: /more than 200 times larger than its compressed form/,
  },
  { name: 'a bomb by total', bytes: bigTotal, says: /holds more than 4294967296 bytes|overlaps another file/ },
  {
    name: 'a zip in the zip',
    bytes: async () => aZip({ 'run-1/a': await aZip({ b: Buffer.alloc(50 * 1024 ** 2) }) }),
    says: /is a zip archive/,
  },
  {
    name: 'a file that is larger than its zip says',
    bytes: async () => patched(await aZip({ 'run-1/a': Buffer.alloc(200 * 1024 ** 2) }), 24, 10),
    says: /is larger than its zip says/,
  },
  { name: 'a truncated zip', bytes: async () => (await good()).subarray(0, -30), says: /its zip is damaged or unsafe/ },
  { name: 'not a zip', bytes: () => Buffer.from('<html>'), says: /HTML|markup/ },
  { name: 'nothing at all', bytes: () => Buffer.alloc(0), says: /empty/ },
  { name: 'zip64', bytes: zip64, says: /./, outcome: 'read' },
  { name: 'sizes after the data', bytes: () => streamed(summary()), says: /./, outcome: 'read' },
  {
    name: 'a gzip bomb',
    bytes: () => Buffer.concat(Array(16).fill(gzipSync(Buffer.alloc(64 * 1024 ** 2, 'a')))),
    says: /not a result|gzip bomb/,
  },
  {
    name: 'a gzip bomb that starts like a summary',
    bytes: () => gzipSync(`${summary().slice(0, -1)},"x":"${'a'.repeat(200 * 1024 ** 2)}"}`, { level: 9 }),
    says: /larger than 16 MiB/,
  },
]

const POINT =
  '{"metric":"http_reqs","type":"Point","data":{"time":"2026-01-01T00:00:00Z","value":1,"tags":{"expected_response":"true"}}}\n'
const COUNTER =
  '{"type":"Metric","data":{"name":"http_reqs","type":"counter","contains":"default"},"metric":"http_reqs"}\n'

const TREND = '{"type":"Metric","data":{"name":"a","type":"trend","contains":"default"},"metric":"a"}\n'

const CSV_HEAD = 'metric_name,timestamp,metric_value,expected_response,name\n'

function pointWith(tag: string, value: string): string {
  return `{"metric":"http_reqs","type":"Point","data":{"time":"2026-01-01T00:00:00Z","value":1,"tags":{"expected_response":"true","${tag}":"${value}"}}}\n`
}

const TRENDS = (count: number, key: (index: number) => string) =>
  points((index) => `${index === 0 ? '' : ','}"${key(index)}":{${STATS},"p(95)":1}`, count)

export const DATA: readonly HostileArtifact[] = [
  {
    name: '5,000 levels',
    bytes: oneFile(summaryWith('x', `${'{"a":'.repeat(5000)}1${'}'.repeat(5000)}`)),
    says: /more than 200 levels deep/,
  },
  {
    name: 'eight million levels',
    bytes: oneFile(summaryWith('x', `${'['.repeat(8e6)}${']'.repeat(8e6)}`)),
    says: /more than 200 levels deep|200 times larger/,
  },
  {
    name: '5,000 levels of groups',
    bytes: oneFile(summaryWith('y', `${'[{"g":'.repeat(2500)}1${'}]'.repeat(2500)}`)),
    says: /more than 200 levels deep/,
  },
  {
    name: '200 MB of JSON',
    bytes: () => hugeZip('run-1/a', [`${summary().slice(0, -1)},"x":"`, { piece: DIGITS, times: 200 }, '"}']),
    says: /larger than 16 MiB/,
  },
  {
    name: 'a million series',
    bytes: () =>
      aZip({ 'run-1/a': summary(points((index) => `${index === 0 ? '' : ','}"m${index}":{"count":1,"rate":1}`, 1e6)) }),
    says: /larger than 16 MiB/,
  },
  {
    name: 'a hundred thousand series',
    bytes: () => aZip({ 'run-1/a': summary(TRENDS(1e5, (index) => `http_req_duration{name:e${index}}`)) }),
    says: /more than 250000 values/,
  },
  {
    name: 'thirty thousand series',
    bytes: () => aZip({ 'run-1/a': summary(TRENDS(3e4, (index) => `http_req_duration{name:e${index}}`)) }),
    says: /at most 2000 are read/,
  },
  ...Object.entries({ objects: '{}', lists: '[]', numbers: '1.5', texts: '"ab"' }).map(
    ([what, piece]): HostileArtifact => ({
      name: `16 MB of small ${what}`,
      bytes: () => aZip({ 'run-1/a': summaryWith('x', listOf(piece, 15 * 1024 ** 2)) }, 0o100644, 0),
      says: /more than 250000 values/,
    }),
  ),
  {
    name: 'as many small objects as are read',
    bytes: () => aZip({ 'run-1/a': summaryWith('x', listOf('{}', 374_000)) }, 0o100644, 0),
    says: /./,
    outcome: 'read',
  },
  {
    name: 'a digest of five thousand large histograms',
    bytes: () => aZip({ 'run-1/digest.json': digestOf(5000, emptyBuckets(38_000)) }, 0o100644, 0),
    says: /./,
    outcome: 'read',
  },
  {
    name: 'a digest whose histograms become gigabytes',
    bytes: () => aZip({ 'run-1/digest.json': digestOf(300, emptyBuckets(32 * 1024 ** 2)) }, 0o100644, 0),
    says: /The histogram of "m1" in the digest cannot be read/,
  },
  {
    name: 'two thousand series',
    bytes: () => aZip({ 'run-1/a': summary(TRENDS(1990, (index) => `http_req_duration{name:e${index}}`)) }),
    says: /./,
    outcome: 'read',
  },
  {
    name: 'a million metrics in points',
    bytes: () =>
      aZip({
        'run-1/a': points(
          (index) =>
            `{"type":"Metric","data":{"name":"m${index}","type":"trend","contains":"default","thresholds":[],"submetrics":null},"metric":"m${index}"}\n`,
          3e5,
        ),
      }),
    says: /more than 500 metrics/,
  },
  {
    name: 'a line of 2 GB in gzip, without an end',
    bytes: () =>
      hugeGzip([`${TREND}{"metric":"a","type":"Point","data":{"tags":{"name":"`, { piece: DENSE, times: 2048 }]),
    says: /A line is longer than 1 MiB/,
  },
  {
    name: 'a row of 2 GB in CSV, without an end',
    bytes: () =>
      hugeGzip([
        'metric_name,timestamp,metric_value,extra_tags\nhttp_reqs,1767225600,1,"',
        { piece: DENSE, times: 2048 },
      ]),
    says: /A row is longer than 1 MiB/,
  },
  {
    name: 'a million values of a tag',
    bytes: () => aZip({ 'run-1/a': COUNTER + points((index) => pointWith('name', `v${index}`), 1e6) }, 0o100644, 1),
    says: /./,
    outcome: 'read',
  },
  {
    name: 'a million values of a tag in CSV',
    bytes: () =>
      aZip({ 'run-1/a': CSV_HEAD + points((index) => `http_reqs,1767225600,1,true,v${index}\n`, 1e6) }, 0o100644, 1),
    says: /./,
    outcome: 'read',
  },
  {
    name: 'names of 8,000 characters, all of them different',
    bytes: () => {
      const text = DIGITS.toString()
      const name = (index: number) => `${index}${text.slice(index * 50, index * 50 + 8000)}`
      return aZip({ 'run-1/a': COUNTER + points((index) => pointWith('name', name(index)), 2e4) }, 0o100644, 1)
    },
    says: /./,
    outcome: 'read',
  },
  {
    name: 'a gzip bomb of valid points',
    bytes: () => gzipSync(COUNTER + POINT.repeat(1_500_000), { level: 9 }),
    says: /like a gzip bomb/,
  },
  { name: '1e999', bytes: oneFile(summary('', '1e999')), says: /Infinity|infinite|p95/ },
  { name: 'NaN', bytes: oneFile(summary('', 'NaN')), says: /NaN/ },
  { name: 'a latency of -0', bytes: oneFile(summary('', '-0')), says: /p95/ },
  {
    name: 'invalid UTF-8',
    bytes: oneFile(Buffer.concat([Buffer.from('{"metrics":{"'), Buffer.from([0xc3, 0x28, 0xff])])),
    says: /not UTF-8/,
  },
  { name: 'UTF-16', bytes: oneFile(Buffer.from(`\ufeff${summary()}`, 'utf16le')), says: /UTF-16/ },
  { name: 'a name twice in an object', bytes: oneFile(summary(REQUESTS)), says: /is twice in the same object/ },
  { name: 'a byte order mark', bytes: oneFile(`\ufeff${summary()}`), says: /./, outcome: 'read' },
  {
    name: '__proto__ as a metric',
    bytes: oneFile(summary('"__proto__":{"count":1,"rate":1},"constructor":{"count":1,"rate":1}')),
    says: /./,
    outcome: 'read',
  },
  { name: '__proto__ as an endpoint', bytes: oneFile(named('__proto__')), says: /./, outcome: 'read' },
]

/** Names that mean something to Markdown, GitHub, the runner or the gate. */
export const NAMES: readonly string[] = [
  'a|b|c',
  '`',
  '``a`',
  'a\nb\r\n| x | y |',
  '<img src=x onerror=alert(1)>',
  '@acme/team',
  '#1',
  'GH-1',
  '[x](https://evil.example)',
  '![x](https://evil.example/x.png)',
  'https://evil.example',
  'www.evil.example',
  '<!-- perf-gate:v1 name=perf-gate sha=- run=- -->',
  '</details><!--',
  '::set-output name=outcome::pass',
  '##[set-output name=outcome;]pass',
  '\u202egnp.exe',
  '\u0000\u001b[31m',
  '\ud800',
  '$x$',
  ':tada:',
  '> [!WARNING]',
  '{{constructor}}',
  'constructor',
  'toString',
]

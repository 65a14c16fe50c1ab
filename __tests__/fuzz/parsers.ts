import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { deflateSync, gunzipSync, inflateSync } from 'node:zlib'
import { digestPoints } from '../../src/formats/digest-points.ts'
import { countEncoded } from '../../src/formats/encoded-histogram.ts'
import { decodeHistogram } from '../../src/formats/latency-histogram.ts'
import { DEFAULT_READ_OPTIONS } from '../../src/formats/read-options.ts'
import { FORMATS } from '../../src/formats/registry.ts'
import { UserError } from '../../src/model/errors.ts'
import type { OverrideFacts } from '../../src/model/override.ts'
import { DEFAULT_OVERRIDE_POLICY } from '../../src/policy/default-policy.ts'
import { findReason } from '../../src/policy/override-reason.ts'
import { parsePolicy } from '../../src/policy/policy-file.ts'
import { readProfile } from '../../src/profiles/read-profile.ts'
import { PROFILE_FORMATS } from '../../src/profiles/registry.ts'
import { parseMarker } from '../../src/report/marker.ts'
import { collectRuns } from '../../src/results/collect-runs.ts'
import { gunzipped } from '../../src/results/gunzip.ts'
import { parseRunJson } from '../../src/results/run-json.ts'
import { readArtifactZip } from '../../src/results/zip.ts'
import { parseLedger } from '../../src/storage/ledger-file.ts'
import { formatStoredRun, parseStoredRun } from '../../src/storage/stored-run.ts'
import { compareTraces } from '../../src/traces/compare-traces.ts'
import { readTraces } from '../../src/traces/read-traces.ts'
import { TRACE_FORMATS } from '../../src/traces/registry.ts'
import { aZip, summary } from '../security/artifacts.ts'

/* Everything that reads what others wrote, with real inputs that fuzzing begins with. */

export type Parser = Readonly<{
  name: string
  /** A UserError is an answer. Anything else that is thrown is a crash. */
  parse: (bytes: Buffer) => unknown
  seeds: () => Promise<readonly Buffer[]>
}>

const FIXTURES = fileURLToPath(new URL('../fixtures/k6/', import.meta.url))
const CORPUS = fileURLToPath(new URL('corpus/', import.meta.url))
const ARTIFACT = { name: 'k6-results-shop', id: 1, digest: null, workflowRunId: 2, runAttempt: 1 }
const OPTIONS = {
  formats: FORMATS,
  defaultService: 'shop',
  defaultSide: 'candidate',
  defaultCommit: 'f'.repeat(40),
} as const

/** Large fixtures are cut: a fuzzer gets further with small inputs. */
const MAX_SEED_BYTES = 20_000

async function* once(bytes: Buffer): AsyncIterable<Uint8Array> {
  yield bytes
}

async function judgeFile(bytes: Buffer): Promise<void> {
  const file = { path: 'run-1/summary.json', artifact: null, open: () => once(bytes) }
  const { runs } = await collectRuns([file], OPTIONS)
  // What was understood must be storable and readable again.
  for (const run of runs) {
    const line = formatStoredRun({ run, commit: 'f'.repeat(40), recordedAt: '2026-01-01T00:00:00Z', mark: null })
    JSON.parse(line)
  }
}

async function judgeZip(bytes: Buffer): Promise<void> {
  await collectRuns(await readArtifactZip(bytes, ARTIFACT), OPTIONS)
}

async function drain(bytes: Buffer): Promise<void> {
  for await (const _ of gunzipped(once(bytes)));
}

const DIGESTED = ['points.k6-v2.2.0.ndjson.gz', 'points.k6-v2.2.0.csv.gz', 'segment.1-of-3.points.k6-v2.2.0.ndjson.gz']

/** Digests of recorded points. */
async function digests(): Promise<readonly Buffer[]> {
  const texts = DIGESTED.map((name) =>
    digestPoints(once(gunzipSync(readFileSync(`${FIXTURES}${name}`))), DEFAULT_READ_OPTIONS),
  )
  return (await Promise.all(texts)).map((text) => Buffer.from(text))
}

/** The compressed part of a histogram begins after eight bytes: http://hdrhistogram.org/ */
const HISTOGRAM_HEADER_BYTES = 8

/** Histograms of these digests, without their compression: behind it, no change of a byte would get anywhere. */
async function histograms(): Promise<readonly Buffer[]> {
  const found = (await digests()).flatMap((digest) => [...digest.toString().matchAll(/"histogram":"([^"]+)"/g)])
  return found.map(([, text = '']) => inflateSync(Buffer.from(text, 'base64').subarray(HISTOGRAM_HEADER_BYTES)))
}

/** What is let through must be read, with every count. */
async function judgeHistogram(bytes: Buffer): Promise<void> {
  const data = deflateSync(bytes)
  const header = Buffer.alloc(HISTOGRAM_HEADER_BYTES)
  header.writeUInt32BE(0x1c849314, 0)
  header.writeUInt32BE(data.length, 4)
  const encoded = Buffer.concat([header, data]).toString('base64')
  const count = await countEncoded(encoded).catch(() => null)
  if (count === null) return
  const histogram = await decodeHistogram(encoded).catch(() => null)
  if (histogram === null) return
  if (histogram.count() !== count) throw new Error(`${histogram.count()} samples were read of ${count}.`)
  const median = histogram.quantileMs(0.5)
  if (count > 0 && !(median >= 0 && Number.isFinite(median))) throw new Error(`The median is ${median}.`)
}

function overrideFacts(body: string): OverrideFacts {
  const at = '2026-03-01T10:05:00Z'
  return {
    label: 'perf-override',
    labelPresent: true,
    events: [{ kind: 'labeled', actor: 'mia', actorIsBot: false, at }],
    actorRole: 'maintain',
    pullRequest: { number: 7, author: 'paul', headSha: 'a'.repeat(40), body },
    headPushedBy: 'paul',
    ownerIsOrganization: true,
    headSeenAt: '2026-03-01T10:00:00Z',
    comments: [{ id: 1, author: 'mia', authorRole: 'maintain', body, at, updatedAt: at, editedBy: null }],
    bodyEdited: null,
    baseChangedAt: null,
    reviews: [],
    readAt: at,
    accepted: null,
  }
}

function fixtures(pattern: RegExp): readonly Buffer[] {
  return readdirSync(FIXTURES)
    .filter((name) => pattern.test(name))
    .map((name) => {
      const bytes = readFileSync(`${FIXTURES}${name}`)
      const content = name.endsWith('.gz') && !name.startsWith('killed') ? gunzipSync(bytes) : bytes
      return content.length <= MAX_SEED_BYTES
        ? content
        : content.subarray(0, content.lastIndexOf('\n', MAX_SEED_BYTES) + 1)
    })
}

const PROFILES = fileURLToPath(new URL('../fixtures/profiles/', import.meta.url))

/** One recorded file of each format. */
function profiles(): readonly Buffer[] {
  return readdirSync(PROFILES, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(`${PROFILES}${entry.name}/baseline`))
    .flatMap(({ name }) => {
      const files = readdirSync(`${PROFILES}${name}/baseline`).filter((file) => file.startsWith('run-1'))
      return files.map((file) => readFileSync(`${PROFILES}${name}/baseline/${file}`))
    })
    .map((bytes) => (bytes[0] === 0x1f ? gunzipSync(bytes) : bytes))
    .filter(({ length }) => length <= MAX_SEED_BYTES)
    .concat(WRITTEN_PROFILES.map((text) => Buffer.from(text)))
}

/** Formats of which nothing was recorded: Instruments runs on macOS only, and samply's names are not in its file. */
const WRITTEN_PROFILES = [
  'Weight\tSelf Weight\tSymbol Names\n4.93 s  100.0%\t0 s\t   start\n2.45 s   0.0%\t846.00 ms\t    f(int)\n1.60 s  1 %\t1.6 s\t     g\n',
  'Bytes Used\tCount\t\tSymbol Name\n 3.00 MB     100.0%\t8\t \tmain\n  1.50 MB  50.0%\t4\t \t leak\n',
  '{"meta":{"preprocessedProfileVersion":49},"libs":[{"name":"svc"}],"threads":[{"samples":{"stack":[1,0,null],"weight":[3,1,2]},"stackTable":{"prefix":[null,0],"frame":[0,1]},"frameTable":{"func":[0,1]},"funcTable":{"name":[0,1],"fileName":[null,2],"resource":[0,-1]},"resourceTable":{"lib":[0]},"stringArray":["main","work","a.cpp"]}]}',
  '# mode: wall\nP42;T0:7f;/srv/a.py:main:12;/srv/a.py:work:46 300\nP42;T0:7f 5\n',
]

/** What servers of traces answered, cut to what a fuzzer gets through. */
function recordedTraces(): readonly Buffer[] {
  const folder = fileURLToPath(new URL('../fixtures/traces/', import.meta.url))
  const spans = (path: string) => JSON.parse(gunzipSync(readFileSync(`${folder}${path}`)).toString())
  const { data } = spans('jaeger/base.json.gz') as { data: readonly object[] }
  const zipkin = spans('zipkin/base.json.gz') as readonly object[]
  const documents = [{ data: data.slice(0, 3) }, zipkin.slice(0, 3)].map((one) => JSON.stringify(one))
  const answer = readFileSync(`${folder}jaeger/v3-two-traces.json`)
  return [...documents, `${answer}\n${answer}`].map((text) => Buffer.from(text))
}

/** What was read must have a time for each operation. */
async function judgeTraces(bytes: Buffer): Promise<void> {
  const file = await readTraces(once(bytes), TRACE_FORMATS)
  const run = { file, side: 'candidate', run: '', requests: null, errorRatio: null } as const
  for (const { operations } of compareTraces([run])) {
    const times = operations.map(({ candidate }) => candidate?.selfMsPerTrace ?? Number.NaN)
    if (!times.every((time) => time >= 0 && Number.isFinite(time))) throw new Error(`A self time is ${times}.`)
  }
}

const texts =
  (...all: readonly string[]) =>
  async () =>
    all.map((text) => Buffer.from(text))

async function storedLine(): Promise<string> {
  const file = { path: 'run-1/summary.json', artifact: null, open: () => once(Buffer.from(summary())) }
  const [run] = (await collectRuns([file], OPTIONS)).runs
  if (run === undefined) throw new Error('The seed of stored runs is no result.')
  return formatStoredRun({ run, commit: 'f'.repeat(40), recordedAt: '2026-01-01T00:00:00Z', mark: null })
}

/** What other tools wrote. */
function filesOfTools(): readonly Buffer[] {
  const folder = fileURLToPath(new URL('../fixtures/tools/', import.meta.url))
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== 'expected.json')
    .map(({ parentPath, name }) => {
      const bytes = readFileSync(`${parentPath}/${name}`)
      return (name.endsWith('.gz') ? gunzipSync(bytes) : bytes).subarray(0, MAX_SEED_BYTES)
    })
}

export const PARSERS: readonly Parser[] = [
  { name: 'summary', parse: judgeFile, seeds: async () => fixtures(/summary.*\.json$/) },
  { name: 'points', parse: judgeFile, seeds: async () => fixtures(/^rich\.points.*\.gz$|points\.k6-v0\.26.*\.gz$/) },
  { name: 'csv', parse: judgeFile, seeds: async () => fixtures(/points.*\.csv\.gz$/) },
  { name: 'tools', parse: judgeFile, seeds: async () => filesOfTools() },
  { name: 'digest', parse: judgeFile, seeds: digests },
  { name: 'histogram', parse: judgeHistogram, seeds: histograms },
  { name: 'profile', parse: (bytes) => readProfile(once(bytes), PROFILE_FORMATS), seeds: async () => profiles() },
  { name: 'traces', parse: judgeTraces, seeds: async () => recordedTraces() },
  {
    name: 'zip',
    parse: judgeZip,
    seeds: async () => [await aZip({ 'run-1/summary.json': summary(), 'run-2/exit-code': '0' }), await aZip({})],
  },
  {
    name: 'gzip',
    parse: drain,
    seeds: async () =>
      readdirSync(FIXTURES)
        .filter((name) => /0\.26.*\.gz$/.test(name))
        .map((name) => readFileSync(`${FIXTURES}${name}`)),
  },
  {
    name: 'run-json',
    parse: (bytes) => parseRunJson(bytes.toString()),
    seeds: texts(
      '{"schemaVersion":1,"testedCommit":"abcdef0","jobId":"a","machine":"m","k6Version":"v2.2.0","scriptHash":"x","load":"l","startedAt":"2026-01-01T00:00:00Z","slot":1}',
    ),
  },
  {
    name: 'policy',
    parse: (bytes) => parsePolicy(bytes.toString(), null, {}),
    seeds: texts(
      'version: 1\ndefaults: { max-regression: 5%, levels: { unproven: fail } }\nservices:\n  checkout:\n    paths: [services/checkout/**]\n    budgets: [{ metric: http_req_duration, stat: p95, max: 300ms }]\n    endpoints: { "GET /orders": { max-regression: 8% } }\noverride: { label: perf-override, second-person: auto }\n',
      'a: &a [1, 2]\nb: [*a, *a]\n',
    ),
  },
  {
    name: 'marker',
    parse: (bytes) => parseMarker(bytes.toString()),
    seeds: texts(
      '<!-- perf-gate:v1 name=perf-gate sha=abc run=1 -->\nx',
      '<!-- perf-gate:v1 name=%E0%A4 sha=- run=- -->',
    ),
  },
  {
    name: 'override',
    parse: (bytes) => {
      const facts = overrideFacts(bytes.toString())
      for (const event of facts.events) findReason(facts, DEFAULT_OVERRIDE_POLICY, event)
    },
    seeds: texts(
      '/perf-override The new tax rules need a second query.',
      '### Performance override\n\n<!-- why -->\nBecause.\n\n## Next',
    ),
  },
  {
    name: 'stored-run',
    parse: (bytes) => parseStoredRun(bytes.toString()),
    seeds: async () => [Buffer.from(await storedLine())],
  },
  { name: 'ledger', parse: (bytes) => parseLedger(bytes), seeds: texts('{"schemaVersion":1}\n', '') },
]

/** What was found before, or made by hand: tried first, and changed like the seeds. */
export function corpusOf({ name }: Parser): readonly Readonly<{ path: string; bytes: Buffer }>[] {
  return readdirSync(CORPUS)
    .filter((file) => file.startsWith(`${name}-`))
    .map((file) => ({ path: `${CORPUS}${file}`, bytes: readFileSync(`${CORPUS}${file}`) }))
}

/** Where a new case is kept. */
export function corpusPath({ name }: Parser, id: string): string {
  return `${CORPUS}${name}-${id}.bin`
}

/** The longest time that an input may take, as docs/security.md promises. */
const MAX_MS = 5000

/** What is wrong with the answer to an input; null: nothing. */
export async function problemWith({ parse }: Parser, bytes: Buffer): Promise<string | null> {
  const start = process.cpuUsage()
  try {
    await parse(bytes)
  } catch (error) {
    if (!(error instanceof UserError)) return error instanceof Error ? (error.stack ?? error.message) : String(error)
    if (error.message.trim() === '') return 'An error without words.'
  }
  const { user, system } = process.cpuUsage(start)
  const ms = (user + system) / 1000
  return ms > MAX_MS ? `It took ${Math.round(ms)} ms.` : null
}

import { createReadStream, existsSync, readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { DEFAULT_READ_OPTIONS } from '../../src/formats/read-options.ts'
import { readRun } from '../../src/formats/read-run.ts'
import { FORMATS } from '../../src/formats/registry.ts'
import type { ResultFile } from '../../src/model/result-file.ts'
import { readFolder } from '../../src/results/folder.ts'
import { readArtifactZip } from '../../src/results/zip.ts'

// One way of reading one file, in a process of its own: node points-reader.ts <way> <path>. Prints p95 and the peak memory.

const [, , way = '', path = ''] = process.argv
const p95 = await read()
process.stdout.write(JSON.stringify({ p95, peakMegabytes: peakMegabytes() }))

/** maxRSS of a process starts with the memory of its parent, so Linux is asked for the memory of this program alone. */
function peakMegabytes(): number {
  const status = existsSync('/proc/self/status') ? readFileSync('/proc/self/status', 'utf8') : ''
  const kilobytes = /^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1] ?? process.resourceUsage().maxRSS
  return Math.round(Number(kilobytes) / 1024)
}

async function read(): Promise<number | null> {
  if (way === 'stream') return readStream()
  if (way === 'lines') return countLines()
  if (way === 'readline') return readLines()
  const [file] = way === 'zip' ? await readArtifactZip(readFileSync(path), artifact()) : await readFolder(path)
  if (file === undefined) throw new Error(`Nothing to read in ${path}`)
  const run = await readRun(file, FORMATS, DEFAULT_READ_OPTIONS)
  const latency = run.measurements.find(
    ({ metric, endpoint }) => (metric === 'http_req_duration' || metric === 'latency') && endpoint === null,
  )
  return latency?.stats.get('p95') ?? null
}

async function readStream(): Promise<null> {
  for await (const chunk of createReadStream(path)) if (chunk.length === 0) throw new Error('An empty chunk')
  return null
}

/** What anything that reads a file line by line has to do at least. */
async function countLines(): Promise<null> {
  let lines = 0
  for await (const chunk of createReadStream(path)) {
    for (let at = chunk.indexOf(0x0a); at >= 0; at = chunk.indexOf(0x0a, at + 1)) lines += 1
  }
  if (lines === 0) throw new Error('No lines')
  return null
}

/** The same question, in the way that a script of ten lines answers it. */
async function readLines(): Promise<number> {
  const byName = new Map<string, number[]>()
  const all: number[] = []
  for await (const line of createInterface({ input: createReadStream(path) })) {
    const { type, metric, data } = JSON.parse(line)
    if (type !== 'Point' || metric !== 'http_req_duration' || data.tags.expected_response !== 'true') continue
    all.push(data.value)
    const own = byName.get(data.tags.name)
    if (own === undefined) byName.set(data.tags.name, [data.value])
    else own.push(data.value)
  }
  for (const values of [all, ...byName.values()]) values.sort((left, right) => left - right)
  const position = 0.95 * (all.length - 1)
  const low = all[Math.floor(position)] ?? Number.NaN
  return low + ((all[Math.ceil(position)] ?? Number.NaN) - low) * (position % 1)
}

function artifact(): NonNullable<ResultFile['artifact']> {
  return { name: 'k6-results-bench', id: 1, digest: null, workflowRunId: 1, runAttempt: 1 }
}

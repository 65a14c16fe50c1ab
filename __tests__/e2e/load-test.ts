import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { REPOSITORY_ROOT } from './runner/job-environment.ts'

/** A version of the example service. `slow` answers POST /orders more slowly. */
export type ServiceVersion = 'normal' | 'slow'

/** The files of one artifact: path → bytes. */
export type ResultFiles = Readonly<Record<string, Uint8Array>>

const EXAMPLE = join(REPOSITORY_ROOT, 'examples/checkout')
const RECORDED_FOLDERS = { normal: 'baseline', slow: 'candidate' } as const

/** Five real runs that were recorded with the example. `slow` is 15 % slower. */
export async function recordedResults(version: ServiceVersion): Promise<ResultFiles> {
  const folder = join(EXAMPLE, 'results/checkout', RECORDED_FOLDERS[version])
  const files: Record<string, Uint8Array> = {}
  for (const run of await readdir(folder)) {
    for (const name of ['summary.json', 'exit-code']) files[`${run}/${name}`] = await readFile(join(folder, run, name))
  }
  return files
}

/** One run of real k6 with the example service on loopback. `slow` is three times as slow, so that noise cannot hide it. */
export async function measuredResults(k6: string, version: ServiceVersion): Promise<ResultFiles> {
  const port = await freePort()
  const service = spawn(
    process.execPath,
    [join(EXAMPLE, 'service.mjs'), String(port), version === 'slow' ? '3' : '1'],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  )
  await once(service.stdout, 'data')
  const folder = await mkdtemp(join(tmpdir(), 'perf-gate-k6-'))
  const summary = join(folder, 'summary.json')
  const options = ['--quiet', '--no-usage-report', '-e', `BASE_URL=http://127.0.0.1:${port}`, '-e', 'DURATION=6s']
  const run = spawn(k6, ['run', ...options, '--summary-export', summary, join(EXAMPLE, 'load.js')], { stdio: 'ignore' })
  const [code] = (await once(run, 'exit')) as [number]
  service.kill()
  const files = { 'run-1/summary.json': await readFile(summary), 'run-1/exit-code': Buffer.from(String(code)) }
  await rm(folder, { recursive: true })
  return files
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}

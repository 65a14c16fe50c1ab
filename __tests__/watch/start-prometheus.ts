import { spawn, spawnSync } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { HANGS_AFTER_MS } from '../hangs-after.ts'

/** The programs of Debian's package `prometheus` that are not installed here. */
export const MISSING = ['prometheus', 'promtool'].filter((tool) => spawnSync(tool, ['--version']).status !== 0)

export type RunningPrometheus = Readonly<{ address: string; stop(): Promise<void> }>

/** Starts a Prometheus that already has a history, on a free port of 127.0.0.1. */
export async function startPrometheus(openMetrics: string): Promise<RunningPrometheus> {
  const folder = await mkdtemp(join(tmpdir(), 'perf-gate-watch-'))
  await writeFile(join(folder, 'history.om'), openMetrics)
  await writeFile(join(folder, 'prometheus.yml'), '')
  const made = spawnSync('promtool', ['tsdb', 'create-blocks-from', 'openmetrics', 'history.om', 'data'], {
    cwd: folder,
    timeout: HANGS_AFTER_MS,
    encoding: 'utf8',
  })
  if (made.status !== 0) throw new Error(`promtool could not make the history: ${made.stderr}`)
  const flags = ['--config.file=prometheus.yml', '--storage.tsdb.path=data', '--web.listen-address=127.0.0.1:0']
  // By default Prometheus deletes samples that are older than 15 days.
  const server = spawn('prometheus', [...flags, '--storage.tsdb.retention.time=100y'], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const ended = new Promise<void>((resolve) => server.on('close', () => resolve()))
  const address = await new Promise<string>((resolve, reject) => {
    let [log, address] = ['', '']
    server.on('error', reject)
    server.on('close', () => reject(new Error(`Prometheus ended: ${log}`)))
    server.stderr.setEncoding('utf8').on('data', (text: string) => {
      log += text
      address = /Listening on" address=([\d.:]+)/.exec(log)?.[1] ?? address
      if (address !== '' && log.includes('Server is ready to receive web requests')) resolve(address)
    })
  })
  return {
    address: `http://${address}`,
    async stop() {
      server.kill()
      await ended
      await rm(folder, { recursive: true })
    },
  }
}

import { existsSync } from 'node:fs'
import { cgroupOf, readCgroup } from '../../src/measure/cgroup.ts'
import { processSource } from '../../src/measure/process-source.ts'
import { processTable, readProc } from '../../src/measure/process-table.ts'
import { pauseAfterMs } from '../../src/measure/sampler.ts'

const LOOKS = 200

/** What `measure` takes from the service whose processor and memory it samples: share of one core, at the pause between two looks. */
export async function sampling(): Promise<void> {
  if (process.platform !== 'linux') return
  const source = processSource({ session: process.pid, port: 0 })
  const ofProcesses = await millisecondsOf(async () => await source.read())
  tell(`processes, of ${processTable().length} on this machine`, ofProcesses)
  const cgroup = cgroupOf(readProc('/proc/self/cgroup')[0] ?? '', existsSync)
  if (cgroup === null) return
  tell('a control group', await millisecondsOf(async () => readCgroup(cgroup, (file) => readProc(file)[0] ?? '')))
}

/** Processor time of one look: other work on the machine does not count. */
async function millisecondsOf(look: () => Promise<unknown>): Promise<number> {
  await look()
  const before = process.cpuUsage()
  for (let index = 0; index < LOOKS; index += 1) await look()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000 / LOOKS
}

function tell(what: string, usedMs: number): void {
  const share = (100 * usedMs) / pauseAfterMs(usedMs)
  console.log(`sampling ${what}: ${usedMs.toFixed(2)} ms a look, ${share.toFixed(2)} % of a core`)
}

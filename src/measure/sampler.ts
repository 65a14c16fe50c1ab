import { appendFile } from 'node:fs/promises'
import { setTimeout as pause } from 'node:timers/promises'
import type { Beside } from './beside.ts'
import { isAlive, processTable, readProc } from './process-table.ts'

/** Counters are exact over any window, so once a second is enough; more would be load itself. */
const INTERVAL_MS = 1000

/**
 * Writes what a service uses beside the result, from now until `end`: `resources.ndjson`, which formats/resources.ts reads. The service is
 * all that runs in the session of its start command.
 *
 * @param session the process that was started in a session of its own
 */
export async function startSampler(session: number, target: string, file: string): Promise<Beside> {
  const done = new AbortController()
  const oomKills = oomCounter(session)
  let cpuSeconds = 0
  const write = async (line: object): Promise<void> => await appendFile(file, `${JSON.stringify(line)}\n`)
  const sample = async (): Promise<void> => {
    const members = processTable().filter((one) => one.session === session && isAlive(one))
    // A service that has ended is told by whoever started it. Here it would look as if it needed nothing.
    if (members.length === 0) return
    // What a child used goes with it where nobody waits for it: the sum must not fall, which would look like a restart.
    cpuSeconds = Math.max(
      cpuSeconds,
      members.reduce((sum, one) => sum + one.cpuSeconds, 0),
    )
    const memoryBytes = members.reduce((sum, { pid }) => sum + residentBytes(pid), 0)
    const kills = oomKills()
    const known = kills === null ? {} : { oomKills: kills }
    await write({
      t: Date.now() / 1000,
      target,
      instance: `p${session}`,
      source: 'procfs',
      cpuSeconds,
      memoryBytes,
      ...known,
    })
  }
  await write({ t: Date.now() / 1000, event: 'load-start' })
  await sample()
  const sampled = (async () => {
    while (!done.signal.aborted) {
      await pause(INTERVAL_MS, undefined, { signal: done.signal }).catch(() => null)
      await sample()
    }
  })()
  // A full disk is told by `end`, and not by the end of this program.
  sampled.catch(() => null)
  return {
    async end() {
      done.abort()
      await sampled
      await write({ t: Date.now() / 1000, event: 'load-end' })
    },
  }
}

/** 0 where the process has just ended. Pages that several processes share are counted for each. */
function residentBytes(pid: number): number {
  const [text = ''] = readProc(`/proc/${pid}/status`)
  return 1024 * Number(/^VmRSS:\s*(\d+) kB$/m.exec(text)?.[1] ?? 0)
}

/** How often the kernel killed something in the service's control group because memory ran out. null: nobody counts. */
function oomCounter(pid: number): () => number | null {
  const [groups = ''] = readProc(`/proc/${pid}/cgroup`)
  const read = (file: string) => oomKillsIn(readProc(file)[0] ?? '')
  const file = oomFiles(groups).find((one) => read(one) !== null)
  return () => (file === undefined ? null : read(file))
}

/** Version 2, then version 1: https://docs.kernel.org/admin-guide/cgroup-v2.html, https://docs.kernel.org/admin-guide/cgroup-v1/memory.html */
export function oomFiles(groups: string): readonly string[] {
  const two = /^0::(\/.*)$/m.exec(groups)?.[1]
  const one = /^\d+:(?:[^:\n]*,)?memory(?:,[^:\n]*)?:(\/.*)$/m.exec(groups)?.[1]
  return [
    ...(two === undefined ? [] : [`/sys/fs/cgroup${two}/memory.events`]),
    ...(one === undefined ? [] : [`/sys/fs/cgroup/memory${one}/memory.oom_control`]),
  ]
}

/** The line `oom_kill 3` of either file; null where it has none. */
export function oomKillsIn(text: string): number | null {
  const count = /^oom_kill (\d+)$/m.exec(text)?.[1]
  return count === undefined ? null : Number(count)
}

import { cgroupOf, oomKillsIn } from './cgroup.ts'
import type { CounterSource, Counters } from './counters.ts'
import { listenersAt } from './listener.ts'
import { isAlive, type ProcessEntry, processTable, readProc } from './process-table.ts'

/** Whose counters are read: what was started in a session of its own, or what listens on a port, and in both cases what they start. */
export type ProcessSelection = Readonly<{ session: number | null; port: number }>

/**
 * The counters of processes. A service may leave the session of its start command, and one that runs already has none of ours: then what
 * listens on the port is the service.
 */
export function processSource({ session, port }: ProcessSelection): CounterSource {
  let [root = session] = listenersAt(port)
  let cpuSeconds = 0
  const countKills = oomCounter(root)
  const killsBefore = countKills()
  return {
    async read() {
      const table = processTable().filter(isAlive)
      if (!table.some(({ pid }) => pid === root)) {
        // What listened has ended. What listens now is a restart, and counts from its own start.
        const [next] = listenersAt(port)
        if (next !== undefined && next !== root) [root, cpuSeconds] = [next, 0]
      }
      const members = membersOf(table, session, root)
      // A service that has ended is told by whoever started it. Here it would look as if it needed nothing.
      if (members.length === 0 || root === null) return null
      // What a child used goes with it where nobody waits for it: the sum must not fall, which would look like a restart.
      cpuSeconds = Math.max(
        cpuSeconds,
        members.reduce((sum, one) => sum + one.cpuSeconds, 0),
      )
      const memoryBytes = members.reduce((sum, { pid }) => sum + residentBytes(pid), 0)
      const kills = countKills()
      const counters: Counters = { instance: `p${root}`, source: 'procfs', cpuSeconds, memoryBytes }
      return kills === null ? counters : { ...counters, oomKills: kills }
    },
    async oomKills() {
      return (countKills() ?? 0) - (killsBefore ?? 0)
    },
  }
}

/** All of the session, and the process that listens with its descendants. */
export function membersOf(
  table: readonly ProcessEntry[],
  session: number | null,
  root: number | null,
): readonly ProcessEntry[] {
  const members = new Set(table.filter((one) => one.pid === root || one.session === session))
  // A child may stand before its parent in the table, where numbers began again.
  for (let before = 0; before < members.size; ) {
    before = members.size
    const pids = new Set([...members].map(({ pid }) => pid))
    for (const one of table) if (pids.has(one.parent)) members.add(one)
  }
  return [...members]
}

/** 0 where the process has just ended. Pages that several processes share are counted for each. */
function residentBytes(pid: number): number {
  const [text = ''] = readProc(`/proc/${pid}/status`)
  return 1024 * Number(/^VmRSS:\s*(\d+) kB$/m.exec(text)?.[1] ?? 0)
}

/** How often the kernel killed something in the service's control group because memory ran out. null: nobody counts. */
function oomCounter(pid: number | null): () => number | null {
  const [groups = ''] = pid === null ? [] : readProc(`/proc/${pid}/cgroup`)
  const cgroup = cgroupOf(groups, (file) => readProc(file).length > 0)
  if (cgroup === null) return () => null
  const file = cgroup.version === 2 ? `${cgroup.path}/memory.events` : `${cgroup.memory}/memory.oom_control`
  return () => oomKillsIn(readProc(file)[0] ?? '')
}

import { cgroupOf, oomKillsIn } from './cgroup.ts'
import type { CounterSource, Counters } from './counters.ts'
import { listenersAt } from './listener.ts'
import { isAlive, type ProcessEntry, processTable, readProc } from './process-table.ts'

/**
 * Selects the processes of a service: the session of its start command, or the process that listens on its port; in both cases
 * together with their descendants.
 */
export type ProcessSelection = Readonly<{ session: number | null; port: number }>

/**
 * The counters of the processes of a service. The process that listens on the port is the service when the service has left the
 * session of its start command, or when it was not started here.
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
        // The process that listened has ended. The process that listens now is a restart, whose counters begin at 0.
        const [next] = listenersAt(port)
        if (next !== undefined && next !== root) [root, cpuSeconds] = [next, 0]
      }
      const members = membersOf(table, session, root)
      // A service that has ended would look as if it used nothing. The caller reports its end.
      if (members.length === 0 || root === null) return null
      // When a child ends and nobody waits for it, its CPU time disappears from the table. The sum must not fall, because that
      // would look like a restart.
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

/** All processes of the session, and the listening process with its descendants. */
export function membersOf(
  table: readonly ProcessEntry[],
  session: number | null,
  root: number | null,
): readonly ProcessEntry[] {
  const members = new Set(table.filter((one) => one.pid === root || one.session === session))
  // After process numbers have started again from the beginning, a child may come before its parent in the table.
  for (let before = 0; before < members.size; ) {
    before = members.size
    const pids = new Set([...members].map(({ pid }) => pid))
    for (const one of table) if (pids.has(one.parent)) members.add(one)
  }
  return [...members]
}

/** 0 when the process has just ended. Pages that several processes share are counted for each of them. */
function residentBytes(pid: number): number {
  const [text = ''] = readProc(`/proc/${pid}/status`)
  return 1024 * Number(/^VmRSS:\s*(\d+) kB$/m.exec(text)?.[1] ?? 0)
}

/** Counts how often the kernel killed a process in the service's control group for lack of memory. null: there is no such counter. */
function oomCounter(pid: number | null): () => number | null {
  const [groups = ''] = pid === null ? [] : readProc(`/proc/${pid}/cgroup`)
  const cgroup = cgroupOf(groups, (file) => readProc(file).length > 0)
  if (cgroup === null) return () => null
  const file = cgroup.version === 2 ? `${cgroup.path}/memory.events` : `${cgroup.memory}/memory.oom_control`
  return () => oomKillsIn(readProc(file)[0] ?? '')
}

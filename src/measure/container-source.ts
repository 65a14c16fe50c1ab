import { existsSync } from 'node:fs'
import { type Cgroup, cgroupOf, readCgroup } from './cgroup.ts'
import type { CounterSource, Counters } from './counters.ts'
import { type Container, type ContainerStats, containerOf, oomEvents, statsOf } from './engine.ts'
import { readProc } from './process-table.ts'

/** How the counters of a container are read. `cgroup` null: its files cannot be read here, so the engine is asked. */
type ContainerView = Readonly<{ container: Container; cgroup: Cgroup | null }>

/**
 * The counters of a container. They are read from the files of the kernel, which costs the engine nothing. On macOS containers
 * run in a virtual machine, so these files cannot be read and the engine is asked.
 */
export function containerSource(first: Container, nowSeconds = () => Date.now() / 1000): CounterSource {
  const beganSeconds = nowSeconds()
  let view = viewOf(first)
  const read = async (): Promise<Counters | null> => {
    const counted = await countersOf(view)
    if (counted !== null) return counted
    // The container has ended, and may have been started again.
    const again = await containerOf(first.engine, first.id).catch(() => null)
    if (again === null || again.pid === 0) return null
    view = viewOf(again)
    return await countersOf(view)
  }
  return {
    read,
    async oomKills() {
      return await oomEvents(first, Math.floor(beganSeconds), Math.ceil(nowSeconds()))
    },
  }
}

function viewOf(container: Container): ContainerView {
  const [groups = ''] = readProc(`/proc/${container.pid}/cgroup`)
  // An engine in a virtual machine or a namespace counts processes itself, so this number may belong to another process here.
  // The id of the container in the path shows whether it is the right one.
  return { container, cgroup: cgroupOf(groups, existsSync, container.id) }
}

async function countersOf({ container, cgroup }: ContainerView): Promise<Counters | null> {
  const instance = `${container.id.slice(0, 12)}/${container.pid}`
  if (cgroup === null) {
    const current = await containerOf(container.engine, container.id).catch(() => null)
    if (current?.pid !== container.pid) return null
    const stats = await statsOf(container)
    if (stats === null) return null
    const { cpuLimitCores: cores, memoryLimitBytes: bytes } = container
    const limits = {
      ...(cores === null ? {} : { cpuLimitCores: cores }),
      ...(bytes === null ? {} : { memoryLimitBytes: bytes }),
    }
    return { instance, ...countersOfStats(stats), ...limits }
  }
  // A container that is started again may get the same control group, whose counters then begin at 0.
  if (!readProc(`/proc/${container.pid}/cgroup`)[0]?.includes(container.id)) return null
  const counted = readCgroup(cgroup, (file) => readProc(file)[0] ?? '')
  return counted === null ? null : { instance, ...counted }
}

/**
 * The counters of the engine: https://docs.docker.com/reference/api/engine/. `inactive_file` has another name in version 1 of
 * control groups.
 */
export function countersOfStats({ cpu_stats: cpu, memory_stats: memory }: ContainerStats): Omit<Counters, 'instance'> {
  const { throttling_data: throttling } = cpu
  const droppable = memory.stats?.total_inactive_file ?? memory.stats?.inactive_file ?? 0
  return {
    source: 'engine',
    cpuSeconds: cpu.cpu_usage.total_usage / 1e9,
    memoryBytes: (memory.usage ?? 0) - droppable,
    ...(memory.max_usage === undefined ? {} : { memoryPeakBytes: memory.max_usage }),
    ...(throttling === undefined
      ? {}
      : { periods: throttling.periods, throttledPeriods: throttling.throttled_periods }),
  }
}

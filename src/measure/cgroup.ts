import type { Counters } from './counters.ts'

/** Reads one file of a control group. Empty when the file does not exist. */
type ReadFile = (name: string) => string

type CgroupCounters = Omit<Counters, 'instance'>

/** A control group. In version 2 it is one folder; in version 1 it is one folder for each controller. */
export type Cgroup =
  | Readonly<{ version: 2; path: string }>
  | Readonly<{ version: 1; cpu: string; cpuacct: string; memory: string }>

const ROOT = '/sys/fs/cgroup'

/**
 * The control group that `/proc/PID/cgroup` names. A machine may mount both versions: version 2 is used when its path exists.
 * https://man7.org/linux/man-pages/man7/cgroups.7.html
 *
 * @param part the path is cut after the last name that contains this text, because Podman puts a group of its own below that of
 * the container
 */
export function cgroupOf(groups: string, exists: (file: string) => boolean, part = ''): Cgroup | null {
  const two = upTo(/^0::(\/.*)$/m.exec(groups)?.[1], part)
  // The root group has neither limits nor memory.current.
  if (two !== null && exists(`${ROOT}${two}/memory.current`)) return { version: 2, path: `${ROOT}${two}` }
  const [cpu, cpuacct, memory] = (['cpu', 'cpuacct', 'memory'] as const).map((controller) => {
    const path = upTo(new RegExp(`^\\d+:(?:[^:\\n]*,)?${controller}(?:,[^:\\n]*)?:(/.*)$`, 'm').exec(groups)?.[1], part)
    return path === null ? null : `${ROOT}/${controller}${path}`
  })
  return cpu && cpuacct && memory ? { version: 1, cpu, cpuacct, memory } : null
}

function upTo(path: string | undefined, part: string): string | null {
  if (path === undefined) return null
  const names = path.split('/')
  const last = names.findLastIndex((name) => name.includes(part))
  return last === -1 ? null : names.slice(0, last + 1).join('/')
}

/** null: the group no longer exists. */
export function readCgroup(cgroup: Cgroup, read: ReadFile): CgroupCounters | null {
  if (cgroup.version === 2) return countersOfVersion2((name) => read(`${cgroup.path}/${name}`))
  const folderOf = (name: string) =>
    name.startsWith('cpuacct.') ? cgroup.cpuacct : name.startsWith('cpu.') ? cgroup.cpu : cgroup.memory
  return countersOfVersion1((name) => read(`${folderOf(name)}/${name}`))
}

/**
 * https://docs.kernel.org/admin-guide/cgroup-v2.html. Cached file pages that the kernel can drop at any time (`inactive_file`)
 * are not counted as memory in use.
 */
export function countersOfVersion2(read: ReadFile): CgroupCounters | null {
  const cpu = keyed(read('cpu.stat'))
  const [usage, current] = [cpu('usage_usec'), amount(read('memory.current'))]
  if (usage === null || current === null) return null
  const [quota, period] = read('cpu.max').trim().split(' ').map(amount)
  return withoutNulls({
    source: 'cgroup2',
    cpuSeconds: usage / 1e6,
    memoryBytes: current - (keyed(read('memory.stat'))('inactive_file') ?? 0),
    memoryPeakBytes: amount(read('memory.peak')),
    periods: cpu('nr_periods'),
    throttledPeriods: cpu('nr_throttled'),
    oomKills: oomKillsIn(read('memory.events')),
    cpuLimitCores: quota && period ? quota / period : null,
    memoryLimitBytes: amount(read('memory.max')),
  })
}

/** Without a memory limit, version 1 reports a number that no machine has: the largest page count of 64 bits. */
const NO_LIMIT_BYTES = 2 ** 60

/** https://docs.kernel.org/admin-guide/cgroup-v1/memory.html and cpuacct.html, https://docs.kernel.org/scheduler/sched-bwc.html */
export function countersOfVersion1(read: ReadFile): CgroupCounters | null {
  const [usage, current] = [amount(read('cpuacct.usage')), amount(read('memory.usage_in_bytes'))]
  if (usage === null || current === null) return null
  const [cpu, memory] = [keyed(read('cpu.stat')), keyed(read('memory.stat'))]
  const [quota, period] = [amount(read('cpu.cfs_quota_us')), amount(read('cpu.cfs_period_us'))]
  const limit = memory('hierarchical_memory_limit')
  return withoutNulls({
    source: 'cgroup1',
    cpuSeconds: usage / 1e9,
    memoryBytes: current - (memory('total_inactive_file') ?? 0),
    memoryPeakBytes: amount(read('memory.max_usage_in_bytes')),
    periods: cpu('nr_periods'),
    throttledPeriods: cpu('nr_throttled'),
    oomKills: oomKillsIn(read('memory.oom_control')),
    cpuLimitCores: quota && period ? quota / period : null,
    memoryLimitBytes: limit !== null && limit < NO_LIMIT_BYTES ? limit : null,
  })
}

/** The number in the line `oom_kill 3` of `memory.events` or `memory.oom_control`. null: the file has no such line. */
export function oomKillsIn(text: string): number | null {
  return keyed(text)('oom_kill')
}

/** Looks up a value in lines of the form `name number`. */
function keyed(text: string): (name: string) => number | null {
  return (name) => amount(new RegExp(`^${name} (\\d+)$`, 'm').exec(text)?.[1] ?? '')
}

/** null: the text is no number, such as `max` or `-1`, which both mean that there is no limit. */
function amount(text: string): number | null {
  return /^\d+\s*$/.test(text) ? Number(text) : null
}

type WithoutNull<T> = { [Key in keyof T]: Exclude<T[Key], null> }

/** The values that are not null. */
function withoutNulls<T extends object>(values: T): WithoutNull<T> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null)) as WithoutNull<T>
}

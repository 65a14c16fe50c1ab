import { readdirSync, readFileSync } from 'node:fs'

/** What the kernel says of one process. */
export type ProcessEntry = Readonly<{
  pid: number
  parent: number
  /** `Z` and `X`: it has ended. */
  state: string
  group: number
  session: number
  /** Its own, and that of children that it has waited for. */
  cpuSeconds: number
}>

/** Ticks a second in /proc, on every architecture of Linux: https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html */
const TICKS_PER_SECOND = 100

/** All processes of this machine that run now. Linux only. */
export function processTable(): readonly ProcessEntry[] {
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name))
  return pids.flatMap((pid) => readProc(`/proc/${pid}/stat`).map(parseStat))
}

/**
 * A file of the kernel, which no disk keeps waiting: read at once, because a promise for each of a hundred costs ten times as much, of the
 * machine that is measured. Empty where the process has just ended.
 */
export function readProc(path: string): readonly string[] {
  try {
    return [readFileSync(path, 'utf8')]
  } catch {
    return []
  }
}

/** The line of `/proc/PID/stat`. The name of a process may hold spaces and brackets: what follows its last bracket counts. */
export function parseStat(text: string): ProcessEntry {
  const end = text.lastIndexOf(')')
  const fields = text.slice(end + 2).split(' ')
  const number = (field: number): number => Number(fields[field - 3])
  const ticks = [14, 15, 16, 17].reduce((sum, field) => sum + number(field), 0)
  return {
    pid: Number(text.slice(0, text.indexOf(' '))),
    state: fields[0] ?? '',
    parent: number(4),
    group: number(5),
    session: number(6),
    cpuSeconds: ticks / TICKS_PER_SECOND,
  }
}

export function isAlive({ state }: ProcessEntry): boolean {
  return state !== 'Z' && state !== 'X'
}

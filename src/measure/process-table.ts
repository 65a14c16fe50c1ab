import { readdir, readFile } from 'node:fs/promises'

/** What the kernel says of one process. */
export type ProcessEntry = Readonly<{
  pid: number
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
export async function processTable(): Promise<readonly ProcessEntry[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name))
  const texts = await Promise.all(pids.map((pid) => readFile(`/proc/${pid}/stat`, 'utf8').catch(() => null)))
  return texts.flatMap((text) => (text === null ? [] : [parseStat(text)]))
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
    group: number(5),
    session: number(6),
    cpuSeconds: ticks / TICKS_PER_SECOND,
  }
}

export function isAlive({ state }: ProcessEntry): boolean {
  return state !== 'Z' && state !== 'X'
}

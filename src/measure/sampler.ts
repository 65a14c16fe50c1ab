import { appendFile } from 'node:fs/promises'
import { setTimeout as pause } from 'node:timers/promises'
import type { BackgroundWork } from './background-work.ts'
import type { CounterSource } from './counters.ts'

/** Counters are exact over any time span, so one sample per second is enough. More samples would be load themselves. */
const INTERVAL_MS = 1000

/**
 * With thousands of processes a sample takes longer. The samples are then taken less often, so that together they use at most 1
 * % of a core.
 */
const MAX_CORE_SHARE = 0.01

/** How long to wait after a sample that used this much CPU time. */
export function pauseAfterMs(usedMs: number): number {
  return Math.max(INTERVAL_MS, usedMs / MAX_CORE_SHARE)
}

/**
 * Writes what a service uses to `resources.ndjson` beside the result, from now until `end` is called. results/resource-lines.ts
 * reads the file.
 */
export async function startSampler(source: CounterSource, target: string, file: string): Promise<BackgroundWork> {
  const done = new AbortController()
  const write = async (line: object): Promise<void> => await appendFile(file, `${JSON.stringify(line)}\n`)
  const sample = async (): Promise<void> => {
    const counters = await source.read()
    if (counters !== null) await write({ t: Date.now() / 1000, target, ...counters })
  }
  await write({ t: Date.now() / 1000, event: 'load-start' })
  await sample()
  const sampled = (async () => {
    let usedMs = 0
    while (!done.signal.aborted) {
      await pause(pauseAfterMs(usedMs), undefined, { signal: done.signal }).catch(() => null)
      const before = process.cpuUsage()
      await sample()
      const { user, system } = process.cpuUsage(before)
      usedMs = (user + system) / 1000
    }
  })()
  // `end` reports an error such as a full disk. Without this line the error would end the program.
  sampled.catch(() => null)
  return {
    async end() {
      done.abort()
      await sampled
      const t = Date.now() / 1000
      const kills = await source.oomKills()
      await write({ t, event: 'load-end', ...(kills > 0 ? { oomKills: kills } : {}) })
    },
  }
}

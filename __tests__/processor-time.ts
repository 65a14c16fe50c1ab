import { cpuUsage } from 'node:process'

/** What a task costs this process. Unlike the time on the wall, it does not depend on what else the machine does. */
export function processorMs(task: () => unknown): number {
  const before = cpuUsage()
  task()
  const { user, system } = cpuUsage(before)
  return (user + system) / 1000
}

import { spawn } from 'node:child_process'

/** What one whole process cost. */
export type ProcessCost = Readonly<{ wallMs: number; peakMemoryBytes: number; exitCode: number | null }>

/** Printed on exit by the process itself: Node has no way to ask for a child's peak memory. maxRSS is in KiB. */
const REPORT_PEAK =
  `--import=data:text/javascript,process.on('exit',()=>require('fs').writeSync(3,String(process.resourceUsage().maxRSS)))`.replace(
    'require(',
    'process.getBuiltinModule(',
  )

/** Runs one command and measures it. `untilMs` may end the measurement earlier, at the first request for example. */
export async function processCost(
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
  until?: Promise<unknown>,
): Promise<ProcessCost> {
  const start = process.hrtime.bigint()
  const child = spawn(process.execPath, [REPORT_PEAK, ...args], {
    env: { PATH: process.env.PATH ?? '', ...env },
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  })
  let peak = ''
  child.stdio[3]?.on('data', (chunk: Buffer) => {
    peak += chunk.toString()
  })
  const closed = new Promise<number | null>((resolve) => child.on('close', resolve))
  if (until !== undefined) await Promise.race([until, closed])
  const reachedMs = Number(process.hrtime.bigint() - start) / 1e6
  const exitCode = await closed
  const wallMs = until === undefined ? Number(process.hrtime.bigint() - start) / 1e6 : reachedMs
  return { wallMs, peakMemoryBytes: Number(peak) * 1024, exitCode }
}

export function median(values: readonly number[]): number {
  return values.toSorted((left, right) => left - right)[Math.floor(values.length / 2)] ?? Number.NaN
}

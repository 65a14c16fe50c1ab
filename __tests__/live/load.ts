import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { expect } from '@jest/globals'
import { type Judged, judge, PASSES, SLOWER } from './judge.ts'
import type { Service } from './service.ts'
import { type Changes, runPage } from './tool-page.ts'

export const PASSES_ON_MEDIAN = { ...PASSES, verdicts: { 'p50 of latency': expect.any(String) } }
export const BLOCKED_BY_P95 = { exitCode: 1, verdicts: { 'p95 of latency': SLOWER } }

const DELAYS_MS = { baseline: 100, unchanged: 100, slower: 400 }

type Load = Readonly<{
  /** The page of docs/tools that says how. */
  tool: string
  start: (delayMs: number) => Promise<Service>
  changes: (port: number) => Changes
  /** What the page says that the repository has. */
  files: Readonly<Record<string, string>>
  /** Of the policy: how long the tool takes to start its users, which is not the service's doing. */
  warmUp?: string
}>

/**
 * Puts load on three services, as the page of the tool says it, and judges two of them against the first. All three at once: what else
 * the machine does meets them alike. The tail of some hundred requests is no measure where a machine is busy, so only the slower one is
 * judged on its p95, as by default.
 */
export async function loadAndJudge(
  folder: string,
  load: Load,
): Promise<Readonly<{ unchanged: Judged; slower: Judged }>> {
  await Promise.all(Object.entries(DELAYS_MS).map(([side, delayMs]) => putLoadOn(join(folder, side), delayMs, load)))
  const against = async (side: string, stat: string) => {
    const policy = join(folder, 'policy.yml')
    await writeFile(policy, policyText(load, stat))
    const sides = ['--baseline', join(folder, 'baseline/results'), '--candidate', join(folder, side, 'results')]
    return judge(folder, '--policy', policy, ...sides)
  }
  return { unchanged: await against('unchanged', 'p50'), slower: await against('slower', 'p95') }
}

/** How many requests fit into some seconds says nothing on a busy machine, so fewer of them only warn. */
function policyText({ warmUp }: Load, stat: string): string {
  return `version: 1
defaults:
  levels: { dropped-load: warn }
  exclude: { first: ${warmUp ?? '0s'} }
  primary: [{ metric: latency, stat: ${stat} }]
`
}

async function putLoadOn(folder: string, delayMs: number, { tool, start, changes, files }: Load): Promise<void> {
  await mkdir(folder, { recursive: true })
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true })
    await writeFile(join(folder, name), text)
  }
  const service = await start(delayMs)
  try {
    await runPage(tool, folder, changes(service.port))
  } finally {
    await service.stop()
  }
}

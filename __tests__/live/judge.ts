import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect } from '@jest/globals'
import { runCli } from '../e2e/run-cli.ts'

type Report = Readonly<{
  comparisons: readonly Readonly<{
    gated: boolean
    stat: string
    metric: string
    endpoint: string | null
    verdict: string
  }>[]
  findings: readonly Readonly<{ level: string; message: string }>[]
}>

export type Judged = Readonly<{
  exitCode: number | null
  /** The verdict of each series that can block, by its name. */
  verdicts: Readonly<Record<string, string>>
  /** What blocks, in words. */
  blockedBy: readonly string[]
}>

/**
 * A slowdown that is planted is 150 %, and the limit 50 %: between them, and below them, there is room for a machine that is busy with
 * something else. What the gate says of 5 % is tested with recorded results.
 */
const LIMIT = '50%'

export const PASSES = { exitCode: 0, blockedBy: [] }

/** On a machine with much else to do the runs differ so much that a slowdown is not proven. It blocks all the same. */
export const SLOWER = expect.stringMatching(/^(?:regressed|unproven)$/)

/** What the packaged command line says of results. */
export async function judge(folder: string, ...args: readonly string[]): Promise<Judged> {
  const json = join(folder, 'report.json')
  const { exitCode, stderr } = await runCli(['compare', ...args, '--max-regression', LIMIT, '--json', json])
  if (exitCode === null || exitCode > 1) throw new Error(`perf-gate ended with ${exitCode}: ${stderr}`)
  const { comparisons, findings } = JSON.parse(await readFile(json, 'utf8')) as Report
  return {
    exitCode,
    verdicts: Object.fromEntries(
      comparisons
        .filter(({ gated }) => gated)
        .map(({ stat, metric, endpoint, verdict }) => [
          [stat, metric, endpoint].filter((word) => word !== null).join(' of '),
          verdict,
        ]),
    ),
    blockedBy: findings.filter(({ level }) => level === 'fail').map(({ message }) => message),
  }
}

import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { commandLineContext } from '../../src/commands/local-gate.ts'
import { readRun } from '../../src/formats/read-run.ts'
import { FORMATS } from '../../src/formats/registry.ts'
import { collect, runGate } from '../../src/gate.ts'
import type { Policy } from '../../src/model/policy.ts'
import type { ResultFile } from '../../src/model/result-file.ts'
import type { Run } from '../../src/model/run.ts'
import type { Verdict } from '../../src/model/verdict.ts'
import { defaultPolicy } from '../../src/policy/default-policy.ts'
import { limitFor, servicePolicy } from '../../src/policy/service-policy.ts'
import { withToolLimits } from '../../src/policy/tool-limits.ts'
import { writtenPrimaries } from '../../src/policy/tool-primaries.ts'
import { messageOf } from '../../src/report/finding-text.ts'
import { inspectRuns } from '../../src/results/inspect.ts'
import { aFile, type Json } from '../formats/read-fixture.ts'

/** The folder with artifacts of real tools. */
export const TOOLS = new URL('../fixtures/tools/', import.meta.url)

/** The bytes of a file that a real tool wrote, decompressed. */
export function toolBytes(name: string): Uint8Array {
  const bytes = readFileSync(new URL(name, TOOLS))
  return name.endsWith('.gz') ? gunzipSync(bytes) : bytes
}

export function toolText(name: string): string {
  return new TextDecoder().decode(toolBytes(name))
}

export function toolJson(name: string): Json {
  return JSON.parse(toolText(name))
}

/** The numbers that a program in another language computed from the raw rows of the same file. */
export function expected(name: string): Json {
  const numbers = toolJson('expected.json')[name]
  if (numbers === undefined) throw new Error(`No expected numbers of ${name}`)
  return numbers
}

export async function readTool(name: string): Promise<Run> {
  return readRun(aFile(toolBytes(name), name), FORMATS)
}

/** The files of one run, by path inside its folder. */
export type RunFolder = Readonly<Record<string, string | Uint8Array>>

const BASELINE_FACTORS = [1, 1.004, 0.997]
const CANDIDATE_FACTORS = [1.002, 0.998, 1.001]

/**
 * Three runs per side of a real artifact, with slightly different factors for its times. The factors of the candidate
 * are multiplied by `slowdown` as well.
 */
export function pairs(runWith: (factor: number) => RunFolder, slowdown: number): readonly ResultFile[] {
  const side = (variant: string, factors: readonly number[]) =>
    factors.flatMap((factor, index) => runFiles(`${variant}/run-${index + 1}`, runWith(factor)))
  return [
    ...side('baseline', BASELINE_FACTORS),
    ...side(
      'candidate',
      CANDIDATE_FACTORS.map((one) => one * slowdown),
    ),
  ]
}

function runFiles(folder: string, files: RunFolder): readonly ResultFile[] {
  return Object.entries(files).map(([name, content]) => aFile(content, `${folder}/${name}`))
}

export async function judge(files: readonly ResultFile[], policy: Policy = defaultPolicy({})): Promise<Verdict> {
  return (await gate(files, policy)).verdict
}

export async function gate(files: readonly ResultFile[], policy: Policy = defaultPolicy({})) {
  const options = { defaultService: 'shop', defaultSide: 'candidate', defaultCommit: 'f'.repeat(40) } as const
  const sets = [{ files, refusals: [], options }]
  const collected = await collect(sets, policy)
  return runGate(
    { policy, context: commandLineContext(policy), origin: 'same-results' },
    { sets, collected, lookup: null, ancestry: null },
  )
}

/** The text that `perf-gate inspect` prints for these files. */
export async function inspected(files: readonly ResultFile[], policy: Policy = defaultPolicy({})): Promise<string> {
  const options = { defaultService: 'shop', defaultSide: 'candidate', defaultCommit: null } as const
  const collected = await collect([{ files, refusals: [], options }], policy)
  const ofTools = withToolLimits(policy, collected.runs)
  return inspectRuns(collected, (service) => ({
    primaries: writtenPrimaries(ofTools, service),
    limitRatio: (endpoint) => limitFor(servicePolicy(ofTools, service), endpoint),
  }))
}

/** The verdict of each gated series, by its name. */
export function verdicts({ services }: Verdict): Readonly<Record<string, string>> {
  const gated = services.flatMap(({ comparisons }) => comparisons.filter(({ role }) => role !== 'other'))
  return Object.fromEntries(
    gated.map(({ endpoint, metric, stat, verdict }) => [
      [stat, metric, endpoint].filter((word) => word !== null).join(' of '),
      verdict,
    ]),
  )
}

/** The messages of the findings as plain text. */
export function messagesOf({ findings }: Verdict): readonly string[] {
  return findings.map(messageOf)
}

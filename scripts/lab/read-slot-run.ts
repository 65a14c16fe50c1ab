import { createReadStream } from 'node:fs'
import { join } from 'node:path'
import { FORMATS } from '../../src/formats/registry.ts'
import { UserError } from '../../src/model/errors.ts'
import type { ResultFile } from '../../src/model/result-file.ts'
import type { IdentifiedRun, Side } from '../../src/model/run.ts'
import { measurementIn } from '../../src/policy/run-values.ts'
import { collectRuns } from '../../src/results/collect-runs.ts'
import { type Arm, slotFolder } from './campaign.ts'

/** The place of a run in a comparison. */
export type Role = Readonly<{
  side: Side
  /** null: all runs shared one machine. */
  jobId: string | null
}>

/** Reads one run of a campaign with the code that reads results for the gate. */
export async function readSlotRun(work: string, slot: number, arm: Arm, role: Role): Promise<IdentifiedRun> {
  const folder = join(slotFolder(work, slot), arm)
  const place = `lab/${role.side}/run-${slot}`
  const files: readonly ResultFile[] = [
    ...['summary.json', 'exit-code'].map((name) =>
      fileOf(`${place}/${name}`, () => createReadStream(join(folder, name))),
    ),
    fileOf(`${place}/run.json`, () => textOf(JSON.stringify({ schemaVersion: 1, jobId: role.jobId, k6Version: null }))),
  ]
  const options = { formats: FORMATS, defaultService: 'lab', defaultSide: role.side, defaultCommit: null }
  const { runs, refusals } = await collectRuns(files, options)
  const [run] = runs
  if (run === undefined) throw new UserError(`The run in ${folder} cannot be used: ${refusals[0]?.problem}`)
  return run
}

/** The p95 that is judged, in milliseconds. */
export function p95Of(run: IdentifiedRun): number {
  const p95 = measurementIn(run, 'http_req_duration', null)?.stats.get('p95')
  if (p95 === undefined) throw new UserError(`${run.source.path} has no p95 of http_req_duration.`)
  return p95
}

function fileOf(path: string, open: () => AsyncIterable<Uint8Array>): ResultFile {
  return { path, artifact: null, open }
}

async function* textOf(text: string): AsyncGenerator<Uint8Array> {
  yield new TextEncoder().encode(text)
}

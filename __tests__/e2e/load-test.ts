import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { artifactZip } from './github/artifact-zip.ts'
import type { GitHub } from './github/start-github.ts'
import { REPOSITORY_ROOT } from './runner/job-environment.ts'

/** Recorded k6 summaries of the example service: `slow` is 15 % slower at POST /orders. */
export type Recorded = 'normal' | 'slow'

const FOLDERS = { normal: 'baseline', slow: 'candidate' } as const

/** Plays the load-test job of a workflow run: real recorded results, uploaded as the artifact of the service `checkout`. */
export async function uploadResults(github: GitHub, runId: number, recorded: Recorded): Promise<number> {
  return github.uploadArtifact(runId, 'k6-results-checkout', await artifactZip(await recordedRuns(recorded)))
}

/** `run-<n>/summary.json` and `run-<n>/exit-code` of five real runs. */
export async function recordedRuns(recorded: Recorded): Promise<Readonly<Record<string, Uint8Array>>> {
  const folder = join(REPOSITORY_ROOT, 'examples/checkout/results/checkout', FOLDERS[recorded])
  const files: Record<string, Uint8Array> = {}
  for (const run of await readdir(folder)) {
    for (const name of ['summary.json', 'exit-code']) files[`${run}/${name}`] = await readFile(join(folder, run, name))
  }
  return files
}

/** Starts the workflow of an event, with results or without, and gives the run's id. */
export async function startWorkflow(
  github: GitHub,
  run: Readonly<{ event: string; headSha: string; headBranch: string; actor: string }>,
  recorded: Recorded | null,
): Promise<number> {
  const id = await github.addWorkflowRun({ ...run, status: 'in_progress' })
  if (recorded !== null) await uploadResults(github, id, recorded)
  return id
}

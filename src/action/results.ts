import { join } from 'node:path'
import type { ResultSet } from '../gate.ts'
import {
  type Absence,
  downloadResults,
  type Located,
  locateResults,
  type ResultsQuery,
} from '../github/event-results.ts'
import { withPermissionHint } from '../github/permission-error.ts'
import type { Surroundings } from '../github/surroundings.ts'
import { isOtherWorkflow } from '../github/task.ts'
import type { ResultFile } from '../model/result-file.ts'
import type { Text } from '../model/text.ts'
import { createProgress, type Progress } from '../results/progress.ts'

export type ResultsSource = Pick<ResultsQuery, 'from' | 'startedBy' | 'ended' | 'headRepoId' | 'isLater'>

/** Where the results of a commit are: in the folder that the inputs name, otherwise in artifacts. */
export type FoundResults = Located | Readonly<{ kind: 'folder'; folder: string }>

/** The results of a commit. `absence`: why there are none. */
export type Results = Readonly<{
  set: ResultSet
  absence: Absence | null
  /** What readers must know about how the results were measured, in full sentences. */
  notes: readonly Text[]
}>

export async function findResults(around: Surroundings, commit: string, source: ResultsSource): Promise<FoundResults> {
  const { inputs, client, env } = around
  if (inputs.results !== null) return { kind: 'folder', folder: join(env.GITHUB_WORKSPACE ?? '', inputs.results) }
  return await withPermissionHint('read the artifacts', () =>
    locateResults(client, resultsQuery(around, commit, source)),
  )
}

export async function readResults(around: Surroundings, commit: string, found: FoundResults): Promise<Results> {
  const { watch } = progressInLog(around)
  const options = {
    defaultService: around.context.repository.name.toLowerCase(),
    defaultSide: 'candidate',
    defaultCommit: commit,
  } as const
  const setOf = (files: readonly ResultFile[]) => ({ files: files.map(watch), refusals: [], options })
  switch (found.kind) {
    case 'folder': {
      const { readFolder } = await import('../results/folder.ts')
      return { set: setOf(await readFolder(found.folder)), absence: null, notes: [] }
    }
    case 'absent':
      return { set: { ...setOf([]), absence: found.absence.said }, absence: found.absence, notes: [] }
    case 'artifacts': {
      const { files, refusals } = await withPermissionHint('read the artifacts', () =>
        downloadResults(around.client, found.artifacts, async (bytes, artifact) =>
          (await import('../results/zip.ts')).readArtifactZip(bytes, artifact),
        ),
      )
      const { notes, lostJobs } = found
      return { set: { ...setOf(files), refusals, lostJobs }, absence: null, notes }
    }
  }
}

/** Reading gigabytes of points takes minutes: lines in the log show that the gate still works. */
function progressInLog({ log }: Surroundings): Progress {
  return createProgress({ isTerminal: false, write: (line) => log.info(line.trimEnd()) }, () => performance.now())
}

/** Where the artifacts of a commit are looked for. */
function resultsQuery({ inputs, context, env }: Surroundings, headSha: string, source: ResultsSource): ResultsQuery {
  return {
    ...source,
    workflow: inputs.loadTestWorkflow ?? context.workflowFile,
    headSha,
    pattern: inputs.artifacts,
    currentRunId: context.workflowRunId,
    runAttempt: context.runAttempt,
    isOtherWorkflow: isOtherWorkflow(context, inputs),
    hasMeasured: source.from === 'this-run' || source.from === 'this-run-and-older',
    gateJob: { id: env.GITHUB_JOB || null, action: env.GITHUB_ACTION_REPOSITORY || null },
  }
}

import { join } from 'node:path'
import type { ResultSet } from '../gate.ts'
import { type Absence, type ResultsQuery, readEventResults } from '../github/event-results.ts'
import { explained } from '../github/permission-error.ts'
import { isOtherWorkflow } from '../github/task.ts'
import { createProgress, type Progress } from '../results/progress.ts'
import type { Job } from './job.ts'

type ResultsSource = Pick<ResultsQuery, 'from' | 'startedBy' | 'ended' | 'headRepoId'>

export type FoundResults = Readonly<{
  set: ResultSet
  absence: Absence | null
  /** What readers must know of how they were measured, in full sentences. */
  remarks: readonly string[]
}>

/** The results of a commit: of the folder on disk that the inputs name, else of artifacts. */
export async function readResults(job: Job, commit: string, source: ResultsSource): Promise<FoundResults> {
  const { inputs, context, client, env } = job
  const { watch } = progressInLog(job)
  const options = {
    defaultService: context.repository.name.toLowerCase(),
    defaultVariant: 'candidate',
    defaultCommit: commit,
  } as const
  if (inputs.results !== null) {
    const { readFolder } = await import('../results/folder.ts')
    const files = await readFolder(join(env.GITHUB_WORKSPACE ?? '', inputs.results))
    return { set: { files: files.map(watch), refusals: [], options }, absence: null, remarks: [] }
  }
  const query = resultsQuery(job, commit, source)
  const { absence, remarks, ...found } = await explained('read the artifacts', () =>
    readEventResults(client, query, async (bytes, artifact) =>
      (await import('../results/zip.ts')).readArtifactZip(bytes, artifact),
    ),
  )
  return {
    set: { ...found, files: found.files.map(watch), absence: absence?.words ?? null, options },
    absence,
    remarks,
  }
}

/** Gigabytes of points take a while: a line in the log now and then says that it still works. */
function progressInLog({ log }: Job): Progress {
  return createProgress({ isTerminal: false, write: (line) => log.info(line.trimEnd()) }, () => performance.now())
}

/** Where the artifacts of a commit are looked for. */
export function resultsQuery({ inputs, context, env }: Job, headSha: string, source: ResultsSource): ResultsQuery {
  return {
    ...source,
    workflow: inputs.loadTestWorkflow ?? context.workflowFile,
    headSha,
    pattern: inputs.artifacts,
    currentRunId: context.workflowRunId,
    runAttempt: context.runAttempt,
    isOtherWorkflow: isOtherWorkflow(context, inputs),
    gateJob: { id: env.GITHUB_JOB || null, action: env.GITHUB_ACTION_REPOSITORY || null },
  }
}

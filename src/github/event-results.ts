import { UserError } from '../model/errors.ts'
import type { ResultFile } from '../model/result-file.ts'
import type { Refusal } from '../model/run.ts'
import { type Artifact, downloadArtifact, listArtifacts } from './artifacts.ts'
import type { GitHubClient } from './client.ts'
import { findLoadTestRun, type LoadTestQuery } from './load-test-run.ts'

/** The result files of a commit, and what kept some of them away. */
export type EventResults = Readonly<{
  files: readonly ResultFile[]
  refusals: readonly Refusal[]
  /** The load test of this commit has not ended: it will start this gate again. */
  isWaiting: boolean
}>

export type ResultsQuery = LoadTestQuery &
  Readonly<{
    runAttempt: number
    /** This event runs no load test of its own, so an older run of the same commit may be read. */
    mayUseOlderRun: boolean
  }>

type ArtifactReference = NonNullable<ResultFile['artifact']>
type Unzip = (bytes: Buffer, artifact: ArtifactReference) => Promise<readonly ResultFile[]>

/** Results of this run's own artifacts; where it has none and may, those of the newest load test of the same commit. */
export async function readEventResults(client: GitHubClient, query: ResultsQuery, unzip: Unzip): Promise<EventResults> {
  const own = await listArtifacts(client, query.currentRunId, query.pattern)
  if (own.length > 0) return await download(client, own, query.runAttempt, unzip)
  if (!query.mayUseOlderRun) {
    return nothing(
      `run ${query.currentRunId}`,
      `No artifact of this run is called ${query.pattern}. Upload the results with actions/upload-artifact in an earlier job, also when the load test fails (\`if: always()\`), and let this job need it.`,
    )
  }
  const found = await findLoadTestRun(client, query)
  switch (found.kind) {
    case 'found':
      return await download(client, found.artifacts, found.runAttempt, unzip)
    case 'in-progress':
      return {
        ...nothing(
          `run ${found.workflowRunId}`,
          `The load test of this commit is still running (run ${found.workflowRunId}). The gate runs again when it ends.`,
        ),
        isWaiting: true,
      }
    case 'expired':
      return nothing(
        `run ${found.workflowRunId}`,
        `The results of run ${found.workflowRunId} have expired. Run the load test of this commit again.`,
      )
    case 'none':
      return nothing(
        found.workflow,
        `No completed run of ${found.workflow} for this commit has an artifact called ${query.pattern} (${found.runsSearched} runs were looked at). Run the load test of this commit.`,
      )
  }
}

async function download(
  client: GitHubClient,
  artifacts: readonly Artifact[],
  runAttempt: number | null,
  unzip: Unzip,
): Promise<EventResults> {
  const files: ResultFile[] = []
  const refusals: Refusal[] = []
  for (const artifact of artifacts) {
    const { id, name, digest, workflowRunId } = artifact
    const answer = await downloadArtifact(client, artifact)
    if (answer.kind === 'expired')
      refusals.push(refusal(name, 'The artifact has expired. Run the load test of this commit again.'))
    else if (answer.kind === 'refused') refusals.push(refusal(name, `The artifact was not read: ${answer.problem}.`))
    else {
      try {
        files.push(...(await unzip(Buffer.from(answer.bytes), { id, name, digest, workflowRunId, runAttempt })))
      } catch (error) {
        if (!(error instanceof UserError)) throw error
        refusals.push(refusal(name, error.message))
      }
    }
  }
  return { files, refusals, isWaiting: false }
}

function nothing(path: string, problem: string): EventResults {
  return { files: [], refusals: [refusal(path, problem)], isWaiting: false }
}

function refusal(path: string, problem: string): Refusal {
  return { service: null, variant: 'candidate', path, problem }
}

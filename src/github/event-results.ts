import { UserError } from '../model/errors.ts'
import type { ResultFile } from '../model/result-file.ts'
import type { Refusal } from '../model/run.ts'
import { type Artifact, distinctUploads, downloadArtifact, listArtifacts } from './artifacts.ts'
import type { GitHubClient } from './client.ts'
import { findLoadTestRun, type LoadTestQuery, type LoadTestRun } from './load-test-run.ts'

/** Why there is no result. */
export type Absence = Readonly<{
  /** The load test of this commit is still to come or to end: it will start this gate again. */
  isWaiting: boolean
  /** There were results once, and GitHub deleted them. */
  hasExpired: boolean
  /** Full sentences. */
  words: string
}>

/** The result files of a commit, and what kept some or all of them away. */
export type EventResults = Readonly<{
  files: readonly ResultFile[]
  refusals: readonly Refusal[]
  absence: Absence | null
}>

export type ResultsQuery = LoadTestQuery &
  Readonly<{
    runAttempt: number
    /** This run's own artifacts; those or, where it has none, an older run's; or only those of the load test's workflow. */
    from: 'this-run' | 'this-run-or-older' | 'load-test'
  }>

type ArtifactReference = NonNullable<ResultFile['artifact']>
type Unzip = (bytes: Buffer, artifact: ArtifactReference) => Promise<readonly ResultFile[]>

/** Results of this run's own artifacts, or of the newest load test of the same commit. */
export async function readEventResults(client: GitHubClient, query: ResultsQuery, unzip: Unzip): Promise<EventResults> {
  const { from, currentRunId, pattern } = query
  if (from !== 'load-test') {
    const own = await listArtifacts(client, currentRunId, pattern)
    if (own.length > 0)
      return await downloadResults(client, await withOlderRuns(client, own, query), query.runAttempt, unzip)
  }
  if (from === 'this-run') {
    return absent(
      `No artifact of this run is called ${pattern}. Upload the results with actions/upload-artifact in an earlier job, also when the load test fails (\`if: always()\`), and let this job need it.`,
    )
  }
  const found = await findLoadTestRun(client, query)
  if (found.kind === 'found') return await downloadResults(client, found.artifacts, found.runAttempt, unzip)
  return { files: [], refusals: [], absence: absenceOf(found, query) }
}

/** Where a confirmation adds runs, the results of this run are added to those of earlier runs of the same commit. */
async function withOlderRuns(
  client: GitHubClient,
  own: readonly Artifact[],
  query: ResultsQuery,
): Promise<readonly Artifact[]> {
  if (!query.addsRuns) return own
  const older = await findLoadTestRun(client, query)
  return older.kind === 'found' ? distinctUploads([...own, ...older.artifacts]) : own
}

/** What the newest load test of this commit left undone. The first sentence fits into a commit status. */
function absenceOf(found: Exclude<LoadTestRun, { kind: 'found' }>, query: LoadTestQuery): Absence {
  const commit = query.headSha.slice(0, 7)
  switch (found.kind) {
    case 'none':
      return waiting(`Waiting for the load test: ${query.workflow} has not run on ${commit} yet.`)
    case 'in-progress':
      return waiting(`The load test of ${commit} is running (run ${found.workflowRunId}).`)
    case 'needs-approval':
      return waiting(
        `Waiting: someone with write access must approve the workflow run ${found.workflowRunId} of this new contributor.`,
      )
    case 'expired':
      return {
        ...ended(
          `The results of run ${found.workflowRunId} have expired. Run the load test of this commit again: re-run that run, or push.`,
        ),
        hasExpired: true,
      }
    case 'without-results':
      return ended(
        `The load test of ${commit} ended without results (run ${found.workflowRunId}, ${found.conclusion ?? 'no conclusion'}). ` +
          `It has no artifact called ${query.pattern}. Look at its log, and run it again.`,
      )
  }
}

function waiting(words: string): Absence {
  return { isWaiting: true, hasExpired: false, words }
}

function ended(words: string): Absence {
  return { isWaiting: false, hasExpired: false, words }
}

function absent(words: string): EventResults {
  return { files: [], refusals: [], absence: ended(words) }
}

/** Downloads and unpacks artifacts; what cannot be read of them becomes a refusal. */
export async function downloadResults(
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
  return { files, refusals, absence: null }
}

function refusal(path: string, problem: string): Refusal {
  return { service: null, variant: 'candidate', path, problem }
}

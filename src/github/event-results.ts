import { UserError } from '../model/errors.ts'
import type { ResultFile } from '../model/result-file.ts'
import type { Refusal } from '../model/run.ts'
import { type Artifact, distinctUploads, downloadArtifact, listArtifacts } from './artifacts.ts'
import type { GitHubClient } from './client.ts'
import { findLoadTestRun, type LoadTestQuery, type LoadTestRun } from './load-test-run.ts'
import { createPool } from './pool.ts'
import { settleAll } from './settle.ts'

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

/** Where the results of a commit are; an absence: they are nowhere. */
export type Located =
  | Readonly<{ kind: 'artifacts'; artifacts: readonly Artifact[]; runAttempt: number | null }>
  | Readonly<{ kind: 'absent'; absence: Absence }>

/** Finds this run's own artifacts, or those of the newest load test of the same commit. Nothing is downloaded yet. */
export async function locateResults(client: GitHubClient, query: ResultsQuery): Promise<Located> {
  const { from, currentRunId, pattern, runAttempt } = query
  if (from !== 'load-test') {
    const own = await listArtifacts(client, currentRunId, pattern)
    if (own.length > 0) return { kind: 'artifacts', artifacts: await withOlderRuns(client, own, query), runAttempt }
  }
  if (from === 'this-run') {
    const words = `No artifact of this run is called ${pattern}. Upload the results with actions/upload-artifact in an earlier job, also when the load test fails (\`if: always()\`), and let this job need it.`
    return { kind: 'absent', absence: ended(words) }
  }
  const found = await findLoadTestRun(client, query)
  return found.kind === 'found'
    ? { kind: 'artifacts', artifacts: found.artifacts, runAttempt: found.runAttempt }
    : { kind: 'absent', absence: absenceOf(found, query) }
}

/** Where a confirmation adds runs, the results of this run are added to those of earlier runs of the same commit. */
async function withOlderRuns(
  client: GitHubClient,
  own: readonly Artifact[],
  query: ResultsQuery,
): Promise<readonly Artifact[]> {
  if ((await query.addsRuns) !== true) return own
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

/** So many compressed bytes are held in memory at once. A larger artifact comes alone. */
const BYTES_AT_ONCE = 256 * 1024 ** 2
/** Small ones wait for the network, not for memory; but no more of them at once than requests. */
const LEAST_BYTES = BYTES_AT_ONCE / 6

/** Downloads and unpacks artifacts; what cannot be read of them becomes a refusal. */
export async function downloadResults(
  client: GitHubClient,
  artifacts: readonly Artifact[],
  runAttempt: number | null,
  unzip: Unzip,
): Promise<EventResults> {
  const pool = createPool(BYTES_AT_ONCE)
  const read = await settleAll(artifacts, (artifact) =>
    pool(Math.max(artifact.sizeBytes, LEAST_BYTES), () => readArtifact(client, artifact, runAttempt, unzip)),
  )
  return {
    files: read.flatMap(({ files }) => files),
    refusals: read.flatMap(({ refusals }) => refusals),
    absence: null,
  }
}

async function readArtifact(
  client: GitHubClient,
  artifact: Artifact,
  runAttempt: number | null,
  unzip: Unzip,
): Promise<Omit<EventResults, 'absence'>> {
  const { id, name, digest, workflowRunId } = artifact
  const refused = (problem: string) => ({ files: [], refusals: [refusal(name, problem)] })
  const answer = await downloadArtifact(client, artifact)
  if (answer.kind === 'expired') return refused('The artifact has expired. Run the load test of this commit again.')
  if (answer.kind === 'refused') return refused(`The artifact was not read: ${answer.problem}.`)
  try {
    return {
      files: await unzip(Buffer.from(answer.bytes), { id, name, digest, workflowRunId, runAttempt }),
      refusals: [],
    }
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    return refused(error.message)
  }
}

function refusal(path: string, problem: string): Refusal {
  return { service: null, variant: 'candidate', path, problem }
}

import { UserError } from '../model/errors.ts'
import type { ResultFile } from '../model/result-file.ts'
import type { Refusal } from '../model/run.ts'
import { code, name, type Said, type Text, text } from '../model/text.ts'
import { distinctUploads, downloadArtifact } from './artifacts.ts'
import type { PlacedArtifact } from './attempts.ts'
import type { GitHubClient } from './client.ts'
import { loadTestNotes } from './load-test-notes.ts'
import { findLoadTests, hasWholeResults, type LoadTestQuery, type LoadTestRuns, ownLoadTests } from './load-test-run.ts'
import { lostJobs } from './lost-jobs.ts'
import { createPool } from './pool.ts'
import { settleAll, settleInOrder } from './settle.ts'

/** Why there are no results. */
export type Absence = Readonly<{
  /** The load test of this commit has not started or not ended yet. Its end will start this gate again. */
  isWaiting: boolean
  /** There were results, but GitHub has deleted them. */
  hasExpired: boolean
  /** One full sentence for the status, while the gate waits. */
  words: string
  said: Said
}>

/** Result files, and why others could not be read. */
type DownloadedResults = Readonly<{ files: readonly ResultFile[]; refusals: readonly Refusal[] }>

export type ResultsQuery = LoadTestQuery &
  Readonly<{
    /**
     * `this-run`: only the artifacts of this run. `this-run-and-older`: this run has measured; its artifacts and those of earlier runs of
     * the commit. `this-run-or-older`: the same, although this run may have measured nothing. `load-test`: those of the load test's workflow.
     */
    from: 'this-run' | 'this-run-and-older' | 'this-run-or-older' | 'load-test'
  }>

type ArtifactReference = NonNullable<ResultFile['artifact']>
type Unzip = (bytes: Buffer, artifact: ArtifactReference) => Promise<readonly ResultFile[]>

/** Where the results of a commit are, or the absence that says why there are none. */
export type Located =
  | Readonly<{
      kind: 'artifacts'
      artifacts: readonly PlacedArtifact[]
      /** What readers must know about how the results were measured, in full sentences. */
      notes: readonly Text[]
      /** Jobs of the load test that failed and left no results, although similar jobs did. */
      lostJobs: readonly string[]
    }>
  | Readonly<{ kind: 'absent'; absence: Absence }>

/** How to run a load test again in every set-up. The artifacts of a new run cannot have the names of existing ones. */
const ANOTHER_RUN = 'close and reopen the pull request, or push'

/**
 * Finds the results of all load tests of a commit. A rerun adds results and replaces none, whatever the event is. Load tests that were
 * cut short are left out. Nothing is downloaded yet.
 */
export async function locateResults(client: GitHubClient, query: ResultsQuery): Promise<Located> {
  const { from, pattern } = query
  const [own, older] = await settleInOrder([
    from === 'load-test' ? Promise.resolve([]) : ownLoadTests(client, query),
    from === 'this-run' ? Promise.resolve(null) : findLoadTests(client, query),
  ] as const)
  if (older?.kind === 'found' || own.some(hasWholeResults)) {
    const found = older?.kind === 'found' ? older : { loadTests: [], newest: null }
    const all = [...own, ...found.loadTests]
    const newest = query.isOtherWorkflow ? found.newest : null
    const silentRun = from === 'this-run-and-older' && own.length === 0 ? query.currentRunId : null
    const judged = all.filter(hasWholeResults)
    const artifacts = distinctUploads(judged.flatMap((one) => one.artifacts))
    const notes = loadTestNotes(all, { newest, silentRun })
    return { kind: 'artifacts', artifacts, notes, lostJobs: lostJobs(judged) }
  }
  const [cutShort] = own.filter(({ isCutShort }) => isCutShort)
  if (cutShort !== undefined) return absent(absenceOf({ kind: 'cut-short', loadTest: cutShort }, query))
  if (older === null || from === 'this-run-and-older') {
    return absent(
      ended({
        problem: text`no artifact of this run is called ${name(pattern)}`,
        action: text`Upload the results with actions/upload-artifact in an earlier job, also when the load test fails (${code('if: always()')}), and let this job need it.`,
      }),
    )
  }
  return absent(absenceOf(older, query))
}

/** Why the load tests of this commit left no results. The first sentence fits into a commit status. */
function absenceOf(found: Exclude<LoadTestRuns, { kind: 'found' }>, query: LoadTestQuery): Absence {
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
        ...ended({
          problem: text`the results of run ${`${found.workflowRunId}`} have expired`,
          action: text`Run the load test of this commit again: ${ANOTHER_RUN}.`,
        }),
        hasExpired: true,
      }
    case 'cut-short':
      return ended({
        problem: text`the load test of ${commit} was cut short (run ${`${found.loadTest.workflowRunId}`}: ${found.loadTest.problems.join(', ')})`,
        action: text`Run it again: ${ANOTHER_RUN}.`,
        detail: text`Its results are incomplete and are not judged.`,
      })
    case 'without-results':
      return ended({
        problem: text`the load test of ${commit} ended without results (run ${`${found.workflowRunId}`}, ${found.conclusion ?? 'no conclusion'})`,
        action: text`Look at its log, and run it again: re-run all jobs of that run, or ${ANOTHER_RUN}.`,
        detail: text`It has no artifact called ${name(query.pattern)}.`,
      })
    case 'not-found':
      return ended({
        problem: text`no results were found among the ${`${found.runs}`} runs of ${name(query.workflow)} on ${commit}`,
        action: text`Run the load test again: ${ANOTHER_RUN}.`,
        detail: text`There are too many runs to check them all.`,
      })
  }
}

function waiting(words: string): Absence {
  return {
    isWaiting: true,
    hasExpired: false,
    words,
    said: { problem: text`there is no result to judge yet`, detail: [words] },
  }
}

function ended(said: Said): Absence {
  return { isWaiting: false, hasExpired: false, words: '', said }
}

function absent(absence: Absence): Located {
  return { kind: 'absent', absence }
}

/** At most this many compressed bytes are held in memory at once. A larger artifact comes alone. */
const BYTES_AT_ONCE = 256 * 1024 ** 2
/** Small artifacts need little memory, so only the number of requests at once limits them. */
const LEAST_BYTES = BYTES_AT_ONCE / 6

/** Downloads and unpacks artifacts. A file that cannot be read becomes a refusal. */
export async function downloadResults(
  client: GitHubClient,
  artifacts: readonly PlacedArtifact[],
  unzip: Unzip,
): Promise<DownloadedResults> {
  const pool = createPool(BYTES_AT_ONCE)
  const read = await settleAll(artifacts, (artifact) =>
    pool(Math.max(artifact.sizeBytes, LEAST_BYTES), () => readArtifact(client, artifact, unzip)),
  )
  return {
    files: read.flatMap(({ files }) => files),
    refusals: read.flatMap(({ refusals }) => refusals),
  }
}

async function readArtifact(client: GitHubClient, artifact: PlacedArtifact, unzip: Unzip): Promise<DownloadedResults> {
  const { id, name, part, digest, workflowRunId, runAttempt } = artifact
  const refused = (problem: Text) => ({ files: [], refusals: [refusal(artifact, problem)] })
  const answer = await downloadArtifact(client, artifact)
  if (answer.kind === 'expired')
    return refused(text`The artifact has expired. Run the load test again: ${ANOTHER_RUN}.`)
  if (answer.kind === 'refused') return refused(text`The artifact was not read: ${answer.problem}.`)
  try {
    return {
      files: await unzip(Buffer.from(answer.bytes), { id, name, part, digest, workflowRunId, runAttempt }),
      refusals: [],
    }
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    return refused(error.said)
  }
}

function refusal({ id, name, part }: PlacedArtifact, problem: Text): Refusal {
  return { service: null, side: 'candidate', path: name, problem, artifact: { id, part } }
}

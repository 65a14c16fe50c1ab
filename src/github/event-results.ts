import { UserError } from '../model/errors.ts'
import type { ResultFile } from '../model/result-file.ts'
import type { Refusal } from '../model/run.ts'
import { distinctUploads, downloadArtifact } from './artifacts.ts'
import type { PlacedArtifact } from './attempts.ts'
import type { GitHubClient } from './client.ts'
import { loadTestRemarks } from './load-test-remarks.ts'
import { findLoadTests, hasWholeResults, type LoadTestQuery, type LoadTestRuns, ownLoadTests } from './load-test-run.ts'

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
  /** What readers must know of how they were measured, in full sentences. */
  remarks: readonly string[]
}>

export type ResultsQuery = LoadTestQuery &
  Readonly<{
    /**
     * Only this run's own artifacts; those of this run, which measured, and of earlier runs of the commit; the same where this run
     * may have measured nothing; or those of the load test's workflow.
     */
    from: 'this-run' | 'this-run-and-older' | 'this-run-or-older' | 'load-test'
  }>

type ArtifactReference = NonNullable<ResultFile['artifact']>
type Unzip = (bytes: Buffer, artifact: ArtifactReference) => Promise<readonly ResultFile[]>

/** How a load test is run again in all set-ups: the artifacts of a new run can clash with nothing. */
const ANOTHER_RUN = 'close and reopen the pull request, or push'

/**
 * The results of a commit, of all its load tests: a rerun adds to what is there, and replaces nothing, whichever event asks. What was
 * cut short is left out.
 */
export async function readEventResults(client: GitHubClient, query: ResultsQuery, unzip: Unzip): Promise<EventResults> {
  const { from, pattern } = query
  const [own, older] = await Promise.all([
    from === 'load-test' ? [] : ownLoadTests(client, query),
    from === 'this-run' ? null : findLoadTests(client, query),
  ])
  if (older?.kind === 'found' || own.some(hasWholeResults)) {
    const found = older?.kind === 'found' ? older : { loadTests: [], newest: null }
    const all = [...own, ...found.loadTests]
    const newest = query.isOtherWorkflow ? found.newest : null
    const silentRun = from === 'this-run-and-older' && own.length === 0 ? query.currentRunId : null
    const uploads = distinctUploads(all.filter(hasWholeResults).flatMap(({ artifacts }) => artifacts))
    return {
      ...(await downloadResults(client, uploads, unzip)),
      remarks: loadTestRemarks(all, { newest, silentRun }),
    }
  }
  const [cutShort] = own.filter(({ isCutShort }) => isCutShort)
  if (cutShort !== undefined) return absent(absenceOf({ kind: 'cut-short', loadTest: cutShort }, query))
  if (older === null || from === 'this-run-and-older') {
    return absent(
      ended(
        `No artifact of this run is called ${pattern}. Upload the results with actions/upload-artifact in an earlier job, also when the load test fails (\`if: always()\`), and let this job need it.`,
      ),
    )
  }
  return absent(absenceOf(older, query))
}

/** What the load tests of this commit left undone. The first sentence fits into a commit status. */
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
        ...ended(
          `The results of run ${found.workflowRunId} have expired. Run the load test of this commit again: ${ANOTHER_RUN}.`,
        ),
        hasExpired: true,
      }
    case 'cut-short':
      return ended(
        `The load test of ${commit} was cut short (run ${found.loadTest.workflowRunId}: ${found.loadTest.problems.join(', ')}). ` +
          `What it left is only a part, and is not judged. Run it again: ${ANOTHER_RUN}.`,
      )
    case 'without-results':
      return ended(
        `The load test of ${commit} ended without results (run ${found.workflowRunId}, ${found.conclusion ?? 'no conclusion'}). ` +
          `It has no artifact called ${query.pattern}. Look at its log, and run it again: re-run all jobs of that run, or ${ANOTHER_RUN}.`,
      )
    case 'not-found':
      return ended(
        `No results were found among the ${found.runs} runs of ${query.workflow} on ${commit}. ` +
          `They are too many to look through all of them. Run the load test again: ${ANOTHER_RUN}.`,
      )
  }
}

function waiting(words: string): Absence {
  return { isWaiting: true, hasExpired: false, words }
}

function ended(words: string): Absence {
  return { isWaiting: false, hasExpired: false, words }
}

function absent(absence: Absence): EventResults {
  return { files: [], refusals: [], absence, remarks: [] }
}

/** Downloads and unpacks artifacts; what cannot be read of them becomes a refusal. */
export async function downloadResults(
  client: GitHubClient,
  artifacts: readonly PlacedArtifact[],
  unzip: Unzip,
): Promise<Omit<EventResults, 'remarks'>> {
  const files: ResultFile[] = []
  const refusals: Refusal[] = []
  for (const artifact of artifacts) {
    const { id, name, part, digest, workflowRunId, runAttempt } = artifact
    const refuse = (problem: string) => refusals.push(refusal(artifact, problem))
    const answer = await downloadArtifact(client, artifact)
    if (answer.kind === 'expired') refuse(`The artifact has expired. Run the load test again: ${ANOTHER_RUN}.`)
    else if (answer.kind === 'refused') refuse(`The artifact was not read: ${answer.problem}.`)
    else {
      try {
        files.push(...(await unzip(Buffer.from(answer.bytes), { id, name, part, digest, workflowRunId, runAttempt })))
      } catch (error) {
        if (!(error instanceof UserError)) throw error
        refuse(error.message)
      }
    }
  }
  return { files, refusals, absence: null }
}

function refusal({ id, name, part }: PlacedArtifact, problem: string): Refusal {
  return { service: null, variant: 'candidate', path: name, problem, artifact: { id, part } }
}

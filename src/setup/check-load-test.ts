import picomatch from 'picomatch'
import { absentAsNull, type GitHubClient } from '../github/client.ts'
import { count } from '../model/numbers.ts'
import { name, type Text, text } from '../model/text.ts'
import { type Diagnosis, ok, problem, warning } from './diagnosis.ts'
import type { GateUse } from './gate-use.ts'

/** A run that only judged after a change of labels has no results of its own, so the newest run alone is not enough. */
const RUNS_SEARCHED = 8

/** When the artifacts of a pull request have been deleted, an override needs a new load test. */
const NEEDED_RETENTION_DAYS = 14

const DAY_MS = 24 * 60 * 60 * 1000

/** An artifact, as GitHub lists it for a run. */
export type ListedArtifact = Readonly<{
  id: number
  name: string
  expired: boolean
  sizeBytes: number
  digest: string | null
  workflowRunId: number
  retentionDays: number | null
}>

/** What `inspect` would report about an artifact: the number of usable runs, and the reasons for refusals. */
export type ArtifactContents = Readonly<{ runs: number; refusals: readonly Text[] }>

/** Checks that the newest load test has results that the gate understands, and that they are kept long enough. */
export async function checkLoadTest(
  client: GitHubClient,
  use: GateUse,
  readArtifact: (artifact: ListedArtifact) => Promise<ArtifactContents>,
): Promise<readonly Diagnosis[]> {
  const { octokit, owner, repo } = client
  const query = {
    owner,
    repo,
    workflow_id: use.loadTestWorkflow,
    status: 'completed',
    per_page: RUNS_SEARCHED,
  } as const
  const runs = (await absentAsNull(octokit.rest.actions.listWorkflowRuns(query)))?.data.workflow_runs ?? []
  if (runs.length === 0) {
    return [
      warning(
        text`${name(use.loadTestWorkflow)} has not finished a run yet.`,
        text`Open a pull request that changes a comment, and wait for it.`,
      ),
    ]
  }
  for (const { id } of runs) {
    const artifacts = await listMatching(client, id, use.artifacts)
    const [first] = artifacts
    if (first === undefined) continue
    return [...(await checkResults(artifacts, readArtifact)), retention(first)]
  }
  return [
    problem(
      text`None of the newest ${runs.length} runs of ${name(use.loadTestWorkflow)} has an artifact called ${name(use.artifacts)}.`,
      text`Upload the results with actions/upload-artifact, also when the load test fails (if: always()).`,
    ),
  ]
}

async function listMatching(
  { octokit, owner, repo }: GitHubClient,
  runId: number,
  pattern: string,
): Promise<readonly ListedArtifact[]> {
  const query = { owner, repo, run_id: runId, per_page: 100 }
  const listed = await octokit.paginate(octokit.rest.actions.listWorkflowRunArtifacts, query)
  const matches = picomatch(pattern)
  return listed
    .filter(({ name }) => matches(name))
    .map((artifact) => ({
      id: artifact.id,
      name: artifact.name,
      expired: artifact.expired,
      sizeBytes: artifact.size_in_bytes,
      digest: artifact.digest ?? null,
      workflowRunId: runId,
      retentionDays: daysBetween(artifact.created_at, artifact.expires_at),
    }))
}

async function checkResults(
  artifacts: readonly ListedArtifact[],
  readArtifact: (artifact: ListedArtifact) => Promise<ArtifactContents>,
): Promise<readonly Diagnosis[]> {
  const found: Diagnosis[] = []
  for (const artifact of artifacts) {
    const where = text`${name(artifact.name)} of run ${artifact.workflowRunId}`
    if (artifact.expired) {
      found.push(warning(text`${where} has expired, so it cannot be checked.`, text`Run the load test again.`))
      continue
    }
    const { runs, refusals } = await readArtifact(artifact)
    const [refusal] = refusals
    if (refusal !== undefined) {
      const more = refusals.length > 1 ? text` ${refusals.length - 1} more like it.` : []
      found.push(problem(text`${where} has a result that cannot be used: ${refusal}${more}`, INSPECT))
    } else if (runs === 0) found.push(problem(text`${where} has no result at all.`, INSPECT))
    else found.push(ok(text`${where} has ${count(runs, 'run')} that the gate understands.`))
  }
  return found
}

const INSPECT = text`Download the artifact, and look at it with: perf-gate inspect PATH`

function retention({ retentionDays, name: artifact }: ListedArtifact): Diagnosis {
  if (retentionDays === null || retentionDays >= NEEDED_RETENTION_DAYS) {
    return ok(text`Artifacts are kept for ${retentionDays ?? 'an unknown number of'} days.`)
  }
  return warning(
    text`${name(artifact)} is kept for ${retentionDays} days only. After that, an override needs a new load test.`,
    text`Set retention-days: ${NEEDED_RETENTION_DAYS} or more where it is uploaded, or under Settings → Actions → General.`,
  )
}

function daysBetween(from: string | null, to: string | null): number | null {
  const days = Math.round((Date.parse(to ?? '') - Date.parse(from ?? '')) / DAY_MS)
  return Number.isFinite(days) ? days : null
}

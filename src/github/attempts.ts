import type { Artifact } from './artifacts.ts'
import { absentAsNull, type GitHubClient } from './client.ts'
import { settleAll } from './settle.ts'

/** The current state of a workflow run, at its newest attempt. */
export type RunNow = Readonly<{
  workflowRunId: number
  /** 1, 2 ...: "Re-run jobs" starts the next attempt, under the same id. */
  runAttempt: number
  /** When this attempt started. null: not known. */
  startedAt: string | null
  /** How this attempt ended. null: not known, or it still runs. */
  conclusion: string | null
}>

/** An artifact, and the measurement that it belongs to. */
export type PlacedArtifact = Artifact &
  Readonly<{
    runAttempt: number
    /** The name of the artifact without the number of the attempt. A repeated measurement has the same part. */
    part: string
  }>

/** One attempt of a run, with the artifacts that it left. */
export type Attempt = RunNow & Readonly<{ artifacts: readonly PlacedArtifact[] }>

/**
 * At most this many attempts before the newest attempt are read, each with one request. Artifacts of older attempts are counted as
 * artifacts of the oldest attempt that was read.
 */
const EARLIER_ATTEMPTS = 4

/**
 * The attempts of a run that left artifacts, and its newest attempt, the newest first. GitHub does not say which attempt uploaded an
 * artifact. So the time of the upload is compared with the starts of the attempts. Only a run with several attempts costs requests.
 */
export async function attemptsOf(
  client: GitHubClient,
  run: RunNow,
  artifacts: readonly Artifact[],
): Promise<readonly Attempt[]> {
  const known = await knownAttempts(client, run, artifacts)
  const oldest = known.at(-1) ?? run
  const numbers = new Map(
    artifacts.map((artifact) => [
      artifact.id,
      (known.find((one) => startedBefore(one, artifact)) ?? oldest).runAttempt,
    ]),
  )
  const attemptOf = ({ id }: Artifact): number => numbers.get(id) ?? run.runAttempt
  const placed = artifacts.map((artifact): PlacedArtifact => {
    return { ...artifact, runAttempt: attemptOf(artifact), part: partOf(artifact, artifacts, attemptOf) }
  })
  return known
    .map((attempt) => ({ ...attempt, artifacts: placed.filter(({ runAttempt }) => runAttempt === attempt.runAttempt) }))
    .filter((attempt) => attempt.artifacts.length > 0 || attempt.runAttempt === run.runAttempt)
}

async function knownAttempts(
  { octokit, owner, repo }: GitHubClient,
  run: RunNow,
  artifacts: readonly Artifact[],
): Promise<readonly RunNow[]> {
  const { workflowRunId, runAttempt } = run
  const isNew = (artifact: Artifact): boolean => run.startedAt !== null && startedBefore(run, artifact)
  if (runAttempt === 1 || artifacts.every(isNew)) return [run]
  const first = Math.max(1, runAttempt - EARLIER_ATTEMPTS)
  const last = run.startedAt === null ? runAttempt : runAttempt - 1
  const numbers = Array.from({ length: last - first + 1 }, (_, index) => last - index)
  const asked = await settleAll(numbers, async (attempt_number): Promise<RunNow | null> => {
    const parameters = { owner, repo, run_id: workflowRunId, attempt_number, exclude_pull_requests: true }
    const data = (await absentAsNull(octokit.rest.actions.getWorkflowRunAttempt(parameters)))?.data
    if (data === undefined) return null
    // The caller knows the newest attempt better: the gate's own run has not ended, whatever conclusion the API lists.
    const conclusion = attempt_number === runAttempt ? run.conclusion : data.conclusion
    return {
      workflowRunId,
      runAttempt: attempt_number,
      startedAt: data.run_started_at ?? data.created_at,
      conclusion,
    }
  })
  const known = asked.filter((one) => one !== null)
  return known[0]?.runAttempt === runAttempt ? known : [run, ...known]
}

function startedBefore({ startedAt }: RunNow, { createdAt }: Artifact): boolean {
  return startedAt !== null && Date.parse(startedAt) <= Date.parse(createdAt)
}

/**
 * `k6-results-checkout--2` of the second attempt is the part `k6-results-checkout`. The number may also be that of a shard of a matrix.
 * So it counts as the number of the attempt only if that is true of all artifacts with the same name before the number.
 */
function partOf(artifact: Artifact, all: readonly Artifact[], attemptOf: (artifact: Artifact) => number): string {
  const base = numbered(artifact)?.base
  if (base === undefined) return artifact.name
  const alike = all.flatMap((one) => {
    const found = numbered(one)
    return found?.base === base ? [found.number === attemptOf(one)] : []
  })
  return alike.every((isAttempt) => isAttempt) ? base : artifact.name
}

function numbered({ name }: Artifact): Readonly<{ base: string; number: number }> | null {
  const [, base, number] = /^(.+)--(\d{1,4})$/.exec(name) ?? []
  return base === undefined ? null : { base, number: Number(number) }
}

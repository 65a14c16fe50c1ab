import { distinctUploads } from '../github/artifacts.ts'
import { attemptsOf } from '../github/attempts.ts'
import { keptArtifacts, listBranchRuns } from '../github/branch-runs.ts'
import { downloadResults } from '../github/event-results.ts'
import { readMergedOverrides } from '../github/merged-overrides.ts'
import { withPermissionHint } from '../github/permission-error.ts'
import type { Surroundings } from '../github/surroundings.ts'
import type { ArtifactSource, BranchResults } from '../storage/artifact-store.ts'
import type { LoadAt } from '../storage/store.ts'

type Around = Pick<Surroundings, 'client' | 'context' | 'inputs'>

/** The artifacts of earlier load tests of a branch, for the artifact store. */
export function artifactSource(around: Around): ArtifactSource {
  const workflow = around.inputs.loadTestWorkflow ?? around.context.workflowFile
  return { place: `artifacts of ${workflow}`, read: (at) => readBranch(around, workflow, at) }
}

/**
 * The artifacts of at most this many load tests are read, each with one request. Older load tests have fewer artifacts, because GitHub
 * deletes the oldest artifacts first; a failed load test may have left none.
 */
const LOAD_TESTS_LOOKED_AT = 5

async function* readBranch(
  { client, context, inputs }: Around,
  workflow: string,
  { branch, history, read }: LoadAt,
): AsyncGenerator<BranchResults> {
  const { repository, workflowRunId } = context
  const query = { workflow, branch, repositoryId: repository.id, currentRunId: workflowRunId }
  const runs = await withPermissionHint('read the artifacts', () => listBranchRuns(client, query))
  if (runs.length === 0) return
  const [{ FORMATS }, { collectRuns }, { withoutSuperseded }, { readArtifactZip }] = await Promise.all([
    import('../formats/registry.ts'),
    import('../results/collect-runs.ts'),
    import('../results/superseded.ts'),
    import('../results/zip.ts'),
  ])
  const reached = new Set(await history())
  const usable = runs.filter(({ headSha }) => reached.has(headSha)).slice(0, LOAD_TESTS_LOOKED_AT)
  // No run at or before the commit: the newer runs are read, so that the report does not say that the branch has no baselines.
  const chosen = usable.length > 0 ? usable : runs.slice(0, 1)
  const commits = [...new Set(chosen.map(({ headSha }) => headSha))]
  const of = { commits, branch, name: inputs.name }
  let merged: ReturnType<typeof readMergedOverrides> | null = null
  for (const run of chosen) {
    const attempts = await withPermissionHint('read the artifacts', async () =>
      attemptsOf(client, run, await keptArtifacts(client, run, inputs.artifacts)),
    )
    const artifacts = distinctUploads(attempts.flatMap((attempt) => attempt.artifacts))
    if (artifacts.length === 0) continue
    const results = await withPermissionHint('read the artifacts', () =>
      downloadResults(client, artifacts, readArtifactZip),
    )
    const collected = await collectRuns(results.files, {
      formats: FORMATS,
      defaultService: repository.name.toLowerCase(),
      defaultSide: 'candidate',
      defaultCommit: run.headSha,
      ...(read === undefined ? {} : { read: await read() }),
    })
    merged ??= readMergedOverrides(client, of)
    yield {
      name: `run ${run.workflowRunId}`,
      commit: run.headSha,
      recordedAt: run.startedAt,
      collected: withoutSuperseded({ ...collected, refusals: [...results.refusals, ...collected.refusals] }),
      overrides: (await merged).byCommit.get(run.headSha) ?? [],
    }
  }
}

import type { IdentifiedRun } from '../model/run.ts'
import type { RunContent } from './run-files.ts'
import type { RunGroup } from './run-group.ts'

/** Puts together what a run measured and where it came from. `run.json` can only make it less comparable, never more trusted. */
export function identifyRun(
  group: RunGroup,
  content: Extract<RunContent, { kind: 'read' }>,
  defaultCommit: string | null,
): IdentifiedRun {
  const { file, placement } = group.first
  const { run, runJson } = content
  return {
    service: placement.service,
    variant: placement.variant,
    slot: placement.slot ?? runJson?.slot ?? 1,
    jobId: jobIdOf(file.artifact?.id ?? null, runJson?.jobId ?? null),
    testedCommit: runJson?.testedCommit ?? defaultCommit,
    startedAt: runJson?.startedAt ?? null,
    conditions: {
      machine: runJson?.machine ?? null,
      load: runJson?.load ?? null,
      scriptHash: bothHashes(run.scriptHash, runJson?.scriptHash ?? null),
      tool: majorVersion(run.toolVersion ?? runJson?.k6Version ?? null),
    },
    source: {
      workflowRunId: file.artifact?.workflowRunId ?? null,
      runAttempt: file.artifact?.runAttempt ?? null,
      artifactId: file.artifact?.id ?? null,
      artifactDigest: file.artifact?.digest ?? null,
      path: placement.runPath === '' ? content.resultPath : placement.runPath,
    },
    exitCode: content.exitCode,
    run,
  }
}

/** A job named in `run.json` counts only inside its own artifact: one artifact cannot claim the machine of another. */
function jobIdOf(artifactId: number | null, jobId: string | null): string | null {
  if (artifactId === null) return jobId
  return jobId === null ? `artifact-${artifactId}` : `artifact-${artifactId}:${jobId}`
}

/** The result's own hash and the one of `run.json` must both be equal for two runs to be compared. */
function bothHashes(own: string | null, stamped: string | null): string | null {
  if (own === null || stamped === null || own === stamped) return own ?? stamped
  return `${own}+${stamped}`
}

/** `k6 v2` from `2.2.0` or `v2.2.0`; null where it is not a version. */
function majorVersion(version: string | null): string | null {
  const major = /^(?:k6 )?v?(\d{1,4})\./.exec(version ?? '')?.[1]
  return major === undefined ? null : `k6 v${major}`
}

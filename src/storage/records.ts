import type { BaselineMark, StoredRun } from '../model/baseline.ts'
import type { Comparison, ServiceEvidence } from '../model/comparison.ts'

/** When and at which commit runs are recorded. The clock belongs to the caller. */
export type RecordStamp = Readonly<{ commit: string; recordedAt: string }>

/**
 * The runs of a default-branch job as they are stored. A service whose primary series is proven slower or faster than
 * the baseline before it gets a mark: the next pull request is compared with this level, and the debt stays visible.
 */
export function recordsOf(
  services: readonly ServiceEvidence[],
  { commit, recordedAt }: RecordStamp,
): readonly StoredRun[] {
  return services.flatMap((evidence) => {
    const mark = markOf(evidence)
    return evidence.candidateRuns.map((run) => ({ run: { ...run, testedCommit: commit }, commit, recordedAt, mark }))
  })
}

function markOf({ comparisons }: ServiceEvidence): BaselineMark | null {
  const primaries = comparisons.filter(({ role }) => role === 'primary')
  const slower = primaries.find(({ verdict }) => verdict === 'regressed')
  if (slower !== undefined) return mark('regressed', slower)
  const faster = primaries.find(({ verdict }) => verdict === 'improved')
  return faster === undefined ? null : mark('improved', faster)
}

function mark(kind: BaselineMark['kind'], { estimate, service, stat, metric }: Comparison): BaselineMark {
  return { kind, changeRatio: estimate?.changeRatio ?? 0, series: `${service} ${stat} of ${metric}`, override: null }
}

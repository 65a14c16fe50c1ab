import type { BaselineMark, StoredRun } from '../model/baseline.ts'
import type { Comparison, ServiceEvidence } from '../model/comparison.ts'
import { REQUEST_DURATION } from '../model/k6-metrics.ts'
import type { Acceptance, MergedOverride, OwedEntry } from '../model/ledger.ts'
import { worseBy } from '../model/series.ts'

/** When and at which commit runs are recorded. The clock belongs to the caller. */
export type RecordStamp = Readonly<{
  commit: string
  recordedAt: string
  /** The branch, where it is not the default branch. */
  branch?: string | null
  /** Overrides of the pull requests that were merged since the last recorded commit. */
  overrides?: readonly MergedOverride[]
}>

/** A slowdown or a speed-up that begins with a run, and the comparison that shows it where there is one. */
type Step = Readonly<{
  mark: BaselineMark
  comparison: Comparison | null
  accepted: MergedOverride | null
}>

/**
 * The runs of a recorded push as they are stored. A service whose primary series moved by more than the limit and far beyond
 * chance, or whose slowdown was overridden, gets a mark: the next pull request is compared with this level.
 */
export function recordsOf(services: readonly ServiceEvidence[], stamp: RecordStamp): readonly StoredRun[] {
  const { commit, recordedAt, branch = null } = stamp
  return services.flatMap((evidence) => {
    const mark = stepOf(evidence, stamp)?.mark ?? null
    return (evidence.asMeasured ?? evidence.candidateRuns).map((run) => ({
      run: { ...run, testedCommit: commit },
      commit,
      recordedAt,
      mark,
      ...(branch === null ? {} : { branch }),
    }))
  })
}

/** The services that a push made slower beyond chance, with what shows it; accepted or not. The worst first. */
export function regressionsOf(
  services: readonly ServiceEvidence[],
  stamp: RecordStamp,
): readonly Readonly<{ comparison: Comparison; accepted: MergedOverride | null }>[] {
  return services
    .flatMap((evidence) => {
      const found = stepOf(evidence, stamp)
      if (found?.comparison == null || found.mark.kind === 'improved') return []
      const { comparison, accepted } = found
      return comparison.verdict === 'regressed' && isBeyondChance(comparison) ? [{ comparison, accepted }] : []
    })
    .sort((left, right) => worse(right.comparison) - worse(left.comparison))
}

/** The lines of the ledger for the same push: what is owed from now on. */
export function owedBy(services: readonly ServiceEvidence[], stamp: RecordStamp): readonly OwedEntry[] {
  return services.flatMap((evidence) => {
    const [run] = evidence.candidateRuns
    const step = stepOf(evidence, stamp)
    if (run === undefined || step === null || step.mark.kind === 'improved') return []
    return [owed(evidence, step, run.conditions, stamp)]
  })
}

function owed(
  { service }: ServiceEvidence,
  { mark, comparison, accepted }: Step,
  { machine, load, tool }: OwedEntry['conditions'],
  { commit, recordedAt, branch = null }: RecordStamp,
): OwedEntry {
  return {
    kind: 'owed',
    service,
    endpoint: comparison?.endpoint ?? null,
    metric: comparison?.metric ?? REQUEST_DURATION,
    stat: comparison?.stat ?? 'p95',
    unit: comparison?.unit ?? 'ms',
    better: comparison?.better ?? 'lower',
    before: comparison?.baseline ?? null,
    after: comparison?.candidate ?? null,
    changeRatio: mark.changeRatio,
    limitRatio: comparison?.limitRatio ?? 0,
    conditions: { machine, load, tool },
    branch,
    commit,
    recordedAt,
    accepted: accepted === null ? null : acceptanceOf(accepted),
  }
}

function acceptanceOf({ by, reason, at, pullRequest, headSha }: MergedOverride): Acceptance {
  return { by, reason, at, pullRequest, headSha }
}

/**
 * A mark throws all older jobs away, and what follows is compared with a level that was chosen because it was extreme. So it takes
 * more than a proof: with 5 % a push, unchanged code would be marked in 15 % of pushes, with this in less than 1 %. A step that is not
 * marked is found by the change points a few pushes later.
 */
const MARK_P_VALUE = 0.001

function isBeyondChance({ estimate }: Comparison): boolean {
  return estimate !== null && estimate.pValue < MARK_P_VALUE
}

/** As far as the limit, in either direction. */
function isOverLimit({ estimate, limitRatio }: Comparison): boolean {
  return estimate !== null && limitRatio !== null && Math.abs(estimate.changeRatio) > limitRatio
}

/** An override wins over what was measured now: it was accepted because of what its pull request measured. */
function stepOf(evidence: ServiceEvidence, { overrides = [] }: RecordStamp): Step | null {
  const primaries = evidence.comparisons.filter(({ role }) => role === 'primary')
  const accepted = overrides.find(({ services }) => services.some(({ service }) => service === evidence.service))
  if (accepted !== undefined) return overriddenStep(evidence, primaries, accepted)
  const slower = primaries.find((one) => one.verdict === 'regressed' && isBeyondChance(one))
  const unnamed = overrides.find(({ hasMore }) => hasMore)
  // The status has no room for all names: whatever is over the limit here, proven or not, was one of them.
  const isOver = primaries.some(({ verdict }) => verdict === 'regressed' || verdict === 'unproven')
  if (isOver && unnamed !== undefined) return overriddenStep(evidence, primaries, unnamed)
  if (slower !== undefined) return step('regressed', slower)
  const faster = primaries.find((one) => one.verdict === 'improved' && isOverLimit(one) && isBeyondChance(one))
  return faster === undefined ? null : step('improved', faster)
}

/** The change as it was measured here; where that is none for the worse, as the pull request measured it. */
function overriddenStep(
  { service }: ServiceEvidence,
  primaries: readonly Comparison[],
  accepted: MergedOverride,
): Step {
  const [worst] = primaries.toSorted((left, right) => worse(right) - worse(left))
  const measured = worst !== undefined && worse(worst) > 0 ? (worst.estimate?.changeRatio ?? null) : null
  const named = accepted.services.find((one) => one.service === service)?.changeRatio ?? 0
  const { by, reason, pullRequest } = accepted
  const mark: BaselineMark = {
    kind: 'overridden',
    changeRatio: measured ?? named,
    series: worst === undefined ? service : seriesText(worst),
    override: { by, reason, pullRequest },
  }
  return { mark, comparison: worst ?? null, accepted }
}

function step(kind: 'regressed' | 'improved', comparison: Comparison): Step {
  const changeRatio = comparison.estimate?.changeRatio ?? 0
  return { mark: { kind, changeRatio, series: seriesText(comparison), override: null }, comparison, accepted: null }
}

function seriesText({ service, stat, metric }: Comparison): string {
  return `${service} ${stat} of ${metric}`
}

/** The change for the worse: for throughput a fall is one. */
function worse({ estimate, better }: Comparison): number {
  const change = estimate?.changeRatio ?? 0
  return worseBy({ better }, change)
}

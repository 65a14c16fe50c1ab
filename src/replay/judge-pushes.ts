import type { BaselineLookup, StoredRun } from '../model/baseline.ts'
import type { Policy } from '../model/policy.ts'
import type { Verdict } from '../model/verdict.ts'
import { checkRules } from '../policy/check-rules.ts'
import { decide } from '../policy/decide.ts'
import { recordsOf } from '../policy/marks.ts'
import { RULES } from '../policy/registry.ts'
import { limitFor, servicePolicy } from '../policy/service-policy.ts'
import { withToolPrimaries } from '../policy/tool-primaries.ts'
import { compareServices } from '../statistics/compare-services.ts'
import { newestRuns } from '../statistics/window.ts'
import type { StoredPush } from './stored-pushes.ts'

/** A stored push, and what the policy says of it. */
export type JudgedPush = Readonly<{ push: StoredPush; verdict: Verdict }>

/** Stored runs by service, in the order of recording. */
type Records = ReadonlyMap<string, readonly StoredRun[]>

/**
 * Judges each push against the records of its branch before it, as the gate would have done under this policy. A push that is
 * proven to be slower or faster under the policy starts a new window, as in recording. A push that was overridden when it was
 * recorded starts one as well. A confirmation has no further runs here, so what it would wait for is blocked. A service of which
 * a push has no runs does not count as missing.
 *
 * @param pushes in the order of recording
 */
export function judgePushes(pushes: readonly StoredPush[], policy: Policy): readonly JudgedPush[] {
  const branches = new Map<string | null, Records>()
  return pushes.map((push) => {
    const before = branches.get(push.branch) ?? new Map<string, readonly StoredRun[]>()
    const verdict = judgePush(push, before, policy)
    // Recording judges once, without a confirmation.
    const recorded = policy.confirmation === null ? verdict : judgePush(push, before, { ...policy, confirmation: null })
    branches.set(push.branch, withRecords(before, recordsAfter(push, recorded)))
    return { push, verdict }
  })
}

function judgePush({ runs }: StoredPush, before: Records, written: Policy): Verdict {
  const measured = new Set(runs.map(({ run }) => run.service))
  const services = new Map([...before].filter(([service]) => measured.has(service)))
  const lookup: BaselineLookup =
    before.size === 0 ? { kind: 'never-written', place: 'replay' } : { kind: 'found', place: 'replay', services }
  const policy = withToolPrimaries(written, [
    ...runs.map(({ run }) => ({ ...run, side: 'candidate' as const })),
    ...newestRuns(lookup, null),
  ])
  const evidence = compareServices({
    collected: { runs: runs.map(({ run }) => ({ ...run, side: 'candidate' })), refusals: [] },
    origin: 'same-results',
    lookup,
    ancestry: null,
    namedServices: [],
    policyFor: (service) => servicePolicy(policy, service),
    isUntouched: () => false,
    limitFor,
    confirmation: policy.confirmation,
  })
  const findings = checkRules(evidence, policy, RULES)
  return decide({ evidence, findings, lookup, refusals: [], policy, override: { kind: 'none' } })
}

/** The runs of the push with the mark that this policy puts on them. A slowdown that a person accepted stays accepted. */
function recordsAfter({ commit, recordedAt, branch, runs }: StoredPush, { services }: Verdict): readonly StoredRun[] {
  const marks = new Map(
    recordsOf(services, { commit, recordedAt, branch }).map(({ run, mark }) => [run.service, mark] as const),
  )
  return runs.map((stored) =>
    stored.mark?.kind === 'overridden' ? stored : { ...stored, mark: marks.get(stored.run.service) ?? null },
  )
}

function withRecords(before: Records, added: readonly StoredRun[]): Records {
  const after = new Map(before)
  for (const stored of added) after.set(stored.run.service, [...(after.get(stored.run.service) ?? []), stored])
  return after
}

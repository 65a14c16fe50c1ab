import type { BaselineMark, FoundBaselines } from '../model/baseline.ts'
import type { LedgerEntry } from '../model/ledger.ts'
import type { Policy } from '../model/policy.ts'
import type { Blocker, PolicyReplay, Replay, ReplayedPush } from '../model/replay.ts'
import type { Finding, Verdict } from '../model/verdict.ts'
import { unmatchedServices } from '../policy/unmatched-services.ts'
import { type JudgedPush, judgePushes } from './judge-pushes.ts'
import { shareOf } from './share.ts'
import { type StoredPush, storedPushes } from './stored-pushes.ts'

/** Judges every stored push again under two policies, so that the difference between them can be seen. */
export function replayStore(
  store: FoundBaselines,
  { proposed, against }: Readonly<{ proposed: Policy; against: Policy }>,
): Replay {
  const pushes = storedPushes(store.services)
  const accepted = acceptedAt(store.ledger ?? [])
  const services = [...store.services.keys()]
  const replayed = (policy: Policy) => ({
    ...policyReplay(judgePushes(pushes, policy), policy, accepted),
    unmatched: unmatchedServices(policy, services),
  })
  return { place: store.place, proposed: replayed(proposed), against: replayed(against) }
}

/** Acceptances of the ledger, by branch and commit. */
type Acceptances = ReadonlyMap<string, BaselineMark['override']>

function acceptedAt(ledger: readonly LedgerEntry[]): Acceptances {
  return new Map(
    ledger.flatMap((entry) => {
      if (entry.kind !== 'owed' || entry.accepted === null) return []
      const { by, reason, pullRequest } = entry.accepted
      return [[placeOf(entry), { by, reason, pullRequest }] as const]
    }),
  )
}

function placeOf({ branch, commit }: Pick<StoredPush, 'branch' | 'commit'>): string {
  return JSON.stringify([branch, commit])
}

function policyReplay(
  judged: readonly JudgedPush[],
  policy: Policy,
  accepted: Acceptances,
): Omit<PolicyReplay, 'unmatched'> {
  const pushes = judged.map((one) => replayedPush(one, accepted))
  const blocked = pushes.filter(({ blockers }) => blockers.length > 0)
  const judgedPushes = pushes.filter(({ compared, blockers }) => compared > 0 || blockers.length > 0).length
  return {
    source: policy.source,
    pushes,
    judged: judgedPushes,
    blocked: blocked.length,
    overridden: blocked.filter((push) => push.accepted !== null).length,
    alarms: judgedPushes === 0 ? null : shareOf(blocked.length, judgedPushes),
    hasConfirmation: policy.confirmation !== null,
  }
}

function replayedPush({ push, verdict }: JudgedPush, accepted: Acceptances): ReplayedPush {
  const { commit, branch, recordedAt, runs } = push
  const mark = runs.find((stored) => stored.mark?.kind === 'overridden')?.mark ?? null
  return {
    commit,
    branch,
    recordedAt,
    compared: verdict.compared,
    blockers: verdict.findings.filter(({ level }) => level === 'fail').map((finding) => blockerOf(finding, verdict)),
    accepted: accepted.get(placeOf(push)) ?? mark?.override ?? null,
  }
}

function blockerOf(finding: Finding, { services }: Verdict): Blocker {
  const { service, endpoint, metric, stat, rule, actual } = finding
  const comparison = services
    .flatMap(({ comparisons }) => comparisons)
    .find((one) => one.service === service && one.endpoint === endpoint && one.metric === metric && one.stat === stat)
  const changeRatio = comparison?.estimate?.changeRatio ?? null
  return { service, endpoint, metric, stat, rule, changeRatio, actual }
}

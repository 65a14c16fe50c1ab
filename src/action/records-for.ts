import type { GateResult } from '../gate.ts'
import type { PushEvent } from '../github/event.ts'
import { readMergedOverrides } from '../github/merged-overrides.ts'
import type { StoredRun } from '../model/baseline.ts'
import type { LedgerEntry } from '../model/ledger.ts'
import { repaidNow } from '../policy/open-debts.ts'
import { owedBy, recordsOf } from '../storage/records.ts'
import type { Job } from './job.ts'

/** What a push adds to the store: its runs, marked where the level changed, and what is owed or repaid from now on. */
export async function recordsFor(
  { client, context, inputs }: Job,
  event: PushEvent,
  branch: string,
  { verdict, lookup, ancestry }: GateResult,
): Promise<Readonly<{ runs: readonly StoredRun[]; entries: readonly LedgerEntry[] }>> {
  const found = lookup?.kind === 'found' ? lookup : null
  const recorded = new Set([...(found?.services.values() ?? [])].flat().map(({ commit }) => commit))
  const overrides = await readMergedOverrides(client, {
    sha: event.sha,
    branch,
    isRecorded: (commit) => recorded.has(commit),
    name: inputs.name,
    token: inputs.githubToken,
  })
  const stamp = {
    commit: event.sha,
    recordedAt: new Date().toISOString(),
    branch: branch === context.repository.defaultBranch ? null : branch,
    overrides,
  }
  return {
    runs: recordsOf(verdict.services, stamp),
    entries: [...owedBy(verdict.services, stamp), ...repaidNow(verdict.services, found?.ledger ?? [], ancestry, stamp)],
  }
}

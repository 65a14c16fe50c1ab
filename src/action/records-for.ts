import type { GateResult } from '../gate.ts'
import type { History } from '../github/anchor.ts'
import type { PushEvent } from '../github/event.ts'
import { readMergedOverrides, unrecordedCommits } from '../github/merged-overrides.ts'
import { explained } from '../github/permission-error.ts'
import type { StoredRun } from '../model/baseline.ts'
import type { LedgerEntry } from '../model/ledger.ts'
import { repaidNow } from '../policy/open-debts.ts'
import { owedBy, recordsOf } from '../storage/records.ts'
import type { Job } from './job.ts'

/** What a push adds to the store: its runs, marked where the level changed, and what is owed or repaid from now on. */
export async function recordsFor(
  { client, context, inputs, log }: Job,
  event: PushEvent,
  branch: string,
  { verdict, lookup, ancestry, history }: GateResult & Readonly<{ history: History }>,
): Promise<Readonly<{ runs: readonly StoredRun[]; entries: readonly LedgerEntry[] }>> {
  const found = lookup?.kind === 'found' ? lookup : null
  const recorded = new Set([...(found?.services.values() ?? [])].flat().map(({ commit }) => commit))
  const newest = await explained('find the merged pull request', () => history(() => true))
  const since = unrecordedCommits(event.sha, newest, recorded)
  const query = { commits: since.commits, branch, name: inputs.name }
  const { byCommit, remarks } = await readMergedOverrides(client, query)
  for (const remark of [...since.remarks, ...remarks]) log.warning(remark)
  const stamp = {
    commit: event.sha,
    recordedAt: new Date().toISOString(),
    branch: branch === context.repository.defaultBranch ? null : branch,
    overrides: [...byCommit.values()].flat(),
  }
  return {
    runs: recordsOf(verdict.services, stamp),
    entries: [...owedBy(verdict.services, stamp), ...repaidNow(verdict.services, found?.ledger ?? [], ancestry, stamp)],
  }
}

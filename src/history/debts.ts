import type { TrendDebt } from '../model/history.ts'
import type { LedgerEntry } from '../model/ledger.ts'

/** The past and present debts of a service, in the order of the ledger. A line `repaid` belongs to the debt that it names. */
export function debtsOf(ledger: readonly LedgerEntry[]): readonly TrendDebt[] {
  const repaid = new Map(
    ledger.flatMap((entry) => (entry.kind === 'repaid' ? [[keyOf(entry, entry.debtCommit), entry]] : [])),
  )
  return ledger.flatMap((entry) => {
    if (entry.kind !== 'owed') return []
    const found = repaid.get(keyOf(entry, entry.commit))
    return [{ ...entry, repaid: found === undefined ? null : { commit: found.commit, recordedAt: found.recordedAt } }]
  })
}

function keyOf({ service, endpoint, metric, stat }: LedgerEntry, commit: string): string {
  return JSON.stringify([service, endpoint, metric, stat, commit])
}

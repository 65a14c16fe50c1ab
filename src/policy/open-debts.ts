import type { Ancestry, BaselineLookup } from '../model/baseline.ts'
import type { Comparison, ServiceEvidence } from '../model/comparison.ts'
import type { Debt, LedgerEntry, OwedEntry } from '../model/ledger.ts'
import { isSameInService } from '../model/series.ts'

type RepaidEntry = Extract<LedgerEntry, { kind: 'repaid' }>

/**
 * Puts to each service the slowdowns that its baseline has in it: lines of the ledger at or before the anchor that are not
 * repaid. Repaid is a debt whose series is back within the limit of the level before it, in the baseline of today. Where
 * the ledger says nothing of a service, or there is none, the mark that the window begins with is all that is known.
 */
export function withDebts(
  services: readonly ServiceEvidence[],
  lookup: BaselineLookup | null,
  ancestry: Ancestry,
): readonly ServiceEvidence[] {
  const ledger = lookup?.kind === 'found' ? (lookup.ledger ?? []) : []
  const open = owedAt(ledger, ancestry)
  return services.map((evidence) => {
    if (!ledger.some(({ service }) => service === evidence.service)) {
      return { ...evidence, debts: debtOfWindow(evidence) }
    }
    const debts = open.filter(
      (entry) => entry.service === evidence.service && !isRepaid(entry, comparisonOf(entry, evidence)),
    )
    return { ...evidence, debts: debts.map((entry) => debtOf(entry, comparisonOf(entry, evidence))) }
  })
}

/** The lines that say that a debt is repaid now, for the ledger: from then on it stays so, whatever comes later. */
export function repaidNow(
  services: readonly ServiceEvidence[],
  ledger: readonly LedgerEntry[],
  ancestry: Ancestry,
  { commit, recordedAt }: Readonly<{ commit: string; recordedAt: string }>,
): readonly RepaidEntry[] {
  return owedAt(ledger, ancestry).flatMap((entry) => {
    const evidence = services.find(({ service }) => service === entry.service)
    const now = evidence === undefined ? null : comparisonOf(entry, evidence)
    if (now === null || now.baseline === null || !isRepaid(entry, now)) return []
    const { service, endpoint, metric, stat, branch, commit: debtCommit } = entry
    const series = { service, endpoint, metric, stat }
    return [{ kind: 'repaid', ...series, debtCommit, level: now.baseline, branch, commit, recordedAt }]
  })
}

/** Is all that a service has owed since a commit repaid? false too where the ledger has no such debt: then nobody knows. */
export function isRepaidSince(ledger: readonly LedgerEntry[], service: string, debtCommit: string): boolean {
  const ofService = ledger.filter((entry) => entry.service === service)
  const owed = ofService.filter((entry) => entry.kind === 'owed' && entry.commit === debtCommit)
  const repaid = new Set(ofService.flatMap((entry) => (entry.kind === 'repaid' ? [keyOf(entry)] : [])))
  return owed.length > 0 && owed.every((entry) => repaid.has(keyOf(entry)))
}

/** Not repaid by a line of the ledger, and part of the history that the candidate stands on. */
function owedAt(ledger: readonly LedgerEntry[], ancestry: Ancestry): readonly OwedEntry[] {
  const reached = ancestry === null ? null : new Set(ancestry.commits)
  const isHere = ({ commit }: LedgerEntry): boolean => reached === null || reached.has(commit)
  const repaid = new Set(ledger.flatMap((entry) => (entry.kind === 'repaid' && isHere(entry) ? [keyOf(entry)] : [])))
  return ledger.flatMap((entry) => (entry.kind === 'owed' && isHere(entry) && !repaid.has(keyOf(entry)) ? [entry] : []))
}

function keyOf(entry: LedgerEntry): string {
  const { service, endpoint, metric, stat } = entry
  return JSON.stringify([service, endpoint, metric, stat, entry.kind === 'owed' ? entry.commit : entry.debtCommit])
}

/** The same series, with a stored baseline of the same conditions; null: today's level says nothing about this debt. */
function comparisonOf(entry: OwedEntry, { comparisons, window, baselineRuns }: ServiceEvidence): Comparison | null {
  const conditions = baselineRuns[0]?.conditions
  if (window === null || conditions === undefined) return null
  const { machine, load, tool } = entry.conditions
  if (conditions.machine !== machine || conditions.load !== load || conditions.tool !== tool) return null
  return comparisons.find((one) => isSameInService(one, entry)) ?? null
}

function isRepaid({ before, better, limitRatio }: OwedEntry, now: Comparison | null): boolean {
  if (before === null || now === null || now.baseline === null) return false
  return better === 'higher' ? now.baseline >= before * (1 - limitRatio) : now.baseline <= before * (1 + limitRatio)
}

function debtOf(
  { service, metric, stat, before, changeRatio, accepted, recordedAt }: OwedEntry,
  now: Comparison | null,
): Debt {
  const level = now?.baseline ?? null
  return {
    series: before === null ? service : `${service} ${stat} of ${metric}`,
    changeRatio,
    leftRatio: level === null || before === null || before === 0 ? null : level / before - 1,
    override: accepted,
    since: recordedAt,
  }
}

function debtOfWindow({ window }: ServiceEvidence): readonly Debt[] {
  const mark = window?.mark ?? null
  if (mark === null || mark.kind === 'improved') return []
  const { series, changeRatio, override } = mark
  return [{ series, changeRatio, leftRatio: null, override, since: null }]
}

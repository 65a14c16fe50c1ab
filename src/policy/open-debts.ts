import type { Ancestry, BaselineLookup } from '../model/baseline.ts'
import type { Comparison, ServiceEvidence } from '../model/comparison.ts'
import type { Debt, LedgerEntry, OwedEntry } from '../model/ledger.ts'
import { isSameInService } from '../model/series.ts'

type RepaidEntry = Extract<LedgerEntry, { kind: 'repaid' }>

/**
 * Adds to each service the slowdowns of its baseline that are not repaid: lines of the ledger at or before the anchor. A debt is repaid
 * when the series in the baseline of today is back within the limit of the level before the debt. If the ledger has no line for a service,
 * the mark at the start of the window is all that is known.
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

/** The lines for the ledger that record a debt as repaid. A repaid debt stays repaid, whatever comes later. */
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

/**
 * Whether everything that a service has owed since a commit is repaid. Also false if the ledger has no debt from there, because nothing is
 * known then.
 */
export function isRepaidSince(ledger: readonly LedgerEntry[], service: string, debtCommit: string): boolean {
  const ofService = ledger.filter((entry) => entry.service === service)
  const owed = ofService.filter((entry) => entry.kind === 'owed' && entry.commit === debtCommit)
  const repaid = new Set(ofService.flatMap((entry) => (entry.kind === 'repaid' ? [keyOf(entry)] : [])))
  return owed.length > 0 && owed.every((entry) => repaid.has(keyOf(entry)))
}

/** Debts that no line of the ledger repays and that are part of the history of the candidate. */
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

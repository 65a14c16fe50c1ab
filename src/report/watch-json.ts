import { plainText } from '../model/text.ts'
import type { WatchComparison, WatchOutcome, WatchReport } from '../model/watch.ts'
import { messageOf } from './finding-text.ts'
import { atUtc } from './watch-words.ts'

/**
 * The result of one look at production, for programs. A new field may appear in the same version; a changed or removed one raises
 * `schemaVersion`. Times are ISO 8601, shares 0..1, and unknown values null.
 */
export type WatchJson = Readonly<{
  schemaVersion: 1
  outcome: WatchOutcome
  environment: string | null
  deployedAt: string
  commit: string | null
  previousCommit: string | null
  look: Readonly<{ number: number; of: number; minutes: number; endsAt: string }>
  services: readonly Readonly<{
    service: string
    outcome: WatchOutcome
    findings: readonly Readonly<{ level: string; message: string }>[]
    notes: readonly string[]
    comparison: (Omit<WatchComparison, 'fromS' | 'untilS'> & Readonly<{ from: string; until: string }>) | null
  }>[]
}>

export function watchJson(report: WatchReport): WatchJson {
  const { outcome, environment, deployedAtS, commit, previousCommit, look, services } = report
  return {
    schemaVersion: 1,
    outcome,
    environment,
    deployedAt: atUtc(deployedAtS),
    commit,
    previousCommit,
    look: { number: look.number, of: look.of, minutes: look.minutes, endsAt: atUtc(look.endsAtS) },
    services: services.map(({ service, outcome: own, findings, notes, comparison }) => ({
      service,
      outcome: own,
      findings: findings.map(({ level, said }) => ({ level, message: messageOf({ service: null, ...said }) })),
      notes: notes.map(plainText),
      comparison: comparison === null ? null : timed(comparison),
    })),
  }
}

function timed({ fromS, untilS, ...rest }: WatchComparison) {
  return { ...rest, from: atUtc(fromS), until: atUtc(untilS) }
}

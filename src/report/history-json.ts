import type { NamedCommit, ServiceTrend } from '../model/history.ts'
import { type HistoryReport, windowKey } from './history-report.ts'

/**
 * The history for programs. A new field may appear in the same version; a changed or removed one raises `schemaVersion`.
 * Unknown values are null, ratios 0.083 for +8.3 %. `values` has one number for each of `jobs`.
 */
type HistoryJson = Readonly<{
  schemaVersion: 1
  services: readonly (Omit<ServiceTrend, 'suspects'> &
    Readonly<{
      /** null: the clone does not know the commits between them. */
      suspects: readonly Readonly<{
        from: string
        to: string
        position: number
        commits: readonly NamedCommit[] | null
      }>[]
    }>)[]
  releases: readonly Readonly<{ commit: string; name: string }>[]
}>

export function historyJson(report: HistoryReport): HistoryJson {
  return {
    schemaVersion: 1,
    services: report.services.map((service) => ({
      ...service,
      suspects: service.suspects.map(({ from, to, position }) => {
        return { from, to, position, commits: report.suspects.get(windowKey({ from, to })) ?? null }
      }),
    })),
    releases: [...report.releases].map(([commit, name]) => ({ commit, name })),
  }
}

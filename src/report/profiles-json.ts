import type { FunctionChange, Profile, ProfileComparison, ServiceProfiles } from '../model/profile.ts'
import { plainText } from '../model/text.ts'

/**
 * The comparison of the profiles of one tool. Shares are 0..1 of the time in own code; `changeRatio` is 0.083 for +8.3 %; `lower` and
 * `upper` are its bounds at 95 %. Unknown values are null.
 */
export type ProfileJson = {
  tool: string
  counted: Profile['counted']
  unit: Profile['unit']
  notCompared: string | null
  runs: { baseline: number; candidate: number }
  samples: { baseline: number | null; candidate: number | null }
  scale: ProfileComparison['scale']
  commonRatio: number | null
  detectableRatio: number | null
  total: { baseline: number; candidate: number; changeRatio: number | null } | null
  functions: ProfiledFunctionJson[]
  notes: string[]
}

type ProfiledFunctionJson = Omit<FunctionChange, 'interval'> & { lower: number | null; upper: number | null }

/** The report of `perf-gate profiles` for programs. A new field may appear in the same version; a changed one raises `schemaVersion`. */
export function profilesJson({ comparisons, refusals }: ServiceProfiles): object {
  return {
    schemaVersion: 1,
    comparisons: comparisons.map(profileJson),
    notRead: refusals.map(({ path, problem }) => ({ path, problem: plainText(problem) })),
  }
}

export function profileJson(comparison: ProfileComparison): ProfileJson {
  const { flame: _, functions, notCompared, notes, runs, samples, total, ...rest } = comparison
  return {
    ...rest,
    notCompared: notCompared === null ? null : plainText(notCompared),
    runs: { ...runs },
    samples: { ...samples },
    total: total === null ? null : { ...total },
    functions: functions.map(({ interval, ...one }) => ({
      ...one,
      lower: interval?.[0] ?? null,
      upper: interval?.[1] ?? null,
    })),
    notes: notes.map(plainText),
  }
}

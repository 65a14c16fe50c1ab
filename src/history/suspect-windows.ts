import type { ServiceTrend, SuspectWindow } from '../model/history.ts'

/** Where something became worse: at each step for the worse of a gated series, and at each commit that was recorded as slower. */
export function suspectWindows({ jobs, series }: Pick<ServiceTrend, 'jobs' | 'series'>): readonly SuspectWindow[] {
  const steps = series.flatMap(({ role, steps: all }) => (role === 'other' ? [] : all.filter(({ isWorse }) => isWorse)))
  const marks = jobs.flatMap(({ mark, conditions }, position) => {
    const previous = jobs.findLastIndex((one, at) => at < position && one.conditions === conditions)
    return mark === null || mark.kind === 'improved' || previous === -1 ? [] : [{ position, previous }]
  })
  const windows = new Map(
    [...steps, ...marks].flatMap(({ position, previous }) => {
      const [from, to] = [jobs[previous]?.commit, jobs[position]?.commit]
      return from === undefined || to === undefined || from === to ? [] : [[position, { from, to, position }] as const]
    }),
  )
  return [...windows.values()].toSorted((left, right) => left.position - right.position)
}

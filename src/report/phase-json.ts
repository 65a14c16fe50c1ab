import type { GoalResult, Phase, PhaseExtras, PhaseService } from '../model/milestone.ts'
import { plainText } from '../model/text.ts'

/**
 * The phase report for programs. A new field may appear in the same version; a changed or removed one raises `schemaVersion`.
 * Ratios are -0.2 for 20 % less, unknown values null. `moreJobs` is also null if no number of jobs can decide the goal; `tooNear` is then
 * true.
 */
type PhaseJson = Readonly<{
  schemaVersion: 1
  from: string
  to: string
  goals: readonly (Omit<GoalResult, 'goal' | 'reason'> &
    Readonly<{ metric: string; stat: string | null; goal: number; tooNear: boolean; reason: string | null }>)[]
  services: readonly (Readonly<{ service: string; notCompared: string | null }> &
    Pick<PhaseService, 'jobs' | 'steps' | 'changes'> &
    PhaseExtras)[]
}>

export function phaseJson({ from, to, services }: Phase): PhaseJson {
  return {
    schemaVersion: 1,
    from,
    to,
    goals: services.flatMap(({ results }) => results.map(goalJson)),
    services: services.map(({ trend, ends, jobs, steps, changes, extras }) => {
      return {
        service: trend.service,
        notCompared: ends === null ? null : plainText(ends),
        jobs,
        steps,
        changes,
        ...extras,
      }
    }),
  }
}

function goalJson({ goal, moreJobs, reason, ...result }: GoalResult): PhaseJson['goals'][number] {
  const isNear = moreJobs === Infinity
  return {
    metric: goal.metric,
    stat: goal.stat,
    ...result,
    reason: reason === null ? null : plainText(reason),
    goal: goal.changeRatio,
    moreJobs: isNear ? null : moreJobs,
    tooNear: isNear,
  }
}

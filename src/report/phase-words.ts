import type { GoalResult, GoalVerdict, Phase } from '../model/milestone.ts'
import { count, formatRatio, listed } from '../model/numbers.ts'
import type { Goal } from '../model/policy.ts'
import { name, type Text, text } from '../model/text.ts'
import { statistic } from './wording.ts'

export const GOAL_WORDS: Readonly<Record<GoalVerdict, string>> = {
  reached: 'reached',
  missed: 'missed',
  'cannot-tell': 'cannot be told',
  'no-data': 'no data',
  'not-comparable': 'not comparable',
}

/** `p95 -20 %` */
export function goalName({ metric, stat, changeRatio }: Goal): Text {
  return text`${metricName({ metric, stat })} ${formatRatio(changeRatio).replace('.0 %', ' %')}`
}

function metricName({ metric, stat }: Pick<Goal, 'metric' | 'stat'>): Text {
  if (stat === null) return text`complexity`
  return stat === 'value' ? [name(metric)] : statistic({ metric, stat })
}

/** Whether two services have the same goal. */
export function isSameGoal(left: Goal, right: Goal): boolean {
  return keyOf(left) === keyOf(right)
}

function keyOf({ metric, stat, changeRatio }: Goal): string {
  return JSON.stringify([metric, stat, changeRatio])
}

/** `-24.1 % (-26.0 % … -22.0 %)`; empty: unknown. */
export function changeText({ changeRatio, lower, upper }: Pick<GoalResult, 'changeRatio' | 'lower' | 'upper'>): string {
  if (changeRatio === null) return ''
  return lower === null || upper === null
    ? formatRatio(changeRatio)
    : `${formatRatio(changeRatio)} (${formatRatio(lower)} … ${formatRatio(upper)})`
}

/** How many more jobs would decide the goal, or why nothing can decide it. Empty: the goal is decided. */
export function openText({ verdict, moreJobs, reason }: GoalResult): Text {
  if (verdict !== 'cannot-tell' || moreJobs === null) return reason ?? []
  if (moreJobs === Infinity)
    return text`It is too near to the goal: not even the 20 jobs that a window takes would tell.`
  return text`${count(moreJobs, 'more job')} at the later end would tell, if the change is what it looks like.`
}

/** The goals of all services, each once, in the order in which they first appear. */
export function goalsOf({ services }: Phase): readonly Goal[] {
  const goals = services.flatMap(({ results }) => results.map(({ goal }) => goal))
  return [...new Map(goals.map((goal) => [keyOf(goal), goal])).values()]
}

/** `2 of 3 goals reached, 1 cannot be told. 2 of 2 services measured.` */
export function phaseStatement(phase: Phase): string {
  const results = phase.services.flatMap((service) => service.results)
  const measured = phase.services.filter(({ jobs }) => jobs !== null).length
  const coverage = `${measured} of ${count(phase.services.length, 'service')} measured at both ends.`
  if (results.length === 0) return `The policy has no goals. ${coverage}`
  const words = (['missed', 'cannot-tell', 'no-data', 'not-comparable'] as const).flatMap((verdict) => {
    const found = results.filter((one) => one.verdict === verdict).length
    return found === 0 ? [] : [`${found} ${GOAL_WORDS[verdict]}`]
  })
  const reached = results.filter(({ verdict }) => verdict === 'reached').length
  return `${listed([`${reached} of ${count(results.length, 'goal')} reached`, ...words])}. ${coverage}`
}

/** `-12.3 % as a geometric mean (-24.0 % to +1.0 %), over 12 of 16 services`. The range shows services that the mean would hide. */
export function spreadText(goal: Goal, phase: Phase): string {
  const changes = phase.services.flatMap(({ results }) =>
    results.flatMap((one) => (isSameGoal(one.goal, goal) && one.changeRatio !== null ? [one.changeRatio] : [])),
  )
  if (changes.length === 0) return 'no service was measured at both ends'
  const mean = Math.expm1(changes.reduce((sum, change) => sum + Math.log1p(change), 0) / changes.length)
  const range = `${formatRatio(Math.min(...changes))} to ${formatRatio(Math.max(...changes))}`
  return `${formatRatio(mean)} as a geometric mean (${range}), over ${changes.length} of ${count(phase.services.length, 'service')}`
}

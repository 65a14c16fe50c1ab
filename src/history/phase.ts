import type { StoredRun } from '../model/baseline.ts'
import type { Series } from '../model/comparison.ts'
import type { ServiceTrend } from '../model/history.ts'
import type { GoalResult, Phase, PhaseChange, PhaseComplexity, PhaseExtras, PhaseService } from '../model/milestone.ts'
import type { Goal, ServicePolicy } from '../model/policy.ts'
import { code, name, type Text, text } from '../model/text.ts'
import type { UncorrectedComparison } from '../statistics/compare-series.ts'
import { type SeriesReader, seriesReader } from '../statistics/reading.ts'
import { compareEnds, judgeGoals, type MeasuredGoal, rangeOf } from './goal-result.ts'
import { type Ends, endsOf, type PhaseEnd } from './phase-ends.ts'

/** One service, and what is asked of it. */
export type PhaseInput = Readonly<{
  trend: ServiceTrend
  stored: readonly StoredRun[]
  policy: ServicePolicy
  /** Absent: nobody gave anything. */
  extras?: PhaseExtras | undefined
}>

const NO_EXTRAS: PhaseExtras = { complexity: null, capacity: null, functions: null }

/** A goal of a service that was looked at, or what is known of it without looking. */
type Asked = Readonly<{ service: string } & ({ measured: MeasuredGoal } | { known: GoalResult })>

/** What became of the goals of all services between two refs. All goals are judged together. */
export function phaseOf(services: readonly PhaseInput[], from: PhaseEnd, to: PhaseEnd): Phase {
  const parts = services.map((input) => partOf(input, from, to))
  const asked = parts.flatMap((part) => part.asked)
  const judged = [...judgeGoals(asked.flatMap((one) => ('measured' in one ? [one.measured] : [])))]
  const results = asked.flatMap((one) => ('known' in one ? [one.known] : (judged.shift() ?? [])))
  return {
    from: from.name,
    to: to.name,
    services: parts.map(({ service }) => ({
      ...service,
      results: results.filter((one) => one.service === service.trend.service),
    })),
  }
}

function partOf(
  { trend, stored, policy, extras = NO_EXTRAS }: PhaseInput,
  from: PhaseEnd,
  to: PhaseEnd,
): Readonly<{ service: PhaseService; asked: readonly Asked[] }> {
  const reader = seriesReader()
  const primaries = policy.primary.map((primary) => ({ ...primary, endpoint: null }))
  const ends = endsOf(stored, { from, to, primaries }, reader)
  return {
    service: {
      trend,
      extras,
      ends: ends.kind === 'comparable' ? null : reasonOf(ends, from),
      changes: ends.kind === 'comparable' ? changesOf(trend, ends, policy, reader) : [],
      results: [],
      conditions: ends.kind === 'comparable' ? ends.before.newest[0].conditions : null,
      jobs: ends.kind === 'comparable' ? { before: ends.before.jobs.length, after: ends.after.length } : null,
      steps: stepsBetween(trend, stored, from, to),
    },
    asked: policy.goals.map((goal) =>
      goal.stat === null
        ? { service: trend.service, known: complexityResult(trend.service, goal, extras.complexity) }
        : ask(goal, goal.stat, trend, ends, { policy, reader, from }),
    ),
  }
}

type Asking = Readonly<{ policy: ServicePolicy; reader: SeriesReader; from: PhaseEnd }>

function ask(goal: Goal, stat: string, { service }: ServiceTrend, ends: Ends, { policy, reader, from }: Asking): Asked {
  const known = (verdict: GoalResult['verdict'], reason: Text): Asked => ({
    service,
    known: { service, goal, verdict, ...NOTHING, reason },
  })
  if (ends.kind !== 'comparable') return known(ends.kind, reasonOf(ends, from))
  const { metric } = goal
  const measurement = [...ends.after, ...ends.before.jobs]
    .flatMap((job) => job.flatMap(({ run }) => run.measurements))
    .find((one) => one.metric === metric && one.endpoint === null)
  if (measurement === undefined) return known('no-data', text`No stored run has ${name(metric)}.`)
  const better = goal.changeRatio < 0 ? 'lower' : 'higher'
  const series: Series = { service, endpoint: null, metric, stat, unit: measurement.unit, better }
  return { service, measured: { service, goal, comparison: compareEnds(series, ends, policy, reader) } }
}

/** Exact: branch points are counted, not measured. */
function complexityResult(service: string, goal: Goal, complexity: PhaseComplexity | null): GoalResult {
  const unknown = { service, goal, ...NOTHING }
  if (complexity === null)
    return {
      ...unknown,
      verdict: 'no-data',
      reason: text`Nobody gave its complexity before and after: ${code('--complexity SERVICE=FILE')}.`,
    }
  const points = { before: complexity.before.branchPoints, after: complexity.after.branchPoints }
  const { before, after } = points
  if (before === 0)
    return { ...unknown, ...points, verdict: 'cannot-tell', reason: text`There were no branch points before.` }
  const changeRatio = after / before - 1
  // 7 of 10 is 30 % less, whatever binary fractions make of it.
  const isReached =
    goal.changeRatio < 0 ? changeRatio <= goal.changeRatio + 1e-9 : changeRatio >= goal.changeRatio - 1e-9
  return { ...unknown, ...points, verdict: isReached ? 'reached' : 'missed', changeRatio, reason: null }
}

const NOTHING = {
  before: null,
  after: null,
  unit: 'none',
  changeRatio: null,
  lower: null,
  upper: null,
  jobs: { before: 0, after: 0 },
  moreJobs: null,
} as const

function reasonOf(ends: Exclude<Ends, { kind: 'comparable' }>, from: PhaseEnd): Text {
  if (ends.kind === 'no-data') return ends.reason
  return text`The machine, the load, the script or the load tool changed since ${name(from.name)}. Compare from the first commit under the conditions of now: ${code(`--from ${ends.first}`)}`
}

function changesOf(
  trend: ServiceTrend,
  ends: Extract<Ends, { kind: 'comparable' }>,
  policy: ServicePolicy,
  reader: SeriesReader,
): readonly PhaseChange[] {
  return trend.series
    .filter(({ endpoint }) => endpoint === null)
    .map(({ values: _, levels: __, steps: ___, ...series }) => ({
      series,
      ...changeOf(compareEnds(series, ends, policy, reader)),
    }))
}

function changeOf(comparison: UncorrectedComparison): Omit<PhaseChange, 'series'> {
  if (comparison.kind === 'decided') {
    const { baseline, candidate } = comparison.comparison
    return { before: baseline, after: candidate, changeRatio: null, lower: null, upper: null }
  }
  const { baseline, candidate } = comparison.facts
  return { before: baseline, after: candidate, ...rangeOf(comparison) }
}

/** Steps of the gated series at commits after one end, up to the other. */
function stepsBetween(
  { series, jobs }: ServiceTrend,
  stored: readonly StoredRun[],
  from: PhaseEnd,
  to: PhaseEnd,
): PhaseService['steps'] {
  const inside = new Set(stored.filter((one) => to.includes(one) && !from.includes(one)).map(({ commit }) => commit))
  return series
    .filter(({ role }) => role === 'primary')
    .flatMap(({ metric, stat, steps }) =>
      steps.flatMap(({ position, changeRatio, isWorse }) => {
        const { commit = '', recordedAt = '' } = jobs[position] ?? {}
        return inside.has(commit) ? [{ metric, stat, commit, recordedAt, changeRatio, isWorse }] : []
      }),
    )
}

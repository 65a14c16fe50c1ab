import goalsTemplate from '../../templates/phase-goals.hbs'
import serviceTemplate from '../../templates/phase-service.hbs'
import type {
  GoalResult,
  Phase,
  PhaseCapacity,
  PhaseChange,
  PhaseComplexity,
  PhaseExtras,
  PhaseService,
} from '../model/milestone.ts'
import { count, formatRatio, formatValue, listed } from '../model/numbers.ts'
import type { Goal } from '../model/policy.ts'
import { quantityOf } from '../model/quantity.ts'
import { capitalized, written } from '../model/text.ts'
import { code, commit, prose, withPlainPipes } from './escape.ts'
import { dayOf, openDebts } from './history-report.ts'
import {
  changeText,
  GOAL_WORDS,
  goalName,
  goalsOf,
  isSameGoal,
  openText,
  phaseStatement,
  spreadText,
} from './phase-words.ts'
import { isResource } from './series.ts'
import { MARKDOWN, statisticName } from './wording.ts'

const ICONS = { reached: '✅', missed: '❌', 'cannot-tell': '❓', 'no-data': '⚪', 'not-comparable': '⚪' } as const

/** The report of `perf-gate history --from` as Markdown: first the goals of all services, then each service. */
export function phaseMarkdown(phase: Phase): string {
  const title = `## Phase report: ${code(phase.from)} to ${code(phase.to)}`
  const parts = [title, `**${prose(phaseStatement(phase))}**`, phaseGoals(phase), ...phase.services.map(phaseService)]
  return withPlainPipes(`${parts.filter((one) => one !== '').join('\n\n')}\n`)
}

/** Table of the goals by service. Empty: the policy has no goals. */
export function phaseGoals(phase: Phase): string {
  const goals = goalsOf(phase)
  return goalsTemplate({
    goals: goals.map(goalMarkdown),
    rows: phase.services.map(({ trend, results }) => ({
      service: code(trend.service),
      cells: goals.map((goal) => cellOf(results.find((one) => isSameGoal(one.goal, goal)))),
    })),
    spreads: goals.map((goal) => `${goalMarkdown(goal)}: ${spreadText(goal, phase)}`),
  }).trim()
}

/** One service, in the order of the usual report: configuration, results, findings, conclusion. */
export function phaseService({ trend, ends, conditions, changes, results, jobs, steps, extras }: PhaseService): string {
  const owed = openDebts(trend)
  return serviceTemplate({
    service: code(trend.service),
    configuration: (conditions === null ? [] : (['machine', 'load', 'tool'] as const)).map((field) => {
      const value = conditions?.[field] ?? null
      return value === null ? `${field} unknown` : `${field} ${code(value)}`
    }),
    jobs: jobs === null ? null : `${count(jobs.before, 'stored job')} before, ${jobs.after} after`,
    ends: ends === null ? null : written(ends, MARKDOWN),
    groups: GROUPS.flatMap((title) => {
      const rows = changes.filter(({ series }) => groupOf(series) === title).map((change) => rowOf(change, results))
      return rows.length === 0 ? [] : [{ title, rows }]
    }),
    ...extrasModel(extras, results),
    open: results.flatMap((result) => {
      const text = openText(result)
      return text.length === 0 || ends !== null ? [] : [`${goalMarkdown(result.goal)}: ${written(text, MARKDOWN)}`]
    }),
    steps: steps.map((step) => {
      const name = statisticName(step, MARKDOWN)
      return `${name} ${formatRatio(step.changeRatio)} ${step.isWorse ? '(worse)' : '(better)'} at ${commit(step.commit)}, ${dayOf(step.recordedAt)}`
    }),
    owed: owed === 0 ? null : `${owed}`,
    conclusion: conclusionOf(results),
  }).trim()
}

const GROUPS = ['Latency', 'Throughput and errors', 'Resources'] as const

function groupOf(series: PhaseChange['series']): (typeof GROUPS)[number] {
  if (isResource(series.metric)) return 'Resources'
  return quantityOf(series) === 'latency' || quantityOf(series) === 'duration' ? 'Latency' : 'Throughput and errors'
}

/** The worst result among the goals of the service. null: the service has no goals. */
function conclusionOf(results: readonly GoalResult[]): string | null {
  const worst = (['missed', 'cannot-tell', 'not-comparable', 'no-data', 'reached'] as const).find((verdict) =>
    results.some((one) => one.verdict === verdict),
  )
  if (worst === undefined) return null
  const goals = results.filter(({ verdict }) => verdict === worst).map(({ goal }) => goalMarkdown(goal))
  if (worst === 'reached') return `${ICONS.reached} All of its goals are reached.`
  return `${ICONS[worst]} ${written(capitalized([{ words: GOAL_WORDS[worst] }]), MARKDOWN)}: ${listed(goals)}.`
}

function extrasModel({ complexity, capacity, functions }: PhaseExtras, results: readonly GoalResult[]): object {
  return {
    complexity: [
      ...results.filter(({ goal }) => goal.stat === null).map((result) => goalRow(result)),
      ...(complexity === null ? [] : FIGURES.flatMap(([name, of]) => figureRow(name, of(complexity)))),
    ],
    changed: (complexity?.functions ?? []).map(({ name, file, before, after }) => ({
      name: code(name),
      file: code(file),
      before: before ?? 'new',
      after: after ?? 'gone',
    })),
    capacity: capacity === null ? null : prose(capacityText(capacity)),
    functions: (functions ?? []).slice(0, MOST_FUNCTIONS).map((one) => ({
      name: code(one.name),
      before: formatValue(one.baselineShare, 'ratio', 3),
      after: formatValue(one.candidateShare, 'ratio', 3),
      change: one.changeRatio === null ? '' : formatRatio(one.changeRatio),
    })),
    noFunctions: functions?.length === 0,
  }
}

const MOST_FUNCTIONS = 10

type Figure = 'mean' | 'p90' | 'max'
type Both = Readonly<Record<'before' | 'after', number | null>>

const figure =
  (key: Figure) =>
  ({ before, after }: PhaseComplexity): Both => ({ before: before[key] ?? null, after: after[key] ?? null })

const FIGURES: readonly (readonly [string, (complexity: PhaseComplexity) => Both])[] = [
  ['mean', figure('mean')],
  ['p90', figure('p90')],
  ['largest', figure('max')],
]

function figureRow(name: string, { before, after }: Both): readonly object[] {
  if (before === null || after === null) return []
  const change = before === 0 ? '' : formatRatio(after / before - 1)
  return [
    { name, before: formatValue(before, 'none'), after: formatValue(after, 'none'), change, goal: '', verdict: '' },
  ]
}

function capacityText({
  maxThroughput,
  knee,
  sustainable,
  refused,
  changeRatio,
  changeInterval,
}: PhaseCapacity): string {
  if (maxThroughput === null) return `No answer. ${refused ?? 'The ladder has none.'}`
  const against = changeText({ changeRatio, lower: changeInterval?.[0] ?? null, upper: changeInterval?.[1] ?? null })
  return [
    `At most ${formatValue(maxThroughput, 'per-second')}`,
    ...(knee === null ? [] : [`the knee at ${formatValue(knee, 'none', 3)} users`]),
    ...(sustainable === null ? [] : [`${formatValue(sustainable, 'per-second')} can be relied on`]),
    ...(against === '' ? [] : [`${against} against the start`]),
  ].join(', ')
}

function goalMarkdown(goal: Goal): string {
  return written(goalName(goal), MARKDOWN)
}

function cellOf(result: GoalResult | undefined): string {
  if (result === undefined) return ''
  const change = changeText(result)
  return `${ICONS[result.verdict]} ${GOAL_WORDS[result.verdict]}${change === '' ? '' : `, ${change}`}`
}

function rowOf({ series, ...change }: PhaseChange, results: readonly GoalResult[]): object {
  const result = results.find(({ goal }) => goal.metric === series.metric && goal.stat === series.stat)
  return {
    name: series.stat === 'value' ? code(series.metric) : statisticName(series, MARKDOWN),
    before: formatValue(change.before, series.unit),
    after: formatValue(change.after, series.unit),
    change: changeText(change),
    goal: result === undefined ? '' : formatRatio(result.goal.changeRatio),
    verdict: result === undefined ? '' : `${ICONS[result.verdict]} ${GOAL_WORDS[result.verdict]}`,
  }
}

function goalRow(result: GoalResult): object {
  return {
    name: 'branch points',
    before: formatValue(result.before, 'none'),
    after: formatValue(result.after, 'none'),
    change: changeText(result),
    goal: formatRatio(result.goal.changeRatio),
    verdict: `${ICONS[result.verdict]} ${GOAL_WORDS[result.verdict]}`,
  }
}

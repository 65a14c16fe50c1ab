import template from '../../templates/phase.hbs'
import type { GoalResult, Phase, PhaseChange, PhaseService } from '../model/milestone.ts'
import { count, formatRatio, formatValue } from '../model/numbers.ts'
import { code, commit, prose } from './cell.ts'
import { dayOf, openDebts } from './history-report.ts'
import { changeText, GOAL_WORDS, goalName, goalsOf, openText, phaseStatement, spreadText } from './phase-words.ts'
import { PLAIN, statisticName } from './wording.ts'

const ICONS = { reached: '✅', missed: '❌', 'cannot-tell': '❓', 'no-data': '⚪', 'not-comparable': '⚪' } as const

/** The report of `perf-gate history --from` as Markdown: goals and services on top, then each service. */
export function phaseMarkdown(phase: Phase): string {
  const goals = goalsOf(phase)
  return template({
    from: code(phase.from),
    to: code(phase.to),
    statement: `**${prose(phaseStatement(phase))}**`,
    goals: goals.map((goal) => prose(goalName(goal))),
    rows: phase.services.map(({ trend, results }) => ({
      service: code(trend.service),
      cells: goals.map((goal) => cellOf(results.find((one) => goalName(one.goal) === goalName(goal)))),
    })),
    spreads: goals.map((goal) => `${prose(goalName(goal))}: ${spreadText(goal, phase)}`),
    services: phase.services.map(serviceModel),
  })
}

function cellOf(result: GoalResult | undefined): string {
  if (result === undefined) return ''
  const change = changeText(result)
  return `${ICONS[result.verdict]} ${GOAL_WORDS[result.verdict]}${change === '' ? '' : `, ${change}`}`
}

function serviceModel({ trend, ends, conditions, changes, results, jobs, steps }: PhaseService): object {
  const owed = openDebts(trend)
  return {
    service: code(trend.service),
    configuration: (conditions === null ? [] : (['machine', 'load', 'tool'] as const)).map((field) =>
      prose(`${field} ${conditions?.[field] ?? 'unknown'}`),
    ),
    jobs: jobs === null ? null : `${count(jobs.before, 'stored job')} before, ${jobs.after} after`,
    ends: ends === null ? null : prose(ends),
    rows: [
      ...changes.map((change) => rowOf(change, results)),
      ...results.filter(({ goal }) => goal.stat === null).map((result) => goalRow(result)),
    ],
    open: results.flatMap((result) => {
      const text = openText(result)
      return text === '' || ends !== null ? [] : [`${prose(goalName(result.goal))}: ${prose(text)}`]
    }),
    steps: steps.map((step) => {
      const name = prose(statisticName(step, PLAIN))
      return `${name} ${formatRatio(step.changeRatio)} ${step.isWorse ? '(worse)' : '(better)'} at ${commit(step.commit)}, ${dayOf(step.recordedAt)}`
    }),
    owed: owed === 0 ? null : `${owed}`,
  }
}

function rowOf({ series, ...change }: PhaseChange, results: readonly GoalResult[]): object {
  const result = results.find(({ goal }) => goal.metric === series.metric && goal.stat === series.stat)
  return {
    name: prose(series.stat === 'value' ? series.metric : statisticName(series, PLAIN)),
    before: formatValue(change.before, series.unit),
    after: formatValue(change.after, series.unit),
    change: changeText(change),
    goal: result === undefined ? '' : formatRatio(result.goal.changeRatio),
    verdict: result === undefined ? '' : `${ICONS[result.verdict]} ${GOAL_WORDS[result.verdict]}`,
  }
}

function goalRow(result: GoalResult): object {
  return {
    name: 'complexity (branch points)',
    before: formatValue(result.before, 'none'),
    after: formatValue(result.after, 'none'),
    change: changeText(result),
    goal: formatRatio(result.goal.changeRatio),
    verdict: `${ICONS[result.verdict]} ${GOAL_WORDS[result.verdict]}`,
  }
}

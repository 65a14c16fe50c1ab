import type { NamedCommit, ServiceTrend, TrendDebt } from '../../model/history.ts'
import { count, formatRatio, formatValue } from '../../model/numbers.ts'
import { plain } from '../escape.ts'
import { dayOf, type HistoryReport, isDrawn, trendName, windowKey } from '../history-report.ts'
import { PAGE } from '../wording.ts'
import { markText, shortCommit } from './history-plot.ts'

/** A text, with a link if the address is known. */
type Linked = Readonly<{ text: string; href: string | null }>

/** The events at one recorded commit, and the commits that may have caused them. */
export type TrendEvent = Readonly<{
  day: string
  commit: Linked
  what: readonly Readonly<{ text: string; tone: string }>[]
  suspects: readonly (Linked & Readonly<{ subject: string }>)[]
  /** Suspects that are not listed, with a link to all of them. */
  more: Linked | null
}>

/** A longer list does not help. A link shows the other commits. */
const MOST_SUSPECTS = 10

/** The commits of a service that have events, the newest first. */
export function trendEvents(service: ServiceTrend, report: HistoryReport): readonly TrendEvent[] {
  return service.jobs
    .flatMap((job, position) => {
      const what = [
        ...stepsAt(service, position),
        ...(job.mark === null
          ? []
          : [
              {
                text: `recorded as ${markText(job.mark)}`,
                tone: job.mark.kind === 'improved' ? 'better' : 'bad',
              },
            ]),
        ...debtsAt(service, position),
        ...releaseAt(service, position, report.releases),
        ...conditionsAt(service, position),
      ]
      if (what.length === 0) return []
      return [
        {
          day: dayOf(job.recordedAt),
          commit: commitLink(job.commit, report),
          what,
          ...suspectsAt(service, position, report),
        },
      ]
    })
    .toReversed()
}

/** `abc1234`, with a link to the commit if the repository is known. */
export function commitLink(commit: string, { repositoryUrl }: Pick<HistoryReport, 'repositoryUrl'>): Linked {
  const isCommit = /^[0-9a-f]{7,64}$/.test(commit)
  return {
    text: shortCommit(commit),
    href: repositoryUrl === null || !isCommit ? null : `${repositoryUrl}/commit/${commit}`,
  }
}

/** The text of a debt that is not repaid. */
export function debtText(debt: TrendDebt): string {
  const change = formatRatio(debt.changeRatio)
  const who =
    debt.accepted === null
      ? 'nobody accepted it'
      : `accepted by ${plain(debt.accepted.by, 40)} (#${debt.accepted.pullRequest}): ${plain(debt.accepted.reason, 200)}`
  return `${change}, ${who}`
}

function stepsAt({ series }: ServiceTrend, position: number): TrendEvent['what'] {
  return series.flatMap((one) => {
    const step = isDrawn(one) ? one.steps.find((found) => found.position === position) : undefined
    if (step === undefined) return []
    const levels = `${formatValue(step.before, one.unit)} → ${formatValue(step.after, one.unit)}`
    const tone = one.better === 'neither' ? '' : step.isWorse ? 'bad' : 'better'
    return [{ text: `new level of ${trendName(one, PAGE)}: ${formatRatio(step.changeRatio)} (${levels})`, tone }]
  })
}

function debtsAt({ jobs, debts }: ServiceTrend, position: number): TrendEvent['what'] {
  const { commit } = jobs[position] ?? {}
  const isFirst = jobs.findIndex((job) => job.commit === commit) === position
  return debts.flatMap((debt) => [
    ...(isFirst && debt.commit === commit ? [owedText(debt)] : []),
    ...(isFirst && debt.repaid?.commit === commit
      ? [{ text: `debt of ${shortCommit(debt.commit)} repaid`, tone: 'better' }]
      : []),
  ])
}

function owedText({ repaid }: TrendDebt): TrendEvent['what'][number] {
  if (repaid === null) return { text: 'a debt from here on, not yet repaid', tone: 'caution' }
  return { text: `a debt from here on, repaid ${dayOf(repaid.recordedAt)}`, tone: '' }
}

function releaseAt(
  { jobs }: ServiceTrend,
  position: number,
  releases: ReadonlyMap<string, string>,
): TrendEvent['what'] {
  const commit = jobs[position]?.commit ?? ''
  const name = releases.get(commit)
  const isFirst = jobs.findIndex((job) => job.commit === commit) === position
  return name === undefined || !isFirst ? [] : [{ text: `release ${plain(name, 40)}`, tone: '' }]
}

const NAMES = { machine: 'machine', load: 'load', scriptHash: 'load script', tool: 'load tool' } as const

/** The event of changed conditions, at the first job under each set of conditions. */
function conditionsAt({ jobs, conditions }: ServiceTrend, position: number): TrendEvent['what'] {
  const now = jobs[position]?.conditions
  if (position === 0 || now === undefined || jobs.findIndex((job) => job.conditions === now) !== position) return []
  const [own, before] = [conditions[now], conditions[jobs[position - 1]?.conditions ?? 0]]
  const changed = (['machine', 'load', 'scriptHash', 'tool'] as const).filter(
    (field) => own?.[field] !== before?.[field],
  )
  return [
    { text: `measured under other conditions: ${changed.map((field) => NAMES[field]).join(', ')}`, tone: 'caution' },
  ]
}

function suspectsAt(
  service: ServiceTrend,
  position: number,
  report: HistoryReport,
): Pick<TrendEvent, 'suspects' | 'more'> {
  const window = service.suspects.find((one) => one.position === position)
  if (window === undefined) return { suspects: [], more: null }
  const known = report.suspects.get(windowKey(window))
  const href = compareLink(window.from, window.to, report)
  if (known === undefined) {
    return {
      suspects: [],
      more: { text: `what came after ${shortCommit(window.from)}, up to ${shortCommit(window.to)}`, href },
    }
  }
  const hidden = known.length - MOST_SUSPECTS
  return {
    suspects: known.slice(0, MOST_SUSPECTS).map((one) => suspect(one, report)),
    more: hidden > 0 ? { text: `and ${count(hidden, 'more commit')}`, href } : null,
  }
}

function suspect({ commit, subject }: NamedCommit, report: HistoryReport): TrendEvent['suspects'][number] {
  return { ...commitLink(commit, report), subject: plain(subject, 100) }
}

function compareLink(from: string, to: string, { repositoryUrl }: HistoryReport): string | null {
  const areCommits = [from, to].every((commit) => /^[0-9a-f]{7,64}$/.test(commit))
  return repositoryUrl === null || !areCommits ? null : `${repositoryUrl}/compare/${from}...${to}`
}

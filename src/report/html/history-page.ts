import * as colours from '../../../templates/html-colours.css'
import * as script from '../../../templates/html-history.browser.js'
import template from '../../../templates/html-history.hbs'
import * as style from '../../../templates/html-report.css'
import type { SeriesTrend, ServiceTrend } from '../../model/history.ts'
import { count } from '../../model/numbers.ts'
import { plain } from '../escape.ts'
import {
  dayOf,
  drawnSeries,
  type HistoryReport,
  historyStatement,
  isDrawn,
  lastStepText,
  leadingSeries,
  levelText,
  openDebts,
  trendName,
} from '../history-report.ts'
import { PAGE } from '../wording.ts'
import { contentPolicy } from './content-policy.ts'
import { figureHtml } from './figure.ts'
import { inlineText } from './markdown-html.ts'
import { toneIcon } from './tone.ts'
import { commitLink, debtText, trendEvents } from './trend-events.ts'
import { jobsPerPoint, trendPlot, trendSpark } from './trend-plot.ts'

/** With more services, all services are folded at first. */
const MOST_OPEN = 3

/** The default branch over time as one HTML file: no network, no server. With its script it can be searched. */
export function historyPage(report: HistoryReport): string {
  const { services, title, notes, repositoryUrl } = report
  const owes = services.some((service) => openDebts(service) > 0)
  const newest =
    services
      .flatMap(({ jobs }) => jobs.map(({ recordedAt }) => recordedAt))
      .toSorted()
      .at(-1) ?? ''
  return template({
    policy: contentPolicy([colours.hash, style.hash], [script.hash]),
    colours: colours.text,
    style: style.text,
    script: script.text,
    title: plain(title),
    repositoryUrl,
    outcome: owes ? 'warn' : 'pass',
    icon: toneIcon(owes ? 'caution' : 'better'),
    statement: historyStatement(report),
    facts: [
      count(services.length, 'service'),
      count(
        services.reduce((sum, { jobs }) => sum + jobs.length, 0),
        'stored job',
      ),
      `the newest of ${dayOf(newest)}`,
    ],
    notes: notes.map((note) => inlineText(note)),
    services: services.map((service, position) => serviceModel(service, position, report)),
  })
}

function serviceModel(service: ServiceTrend, position: number, report: HistoryReport): object {
  const { jobs, series, debts, conditions } = service
  const leading = leadingSeries(service)
  const owed = openDebts(service)
  return {
    id: `service-${position + 1}`,
    name: plain(service.service),
    isOpen: report.services.length <= MOST_OPEN,
    owed: owed === 0 ? '' : `${count(owed, 'debt')}`,
    owedIcon: owed === 0 ? '' : toneIcon('caution'),
    leading: leading === undefined ? null : { name: trendName(leading, PAGE), ...rowOf(leading, service) },
    jobs: count(jobs.length, 'stored job'),
    newest: dayOf(jobs.at(-1)?.recordedAt ?? ''),
    newestCommit: commitLink(jobs.at(-1)?.commit ?? '', report),
    figures: drawnSeries(service).map((one) =>
      figureHtml({
        title: `${trendName(one, PAGE)} of ${plain(service.service)}`,
        plot: trendPlot(one, service, report.releases),
        caption: null,
        table: null,
      }),
    ),
    caption: captionOf(service),
    otherConditions: conditions.length > 1,
    events: trendEvents(service, report),
    debts: debts
      .filter(({ repaid }) => repaid === null)
      .map((debt) => ({
        since: dayOf(debt.recordedAt),
        commit: commitLink(debt.commit, report),
        text: debtText(debt),
      })),
    rows: series.filter((one) => !isDrawn(one)).map((one) => ({ name: trendName(one, PAGE), ...rowOf(one, service) })),
  }
}

function rowOf(series: SeriesTrend, service: ServiceTrend): object {
  const step = series.steps.findLast(({ position }) => service.jobs[position]?.conditions === 0)
  const tone = step === undefined || series.better === 'neither' ? '' : step.isWorse ? 'bad' : 'better'
  return { level: levelText(series), step: lastStepText(series, service), tone, spark: trendSpark(series, service) }
}

function captionOf(service: ServiceTrend): string {
  const each = jobsPerPoint(service)
  const { conditions } = service
  return [
    each === 1
      ? 'Point: a stored job.'
      : `Point: the median of ${each} neighbouring stored jobs, with a line from the lowest to the highest of them; levels and steps are those of all jobs.`,
    'Line: the median of each level. Triangle: a commit that was recorded as regressed, overridden or improved. Dotted: a release.',
    ...(conditions.length > 1
      ? [
          'Hollow, with a dashed level: jobs of another machine, load, script or tool, which are never compared with the others.',
        ]
      : []),
  ].join(' ')
}

import { scaleLinear } from 'd3-scale'
import { median } from 'simple-statistics'
import type { BaselineMark, ServiceHistory, StoredJob } from '../../model/baseline.ts'
import type { Comparison } from '../../model/comparison.ts'
import { count, formatRatio, formatValue } from '../../model/numbers.ts'
import { worseBy } from '../../model/series.ts'
import { plain, shortCommit as shortened } from '../escape.ts'
import { PLAIN, statisticName } from '../wording.ts'
import { bottomAxis, type Frame, leftAxis } from './axes.ts'
import { runValue } from './run-value.ts'
import { spread } from './runs-plot.ts'
import {
  area,
  COLOURS,
  line,
  mark,
  PLOT_WIDTH,
  type Place,
  type Plot,
  type Shape,
  ticksIn,
  tracks,
  words,
} from './svg.ts'

/** The data of the history plot of one series. */
export type HistoryInput = Readonly<{
  series: Comparison
  history: ServiceHistory
  /** Values of the candidate's runs. */
  candidate: readonly number[]
  candidateTitle: string
  /** Names of releases by commit. */
  releases: ReadonlyMap<string, string>
}>

/** The first seven characters of a commit, as the axis prints them. */
export function shortCommit(commit: string): string {
  return plain(shortened(commit), 12)
}

/** `overridden +8.3 % by dev: the cache comes back next week`. */
export function markText({ kind, changeRatio, override }: BaselineMark): string {
  const by = override === null ? '' : ` by ${plain(override.by, 40)}: ${plain(override.reason, 200)}`
  return `${kind} ${formatRatio(changeRatio)}${by}`
}

/** The triangle of a marked job. */
export function markShape(job: BaselineMark, place: Place): Shape {
  const fill = job.kind === 'improved' ? COLOURS.good : COLOURS.bad
  return mark('triangle', place, { radius: 6.5, fill, title: markText(job) })
}

const MAX_TICKS = 10

/** The stored jobs of one series, oldest first, with levels, limit, change points, marks and releases, and the candidate at the end. */
export function historyPlot(input: HistoryInput): Plot {
  const { series, history, candidate, candidateTitle, releases } = input
  const { jobs, windowStart } = history
  const runs = jobs.flatMap((job, position) => runPoints(job, position, series))
  const steps = stepsOf(history, series)
  const title = statisticName(series, PLAIN)
  const format = (value: number) => formatValue(value, series.unit)
  const frame = { left: 96, right: PLOT_WIDTH - 64, top: 44, bottom: 236 }
  const limit = limitOf(series)
  const marked = markedJobs(jobs, runs)
  const value = scaleLinear(
    spread([...runs.map((run) => run.value), ...candidate, ...(limit === null ? [] : [limit])]),
    [frame.bottom, frame.top],
  ).nice(4)
  const position = scaleLinear([-1, jobs.length + 1], [frame.left, frame.right])
  const nameOf = (at: number) => (at === jobs.length ? candidateTitle : shortCommit(jobs[at]?.commit ?? ''))
  const commits = 'commits of the default branch, oldest first'
  return {
    height: frame.bottom + 44,
    label: `${title} of ${count(jobs.length, 'stored job')} of the default branch, oldest first, with ${count(steps.length, 'change')} of level and ${count(marked.length, 'mark')}. The table below has the values.`,
    shapes: [
      ...windowArea(position(windowStart - 0.5), position(jobs.length - 0.5), frame),
      ...leftAxis({ at: value, ticks: value.ticks(4), text: ticksIn(series.unit), name: title }, frame),
      ...bottomAxis({ at: position, ticks: ticksOf(jobs.length), text: nameOf, name: commits }, frame),
      ...(limit === null ? [] : limitLine(position(windowStart - 0.5), value(limit), frame)),
      tracks(
        levelsOf(runs, steps, jobs.length).map(({ from, to, level }) => [
          [position(from - 0.5), value(level)],
          [position(to - 0.5), value(level)],
        ]),
        { stroke: COLOURS.text, width: 1.5 },
      ),
      ...steps.flatMap((at) => upright(position(at - 0.5), 'new level', COLOURS.warn, false, frame)),
      ...releasedJobs(jobs, releases).flatMap(({ at, name }) =>
        upright(position(at), name, COLOURS.muted, true, frame),
      ),
      ...runs.map((run) =>
        mark('circle', [position(run.position), value(run.value)], {
          radius: 3.5,
          // Filled inside the baseline window, hollow before it.
          fill: run.position < windowStart ? COLOURS.page : COLOURS.baseline,
          stroke: COLOURS.baseline,
          title: `${nameOf(run.position)}: ${format(run.value)}`,
        }),
      ),
      ...candidate.map((one) =>
        mark('diamond', [position(jobs.length), value(one)], {
          radius: 5.5,
          fill: COLOURS.candidate,
          title: `${candidateTitle}: ${format(one)}`,
        }),
      ),
      ...marked.flatMap(({ at, job, highest }) => [
        markShape(job, [position(at), value(highest)]),
        words(job.kind, position(at), value(highest) - 16),
      ]),
    ],
  }
}

/** The value beyond which the candidate is over its limit; null if the series has no limit. */
function limitOf({ baseline, limitRatio, role, better }: Comparison): number | null {
  if (baseline === null || limitRatio === null || role === 'other') return null
  return baseline * (1 + worseBy({ better }, limitRatio))
}

function limitLine(left: number, y: number, { right }: Frame): readonly Shape[] {
  return [
    line([left, y], [right, y], { stroke: COLOURS.bad, dash: '6 3' }),
    words('limit', right + 6, y, { fill: COLOURS.bad }),
  ]
}

function releasedJobs(jobs: readonly StoredJob[], releases: ReadonlyMap<string, string>) {
  return jobs.flatMap(({ commit }, at) => {
    const name = releases.get(commit)
    return name === undefined ? [] : [{ at, name: plain(name, 20) }]
  })
}

function markedJobs(jobs: readonly StoredJob[], runs: readonly RunPoint[]) {
  return jobs.flatMap(({ mark: job }, at) => {
    const values = runs.filter(({ position }) => position === at).map(({ value }) => value)
    return job === null || values.length === 0 ? [] : [{ at, job, highest: Math.max(...values) }]
  })
}

/** The positions at which the level of this series changes. */
export function stepsOf({ changePoints }: ServiceHistory, { metric, stat }: Comparison): readonly number[] {
  return changePoints.filter((point) => point.metric === metric && point.stat === stat).map(({ position }) => position)
}

type RunPoint = Readonly<{ position: number; value: number }>

function runPoints({ runs }: StoredJob, position: number, series: Comparison): readonly RunPoint[] {
  return runs.flatMap((run) => {
    const value = runValue(run, series)
    return value === null ? [] : [{ position, value }]
  })
}

/** As many jobs as there is room for, and the candidate. */
function ticksOf(jobs: number): readonly number[] {
  const every = Math.ceil((jobs + 1) / MAX_TICKS)
  const positions = Array.from({ length: jobs }, (_, position) => position)
  return [...positions.filter((position) => position % every === 0 && jobs - position >= Math.max(every, 2)), jobs]
}

/** The median of each level. `from` is the first job of the level, `to` the first job after it. */
function levelsOf(runs: readonly RunPoint[], steps: readonly number[], end: number) {
  const starts = [0, ...steps]
  return starts.flatMap((from, index) => {
    const to = starts[index + 1] ?? end
    const values = runs.filter(({ position }) => position >= from && position < to).map(({ value }) => value)
    return values.length === 0 ? [] : [{ from, to, level: median(values) }]
  })
}

/** A vertical line with a name above it. */
function upright(x: number, name: string, stroke: string, isDotted: boolean, { top, bottom }: Frame): readonly Shape[] {
  return [
    line([x, top], [x, bottom], { stroke, width: 1.5, dash: isDotted ? '2 3' : undefined }),
    words(name, x, top - 12, { anchor: 'middle' }),
  ]
}

/** Shades the jobs with which the candidate is compared. */
function windowArea(left: number, right: number, { top, bottom }: Frame): readonly Shape[] {
  return [
    area(left, top, right - left, bottom - top, COLOURS.baseline, 0.12),
    words('baseline window', (left + right) / 2, bottom - 12, { fill: COLOURS.muted, anchor: 'middle' }),
  ]
}

import { median } from 'simple-statistics'
import type { BaselineMark, ServiceHistory, StoredJob } from '../../model/baseline.ts'
import type { Comparison } from '../../model/comparison.ts'
import { count, formatRatio, formatValue, plain, shortCommit as shortened } from '../cell.ts'
import { PLAIN, statisticName } from '../wording.ts'
import {
  type Area,
  COLOURS,
  FIXED_GRID,
  guides,
  type Place,
  type Plot,
  type PointPlace,
  STILL,
  strokes,
  tickText,
  words,
} from './plot.ts'
import { runValue } from './run-value.ts'

/** What the history of one series is drawn from. */
export type HistoryInput = Readonly<{
  series: Comparison
  history: ServiceHistory
  /** Values of the candidate's runs. */
  candidate: readonly number[]
  candidateTitle: string
  /** Names of releases by commit. */
  releases: ReadonlyMap<string, string>
}>

/** A commit as the axis names it: its first seven characters. */
export function shortCommit(commit: string): string {
  return plain(shortened(commit), 12)
}

/** `overridden +8.3 %`. */
export function markText({ kind, changeRatio }: BaselineMark): string {
  return `${kind} ${formatRatio(changeRatio)}`
}

/** ` by dev: the cache comes back next week`, empty where nobody overrode. */
export function overrideText({ override }: BaselineMark): string {
  return override === null ? '' : ` by ${plain(override.by, 40)}: ${plain(override.reason, 200)}`
}

const MAX_TICKS = 10

/** The stored jobs of one series, oldest first, with levels, change points, marks and releases, and the candidate at the end. */
export function historyPlot(input: HistoryInput): Plot {
  const { series, history, candidate, candidateTitle, releases } = input
  const { jobs, windowStart } = history
  const runs = jobs.flatMap((job, position) => runPoints(job, position, series))
  const steps = stepsOf(history, series)
  const released = jobs.flatMap(({ commit }, position) => {
    const name = releases.get(commit)
    return name === undefined ? [] : [{ position, name: plain(name, 20) }]
  })
  const marked = jobs.flatMap(({ mark }, position) => {
    const values = runs.filter((run) => run.position === position).map(({ value }) => value)
    return mark === null || values.length === 0 ? [] : [{ position, mark, highest: Math.max(...values) }]
  })
  const title = statisticName(series, PLAIN)
  const format = (value: number) => formatValue(value, series.unit)
  return {
    height: 280,
    label: `${title} of ${count(jobs.length, 'stored job')} of the default branch, oldest first, with ${count(steps.length, 'change')} of level and ${count(marked.length, 'mark')}. The table below has the values.`,
    titles: new Map([
      [1, runs.map(({ position, value }) => `${shortCommit(jobs[position]?.commit ?? '')}: ${format(value)}`)],
      [2, candidate.map((value) => `${candidateTitle}: ${format(value)}`)],
      [3, marked.map(({ mark }) => `${markText(mark)}${overrideText(mark)}`)],
    ]),
    option: {
      ...axesOf(
        title,
        (value) => tickText(value, series.unit),
        (position) => (position === jobs.length ? candidateTitle : shortCommit(jobs[position]?.commit ?? '')),
        jobs.length,
      ),
      series: [
        guides((place, area) => [
          ...windowArea(windowStart, jobs.length, place, area),
          strokes(levelLines(runs, steps, jobs.length, place), { stroke: COLOURS.text, lineWidth: 1.5 }),
          ...steps.flatMap((position) => upright(place(position - 0.5, 0)[0], 'new level', COLOURS.warn, false, area)),
          ...released.flatMap(({ position, name }) => upright(place(position, 0)[0], name, COLOURS.muted, true, area)),
        ]),
        storedPoints(runs, windowStart),
        {
          ...STILL,
          type: 'scatter',
          symbol: 'diamond',
          symbolSize: 11,
          itemStyle: { color: COLOURS.candidate, opacity: 1 },
          data: candidate.map((value) => [jobs.length, value]),
        },
        markPoints(marked),
      ],
    },
  }
}

/** Where the series itself steps. */
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

function axesOf(
  title: string,
  format: (value: number) => string,
  tick: (position: number) => string,
  end: number,
): object {
  return {
    grid: { ...FIXED_GRID, left: 96, right: 64, top: 44, bottom: 44 },
    xAxis: {
      type: 'value',
      min: -1,
      max: end + 1,
      interval: 1,
      axisTick: { show: false },
      axisLine: { lineStyle: { color: COLOURS.muted } },
      splitLine: { show: false },
      name: 'commits of the default branch, oldest first',
      nameLocation: 'middle',
      nameGap: 28,
      nameTextStyle: { color: COLOURS.muted },
      axisLabel: { color: COLOURS.muted, formatter: tick, hideOverlap: false, customValues: ticksOf(end) },
    },
    yAxis: {
      type: 'value',
      scale: true,
      boundaryGap: ['15%', '5%'],
      name: title,
      nameGap: 26,
      nameTextStyle: { color: COLOURS.text, align: 'left' },
      splitNumber: 4,
      axisTick: { show: false },
      axisLine: { onZero: false, lineStyle: { color: COLOURS.muted } },
      axisLabel: { color: COLOURS.muted, formatter: format },
      splitLine: { lineStyle: { color: COLOURS.line } },
    },
  }
}

/** Every job where there is room, and the candidate. */
function ticksOf(jobs: number): readonly number[] {
  const every = Math.ceil((jobs + 1) / MAX_TICKS)
  const positions = Array.from({ length: jobs }, (_, position) => position)
  return [...positions.filter((position) => position % every === 0 && jobs - position >= Math.max(every, 2)), jobs]
}

/** Full inside the window, hollow before it. */
function storedPoints(runs: readonly RunPoint[], windowStart: number): object {
  return {
    ...STILL,
    type: 'scatter',
    symbolSize: 7,
    itemStyle: {
      color: ({ dataIndex }: PointPlace) =>
        (runs[dataIndex]?.position ?? 0) < windowStart ? COLOURS.page : COLOURS.baseline,
      borderColor: COLOURS.baseline,
      borderWidth: 1.5,
      opacity: 1,
    },
    data: runs.map(({ position, value }) => [position, value]),
  }
}

function markPoints(marked: readonly Readonly<{ position: number; mark: BaselineMark; highest: number }>[]): object {
  return {
    ...STILL,
    type: 'scatter',
    symbol: 'triangle',
    symbolSize: 13,
    label: {
      show: true,
      position: 'top',
      align: 'left',
      color: COLOURS.text,
      formatter: ({ dataIndex }: PointPlace) => marked[dataIndex]?.mark.kind ?? '',
    },
    data: marked.map(({ position, mark, highest }) => ({
      value: [position, highest],
      itemStyle: { color: mark.kind === 'improved' ? COLOURS.good : COLOURS.bad, opacity: 1 },
    })),
  }
}

/** A line at the median of each level. */
function levelLines(runs: readonly RunPoint[], steps: readonly number[], end: number, place: Place) {
  const starts = [0, ...steps]
  return starts.flatMap((from, index) => {
    const to = starts[index + 1] ?? end
    const values = runs.filter(({ position }) => position >= from && position < to).map(({ value }) => value)
    if (values.length === 0) return []
    const level = median(values)
    return [[...place(from - 0.5, level), ...place(to - 0.5, level)] as const]
  })
}

/** A named line from the bottom to the top. */
function upright(x: number, name: string, stroke: string, isDotted: boolean, area: Area): readonly object[] {
  return [
    strokes([[x, area.y, x, area.y + area.height]], {
      stroke,
      lineWidth: 1.5,
      ...(isDotted ? { lineDash: [2, 3] } : {}),
    }),
    words(name, x, area.y - 5, { align: 'center', verticalAlign: 'bottom' }),
  ]
}

/** The jobs that the candidate is compared with. */
function windowArea(windowStart: number, end: number, place: Place, { y, height }: Area): readonly object[] {
  const [left] = place(windowStart - 0.5, 0)
  const width = place(end - 0.5, 0)[0] - left
  const style = { fill: COLOURS.baseline, opacity: 0.12 }
  return [
    { type: 'rect', shape: { x: left, y, width, height }, style },
    words('baseline window', left + width / 2, y + height - 5, {
      fill: COLOURS.muted,
      align: 'center',
      verticalAlign: 'bottom',
    }),
  ]
}

import { scaleLinear } from 'd3-scale'
import type { SeriesTrend, ServiceTrend, TrendJob } from '../../model/history.ts'
import { count, formatRatio } from '../../model/numbers.ts'
import { plain } from '../escape.ts'
import { dayOf, trendName } from '../history-report.ts'
import { PAGE } from '../wording.ts'
import { bottomAxis, type Frame, leftAxis } from './axes.ts'
import { markShape } from './history-plot.ts'
import { spread } from './runs-plot.ts'
import { COLOURS, dots, inlineSvg, line, PLOT_WIDTH, type Plot, type Shape, ticksIn, tracks, words } from './svg.ts'
import { type Bin, thinned } from './thinned.ts'

/** More points would touch each other. */
const MOST_POINTS = 180

const FRAME: Frame = { left: 96, right: PLOT_WIDTH - 24, top: 50, bottom: 226 }
const MOST_TICKS = 7

/** Names above the plot with less distance would overlap, so the later name is left out. Its line is still drawn. */
const LABEL_WIDTH = 64

type Upright = Readonly<{ position: number; name: string; stroke: string; dash?: string }>

/** All stored jobs of one series, oldest first, with levels, steps, marks and releases. */
export function trendPlot(series: SeriesTrend, service: ServiceTrend, releases: ReadonlyMap<string, string>): Plot {
  const { jobs, conditions } = service
  const at = scaleLinear([-0.5, jobs.length - 0.5], [FRAME.left, FRAME.right])
  const known = series.values.flatMap((one) => one ?? [])
  const value = scaleLinear(rangeOf(known), [FRAME.bottom, FRAME.top]).nice(4)
  const name = trendName(series, PAGE)
  const groups = conditions.map((_, index) => binsOf(series, jobs, index))
  const marks = jobs.flatMap((job, position) => {
    const height = series.values[position]
    return job.mark === null || height == null || series.role !== 'primary' ? [] : [{ ...job.mark, position, height }]
  })
  return {
    height: FRAME.bottom + 44,
    label: `${name} of ${count(jobs.length, 'stored job')} of the default branch, oldest first, with ${count(series.steps.length, 'change')} of level. The table of events names them.`,
    shapes: [
      ...leftAxis({ at: value, ticks: value.ticks(4), text: ticksIn(series.unit), name }, FRAME),
      ...bottomAxis(
        {
          at,
          ticks: ticksOf(jobs.length),
          text: (position) => dayOf(jobs[position]?.recordedAt ?? ''),
          name: 'stored jobs, oldest first',
        },
        FRAME,
      ),
      ...uprights(series, jobs, releases, at),
      ...groups.map((bins, index) => reaches(bins, at, value, colourOf(index))),
      ...groups.map((bins, index) => points(bins, at, value, colourOf(index))),
      ...levelLines(series, at, value),
      ...marks.map((one) => markShape(one, [at(one.position), value(one.height)])),
    ],
  }
}

const SPARK = { width: 150, height: 28, points: 50 } as const

/** A small plot for a row of a table: points and levels under the newest conditions. */
export function trendSpark(series: SeriesTrend, { jobs }: ServiceTrend): string {
  const bins = binsOf(series, jobs, 0, SPARK.points)
  if (bins.length === 0) return ''
  const at = scaleLinear([-0.5, jobs.length - 0.5], [2, SPARK.width - 2])
  const value = scaleLinear(rangeOf(bins.flatMap(({ low, high }) => [low, high])), [SPARK.height - 3, 3])
  const middles = bins.map(({ position, middle }) => [at(position), value(middle)] as const)
  const shapes = [
    dots(middles, { radius: 1.5, fill: COLOURS.candidate }),
    ...levelLines({ ...series, levels: series.levels.filter(({ conditions }) => conditions === 0) }, at, value),
  ]
  return inlineSvg(SPARK.width, SPARK.height, shapes)
}

/** How many neighbouring jobs share one point of the plot. */
export function jobsPerPoint({ jobs }: ServiceTrend): number {
  return Math.max(1, Math.ceil(jobs.length / MOST_POINTS))
}

function binsOf({ values }: SeriesTrend, jobs: readonly TrendJob[], conditions: number, most = MOST_POINTS) {
  return thinned(
    values.map((value, position) => (jobs[position]?.conditions === conditions ? value : null)),
    most,
  )
}

function colourOf(conditions: number): string {
  return conditions === 0 ? COLOURS.candidate : COLOURS.baseline
}

type Scale = (value: number) => number

/** Points are filled under the newest conditions and hollow under other conditions. */
function points(bins: readonly Bin[], at: Scale, value: Scale, colour: string): Shape {
  const places = bins.map(({ position, middle }) => [at(position), value(middle)] as const)
  const full = dots(places, { radius: 2.5, fill: colour })
  return colour === COLOURS.candidate ? full : `${full}${dots(places, { radius: 1.5, fill: COLOURS.page })}`
}

function reaches(bins: readonly Bin[], at: Scale, value: Scale, stroke: string): Shape {
  const wide = bins.filter(({ low, high }) => high > low)
  return tracks(
    wide.map(({ position, low, high }) => [
      [at(position), value(low)],
      [at(position), value(high)],
    ]),
    { stroke, width: 2, opacity: 0.35 },
  )
}

function levelLines({ levels }: SeriesTrend, at: Scale, value: Scale): readonly Shape[] {
  return [true, false].map((isNow) =>
    tracks(
      levels
        .filter(({ conditions }) => (conditions === 0) === isNow)
        .map(({ from, to, value: level }) => [
          [at(from - 0.5), value(level)],
          [at(to - 0.5), value(level)],
        ]),
      { stroke: isNow ? COLOURS.text : COLOURS.muted, width: 1.5, dash: isNow ? undefined : '4 3' },
    ),
  )
}

/** Steps and releases have separate rows of names, so that the name of a release never replaces the name of a step. */
function uprights(
  { steps, better }: SeriesTrend,
  jobs: readonly TrendJob[],
  releases: ReadonlyMap<string, string>,
  at: Scale,
): readonly Shape[] {
  const stepLines = steps.map(({ position, changeRatio, isWorse }): Upright => {
    const stroke = better === 'neither' ? COLOURS.muted : isWorse ? COLOURS.bad : COLOURS.good
    return { position: position - 0.5, name: formatRatio(changeRatio), stroke }
  })
  const releaseLines = jobs.flatMap(({ commit }, position): readonly Upright[] => {
    const name = releases.get(commit)
    const isFirst = jobs.findIndex((job) => job.commit === commit) === position
    return name === undefined || !isFirst
      ? []
      : [{ position, name: plain(name, 12), stroke: COLOURS.muted, dash: '2 3' }]
  })
  return [...named(stepLines, FRAME.top - 10, at), ...named(releaseLines, FRAME.top - 26, at)]
}

function named(lines: readonly Upright[], height: number, at: Scale): readonly Shape[] {
  let free = FRAME.left + LABEL_WIDTH
  return lines.flatMap(({ position, name, stroke, dash }) => {
    const x = at(position)
    const drawn = line([x, height + 6], [x, FRAME.bottom], { stroke, width: dash === undefined ? 1.5 : 1, dash })
    if (x < free) return [drawn]
    free = x + LABEL_WIDTH
    return [drawn, words(name, Math.min(x, FRAME.right - 12), height, { anchor: 'middle', fill: stroke })]
  })
}

/** Starts at 0 or above, because no measured value is negative. A plot of only zeros gets `ZERO_HEIGHT`, because an axis needs a height. */
function rangeOf(values: readonly number[]): readonly [number, number] {
  const [low, high] = spread(values)
  const isZero = values.every((value) => value === 0)
  return [Math.max(0, low), isZero ? ZERO_HEIGHT : high]
}

/** Top of the axis for a plot of only zeros, usually of errors: one percent. */
const ZERO_HEIGHT = 0.01

function ticksOf(jobs: number): readonly number[] {
  const every = Math.max(1, Math.ceil((jobs - 1) / (MOST_TICKS - 1)))
  const positions = Array.from({ length: Math.ceil(jobs / every) }, (_, index) => index * every)
  return positions.filter((position) => jobs - 1 - position >= every / 2 || position === jobs - 1)
}

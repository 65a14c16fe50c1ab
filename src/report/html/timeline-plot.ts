import { median } from 'simple-statistics'
import type { Unit } from '../../model/measurement.ts'
import type { IdentifiedRun, Timeline } from '../../model/run.ts'
import { count, formatValue } from '../cell.ts'
import { COLOURS, FIXED_GRID, guides, type Plot, type PointPlace, STILL, tickText, tracks } from './plot.ts'

/** A run that has a timeline. */
export type TimedRun = Readonly<{ side: string; name: string; timeline: Timeline }>

/** More lines than this a side hide each other. */
const MAX_LINES = 5

/** Marks tell the sides apart without colour. One at each slice would be most of the file. */
const MARKS = 12

/** The runs that can be drawn over time: the last ones of a side. */
export function timedRuns(runs: readonly IdentifiedRun[], side: string): readonly TimedRun[] {
  return runs
    .flatMap(({ run, slot }) =>
      run.timeline == null ? [] : [{ side, name: `${side}, run ${slot}`, timeline: run.timeline }],
    )
    .slice(-MAX_LINES)
}

/** A side in one panel: what is drawn with its points, and the runs behind it. */
type Line = Readonly<{
  name: string
  side: 'baseline' | 'candidate'
  points: readonly Point[]
  runs: readonly (readonly Point[])[]
}>

const PANELS = [
  { name: 'p95', unit: 'ms', read: p95Points, top: 26 },
  { name: 'throughput', unit: 'per-second', read: ratePoints, top: 190 },
] as const

/** p95 and throughput of both sides through the test: the median over the runs, and each run thin behind it. Both sides start at 0 s. */
export function timelinePlot(baseline: readonly TimedRun[], candidate: readonly TimedRun[]): Plot {
  const panels = PANELS.map((panel) => ({
    ...panel,
    lines: [...linesOf(baseline, 'baseline', panel.read), ...linesOf(candidate, 'candidate', panel.read)],
  }))
  const endMs = Math.max(
    ...[...baseline, ...candidate].map(({ timeline: { sliceMs, slices } }) => sliceMs * slices.length),
  )
  const series = panels.flatMap(({ lines }, panel) => [
    thinLines(lines, panel),
    ...lines.map((line) => lineSeries(line, panel)),
  ])
  const drawn = panels.flatMap(({ lines, unit }) => [null, ...lines.map((line) => ({ ...line, unit }))])
  return {
    height: 356,
    label: `p95 and throughput through the test, ${count(baseline.length, 'run')} of the baseline and ${candidate.length} of the candidate. The table below has the values.`,
    titles: new Map(
      drawn.flatMap((line, position) => (line === null ? [] : [[position, titlesOf(line, line.unit)] as const])),
    ),
    option: {
      grid: panels.map(({ top }) => ({ ...FIXED_GRID, left: 96, right: 24, top, height: 112 })),
      xAxis: panels.map((_, index) => ({
        type: 'value',
        gridIndex: index,
        min: 0,
        max: endMs / 1000,
        name: index === 1 ? 'seconds since the start of the load' : '',
        nameLocation: 'middle',
        nameGap: 28,
        nameTextStyle: { color: COLOURS.muted },
        axisTick: { show: false },
        axisLine: { lineStyle: { color: COLOURS.muted } },
        axisLabel: { color: COLOURS.muted, showMaxLabel: false },
        splitLine: { show: false },
      })),
      yAxis: panels.map(({ name, unit }, index) => ({
        type: 'value',
        gridIndex: index,
        min: 0,
        name,
        nameGap: 8,
        nameTextStyle: { color: COLOURS.text, align: 'left' },
        splitNumber: 3,
        axisTick: { show: false },
        axisLine: { lineStyle: { color: COLOURS.muted } },
        axisLabel: { color: COLOURS.muted, formatter: (value: number) => tickText(value, unit) },
        splitLine: { lineStyle: { color: COLOURS.line } },
      })),
      series,
    },
  }
}

/** Runs that were cut into other slices have no median: each is then a line of its own. */
function linesOf(runs: readonly TimedRun[], side: Line['side'], read: typeof p95Points): readonly Line[] {
  const all = runs.map(({ timeline }) => read(timeline))
  const [first] = runs
  if (first === undefined) return []
  const isAlike = runs.every(({ timeline }) => timeline.sliceMs === first.timeline.sliceMs)
  if (runs.length === 1 || !isAlike)
    return runs.map(({ name }, index) => ({ name, side, points: all[index] ?? [], runs: [] }))
  return [{ name: first.side, side, points: mediansBySecond(all), runs: all }]
}

/** The median over the runs at each second that one of them has, in the order of time; null where none has a value. */
export function mediansBySecond(runs: readonly (readonly Point[])[]): readonly Point[] {
  const values = new Map<number, number[]>()
  for (const [second, value] of runs.flat()) {
    const known = values.get(second) ?? []
    if (value !== null) known.push(value)
    values.set(second, known)
  }
  return [...values]
    .toSorted(([left], [right]) => left - right)
    .map(([second, all]) => [second, all.length === 0 ? null : median(all)])
}

function lineSeries({ side, points }: Line, panel: number): object {
  const isBaseline = side === 'baseline'
  const shape = isBaseline ? 'circle' : 'diamond'
  return {
    ...STILL,
    type: 'line',
    xAxisIndex: panel,
    yAxisIndex: panel,
    connectNulls: false,
    symbol: (_: unknown, { dataIndex }: PointPlace) => (isMarked(points, dataIndex) ? shape : 'none'),
    symbolSize: 6,
    lineStyle: { color: COLOURS[side], width: 2, type: isBaseline ? 'dashed' : 'solid' },
    itemStyle: { color: COLOURS[side], opacity: 1 },
    data: points,
  }
}

/** Whether a point has a mark: some of a line, and each that no line reaches because its neighbours are gaps. */
function isMarked(points: readonly Point[], index: number): boolean {
  const isGap = (at: number) => points[at]?.[1] == null
  return index % Math.ceil(points.length / MARKS) === 0 || (isGap(index - 1) && isGap(index + 1))
}

/** One shape a side: a point for each slice of each run would be most of the file. */
function thinLines(lines: readonly Line[], panel: number): object {
  const all = lines.flatMap(({ runs }) => runs.flat())
  const background = guides(
    (place) =>
      lines.map(({ side, runs }) =>
        tracks(
          runs.flatMap((run) => unbrokenParts(run).map((part) => part.map(([second, value]) => place(second, value)))),
          { stroke: COLOURS[side], lineWidth: 1, opacity: 0.45 },
        ),
      ),
    all.length === 0 ? undefined : { data: all, encode: { x: 0, y: 1 } },
  )
  return { ...background, xAxisIndex: panel, yAxisIndex: panel }
}

/** The parts of a line between its gaps. */
function unbrokenParts(points: readonly Point[]): readonly (readonly (readonly [number, number])[])[] {
  const parts: (readonly [number, number])[][] = [[]]
  for (const [second, value] of points) {
    if (value === null) parts.push([])
    else parts.at(-1)?.push([second, value])
  }
  return parts.filter(({ length }) => length > 1)
}

function titlesOf({ name, points }: Line, unit: Unit): readonly string[] {
  return points.map(([seconds, value]) =>
    value === null ? `${name}: no request` : `${name}, ${seconds} s: ${formatValue(value, unit)}`,
  )
}

type Point = readonly [seconds: number, value: number | null]

/** A slice stands at its middle. */
export function p95Points({ sliceMs, slices }: Timeline): readonly Point[] {
  return slices.map(({ offsetMs, p95Ms }) => [(offsetMs + sliceMs / 2) / 1000, p95Ms])
}

/** Successful requests per second. The last slice may be cut off by the end of the load, and would look like a fall: it is left out. */
export function ratePoints({ sliceMs, slices }: Timeline): readonly Point[] {
  return slices
    .slice(0, -1)
    .map(({ offsetMs, requests }) => [(offsetMs + sliceMs / 2) / 1000, (requests * 1000) / sliceMs])
}

import { scaleLinear } from 'd3-scale'
import { median } from 'simple-statistics'
import type { Unit } from '../../model/measurement.ts'
import { count, formatValue } from '../../model/numbers.ts'
import type { IdentifiedRun, Side, Timeline } from '../../model/run.ts'
import { bottomAxis, type Frame, leftAxis, legend, SIDES } from './axes.ts'
import { mark, PLOT_WIDTH, type Place, type Plot, type Shape, ticksIn, tracks } from './svg.ts'

/** A run that has a timeline. */
export type TimedRun = Readonly<{ side: string; name: string; timeline: Timeline }>

/** With more lines per side, the lines hide each other. */
const MAX_LINES = 5

/** About this many marks per line. Marks distinguish the sides without colour, but a mark at every slice would make the file large. */
const MARKS = 12

/** The last runs of one side that have a timeline. */
export function timedRuns(runs: readonly IdentifiedRun[], side: string): readonly TimedRun[] {
  return runs
    .flatMap(({ run, runNumber }) =>
      run.timeline == null ? [] : [{ side, name: `${side}, run ${runNumber}`, timeline: run.timeline }],
    )
    .slice(-MAX_LINES)
}

/** One line in a panel. `points`: the line itself. `runs`: the single runs, drawn thin behind the line. */
type Line = Readonly<{
  name: string
  side: Side
  points: readonly Point[]
  runs: readonly (readonly Point[])[]
}>

const PANELS = [
  { name: 'p95', unit: 'ms', read: p95Points, top: 34 },
  { name: 'throughput', unit: 'per-second', read: ratePoints, top: 198 },
] as const

const PANEL_HEIGHT = 112

/** p95 and throughput of both sides through the test: the median over the runs, with each run as a thin line. Both sides start at 0 s. */
export function timelinePlot(baseline: readonly TimedRun[], candidate: readonly TimedRun[]): Plot {
  const endMs = Math.max(
    ...[...baseline, ...candidate].map(({ timeline: { sliceMs, slices } }) => sliceMs * slices.length),
  )
  const seconds = scaleLinear([0, endMs / 1000], [96, PLOT_WIDTH - 24])
  const sides = [
    ...(baseline[0] === undefined ? [] : [{ side: 'baseline', name: baseline[0].side } as const]),
    ...(candidate[0] === undefined ? [] : [{ side: 'candidate', name: candidate[0].side } as const]),
  ]
  return {
    height: 356,
    label: `p95 and throughput through the test, ${count(baseline.length, 'run')} of the baseline and ${candidate.length} of the candidate. The table below has the values.`,
    shapes: PANELS.flatMap(({ name, unit, read, top }, index) => {
      const frame: Frame = { left: 96, right: PLOT_WIDTH - 24, top, bottom: top + PANEL_HEIGHT }
      const lines = [...linesOf(baseline, 'baseline', read), ...linesOf(candidate, 'candidate', read)]
      const highest = Math.max(1e-9, ...lines.flatMap(valuesOf))
      const value = scaleLinear([0, highest], [frame.bottom, frame.top]).nice(3)
      const isLast = index === PANELS.length - 1
      return [
        ...leftAxis({ at: value, ticks: value.ticks(3), text: ticksIn(unit), name }, frame),
        ...bottomAxis(
          {
            at: seconds,
            ticks: seconds.ticks(8),
            text: String,
            name: isLast ? 'seconds since the start of the load' : '',
          },
          frame,
        ),
        ...(index === 0 ? legend(sides, frame) : []),
        ...lines.flatMap((line) => lineShapes(line, ([second, y]) => [seconds(second), value(y)], unit)),
      ]
    }),
  }
}

function valuesOf({ points, runs }: Line): readonly number[] {
  return [points, ...runs].flat().flatMap(([, value]) => value ?? [])
}

/** Runs whose slices have different lengths have no median, so each run is a line of its own. */
function linesOf(runs: readonly TimedRun[], side: Line['side'], read: typeof p95Points): readonly Line[] {
  const all = runs.map(({ timeline }) => read(timeline))
  const [first] = runs
  if (first === undefined) return []
  const isAlike = runs.every(({ timeline }) => timeline.sliceMs === first.timeline.sliceMs)
  if (runs.length === 1 || !isAlike)
    return runs.map(({ name }, index) => ({ name, side, points: all[index] ?? [], runs: [] }))
  return [{ name: first.side, side, points: mediansBySecond(all), runs: all }]
}

/** The median over the runs at each second of any run, in the order of time; null if no run has a value at this second. */
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

/** First the thin lines of the runs, then the line, then its marks, so that later shapes cover earlier shapes. */
function lineShapes(line: Line, place: (point: readonly [number, number]) => Place, unit: Unit): readonly Shape[] {
  const { colour, shape, dash } = SIDES[line.side]
  const drawn = (points: readonly Point[]) => unbrokenParts(points).map((part) => part.map(place))
  return [
    tracks(line.runs.flatMap(drawn), { stroke: colour, opacity: 0.45 }),
    tracks(drawn(line.points), { stroke: colour, width: 2, dash }),
    ...line.points.flatMap(([second, value], index) =>
      value === null || !isMarked(line.points, index)
        ? []
        : [
            mark(shape, place([second, value]), {
              radius: 3,
              fill: colour,
              title: `${line.name}, ${second} s: ${formatValue(value, unit)}`,
            }),
          ],
    ),
  ]
}

/** Every n-th point has a mark. A point between two gaps always has a mark, because no line reaches the point. */
function isMarked(points: readonly Point[], index: number): boolean {
  const isGap = (at: number) => points[at]?.[1] == null
  return index % Math.ceil(points.length / MARKS) === 0 || (isGap(index - 1) && isGap(index + 1))
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

type Point = readonly [seconds: number, value: number | null]

/** The point of a slice is at the middle of the slice. */
export function p95Points({ sliceMs, slices }: Timeline): readonly Point[] {
  return slices.map(({ offsetMs, p95Ms }) => [(offsetMs + sliceMs / 2) / 1000, p95Ms])
}

/** Successful requests per second. The last slice is left out: the end of the load may cut it short, which would look like a fall. */
export function ratePoints({ sliceMs, slices }: Timeline): readonly Point[] {
  return slices
    .slice(0, -1)
    .map(({ offsetMs, requests }) => [(offsetMs + sliceMs / 2) / 1000, (requests * 1000) / sliceMs])
}

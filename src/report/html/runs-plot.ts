import { scaleLinear } from 'd3-scale'
import type { Comparison } from '../../model/comparison.ts'
import { count, formatValue } from '../../model/numbers.ts'
import type { Side } from '../../model/run.ts'
import { worseBy } from '../../model/series.ts'
import { PLAIN, statisticName } from '../wording.ts'
import { bottomAxis, leftAxis, SIDES } from './axes.ts'
import { COLOURS, line, mark, PLOT_WIDTH, type Place, type Plot, type Shape, ticksIn, tracks, words } from './svg.ts'

/** The measured values of one side, in the order of its runs. */
export type RunsOfSide = Readonly<{
  side: Side
  name: string
  runs: readonly Readonly<{ name: string; value: number }>[]
}>

/** The two runs of one pair, measured one after the other on the same machine. */
export type RunPair = Readonly<{ name: string; baseline: number; candidate: number }>

const BOTH = ['baseline', 'candidate'] as const

/** Offsets of the points from the middle of a row, in pixels, so that neighbouring points do not hide each other. */
const OFFSETS = [0, -9, 9, -4, 5]

/** The runs of both sides: one point per run, and a bar at the compared value. null: no side has a value. */
export function runsPlot(series: Comparison, sides: readonly RunsOfSide[]): Plot | null {
  const values = sides.flatMap(({ runs }) => runs.map(({ value }) => value))
  if (values.length === 0) return null
  const title = statisticName(series, PLAIN)
  const frame = { left: 150, right: PLOT_WIDTH - 24, top: 12, bottom: 124 }
  const scale = scaleLinear(spread(values), [frame.left, frame.right])
  const compared = [series.baseline, series.candidate]
  const axis = { at: scale, ticks: scale.ticks(5), text: ticksIn(series.unit), name: title }
  return {
    height: frame.bottom + 44,
    label: `${title} of each run: ${sides.map(({ name, runs }) => `${name}, ${count(runs.length, 'run')}`).join('; ')}. The table below has the values.`,
    shapes: [
      ...bottomAxis(axis, frame, true),
      ...sides.flatMap(({ side, name, runs }, index) => {
        const middle = frame.top + 28 + index * 56
        const bar = compared[index] ?? null
        return [
          words(name, frame.left - 10, middle, { anchor: 'end' }),
          ...(bar === null
            ? []
            : [line([scale(bar), middle - 22], [scale(bar), middle + 22], { stroke: COLOURS.text, width: 3 })]),
          ...runs.map((run, position) =>
            pointOf(
              side,
              [scale(run.value), middle + (OFFSETS[position % OFFSETS.length] ?? 0)],
              `${run.name}: ${formatValue(run.value, series.unit)}`,
            ),
          ),
        ]
      }),
    ],
  }
}

/** One line per pair, from the baseline to the candidate. The change is estimated from these pairs. */
export function pairsPlot(series: Comparison, pairs: readonly RunPair[], names: Readonly<Record<Side, string>>): Plot {
  const title = statisticName(series, PLAIN)
  const frame = { left: 190, right: PLOT_WIDTH - 190, top: 40, bottom: 260 }
  const scale = scaleLinear(spread(pairs.flatMap(({ baseline, candidate }) => [baseline, candidate])), [
    frame.bottom,
    frame.top,
  ])
  const x = { baseline: frame.left + 40, candidate: frame.right - 40 }
  const worse = pairs.filter(({ baseline, candidate }) => worseBy(series, candidate - baseline) > 0)
  const axis = { at: scale, ticks: scale.ticks(4), text: ticksIn(series.unit), name: title }
  const sloped = (chosen: readonly RunPair[], stroke: string): Shape =>
    tracks(
      chosen.map(
        ({ baseline, candidate }) =>
          [
            [x.baseline, scale(baseline)],
            [x.candidate, scale(candidate)],
          ] as const,
      ),
      { stroke, width: 2 },
    )
  return {
    height: frame.bottom + 36,
    label: `${title} of ${count(pairs.length, 'pair')} of runs, from the baseline to the candidate: ${worse.length} became worse. The table below has the values.`,
    shapes: [
      ...leftAxis(axis, frame),
      sloped(worse, COLOURS.bad),
      sloped(
        pairs.filter((pair) => !worse.includes(pair)),
        COLOURS.calm,
      ),
      ...pairs.flatMap((pair) =>
        BOTH.map((side) => {
          const title = `${pair.name}, ${names[side]}: ${formatValue(pair[side], series.unit)}`
          return pointOf(side, [x[side], scale(pair[side])], title)
        }),
      ),
      ...BOTH.map((side) => words(names[side], x[side], frame.bottom + 20, { anchor: 'middle' })),
    ],
  }
}

function pointOf(side: Side, place: Place, title: string): Shape {
  const { shape, colour } = SIDES[side]
  return mark(shape, place, { radius: side === 'baseline' ? 4 : 5, fill: colour, title })
}

/** From the smallest to the largest value, with some room. Equal values get room as well. */
export function spread(values: readonly number[]): readonly [number, number] {
  const [low, high] = [Math.min(...values), Math.max(...values)]
  const room = high > low ? (high - low) * 0.08 : Math.abs(high) * 0.1 || 1
  return [low - room, high + room]
}

import { quantile } from 'simple-statistics'
import type { Comparison } from '../../model/comparison.ts'
import { count, formatValue } from '../cell.ts'
import { PLAIN, statisticName } from '../wording.ts'
import {
  COLOURS,
  FIXED_GRID,
  guides,
  type Place,
  type Plot,
  type PointPlace,
  STILL,
  strokes,
  tickText,
} from './plot.ts'

/** The measured values of one side, in the order of its runs. */
export type DistributionSide = Readonly<{ name: string; runs: readonly Readonly<{ name: string; value: number }>[] }>

/** Fewer values have no quartiles worth a box. */
const MIN_BOX = 5

/** Where the points of a row stand beside its middle, in pixels: neighbours do not hide each other. */
const OFFSETS = [0, -9, 9, -4, 5]

/**
 * The runs of both sides, one point a run, with a box from the first to the third quartile where there are enough.
 *
 * @returns null where no side has a value
 */
export function distributionPlot(
  series: Comparison,
  baseline: DistributionSide,
  candidate: DistributionSide,
): Plot | null {
  const sides = [baseline, candidate]
  if (sides.every(({ runs }) => runs.length === 0)) return null
  const colours = [COLOURS.baseline, COLOURS.candidate]
  const title = statisticName(series, PLAIN)
  return {
    height: 176,
    label: `${title} of each run: ${sides.map(({ name, runs }) => `${name}, ${count(runs.length, 'run')}`).join('; ')}. The table below has the values.`,
    titles: new Map(
      sides.map(({ runs }, side) => [
        side + 2,
        runs.map(({ name, value }) => `${name}: ${formatValue(value, series.unit)}`),
      ]),
    ),
    option: {
      grid: { ...FIXED_GRID, left: 150, right: 24, top: 8, bottom: 44 },
      xAxis: {
        type: 'value',
        scale: true,
        name: title,
        nameLocation: 'middle',
        nameGap: 28,
        nameTextStyle: { color: COLOURS.muted },
        axisLabel: { color: COLOURS.muted, formatter: (value: number) => tickText(value, series.unit) },
        splitLine: { lineStyle: { color: COLOURS.line } },
        splitNumber: 5,
        axisTick: { show: false },
        axisLine: { lineStyle: { color: COLOURS.line } },
      },
      yAxis: {
        type: 'category',
        inverse: true,
        data: sides.map(({ name }) => name),
        axisTick: { show: false },
        axisLine: { lineStyle: { color: COLOURS.muted } },
        axisLabel: { color: COLOURS.text },
      },
      series: [
        {
          ...STILL,
          type: 'boxplot',
          data: sides.map(({ runs }) => boxOf(runs.map(({ value }) => value))),
          silent: true,
          boxWidth: [34, 34],
          itemStyle: { color: 'none', borderColor: COLOURS.muted, borderWidth: 1.5 },
        },
        guides((place) => [strokes(comparedBars(series, place), { stroke: COLOURS.text, lineWidth: 3 })], {
          data: comparedValues(series),
          encode: { x: 0, y: 1 },
        }),
        ...sides.map(({ runs }, side) => ({
          ...STILL,
          type: 'scatter',
          symbol: side === 0 ? 'circle' : 'diamond',
          symbolSize: side === 0 ? 8 : 10,
          itemStyle: { color: colours[side], opacity: 1 },
          symbolOffset: (_: unknown, { dataIndex }: PointPlace) => [0, OFFSETS[dataIndex % OFFSETS.length] ?? 0],
          data: runs.map(({ value }) => [value, side]),
        })),
      ],
    },
  }
}

/** What is compared: value, side. */
function comparedValues({ baseline, candidate }: Comparison): readonly (readonly [number, number])[] {
  return [baseline, candidate].flatMap((value, side) => (value === null ? [] : [[value, side] as const]))
}

function comparedBars(series: Comparison, place: Place) {
  return comparedValues(series).map(([value, side]) => {
    const [x, y] = place(value, side)
    return [x, y - 22, x, y + 22] as const
  })
}

/** Smallest value, quartiles, largest value; empty where there are too few. */
function boxOf(values: readonly number[]): readonly number[] {
  return values.length < MIN_BOX ? [] : [0, 0.25, 0.5, 0.75, 1].map((share) => quantile([...values], share))
}

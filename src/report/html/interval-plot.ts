import { scaleLinear } from 'd3-scale'
import type { Comparison } from '../../model/comparison.ts'
import { formatChange, formatSignedLimit } from '../../model/numbers.ts'
import { worseBy } from '../../model/series.ts'
import { comparisonRow } from '../comparison-row.ts'
import { plain } from '../escape.ts'
import { PLAIN, statisticName } from '../wording.ts'
import { bottomAxis } from './axes.ts'
import {
  area,
  COLOURS,
  inlineSvg,
  line,
  type MarkShape,
  mark,
  PLOT_WIDTH,
  type Place,
  type Plot,
  type Shape,
  words,
} from './svg.ts'

export type Measured = Comparison & Readonly<{ estimate: NonNullable<Comparison['estimate']> }>

/** Percent of change to pixels, the same for all rows. */
type PercentScale = Readonly<{ at: (percent: number) => number; ticks: readonly number[]; reach: number }>

const ROW_HEIGHT = 24
const NAMES_WIDTH = 320

/** The largest number of letters that fit into `NAMES_WIDTH` in a wide font. */
const MAX_NAME = 42

/** The drawing inside a row of the table. */
const CELL = { width: 220, height: 22 } as const

/** Whether a series has an estimate that can be drawn. */
export function isMeasured(comparison: Comparison): comparison is Measured {
  const { estimate } = comparison
  return estimate !== null && [estimate.changeRatio, estimate.lower, estimate.upper].every(Number.isFinite)
}

/**
 * One plot with a row per series: a line from the lower to the upper bound, against the limit.
 *
 * @returns null if no series has an estimate
 */
export function intervalPlot(comparisons: readonly Comparison[]): Plot | null {
  const rows = comparisons.filter(isMeasured)
  if (rows.length === 0) return null
  const frame = { left: NAMES_WIDTH, right: PLOT_WIDTH - 16, top: 8, bottom: 8 + rows.length * ROW_HEIGHT }
  const scale = percentScale(rows, frame.left, frame.right)
  const axis = { at: scale.at, ticks: scale.ticks, text: signedPercent, name: 'change in %' }
  return {
    height: frame.bottom + 44,
    label: `Change of ${rows.length} series with its plausible range, against the limit.`,
    shapes: [
      ...bottomAxis(axis, frame, true),
      ...rows.flatMap((row, index) => {
        const middle = frame.top + (index + 0.5) * ROW_HEIGHT
        return [words(labelOf(row), 8, middle), ...rowShapes(row, scale, middle, ROW_HEIGHT)]
      }),
    ],
  }
}

/** Draws the interval of one row of the table. All rows share the scale of `rows`. */
export function intervalCells(rows: readonly Measured[]): Readonly<{ axis: string; cell: (row: Measured) => string }> {
  const scale = percentScale(rows, 8, CELL.width - 8)
  const tickLabels = [-scale.reach, 0, scale.reach].map((tick, index) =>
    words(signedPercent(tick), scale.at(tick), 11, {
      fill: COLOURS.muted,
      anchor: (['start', 'middle', 'end'] as const)[index] ?? 'middle',
    }),
  )
  return {
    axis: inlineSvg(CELL.width, CELL.height, tickLabels),
    cell: (row) => inlineSvg(CELL.width, CELL.height, rowShapes(row, scale, CELL.height / 2, CELL.height)),
  }
}

/** The scale of all rows. A range far wider than its estimate and limit is cut off, so that the other rows stay readable. */
function percentScale(rows: readonly Measured[], left: number, right: number): PercentScale {
  const reach = Math.ceil(Math.max(1, ...rows.map(reachOf)))
  const scale = scaleLinear([-reach, reach], [left, right]).clamp(true)
  return { at: (value) => scale(value), ticks: scale.ticks(6), reach }
}

/** The larger bound of the range, but at most twice the estimate or the limit, whichever is larger. */
function reachOf(row: Measured): number {
  const { changeRatio, lower, upper } = row.estimate
  const size = Math.max(...[changeRatio, signedLimit(row) ?? 0].map(Math.abs))
  return percent(Math.max(size, Math.min(2 * size, Math.max(Math.abs(lower), Math.abs(upper)))))
}

/** The zone over the limit, the line of no change, the range and the estimate. */
function rowShapes(row: Measured, { at, reach }: PercentScale, middle: number, height: number): readonly Shape[] {
  const { estimate } = row
  const { colour, shape } = lookOf(row)
  const [top, bottom] = [middle - height / 2, middle + height / 2]
  const limit = signedLimit(row)
  const across = (value: number): Place => [at(percent(value)), middle]
  return [
    ...(limit === null ? [] : [limitZone(at(percent(limit)), at(limit < 0 ? -reach : reach), top, height)]),
    line([at(0), top], [at(0), bottom], { stroke: COLOURS.muted, dash: '2 3' }),
    line(across(estimate.lower), across(estimate.upper), { stroke: colour, width: 3 }),
    mark(shape, across(estimate.changeRatio), { radius: 5, fill: colour, title: titleOf(row) }),
  ]
}

function limitZone(from: number, to: number, top: number, height: number): Shape {
  return area(Math.min(from, to), top, Math.abs(to - from), height, COLOURS.bad, 0.12)
}

/** The limit with the sign of the worse direction. null: no limit applies to the series. */
function signedLimit(row: Comparison): number | null {
  if (row.limitRatio === null || row.role === 'other') return null
  return worseBy(row, row.limitRatio)
}

/** Shape and colour have the same meaning, so that readers need only one of them. A series without a limit is never drawn as over it. */
function lookOf({ verdict, role }: Comparison): Readonly<{ colour: string; shape: MarkShape }> {
  if (verdict === 'improved') return { colour: COLOURS.good, shape: 'square' }
  if (role === 'other') return { colour: COLOURS.calm, shape: 'circle' }
  if (verdict === 'regressed' || verdict === 'unproven') return { colour: COLOURS.bad, shape: 'diamond' }
  if (verdict === 'slower' || verdict === 'inconclusive') return { colour: COLOURS.warn, shape: 'triangle' }
  return { colour: COLOURS.calm, shape: 'circle' }
}

/** A long name is cut. The title of the point and the table have the whole name. */
function labelOf(row: Comparison): string {
  const statistic = statisticName(row, PLAIN)
  const place = [row.service, row.endpoint ?? ''].filter((part) => part !== '').join(' · ')
  return `${plain(place, Math.max(8, MAX_NAME - statistic.length - 3))} · ${plain(statistic, MAX_NAME - 11)}`
}

function titleOf(row: Measured): string {
  const limit = signedLimit(row) === null ? '' : `, limit ${formatSignedLimit(row.limitRatio ?? 0, row.better)}`
  const { verdict } = comparisonRow({ ...row, reason: null }, undefined)
  const name = [row.service, row.endpoint ?? '', statisticName(row, PLAIN)].filter((part) => part !== '').join(' · ')
  return `${plain(name)}: ${formatChange(row.estimate, row.limitRatio)}${limit}: ${verdict}`
}

/** Two digits after the point are finer than a pixel. */
function percent(ratio: number): number {
  return Math.round(ratio * 10_000) / 100
}

function signedPercent(value: number): string {
  return value > 0 ? `+${value}` : `${value}`.replace('-', '−')
}

import type { Comparison } from '../../model/comparison.ts'
import { formatChange, formatSignedLimit, plain } from '../cell.ts'
import { comparisonRow } from '../comparison-row.ts'
import { PLAIN, statisticName } from '../wording.ts'
import { COLOURS, FIXED_GRID, guides, type Place, type Plot, type PointPlace, STILL, strokes } from './plot.ts'

const ROW_HEIGHT = 22

/** The most letters of a name. Names with their service need more. */
const MAX_NAME = 31
const MAX_LONG_NAME = 42

/** How wide a letter is on average in a wide font, in pixels. */
const LETTER_WIDTH = 7.4

type Measured = Comparison & Readonly<{ estimate: NonNullable<Comparison['estimate']> }>

/** How to read the plot. */
export const INTERVAL_CAPTION =
  'Line: plausible range of the change. Upright bar: limit. Diamond: over the limit. Triangle: slower, or not clear. Circle: no change. Square: better.'

/**
 * Every series that has an estimate as a line from its lower to its upper bound, against its limit.
 *
 * @param nameService true where the series of several services stand in one plot
 * @returns null where no series has an estimate
 */
export function intervalPlot(comparisons: readonly Comparison[], nameService: boolean): Plot | null {
  const rows = comparisons.filter(isMeasured)
  if (rows.length === 0) return null
  const names = rows.map((row) => labelOf(row, nameService))
  const looks = rows.map(lookOf)
  const reach = reachOf(rows)
  const drawn = (bound: number) => Math.min(Math.max(percent(bound), -reach), reach)
  return {
    height: rows.length * ROW_HEIGHT + 56,
    label: `Change of ${rows.length} series with its plausible range, against the limit. The table of all series has the numbers.`,
    titles: new Map([[2, rows.map((row) => titleOf(row, nameService))]]),
    option: {
      grid: {
        ...FIXED_GRID,
        left: 20 + LETTER_WIDTH * Math.max(...names.map(({ length }) => length)),
        right: 24,
        top: 8,
        bottom: 44,
      },
      xAxis: {
        type: 'value',
        name: 'change in %',
        nameLocation: 'middle',
        nameGap: 28,
        nameTextStyle: { color: COLOURS.muted },
        axisLabel: { color: COLOURS.muted, formatter: (value: number) => (value > 0 ? `+${value}` : `${value}`) },
        splitLine: { lineStyle: { color: COLOURS.line } },
        axisTick: { show: false },
        axisLine: { onZero: false, lineStyle: { color: COLOURS.line } },
      },
      yAxis: {
        type: 'category',
        inverse: true,
        data: names,
        axisTick: { show: false },
        axisLine: { lineStyle: { color: COLOURS.muted } },
        axisLabel: { color: COLOURS.text, interval: 0 },
      },
      series: [
        guides((place) => linesOf(rows, drawn, place), {
          data: rows.map(({ estimate }, index) => [index, drawn(estimate.lower), drawn(estimate.upper)]),
          encode: { x: [1, 2], y: 0 },
        }),
        guides((place) => [limitBars(rows, place)], {
          data: limitsOf(rows).map(([limit, index]) => [limit, index]),
          encode: { x: 0, y: 1 },
        }),
        {
          ...STILL,
          type: 'scatter',
          symbol: (_: unknown, { dataIndex }: PointPlace) => looks[dataIndex]?.symbol,
          symbolSize: 10,
          itemStyle: { color: ({ dataIndex }: PointPlace) => looks[dataIndex]?.colour, opacity: 1 },
          data: rows.map(({ estimate }, index) => [percent(estimate.changeRatio), index]),
        },
      ],
    },
  }
}

function isMeasured(comparison: Comparison): comparison is Measured {
  const { estimate } = comparison
  return estimate !== null && [estimate.changeRatio, estimate.lower, estimate.upper].every(Number.isFinite)
}

/** How far from 0 a range is drawn, in percent. One that is far wider than the rest is cut, so that the rest can be read. */
function reachOf(rows: readonly Measured[]): number {
  const sizes = rows.flatMap((row) => [row.estimate.changeRatio, signedLimit(row) ?? 0].map(percent).map(Math.abs))
  return 2 * Math.max(...sizes, 1)
}

/** The line of no change, and the range of each row. Rows of one colour are one shape. */
function linesOf(rows: readonly Measured[], drawn: (bound: number) => number, place: Place): readonly object[] {
  const [zero, last] = place(0, rows.length - 1)
  const noChange = [zero, place(0, 0)[1] - ROW_HEIGHT / 2, zero, last + ROW_HEIGHT / 2] as const
  const looks = rows.map(lookOf)
  const ranges = (stroke: string) =>
    rows.flatMap(({ estimate }, index) =>
      looks[index]?.colour === stroke
        ? [[...place(drawn(estimate.lower), index), ...place(drawn(estimate.upper), index)] as const]
        : [],
    )
  return [
    strokes([noChange], { stroke: COLOURS.muted, lineWidth: 1, lineDash: [4, 4] }),
    ...[...new Set(looks.map(({ colour }) => colour))].map((stroke) =>
      strokes(ranges(stroke), { stroke, lineWidth: 3 }),
    ),
  ]
}

function limitBars(rows: readonly Measured[], place: Place): object {
  const half = ROW_HEIGHT / 2 - 2
  const bars = limitsOf(rows).map(([limit, index]) => {
    const [x, y] = place(limit, index)
    return [x, y - half, x, y + half] as const
  })
  return strokes(bars, { stroke: COLOURS.text, lineWidth: 2 })
}

/** Where the limits stand: percent, row. */
function limitsOf(rows: readonly Measured[]): readonly (readonly [number, number])[] {
  return rows.flatMap((row, index) => {
    const limit = signedLimit(row)
    return limit === null ? [] : [[percent(limit), index] as const]
  })
}

/** The sign of the limit is that of the direction which is worse. null: the series is not held to a limit. */
function signedLimit(row: Measured): number | null {
  if (row.limitRatio === null || row.role === 'other') return null
  return row.better === 'higher' ? -row.limitRatio : row.limitRatio
}

/** Shape and colour say the same thing, so that neither is needed. */
function lookOf({ verdict }: Comparison): Readonly<{ colour: string; symbol: string }> {
  switch (verdict) {
    case 'regressed':
    case 'unproven':
      return { colour: COLOURS.bad, symbol: 'diamond' }
    case 'slower':
    case 'inconclusive':
      return { colour: COLOURS.warn, symbol: 'triangle' }
    case 'improved':
      return { colour: COLOURS.good, symbol: 'rect' }
    default:
      return { colour: COLOURS.calm, symbol: 'circle' }
  }
}

/** What is cut is in the title of the point and in the table. */
function labelOf(row: Comparison, nameService: boolean): string {
  const statistic = statisticName(row, PLAIN)
  const place = placeText(row, nameService)
  const letters = nameService ? MAX_LONG_NAME : MAX_NAME
  if (place === '') return plain(statistic, letters)
  return `${plain(place, Math.max(8, letters - statistic.length - 3))} · ${plain(statistic, letters - 11)}`
}

function placeText({ service, endpoint }: Comparison, nameService: boolean): string {
  return [nameService ? service : '', endpoint ?? ''].filter((part) => part !== '').join(' · ')
}

function titleOf(row: Measured, nameService: boolean): string {
  const limit = signedLimit(row) === null ? '' : `, limit ${formatSignedLimit(row.limitRatio ?? 0, row.better)}`
  const { verdict } = comparisonRow({ ...row, reason: null }, undefined)
  const name = [placeText(row, nameService), statisticName(row, PLAIN)].filter((part) => part !== '').join(' · ')
  return `${plain(name)}: ${formatChange(row.estimate, row.limitRatio)}${limit}: ${verdict}`
}

/** Two digits after the point are finer than a pixel. */
function percent(ratio: number): number {
  return Math.round(ratio * 10_000) / 100
}

import type { CustomSeriesRenderItemAPI } from 'echarts'
import type { Comparison } from '../../model/comparison.ts'
import { formatChange, formatSignedLimit, plain } from '../cell.ts'
import { comparisonRow } from '../comparison-row.ts'
import { PLAIN, statisticName } from '../wording.ts'
import { COLOURS, FIXED_GRID, type Plot, type PointPlace, STILL } from './plot.ts'

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
    titles: new Map([[1, rows.map((row) => titleOf(row, nameService))]]),
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
        {
          ...STILL,
          type: 'custom',
          silent: true,
          clip: true,
          renderItem: ({ dataIndex }: PointPlace, api: CustomSeriesRenderItemAPI) =>
            horizontalLine(api, looks[dataIndex]?.colour),
          data: rows.map(({ estimate }, index) => [index, drawn(estimate.lower), drawn(estimate.upper)]),
          encode: { x: [1, 2], y: 0 },
        },
        {
          ...STILL,
          type: 'scatter',
          symbol: (_: unknown, { dataIndex }: PointPlace) => looks[dataIndex]?.symbol,
          symbolSize: 10,
          itemStyle: { color: ({ dataIndex }: PointPlace) => looks[dataIndex]?.colour, opacity: 1 },
          data: rows.map(({ estimate }, index) => [percent(estimate.changeRatio), index]),
        },
        {
          ...STILL,
          type: 'scatter',
          silent: true,
          symbol: 'rect',
          symbolSize: [2, ROW_HEIGHT - 4],
          itemStyle: { color: COLOURS.text, opacity: 1 },
          data: rows.flatMap((row, index) => {
            const limit = signedLimit(row)
            return limit === null ? [] : [[percent(limit), index]]
          }),
          markLine: {
            silent: true,
            symbol: 'none',
            label: { show: false },
            lineStyle: { color: COLOURS.muted, type: 'dashed', width: 1 },
            data: [{ xAxis: 0 }],
          },
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

function horizontalLine(api: CustomSeriesRenderItemAPI, stroke: string | undefined): object {
  const row = api.value(0)
  const [x1, y1] = api.coord([api.value(1), row])
  const [x2, y2] = api.coord([api.value(2), row])
  return { type: 'line', shape: { x1, y1, x2, y2 }, style: { stroke, lineWidth: 3 } }
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

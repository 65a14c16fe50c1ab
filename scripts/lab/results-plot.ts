import { readFileSync } from 'node:fs'
import type { CustomSeriesRenderItemAPI } from 'echarts'
import { COLOURS, drawSvgFile, FIXED_GRID, type Plot, STILL } from '../../src/report/html/plot.ts'
import type { Counted, Results, Row } from './results.ts'

const ROW_HEIGHT = 22
const LABELS_END = 270
const MIDDLE = 520

/** False alarms and detections of every rule side by side, each with its error bar. One picture a number of runs. */
export function resultsSvg(results: Results, runs: number): string {
  const style = readFileSync(new URL('../../templates/html-colours.css', import.meta.url), 'utf8')
  return drawSvgFile(plotOf(results, runs), style)
}

type Panel = Readonly<{
  title: string
  read: (row: Row) => Counted | null
  simulated: (row: Row) => number | undefined
  colour: string
  left: number
  right: number
}>

function plotOf({ rows, settings }: Results, runs: number): Plot {
  const shown = rows.filter((row) => row.runs === runs)
  const panels: readonly Panel[] = [
    {
      title: 'false alarms in %',
      read: (row) => row.falseAlarms,
      simulated: (row) => row.simulated?.falseAlarms,
      colour: COLOURS.bad,
      left: LABELS_END,
      right: 760 - MIDDLE + 15,
    },
    {
      title: `+${100 * settings.effectRatio} % detected, in %`,
      read: (row) => row.detections,
      simulated: (row) => row.simulated?.detections,
      colour: COLOURS.good,
      left: MIDDLE + 15,
      right: 20,
    },
  ]
  const series = panels.flatMap((panel, index) => seriesOf(panel, index, shown))
  return {
    height: shown.length * ROW_HEIGHT + 60,
    label: `Rates of false alarms and of detections of ${shown.length} rules with ${runs} runs a side, with 95 % intervals.`,
    titles: new Map(),
    option: {
      grid: panels.map(({ left, right }) => ({ ...FIXED_GRID, left, right, top: 8, bottom: 48 })),
      xAxis: panels.map(({ title }, gridIndex) => ({
        gridIndex,
        type: 'value',
        min: 0,
        max: 100,
        name: title,
        nameLocation: 'middle',
        nameGap: 28,
        nameTextStyle: { color: COLOURS.muted },
        axisLabel: { color: COLOURS.muted },
        splitLine: { lineStyle: { color: COLOURS.line } },
      })),
      yAxis: panels.map((_, gridIndex) => ({
        gridIndex,
        type: 'category',
        inverse: true,
        data: shown.map(({ label }) => label),
        axisTick: { show: false },
        axisLine: { lineStyle: { color: COLOURS.muted } },
        axisLabel: { show: gridIndex === 0, color: COLOURS.text, interval: 0 },
      })),
      series,
    },
  }
}

/** The interval as a line, the rate as a circle, and what the simulation says as an upright bar. */
function seriesOf({ read, simulated, colour }: Panel, index: number, rows: readonly Row[]): readonly object[] {
  const measured = rows.flatMap((row, position) => {
    const counted = read(row)
    return counted === null ? [] : [{ position, counted }]
  })
  const axes = { xAxisIndex: index, yAxisIndex: index, silent: true }
  return [
    {
      ...STILL,
      ...axes,
      type: 'custom',
      renderItem: (_: unknown, api: CustomSeriesRenderItemAPI) => horizontalLine(api),
      data: measured.map(({ position, counted }) => ({
        value: [position, 100 * counted.lower, 100 * counted.upper],
        itemStyle: { color: colour },
      })),
      encode: { x: [1, 2], y: 0 },
    },
    {
      ...STILL,
      ...axes,
      type: 'scatter',
      data: measured.map(({ position, counted }) => ({
        value: [(100 * counted.count) / counted.of, position],
        symbol: 'circle',
        symbolSize: 9,
        itemStyle: { color: colour, opacity: 1 },
      })),
    },
    {
      ...STILL,
      ...axes,
      type: 'scatter',
      symbol: 'rect',
      symbolSize: [3, ROW_HEIGHT - 6],
      itemStyle: { color: COLOURS.text, opacity: 1 },
      data: rows.flatMap((row, position) => {
        const rate = simulated(row)
        return rate === undefined ? [] : [[100 * rate, position]]
      }),
    },
  ]
}

function horizontalLine(api: CustomSeriesRenderItemAPI): object {
  const row = api.value(0)
  const [x1, y1] = api.coord([api.value(1), row])
  const [x2, y2] = api.coord([api.value(2), row])
  return { type: 'line', shape: { x1, y1, x2, y2 }, style: { stroke: api.visual('color'), lineWidth: 3 } }
}

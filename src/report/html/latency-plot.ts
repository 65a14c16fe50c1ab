import { count, formatMs } from '../cell.ts'
import type { LatencyCurve } from './latency-curve.ts'
import { COLOURS, FIXED_GRID, guides, type Plot, STILL, strokes, tickText, words } from './plot.ts'

/** From this ratio of the slowest to the fastest on, a linear axis shows nothing but the slowest. */
const LOG_RATIO = 20

/** Room for the letters of a tick, in parts of a decade: ticks at 1, 2 and 5 of each decade; at 1 only from four decades on. */
const MANY_DECADES = 3

/** Share of the requests that took at most so long, for both sides. */
export function latencyPlot(curves: readonly LatencyCurve[]): Plot {
  const values = curves.flatMap(({ points }) => points.map(({ valueMs }) => valueMs))
  const [low, high] = [Math.min(...values), Math.max(...values)]
  const isLog = low > 0 && high / low >= LOG_RATIO
  return {
    height: 300,
    label: `Latency of the requests: the share that took at most so long, from ${formatMs(low)} to ${formatMs(high)}, for ${curves.map(({ name, runs }) => `${name} (${count(runs, 'run')})`).join(' and ')}. The table below has the values.`,
    titles: new Map(
      curves.map(({ name, points }, index) => [
        index + 1,
        points.map(({ share, valueMs }) => `${name}, ${shareText(share)}: ${formatMs(valueMs)}`),
      ]),
    ),
    option: {
      grid: { ...FIXED_GRID, left: 64, right: 40, top: 26, bottom: 44 },
      xAxis: {
        ...(isLog ? logAxis(low, high) : { type: 'value', scale: true, splitNumber: 6 }),
        name: isLog ? 'time of a request (logarithmic axis)' : 'time of a request',
        nameLocation: 'middle',
        nameGap: 28,
        nameTextStyle: { color: COLOURS.muted },
        axisLabel: {
          color: COLOURS.muted,
          formatter: (value: number) => tickText(value, 'ms'),
          ...(isLog ? { customValues: logTicks(low, high) } : {}),
        },
        axisLine: { onZero: false, lineStyle: { color: COLOURS.muted } },
        axisTick: { show: false },
        splitLine: { show: false },
      },
      yAxis: {
        type: 'value',
        min: 0,
        max: 100,
        interval: 25,
        name: 'share of the requests that took at most so long',
        nameGap: 10,
        nameTextStyle: { color: COLOURS.text, align: 'left' },
        axisTick: { show: false },
        axisLine: { lineStyle: { color: COLOURS.muted } },
        axisLabel: { color: COLOURS.muted, formatter: (value: number) => `${value} %` },
        splitLine: { lineStyle: { color: COLOURS.line } },
      },
      series: [
        guides((place, { x, width }) => {
          const [, y] = place(high, 95)
          return [
            strokes([[x, y, x + width, y]], { stroke: COLOURS.muted, lineWidth: 1, lineDash: [4, 4] }),
            words('p95', x + width + 6, y, { fill: COLOURS.muted, verticalAlign: 'middle' }),
          ]
        }),
        ...curves.map(({ side, points }) => ({
          ...STILL,
          type: 'line',
          symbol: side === 'baseline' ? 'circle' : 'diamond',
          symbolSize: points.length > 10 ? 4 : 8,
          showAllSymbol: true,
          lineStyle: { color: COLOURS[side], width: 2, type: side === 'baseline' ? 'dashed' : 'solid' },
          itemStyle: { color: COLOURS[side], opacity: 1 },
          data: points.map(({ share, valueMs }) => [valueMs, share * 100]),
        })),
      ],
    },
  }
}

/** `p95`, `fastest`, `slowest`. */
export function shareText(share: number): string {
  if (share === 0) return 'fastest'
  return share === 1 ? 'slowest' : `p${Number((share * 100).toPrecision(6))}`
}

function logAxis(low: number, high: number): object {
  return { type: 'log', min: low * 0.9, max: high * 1.1 }
}

/** 1, 2 and 5 of each decade between both ends; where there are many decades, only the decades. */
function logTicks(low: number, high: number): readonly number[] {
  const decades = Math.log10(high / low)
  const steps = decades > MANY_DECADES ? [1] : [1, 2, 5]
  const first = Math.floor(Math.log10(low))
  return Array.from({ length: Math.ceil(decades) + 2 }, (_, index) => 10 ** (first + index))
    .flatMap((decade) => steps.map((step) => Number((step * decade).toPrecision(3))))
    .filter((tick) => tick >= low * 0.9 && tick <= high * 1.1)
}

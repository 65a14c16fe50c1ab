import { scaleLinear, scaleLog } from 'd3-scale'
import { count, formatMs } from '../../model/numbers.ts'
import { bottomAxis, leftAxis, legend, SIDES } from './axes.ts'
import type { LatencyCurve } from './latency-curve.ts'
import { COLOURS, line, mark, PLOT_WIDTH, type Place, type Plot, tickText, tracks, words } from './svg.ts'

/** If the slowest request took at least this many times as long as the fastest, a linear axis would squeeze most requests together. */
const LOG_RATIO = 20

/** With more decades, ticks at 1, 2 and 5 of each decade do not fit. */
const MANY_DECADES = 3

/** The share of requests that took at most this time, for both sides. */
export function latencyPlot(curves: readonly LatencyCurve[]): Plot {
  const frame = { left: 64, right: PLOT_WIDTH - 40, top: 34, bottom: 256 }
  const values = curves.flatMap(({ points }) => points.map(({ valueMs }) => valueMs))
  const [low, high] = [Math.min(...values), Math.max(...values)]
  const time = timeScale(low, high, frame.left, frame.right)
  const share = scaleLinear([0, 1], [frame.bottom, frame.top])
  const timeName = `time of a request${time.isLog ? ' (logarithmic axis)' : ''}`
  return {
    height: frame.bottom + 44,
    label: `Latency of the requests: the share that took at most the time on the axis, from ${formatMs(low)} to ${formatMs(high)}, for ${curves.map(({ name, runs }) => `${name} (${count(runs, 'run')})`).join(' and ')}. The table below has the values.`,
    shapes: [
      ...leftAxis(
        {
          at: share,
          ticks: [0, 0.25, 0.5, 0.75, 1],
          text: (value) => `${value * 100} %`,
          name: 'share of the requests',
        },
        frame,
      ),
      ...bottomAxis({ at: time.at, ticks: time.ticks, text: (value) => tickText(value, 'ms'), name: timeName }, frame),
      line([frame.left, share(0.95)], [frame.right, share(0.95)], { stroke: COLOURS.muted, dash: '4 4' }),
      words('p95', frame.right + 6, share(0.95), { fill: COLOURS.muted }),
      ...legend(curves, frame),
      ...curves.flatMap(({ side, name, points }) => {
        const { colour, shape, dash } = SIDES[side]
        const placeOf = (point: (typeof points)[number]): Place => [time.at(point.valueMs), share(point.share)]
        return [
          tracks([points.map(placeOf)], { stroke: colour, width: 2, dash }),
          ...points.map((point) =>
            mark(shape, placeOf(point), {
              radius: points.length > 10 ? 2 : 4,
              fill: colour,
              title: `${name}, ${shareText(point.share)}: ${formatMs(point.valueMs)}`,
            }),
          ),
        ]
      }),
    ],
  }
}

const LEVEL_HEIGHT = 34

/** One row for each percentile that the summaries of both sides keep. No curve, because values between the percentiles are unknown. */
export function percentilesPlot(curves: readonly LatencyCurve[]): Plot | null {
  const shares = [0.5, 0.9, 0.95, 0.99].filter((share) =>
    curves.every(({ points }) => points.some((point) => point.share === share)),
  )
  if (shares.length === 0) return null
  const frame = { left: 64, right: PLOT_WIDTH - 40, top: 34, bottom: 34 + shares.length * LEVEL_HEIGHT }
  const valueAt = (curve: LatencyCurve, share: number) =>
    curve.points.find((point) => point.share === share)?.valueMs ?? 0
  const highest = Math.max(...curves.flatMap((curve) => shares.map((share) => valueAt(curve, share))))
  const scale = scaleLinear([0, highest > 0 ? highest : 1], [frame.left, frame.right]).nice()
  return {
    height: frame.bottom + 44,
    label: `${shares.map(shareText).join(', ')} of the latency for ${curves.map(({ name, runs }) => `${name} (${count(runs, 'run')})`).join(' and ')}. The table below has the values.`,
    shapes: [
      ...bottomAxis(
        { at: scale, ticks: scale.ticks(6), text: (value) => tickText(value, 'ms'), name: 'time of a request' },
        frame,
        true,
      ),
      ...legend(curves, frame),
      ...shares.flatMap((share, index) => {
        const middle = frame.top + (index + 0.5) * LEVEL_HEIGHT
        const places = curves.map((curve): Place => [scale(valueAt(curve, share)), middle])
        return [
          words(shareText(share), frame.left - 10, middle, { anchor: 'end' }),
          tracks([places], { stroke: COLOURS.muted, width: 2 }),
          ...curves.map((curve, side) =>
            mark(SIDES[curve.side].shape, places[side] ?? [0, middle], {
              radius: 6,
              fill: SIDES[curve.side].colour,
              title: `${curve.name}, ${shareText(share)}: ${formatMs(valueAt(curve, share))}`,
            }),
          ),
        ]
      }),
    ],
  }
}

/** `p95`, `fastest`, `slowest`. */
export function shareText(share: number): string {
  if (share === 0) return 'fastest'
  return share === 1 ? 'slowest' : `p${Number((share * 100).toPrecision(6))}`
}

/** A linear axis, or a logarithmic axis if the slowest request is far from the fastest. */
export function timeScale(low: number, high: number, left: number, right: number) {
  if (low > 0 && high / low >= LOG_RATIO) {
    return { isLog: true, at: scaleLog([low * 0.9, high * 1.1], [left, right]), ticks: logTicks(low, high) }
  }
  const scale = scaleLinear([low, high > low ? high : low + 1], [left, right]).nice()
  return { isLog: false, at: scale, ticks: scale.ticks(6) }
}

/** Ticks at 1, 2 and 5 of each decade between both ends; with many decades, only at 1. */
function logTicks(low: number, high: number): readonly number[] {
  const decades = Math.log10(high / low)
  const steps = decades > MANY_DECADES ? [1] : [1, 2, 5]
  const first = Math.floor(Math.log10(low))
  return Array.from({ length: Math.ceil(decades) + 2 }, (_, index) => 10 ** (first + index))
    .flatMap((decade) => steps.map((step) => Number((step * decade).toPrecision(3))))
    .filter((tick) => tick >= low * 0.9 && tick <= high * 1.1)
}

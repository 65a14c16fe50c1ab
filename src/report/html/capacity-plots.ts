import { scaleLinear } from 'd3-scale'
import type { LadderRung } from '../../model/capacity.ts'
import { formatMs, formatValue } from '../../model/numbers.ts'
import { type CapacityReport, perS } from '../capacity-words.ts'
import { bottomAxis, type Frame, leftAxis } from './axes.ts'
import { COLOURS, line, mark, PLOT_WIDTH, type Plot, type Shape, ticksIn, tickText, tracks, words } from './svg.ts'

const FRAME: Frame = { left: 84, right: PLOT_WIDTH - 96, top: 34, bottom: 236 }
const HEIGHT = FRAME.bottom + 44

/** The number of straight pieces that draw a curve. */
const CURVE_PLACES = 60

const MODEL_LOOKS = {
  pool: { name: 'fixed workers', dash: undefined },
  usl: { name: 'contention', dash: '6 4' },
} as const

type Panel = Readonly<{
  name: string
  label: string
  text: (value: number, ticks: readonly number[]) => string
  read: (rung: LadderRung) => number | null
  /** Shapes drawn behind the points of the steps. */
  extra?: (at: (load: number) => number, value: (y: number) => number, highest: number) => readonly Shape[]
  includes?: readonly number[]
}>

/** Throughput, latency, and errors over the load. Steps that were left out are hollow. */
export function capacityPlots({ capacity, maxP95Ms }: CapacityReport): readonly Plot[] {
  const { rungs } = capacity
  const anyLost = rungs.some((rung) => lostRatio(rung) > 0)
  const panels = [throughputPanel(capacity), latencyPanel(maxP95Ms), ...(anyLost ? [LOST] : [])]
  return panels.map((panel) => panelPlot(panel, rungs))
}

function throughputPanel({ curves, kneeUsers, model: chosen }: CapacityReport['capacity']): Panel {
  return {
    name: 'good answers',
    label: 'Throughput of good answers over the load, with the models.',
    text: (value) => tickText(value, 'per-second'),
    read: ({ goodPerS }) => goodPerS,
    extra: (at, value, highest) => [
      ...(['pool', 'usl'] as const).flatMap((model) => {
        const curve = curves[model]
        if (curve === undefined) return []
        const isChosen = chosen === model
        const places = Array.from({ length: CURVE_PLACES + 1 }, (_, index) => (index / CURVE_PLACES) * highest)
        return [
          tracks([places.map((load) => [at(load), value(curve(load))] as const)], {
            stroke: isChosen ? COLOURS.candidate : COLOURS.muted,
            width: isChosen ? 2 : 1,
            dash: MODEL_LOOKS[model].dash,
          }),
          words(MODEL_LOOKS[model].name, FRAME.right + 6, value(curve(highest)), {
            fill: isChosen ? COLOURS.candidate : COLOURS.muted,
          }),
        ]
      }),
      ...(kneeUsers === null
        ? []
        : [
            line([at(kneeUsers), FRAME.top], [at(kneeUsers), FRAME.bottom], { stroke: COLOURS.warn, dash: '2 3' }),
            words('knee', at(kneeUsers), FRAME.top - 12, { anchor: 'middle' }),
          ]),
    ],
  }
}

function latencyPanel(maxP95Ms: number | null): Panel {
  return {
    name: 'p95',
    label: 'p95 of the good answers over the load.',
    text: ticksIn('ms'),
    read: ({ p95Ms }) => p95Ms,
    includes: maxP95Ms === null ? [] : [maxP95Ms],
    extra: (_, value) =>
      maxP95Ms === null
        ? []
        : [
            line([FRAME.left, value(maxP95Ms)], [FRAME.right, value(maxP95Ms)], { stroke: COLOURS.bad, dash: '6 3' }),
            words('budget', FRAME.right + 6, value(maxP95Ms), { fill: COLOURS.bad }),
          ],
  }
}

const LOST: Panel = {
  name: 'errors and dropped iterations',
  label: 'Share of answers that were errors and of iterations that were dropped, over the load.',
  text: (value) => tickText(value, 'ratio'),
  read: lostRatio,
  includes: [0.01],
}

function lostRatio({ errorRatio, droppedRatio }: LadderRung): number {
  return Math.max(errorRatio, droppedRatio)
}

function panelPlot({ name, label, text, read, extra, includes = [] }: Panel, rungs: readonly LadderRung[]): Plot {
  const loadOf = (rung: LadderRung) => rung.offeredPerS ?? rung.users
  const highest = Math.max(...rungs.map(loadOf))
  const values = rungs.flatMap((rung) => read(rung) ?? [])
  const at = scaleLinear([0, highest], [FRAME.left, FRAME.right]).nice()
  const value = scaleLinear([0, Math.max(...values, ...includes, 1e-9)], [FRAME.bottom, FRAME.top]).nice(4)
  const isOpen = rungs.some(({ offeredPerS }) => offeredPerS !== null)
  const loadName = isOpen ? 'requests per second that were asked for' : 'users'
  return {
    height: HEIGHT,
    label: `${label} The table of the steps has the values.`,
    shapes: [
      ...leftAxis({ at: value, ticks: value.ticks(4), text, name }, FRAME),
      ...bottomAxis({ at, ticks: at.ticks(8), text: String, name: loadName }, FRAME),
      ...(extra?.(at, value, highest) ?? []),
      ...rungs.flatMap((rung) => {
        const one = read(rung)
        return one === null
          ? []
          : [
              mark('circle', [at(loadOf(rung)), value(one)], {
                radius: 4.5,
                fill: rung.leftOut === null ? COLOURS.candidate : COLOURS.page,
                stroke: COLOURS.candidate,
                title: titleOf(rung),
              }),
            ]
      }),
    ],
  }
}

function titleOf(rung: LadderRung): string {
  const load = rung.offeredPerS === null ? `${rung.users} users` : `${perS(rung.offeredPerS)} asked for`
  const p95 = rung.p95Ms === null ? '' : `, p95 ${formatMs(rung.p95Ms)}`
  const left = rung.leftOut === null ? '' : `, left out: ${rung.leftOut}`
  return `${load}: ${perS(rung.goodPerS)}${p95}, errors ${formatValue(rung.errorRatio, 'ratio')}${left}`
}

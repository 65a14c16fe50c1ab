import type { Side } from '../../model/run.ts'
import { COLOURS, line, mark, type Shape, words } from './svg.ts'

/** A scale of d3-scale: values to pixels. */
type Scale = (value: number) => number

/** The rectangle that the axes enclose. */
export type Frame = Readonly<{ left: number; right: number; top: number; bottom: number }>

type Axis = Readonly<{
  at: Scale
  ticks: readonly number[]
  text: (tick: number, ticks: readonly number[]) => string
  name: string
}>

/** The axis below a plot, with its name in the middle. `grid`: an upright line at each tick. */
export function bottomAxis({ at, ticks, text, name }: Axis, frame: Frame, grid = false): readonly Shape[] {
  const { left, right, top, bottom } = frame
  return [
    ...(grid ? ticks.map((tick) => line([at(tick), top], [at(tick), bottom], { stroke: COLOURS.line })) : []),
    line([left, bottom], [right, bottom], { stroke: COLOURS.muted }),
    ...ticks.map((tick) => words(text(tick, ticks), at(tick), bottom + 14, { fill: COLOURS.muted, anchor: 'middle' })),
    words(name, (left + right) / 2, bottom + 32, { fill: COLOURS.muted, anchor: 'middle' }),
  ]
}

/** The axis on the left, with its name above and a line across the plot at each tick. */
export function leftAxis({ at, ticks, text, name }: Axis, { left, right, top }: Frame): readonly Shape[] {
  return [
    ...ticks.map((tick) => line([left, at(tick)], [right, at(tick)], { stroke: COLOURS.line })),
    ...ticks.map((tick) => words(text(tick, ticks), left - 8, at(tick), { fill: COLOURS.muted, anchor: 'end' })),
    words(name, left, top - 14, {}),
  ]
}

/** The sides differ in the shape of their points and in the dashes of their lines, so that readers do not depend on colour. */
export const SIDES = {
  baseline: { colour: COLOURS.baseline, shape: 'circle', dash: '6 4' },
  candidate: { colour: COLOURS.candidate, shape: 'diamond', dash: undefined },
} as const satisfies Record<Side, unknown>

/** The legend of both sides, above the plot on the right. */
export function legend(
  sides: readonly Readonly<{ side: Side; name: string }>[],
  { right, top }: Frame,
): readonly Shape[] {
  return sides.flatMap(({ side, name }, index) => {
    const { colour, shape, dash } = SIDES[side]
    const x = right - (sides.length - index) * LEGEND_WIDTH
    return [
      line([x, top - 14], [x + 24, top - 14], { stroke: colour, width: 2, dash }),
      mark(shape, [x + 12, top - 14], { radius: 4, fill: colour }),
      words(name, x + 30, top - 14),
    ]
  })
}

/** Room for `This pull request`, the longest name of a side. */
const LEGEND_WIDTH = 136

import { readFileSync } from 'node:fs'
import { scaleLinear } from 'd3-scale'
import { bottomAxis } from '../../src/report/html/axes.ts'
import {
  COLOURS,
  drawSvgFile,
  line,
  mark,
  PLOT_WIDTH,
  type Plot,
  type Shape,
  words,
} from '../../src/report/html/svg.ts'
import type { Counted, Results, Row } from './results.ts'

const ROW_HEIGHT = 22
const LABELS_END = 270
const MIDDLE = 520
const TOP = 8

/** The false alarms and detections of all rules side by side, with error bars. One picture for each number of runs. */
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
      right: MIDDLE - 15,
    },
    {
      title: `+${100 * settings.effectRatio} % detected, in %`,
      read: (row) => row.detections,
      simulated: (row) => row.simulated?.detections,
      colour: COLOURS.good,
      left: MIDDLE + 15,
      right: PLOT_WIDTH - 20,
    },
  ]
  const bottom = TOP + shown.length * ROW_HEIGHT
  return {
    height: bottom + 52,
    label: `Rates of false alarms and of detections of ${shown.length} rules with ${runs} runs per side, with 95 % intervals.`,
    shapes: [
      ...shown.map(({ label }, index) => words(label, LABELS_END - 8, middleOf(index), { anchor: 'end' })),
      ...panels.flatMap((panel) => panelShapes(panel, shown, bottom)),
    ],
  }
}

function middleOf(index: number): number {
  return TOP + (index + 0.5) * ROW_HEIGHT
}

/** Draws the interval as a line, the rate as a circle, and the rate of the simulation as an upright bar. */
function panelShapes(
  { title, read, simulated, colour, left, right }: Panel,
  rows: readonly Row[],
  bottom: number,
): readonly Shape[] {
  const at = scaleLinear([0, 100], [left, right])
  const axis = { at, ticks: at.ticks(5), text: String, name: title }
  return [
    ...bottomAxis(axis, { left, right, top: TOP, bottom }, true),
    ...rows.flatMap((row, index) => {
      const [counted, rate, y] = [read(row), simulated(row), middleOf(index)]
      return [
        ...(counted === null
          ? []
          : [
              line([at(100 * counted.lower), y], [at(100 * counted.upper), y], { stroke: colour, width: 3 }),
              mark('circle', [at((100 * counted.count) / counted.of), y], { radius: 4.5, fill: colour }),
            ]),
        ...(rate === undefined
          ? []
          : [line([at(100 * rate), y - 8], [at(100 * rate), y + 8], { stroke: COLOURS.text, width: 3 })]),
      ]
    }),
  ]
}

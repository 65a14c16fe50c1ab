import type { IdentifiedRun, Timeline } from '../../model/run.ts'
import { count, formatValue } from '../cell.ts'
import { COLOURS, FIXED_GRID, type Plot, STILL, tickText } from './plot.ts'

/** A run that has a timeline. */
export type TimedRun = Readonly<{ name: string; timeline: Timeline }>

/** More lines than this a side hide each other. */
const MAX_LINES = 5

/** The runs that can be drawn over time: the last ones of a side. */
export function timedRuns(runs: readonly IdentifiedRun[], side: string): readonly TimedRun[] {
  return runs
    .flatMap(({ run, slot }) =>
      run.timeline == null ? [] : [{ name: `${side}, run ${slot}`, timeline: run.timeline }],
    )
    .slice(-MAX_LINES)
}

/** p95 and throughput of each run through the test, one line a run. Both sides start at 0 s. */
export function timelinePlot(baseline: readonly TimedRun[], candidate: readonly TimedRun[]): Plot {
  const lines = [
    ...baseline.map((run) => ({ ...run, colour: COLOURS.baseline, type: 'dashed', symbol: 'circle' })),
    ...candidate.map((run) => ({ ...run, colour: COLOURS.candidate, type: 'solid', symbol: 'diamond' })),
  ]
  const panels = [
    { name: 'p95', unit: 'ms', read: p95Points, top: 26 },
    { name: 'throughput', unit: 'per-second', read: ratePoints, top: 190 },
  ] as const
  const endMs = Math.max(...lines.map(({ timeline: { sliceMs, slices } }) => sliceMs * slices.length))
  return {
    height: 356,
    label: `p95 and throughput through the test, ${count(baseline.length, 'run')} of the baseline and ${candidate.length} of the candidate. The table below has the values.`,
    titles: new Map(
      panels.flatMap(({ read, unit }, panel) =>
        lines.map(
          ({ name, timeline }, line) =>
            [
              panel * lines.length + line,
              read(timeline).map(([seconds, value]) =>
                value === null ? `${name}: no request` : `${name}, at ${seconds} s: ${formatValue(value, unit)}`,
              ),
            ] as const,
        ),
      ),
    ),
    option: {
      grid: panels.map(({ top }) => ({ ...FIXED_GRID, left: 96, right: 24, top, height: 112 })),
      xAxis: panels.map((_, index) => ({
        type: 'value',
        gridIndex: index,
        min: 0,
        max: endMs / 1000,
        name: index === 1 ? 'seconds since the start of the load' : '',
        nameLocation: 'middle',
        nameGap: 28,
        nameTextStyle: { color: COLOURS.muted },
        axisLabel: { color: COLOURS.muted, showMaxLabel: false },
        splitLine: { show: false },
      })),
      yAxis: panels.map(({ name, unit }, index) => ({
        type: 'value',
        gridIndex: index,
        min: 0,
        name,
        nameGap: 8,
        nameTextStyle: { color: COLOURS.text, align: 'left' },
        splitNumber: 3,
        axisLabel: { color: COLOURS.muted, formatter: (value: number) => tickText(value, unit) },
        splitLine: { lineStyle: { color: COLOURS.line } },
      })),
      series: panels.flatMap(({ read }, panel) =>
        lines.map(({ timeline, colour, type, symbol }) => ({
          ...STILL,
          type: 'line',
          xAxisIndex: panel,
          yAxisIndex: panel,
          connectNulls: false,
          symbol,
          symbolSize: 4,
          lineStyle: { color: colour, width: 1.5, type },
          itemStyle: { color: colour },
          data: read(timeline),
        })),
      ),
    },
  }
}

type Point = readonly [seconds: number, value: number | null]

/** A slice stands at its middle. */
export function p95Points({ sliceMs, slices }: Timeline): readonly Point[] {
  return slices.map(({ offsetMs, p95Ms }) => [(offsetMs + sliceMs / 2) / 1000, p95Ms])
}

/** Successful requests per second. The last slice may be cut off by the end of the load, and would look like a fall: it is left out. */
export function ratePoints({ sliceMs, slices }: Timeline): readonly Point[] {
  return slices
    .slice(0, -1)
    .map(({ offsetMs, requests }) => [(offsetMs + sliceMs / 2) / 1000, (requests * 1000) / sliceMs])
}

import { describe, expect, test } from '@jest/globals'
import { distributionPlot } from '../../../src/report/html/distribution-plot.ts'
import { intervalPlot } from '../../../src/report/html/interval-plot.ts'
import { latencyCurve } from '../../../src/report/html/latency-curve.ts'
import { latencyPlot } from '../../../src/report/html/latency-plot.ts'
import { drawPlot, type Plot, tickText } from '../../../src/report/html/plot.ts'
import { p95Points, ratePoints, timedRuns, timelinePlot } from '../../../src/report/html/timeline-plot.ts'
import { aComparison, anEstimate, aRun } from '../verdicts.ts'

type Option = Readonly<{ series: readonly Readonly<{ data: unknown }>[]; yAxis: Readonly<{ data: unknown }> }>

function optionOf(plot: Plot | null): Option | undefined {
  return plot?.option as Option | undefined
}

/** The data of a series of a plot, by its position. */
function dataOf(plot: Plot | null, position: number): unknown {
  return optionOf(plot)?.series[position]?.data
}

describe('interval plot', () => {
  const slower = aComparison({ estimate: anEstimate({ changeRatio: 0.108, lower: 0.073, upper: 0.144 }) })
  const throughput = aComparison({
    metric: 'http_reqs',
    stat: 'rate',
    better: 'higher',
    estimate: anEstimate({ changeRatio: -0.02, lower: -0.03, upper: -0.01 }),
  })

  test('draws bounds and estimates in percent, and the limit on the side that is worse', () => {
    const plot = intervalPlot([slower, throughput, aComparison({ role: 'other' })], false)
    expect(dataOf(plot, 0)).toEqual([
      [0, 7.3, 14.4],
      [1, -3, -1],
      [2, -1.8, 2.7],
    ])
    expect(dataOf(plot, 1)).toEqual([
      [5, 0],
      [-5, 1],
    ])
    expect(dataOf(plot, 2)).toEqual([
      [10.8, 0],
      [-2, 1],
      [0.4, 2],
    ])
  })

  test('cuts a range that would flatten all others, and says its real end under the pointer', () => {
    const wide = aComparison({ estimate: anEstimate({ changeRatio: 0.1, lower: -0.5, upper: 30 }) })
    const plot = intervalPlot([wide], false)
    expect(dataOf(plot, 0)).toEqual([[0, -20, 20]])
    expect(plot?.titles.get(2)).toEqual(['p95: +10.0 % (-50.0 % … +3,000 %), limit +5 %: no change'])
  })

  test('leaves out what has no finite estimate, and is not there when nothing has one', () => {
    const infinite = aComparison({ estimate: anEstimate({ upper: Number.POSITIVE_INFINITY }) })
    expect(intervalPlot([infinite, aComparison({ estimate: null })], true)).toBeNull()
  })

  test('cuts names that are too long for their room, and keeps the statistic', () => {
    const long = aComparison({ service: 'x'.repeat(64), endpoint: 'GET /'.padEnd(200, 'y') })
    expect(optionOf(intervalPlot([long], true))?.yAxis.data).toEqual([`${'x'.repeat(35)}… · p95`])
  })
})

describe('plot of the runs', () => {
  const runs = (...values: number[]) => values.map((value, index) => ({ name: `run ${index + 1}`, value }))
  const series = aComparison({ baseline: 3, candidate: 2 })

  test('has a box where there are five runs, and none where there are fewer', () => {
    const plot = distributionPlot(
      series,
      { name: 'Baseline', runs: runs(5, 1, 4, 2, 3) },
      { name: 'Candidate', runs: runs(2, 2) },
    )
    expect(dataOf(plot, 0)).toEqual([[1, 2, 3, 4, 5], []])
    expect(dataOf(plot, 1)).toEqual([
      [3, 0],
      [2, 1],
    ])
    expect(plot?.titles.get(2)?.slice(0, 2)).toEqual(['run 1: 5.000 ms', 'run 2: 1.000 ms'])
  })

  test('is not there without a run', () => {
    expect(distributionPlot(series, { name: 'Baseline', runs: [] }, { name: 'Candidate', runs: [] })).toBeNull()
  })
})

describe('plot of the latency', () => {
  const latency = { metric: 'http_req_duration', endpoint: null }
  const candidate = { side: 'candidate', name: 'Candidate' } as const

  function measuredRun(slot: number, stats: Readonly<Record<string, number>>, points?: readonly [number, number][]) {
    const run = aRun('candidate', slot)
    return {
      ...run,
      run: {
        ...run.run,
        measurements: [
          {
            ...latency,
            kind: 'trend',
            unit: 'ms',
            better: 'lower',
            population: 'all',
            sampleCount: 100,
            stats: new Map(Object.entries(stats)),
            unusable: new Map<string, string>(),
          } as const,
        ],
        distribution: points?.map(([share, valueMs]) => ({ share, valueMs })) ?? null,
      },
    }
  }

  test('goes through all requests where every run has them, share by share at the median of the runs', () => {
    const runs = [1, 2, 6].map((factor) =>
      measuredRun(factor, { p95: 7 }, [
        [0, factor],
        [0.95, 10 * factor],
        [1, 100],
      ]),
    )
    expect(latencyCurve(runs, latency, candidate)).toEqual({
      ...candidate,
      source: 'requests',
      runs: 3,
      points: [
        { share: 0, valueMs: 2 },
        { share: 0.95, valueMs: 20 },
        { share: 1, valueMs: 100 },
      ],
    })
  })

  test('goes through the numbers of the summaries where one run has no more, and only those that all runs have', () => {
    const runs = [
      measuredRun(1, { min: 1, p50: 2, p90: 3, p95: 4, max: 9 }, [[0, 1]]),
      measuredRun(2, { min: 3, p50: 4, p95: 6, p99: 7, max: 11, avg: 5 }),
    ]
    expect(latencyCurve(runs, latency, candidate)).toEqual({
      ...candidate,
      source: 'statistics',
      runs: 2,
      points: [
        { share: 0, valueMs: 2 },
        { share: 0.5, valueMs: 3 },
        { share: 0.95, valueMs: 5 },
        { share: 1, valueMs: 10 },
      ],
    })
  })

  test('is no curve with fewer than three numbers, of another endpoint, or without a run', () => {
    const runs = [measuredRun(1, { p50: 2, p95: 4 })]
    expect(latencyCurve(runs, latency, candidate)).toBeNull()
    expect(latencyCurve(runs, { ...latency, endpoint: 'GET /' }, candidate)).toBeNull()
    expect(latencyCurve([], latency, candidate)).toBeNull()
  })

  test.each([
    [1, 15, 'value', undefined],
    [2, 60, 'log', [2, 5, 10, 20, 50]],
    [0.5, 9000, 'log', [1, 10, 100, 1000]],
    [0, 60, 'value', undefined],
  ])('from %d ms to %d ms has an axis of the kind %s', (low, high, type, ticks) => {
    const points = [low, (low + high) / 2, high].map((valueMs, index) => ({ share: index / 2, valueMs }))
    const { option } = latencyPlot([{ ...candidate, source: 'requests', runs: 1, points }])
    expect(option).toMatchObject({ xAxis: { type } })
    const { axisLabel } = (option as { xAxis: { axisLabel: { customValues?: unknown } } }).xAxis
    expect(axisLabel.customValues).toEqual(ticks)
  })

  test('names each point by its side, its share and its time', () => {
    const points = [0, 0.5, 0.999, 1].map((share) => ({ share, valueMs: 10 + share }))
    const { titles } = latencyPlot([{ ...candidate, source: 'requests', runs: 1, points }])
    expect(titles.get(1)).toEqual([
      'Candidate, fastest: 10.00 ms',
      'Candidate, p50: 10.50 ms',
      'Candidate, p99.9: 11.00 ms',
      'Candidate, slowest: 11.00 ms',
    ])
  })
})

describe('plot over time', () => {
  const timeline = {
    sliceMs: 2000,
    slices: [
      { offsetMs: 0, requests: 100, p95Ms: 20 },
      { offsetMs: 2000, requests: 0, p95Ms: null },
      { offsetMs: 4000, requests: 7, p95Ms: 30 },
    ],
  }

  test('keeps a gap where there was no request, and leaves the cut last slice out of the throughput', () => {
    expect(p95Points(timeline)).toEqual([
      [1, 20],
      [3, null],
      [5, 30],
    ])
    expect(ratePoints(timeline)).toEqual([
      [1, 50],
      [3, 0],
    ])
  })

  test('draws the last five runs of a side that have points', () => {
    const all = Array.from({ length: 8 }, (_, index) => aRun('candidate', index + 1))
    const timed = all.map((run) => (run.slot === 8 ? run : { ...run, run: { ...run.run, timeline } }))
    const names = timedRuns(timed, 'Candidate').map(({ name }) => name)
    expect(names).toEqual([3, 4, 5, 6, 7].map((slot) => `Candidate, run ${slot}`))
  })

  test('names each point by its run, its second and its value', () => {
    const { titles } = timelinePlot([], [{ side: 'Candidate', name: 'Candidate, run 1', timeline }])
    expect([...titles.keys()]).toEqual([1, 3])
    expect(titles.get(1)?.slice(0, 2)).toEqual(['Candidate, run 1, 1 s: 20.00 ms', 'Candidate, run 1: no request'])
    expect(titles.get(3)?.[0]).toBe('Candidate, run 1, 1 s: 50.00/s')
  })

  test('draws the median of several runs with its points, and the runs as one shape behind it', () => {
    const slower = { ...timeline, slices: timeline.slices.map((slice) => ({ ...slice, p95Ms: 40, requests: 60 })) }
    const runs = [timeline, slower].map((one, index) => ({
      side: 'Baseline',
      name: `Baseline, run ${index}`,
      timeline: one,
    }))
    const plot = timelinePlot(runs, [])
    expect(dataOf(plot, 1)).toEqual([
      [1, 30],
      [3, 40],
      [5, 35],
    ])
    expect(plot.titles.get(1)?.[1]).toBe('Baseline, 3 s: 40.00 ms')
    // The gap of the first run leaves it no two neighbours.
    expect(drawPlot(plot, 'one').match(/opacity="0.45"/g)).toHaveLength(2)
    expect(dataOf(plot, 0)).toEqual([
      [1, 20],
      [3, null],
      [5, 30],
      [1, 40],
      [3, 40],
      [5, 40],
    ])
  })

  test('runs that were cut into other slices are lines of their own', () => {
    const other = { sliceMs: 1000, slices: [{ offsetMs: 0, requests: 5, p95Ms: 7 }] }
    const runs = [timeline, other].map((one, index) => ({ side: 'Baseline', name: `run ${index}`, timeline: one }))
    const plot = timelinePlot(runs, [])
    expect([dataOf(plot, 1), dataOf(plot, 2)]).toEqual([p95Points(timeline), [[0.5, 7]]])
  })
})

test('puts titles at the points they belong to, escaped, and leaves nothing of the library behind', () => {
  const plot = intervalPlot([aComparison({ endpoint: '<b>"zr0-c1" class="zr0-cls-1" 1.23456' })], false)
  const svg = plot === null ? '' : drawPlot(plot, 'one')
  expect(svg).toContain('&lt;b&gt;&quot;zr0-c1&quot; class=&quot;zr0-cls-1&quot; 1.23456 · p95: +0.4 %')
  expect(svg.replaceAll(/<title>.*?<\/title>|<text[^>]*>.*?<\/text>/g, '')).not.toMatch(/zr\d|ecmeta|class=|style=/)
  expect(svg).toMatch(/<circle cx="[\d.]+" cy="[\d.]+" r="5" fill="var\(--calm\)"><title>/)
})

test.each([
  [200, 'ms', '200 ms'],
  [0, 'ms', '0 ms'],
  [0.5, 'ms', '0.5 ms'],
  [62.5, 'ms', '62.5 ms'],
  [12_000, 'ms', '12,000 ms'],
  [50, 'per-second', '50/s'],
  [0.012, 'ratio', '1.2 %'],
] as const)('writes %d %s at an axis as %s', (value, unit, text) => {
  expect(tickText(value, unit)).toBe(text)
})

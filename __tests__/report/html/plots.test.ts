import { describe, expect, test } from '@jest/globals'
import type { Text } from '../../../src/model/text.ts'
import { intervalPlot } from '../../../src/report/html/interval-plot.ts'
import { latencyCurve } from '../../../src/report/html/latency-curve.ts'
import { latencyPlot, percentilesPlot, timeScale } from '../../../src/report/html/latency-plot.ts'
import { pairsPlot, runsPlot, spread } from '../../../src/report/html/runs-plot.ts'
import { drawPlot, type Plot, tickText } from '../../../src/report/html/svg.ts'
import { p95Points, ratePoints, timedRuns, timelinePlot } from '../../../src/report/html/timeline-plot.ts'
import { aComparison, anEstimate, aRun } from '../verdicts.ts'

function svgOf(plot: Plot | null): string {
  return plot === null ? '' : drawPlot(plot)
}

/** What the pointer shows over the points of a plot, in the order in which they are drawn. */
function titlesOf(plot: Plot | null): readonly string[] {
  return [...svgOf(plot).matchAll(/<title>(.*?)<\/title>/g)].map(([, title]) => title ?? '')
}

describe('interval plot', () => {
  const slower = aComparison({ estimate: anEstimate({ changeRatio: 0.108, lower: 0.073, upper: 0.144 }) })
  const throughput = aComparison({
    metric: 'http_reqs',
    stat: 'rate',
    better: 'higher',
    estimate: anEstimate({ changeRatio: -0.02, lower: -0.03, upper: -0.01 }),
  })
  // From -15 % to +15 % on 424 pixels that begin at 320: 0 % is at 532.
  const at = (percent: number) => String(Math.round((532 + (percent * 212) / 15) * 10) / 10)

  test('draws bounds and estimates to scale, and shades what is over the limit, on the side that is worse', () => {
    const svg = svgOf(intervalPlot([slower, throughput, aComparison({ role: 'other' })]))
    for (const [lower, upper, y] of [
      [7.3, 14.4, 20],
      [-3, -1, 44],
      [-1.8, 2.7, 68],
    ] as const) {
      expect(svg).toContain(`<path d="M${at(lower)} ${y}L${at(upper)} ${y}"`)
    }
    const zones = [...svg.matchAll(/<rect x="([\d.]+)" y="([\d.]+)" width="([\d.]+)"/g)].map(([, x, y]) => [x, y])
    expect(zones).toEqual([
      [at(5), '8'],
      [at(-15), '32'],
    ])
  })

  test('cuts a range that would flatten all others, and says its real end under the pointer', () => {
    const estimate = anEstimate({ changeRatio: 0.1, lower: -0.5, upper: 30 })
    const plot = intervalPlot([aComparison({ verdict: 'unproven', estimate })])
    expect(svgOf(plot)).toContain('<path d="M320 20L744 20"')
    expect(titlesOf(plot)).toEqual(['checkout · p95: +10.0 % (-50.0 % … +3,000 %), limit +5 %: slower, not proven'])
  })

  test('a series without a limit is never drawn as over it', () => {
    const other = aComparison({ role: 'other', verdict: 'regressed', estimate: anEstimate({ changeRatio: 0.3 }) })
    expect(svgOf(intervalPlot([other]))).not.toContain('var(--bad)')
    expect(svgOf(intervalPlot([{ ...other, role: 'primary' }]))).toContain('var(--bad)')
  })

  test('leaves out what has no finite estimate, and is not there when nothing has one', () => {
    const infinite = aComparison({ estimate: anEstimate({ upper: Number.POSITIVE_INFINITY }) })
    expect(intervalPlot([infinite, aComparison({ estimate: null })])).toBeNull()
  })

  test('cuts names that are too long for their room, and keeps the statistic', () => {
    const long = aComparison({ service: 'x'.repeat(64), endpoint: 'GET /'.padEnd(200, 'y') })
    expect(svgOf(intervalPlot([long]))).toContain(`>${'x'.repeat(35)}… · p95</text>`)
  })
})

describe('plot of the runs', () => {
  const runs = (...values: number[]) => values.map((value, index) => ({ name: `run ${index + 1}`, value }))
  const series = aComparison({ baseline: 3, candidate: 2 })
  const names = { baseline: 'Baseline', candidate: 'Candidate' }

  test('has a point for each run, and a bar at the value that is compared', () => {
    const plot = runsPlot(series, [
      { side: 'baseline', name: 'Baseline', runs: runs(5, 1) },
      { side: 'candidate', name: 'Candidate', runs: runs(2) },
    ])
    expect(titlesOf(plot)).toEqual(['run 1: 5.000 ms', 'run 2: 1.000 ms', 'run 1: 2.000 ms'])
    expect(svgOf(plot).match(/stroke-width="3"/g)).toHaveLength(2)
  })

  test('is not there without a run', () => {
    expect(runsPlot(series, [{ side: 'baseline', name: 'Baseline', runs: [] }])).toBeNull()
  })

  test('draws a line for each pair, those that became worse in their own colour', () => {
    const pairs = [
      { name: 'pair 1', baseline: 1, candidate: 2 },
      { name: 'pair 2', baseline: 2, candidate: 1 },
      { name: 'pair 3', baseline: 1, candidate: 3 },
    ]
    const strokes = (plot: Plot) =>
      [...svgOf(plot).matchAll(/<path d="([^"]*)" fill="none" stroke="var\(--(bad|calm)\)"/g)].map(
        ([, path, colour]) => [colour, path?.match(/M/g)?.length],
      )
    const slower = pairsPlot(series, pairs, names)
    expect(strokes(slower)).toEqual([
      ['bad', 2],
      ['calm', 1],
    ])
    expect(slower.label).toContain('3 pairs of runs, from the baseline to the candidate: 2 became worse')
    expect(titlesOf(slower)).toContain('pair 2, Candidate: 1.000 ms')
    const rates = pairsPlot({ ...series, better: 'higher' }, pairs, names)
    expect(strokes(rates)).toEqual([
      ['bad', 1],
      ['calm', 2],
    ])
  })

  test.each([
    [
      [1, 3],
      [0.84, 3.16],
    ],
    [
      [5, 5],
      [4.5, 5.5],
    ],
    [
      [0, 0],
      [-1, 1],
    ],
  ])('%j has an axis of %j', (values, expected) => {
    expect(spread(values).map((end) => Number(end.toFixed(6)))).toEqual(expected)
  })
})

describe('plot of the latency', () => {
  const latency = { metric: 'http_req_duration', endpoint: null }
  const candidate = { side: 'candidate', name: 'Candidate' } as const

  function measuredRun(
    runNumber: number,
    stats: Readonly<Record<string, number>>,
    points?: readonly [number, number][],
  ) {
    const run = aRun('candidate', runNumber)
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
            unusable: new Map<string, Text>(),
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
    [1, 15, false, [2, 4, 6, 8, 10, 12, 14]],
    [2, 60, true, [2, 5, 10, 20, 50]],
    [0.5, 9000, true, [1, 10, 100, 1000]],
    [0, 60, false, [0, 10, 20, 30, 40, 50, 60]],
  ])('from %d ms to %d ms has an axis that is logarithmic: %s', (low, high, isLog, ticks) => {
    expect(timeScale(low, high, 0, 100)).toMatchObject({ isLog, ticks })
  })

  test('names each point by its side, its share and its time', () => {
    const points = [0, 0.5, 0.999, 1].map((share) => ({ share, valueMs: 10 + share }))
    expect(titlesOf(latencyPlot([{ ...candidate, source: 'requests', runs: 1, points }]))).toEqual([
      'Candidate, fastest: 10.00 ms',
      'Candidate, p50: 10.50 ms',
      'Candidate, p99.9: 11.00 ms',
      'Candidate, slowest: 11.00 ms',
    ])
  })

  test('of summaries has only the percentiles that both sides keep', () => {
    const curve = (side: 'baseline' | 'candidate', shares: readonly number[]) =>
      ({
        side,
        name: side,
        source: 'statistics',
        runs: 1,
        points: shares.map((share) => ({ share, valueMs: 10 * share })),
      }) as const
    expect(
      titlesOf(percentilesPlot([curve('baseline', [0, 0.5, 0.9, 0.95]), curve('candidate', [0.5, 0.95, 1])])),
    ).toEqual([
      'baseline, p50: 5.000 ms',
      'candidate, p50: 5.000 ms',
      'baseline, p95: 9.500 ms',
      'candidate, p95: 9.500 ms',
    ])
    expect(percentilesPlot([curve('baseline', [0.5]), curve('candidate', [0.95])])).toBeNull()
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
    const timed = all.map((run) => (run.runNumber === 8 ? run : { ...run, run: { ...run.run, timeline } }))
    const names = timedRuns(timed, 'Candidate').map(({ name }) => name)
    expect(names).toEqual([3, 4, 5, 6, 7].map((runNumber) => `Candidate, run ${runNumber}`))
  })

  test('names each marked point by its run, its second and its value', () => {
    expect(titlesOf(timelinePlot([], [{ side: 'Candidate', name: 'Candidate, run 1', timeline }]))).toEqual([
      'Candidate, run 1, 1 s: 20.00 ms',
      'Candidate, run 1, 5 s: 30.00 ms',
      'Candidate, run 1, 1 s: 50.00/s',
      'Candidate, run 1, 3 s: 0/s',
    ])
  })

  test('draws the median of several runs with its points, and the runs as one shape behind it', () => {
    const slower = { ...timeline, slices: timeline.slices.map((slice) => ({ ...slice, p95Ms: 40, requests: 60 })) }
    const runs = [timeline, slower].map((one, index) => ({
      side: 'Baseline',
      name: `Baseline, run ${index}`,
      timeline: one,
    }))
    const plot = timelinePlot(runs, [])
    expect(titlesOf(plot).slice(0, 3)).toEqual([
      'Baseline, 1 s: 30.00 ms',
      'Baseline, 3 s: 40.00 ms',
      'Baseline, 5 s: 35.00 ms',
    ])
    const thin = [...svgOf(plot).matchAll(/<path d="([^"]*)"[^>]*opacity="0.45"/g)].map(([, path]) =>
      path?.match(/[ML]/g)?.join(''),
    )
    // The gap of the first run leaves it no two neighbours, so of p95 only the second run has a line.
    expect(thin).toEqual(['MLL', 'MLML'])
  })

  test('an axis that passes ten seconds has one unit', () => {
    const slices = [7000, 11_000].map((p95Ms, index) => ({ offsetMs: index * 1000, requests: 5, p95Ms }))
    const svg = svgOf(timelinePlot([{ side: 'Baseline', name: 'run 0', timeline: { sliceMs: 1000, slices } }], []))
    expect(svg).toContain('>5 s</text>')
    expect(svg).toContain('>10 s</text>')
    expect(svg).not.toContain('>5,000 ms</text>')
  })

  test('runs that were cut into other slices are lines of their own', () => {
    const other = { sliceMs: 1000, slices: [{ offsetMs: 0, requests: 5, p95Ms: 7 }] }
    const runs = [timeline, other].map((one, index) => ({ side: 'Baseline', name: `run ${index}`, timeline: one }))
    expect(titlesOf(timelinePlot(runs, []))).toContain('run 1, 0.5 s: 7.000 ms')
  })
})

test('escapes what comes from outside, as a text and as a title, and has no style', () => {
  const svg = svgOf(intervalPlot([aComparison({ endpoint: '<b>"x" style="' })]))
  expect(svg).toContain('&lt;b&gt;&quot;x&quot; style=&quot; · p95: +0.4 %')
  expect(svg.replaceAll(/<title>.*?<\/title>|<text[^>]*>.*?<\/text>/g, '')).not.toMatch(/class=|style=|<b>/)
})

test.each([
  [200, 'ms', '200 ms'],
  [0, 'ms', '0 ms'],
  [0.5, 'ms', '0.5 ms'],
  [62.5, 'ms', '62.5 ms'],
  [9_000, 'ms', '9,000 ms'],
  [12_000, 'ms', '12 s'],
  [50, 'per-second', '50/s'],
  [0.012, 'ratio', '1.2 %'],
] as const)('writes %d %s at an axis as %s', (value, unit, text) => {
  expect(tickText(value, unit)).toBe(text)
})

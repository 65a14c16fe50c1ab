import { describe, expect, test } from '@jest/globals'
import type { Measurement } from '../../src/model/measurement.ts'
import { plainText } from '../../src/model/text.ts'
import { compareServices } from '../../src/statistics/compare-services.ts'
import { saying } from '../saying.ts'
import { endpoint, evidenceOf, history, input, latency, run, side, throughput } from './runs.ts'

describe('the whole machine', () => {
  const content = (factors: readonly number[]) =>
    factors.map((factor, index) => (index === 0 ? latency(100 * factor) : endpoint(`e${index}`, 100 * factor)))
  const notes = (factors: readonly number[], job = 'today') =>
    evidenceOf({
      runs: [run(content(factors), { jobId: job })],
      store: history([content(factors.map(() => 1))]),
    }).notes.map(plainText)

  test('five series that all became 8 to 12 % slower', () => {
    expect(notes([1.1, 1.08, 1.12, 1.1, 1.09])).toEqual([
      'The whole machine looks slower: 5 of 5 gated series became slower by about 10.0 %. A change to something that all of them use looks the same, so nothing was subtracted. Run both versions in the same job, in turns, to tell the two apart.',
    ])
  })

  test('four of five are enough, three of five are not', () => {
    expect(notes([1.1, 1.08, 1.12, 1.1, 1])[0]).toContain('4 of 5')
    expect(notes([1.1, 1.08, 1.12, 1, 1])).toEqual([])
  })

  test('a machine that looks faster is reported as well', () => {
    expect(notes([0.9, 0.91, 0.89, 0.9, 0.9])[0]).toContain('looks faster')
  })

  test.each([
    ['too few series', [1.1, 1.1, 1.1, 1.1]],
    ['moves of very different size', [1.02, 1.05, 1.1, 1.3, 1.8]],
    ['moves that are noise', [1.01, 1.01, 1.01, 1.01, 1.01]],
    ['both ways', [1.1, 0.9, 1.1, 0.9, 1.1]],
  ])('nothing for %s', (_, factors) => {
    expect(notes(factors)).toEqual([])
  })

  test('nothing where both versions ran on the machine', () => {
    const slower = content([1.1, 1.1, 1.1, 1.1, 1.1])
    const before = content([1, 1, 1, 1, 1])
    const runs = [...side('baseline', [before, before, before]), ...side('candidate', [slower, slower, slower])]
    expect(evidenceOf({ origin: 'same-results', runs }).notes.map(plainText)).toEqual([])
    expect(evidenceOf({ runs }).notes.map(plainText)).toEqual([])
  })

  test('services that shared a job count together, others apart', () => {
    const services = ['a', 'b', 'c', 'd', 'e']
    const store = new Map(services.map((service) => [service, history([100])]))
    const told = (jobOf: (service: string) => string) => {
      const runs = services.map((service) => run(110, { service, jobId: jobOf(service) }))
      const evidence = compareServices({ ...input({ runs }), lookup: { kind: 'found', place: 'p', services: store } })
      return evidence.filter(({ notes: own }) => own.map(plainText).some((note) => note.includes('5 of 5'))).length
    }
    expect(told(() => 'one')).toBe(5)
    expect(told((service) => service)).toBe(0)
  })
})

describe('the load of the two sides', () => {
  const gauge = (value: number): Measurement => ({
    ...latency(0),
    metric: 'vus_max',
    kind: 'gauge',
    unit: 'none',
    better: 'neither',
    stats: new Map([['value', value]]),
  })
  const loadDifferences = (
    before: readonly Measurement[],
    now: readonly Measurement[],
    durations: readonly [number, number] = [60_000, 60_000],
  ) =>
    evidenceOf({
      runs: [
        run([latency(100), ...before], { side: 'baseline', durationMs: durations[0] }),
        run([latency(100), ...now], { durationMs: durations[1] }),
      ],
    }).loadDifferences ?? []

  test('the same load needs no words, nor does one that is not known', () => {
    expect(loadDifferences([throughput(100), gauge(20)], [throughput(91), gauge(20)])).toEqual([])
    expect(loadDifferences([], [throughput(50)])).toEqual([])
  })

  test('duration', () => {
    expect(loadDifferences([], [], [60_000, 20_000])).toEqual([
      {
        kind: 'load-parity',
        message: saying(
          'The load test ran for 20 s, and for 60 s in the baseline. A shorter test has more of its warm-up in it: run both for the same time.',
        ),
      },
    ])
  })

  test('requests per second', () => {
    expect(plainText(loadDifferences([throughput(100)], [throughput(80)])[0]?.message ?? [])).toMatch(
      /^The service received 80\.0 requests per second; in the baseline, 100\.0\. With fewer requests a service looks faster/,
    )
    expect(plainText(loadDifferences([throughput(100)], [throughput(130)])[0]?.message ?? [])).toContain(
      'With more requests a service looks slower',
    )
  })

  test('virtual users', () => {
    expect(plainText(loadDifferences([gauge(20)], [gauge(50)])[0]?.message ?? [])).toMatch(
      /^The load test had up to 50 virtual users, and 20 in/,
    )
  })

  test('a step at the percentile', () => {
    const at = (p94: number, p96: number) =>
      evidenceOf({
        runs: [
          run(100, { side: 'baseline' }),
          run([
            latency(100, {
              stats: new Map([
                ['p94', p94],
                ['p95', 100],
                ['p96', p96],
              ]),
            }),
          ]),
        ],
      }).loadDifferences ?? []
    expect(at(90, 120)).toEqual([])
    expect(at(60, 240)[0]?.kind).toBe('mode-boundary')
    expect(plainText(at(60, 240)[0]?.message ?? [])).toMatch(
      /^The p95 falls between two groups of requests: p96 is 4\.0 times p94/,
    )
  })
})

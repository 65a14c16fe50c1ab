import { describe, expect, test } from '@jest/globals'
import type { Measurement } from '../../src/model/measurement.ts'
import type { PrimarySeries } from '../../src/model/policy.ts'
import { plainText } from '../../src/model/text.ts'
import { saying } from '../saying.ts'
import { comparisonOf, evidenceOf, failedShare, latency, run, throughput } from './runs.ts'

/* Which direction is good, and that nothing is called better where more goes wrong. */

/** Four runs per side that vary a little, so that there is something to prove. */
function sides(before: readonly Measurement[], now: readonly Measurement[]) {
  const varied = (content: readonly Measurement[], factor: number) =>
    content.map((one) =>
      one.unit === 'ratio'
        ? one
        : { ...one, stats: new Map([...one.stats].map(([stat, value]) => [stat, value * factor])) },
    )
  return [1, 1.01, 0.99, 1.005].flatMap((factor, index) => [
    run(varied(before, factor), { side: 'baseline', runNumber: index + 1 }),
    run(varied(now, factor), { runNumber: index + 1 }),
  ])
}

function compared(before: readonly Measurement[], now: readonly Measurement[], primary: readonly PrimarySeries[]) {
  const evidence = evidenceOf({ runs: sides(before, now), policy: { primary } })
  const [{ metric, stat } = { metric: '', stat: '' }] = primary
  return comparisonOf(evidence, { metric, stat })
}

const orders = (count: number): Measurement => ({
  ...throughput(0),
  metric: 'orders',
  better: 'neither',
  stats: new Map([['count', count]]),
})
const checks = (rate: number): Measurement => ({ ...failedShare(rate), metric: 'checks', better: 'higher' })

describe('a counter of the script', () => {
  test('is refused where nobody says which direction is good', () => {
    expect(compared([orders(1000)], [orders(600)], [{ metric: 'orders', stat: 'count' }])).toMatchObject({
      verdict: 'invalid',
      better: 'neither',
      reason: saying('Whether more or less of it is better is not known.'),
    })
  })

  test.each([
    ['higher', 600, 'regressed'],
    ['higher', 1600, 'improved'],
    ['lower', 600, 'improved'],
    ['lower', 1600, 'regressed'],
  ] as const)('better: %s, from 1000 to %d: %s', (better, now, verdict) => {
    const comparison = compared([orders(1000)], [orders(now)], [{ metric: 'orders', stat: 'count', better }])
    expect(comparison).toMatchObject({ verdict, better, unit: 'count', role: 'primary' })
  })

  test('that is missing is missing, whatever its direction', () => {
    expect(compared([orders(1000)], [latency(9)], [{ metric: 'orders', stat: 'count' }])).toMatchObject({
      verdict: 'missing',
    })
  })
})

test('a time that somebody gates on is better when it is shorter, also one that the script decides on', () => {
  const scripted = (p95: number) => latency(p95, { metric: 'group_duration', better: 'neither' })
  const primary = [{ metric: 'group_duration', stat: 'p95' }]
  expect(compared([scripted(100)], [scripted(150)], primary)).toMatchObject({ verdict: 'regressed', better: 'lower' })
  expect(compared([scripted(100)], [scripted(150)], [{ ...primary[0]!, better: 'higher' }])).toMatchObject({
    verdict: 'improved',
  })
})

describe('a gated share is compared in points', () => {
  const primary = [{ metric: 'checks', stat: 'rate' }]

  test.each([
    [1, 0.5, 'unproven'],
    [1, 0.98, 'unproven'],
    [1, 0.99, 'unchanged'],
    [0.5, 1, 'unchanged'],
    [0, 0, 'unchanged'],
  ])('of passed checks, from %d to %d: %s', (before, now, verdict) => {
    expect(compared([checks(before)], [checks(now)], primary)).toMatchObject({ verdict, estimate: null })
  })

  test('of failed requests', () => {
    const failed = [{ metric: 'http_req_failed', stat: 'rate' }]
    expect(compared([failedShare(0)], [failedShare(0.02)], failed).verdict).toBe('unproven')
    expect(compared([failedShare(0.02)], [failedShare(0)], failed).verdict).toBe('unchanged')
  })

  test('one run of three in which everything fails is seen, though the median does not move', () => {
    const runs = [
      ...[1, 1, 1].map((rate, index) => run([checks(rate)], { side: 'baseline', runNumber: index + 1 })),
      ...[1, 0, 1].map((rate, index) => run([checks(rate)], { runNumber: index + 1 })),
    ]
    expect(comparisonOf(evidenceOf({ runs, policy: { primary } }), primary[0]!).verdict).toBe('unproven')
  })
})

describe('nothing is called better where more goes wrong', () => {
  const fast = (...now: readonly Measurement[]) =>
    comparisonOf(
      evidenceOf({
        runs: sides([latency(200), checks(1), failedShare(0)], [latency(20), ...now]),
      }),
    )

  test('failed checks', () => {
    expect(fast(checks(0), failedShare(0))).toMatchObject({
      verdict: 'inconclusive',
      reason: saying('More goes wrong than in the baseline, and what fails is often fast.'),
    })
  })

  test('failed requests', () => {
    expect(fast(checks(1), failedShare(0.4)).verdict).toBe('inconclusive')
  })

  test('one run per side, which proves nothing: the number is doubted all the same', () => {
    const evidence = evidenceOf({
      runs: [run([latency(200), checks(1)], { side: 'baseline' }), run([latency(20), checks(0)])],
    })
    expect(comparisonOf(evidence).verdict).not.toBe('improved')
    expect(plainText(comparisonOf(evidence).reason ?? [])).toMatch(
      /More goes wrong than in the baseline, and what fails is often fast\.$/,
    )
  })

  test('an improvement is called better if nothing else goes wrong', () => {
    expect(fast(checks(1), failedShare(0)).verdict).toBe('improved')
  })

  test('the failures of an endpoint count for that endpoint only', () => {
    const of = (name: string, p95: number, failed: number) => [
      latency(p95, { endpoint: name }),
      { ...failedShare(failed), endpoint: name },
    ]
    const evidence = evidenceOf({
      runs: sides(
        [latency(200), ...of('/pay', 200, 0), ...of('/list', 200, 0)],
        [latency(200), ...of('/pay', 20, 0.5), ...of('/list', 20, 0)],
      ),
    })
    expect(comparisonOf(evidence, { endpoint: '/pay' }).verdict).toBe('inconclusive')
    expect(comparisonOf(evidence, { endpoint: '/list' }).verdict).toBe('improved')
  })
})

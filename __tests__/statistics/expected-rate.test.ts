import { describe, expect, test } from '@jest/globals'
import { isBlocked } from '../../scripts/simulation/outcome.ts'
import { judgePullRequest } from '../../scripts/simulation/pull-request.ts'
import { seededRandom } from '../../scripts/simulation/random.ts'
import { repositories } from '../../scripts/simulation/rates.ts'
import { type Design, ONE_SERVICE, type Scenario } from '../../scripts/simulation/scenario.ts'
import type { ExpectedFalseAlarms, ServiceEvidence } from '../../src/model/comparison.ts'
import { compareServices } from '../../src/statistics/compare-services.ts'
import { expectedFalseAlarms } from '../../src/statistics/expected-rate.ts'
import { input, run } from './runs.ts'

const evidenceOf = (noise: number, services: number, pairs: number): readonly ServiceEvidence[] =>
  compareServices(
    input({
      origin: 'same-results',
      runs: Array.from({ length: services }, (_, service) =>
        Array.from({ length: pairs }, (_, index) => {
          // Half above, half below: a spread of the log ratios of about sqrt(2) times the noise.
          const ratio = Math.exp(noise * Math.SQRT2 * (index % 2 === 0 ? 1 : -1))
          const place = { service: `service-${service}`, runNumber: index + 1 }
          return [run(200, { ...place, side: 'baseline' }), run(200 * ratio, place)]
        }).flat(),
      ).flat(),
    }),
  )

const expectedOf = (evidence: readonly ServiceEvidence[], maxRuns: number | null = null): ExpectedFalseAlarms | null =>
  expectedFalseAlarms({ evidence, blocksUnproven: () => true, maxRuns })

describe('the expected rate of false alarms', () => {
  test('more services have more false alarms', () => {
    const rates = [4, 8, 16].map((services) => expectedOf(evidenceOf(0.04, services, 6))?.ratio ?? 0)
    expect(rates).toEqual(rates.toSorted((left, right) => left - right))
    expect(rates[0]).toBeGreaterThan(0.03)
    expect(rates[2]).toBeLessThan(0.6)
  })

  test('more pairs have fewer false alarms', () => {
    const rates = [4, 6, 10].map((pairs) => expectedOf(evidenceOf(0.04, 8, pairs))?.ratio ?? 1)
    expect(rates).toEqual(rates.toSorted((left, right) => right - left))
  })

  test('a confirmation lowers the rate, and the rate of a policy with a confirmation includes it', () => {
    const evidence = evidenceOf(0.03, 8, 4)
    const { ratio, confirmedRatio } = expectedOf(evidence) ?? { ratio: 0, confirmedRatio: null }
    expect(confirmedRatio).toBeLessThan(ratio / 3)
    expect(expectedOf(evidence, 10)).toEqual({ ratio: confirmedRatio, services: 8, series: 8, confirmedRatio: null })
  })
})

describe('no expected rate is given', () => {
  test('for one run on each side, because the noise is assumed', () => {
    expect(expectedOf(compareServices(input({ runs: [run(200, { side: 'baseline' }), run(210)] })))).toBeNull()
  })

  test('for one service and three pairs, because the noise is hardly known', () => {
    expect(expectedOf(evidenceOf(0.04, 1, 3))).toBeNull()
  })

  test('if only a proof blocks', () => {
    const evidence = evidenceOf(0.04, 8, 5)
    expect(expectedFalseAlarms({ evidence, blocksUnproven: () => false, maxRuns: null })).toBeNull()
  })

  test('if nothing was compared', () => {
    expect(expectedOf([])).toBeNull()
  })
})

/** The median of what is said, and what happened. */
function saidAndHappened(scenario: Scenario, pullRequests: number): Readonly<{ said: number; happened: number }> {
  const random = seededRandom(20261127)
  const seen = repositories(scenario, pullRequests, random, ({ repository, level }) => {
    const change = { effect: 0, affected: [], level }
    const { evidence } = judgePullRequest({ change, repository, scenario, random })
    return { said: expectedOf(evidence)?.ratio ?? Number.NaN, blocked: isBlocked(evidence) }
  }).flat()
  const said = seen.map((one) => one.said).toSorted((left, right) => left - right)
  return {
    said: said[Math.floor(said.length / 2)] ?? Number.NaN,
    happened: seen.filter(({ blocked }) => blocked).length / seen.length,
  }
}

test.each([
  ['pairs', 5, 8, 0.04],
  ['runs', 3, 8, 0.03],
  ['runs', 5, 8, 0.04],
  ['pairs', 10, 8, 0.06],
] as const)('%s, %d, %d services: what is said happens', (design: Design, runs, services, noise) => {
  const { said, happened } = saidAndHappened({ ...ONE_SERVICE, design, runs, services, noise }, 150)
  // The error of 150 pull requests is 3.5 points.
  expect(Math.abs(said - happened)).toBeLessThan(0.07)
})

import { expect, test } from '@jest/globals'
import { comparisonInput } from '../../scripts/simulation/comparison.ts'
import { isBlocked, isSilent } from '../../scripts/simulation/outcome.ts'
import { judgePullRequest } from '../../scripts/simulation/pull-request.ts'
import { seededRandom } from '../../scripts/simulation/random.ts'
import { newRepository } from '../../scripts/simulation/repository.ts'
import { ONE_SERVICE } from '../../scripts/simulation/scenario.ts'
import { checkRules } from '../../src/policy/check-rules.ts'
import { decide } from '../../src/policy/decide.ts'
import { defaultPolicy } from '../../src/policy/default-policy.ts'
import { RULES } from '../../src/policy/registry.ts'

test.each([
  ['pairs', 3, 3],
  ['runs', 1, 2],
  ['runs', 3, 2],
] as const)('blocked and silent are what the default policy makes of it: %s, %d runs', (design, runs, endpoints) => {
  const policy = defaultPolicy({})
  const random = seededRandom(20261122)
  const scenario = { ...ONE_SERVICE, design, runs, noise: 0.03, endpointsPerService: endpoints }
  const outcomes = Array.from({ length: 120 }, (_, index) => {
    const change = { effect: index % 2 === 0 ? 0 : 0.05, affected: ['service-0'], level: 0 }
    const simulation = { change, repository: newRepository(scenario, random), scenario, random }
    const { evidence, runs: measured } = judgePullRequest(simulation)
    const verdict = decide({
      evidence,
      findings: checkRules(evidence, policy, RULES),
      lookup: comparisonInput(measured, null, scenario).lookup,
      refusals: [],
      policy,
      override: { kind: 'none' },
    })
    expect(isBlocked(evidence)).toBe(verdict.blocked)
    expect(isSilent(evidence)).toBe(verdict.outcome === 'pass')
    return verdict.outcome
  })
  // All three outcomes occurred. Otherwise the agreement would mean little.
  expect(new Set(outcomes)).toEqual(new Set(['fail', 'warn', 'pass']))
})

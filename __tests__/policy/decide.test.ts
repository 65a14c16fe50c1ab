import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { BaselineLookup } from '../../src/model/baseline.ts'
import type { ComparisonVerdict, ServiceEvidence } from '../../src/model/comparison.ts'
import type { OverrideDecision } from '../../src/model/override.ts'
import type { Level } from '../../src/model/policy.ts'
import type { Finding, Outcome } from '../../src/model/verdict.ts'
import { type DecisionInput, decide } from '../../src/policy/decide.ts'
import { LEVELS } from '../../src/policy/levels.ts'
import { messageOf } from '../../src/report/finding-text.ts'
import { aComparison, aFinding, anEvidence, aPolicy, aRun } from './evidence.ts'

const FOUND: BaselineLookup = { kind: 'found', place: 'branch perf-gate', services: new Map() }
const NEVER: BaselineLookup = { kind: 'never-written', place: 'branch perf-gate' }
const UNREADABLE: BaselineLookup = {
  kind: 'unreadable',
  place: 'branch perf-gate',
  file: 'v1/checkout.ndjson',
  problem: ['Line 3 is not JSON.'],
}
const VALID: OverrideDecision = {
  kind: 'valid',
  by: 'ann',
  reason: 'needed for the audit',
  at: '2026-01-01T00:00:00Z',
  headSha: 'abc',
}
const REFUSED: OverrideDecision = { kind: 'refused', by: 'bob', why: ['No.'], next: ['Ask.'] }

const WARN = aFinding({ rule: 'slower', level: 'warn' })
const FAIL = aFinding()
const INVALID = aFinding({ rule: 'invalid', stat: null })
const ANOTHER_MACHINE = [{ kind: 'changed-machine', message: ['x'] }] as const
const NO_BASELINE = aFinding({ rule: 'missing-baseline', metric: null, stat: null })

const withVerdict = (verdict: ComparisonVerdict, changes: Partial<ServiceEvidence> = {}): ServiceEvidence =>
  anEvidence({ comparisons: [aComparison({ verdict })], ...changes })
const UNCHANGED = anEvidence()
const NOTHING_COMPARED = withVerdict('new', { known: false, baselineState: 'never-written', baselineRuns: [] })
const EXCUSED = withVerdict('not-run', { candidateRuns: [] })
const ABSENT = withVerdict('missing', { candidateRuns: [] })

function decided(changes: Partial<DecisionInput>): ReturnType<typeof decide> {
  return decide({
    evidence: [UNCHANGED],
    findings: [],
    lookup: FOUND,
    refusals: [],
    policy: aPolicy(),
    override: { kind: 'none' },
    ...changes,
  })
}

describe('names in the policy that are not in force', () => {
  const warnings = (policy: Partial<ReturnType<typeof aPolicy>>) =>
    decided({ policy: { ...aPolicy(), ...policy } }).findings.map((one) => `${one.level}: ${messageOf(one)}`)

  test('a retired service that has results', () => {
    expect(warnings({ retired: ['check*'] })).toEqual([
      'warn: The policy says under `retired` that checkout is gone, and it has results, so it is judged as before. Remove it from `retired`, or no longer measure it.',
    ])
    expect(warnings({ retired: ['cart'] })).toEqual([])
  })

  test('an override of a service that does not exist', () => {
    const { override } = aPolicy()
    expect(warnings({ override: { ...override, services: ['checkout', 'nope'] } })).toEqual([
      'warn: The policy lists nope under `override.services`, and no service has such a name. The services are checkout.',
    ])
  })
})

describe('the outcome', () => {
  test.each<readonly [string, Partial<DecisionInput>, Outcome]>([
    ['nothing to say', {}, 'pass'],
    ['no store, as on a laptop', { lookup: null }, 'pass'],
    ['pairs, and a store that was never written', { lookup: NEVER }, 'pass'],
    ['only warnings', { findings: [WARN] }, 'warn'],
    ['one fail among warnings', { findings: [WARN, FAIL] }, 'fail'],
    ['fail with a refused override', { findings: [FAIL], override: REFUSED }, 'fail'],
    ['fail with a valid override', { findings: [FAIL, WARN], override: VALID }, 'overridden'],
    ['a valid override of nothing', { override: VALID }, 'pass'],
    ['a valid override of warnings', { findings: [WARN], override: VALID }, 'warn'],
    ['unusable data', { findings: [INVALID] }, 'invalid'],
    ['unusable data cannot be overridden', { findings: [INVALID, FAIL], override: VALID }, 'invalid'],
    ['unusable data where the policy only warns', { findings: [{ ...INVALID, level: 'warn' }] }, 'warn'],
    ['the baseline is unreadable', { lookup: UNREADABLE }, 'invalid'],
    ['the baseline is unreadable, overridden', { lookup: UNREADABLE, findings: [FAIL], override: VALID }, 'invalid'],
    ['no results at all', { evidence: [ABSENT] }, 'invalid'],
    ['no services at all', { evidence: [] }, 'invalid'],
    ['no results at all, first day', { evidence: [], lookup: NEVER }, 'invalid'],
    ['no results, and none needed', { evidence: [EXCUSED] }, 'pass'],
    ['no results, and one of two services needed', { evidence: [EXCUSED, ABSENT] }, 'invalid'],
    ['first day', { evidence: [NOTHING_COMPARED], lookup: NEVER }, 'no-baseline'],
    ['first day with warnings', { evidence: [NOTHING_COMPARED], lookup: NEVER, findings: [WARN] }, 'no-baseline'],
    [
      'first day of a service that the policy names',
      { evidence: [NOTHING_COMPARED], lookup: NEVER, findings: [NO_BASELINE] },
      'no-baseline',
    ],
    [
      'first day, over a budget',
      { evidence: [NOTHING_COMPARED], lookup: NEVER, findings: [aFinding({ rule: 'budget' })] },
      'fail',
    ],
    [
      'first day, over a budget, overridden',
      { evidence: [NOTHING_COMPARED], lookup: NEVER, findings: [aFinding({ rule: 'budget' })], override: VALID },
      'overridden',
    ],
    [
      'first day, but pairs of another service were compared',
      {
        evidence: [UNCHANGED, { ...NOTHING_COMPARED, service: 'cart' }],
        lookup: NEVER,
        findings: [{ ...NO_BASELINE, service: 'cart' }],
      },
      'warn',
    ],
    ['a store without this known service', { findings: [NO_BASELINE] }, 'fail'],
    ['nothing compared, though a store exists: only new services', { evidence: [NOTHING_COMPARED] }, 'warn'],
    [
      'nothing compared: all that is stored is newer than the commit that the change starts from',
      { evidence: [NOTHING_COMPARED], lookup: { ...FOUND, services: new Map([['shop', []]]) } },
      'fail',
    ],
    [
      'nothing compared: a new service, and the stored one was not touched',
      { evidence: [NOTHING_COMPARED, EXCUSED], lookup: { ...FOUND, services: new Map([['checkout', []]]) } },
      'warn',
    ],
    [
      'nothing compared, no store, and no baseline beside the candidate',
      { evidence: [NOTHING_COMPARED], lookup: null },
      'fail',
    ],
    [
      'nothing compared: a store of another machine, where the policy only warns of it',
      { evidence: [withVerdict('not-comparable', { differences: ANOTHER_MACHINE, baselineRuns: [aRun()] })] },
      'warn',
    ],
    [
      'nothing compared: a baseline of another machine beside it, where the policy only warns of it',
      { evidence: [withVerdict('not-comparable', { differences: ANOTHER_MACHINE })] },
      'fail',
    ],
    [
      'the same on the first day',
      { evidence: [withVerdict('not-comparable', { differences: ANOTHER_MACHINE })], lookup: NEVER },
      'fail',
    ],
    [
      'first day, and a baseline beside it does not have what is gated',
      { lookup: NEVER, findings: [NO_BASELINE] },
      'fail',
    ],
    ['impossible: both sides measured, nothing gated', { evidence: [anEvidence({ comparisons: [] })] }, 'invalid'],
    [
      'impossible, overridden',
      { evidence: [anEvidence({ comparisons: [] })], override: VALID, findings: [FAIL] },
      'invalid',
    ],
    [
      'a refused file that names no service',
      { refusals: [{ service: null, side: 'candidate', path: 'x.html', problem: ['It is HTML.'] }] },
      'invalid',
    ],
  ])('%s: %3$s', (_, input, outcome) => {
    const verdict = decided(input)
    expect(verdict.outcome).toBe(outcome)
    expect(verdict.blocked).toBe(outcome === 'invalid' || outcome === 'fail')
  })

  test('every outcome but pass and no-baseline has a finding that says why', () => {
    expect(decided({ lookup: UNREADABLE }).findings).toEqual([
      {
        rule: 'invalid',
        word: 'cannot be used',
        level: 'fail',
        service: null,
        endpoint: null,
        metric: null,
        stat: null,
        expected: 'a readable baseline',
        actual: 'v1/checkout.ndjson is unreadable',
        problem: expect.anything(),
        action: expect.anything(),
        detail: expect.anything(),
      },
    ])
    expect(decided({ evidence: [] }).findings.map(messageOf)).toEqual([
      'There is no result to judge. Run the load test, and check that it uploads its results under the name that the gate looks for.',
    ])
    expect(decided({ evidence: [NOTHING_COMPARED] }).findings.map(({ rule, level }) => [rule, level])).toEqual([
      ['missing-baseline', 'warn'],
    ])
    expect(
      decided({
        evidence: [],
        refusals: [{ service: null, side: 'candidate', path: 'x.html', problem: ['It is HTML.'] }],
      }).findings.map(messageOf),
    ).toEqual(['The candidate result x.html cannot be used. It is HTML.'])
  })

  test('a refused file of a service is said once, by the rule of that service', () => {
    const refusals = [{ service: 'checkout', side: 'candidate', path: 'x', problem: ['It is HTML.'] }] as const
    expect(decided({ refusals }).findings).toEqual([])
  })
})

test('where the policy does not enforce the gate the outcome is the same, and nothing is blocked', () => {
  const policy = { ...aPolicy(), enforce: false }
  for (const [findings, outcome] of [
    [[FAIL], 'fail'],
    [[INVALID], 'invalid'],
    [[], 'pass'],
  ] as const) {
    expect(decided({ findings, policy })).toMatchObject({ outcome, blocked: false, enforced: false })
  }
})

describe('compared N of M', () => {
  const endpoint = (verdict: ComparisonVerdict): ReturnType<typeof aComparison> =>
    aComparison({ endpoint: `GET /${verdict}`, role: 'endpoint', verdict })

  test.each<readonly [string, readonly ServiceEvidence[], number, number]>([
    [
      'what was compared, whatever came out',
      [
        anEvidence({
          comparisons: [
            aComparison({ verdict: 'regressed' }),
            ...(['unproven', 'slower', 'unchanged', 'improved', 'inconclusive'] as const).map(endpoint),
          ],
        }),
      ],
      6,
      6,
    ],
    [
      'missing, invalid and not comparable were expected',
      [
        anEvidence({
          comparisons: [aComparison(), ...(['missing', 'invalid', 'not-comparable'] as const).map(endpoint)],
        }),
      ],
      1,
      4,
    ],
    [
      'new endpoints and excused services were not',
      [anEvidence({ comparisons: [aComparison(), endpoint('new')] }), EXCUSED],
      1,
      1,
    ],
    ['a new service was not', [UNCHANGED, { ...NOTHING_COMPARED, service: 'cart' }], 1, 1],
    [
      'a known service without a baseline was',
      [UNCHANGED, { ...NOTHING_COMPARED, service: 'cart', known: true }],
      1,
      2,
    ],
    [
      'a known service without any data counts its primaries',
      [UNCHANGED, anEvidence({ service: 'cart', candidateRuns: [], baselineRuns: [], comparisons: [] })],
      1,
      2,
    ],
    [
      'series that only inform do not count',
      [anEvidence({ comparisons: [aComparison(), aComparison({ stat: 'p99', role: 'other' })] })],
      1,
      1,
    ],
  ])('%s', (_, evidence, compared, expected) => {
    expect(decided({ evidence })).toMatchObject({ compared, expected })
  })

  test('all primaries of the policy count', () => {
    const policy = aPolicy({ primary: ['p50', 'p95', 'p99'].map((stat) => ({ metric: 'http_req_duration', stat })) })
    expect(decided({ policy })).toMatchObject({ compared: 1, expected: 3 })
  })
})

describe('while a confirmation waits for more runs', () => {
  const need = {
    service: 'checkout',
    verdict: 'unproven',
    runs: 3,
    add: 2,
    settledAt: 5,
    decidedAt: 10,
    side: 'both',
  } as const
  const open = { ...need, verdict: 'inconclusive' } as const
  const unproven = aFinding({ rule: 'unproven' })
  const levels = (changes: Readonly<Record<string, Level>>) => aPolicy({ levels: changes })

  test.each<readonly [string, Partial<DecisionInput>, Outcome]>([
    ['unproven', { findings: [unproven], rerunPlan: [need] }, 'pending'],
    ['inconclusive, though nothing else objects', { rerunPlan: [open] }, 'pending'],
    ['inconclusive, with warnings', { findings: [WARN], rerunPlan: [open] }, 'pending'],
    ['another failure of the same service fails at once', { findings: [unproven, FAIL], rerunPlan: [need] }, 'fail'],
    [
      'unproven in a service that has all its runs',
      { findings: [unproven], rerunPlan: [{ ...open, service: 'cart' }] },
      'fail',
    ],
    ['unusable data', { findings: [unproven, INVALID], rerunPlan: [need] }, 'invalid'],
    ['a valid override ends the wait', { findings: [unproven], rerunPlan: [need], override: VALID }, 'overridden'],
    ['also where nothing fails', { rerunPlan: [open], override: VALID }, 'overridden'],
    ['a refused override does not', { findings: [unproven], rerunPlan: [need], override: REFUSED }, 'pending'],
    [
      'what the policy is silent about is not waited for',
      { rerunPlan: [open], policy: levels({ inconclusive: 'off' }) },
      'pass',
    ],
    ['nothing to wait for', { findings: [unproven], rerunPlan: [] }, 'fail'],
  ])('%s', (_, changes, outcome) => {
    expect(decided(changes)).toMatchObject({ outcome, blocked: ['pending', 'fail', 'invalid'].includes(outcome) })
  })

  test('the verdict says what it waits for', () => {
    expect(decided({ rerunPlan: [need] }).rerunPlan).toEqual([need])
    expect(decided({ rerunPlan: [open], policy: levels({ inconclusive: 'off' }) }).rerunPlan).toEqual([])
  })
})

const SEVERITY: readonly Outcome[] = ['pass', 'warn', 'no-baseline', 'overridden', 'pending', 'fail', 'invalid']

const finding = fc
  .record({
    rule: fc.constantFrom(...LEVELS.keys()),
    level: fc.constantFrom('fail' as const, 'warn' as const),
  })
  .map((fields): Finding => aFinding(fields))
const evidence = fc
  .record({
    verdict: fc.constantFrom<ComparisonVerdict>(
      'regressed',
      'unchanged',
      'new',
      'missing',
      'not-run',
      'invalid',
      'not-comparable',
    ),
    role: fc.constantFrom('primary' as const, 'endpoint' as const, 'other' as const),
    known: fc.boolean(),
    hasCandidate: fc.boolean(),
    hasBaseline: fc.boolean(),
  })
  .map(({ verdict, role, known, hasCandidate, hasBaseline }) =>
    anEvidence({
      known,
      candidateRuns: hasCandidate ? [aRun()] : [],
      baselineRuns: hasBaseline ? [aRun()] : [],
      comparisons: [aComparison({ verdict, role })],
    }),
  )
const input = fc.record({
  evidence: fc.array(evidence, { maxLength: 3 }),
  findings: fc.array(finding, { maxLength: 4 }),
  lookup: fc.constantFrom(null, FOUND, NEVER, UNREADABLE),
  override: fc.constantFrom<OverrideDecision>({ kind: 'none' }, REFUSED, VALID),
})

describe('whatever the evidence', () => {
  test('one finding more never makes the outcome better', () => {
    fc.assert(
      fc.property(input, finding, (facts, more) => {
        const before = SEVERITY.indexOf(decided(facts).outcome)
        const after = SEVERITY.indexOf(decided({ ...facts, findings: [...facts.findings, more] }).outcome)
        expect(after).toBeGreaterThanOrEqual(before)
      }),
    )
  })

  test('results of which nothing was compared never pass', () => {
    fc.assert(
      fc.property(input, (facts) => {
        const { compared, outcome, services } = decided(facts)
        if (compared > 0 || services.every(({ candidateRuns }) => candidateRuns.length === 0)) return
        expect(outcome).not.toBe('pass')
      }),
    )
  })

  test('the order of findings and services does not matter', () => {
    fc.assert(
      fc.property(input, (facts) => {
        const forwards = decided(facts)
        const backwards = decided({
          ...facts,
          evidence: facts.evidence.toReversed(),
          findings: facts.findings.toReversed(),
        })
        expect({ ...backwards, services: [] }).toEqual({ ...forwards, services: [] })
      }),
    )
  })
})

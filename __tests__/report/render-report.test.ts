import { describe, expect, test } from '@jest/globals'
import type { ServiceEvidence } from '../../src/model/comparison.ts'
import type { Verdict } from '../../src/model/verdict.ts'
import { renderReport } from '../../src/report/render-report.ts'
import { aComparison, aContext, aFinding, anEstimate, aRun, aService, aVerdict, runs } from './verdicts.ts'

const LONG = 'é|`'.repeat(60)

function bigService(service: string, endpoints: number, name: (index: number) => string): ServiceEvidence {
  const comparisons = Array.from({ length: endpoints }, (_, index) =>
    aComparison({
      service,
      endpoint: name(index),
      role: 'endpoint',
      estimate: anEstimate({ changeRatio: index / 10_000 }),
    }),
  )
  return aService({ service, comparisons: [aComparison({ service }), ...comparisons] })
}

function bigVerdict(services: number, endpoints: number, name: (index: number) => string): Verdict {
  const all = Array.from({ length: services }, (_, index) =>
    bigService(`service-${String(index).padStart(2, '0')}`, endpoints, name),
  )
  const findings = all.slice(4).map(({ service }) => aFinding({ service, message: `${service} is slow. ${LONG}` }))
  return aVerdict({ outcome: 'fail', blocked: true, compared: services, expected: services, services: all, findings })
}

describe('the size limit of a comment', () => {
  test('16 services with 500 series each: rows go first, every service keeps its fold', () => {
    const { comment, markdown } = renderReport(
      bigVerdict(16, 500, (index) => `GET /path/${index}`),
      aContext(),
    )
    expect(comment.length).toBeLessThanOrEqual(60_000)
    expect(comment.match(/<summary>Details of/g)).toHaveLength(16)
    expect(comment).toContain('490 more rows with the smallest changes left out.')
    expect(comment).not.toContain('Left out, because this page has a size limit')
    expect(new TextEncoder().encode(markdown).length).toBeLessThanOrEqual(900 * 1024)
  })

  test('200 services with long names: the worst keep their fold, the rest is named', () => {
    const { comment, markdown } = renderReport(
      bigVerdict(200, 30, (index) => `${index}${LONG}`),
      aContext(),
    )
    expect(new TextEncoder().encode(markdown).length).toBeLessThanOrEqual(900 * 1024)
    expect(markdown).toContain('20 more rows with the smallest changes left out.')
    expect(comment.length).toBeLessThanOrEqual(60_000)
    expect(comment.length).toBeGreaterThan(50_000)
    expect(comment).toContain('Details of <code>service-04</code>')
    expect(comment).not.toContain('Details of <code>service-00</code>')
    expect(comment).toMatch(
      /Left out, because this page has a size limit: the details of \d+ services \(`service-\d+`, .* and \d+ more\); the job summary or the JSON report has them\./,
    )
  })

  test('nothing but hostile names still fits', () => {
    const refusals = Array.from({ length: 500 }, () => ({
      service: LONG,
      side: 'candidate' as const,
      path: LONG,
      problem: [LONG.repeat(9)],
    }))
    const service = aService({
      service: LONG,
      refusals,
      notes: [[LONG.repeat(9)], [LONG.repeat(8)]],
      candidateRuns: runs('candidate', 50, { testedCommit: LONG }),
    })
    const findings = Array.from({ length: 500 }, () =>
      aFinding({
        rule: 'invalid',
        service: LONG,
        endpoint: LONG,
        metric: LONG,
        stat: LONG,
        expected: LONG.repeat(9),
        actual: LONG.repeat(9),
        message: LONG.repeat(9),
      }),
    )
    const { comment } = renderReport(
      aVerdict({ outcome: 'invalid', blocked: true, services: [service], findings }),
      aContext({ policySource: LONG }),
    )
    expect(comment.length).toBeLessThanOrEqual(60_000)
    expect(comment.match(/^\| /gm)?.length).toBeGreaterThan(10)
    expect(comment).toContain('490 more findings')
  })
})

describe('what a report never leaves out', () => {
  test('a gate with nothing to do says so', () => {
    const { title } = renderReport(aVerdict({ compared: 0, expected: 0, services: [] }), aContext())
    expect(title).toBe('Not blocked: nothing had to be measured.')
  })

  test('on a push nobody is blocked', () => {
    const verdict = aVerdict({
      outcome: 'fail',
      blocked: true,
      findings: [aFinding({ rule: 'budget', message: 'It is over. Mend it.' })],
    })
    expect(renderReport(verdict, aContext({ generatedFor: 'push' })).comment).toContain(
      '**A pull request would be blocked by `checkout`: It is over.** Mend it.',
    )
  })

  test('no p-value is ever 0, and nobody is "95 % sure"', () => {
    const comparison = aComparison({ verdict: 'regressed', estimate: anEstimate({ pValue: 0 }) })
    const { markdown } = renderReport(aVerdict({ services: [aService({ comparisons: [comparison] })] }), aContext())
    expect(markdown).toContain('of p95 less than 1 time in 10,000.')
    expect(markdown).not.toMatch(/95 % sure/)
  })

  test('that the whole machine looks slower is said in line 2, before other notes', () => {
    const slower = 'The whole machine looks slower: 5 of 5 gated series became slower by about 6.0 %.'
    const services = [aService({ notes: [[slower], ['One thing.'], ['Another.']] })]
    const [, line2] = renderReport(aVerdict({ services }), aContext())
      .comment.split('\n')
      .filter((line) => line !== '' && !line.startsWith('<!--'))
    expect(line2).toContain(slower)
  })

  test('one machine against one machine is not called one run', () => {
    const estimate = anEstimate({ changeRatio: 0.07, noiseSource: 'assumed', runsNeeded: 6 })
    const comparison = aComparison({ runs: { baseline: 1, candidate: 1 }, verdict: 'unproven', estimate })
    const verdict = aVerdict({
      outcome: 'fail',
      blocked: true,
      services: [aService({ design: 'single', comparisons: [comparison] })],
      findings: [aFinding({ rule: 'unproven' })],
    })
    const { comment } = renderReport(verdict, aContext())
    expect(comment).toContain(
      'One machine against one does not show how much machines vary, so it cannot prove a change.',
    )
    expect(comment).toContain('1 machine against 1; runs on one machine count as one')
  })
})

test.each([
  ['pull-request', 'the version that this pull request is compared with'],
  ['push', 'the version that this commit is compared with'],
  ['command-line', 'the version that the candidate is compared with'],
] as const)('the words for what is judged fit into a sentence: %s', (generatedFor, words) => {
  const { markdown } = renderReport(aVerdict({ services: [aService()] }), aContext({ generatedFor }))
  expect(markdown).toContain(`- **Baseline**: ${words}.`)
})

test('the row of what is missing shows what the baseline had', () => {
  const gone = aComparison({ verdict: 'missing', candidate: null, estimate: null })
  const verdict = aVerdict({
    outcome: 'fail',
    blocked: true,
    services: [aService({ comparisons: [gone] })],
    findings: [aFinding({ rule: 'missing', actual: 'absent', expected: '212.4 ms in the baseline' })],
  })
  expect(renderReport(verdict, aContext()).comment).toContain(
    '| `checkout` | p95 | 212.4\u00a0ms | absent | – | – | ❌ missing |',
  )
})

test('each row calls the latency of another tool by its short name', () => {
  const gone = aComparison({
    metric: 'latency',
    quantity: 'latency',
    verdict: 'missing',
    candidate: null,
    estimate: null,
  })
  const verdict = aVerdict({
    outcome: 'fail',
    blocked: true,
    services: [aService({ comparisons: [gone] })],
    findings: [aFinding({ rule: 'missing', metric: 'latency', actual: 'absent' })],
  })
  expect(renderReport(verdict, aContext()).comment).toContain(
    '| `checkout` | p95 | 212.4\u00a0ms | absent | – | – | ❌ missing |',
  )
})

test.each([
  [0.02, 'A slowdown of 2.9 % or more would have been proven. A smaller one is proven only at times, as here.'],
  [0.03, 'A slowdown of 2.9 % or more would have been proven.'],
])('a proven change of %d does not contradict the size that would have been proven', (changeRatio, sentence) => {
  const slower = aComparison({ verdict: 'slower', estimate: anEstimate({ changeRatio, lower: 0.01, upper: 0.04 }) })
  const { comment } = renderReport(
    aVerdict({ outcome: 'warn', services: [aService({ comparisons: [slower] })] }),
    aContext(),
  )
  expect(comment.split('\n').find((line) => line.includes('would have been proven'))).toContain(sentence)
  expect(comment.includes('only at times')).toBe(changeRatio < 0.029)
})

test('the version of a tool stands with its name', () => {
  const gatling = (version: string) =>
    aRun('candidate', 1, { run: { ...aRun('candidate', 1).run, tool: 'Gatling', toolVersion: version } })
  const service = aService({ candidateRuns: [gatling('3.15.1')], baselineRuns: [gatling('Gatling 3.12.0')] })
  expect(renderReport(aVerdict({ services: [service] }), aContext()).markdown).toContain(
    '| Tool | `Gatling 3.12.0` | `Gatling 3.15.1` |',
  )
})

import { describe, expect, test } from '@jest/globals'
import type { Level } from '../../src/model/policy.ts'
import { checkRules } from '../../src/policy/check-rules.ts'
import { decide } from '../../src/policy/decide.ts'
import { RULES } from '../../src/policy/registry.ts'
import { messageOf } from '../../src/report/finding-text.ts'
import { renderReport } from '../../src/report/render-report.ts'
import { reportJson } from '../../src/report/report-json.ts'
import { readRepositoryFile } from '../docs/markdown-page.ts'
import { aContext } from '../report/verdicts.ts'
import { anEvidence, aPolicy, aRun } from './evidence.ts'
import { longTest } from './toy-rule.ts'

const SLOW_TEST = anEvidence({ service: 'GET /v1. Orders', candidateRuns: [aRun({ run: { durationMs: 900_000 } })] })

describe('a rule is one file and one line in the registry', () => {
  const evidence = [SLOW_TEST]
  const findings = checkRules(evidence, aPolicy(), [...RULES, longTest])
  const verdict = decide({
    evidence,
    findings,
    lookup: null,
    refusals: [],
    policy: aPolicy(),
    override: { kind: 'none' },
  })

  test('what it says reaches line 1, the status and the JSON report, with its names kept whole', () => {
    expect(findings.map(messageOf)).toEqual([
      'The load test of GET /v1. Orders takes 15.00 min. Make it shorter. Nobody waits so long for a verdict.',
    ])
    const { comment, statusDescription } = renderReport(verdict, aContext())
    expect(comment).toContain(
      '⚠️ **Not blocked, with a warning: the load test of `GET /v1. Orders` takes 15.00 min.** Make it shorter.',
    )
    expect(comment).toContain('- Nobody waits so long for a verdict.')
    expect(statusDescription).toContain('the load test of GET /v1. Orders takes 15.00 min')
    expect(reportJson(verdict).findings[0]?.message).toBe(findings.map(messageOf)[0])
  })

  test('the policy sets its level', () => {
    const levelIn = (level: Level) =>
      checkRules(evidence, aPolicy({ levels: { 'long-test': level } }), [longTest]).map((one) => one.level)
    expect([levelIn('fail'), levelIn('warn'), levelIn('off')]).toEqual([['fail'], ['warn'], []])
  })

  test('the table has its word', () => {
    expect(renderReport(verdict, aContext()).comment).toContain('| ⚠️ takes long |')
  })

  test('it is silent without its evidence', () => {
    expect(checkRules([anEvidence()], aPolicy(), [longTest])).toEqual([])
  })

  test('docs/adding-a-rule.md leads to it', () => {
    expect(readRepositoryFile('docs/adding-a-rule.md')).toContain('(../__tests__/policy/toy-rule.ts)')
  })
})

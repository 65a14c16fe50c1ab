import { readFileSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { ReportSchema, reportSchemaText } from '../../scripts/generate-report-schema.ts'
import { reportJson } from '../../src/report/report-json.ts'
import { CASES } from './cases.ts'
import { aComparison, aFinding, anEstimate, aService, aVerdict } from './verdicts.ts'

const published = readFileSync(new URL('../../schema/report.schema.json', import.meta.url), 'utf8')
const validate = new Ajv2020({ strict: true }).compile(JSON.parse(published))

/** What a reader of the file sees. */
function written(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value))
}

describe('the published schema', () => {
  test('is current', () => {
    expect(published).toBe(reportSchemaText())
  })

  test.each([...CASES.keys()])('holds for %s', (name) => {
    const verdict = CASES.get(name)?.verdict
    if (verdict === undefined) throw new Error(name)
    validate(written(reportJson(verdict)))
    expect(validate.errors).toBeNull()
  })

  test('refuses what is not a report', () => {
    const report = reportJson(aVerdict())
    expect(validate({ ...report, schemaVersion: 2 })).toBe(false)
    expect(validate({ ...report, outcome: 'ok' })).toBe(false)
    expect(validate(written({ ...report, comparisons: undefined }))).toBe(false)
    expect(validate({ ...report, comparisons: [{ ...report.comparisons[0], changeRatio: '+8 %' }] })).toBe(false)
  })

  test('lets a reader accept fields that later releases add', () => {
    expect(validate({ ...reportJson(aVerdict()), releaseName: 'x' })).toBe(true)
  })
})

test('the whole contract, literally', () => {
  const throughput = aComparison({
    metric: 'http_reqs',
    stat: 'rate',
    unit: 'per-second',
    better: 'higher',
    role: 'other',
    baseline: 200,
    candidate: 180,
    estimate: anEstimate({ changeRatio: -0.1, lower: -0.15, upper: Number.POSITIVE_INFINITY }),
    verdict: 'slower',
  })
  const missing = aComparison({
    endpoint: 'GET /a',
    role: 'endpoint',
    candidate: null,
    estimate: null,
    verdict: 'missing',
    reason: ['Gone.'],
  })
  const verdict = aVerdict({
    outcome: 'fail',
    blocked: true,
    compared: 1,
    expected: 2,
    services: [aService({ comparisons: [throughput, missing] })],
    findings: [aFinding({ message: 'Slow.' })],
  })
  expect(written(reportJson(verdict))).toEqual({
    schemaVersion: 1,
    outcome: 'fail',
    blocked: true,
    enforced: true,
    compared: 1,
    expected: 2,
    comparisons: [
      {
        service: 'checkout',
        endpoint: null,
        metric: 'http_reqs',
        stat: 'rate',
        unit: 'per-second',
        better: 'higher',
        runs: { baseline: 5, candidate: 5 },
        baseline: 200,
        candidate: 180,
        estimatedCandidate: 180,
        changeRatio: -0.1,
        lower: -0.15,
        upper: null,
        confidence: 0.95,
        verdict: 'slower',
        gated: false,
        reason: null,
      },
      {
        service: 'checkout',
        endpoint: 'GET /a',
        metric: 'http_req_duration',
        stat: 'p95',
        unit: 'ms',
        better: 'lower',
        runs: { baseline: 5, candidate: 5 },
        baseline: 212.4,
        candidate: null,
        estimatedCandidate: null,
        changeRatio: null,
        lower: null,
        upper: null,
        confidence: null,
        verdict: 'missing',
        gated: true,
        reason: 'Gone.',
      },
    ],
    findings: [
      {
        rule: 'regressed',
        level: 'fail',
        service: 'checkout',
        endpoint: null,
        metric: 'http_req_duration',
        stat: 'p95',
        expected: 'at most +5 %',
        actual: '+10.8 % (212.4 ms → 235.3 ms)',
        message: 'Slow.',
      },
    ],
    rerunPlan: [],
    alarms: [],
    pastAlarms: null,
    expectedFalseAlarms: null,
    profiles: [],
    traces: [],
  })
})

test('what a rerun would settle, and the test of the alarm', () => {
  const need = {
    service: 'checkout',
    verdict: 'unproven',
    runs: 3,
    add: 2,
    settledAt: 5,
    decidedAt: 10,
    side: 'both',
  } as const
  const alarm = {
    service: 'checkout',
    metric: 'http_req_duration',
    stat: 'p95',
    limitRatio: 0.05,
    justOver: 'unproven',
    atTwice: 'regressed',
    detectableRatio: 0.08,
  } as const
  const proof = {
    ...alarm,
    plantedRatio: { justOver: 0.051, atTwice: 0.101 },
    fired: { justOver: true, atTwice: true },
  }
  const json = reportJson(aVerdict({ rerunPlan: [need], services: [aService({ alarm: [proof] })] }))
  expect({ rerunPlan: json.rerunPlan, alarms: json.alarms }).toEqual({ rerunPlan: [need], alarms: [alarm] })
  expect(ReportSchema.parse(json)).toEqual(json)
})

test('past alarms are there where they are known', () => {
  const falseAlarms = { ratio: 0.025, lower: 0.0006, upper: 0.1316 }
  const pastAlarms = { pushes: 40, blocked: 3, real: 2, falseAlarms, beforeConfirmation: false }
  const json = reportJson(aVerdict({ pastAlarms }))
  expect(validate(written(json))).toBe(true)
  expect(json.pastAlarms).toEqual({
    pushes: 40,
    blocked: 3,
    real: 2,
    falseAlarmRatio: 0.025,
    lower: 0.0006,
    upper: 0.1316,
  })
})

test('how often this set-up blocks what has not changed', () => {
  const expectedFalseAlarms = { ratio: 0.25, services: 8, series: 8, confirmedRatio: 0.03 }
  expect(reportJson(aVerdict({ expectedFalseAlarms })).expectedFalseAlarms).toEqual({
    ratio: 0.25,
    withConfirmation: 0.03,
  })
})

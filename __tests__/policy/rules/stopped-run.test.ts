import type { ScriptThreshold } from '../../../src/model/measurement.ts'
import type { IdentifiedRun, Run } from '../../../src/model/run.ts'
import { stoppedRun } from '../../../src/policy/rules/stopped-run.ts'
import { aCounter, anEvidence, aRun } from '../evidence.ts'
import { testRule } from './rule-cases.ts'

const CROSSED: ScriptThreshold = { metric: 'checks', expression: 'rate>0.9', crossed: true }
const ABORT = { metric: 'checks', expression: 'rate>0.9', notBeforeMs: 0 }

function run(
  seconds: number | null,
  iterations: number,
  more: Partial<Omit<IdentifiedRun, 'run'>> = {},
  read: Partial<Run> = {},
): IdentifiedRun {
  const durationMs = seconds === null ? null : seconds * 1000
  return aRun({ ...more, run: { durationMs, measurements: [aCounter('iterations', iterations)], ...read } })
}

const at99 = { exitCode: 99, missedGoals: true } as const
const whole = run(60, 6000, { side: 'baseline', exitCode: 0 })

function sides(candidate: readonly IdentifiedRun[], baseline: readonly IdentifiedRun[] = [whole]) {
  return anEvidence({ candidateRuns: candidate, baselineRuns: baseline })
}

testRule(stoppedRun, [
  {
    name: 'a tenth of the time and of the work',
    evidence: sides([run(6, 600, at99)]),
    says: [
      {
        rule: 'invalid',
        message:
          'The candidate run was stopped by a crossed threshold with abortOnFail after 6.0 s, and another run took 60 s. Look at the threshold in the log of the load test, and measure again; while versions are compared, leave abortOnFail out. A run that was stopped is not measured to its end, so its numbers do not count.',
      },
    ],
  },
  {
    name: 'the baseline, beside the candidate',
    evidence: sides([run(60, 6000, { exitCode: 0 })], [run(6, 600, { ...at99, side: 'baseline' })]),
    says: [{ actual: 'The baseline run was stopped' }],
  },
  {
    name: 'one of three runs, measured by the two others',
    evidence: sides([run(60, 6000, at99), run(30, 2800, at99), run(60, 5900, at99)], []),
    says: [{ actual: '1 of 3 candidate runs was stopped' }],
  },
  {
    name: 'no exit code: the crossed threshold of the summary says it',
    evidence: sides([run(6, 600, { exitCode: null }, { thresholds: [CROSSED] })]),
    says: [{ rule: 'invalid' }],
  },
  {
    name: 'an unknown duration: the work tells',
    evidence: sides([run(null, 600, at99)]),
    says: [{ rule: 'invalid' }],
  },
  {
    name: 'both sides, where the points say that the crossed threshold stops the test',
    evidence: sides(
      [run(6, 600, at99, { thresholds: [CROSSED], abortThresholds: [ABORT] })],
      [run(6, 610, { ...at99, side: 'baseline' }, { thresholds: [CROSSED], abortThresholds: [ABORT] })],
    ),
    says: [{ actual: 'The candidate run was stopped' }, { actual: 'The baseline run was stopped' }],
  },
  { name: 'silent: 99 at the full duration', evidence: sides([run(60, 5900, at99)]), says: [] },
  { name: 'silent: a slow service does less work in the same time', evidence: sides([run(60, 2000, at99)]), says: [] },
  { name: 'silent: a fast one does the same work in less time', evidence: sides([run(30, 6000, at99)]), says: [] },
  {
    name: 'silent: a short run without a crossed threshold',
    evidence: sides([run(6, 600, { exitCode: 0 })]),
    says: [],
  },
  {
    name: 'silent: the other run had another load',
    evidence: sides([
      run(6, 600, { ...at99, conditions: { machine: 'm', load: '6 s', scriptHash: 's', tool: 'k6 v2' } }),
    ]),
    says: [],
  },
  {
    name: 'silent: the threshold stops nothing before its delay',
    evidence: sides(
      [run(6, 600, at99, { thresholds: [CROSSED], abortThresholds: [{ ...ABORT, notBeforeMs: 10_000 }] })],
      [],
    ),
    says: [],
  },
  {
    name: 'silent: one of many stored runs, which blocks nobody',
    evidence: {
      ...sides([run(60, 6000)], [run(6, 600, { ...at99, side: 'baseline' })]),
      window: { commit: 'a', commitsBehind: 0, jobs: 9, runs: 9, newestRecordedAt: null, mark: null },
    },
    says: [],
  },
])

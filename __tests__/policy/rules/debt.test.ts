import type { ServiceEvidence } from '../../../src/model/comparison.ts'
import { debt } from '../../../src/policy/rules/debt.ts'
import { anEvidence } from '../evidence.ts'
import { testRule } from './rule-cases.ts'

const mark = (changes = {}): NonNullable<ServiceEvidence['window']> => ({
  commit: 'abc',
  commitsBehind: 0,
  jobs: 1,
  runs: 1,
  newestRecordedAt: null,
  mark: {
    kind: 'overridden',
    changeRatio: 0.083,
    series: 'checkout p95 of http_req_duration',
    override: { by: 'ann', reason: 'needed for the audit', pullRequest: 12 },
    ...changes,
  },
})

testRule(debt, [
  {
    name: 'overridden',
    evidence: anEvidence({ window: mark() }),
    says: [
      {
        rule: 'debt',
        actual: '+8.3 % owed',
        message:
          'The baseline has a slowdown in it that is still owed: checkout p95 of http_req_duration changed by +8.3 %. @ann accepted it in #12: needed for the audit',
      },
    ],
  },
  {
    name: 'regressed without anybody who accepted it',
    evidence: anEvidence({ window: mark({ kind: 'regressed', override: null }) }),
    says: [
      {
        message:
          'The baseline has a slowdown in it that is still owed: checkout p95 of http_req_duration changed by +8.3 %. Nobody has accepted it.',
      },
    ],
  },
  {
    name: 'silent: improved',
    evidence: anEvidence({ window: mark({ kind: 'improved', override: null, changeRatio: -0.1 }) }),
    says: [],
  },
  { name: 'silent: no mark', evidence: anEvidence({ window: { ...mark(), mark: null } }), says: [] },
])

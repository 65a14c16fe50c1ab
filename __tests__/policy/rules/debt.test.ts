import type { Debt } from '../../../src/model/ledger.ts'
import { debt } from '../../../src/policy/rules/debt.ts'
import { anEvidence } from '../evidence.ts'
import { testRule } from './rule-cases.ts'

const owed = (changes: Partial<Debt> = {}): Debt => ({
  series: 'checkout p95 of http_req_duration',
  changeRatio: 0.083,
  leftRatio: null,
  override: { by: 'ann', reason: 'needed for the audit', pullRequest: 12 },
  since: '2026-01-05T09:00:00Z',
  ...changes,
})

testRule(debt, [
  {
    name: 'overridden',
    evidence: anEvidence({ debts: [owed()] }),
    says: [
      {
        rule: 'debt',
        actual: '+8.3 % owed',
        message:
          'The baseline still contains a slowdown: checkout p95 of http_req_duration changed by +8.3 %. @ann accepted it in #12: needed for the audit',
      },
    ],
  },
  {
    name: 'a part of it is left',
    evidence: anEvidence({ debts: [owed({ leftRatio: 0.061 })] }),
    says: [
      {
        actual: '+6.1 % owed',
        message:
          'The baseline still contains a slowdown: checkout p95 of http_req_duration changed by +8.3 %, and +6.1 % is left of it. @ann accepted it in #12: needed for the audit',
      },
    ],
  },
  {
    name: 'two debts, one without anybody who accepted it',
    evidence: anEvidence({ debts: [owed(), owed({ override: null })] }),
    says: [
      { actual: '+8.3 % owed' },
      {
        message:
          'The baseline still contains a slowdown: checkout p95 of http_req_duration changed by +8.3 %. Nobody has accepted it.',
      },
    ],
  },
  { name: 'silent: no debt', evidence: anEvidence({ debts: [] }), says: [] },
  { name: 'silent: nobody has looked', evidence: anEvidence(), says: [] },
])

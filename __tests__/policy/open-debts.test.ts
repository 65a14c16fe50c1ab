import { describe, expect, test } from '@jest/globals'
import type { Ancestry, BaselineLookup, BaselineMark } from '../../src/model/baseline.ts'
import type { Comparison, ServiceEvidence } from '../../src/model/comparison.ts'
import type { LedgerEntry, OwedEntry } from '../../src/model/ledger.ts'
import { repaidNow, withDebts } from '../../src/policy/open-debts.ts'
import { aComparison, anEvidence, aRun } from './evidence.ts'

/** Mona accepted +15 % on 100 ms: the service is at 115 ms since the commit c1. */
function owed(changes: Partial<OwedEntry> = {}): OwedEntry {
  return {
    kind: 'owed',
    service: 'checkout',
    endpoint: null,
    metric: 'http_req_duration',
    stat: 'p95',
    unit: 'ms',
    better: 'lower',
    before: 100,
    after: 115,
    changeRatio: 0.15,
    limitRatio: 0.05,
    conditions: { machine: 'm', load: 'l', tool: 'k6 v2' },
    branch: null,
    commit: 'c1',
    recordedAt: '2026-01-05T09:00:00Z',
    accepted: { by: 'mona', reason: 'tax rules', at: '2026-01-05T08:00:00Z', pullRequest: 7, headSha: 'h1' },
    ...changes,
  }
}

const repaid = (debtCommit = 'c1', commit = 'c3'): LedgerEntry => ({
  kind: 'repaid',
  service: 'checkout',
  endpoint: null,
  metric: 'http_req_duration',
  stat: 'p95',
  debtCommit,
  level: 101,
  branch: null,
  commit,
  recordedAt: '2026-01-07T09:00:00Z',
})

/** The baseline of today is at this level. */
function today(baseline: number | null, changes: Partial<ServiceEvidence> = {}, comparison: Partial<Comparison> = {}) {
  const window = { commit: 'c2', commitsBehind: 0, jobs: 3, runs: 3, newestRecordedAt: null, mark: null }
  return anEvidence({ window, comparisons: [aComparison({ baseline, ...comparison })], ...changes })
}

const found = (...ledger: readonly LedgerEntry[]): BaselineLookup => ({
  kind: 'found',
  place: 'here',
  services: new Map(),
  ledger,
})
const history = (...commits: readonly string[]): Ancestry => ({ anchor: commits[0] ?? '', commits })
const debtsAt = (evidence: ServiceEvidence, entries: readonly LedgerEntry[], ancestry: Ancestry = null) =>
  withDebts([evidence], found(...entries), ancestry)[0]?.debts

describe('a debt', () => {
  test('is shown with what is left of it', () => {
    expect(debtsAt(today(110), [owed()])).toEqual([
      {
        series: 'checkout p95 of http_req_duration',
        changeRatio: 0.15,
        leftRatio: expect.closeTo(0.1, 10),
        override: { by: 'mona', reason: 'tax rules', at: '2026-01-05T08:00:00Z', pullRequest: 7, headSha: 'h1' },
        since: '2026-01-05T09:00:00Z',
      },
    ])
  })

  test.each([
    [105, 0],
    [105.1, 1],
    [90, 0],
    [null, 1],
  ])('at a level of %d ms where 100 ms + 5 %% is repaid: %d debts', (level, count) => {
    expect(debtsAt(today(level), [owed()])).toHaveLength(count)
  })

  test('of a throughput is repaid when it is back up', () => {
    const rate = owed({ better: 'higher', before: 100, after: 80, changeRatio: -0.2 })
    expect(debtsAt(today(94), [rate])).toHaveLength(1)
    expect(debtsAt(today(95), [rate])).toHaveLength(0)
  })

  test.each<readonly [string, ServiceEvidence]>([
    [
      'another machine',
      today(100, { baselineRuns: [aRun({ conditions: { machine: 'x', load: 'l', scriptHash: 's', tool: 'k6 v2' } })] }),
    ],
    [
      'another load',
      today(100, { baselineRuns: [aRun({ conditions: { machine: 'm', load: 'x', scriptHash: 's', tool: 'k6 v2' } })] }),
    ],
    ['a baseline beside it, which is no store', today(100, { window: null })],
    ['a series that is gone', today(100, {}, { stat: 'p99' })],
    ['no run at all', today(100, { baselineRuns: [] })],
  ])('stays when today says nothing about it: %s', (_, evidence) => {
    expect(debtsAt(evidence, [owed()])).toMatchObject([{ leftRatio: null }])
  })

  test('stays where nothing was comparable when it was made', () => {
    expect(debtsAt(today(50), [owed({ before: null, after: null })])).toMatchObject([
      { series: 'checkout', leftRatio: null },
    ])
  })

  test('of another script is the same debt', () => {
    const conditions = { machine: 'm', load: 'l', scriptHash: 'other', tool: 'k6 v2' }
    expect(debtsAt(today(100, { baselineRuns: [aRun({ conditions })] }), [owed()])).toEqual([])
  })

  test('is gone for good once a line says that it is repaid', () => {
    expect(debtsAt(today(130), [owed(), repaid()])).toEqual([])
    expect(debtsAt(today(130), [owed(), repaid('c9')])).toHaveLength(1)
    expect(debtsAt(today(130), [owed(), repaid(), owed({ commit: 'c4' })])).toHaveLength(1)
  })

  test('is not in the history of who branched off before it', () => {
    expect(debtsAt(today(115), [owed()], history('c0'))).toEqual([])
    expect(debtsAt(today(115), [owed()], history('c2', 'c1', 'c0'))).toHaveLength(1)
    // Repaid later than the anchor: for this candidate it is not.
    expect(debtsAt(today(115), [owed(), repaid()], history('c2', 'c1', 'c0'))).toHaveLength(1)
  })

  test('belongs to its service', () => {
    const services = [today(115), today(115, { service: 'cart' })]
    expect(withDebts(services, found(owed({ service: 'cart' })), null).map(({ debts }) => debts?.length)).toEqual([
      0, 1,
    ])
  })
})

describe('a store whose ledger says nothing of the service', () => {
  const mark: BaselineMark = { kind: 'overridden', changeRatio: 0.1, series: 's', override: null }
  const window = { commit: 'c', commitsBehind: 0, jobs: 1, runs: 1, newestRecordedAt: null, mark }
  const lookup: BaselineLookup = { kind: 'found', place: 'here', services: new Map() }

  test('shows the mark that the window begins with', () => {
    expect(withDebts([anEvidence({ window })], lookup, null)[0]?.debts).toEqual([
      { series: 's', changeRatio: 0.1, leftRatio: null, override: null, since: null },
    ])
  })

  test('is no different from a store without one', () => {
    expect(withDebts([anEvidence({ window })], found(owed({ service: 'cart' })), null)[0]?.debts).toHaveLength(1)
    expect(withDebts([anEvidence({ window })], found(owed(), repaid()), null)[0]?.debts).toEqual([])
  })

  test('shows no improvement, and nothing without a mark', () => {
    const improved = { ...window, mark: { ...mark, kind: 'improved' as const } }
    expect(withDebts([anEvidence({ window: improved }), anEvidence()], lookup, null).map(({ debts }) => debts)).toEqual(
      [[], []],
    )
  })
})

describe('what is written when a debt is repaid', () => {
  const stamp = { commit: 'c3', recordedAt: '2026-01-07T09:00:00Z' }

  test('one line, with the level', () => {
    expect(repaidNow([today(101)], [owed()], null, stamp)).toEqual([repaid()])
  })

  test('nothing while it is owed, when it was written before, or for another history', () => {
    expect(repaidNow([today(115)], [owed()], null, stamp)).toEqual([])
    expect(repaidNow([today(101)], [owed(), repaid()], null, stamp)).toEqual([])
    expect(repaidNow([today(101)], [owed()], history('c0'), stamp)).toEqual([])
    expect(repaidNow([], [owed()], null, stamp)).toEqual([])
  })
})

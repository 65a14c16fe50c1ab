import { describe, expect, test } from '@jest/globals'
import { plainText } from '../../src/model/text.ts'
import { evidenceOf, history, jobs, mark, run, stored } from './runs.ts'

/** Twelve merges of +1 % each after the release: no one of them is a regression, and the newest window moves along. */
const creeping = Array.from(
  { length: 24 },
  (_, index) => 100 * 1.01 ** Math.max(0, index - 11) * (1 + ((index * 7) % 5) / 500),
)
const commits = creeping.map((_, index) => `c${index}`).toReversed()
const since = (position: number, maxDriftRatio: number) => ({
  name: 'v3.2',
  ancestry: { anchor: `c${position}`, commits: commits.slice(commits.indexOf(`c${position}`)) },
  maxDriftRatio,
})

describe('many small steps since a release', () => {
  const driftWithin = (limit: number) => {
    const store = history(creeping)
    return evidenceOf({ runs: jobs([112]), store, drift: since(11, limit) }).drift
  }

  test('the sum is told against its own budget', () => {
    const drift = driftWithin(0.12)
    expect(drift).toMatchObject({ anchor: 'v3.2', commit: 'c11' })
    expect(drift?.comparisons).toMatchObject([
      { metric: 'http_req_duration', stat: 'p95', role: 'primary', limitRatio: 0.12, verdict: 'slower' },
    ])
    const [p95] = drift?.comparisons ?? []
    // The window now starts where the change points say, so the level now is the median of its jobs.
    expect(p95?.baseline).toBeCloseTo(100.4, 1)
    expect(p95?.estimate?.changeRatio).toBeGreaterThan(0.05)
    expect(p95?.estimate?.changeRatio).toBeLessThan(0.12)
  })

  test('over the budget it is a regression', () => {
    expect(driftWithin(0.05)?.comparisons[0]?.verdict).toBe('regressed')
  })
})

test('no second anchor, no drift', () => {
  expect(evidenceOf({ runs: jobs([100]), store: history([100]) }).drift).toBeNull()
})

test('nothing stored at or before the anchor', () => {
  const ancestry = { anchor: 'x', commits: ['x'] }
  const drift = { name: 'v1', ancestry, maxDriftRatio: 0.1 }
  const evidence = evidenceOf({ runs: jobs([100]), store: history([100]), drift })
  expect(evidence.drift).toBeNull()
  expect(evidence.notes.map(plainText)[0]).toMatch(/^How far this service has drifted since v1 is not known/)
})

test('a window that begins at a mark is compared with the level before it', () => {
  const store = [
    ...history([100, 101, 99, 100]),
    stored(4, 120, { mark: mark('overridden', 0.2) }),
    ...[5, 6].map((index) => stored(index, 120 + (index % 2))),
  ]
  const { drift } = evidenceOf({ runs: jobs([120]), store, drift: since(3, 0.1) })
  expect(drift?.comparisons[0]).toMatchObject({
    verdict: 'regressed',
    baseline: 100,
    candidate: 120,
    runs: { baseline: 4, candidate: 3 },
  })
})

test('runs of other conditions at the anchor are not compared', () => {
  const large = { conditions: { machine: 'large', load: null, scriptHash: null, tool: null } }
  const store = [stored(0, 50, large), stored(5, 100)]
  expect(evidenceOf({ runs: [run(100, { jobId: 'x' })], store, drift: since(2, 0.1) }).drift).toBeNull()
})

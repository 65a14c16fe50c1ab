import { describe, expect, test } from '@jest/globals'
import { bisectionRates } from '../../scripts/simulation/bisections.ts'
import { searchFirstSlower } from '../../src/statistics/first-slower.ts'

const NONE: ReadonlySet<number> = new Set()
const slow = Math.log(1.2)
const bad = (position: number) => ({ position, logRatios: [slow - 0.002, slow, slow + 0.002] })

describe('without much noise it is the usual binary search', () => {
  test('the middle is asked first', () => {
    expect(searchFirstSlower({ commits: 8, probes: [bad(8)], skipped: NONE })).toMatchObject({ kind: 'open', next: 4 })
  })

  test('one pair for each commit that is asked leads to the first slower one', () => {
    const probes = [bad(8), { position: 4, logRatios: [0.001] }, { position: 6, logRatios: [slow - 0.001] }]
    expect(searchFirstSlower({ commits: 8, probes, skipped: NONE })).toMatchObject({ kind: 'open', next: 5 })
    expect(
      searchFirstSlower({ commits: 8, probes: [...probes, { position: 5, logRatios: [0.002] }], skipped: NONE }),
    ).toMatchObject({ kind: 'settled', suspects: { from: 6, to: 6 } })
  })

  test('the only commit needs no measurement', () => {
    const found = searchFirstSlower({ commits: 1, probes: [bad(1)], skipped: NONE })
    expect(found).toEqual({ kind: 'settled', suspects: { from: 1, to: 1, probability: 1 } })
  })
})

test('a pair between the two levels says nothing, so the same commit is asked again', () => {
  const probes = [bad(2), { position: 1, logRatios: [slow / 2] }]
  expect(searchFirstSlower({ commits: 2, probes, skipped: NONE })).toMatchObject({ kind: 'open', next: 1 })
})

test('a commit that cannot be measured belongs to the next one that can', () => {
  const probes = [bad(8), { position: 3, logRatios: [0.001] }, { position: 6, logRatios: [slow] }]
  const found = searchFirstSlower({ commits: 8, probes, skipped: new Set([4, 5]) })
  expect(found).toMatchObject({ kind: 'settled', suspects: { from: 4, to: 6 } })
})

test('if only the last commit can be measured, every commit is a suspect', () => {
  const found = searchFirstSlower({ commits: 4, probes: [bad(4)], skipped: new Set([1, 2, 3]) })
  expect(found).toEqual({ kind: 'settled', suspects: { from: 1, to: 4, probability: 1 } })
})

test('less throughput is slower too', () => {
  const down = { position: 4, logRatios: [-slow, -slow, -slow + 0.001] }
  const probes = [down, { position: 2, logRatios: [-slow] }, { position: 1, logRatios: [0] }]
  expect(searchFirstSlower({ commits: 4, probes, skipped: NONE })).toMatchObject({ suspects: { from: 2, to: 2 } })
})

describe('simulated searches: an answer is wrong in at most 5 %, with some room for chance', () => {
  test.each([
    [
      { commits: 16, slowdown: 0.1, noise: 0.01 },
      { badPairs: 3, named: 0.99, pairs: 7 },
    ],
    [
      { commits: 64, slowdown: 0.1, noise: 0.02 },
      { badPairs: 3, named: 0.95, pairs: 13 },
    ],
    [
      { commits: 64, slowdown: 0.2, noise: 0.04 },
      { badPairs: 3, named: 0.95, pairs: 13 },
    ],
    [
      { commits: 16, slowdown: 0.1, noise: 0.04, buildNoise: 0.01 },
      { badPairs: 7, named: 0.6, pairs: 32 },
    ],
    [
      { commits: 32, slowdown: 0.1, noise: 0.02, broken: 0.2 },
      { badPairs: 3, named: 0.6, pairs: 13 },
    ],
  ])('%j', (setting, { badPairs, named, pairs }) => {
    const rates = bisectionRates(setting, { searches: 60, seed: 17, badPairs })
    expect(rates.wrong).toBeLessThanOrEqual(0.09)
    expect(rates.named).toBeGreaterThanOrEqual(named)
    expect(rates.pairs).toBeLessThanOrEqual(pairs)
  })
})

import { expect, test } from '@jest/globals'
import type { ProfileComparison } from '../../src/model/profile.ts'
import { compareProfiles, type RecordedProfile } from '../../src/profiles/compare-profiles.ts'
import { recordedSide } from './recorded.ts'

/*
 * What is promised of profiles: the function that does more work is named and no other in 9 of 10 pairs of five profiles a side, and at most
 * 1 of 20 unchanged pairs names one. Held on all 126 ways to halve ten recorded profiles of one program.
 */

const named = ({ functions }: ProfileComparison) =>
  functions.filter(({ verdict }) => verdict !== 'not-proven').map(({ name, verdict }) => `${name} ${verdict}`)

/** Each half with the first profile in it, and the other half. */
function halves<Item>(items: readonly Item[]): readonly (readonly [readonly Item[], readonly Item[]])[] {
  return Array.from({ length: 2 ** items.length }, (_, bits) => bits)
    .filter((bits) => bits % 2 === 1)
    .map((bits) => [true, false].map((isIn) => items.filter((_, index) => ((bits >> index) & 1) === (isIn ? 1 : 0))))
    .flatMap(([half = [], other = []]) => (half.length === other.length ? [[half, other] as const] : []))
}

async function rates(tool: string, ending: string, withRequests: boolean) {
  const sideOf = (side: 'baseline' | 'unchanged' | 'candidate') => recordedSide(tool, side, ending, withRequests)
  const pairs = halves([...(await sideOf('baseline')), ...(await sideOf('unchanged'))])
  const after = await sideOf('candidate')
  const same = pairs.map(([baseline, candidate]) => named(compareProfiles({ baseline, candidate }, [])))
  const heavier = pairs.map(([baseline]) => named(compareProfiles({ baseline, candidate: after }, [])))
  const found = heavier.filter(([first]) => /(?:marshalAny|main\.encode).* slower$/.test(first ?? ''))
  const part = (some: readonly unknown[]) => some.length / pairs.length
  return {
    pairs: pairs.length,
    falselyNamed: part(same.filter(({ length }) => length > 0)),
    found: part(found),
    foundAlone: part(found.filter(({ length }) => length === 1)),
  }
}

test.each([
  ['perf', 'perf-script', false],
  ['perf', 'perf-script', true],
  ['node-cpuprofile', 'cpuprofile', false],
  ['go-allocs', 'allocs.pb', false],
])('%s, %s, requests known: %s: named first and alone', async (tool, ending, withRequests) => {
  const { pairs, falselyNamed, foundAlone } = await rates(tool, ending, withRequests)
  expect(pairs).toBe(126)
  expect(falselyNamed).toBeLessThanOrEqual(0.05)
  expect(foundAlone).toBeGreaterThanOrEqual(0.9)
})

test.each([false, true])(
  'Go, with 120 to 340 samples a profile, requests known: %s: named first',
  async (withRequests) => {
    const { falselyNamed, found } = await rates('go-pprof', 'cpu.pb', withRequests)
    expect(falselyNamed).toBeLessThanOrEqual(0.05)
    expect(found).toBeGreaterThanOrEqual(0.9)
  },
)

test('callgrind: in each pair of one profile a side, and in none of the same program', async () => {
  const sideOf = (side: 'baseline' | 'candidate') => recordedSide('callgrind', side, 'callgrind')
  const [before, after] = [await sideOf('baseline'), await sideOf('candidate')]
  const between = (baseline: RecordedProfile, candidate: RecordedProfile) =>
    named(compareProfiles({ baseline: [baseline], candidate: [candidate] }, []))
  for (const one of before) {
    for (const other of after) expect(between(one, other)).toEqual(['orders::marshalAny<unsigned long> slower'])
    for (const other of before) expect(between(one, other)).toEqual([])
  }
})

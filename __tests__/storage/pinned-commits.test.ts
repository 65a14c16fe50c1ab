import { expect, test } from '@jest/globals'
import { retainNewestJobs } from '../../src/storage/baseline-file.ts'
import { pinnedCommits } from '../../src/storage/pinned-commits.ts'
import { aStoredRun } from './stored-runs.ts'

const at = (commit: string, machine: string, artifactId: number) =>
  aStoredRun({ commit, artifactId, conditions: { machine, load: '10 vus', scriptHash: 'ab12', tool: 'k6 v2' } })

test('of each machine class the newest at or before the anchor, whatever the newest push ran on', () => {
  const runs = [at('a', 'old', 1), at('b', 'old', 2), at('b', 'new', 3), at('c', 'new', 4), at('d', 'old', 5)]
  expect(pinnedCommits(new Map([['checkout', runs]]), ['c', 'b', 'a'])).toEqual(['b', 'c'])
})

test('nothing if no stored run is that old', () => {
  expect(pinnedCommits(new Map([['checkout', [at('d', 'old', 5)]]]), ['c', 'b', 'a'])).toEqual([])
})

test('pinned runs outlive fifty newer jobs of their class, also while another class is recorded', () => {
  const release = at('release', 'old', 1)
  const later = Array.from({ length: 60 }, (_, index) => at(`c${index}`, 'old', 100 + index))
  const other = at('now', 'new', 900)
  const runs = [release, ...later, other]
  const pinned = pinnedCommits(new Map([['checkout', runs]]), ['release'])
  expect(retainNewestJobs(runs, 50, pinned)).toContain(release)
  expect(retainNewestJobs(runs, 50, [])).not.toContain(release)
})

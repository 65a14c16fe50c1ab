import { expect, test } from '@jest/globals'
import type { StoredRun } from '../../src/model/baseline.ts'
import type { IdentifiedRun } from '../../src/model/run.ts'
import { missingParts } from '../../src/statistics/missing-parts.ts'
import { aStoredRun } from '../storage/stored-runs.ts'

const stored = (commit: string, part: string, instances?: number): StoredRun => {
  const one = aStoredRun({ commit, part })
  return instances === undefined ? one : { ...one, run: { ...one.run, instances } }
}
const run = (part: string | null, instances?: number): IdentifiedRun => {
  const { run: one } = aStoredRun()
  return { ...one, source: { ...one.source, part }, ...(instances === undefined ? {} : { instances }) }
}
const BASELINE = [stored('old', 'c--asia'), stored('new', 'c--eu'), stored('new', 'c--us')]

test.each<[string, readonly StoredRun[], readonly IdentifiedRun[], readonly string[] | null]>([
  ['all legs are there', BASELINE, [run('c--us'), run('c--eu')], null],
  ['a leg of the newest commit is lost', BASELINE, [run('c--eu'), run('c--eu')], ['c--us']],
  ['a new leg does not stand for it', BASELINE, [run('c--eu'), run('c--new')], ['c--us']],
  ['the default branch calls all of them otherwise', BASELINE, [run('pr--eu')], null],
  ['results of a folder do not say', BASELINE, [run(null), run('c--eu')], null],
  ['nothing is stored', [], [run('c--eu')], null],
  ['there is no result: the whole service is missing', BASELINE, [], null],
  ['stored by an older release', [aStoredRun()], [run('c--eu')], null],
])('legs: %s', (_, before, candidate, legs) => {
  expect(missingParts(before, candidate)).toEqual(legs === null ? null : { legs, generators: null })
})

test.each([
  [3, [3, 3], null],
  [3, [3, 2], { expected: 3, found: 2 }],
  [undefined, [2], null],
  [2, [undefined], { expected: 2, found: 1 }],
])('load generators: %s before, %j now', (before, now, generators) => {
  const found = missingParts(
    [stored('new', 'c', before)],
    now.map((instances) => run('c', instances)),
  )
  expect(found).toEqual(generators === null ? null : { legs: [], generators })
})

import { expect, test } from '@jest/globals'
import type { BaselineLookup } from '../../src/model/baseline.ts'
import { visibleOn } from '../../src/storage/visible-on.ts'
import { anOwedEntry, aStoredRun } from './stored-runs.ts'

const main = aStoredRun({ artifactId: 1 })
const one = { ...aStoredRun({ artifactId: 2 }), branch: 'release/1.x' }
const two = { ...aStoredRun({ artifactId: 3, service: 'cart' }), branch: 'release/2.x' }
const STORE: BaselineLookup = {
  kind: 'found',
  place: 'here',
  services: new Map([
    ['checkout', [main, one]],
    ['cart', [two]],
  ]),
  ledger: [anOwedEntry(), anOwedEntry({ branch: 'release/1.x' })],
}

test.each([
  [null, new Map([['checkout', [main]]]), [null]],
  ['release/1.x', new Map([['checkout', [main, one]]]), [null, 'release/1.x']],
  [
    'release/2.x',
    new Map([
      ['checkout', [main]],
      ['cart', [two]],
    ]),
    [null],
  ],
  ['release/3.x', new Map([['checkout', [main]]]), [null]],
] as const)('branch %s is compared with its own records and those of the default branch', (branch, services, debts) => {
  const seen = visibleOn(STORE, branch)
  expect(seen).toMatchObject({ kind: 'found', place: 'here', services })
  expect(seen.kind === 'found' && seen.services.size).toBe(services.size)
  expect(seen.kind === 'found' && seen.ledger?.map((entry) => entry.branch)).toEqual(debts)
})

test('a store that holds records of other branches only was never written for this one', () => {
  const ledger = [anOwedEntry({ branch: 'release/2.x' })]
  expect(visibleOn({ ...STORE, services: new Map([['cart', [two]]]), ledger }, null)).toEqual({
    kind: 'never-written',
    place: 'here',
  })
})

test('a service that only the ledger knows is known, and has no runs', () => {
  const lookup = { ...STORE, services: new Map([['cart', [two]]]), ledger: [anOwedEntry()] }
  expect(visibleOn(lookup, null)).toEqual({ ...lookup, services: new Map([['checkout', []]]) })
})

test.each<BaselineLookup>([
  { kind: 'never-written', place: 'here' },
  { kind: 'unreadable', place: 'here', file: 'v1/a.ndjson', problem: ['It is empty'] },
])('%j is unchanged', (lookup) => {
  expect(visibleOn(lookup, 'release/1.x')).toBe(lookup)
})

import { expect, test } from '@jest/globals'
import type { BaselineLookup, StoredRun } from '../../src/model/baseline.ts'
import { checkBaseline } from '../../src/setup/check-baseline.ts'
import type { GateUse } from '../../src/setup/gate-use.ts'
import { plainOf } from '../saying.ts'

const NOW = new Date('2026-03-01T12:00:00Z')
const PLACE = 'branch perf-gate-baselines, folder perf-gate'

function check(lookup: BaselineLookup, records: boolean) {
  return checkBaseline(lookup, { records } as GateUse, NOW).map(({ state, what }) => `${state}: ${plainOf(what)}`)
}

function recordedAt(...times: readonly string[]): BaselineLookup {
  const runs = times.map((time) => ({ recordedAt: time }) as StoredRun)
  return { kind: 'found', place: PLACE, services: new Map([['checkout', runs]]) }
}

test.each([
  ['2026-03-01T11:00:00Z', 'ok: The baseline of checkout can be read: 2 runs, the newest recorded today.'],
  ['2026-02-28T11:00:00Z', 'ok: The baseline of checkout can be read: 2 runs, the newest recorded 1 day ago.'],
  ['2026-01-30T12:00:00Z', 'ok: The baseline of checkout can be read: 2 runs, the newest recorded 30 days ago.'],
  ['2026-01-29T12:00:00Z', 'warning: The baseline of checkout is old: 2 runs, the newest recorded 31 days ago.'],
])('the newest run of %s', (newest, expected) => {
  expect(check(recordedAt(newest, '2025-12-01T00:00:00Z'), true)).toEqual([expected])
})

test('nothing recorded is a warning only where a workflow records', () => {
  const lookup = { kind: 'never-written', place: PLACE } as const
  expect(check(lookup, true)[0]).toMatch(/^warning: No baseline is recorded on branch perf-gate-baselines/)
  expect(check(lookup, false)[0]).toMatch(/^ok: No workflow records a baseline/)
})

test('a damaged file is a problem, and is not absent', () => {
  const damaged = {
    kind: 'unreadable',
    place: PLACE,
    file: 'checkout.ndjson',
    problem: ['Line 3 was cut off.'],
  } as const
  expect(check(damaged, false)).toEqual([
    `problem: The baseline on ${PLACE} cannot be read: checkout.ndjson: Line 3 was cut off.`,
  ])
})

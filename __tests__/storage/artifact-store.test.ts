import { describe, expect, test } from '@jest/globals'
import type { BaselineLookup } from '../../src/model/baseline.ts'
import type { LedgerEntry, MergedOverride } from '../../src/model/ledger.ts'
import type { Refusal } from '../../src/model/run.ts'
import { type BranchResults, openArtifactStore } from '../../src/storage/artifact-store.ts'
import type { BaselineStore } from '../../src/storage/store.ts'
import { withFallback } from '../../src/storage/with-fallback.ts'
import { anOwedEntry, aStoredRun } from './stored-runs.ts'

const AT = { branch: 'main', recordedAs: null, history: () => Promise.resolve([]) }
const PLACE = 'artifacts of perf.yml'

const accepted = (service: string): MergedOverride => ({
  by: 'mona',
  reason: 'new tax rules',
  at: '2026-01-05T09:00:00Z',
  pullRequest: 7,
  headSha: 'b'.repeat(40),
  services: [{ service, changeRatio: 0.15 }],
  hasMore: false,
})

/** The load test number `id` of the branch: one run of checkout. */
function results(id: number, changes: Partial<BranchResults> = {}): BranchResults {
  return {
    name: `run ${id}`,
    commit: String(id).repeat(40),
    recordedAt: `2026-01-0${id}T09:00:00Z`,
    collected: { runs: [aStoredRun({ artifactId: id, workflowRunId: id }).run], refusals: [] },
    overrides: [],
    ...changes,
  }
}

const refused = (problem: string): BranchResults['collected'] => {
  const refusal: Refusal = {
    service: 'checkout',
    side: 'candidate',
    path: 'k6-results-checkout',
    problem: [problem],
  }
  return { runs: [], refusals: [refusal] }
}

/** A source of these load tests, the newest first, with the number of load tests that were read. */
function sourceOf(...all: readonly BranchResults[]) {
  const read: string[] = []
  const store = openArtifactStore({
    place: PLACE,
    async *read() {
      for (const one of all) {
        read.push(one.name)
        yield one
      }
    },
  })
  return { store, read }
}

const ids = async (store: BaselineStore) => {
  const found = await store.load(AT)
  return found.kind === 'found' ? found.services.get('checkout')?.map(({ run }) => run.source.artifactId) : found
}

describe('the artifact store', () => {
  test('has the runs of the three newest load tests, oldest first, and reads no more', async () => {
    const { store, read } = sourceOf(results(5), results(4), results(3), results(2))
    expect(await ids(store)).toEqual([3, 4, 5])
    expect(read).toEqual(['run 5', 'run 4', 'run 3'])
  })

  test('says of each run where it came from, and no more than it knows', async () => {
    const { run } = aStoredRun({ artifactId: 5, workflowRunId: 5, commit: '5'.repeat(40) })
    const [commit, recordedAt] = ['5'.repeat(40), '2026-01-05T09:00:00Z']
    expect(await sourceOf(results(5)).store.load(AT)).toEqual({
      kind: 'found',
      place: PLACE,
      services: new Map([['checkout', [{ run, commit, recordedAt, mark: null }]]]),
    })
  })

  test('leaves out load tests without usable results', async () => {
    const { store } = sourceOf(results(5, { collected: refused('It is empty.') }), results(4))
    expect(await ids(store)).toEqual([4])
  })

  test('does not take an unreadable result for an absent one', async () => {
    const { store } = sourceOf(results(5, { collected: refused('It is empty.') }))
    expect(await store.load(AT)).toEqual({
      kind: 'unreadable',
      place: PLACE,
      file: 'k6-results-checkout of run 5',
      problem: ['It is empty.'],
    })
  })

  test('was never written if there is no load test', async () => {
    expect(await sourceOf().store.load(AT)).toEqual({ kind: 'never-written', place: PLACE })
    expect(await sourceOf(results(5)).store.load()).toEqual({ kind: 'never-written', place: PLACE })
  })

  test('begins at an overridden merge, so that the next pull request is not blamed for it', async () => {
    const { store, read } = sourceOf(results(5), results(4, { overrides: [accepted('checkout')] }), results(3))
    expect(await ids(store)).toEqual([4, 5])
    expect(read).toEqual(['run 5', 'run 4'])
    const found = await store.load(AT)
    expect(found.kind === 'found' && found.services.get('checkout')?.map(({ mark }) => mark)).toEqual([
      {
        kind: 'overridden',
        changeRatio: 0.15,
        series: 'checkout',
        override: { by: 'mona', reason: 'new tax rules', pullRequest: 7 },
      },
      null,
    ])
  })

  test('does not mark a service that the override did not name', async () => {
    const { store } = sourceOf(results(5), results(4, { overrides: [accepted('cart')] }), results(3))
    expect(await ids(store)).toEqual([3, 4, 5])
  })

  test('leaves out the baseline side of pairs', async () => {
    const run = { ...aStoredRun({ artifactId: 5 }).run, side: 'baseline' as const }
    const { store } = sourceOf(results(5, { collected: { runs: [run], refusals: [] } }))
    expect((await store.load(AT)).kind).toBe('never-written')
  })

  test('stores nothing: uploaded results are already there, and other results are refused', async () => {
    const { store } = sourceOf()
    expect(await store.append([aStoredRun({ artifactId: 1 })])).toEqual({ added: 0, alreadyStored: 1 })
    await expect(store.append([aStoredRun({ artifactId: null })])).rejects.toThrow(
      'The baseline store `artifact` holds only results that were uploaded as artifacts, and',
    )
  })
})

function knownByLedger(ledger: readonly LedgerEntry[]): BaselineLookup {
  return { kind: 'found', place: 'first', services: new Map([['checkout', []]]), ledger }
}

describe('a store with a fallback', () => {
  const store = (kind: 'found' | 'never-written' | 'unreadable', place: string): BaselineStore => ({
    load: async () =>
      kind === 'found'
        ? { kind, place, services: new Map([['checkout', [aStoredRun()]]]) }
        : kind === 'unreadable'
          ? { kind, place, file: 'f', problem: ['p'] }
          : { kind, place },
    append: () => Promise.resolve({ added: 7, alreadyStored: 0 }),
  })

  test.each([
    ['found', 'found', 'first'],
    ['unreadable', 'found', 'first'],
    ['never-written', 'found', 'second'],
    ['never-written', 'unreadable', 'second'],
    ['never-written', 'never-written', 'first'],
  ] as const)('%s, and %s: the %s one', async (first, second, place) => {
    expect(await withFallback(store(first, 'first'), store(second, 'second')).load(AT)).toMatchObject({ place })
  })

  test('if the first store knows a service only by its ledger, the second gives the runs, and the ledger stays', async () => {
    const ledger = [anOwedEntry()]
    const first = { ...store('found', 'first'), load: async () => knownByLedger(ledger) }
    const found = await withFallback(first, store('found', 'second')).load(AT)
    expect(found).toMatchObject({ kind: 'found', place: 'second', ledger })
    expect(found.kind === 'found' && found.services.get('checkout')).toHaveLength(1)
    expect(await withFallback(first, store('never-written', 'second')).load(AT)).toEqual(knownByLedger(ledger))
  })

  test('writes to the first store', async () => {
    const writable = withFallback(store('never-written', 'first'), sourceOf().store)
    expect(await writable.append([aStoredRun({ artifactId: null })])).toEqual({ added: 7, alreadyStored: 0 })
  })
})

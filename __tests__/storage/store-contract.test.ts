import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, describe, expect, test } from '@jest/globals'
import { createClient } from '../../src/github/client.ts'
import type { StoredRun } from '../../src/model/baseline.ts'
import { UserError } from '../../src/model/errors.ts'
import { openBranchStore } from '../../src/storage/branch-store.ts'
import { openDirectoryStore } from '../../src/storage/directory-store.ts'
import { STORES } from '../../src/storage/registry.ts'
import type { BaselineStore } from '../../src/storage/store.ts'
import { formatStoredRun } from '../../src/storage/stored-run.ts'
import { startGitHub } from '../e2e/github/start-github.ts'
import { saying } from '../saying.ts'
import { anOwedEntry, aRepaidEntry, aStoredRun } from './stored-runs.ts'

/** A place for baselines, with what a person could do to its files. */
type Harness = Readonly<{
  place: string
  open: () => BaselineStore
  readFile: (path: string) => Promise<string | null>
  writeFile: (path: string, text: string) => Promise<void>
  close: () => Promise<void>
}>

async function directoryHarness(): Promise<Harness> {
  const place = await mkdtemp(join(tmpdir(), 'perf-gate-store-'))
  const nextTurn = () => new Promise<boolean>((resolve) => setImmediate(resolve, true))
  return {
    place,
    open: () => openDirectoryStore(place, nextTurn),
    readFile: (path) => readFile(join(place, path), 'utf8').catch(() => null),
    async writeFile(path, text) {
      await mkdir(dirname(join(place, path)), { recursive: true })
      await writeFile(join(place, path), text)
    },
    close: () => rm(place, { recursive: true }),
  }
}

async function branchHarness(): Promise<Harness> {
  const github = await startGitHub({ permissions: { contents: 'write' } })
  await github.pushCommit({ branch: 'main', files: { 'README.md': 'The shop' } })
  const { octokit } = createClient({
    token: github.token,
    apiUrl: github.apiUrl,
    owner: github.owner,
    repo: github.repo,
    secondMs: 0,
  })
  const options = {
    octokit,
    owner: github.owner,
    repo: github.repo,
    branch: 'perf-gate-baselines',
    gateName: 'perf-gate',
  }
  return {
    place: 'branch perf-gate-baselines, folder perf-gate',
    open: () => openBranchStore({ ...options, backOff: () => Promise.resolve() }),
    readFile: (path) => github.readBranchFile('perf-gate-baselines', `perf-gate/${path}`),
    async writeFile(path, text) {
      await github.pushCommit({ branch: 'perf-gate-baselines', files: { [`perf-gate/${path}`]: text } })
    },
    async close() {
      await github.close()
      expect(github.violations).toEqual([])
    },
  }
}

const HARNESSES = new Map([
  ['directory', directoryHarness],
  ['branch', branchHarness],
])

test('every store of the registry is held to the contract', () => {
  // The artifact store writes nothing, so artifact-store.test.ts tests it.
  expect([...HARNESSES.keys(), 'artifact'].sort()).toEqual(STORES.map(({ id }) => id).sort())
})

describe.each([...HARNESSES])('the %s store', (_, start) => {
  let harness: Harness | null = null
  const begin = async (): Promise<Harness> => {
    harness = await start()
    return harness
  }
  afterEach(async () => {
    await harness?.close()
    harness = null
  })

  test('was never written, until something is appended', async () => {
    const { open, place } = await begin()
    expect(await open().load()).toEqual({ kind: 'never-written', place })
  })

  test('gives back what was appended, by service, oldest first', async () => {
    const { open, place } = await begin()
    const [one, two, other] = [
      aStoredRun({ artifactId: 1 }),
      aStoredRun({ artifactId: 2 }),
      aStoredRun({ service: 'cart' }),
    ]
    expect(await open().append([one, other])).toEqual({ added: 2, alreadyStored: 0 })
    expect(await open().append([two])).toEqual({ added: 1, alreadyStored: 0 })
    const services = new Map([
      ['cart', [other]],
      ['checkout', [one, two]],
    ])
    expect(await open().load()).toEqual({ kind: 'found', place, services, ledger: [] })
  })

  test('does not store the same run twice', async () => {
    const { open, readFile } = await begin()
    const one = aStoredRun({ artifactId: 1 })
    await open().append([one])
    const before = await readFile('v1/checkout.ndjson')
    expect(await open().append([{ ...one, recordedAt: '2027-01-01T00:00:00Z' }])).toEqual({
      added: 0,
      alreadyStored: 1,
    })
    expect(await readFile('v1/checkout.ndjson')).toBe(before)
    expect(before).toBe(`${formatStoredRun(one)}\n`)
  })

  test('loses nothing when 16 append at once, each a run and a line of the ledger', async () => {
    const { open } = await begin()
    const runs = Array.from({ length: 16 }, (_, index) =>
      aStoredRun({ artifactId: index, service: index < 12 ? 'checkout' : 'cart' }),
    )
    const results = await Promise.all(
      runs.map((run, index) => open().append([run], [anOwedEntry({ commit: `c${index}` })])),
    )
    expect(results).toEqual(runs.map(() => ({ added: 1, alreadyStored: 0 })))
    const found = await open().load()
    const stored = found.kind === 'found' ? [...found.services.values()].flat() : []
    const id = ({ run }: StoredRun) => run.source.artifactId
    const all = Array.from({ length: 16 }, (_, index) => index)
    expect(stored.map(id).toSorted((left, right) => Number(left) - Number(right))).toEqual(all)
    const ledger = found.kind === 'found' ? (found.ledger ?? []) : []
    expect(ledger.map(({ commit }) => commit).sort()).toEqual(all.map((index) => `c${index}`).sort())
  }, 60_000)

  const line = formatStoredRun(aStoredRun())
  test.each([
    ['truncated', line.slice(0, 200), 'Its last line was cut off'],
    ['empty', '', 'It is empty'],
    ['in conflict', `<<<<<<< HEAD\n${line}\n`, 'Line 1: it is not JSON'],
    [
      'with null for a number',
      `${line.replace('141.25', 'null')}\n`,
      'Line 1: `measurements.0.stats.p95` is not valid: Invalid input: expected number, received null',
    ],
    [
      'with a negative latency',
      `${line.replace('141.25', '-5')}\n`,
      'Line 1: `measurements.0.stats.p95` is not valid: -5 is negative',
    ],
    [
      'of a newer schema',
      `${line.replace('"schemaVersion":1', '"schemaVersion":2')}\n`,
      'Line 1: it has schema version 2, and this release reads version 1',
    ],
    [
      'with one run twice',
      `${line}\n${line.replace('141.25', '100')}\n`,
      'Line 2: duplicate: this run is already in the file with different content',
    ],
  ])('is unreadable if a file is %s, and does not change it', async (_, text, problem) => {
    const { open, place, readFile, writeFile } = await begin()
    await writeFile('v1/cart.ndjson', `${formatStoredRun(aStoredRun({ service: 'cart' }))}\n`)
    await writeFile('v1/checkout.ndjson', text)
    expect(await open().load()).toEqual({
      kind: 'unreadable',
      place,
      file: 'v1/checkout.ndjson',
      problem: saying(`${problem}.`),
    })
    const append = open().append([aStoredRun({ service: 'cart', artifactId: 7 }), aStoredRun({ artifactId: 7 })])
    await expect(append).rejects.toThrow(UserError)
    await expect(append).rejects.toThrow(
      `The baseline file v1/checkout.ndjson in ${place} cannot be read. ${problem}. Nothing was stored`,
    )
    expect(await readFile('v1/checkout.ndjson')).toBe(text)
    expect((await readFile('v1/cart.ndjson'))?.split('\n')).toHaveLength(2)
  })

  test('keeps a ledger beside the runs, whose lines are only ever added', async () => {
    const { open, readFile, writeFile } = await begin()
    await open().append([aStoredRun({ artifactId: 1 })], [anOwedEntry()])
    const before = (await readFile('overrides.ndjson')) ?? ''
    // Somebody may have reordered the keys of a line: the existing bytes stay unchanged.
    const byHand = `${JSON.stringify(Object.fromEntries(Object.entries(JSON.parse(before)).reverse()))}\n`
    await writeFile('overrides.ndjson', byHand)
    await open().append([aStoredRun({ artifactId: 2 })], [anOwedEntry(), aRepaidEntry()])
    const after = (await readFile('overrides.ndjson')) ?? ''
    expect(after.startsWith(byHand)).toBe(true)
    expect(after.trim().split('\n')).toHaveLength(2)
    expect(await open().load()).toMatchObject({ kind: 'found', ledger: [anOwedEntry(), aRepaidEntry()] })
  })

  test('writes the ledger even if the runs are already stored, and nothing if both are', async () => {
    const { open, readFile } = await begin()
    await open().append([aStoredRun()])
    expect(await open().append([aStoredRun()], [anOwedEntry()])).toEqual({ added: 0, alreadyStored: 1 })
    const written = await readFile('overrides.ndjson')
    expect(written).toContain('"reason":"new tax rules"')
    await open().append([aStoredRun()], [anOwedEntry({ accepted: null })])
    expect(await readFile('overrides.ndjson')).toBe(written)
  })

  test('keeps the records of a release branch apart', async () => {
    const { open } = await begin()
    const [ours, release] = [aStoredRun({ artifactId: 1 }), { ...aStoredRun({ artifactId: 2 }), branch: 'release/1.x' }]
    await open().append([ours, release])
    expect(await open().load()).toMatchObject({ services: new Map([['checkout', [ours, release]]]) })
  })

  test('is unreadable if the ledger is, and does not change it', async () => {
    const { open, place, readFile, writeFile } = await begin()
    await open().append([aStoredRun()], [anOwedEntry()])
    const broken = `${(await readFile('overrides.ndjson')) ?? ''}{"schemaVersion":2}\n`
    await writeFile('overrides.ndjson', broken)
    const problem = 'Line 2: it has schema version 2, and this release reads version 1'
    expect(await open().load()).toEqual({
      kind: 'unreadable',
      place,
      file: 'overrides.ndjson',
      problem: saying(`${problem}.`),
    })
    await expect(open().append([aStoredRun({ artifactId: 9 })], [aRepaidEntry()])).rejects.toThrow(
      `The ledger overrides.ndjson in ${place} cannot be read. ${problem}. Nothing was stored`,
    )
    expect(await readFile('overrides.ndjson')).toBe(broken)
    expect((await readFile('v1/checkout.ndjson'))?.trim().split('\n')).toHaveLength(1)
  })

  test('refuses a service name that leaves the folder', async () => {
    const { open } = await begin()
    await expect(open().append([aStoredRun({ service: '../../main' })])).rejects.toThrow(
      '"../../main" cannot be the name of a service',
    )
    expect((await open().load()).kind).toBe('never-written')
  })
})

import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
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
import { aStoredRun } from './stored-runs.ts'

/** One place for baselines, and what a person could do to its files. */
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
      await mkdir(join(place, 'v1'), { recursive: true })
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
  expect([...HARNESSES.keys()].sort()).toEqual(STORES.map(({ id }) => id).sort())
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
    expect(await open().load()).toEqual({ kind: 'found', place, services })
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

  test('loses nothing when eight append at once', async () => {
    const { open } = await begin()
    const runs = Array.from({ length: 8 }, (_, index) =>
      aStoredRun({ artifactId: index, service: index < 6 ? 'checkout' : 'cart' }),
    )
    const results = await Promise.all(runs.map((run) => open().append([run])))
    expect(results).toEqual(runs.map(() => ({ added: 1, alreadyStored: 0 })))
    const found = await open().load()
    const stored = found.kind === 'found' ? [...found.services.values()].flat() : []
    const id = ({ run }: StoredRun) => run.source.artifactId
    expect(stored.map(id).sort()).toEqual([0, 1, 2, 3, 4, 5, 6, 7])
  })

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
  ])('is unreadable when a file is %s, and leaves it as it is', async (_, text, problem) => {
    const { open, place, readFile, writeFile } = await begin()
    await writeFile('v1/cart.ndjson', `${formatStoredRun(aStoredRun({ service: 'cart' }))}\n`)
    await writeFile('v1/checkout.ndjson', text)
    expect(await open().load()).toEqual({ kind: 'unreadable', place, file: 'v1/checkout.ndjson', problem })
    const append = open().append([aStoredRun({ service: 'cart', artifactId: 7 }), aStoredRun({ artifactId: 7 })])
    await expect(append).rejects.toThrow(UserError)
    await expect(append).rejects.toThrow(
      `The baseline file v1/checkout.ndjson in ${place} cannot be read. ${problem}. Nothing was stored`,
    )
    expect(await readFile('v1/checkout.ndjson')).toBe(text)
    expect((await readFile('v1/cart.ndjson'))?.split('\n')).toHaveLength(2)
  })

  test('refuses a service name that leaves the folder', async () => {
    const { open } = await begin()
    await expect(open().append([aStoredRun({ service: '../../main' })])).rejects.toThrow(
      '"../../main" cannot be the name of a service',
    )
    expect((await open().load()).kind).toBe('never-written')
  })
})

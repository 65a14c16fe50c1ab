import { afterEach, describe, expect, test } from '@jest/globals'
import { createClient } from '../../src/github/client.ts'
import { openBranchStore } from '../../src/storage/branch-store.ts'
import type { FaultEffect } from '../e2e/github/faults.ts'
import { type GitHub, startGitHub } from '../e2e/github/start-github.ts'
import { aMeasurement, anOwedEntry, aStoredRun } from './stored-runs.ts'

const BRANCH = 'perf-gate-baselines'

let github: GitHub
let waits: number[]

async function begin(permission: 'read' | 'write' = 'write') {
  github = await startGitHub({ permissions: { contents: permission } })
  await github.pushCommit({ branch: 'main', files: { 'README.md': 'The shop' } })
  waits = []
  return open('perf-gate')
}

function open(gateName: string, commitsKept?: number) {
  const { token, apiUrl, owner, repo } = github
  const { octokit } = createClient({ token, apiUrl, owner, repo, secondMs: 0 })
  const backOff = async (attempt: number) => void waits.push(attempt)
  return openBranchStore({
    octokit,
    owner,
    repo,
    branch: BRANCH,
    gateName,
    backOff,
    ...(commitsKept === undefined ? {} : { commitsKept }),
  })
}

const requests = () =>
  github.journal.map(({ method, path, status }) => `${method} ${path.replace(/[0-9a-f]{40}/, '<sha>')} ${status}`)

afterEach(async () => {
  await github.close()
  expect(github.violations).toEqual([])
})

describe('the branch store', () => {
  test('creates a separate branch without the code, with a README', async () => {
    const store = await begin()
    await store.append([aStoredRun(), aStoredRun({ service: 'cart' })])
    expect(requests()).toEqual([
      `GET /repos/acme/shop/git/ref/heads%2F${BRANCH} 404`,
      'POST /repos/acme/shop/git/trees 201',
      'POST /repos/acme/shop/git/commits 201',
      'POST /repos/acme/shop/git/refs 201',
    ])
    expect(await github.readBranchFile(BRANCH, 'README.md')).toContain('# Baselines of perf-gate')
    const tip = await github.refSha(`heads/${BRANCH}`)
    expect(await github.world.git.parentsOf(tip ?? '')).toEqual([])
  })

  test('reads with one request, and one per service', async () => {
    const store = await begin()
    await store.append([aStoredRun(), aStoredRun({ service: 'cart' })])
    const before = github.journal.length
    await store.load()
    expect(requests().slice(before)).toEqual([
      `GET /repos/acme/shop/git/trees/${BRANCH} 200`,
      'GET /repos/acme/shop/git/blobs/<sha> 200',
      'GET /repos/acme/shop/git/blobs/<sha> 200',
    ])
  })

  test('sends up to a megabyte of files in one request and each further file in its own; all are read back', async () => {
    const store = await begin()
    const measurements = Array.from({ length: 2600 }, (_, index) => aMeasurement({ endpoint: `GET /orders/${index}` }))
    const services = ['cart', 'checkout', 'search']
    const runs = services.map((service, index) => aStoredRun({ service, artifactId: index, measurements }))
    const before = github.journal.length
    expect(await store.append(runs)).toEqual({ added: 3, alreadyStored: 0 })
    expect(
      requests()
        .slice(before)
        .filter((line) => line.startsWith('POST')),
    ).toEqual([
      'POST /repos/acme/shop/git/blobs 201',
      'POST /repos/acme/shop/git/blobs 201',
      'POST /repos/acme/shop/git/trees 201',
      'POST /repos/acme/shop/git/commits 201',
      'POST /repos/acme/shop/git/refs 201',
    ])
    const found = await store.load()
    if (found.kind !== 'found') throw new Error(found.kind)
    expect(services.map((service) => found.services.get(service))).toEqual(runs.map((run) => [run]))
  })

  test('keeps two gates apart on the same branch', async () => {
    const store = await begin()
    await store.append([aStoredRun()])
    await open('nightly').append([aStoredRun({ artifactId: 2 })])
    const found = await store.load()
    expect(found.kind === 'found' && found.services.get('checkout')?.map(({ run }) => run.source.artifactId)).toEqual([
      5_000_000_001,
    ])
    expect(await github.readBranchFile(BRANCH, 'nightly/v1/checkout.ndjson')).not.toBeNull()
    expect((await open('other').load()).kind).toBe('never-written')
  })

  test('merges again when another writer was first, also with the first commit of the branch', async () => {
    const store = await begin()
    const other = open('perf-gate')
    const meanwhile = (artifactId: number) => ({
      kind: 'meanwhile' as const,
      happens: async () => void (await other.append([aStoredRun({ artifactId })])),
    })
    github.faults.push({ method: 'POST', path: /\/git\/refs$/, effect: meanwhile(1) })
    expect(await store.append([aStoredRun({ artifactId: 2 })])).toEqual({ added: 1, alreadyStored: 0 })
    github.faults.push({ method: 'PATCH', path: /\/git\/refs\//, effect: meanwhile(3) })
    expect(await store.append([aStoredRun({ artifactId: 4 })])).toEqual({ added: 1, alreadyStored: 0 })
    expect(waits).toEqual([2, 2])
    const found = await store.load()
    expect(found.kind === 'found' && found.services.get('checkout')?.map(({ run }) => run.source.artifactId)).toEqual([
      1, 2, 3, 4,
    ])
  })

  test('gives up after twenty refusals, and says so', async () => {
    const store = await begin()
    await store.append([aStoredRun()])
    const effect = { kind: 'answer', status: 409, body: { message: 'Conflict' } } as const
    github.faults.push({ method: 'PATCH', path: /\/git\/refs\//, times: 20, effect })
    await expect(store.append([aStoredRun({ artifactId: 2 })])).rejects.toThrow(
      'The baseline could not be stored on branch perf-gate-baselines, folder perf-gate: 20 tries were refused, the last with "Conflict',
    )
    expect(waits).toEqual(Array.from({ length: 19 }, (_, index) => index + 2))
    expect(github.faults.pending()).toBe(0)
  })

  test('stores once when the answer to the write is lost', async () => {
    const store = await begin()
    github.faults.push({ method: 'POST', path: /\/git\/refs$/, effect: { kind: 'reset-after' } })
    await store.append([aStoredRun()])
    github.faults.push({ method: 'PATCH', path: /\/git\/refs\//, effect: { kind: 'reset-after' } })
    await store.append([aStoredRun({ artifactId: 2 })])
    expect((await github.readBranchFile(BRANCH, 'perf-gate/v1/checkout.ndjson'))?.split('\n')).toHaveLength(3)
  })

  test('does not try again where a rule protects the branch', async () => {
    const store = await begin()
    await store.append([aStoredRun()])
    const message = 'Repository rule violations found\n\nCannot update this protected ref.\n\n'
    const effect = { kind: 'answer', status: 422, body: { message } } as const
    github.faults.push({ method: 'PATCH', path: /\/git\/refs\//, effect })
    await expect(store.append([aStoredRun({ artifactId: 2 })])).rejects.toThrow('Repository rule violations found')
    expect(waits).toEqual([])
  })

  test('names the permission that is missing', async () => {
    const store = await begin('read')
    await expect(store.append([aStoredRun()])).rejects.toThrow(
      'The token may not write the baseline branch. Nothing was stored. Add this line to the job that records: `permissions: contents: write`.',
    )
    expect((await store.load()).kind).toBe('never-written')
  })

  test('does not take a tree that GitHub cut short for a small one', async () => {
    const store = await begin()
    await store.append([aStoredRun()])
    const effect: FaultEffect = {
      kind: 'answer',
      status: 200,
      body: { sha: 'a'.repeat(40), tree: [], truncated: true },
    }
    github.faults.push({ method: 'GET', path: /\/git\/trees\//, effect })
    await expect(store.load()).rejects.toThrow('has more files than GitHub lists at once')
  })
})

describe('a branch that has grown', () => {
  const ids = async () => {
    const found = await open('perf-gate').load()
    return found.kind === 'found' ? found.services.get('checkout')?.map(({ run }) => run.source.artifactId) : found.kind
  }
  const tip = async () => (await github.refSha(`heads/${BRANCH}`)) ?? ''
  async function commits(): Promise<number> {
    let [count, at] = [0, [await tip()]]
    for (; at[0] !== undefined; count += 1) at = [...(await github.world.git.parentsOf(at[0]))]
    return count
  }

  test('begins anew with the files as they are, after the number of commits that is kept', async () => {
    await begin()
    const store = open('perf-gate', 3)
    const counts: number[] = []
    for (let id = 1; id <= 7; id += 1) {
      await store.append([aStoredRun({ artifactId: id })], [anOwedEntry({ commit: `c${id}` })])
      counts.push(await commits())
    }
    expect(counts).toEqual([1, 2, 3, 1, 2, 3, 1])
    expect(await ids()).toEqual([1, 2, 3, 4, 5, 6, 7])
    const found = await store.load()
    expect(found.kind === 'found' && found.ledger?.map(({ commit }) => commit)).toEqual(
      [1, 2, 3, 4, 5, 6, 7].map((id) => `c${id}`),
    )
    expect(waits).toEqual([])
    expect(await github.readBranchFile(BRANCH, 'README.md')).toContain('# Baselines of perf-gate')
  })

  test('keeps the stored runs of the other gates of the branch', async () => {
    await begin()
    await open('nightly', 1).append([aStoredRun({ artifactId: 1 })])
    await open('perf-gate', 1).append([aStoredRun({ artifactId: 2 })])
    expect(await commits()).toBe(1)
    expect((await open('nightly').load()).kind).toBe('found')
  })

  test('does not overwrite what another writer stored in between', async () => {
    await begin()
    await open('perf-gate', 1).append([aStoredRun({ artifactId: 1 })])
    const happens = async () => void (await open('perf-gate').append([aStoredRun({ artifactId: 2 })]))
    github.faults.push({ method: 'POST', path: /^\/graphql$/, effect: { kind: 'meanwhile', happens } })
    expect(await open('perf-gate', 1).append([aStoredRun({ artifactId: 3 })])).toEqual({ added: 1, alreadyStored: 0 })
    expect(await ids()).toEqual([1, 2, 3])
    expect(await commits()).toBe(3)
    expect(waits).toEqual([2])
  })

  test('stores without beginning anew where a rule forbids force pushes', async () => {
    await begin()
    await open('perf-gate', 1).append([aStoredRun({ artifactId: 1 })])
    const body = { data: { updateRefs: null }, errors: [{ message: 'Cannot force-push to this branch' }] }
    github.faults.push({ method: 'POST', path: /^\/graphql$/, times: 9, effect: { kind: 'answer', status: 200, body } })
    await open('perf-gate', 1).append([aStoredRun({ artifactId: 2 })])
    expect(await ids()).toEqual([1, 2])
    expect(await commits()).toBe(2)
    expect(github.journal.filter(({ path }) => path === '/graphql')).toHaveLength(1)
  })

  test('stores once when the answer is lost', async () => {
    await begin()
    await open('perf-gate', 1).append([aStoredRun({ artifactId: 1 })])
    github.faults.push({ method: 'POST', path: /^\/graphql$/, effect: { kind: 'reset-after' } })
    await open('perf-gate', 1).append([aStoredRun({ artifactId: 2 })])
    expect(await ids()).toEqual([1, 2])
    expect(await commits()).toBe(1)
  })

  test('loses nothing when 16 writers append to a branch that begins anew again and again', async () => {
    await begin()
    const all = Array.from({ length: 16 }, (_, index) => index)
    await Promise.all(all.map((artifactId) => open('perf-gate', 2).append([aStoredRun({ artifactId })])))
    expect([...((await ids()) ?? [])].toSorted((left, right) => Number(left) - Number(right))).toEqual(all)
    expect(await commits()).toBeLessThan(16)
  })

  test.each([
    ['a commit of code that says so', 'Add a feature\n\nCommit-Number: 600\n', 'index.js'],
    ['a branch that holds code besides', 'Record the baseline of checkout\n\nCommit-Number: 600\n', 'src/index.js'],
    ['a commit by hand', 'Tidy up\n\nCommit-Number: 600\n', 'perf-gate/v1/cart.ndjson'],
  ])('never drops a commit or a file that perf-gate did not write: %s', async (_, message, path) => {
    await begin()
    await github.pushCommit({ branch: BRANCH, files: { 'first.js': 'x', 'README.md': 'ours' } })
    const files = path.endsWith('.ndjson') ? { 'first.js': null, [path]: '' } : { [path]: 'x' }
    await github.pushCommit({ branch: BRANCH, files, message })
    await open('nightly', 500).append([aStoredRun({ artifactId: 1 })])
    expect(await commits()).toBe(3)
  })

  test('counts anew after a commit by hand', async () => {
    await begin()
    const store = open('perf-gate', 3)
    await store.append([aStoredRun({ artifactId: 1 })])
    await github.pushCommit({ branch: BRANCH, files: { 'note.md': 'hello' } })
    await store.append([aStoredRun({ artifactId: 2 })])
    expect(await commits()).toBe(3)
    expect(await github.readBranchFile(BRANCH, 'note.md')).toBe('hello')
  })
})

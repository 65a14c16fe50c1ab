import { readdir } from 'node:fs/promises'
import { describe, expect, test } from '@jest/globals'
import { createClient } from '../../src/github/client.ts'
import type { ArtifactSource } from '../../src/storage/artifact-store.ts'
import { openStore, STORES } from '../../src/storage/registry.ts'

const here = { token: 't', apiUrl: 'https://api.github.com', owner: 'acme', repo: 'shop' }
const surroundings = { ...createClient(here), gateName: 'perf-gate' }

test('every file of a store is in the registry', async () => {
  const files = await readdir('src/storage')
  const ids = files.filter((name) => name.endsWith('-store.ts')).map((name) => name.slice(0, -'-store.ts'.length))
  expect(STORES.map(({ id }) => id).sort()).toEqual(ids.sort())
})

describe('openStore', () => {
  test('opens the artifacts', async () => {
    const artifacts: ArtifactSource = { place: 'artifacts of perf.yml', async *read() {} }
    const at = { branch: 'main', recordedAs: null, history: () => Promise.resolve([]) }
    expect(await openStore('artifact', { ...surroundings, artifacts }).load(at)).toEqual({
      kind: 'never-written',
      place: 'artifacts of perf.yml',
    })
    expect((await openStore('artifact', surroundings).load(at)).kind).toBe('never-written')
  })

  test('opens a directory by its path', async () => {
    expect(await openStore('directory:/no/such/place', surroundings).load()).toEqual({
      kind: 'never-written',
      place: '/no/such/place',
    })
  })

  test.each([
    ['branch', 'perf-gate-baselines'],
    ['branch:results', 'results'],
  ])('opens %s', async (text, branch) => {
    const asked: string[] = []
    const notFound: typeof fetch = (url) => {
      asked.push(String(url))
      return Promise.resolve(Response.json({ message: 'Not Found' }, { status: 404 }))
    }
    const { octokit } = createClient({ ...here, fetch: notFound })
    const lookup = await openStore(text, { ...surroundings, octokit }).load()
    expect(lookup).toEqual({ kind: 'never-written', place: `branch ${branch}, folder perf-gate` })
    expect(asked).toEqual([`https://api.github.com/repos/acme/shop/git/trees/${branch}?recursive=true`])
  })

  test('refuses a branch whose code is judged, and never its default branch', () => {
    const judging = { ...surroundings, isJudged: (branch: string) => branch !== 'results' }
    for (const branch of ['main', 'release/1']) {
      expect(() => openStore(`branch:${branch}`, judging)).toThrow(
        `The baseline store cannot be the branch ${branch}: its code is judged, and only perf-gate may write the branch of a store.`,
      )
    }
    for (const text of ['branch', 'branch:perf-gate-baselines', 'branch:results'])
      expect(() => openStore(text, judging)).not.toThrow()
  })

  test.each(['', 'cache', 'branch:', 'directory', 'directory:', 's3:bucket', 'constructor', 'artifact:x', 'artifact:'])(
    'refuses %j',
    (text) => {
      expect(() => openStore(text, surroundings)).toThrow(
        `The baseline store "${text}" is not known. Write \`branch\`, \`branch:<name of the branch>\`, \`artifact\` or \`directory:<path>\`.`,
      )
    },
  )
})

import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { openHistory } from '../../src/github/anchor.ts'
import { createClient } from '../../src/github/client.ts'
import { readMergedOverrides, unrecordedCommits } from '../../src/github/merged-overrides.ts'
import { type GitHub, startGitHub } from '../e2e/github/start-github.ts'
import { plainOf, saying } from '../saying.ts'
import { SHA, scriptGitHub } from './scripted-github.ts'

let github: GitHub
let first: string

beforeEach(async () => {
  github = await startGitHub({ permissions: { contents: 'write', 'pull-requests': 'read', statuses: 'write' } })
  first = await github.pushCommit({ branch: 'main', files: { 'a.txt': '1' } })
})

afterEach(async () => {
  await github.close()
  expect(github.violations).toEqual([])
})

const client = () => createClient({ ...github, secondMs: 0 })

/** Merges a pull request with one commit; `accepted` is the reason of its override. Returns its number and head. */
async function merge(branch: string, accepted: string | null) {
  await github.pushCommit({ branch, from: 'main', files: { [`${branch}.txt`]: '1' } })
  const number = await github.openPull({ head: branch, base: 'main', author: 'alice' })
  const { head } = await github.pull(number)
  if (accepted !== null) {
    await client().octokit.rest.repos.createCommitStatus({
      owner: 'acme',
      repo: 'shop',
      sha: head.sha,
      state: 'success',
      context: 'perf-gate/override',
      description: `Overridden by @mona (checkout +15.3%): ${accepted}`,
    })
  }
  expect(await github.merge(number, 'mona')).toMatchObject({ merged: true })
  return { number, headSha: head.sha, mergeSha: (await github.refSha('heads/main')) ?? '' }
}

const read = async (recorded: readonly string[], branch = 'main') => {
  const sha = (await github.refSha('heads/main')) ?? ''
  const { commits } = unrecordedCommits(sha, await openHistory(client(), sha)(() => true), new Set(recorded))
  const query = { commits, branch, name: 'perf-gate', token: github.token }
  const { byCommit, notes } = await readMergedOverrides(client(), query)
  expect(notes).toEqual([])
  return [...byCommit.values()].flat()
}

test('finds the override of the pull request that a push merged', async () => {
  const { number, headSha } = await merge('slow', 'new tax rules')
  const before = github.journal.length
  expect(await read([first])).toEqual([
    {
      by: 'mona',
      reason: 'new tax rules',
      at: expect.any(String),
      services: [{ service: 'checkout', changeRatio: expect.closeTo(0.153, 10) }],
      hasMore: false,
      pullRequest: number,
      headSha,
    },
  ])
  expect(github.journal.slice(before).map(({ operationId, path }) => operationId ?? path)).toEqual([
    'repos/list-commits',
    '/graphql',
  ])
})

test('finds no override for a merge without one, or for a push without a pull request', async () => {
  await merge('fine', null)
  expect(await read([first])).toEqual([])
  await github.pushCommit({ branch: 'main', files: { 'b.txt': '2' } })
  expect(await read([first])).toEqual([])
})

test('finds the overrides of merges whose own load test never ended', async () => {
  const one = await merge('one', 'the first reason')
  const two = await merge('two', null)
  const three = await merge('three', 'the third reason')
  expect((await read([first])).map(({ pullRequest, reason }) => [pullRequest, reason])).toEqual([
    [three.number, 'the third reason'],
    [one.number, 'the first reason'],
  ])
  expect((await read([two.mergeSha])).map(({ pullRequest }) => pullRequest)).toEqual([three.number])
  expect(await read([three.mergeSha])).toEqual([])
})

test('sends one request for any number of merges', async () => {
  const all = []
  for (let index = 0; index < 6; index += 1) all.push(await merge(`change-${index}`, `reason number ${index}`))
  const before = github.journal.length
  expect((await read([first])).map(({ pullRequest }) => pullRequest)).toEqual(all.map(({ number }) => number).reverse())
  expect(github.journal.slice(before)).toHaveLength(2)
})

test('a status that a person set over it does not count', async () => {
  const { headSha } = await merge('slow', 'new tax rules')
  const forge = (description: string) =>
    createClient({ ...github, token: github.tokenOf('bob') }).octokit.rest.repos.createCommitStatus({
      owner: 'acme',
      repo: 'shop',
      sha: headSha,
      state: 'success',
      context: 'perf-gate/override',
      description,
    })
  await forge('No override is in force for this commit any more.')
  expect(await read([first])).toMatchObject([{ reason: 'new tax rules' }])
  const fine = await merge('fine', null)
  const { headSha: other } = fine
  await createClient({ ...github, token: github.tokenOf('bob') }).octokit.rest.repos.createCommitStatus({
    owner: 'acme',
    repo: 'shop',
    sha: other,
    state: 'success',
    context: 'perf-gate/override',
    description: 'Overridden by @mona (checkout +1.0%): forged',
  })
  expect((await read([first])).map(({ reason }) => reason)).toEqual(['new tax rules'])
})

test('reads only the pushed commit if nothing was recorded before', async () => {
  await merge('one', 'the first reason')
  const two = await merge('two', 'the second reason')
  expect((await read([])).map(({ pullRequest }) => pullRequest)).toEqual([two.number])
})

test('leaves out pull requests that were merged into another branch', async () => {
  await merge('slow', 'new tax rules')
  expect(await read([first], 'release/1.x')).toEqual([])
})

test.each([
  [{ contents: 'write', statuses: 'read' }, 'pull-requests: read'],
  [{ contents: 'write', 'pull-requests': 'read' }, 'statuses: write'],
] as const)('with %j it names the missing line', async (permissions, line) => {
  await merge('slow', 'new tax rules')
  github.setPermissions(permissions)
  await expect(read([first])).rejects.toThrow(`\`permissions:\` block: \`${line}\``)
})

describe('an answer of GitHub', () => {
  const sha = SHA('1')
  const head = SHA('2')
  const pullRequest = { number: 7, title: 'New tax rules', merged: true, baseRefName: 'main', headRefOid: head }
  const status = {
    context: {
      description: 'Overridden by @mona (checkout +15.3%): new tax rules',
      createdAt: '2026-01-05T09:00:00Z',
      creator: { __typename: 'Bot', login: 'github-actions' },
    },
  }
  const answer = (nodes: readonly object[], totalCount = nodes.length) => ({
    body: {
      data: { repository: { c0: { messageHeadline: 'Merge #7', associatedPullRequests: { totalCount, nodes } } } },
    },
  })
  const ask = async (script: Parameters<typeof scriptGitHub>[0][string]) => {
    const { client: scripted } = scriptGitHub({ 'POST /graphql': script })
    return await readMergedOverrides(scripted, { commits: [sha], branch: 'main', name: 'perf-gate' })
  }
  const at = (oid: string, change: object = {}) => ({
    ...pullRequest,
    commits: { nodes: [{ commit: { oid, status } }] },
    ...change,
  })

  test('is read', async () => {
    const { byCommit, notes } = await ask(answer([at(head)]))
    expect([...byCommit.keys()]).toEqual([sha])
    expect(byCommit.get(sha)).toMatchObject([{ by: 'mona', pullRequest: 7, headSha: head }])
    expect(notes).toEqual([])
  })

  test('of a pull request that is still open counts for nothing: GitHub lists it for its commits too', async () => {
    expect((await ask(answer([at(head, { merged: false })]))).byCommit.size).toBe(0)
  })

  test('that does not show the head says so, and accepts nothing', async () => {
    expect(await ask(answer([at(SHA('3'))]))).toEqual({
      byCommit: new Map(),
      commits: new Map([[sha, { subject: 'Merge #7', pullRequests: [{ number: 7, title: 'New tax rules' }] }]]),
      notes: [
        saying(
          'GitHub does not show the head commit of pull request #7. If it was merged by an override, that is not known, so its slowdown counts as not accepted.',
        ),
      ],
    })
  })

  test('that was cut off says so', async () => {
    expect((await ask(answer([at(head)], 12))).notes.map(plainOf)).toEqual([
      'GitHub lists 12 pull requests for 1111111, and 1 were looked at. Overrides of the others are not known, so their slowdowns count as not accepted.',
    ])
  })

  test('with an error beside the data is an error', async () => {
    const { body } = answer([at(head)])
    const errors = [{ type: 'MAX_NODE_LIMIT_EXCEEDED', message: 'Too much' }]
    await expect(ask({ body: { ...body, errors } })).rejects.toThrow('Too much')
  })
})

describe('unrecordedCommits', () => {
  const history = (count: number) =>
    Array.from({ length: count }, (_, index) => ({ sha: `c${index}`, firstParent: `c${index + 1}` }))

  test('are those since the last recorded one, along first parents', () => {
    const merges = [
      { sha: 'c0', firstParent: 'c2' },
      { sha: 'side', firstParent: 'c2' },
      { sha: 'c2', firstParent: 'c3' },
      { sha: 'c3', firstParent: null },
    ]
    expect(unrecordedCommits('c0', merges, new Set(['c3']))).toEqual({
      commits: ['c0', 'c2'],
      recordedBefore: 'c3',
      notes: [],
    })
  })

  test('are all of a hundred', () => {
    expect(unrecordedCommits('c0', history(100), new Set(['c100'])).commits).toHaveLength(100)
  })

  test('is the pushed one only where none was recorded, and says so where others were', () => {
    expect(unrecordedCommits('c0', history(100), new Set())).toEqual({
      commits: ['c0'],
      recordedBefore: null,
      notes: [],
    })
    expect(unrecordedCommits('c0', history(100), new Set(['elsewhere']))).toEqual({
      commits: ['c0'],
      recordedBefore: null,
      notes: [
        saying(
          'None of the newest 100 commits before c0 was recorded. Overrides of their pull requests are not taken over, so their slowdowns count as not accepted.',
        ),
      ],
    })
  })
})

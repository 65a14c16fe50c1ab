import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { createClient } from '../../src/github/client.ts'
import { readMergedOverrides } from '../../src/github/merged-overrides.ts'
import { type GitHub, startGitHub } from '../e2e/github/start-github.ts'
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

const read = async (recorded: readonly string[], branch = 'main') =>
  await readMergedOverrides(client(), {
    sha: (await github.refSha('heads/main')) ?? '',
    branch,
    isRecorded: (commit) => recorded.includes(commit),
    name: 'perf-gate',
    token: github.token,
  })

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
  expect(github.journal.slice(before).map(({ operationId }) => operationId)).toEqual([
    'repos/list-commits',
    'repos/list-pull-requests-associated-with-commit',
    'repos/list-commit-statuses-for-ref',
  ])
})

test('finds none for a merge without one, and for a push without a pull request', async () => {
  await merge('fine', null)
  expect(await read([first])).toEqual([])
  await github.pushCommit({ branch: 'main', files: { 'b.txt': '2' } })
  expect(await read([first])).toEqual([])
})

test('finds those of merges whose own load test never ended', async () => {
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

test('looks at the pushed commit only, where nothing was recorded before', async () => {
  await merge('one', 'the first reason')
  const two = await merge('two', 'the second reason')
  expect((await read([])).map(({ pullRequest }) => pullRequest)).toEqual([two.number])
})

test('leaves out what was merged into another branch', async () => {
  await merge('slow', 'new tax rules')
  expect(await read([first], 'release/1.x')).toEqual([])
})

test.each([
  [{ contents: 'write', statuses: 'read' }, 'pull-requests: read'],
  [{ contents: 'write', 'pull-requests': 'read' }, 'statuses: read'],
] as const)('with %j it names the missing line', async (permissions, line) => {
  await merge('slow', 'new tax rules')
  github.setPermissions(permissions)
  await expect(read([first])).rejects.toThrow(`\`permissions:\` block: \`${line}\``)
})

test('leaves out a pull request that is still open: GitHub lists it for its commits too', async () => {
  const sha = SHA('1')
  const open = { number: 7, merged_at: null, base: { ref: 'main' }, head: { sha: SHA('2') } }
  const { client: scripted, requests } = scriptGitHub({ [`GET /commits/${sha}/pulls`]: { body: [open] } })
  const query = { sha, branch: 'main', isRecorded: null, name: 'perf-gate', token: 'ghs_x' }
  expect(await readMergedOverrides(scripted, query)).toEqual([])
  expect(requests).toEqual([`GET /commits/${sha}/pulls`])
})

import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { Octokit } from '@octokit/rest'
import { type GitHub, startGitHub } from './start-github.ts'

const HERE = { owner: 'acme', repo: 'shop' } as const

let github: GitHub

beforeEach(async () => {
  github = await startGitHub()
  await github.pushCommit({ branch: 'main', files: { 'README.md': 'shop' } })
})

afterEach(async () => {
  expect(github.violations).toEqual([])
  await github.close()
})

function client(token: string): Octokit {
  return new Octokit({ baseUrl: github.apiUrl, auth: token })
}

test('a ruleset is listed for its branch only, and to everybody who may read', async () => {
  github.requireStatusByRuleset('main', 'perf-gate', 15368)
  github.setPermissions({})
  const rules = async (branch: string) =>
    (await client(github.token).rest.repos.getBranchRules({ ...HERE, branch })).data
  expect(await rules('main')).toMatchObject([
    {
      type: 'required_status_checks',
      parameters: { required_status_checks: [{ context: 'perf-gate', integration_id: 15368 }] },
    },
  ])
  expect(await rules('other')).toEqual([])
})

test('a merge waits for the status that a ruleset requires', async () => {
  github.requireStatusByRuleset('main', 'perf-gate')
  const head = await github.pushCommit({ branch: 'topic', from: 'main', files: { 'a.md': 'a' } })
  const number = await github.openPull({ head: 'topic', base: 'main', author: 'alice' })
  expect(await github.merge(number, 'mona')).toMatchObject({
    merged: false,
    message: 'Required status check "perf-gate" is expected.',
  })
  const { repos } = client(github.token).rest
  await repos.createCommitStatus({ ...HERE, sha: head, state: 'success', context: 'perf-gate' })
  expect(await github.merge(number, 'mona')).toMatchObject({ merged: true })
})

test('artifacts expire after the time that is set', async () => {
  github.world.retention.days = 5
  const headSha = (await github.refSha('heads/main')) ?? ''
  const run = await github.addWorkflowRun({ event: 'push', headSha, headBranch: 'main', actor: 'alice' })
  github.uploadArtifact(run, 'k6-results', Buffer.from('x'))
  const { data } = await client(github.token).rest.actions.listWorkflowRunArtifacts({ ...HERE, run_id: run })
  const [artifact] = data.artifacts
  const keptMs = Date.parse(artifact?.expires_at ?? '') - Date.parse(artifact?.created_at ?? '')
  expect(keptMs / (24 * 60 * 60 * 1000)).toBe(5)
})

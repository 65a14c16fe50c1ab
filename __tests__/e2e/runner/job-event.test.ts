import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { type GitHub, startGitHub } from '../github/start-github.ts'
import { issueCommentEvent, mergeGroupEvent, pullRequestEvent, pushEvent, workflowRunEvent } from './job-event.ts'

let github: GitHub
let main: string
let head: string
let number: number

beforeEach(async () => {
  github = await startGitHub()
  main = await github.pushCommit({ branch: 'main', files: { 'README.md': 'shop' } })
  head = await github.pushCommit({ branch: 'change', from: 'main', files: { 'a.md': 'a' } })
  number = await github.openPull({ head: 'change', base: 'main', author: 'alice' })
})

afterEach(async () => {
  await github.close()
})

test.each(['opened', 'synchronize', 'reopened'] as const)(
  'pull_request %s names the head, and runs on the test merge',
  async (action) => {
    const event = await pullRequestEvent(github, number, { action })
    expect(event).toMatchObject({
      name: 'pull_request',
      ref: 'refs/pull/1/merge',
      headRef: 'change',
      baseRef: 'main',
      actor: 'alice',
    })
    expect(event.payload).toMatchObject({
      action,
      number,
      pull_request: { head: { sha: head }, base: { sha: main } },
      repository: { full_name: 'acme/shop' },
    })
    expect(event.sha).toBe(await github.refSha('pull/1/merge'))
    expect(await github.world.git.parentsOf(event.sha)).toEqual([main, head])
  },
)

test('labeled and unlabeled name the label and who changed it', async () => {
  await expect(
    pullRequestEvent(github, number, { action: 'labeled', label: 'perf-override', sender: 'mona' }),
  ).rejects.toThrow('was never labeled')
  await github.label(number, 'perf-override', { actor: 'mona' })
  const labeled = await pullRequestEvent(github, number, {
    action: 'labeled',
    label: 'perf-override',
    sender: 'mona',
    target: true,
  })
  expect(labeled).toMatchObject({ name: 'pull_request_target', sha: main, ref: 'refs/heads/main', actor: 'mona' })
  expect(labeled.payload).toMatchObject({ label: { name: 'perf-override' }, sender: { login: 'mona' } })
  await github.unlabel(number, 'perf-override', { actor: 'tina' })
  const unlabeled = await pullRequestEvent(github, number, {
    action: 'unlabeled',
    label: 'perf-override',
    sender: 'tina',
  })
  expect(unlabeled.payload).toMatchObject({ action: 'unlabeled', pull_request: { labels: [] } })
})

test('push, issue_comment, workflow_run and merge_group are as GitHub describes them', async () => {
  expect(await pushEvent(github, { pusher: 'alice' })).toMatchObject({
    name: 'push',
    sha: main,
    ref: 'refs/heads/main',
    payload: { after: main },
  })
  const commentId = await github.comment(number, 'mona', '/perf-override because of the migration')
  expect(await issueCommentEvent(github, number, { commentId })).toMatchObject({
    sha: main,
    actor: 'mona',
    payload: { comment: { id: commentId } },
  })
  const runId = await github.addWorkflowRun({
    event: 'pull_request',
    headSha: head,
    headBranch: 'change',
    actor: 'alice',
  })
  expect(await workflowRunEvent(github, runId)).toMatchObject({
    sha: main,
    payload: { workflow_run: { id: runId, head_sha: head } },
  })
  expect(await mergeGroupEvent(github, number)).toMatchObject({
    name: 'merge_group',
    ref: `refs/heads/gh-readonly-queue/main/pr-1-${main}`,
  })
})

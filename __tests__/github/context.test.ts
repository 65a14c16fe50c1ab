import { describe, expect, test } from '@jest/globals'
import { readContext } from '../../src/github/context.ts'
import { UserError } from '../../src/model/errors.ts'
import { markerLine } from '../../src/report/marker.ts'
import { SHA } from './scripted-github.ts'

const ENV = {
  GITHUB_EVENT_NAME: 'pull_request',
  GITHUB_REPOSITORY: 'acme/shop',
  GITHUB_REF: 'refs/pull/7/merge',
  GITHUB_SHA: SHA('9'),
  GITHUB_RUN_ID: '9000000001',
  GITHUB_RUN_ATTEMPT: '2',
  GITHUB_WORKFLOW_REF: 'acme/shop/.github/workflows/perf.yml@refs/pull/7/merge',
  GITHUB_API_URL: 'https://api.github.com',
  GITHUB_SERVER_URL: 'https://github.com',
}
const repository = { id: 42, name: 'shop', default_branch: 'main', owner: { login: 'acme', type: 'Organization' } }
const pull_request = {
  number: 7,
  user: { login: 'alice' },
  head: { sha: SHA('1'), ref: 'faster', repo: { id: 43, owner: { login: 'alice' } } },
  base: { sha: SHA('2'), ref: 'main', repo: { id: 42 } },
}
const payload = {
  action: 'labeled',
  label: { name: 'perf-override' },
  sender: { login: 'mona' },
  repository,
  pull_request,
}
const read = (env: object = {}, event: object = payload) => readContext({ ...ENV, ...env }, JSON.stringify(event))

describe('readContext', () => {
  test('reads a pull request, and never takes the merge commit for its head', () => {
    const context = read()
    expect(context).toEqual({
      event: {
        kind: 'pull-request',
        trigger: 'pull_request',
        action: 'labeled',
        pullRequest: {
          number: 7,
          headSha: SHA('1'),
          headRef: 'faster',
          headRepoId: 43,
          headOwner: 'alice',
          isFork: true,
          baseRef: 'main',
          live: null,
        },
        label: 'perf-override',
      },
      repository: { owner: 'acme', name: 'shop', id: 42, ownerIsOrganization: true, defaultBranch: 'main' },
      workflowRunId: 9_000_000_001,
      runAttempt: 2,
      workflowFile: 'perf.yml',
      workflowRef: 'refs/pull/7/merge',
      apiUrl: 'https://api.github.com',
      serverUrl: 'https://github.com',
      runUrl: 'https://github.com/acme/shop/actions/runs/9000000001',
    })
    expect(JSON.stringify(context)).not.toContain(SHA('9'))
  })

  test('reads a pull request whose author and fork were deleted', () => {
    const event = {
      ...payload,
      label: undefined,
      pull_request: { ...pull_request, user: null, head: { ...pull_request.head, repo: null } },
    }
    expect(read({ GITHUB_EVENT_NAME: 'pull_request_target' }, event).event).toMatchObject({
      trigger: 'pull_request_target',
      pullRequest: { headRepoId: null, headOwner: null, isFork: true },
      label: null,
    })
  })

  test.each(['push', 'schedule', 'workflow_dispatch'])('reads a %s of the default branch', (trigger) => {
    const env = { GITHUB_EVENT_NAME: trigger, GITHUB_REF: 'refs/heads/main', GITHUB_SHA: SHA('3') }
    expect(read(env, { repository }).event).toEqual({
      kind: 'push',
      trigger,
      ref: 'refs/heads/main',
      sha: SHA('3'),
    })
  })

  test('only names other events', () => {
    expect(read({ GITHUB_EVENT_NAME: 'release', GITHUB_REF: 'refs/heads/main' }, { repository }).event).toEqual({
      kind: 'other',
      name: 'release',
    })
  })

  test('reads a workflow run, with the path of its file and without its name, which anyone can choose', () => {
    const workflow_run = {
      id: 9,
      run_attempt: 2,
      name: 'performance',
      path: '.github/workflows/perf.yml@main',
      event: 'pull_request',
      head_sha: SHA('1'),
      head_branch: 'faster',
      head_repository: { id: 43, owner: { login: 'alice' } },
      repository: { id: 42 },
      pull_requests: [{ number: 1 }],
    }
    const event = { action: 'completed', repository, workflow_run }
    expect(read({ GITHUB_EVENT_NAME: 'workflow_run' }, event).event).toEqual({
      kind: 'workflow-run',
      action: 'completed',
      runId: 9,
      runAttempt: 2,
      path: '.github/workflows/perf.yml',
      startedBy: 'pull_request',
      headSha: SHA('1'),
      headBranch: 'faster',
      headRepoId: 43,
      headOwner: 'alice',
      repositoryId: 42,
    })
  })

  test.each([
    [
      'a command',
      { issue: { number: 7, pull_request: {} }, comment: { body: '/perf-override new tax rules' } },
      7,
      true,
    ],
    ['talk', { issue: { number: 7, pull_request: {} }, comment: { body: 'nice' } }, 7, false],
    [
      'a command that was edited away',
      {
        issue: { number: 7, pull_request: {} },
        comment: { body: 'x' },
        changes: { body: { from: '/perf-override y' } },
      },
      7,
      true,
    ],
    ['a comment on an issue', { issue: { number: 8 }, comment: { body: '/perf-override x' } }, null, true],
  ])('reads a comment: %s', (_, payload, number, hasCommand) => {
    const comment = { id: 5, user: { login: 'mona', type: 'User' }, ...payload.comment }
    const event = { action: 'created', repository, ...payload, comment }
    const isThere = payload.comment.body.startsWith('/perf-override')
    expect(read({ GITHUB_EVENT_NAME: 'issue_comment' }, event).event).toEqual({
      kind: 'comment',
      pullRequest: number,
      hasCommand,
      command: isThere ? { commentId: 5, author: 'mona', kind: 'reason' } : null,
      isByProgram: false,
    })
  })

  test.each([
    ['a bot', 'Bot', '/perf-override new tax rules'],
    [
      'the gate, with a token of a person',
      'User',
      `${markerLine({ name: 'perf-gate', sha: SHA('4'), run: '9' })}\nBlocked. To accept it, comment /perf-override <reason>.`,
    ],
  ])('knows a comment of a program: %s', (_, type, body) => {
    const event = {
      action: 'created',
      repository,
      issue: { number: 7, pull_request: {} },
      comment: { id: 5, body, user: { type, login: 'x' } },
    }
    expect(read({ GITHUB_EVENT_NAME: 'issue_comment' }, event).event).toMatchObject({
      hasCommand: true,
      isByProgram: true,
    })
  })

  test('reads a merge group', () => {
    const merge_group = { head_sha: SHA('4'), head_ref: `refs/heads/gh-readonly-queue/main/pr-7-${SHA('2')}` }
    const event = { action: 'checks_requested', repository, merge_group }
    expect(read({ GITHUB_EVENT_NAME: 'merge_group' }, event).event).toEqual({
      kind: 'merge-group',
      action: 'checks_requested',
      headSha: SHA('4'),
      headRef: `refs/heads/gh-readonly-queue/main/pr-7-${SHA('2')}`,
    })
  })

  test.each([
    [
      'a pull request without a head',
      {},
      { ...payload, pull_request: { ...pull_request, head: {} } },
      '`pull_request.head.sha` in the event',
    ],
    [
      'a head that is no commit',
      {},
      { ...payload, pull_request: { ...pull_request, head: { ...pull_request.head, sha: '../x' } } },
      '`pull_request.head.sha` in the event',
    ],
    ['no repository', {}, {}, '`repository` in the event'],
    ['no run', { GITHUB_RUN_ID: undefined }, payload, '`GITHUB_RUN_ID` in the environment of the runner'],
    ['a run that is no number', { GITHUB_RUN_ID: '1e3' }, payload, '`GITHUB_RUN_ID` in the environment of the runner'],
  ])('refuses %s', (_, env, event, where) => {
    expect(() => read(env, event)).toThrow(UserError)
    expect(() => read(env, event)).toThrow(`This does not look like a GitHub workflow: ${where}`)
  })

  test('refuses an event that is not JSON', () => {
    expect(() => readContext(ENV, '{')).toThrow('The file of the event (GITHUB_EVENT_PATH) is not JSON.')
  })
})

import { describe, expect, test } from '@jest/globals'
import { readContext } from '../../src/github/context.ts'
import { UserError } from '../../src/model/errors.ts'
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
  head: { sha: SHA('1'), ref: 'faster', repo: { id: 43 } },
  base: { sha: SHA('2'), ref: 'main' },
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
        number: 7,
        headSha: SHA('1'),
        headRef: 'faster',
        headRepoId: 43,
        baseRef: 'main',
        baseSha: SHA('2'),
        author: 'alice',
        label: 'perf-override',
        sender: 'mona',
      },
      repository: { owner: 'acme', name: 'shop', id: 42, ownerIsOrganization: true, defaultBranch: 'main' },
      workflowRunId: 9_000_000_001,
      runAttempt: 2,
      workflowFile: 'perf.yml',
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
      author: 'ghost',
      headRepoId: null,
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
      isDefaultBranch: true,
    })
  })

  test.each(['refs/heads/feature', 'refs/tags/main', 'refs/heads/main/x'])(
    'does not take %s for the default branch',
    (ref) => {
      expect(read({ GITHUB_EVENT_NAME: 'push', GITHUB_REF: ref }, { repository }).event).toMatchObject({
        kind: 'push',
        isDefaultBranch: false,
      })
    },
  )

  test('only names other events', () => {
    expect(read({ GITHUB_EVENT_NAME: 'workflow_run', GITHUB_REF: 'refs/heads/main' }, { repository }).event).toEqual({
      kind: 'other',
      name: 'workflow_run',
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

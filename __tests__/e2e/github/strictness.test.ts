import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { Octokit } from '@octokit/rest'
import { type GitHub, startGitHub } from './start-github.ts'

let github: GitHub
let head: string

const HERE = { owner: 'acme', repo: 'shop' } as const

beforeEach(async () => {
  github = await startGitHub()
  head = await github.pushCommit({ branch: 'main', files: { 'README.md': 'shop' } })
})

afterEach(async () => {
  await github.close()
})

function client(token = github.token): Octokit {
  const ignore = (): void => {}
  return new Octokit({
    baseUrl: github.apiUrl,
    auth: token,
    log: { debug: ignore, info: ignore, warn: ignore, error: ignore },
  })
}

async function send(
  method: string,
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<Response> {
  return fetch(`${github.apiUrl}${path}`, {
    method,
    headers: { authorization: `Bearer ${github.token}`, 'user-agent': 'test', ...headers },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
}

describe('a missing permission', () => {
  test.each([
    [
      'statuses',
      {},
      'statuses=write',
      (octokit: Octokit) => octokit.rest.repos.createCommitStatus({ ...HERE, sha: head, state: 'success' }),
    ],
    [
      'contents',
      { statuses: 'write' },
      'contents=read',
      (octokit: Octokit) => octokit.rest.repos.getContent({ ...HERE, path: 'README.md' }),
    ],
    [
      'contents for writing',
      { contents: 'read' },
      'contents=write',
      (octokit: Octokit) => octokit.rest.git.createBlob({ ...HERE, content: 'x' }),
    ],
    [
      'pull-requests',
      { contents: 'write' },
      'pull_requests=write; issues=write',
      (octokit: Octokit) => octokit.rest.issues.createComment({ ...HERE, issue_number: 1, body: 'x' }),
    ],
    [
      'actions',
      { contents: 'write' },
      'actions=read',
      (octokit: Octokit) => octokit.rest.actions.listWorkflowRunArtifacts({ ...HERE, run_id: 1 }),
    ],
  ] as const)(
    '%s: 403 with the words of GitHub and the permission that would do',
    async (_name, permissions, accepted, request) => {
      github.setPermissions(permissions)
      await expect(request(client())).rejects.toMatchObject({
        status: 403,
        message: expect.stringContaining('Resource not accessible by integration'),
        response: { headers: { 'x-accepted-github-permissions': accepted } },
      })
      expect(github.violations).toEqual([])
    },
  )

  test('never closes a connection that it kept: the next request might just be on its way', async () => {
    for (const url of [github.apiUrl, github.storageUrl]) {
      const answer = await fetch(`${url}/`, { headers: { 'user-agent': 'test' } })
      await answer.arrayBuffer()
      // Node announces after how many seconds it closes a connection: https://nodejs.org/api/http.html#serverkeepalivetimeout
      expect(answer.headers.get('keep-alive')).toBeNull()
    }
  })

  test('a job cannot ask who it is; a person can; nobody cannot', async () => {
    await expect(client().rest.users.getAuthenticated()).rejects.toMatchObject({ status: 403 })
    expect((await client(github.tokenOf('mona')).rest.users.getAuthenticated()).data.login).toBe('mona')
    await expect(client('wrong').rest.repos.get(HERE)).rejects.toMatchObject({ status: 401 })
    expect(github.journal.map((entry) => [entry.operationId, entry.token, entry.status])).toEqual([
      ['users/get-authenticated', 'job', 403],
      ['users/get-authenticated', 'user', 200],
      ['repos/get', 'none', 401],
    ])
  })
})

describe('what GitHub would not understand is a violation', () => {
  test.each([
    [
      'an unknown route',
      'GET',
      '/repos/acme/shop/perf-gate',
      undefined,
      'route',
      'this operation is not in github-openapi.json',
    ],
    [
      'a wrong value',
      'POST',
      '/repos/acme/shop/statuses/abc',
      { state: 'green' },
      'request',
      'body/state must be equal to one of the allowed values',
    ],
    [
      'a missing field',
      'POST',
      '/repos/acme/shop/git/commits',
      { message: 'x' },
      'request',
      "body must have required property 'tree'",
    ],
    [
      'an unknown field',
      'POST',
      '/repos/acme/shop/git/blobs',
      { content: 'x', contents: 'x' },
      'request',
      'body has an unknown field "contents"',
    ],
    [
      'an unknown query parameter',
      'GET',
      '/repos/acme/shop/pulls?page_size=100',
      undefined,
      'request',
      'query has an unknown parameter "page_size"',
    ],
    [
      'a wrong query value',
      'GET',
      '/repos/acme/shop/pulls?per_page=all',
      undefined,
      'request',
      'query "per_page"=all must be integer',
    ],
    [
      'a wrong path value',
      'GET',
      '/repos/acme/shop/pulls/one',
      undefined,
      'request',
      'path "pull_number"=one must be integer',
    ],
    ['a body that is no JSON object', 'POST', '/repos/acme/shop/git/blobs', 'text', 'request', 'body must be object'],
  ] as const)('%s', async (_name, method, path, body, side, problem) => {
    const response = await send(method, path, body)
    expect(response.status).toBe(side === 'route' ? 404 : 422)
    expect(github.violations).toEqual([
      { request: `${method} ${path}`, side, problems: [expect.stringContaining(problem)] },
    ])
  })

  test('our own answer that breaks the description is one, too', async () => {
    const runId = await github.addWorkflowRun({ event: 'push', headSha: head, headBranch: 'main', actor: 'alice' })
    Object.assign(github.world.runs.get(runId) ?? {}, { head_sha: 7 })
    await send('GET', `/repos/acme/shop/actions/runs/${runId}`)
    expect(github.violations).toMatchObject([
      { side: 'answer', problems: [expect.stringContaining('answer/head_sha must be string')] },
    ])
  })

  test('what the description does not say: 140 characters, 1,000 statuses a context, an existing commit', async () => {
    const create = (body: object, sha = head): Promise<Response> =>
      send('POST', `/repos/acme/shop/statuses/${sha}`, { state: 'success', context: 'perf-gate', ...body })
    expect((await create({ description: 'é'.repeat(140) })).status).toBe(201)
    expect((await create({ description: 'é'.repeat(141) })).status).toBe(422)
    expect((await create({}, '0'.repeat(40))).status).toBe(422)
    for (let made = 1; made < 1000; made += 1) github.world.statuses.push({ sha: head, context: 'perf-gate', data: {} })
    expect((await create({})).status).toBe(422)
    expect((await create({ context: 'other' })).status).toBe(201)
    expect(github.violations).toEqual([])
  })
})

describe('planned faults', () => {
  test('an answer with retry-after, then the real one; only the named request is hit', async () => {
    github.faults.push({
      method: 'GET',
      path: /\/pulls$/,
      times: 2,
      effect: { kind: 'answer', status: 429, headers: { 'retry-after': '1' } },
    })
    const seen = []
    for (const path of [
      '/repos/acme/shop',
      '/repos/acme/shop/pulls',
      '/repos/acme/shop/pulls',
      '/repos/acme/shop/pulls',
    ]) {
      const response = await send('GET', path)
      seen.push([response.status, response.headers.get('retry-after')])
    }
    expect(seen).toEqual([
      [200, null],
      [429, '1'],
      [429, '1'],
      [200, null],
    ])
    expect(github.faults.pending()).toBe(0)
  })

  test('a cut connection, before and after the work was done', async () => {
    const path = `/repos/acme/shop/statuses/${head}`
    github.faults.push({ method: 'POST', path: /statuses/, effect: { kind: 'reset' } })
    await expect(send('POST', path, { state: 'success' })).rejects.toThrow('fetch failed')
    expect(github.statusesOf(head)).toHaveLength(0)
    github.faults.push({ method: 'POST', path: /statuses/, effect: { kind: 'reset-after' } })
    await expect(send('POST', path, { state: 'success' })).rejects.toThrow('fetch failed')
    expect(github.statusesOf(head)).toHaveLength(1)
    expect(github.journal.map((entry) => entry.status)).toEqual([0, 0])
  })

  test('a body that ends early', async () => {
    github.faults.push({ method: 'GET', path: /shop$/, effect: { kind: 'truncate' } })
    await expect(send('GET', '/repos/acme/shop').then((response) => response.text())).rejects.toThrow('terminated')
  })

  test('another writer is faster: the compare-and-set is lost', async () => {
    github.setPermissions({ contents: 'write' })
    const { git } = client().rest
    const { data: commit } = await git.getCommit({ ...HERE, commit_sha: head })
    const { data: mine } = await git.createCommit({ ...HERE, message: 'mine', tree: commit.tree.sha, parents: [head] })
    github.faults.push({
      method: 'PATCH',
      path: /git\/refs/,
      effect: {
        kind: 'meanwhile',
        happens: async () => {
          await github.pushCommit({ branch: 'main', files: { 'other.md': 'faster' } })
        },
      },
    })
    await expect(git.updateRef({ ...HERE, ref: 'heads/main', sha: mine.sha, force: false })).rejects.toMatchObject({
      status: 422,
    })
    expect(await github.readBranchFile('main', 'other.md')).toBe('faster')
  })
})

describe('lists', () => {
  test('pages of at most 100, with the links of GitHub', async () => {
    const number = await openPull()
    for (let index = 0; index < 205; index += 1) await github.comment(number, 'mona', `comment ${index}`)
    const response = await send('GET', `/repos/acme/shop/issues/${number}/comments?per_page=500&page=2`)
    expect(((await response.json()) as unknown[]).length).toBe(100)
    expect(response.headers.get('link')).toContain(
      `<${github.apiUrl}/repos/acme/shop/issues/${number}/comments?per_page=100&page=3>; rel="next"`,
    )
    const all = await client().paginate(client().rest.issues.listComments, {
      ...HERE,
      issue_number: number,
      per_page: 100,
    })
    expect(all.map((comment) => comment.body)).toEqual(Array.from({ length: 205 }, (_, index) => `comment ${index}`))

    const runId = await github.addWorkflowRun({ event: 'push', headSha: head, headBranch: 'main', actor: 'alice' })
    const ids = Array.from({ length: 35 }, (_, index) =>
      github.uploadArtifact(runId, `k6-results-${index}`, Buffer.from('x')),
    )
    const listed = await client().paginate(client().rest.actions.listWorkflowRunArtifacts, { ...HERE, run_id: runId })
    expect(listed.map((artifact) => artifact.id)).toEqual(ids.reverse())
    expect(github.violations).toEqual([])
  })

  async function openPull(): Promise<number> {
    await github.pushCommit({ branch: 'change', from: 'main', files: { 'a.md': 'a' } })
    return github.openPull({ head: 'change', base: 'main', author: 'alice' })
  }
})

test('two played GitHubs with the same story have the same commits, ids and times', async () => {
  const tell = async (played: GitHub): Promise<unknown> => {
    await played.pushCommit({ branch: 'main', files: { 'README.md': 'shop' } })
    await played.pushCommit({ branch: 'change', from: 'main', files: { 'a.md': 'a' } })
    const number = await played.openPull({ head: 'change', base: 'main', author: 'alice' })
    await played.label(number, 'perf-override', { actor: 'mona' })
    await played.comment(number, 'mona', 'hello')
    const text = JSON.stringify([await played.pull(number), await played.commentsOf(number), played.world.labelEvents])
    return JSON.parse(text.replaceAll(played.apiUrl, 'http://played'))
  }
  const [first, second] = [await startGitHub(), await startGitHub()]
  const [told, again] = [await tell(first), await tell(second)]
  await Promise.all([first.close(), second.close()])
  expect(told).toEqual(again)
})

test('a repository of a person has that person as its owner and administrator', async () => {
  const personal = await startGitHub({ owner: 'ada', ownerType: 'User', visibility: 'public', people: { eve: 'none' } })
  await personal.pushCommit({ branch: 'main', files: { 'README.md': 'shop' } })
  const octokit = new Octokit({ baseUrl: personal.apiUrl, auth: personal.token })
  const { data: repository } = await octokit.rest.repos.get({ owner: 'ada', repo: 'shop' })
  const { data: level } = await octokit.rest.repos.getCollaboratorPermissionLevel({
    owner: 'ada',
    repo: 'shop',
    username: 'ada',
  })
  await personal.close()
  expect(repository).toMatchObject({ private: false, owner: { login: 'ada', type: 'User' } })
  expect(level.role_name).toBe('admin')
  expect(personal.violations).toEqual([])
})

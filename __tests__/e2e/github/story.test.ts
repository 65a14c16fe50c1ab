import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { Octokit } from '@octokit/rest'
import { artifactZip, digestOf } from './artifact-zip.ts'
import { type GitHub, startGitHub } from './start-github.ts'

let github: GitHub

beforeEach(async () => {
  github = await startGitHub()
})

afterEach(async () => {
  await github.close()
})

const HERE = { owner: 'acme', repo: 'shop' } as const

function job(): Octokit {
  const ignore = (): void => {}
  return new Octokit({
    baseUrl: github.apiUrl,
    auth: github.token,
    log: { debug: ignore, info: ignore, warn: ignore, error: ignore },
  })
}

/** A repository with one commit on main and one pull request by alice. */
async function withPull(): Promise<{ main: string; head: string; number: number }> {
  const main = await github.pushCommit({ branch: 'main', files: { 'README.md': 'shop', 'src/app.js': 'v1' } })
  const head = await github.pushCommit({
    branch: 'feature/fast',
    from: 'main',
    files: { 'src/app.js': 'v2' },
    author: 'alice',
  })
  const number = await github.openPull({ head: 'feature/fast', base: 'main', author: 'alice' })
  return { main, head, number }
}

async function statusOf(promise: Promise<unknown>): Promise<number> {
  try {
    await promise
    return 200
  } catch (error) {
    return (error as { status: number }).status
  }
}

describe('a story without perf-gate', () => {
  test('a commit, a pull request, a status that blocks the merge and one that allows it', async () => {
    const { main, head, number } = await withPull()
    await github.requireStatus('main', 'perf-gate')
    const client = job()

    const { data: pull } = await client.rest.pulls.get({ ...HERE, pull_number: number })
    expect([pull.head.sha, pull.base.sha, pull.user.login, pull.mergeable_state]).toEqual([
      head,
      main,
      'alice',
      'blocked',
    ])
    const { data: merge } = await client.rest.git.getCommit({ ...HERE, commit_sha: pull.merge_commit_sha ?? '' })
    expect(merge.parents.map((parent) => parent.sha)).toEqual([main, head])
    expect(await github.merge(number, 'mona')).toEqual({
      merged: false,
      message: 'Required status check "perf-gate" is expected.',
      sha: null,
    })

    await client.rest.repos.createCommitStatus({
      ...HERE,
      sha: head,
      state: 'failure',
      context: 'perf-gate',
      description: 'p95 +8 %',
    })
    expect(await github.merge(number, 'mona')).toMatchObject({
      merged: false,
      message: 'Required status check "perf-gate" is failing.',
    })
    await client.rest.repos.createCommitStatus({ ...HERE, sha: head, state: 'success', context: 'perf-gate' })
    expect((await client.rest.repos.getCombinedStatusForRef({ ...HERE, ref: head })).data.state).toBe('success')
    expect(await github.merge(number, 'otto')).toMatchObject({ merged: false })
    const merged = await github.merge(number, 'mona')
    expect(merged.merged).toBe(true)
    expect(await github.refSha('heads/main')).toBe(merged.sha)
    expect(await github.readBranchFile('main', 'src/app.js')).toBe('v2')
    expect(github.statusesOf(head).map((status) => status.state)).toEqual(['failure', 'success'])
    expect((await client.rest.pulls.get({ ...HERE, pull_number: number })).data).toMatchObject({
      merged: true,
      state: 'closed',
      merged_by: { login: 'mona' },
    })
    expect(github.violations).toEqual([])
  })

  test('labels, their events, roles, comments and reviews', async () => {
    const { number } = await withPull()
    const client = job()
    await github.label(number, 'perf-override', { actor: 'tina' })
    await github.unlabel(number, 'perf-override', { actor: 'mona' })
    await github.label(number, 'perf-override', { actor: 'mona' })
    const events = await client.paginate(client.rest.issues.listEvents, { ...HERE, issue_number: number, per_page: 2 })
    expect(events.map((event) => [event.event, event.actor?.login, event.created_at])).toEqual([
      ['labeled', 'tina', expect.stringMatching(/^2026-01-05T09:00:\d\dZ$/)],
      ['unlabeled', 'mona', expect.any(String)],
      ['labeled', 'mona', expect.any(String)],
    ])
    expect((await client.rest.issues.listLabelsOnIssue({ ...HERE, issue_number: number })).data).toMatchObject([
      { name: 'perf-override' },
    ])

    github.setRole('bob', { roleName: 'perf-approver', permission: 'read' })
    const roles = await Promise.all(
      ['tina', 'mona', 'bob', 'eve'].map(
        async (username) => (await client.rest.repos.getCollaboratorPermissionLevel({ ...HERE, username })).data,
      ),
    )
    expect(roles.map((role) => [role.role_name, role.permission])).toEqual([
      ['triage', 'read'],
      ['maintain', 'write'],
      ['perf-approver', 'read'],
      ['none', 'none'],
    ])

    await github.comment(number, 'mona', 'perf-override: known slower, fixed next week')
    const { data: own } = await client.rest.issues.createComment({ ...HERE, issue_number: number, body: 'report 1' })
    await client.rest.issues.updateComment({ ...HERE, comment_id: own.id, body: 'report 2' })
    const comments = await github.commentsOf(number)
    expect(
      comments.map((comment) => [
        comment.user?.login,
        comment.user?.type,
        comment.performed_via_github_app?.slug ?? null,
        comment.body,
      ]),
    ).toEqual([
      ['mona', 'User', null, 'perf-override: known slower, fixed next week'],
      ['github-actions[bot]', 'Bot', 'github-actions', 'report 2'],
    ])
    expect(
      await statusOf(client.rest.issues.createComment({ ...HERE, issue_number: number, body: 'x'.repeat(65_537) })),
    ).toBe(422)

    await github.review(number, 'mona', 'APPROVE')
    const { data: reviews } = await client.rest.pulls.listReviews({ ...HERE, pull_number: number })
    expect(reviews.map((review) => [review.user?.login, review.state, review.commit_id])).toEqual([
      ['mona', 'APPROVED', (await github.pull(number)).head.sha],
    ])
    expect(github.violations).toEqual([])
  })

  test('an artifact is downloaded through a redirect to another origin, which never sees the token', async () => {
    const { head, number } = await withPull()
    const client = job()
    const runId = await github.addWorkflowRun({
      event: 'pull_request',
      headSha: head,
      headBranch: 'feature/fast',
      actor: 'alice',
    })
    const zip = await artifactZip({ 'checkout/run-1/summary.json': '{}' })
    const id = github.uploadArtifact(runId, 'k6-results', zip)

    const { data: runs } = await client.rest.actions.listWorkflowRuns({
      ...HERE,
      workflow_id: 'perf.yml',
      head_sha: head,
      event: 'pull_request',
      status: 'completed',
    })
    expect(runs.workflow_runs.map((run) => [run.id, run.pull_requests?.[0]?.number])).toEqual([[runId, number]])
    const { data: artifacts } = await client.rest.actions.listWorkflowRunArtifacts({
      ...HERE,
      run_id: runId,
      name: 'k6-results',
    })
    expect(artifacts.artifacts).toMatchObject([
      { id, digest: digestOf(zip), size_in_bytes: zip.length, workflow_run: { head_sha: head } },
    ])

    const url = `${github.apiUrl}/repos/acme/shop/actions/artifacts/${id}/zip`
    const headers = { authorization: `Bearer ${github.token}`, 'user-agent': 'test' }
    const redirect = await fetch(url, { headers, redirect: 'manual' })
    expect(redirect.status).toBe(302)
    const location = new URL(redirect.headers.get('location') ?? '')
    expect(location.origin).toBe(github.storageUrl)
    const bytes = Buffer.from(await (await fetch(location)).arrayBuffer())
    expect(bytes.equals(zip)).toBe(true)
    expect(github.violations).toEqual([])

    github.clock.advance(61)
    expect((await fetch(location)).status).toBe(403)
    await fetch(location, { headers })
    expect(github.violations).toMatchObject([{ problems: ['the token was sent to the storage'] }])
    github.expireArtifact(id)
    expect((await fetch(url, { headers, redirect: 'manual' })).status).toBe(410)
  })

  test('a branch is written through the Git Data API; of two writers the second is refused', async () => {
    const { main } = await withPull()
    github.setPermissions({ contents: 'write' })
    const { git } = job().rest
    const write = async (content: string, parents: string[]): Promise<string> => {
      const { data: blob } = await git.createBlob({ ...HERE, content, encoding: 'utf-8' })
      const { data: tree } = await git.createTree({
        ...HERE,
        tree: [{ path: 'v1/checkout.ndjson', mode: '100644', type: 'blob', sha: blob.sha }],
      })
      return (await git.createCommit({ ...HERE, message: 'record', tree: tree.sha, parents })).data.sha
    }
    const root = await write('a\n', [])
    // The SHA that `git commit-tree` gives for the same tree, author and time (2026-01-05T09:00:06Z).
    expect(root).toBe('4a10433af1574c15456f07c36f493aaddc238570')
    await git.createRef({ ...HERE, ref: 'refs/heads/perf-baselines', sha: root })
    expect(await statusOf(git.createRef({ ...HERE, ref: 'refs/heads/perf-baselines', sha: root }))).toBe(422)
    const [first, second] = [await write('a\nb\n', [root]), await write('a\nc\n', [root])]
    await git.updateRef({ ...HERE, ref: 'heads/perf-baselines', sha: first, force: false })
    await expect(
      git.updateRef({ ...HERE, ref: 'heads/perf-baselines', sha: second, force: false }),
    ).rejects.toMatchObject({ status: 422, message: expect.stringContaining('Update is not a fast forward') })
    expect(await github.readBranchFile('perf-baselines', 'v1/checkout.ndjson')).toBe('a\nb\n')
    expect(await github.refSha('heads/main')).toBe(main)
    expect(github.violations).toEqual([])
  })
})

describe('what the head, the base and the test merge are', () => {
  test('the base of a pull request stays, its test merge follows the base branch, and a push moves both', async () => {
    const { main, head, number } = await withPull()
    const newer = await github.pushCommit({ branch: 'main', files: { 'docs.md': 'new' } })
    const before = await github.pull(number)
    expect(before.base.sha).toBe(main)
    expect(await github.world.git.parentsOf(before.merge_commit_sha ?? '')).toEqual([newer, head])
    expect(await github.refSha(`pull/${number}/merge`)).toBe(before.merge_commit_sha)

    const pushed = await github.pushToPull(number, { 'src/app.js': 'v3' })
    const after = await github.pull(number)
    expect([after.head.sha, after.base.sha, after.changed_files]).toEqual([pushed, newer, 1])
    const { data: compared } = await job().rest.repos.compareCommitsWithBasehead({
      ...HERE,
      basehead: `${newer}...${pushed}`,
    })
    expect([compared.merge_base_commit.sha, compared.status, compared.ahead_by]).toEqual([main, 'diverged', 2])
    const { data: files } = await job().rest.pulls.listFiles({ ...HERE, pull_number: number })
    expect(files.map((file) => file.filename)).toEqual(['src/app.js'])

    await github.pushCommit({ branch: 'main', files: { 'src/app.js': 'conflict' } })
    expect(await github.pull(number)).toMatchObject({
      mergeable: false,
      mergeable_state: 'dirty',
      merge_commit_sha: null,
    })
    expect(await github.merge(number, 'ada')).toMatchObject({ merged: false, message: 'Pull Request is not mergeable' })
    expect(github.violations).toEqual([])
  })

  test('contents and commits are read at any ref', async () => {
    const { main, head } = await withPull()
    const client = job()
    const at = async (ref: string): Promise<unknown> =>
      (await client.rest.repos.getContent({ ...HERE, path: 'src/app.js', ref, mediaType: { format: 'raw' } })).data
    expect([await at(main), await at(head), await at('feature/fast')]).toEqual(['v1', 'v2', 'v2'])
    expect(await statusOf(client.rest.repos.getContent({ ...HERE, path: '.github/perf-gate.yml', ref: main }))).toBe(
      404,
    )
    const { data: commits } = await client.rest.repos.listCommits({ ...HERE, sha: head })
    expect(commits.map((commit) => commit.sha)).toEqual([head, main])
    expect((await client.rest.repos.get(HERE)).data).toMatchObject({
      private: true,
      default_branch: 'main',
      owner: { type: 'Organization' },
    })
    expect((await client.rest.repos.getBranch({ ...HERE, branch: 'feature/fast' })).data.commit.sha).toBe(head)
    expect(github.violations).toEqual([])
  })

  test('a pull request from a fork has another repository behind its head, and its commits belong to no pull request', async () => {
    await github.pushCommit({ branch: 'main', files: { 'README.md': 'shop' } })
    const number = await github.openForkPull({
      head: 'faster',
      base: 'main',
      author: 'eve',
      files: { 'README.md': 'shop!' },
    })
    const client = job()
    const { data: pull } = await client.rest.pulls.get({ ...HERE, pull_number: number })
    expect([pull.head.label, pull.head.repo?.full_name, pull.base.repo.full_name]).toEqual([
      'eve:faster',
      'eve/shop',
      'acme/shop',
    ])
    expect(pull.head.repo?.id).not.toBe(pull.base.repo.id)
    expect(
      (await client.rest.repos.listPullRequestsAssociatedWithCommit({ ...HERE, commit_sha: pull.head.sha })).data,
    ).toEqual([])
    expect(
      (await client.rest.pulls.list({ ...HERE, state: 'open', head: 'eve:faster' })).data.map((found) => found.number),
    ).toEqual([number])
    expect(github.violations).toEqual([])
  })
})

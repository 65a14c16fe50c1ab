import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { createClient } from '../../src/github/client.ts'
import { readOverrideFacts } from '../../src/github/override-facts.ts'
import { type GitHub, startGitHub } from '../e2e/github/start-github.ts'
import { SHA, scriptGitHub } from './scripted-github.ts'

const LABEL = 'perf-override'
const READ_AT = '2026-01-06T09:00:00Z'

describe('readOverrideFacts', () => {
  let github: GitHub
  let pullRequest: number

  beforeEach(async () => {
    github = await startGitHub()
    await github.pushCommit({ branch: 'main', files: { 'a.txt': '1' } })
    await github.pushCommit({ branch: 'faster', from: 'main', files: { 'a.txt': '2' } })
    pullRequest = await github.openPull({ head: 'faster', base: 'main', author: 'alice' })
  })

  afterEach(async () => {
    await github.close()
    expect(github.violations).toEqual([])
  })

  const read = async (withReviews = false) => (await reading(withReviews)).facts
  const reading = async (withReviews: boolean) =>
    readOverrideFacts(createClient({ ...github, secondMs: 0 }), {
      pullRequest: {
        number: pullRequest,
        headSha: '',
        headRef: 'faster',
        headRepoId: (await github.pull(pullRequest)).head.repo?.id ?? 0,
        live: null,
      },
      label: LABEL,
      ownerIsOrganization: true,
      withReviews,
      accepted: Promise.resolve(null),
      readAt: READ_AT,
    })

  test('sends one request if the label is not set', async () => {
    const headSha = await github.refSha('heads/faster')
    await github.comment(pullRequest, 'mona', '/perf-override new tax rules')
    expect(await read()).toEqual({
      label: LABEL,
      labelPresent: false,
      accepted: null,
      events: [],
      actorRole: null,
      pullRequest: { number: pullRequest, author: 'alice', headSha, body: expect.any(String) },
      ownerIsOrganization: true,
      headSeenAt: null,
      headPushedBy: null,
      baseChangedAt: null,
      bodyEdited: null,
      comments: [],
      reviews: [],
      readAt: READ_AT,
    })
    expect(github.journal.map(({ operationId }) => operationId)).toEqual(['pulls/get'])
  })

  test('gathers who, when and why', async () => {
    const headSha = (await github.refSha('heads/faster')) ?? ''
    const run = { event: 'pull_request', headSha, headBranch: 'faster', actor: 'alice' }
    await github.addWorkflowRun({ ...run, actor: 'bob' })
    await github.addWorkflowRun(run)
    await github.label(pullRequest, 'docs', { actor: 'tina' })
    await github.label(pullRequest, LABEL, { actor: 'tina' })
    await github.unlabel(pullRequest, LABEL, { actor: 'tina' })
    await github.label(pullRequest, LABEL, { actor: 'mona' })
    const reason = await github.comment(pullRequest, 'mona', 'Discussed.\n/perf-override new tax rules')
    await github.comment(pullRequest, 'bob', 'looks fine, use `/perf-override`')
    const other = await github.comment(pullRequest, 'otto', '/perf-override me too')
    const facts = await read()
    expect(facts).toMatchObject({
      labelPresent: true,
      actorRole: 'maintain',
      events: [
        { kind: 'labeled', actor: 'tina', actorIsBot: false },
        { kind: 'unlabeled', actor: 'tina', actorIsBot: false },
        { kind: 'labeled', actor: 'mona', actorIsBot: false },
      ],
      comments: [
        { id: reason, author: 'mona', authorRole: 'maintain', body: 'Discussed.\n/perf-override new tax rules' },
        // The person who set the label gave the reason, so nobody else is looked up.
        { id: other, author: 'otto', authorRole: null },
      ],
    })
    const runs = [...github.world.runs.values()].map(({ created_at }) => String(created_at)).sort()
    expect(facts.headSeenAt).toBe(runs[0])
    expect(facts.headPushedBy).toBe('bob')
    expect(github.journal.map(({ operationId }) => operationId)).toEqual([
      'pulls/get',
      'issues/list-events',
      'issues/list-comments',
      'repos/get-collaborator-permission-level',
      'actions/list-workflow-runs-for-repo',
    ])
  })

  test('does not know who pushed if another event came first', async () => {
    const headSha = (await github.refSha('heads/faster')) ?? ''
    await github.addWorkflowRun({ event: 'workflow_dispatch', headSha, headBranch: 'faster', actor: 'mona' })
    await github.addWorkflowRun({ event: 'pull_request', headSha, headBranch: 'faster', actor: 'alice' })
    await github.label(pullRequest, LABEL, { actor: 'mona' })
    expect((await read()).headPushedBy).toBeNull()
  })

  test('a commit is the head since its first run on this branch, wherever it was seen before', async () => {
    const headSha = (await github.refSha('heads/faster')) ?? ''
    const run = { event: 'pull_request', headSha, actor: 'alice' }
    await github.addWorkflowRun({ ...run, headBranch: 'elsewhere' })
    await github.openForkPull({ head: 'faster', base: 'main', author: 'eve', files: { 'c.txt': '1' } })
    await github.addWorkflowRun({ ...run, headBranch: 'faster', forkOwner: 'eve' })
    await github.label(pullRequest, LABEL, { actor: 'mona' })
    expect((await read()).headSeenAt).toBeNull()
    const own = await github.addWorkflowRun({ ...run, headBranch: 'faster' })
    expect((await read()).headSeenAt).toBe(github.world.runs.get(own)?.created_at)
  })

  test('a commit that the head was moved away from and back is the head since it came back', async () => {
    const back = (await github.refSha('heads/faster')) ?? ''
    const run = { event: 'pull_request', headBranch: 'faster', actor: 'alice' }
    await github.addWorkflowRun({ ...run, headSha: back })
    // A forced push moved the branch to an earlier commit, and a normal push moved it back to this head.
    const before = (await github.refSha('heads/main')) ?? ''
    await github.movePull(pullRequest, before)
    await github.addWorkflowRun({ ...run, headSha: before })
    await github.label(pullRequest, LABEL, { actor: 'mona' })
    await github.movePull(pullRequest, back)
    expect((await read()).headSeenAt).toBeNull()
    const again = await github.addWorkflowRun({ ...run, headSha: back })
    const facts = await read()
    expect(facts.headSeenAt).toBe(github.world.runs.get(again)?.created_at)
    expect(Date.parse(facts.headSeenAt ?? '')).toBeGreaterThan(Date.parse(facts.events.at(-1)?.at ?? ''))
  })

  test('a commit that the head was moved to by force is the head since then, also when its run is a moment older', async () => {
    const headSha = (await github.refSha('heads/faster')) ?? ''
    await github.addWorkflowRun({ event: 'pull_request', headSha, headBranch: 'faster', actor: 'alice' })
    await github.movePull(pullRequest, (await github.refSha('heads/main')) ?? '')
    await github.label(pullRequest, LABEL, { actor: 'mona' })
    const actor = 'bob'
    const at = github.clock.tick()
    github.world.forcePushes.push({
      id: github.world.newId(),
      issueNumber: pullRequest,
      actor,
      sha: headSha,
      createdAt: at,
    })
    await github.world.git.writeRef('heads/faster', headSha)
    expect(await read()).toMatchObject({ headSeenAt: at, headPushedBy: 'bob' })
  })

  test('a commit that was here before another one is the head since it came back, also without a move by force', async () => {
    const worse = (await github.refSha('heads/faster')) ?? ''
    const mild = (await github.refSha('heads/main')) ?? ''
    const run = { event: 'pull_request', headBranch: 'faster', actor: 'alice' }
    const early = await github.addWorkflowRun({ ...run, headSha: worse })
    await github.addWorkflowRun({ ...run, headSha: mild })
    await github.label(pullRequest, LABEL, { actor: 'mona' })
    // The only run of this head is older than a run of another commit, so it is not known since when the commit is the head
    // again.
    expect((await read()).headSeenAt).toBeNull()
    const again = await github.addWorkflowRun({ ...run, headSha: worse })
    const { headSeenAt } = await read()
    expect(headSeenAt).toBe(github.world.runs.get(again)?.created_at)
    expect(headSeenAt).not.toBe(github.world.runs.get(early)?.created_at)
  })

  test('says when the base branch was changed, and who edited a description that may be a reason', async () => {
    await github.pushCommit({ branch: 'release/1', from: 'main', files: { 'v.md': '1' } })
    await github.describe(pullRequest, '### Performance override\nBecause.')
    await github.label(pullRequest, 'Perf-Override', { actor: 'mona' })
    expect(await read()).toMatchObject({
      labelPresent: true,
      events: [{ kind: 'labeled', actor: 'mona' }],
      baseChangedAt: null,
      bodyEdited: { at: github.world.descriptionEdits.get(pullRequest)?.at, by: 'alice' },
    })
    await github.retarget(pullRequest, 'release/1')
    const { baseChangedAt } = await read()
    expect(baseChangedAt).toBe(github.world.baseChanges[0]?.createdAt)
  })

  test('reads reviews only where the policy asks for one, with the commit and the role of each', async () => {
    const headSha = await github.refSha('heads/faster')
    await github.review(pullRequest, 'otto', 'APPROVE')
    await github.review(pullRequest, 'mona', 'APPROVE')
    await github.review(pullRequest, 'mona', 'REQUEST_CHANGES')
    await github.review(pullRequest, 'bob', 'COMMENT')
    await github.label(pullRequest, LABEL, { actor: 'mona' })
    expect((await read()).reviews).toEqual([])
    expect(github.journal.some(({ operationId }) => operationId === 'pulls/list-reviews')).toBe(false)
    expect((await read(true)).reviews).toEqual([
      { author: 'otto', authorRole: 'read', state: 'approved', commit: headSha, at: expect.any(String) },
      { author: 'mona', authorRole: 'maintain', state: 'approved', commit: headSha, at: expect.any(String) },
      { author: 'mona', authorRole: 'maintain', state: 'changes-requested', commit: headSha, at: expect.any(String) },
    ])
  })

  test('says when a bot set the label', async () => {
    await github.label(pullRequest, LABEL, { actor: 'github-actions[bot]' })
    expect((await read()).events).toMatchObject([{ kind: 'labeled', actor: 'github-actions[bot]', actorIsBot: true }])
  })

  test('reads the events of all pages', async () => {
    for (let index = 0; index < 51; index += 1) {
      await github.label(pullRequest, LABEL, { actor: 'mona' })
      await github.unlabel(pullRequest, LABEL, { actor: 'mona' })
    }
    await github.label(pullRequest, LABEL, { actor: 'tina' })
    const { events, actorRole } = await read()
    expect(events).toHaveLength(103)
    expect(actorRole).toBe('triage')
  })
})

describe('readOverrideFacts, on lists that are too long or were cut off', () => {
  const pull = {
    body: {
      labels: [{ name: LABEL }],
      user: { login: 'alice' },
      head: { sha: SHA('1') },
      body: null,
      created_at: '2026-11-22T09:00:00Z',
    },
  }
  const EVENTS = 'GET /issues/7/events?per_page=100'
  const COMMENTS = 'GET /issues/7/comments?per_page=100'
  const REVIEWS = 'GET /pulls/7/reviews?per_page=100'
  const RUNS = 'GET /actions/runs?branch=faster&per_page=100&page=1'
  const read = async (script: Parameters<typeof scriptGitHub>[0]) => {
    const { client } = scriptGitHub({
      'GET /pulls/7': pull,
      [EVENTS]: { body: [] },
      [COMMENTS]: { body: [] },
      [REVIEWS]: { body: [] },
      ...script,
    })
    const reading = await readOverrideFacts(client, {
      pullRequest: { number: 7, headSha: '', headRef: 'faster', headRepoId: 42, live: null },
      label: LABEL,
      ownerIsOrganization: false,
      withReviews: true,
      accepted: Promise.resolve(null),
      readAt: READ_AT,
    })
    return reading.facts
  }

  test('looks up only the two newest authors of a command, so that a crowd costs no requests', async () => {
    const names = ['mona', 'a', 'b', 'mona', 'c', 'd']
    const body = names.map((login, id) => ({
      id,
      user: { login },
      body: '/perf-override because',
      created_at: READ_AT,
      updated_at: READ_AT,
    }))
    const role = (login: string) =>
      [`GET /collaborators/${login}/permission`, { body: { role_name: 'write' } }] as const
    const facts = await read({
      [COMMENTS]: { body },
      [RUNS]: { body: { total_count: 0, workflow_runs: [] } },
      ...Object.fromEntries(['d', 'c'].map(role)),
    })
    expect(facts.comments.map(({ author, authorRole }) => [author, authorRole])).toEqual([
      ['mona', null],
      ['a', null],
      ['b', null],
      ['mona', null],
      ['c', 'write'],
      ['d', 'write'],
    ])
  })

  test('a crowd of outsiders does not hide the person who took the override back', async () => {
    const comments = [
      ['mona', 'MEMBER', '/perf-override because it pays'],
      ['ada', 'MEMBER', '/perf-override-cancel'],
      ...['a', 'b', 'c'].map((login) => [login, 'NONE', '/perf-override-cancel']),
    ]
    const body = comments.map(([login, author_association, text], id) => {
      return { id, user: { login }, author_association, body: text, created_at: READ_AT, updated_at: READ_AT }
    })
    const label = { event: 'labeled', label: { name: LABEL }, actor: { login: 'mona' }, created_at: READ_AT }
    const role = (login: string) =>
      [`GET /collaborators/${login}/permission`, { body: { role_name: 'maintain' } }] as const
    const facts = await read({
      [EVENTS]: { body: [label] },
      [COMMENTS]: { body },
      [RUNS]: { body: { total_count: 0, workflow_runs: [] } },
      ...Object.fromEntries(['mona', 'ada', 'c'].map(role)),
    })
    expect(facts.comments.map(({ author, authorRole }) => [author, authorRole])).toEqual([
      ['mona', 'maintain'],
      ['ada', 'maintain'],
      ['a', null],
      ['b', null],
      ['c', 'maintain'],
    ])
  })

  test('decides nothing on a part of the events', async () => {
    const link = `<https://api.github.test/repos/acme/shop/issues/7/events?per_page=100>; rel="next"`
    await expect(read({ [EVENTS]: { headers: { link }, body: [] } })).rejects.toThrow(
      'Pull request #7 has more than 1000 events',
    )
  })

  test('decides nothing on a part of the reviews', async () => {
    const link = `<https://api.github.test/repos/acme/shop/pulls/7/reviews?per_page=100>; rel="next"`
    await expect(read({ [REVIEWS]: { headers: { link }, body: [] } })).rejects.toThrow(
      'Pull request #7 has more than 1000 reviews',
    )
  })

  test('does not take a list that was cut off for a short one', async () => {
    const cut = { bytes: Buffer.from('[{"event": "label'), headers: { 'content-type': 'application/json' } }
    await expect(read({ [EVENTS]: cut })).rejects.toThrow('was cut off')
  })

  const runs = (sha: string, ...times: readonly string[]) =>
    times.map((created_at) => {
      const head = { head_sha: sha, head_branch: 'faster', head_repository: { id: 42 } }
      return { created_at, event: 'push', actor: { login: 'alice' }, ...head }
    })
  const page = (...workflow_runs: ReturnType<typeof runs>) => ({ body: { total_count: 250, workflow_runs } })
  const minutes = (count: number) =>
    Array.from({ length: count }, (_, index) => new Date(Date.UTC(2026, 10, 22, 20) - 60_000 * index).toISOString())

  test('reads on while all runs of a page are of the head, and stops at another commit', async () => {
    const times = minutes(102)
    const facts = await read({
      [RUNS]: page(...runs(SHA('1'), ...times.slice(0, 100))),
      [RUNS.replace('&page=1', '&page=2')]: page(
        ...runs(SHA('1'), ...times.slice(100)),
        ...runs(SHA('2'), '2026-11-22T12:00:00Z'),
        ...runs(SHA('1'), '2026-11-22T10:00:00Z'),
      ),
    })
    expect(facts).toMatchObject({ headSeenAt: times[101], headPushedBy: 'alice', pullRequest: { body: '' } })
  })

  test('takes the later time where there are more runs than are read: an override must be set anew then', async () => {
    const times = minutes(300)
    const facts = await read(
      Object.fromEntries(
        [1, 2, 3].map((number) => [
          RUNS.replace('&page=1', `&page=${number}`),
          page(...runs(SHA('1'), ...times.slice(100 * (number - 1), 100 * number))),
        ]),
      ),
    )
    expect(facts.headSeenAt).toBe(times[299])
  })

  test('a run before the pull request was opened does not count', async () => {
    const facts = await read({ [RUNS]: page(...runs(SHA('1'), '2026-11-22T10:00:00Z', '2026-11-22T08:59:59Z')) })
    expect(facts.headSeenAt).toBe('2026-11-22T10:00:00Z')
  })

  test('without a run the time is unknown, and so is the role of a stranger', async () => {
    const at = '2026-11-22T10:00:00Z'
    const events = [
      { event: 'labeled', actor: null, created_at: at, label: { name: LABEL }, performed_via_github_app: null },
    ]
    const facts = await read({
      [EVENTS]: { body: events },
      'GET /collaborators/ghost/permission': { status: 404, body: { message: 'Not Found' } },
      [RUNS]: { body: { total_count: 0, workflow_runs: [] } },
    })
    expect(facts).toMatchObject({
      headSeenAt: null,
      actorRole: null,
      events: [{ kind: 'labeled', actor: 'ghost', actorIsBot: false, at }],
    })
  })
})

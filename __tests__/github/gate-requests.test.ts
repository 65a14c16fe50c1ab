import { createHash } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { compareWithBase, findAnchor, openHistory } from '../../src/github/anchor.ts'
import { downloadArtifact, listArtifacts } from '../../src/github/artifacts.ts'
import { createClient, type GitHubClient } from '../../src/github/client.ts'
import { findLoadTests } from '../../src/github/load-test-run.ts'
import { readOverrideFacts } from '../../src/github/override-facts.ts'
import { readPolicySource } from '../../src/github/policy-source.ts'
import { publish } from '../../src/github/publish.ts'
import { markerLine, parseMarker } from '../../src/report/marker.ts'
import { openBranchStore } from '../../src/storage/branch-store.ts'
import { type GitHub, startGitHub } from '../e2e/github/start-github.ts'
import { aStoredRun } from '../storage/stored-runs.ts'

const SERVICES = ['cart', 'checkout', 'search']

/** Sends every kind of request that a gate can send: the worst case of one run. */
describe('the requests of a gate on a label', () => {
  let github: GitHub
  let client: GitHubClient
  let pullRequest: number
  let baseSha: string
  let headSha: string

  beforeEach(async () => {
    github = await startGitHub({
      permissions: { actions: 'read', contents: 'write', 'pull-requests': 'write', statuses: 'write' },
    })
    baseSha = await github.pushCommit({ branch: 'main', files: { '.github/perf-gate.yml': 'version: 1\n' } })
    headSha = await github.pushCommit({
      branch: 'faster',
      from: 'main',
      files: { '.github/perf-gate.yml': 'version: 1 # relaxed\n' },
    })
    pullRequest = await github.openPull({ head: 'faster', base: 'main', author: 'alice' })
    client = createClient({ ...github, secondMs: 0 })
  })

  afterEach(async () => {
    await github.close()
    expect(github.violations).toEqual([])
  })

  test('are at most 20, one an artifact and one a service', async () => {
    const { owner, repo } = github
    const store = openBranchStore({
      octokit: client.octokit,
      owner,
      repo,
      branch: 'perf-gate-baselines',
      gateName: 'perf-gate',
    })
    await store.append(SERVICES.map((service) => aStoredRun({ service, commit: baseSha })))
    const run = { event: 'pull_request', headSha, headBranch: 'faster', actor: 'alice' }
    const loadTest = await github.addWorkflowRun(run)
    for (const service of SERVICES)
      github.uploadArtifact(loadTest, `k6-results-${service}`, Buffer.from(`PK ${service}`))
    const current = await github.addWorkflowRun({ ...run, status: 'in_progress' })
    await github.label(pullRequest, 'perf-override', { actor: 'mona' })
    await github.comment(pullRequest, 'mona', '/perf-override new tax rules')
    const repositoryId = (await client.octokit.rest.repos.get({ owner, repo })).data.id
    const before = github.journal.length

    const policy = await readPolicySource(client, '.github/perf-gate.yml', baseSha)
    expect(policy.file?.text).toBe('version: 1\n')
    expect(await listArtifacts(client, current, 'k6-results*')).toEqual([])
    const found = await findLoadTests(client, {
      workflow: 'perf.yml',
      headSha,
      headRepoId: null,
      startedBy: 'pull_request',
      pattern: 'k6-results*',
      currentRunId: current,
      runAttempt: 1,
      isOtherWorkflow: false,
      hasMeasured: false,
      isLater: true,
      gateJob: { id: 'judge', action: null },
      ended: null,
    })
    if (found.kind !== 'found') throw new Error(found.kind)
    for (const artifact of found.loadTests.flatMap(({ artifacts }) => artifacts))
      expect((await downloadArtifact(client, artifact)).kind).toBe('downloaded')
    const between = await compareWithBase(client, 'main', headSha)
    expect(between.changedFiles).toEqual(['.github/perf-gate.yml'])
    const compared = async () => between
    const anchor = await findAnchor(client, { base: 'main', headSha, testedCommit: null, compared })
    expect(await openHistory(client, anchor)(() => true)).toEqual([{ sha: baseSha, firstParent: null }])
    expect((await store.load()).kind).toBe('found')
    const { facts, comments: listed } = await readOverrideFacts(client, {
      pullRequest: { number: pullRequest, headSha, headRef: 'faster', headRepoId: repositoryId, live: null },
      label: 'perf-override',
      ownerIsOrganization: true,
      withReviews: false,
      accepted: Promise.resolve(null),
      readAt: '2026-01-05T10:00:00Z',
    })
    expect(facts.actorRole).toBe('maintain')
    const body = `${markerLine({ name: 'perf-gate', sha: headSha, run: `${current}` })}\nslow`
    const { warnings } = await publish(
      client,
      {
        outputs: new Map(),
        summary: '',
        shortSummary: '',
        comments: [
          {
            pullRequest,
            headSha,
            body,
            parseMarker,
            mayCreate: true,
            isWanted: true,
            listed,
            isStillTrueFor: () => true,
          },
        ],
        status: {
          context: 'perf-gate',
          sha: headSha,
          state: 'success',
          description: 'Overridden',
          targetUrl: 'https://github.com/x',
        },
      },
      { setOutput: () => {}, writeSummary: () => Promise.resolve() },
    )
    expect(warnings).toEqual([])

    const sent = github.journal.slice(before).filter(({ origin }) => origin === 'api')
    const counts = new Map<string, number>()
    for (const { operationId } of sent) {
      const name = operationId ?? 'graphql'
      counts.set(name, (counts.get(name) ?? 0) + 1)
    }
    expect(Object.fromEntries(counts)).toEqual({
      'actions/list-artifacts-for-repo': 1,
      'actions/list-workflow-run-artifacts': 1,
      'actions/list-workflow-runs': 1,
      'actions/download-artifact': SERVICES.length,
      'repos/compare-commits-with-basehead': 1,
      'repos/list-commits': 1,
      'git/get-tree': 1,
      'git/get-blob': SERVICES.length,
      'pulls/get': 2,
      'issues/list-events': 1,
      'issues/list-comments': 2,
      'repos/get-collaborator-permission-level': 1,
      'actions/list-workflow-runs-for-repo': 1,
      graphql: 3,
      'repos/create-commit-status': 1,
      'issues/create-comment': 1,
    })
    expect(sent.length - 2 * SERVICES.length).toBeLessThanOrEqual(20)
  })

  test('download what was uploaded, without the token, and nothing else', async () => {
    const runId = await github.addWorkflowRun({ event: 'pull_request', headSha, headBranch: 'faster', actor: 'alice' })
    const bytes = Buffer.from('PK results')
    const id = github.uploadArtifact(runId, 'k6-results', bytes)
    const [artifact] = await listArtifacts(client, runId, 'k6-results*')
    if (artifact === undefined) throw new Error('no artifact')
    expect(artifact.digest).toBe(`sha256:${createHash('sha256').update(bytes).digest('hex')}`)
    expect(await downloadArtifact(client, artifact)).toEqual({ kind: 'downloaded', bytes })
    expect(github.journal.at(-1)).toMatchObject({ origin: 'storage', token: 'none' })

    github.faults.push({ method: 'GET', path: /^\/artifacts\//, origin: 'storage', effect: { kind: 'truncate' } })
    expect(await downloadArtifact(client, artifact)).toEqual({ kind: 'downloaded', bytes })

    const before = github.journal.length
    const location = `${github.apiUrl}/user`
    const elsewhere = { kind: 'answer', status: 302, headers: { location } } as const
    github.faults.push({ method: 'GET', path: /^\/artifacts\//, origin: 'storage', effect: elsewhere })
    expect(await downloadArtifact(client, artifact)).toEqual({
      kind: 'refused',
      problem: 'the storage of artifacts answered 302',
    })
    expect(github.journal.slice(before).map(({ origin }) => origin)).toEqual(['api', 'storage'])

    github.tamperArtifact(id, Buffer.from('PK evil'))
    expect(await downloadArtifact(client, artifact)).toMatchObject({
      kind: 'refused',
      problem: expect.stringContaining('its bytes are not the ones'),
    })
    github.expireArtifact(id)
    expect(await downloadArtifact(client, artifact)).toEqual({ kind: 'expired' })
  })
})

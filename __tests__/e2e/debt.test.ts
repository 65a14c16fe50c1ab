import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { artifactZip } from './github/artifact-zip.ts'
import { type GitHub, startGitHub } from './github/start-github.ts'
import { recordedResults, type ServiceVersion } from './load-test.ts'
import { pullRequestEvent, pushEvent } from './runner/job-event.ts'
import { type ActionResult, runAction } from './runner/run-action.ts'

const RECORDING = {
  actions: 'read',
  contents: 'write',
  'pull-requests': 'read',
  statuses: 'write',
  issues: 'write',
} as const
const GATING = { actions: 'read', contents: 'read', 'pull-requests': 'write', statuses: 'write' } as const
const REASON = 'The new tax rules need a second query; ticket SHOP-12 repays it.'

/*
 * The story of an accepted slowdown: it is merged, marked, carried as a debt, and repaid. Each step needs the steps before it, so
 * read the first failure.
 */
let github: GitHub

beforeAll(async () => {
  github = await startGitHub()
  await github.pushCommit({ branch: 'main', files: { 'README.md': 'shop' } })
  await github.requireStatus('main', 'perf-gate')
})

afterAll(async () => {
  expect(github.violations).toEqual([])
  await github.close()
})

async function workflow(
  run: Readonly<{ event: string; headSha: string; headBranch: string }>,
  version: ServiceVersion | null,
  event: Parameters<typeof runAction>[0]['event'],
  inputs: Readonly<Record<string, string>> = {},
): Promise<ActionResult> {
  const runId = await github.addWorkflowRun({ ...run, actor: 'alice', status: 'in_progress' })
  if (version !== null)
    github.uploadArtifact(runId, 'k6-results-checkout', await artifactZip(await recordedResults(version)))
  const result = await runAction({ github, event, runId, with: inputs })
  github.updateWorkflowRun(runId, { status: 'completed', conclusion: result.conclusion })
  return result
}

async function push(version: ServiceVersion, branch = 'main', inputs = {}): Promise<ActionResult> {
  github.setPermissions(RECORDING)
  const headSha = (await github.refSha(`heads/${branch}`)) ?? ''
  const event = await pushEvent(github, { pusher: 'alice', branch })
  return workflow({ event: 'push', headSha, headBranch: branch }, version, event, inputs)
}

async function openPull(head: string, base = 'main'): Promise<number> {
  await github.pushCommit({ branch: head, from: base, files: { [`${head}.md`]: head }, author: 'alice' })
  return github.openPull({ head, base, author: 'alice' })
}

async function judge(
  number: number,
  version: ServiceVersion | null,
  label?: string,
  inputs = {},
): Promise<ActionResult> {
  github.setPermissions(GATING)
  const { head } = await github.pull(number)
  const options =
    label === undefined ? { action: 'opened' as const } : { action: 'labeled' as const, label, sender: 'mona' }
  const event = await pullRequestEvent(github, number, options)
  return workflow({ event: 'pull_request', headSha: head.sha, headBranch: head.ref }, version, event, inputs)
}

const lines = async (path: string): Promise<readonly Record<string, unknown>[]> => {
  const text = (await github.readBranchFile('perf-gate-baselines', `perf-gate/${path}`)) ?? ''
  return text.split('\n').flatMap((line) => (line === '' ? [] : [JSON.parse(line)]))
}
const marks = async () =>
  (await lines('v1/checkout.ndjson')).map(({ mark }) => (mark as { kind: string } | null)?.kind ?? null)

const DAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday']

/** Adds a commit to the default branch, and records its load test. */
async function workday(day: string, version: ServiceVersion): Promise<void> {
  await github.pushCommit({ branch: 'main', files: { [`${day}-${version}.md`]: day } })
  expect(await push(version)).toMatchObject({ exitCode: 0 })
}

describe('a slowdown that was accepted', () => {
  let head: string
  let number: number

  test('is written down on its head commit when it is accepted', async () => {
    expect(await push('normal')).toMatchObject({ exitCode: 0 })
    // A few jobs at the start could be outliers. Five jobs make a level.
    for (const day of DAYS.slice(0, 4)) await workday(day, 'normal')
    number = await openPull('taxes')
    head = (await github.pull(number)).head.sha
    expect(await judge(number, 'slow')).toMatchObject({ exitCode: 1, outputs: { outcome: 'fail' } })
    expect(github.statusesOf(head).map(({ context }) => context)).toEqual(['perf-gate'])
    await github.comment(number, 'mona', `/perf-override ${REASON}`)
    await github.label(number, 'perf-override', { actor: 'mona' })
    expect(await judge(number, null, 'perf-override')).toMatchObject({
      exitCode: 0,
      outputs: { outcome: 'overridden' },
    })
    // The override is recorded after the verdict, and long before the pull request is merged.
    expect(github.statusesOf(head).map(({ context, state }) => `${context} ${state}`)).toEqual([
      'perf-gate failure',
      'perf-gate success',
      'perf-gate/override success',
    ])
    expect(github.statusesOf(head)[2]?.description).toMatch(
      /^Overridden by @mona in #\d+ \(checkout \+1\d\.\d%\): The new tax rules need a second query; ticket SHOP-12 repays it\.$/,
    )
  })

  test('is taken back with the label, and accepted again', async () => {
    await github.unlabel(number, 'perf-override', { actor: 'mona' })
    github.setPermissions(GATING)
    const event = await pullRequestEvent(github, number, {
      action: 'unlabeled',
      label: 'perf-override',
      sender: 'mona',
    })
    const run = { event: 'pull_request', headSha: head, headBranch: 'taxes' }
    expect(await workflow(run, null, event)).toMatchObject({ exitCode: 1, outputs: { outcome: 'fail' } })
    const latest = () => github.statusesOf(head).findLast(({ context }) => context === 'perf-gate/override')
    expect(latest()?.description).toBe(`No override any more. Before: @mona in #${number} (checkout +15.6%)`)
    await github.label(number, 'perf-override', { actor: 'mona' })
    expect(await judge(number, null, 'perf-override')).toMatchObject({ exitCode: 0 })
    expect(latest()?.description).toContain('Overridden by @mona')
  })

  test('is marked and written to the ledger when it is merged', async () => {
    expect(await github.merge(number, 'mona')).toMatchObject({ merged: true })
    expect(await push('slow')).toMatchObject({ exitCode: 0 })
    expect(await marks()).toEqual([...Array(25).fill(null), ...Array(5).fill('overridden')])
    const [debt, ...more] = await lines('overrides.ndjson')
    expect(more).toEqual([])
    expect(debt).toMatchObject({
      schemaVersion: 1,
      kind: 'owed',
      service: 'checkout',
      metric: 'http_req_duration',
      stat: 'p95',
      branch: null,
      commit: await github.refSha('heads/main'),
      accepted: { by: 'mona', reason: REASON, pullRequest: number, headSha: head },
    })
    expect(Number(debt?.changeRatio)).toBeGreaterThan(0.05)
  })

  test('does not block the next unrelated pull request, whose report shows the debt', async () => {
    github.tag('v2', (await github.refSha('heads/main')) ?? '')
    github.tag('v2.4.0', (await github.refSha('heads/main')) ?? '')
    const next = await openPull('unrelated')
    const before = github.journal.length
    const result = await judge(next, 'slow')
    expect(result).toMatchObject({ exitCode: 0, outputs: { outcome: 'warn', blocked: 'false' } })
    const [comment] = await github.commentsOf(next)
    expect(comment?.body).toContain('**Debt:**')
    expect(comment?.body).toMatch(/accepted by `mona` in pull request \d+: “The new tax rules need a second query/)
    const html = result.files.get(result.outputs['report-html'] ?? '') ?? ''
    expect(html).toMatch(
      /<td>the baseline window starts; overridden \+1\d\.\d % by mona: The new tax rules .*; release v2\.4\.0<\/td>/,
    )
    expect(github.journal.slice(before).filter(({ operationId }) => operationId === 'repos/list-tags')).toHaveLength(1)
    expect(await github.merge(next, 'mona')).toMatchObject({ merged: true })
    expect(await push('slow')).toMatchObject({ exitCode: 0 })
    expect(await lines('overrides.ndjson')).toHaveLength(1)
  })

  test('a token that may not see the tags costs the names of the releases, not the report', async () => {
    const unseen = await openPull('unseen')
    const refusal = { message: 'Resource not accessible by integration' }
    github.faults.push({ method: 'GET', path: /\/tags$/, effect: { kind: 'answer', status: 403, body: refusal } })
    const result = await judge(unseen, 'slow')
    expect(result).toMatchObject({ exitCode: 0, outputs: { outcome: 'warn' } })
    expect(result.stdout).toMatch(/The HTML report names no releases\. Could not read the tags: .*contents: read/)
    expect(result.files.get(result.outputs['report-html'] ?? '')).not.toContain('v2.4.0')
  })

  test('is no licence: after the fix, the same slowdown blocks again', async () => {
    // A mark needs a known noise, so some jobs must be recorded first.
    for (const day of DAYS) await workday(day, 'slow')
    const fix = await openPull('fix')
    expect(await judge(fix, 'normal')).toMatchObject({ exitCode: 0, outputs: { blocked: 'false' } })
    expect(await github.merge(fix, 'mona')).toMatchObject({ merged: true })
    expect(await push('normal')).toMatchObject({ exitCode: 0 })
    expect((await marks()).slice(-5)).toEqual(Array(5).fill('improved'))
    const again = await openPull('again')
    expect(await judge(again, 'slow')).toMatchObject({ exitCode: 1, outputs: { outcome: 'fail' } })
  })

  test('is repaid when the level is back, and not shown any more', async () => {
    const later = await openPull('later')
    expect(await judge(later, 'normal')).toMatchObject({ exitCode: 0, outputs: { outcome: 'pass' } })
    expect((await github.commentsOf(later))[0]?.body).not.toContain('**Debt:**')
    expect(await github.merge(later, 'mona')).toMatchObject({ merged: true })
    expect(await push('normal')).toMatchObject({ exitCode: 0 })
    expect((await lines('overrides.ndjson')).map(({ kind }) => kind)).toEqual(['owed', 'repaid'])
  })

  test('without the permission to see overrides nothing is recorded, and the log names the line', async () => {
    await github.pushCommit({ branch: 'main', files: { 'z.md': 'z' } })
    const before = await lines('v1/checkout.ndjson')
    github.setPermissions({ actions: 'read', contents: 'write' })
    const headSha = (await github.refSha('heads/main')) ?? ''
    const event = await pushEvent(github, { pusher: 'alice' })
    const result = await workflow({ event: 'push', headSha, headBranch: 'main' }, 'normal', event)
    expect(result.exitCode).toBe(1)
    expect(result.stdout).toContain('Add this line to the job')
    expect(result.stdout).toContain('pull-requests: read')
    expect(await lines('v1/checkout.ndjson')).toEqual(before)
  })
})

describe('a release branch', () => {
  const inputs = { 'baseline-branches': 'release/*' }

  test('has baselines of its own, and begins with those of the commit that it left', async () => {
    await github.pushCommit({ branch: 'release/1.x', from: 'main', files: { 'v.md': '1' } })
    const first = await openPull('backport-1', 'release/1.x')
    expect(await judge(first, 'slow', undefined, inputs)).toMatchObject({ exitCode: 1, outputs: { outcome: 'fail' } })
    expect(await push('slow', 'release/1.x', inputs)).toMatchObject({ exitCode: 0 })
    expect((await lines('v1/checkout.ndjson')).slice(-5).map(({ branch }) => branch)).toEqual(
      Array(5).fill('release/1.x'),
    )
    // One job is not a level. The step shows only after some jobs.
    for (const day of DAYS) {
      await github.pushCommit({ branch: 'release/1.x', files: { [`${day}.md`]: day } })
      expect(await push('slow', 'release/1.x', inputs)).toMatchObject({ exitCode: 0 })
    }
    const second = await openPull('backport-2', 'release/1.x')
    expect(await judge(second, 'slow', undefined, inputs)).toMatchObject({ exitCode: 0 })
    // The default branch has not become slower.
    const main = await openPull('on-main')
    expect(await judge(main, 'slow', undefined, inputs)).toMatchObject({ exitCode: 1 })
    const other = await openPull('on-main-too')
    expect(await judge(other, 'normal', undefined, inputs)).toMatchObject({ exitCode: 0 })
  })
})

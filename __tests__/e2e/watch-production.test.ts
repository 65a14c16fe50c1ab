import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { type PlayedPrometheus, type PlayedService, playPrometheus } from '../watch/played-prometheus.ts'
import { addStatus, type DeploymentData, deploy } from './github/deployments.ts'
import type { Permissions } from './github/permissions.ts'
import { type GitHub, startGitHub } from './github/start-github.ts'
import { deploymentStatusEvent, pushEvent, scheduleEvent } from './runner/job-event.ts'
import { type ActionResult, runAction } from './runner/run-action.ts'

/*
 * `mode: watch` on a played GitHub and a played Prometheus. The effect of a deployment is reported once, in all places where
 * people look.
 */

const WATCHING: Permissions = {
  contents: 'write',
  deployments: 'write',
  issues: 'write',
  'pull-requests': 'read',
  statuses: 'read',
}

const POLICY = 'version: 1\nservices: { checkout: { watch: {} } }\n'
const CLOCK = fileURLToPath(new URL('runner/skewed-clock.ts', import.meta.url))
const DEPLOYED_AT = '2026-01-05T10:00:00Z'
const MINUTE_MS = 60_000

const pods = (slow: readonly number[], failed = 0) => ({ requests: 10_000, slow, failed })
const OLD = pods([990, 1000, 1010, 1000])
const SAME: PlayedService = { old: OLD, current: pods([1000, 1005, 995, 1000]) }
const SLOWER: PlayedService = { old: OLD, current: pods([1300, 1310, 1290, 1300]) }
const FASTER: PlayedService = { old: pods([1300, 1310, 1290, 1300]), current: pods([1000, 1005, 995, 1000]) }
const FAILING: PlayedService = { old: OLD, current: pods([500, 505, 495, 500], 2000) }

let github: GitHub
let prometheus: PlayedPrometheus
/** The time at which the newest deployment ended. */
let endedAt: string

beforeEach(async () => {
  github = await startGitHub({ permissions: WATCHING })
  prometheus = await playPrometheus(() => Date.parse(endedAt) / 1000)
  endedAt = DEPLOYED_AT
  await github.pushCommit({ branch: 'main', files: { '.github/perf-gate.yml': POLICY } })
})

afterEach(async () => {
  await prometheus.close()
  await github.close()
  expect(github.violations).toEqual([])
})

/** Deploys the newest commit of main. */
async function deployed(at = DEPLOYED_AT, environment = 'production'): Promise<DeploymentData> {
  const sha = (await github.refSha('heads/main')) ?? ''
  const one = deploy(github.world, { sha, environment, login: 'mona', at })
  const status = { description: '', logUrl: 'https://deployer.example/runs/1', login: 'mona', at }
  addStatus(github.world, one, { ...status, state: 'in_progress' })
  addStatus(github.world, one, { ...status, state: 'success' })
  endedAt = at
  return one
}

type Watching = Readonly<{ minutes?: number; with?: Readonly<Record<string, string>>; deployment?: DeploymentData }>

/** Runs the workflow this number of minutes after the newest deployment. */
async function watch({ minutes = 45, deployment, ...more }: Watching = {}): Promise<ActionResult> {
  const skewMs = Date.parse(endedAt) + minutes * MINUTE_MS - Date.now()
  const inputs = { mode: 'watch', 'prometheus-url': prometheus.url, ...more.with }
  const event = deployment === undefined ? await scheduleEvent(github) : await deploymentStatusEvent(github, deployment)
  const env = {
    NODE_OPTIONS: `--import=${CLOCK} --disable-warning=ExperimentalWarning`,
    SKEW_MS: String(skewMs),
  }
  return await runAction({ github, event, with: inputs, env, workflowPath: '.github/workflows/watch.yml' })
}

const told = ({ statuses }: DeploymentData) =>
  statuses.filter(({ description }) => String(description).startsWith('perf-gate: '))

const writes = (from: number) =>
  github.journal.slice(from).filter(({ method, path }) => method !== 'GET' && !path.endsWith('/graphql'))

describe('a deployment that made it slower', () => {
  test('outputs, a red job, a deployment status, and one issue with the commits between the deployments', async () => {
    await deployed('2026-01-05T08:00:00Z')
    await github.pushCommit({ branch: 'main', files: { 'direct.md': 'x' }, message: 'Hotfix by hand' })
    await github.pushCommit({ branch: 'taxes', from: 'main', files: { 'taxes.md': 'x' }, author: 'alice' })
    const number = await github.openPull({ head: 'taxes', base: 'main', author: 'alice', title: 'New tax rules' })
    await github.requireStatus('main')
    expect(await github.merge(number, 'mona')).toMatchObject({ merged: true })
    const deployment = await deployed()
    prometheus.services.set('checkout', SLOWER)
    const result = await watch()
    expect(result).toMatchObject({
      exitCode: 1,
      outputs: { outcome: 'fail', regressed: 'true', services: '["checkout"]' },
    })
    expect(result.summary).toMatch(/^## Production after a deployment\n\n\*\*❌ `checkout`: about \d+\.\d % slower/)
    expect(told(deployment)).toEqual([
      expect.objectContaining({
        state: 'failure',
        description: expect.stringMatching(/^perf-gate: checkout: about \d+\.\d % slower \(limit 5 %\): 13 % of/),
        log_url: expect.stringMatching(/\/actions\/runs\/1$/),
      }),
    ])
    const [issue, ...others] = await github.issues()
    expect(others).toEqual([])
    expect(issue).toMatchObject({
      state: 'open',
      title: 'perf-gate: checkout became worse in production',
      user: { login: 'github-actions[bot]' },
      labels: [expect.objectContaining({ name: 'perf-gate' })],
    })
    const body = issue?.body ?? ''
    expect(body).toMatch(/^<!-- perf-gate:v1 production name=perf-gate environment=production service=checkout -->\n\n/)
    expect(body).toContain('4 pods of `1.1` beside 4 pods of `1.0`, for')
    expect(body).toMatch(/```promql\nsum by \(version, pod, le\) \(increase\(http_request_duration_seconds_bucket/)
    expect(body).toMatch(/\d commits since `[0-9a-f]{7}`, which was deployed before/)
    expect(body).toContain(`#${number} \`New tax rules\``)
    expect(body).toContain('`Hotfix by hand` | – | – |')
    expect(body).toContain('Nothing is rolled back by itself.')
  })

  test('is told once: the same look again writes nothing', async () => {
    await deployed()
    prometheus.services.set('checkout', SLOWER)
    await watch()
    const before = github.journal.length
    expect(await watch()).toMatchObject({ exitCode: 1 })
    expect(writes(before)).toEqual([])
  })

  test('the first deployment of all names no commit', async () => {
    await deployed()
    prometheus.services.set('checkout', SLOWER)
    await watch()
    expect((await github.issues())[0]?.body).toContain('No earlier deployment is known, so no commit is named.')
  })

  test('the next one is told in the same issue, and one that makes it good closes it', async () => {
    await deployed()
    prometheus.services.set('checkout', SLOWER)
    await watch()
    await github.pushCommit({ branch: 'main', files: { 'more.md': 'x' } })
    await deployed('2026-01-06T10:00:00Z')
    prometheus.services.set('checkout', SAME)
    expect(await watch({ minutes: 260 })).toMatchObject({ exitCode: 0, outputs: { outcome: 'pass' } })
    // The service is as slow as before, so the issue stays open.
    expect((await github.issues())[0]?.state).toBe('open')
    await github.pushCommit({ branch: 'main', files: { 'mended.md': 'x' } })
    await deployed('2026-01-07T10:00:00Z')
    prometheus.services.set('checkout', FASTER)
    expect(await watch()).toMatchObject({ exitCode: 0, outputs: { outcome: 'pass' } })
    const [issue, ...others] = await github.issues()
    expect(others).toEqual([])
    expect(issue).toMatchObject({ state: 'closed', state_reason: 'completed' })
    expect(issue?.body).toMatch(/✅ `checkout` is as good as before: the deployment of `[0-9a-f]{7}` proves it\./)
    expect(issue?.body?.match(/<!-- perf-gate:deployment \d+ /g)).toHaveLength(2)
  })

  test('requests that fail, fast', async () => {
    const deployment = await deployed()
    prometheus.services.set('checkout', FAILING)
    expect(await watch()).toMatchObject({ exitCode: 1, outputs: { outcome: 'fail' } })
    expect(told(deployment)[0]?.description).toMatch(/^perf-gate: checkout: 20 % of the requests fail \(before: 0 %/)
    expect((await github.issues())[0]?.body).toMatch(/slower=0\.\d{4} failing=0\.200000 -->/)
  })

  test('an issue that anybody else wrote with its marker is not taken for it', async () => {
    const body = '<!-- perf-gate:v1 production name=perf-gate environment=production service=checkout -->\n'
    await github.openIssue('otto', { title: 'x', body, labels: ['perf-gate'] })
    await deployed()
    prometheus.services.set('checkout', SLOWER)
    await watch()
    const all = await github.issues()
    expect(all.map(({ user }) => user?.login)).toEqual(['otto', 'github-actions[bot]'])
    expect(all[0]?.body).toBe(body)
  })
})

describe('a roll-back', () => {
  test('is asked for once, with what a workflow needs, and only where an event is named', async () => {
    await deployed('2026-01-05T08:00:00Z')
    const previous = await github.refSha('heads/main')
    await github.pushCommit({ branch: 'main', files: { 'a.md': 'x' } })
    const { id } = await deployed()
    prometheus.services.set('checkout', SLOWER)
    await watch({ with: { 'rollback-event': 'rollback' } })
    await watch({ minutes: 75, with: { 'rollback-event': 'rollback' } })
    expect(github.world.dispatches).toEqual([
      {
        event_type: 'rollback',
        client_payload: {
          deployment: id,
          environment: 'production',
          commit: await github.refSha('heads/main'),
          previous_commit: previous,
          services: ['checkout'],
        },
      },
    ])
  })

  test('without a name nothing is sent', async () => {
    await deployed()
    prometheus.services.set('checkout', SLOWER)
    await watch()
    expect(github.world.dispatches).toEqual([])
  })

  test('where the deployment status cannot be set, none is sent: it would be at every look', async () => {
    github.setPermissions({ ...WATCHING, deployments: 'read' })
    await deployed()
    prometheus.services.set('checkout', SLOWER)
    const { exitCode, annotations } = await watch({ with: { 'rollback-event': 'rollback' } })
    expect(exitCode).toBe(1)
    expect(github.world.dispatches).toEqual([])
    const messages = annotations.map(({ message }) => message).join('\n')
    expect(messages).toContain('`deployments: write`')
    expect(messages).toContain('The event rollback was not sent')
  })
})

describe('nothing wrong', () => {
  test('is said at the last look, with what would not have been seen, and makes no other deployment inactive', async () => {
    const older = await deployed('2026-01-05T08:00:00Z')
    const deployment = await deployed()
    prometheus.services.set('checkout', SAME)
    expect(await watch()).toMatchObject({ exitCode: 0, outputs: { outcome: 'pass', services: '[]' } })
    expect(told(deployment)).toEqual([])
    await watch({ minutes: 260 })
    await watch({ minutes: 275 })
    expect(told(deployment)).toEqual([
      expect.objectContaining({
        state: 'success',
        description: expect.stringMatching(/^perf-gate: checkout shows no slowdown; one of less than about \d/),
      }),
    ])
    expect(older.statuses.at(-1)?.state).toBe('success')
    expect(await github.issues()).toEqual([])
  })

  test('before the first look and a day after the last one nobody is asked', async () => {
    const deployment = await deployed()
    const early = await watch({ minutes: 0, deployment })
    expect(early).toMatchObject({ exitCode: 0, outputs: { outcome: '' } })
    expect(early.stdout).toContain('the first look ends at 2026-01-05 10:40 UTC.')
    expect(await watch({ minutes: 250 + 24 * 60 + 1 })).toMatchObject({ exitCode: 0, outputs: { outcome: '' } })
    expect(prometheus.tokens).toEqual([])
  })

  test('another environment, a deployment that is under way and none at all are nothing to do', async () => {
    expect(await watch()).toMatchObject({ exitCode: 0, outputs: { outcome: '' } })
    const staging = await deployed(DEPLOYED_AT, 'staging')
    expect(await watch({ deployment: staging })).toMatchObject({ exitCode: 0 })
    const sha = (await github.refSha('heads/main')) ?? ''
    const running = deploy(github.world, { sha, environment: 'production', login: 'mona', at: DEPLOYED_AT })
    const status = {
      state: 'in_progress',
      description: '',
      logUrl: 'https://deployer.example/runs/1',
      login: 'mona',
      at: DEPLOYED_AT,
    }
    addStatus(github.world, running, status)
    expect(await watch({ deployment: running })).toMatchObject({ exitCode: 0 })
    expect(prometheus.tokens).toEqual([])
  })
})

describe('nobody knows is no pass', () => {
  test('a service that Prometheus does not have is red, and names those that it has', async () => {
    const deployment = await deployed()
    prometheus.services.set('shop-checkout', SAME)
    const result = await watch({ minutes: 260 })
    expect(result).toMatchObject({ exitCode: 1, outputs: { outcome: 'no-data', regressed: 'false' } })
    expect(result.summary).toContain(
      'The values of the label `service` are: `shop-checkout`. Set `watch.name` of the service',
    )
    expect(told(deployment)).toEqual([
      expect.objectContaining({
        state: 'error',
        description: expect.stringMatching(
          /^perf-gate: checkout cannot be judged: Prometheus has no series of checkout/,
        ),
      }),
    ])
    expect(await github.issues()).toEqual([])
  })

  test.each([
    ['too few requests: later looks may have more', 45, 0],
    ['too few requests at the last look', 260, 1],
  ])('%s', async (_, minutes, exitCode) => {
    await deployed()
    const few = { requests: 100, slow: [10, 10, 10, 10], failed: 0 }
    prometheus.services.set('checkout', { old: few, current: few })
    expect(await watch({ minutes })).toMatchObject({ exitCode, outputs: { outcome: 'no-data' } })
  })

  test.each([401, 500, 200])('Prometheus answers with %d and no data', async (status) => {
    await deployed()
    prometheus.failing.status = status
    const result = await watch({ with: { 'prometheus-token': 'a-secret-of-prometheus' } })
    expect(result).toMatchObject({ exitCode: 1, outputs: { outcome: 'no-data' } })
    expect(new Set(prometheus.tokens)).toEqual(new Set(['Bearer a-secret-of-prometheus']))
    expect(`${result.summary}${result.stdout.replace(/^::add-mask::.*$/gm, '')}`).not.toContain('a-secret')
  })

  test('nobody is there', async () => {
    await deployed()
    const result = await watch({ with: { 'prometheus-url': 'http://127.0.0.1:9' } })
    expect(result).toMatchObject({ exitCode: 1, outputs: { outcome: 'no-data' } })
    expect(result.summary).toContain('cannot be reached')
  })
})

describe('what is set up wrong is said', () => {
  const lastError = ({ annotations }: ActionResult) =>
    annotations.filter(({ level }) => level === 'error').map(({ message }) => message)

  test('no address', async () => {
    expect(lastError(await watch({ with: { 'prometheus-url': '' } }))).toEqual([
      expect.stringContaining('Set the input `prometheus-url`'),
    ])
  })

  test('no service is watched', async () => {
    await github.pushCommit({ branch: 'main', files: { '.github/perf-gate.yml': 'version: 1\n' } })
    expect(lastError(await watch())).toEqual([expect.stringContaining('services: { checkout: { watch: {} } }')])
  })

  test('another event', async () => {
    const event = await pushEvent(github, { pusher: 'alice' })
    const result = await runAction({ github, event, with: { mode: 'watch', 'prometheus-url': prometheus.url } })
    expect(lastError(result)).toEqual([expect.stringContaining('deployment_status, schedule and workflow_dispatch')])
  })

  test('a token that may not read deployments', async () => {
    github.setPermissions({ contents: 'read' })
    expect(lastError(await watch())).toEqual([expect.stringContaining('`deployments: write`')])
  })

  test.each([
    ['issues: write', { ...WATCHING, issues: 'read' }],
    ['pull-requests: read', { ...WATCHING, 'pull-requests': 'none' }],
  ] as const)('%s is missing: a warning, and the rest is told', async (line, permissions) => {
    await deployed('2026-01-05T08:00:00Z')
    await github.pushCommit({ branch: 'main', files: { 'a.md': 'x' } })
    const deployment = await deployed()
    github.setPermissions(permissions)
    prometheus.services.set('checkout', SLOWER)
    const { annotations } = await watch()
    expect(annotations.map(({ message }) => message).join('\n')).toContain(line)
    expect(told(deployment)).toHaveLength(1)
  })
})

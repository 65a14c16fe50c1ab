import { expect } from '@jest/globals'
import { artifactZip } from './github/artifact-zip.ts'
import type { Permissions } from './github/permissions.ts'
import { type GitHub, type GitHubOptions, startGitHub } from './github/start-github.ts'
import type { WorkflowRun } from './github/workflow-runs.ts'
import { type ResultFiles, recordedResults } from './load-test.ts'
import {
  issueCommentEvent,
  type JobEvent,
  mergeGroupEvent,
  type PullEventOptions,
  pullRequestEvent,
  pushEvent,
  reviewEvent,
  scheduleEvent,
  workflowRunEvent,
} from './runner/job-event.ts'
import { type ActionResult, runAction } from './runner/run-action.ts'

/**
 * The origin of a pull request. Dependabot's branch is in the repository, and its runs get the token that `permissions:` asks
 * for:
 * https://docs.github.com/en/code-security/dependabot/working-with-dependabot/automating-dependabot-with-github-actions#changing-github_token-permissions
 */
export type Origin = 'same repository' | 'fork' | 'Dependabot'

export const LOAD_TEST = '.github/workflows/perf.yml'
export const GATE = '.github/workflows/perf-gate.yml'

/** The permissions that docs/github.md gives to each job. */
export const GATING: Permissions = {
  actions: 'read',
  contents: 'read',
  'pull-requests': 'write',
  statuses: 'write',
}
export const RECORDING: Permissions = {
  actions: 'read',
  contents: 'write',
  'pull-requests': 'read',
  statuses: 'write',
  issues: 'write',
}

const DEPENDABOT = 'dependabot[bot]'

const PEOPLE = {
  alice: 'write',
  bob: 'write',
  tina: 'triage',
  mona: 'maintain',
  ada: 'admin',
  otto: 'read',
  eve: 'none',
  [DEPENDABOT]: 'write',
} as const

type GateOptions = Readonly<{
  with?: Readonly<Record<string, string>>
  permissions?: Permissions
  env?: Readonly<Record<string, string>>
  /** The number of pull requests with this head. Default: 1. */
  pullRequests?: number
}>

/**
 * A played repository with the two workflows of examples/workflows/two-workflows. The load test is played: its run and its
 * artifact. The gate is the bundle. The log is checked after each run of the gate.
 */
export type TwoWorkflows = Readonly<{
  github: GitHub
  /** The name of the gate, if it is not perf-gate, and other inputs. */
  gate: (event: JobEvent, options?: GateOptions) => Promise<ActionResult>
  /** Pushes to main, measures and records. */
  record: (results: ResultFiles, options?: GateOptions) => Promise<ActionResult>
  /** Opens a pull request and returns its number. */
  open: (origin: Origin, files?: Readonly<Record<string, string>>) => Promise<number>
  /** Adds a load test of a pull request's head: its run, in progress or completed, with its results. */
  loadTest: (number: number, results: ResultFiles | null, run?: Partial<WorkflowRun>) => Promise<number>
  /** The events that start the gate. */
  target: (number: number, event: Omit<PullEventOptions, 'target'>, options?: GateOptions) => Promise<ActionResult>
  workflowRun: (
    runId: number,
    action?: 'requested' | 'in_progress' | 'completed',
    options?: GateOptions,
  ) => Promise<ActionResult>
  comment: (number: number, login: string, body: string, options?: GateOptions) => Promise<ActionResult>
  mergeGroup: (number: number, options?: GateOptions) => Promise<ActionResult>
  /** Reviews a pull request, and starts the gate with the event. */
  review: (number: number, login: string, event: 'APPROVE' | 'REQUEST_CHANGES') => Promise<ActionResult>
  /** Starts the gate with the event of its schedule. */
  schedule: (options?: GateOptions) => Promise<ActionResult>
  /** The newest status of the head, such as `failure: Blocked: ...`. Empty: there is no status. */
  status: (number: number, context?: string) => Promise<string>
  /** The text of the gate's single comment. Empty: there is no comment. */
  report: (number: number) => Promise<string>
  /** The gate's answers to commands, oldest first, without the marker. */
  answers: (number: number) => Promise<readonly string[]>
  close: () => Promise<void>
}>

export async function startTwoWorkflows(options: GitHubOptions = {}): Promise<TwoWorkflows> {
  const github = await startGitHub({ people: PEOPLE, ...options })
  await github.pushCommit({ branch: 'main', files: { 'README.md': 'shop' } })
  await github.requireStatus('main', 'perf-gate')
  let branches = 0

  async function gate(event: JobEvent, options: GateOptions = {}) {
    const { with: inputs, permissions = GATING, env, pullRequests = 1 } = options
    github.setPermissions(permissions)
    const run = { event: event.name, headSha: event.sha, headBranch: 'main', actor: event.actor }
    const runId = await github.addWorkflowRun({ ...run, path: GATE, status: 'in_progress' })
    const result = await runAction({
      github,
      event,
      runId,
      workflowPath: GATE,
      with: { 'load-test-workflow': 'perf.yml', ...inputs },
      pullRequests,
      ...(env === undefined ? {} : { env }),
    })
    github.updateWorkflowRun(runId, { status: 'completed', conclusion: result.conclusion })
    expectQuietLog(result)
    return result
  }

  async function record(results: ResultFiles, { with: inputs, permissions = RECORDING }: GateOptions = {}) {
    branches += 1
    const headSha = await github.pushCommit({ branch: 'main', files: { [`main-${branches}.md`]: 'x' } })
    const run = { event: 'push', headSha, headBranch: 'main', actor: 'alice' }
    const runId = await github.addWorkflowRun({ ...run, status: 'in_progress' })
    github.uploadArtifact(runId, 'k6-results-checkout', await artifactZip(results))
    github.setPermissions(permissions)
    const event = await pushEvent(github, { pusher: 'alice' })
    const result = await runAction({ github, event, runId, ...(inputs === undefined ? {} : { with: inputs }) })
    github.updateWorkflowRun(runId, { status: 'completed', conclusion: result.conclusion })
    return result
  }

  async function ours(number: number) {
    const comments = await github.commentsOf(number)
    return comments.filter(({ user }) => user?.login === 'github-actions[bot]').map(({ body = '' }) => body)
  }

  return {
    github,
    gate,
    record,
    async open(origin, files = {}) {
      branches += 1
      const head = `change-${branches}`
      const content = { [`${head}.md`]: 'x', ...files }
      if (origin === 'fork') return await github.openForkPull({ head, base: 'main', author: 'otto', files: content })
      const author = origin === 'Dependabot' ? DEPENDABOT : 'alice'
      await github.pushCommit({ branch: head, from: 'main', files: content, author })
      return await github.openPull({ head, base: 'main', author })
    },
    async loadTest(number, results, change = {}) {
      const { head, user } = await github.pull(number)
      const { isFork = false, headOwner = '' } = github.world.pulls.get(number) ?? {}
      const runId = await github.addWorkflowRun({
        event: 'pull_request',
        headSha: head.sha,
        headBranch: head.ref,
        actor: user.login,
        path: LOAD_TEST,
        ...(isFork ? { forkOwner: headOwner } : {}),
        ...change,
      })
      if (results !== null) github.uploadArtifact(runId, 'k6-results-checkout', await artifactZip(results))
      return runId
    },
    target: async (number, event, options) =>
      gate(await pullRequestEvent(github, number, { ...event, target: true }), options),
    workflowRun: async (runId, action, options) => gate(await workflowRunEvent(github, runId, action), options),
    async comment(number, login, body, options) {
      const commentId = await github.comment(number, login, body)
      return gate(await issueCommentEvent(github, number, { commentId }), options)
    },
    mergeGroup: async (number, options) => gate(await mergeGroupEvent(github, number), options),
    async review(number, login, event) {
      await github.review(number, login, event)
      const state = event === 'APPROVE' ? 'approved' : 'changes_requested'
      return gate(await reviewEvent(github, number, { login, state }))
    },
    schedule: async (options) => gate(await scheduleEvent(github), options),
    async status(number, context = 'perf-gate') {
      const { head } = await github.pull(number)
      const latest = github.statusesOf(head.sha).findLast((status) => status.context === context)
      return latest === undefined ? '' : `${latest.state}: ${latest.description}`
    },
    async report(number) {
      const reports = (await ours(number)).filter((body) => !isAnswer(body))
      expect(reports.length).toBeLessThanOrEqual(1)
      return reports[0] ?? ''
    },
    answers: async (number) =>
      (await ours(number)).filter(isAnswer).map((body) => body.split('\n').slice(1).join('\n')),
    async close() {
      await github.close()
      expect(github.violations).toEqual([])
    },
  }
}

function isAnswer(body: string): boolean {
  return /^<!-- perf-gate:v1 name=\S+answer-\d+ /.test(body)
}

/** Whatever names the data contain, the log sets no output and no state, and masks only the token. */
function expectQuietLog({ commands, failures, environmentFile, pathFile }: ActionResult): void {
  expect(failures).toEqual([])
  const harmless = ['error', 'warning', 'notice', 'debug', 'add-mask']
  expect(commands.map(({ command }) => command).filter((name) => !harmless.includes(name))).toEqual([])
  expect([environmentFile, pathFile]).toEqual(['', ''])
}

/** The recorded results with each latency multiplied by a factor. */
export async function scaledResults(factor: number): Promise<ResultFiles> {
  const files = await recordedResults('normal')
  return Object.fromEntries(
    Object.entries(files).map(([path, bytes]) => [path, path.endsWith('.json') ? scaled(bytes, factor) : bytes]),
  )
}

function scaled(bytes: Uint8Array, factor: number): Uint8Array {
  const summary = JSON.parse(Buffer.from(bytes).toString('utf8')) as { metrics: Record<string, Record<string, number>> }
  for (const [name, values] of Object.entries(summary.metrics)) {
    if (!name.startsWith('http_req_duration')) continue
    for (const [stat, value] of Object.entries(values)) {
      if (stat !== 'count' && typeof value === 'number') values[stat] = value * factor
    }
  }
  return Buffer.from(JSON.stringify(summary))
}

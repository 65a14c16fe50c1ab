import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as core from '@actions/core'
import { type Edges, type GateResult, type ResultSet, runGate } from './gate.ts'
import { type Anchor, findAnchor, readAncestry } from './github/anchor.ts'
import { createClient, type GitHubClient } from './github/client.ts'
import { type PullRequestEvent, type PushEvent, type RunContext, readContext } from './github/context.ts'
import { readEventResults } from './github/event-results.ts'
import { type Inputs, readInputs } from './github/inputs.ts'
import { createLog, type Log } from './github/log.ts'
import { readOverrideFacts } from './github/override-facts.ts'
import { type Operation, permissionProblem } from './github/permission-error.ts'
import { readPolicySource } from './github/policy-source.ts'
import { proxyAwareFetch } from './github/proxy.ts'
import { publish, type RunnerFiles } from './github/publish.ts'
import { type CommitStatus, setStatus } from './github/status.ts'
import type { BaselineLookup } from './model/baseline.ts'
import { UserError } from './model/errors.ts'
import type { Policy } from './model/policy.ts'
import type { ReportContext } from './model/report.ts'
import type { Outcome, Verdict } from './model/verdict.ts'
import { defaultPolicy } from './policy/default-policy.ts'
import { parseMarker } from './report/marker.ts'
import { reportJson } from './report/report-json.ts'
import { readFolder } from './results/folder.ts'
import { readArtifactZip } from './results/zip.ts'
import { recordsOf } from './storage/records.ts'
import { openStore } from './storage/registry.ts'
import type { BaselineStore } from './storage/store.ts'

/** Everything that one run of the Action works with. */
type Job = Readonly<{
  inputs: Inputs
  context: RunContext
  client: GitHubClient
  store: BaselineStore
  log: Log
  env: NodeJS.ProcessEnv
}>

/** The branch's newest jobs are all that a comparison uses. */
const JOBS_WANTED = 20

async function main(env: NodeJS.ProcessEnv, log: Log): Promise<boolean> {
  const inputs = readInputs(core.getInput)
  core.setSecret(inputs.githubToken)
  const context = readContext(env, await readFile(env.GITHUB_EVENT_PATH ?? '', 'utf8'))
  const { owner, name: repo } = context.repository
  const fetch = await proxyAwareFetch(env)
  const client = createClient({ token: inputs.githubToken, apiUrl: context.apiUrl, owner, repo, fetch })
  const store = openStore(inputs.baselineStore, { octokit: client.octokit, owner, repo, gateName: inputs.name })
  const job = { inputs, context, client, store, log, env }
  const { event } = context
  if (event.kind === 'pull-request' && inputs.mode !== 'record') return await gatePullRequest(job, event)
  if (event.kind === 'push' && inputs.mode !== 'gate') return await recordPush(job, event)
  throw new UserError(
    `The mode ${inputs.mode} does not go with the event ${env.GITHUB_EVENT_NAME}. Pull requests are gated; pushes to the default branch are recorded.`,
  )
}

async function gatePullRequest(job: Job, event: PullRequestEvent): Promise<boolean> {
  const { inputs, client, context } = job
  const status = { context: inputs.name, sha: event.headSha, targetUrl: context.runUrl }
  try {
    return await judgePullRequest(job, event, status)
  } catch (error) {
    // An older success on this commit must not stand for a verdict that could not be made.
    const description = `No verdict: ${error instanceof UserError ? error.message : 'perf-gate failed, see its log.'}`
    await setStatus(client, { ...status, state: 'error', description }).catch(() => undefined)
    throw error
  }
}

async function judgePullRequest(
  job: Job,
  event: PullRequestEvent,
  status: Pick<CommitStatus, 'context' | 'sha' | 'targetUrl'>,
): Promise<boolean> {
  const { inputs, client, context, store } = job
  const policy = await readPolicy(job, event.baseSha)
  const results = await readResults(job, event.headSha, event.action === 'labeled' || event.action === 'unlabeled')
  const edges: Edges = {
    readResults: async () => [results.set],
    loadBaseline: () => explained('read the baseline', () => store.load()),
    readAncestry: async (lookup, { runs }) => {
      if (lookup?.kind !== 'found') return null
      const testedCommit = runs.find((run) => run.testedCommit !== null)?.testedCommit ?? null
      return await ancestryOf(job, lookup, () =>
        findAnchor(client, { base: event.baseRef, headSha: event.headSha, testedCommit }),
      )
    },
    readOverrideFacts: () =>
      explained('read the pull request', () =>
        readOverrideFacts(client, {
          pullRequest: event.number,
          label: policy.override.label,
          ownerIsOrganization: context.repository.ownerIsOrganization,
          withReviews: policy.override.approval === 'review',
          readAt: new Date().toISOString(),
        }),
      ),
  }
  const report = {
    ...reportContext(job, policy),
    generatedFor: 'pull-request',
    headSha: event.headSha,
    baseBranch: event.baseRef,
    pullRequest: event.number,
  } as const
  const result = await runGate({ policy, context: report, origin: 'same-results' }, edges)
  const { comment, statusDescription } = result.report
  await publishResult(job, result, report, {
    comment: inputs.comment ? { pullRequest: event.number, body: comment, parseMarker } : null,
    status: {
      ...status,
      state: results.isWaiting ? 'pending' : STATUS_STATES[result.verdict.outcome],
      description: statusDescription,
    },
  })
  return !result.verdict.blocked
}

/** Judges what was pushed against the baseline before it, as a free measurement of false alarms, and stores it. Only a failure to store fails the job. */
async function recordPush(job: Job, event: PushEvent): Promise<boolean> {
  const { context, store, log } = job
  if (!event.isDefaultBranch) {
    throw new UserError(
      `Nothing was recorded: ${event.ref} is not the default branch (${context.repository.defaultBranch}). Only its results become baselines.`,
    )
  }
  const policy = await readPolicy(job, event.sha)
  const results = await readResults(job, event.sha, false)
  const edges: Edges = {
    readResults: async () => [results.set],
    loadBaseline: () => explained('read the baseline', () => store.load()),
    readAncestry: async (lookup) =>
      lookup?.kind === 'found'
        ? await ancestryOf(job, lookup, async () => ({ sha: event.sha, kind: 'merge-base', remark: null }))
        : null,
    readOverrideFacts: async () => null,
  }
  const report = {
    ...reportContext(job, policy),
    generatedFor: 'push',
    headSha: event.sha,
    baseBranch: context.repository.defaultBranch,
  } as const
  const result = await runGate({ policy, context: report, origin: 'same-results' }, edges)
  await publishResult(job, result, report, { comment: null, status: null })
  const records = recordsOf(result.verdict.services, { commit: event.sha, recordedAt: new Date().toISOString() })
  for (const { path, problem } of result.collected.refusals) log.error(`Not recorded: ${path}: ${problem}`)
  if (records.length === 0)
    throw new UserError('Nothing was recorded: there is no usable result. The job summary says why.')
  const { added, alreadyStored } = await explained('store the baseline', () => store.append(records))
  log.info(`Recorded ${added} runs at ${event.sha.slice(0, 7)}; ${alreadyStored} were there already.`)
  return result.collected.refusals.length === 0
}

async function readResults(
  { inputs, context, client, env }: Job,
  commit: string,
  mayUseOlderRun: boolean,
): Promise<Readonly<{ set: ResultSet; isWaiting: boolean }>> {
  const options = {
    defaultService: context.repository.name.toLowerCase(),
    defaultVariant: 'candidate',
    defaultCommit: commit,
  } as const
  if (inputs.results !== null) {
    const files = await readFolder(join(env.GITHUB_WORKSPACE ?? '', inputs.results))
    return { set: { files, refusals: [], options }, isWaiting: false }
  }
  const query = {
    workflow: inputs.loadTestWorkflow ?? context.workflowFile,
    headSha: commit,
    pattern: inputs.artifacts,
    currentRunId: context.workflowRunId,
    runAttempt: context.runAttempt,
    mayUseOlderRun,
  }
  const { isWaiting, ...found } = await explained('read the artifacts', () =>
    readEventResults(client, query, readArtifactZip),
  )
  return { set: { ...found, options }, isWaiting }
}

async function ancestryOf(
  { client }: Job,
  { services }: Extract<BaselineLookup, { kind: 'found' }>,
  find: () => Promise<Anchor>,
) {
  const stored = new Set([...services.values()].flat().map(({ commit }) => commit))
  const wanted = Math.min(stored.size, JOBS_WANTED)
  return await explained('find the commit to compare with', async () => {
    const { sha } = await find()
    return await readAncestry(client, sha, (commits) => commits.filter((commit) => stored.has(commit)).length >= wanted)
  })
}

async function readPolicy({ inputs, client }: Job, sha: string): Promise<Policy> {
  const settings = {
    maxRegression: inputs.maxRegression ?? undefined,
    overrideLabel: inputs.overrideLabel ?? undefined,
  }
  const found = await explained('read the policy file', () => readPolicySource(client, inputs.policy, sha))
  if (found === null) return defaultPolicy(settings)
  const { parsePolicy } = await import('./policy/policy-file.ts')
  return parsePolicy(found.text, found.source, settings)
}

function reportContext(
  { inputs, context, env }: Job,
  policy: Policy,
): Omit<ReportContext, 'generatedFor' | 'headSha' | 'baseBranch'> {
  const action = env.GITHUB_ACTION_REPOSITORY
  return {
    gateName: inputs.name,
    repository: `${context.repository.owner}/${context.repository.name}`,
    pullRequest: null,
    runUrl: context.runUrl,
    runId: context.workflowRunId,
    policySource: policy.source,
    overrideLabel: policy.override.label,
    actionReference: action === undefined || action === '' ? null : `${action}@${env.GITHUB_ACTION_REF ?? ''}`,
  }
}

const STATUS_STATES = {
  pass: 'success',
  warn: 'success',
  'no-baseline': 'success',
  overridden: 'success',
  fail: 'failure',
  invalid: 'error',
} as const satisfies Record<Outcome, CommitStatus['state']>

async function publishResult(
  { inputs, client, env, log }: Job,
  { verdict, report }: GateResult,
  context: ReportContext,
  places: Pick<Parameters<typeof publish>[2], 'comment' | 'status'>,
): Promise<void> {
  const folder = join(env.RUNNER_TEMP ?? '', `perf-gate-${inputs.name}`)
  const [json, markdown] = [join(folder, 'report.json'), join(folder, 'report.md')]
  await mkdir(folder, { recursive: true })
  await writeFile(json, `${JSON.stringify(reportJson(verdict), null, 2)}\n`)
  const summary = report.markdown
  await writeFile(markdown, summary)
  const outputs = new Map([
    ['outcome', verdict.outcome],
    ['blocked', String(verdict.blocked)],
    ['report-json', json],
    ['report-markdown', markdown],
    ['detectable-change', detectableChange(verdict)],
  ])
  const files: RunnerFiles = {
    setOutput: core.setOutput,
    writeSummary: async (text) => {
      await core.summary.addRaw(text).write()
    },
  }
  const warnings = await publish(
    client,
    inputs.githubToken,
    { outputs, summary, shortSummary: report.comment, ...places },
    files,
  )
  const html = await writeHtml(folder, verdict, context).catch((error: unknown) => {
    log.warning(`The HTML report could not be written: ${error instanceof Error ? error.message : String(error)}`)
    return ''
  })
  core.setOutput('report-html', html)
  for (const warning of warnings) log.warning(warning)
  if (verdict.blocked) log.error(report.title)
  else log.info(report.title)
}

/** Comes last, and loads the plotting library only now: the status and the comment do not wait for pictures. Returns the path. */
async function writeHtml(folder: string, verdict: Verdict, context: ReportContext): Promise<string> {
  const { renderHtml, renderMainPlotSvg } = await import('./report/html/render-html.ts')
  const html = join(folder, 'report.html')
  await writeFile(html, renderHtml(verdict, context, { releases: new Map() }))
  const svg = renderMainPlotSvg(verdict)
  if (svg !== null) await writeFile(join(folder, 'gated-series.svg'), svg)
  return html
}

/** The largest of the smallest slowdowns that would have been proven, over the primary series; empty when nothing was compared. */
function detectableChange({ services }: Verdict): string {
  const ratios = services
    .flatMap(({ comparisons }) => comparisons)
    .flatMap(({ role, estimate }) => (role === 'primary' && estimate !== null ? [estimate.detectableRatio] : []))
  return ratios.length === 0 ? '' : Math.max(...ratios).toFixed(4)
}

/** Runs a call to GitHub, and says which permission is missing where that is why it failed. */
async function explained<Value>(operation: Operation, call: () => Promise<Value>): Promise<Value> {
  try {
    return await call()
  } catch (error) {
    const problem = permissionProblem(error, operation)
    throw problem === null ? error : new UserError(problem, { cause: error })
  }
}

const log = createLog()
try {
  if (!(await main(process.env, log))) process.exitCode = 1
} catch (error) {
  process.exitCode = 1
  log.error(
    error instanceof UserError
      ? error.message
      : `perf-gate failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
  )
}

import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as core from '@actions/core'
import { type Edges, type GateResult, type ResultSet, runGate } from './gate.ts'
import { type Anchor, findAnchor, readAncestry } from './github/anchor.ts'
import { readChangedFiles } from './github/changed-files.ts'
import { createClient, type GitHubClient } from './github/client.ts'
import { type RunContext, readContext } from './github/context.ts'
import type { PushEvent } from './github/event.ts'
import { type Absence, type ResultsQuery, readEventResults } from './github/event-results.ts'
import { type Inputs, readInputs } from './github/inputs.ts'
import { findLoadTestRun } from './github/load-test-run.ts'
import { createLog, type Log } from './github/log.ts'
import { carriedStatus } from './github/merge-group.ts'
import { readOverrideFacts } from './github/override-facts.ts'
import { describeFailure, explained } from './github/permission-error.ts'
import { readPolicySource } from './github/policy-source.ts'
import { proxyAwareFetch } from './github/proxy.ts'
import { type Publication, type PublishedPlaces, publish, type RunnerFiles } from './github/publish.ts'
import { type PullRequest, readOpenPullRequest } from './github/pull-request.ts'
import { type CommitStatus, STATUS_STATES, setStatus, worstState } from './github/status.ts'
import { type CarryOverTask, findTask, isBaselineBranch, isOtherWorkflow, type JudgeTask } from './github/task.ts'
import type { BaselineLookup } from './model/baseline.ts'
import { UserError } from './model/errors.ts'
import type { OverrideFacts } from './model/override.ts'
import type { Policy } from './model/policy.ts'
import type { ReportContext } from './model/report.ts'
import type { Verdict } from './model/verdict.ts'
import { defaultPolicy } from './policy/default-policy.ts'
import { namesPaths } from './policy/service-policy.ts'
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
  if (event.kind === 'push') {
    if (inputs.mode === 'gate') throw new UserError(`The mode gate does not go with the event ${event.trigger}.`)
    return await recordPush(job, event)
  }
  if (inputs.mode === 'record') {
    throw new UserError(
      `Nothing was recorded: the event ${env.GITHUB_EVENT_NAME} does not run the code of a recorded branch. Record on push, schedule or workflow_dispatch.`,
    )
  }
  const task = await findTask(event, job)
  switch (task.kind) {
    case 'nothing':
      log.info(`Nothing to do. ${task.why}`)
      return true
    case 'carry-over':
      return await carryOver(job, task)
    case 'judge':
      return await gateCommit(job, task)
  }
}

/** What one pull request got: a verdict, or the reason to wait for one. */
type Judged =
  | Readonly<{ kind: 'waiting'; words: string }>
  | Readonly<{
      kind: 'verdict'
      pullRequest: PullRequest
      context: ReportContext
      result: GateResult
      /** Was the label of an override there? null: it made no difference. */
      hasLabel: boolean | null
      overrideLabel: string
    }>

/** While this run worked, others may have written: it looks again after it wrote, at most so often. */
const ROUNDS = 3

async function gateCommit(job: Job, task: JudgeTask): Promise<boolean> {
  const { inputs, client, context } = job
  const status = { context: inputs.name, sha: task.sha, targetUrl: context.runUrl }
  try {
    for (let round = 1; ; round += 1) {
      const judged: Judged[] = []
      for (const pullRequest of task.pullRequests) judged.push(await judge(job, task, pullRequest))
      const { passes, isOutdated } = await publishAll(job, task, judged, status)
      if (!isOutdated || round === ROUNDS) return passes
    }
  } catch (error) {
    // An older success on this commit must not stand for a verdict that could not be made.
    const description = `No verdict: ${error instanceof UserError ? error.message : 'perf-gate failed, see its log.'}`
    await setStatus(client, { ...status, state: 'error', description }).catch(() => undefined)
    throw error
  }
}

async function judge(job: Job, task: JudgeTask, pullRequest: PullRequest): Promise<Judged> {
  const { client, store } = job
  const { headSha, baseRef, baseSha } = pullRequest
  const policy = await readPolicy(job, baseSha)
  const { set, absence } = await readResults(job, task.sha, {
    ...task.results,
    headRepoId: headRepoOf(task, pullRequest),
  })
  const waiting = absence?.isWaiting === true
  if (waiting && !namesPaths(policy)) return { kind: 'waiting', words: await waitingWords(job, absence, pullRequest) }
  const changedFiles = await explained('read the pull request', () => readChangedFiles(client, pullRequest.number))
  let facts: OverrideFacts | null = null
  const edges: Edges = {
    readResults: async () => [set],
    loadBaseline: () => explained('read the baseline', () => store.load()),
    readAncestry: async (lookup, { runs }) => {
      if (lookup?.kind !== 'found') return null
      const testedCommit = runs.find((run) => run.testedCommit !== null)?.testedCommit ?? null
      return await ancestryOf(job, lookup, () => findAnchor(client, { base: baseRef, headSha: task.sha, testedCommit }))
    },
    readChangedFiles: async () => changedFiles,
    readOverrideFacts: async () => {
      if (waiting) return null
      facts = await overrideFacts(job, policy, pullRequest.number)
      // What is true of a newer commit says nothing of this one.
      return facts.pullRequest.headSha === headSha ? facts : null
    },
  }
  const report = {
    ...reportContext(job, policy),
    generatedFor: 'pull-request',
    headSha: task.sha,
    baseBranch: baseRef,
    pullRequest: pullRequest.number,
    remarks: trustRemarks(job, pullRequest, changedFiles),
  } as const
  const result = await runGate({ policy, context: report, origin: 'same-results' }, edges)
  if (waiting && result.verdict.blocked)
    return { kind: 'waiting', words: await waitingWords(job, absence, pullRequest) }
  const hasLabel = (facts as OverrideFacts | null)?.labelPresent ?? null
  return { kind: 'verdict', pullRequest, context: report, result, hasLabel, overrideLabel: policy.override.label }
}

/** A merge group is a commit of this repository, whoever wrote the pull request. */
function headRepoOf({ results }: JudgeTask, { headRepoId }: PullRequest): number | null {
  return results.startedBy === 'merge_group' ? null : headRepoId
}

/** https://docs.github.com/en/actions/reference/workflows-and-actions/events-that-trigger-workflows#pull_request: no run while there is a conflict. */
async function waitingWords({ client }: Job, { words }: Absence, { number }: PullRequest): Promise<string> {
  const now = await explained('read the pull request', () => readOpenPullRequest(client, number))
  return now?.hasConflict ? 'Waiting: GitHub runs no load test while this pull request has a merge conflict.' : words
}

/** What a maintainer must know before they trust the numbers. */
function trustRemarks({ inputs, context }: Job, pullRequest: PullRequest, files: readonly string[] | null): string[] {
  const workflow = `.github/workflows/${inputs.loadTestWorkflow ?? context.workflowFile}`
  return [
    ...(pullRequest.isFork
      ? ['These are results produced by code of a fork: look at what it changes before you trust them.']
      : []),
    ...(files?.includes(inputs.policy)
      ? ['This pull request changes the policy file; it is judged by the policy of the base branch.']
      : []),
    ...(files?.includes(workflow) ? [`This pull request changes how it is measured: ${workflow}.`] : []),
  ]
}

async function overrideFacts({ client, context }: Job, policy: Policy, pullRequest: number): Promise<OverrideFacts> {
  return await explained('read the pull request', () =>
    readOverrideFacts(client, {
      pullRequest,
      label: policy.override.label,
      ownerIsOrganization: context.repository.ownerIsOrganization,
      withReviews: policy.override.approval === 'review',
      readAt: new Date().toISOString(),
    }),
  )
}

/** The worst of all becomes the status; each pull request that has a verdict gets its comment. */
async function publishAll(
  job: Job,
  task: JudgeTask,
  judged: readonly Judged[],
  status: Pick<CommitStatus, 'context' | 'sha' | 'targetUrl'>,
): Promise<Readonly<{ passes: boolean; isOutdated: boolean }>> {
  const { inputs } = job
  const worst = worstState(judged, (one) =>
    one.kind === 'waiting' ? 'pending' : STATUS_STATES[one.result.verdict.outcome],
  )
  if (worst.one.kind === 'waiting') return await wait(job, task, worst.one.words, status)
  const verdicts = judged.filter((one) => one.kind === 'verdict')
  const comments = verdicts.map(({ pullRequest, result }) => {
    return { pullRequest: pullRequest.number, headSha: pullRequest.headSha, body: result.report.comment, parseMarker }
  })
  const { result, context } = worst.one
  const seen = await publishResult(job, result, context, {
    comments: inputs.comment && task.hasComments ? comments : [],
    status: { ...status, state: worst.state, description: result.report.statusDescription },
  })
  const isOutdated = verdicts.some(({ pullRequest, hasLabel, overrideLabel }) => {
    const now = seen.get(pullRequest.number)
    return (
      hasLabel !== null &&
      now?.pullRequest.headSha === pullRequest.headSha &&
      now.labels.includes(overrideLabel) !== hasLabel
    )
  })
  return { passes: !result.verdict.blocked, isOutdated }
}

/** Says that there is no verdict yet. A load test that ended in the meantime has already told another run, so it is judged here too. */
async function wait(
  job: Job,
  task: JudgeTask,
  words: string,
  status: Pick<CommitStatus, 'context' | 'sha' | 'targetUrl'>,
): Promise<Readonly<{ passes: boolean; isOutdated: boolean }>> {
  job.log.info(words)
  await core.summary.addRaw(`${words}\n`).write()
  try {
    await setStatus(job.client, { ...status, state: 'pending', description: words })
  } catch (error) {
    job.log.warning(describeFailure(error, 'set the commit status'))
    return { passes: false, isOutdated: false }
  }
  const headRepoId = task.pullRequests[0] === undefined ? null : headRepoOf(task, task.pullRequests[0])
  const now = await explained('read the artifacts', () =>
    findLoadTestRun(job.client, resultsQuery(job, task.sha, { ...task.results, headRepoId })),
  )
  return { passes: true, isOutdated: !['none', 'in-progress', 'needs-approval'].includes(now.kind) }
}

/** The gate of a merge queue that does not measure again. */
async function carryOver({ client, inputs, context, log }: Job, task: CarryOverTask): Promise<boolean> {
  const { sha, pullRequest } = task
  const carried =
    pullRequest === null
      ? ({
          state: 'failure',
          description: 'Blocked: GitHub does not say which pull request this merge group is for.',
        } as const)
      : await explained('set the commit status', () => carriedStatus(client, inputs.name, pullRequest))
  await explained('set the commit status', () =>
    setStatus(client, { ...carried, context: inputs.name, sha, targetUrl: context.runUrl }),
  )
  if (carried.state === 'success') log.info(carried.description)
  else log.error(carried.description)
  return carried.state === 'success'
}

/** Judges what was pushed against the baseline before it, as a free measurement of false alarms, and stores it. Only a failure to store fails the job. */
async function recordPush(job: Job, event: PushEvent): Promise<boolean> {
  const { context, store, log } = job
  const branch = event.ref.replace(/^refs\/heads\//, '')
  if (!event.ref.startsWith('refs/heads/') || !isBaselineBranch(branch, job)) {
    throw new UserError(
      `Nothing was recorded: ${event.ref} is not the default branch (${context.repository.defaultBranch}) and not one of \`baseline-branches\`. Only their results become baselines.`,
    )
  }
  if (context.workflowRef !== event.ref) {
    throw new UserError(
      `Nothing was recorded: the workflow comes from ${context.workflowRef}, and the results from ${event.ref}.`,
    )
  }
  const policy = await readPolicy(job, event.sha)
  const query = { from: 'this-run', startedBy: 'pull_request', ended: null, headRepoId: context.repository.id } as const
  const { set } = await readResults(job, event.sha, query)
  const edges: Edges = {
    readResults: async () => [set],
    loadBaseline: () => explained('read the baseline before recording', () => store.load()),
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
    baseBranch: branch,
  } as const
  const result = await runGate({ policy, context: report, origin: 'same-results' }, edges)
  await publishResult(job, result, report, { comments: [], status: null })
  const records = recordsOf(result.verdict.services, { commit: event.sha, recordedAt: new Date().toISOString() })
  for (const { path, problem } of result.collected.refusals) log.error(`Not recorded: ${path}: ${problem}`)
  if (records.length === 0)
    throw new UserError('Nothing was recorded: there is no usable result. The job summary says why.')
  const { added, alreadyStored } = await explained('store the baseline', () => store.append(records))
  log.info(`Recorded ${added} runs at ${event.sha.slice(0, 7)}; ${alreadyStored} were there already.`)
  return result.collected.refusals.length === 0
}

type ResultsSource = Pick<ResultsQuery, 'from' | 'startedBy' | 'ended' | 'headRepoId'>

async function readResults(
  job: Job,
  commit: string,
  source: ResultsSource,
): Promise<Readonly<{ set: ResultSet; absence: Absence | null }>> {
  const { inputs, context, client, env } = job
  const options = {
    defaultService: context.repository.name.toLowerCase(),
    defaultVariant: 'candidate',
    defaultCommit: commit,
  } as const
  if (inputs.results !== null) {
    const files = await readFolder(join(env.GITHUB_WORKSPACE ?? '', inputs.results))
    return { set: { files, refusals: [], options }, absence: null }
  }
  const query = resultsQuery(job, commit, source)
  const { absence, ...found } = await explained('read the artifacts', () =>
    readEventResults(client, query, readArtifactZip),
  )
  return { set: { ...found, absence: absence?.words ?? null, options }, absence }
}

function resultsQuery({ inputs, context }: Job, headSha: string, source: ResultsSource): ResultsQuery {
  return {
    ...source,
    workflow: inputs.loadTestWorkflow ?? context.workflowFile,
    headSha,
    pattern: inputs.artifacts,
    currentRunId: context.workflowRunId,
    runAttempt: context.runAttempt,
    isOtherWorkflow: isOtherWorkflow(context, inputs),
  }
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

async function publishResult(
  { inputs, client, env, log }: Job,
  { verdict, report }: GateResult,
  context: ReportContext,
  places: Pick<Publication, 'comments' | 'status'>,
): Promise<PublishedPlaces['seen']> {
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
  const { warnings, seen } = await publish(
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
  return seen
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

/** Their jobs belong to the default branch, which is not at fault: there, the status speaks alone. */
const NEVER_FAILING_EVENTS = ['workflow_run', 'pull_request_target', 'issue_comment']

async function run(env: NodeJS.ProcessEnv, log: Log): Promise<void> {
  const mayFail = !NEVER_FAILING_EVENTS.includes(env.GITHUB_EVENT_NAME ?? '')
  try {
    if (!(await main(env, log)) && mayFail) process.exitCode = 1
  } catch (error) {
    if (mayFail) process.exitCode = 1
    log.error(
      error instanceof UserError
        ? error.message
        : `perf-gate failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
    )
  }
}

await run(process.env, createLog())

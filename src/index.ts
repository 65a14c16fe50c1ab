import { readFile } from 'node:fs/promises'
import * as core from '@actions/core'
import { artifactSource } from './action/artifact-source.ts'
import { createClient } from './github/client.ts'
import { readContext } from './github/context.ts'
import type { PushEvent } from './github/event.ts'
import { readInputs } from './github/inputs.ts'
import { createLog, type Log } from './github/log.ts'
import { proxyAwareFetch } from './github/proxy.ts'
import type { Surroundings } from './github/surroundings.ts'
import { findTask, isBaselineBranch, isOtherWorkflow } from './github/task.ts'
import { UserError } from './model/errors.ts'
import { openStore } from './storage/registry.ts'

/** Reads the event and the inputs, and does the task that follows from them. Returns whether the job may be green. */
async function main(env: NodeJS.ProcessEnv, log: Log): Promise<boolean> {
  const inputs = readInputs(core.getInput)
  core.setSecret(inputs.githubToken)
  const context = readContext(env, await readFile(env.GITHUB_EVENT_PATH ?? '', 'utf8'))
  const { owner, name: repo } = context.repository
  const fetch = await proxyAwareFetch(env)
  const client = createClient({ token: inputs.githubToken, apiUrl: context.apiUrl, owner, repo, fetch })
  const store = openStore(inputs.baselineStore, {
    octokit: client.octokit,
    owner,
    repo,
    gateName: inputs.name,
    artifacts: artifactSource({ client, context, inputs }),
    isJudged: (branch) => isBaselineBranch(branch, { context, inputs }),
  })
  const around = { inputs, context, client, store, log, env }
  const { event } = context
  if (event.kind === 'deployment' || inputs.mode === 'watch') {
    const { watchProduction } = await import('./action/watch-production.ts')
    return await watchProduction(around)
  }
  if (event.kind === 'push') {
    if (asksForRecheck(event, around)) {
      const { recheckOverrides } = await import('./action/recheck-overrides.ts')
      return await recheckOverrides(around)
    }
    if (inputs.mode === 'gate') throw new UserError(`The mode gate does not go with the event ${event.trigger}.`)
    const { recordPush } = await import('./action/record-push.ts')
    return await recordPush(around, event)
  }
  if (inputs.mode === 'record') {
    throw new UserError(
      `Nothing was recorded: the event ${env.GITHUB_EVENT_NAME} does not run the code of a recorded branch. Record on push, schedule or workflow_dispatch.`,
    )
  }
  const task = await findTask(event, around)
  switch (task.kind) {
    case 'nothing':
      log.info(`Nothing to do. ${task.why}`)
      return true
    case 'carry-over': {
      const { carryOver } = await import('./action/carry-over.ts')
      return await carryOver(around, task)
    }
    case 'judge': {
      const { gateCommit } = await import('./action/gate-commit.ts')
      return await gateCommit(around, task)
    }
  }
}

/** A schedule or a person started a workflow that measures nothing. There is nothing to record, so the overrides are checked again. */
function asksForRecheck(
  { trigger }: PushEvent,
  { inputs, context }: Pick<Surroundings, 'inputs' | 'context'>,
): boolean {
  if (trigger === 'push') return false
  return inputs.mode === 'gate' || (inputs.mode === 'auto' && isOtherWorkflow(context, inputs))
}

/** A job of these events belongs to the default branch or to a review, which did nothing wrong. Only the commit status carries the verdict. */
const NEVER_FAILING_EVENTS = ['workflow_run', 'pull_request_target', 'pull_request_review', 'issue_comment']

async function run(env: NodeJS.ProcessEnv, log: Log): Promise<void> {
  const mayFail = !NEVER_FAILING_EVENTS.includes(env.GITHUB_EVENT_NAME ?? '') || core.getInput('mode') === 'record'
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

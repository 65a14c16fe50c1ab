import { dirname, join } from 'node:path'
import { execPath, versions } from 'node:process'
import { fileURLToPath } from 'node:url'
import type { GitHub } from '../github/start-github.ts'
import type { ActionRun } from './run-action.ts'

/** The command files of a step. The keys are the names of their variables without `GITHUB_`. */
export type CommandFile = 'output' | 'state' | 'env' | 'path' | 'step_summary'

/** The folders of a job, all below one temporary folder. */
export type Folders = Readonly<{
  root: string
  workspace: string
  temp: string
  commandFiles: Readonly<Record<CommandFile, string>>
  eventPath: string
}>

/** The content of action.yml: inputs with their defaults, and the file to run. */
export type Manifest = Readonly<{ inputs: ReadonlyMap<string, string>; main: string }>

export const REPOSITORY_ROOT = fileURLToPath(new URL('../../..', import.meta.url))

/** The Node that runs actions with `using: node24`: the running Node, or the one that npm installed. */
export function node24(): string {
  return Number(versions.node.split('.')[0]) >= 24 ? execPath : join(REPOSITORY_ROOT, 'node_modules/.bin/node')
}

/** All variables that the action sees. There is no GITHUB_TOKEN, because a token only arrives as an input. */
export function jobEnvironment(
  manifest: Manifest,
  run: ActionRun,
  folders: Folders,
  actionDirectory: string,
): Record<string, string> {
  return {
    ...runnerVariables(folders),
    ...run.env,
    ...inputVariables(manifest, run),
    ...githubVariables(run, folders, actionDirectory),
  }
}

/** The only expression that defaults use. This function must learn any other expression before action.yml may use it. */
function evaluate(value: string, github: GitHub): string {
  const evaluated = value.replace(/\$\{\{\s*github\.token\s*\}\}/g, github.token)
  if (evaluated.includes('${{')) throw new Error(`This expression in action.yml is not understood: ${value}`)
  return evaluated
}

function inputVariables(manifest: Manifest, run: ActionRun): Record<string, string> {
  const given = run.with ?? {}
  const unexpected = Object.keys(given).filter((name) => !manifest.inputs.has(name))
  if (unexpected.length > 0)
    throw new Error(
      `Unexpected input(s) '${unexpected.join("', '")}', valid inputs are ['${[...manifest.inputs.keys()].join("', '")}']`,
    )
  const all = [...manifest.inputs].map(([name, value]) => [name, given[name] ?? evaluate(value, run.github)] as const)
  return Object.fromEntries(all.map(([name, value]) => [`INPUT_${name.replaceAll(' ', '_').toUpperCase()}`, value]))
}

/**
 * The `github` context that the runner passes on:
 * https://github.com/actions/runner/blob/258d6c857db3519913f7deb6004b60172f8043ae/src/Runner.Worker/GitHubContext.cs
 */
function githubVariables(run: ActionRun, folders: Folders, actionDirectory: string): Record<string, string> {
  const { github, event } = run
  const { repository } = event.payload
  const workflowPath = run.workflowPath ?? '.github/workflows/perf.yml'
  const fullName = `${github.owner}/${github.repo}`
  return {
    GITHUB_ACTION: '__self',
    GITHUB_ACTION_PATH: actionDirectory,
    GITHUB_ACTION_REF: '',
    GITHUB_ACTION_REPOSITORY: '',
    GITHUB_ACTOR: event.actor,
    GITHUB_ACTOR_ID: String(github.world.upstream.account(event.actor).id),
    GITHUB_API_URL: github.apiUrl,
    GITHUB_BASE_REF: event.baseRef,
    GITHUB_ENV: folders.commandFiles.env,
    GITHUB_EVENT_NAME: event.name,
    GITHUB_EVENT_PATH: folders.eventPath,
    GITHUB_GRAPHQL_URL: github.graphqlUrl,
    GITHUB_HEAD_REF: event.headRef,
    GITHUB_JOB: 'judge',
    GITHUB_OUTPUT: folders.commandFiles.output,
    GITHUB_PATH: folders.commandFiles.path,
    GITHUB_REF: event.ref,
    GITHUB_REF_NAME: event.ref.replace(/^refs\/(?:heads|tags|pull)\//, ''),
    GITHUB_REF_PROTECTED: 'false',
    GITHUB_REF_TYPE: 'branch',
    GITHUB_REPOSITORY: fullName,
    GITHUB_REPOSITORY_ID: String(repository.id),
    GITHUB_REPOSITORY_OWNER: github.owner,
    GITHUB_REPOSITORY_OWNER_ID: String(github.world.upstream.account(github.owner).id),
    GITHUB_RETENTION_DAYS: '90',
    GITHUB_RUN_ATTEMPT: String(run.runAttempt ?? 1),
    GITHUB_RUN_ID: String(run.runId ?? 1),
    GITHUB_RUN_NUMBER: '1',
    GITHUB_SERVER_URL: github.serverUrl,
    GITHUB_SHA: event.sha,
    GITHUB_STATE: folders.commandFiles.state,
    GITHUB_STEP_SUMMARY: folders.commandFiles.step_summary,
    GITHUB_TRIGGERING_ACTOR: event.actor,
    GITHUB_WORKFLOW: 'perf',
    GITHUB_WORKFLOW_REF: `${fullName}/${workflowPath}@${event.workflowRef}`,
    GITHUB_WORKFLOW_SHA: event.sha,
    GITHUB_WORKSPACE: folders.workspace,
  }
}

function runnerVariables(folders: Folders): Record<string, string> {
  return {
    CI: 'true',
    GITHUB_ACTIONS: 'true',
    HOME: join(folders.root, 'home'),
    LANG: 'C.UTF-8',
    PATH: `${dirname(node24())}:/usr/local/bin:/usr/bin:/bin`,
    RUNNER_ARCH: 'X64',
    RUNNER_ENVIRONMENT: 'github-hosted',
    RUNNER_NAME: 'GitHub Actions 1',
    RUNNER_OS: 'Linux',
    RUNNER_TEMP: folders.temp,
    RUNNER_TOOL_CACHE: join(folders.root, 'tools'),
    RUNNER_WORKSPACE: dirname(folders.workspace),
  }
}

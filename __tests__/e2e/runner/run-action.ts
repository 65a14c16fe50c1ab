import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { parse } from 'yaml'
import type { GitHub } from '../github/start-github.ts'
import { readCommandFile } from './command-file.ts'
import { type CommandFile, type Folders, jobEnvironment, type Manifest, REPOSITORY_ROOT } from './job-environment.ts'
import type { JobEvent } from './job-event.ts'
import { expectFewRequests } from './request-limit.ts'
import { createSharedRunners, lonelyRunner } from './runner.ts'
import { createStepLog, type StepLog } from './step-log.ts'

export type ActionRun = Readonly<{
  github: GitHub
  event: JobEvent
  /** The `with:` of the step. Missing inputs get their defaults from action.yml. */
  with?: Readonly<Record<string, string>>
  /** The folder of action.yml. Default: this repository. */
  actionDirectory?: string
  /** The workflow run of this job. Default: 1, which has no artifacts. */
  runId?: number
  runAttempt?: number
  /** The workflow's file. Default: `.github/workflows/perf.yml`. */
  workflowPath?: string
  /** The files in the workspace before the step: path → content. */
  workspaceFiles?: Readonly<Record<string, string | Uint8Array>>
  /** The number of pull requests with this head. Each of them is judged, so each allows further requests. Default: 1. */
  pullRequests?: number
  /** Further variables, from the `env:` of the step. */
  env?: Readonly<Record<string, string>>
}>

export type ActionResult = Omit<StepLog, 'outputs' | 'state' | 'failures'> &
  Readonly<{
    exitCode: number | null
    /** The result that the step shows. It is a failure also when the runner could not obey a command or read a command file. */
    conclusion: 'success' | 'failure'
    stdout: string
    stderr: string
    /** The outputs for later steps: first from commands in the log, then from GITHUB_OUTPUT. */
    outputs: Readonly<Record<string, string>>
    /** The text of the job summary. Empty: there is no summary, or it is over the limit. */
    summary: string
    state: Readonly<Record<string, string>>
    /** The text that the action wrote to GITHUB_ENV and GITHUB_PATH. perf-gate writes neither. */
    environmentFile: string
    pathFile: string
    failures: readonly string[]
    /** The texts of all files that the action left in RUNNER_TEMP, by absolute path. The folder itself is deleted. */
    files: ReadonlyMap<string, string>
  }>

/** https://github.com/actions/runner/blob/258d6c857db3519913f7deb6004b60172f8043ae/src/Runner.Worker/FileCommandManager.cs */
const MAX_SUMMARY_BYTES = 1024 * 1024

const COMMAND_FILES: Readonly<Record<CommandFile, string>> = {
  output: 'set_output_',
  state: 'save_state_',
  env: 'set_env_',
  path: 'add_path_',
  step_summary: 'step_summary_',
}

async function prepareFolders(run: ActionRun, root: string): Promise<Folders> {
  const workspace = join(root, 'work', run.github.repo, run.github.repo)
  const temp = join(root, 'work', '_temp')
  const commandFolder = join(temp, '_runner_file_commands')
  const eventPath = join(temp, '_github_workflow', 'event.json')
  for (const folder of [workspace, commandFolder, dirname(eventPath)]) await mkdir(folder, { recursive: true })
  await writeFile(eventPath, JSON.stringify(run.event.payload))
  for (const [path, content] of Object.entries(run.workspaceFiles ?? {})) {
    await mkdir(dirname(join(workspace, path)), { recursive: true })
    await writeFile(join(workspace, path), content)
  }
  const commandFiles = Object.fromEntries(
    Object.entries(COMMAND_FILES).map(([name, prefix]) => [name, join(commandFolder, `${prefix}0d1f`)]),
  ) as Record<CommandFile, string>
  for (const path of Object.values(commandFiles)) await writeFile(path, '')
  return { root, workspace, temp, commandFiles, eventPath }
}

/** Reads action.yml. An input without a default becomes the empty string, as in the runner's ActionManifestManager. */
async function readManifest(actionDirectory: string): Promise<Manifest> {
  const manifest = parse(await readFile(join(actionDirectory, 'action.yml'), 'utf8')) as {
    inputs?: Record<string, { default?: unknown }>
    runs: { using: string; main: string }
  }
  if (manifest.runs.using !== 'node24')
    throw new Error(`action.yml asks for ${manifest.runs.using}; this runner has node24 only`)
  const inputs = Object.entries(manifest.inputs ?? {}).map(
    ([name, input]) => [name, input.default === undefined ? '' : String(input.default)] as const,
  )
  return { inputs: new Map(inputs), main: manifest.runs.main }
}

async function leftFiles(temp: string): Promise<ReadonlyMap<string, string>> {
  const entries = await readdir(temp, { recursive: true, withFileTypes: true })
  const paths = entries
    .filter((entry) => entry.isFile() && !/_runner_file_commands|_github_workflow/.test(entry.parentPath))
    .map((entry) => join(entry.parentPath, entry.name))
  return new Map(await Promise.all(paths.map(async (path) => [path, await readFile(path, 'utf8')] as const)))
}

/** Reads a command file. Errors that would fail the step in the runner are added to `failures`. */
function readPairs(text: string, file: string, failures: string[]): ReadonlyMap<string, string> {
  try {
    return readCommandFile(text)
  } catch (error) {
    failures.push(
      `Unable to process file command '${file}' successfully. ${error instanceof Error ? error.message : String(error)}`,
    )
    return new Map()
  }
}

/** The runners of the test file that is running. */
export const SHARED_RUNNERS = createSharedRunners()

/**
 * Whether a job starts a process, as the runner does. A job with variables of its own does, because some work only from the start.
 * The others share one, because starting takes most of their time. EACH_JOB_ALONE starts one for each (every night).
 */
function isAlone({ env, actionDirectory }: ActionRun): boolean {
  return env !== undefined || actionDirectory !== undefined || process.env.EACH_JOB_ALONE !== undefined
}

/**
 * Runs the action as the runner does: the committed bundle under Node 24, with the runner's environment and file protocols,
 * in an empty workspace.
 */
export async function runAction(run: ActionRun): Promise<ActionResult> {
  const actionDirectory = run.actionDirectory ?? REPOSITORY_ROOT
  const manifest = await readManifest(actionDirectory)
  const runner = await (isAlone(run) ? lonelyRunner() : SHARED_RUNNERS.take())
  try {
    const folders = await prepareFolders(run, runner.root)
    const log = createStepLog([run.github.token])
    const env = jobEnvironment(manifest, run, folders, actionDirectory)
    const before = run.github.journal.length
    const { exitCode, stdout, stderr } = await runner.run({
      script: join(actionDirectory, manifest.main),
      env,
      workspace: folders.workspace,
      onLine: log.add,
      onStart: run.github.faults.aim,
    })
    expectFewRequests(run.github.journal.slice(before), run.github.world, run.pullRequests ?? 1)
    const { outputs, state, failures: commandFailures, ...logged } = log.read()
    const failures = [...commandFailures]
    const read = async (file: CommandFile): Promise<string> => readFile(folders.commandFiles[file], 'utf8')
    const allOutputs = new Map([...outputs, ...readPairs(await read('output'), 'output', failures)])
    const allState = new Map([...state, ...readPairs(await read('state'), 'state', failures)])
    const summary = await read('step_summary')
    const summaryFits = Buffer.byteLength(summary) <= MAX_SUMMARY_BYTES
    const tooLong = {
      level: 'error',
      message: `$GITHUB_STEP_SUMMARY upload aborted, supports content up to a size of ${MAX_SUMMARY_BYTES / 1024}k`,
      properties: new Map(),
    } as const
    return {
      ...logged,
      annotations: summaryFits ? logged.annotations : [...logged.annotations, tooLong],
      exitCode,
      conclusion: exitCode === 0 && failures.length === 0 ? 'success' : 'failure',
      stdout,
      stderr,
      outputs: Object.fromEntries(allOutputs),
      state: Object.fromEntries(allState),
      summary: summaryFits ? summary : '',
      environmentFile: await read('env'),
      pathFile: await read('path'),
      failures,
      files: await leftFiles(folders.temp),
    }
  } finally {
    await runner.release()
  }
}

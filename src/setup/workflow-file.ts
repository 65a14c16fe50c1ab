import { parseDocument } from 'yaml'

/** A job that runs this action. */
export type GateJob = Readonly<{
  id: string
  /** The condition of the job. null: it has none. */
  condition: string | null
  needsOthers: boolean
  /** The permissions of the job or, without them, those of the workflow. null: neither has any. */
  permissions: Permissions | null
  /** How the job refers to the action: `acme/perf-gate@v1`. */
  uses: string
  inputs: ReadonlyMap<string, string>
  checksOutPullRequest: boolean
  /** Whether it runs only on pushes, to record a baseline. */
  onlyRecords: boolean
}>

type Permissions = Readonly<{ all: string | null; each: ReadonlyMap<string, string> }>

/** How a workflow starts on one event. null: the default of the event. */
type Trigger = Readonly<{
  types: readonly string[] | null
  /** The keys that filter by path. */
  filters: readonly string[]
  /** The patterns of `branches` and `branches-ignore`. null: the key is absent. */
  branches: readonly string[] | null
  ignoredBranches: readonly string[] | null
}>

/** The parts of a workflow file that matter to the gate. */
export type WorkflowFile = Readonly<{
  /** `.github/workflows/perf.yml` */
  path: string
  triggers: ReadonlyMap<string, Trigger>
  /** The names of its jobs, under which GitHub shows them as checks. */
  jobNames: readonly string[]
  /** Whether a new run cancels the current one, in the workflow or in a job that runs this action. */
  cancelsInProgress: boolean
  gateJobs: readonly GateJob[]
  /** The actions that the steps use, including local ones. */
  actions: readonly string[]
  /** The numbers of the lines that `init` marked. */
  markedLines: readonly number[]
}>

export type ReadWorkflow =
  | Readonly<{ kind: 'read'; workflow: WorkflowFile }>
  | Readonly<{ kind: 'unreadable'; problem: string }>

/** `owner/perf-gate@ref`, or a local path to the repository of the action. */
const OWN_ACTION = /(?:^|\/)perf-gate@|^\.\/?$/

/** Inputs that no other action has. They identify a fork of this action under any name. */
const OWN_INPUTS = [
  'load-test-workflow',
  'baseline-store',
  'baseline-branches',
  'override-label',
  'merge-queue',
  'max-regression',
  'regression-issue',
]

/** The actions with at least one of the OWN_INPUTS, without their version. */
export function actionsByInputs(text: string): readonly string[] {
  const root = mapOf(parseDocument(text).toJS())
  const steps = [...mapOf(root.get('jobs')).values()].flatMap((job) => stepsOf(mapOf(job)))
  return steps.flatMap(({ uses, inputs }) =>
    uses !== null && OWN_INPUTS.some((name) => inputs.has(name)) ? [withoutVersion(uses)] : [],
  )
}

function withoutVersion(uses: string): string {
  return uses.replace(/@.*$/, '')
}

/**
 * Reads a workflow. Parts that are not understood are treated as absent, because GitHub itself checks the syntax.
 *
 * @param forks the forks of this action under other names
 */
export function readWorkflow(path: string, text: string, forks: readonly string[] = []): ReadWorkflow {
  const document = parseDocument(text)
  const [error] = document.errors
  if (error !== undefined) return { kind: 'unreadable', problem: error.message.split('\n')[0] ?? 'not YAML' }
  const root = mapOf(document.toJS())
  const jobs = [...mapOf(root.get('jobs'))].map(([id, job]) => ({ id, job: mapOf(job) }))
  const gateJobs = jobs.flatMap(({ id, job }) => readGateJob(id, job, root, forks))
  const isGateJob = (id: string): boolean => gateJobs.some((gateJob) => gateJob.id === id)
  const cancelling = [root, ...jobs.filter(({ id }) => isGateJob(id)).map(({ job }) => job)]
  return {
    kind: 'read',
    workflow: {
      path,
      triggers: readTriggers(root.get('on')),
      jobNames: jobs.map(({ id, job }) => textOf(job.get('name')) ?? id),
      cancelsInProgress: cancelling.some((holder) => cancelsOthers(mapOf(holder.get('concurrency')))),
      gateJobs,
      actions: jobs.flatMap(({ job }) => stepsOf(job).flatMap(({ uses }) => (uses === null ? [] : [uses]))),
      markedLines: text.split('\n').flatMap((line, index) => (line.includes('# REPLACE') ? [index + 1] : [])),
    },
  }
}

/**
 * Whether a new run cancels another one. A group that contains the number of the run applies to some events only. Every other
 * event gets a group of its own and cancels nothing.
 */
function cancelsOthers(concurrency: ReadonlyMap<string, unknown>): boolean {
  return concurrency.get('cancel-in-progress') === true && !String(concurrency.get('group')).includes('github.run_id')
}

function readGateJob(
  id: string,
  job: ReadonlyMap<string, unknown>,
  root: ReadonlyMap<string, unknown>,
  forks: readonly string[],
): GateJob[] {
  const steps = stepsOf(job)
  const isOwn = (uses: string): boolean => OWN_ACTION.test(uses) || forks.includes(withoutVersion(uses))
  const own = steps.find(({ uses }) => uses !== null && isOwn(uses))
  if (own === undefined || own.uses === null) return []
  const permissions = job.has('permissions') ? job.get('permissions') : root.get('permissions')
  const isOfPullRequest = ({ uses, inputs }: WorkflowStep): boolean =>
    uses?.startsWith('actions/checkout@') === true &&
    /\bhead\b|github\.event\.|refs\/pull/.test(inputs.get('ref') ?? '')
  const checksOutPullRequest = steps.some(isOfPullRequest)
  const condition = textOf(job.get('if'))
  const needsOthers = job.has('needs')
  const { uses, inputs } = own
  const onlyRecords = inputs.get('mode') === 'record' || /github\.event_name\s*==\s*'push'/.test(condition ?? '')
  const granted = readPermissions(permissions)
  return [{ id, condition, needsOthers, permissions: granted, uses, inputs, checksOutPullRequest, onlyRecords }]
}

type WorkflowStep = Readonly<{ uses: string | null; inputs: ReadonlyMap<string, string> }>

function stepsOf(job: ReadonlyMap<string, unknown>): readonly WorkflowStep[] {
  return listOf(job.get('steps')).map((step) => {
    const given = [...mapOf(mapOf(step).get('with'))].map(([name, value]) => [name, String(value)] as const)
    return { uses: textOf(mapOf(step).get('uses')), inputs: new Map(given) }
  })
}

const ANY: Trigger = { types: null, filters: [], branches: null, ignoredBranches: null }

/** `on: push`, `on: [push, pull_request]` or `on: { push: { branches: [main] } }`. */
function readTriggers(on: unknown): ReadonlyMap<string, Trigger> {
  if (typeof on === 'string') return new Map([[on, ANY]])
  if (Array.isArray(on)) return new Map(on.map((name) => [String(name), ANY] as const))
  return new Map(
    [...mapOf(on)].map(([name, value]) => {
      const settings = mapOf(value)
      const types = settings.has('types') ? [settings.get('types')].flat().map(String) : null
      const patterns = (key: string) => (settings.has(key) ? [settings.get(key)].flat().map(String) : null)
      const filters = [...settings.keys()].filter((key) => key.startsWith('paths'))
      const [branches, ignoredBranches] = [patterns('branches'), patterns('branches-ignore')]
      return [name, { types, filters, branches, ignoredBranches }] as const
    }),
  )
}

function readPermissions(value: unknown): Permissions | null {
  if (value === undefined) return null
  if (typeof value === 'string') return { all: value, each: new Map() }
  return { all: null, each: new Map([...mapOf(value)].map(([name, level]) => [name, String(level)] as const)) }
}

/** The entries of a YAML mapping. Empty for any other value. */
function mapOf(value: unknown): ReadonlyMap<string, unknown> {
  const isMapping = typeof value === 'object' && value !== null && !Array.isArray(value)
  return new Map(isMapping ? Object.entries(value) : [])
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' || typeof value === 'boolean' ? String(value) : null
}

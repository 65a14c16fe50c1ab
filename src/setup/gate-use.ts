import type { WorkflowFile } from './workflow-file.ts'

/** How a repository uses the gate, as its workflows say. The defaults are those of action.yml. */
export type GateUse = Readonly<{
  /** The name of the status to require. */
  name: string
  /** The file name of the workflow that runs the load test: `perf.yml`. */
  loadTestWorkflow: string
  /** The pattern for the names of the artifacts. */
  artifacts: string
  policyPath: string
  baselineStore: string
  baselineBranches: readonly string[]
  /** The value of the input. null: the policy decides. */
  overrideLabel: string | null
  /** Whether a push records a baseline. */
  records: boolean
  /** Whether pull requests from forks get a verdict. */
  judgesForks: boolean
  judgesMergeQueue: boolean
  /** The names of the jobs in the workflows that run the gate. GitHub shows them as checks. */
  jobNames: readonly string[]
}>

const PULL_REQUEST_EVENTS = ['pull_request', 'pull_request_target']

/** All workflows once for each gate, with only the jobs of that gate. Two gates in one repository have two names. */
export function gatesOf(workflows: readonly WorkflowFile[]): readonly (readonly WorkflowFile[])[] {
  const nameOf = ({ inputs }: WorkflowFile['gateJobs'][number]): string => inputs.get('name') || 'perf-gate'
  const names = new Set(workflows.flatMap(({ gateJobs }) => gateJobs.map(nameOf)))
  return [...names].map((name) =>
    workflows.map((file) => ({ ...file, gateJobs: file.gateJobs.filter((job) => nameOf(job) === name) })),
  )
}

/** Reads how the gate is used. null: no workflow runs it. Of several workflows, the first that judges pull requests counts. */
export function findGateUse(workflows: readonly WorkflowFile[]): GateUse | null {
  const using = workflows.filter(({ gateJobs }) => gateJobs.length > 0)
  const judging = using.find(judgesPullRequests) ?? using[0]
  const job = judging?.gateJobs.find(({ onlyRecords }) => !onlyRecords) ?? judging?.gateJobs[0]
  if (judging === undefined || job === undefined) return null
  const input = (name: string): string | null => job.inputs.get(name) || null
  const starts = (event: string): boolean => using.some(({ triggers }) => triggers.has(event))
  return {
    name: input('name') ?? 'perf-gate',
    loadTestWorkflow: fileName(input('load-test-workflow') ?? judging.path),
    artifacts: input('artifacts') ?? '{k6,perf}-results*',
    policyPath: input('policy') ?? '.github/perf-gate.yml',
    baselineStore: input('baseline-store') ?? 'branch',
    baselineBranches: (input('baseline-branches') ?? '').split(/[\s,]+/).filter((pattern) => pattern !== ''),
    overrideLabel: input('override-label'),
    records: starts('push') || (starts('schedule') && job.inputs.get('mode') !== 'gate'),
    judgesForks: starts('workflow_run'),
    judgesMergeQueue: starts('merge_group'),
    jobNames: using.flatMap(({ jobNames }) => jobNames),
  }
}

/** Whether this workflow judges pull requests and does not only record. */
export function judgesPullRequests({ triggers, gateJobs }: WorkflowFile): boolean {
  const startsOnPullRequests = PULL_REQUEST_EVENTS.some((event) => triggers.has(event))
  return startsOnPullRequests && gateJobs.some(({ onlyRecords }) => !onlyRecords)
}

function fileName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
}

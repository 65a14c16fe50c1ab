import type { GitHubClient } from '../github/client.ts'
import { permissionProblem } from '../github/permission-error.ts'
import type { BaselineLookup } from '../model/baseline.ts'
import { UserError } from '../model/errors.ts'
import { name, type Text, text } from '../model/text.ts'
import { checkBaseline } from './check-baseline.ts'
import { checkLabel } from './check-label.ts'
import { checkLoadTest, type ListedArtifact, type Understanding } from './check-load-test.ts'
import { checkRequired } from './check-required.ts'
import { checkStorePlace, checkStoreProtection } from './check-store.ts'
import { checkToken } from './check-token.ts'
import { checkWorkflows } from './check-workflows.ts'
import { type Diagnosis, ok, problem, warning } from './diagnosis.ts'
import { findGateUse, type GateUse, gatesOf } from './gate-use.ts'
import { actionsByInputs, readWorkflow, type WorkflowFile } from './workflow-file.ts'

/** A repository to examine, and what only other folders can do. */
export type Patient = Readonly<{
  client: GitHubClient
  defaultBranch: string
  /** Can anybody fork it? */
  isPublic: boolean
  /** Path → text of every workflow. */
  workflows: ReadonlyMap<string, string>
  /** What the policy file at this path says; `note`: what is not in force, though somebody may believe so. Throws a UserError where it is wrong. */
  readPolicy(
    path: string,
  ): Promise<Readonly<{ label: string; isThere: boolean; isEnforced: boolean; note: Text | null }>>
  loadBaseline(use: GateUse): Promise<BaselineLookup>
  understand(artifact: ListedArtifact): Promise<Understanding>
  now: Date
}>

/** All checks, in the order in which one would fix what they find. */
export async function examine(patient: Patient): Promise<readonly Diagnosis[]> {
  const { client, defaultBranch } = patient
  const token = await checkToken(client, defaultBranch)
  const forks = [...new Set([...patient.workflows.values()].flatMap(actionsByInputs))]
  const read = [...patient.workflows].map(([path, text]) => ({ path, ...readWorkflow(path, text, forks) }))
  const unreadable = read.flatMap((file) =>
    file.kind === 'unreadable'
      ? [problem(text`${name(file.path)} is not YAML: ${name(file.problem)}`, text`Fix the file.`)]
      : [],
  )
  const workflows = read.flatMap((file) => (file.kind === 'read' ? [file.workflow] : []))
  const gates = gatesOf(workflows)
  if (gates.length === 0) {
    const none = problem(text`No workflow runs perf-gate.`, text`Write the workflows with: perf-gate init`)
    return [...token, ...unreadable, none]
  }
  const found: Diagnosis[] = []
  for (const gate of gates) {
    const use = findGateUse(gate)
    if (use === null) continue
    const ofGate = await examineUse(patient, gate, use)
    found.push(
      ...(gates.length === 1 ? ofGate : ofGate.map((one) => ({ ...one, what: text`${name(use.name)}: ${one.what}` }))),
    )
  }
  return [...token, ...unreadable, ...found]
}

async function examineUse(
  patient: Patient,
  workflows: readonly WorkflowFile[],
  use: GateUse,
): Promise<readonly Diagnosis[]> {
  const { client, defaultBranch, now } = patient
  const policy = await readPolicy(patient, use)
  return [
    ...checkWorkflows(workflows, use, defaultBranch),
    ...forks(patient, use),
    ...policy.diagnoses,
    ...(await guarded('the label', 'read the pull request', () =>
      checkLabel(client, use.overrideLabel ?? policy.label),
    )),
    ...(await guarded('the results', 'read the artifacts', () => checkLoadTest(client, use, patient.understand))),
    ...(await guarded('the baseline', 'read the baseline', async () => {
      const misplaced = checkStorePlace(use, defaultBranch)
      if (misplaced.length > 0) return misplaced
      return [...checkBaseline(await patient.loadBaseline(use), use, now), ...(await checkStoreProtection(client, use))]
    })),
    ...(await guarded('the required check', 'read the baseline', () => checkRequired(client, defaultBranch, use))),
  ]
}

/** In a pull request from a fork the token of `pull_request` can only read: there is no status and no comment. */
function forks({ isPublic }: Patient, use: GateUse): Diagnosis[] {
  if (use.judgesForks || !isPublic) return []
  return [
    warning(
      text`The repository is public, and pull requests from forks get neither a status nor a comment in one workflow.`,
      text`Use two workflows: perf-gate init --setup two-workflows`,
    ),
  ]
}

const NOT_ENFORCED = warning(
  text`The policy says enforce: false: the status is green whatever is found, and nothing is blocked.`,
  text`Take the line out when the trial is over, and push to the pull requests that are open.`,
)

async function readPolicy(
  patient: Patient,
  { policyPath }: GateUse,
): Promise<Readonly<{ label: string; diagnoses: readonly Diagnosis[] }>> {
  try {
    const { label, isThere, isEnforced, note } = await patient.readPolicy(policyPath)
    const state = isThere
      ? text`The policy ${name(policyPath)} is valid.`
      : text`There is no policy file ${name(policyPath)}: the defaults hold.`
    const found = note === null ? ok(state) : warning(note, text`Give the file the name that the workflow names.`)
    return { label, diagnoses: isEnforced ? [found] : [found, NOT_ENFORCED] }
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    return {
      label: 'perf-override',
      diagnoses: [problem(error.whole, text`Fix ${name(policyPath)} on the default branch.`)],
    }
  }
}

/** One refused request must not hide what the other checks find. */
async function guarded(
  subject: string,
  operation: Parameters<typeof permissionProblem>[1],
  check: () => Promise<readonly Diagnosis[]>,
): Promise<readonly Diagnosis[]> {
  try {
    return await check()
  } catch (error) {
    const why = permissionProblem(error, operation)
    if (why === null) throw error
    return [warning(text`Not checked: ${subject}, because the token may not ${operation}.`, [why])]
  }
}

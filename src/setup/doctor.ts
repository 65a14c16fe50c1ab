import type { GitHubClient } from '../github/client.ts'
import { permissionProblem } from '../github/permission-error.ts'
import type { BaselineLookup } from '../model/baseline.ts'
import { UserError } from '../model/errors.ts'
import { name, type Text, text } from '../model/text.ts'
import { checkBaseline } from './check-baseline.ts'
import { checkLabel } from './check-label.ts'
import { type ArtifactContents, checkLoadTest, type ListedArtifact } from './check-load-test.ts'
import { checkRequired } from './check-required.ts'
import { checkStorePlace, checkStoreProtection } from './check-store.ts'
import { checkToken } from './check-token.ts'
import { checkWorkflows } from './check-workflows.ts'
import { type Diagnosis, ok, problem, warning } from './diagnosis.ts'
import { findGateUse, type GateUse, gatesOf } from './gate-use.ts'
import { actionsByInputs, readWorkflow, type WorkflowFile } from './workflow-file.ts'

/** A repository to examine, with the functions that only other folders may implement. */
export type ExaminedRepository = Readonly<{
  client: GitHubClient
  defaultBranch: string
  /** Anybody can fork it. */
  isPublic: boolean
  /** The text of every workflow, by its path. */
  workflows: ReadonlyMap<string, string>
  /**
   * Reads the policy file. `note`: a file that has no effect although somebody may rely on it. `doubts`: what is valid in the
   * file and probably a mistake. Throws a UserError for an invalid policy.
   */
  readPolicy(
    path: string,
  ): Promise<
    Readonly<{ label: string; isThere: boolean; isEnforced: boolean; note: Text | null; doubts: readonly Text[] }>
  >
  loadBaseline(use: GateUse): Promise<BaselineLookup>
  readArtifact(artifact: ListedArtifact): Promise<ArtifactContents>
  now: Date
}>

/** Runs all checks. The results come in the order in which a person would fix them. */
export async function examine(repository: ExaminedRepository): Promise<readonly Diagnosis[]> {
  const { client, defaultBranch } = repository
  const token = await checkToken(client, defaultBranch)
  const forks = [...new Set([...repository.workflows.values()].flatMap(actionsByInputs))]
  const read = [...repository.workflows].map(([path, text]) => ({ path, ...readWorkflow(path, text, forks) }))
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
    const ofGate = await examineUse(repository, gate, use)
    found.push(
      ...(gates.length === 1 ? ofGate : ofGate.map((one) => ({ ...one, what: text`${name(use.name)}: ${one.what}` }))),
    )
  }
  return [...token, ...unreadable, ...found]
}

async function examineUse(
  repository: ExaminedRepository,
  workflows: readonly WorkflowFile[],
  use: GateUse,
): Promise<readonly Diagnosis[]> {
  const { client, defaultBranch, now } = repository
  const policy = await readPolicy(repository, use)
  return [
    ...checkWorkflows(workflows, use, defaultBranch),
    ...forks(repository, use),
    ...policy.diagnoses,
    ...(await guarded('the label', 'read the pull request', () =>
      checkLabel(client, use.overrideLabel ?? policy.label),
    )),
    ...(await guarded('the results', 'read the artifacts', () => checkLoadTest(client, use, repository.readArtifact))),
    ...(await guarded('the baseline', 'read the baseline', async () => {
      const misplaced = checkStorePlace(use, defaultBranch)
      if (misplaced.length > 0) return misplaced
      return [
        ...checkBaseline(await repository.loadBaseline(use), use, now),
        ...(await checkStoreProtection(client, use)),
      ]
    })),
    ...(await guarded('the required check', 'read the baseline', () => checkRequired(client, defaultBranch, use))),
  ]
}

/** In a pull request from a fork, the token of `pull_request` can only read, so it can write neither a status nor a comment. */
function forks({ isPublic }: ExaminedRepository, use: GateUse): Diagnosis[] {
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
  text`Remove the line when the trial is over, and push to the open pull requests.`,
)

async function readPolicy(
  repository: ExaminedRepository,
  { policyPath }: GateUse,
): Promise<Readonly<{ label: string; diagnoses: readonly Diagnosis[] }>> {
  try {
    const { label, isThere, isEnforced, note, doubts } = await repository.readPolicy(policyPath)
    const state = isThere
      ? text`The policy ${name(policyPath)} is valid.`
      : text`There is no policy file ${name(policyPath)}: the defaults hold.`
    const found = note === null ? ok(state) : warning(note, text`Give the file the name that the workflow names.`)
    const doubted = doubts.map((one) => warning(one, text`Correct ${name(policyPath)} on the default branch.`))
    return { label, diagnoses: [found, ...doubted, ...(isEnforced ? [] : [NOT_ENFORCED])] }
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    return {
      label: 'perf-override',
      diagnoses: [problem(error.whole, text`Fix ${name(policyPath)} on the default branch.`)],
    }
  }
}

/** A refused request must not hide the results of the other checks. */
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

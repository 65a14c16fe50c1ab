import { absentAsNull, type GitHubClient, hasStatus } from '../github/client.ts'
import { name, text } from '../model/text.ts'
import { type Diagnosis, ok, problem, warning } from './diagnosis.ts'
import type { GateUse } from './gate-use.ts'

/** A required status, and the id of the app that may set it. null: every app may set it. */
type RequiredContext = Readonly<{ context: string; source: string; integrationId: number | null }>

type BranchRules = Readonly<{ required: readonly RequiredContext[]; hasMergeQueue: boolean; isWhole: boolean }>

/** Checks that the default branch requires the status of the gate, and that every pull request can get it. */
export async function checkRequired(client: GitHubClient, branch: string, use: GateUse): Promise<readonly Diagnosis[]> {
  const { required, hasMergeQueue, isWhole } = await readBranchRules(client, branch)
  return [...requiredStatus(required, isWhole, branch, use), ...mergeQueue(hasMergeQueue, branch, use)]
}

function requiredStatus(
  required: readonly RequiredContext[],
  isWhole: boolean,
  branch: string,
  use: GateUse,
): Diagnosis[] {
  const own = required.find(({ context }) => context === use.name)
  if (own !== undefined) {
    const by = own.integrationId === null ? text`from any source` : text`from the app ${own.integrationId} only`
    return [ok(text`The status ${name(use.name)} is required on ${name(branch)}, by ${name(own.source)}, ${by}.`)]
  }
  const job = required.find(({ context }) => use.jobNames.includes(context))
  if (job !== undefined) {
    return [
      problem(
        text`${name(branch)} requires the job ${name(job.context)}, not the status ${name(use.name)}. A job that is skipped counts as passed.`,
        text`Require ${name(use.name)} instead.`,
      ),
    ]
  }
  if (!isWhole) {
    return [
      warning(
        text`Unknown whether ${name(use.name)} is required on ${name(branch)}: this token does not see the branch protection.`,
        text`Run this command with the token of an administrator, or look into Settings → Branches.`,
      ),
    ]
  }
  return [
    problem(
      text`The status ${name(use.name)} is not required on ${name(branch)}: a failed check does not stop a merge.`,
      text`Require it under Settings → Rules → Rulesets. docs/required-check.md shows each step.`,
    ),
  ]
}

function mergeQueue(hasMergeQueue: boolean, branch: string, use: GateUse): Diagnosis[] {
  if (!hasMergeQueue) return []
  if (use.judgesMergeQueue) return [ok(text`${name(branch)} has a merge queue, and the gate runs on merge_group.`)]
  return [
    problem(
      text`${name(branch)} has a merge queue, and no workflow that runs the gate starts on merge_group: every entry waits forever.`,
      text`Add merge_group to the events of the workflow that runs the gate.`,
    ),
  ]
}

/** Reads the rulesets, which everybody may read, and the classic branch protection as far as this token may see it. */
async function readBranchRules(client: GitHubClient, branch: string): Promise<BranchRules> {
  const { octokit, owner, repo } = client
  const rules = await octokit.paginate(octokit.rest.repos.getBranchRules, { owner, repo, branch, per_page: 100 })
  const ofRulesets = rules.flatMap((rule): readonly RequiredContext[] =>
    rule.type === 'required_status_checks'
      ? (rule.parameters?.required_status_checks ?? []).map(({ context, integration_id }) => {
          return { context, source: `ruleset ${rule.ruleset_id ?? ''}`.trim(), integrationId: integration_id ?? null }
        })
      : [],
  )
  const { required, isWhole } = await readProtection(client, branch)
  const hasMergeQueue = rules.some(({ type }) => type === 'merge_queue')
  return { required: [...ofRulesets, ...required], hasMergeQueue, isWhole }
}

async function readProtection(
  client: GitHubClient,
  branch: string,
): Promise<Readonly<{ required: readonly RequiredContext[]; isWhole: boolean }>> {
  const { octokit, owner, repo } = client
  const { data } = await octokit.rest.repos.getBranch({ owner, repo, branch })
  // With `enabled: false`, `protection` is empty and only rulesets apply.
  if (!data.protected || data.protection.enabled === false) return { required: [], isWhole: true }
  const shown = data.protection.required_status_checks
  if (shown !== undefined) return { required: fromProtection(shown.contexts, shown.checks), isWhole: true }
  try {
    // Only administrators may read this: https://docs.github.com/en/rest/branches/branch-protection#get-branch-protection
    const whole = await absentAsNull(octokit.rest.repos.getBranchProtection({ owner, repo, branch }))
    const checks = whole?.data.required_status_checks
    return { required: fromProtection(checks?.contexts ?? [], checks?.checks ?? []), isWhole: whole !== null }
  } catch (error) {
    if (hasStatus(error, 403)) return { required: [], isWhole: false }
    throw error
  }
}

function fromProtection(
  contexts: readonly string[],
  checks: readonly Readonly<{ context: string; app_id?: number | null }>[],
): readonly RequiredContext[] {
  return contexts.map((context) => {
    const app = checks.find((check) => check.context === context)?.app_id ?? null
    // -1 means "any source": https://docs.github.com/en/rest/branches/branch-protection#update-branch-protection
    return { context, source: 'branch protection', integrationId: app === -1 ? null : app }
  })
}

import { openHistory } from '../github/anchor.ts'
import type { PushEvent } from '../github/event.ts'
import { withPermissionHint } from '../github/permission-error.ts'
import type { Surroundings } from '../github/surroundings.ts'
import { isBaselineBranch } from '../github/task.ts'
import { UserError } from '../model/errors.ts'
import { count } from '../model/numbers.ts'
import { plainText } from '../model/text.ts'
import { servicePolicy } from '../policy/service-policy.ts'
import { pinnedCommits } from '../storage/pinned-commits.ts'
import { ancestryOf } from './ancestry.ts'
import { driftAncestry } from './drift-ancestry.ts'
import { readPolicy } from './policy.ts'
import { publishResult } from './publish-result.ts'
import { readTemplates } from './read-templates.ts'
import { recordsFor } from './records-for.ts'
import { reportContext } from './report-context.ts'
import { findResults, readResults } from './results.ts'
import { tellPush } from './tell-push.ts'

/**
 * Compares a push with the baseline before it, and stores its runs. The comparison also shows how often unchanged code is blocked. The job
 * fails only if the runs cannot be stored.
 */
export async function recordPush(around: Surroundings, event: PushEvent): Promise<boolean> {
  const { client, context, store, log } = around
  const branch = event.ref.replace(/^refs\/heads\//, '')
  if (!event.ref.startsWith('refs/heads/') || !isBaselineBranch(branch, around)) {
    throw new UserError(
      `Nothing was recorded: ${event.ref} is not the default branch (${context.repository.defaultBranch}) and not one of \`baseline-branches\`. Only their results become baselines.`,
    )
  }
  if (context.workflowRef !== event.ref) {
    throw new UserError(
      `Nothing was recorded: the workflow comes from ${context.workflowRef}, and the results from ${event.ref}.`,
    )
  }
  // A push is judged once: there is no check that could wait for more runs.
  const inForce = await readPolicy(around, event.sha)
  const policy = { ...inForce.policy, confirmation: null }
  const headRepoId = context.repository.id
  const query = { from: 'this-run', startedBy: 'pull_request', ended: null, headRepoId, isLater: false } as const
  const { set, notes } = await readResults(around, event.sha, await findResults(around, event.sha, query))
  const history = openHistory(client, event.sha)
  const { collect, runGate } = await import('../gate.ts')
  const collected = await collect([set], policy)
  const loadAt = {
    branch,
    recordedAs: branch === context.repository.defaultBranch ? null : branch,
    history: async () => (await history(() => true)).map(({ sha }) => sha),
    read: async () => (service: string) => servicePolicy(policy, service).read,
  }
  const lookup = await withPermissionHint('read the baseline', () => store.load(loadAt))
  const found = lookup.kind === 'found' ? lookup : null
  const ancestry = found === null ? null : await ancestryOf(found, event.sha, history)
  const drift = found === null || policy.drift === null ? null : await driftAncestry(around, policy.drift.anchor, found)
  const pinned = found === null || drift === null ? [] : pinnedCommits(found.services, drift.commits)
  const report = {
    ...reportContext(around, inForce),
    generatedFor: 'push',
    headSha: event.sha,
    baseBranch: branch,
    notes: [...inForce.notes, ...notes],
  } as const
  const templates = await readTemplates(around, policy, event.sha)
  const facts = { sets: [set], collected, lookup, ancestry, driftAncestry: drift }
  const result = await runGate({ policy, context: report, origin: 'same-results', templates }, facts)
  await publishResult(around, result, report, { comments: [], status: null })
  const recorded = await recordsFor(around, event, branch, { ...result, history })
  const { runs: records, entries } = recorded
  const news = { sha: event.sha, branch, result, ...recorded.slower, ledger: [...(found?.ledger ?? []), ...entries] }
  for (const { path, problem } of result.collected.refusals) log.error(`Not recorded: ${path}: ${plainText(problem)}`)
  if (records.length === 0) {
    await tellPush(around, news)
    throw new UserError('Nothing was recorded: there is no usable result. The job summary says why.')
  }
  const { added, alreadyStored } = await withPermissionHint('store the baseline', () =>
    store.append(records, entries, pinned),
  )
  log.info(`Recorded ${count(added, 'run')} at ${event.sha.slice(0, 7)}; ${alreadyStored} were there already.`)
  await tellPush(around, news)
  return result.collected.refusals.length === 0
}

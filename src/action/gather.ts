import type { Facts } from '../gate.ts'
import { compareWithBase, findAnchor, openHistory } from '../github/anchor.ts'
import { acceptedOverride, overrideContext } from '../github/override-status.ts'
import { withPermissionHint } from '../github/permission-error.ts'
import { type PullRequest, readOpenPullRequest } from '../github/pull-request.ts'
import { heardLater, settleInOrder } from '../github/settle.ts'
import { readStatuses, type Statuses } from '../github/status.ts'
import type { Surroundings } from '../github/surroundings.ts'
import { isBaselineBranch, type JudgeTask } from '../github/task.ts'
import type { AcceptedOverride } from '../model/override.ts'
import type { Policy } from '../model/policy.ts'
import { namesPaths, servicePolicy } from '../policy/service-policy.ts'
import type { TemplateSet } from '../report/template-set.ts'
import { ancestryOf } from './ancestry.ts'
import { driftAncestry } from './drift-ancestry.ts'
import { NOT_READ, type Override, overrideOf } from './override.ts'
import { type PolicyInForce, readPolicy } from './policy.ts'
import { readTemplates } from './read-templates.ts'
import { type FoundResults, findResults, type Results, readResults } from './results.ts'

/** All that the judgement of a head commit rests on, for each pull request with this head. */
export type Gathered = Readonly<{
  pullRequests: readonly PullRequestFacts[]
  results: Results
  /** null: the statuses could not be read. */
  statuses: Statuses | null
}>

export type PullRequestFacts = Readonly<{
  pullRequest: PullRequest
  inForce: PolicyInForce
  /** null: there are no results yet, so nothing can be judged. */
  commitFacts: CommitFacts | null
  override: Override
}>

/** Facts of a commit. They do not change while the gate works, so they are read once. */
type CommitFacts = Readonly<{
  templates: TemplateSet
  changedFiles: readonly string[] | null
  facts: Omit<Facts, 'override'>
}>

/** What an earlier try has read. Only the parts that may have changed are read again. `found`: where the results are now. */
export type Known = Readonly<{ gathered: Gathered; found: FoundResults | null }>

/**
 * Reads everything that a judgement rests on. Requests that do not depend on each other run at the same time, so each line names the
 * promises that it waits for. If several requests fail, always the first in this order is reported, and not the first in time.
 */
export async function gather(
  around: Surroundings,
  task: JudgeTask,
  pullRequests: Promise<readonly PullRequest[]>,
  known: Known | null,
): Promise<Gathered> {
  const before = known?.gathered ?? null
  const contexts = [around.inputs.name, overrideContext(around.inputs.name)]
  const statuses = before?.statuses ?? readStatuses(around.client, task.sha, contexts).catch(() => null)
  const kept = before === null || isAwaited(before.results) ? null : before.results
  const holder = heardLater(pullRequests.then((listed) => holderOf(around, task, listed, statuses)))
  const all = heardLater(Promise.all([pullRequests, holder]).then(([listed, one]) => withOne(listed, one)))
  const results = heardLater(kept === null ? readAll(around, task, all, known) : Promise.resolve(kept))
  const accepted = heardLater(Promise.resolve(statuses).then((seen) => acceptedOverride(seen, around.inputs.name)))
  const read = (pullRequest: PullRequest) => {
    const inForce = heardLater(policyOf(around, pullRequest, before))
    const policy = heardLater(inForce.then((known) => known.policy))
    const earlier = before?.pullRequests.find((one) => one.pullRequest.number === pullRequest.number) ?? null
    const still = earlier !== null && kept === null ? { ...earlier, commitFacts: null } : earlier
    return heardLater(factsOf(around, task, pullRequest, { inForce, policy, results, accepted }, still))
  }
  const facts = (await pullRequests).map(read)
  const ofHolder = heardLater(holder.then((one) => (one === null ? null : read(one))))
  const [found, seen] = await settleInOrder([results, statuses])
  const [own, other] = [await settleInOrder(facts), await ofHolder]
  const judged = other === null ? own : [...own, other]
  const inOrder = judged.toSorted((left, right) => left.pullRequest.number - right.pullRequest.number)
  return { pullRequests: inOrder, results: found, statuses: seen }
}

async function factsOf(
  around: Surroundings,
  task: JudgeTask,
  pullRequest: PullRequest,
  on: Reading,
  earlier: PullRequestFacts | null,
): Promise<PullRequestFacts> {
  // Without results there is no verdict, so before the load test has ended most requests would be wasted.
  if (task.isEarly && !(await canBeJudged(on)))
    return { pullRequest, inForce: await on.inForce, commitFacts: null, override: NOT_READ }
  const override = overrideOf(around, on.policy, pullRequest, on.accepted, earlier?.override.reading ?? null)
  const commitFacts = earlier?.commitFacts ?? (await readCommitFacts(around, task, pullRequest, on))
  return { pullRequest, inForce: await on.inForce, commitFacts, override: await override }
}

/** The requests that have been sent, and that other requests wait for. */
type Reading = Readonly<{
  inForce: Promise<PolicyInForce>
  policy: Promise<Policy>
  results: Promise<Results>
  accepted: Promise<AcceptedOverride | null>
}>

function isAwaited({ absence }: Results): boolean {
  return absence?.isWaiting === true
}

/** The policy on the current base branch. GitHub's `base.sha` would be too old: it changes only when the pull request is pushed to. */
async function policyOf(
  around: Surroundings,
  { number, baseRef }: PullRequest,
  before: Gathered | null,
): Promise<PolicyInForce> {
  const earlier = before?.pullRequests.find(({ pullRequest }) => pullRequest.number === number)
  return earlier?.inForce ?? (await readPolicy(around, `refs/heads/${baseRef}`))
}

async function readAll(
  around: Surroundings,
  task: JudgeTask,
  pullRequests: Promise<readonly PullRequest[]>,
  known: Known | null,
): Promise<Results> {
  const [all, found] = await settleInOrder([pullRequests, known?.found ?? findResults(around, task.sha, task.results)])
  // Nothing is downloaded if there is no pull request to judge.
  return await readResults(around, task.sha, all.length === 0 ? NOWHERE : await ofFirstOffer(around, task, all, found))
}

/**
 * If several repositories offer the same commit, the results of the first pull request that has results are judged. Otherwise a copy of
 * the commit in a fork could set the status back to pending, or be measured again and again until it passes.
 */
async function ofFirstOffer(
  around: Surroundings,
  task: JudgeTask,
  all: readonly PullRequest[],
  own: FoundResults,
): Promise<FoundResults> {
  const repositories = new Set(all.map(({ headRepoId }) => headRepoId))
  if (repositories.size < 2) return own
  for (const headRepoId of repositories) {
    const isOwn = headRepoId === task.results.headRepoId
    const found = isOwn ? own : await findResults(around, task.sha, { ...task.results, headRepoId, ended: null })
    if (found.kind !== 'absent') return found
  }
  return own
}

/** Another open pull request in which this commit was accepted: it is judged as well, because its override counts here. null: none. */
async function holderOf(
  around: Surroundings,
  task: JudgeTask,
  listed: readonly PullRequest[],
  statuses: Statuses | null | Promise<Statuses | null>,
): Promise<PullRequest | null> {
  const accepted = acceptedOverride(await statuses, around.inputs.name)
  const number = accepted?.inForce === true ? accepted.pullRequest : null
  if (number === null || listed.length === 0 || listed.some((one) => one.number === number)) return null
  const holder = await withPermissionHint('read the pull request', () => readOpenPullRequest(around.client, number))
  const isJudged = holder?.pullRequest.headSha === task.sha && isBaselineBranch(holder.pullRequest.baseRef, around)
  return isJudged ? holder.pullRequest : null
}

function withOne(listed: readonly PullRequest[], one: PullRequest | null): readonly PullRequest[] {
  return one === null ? listed : [...listed, one].sort((left, right) => left.number - right.number)
}

const NOWHERE = { kind: 'artifacts', artifacts: [], notes: [], lostJobs: [] } as const

async function canBeJudged({ policy, results }: Pick<Reading, 'policy' | 'results'>): Promise<boolean> {
  const [known, read] = await settleInOrder([policy, results])
  return !isAwaited(read) || namesPaths(known)
}

/** null: there are no results yet, and the policy names no paths that would make a change exempt from measuring. */
async function readCommitFacts(
  around: Surroundings,
  task: JudgeTask,
  { baseRef }: PullRequest,
  { inForce, policy, results }: Reading,
): Promise<CommitFacts | null> {
  const { client, context, store } = around
  const toCompare = <Value>(read: () => Promise<Value>) =>
    heardLater(withPermissionHint('find the commit to compare with', read))
  const compared = toCompare(() => compareWithBase(client, baseRef, task.sha))
  const mergeBase = heardLater(compared.then(({ mergeBase: sha }) => openAnchor(around, sha)))
  // The module is loaded while the gate waits for the answers of GitHub.
  const collected = heardLater(
    settleInOrder([results, policy]).then(async ([{ set }, known]) =>
      (await import('../gate.ts')).collect([set], known),
    ),
  )
  const anchor = toCompare(async () => {
    const { runs } = await collected
    const candidate = runs.find((run) => run.side === 'candidate' && run.testedCommit !== null)
    const query = { base: baseRef, headSha: task.sha, testedCommit: candidate?.testedCommit ?? null }
    const sha = await findAnchor(client, { ...query, compared: () => compared })
    const known = await mergeBase
    return known.sha === sha ? known : openAnchor(around, sha)
  })
  const baseline = heardLater(
    withPermissionHint('read the baseline', () =>
      store.load({
        branch: baseRef,
        recordedAs: baseRef === context.repository.defaultBranch ? null : baseRef,
        history: async () => (await (await anchor).history(() => true)).map(({ sha }) => sha),
        read: async () => {
          const known = await policy
          return (service) => servicePolicy(known, service).read
        },
      }),
    ),
  )
  const ancestry = heardLater(
    settleInOrder([baseline, anchor]).then(([lookup, { sha, history }]) =>
      lookup.kind === 'found' ? ancestryOf(lookup, sha, history) : null,
    ),
  )
  const drift = heardLater(
    settleInOrder([policy, baseline]).then(([known, lookup]) =>
      known.drift === null || lookup.kind !== 'found' ? null : driftAncestry(around, known.drift.anchor, lookup),
    ),
  )
  const templates = heardLater(inForce.then((known) => readTemplates(around, known.policy, known.commit)))
  if (!(await canBeJudged({ policy, results }))) return null
  const asked = [policy, results, compared, templates, collected, baseline, ancestry, drift] as const
  const [, { set }, { changedFiles }, readyTemplates, runs, lookup, commits, driftCommits] = await settleInOrder(asked)
  const facts = { sets: [set], collected: runs, lookup, ancestry: commits, driftAncestry: driftCommits, changedFiles }
  return { templates: readyTemplates, changedFiles, facts }
}

/** Requests the first page of the history at once, because it is always needed. */
function openAnchor({ client }: Surroundings, sha: string) {
  const history = openHistory(client, sha)
  void heardLater(history(() => true))
  return { sha, history }
}

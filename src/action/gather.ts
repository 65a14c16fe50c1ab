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

/** What a head commit is judged on, for each pull request that has it. */
export type Gathered = Readonly<{
  pullRequests: readonly PullRequestFacts[]
  results: Results
  /** null: could not be read. */
  statuses: Statuses | null
}>

export type PullRequestFacts = Readonly<{
  pullRequest: PullRequest
  inForce: PolicyInForce
  /** null: there are no results yet, and without them nothing can be said. */
  commitFacts: CommitFacts | null
  override: Override
}>

/** None of it changes while the gate works. */
type CommitFacts = Readonly<{
  templates: TemplateSet
  changedFiles: readonly string[] | null
  facts: Omit<Facts, 'override'>
}>

/** What an earlier look has read: of it, only what may have changed is read again. `found`: where the results are, by now. */
export type Known = Readonly<{ gathered: Gathered; found: FoundResults | null }>

/**
 * Reads everything that a judgement rests on. What does not depend on another answer is asked for at the same time, so each line
 * says what it waits for; which failure is told does not depend on which came first.
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
  // Before a load test has ended, most of it would be read in vain.
  if (task.isEarly && !(await canBeJudged(on)))
    return { pullRequest, inForce: await on.inForce, commitFacts: null, override: NOT_READ }
  const override = overrideOf(around, on.policy, pullRequest, on.accepted, earlier?.override.reading ?? null)
  const commitFacts = earlier?.commitFacts ?? (await readCommitFacts(around, task, pullRequest, on))
  return { pullRequest, inForce: await on.inForce, commitFacts, override: await override }
}

/** What is on its way, and what the rest waits for. */
type Reading = Readonly<{
  inForce: Promise<PolicyInForce>
  policy: Promise<Policy>
  results: Promise<Results>
  accepted: Promise<AcceptedOverride | null>
}>

function isAwaited({ absence }: Results): boolean {
  return absence?.isWaiting === true
}

/** That of the base branch as it is now: GitHub's `base.sha` stays what it was when the pull request was last pushed to. */
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
  // Where there turns out to be nothing to judge, nothing is downloaded.
  return await readResults(around, task.sha, all.length === 0 ? NOWHERE : await ofFirstOffer(around, task, all, found))
}

/**
 * Where several repositories offer the same commit, the results are those of the first pull request that has some: a copy of it
 * must not put the verdict of another one back to waiting, nor measure it until it suits.
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

/** Whoever accepted this commit in another pull request, which is still open, accepted it: that one is judged as well. null: there is none. */
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

/** null: there are no results yet, and the policy names no paths, so something has to be measured in any case. */
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
  // Loaded while the answers of GitHub are on their way.
  const collected = heardLater(
    settleInOrder([results, policy]).then(async ([{ set }, known]) =>
      (await import('../gate.ts')).collect([set], known),
    ),
  )
  const anchor = toCompare(async () => {
    const { runs } = await collected
    const candidate = runs.find((run) => run.variant === 'candidate' && run.testedCommit !== null)
    const query = { base: baseRef, headSha: task.sha, testedCommit: candidate?.testedCommit ?? null }
    const { sha } = await findAnchor(client, { ...query, compared: () => compared })
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

/** The first page of the history is needed in any case, so it is asked for at once. */
function openAnchor({ client }: Surroundings, sha: string) {
  const history = openHistory(client, sha)
  void heardLater(history(() => true))
  return { sha, history }
}

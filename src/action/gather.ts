import type { Facts } from '../gate.ts'
import { compareWithBase, findAnchor, openHistory } from '../github/anchor.ts'
import { explained } from '../github/permission-error.ts'
import type { PullRequest } from '../github/pull-request.ts'
import { heardLater, settleInOrder } from '../github/settle.ts'
import { readStatuses, type Statuses } from '../github/status.ts'
import type { JudgeTask } from '../github/task.ts'
import type { Policy } from '../model/policy.ts'
import { namesPaths, servicePolicy } from '../policy/service-policy.ts'
import type { Look } from '../report/look.ts'
import { ancestryOf } from './ancestry.ts'
import { driftAncestry } from './drift-ancestry.ts'
import type { Job } from './job.ts'
import { readLook } from './look.ts'
import { NOT_READ, type Override, overrideOf } from './override.ts'
import { readPolicy } from './policy.ts'
import { type FoundResults, findResults, type Results, readResults } from './results.ts'

/** What a head commit is judged on, for each pull request that has it. */
export type Gathered = Readonly<{
  pullRequests: readonly PullRequestFacts[]
  results: Results
  /** null: could not be read. */
  statuses: Statuses | null
}>

/** `grounds` null: there are no results yet, and without them nothing can be said. */
export type PullRequestFacts = Readonly<{
  pullRequest: PullRequest
  grounds: Grounds | null
  override: Override
}>

/** None of it changes while the gate works. */
export type Grounds = Readonly<{
  policy: Policy
  look: Look
  changedFiles: readonly string[] | null
  facts: Omit<Facts, 'override'>
}>

/**
 * Reads everything that a judgement rests on. What does not depend on another answer is asked for at the same time, so each line
 * says what it waits for; which failure is told does not depend on which came first.
 *
 * @param known what an earlier look has read: of it, only what may have changed is read again
 */
export async function gather(
  job: Job,
  task: JudgeTask,
  pullRequests: Promise<readonly PullRequest[]>,
  known: Gathered | null,
): Promise<Gathered> {
  const statuses = known?.statuses ?? readStatuses(job.client, task.sha).catch(() => null)
  const policies = heardLater(pullRequests.then((all) => all.map((one) => heardLater(policyOf(job, one, known)))))
  const kept = known === null || isAwaited(known.results) ? null : known.results
  const found = kept === null ? heardLater(findResults(job, task.sha, task.results)) : null
  const results = heardLater(
    // Where there turns out to be nothing to judge, nothing is downloaded.
    kept === null
      ? both(pullRequests, found).then(([all, where]) => resultsOf(job, task, all, where))
      : Promise.resolve(kept),
  )
  const all = await pullRequests
  const ofPolicies = await policies
  const facts = all.map(async (pullRequest, index): Promise<PullRequestFacts> => {
    const policy = ofPolicies[index] as Promise<Policy>
    const before = known?.pullRequests.find((one) => one.pullRequest.number === pullRequest.number)
    // Before a load test has ended, most of it would be read in vain.
    if (task.isEarly && !(await canBeJudged(policy, results))) return { pullRequest, grounds: null, override: NOT_READ }
    const override = overrideOf(job, policy, pullRequest, before?.override.reading ?? null)
    const grounds =
      (kept === null ? null : before?.grounds) ?? (await readGrounds(job, task, pullRequest, policy, results))
    return { pullRequest, grounds, override: await override }
  })
  const [read, seen] = await settleInOrder([results, statuses])
  return { pullRequests: await settleInOrder(facts), results: read, statuses: seen }
}

function isAwaited({ absence }: Results): boolean {
  return absence?.isWaiting === true
}

async function policyOf(job: Job, { number, baseSha }: PullRequest, known: Gathered | null): Promise<Policy> {
  const before = known?.pullRequests.find(({ pullRequest }) => pullRequest.number === number)
  return before?.grounds?.policy ?? (await readPolicy(job, baseSha))
}

async function resultsOf(
  job: Job,
  task: JudgeTask,
  pullRequests: readonly PullRequest[],
  found: FoundResults | null,
): Promise<Results> {
  const nothing = { kind: 'artifacts', artifacts: [], remarks: [] } as const
  return await readResults(job, task.sha, pullRequests.length === 0 || found === null ? nothing : found)
}

async function canBeJudged(policy: Promise<Policy>, results: Promise<Results>): Promise<boolean> {
  const [known, read] = await both(policy, results)
  return !isAwaited(read) || namesPaths(known)
}

/** null: there are no results yet, and the policy names no paths, so something has to be measured in any case. */
async function readGrounds(
  job: Job,
  task: JudgeTask,
  { baseRef, baseSha }: PullRequest,
  policy: Promise<Policy>,
  results: Promise<Results>,
): Promise<Grounds | null> {
  const { client, context, store } = job
  const toCompare = <Value>(read: () => Promise<Value>) =>
    heardLater(explained('find the commit to compare with', read))
  const compared = toCompare(() => compareWithBase(client, baseRef, task.sha))
  const mergeBase = heardLater(compared.then(({ mergeBase: sha }) => openAnchor(job, sha)))
  // Loaded while the answers of GitHub are on their way.
  const collected = heardLater(
    both(results, policy).then(async ([{ set }, known]) => (await import('../gate.ts')).collect([set], known)),
  )
  const anchor = toCompare(async () => {
    const { runs } = await collected
    const candidate = runs.find((run) => run.variant === 'candidate' && run.testedCommit !== null)
    const query = { base: baseRef, headSha: task.sha, testedCommit: candidate?.testedCommit ?? null }
    const { sha } = await findAnchor(client, { ...query, compared: () => compared })
    const known = await mergeBase
    return known.sha === sha ? known : openAnchor(job, sha)
  })
  const baseline = heardLater(
    explained('read the baseline', () =>
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
    both(baseline, anchor).then(([lookup, { sha, history }]) =>
      lookup.kind === 'found' ? ancestryOf(lookup, sha, history) : null,
    ),
  )
  const drift = heardLater(
    both(policy, baseline).then(([known, lookup]) =>
      known.drift === null || lookup.kind !== 'found' ? null : driftAncestry(job, known.drift.anchor, lookup),
    ),
  )
  const look = heardLater(policy.then((known) => readLook(job, known, baseSha)))
  if (!(await canBeJudged(policy, results))) return null
  const asked = [policy, results, compared, look, collected, baseline, ancestry, drift] as const
  const [known, { set }, { changedFiles }, asItLooks, runs, lookup, commits, driftCommits] = await settleInOrder(asked)
  const facts = { sets: [set], collected: runs, lookup, ancestry: commits, driftAncestry: driftCommits, changedFiles }
  return { policy: known, look: asItLooks, changedFiles, facts }
}

/** The first page of the history is needed in any case, so it is asked for at once. */
function openAnchor({ client }: Job, sha: string) {
  const history = openHistory(client, sha)
  void heardLater(history(() => true))
  return { sha, history }
}

async function both<First, Second>(
  first: Promise<First> | First,
  second: Promise<Second> | Second,
): Promise<readonly [First, Second]> {
  return (await settleInOrder([first, second])) as never
}

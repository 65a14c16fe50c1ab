import { type Compared, compareWithBase, findAnchor, type History, openHistory } from '../github/anchor.ts'
import { explained } from '../github/permission-error.ts'
import type { PullRequest } from '../github/pull-request.ts'
import type { JudgeTask } from '../github/task.ts'
import type { Ancestry, BaselineLookup } from '../model/baseline.ts'
import type { Policy } from '../model/policy.ts'
import type { CollectedRuns } from '../model/run.ts'
import { servicePolicy } from '../policy/service-policy.ts'
import type { Look } from '../report/look.ts'
import { ofBranch } from '../storage/of-branch.ts'
import { ancestryOf } from './ancestry.ts'
import { driftAncestry } from './drift-ancestry.ts'
import type { Job } from './job.ts'
import { readLook } from './look.ts'
import { once } from './once.ts'
import { readPolicy } from './policy.ts'
import { type FoundResults, readResults } from './results.ts'

type Found = Extract<BaselineLookup, { kind: 'found' }>

/**
 * What a head commit is judged on. None of it changes while the gate works, so it is read at most once, however often the
 * gate looks; only results that are still to come are asked for again.
 */
export type Grounds = Readonly<{
  policy: () => Promise<Policy>
  look: () => Promise<Look>
  results: () => Promise<FoundResults>
  compared: () => Promise<Compared>
  baseline: (collected: CollectedRuns) => Promise<BaselineLookup>
  ancestry: (lookup: Found, collected: CollectedRuns) => Promise<Ancestry>
  driftAncestry: (anchor: string, lookup: Found) => Promise<Ancestry>
}>

/** Pull requests with the same head share its results. What has ended stays; what is awaited is asked for at every look. */
export function sharedResults(job: Job, task: JudgeTask): Grounds['results'] {
  let known: FoundResults | null = null
  return async () => {
    const found = known ?? (await readResults(job, task.sha, task.results))
    if (found.absence?.isWaiting !== true) known = found
    return found
  }
}

/** Nothing is read before it is asked for. */
export function groundsOf(job: Job, task: JudgeTask, pullRequest: PullRequest, results: Grounds['results']): Grounds {
  const { client, context, store } = job
  const { baseRef, baseSha } = pullRequest
  const policy = once(() => readPolicy(job, baseSha))
  const compared = once(() =>
    explained('find the commit to compare with', () => compareWithBase(client, baseRef, task.sha)),
  )
  const anchors = new Map<string | null, Readonly<{ sha: string; history: History }>>()
  const anchorOf = async ({ runs }: CollectedRuns) => {
    const candidate = runs.find((run) => run.variant === 'candidate' && run.testedCommit !== null)
    const testedCommit = candidate?.testedCommit ?? null
    const query = { base: baseRef, headSha: task.sha, testedCommit, compared }
    const known = anchors.get(testedCommit)
    if (known !== undefined) return known
    const { sha } = await explained('find the commit to compare with', () => findAnchor(client, query))
    const anchor = { sha, history: openHistory(client, sha) }
    anchors.set(testedCommit, anchor)
    return anchor
  }
  let baseline: Promise<BaselineLookup> | null = null
  let drift: Promise<Ancestry> | null = null
  return {
    policy,
    compared,
    look: once(async () => await readLook(job, await policy(), baseSha)),
    results,
    baseline: async (collected) => {
      const known = await policy()
      const readOf = (service: string) => servicePolicy(known, service).read
      const history = async () => {
        const anchor = await anchorOf(collected)
        const commits = await explained('find the commit to compare with', () => anchor.history(() => true))
        return commits.map(({ sha }) => sha)
      }
      baseline ??= explained('read the baseline', () => store.load({ branch: baseRef, history, read: readOf }))
      return ofBranch(await baseline, baseRef === context.repository.defaultBranch ? null : baseRef)
    },
    ancestry: async (lookup, collected) => {
      const { sha, history } = await anchorOf(collected)
      return await ancestryOf(lookup, sha, history)
    },
    driftAncestry: async (anchor, lookup) => {
      drift ??= driftAncestry(job, anchor, lookup)
      return await drift
    },
  }
}

import { carriedStatus } from '../github/merge-group.ts'
import { acceptedOverride, overrideContext } from '../github/override-status.ts'
import { explained } from '../github/permission-error.ts'
import { type PullRequest, readOpenPullRequest } from '../github/pull-request.ts'
import { type CommitStatus, readStatuses, setStatus } from '../github/status.ts'
import type { CarryOverTask } from '../github/task.ts'
import { acceptedNow } from './accepted-now.ts'
import type { Job } from './job.ts'

type Carried = Pick<CommitStatus, 'state' | 'description'>

/** The gate of a merge queue that does not measure again. */
export async function carryOver(job: Job, { sha, pullRequest }: CarryOverTask): Promise<boolean> {
  const { client, inputs, context, log } = job
  const carried = pullRequest === null ? UNKNOWN_GROUP : await carriedOf(job, pullRequest)
  await explained('set the commit status', () =>
    setStatus(client, { ...carried, context: inputs.name, sha, targetUrl: context.runUrl }),
  )
  if (carried.state === 'success') log.info(carried.description)
  else log.error(carried.description)
  return carried.state === 'success'
}

const UNKNOWN_GROUP: Carried = {
  state: 'failure',
  description: 'Blocked: GitHub does not say which pull request this merge group is for.',
}

async function carriedOf(job: Job, pullRequest: PullRequest): Promise<Carried> {
  const { client, inputs } = job
  const carried = await explained('set the commit status', () => carriedStatus(client, inputs.name, pullRequest))
  if (carried.state !== 'success') return carried
  const ended = await endedOverride(job, pullRequest)
  return ended === null ? carried : { state: 'failure', description: ended }
}

/** An override may have ended since the head was judged: its time is over, its review was dismissed. null: it holds, or there is none. */
async function endedOverride(job: Job, { number, headSha }: PullRequest): Promise<string | null> {
  const { client, inputs } = job
  const statuses = await explained('set the commit status', () =>
    readStatuses(client, headSha, [overrideContext(inputs.name)]),
  )
  const accepted = acceptedOverride(statuses, inputs.name)
  if (accepted?.inForce !== true) return null
  const holder = accepted.pullRequest ?? number
  const open = await explained('read the pull request', () => readOpenPullRequest(client, holder))
  if (open?.pullRequest.headSha !== headSha)
    return `Blocked: #${holder}, which had the override, is closed or has another commit.`
  const decision = await acceptedNow(job, open.pullRequest, accepted)
  if (decision.kind === 'valid') return null
  const why = decision.kind === 'refused' ? decision.why : 'The label is gone.'
  return `Blocked: the override of #${holder} does not hold any more. ${why}`
}

import { carriedStatus } from '../github/merge-group.ts'
import { explained } from '../github/permission-error.ts'
import { setStatus } from '../github/status.ts'
import type { CarryOverTask } from '../github/task.ts'
import type { Job } from './job.ts'

/** The gate of a merge queue that does not measure again. */
export async function carryOver({ client, inputs, context, log }: Job, task: CarryOverTask): Promise<boolean> {
  const { sha, pullRequest } = task
  const carried =
    pullRequest === null
      ? ({
          state: 'failure',
          description: 'Blocked: GitHub does not say which pull request this merge group is for.',
        } as const)
      : await explained('set the commit status', () => carriedStatus(client, inputs.name, pullRequest))
  await explained('set the commit status', () =>
    setStatus(client, { ...carried, context: inputs.name, sha, targetUrl: context.runUrl }),
  )
  if (carried.state === 'success') log.info(carried.description)
  else log.error(carried.description)
  return carried.state === 'success'
}

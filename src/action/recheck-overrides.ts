import { type OverriddenHead, overriddenHeads } from '../github/overridden-heads.ts'
import { describeFailure, withPermissionHint } from '../github/permission-error.ts'
import { readOpenPullRequest } from '../github/pull-request.ts'
import type { Surroundings } from '../github/surroundings.ts'
import { openHeadTask } from '../github/task.ts'
import { acceptedNow } from './accepted-now.ts'
import { gateCommit } from './gate-commit.ts'

/**
 * Looks at every open pull request whose head has an override in force. No event says that a time is over, that somebody lost a
 * role, or that the policy allows it no more; where an override does not hold, the commit is judged anew.
 *
 * @returns whether all of them could be looked at
 */
export async function recheckOverrides(around: Surroundings): Promise<boolean> {
  const { client, inputs, log } = around
  const { heads, isComplete } = await withPermissionHint('read the pull request', () =>
    overriddenHeads(client, inputs.name),
  )
  log.info(`${heads.length} open pull requests have an override in force.`)
  if (!isComplete) log.warning('There are more open pull requests than can be looked at. The newest were.')
  let allSeen = isComplete
  for (const head of heads) {
    try {
      await lookAt(around, head)
    } catch (error) {
      allSeen = false
      log.error(`The override of #${head.number} was not looked at. ${describeFailure(error, 'read the pull request')}`)
    }
  }
  return allSeen
}

async function lookAt(around: Surroundings, { number, sha, accepted }: OverriddenHead): Promise<void> {
  const { client, log } = around
  const open = await withPermissionHint('read the pull request', () => readOpenPullRequest(client, number))
  if (open?.pullRequest.headSha !== sha) return
  const decision = await acceptedNow(around, open.pullRequest, accepted)
  if (decision.kind === 'valid') {
    log.info(`The override of #${number} by ${accepted.by} still holds.`)
    return
  }
  log.info(`The override of #${number} by ${accepted.by} does not hold any more, so ${sha.slice(0, 7)} is judged anew.`)
  await gateCommit(around, openHeadTask(open.pullRequest, around))
}

import type { PullRequest } from './pull-request.ts'

/** Paths inside the repository. */
type OwnFiles = Readonly<{ policy: string; loadTestWorkflow: string }>

/**
 * What a maintainer must know before they trust the numbers, in full sentences. Nobody can prove that the results of a
 * fork are true, nor that a changed load test measures what the old one did.
 *
 * @param changedFiles null: not known
 */
export function trustRemarks(
  { isFork }: PullRequest,
  changedFiles: readonly string[] | null,
  { policy, loadTestWorkflow }: OwnFiles,
): readonly string[] {
  const remarks: string[] = []
  if (isFork) {
    remarks.push('These are results produced by code of a fork: look at what it changes before you trust them.')
  }
  if (changedFiles?.includes(policy)) {
    remarks.push('This pull request changes the policy file; it is judged by the policy of the base branch.')
  }
  if (changedFiles?.includes(loadTestWorkflow)) {
    remarks.push(`This pull request changes how it is measured: ${loadTestWorkflow}.`)
  }
  return remarks
}

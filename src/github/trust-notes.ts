import { name, type Text, text } from '../model/text.ts'
import type { PullRequest } from './pull-request.ts'

/** Paths in the repository. */
type OwnFiles = Readonly<{ policy: string; loadTestWorkflow: string }>

/**
 * What maintainers must know before they trust the numbers, in full sentences. Nobody can prove that the results of a fork are true, or
 * that a changed load test measures the same as before.
 *
 * @param changedFiles null: not known
 */
export function trustNotes(
  { isFork }: PullRequest,
  changedFiles: readonly string[] | null,
  { policy, loadTestWorkflow }: OwnFiles,
): readonly Text[] {
  const notes: Text[] = []
  if (isFork) {
    notes.push(text`These results were produced by code of a fork. Look at the changes before you trust the numbers.`)
  }
  if (changedFiles?.includes(policy)) {
    notes.push(text`This pull request changes the policy file; it is judged by the policy of the base branch.`)
  }
  if (changedFiles?.includes(loadTestWorkflow)) {
    notes.push(text`This pull request changes how it is measured: ${name(loadTestWorkflow)}.`)
  }
  return notes
}

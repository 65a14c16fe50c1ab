import type { GitHubClient } from '../github/client.ts'
import { permissionProblem } from '../github/permission-error.ts'
import { text } from '../model/text.ts'
import { type Diagnosis, ok, problem } from './diagnosis.ts'

/**
 * Checks that the token can read what the gate and this command read. What the gate may write depends on the workflow's
 * `permissions:` block.
 */
export async function checkToken(client: GitHubClient, branch: string): Promise<readonly Diagnosis[]> {
  const { octokit, owner, repo } = client
  const reads = [
    ['read the baseline', () => octokit.rest.repos.getBranch({ owner, repo, branch })],
    ['read the artifacts', () => octokit.rest.actions.listWorkflowRunsForRepo({ owner, repo, per_page: 1 })],
    ['read the pull request', () => octokit.rest.pulls.list({ owner, repo, per_page: 1 })],
  ] as const
  const refused: Diagnosis[] = []
  for (const [operation, call] of reads) {
    try {
      await call()
    } catch (error) {
      const why = permissionProblem(error, operation)
      if (why === null) throw error
      refused.push(problem(text`The token may not ${operation}.`, [why]))
    }
  }
  return refused.length > 0
    ? refused
    : [ok(text`The token can read the code, the workflow runs and the pull requests.`)]
}

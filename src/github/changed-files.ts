import type { GitHubClient } from './client.ts'

/** GitHub lists no more: https://docs.github.com/en/rest/pulls/pulls#list-pull-requests-files */
const LISTED_FILES = 3000

/**
 * The paths that a pull request touches; of a renamed file both the old and the new one.
 * null: more than GitHub lists, so any path may be touched.
 */
export async function readChangedFiles(
  { octokit, owner, repo }: GitHubClient,
  pullRequest: number,
): Promise<readonly string[] | null> {
  const parameters = { owner, repo, pull_number: pullRequest, per_page: 100 }
  const files = await octokit.paginate(octokit.rest.pulls.listFiles, parameters)
  if (files.length >= LISTED_FILES) return null
  return files.flatMap(({ filename, previous_filename }) =>
    previous_filename === undefined ? [filename] : [previous_filename, filename],
  )
}

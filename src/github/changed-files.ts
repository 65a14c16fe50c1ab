import type { GitHubClient } from './client.ts'

/** So many pages of 100 files are read: a change of more files is taken to touch everything, and costs no more requests. */
const PAGES = 3
const PAGE_SIZE = 100

/**
 * The paths that a pull request touches; of a renamed file both the old and the new one.
 * null: more than are read, so any path may be touched.
 */
export async function readChangedFiles(
  { octokit, owner, repo }: GitHubClient,
  pullRequest: number,
): Promise<readonly string[] | null> {
  const paths: string[] = []
  for (let page = 1; page <= PAGES; page += 1) {
    const parameters = { owner, repo, pull_number: pullRequest, per_page: PAGE_SIZE, page }
    const { data } = await octokit.rest.pulls.listFiles(parameters)
    paths.push(
      ...data.flatMap(({ filename, previous_filename: old }) => (old === undefined ? [] : [old]).concat(filename)),
    )
    if (data.length < PAGE_SIZE) return paths
  }
  return null
}

import type { Tag } from '../model/report.ts'
import type { GitHubClient } from './client.ts'

/** One page of tags is enough, because a report shows fewer commits. */
const MAX_TAGS = 100

/** At most 100 tags of the repository, in one request. https://docs.github.com/en/rest/repos/repos#list-repository-tags */
export async function readTags({ octokit, owner, repo }: GitHubClient): Promise<readonly Tag[]> {
  const { data } = await octokit.rest.repos.listTags({ owner, repo, per_page: MAX_TAGS })
  return data.map(({ name, commit }) => ({ name, commit: commit.sha }))
}

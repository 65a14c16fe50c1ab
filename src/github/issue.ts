import { type GitHubClient, hasStatus } from './client.ts'

/** An open issue that carries our label. */
export type ListedIssue = Readonly<{ number: number; body: string; author: string }>

/** 500 open issues with the label: more are not ours. */
const PAGES = 5
const PAGE_SIZE = 100

/** Open issues with a label, oldest first, over all pages. null: more than can be read, so nobody knows what is there. */
export async function openIssues(
  { octokit, owner, repo }: GitHubClient,
  label: string,
): Promise<readonly ListedIssue[] | null> {
  const found: ListedIssue[] = []
  for (let page = 1; page <= PAGES; page += 1) {
    const order = { sort: 'created', direction: 'asc' } as const
    const parameters = { owner, repo, labels: label, state: 'open', ...order, per_page: PAGE_SIZE, page } as const
    const { data } = await octokit.rest.issues.listForRepo(parameters)
    // Pull requests are listed too: https://docs.github.com/en/rest/issues/issues#list-repository-issues
    const issues = data.filter((issue) => issue.pull_request === undefined)
    found.push(
      ...issues.map(({ number, body, user }) => ({ number, body: body ?? '', author: user?.login ?? 'ghost' })),
    )
    if (data.length < PAGE_SIZE) return found
  }
  return null
}

export type NewIssue = Readonly<{
  title: string
  body: string
  label: string
  /** Is this issue the one that is meant? */
  isSame: (issue: ListedIssue) => boolean
}>

/** Not retried by the client: when only the answer was lost, a second issue would stand there. Returns its number. */
export async function createIssue(client: GitHubClient, issue: NewIssue): Promise<number> {
  const { octokit, owner, repo } = client
  const { title, body, label, isSame } = issue
  const parameters = { owner, repo, title, body, labels: [label], request: { retries: 0 } }
  try {
    return (await octokit.rest.issues.create(parameters)).data.number
  } catch (error) {
    if (!hasStatus(error, 500, 502, 503, 504)) throw error
    const made = (await openIssues(client, label))?.find(isSame)
    return made?.number ?? (await octokit.rest.issues.create(parameters)).data.number
  }
}

/** `completed`: the regression is gone. `not_planned`: another issue says the same. */
export type Closing = 'completed' | 'not_planned'

/** @param closing null: it stays open */
export async function updateIssue(
  { octokit, owner, repo }: GitHubClient,
  issue_number: number,
  body: string,
  closing: Closing | null,
): Promise<void> {
  const state = closing === null ? {} : ({ state: 'closed', state_reason: closing } as const)
  await octokit.rest.issues.update({ owner, repo, issue_number, body, ...state })
}

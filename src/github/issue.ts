import { type GitHubClient, hasStatus } from './client.ts'

/** An open issue with the gate's label. */
export type ListedIssue = Readonly<{ number: number; body: string; author: string }>

/** At most 5 pages, 500 open issues with the label, are read: the gate itself never opens that many. */
const PAGES = 5
const PAGE_SIZE = 100

/** Open issues with a label, oldest first, of all pages. null: there are more than are read, so the list would be incomplete. */
export async function openIssues(
  { octokit, owner, repo }: GitHubClient,
  label: string,
): Promise<readonly ListedIssue[] | null> {
  const found: ListedIssue[] = []
  for (let page = 1; page <= PAGES; page += 1) {
    const order = { sort: 'created', direction: 'asc' } as const
    const parameters = { owner, repo, labels: label, state: 'open', ...order, per_page: PAGE_SIZE, page } as const
    const { data } = await octokit.rest.issues.listForRepo(parameters)
    // GitHub lists pull requests as well: https://docs.github.com/en/rest/issues/issues#list-repository-issues
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
  /** Is this the issue that would be created? */
  isSame: (issue: ListedIssue) => boolean
}>

/** The client does not retry this request: if only the answer was lost, a retry would open a second issue. Returns the issue's number. */
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

/** `completed`: the regression is gone. `not_planned`: another issue is about the same regression. */
export type Closing = 'completed' | 'not_planned'

/** @param closing null: the issue stays open */
export async function updateIssue(
  { octokit, owner, repo }: GitHubClient,
  issue_number: number,
  body: string,
  closing: Closing | null,
): Promise<void> {
  const state = closing === null ? {} : ({ state: 'closed', state_reason: closing } as const)
  await octokit.rest.issues.update({ owner, repo, issue_number, body, ...state })
}

import * as core from '@actions/core'
import type { GateResult } from '../gate.ts'
import { readOwnLogin } from '../github/comment.ts'
import { createIssue, type ListedIssue, openIssues, updateIssue } from '../github/issue.ts'
import { type CommitStatus, readStatuses, type Statuses, setStatus, stateOfVerdict } from '../github/status.ts'
import type { Surroundings } from '../github/surroundings.ts'
import type { LedgerEntry } from '../model/ledger.ts'
import { isRepaidSince } from '../policy/open-debts.ts'
import {
  closedText,
  duplicateText,
  type IssueSubject,
  issueTitle,
  parseIssueMarker,
  type ToldRegression,
  toldCommits,
  withRegression,
} from '../report/regression-issue.ts'
import { attempt } from './attempt.ts'

/** What is reported about a recorded push. */
export type PushNews = Readonly<{
  sha: string
  branch: string
  result: GateResult
  /** The worst first. */
  regressions: readonly ToldRegression[]
  /** Who accepted the slowdown of a service, by the name of the service. */
  accepted: ReadonlyMap<string, Readonly<{ by: string; pullRequest: number | null }>>
  /** The ledger, with the lines of this push. */
  ledger: readonly LedgerEntry[]
}>

/**
 * At most this many issues are written for one push, so that the job stays within 20 requests. If all services become slower at once,
 * they probably have one cause.
 */
const MAX_ISSUES = 3

/** The status of a recorded push. Its name differs from the required check, because the same commit may be the head of a pull request. */
function pushContext(name: string): string {
  return `${name}/push`
}

/** Reports the effect of a push as outputs, as a status and in issues. The push is recorded already, so a refusal of GitHub is a warning. */
export async function tellPush(around: Surroundings, news: PushNews): Promise<void> {
  const { client, inputs } = around
  const services = [...new Set(news.regressions.map(({ subject }) => subject.service))]
  core.setOutput('regressed', String(services.length > 0))
  core.setOutput('services', JSON.stringify(services))
  let statuses: Statuses | null = null
  await attempt(around, 'set the commit status', async () => {
    statuses = await readStatuses(client, news.sha, [pushContext(inputs.name)])
    await setStatus(client, statusOf(around, news), statuses)
  })
  if (inputs.regressionIssue === 'never' || news.ledger.length + news.regressions.length === 0) return
  await attempt(around, 'tell of the regression in an issue', async () => {
    const author = (statuses as Statuses | null)?.ownLogin ?? (await readOwnLogin(client))
    await keepIssues(around, news, author)
  })
}

function statusOf({ inputs, context }: Surroundings, { sha, result, accepted }: PushNews): CommitStatus {
  const { verdict, report } = result
  const place = { context: pushContext(inputs.name), sha, targetUrl: context.runUrl }
  const failing = verdict.findings.filter(({ level }) => level === 'fail')
  const [by, ...others] = [...accepted].filter(([service]) => failing.some((finding) => finding.service === service))
  const isAccepted = verdict.outcome === 'fail' && failing.every(({ service }) => accepted.has(service ?? ''))
  if (!isAccepted || by === undefined)
    return { ...place, state: stateOfVerdict(verdict), description: report.statusDescription }
  const [service, { by: login, pullRequest }] = by
  const more = others.length === 0 ? '' : ` and ${others.length} more`
  const where = pullRequest === null ? '' : ` in #${pullRequest}`
  return {
    ...place,
    state: 'success',
    description: `Overridden by @${login}${where}: ${service}${more} became slower, and that was accepted.`,
  }
}

/** One open issue per service. It is updated in place, only if its text changes, and closed when the slowdown is repaid. */
async function keepIssues(around: Surroundings, news: PushNews, author: string): Promise<void> {
  const { client, inputs, log, context } = around
  const listed = await openIssues(client, inputs.name)
  if (listed === null) {
    log.warning(`No issue was opened: more issues than can be read have the label ${inputs.name}.`)
    return
  }
  const own = ownIssues(listed, author, inputs.name, news.branch)
  const told = news.regressions.slice(0, MAX_ISSUES)
  const created: Created[] = []
  for (const regression of told) {
    const there = own.find(({ subject }) => subject.service === regression.subject.service)
    if (there === undefined) {
      created.push(await open(around, regression, author))
      continue
    }
    const body = withRegression(regression, there.issue.body)
    if (body !== there.issue.body) await updateIssue(client, there.issue.number, body, null)
  }
  if (news.regressions.length > told.length) {
    log.warning(
      `${news.regressions.length} services became slower at once. The worst ${MAX_ISSUES} have an issue, which names others.`,
    )
  }
  if (created.length > 0) await withoutTwins(around, news, created, author)
  const isSlower = new Set(news.regressions.map(({ subject }) => subject.service))
  const repaid = own.filter(({ subject, issue }) => {
    const commits = toldCommits(issue.body)
    const isPaid = (commit: string) => isRepaidSince(news.ledger, subject.service, commit)
    return !isSlower.has(subject.service) && commits.length > 0 && commits.every(isPaid)
  })
  for (const { subject, issue } of repaid.slice(0, MAX_ISSUES)) {
    const body = closedText(subject, issue.body, news.sha, context.runUrl)
    await updateIssue(client, issue.number, body, 'completed')
  }
}

type OwnIssue = Readonly<{ issue: ListedIssue; subject: IssueSubject }>
type Created = Readonly<{ number: number; regression: ToldRegression }>

/** Finds issues by marker and author, because anybody can write a marker. The oldest first. */
function ownIssues(listed: readonly ListedIssue[], author: string, name: string, branch: string): readonly OwnIssue[] {
  return listed
    .flatMap((issue) => {
      const subject = issue.author === author ? parseIssueMarker(issue.body) : undefined
      return subject?.name === name && subject.branch === branch ? [{ issue, subject }] : []
    })
    .sort((left, right) => left.issue.number - right.issue.number)
}

async function open(
  { client, inputs, log }: Surroundings,
  regression: ToldRegression,
  author: string,
): Promise<Created> {
  const { subject } = regression
  const { name, branch, service } = subject
  const number = await createIssue(client, {
    title: issueTitle(subject),
    body: withRegression(regression),
    label: inputs.name,
    isSame: (issue) => ownIssues([issue], author, name, branch).some((one) => one.subject.service === service),
  })
  log.info(`Opened issue #${number}: ${issueTitle(subject)}`)
  return { number, regression }
}

/** Two pushes may be recorded at the same time, and each may open an issue. Both then keep the oldest issue. */
async function withoutTwins(
  { client, inputs }: Surroundings,
  { branch }: PushNews,
  created: readonly Created[],
  author: string,
) {
  const own = ownIssues((await openIssues(client, inputs.name)) ?? [], author, inputs.name, branch)
  for (const { number, regression } of created) {
    const { subject } = regression
    const oldest = own.find((one) => one.subject.service === subject.service)
    if (oldest === undefined || oldest.issue.number >= number) continue
    await updateIssue(client, oldest.issue.number, withRegression(regression, oldest.issue.body), null)
    await updateIssue(client, number, duplicateText(subject, oldest.issue.number), 'not_planned')
  }
}

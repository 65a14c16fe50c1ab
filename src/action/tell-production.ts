import { readOwnLogin } from '../github/comment.ts'
import {
  commitsBetween,
  DESCRIPTION_CHARACTERS,
  type DeploymentVerdict,
  dispatchEvent,
  setDeploymentStatus,
} from '../github/deployments.ts'
import { createIssue, type ListedIssue, openIssues, updateIssue } from '../github/issue.ts'
import { readMergedOverrides } from '../github/merged-overrides.ts'
import { shortened } from '../github/status.ts'
import type { Surroundings } from '../github/surroundings.ts'
import type { Policy } from '../model/policy.ts'
import { written } from '../model/text.ts'
import type { WatchedService, WatchReport } from '../model/watch.ts'
import { servicePolicy } from '../policy/service-policy.ts'
import { MAX_SUSPECTS, type Suspect } from '../report/regression-issue.ts'
import {
  balanceOf,
  type Effect,
  mendedText,
  parseProductionMarker,
  productionTitle,
  type ToldDeployment,
  withDeployment,
} from '../report/watch-issue.ts'
import { watchStatement } from '../report/watch-words.ts'
import { PLAIN } from '../report/wording.ts'
import { ALPHA } from '../watch/looks.ts'
import { attempt } from './attempt.ts'
import type { Watched } from './watch-production.ts'

/** At most this many issues are written for one deployment. If all services become worse at once, they probably have one cause. */
const MAX_ISSUES = 3

/** Reports the effect of a deployment as its status, as an event and in issues. If GitHub refuses a request, a warning says so. */
export async function tellProduction(around: Surroundings, policy: Policy, watched: Watched): Promise<void> {
  await tellDeployment(around, watched)
  if (around.inputs.regressionIssue === 'never') return
  await attempt(around, 'tell of the regression in an issue', () => keepIssues(around, policy, watched))
}

/**
 * The status is set before the event is sent, because later looks see from the status that the event was sent. If the status cannot be
 * set, no event is sent; otherwise each look would send the event again.
 */
async function tellDeployment(around: Surroundings, { deployment, report }: Watched): Promise<void> {
  const { client, inputs, log } = around
  const verdict = verdictOf(around, report)
  const { told } = deployment
  // Once a deployment is proven to be worse, a later look with a milder result does not change that.
  if (verdict === null || told?.state === 'failure') return
  if (told?.state === verdict.state && told.description === verdict.description) return
  const isSet = await attempt(around, 'set the deployment status', async () => {
    await setDeploymentStatus(client, deployment.id, verdict)
    return true
  })
  const { rollbackEvent } = inputs
  if (verdict.state !== 'failure' || rollbackEvent === null) return
  if (isSet === null) {
    log.error(`The event ${rollbackEvent} was not sent: without the deployment status it would be sent at every look.`)
    return
  }
  const sent = await attempt(around, 'ask for a roll-back', async () => {
    await dispatchEvent(client, rollbackEvent, payloadOf(deployment.id, report))
    return true
  })
  if (sent !== null) log.info(`Sent the event ${rollbackEvent}.`)
}

function payloadOf(deployment: number, { environment, commit, previousCommit, services }: WatchReport) {
  const worse = services.filter(({ outcome }) => outcome === 'fail').map(({ service }) => service)
  return { deployment, environment, commit, previous_commit: previousCommit, services: worse }
}

/** A service that became worse is reported at once, any other result after the last look. null: wait for a later look. */
function verdictOf(
  { inputs, context }: Surroundings,
  { outcome, services, look }: WatchReport,
): DeploymentVerdict | null {
  const [worst] = services
  if (worst === undefined || (outcome !== 'fail' && look.number < look.of)) return null
  const text = `${inputs.name}: ${written(watchStatement(worst), PLAIN)}.`
  const state = outcome === 'fail' ? 'failure' : outcome === 'no-data' ? 'error' : 'success'
  return { state, description: shortened(text, DESCRIPTION_CHARACTERS), logUrl: context.runUrl }
}

/** One issue per service. It is updated in place, only if its text changes, and closed when a later deployment repairs the service. */
async function keepIssues(around: Surroundings, policy: Policy, watched: Watched): Promise<void> {
  const { client, inputs, log } = around
  const environment = watched.report.environment ?? ''
  const told = watched.report.services.filter(({ comparison }) => comparison !== null)
  const worse = told.filter(({ outcome }) => outcome === 'fail')
  const better = told.filter((service) => service.outcome !== 'fail' && isBetter(effectOf(service, policy)))
  if (worse.length + better.length === 0) return
  const author = await readOwnLogin(client)
  const listed = await openIssues(client, inputs.name)
  if (listed === null) {
    log.warning(`No issue was opened: more issues than can be read have the label ${inputs.name}.`)
    return
  }
  const issueOf = (service: string): ListedIssue | undefined =>
    listed.find((issue) => isAbout(issue, author, { name: inputs.name, environment, service }))
  const suspects = worse.length === 0 ? NO_SUSPECTS : await suspectsOf(around, watched.report)
  for (const service of worse.slice(0, MAX_ISSUES)) {
    const deployment = toldDeployment(around, watched, service, effectOf(service, policy), suspects)
    const there = issueOf(service.service)
    if (there === undefined) await open(around, deployment, author)
    else await update(around, there, withDeployment(deployment, there.body), null)
  }
  if (worse.length > MAX_ISSUES)
    log.warning(`${worse.length} services became worse at once. ${MAX_ISSUES} of them have an issue.`)
  for (const service of better) {
    const there = issueOf(service.service)
    if (there === undefined) continue
    const deployment = toldDeployment(around, watched, service, effectOf(service, policy), NO_SUSPECTS)
    const body = withDeployment(deployment, there.body)
    const { maxRegressionRatio, maxErrorRateIncrease } = servicePolicy(policy, service.service)
    const { slower, failing } = balanceOf(body)
    const isMended = slower <= 1 + maxRegressionRatio && failing < maxErrorRateIncrease
    await update(around, there, isMended ? mendedText(deployment, there.body) : body, isMended ? 'completed' : null)
  }
}

/** Finds an issue by marker and author, because anybody can write a marker. */
function isAbout({ author: by, body }: ListedIssue, author: string, subject: ToldDeployment['subject']): boolean {
  const found = by === author ? parseProductionMarker(body) : undefined
  return found?.name === subject.name && found.environment === subject.environment && found.service === subject.service
}

async function open({ client, inputs, log }: Surroundings, deployment: ToldDeployment, author: string): Promise<void> {
  const number = await createIssue(client, {
    title: productionTitle(deployment.subject),
    body: withDeployment(deployment),
    label: inputs.name,
    isSame: (issue) => isAbout(issue, author, deployment.subject),
  })
  log.info(`Opened issue #${number}: ${productionTitle(deployment.subject)}`)
}

async function update(
  { client }: Surroundings,
  issue: ListedIssue,
  body: string,
  closing: 'completed' | null,
): Promise<void> {
  if (body !== issue.body) await updateIssue(client, issue.number, body, closing)
}

function toldDeployment(
  { inputs, context }: Surroundings,
  { deployment, report }: Watched,
  watched: WatchedService,
  effect: Effect,
  { suspects, all }: Suspects,
): ToldDeployment {
  const { owner, name } = context.repository
  return {
    subject: { name: inputs.name, environment: report.environment ?? '', service: watched.service },
    id: deployment.id,
    commit: deployment.sha,
    previousCommit: report.previousCommit,
    deployedAtS: report.deployedAtS,
    watched,
    effect,
    suspects,
    allCommits: all,
    repositoryUrl: `${context.serverUrl}/${owner}/${name}`,
    runUrl: context.runUrl,
  }
}

function isBetter({ slower, failing }: Effect): boolean {
  return slower < 1 || failing < 0
}

/** The proven effect. A change that may be chance counts as no change. */
function effectOf({ service, comparison }: WatchedService, policy: Policy): Effect {
  if (comparison === null) return { slower: 1, failing: 0 }
  const { kind, pValue, changeRatio, failedRatio } = comparison
  const alpha = ALPHA[kind]
  const isProven = pValue <= alpha || pValue >= 1 - alpha
  const failing = failedRatio === null ? 0 : failedRatio.candidate - failedRatio.baseline
  return {
    slower: isProven && changeRatio !== null ? 1 + changeRatio : 1,
    failing: Math.abs(failing) >= servicePolicy(policy, service).maxErrorRateIncrease ? failing : 0,
  }
}

type Suspects = Readonly<{ suspects: readonly Suspect[]; all: number }>

const NO_SUSPECTS: Suspects = { suspects: [], all: 0 }

/** The commits since the previous deployment, with their pull requests and overrides if the token may read them. */
async function suspectsOf(around: Surroundings, { commit, previousCommit }: WatchReport): Promise<Suspects> {
  const { client, inputs, context } = around
  if (commit === null || previousCommit === null || commit === previousCommit) return NO_SUSPECTS
  const between = await attempt(around, 'find the commit to compare with', () =>
    commitsBetween(client, previousCommit, commit),
  )
  if (between === null) return NO_SUSPECTS
  const commits = between.commits.slice(0, MAX_SUSPECTS)
  const query = { commits: commits.map(({ sha }) => sha), branch: context.repository.defaultBranch, name: inputs.name }
  const merged = await attempt(around, 'find the merged pull request', () => readMergedOverrides(client, query))
  const suspects = commits.map(({ sha, subject }) => ({
    commit: sha,
    subject,
    pullRequests: merged?.commits.get(sha)?.pullRequests ?? [],
    overrides: merged?.byCommit.get(sha) ?? [],
  }))
  return { suspects, all: between.all }
}

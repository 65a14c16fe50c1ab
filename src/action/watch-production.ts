import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as core from '@actions/core'
import { type Deployment, endedDeployments } from '../github/deployments.ts'
import { withPermissionHint } from '../github/permission-error.ts'
import { proxyAwareFetch } from '../github/proxy.ts'
import type { Surroundings } from '../github/surroundings.ts'
import { UserError } from '../model/errors.ts'
import type { Policy } from '../model/policy.ts'
import { written } from '../model/text.ts'
import type { WatchedService, WatchLook, WatchOutcome, WatchReport } from '../model/watch.ts'
import { servicePolicy } from '../policy/service-policy.ts'
import { prometheusAt } from '../prometheus/query.ts'
import { watchJson } from '../report/watch-json.ts'
import { watchMarkdown } from '../report/watch-markdown.ts'
import { timeText, watchStatement } from '../report/watch-words.ts'
import { PLAIN } from '../report/wording.ts'
import type { Ask } from '../watch/ask.ts'
import { lookAt, looksAt } from '../watch/looks.ts'
import { askPrometheus } from '../watch/prometheus-ask.ts'
import { OUTCOMES, watchedServices, watchReport } from '../watch/watch-report.ts'
import { readPolicy } from './policy.ts'
import { tellProduction } from './tell-production.ts'

/** A schedule may start late or not at all, so a deployment is still reported this long after its last look. */
const OVER_AFTER_S = 86_400

/**
 * Looks at the newest deployment of each environment that the policy names. It stores nothing: the end of the deployment says which look is
 * due, and the issue and the statuses of the deployment say what was reported. The alternative, a job that waits, would cost four hours.
 *
 * @returns whether the job may be green
 */
export async function watchProduction(around: Surroundings): Promise<boolean> {
  const { context, inputs, log } = around
  const { event, repository } = context
  if (event.kind !== 'deployment' && !(event.kind === 'push' && event.trigger !== 'push')) {
    throw new UserError('The mode watch goes with the events deployment_status, schedule and workflow_dispatch.')
  }
  const { policy } = await readPolicy(around, `refs/heads/${repository.defaultBranch}`)
  const environments = environmentsOf(policy)
  if (environments.length === 0) {
    throw new UserError(
      `No service is watched. Write into ${inputs.policy}, on the default branch: services: { checkout: { watch: {} } }`,
    )
  }
  if (event.kind === 'deployment' && (event.state !== 'success' || !environments.includes(event.environment))) {
    log.info(
      `Nothing to do: ${event.environment} is ${event.state}, and ${environments.join(', ')} is watched after a success.`,
    )
    return true
  }
  const ask = await askFor(around)
  const reports: Watched[] = []
  for (const environment of event.kind === 'deployment' ? [event.environment] : environments) {
    const found = await look(around, policy, environment, ask)
    if (found !== null) reports.push(found)
  }
  await publish(
    around,
    reports.map(({ report }) => report),
  )
  for (const watched of reports) await tellProduction(around, policy, watched)
  return reports.every(({ report }) => mayBeGreen(report))
}

/** A deployment, the previous deployment, and the reports on its services. */
export type Watched = Readonly<{ deployment: Deployment; report: WatchReport }>

function environmentsOf(policy: Policy): readonly string[] {
  const all = watchedServices(policy, null).flatMap(
    (service) => servicePolicy(policy, service).watch?.environment ?? [],
  )
  return [...new Set(all)].toSorted()
}

async function askFor({ inputs, env }: Surroundings): Promise<Ask> {
  if (inputs.prometheusUrl === null) {
    throw new UserError('Where is Prometheus? Set the input `prometheus-url`, such as https://prometheus.example.')
  }
  if (inputs.prometheusToken !== null) core.setSecret(inputs.prometheusToken)
  const fetch = await proxyAwareFetch(env)
  return askPrometheus(prometheusAt(inputs.prometheusUrl, { token: inputs.prometheusToken, fetch }))
}

/** null: no look is due now. */
async function look(around: Surroundings, policy: Policy, environment: string, ask: Ask): Promise<Watched | null> {
  const { client, inputs, log } = around
  const [deployment, previous] = await withPermissionHint('read the deployments', () =>
    endedDeployments(client, environment, inputs.name),
  )
  if (deployment === undefined) {
    log.info(`No deployment to ${environment} has ended well.`)
    return null
  }
  const due = dueLook(deployment.deployedAtS, Date.now() / 1000)
  if (typeof due === 'string') {
    log.info(`${environment}, ${deployment.sha.slice(0, 7)}: ${due}`)
    return null
  }
  const seen = {
    environment,
    deployedAtS: deployment.deployedAtS,
    commit: deployment.sha,
    previousCommit: previous?.sha ?? null,
    version: null,
    look: due,
  }
  return { deployment, report: await watchReport(watchedServices(policy, environment), policy, seen, ask) }
}

/** The look that is due because its time is over, or why none is due. */
function dueLook(deployedAtS: number, nowS: number): WatchLook | string {
  const due = lookAt(deployedAtS, nowS)
  if (due === null) return `the first look ends at ${timeText(looksAt(deployedAtS)[0]?.endsAtS ?? deployedAtS)}.`
  const isOver = due.number === due.of && nowS > due.endsAtS + OVER_AFTER_S
  return isOver ? `its last look ended at ${timeText(due.endsAtS)}.` : due
}

/** Writes the summary, the files, the outputs and the log. */
async function publish({ inputs, env, log }: Surroundings, reports: readonly WatchReport[]): Promise<void> {
  const [worst] = reports.toSorted((left, right) => OUTCOMES.indexOf(left.outcome) - OUTCOMES.indexOf(right.outcome))
  const services = reports.flatMap((report) => report.services)
  const worse = services.filter(({ outcome }) => outcome === 'fail')
  core.setOutput('outcome', worst?.outcome ?? '')
  core.setOutput('regressed', String(worse.length > 0))
  core.setOutput('services', JSON.stringify(worse.map(({ service }) => service)))
  if (worst === undefined) return
  const markdown = reports.map(watchMarkdown).join('\n')
  const folder = join(env.RUNNER_TEMP ?? '', `perf-gate-${inputs.name}`)
  await mkdir(folder, { recursive: true })
  const [jsonPath, markdownPath] = [join(folder, 'watch.json'), join(folder, 'watch.md')]
  await writeFile(jsonPath, `${JSON.stringify(watchJson(worst), null, 2)}\n`)
  await writeFile(markdownPath, markdown)
  core.setOutput('report-json', jsonPath)
  core.setOutput('report-markdown', markdownPath)
  await core.summary.addRaw(markdown).write({ overwrite: true })
  for (const service of services) log[LOG_LEVELS[service.outcome]](lineOf(service), inputs.name)
}

const LOG_LEVELS = { fail: 'error', 'no-data': 'warning', warn: 'warning', pass: 'info' } as const satisfies Record<
  WatchOutcome,
  'error' | 'warning' | 'info'
>

function lineOf(service: WatchedService): string {
  return `${written(watchStatement(service), PLAIN)}.`
}

/** Fails if the service became worse or could not be asked. A service with too few requests passes while later looks are to come. */
function mayBeGreen({ services, look: { number, of } }: WatchReport): boolean {
  return services.every(
    ({ outcome, mayComeLater }) =>
      outcome === 'pass' || outcome === 'warn' || (outcome === 'no-data' && mayComeLater && number < of),
  )
}

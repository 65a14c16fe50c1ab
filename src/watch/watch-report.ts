import type { Policy, WatchPolicy } from '../model/policy.ts'
import type { WatchedService, WatchLook, WatchOutcome, WatchReport } from '../model/watch.ts'
import { DEFAULT_WATCH } from '../policy/default-policy.ts'
import { servicePolicy } from '../policy/service-policy.ts'
import type { Ask } from './ask.ts'
import { watchService } from './watch-service.ts'

/** A deployment, and the look at it. */
export type WatchedDeployment = Readonly<{
  environment: string | null
  deployedAtS: number
  /** null: not known. */
  commit: string | null
  previousCommit: string | null
  /** The version label of the new pods. null: the version that came with the deployment. */
  version: string | null
  look: WatchLook
}>

/** The worst first. A service without data comes before a service with a warning, because its fault may be of any size. */
export const OUTCOMES: readonly WatchOutcome[] = ['fail', 'no-data', 'warn', 'pass']

/**
 * The services that a policy watches, in the order of their names. With an environment, only the services of that environment.
 */
export function watchedServices(policy: Policy, environment: string | null): readonly string[] {
  return policy.namedServices
    .filter((service) => {
      const { watch } = servicePolicy(policy, service)
      return watch !== null && (environment === null || watch.environment === environment)
    })
    .toSorted()
}

/**
 * Looks once at each service.
 *
 * @param services never empty
 */
export async function watchReport(
  services: readonly string[],
  policy: Policy,
  deployment: WatchedDeployment,
  ask: Ask,
): Promise<WatchReport> {
  const watched: WatchedService[] = []
  for (const service of services) {
    const { watch, objective, maxRegressionRatio, maxErrorRateIncrease } = servicePolicy(policy, service)
    const { name, versionLabel, podLabel, labels: more }: WatchPolicy = watch ?? DEFAULT_WATCH
    const limits = { objective, maxRegressionRatio, maxErrorRateIncrease }
    const names = {
      label: name ?? service,
      metrics: policy.monitoring,
      labels: { version: versionLabel, pod: podLabel, more },
    }
    watched.push(await watchService({ service, ...names, ...limits, ...deployment }, ask))
  }
  const sorted = watched.toSorted((left, right) => OUTCOMES.indexOf(left.outcome) - OUTCOMES.indexOf(right.outcome))
  const { environment, deployedAtS, commit, previousCommit, look } = deployment
  const outcome = sorted[0]?.outcome ?? 'no-data'
  return { outcome, environment, deployedAtS, commit, previousCommit, look, services: sorted }
}

import { UserError } from '../model/errors.ts'
import type { ContainerName, MonitoringPolicy, Objective, Policy } from '../model/policy.ts'
import { code, enumerated, name, type Text, text } from '../model/text.ts'
import { servicePolicy } from '../policy/service-policy.ts'
import { type Bucket, bucketFor } from './bucket.ts'

/** A service with an objective, and the data for its alerts and dashboards. */
export type MonitoredService = Readonly<{
  name: string
  owner: string
  runbookUrl: string | null
  objective: Objective
  bucket: Bucket
  metrics: MonitoringPolicy
  /** null: the service runs in no container. */
  container: ContainerName | null
}>

/**
 * The services that the policy names and that have an objective, in the order of their names.
 *
 * @throws UserError if no service has an objective, or if an objective belongs to a pattern, which names no service
 */
export function monitoredServices(policy: Policy): readonly MonitoredService[] {
  const { monitoring, namedServices, services } = policy
  const place = policy.source ?? 'The policy'
  const unnamed = services.find(
    ({ pattern, policy: { objective } }) =>
      !namedServices.includes(pattern) && objective !== null && objective !== policy.defaults.objective,
  )
  if (unnamed !== undefined) {
    throw new UserError(
      `${place}: \`services.${unnamed.pattern}\` has an objective, and a pattern does not say which services there are. Write the objective under \`defaults\`, and name each service.`,
    )
  }
  const found = namedServices.toSorted().flatMap((name): readonly MonitoredService[] => {
    const { objective, owner, runbookUrl, container } = servicePolicy(policy, name)
    if (objective === null) return []
    const bucket = bucketFor(name, objective.boundMs, monitoring)
    return [{ name, owner: owner ?? name, runbookUrl, objective, bucket, metrics: monitoring, container }]
  })
  if (found.length > 0) return found
  throw new UserError(
    policy.defaults.objective === null
      ? `${place}: no service has an objective, so there is nothing to watch. Write an objective: services: { checkout: { objective: { bound: 250ms, within: 99% } } }`
      : `${place}: the defaults have an objective, and no service is named. Name each service: services: { checkout: {} }`,
  )
}

/** What the reader should know about the alerts of a service, in full sentences. */
export function notesOn(service: MonitoredService): readonly Text[] {
  const { runbookUrl, container } = service
  const own = name(service.name)
  return [
    ...bucketNotes(service),
    ...(runbookUrl === null ? [text`${own}: its alerts have no link to a runbook. Set ${code('runbook')}.`] : []),
    ...(container !== null && container.name === null
      ? [
          text`${own}: its alerts watch the limits of containers with the name ${own}. If the containers have another name, set ${code('container')}. If the service runs in no container, set it to ${code('none')}.`,
        ]
      : []),
  ]
}

function bucketNotes({ name: service, objective, bucket, metrics }: MonitoredService): readonly Text[] {
  if (bucket.endMs === objective.boundMs) return []
  const [bound, end] = [durationText(objective.boundMs), durationText(bucket.endMs)]
  const nearest = [...(bucket.belowMs === null ? [] : [bucket.belowMs]), bucket.endMs].map(durationText)
  return [
    text`${name(service)}: no bucket of ${name(metrics.histogram)} ends at ${bound}. Its alerts look at ${end}, the next end above, and requests between the two count as fast. Add a bucket at ${bound} to the service and to ${code('monitoring.buckets')}, or set ${code('bound')} to ${enumerated(nearest, 'or')}.`,
  ]
}

/** `250ms`, `2.5s` */
export function durationText(ms: number): string {
  return ms < 1000 ? `${plain(ms)}ms` : `${plain(ms / 1000)}s`
}

/** Without the error of binary fractions: 1.1 times 1000 is 1100.0000000000002. No quantity of a policy needs more than 12 digits. */
function plain(value: number): string {
  return String(Number(value.toPrecision(12)))
}

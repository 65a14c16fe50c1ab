import type { Policy, PrimarySeries } from '../model/policy.ts'
import type { IdentifiedRun } from '../model/run.ts'
import { DEFAULT_SERVICE_POLICY } from './default-policy.ts'
import { servicePolicy } from './service-policy.ts'
import { withToolLimits } from './tool-limits.ts'

/**
 * The policy with what services are gated on where it does not say so: the central numbers that the results name, of both sides, so that
 * a benchmark that vanished is missed. k6 names none, and is gated on the p95 of its requests.
 *
 * @param runs those of the candidate, and the newest of the baseline
 */
export function withToolPrimaries(written: Policy, runs: readonly IdentifiedRun[]): Policy {
  const policy = withToolLimits(written, runs)
  const services = [...new Set(runs.map(({ service }) => service))].flatMap((service) => {
    if (writtenPrimaries(policy, service) !== null) return []
    const resolved = servicePolicy(policy, service)
    const primary = centralSeries(runs.filter((run) => run.service === service))
    return primary.length === 0 ? [] : [{ pattern: service, policy: { ...resolved, primary } }]
  })
  return services.length === 0 ? policy : { ...policy, services: [...services, ...policy.services] }
}

/** What the policy file itself gates a service on. null: it does not say so. */
export function writtenPrimaries(policy: Policy, service: string): readonly PrimarySeries[] | null {
  const { primary } = servicePolicy(policy, service)
  return primary === DEFAULT_SERVICE_POLICY.primary ? null : primary
}

/** None if the candidate names none. The tool of the baseline says nothing about it. */
function centralSeries(runs: readonly IdentifiedRun[]): readonly PrimarySeries[] {
  const named = (some: readonly IdentifiedRun[]) =>
    some.flatMap(({ run }) =>
      run.measurements.flatMap(({ metric, endpoint, central }) =>
        endpoint === null && central !== undefined ? [{ metric, stat: central }] : [],
      ),
    )
  const candidate = runs.filter(({ side }) => side === 'candidate')
  if (candidate.length > 0 && named(candidate).length === 0) return []
  const all = new Map(named(runs).map((one) => [JSON.stringify([one.metric, one.stat]), one]))
  return [...all].sort(([left], [right]) => (left < right ? -1 : 1)).map(([, one]) => one)
}

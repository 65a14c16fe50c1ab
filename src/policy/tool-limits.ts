import { UNNAMED_TOOL } from '../model/k6-metrics.ts'
import type { Policy } from '../model/policy.ts'
import type { IdentifiedRun, Run } from '../model/run.ts'
import { matchesName, servicePolicy } from './service-policy.ts'

/** The policy with what it says of tools put on the services that they measured. What a service sets itself wins. */
export function withToolLimits(policy: Policy, runs: readonly IdentifiedRun[]): Policy {
  if (policy.tools.length === 0) return policy
  const services = [...new Set(runs.map(({ service }) => service))].flatMap((service) => {
    const own = runs.filter((run) => run.service === service)
    // If the tool changed, the tool of the candidate counts.
    const [measured] = own.toSorted((left, right) => rankOf(left) - rankOf(right))
    const entry = measured === undefined ? undefined : toolEntry(policy, nameOfTool(measured.run))
    return entry === undefined ? [] : [{ pattern: service, policy: servicePolicy({ ...policy, ...entry }, service) }]
  })
  return { ...policy, services: [...services, ...policy.services] }
}

/** The name of a tool as a policy writes it: `our bench v2` is `our-bench-v2`. */
export function nameOfTool({ tool = UNNAMED_TOOL }: Pick<Run, 'tool'>): string {
  return tool
    .toLowerCase()
    .replace(/[^a-z0-9._]+/g, '-')
    .replace(/^-|-$/g, '')
}

function toolEntry({ tools }: Policy, name: string): Policy['tools'][number] | undefined {
  return tools.find(({ pattern }) => pattern === name) ?? tools.find(({ pattern }) => matchesName(pattern, name))
}

function rankOf({ side }: IdentifiedRun): number {
  return side === 'candidate' ? 0 : 1
}

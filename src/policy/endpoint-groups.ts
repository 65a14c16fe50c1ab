import picomatch from 'picomatch/posix.js'
import type { EndpointGroup } from '../model/read-options.ts'

/** A part of an address that is written out, and a pattern after it. `GET *` and `/*` are limits for many endpoints, not one. */
const GROUP = /^(?:https?:\/\/[^/]+|[^/]*)(?:\/[^/*?[\]{}]+)+\/.*[*?[{]/

/**
 * The patterns among the endpoints of a policy that stand for one endpoint with ids in its name, as groups of names. `*` does not cross
 * a slash here, so that `/users/*` does not take `/users/7/orders`.
 */
export function endpointGroups(names: readonly string[]): readonly EndpointGroup[] {
  return names.filter(isGroup).map((name) => ({ name, matches: picomatch.makeRe(name, { dot: true, nonegate: true }) }))
}

/** Whether a name of the policy stands for many names of requests. */
export function isGroup(name: string): boolean {
  return GROUP.test(name)
}

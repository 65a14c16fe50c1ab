import type { Policy } from '../../src/model/policy.ts'
import { parsePolicy } from '../../src/policy/policy-file.ts'

/** What golden files are made from, and what promtool and amtool look at. */
export const POLICIES: ReadonlyMap<string, Policy> = new Map([
  [
    'defaults',
    policy(`
version: 1
services:
  checkout: { objective: { bound: 250ms, within: 99% } }
`),
  ],
  [
    // A bound between buckets, a whole second, a counter of its own, milliseconds, other labels, two owners, a service without a promise.
    'everything-set',
    policy(`
version: 1
defaults:
  objective: { bound: 800ms, within: 99.9%, errors: 0.5%, min-rate: 2/s }
services:
  search: { owner: team-find, container: none, runbook: https://wiki.example/search }
  checkout: { owner: team-shop, container: shop/app, objective: { bound: 1s, within: 95%, errors: 5%, min-rate: 300/s } }
monitoring:
  histogram: rpc_duration_milliseconds
  counter: rpc_handled_total
  service-label: job
  status-label: rpc_code
  error-status: Unavailable|Internal|5..
  buckets: [100ms, 500ms, 1s, 10s, 100s]
`),
  ],
])

export function policy(text: string): Policy {
  return parsePolicy(text, 'policy.yml', {})
}

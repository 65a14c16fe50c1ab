import type { K6Script } from './k6-script.ts'

type PolicyKind = Readonly<{
  /** The gated series in the examples. */
  primary: Readonly<{ metric: string; stat: string }>
  /** Whether the workflow adds runs while the result is open. */
  isConfirmed: boolean
}>

const K6_POLICY: PolicyKind = { primary: { metric: 'http_req_duration', stat: 'p95' }, isConfirmed: true }

const CONFIRMATION = `# When the first runs leave the answer open, more runs are added, until each side has this number. Without it, several services or a noisy
# machine block pull requests that change nothing: docs/accuracy.md says how often.
confirmation: { max-runs: 10 }

`

/**
 * A policy file. Its only active setting is the confirmation; every default, and an example of every other setting, is in a
 * comment. Prose starts with `# `. A line that starts with `#` alone is a setting, which takes effect when the `#` is removed.
 */
export function policyText(
  scripts: readonly K6Script[],
  action: string | null,
  { primary, isConfirmed }: PolicyKind = K6_POLICY,
): string {
  const [repository, ref = 'HEAD'] = (action ?? 'OWNER/perf-gate@v0').split('@')
  const services = [...new Set(scripts.map(({ service }) => service))]
  const first = services[0] ?? 'checkout'
  const others = services.slice(1).map((service) => `#  ${service}: {}`)
  return `# yaml-language-server: $schema=https://raw.githubusercontent.com/${repository}/${ref}/schema/policy.schema.json
# The policy of perf-gate. It is read from the base branch, so a pull request cannot relax its own gate.
# Everything here is optional. Settings that are commented out show the default, or an example.
version: 1

${isConfirmed ? CONFIRMATION : ''}#defaults:
#  max-regression: 5%             # a p95 that is slower by more than this blocks
#  min-delta: 0ms                 # a smaller difference is not a regression, whatever its percentage
#  max-error-rate-increase: 1pp   # percentage points of failed requests
#  max-dropped-iterations: 1%
#  min-tail-samples: 20           # requests above the percentile; fewer prove nothing
#  primary: [{ metric: ${primary.metric}, stat: ${primary.stat} }]
#  levels: { unproven: fail, slower: warn, new: warn, budget: fail }   # fail, warn or off

# A service that is named here must have results in every pull request that touches its paths.
#services:
#  ${first}:
#    paths: ["**"]                # without results this service blocks only when one of these files changed
#    budgets: [{ metric: ${primary.metric}, stat: ${primary.stat}, max: 300ms }]
#    endpoints: { "GET /orders": { max-regression: 8% } }
${others.join('\n')}${others.length > 0 ? '\n' : ''}
# Services that were removed. The baseline still has them, so without this line their absence blocks.
#retired: [old-service]

# Who may accept a regression: a person with one of these roles, who sets the label and writes the reason.
#override: { label: perf-override, second-person: auto, roles: [write, maintain, admin] }
`
}

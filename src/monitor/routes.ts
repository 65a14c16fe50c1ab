import type { MonitoredService } from './monitored-service.ts'

/** Each owner has two receivers: a page calls a person at once, and a ticket is a task for later. */
const SEVERITIES = ['page', 'ticket'] as const

/** The receiver of all alerts that no other route takes. The team adds its address. */
const DEFAULT_RECEIVER = 'default'

/**
 * A complete configuration, because amtool checks only complete ones: https://prometheus.io/docs/alerting/latest/configuration/
 * The receivers have names but no addresses, because addresses are secrets of the team.
 */
export function routes(services: readonly MonitoredService[]) {
  const owners = [...new Set(services.map(({ owner }) => owner))].toSorted()
  const receivers = owners.flatMap((owner) => SEVERITIES.map((severity) => ({ owner, severity })))
  return {
    route: {
      receiver: DEFAULT_RECEIVER,
      routes: [
        {
          // Every alert of perf-gate has a route below, because rules and routes are written together.
          receiver: DEFAULT_RECEIVER,
          matchers: ['alertname=~"PerfGate.+"'],
          group_by: ['service', 'signal', 'severity'],
          routes: receivers.map(({ owner, severity }) => ({
            receiver: receiverOf(owner, severity),
            matchers: [`owner="${owner}"`, `severity="${severity}"`],
          })),
        },
      ],
    },
    // Somebody who got a page needs no ticket about the same fault.
    inhibit_rules: [
      {
        source_matchers: ['alertname=~"PerfGate.+"', 'severity="page"'],
        target_matchers: ['alertname=~"PerfGate.+"', 'severity="ticket"'],
        equal: ['service', 'signal'],
      },
    ],
    receivers: [
      { name: DEFAULT_RECEIVER },
      ...receivers.map(({ owner, severity }) => ({ name: receiverOf(owner, severity) })),
    ],
  }
}

/** A shell script that asks amtool for the receiver of each alert. Its argument is the path of the team's own configuration. */
export function routeChecks(services: readonly MonitoredService[]): string {
  const checks = services.flatMap(({ name, owner }) =>
    SEVERITIES.map(
      (severity) => `goes_to ${receiverOf(owner, severity)} service=${name} owner=${owner} severity=${severity}`,
    ),
  )
  return `config="\${1:-"$(dirname "$0")/alertmanager.yml"}"
failed=0

goes_to() {
  receiver="$1"
  shift
  amtool config routes test --config.file="$config" --verify.receivers="$receiver" alertname=PerfGateCheck "$@" > /dev/null 2>&1 && return
  echo "$config: an alert with $* does not go to $receiver alone." >&2
  failed=1
}

checked="$(amtool check-config "$config" 2>&1)" || {
  echo "$checked" >&2
  exit 1
}
${checks.join('\n')}
exit "$failed"
`
}

function receiverOf(owner: string, severity: (typeof SEVERITIES)[number]): string {
  return `${owner}-${severity}`
}

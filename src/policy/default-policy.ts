import { REQUEST_DURATION } from '../model/k6-metrics.ts'
import type { MonitoringPolicy, OverridePolicy, Policy, ServicePolicy, WatchPolicy } from '../model/policy.ts'

/** The two settings that an input or a flag can carry too. null or absent: not set. */
export type PolicyInputs = Readonly<{ maxRegressionRatio?: number | null; overrideLabel?: string | null }>

/** What holds for every service where no policy file says otherwise. */
export const DEFAULT_SERVICE_POLICY: ServicePolicy = {
  maxRegressionRatio: 0.05,
  minDelta: 0,
  maxErrorRateIncrease: 0.01,
  maxDroppedRatio: 0.01,
  minTailSamples: 20,
  primary: [{ metric: REQUEST_DURATION, stat: 'p95' }],
  endpoints: [],
  budgets: [],
  goals: [],
  levels: {},
  paths: [],
  ownCode: [],
  read: {
    excludeFirstMs: 0,
    excludeLastMs: 0,
    scenarios: null,
    tags: new Map(),
    maxEndpoints: 500,
    endpointGroups: [],
  },
  objective: null,
  watch: null,
  owner: null,
  runbookUrl: null,
  container: { namespace: null, name: null },
}

/** How a deployment is watched where the policy does not say it. `version` and `pod` are what most scrape configurations call them. */
export const DEFAULT_WATCH: WatchPolicy = {
  name: null,
  versionLabel: 'version',
  podLabel: 'pod',
  labels: new Map(),
  environment: 'production',
}

/** What an objective leaves open. Below one request in ten seconds, five minutes hold fewer than 30 requests. */
export const DEFAULT_OBJECTIVE = { maxErrorRatio: 0.01, minRatePerS: 0.1 } as const

/**
 * The buckets are the defaults of the client libraries, which the OpenTelemetry advice for HTTP comes close to:
 * https://pkg.go.dev/github.com/prometheus/client_golang/prometheus#DefBuckets. `code` is the label of its promhttp.
 */
export const DEFAULT_MONITORING: MonitoringPolicy = {
  histogram: 'http_request_duration_seconds',
  counter: null,
  serviceLabel: 'service',
  statusLabel: 'code',
  errorStatus: '5..',
  bucketsMs: [5, 10, 25, 50, 100, 250, 500, 1000, 2500, 5000, 10_000],
}

/** Triage may set labels but not merge, so it may not override: https://docs.github.com/en/organizations/managing-user-access-to-your-organizations-repositories/managing-repository-roles/repository-roles-for-an-organization */
export const DEFAULT_OVERRIDE_POLICY: OverridePolicy = {
  label: 'perf-override',
  secondPerson: 'auto',
  roles: ['write', 'maintain', 'admin'],
  minReasonLength: 10,
  approval: 'none',
  services: [],
  maxRegressionRatio: null,
  expiresMs: null,
  bots: [],
}

/** The policy where there is no policy file. Needs neither the YAML parser nor the schema, which cost start-up time. */
export function defaultPolicy(inputs: PolicyInputs): Policy {
  return {
    source: null,
    namedServices: [],
    tools: [],
    retired: [],
    defaults: {
      ...DEFAULT_SERVICE_POLICY,
      maxRegressionRatio: inputs.maxRegressionRatio ?? DEFAULT_SERVICE_POLICY.maxRegressionRatio,
    },
    services: [],
    override: { ...DEFAULT_OVERRIDE_POLICY, label: inputs.overrideLabel ?? DEFAULT_OVERRIDE_POLICY.label },
    confirmation: null,
    drift: null,
    enforce: true,
    monitoring: DEFAULT_MONITORING,
    templates: null,
  }
}

import * as z from 'zod'
import type { LevelKey } from '../src/model/policy.ts'
import {
  DEFAULT_LEVELS,
  DEFAULT_MONITORING,
  DEFAULT_OBJECTIVE,
  DEFAULT_OVERRIDE_POLICY,
  DEFAULT_SERVICE_POLICY,
  DEFAULT_WATCH,
} from '../src/policy/default-policy.ts'
import { PolicyFile } from '../src/policy/policy-schema.ts'

/** What each level key is about. The compiler asks for a sentence for every key. */
const LEVEL_WORDS: Readonly<Record<LevelKey, string>> = {
  regressed: 'over the limit, and proven',
  unproven: 'over the limit, and noise alone could look like this',
  slower: 'proven to be slower, within the limit',
  inconclusive:
    'a slowdown over the limit cannot be excluded; silent while the estimate is at most half the limit. With a `confirmation`, more runs are waited for unless it is `off`',
  missing:
    'a service, an endpoint or a statistic that should be there is not; at most a warning for names that never come back, and for limits that match no endpoint',
  new: 'there is no baseline for it yet',
  invalid: 'results or a baseline that cannot be used; never `off`',
  'changed-script': 'the load script differs between the two sides',
  'changed-load': 'the configured load differs',
  'changed-machine': 'the class of machine differs; at most a warning where other runs of the service were compared',
  'changed-tool': 'the major version of k6 differs; at most a warning where other runs of the service were compared',
  'changed-population':
    'the two sides count different requests: all or the successful ones, with or without those of setup()',
  budget: 'an absolute limit is broken',
  'error-rate':
    'more goes wrong than `max-error-rate-increase` allows: failed requests, failed checks, shares of errors of the script; of an endpoint only a warning where it may be chance',
  'dropped-load': 'more dropped iterations than `max-dropped-iterations` allows',
  'too-few-samples': 'fewer requests above the percentile than `min-tail-samples`',
  'missing-baseline': 'the store has nothing usable for a known service, or a baseline does not have what is gated',
  'k6-threshold': "a threshold of the load test's own script was crossed",
  drift: 'the default branch became slower since a release than `drift` allows',
  'load-parity': 'the two sides got different numbers of requests, users or minutes',
  'mode-boundary': 'the p95 stands between two groups of requests, so that a few requests move it far',
  'resource-rise': 'CPU per request or peak memory rose by more than 10 %, beyond chance',
  'min-power': 'a slowdown of twice the limit, planted in a copy of the results, was not blocked',
  profile: 'a function is proven to take more, in profiles beside the runs; of tools that sample only a warning',
  debt: 'the baseline holds a slowdown that is not repaid',
}

type JsonSchema = Readonly<{
  description?: string
  properties?: Readonly<Record<string, JsonSchema>>
  additionalProperties?: JsonSchema
}>

const percent = (ratio: number): string => `\`${Number((100 * ratio).toPrecision(6))}%\``
const list = (values: readonly string[]): string => (values.length === 0 ? '' : `\`[${values.join(', ')}]\``)

const { defaults: service, override } = { defaults: DEFAULT_SERVICE_POLICY, override: DEFAULT_OVERRIDE_POLICY }

/** As the policy file would write them. What is not here has no default. */
const DEFAULTS: Readonly<Record<string, string>> = {
  'max-regression': percent(service.maxRegressionRatio),
  'min-delta': `\`${service.minDelta}ms\``,
  'max-error-rate-increase': `\`${100 * service.maxErrorRateIncrease}pp\``,
  'max-dropped-iterations': percent(service.maxDroppedRatio),
  'min-tail-samples': `\`${service.minTailSamples}\``,
  'max-endpoints': `\`${service.read.maxEndpoints}\``,
  primary: `\`[${service.primary.map(({ metric, stat }) => `{ metric: ${metric}, stat: ${stat} }`).join(', ')}]\``,
  levels: 'see below',
  'override.label': `\`${override.label}\``,
  'override.second-person': `\`${override.secondPerson}\``,
  'override.roles': list(override.roles),
  'override.min-reason-length': `\`${override.minReasonLength}\``,
  'override.approval': `\`${override.approval}\``,
  'objective.errors': percent(DEFAULT_OBJECTIVE.maxErrorRatio),
  'objective.min-rate': `\`${DEFAULT_OBJECTIVE.minRatePerS}/s\``,
  'watch.version-label': `\`${DEFAULT_WATCH.versionLabel}\``,
  'watch.pod-label': `\`${DEFAULT_WATCH.podLabel}\``,
  'watch.environment': `\`${DEFAULT_WATCH.environment}\``,
  'monitoring.histogram': `\`${DEFAULT_MONITORING.histogram}\``,
  'monitoring.service-label': `\`${DEFAULT_MONITORING.serviceLabel}\``,
  'monitoring.status-label': `\`${DEFAULT_MONITORING.statusLabel}\``,
  'monitoring.error-status': `\`"${DEFAULT_MONITORING.errorStatus}"\``,
  'monitoring.buckets': list(DEFAULT_MONITORING.bucketsMs.map((end) => (end < 1000 ? `${end}ms` : `${end / 1000}s`))),
}

/** The tables of docs/policy.md: `settings`, `service`, `override`, `top` and `levels`, from the schema and the defaults that the gate uses. */
export function policyTables(): ReadonlyMap<string, string> {
  const { properties = {} } = z.toJSONSchema(PolicyFile, { io: 'input' }) as JsonSchema
  const shared = properties.defaults?.properties ?? {}
  const own = Object.entries(properties.services?.additionalProperties?.properties ?? {}).filter(
    ([key]) => !(key in shared),
  )
  const top = Object.entries(properties).filter(
    ([key]) => !['defaults', 'services', 'override', 'monitoring'].includes(key),
  )
  return new Map([
    ['settings', settingsTable(Object.entries(shared), '')],
    ['service', settingsTable(own, '')],
    ['override', settingsTable(Object.entries(properties.override?.properties ?? {}), 'override.')],
    ['objective', settingsTable(Object.entries(shared.objective?.properties ?? {}), 'objective.')],
    ['watch', settingsTable(Object.entries(shared.watch?.properties ?? {}), 'watch.')],
    ['monitoring', settingsTable(Object.entries(properties.monitoring?.properties ?? {}), 'monitoring.')],
    ['top', settingsTable(top, '')],
    ['levels', levelsTable()],
  ])
}

function settingsTable(entries: readonly (readonly [string, JsonSchema])[], prefix: string): string {
  const rows = entries.map(
    ([key, { description }]) => `| \`${key}\` | ${description ?? ''} | ${DEFAULTS[`${prefix}${key}`] ?? ''} |`,
  )
  return ['| key | what it says | default |', '|---|---|---|', ...rows].join('\n')
}

function levelsTable(): string {
  const rows = Object.entries(LEVEL_WORDS).map(
    ([key, words]) => `| \`${key}\` | ${words} | \`${DEFAULT_LEVELS[key as LevelKey]}\` |`,
  )
  return ['| key | when | default |', '|---|---|---|', ...rows].join('\n')
}

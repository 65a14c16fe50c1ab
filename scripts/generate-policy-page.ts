import * as z from 'zod'
import {
  DEFAULT_MONITORING,
  DEFAULT_OBJECTIVE,
  DEFAULT_OVERRIDE_POLICY,
  DEFAULT_SERVICE_POLICY,
  DEFAULT_WATCH,
} from '../src/policy/default-policy.ts'
import { LEVELS } from '../src/policy/levels.ts'
import { PolicyFile } from '../src/policy/policy-schema.ts'

type JsonSchema = Readonly<{
  description?: string
  properties?: Readonly<Record<string, JsonSchema>>
  additionalProperties?: JsonSchema
}>

const percent = (ratio: number): string => `\`${Number((100 * ratio).toPrecision(6))}%\``
const list = (values: readonly string[]): string => (values.length === 0 ? '' : `\`[${values.join(', ')}]\``)

const { defaults: service, override } = { defaults: DEFAULT_SERVICE_POLICY, override: DEFAULT_OVERRIDE_POLICY }

/** The default values as the policy file writes them. A key that is not listed has no default. */
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

/**
 * The tables of docs/policy.md, from the schema and from the defaults that the gate uses: `settings`, `service`, `override`,
 * `top` and `levels`.
 */
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
  const rows = [...LEVELS].map(([key, declared]) => `| \`${key}\` | ${declared.about} | \`${declared.default}\` |`)
  return ['| key | when | default |', '|---|---|---|', ...rows].join('\n')
}

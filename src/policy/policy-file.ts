import type {
  Budget,
  ContainerName,
  MonitoringPolicy,
  Objective,
  Policy,
  ServicePolicy,
  WatchPolicy,
} from '../model/policy.ts'
import type { ReadOptions } from '../model/read-options.ts'
import {
  DEFAULT_MONITORING,
  DEFAULT_OBJECTIVE,
  DEFAULT_OVERRIDE_POLICY,
  DEFAULT_SERVICE_POLICY,
  DEFAULT_WATCH,
  type PolicyInputs,
} from './default-policy.ts'
import { endpointGroups } from './endpoint-groups.ts'
import { PolicyFile } from './policy-schema.ts'
import { type Problem, readStrictYaml, reportOf, type Yaml } from './strict-yaml.ts'

type FileService = NonNullable<PolicyFile['services']>[string]
/** Where else in the file each key may stand. */
const PLACES = [
  { place: 'at the top of the file', path: [] },
  { place: 'under `defaults`', path: ['defaults'] },
  { place: 'under a service, such as `services: { checkout: … }`, or `"*"` for all of them', path: ['services', '*'] },
  { place: 'under a tool, such as `tools: { our-bench: … }`', path: ['tools', '*'] },
  { place: 'under `override`', path: ['override'] },
  { place: 'under `monitoring`', path: ['monitoring'] },
] as const

type FileBudget = NonNullable<FileService['budgets']>[number]

/**
 * Reads a policy file.
 *
 * @param source what people call the file: `.github/perf-gate.yml at abc1234`
 * @throws UserError naming every unknown key, wrong value and value set twice, each with its line
 */
export function parsePolicy(text: string, source: string | null, inputs: PolicyInputs): Policy {
  const place = source ?? 'policy file'
  const { data, yaml } = readPolicyFile(text, place)
  const clashes = findClashes(data, yaml, inputs)
  if (clashes.length > 0) throw reportOf(place, clashes)
  return buildPolicy(data, place, inputs)
}

/** The file as its author wrote it, without the defaults. */
export function readPolicyFile(text: string, place: string): Readonly<{ data: PolicyFile; yaml: Yaml }> {
  return readStrictYaml(text, place, PolicyFile, { otherwise: 'delete it to use the defaults', places: PLACES })
}

function buildPolicy(file: PolicyFile, source: string, inputs: PolicyInputs): Policy {
  const base = {
    ...DEFAULT_SERVICE_POLICY,
    maxRegressionRatio: inputs.maxRegressionRatio ?? DEFAULT_SERVICE_POLICY.maxRegressionRatio,
  }
  const defaults = withSettings(base, file.defaults ?? {})
  const services = Object.entries(file.services ?? {})
  const over = (inherited: ServicePolicy) =>
    services.map(([pattern, settings]) => ({ pattern, policy: withSettings(inherited, settings) }))
  return {
    source,
    namedServices: services.map(([pattern]) => pattern).filter((pattern) => !/[*?[\]{},]/.test(pattern)),
    retired: file.retired ?? [],
    defaults,
    services: over(defaults),
    tools: Object.entries(file.tools ?? {}).map(([pattern, settings]) => {
      const own = withSettings(defaults, settings)
      return { pattern, defaults: own, services: over(own) }
    }),
    override: {
      label: inputs.overrideLabel ?? file.override?.label ?? DEFAULT_OVERRIDE_POLICY.label,
      secondPerson: file.override?.['second-person'] ?? DEFAULT_OVERRIDE_POLICY.secondPerson,
      roles: file.override?.roles ?? DEFAULT_OVERRIDE_POLICY.roles,
      minReasonLength: file.override?.['min-reason-length'] ?? DEFAULT_OVERRIDE_POLICY.minReasonLength,
      approval: file.override?.approval ?? DEFAULT_OVERRIDE_POLICY.approval,
      services: file.override?.services ?? DEFAULT_OVERRIDE_POLICY.services,
      maxRegressionRatio: file.override?.['max-regression'] ?? DEFAULT_OVERRIDE_POLICY.maxRegressionRatio,
      expiresMs: file.override?.expires ?? DEFAULT_OVERRIDE_POLICY.expiresMs,
      bots: file.override?.bots ?? DEFAULT_OVERRIDE_POLICY.bots,
    },
    confirmation: file.confirmation === undefined ? null : { maxRuns: file.confirmation['max-runs'] },
    drift: file.drift === undefined ? null : { anchor: file.drift.anchor, maxDriftRatio: file.drift.max },
    enforce: file.enforce ?? true,
    monitoring: toMonitoring(file.monitoring ?? {}),
    templates: file.templates ?? null,
  }
}

/** Puts settings on top of what they inherit. Levels are merged one by one; a list replaces the inherited list. */
function withSettings(base: ServicePolicy, settings: FileService): ServicePolicy {
  const endpoints = Object.entries(settings.endpoints ?? {}).map(([pattern, endpoint]) => ({
    pattern,
    maxRegressionRatio: endpoint['max-regression'],
  }))
  return {
    maxRegressionRatio: settings['max-regression'] ?? base.maxRegressionRatio,
    minDelta: settings['min-delta'] ?? base.minDelta,
    maxErrorRateIncrease: settings['max-error-rate-increase'] ?? base.maxErrorRateIncrease,
    maxDroppedRatio: settings['max-dropped-iterations'] ?? base.maxDroppedRatio,
    minTailSamples: settings['min-tail-samples'] ?? base.minTailSamples,
    primary: settings.primary ?? base.primary,
    endpoints,
    budgets: settings.budgets?.map(toBudget) ?? base.budgets,
    goals:
      settings.goals?.map(({ metric, stat, change }) => ({ metric, stat: stat ?? null, changeRatio: change })) ??
      base.goals,
    levels: { ...base.levels, ...definedEntries(settings.levels ?? {}) },
    paths: settings.paths ?? base.paths,
    read: withSelection(base.read, settings),
    ownCode: settings.profiles?.own ?? base.ownCode,
    objective: settings.objective === undefined ? base.objective : toObjective(settings.objective),
    watch: settings.watch === undefined ? base.watch : withWatch(base.watch ?? DEFAULT_WATCH, settings.watch),
    owner: settings.owner ?? base.owner,
    runbookUrl: settings.runbook ?? base.runbookUrl,
    container: settings.container === undefined ? base.container : containerNameOf(settings.container),
  }
}

function withWatch(base: WatchPolicy, watch: NonNullable<FileService['watch']>): WatchPolicy {
  return {
    name: watch.name ?? base.name,
    versionLabel: watch['version-label'] ?? base.versionLabel,
    podLabel: watch['pod-label'] ?? base.podLabel,
    labels: watch.labels === undefined ? base.labels : new Map(Object.entries(watch.labels)),
    environment: watch.environment ?? base.environment,
  }
}

/** An objective replaces the inherited one as a whole: parts of two promises make no promise. */
function toObjective(objective: NonNullable<FileService['objective']>): Objective {
  return {
    boundMs: objective.bound,
    withinRatio: objective.within,
    maxErrorRatio: objective.errors ?? DEFAULT_OBJECTIVE.maxErrorRatio,
    minRatePerS: objective['min-rate'] ?? DEFAULT_OBJECTIVE.minRatePerS,
  }
}

/** `app`, `shop/app`, `none` */
function containerNameOf(text: string): ContainerName | null {
  if (text === 'none') return null
  const [name = '', namespace = null] = text.split('/').toReversed()
  return { namespace, name }
}

function toMonitoring(monitoring: NonNullable<PolicyFile['monitoring']>): MonitoringPolicy {
  return {
    histogram: monitoring.histogram ?? DEFAULT_MONITORING.histogram,
    counter: monitoring.counter ?? DEFAULT_MONITORING.counter,
    serviceLabel: monitoring['service-label'] ?? DEFAULT_MONITORING.serviceLabel,
    statusLabel: monitoring['status-label'] ?? DEFAULT_MONITORING.statusLabel,
    errorStatus: monitoring['error-status'] ?? DEFAULT_MONITORING.errorStatus,
    bucketsMs: monitoring.buckets ?? DEFAULT_MONITORING.bucketsMs,
  }
}

/** Each key replaces what is inherited as a whole: `exclude: { first: 10s }` excludes nothing at the end. */
function withSelection(base: ReadOptions, settings: FileService): ReadOptions {
  const { exclude, scenarios, tags } = settings
  return {
    excludeFirstMs: exclude === undefined ? base.excludeFirstMs : (exclude.first ?? 0),
    excludeLastMs: exclude === undefined ? base.excludeLastMs : (exclude.last ?? 0),
    scenarios: scenarios ?? base.scenarios,
    tags: tags === undefined ? base.tags : new Map(Object.entries(tags)),
    maxEndpoints: settings['max-endpoints'] ?? base.maxEndpoints,
    endpointGroups: endpointGroups(Object.keys(settings.endpoints ?? {})),
  }
}

function definedEntries<Values extends object>(values: Values): { [Key in keyof Values]?: NonNullable<Values[Key]> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as {
    [Key in keyof Values]?: NonNullable<Values[Key]>
  }
}

function toBudget({ metric, stat, endpoint, max, min }: FileBudget): Budget {
  return {
    metric,
    stat,
    endpoint: endpoint ?? null,
    max: max?.value ?? null,
    min: min?.value ?? null,
    text: [min, max].flatMap((limit) => (limit === undefined ? [] : [limit.text])).join(' to '),
  }
}

function findClashes(file: PolicyFile, yaml: Yaml, inputs: PolicyInputs): readonly Problem[] {
  const clash = (path: readonly string[], input: string): Problem => ({
    line: yaml.lineOf(path),
    text: `\`${path.join('.')}\` is also set by the input \`${input}\`. Set it in one place only.`,
  })
  const retired = (file.retired ?? []).flatMap((name, index) =>
    file.services?.[name] === undefined
      ? []
      : [
          {
            line: yaml.lineOf(['retired', index]),
            text: `\`${name}\` is retired, and \`services.${name}\` says how it is judged. Remove one of them.`,
          },
        ],
  )
  return [
    ...retired,
    ...(inputs.maxRegressionRatio != null && file.defaults?.['max-regression'] !== undefined
      ? [clash(['defaults', 'max-regression'], 'max-regression')]
      : []),
    ...(inputs.overrideLabel != null && file.override?.label !== undefined
      ? [clash(['override', 'label'], 'override-label')]
      : []),
  ]
}

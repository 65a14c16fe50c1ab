import { closest, distance } from 'fastest-levenshtein'
import * as z from 'zod'
import { UserError } from '../model/errors.ts'
import type { Budget, MonitoringPolicy, Objective, Policy, ServicePolicy } from '../model/policy.ts'
import type { ReadOptions } from '../model/read-options.ts'
import {
  DEFAULT_MONITORING,
  DEFAULT_OBJECTIVE,
  DEFAULT_OVERRIDE_POLICY,
  DEFAULT_SERVICE_POLICY,
  defaultPolicy,
  inputMaxRegression,
  inputOverrideLabel,
  type PolicyInputs,
} from './default-policy.ts'
import { endpointGroups } from './endpoint-groups.ts'
import { PolicyFile } from './policy-schema.ts'
import { readYaml, type YamlText } from './policy-yaml.ts'

type FileService = NonNullable<PolicyFile['services']>[string]
type FileBudget = NonNullable<FileService['budgets']>[number]
type Yaml = Extract<YamlText, { kind: 'value' }>

/** Where the file speaks twice, or against an input, all problems are told at once, in the order of the file. */
type Problem = Readonly<{ line: number; text: string }>

/**
 * Reads a policy file.
 *
 * @param text the file; null: there is none, and the defaults hold
 * @param source what people call the file: `.github/perf-gate.yml at abc1234`
 * @throws UserError naming every unknown key, wrong value and value set twice, each with its line
 */
export function parsePolicy(text: string | null, source: string | null, inputs: PolicyInputs): Policy {
  if (text === null) return defaultPolicy(inputs)
  const place = source ?? 'policy file'
  const yaml = readYaml(text)
  if (yaml.kind === 'error')
    throw report(
      place,
      yaml.problems.map(({ line, problem }) => ({ line, text: `${problem}.` })),
    )
  if (yaml.value === null)
    throw new UserError(`${place} is empty. Write \`version: 1\` in it, or delete it to use the defaults.`)
  const parsed = PolicyFile.safeParse(yaml.value)
  if (!parsed.success)
    throw report(
      place,
      parsed.error.issues.flatMap((issue) => explain(issue, yaml)),
    )
  const clashes = findClashes(parsed.data, yaml, inputs)
  if (clashes.length > 0) throw report(place, clashes)
  return buildPolicy(parsed.data, place, inputs)
}

function buildPolicy(file: PolicyFile, source: string, inputs: PolicyInputs): Policy {
  const base = {
    ...DEFAULT_SERVICE_POLICY,
    maxRegressionRatio: inputMaxRegression(inputs) ?? DEFAULT_SERVICE_POLICY.maxRegressionRatio,
  }
  const defaults = withSettings(base, file.defaults ?? {})
  const services = Object.entries(file.services ?? {})
  return {
    source,
    namedServices: services.map(([pattern]) => pattern).filter((pattern) => !/[*?[\]{},]/.test(pattern)),
    retired: file.retired ?? [],
    defaults,
    services: services.map(([pattern, settings]) => ({ pattern, policy: withSettings(defaults, settings) })),
    override: {
      label: inputOverrideLabel(inputs) ?? file.override?.label ?? DEFAULT_OVERRIDE_POLICY.label,
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
    levels: { ...base.levels, ...definedEntries(settings.levels ?? {}) },
    paths: settings.paths ?? base.paths,
    read: withSelection(base.read, settings),
    objective: settings.objective === undefined ? base.objective : toObjective(settings.objective),
    owner: settings.owner ?? base.owner,
    runbookUrl: settings.runbook ?? base.runbookUrl,
  }
}

/** An objective replaces what is inherited as a whole: half of one promise and half of another is neither. */
function toObjective(objective: NonNullable<FileService['objective']>): Objective {
  return {
    boundMs: objective.bound,
    withinRatio: objective.within,
    maxErrorRatio: objective.errors ?? DEFAULT_OBJECTIVE.maxErrorRatio,
    minRatePerS: objective['min-rate'] ?? DEFAULT_OBJECTIVE.minRatePerS,
  }
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
    ...(inputMaxRegression(inputs) !== null && file.defaults?.['max-regression'] !== undefined
      ? [clash(['defaults', 'max-regression'], 'max-regression')]
      : []),
    ...(inputOverrideLabel(inputs) !== null && file.override?.label !== undefined
      ? [clash(['override', 'label'], 'override-label')]
      : []),
  ]
}

function explain(issue: z.core.$ZodIssue, yaml: Yaml): readonly Problem[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      line: yaml.lineOfKey(issue.path, key),
      text: `unknown key \`${key}\`${issue.path.length === 0 ? '' : ` in \`${pathText(issue.path)}\``}. ${hint(key, issue.path)}`,
    }))
  }
  const path = pathText(issue.path)
  const name = path === '' ? 'the file' : `\`${path}\``
  if (issue.code === 'invalid_key') {
    return [
      {
        line: yaml.lineOfKey(issue.path.slice(0, -1), String(issue.path.at(-1))),
        text: `${name} ${issue.issues[0]?.message ?? issue.message}.`,
      },
    ]
  }
  const found = valueAt(yaml.value, issue.path)
  if (found === undefined) return [{ line: yaml.lineOf(issue.path), text: `${name} is missing: it ${issue.message}.` }]
  return [{ line: yaml.lineOf(issue.path), text: `${name} ${issue.message}. Found ${shown(found)}.` }]
}

/** Where else in the file each key may stand. */
const PLACES = [
  { place: 'at the top of the file', path: [] },
  { place: 'under `defaults`', path: ['defaults'] },
  { place: 'under a service, such as `services: { checkout: … }`, or `"*"` for all of them', path: ['services', '*'] },
  { place: 'under `override`', path: ['override'] },
  { place: 'under `monitoring`', path: ['monitoring'] },
] as const

function hint(key: string, path: readonly PropertyKey[]): string {
  const known = knownKeys(PolicyFile, path)
  const nearest = closest(key, [...known])
  const elsewhere = PLACES.find((one) => knownKeys(PolicyFile, one.path).includes(key))
  if (elsewhere !== undefined && distance(key, nearest) > 1) return `It stands ${elsewhere.place}.`
  // Half of the letters wrong is no spelling mistake any more.
  if (distance(key, nearest) <= nearest.length / 2) return `Did you mean \`${nearest}\`?`
  return `Known keys: ${known.join(', ')}.`
}

/** The keys that the schema allows at a path. */
function knownKeys(schema: z.core.$ZodType, path: readonly PropertyKey[]): readonly string[] {
  if (schema instanceof z.ZodOptional) return knownKeys(schema.unwrap(), path)
  const [step, ...rest] = path
  if (schema instanceof z.ZodObject) {
    if (step === undefined) return Object.keys(schema.shape)
    const next: z.core.$ZodType | undefined = schema.shape[String(step)]
    return next === undefined ? [] : knownKeys(next, rest)
  }
  if (schema instanceof z.ZodRecord) return knownKeys(schema.valueType, rest)
  if (schema instanceof z.ZodArray) return knownKeys(schema.element, rest)
  return []
}

/** `services.checkout.budgets[0].max` */
function pathText(path: readonly PropertyKey[]): string {
  return path
    .map((step) => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`))
    .join('')
    .slice(1)
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (inner, step) => (typeof inner === 'object' && inner !== null ? Reflect.get(inner, step) : undefined),
    value,
  )
}

function shown(value: unknown): string {
  const text = typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value)
  return `\`${text.length > 60 ? `${text.slice(0, 60)}…` : text}\``
}

function report(place: string, problems: readonly Problem[]): UserError {
  const lines = problems
    .toSorted((left, right) => left.line - right.line)
    .map(({ line, text }) => `${place}, line ${line}: ${text}`)
  return new UserError(lines.join('\n'))
}

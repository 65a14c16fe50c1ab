import type { ReadOptions } from './read-options.ts'

export type Level = 'fail' | 'warn' | 'off'

/** An absolute limit on one statistic, in the unit of the metric (ms, ratio, per second, bytes). */
export type Budget = Readonly<{
  metric: string
  stat: string
  /** null: the whole service. A glob over endpoint names otherwise. */
  endpoint: string | null
  max: number | null
  min: number | null
  /** The limits as the policy file writes them: `300ms`. */
  text: string
}>

/** A promised improvement. It is reported and never blocks. */
export type Goal = Readonly<{
  metric: string
  /** null: the goal is about complexity, which is counted in branch points. */
  stat: string | null
  /** -0.2 for 20 % less; above 0 for more. The sign says which direction is good. */
  changeRatio: number
}>

/** `better`: the good direction, if the policy states it. Otherwise the format may know it. */
export type PrimarySeries = Readonly<{ metric: string; stat: string; better?: 'lower' | 'higher' }>

/** What holds for one service after defaults and patterns are resolved. Ratios: 0.05 is 5 %. */
export type ServicePolicy = Readonly<{
  maxRegressionRatio: number
  /** A change smaller than this, in the unit of the metric, is not judged as a regression. 0: every change is. */
  minDelta: number
  maxErrorRateIncrease: number
  maxDroppedRatio: number
  /** Samples that must lie above the percentile: 20 above p95 is 400 samples in all. */
  minTailSamples: number
  /** What a service is gated on. */
  primary: readonly PrimarySeries[]
  /** Globs over endpoint names, first match wins. */
  endpoints: readonly Readonly<{ pattern: string; maxRegressionRatio: number }>[]
  budgets: readonly Budget[]
  goals: readonly Goal[]
  /** What the policy file says, by key. Every other key has the default that its rule declares: policy/levels.ts. */
  levels: Readonly<Partial<Record<string, Level>>>
  /** Globs over changed files. Empty: always relevant. */
  paths: readonly string[]
  /** The selection of the samples of raw points. */
  read: ReadOptions
  /** Beginnings of names of functions, or parts of their paths, that mark own code. Empty: the defaults of the language. */
  ownCode: readonly string[]
  /** What is promised in production. null: nothing is promised, so nothing is watched. */
  objective: Objective | null
  /** How a deployment of the service is watched. null: it is not. */
  watch: WatchPolicy | null
  /** Who gets the alerts of the service. null: the service's own name. */
  owner: string | null
  /** Where the alerts of the service point. */
  runbookUrl: string | null
  /** The containers in which the service runs. null: not in Kubernetes. */
  container: ContainerName | null
}>

/** Which containers run the service: one in each of its pods. */
export type ContainerName = Readonly<{
  /** null: in any. */
  namespace: string | null
  /** null: the name of the service. */
  name: string | null
}>

/** What a service promises in production. `perf-gate monitor` writes alerts from it; the gate does not judge it. */
export type Objective = Readonly<{
  boundMs: number
  /** The share of requests that must be answered within the bound: 0.99. */
  withinRatio: number
  /** The share of requests that may fail: 0.01. */
  maxErrorRatio: number
  /** With fewer requests per second, shares vary by chance and there is no alert. */
  minRatePerS: number
}>

/** How `perf-gate watch` finds a service, its versions and its deployments. */
export type WatchPolicy = Readonly<{
  /** The name of the service in Prometheus. null: the same name as here. */
  name: string | null
  versionLabel: string
  podLabel: string
  /** Other labels that its series must have, such as the namespace of production. */
  labels: ReadonlyMap<string, string>
  /** The environment of its deployments. */
  environment: string
}>

/** How the services are measured in Prometheus. */
export type MonitoringPolicy = Readonly<{
  /** The name of the histogram without `_bucket` and `_count`. */
  histogram: string
  /** What counts requests with their status. null: the `_count` of the histogram. */
  counter: string | null
  serviceLabel: string
  statusLabel: string
  /** A regular expression over the status of a failed request: `5..`. */
  errorStatus: string
  /** The upper ends of the buckets, ascending. */
  bucketsMs: readonly number[]
}>

export type OverridePolicy = Readonly<{
  label: string
  /** Whether someone other than the author must set the label. `auto`: if an organisation owns the repository. */
  secondPerson: 'auto' | 'always' | 'never'
  /** Repository roles that may override. */
  roles: readonly string[]
  minReasonLength: number
  /** `review`: someone other than the author must also have approved this head commit in a review. */
  approval: 'none' | 'review'
  /** Globs over service names: only these may be overridden. Empty: all. */
  services: readonly string[]
  /** The largest change for the worse that may be overridden: 0.5 is 50 %. null: any. */
  maxRegressionRatio: number | null
  /** How long a label is valid after it was set, in milliseconds. null: as long as the head commit stays. */
  expiresMs: number | null
  /** Logins of bots that may override. Empty: only people may. */
  bots: readonly string[]
}>

/** A rerun of the load test adds its runs to those of the same commit, until each side has this number. It never replaces them. */
export type Confirmation = Readonly<{ maxRuns: number }>

/** A second anchor with its own budget, so that many small regressions cannot add up unseen. */
type DriftPolicy = Readonly<{
  /** A tag or a commit: `v3.2`. */
  anchor: string
  /** The largest allowed change for the worse since then: 0.12. */
  maxDriftRatio: number
}>

export type Policy = Readonly<{
  /** `.github/perf-gate.yml at abc1234`; null: no policy file, the defaults hold. */
  source: string | null
  /** Services that the policy names without a pattern. If their results are missing, this is a finding. */
  namedServices: readonly string[]
  /** Services that no longer exist, as names or patterns. The baseline still has them, but their absence is no finding. */
  retired: readonly string[]
  defaults: ServicePolicy
  /** In the order of the file; the first pattern that matches a service decides. */
  services: readonly Readonly<{ pattern: string; policy: ServicePolicy }>[]
  /** Limits for the services that a tool measured, in the order of the file. The first pattern that matches the tool decides. */
  tools: readonly (Readonly<{ pattern: string }> & Pick<Policy, 'defaults' | 'services'>)[]
  override: OverridePolicy
  /** null: there is no rerun after an unproven result. */
  confirmation: Confirmation | null
  /** null: there is no second anchor. */
  drift: DriftPolicy | null
  /** false: a trial. The gate judges and reports, and nothing is blocked. */
  enforce: boolean
  monitoring: MonitoringPolicy
  /** Folder of the team's own report templates, in the base branch. null: the standard ones. */
  templates: string | null
}>

import { UserError } from '../model/errors.ts'
import type { JsonObject } from '../model/json-object.ts'
import { builtInTraits } from '../model/k6-metrics.ts'
import type { AbortThreshold, MetricKind } from '../model/measurement.ts'
import { type EndpointGroup, groupedName, OTHER_ENDPOINTS, type ReadOptions } from '../model/read-options.ts'
import type { SetupSamples } from '../model/run.ts'
import { withoutSecrets } from '../model/secret.ts'
import { code, type Text, text } from '../model/text.ts'
import { quote, quotedLine } from './foreign-json.ts'
import { createLoadWindow, type LoadWindow } from './load-window.ts'
import { metricKindAt } from './metric-values.ts'
import { createPendingSamples, type PendingSamples } from './pending-samples.ts'
import type { PointReceiver } from './point-receiver.ts'
import { createColumn, pushSample, type SampleColumn } from './sample-column.ts'
import { markOf, SLOT_BITS } from './sample-mark.ts'
import { createTimeoutWatch, SHORTEST_WATCHED_MS } from './timeout-watch.ts'

const MAX_ENDPOINTS = 1000

/** Metrics that k6 samples outside of iterations, so they have no scenario and no tags. */
const WHOLE_TEST: ReadonlySet<string> = new Set(['vus', 'vus_max'])

/** Metrics that k6 writes for setup() and teardown() even if these do nothing: their own duration, and no bytes. */
const OF_ANY_SETUP: ReadonlySet<string> = new Set([
  'iteration_duration',
  'group_duration',
  'data_sent',
  'data_received',
])

/**
 * From this number of samples on, a column counts values, which takes less memory than keeping the samples. A million
 * samples with their marks take 12 MB.
 */
const MAX_KEPT_PHASE_SAMPLES = 100_000
const MAX_KEPT_SAMPLES = 1_000_000

/**
 * k6 has about 30 metrics, and a script adds a few. Each metric costs time on every line, and each trend takes 150 kB.
 */
const MAX_METRICS = 500

/** Longer than any address in a browser. Names are kept, so their length decides how much memory a file can take. */
const MAX_NAME_CHARACTERS = 8192

/**
 * The characters of further names that are kept in order to count the names. A short name takes more memory than its
 * characters, so `NAME_CHARACTERS` are added for each name.
 */
const MAX_OTHER_CHARACTERS = 8 * 1024 * 1024
const NAME_CHARACTERS = 64

/** After this number of samples, the pending samples are checked again. */
const RELEASE_EVERY = 8192

/** One metric with the samples for its percentiles. */
export type CollectedMetric = Readonly<{
  name: string
  kind: MetricKind
  contains: string | null
  series: PointSeries[]
  /** Samples of successful requests, or of all requests if the metric does not tell them apart. Trends only. */
  column: SampleColumn | null
}>

/** One metric of one endpoint. Successful and failed requests are separate series. */
export type PointSeries = {
  readonly metric: CollectedMetric
  readonly role: 'load' | 'setup' | 'filtered' | 'untyped'
  /** Index into `endpoints`; 0 is "no endpoint". */
  readonly endpoint: number
  /** The tag `expected_response`. null: the tag is absent. */
  readonly successful: boolean | null
  /** null: samples are only counted. */
  readonly column: SampleColumn | null
  count: number
  sum: number
  min: number
  max: number
  last: number
}

export type CollectedPoints = Readonly<{
  metrics: ReadonlyMap<string, CollectedMetric>
  /** Names by index. The first entry is null. */
  endpoints: readonly (string | null)[]
  /** The number of names beyond the cap, which are counted together as `other`. */
  otherEndpoints: number
  /** The names beyond the cap. null: there were too many to keep. */
  otherNames: ReadonlySet<string> | null
  window: LoadWindow
  setupSamples: SetupSamples
  abortThresholds: readonly AbortThreshold[]
  skipped: Readonly<{ setup: number; filtered: number; excluded: number; untyped: number }>
  /** Custom metrics, if the file does not say of which kind they are. */
  untyped: readonly string[]
  /** The note about a time-out that the times show. null: they show none. */
  timeoutNote: Text | null
}>

export type PointsSource = Readonly<{
  /** Whether the file says of which kind each metric is. */
  hasTypes: boolean
  /** false for several files read one after the other. The end of the load is then known only after the last file. */
  isInOrderOfTime: boolean
}>

export type PointsCollector = PointReceiver<PointSeries> & Readonly<{ finish(): CollectedPoints }>

/**
 * Takes points one by one and keeps what statistics need: counts and sums for each series, and the samples of trends.
 * Samples of setup() and teardown(), and samples that the options leave out, are only counted.
 */
export function createPointsCollector(
  options: ReadOptions,
  { hasTypes, isInOrderOfTime }: PointsSource,
): PointsCollector {
  const metrics = new Map<string, CollectedMetric>()
  const endpoints = createEndpointNames(Math.min(options.maxEndpoints, MAX_ENDPOINTS), options.endpointGroups)
  const seriesByKey = new Map<string, PointSeries>()
  const window = createLoadWindow(options, SLOT_BITS)
  const pending = window.isNarrowed ? createPendingSamples(recordInWindow) : null
  const untyped = new Set<string>()
  const skipped = { setup: 0, filtered: 0, excluded: 0, untyped: 0 }
  const abortThresholds = new Map<string, AbortThreshold>()
  const timeouts = createTimeoutWatch()
  let setupSamples: SetupSamples = 'none'
  let added = 0

  function defineMetric(name: string, type: string, contains: string | null, aborts: readonly AbortThreshold[]): void {
    for (const abort of aborts) abortThresholds.set(`${name} ${abort.expression}`, abort)
    const kind = metricKindAt(`The type of ${quotedLine(name)}`, type)
    const expected = builtInTraits(name)?.kind ?? metrics.get(name)?.kind ?? kind
    if (kind !== expected) {
      throw new UserError(
        text`The metric ${quote(name)} is a ${kind} here, and k6 makes it a ${expected}. The file was edited.`,
      )
    }
    if (!metrics.has(name)) addMetric(name, kind, contains)
  }

  function addMetric(name: string, kind: MetricKind, contains: string | null): CollectedMetric {
    requireShortName(name)
    if (metrics.size >= MAX_METRICS) {
      throw new UserError(`The file has more than ${MAX_METRICS} metrics. k6 has about 30, and a script adds some.`)
    }
    const metric = {
      name,
      kind,
      contains,
      series: [],
      column: kind === 'trend' ? createColumn(keptSamples(name)) : null,
    }
    metrics.set(name, metric)
    return metric
  }

  function series(name: string, tags: JsonObject): PointSeries {
    const metric = metrics.get(name) ?? addBuiltIn(name)
    const role = untyped.has(name) ? 'untyped' : roleOf(name, tags, options)
    const endpoint = role === 'load' ? endpoints.indexOf(tags.name) : 0
    const successful = tags.expected_response === 'true' ? true : tags.expected_response === 'false' ? false : null
    const key = `${role} ${endpoint} ${successful} ${name}`
    const known = seriesByKey.get(key)
    if (known !== undefined) return known
    const column = successful === false ? null : metric.column
    const created = {
      metric,
      role,
      endpoint,
      successful,
      column,
      count: 0,
      sum: 0,
      min: Infinity,
      max: -Infinity,
      last: 0,
    }
    seriesByKey.set(key, created)
    noteSetup(created, tags)
    if (role === 'load') metric.series.push(created)
    return created
  }

  /**
   * Notes whether samples of setup() were left out or may be counted. A script can switch tags off, so a request
   * without scenario and group may belong to setup().
   */
  function noteSetup({ role, metric }: PointSeries, { group, scenario }: JsonObject): void {
    if (OF_ANY_SETUP.has(metric.name) || WHOLE_TEST.has(metric.name)) return
    if (role === 'setup') setupSamples = 'left-out'
    else if (setupSamples === 'none' && group === undefined && scenario === undefined) setupSamples = 'counted'
  }

  function addBuiltIn(name: string): CollectedMetric {
    const traits = builtInTraits(name)
    if (traits !== null) return addMetric(name, traits.kind, traits.unit === 'ms' ? 'time' : 'default')
    if (!hasTypes) {
      untyped.add(name)
      return addMetric(name, 'gauge', null)
    }
    throw new UserError(
      text`Points of ${quote(name)} come before the line that says what kind of metric it is. The start of the file is missing.`,
    )
  }

  function add(one: PointSeries, timeMs: number, value: number): void {
    if (one.role !== 'load') skipped[one.role] += 1
    else if (pending === null) record(one, window.see(one.metric, timeMs, value), value)
    else hold(pending, one, window.see(one.metric, timeMs, value), value)
  }

  function hold(back: PendingSamples<PointSeries>, one: PointSeries, slot: number, value: number): void {
    back.add(one, slot, value)
    added += 1
    if (isInOrderOfTime && added % RELEASE_EVERY === 0) back.releaseBefore(window.certainSlot())
  }

  function recordInWindow(one: PointSeries, slot: number, value: number): void {
    if (window.holds(slot)) record(one, slot, value)
    else skipped.excluded += 1
  }

  function record(one: PointSeries, slot: number, value: number): void {
    if (value >= SHORTEST_WATCHED_MS) watch(one, value)
    one.count += 1
    one.sum += value
    one.last = value
    if (value < one.min) one.min = value
    if (value > one.max) one.max = value
    if (one.column !== null) pushSample(one.column, value, markOf(one.endpoint, slot))
  }

  function watch({ metric }: PointSeries, value: number): void {
    if (metric.name === 'http_req_duration') timeouts.see(value)
  }

  function finish(): CollectedPoints {
    pending?.releaseAll()
    return {
      metrics,
      endpoints: endpoints.names,
      otherEndpoints: endpoints.others.size,
      otherNames: endpoints.hasAllOthers() ? endpoints.others : null,
      window: window.close(),
      setupSamples,
      abortThresholds: [...abortThresholds.values()],
      skipped,
      untyped: [...untyped].sort(),
      timeoutNote: timeouts.note(),
    }
  }

  return { defineMetric, series, add, finish }
}

/**
 * The number of samples of a trend that are kept one by one. All samples of a custom trend are kept: it may be
 * negative, and negative values have no cell in which to count them.
 */
function keptSamples(metric: string): number {
  const traits = builtInTraits(metric)
  if (traits === null) return Number.POSITIVE_INFINITY
  const isPhase = traits.zeroIsNormal || traits.better === 'neither' || metric === 'http_req_waiting'
  return isPhase ? MAX_KEPT_PHASE_SAMPLES : MAX_KEPT_SAMPLES
}

/**
 * setup() and teardown() run outside of any scenario, in their own groups: lib/consts.go at
 * https://github.com/grafana/k6/tree/v2.2.0.
 */
function roleOf(metric: string, tags: JsonObject, options: ReadOptions): PointSeries['role'] {
  const { group, scenario } = tags
  if (typeof group === 'string' && scenario === undefined && /^::(?:setup|teardown)(?:::|$)/.test(group)) return 'setup'
  if (WHOLE_TEST.has(metric)) return 'load'
  if (options.scenarios !== null && !(typeof scenario === 'string' && options.scenarios.includes(scenario)))
    return 'filtered'
  for (const [tag, value] of options.tags) if (tags[tag] !== value) return 'filtered'
  return 'load'
}

type EndpointNames = Readonly<{
  names: (string | null)[]
  others: ReadonlySet<string>
  /** false: there were more names than are kept. */
  hasAllOthers(): boolean
  indexOf(name: unknown): number
}>

/** Gives each of the first names its own number. The other names share a number. */
function createEndpointNames(maxEndpoints: number, groups: readonly EndpointGroup[]): EndpointNames {
  const names: (string | null)[] = [null]
  const indices = new Map<string, number>()
  const others = new Set<string>()
  let otherCharacters = 0

  function indexOf(tag: unknown): number {
    if (typeof tag !== 'string' || tag === '') return 0
    requireShortName(tag)
    const name = groupedName(withoutSecrets(tag), groups)
    const known = indices.get(name)
    if (known !== undefined) return known
    if (indices.size < maxEndpoints) return create(name)
    if (otherCharacters < MAX_OTHER_CHARACTERS && !others.has(name)) {
      others.add(name)
      otherCharacters += name.length + NAME_CHARACTERS
    }
    return indices.get(OTHER_ENDPOINTS) ?? create(OTHER_ENDPOINTS)
  }

  function create(name: string): number {
    const index = names.length
    names.push(name)
    indices.set(name, index)
    return index
  }

  return { names, others, hasAllOthers: () => otherCharacters < MAX_OTHER_CHARACTERS, indexOf }
}

function requireShortName(name: string): void {
  if (name.length <= MAX_NAME_CHARACTERS) return
  throw new UserError(
    text`A name has ${name.length} characters, and at most ${MAX_NAME_CHARACTERS} are read: ${quote(name)}. Give requests a short ${code('name')} tag.`,
  )
}

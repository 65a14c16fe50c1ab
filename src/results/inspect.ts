import type { Measurement } from '../model/measurement.ts'
import { printable } from '../model/printable.ts'
import type { CollectedProfile, Profile } from '../model/profile.ts'
import type { CollectedRuns, IdentifiedRun, Refusal, Run } from '../model/run.ts'
import type { CollectedTraces, TraceFile } from '../model/trace.ts'

/** The text of `perf-gate inspect PATH`: what was understood of each run, and what was refused and why. Ends with a newline. */
export function inspectRuns(collected: CollectedRuns): string {
  const { runs, refusals } = collected
  if (runs.length === 0 && refusals.length === 0) return 'No results found. Expected <service>/run-<n>/summary.json.\n'
  const head = `${count(runs.length, 'run')} understood, ${count(refusals.length, 'result')} refused.`
  const shared = sharedNotes(runs)
  const notes = shared.length === 0 ? [] : [shared.map((note) => lineOf('note', note)).join('\n')]
  const each = runs.map((run) => describeRun(run, shared))
  return `${[head, ...notes, ...each, ...refusals.map(describeRefusal)].join('\n\n')}\n`
}

/** The text of `perf-gate inspect PATH` on profiles and traces beside runs, one a line. Ends with a newline. */
export function inspectBeside(profiles: readonly CollectedProfile[], traces: readonly CollectedTraces[]): string {
  const ofProfiles = profiles.map((one) =>
    lineBeside(
      one,
      one.content.kind === 'unreadable' ? `not read: ${one.content.problem}` : profileWords(one.content.profile),
    ),
  )
  const ofTraces = traces.map((one) =>
    lineBeside(
      one,
      one.content.kind === 'unreadable' ? `not read: ${one.content.problem}` : traceWords(one.content.file),
    ),
  )
  return [
    ...(ofProfiles.length === 0 ? [] : ['', `${count(profiles.length, 'profile')} beside the runs.`, ...ofProfiles]),
    ...(ofTraces.length === 0 ? [] : ['', `${count(traces.length, 'file')} of traces beside the runs.`, ...ofTraces]),
    '',
  ].join('\n')
}

function lineBeside(
  { service, variant, path }: Pick<CollectedTraces, 'service' | 'variant' | 'path'>,
  what: string,
): string {
  return `  ${service} · ${variant} · ${printable(path)}: ${printable(what)}`
}

function profileWords({ tool, samples }: Profile): string {
  return `${tool}, ${samples === null ? 'exact' : count(samples, 'sample')}`
}

function traceWords({ tool, spans }: TraceFile): string {
  const traces = new Set(spans.map(({ traceId }) => traceId)).size
  return `${tool}, ${count(traces, 'trace')}, ${count(spans.length, 'span')}`
}

/** How the layout was understood is true of all runs, and said once. */
function sharedNotes([first, ...others]: readonly IdentifiedRun[]): readonly string[] {
  if (first === undefined || others.length === 0) return []
  return first.run.notes.filter((note) => others.every(({ run }) => run.notes.includes(note)))
}

function describeRun(identified: IdentifiedRun, shared: readonly string[]): string {
  const { run, service, variant, slot } = identified
  const lines: readonly (readonly [string, string])[] =
    run.tool === undefined ? linesOfK6(identified) : linesOfTool(identified)
  const notes = run.notes.filter((note) => !shared.includes(note)).map((note) => ['note', note] as const)
  const title = `${service} · ${variant} · run ${slot}`
  return [title, ...[...lines, ...notes].map(([name, text]) => lineOf(name, text))].join('\n')
}

function linesOfK6(identified: IdentifiedRun): readonly (readonly [string, string])[] {
  const { run, source } = identified
  return [
    ['path', source.path],
    ['format', run.format],
    ['tool', run.toolVersion === null ? (identified.conditions.tool ?? 'version unknown') : `k6 ${run.toolVersion}`],
    ['duration', run.durationMs === null ? 'unknown' : `${(run.durationMs / 1000).toFixed(1)} s`],
    ['requests', describeRequests(run.measurements)],
    ['p95', describeP95(run.measurements)],
    ['also', describeOthers(run.measurements)],
    ['endpoints', describeEndpoints(run.measurements)],
    ['setup()', describeSetup(run)],
    ['exit code', describeExitCode(identified.exitCode)],
    ['thresholds', describeThresholds(identified)],
    ...rareNames(run.measurements).map((note) => ['note', note] as const),
  ]
}

/** What it is, and all that can be gated on. */
function linesOfTool({ run, source, conditions, exitCode }: IdentifiedRun): readonly (readonly [string, string])[] {
  const whole = run.measurements.filter(({ endpoint }) => endpoint === null)
  const gated = whole.filter(({ central }) => central !== undefined)
  const others = whole.filter(({ central }) => central === undefined)
  return [
    ['path', source.path],
    ['format', run.format],
    ['tool', [conditions.tool ?? run.tool ?? '', run.toolVersion].filter((word) => word != null).join(' · ')],
    ...(run.durationMs === null ? [] : [['duration', `${(run.durationMs / 1000).toFixed(1)} s`] as const]),
    ...gated.map((one) => ['gated on', describeGated(one)] as const),
    ...(others.length === 0 ? [] : [['shown', others.map(describeShown).join(', ')] as const]),
    ['endpoints', describeEndpoints(run.measurements)],
    ['exit code', exitCode === null ? 'unknown: there is no file exit-code' : `${exitCode}`],
  ]
}

/** `p95 of latency, 338.4 ms (603 samples)` */
function describeGated({ metric, central = '', stats, unusable, unit, sampleCount, steps }: Measurement): string {
  const value = stats.get(central)
  if (value === undefined)
    return `${central} of ${metric}: cannot be used, ${unusable.get(central) ?? 'it is not in the file'}`
  const step = steps?.get(central)
  const width = step === undefined ? '' : `, in steps of ${((100 * step) / value).toPrecision(2)} %`
  return `${central} of ${metric}, ${amount(value, unit)}${sampleCount === null ? '' : ` (${sampleCount} samples)`}${width}`
}

function describeShown({ metric, stats, unit, kind }: Measurement): string {
  const stat = kind === 'rate' || kind === 'counter' ? 'rate' : [...stats.keys()][0]
  const value = stat === undefined ? undefined : stats.get(stat)
  return value === undefined || stat === undefined ? metric : `${stat} of ${metric} ${amount(value, unit)}`
}

function amount(value: number, unit: Measurement['unit']): string {
  if (unit === 'ratio') return `${(100 * value).toFixed(2)} %`
  const text = `${Number(value.toPrecision(6))}`
  return unit === 'ms' ? `${text} ms` : unit === 'per-second' ? `${text} per second` : `${text} ${unit}`
}

function describeRequests(measurements: readonly Measurement[]): string {
  const requests = wholeService(measurements, 'http_reqs')
  const requestCount = requests?.stats.get('count')
  if (requestCount === undefined) return 'unknown'
  const perSecond = requests?.stats.get('rate')
  const failed = wholeService(measurements, 'http_req_failed')?.stats.get('rate')
  const speed = perSecond === undefined ? '' : `, ${perSecond.toFixed(1)} per second`
  return `${requestCount}${speed}${failed === undefined ? '' : `, ${(failed * 100).toFixed(2)} % failed`}`
}

function describeP95(measurements: readonly Measurement[]): string {
  const latency = wholeService(measurements, 'http_req_duration')
  if (latency === undefined) return 'absent: the file has no http_req_duration'
  const p95 = latency.stats.get('p95')
  if (p95 === undefined) return `cannot be used: ${latency.unusable.get('p95') ?? 'the file has no p95'}`
  const samples = latency.sampleCount === null ? 'an unknown number of samples' : `${latency.sampleCount} samples`
  const population =
    latency.population === 'successful' ? 'successful requests only' : 'all requests, failed ones included'
  return `${p95.toFixed(3)} ms of http_req_duration (${population}; ${samples})`
}

/** What a service could be gated on instead: all but what every HTTP test has. */
function describeOthers(measurements: readonly Measurement[]): string {
  const others = measurements.filter(
    ({ endpoint, metric, stats }) => endpoint === null && stats.size > 0 && !/^(?:http_req|vus|data_)/.test(metric),
  )
  return others.length === 0 ? 'nothing' : listed(others.map(describeOther))
}

function describeOther({ metric, kind, unit, better, stats }: Measurement): string {
  const [stat, value = Number.NaN] =
    kind === 'trend'
      ? (['p95', stats.get('p95')] as const)
      : kind === 'counter'
        ? (['count', stats.get('count')] as const)
        : kind === 'rate'
          ? (['rate', stats.get('rate')] as const)
          : (['value', stats.get('value')] as const)
  const number =
    unit === 'ratio' ? `${(value * 100).toFixed(2)} %` : `${Number(value.toPrecision(5))}${unit === 'ms' ? ' ms' : ''}`
  const isKnown = better !== 'neither' || (kind === 'trend' && unit === 'ms')
  return `${metric} (${stat} ${Number.isNaN(value) ? 'unknown' : number}${isKnown ? '' : '; which direction is good is not known'})`
}

function describeEndpoints(measurements: readonly Measurement[]): string {
  const names = [...new Set(measurements.flatMap(({ endpoint }) => endpoint ?? []))].sort()
  return names.length === 0 ? 'none' : names.length > MAX_LISTED ? `${names.length}: ${listed(names)}` : listed(names)
}

const MAX_LISTED = 10

function listed(texts: readonly string[]): string {
  const hidden = texts.length - MAX_LISTED
  return hidden > 0 ? `${texts.slice(0, MAX_LISTED).join(', ')} and ${hidden} more` : texts.join(', ')
}

/** As many requests as make an endpoint of a name: statistics/rare-endpoints.ts. */
const FEW_REQUESTS = 10

function rareNames(measurements: readonly Measurement[]): readonly string[] {
  const rare = measurements.filter(
    ({ endpoint, metric, stats }) =>
      endpoint !== null && metric === 'http_reqs' && (stats.get('count') ?? FEW_REQUESTS) < FEW_REQUESTS,
  ).length
  if (rare === 0) return []
  return [
    `${count(rare, 'endpoint')} with fewer than ${FEW_REQUESTS} requests: such names count in the whole service only. Give requests with ids in their addresses a \`name\` tag, or group them in the policy.`,
  ]
}

/** Points and summaries of one and the same run differ in this. */
function describeSetup({ setupSamples }: Run): string {
  if (setupSamples === 'none') return 'no request: neither in setup() nor in teardown()'
  if (setupSamples === 'left-out') return 'requests of setup() and teardown() are left out'
  return 'requests of setup() and teardown() count among the others: the file does not tell them apart'
}

function describeExitCode(exitCode: number | null): string {
  if (exitCode === null) return 'unknown: there is no file exit-code, and an aborted run looks like a good one'
  return exitCode === 0 ? '0' : `${exitCode}: a threshold of the script was crossed, or stopped the test`
}

function describeThresholds({ run }: IdentifiedRun): string {
  if (run.thresholds.length === 0) return 'none in the file'
  const crossed = run.thresholds.filter((threshold) => threshold.crossed)
  const list = crossed.map(({ metric, expression }) => `${expression} on ${metric}`).join('; ')
  return `${crossed.length} of ${run.thresholds.length} crossed${list === '' ? '' : `: ${list}`}`
}

function describeRefusal({ service, variant, path, problem }: Refusal): string {
  const title = service === null ? 'refused' : `${service} · ${variant} · refused`
  return [title, lineOf('path', path), lineOf('why', problem)].join('\n')
}

function lineOf(name: string, text: string): string {
  return `  ${name.padEnd(10)}  ${printable(text)}`
}

function wholeService(measurements: readonly Measurement[], metric: string): Measurement | undefined {
  return measurements.find((measurement) => measurement.metric === metric && measurement.endpoint === null)
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`
}

import type { Measurement } from '../model/measurement.ts'
import type { CollectedProfile } from '../model/profile.ts'
import type { CollectedRuns, IdentifiedRun, Refusal, Run } from '../model/run.ts'

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

/** The text of `perf-gate inspect PATH` on profiles beside runs, one a line. Ends with a newline. */
export function inspectProfiles(profiles: readonly CollectedProfile[]): string {
  const lines = profiles.map(({ service, variant, path, content }) => {
    const what =
      content.kind === 'profile'
        ? `${content.profile.tool}, ${content.profile.samples === null ? 'exact' : `${content.profile.samples} samples`}`
        : `not read: ${content.problem}`
    return `  ${service} · ${variant} · ${printable(path)}: ${printable(what)}`
  })
  return `\n${count(profiles.length, 'profile')} beside the runs.\n${lines.join('\n')}\n`
}

/** How the layout was understood is true of all runs, and said once. */
function sharedNotes([first, ...others]: readonly IdentifiedRun[]): readonly string[] {
  if (first === undefined || others.length === 0) return []
  return first.run.notes.filter((note) => others.every(({ run }) => run.notes.includes(note)))
}

function describeRun(identified: IdentifiedRun, shared: readonly string[]): string {
  const { run, service, variant, slot, source } = identified
  const lines: readonly (readonly [string, string])[] = [
    ['path', source.path],
    ['format', run.format],
    ['tool', run.toolVersion === null ? (identified.conditions.tool ?? 'version unknown') : `k6 ${run.toolVersion}`],
    ['duration', run.durationMs === null ? 'unknown' : `${(run.durationMs / 1000).toFixed(1)} s`],
    ['requests', describeRequests(run.measurements)],
    ['p95', describeP95(run.measurements)],
    ['endpoints', describeEndpoints(run.measurements)],
    ['setup()', describeSetup(run)],
    ['exit code', describeExitCode(identified.exitCode)],
    ['thresholds', describeThresholds(identified)],
    ...run.notes.filter((note) => !shared.includes(note)).map((note) => ['note', note] as const),
  ]
  const title = `${service} · ${variant} · run ${slot}`
  return [title, ...lines.map(([name, text]) => lineOf(name, text))].join('\n')
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

function describeEndpoints(measurements: readonly Measurement[]): string {
  const names = new Set(measurements.flatMap(({ endpoint }) => (endpoint === null ? [] : [endpoint])))
  return names.size === 0 ? 'none' : [...names].sort().join(', ')
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

/** Names come from outside: no control character may reach a terminal. */
function printable(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, '?')
}

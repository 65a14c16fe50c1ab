import type { Measurement } from '../model/measurement.ts'
import { count, formatValue } from '../model/numbers.ts'
import { printable } from '../model/printable.ts'
import type { CollectedProfile, Profile } from '../model/profile.ts'
import { isSampled } from '../model/resources.ts'
import type { CollectedRuns, IdentifiedRun, Refusal } from '../model/run.ts'
import { plainText, text } from '../model/text.ts'
import type { CollectedTraces, TraceFile } from '../model/trace.ts'
import { linesOfK6 } from './k6-lines.ts'
import { listedEndpoints } from './listed-names.ts'
import { resourceLines, sizingLines } from './resource-lines.ts'

/** The text of `perf-gate inspect PATH`: what was understood of each run, and what was refused and why. Ends with a newline. */
export function inspectRuns(collected: CollectedRuns): string {
  const { runs, refusals } = collected
  if (runs.length === 0 && refusals.length === 0) return 'No results found. Expected <service>/run-<n>/summary.json.\n'
  const head = `${count(runs.length, 'run')} understood, ${count(refusals.length, 'result')} refused.`
  const shared = sharedNotes(runs)
  const notes = shared.length === 0 ? [] : [shared.map((note) => lineOf('note', note)).join('\n')]
  const each = runs.map((run) => describeRun(run, shared))
  const sizings = sizingLines(runs).map(
    ([service, advice]) => `${service} · requests and limits\n${lineOf('advice', advice)}`,
  )
  return `${[head, ...notes, ...each, ...refusals.map(describeRefusal), ...sizings].join('\n\n')}\n`
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
  return notesOf(first).filter((note) => others.every((run) => notesOf(run).includes(note)))
}

function notesOf({ run }: IdentifiedRun): readonly string[] {
  return run.notes.map(plainText)
}

function describeRun(identified: IdentifiedRun, shared: readonly string[]): string {
  const { run, service, variant, slot } = identified
  const lines: readonly (readonly [string, string])[] =
    run.tool === undefined ? linesOfK6(identified) : linesOfTool(identified)
  const reasons = run.measurements.flatMap(({ notJudged }) => [...(notJudged?.values() ?? [])].map(plainText))
  const notes = notesOf(identified)
    .filter((note) => !shared.includes(note) && !reasons.includes(note))
    .map((note) => ['note', note] as const)
  const title = `${service} · ${variant} · run ${slot}`
  return [title, ...[...lines, ...resourceLines(run), ...notes].map(([name, text]) => lineOf(name, text))].join('\n')
}

/** What it is, and all that can be gated on. */
function linesOfTool({ run, source, conditions, exitCode }: IdentifiedRun): readonly (readonly [string, string])[] {
  const whole = run.measurements.filter((one) => one.endpoint === null && !isSampled(one))
  const gated = whole.filter(({ central }) => central !== undefined)
  const others = whole.filter(({ central }) => central === undefined)
  return [
    ['path', source.path],
    ['format', run.format],
    ['tool', [conditions.tool ?? run.tool ?? '', run.toolVersion].filter((word) => word != null).join(' · ')],
    ...(run.durationMs === null ? [] : [['duration', `${(run.durationMs / 1000).toFixed(1)} s`] as const]),
    ...gated.map((one) => ['gated on', describeGated(one)] as const),
    ...(others.length === 0 ? [] : [['shown', others.map(describeShown).join(', ')] as const]),
    ['endpoints', listedEndpoints(run.measurements)],
    ['exit code', exitCode === null ? 'unknown: there is no file exit-code' : `${exitCode}`],
  ]
}

/** Narrower steps than a tenth of the usual limit tell a reader nothing. */
const SMALLEST_STEP = 0.005

/** `p95 of latency, 338.4 ms (603 samples)` */
function describeGated({
  metric,
  central = '',
  stats,
  unusable,
  unit,
  sampleCount,
  steps,
  notJudged,
}: Measurement): string {
  const value = stats.get(central)
  if (value === undefined)
    return `${central} of ${metric}: cannot be used, ${plainText(unusable.get(central) ?? text`it is not in the file`)}`
  const why = notJudged?.get(central)
  if (why !== undefined)
    return `nothing by default. ${central} of ${metric} is ${amount(value, unit)}. ${plainText(why)}`
  const step = steps?.get(central)
  const width =
    step === undefined || step / value < SMALLEST_STEP ? '' : `, in steps of ${((100 * step) / value).toPrecision(2)} %`
  return `${central} of ${metric}, ${amount(value, unit)}${sampleCount === null ? '' : ` (${count(sampleCount, 'sample')})`}${width}`
}

function describeShown({ metric, stats, unit, kind }: Measurement): string {
  const stat = (kind === 'rate' || kind === 'counter') && stats.has('rate') ? 'rate' : [...stats.keys()][0]
  const value = stat === undefined ? undefined : stats.get(stat)
  return value === undefined || stat === undefined ? metric : `${stat} of ${metric} ${amount(value, unit)}`
}

function amount(value: number, unit: Measurement['unit']): string {
  const short = (number: number) => `${Number(number.toPrecision(6))}`
  switch (unit) {
    case 'ratio':
      return `${(100 * value).toFixed(2)} %`
    case 'ms':
      if (value > 0 && value < 1e-3) return `${short(value * 1e6)} ns`
      return value > 0 && value < 1 ? `${short(value * 1e3)} µs` : `${short(value)} ms`
    case 'per-second':
      return `${short(value)} per second`
    case 'count':
      return short(value)
    default:
      return formatValue(value, unit)
  }
}

function describeRefusal({ service, variant, path, problem }: Refusal): string {
  const title = service === null ? 'refused' : `${service} · ${variant} · refused`
  return [title, lineOf('path', path), lineOf('why', plainText(problem))].join('\n')
}

function lineOf(name: string, text: string): string {
  return `  ${name.padEnd(10)}  ${printable(text)}`
}

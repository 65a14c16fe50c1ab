import { count } from '../model/numbers.ts'
import type { CollectedProfile, Profile } from '../model/profile.ts'
import type { CollectedRuns, IdentifiedRun, Refusal } from '../model/run.ts'
import { terminalLine } from '../model/terminal-text.ts'
import { name, type Part, plainText, type Text, text } from '../model/text.ts'
import type { CollectedTraces, TraceFile } from '../model/trace.ts'
import { linesOfK6 } from './k6-lines.ts'
import { resourceLines, sizingLines } from './resource-lines.ts'
import { type GatingOf, isJudged, linesOfTool } from './tool-lines.ts'

/**
 * The text of `perf-gate inspect PATH`: what each run holds, and which files were refused and why. Ends with a line break.
 *
 * @param gatingOf the policy of a service. Absent: there is no policy, and so no limit
 */
export function inspectRuns(collected: CollectedRuns, gatingOf: GatingOf = () => NO_POLICY): string {
  const { runs, refusals } = collected
  if (runs.length === 0 && refusals.length === 0) return 'No results found. Expected <service>/run-<n>/summary.json.\n'
  const unjudged = runsNotJudged(runs, gatingOf)
  const head = [
    `${count(runs.length, 'run')} understood, ${count(refusals.length, 'result')} refused.`,
    ...(unjudged === 0 ? [] : [`In ${count(unjudged, 'run')} a gated number cannot be judged.`]),
  ].join(' ')
  const shared = sharedNotes(runs)
  const notes = shared.length === 0 ? [] : [shared.map((note) => lineOf('note', note)).join('\n')]
  const each = runs.map((run) => describeRun(run, shared, gatingOf))
  const sizings = sizingLines(runs).map(
    ([service, advice]) => `${service} · requests and limits\n${lineOf('advice', advice)}`,
  )
  return `${[head, ...notes, ...each, ...refusals.map(describeRefusal), ...sizings].join('\n\n')}\n`
}

/** The text of `perf-gate inspect PATH` on the profiles and traces beside runs, one per line. Ends with a line break. */
export function inspectBeside(profiles: readonly CollectedProfile[], traces: readonly CollectedTraces[]): string {
  const ofProfiles = profiles.map((one) =>
    lineBeside(
      one,
      one.content.kind === 'unreadable' ? text`not read: ${one.content.problem}` : profileWords(one.content.profile),
    ),
  )
  const ofTraces = traces.map((one) =>
    lineBeside(
      one,
      one.content.kind === 'unreadable' ? text`not read: ${one.content.problem}` : traceWords(one.content.file),
    ),
  )
  return [
    ...(ofProfiles.length === 0 ? [] : ['', `${count(profiles.length, 'profile')} beside the runs.`, ...ofProfiles]),
    ...(ofTraces.length === 0 ? [] : ['', `${count(traces.length, 'file')} of traces beside the runs.`, ...ofTraces]),
    '',
  ].join('\n')
}

function lineBeside({ service, side, path }: Pick<CollectedTraces, 'service' | 'side' | 'path'>, what: Text): string {
  return `  ${terminalLine(text`${name(service)} · ${side} · ${name(path)}: ${what}`)}`
}

function profileWords({ tool, samples }: Profile): Text {
  return text`${tool}, ${samples === null ? 'exact' : count(samples, 'sample')}`
}

function traceWords({ tool, spans }: TraceFile): Text {
  const traces = new Set(spans.map(({ traceId }) => traceId)).size
  return text`${tool}, ${count(traces, 'trace')}, ${count(spans.length, 'span')}`
}

const NO_POLICY = { primaries: null, limitRatio: () => Number.POSITIVE_INFINITY } as const

/**
 * The number of runs with a gated series that cannot be judged, or with no gated series at all. The gate would block them, or
 * would check nothing.
 */
export function runsNotJudged(runs: readonly IdentifiedRun[], gatingOf: GatingOf): number {
  return runs.filter(({ run, service }) => !isJudged(run, gatingOf(service))).length
}

/** The notes that all runs have, such as how the layout was understood. They are printed once. */
function sharedNotes([first, ...others]: readonly IdentifiedRun[]): readonly string[] {
  if (first === undefined || others.length === 0) return []
  return notesOf(first).filter((note) => others.every((run) => notesOf(run).includes(note)))
}

function notesOf({ run }: IdentifiedRun): readonly string[] {
  return run.notes.map(plainText)
}

function describeRun(identified: IdentifiedRun, shared: readonly string[], gatingOf: GatingOf): string {
  const { run, service, side, runNumber } = identified
  const lines: readonly (readonly [string, string])[] =
    run.tool === undefined ? linesOfK6(identified) : linesOfTool(identified, gatingOf(service))
  const reasons = run.measurements.flatMap(({ notJudged }) => [...(notJudged?.values() ?? [])].map(plainText))
  const notes = notesOf(identified)
    .filter((note) => !shared.includes(note) && !reasons.includes(note))
    .map((note) => ['note', note] as const)
  const title = `${service} · ${side} · run ${runNumber}`
  return [title, ...[...lines, ...resourceLines(run), ...notes].map(([label, what]) => lineOf(label, what))].join('\n')
}

function describeRefusal({ service, side, path, problem }: Refusal): string {
  const title = service === null ? 'refused' : `${service} · ${side} · refused`
  return [title, lineOf('path', path), lineOf('why', problem)].join('\n')
}

function lineOf(label: string, what: Part | Text): string {
  return `  ${label.padEnd(10)}  ${terminalLine(text`${what}`)}`
}

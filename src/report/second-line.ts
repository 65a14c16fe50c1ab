import { unitOf } from '../model/change.ts'
import type { Comparison, Design, ServiceEvidence } from '../model/comparison.ts'
import { count, firstOf, formatLimit, formatSize, listed } from '../model/numbers.ts'
import type { ReportContext } from '../model/report.ts'
import type { Conditions } from '../model/run.ts'
import { worseningOf } from '../model/series.ts'
import { distinct, written } from '../model/text.ts'
import type { Verdict } from '../model/verdict.ts'
import { expectedAlarmsText } from './expected-alarms-text.ts'
import { pastAlarmsText } from './past-alarms-text.ts'
import { gatedComparisons } from './series.ts'
import type { Wording } from './wording.ts'

/** More notes would make line 2 too long. The details of each service have all of its notes. */
const MAX_NOTES = 2
const MAX_NAMES = 3

/** Line 2 of the report: how many series were compared, with which baseline, and how far the comparison can be trusted. */
export function secondLine(verdict: Verdict, context: ReportContext, wording: Wording): string {
  const compared = verdict.services.filter(isCompared)
  const parts = [
    comparedText(verdict, compared, context, wording),
    shortfallText(verdict, wording),
    ...(context.notes ?? []).map((note) => written(note, wording)),
    detectableText(verdict, wording),
    pastAlarmsText(verdict.pastAlarms, branchName(context, wording)),
    expectedAlarmsText(verdict),
    unknownText(verdict.services),
    ...notesText(verdict.services, wording),
  ]
  return parts.filter((part) => part !== '').join(' ')
}

/** `3 of 3 gated series compared`, for the commit status. */
export function coverageCount({ compared, expected }: Verdict): string {
  return `${compared} of ${expected} gated series compared`
}

/** How the two sides were measured, in words. */
export function designWords(design: Design): string {
  switch (design) {
    case 'pairs':
      return 'in turns on the same machine'
    case 'runs':
      return 'each run counts on its own'
    case 'jobs':
      return 'runs on one machine count as one'
    case 'single':
      return 'one measurement on each side'
    case 'none':
      return 'nothing to compare'
  }
}

function isCompared({ comparisons }: ServiceEvidence): boolean {
  return comparisons.some(({ estimate }) => estimate !== null)
}

function comparedText(
  verdict: Verdict,
  services: readonly ServiceEvidence[],
  context: ReportContext,
  wording: Wording,
): string {
  const amount = `Compared ${verdict.compared} of ${verdict.expected} gated series`
  if (services.length === 0) return `${amount}.`
  return `${amount} with ${baselineText(services, context, wording)}, ${runsText(services)}.`
}

function baselineText(services: readonly ServiceEvidence[], { baseBranch }: ReportContext, wording: Wording): string {
  const windows = services.map(({ window }) => window)
  const branch = baseBranch === null ? 'the stored baseline' : wording.name(baseBranch)
  const [first] = windows
  if (windows.every((window) => window === null)) {
    const [commit, ...others] = new Set(
      services.flatMap(({ baselineRuns }) => baselineRuns.map((run) => run.testedCommit)),
    )
    return commit == null || others.length > 0 ? 'the baseline runs' : `the baseline at ${shortCommit(commit, wording)}`
  }
  const isSame = windows.every((window) => window?.commit === first?.commit)
  if (!isSame || first?.commit == null) return `${branch} (the newest commit with a result differs by service)`
  const distance = first.commitsBehind ? `, ${count(first.commitsBehind, 'commit')} back` : ''
  return `${branch} at ${shortCommit(first.commit, wording)}${distance}`
}

function branchName({ baseBranch }: ReportContext, wording: Wording): string {
  return baseBranch === null ? 'the recorded branch' : wording.name(baseBranch)
}

function shortCommit(sha: string, wording: Wording): string {
  return wording.name(/^[0-9a-f]{40,64}$/.test(sha) ? sha.slice(0, 7) : sha)
}

function runsText(services: readonly ServiceEvidence[]): string {
  const estimated = services.flatMap(({ comparisons }) => comparisons.filter(({ estimate }) => estimate !== null))
  const primaries = estimated.filter(({ role }) => role === 'primary')
  const runs = (primaries.length > 0 ? primaries : estimated).map((one) => one.runs)
  const candidate = rangeText(runs.map((one) => one.candidate))
  const baseline = rangeText(runs.map((one) => one.baseline))
  const units = [...new Set(services.map(unitOf))]
  const unit = units.length === 1 && units[0] !== undefined ? units[0] : 'measurement'
  if (unit === 'pair') return `${candidate} ${candidate === '1' ? unit : `${unit}s`}, in turns on the same machine`
  const words = unit === 'machine' ? '; runs on one machine count as one' : ''
  return `${candidate} ${candidate === '1' ? unit : `${unit}s`} against ${baseline}${words}`
}

function rangeText(numbers: readonly number[]): string {
  if (numbers.length === 0) return 'no'
  const smallest = Math.min(...numbers)
  const largest = Math.max(...numbers)
  return smallest === largest ? `${smallest}` : `${smallest} to ${largest}`
}

const NOT_COMPARED = ['missing', 'invalid', 'not-comparable']

/** Names the services that were not fully compared. Empty if nothing was compared, because line 1 then says why. */
function shortfallText({ compared, expected, services }: Verdict, wording: Wording): string {
  if (compared === 0 || compared >= expected) return ''
  const names = services
    .filter(({ comparisons }) =>
      comparisons.some(({ role, verdict }) => role !== 'other' && NOT_COMPARED.includes(verdict)),
    )
    .map(({ service, comparisons }) => {
      const isWhole = comparisons.every(({ role, estimate }) => role === 'other' || estimate === null)
      return `${isWhole ? '' : 'parts of '}${wording.name(service)}`
    })
  return names.length === 0 ? '' : `Not compared: ${listed(firstOf(names, MAX_NAMES))}.`
}

/** Reports the primary series with the largest detectable change, because the promise must hold for every primary series. */
function detectableText(verdict: Verdict, wording: Wording): string {
  const estimated = gatedComparisons(verdict).filter(({ role, estimate }) => role === 'primary' && estimate !== null)
  const blind = estimated.find(({ estimate }) => estimate?.unprovable != null)
  if (blind !== undefined) return unprovableText(blind, estimated.length > 1, wording)
  const [weakest] = estimated.toSorted((left, right) => detectable(right) - detectable(left))
  if (weakest === undefined || !Number.isFinite(detectable(weakest))) return ''
  const size = formatSize(detectable(weakest), weakest.limitRatio)
  const everywhere = estimated.length > 1 ? ' in any of them' : ''
  const kind = weakest.better === 'higher' ? 'fall' : 'slowdown'
  const atTimes = estimated.some((one) => isProvenBelow(one, detectable(weakest)))
    ? ' A smaller one is proven only at times, as here.'
    : ''
  // The published rates of detection are for a change of twice the limit, so "only" warns above that size.
  if (weakest.limitRatio !== null && detectable(weakest) > 2 * weakest.limitRatio) {
    return `Only a ${kind} of ${size} or more${everywhere} would have been proven; the limit is ${formatLimit(weakest.limitRatio)}.${atTimes}`
  }
  return `A ${kind} of ${size} or more${everywhere} would have been proven.${atTimes}`
}

/** The size that is named is proven in 95 of 100 cases. Without a word, a smaller one that is proven here would contradict it. */
function isProvenBelow(comparison: Comparison, size: number): boolean {
  const isProven = comparison.verdict === 'regressed' || comparison.verdict === 'slower'
  return isProven && (worseningOf(comparison) ?? 0) < size
}

/** Why no slowdown at all would have been proven. */
function unprovableText({ estimate, service }: Comparison, isOneOfMany: boolean, wording: Wording): string {
  const where = isOneOfMany ? ` of ${wording.name(service)}` : ''
  switch (estimate?.unprovable) {
    case 'too-few-requests':
      return `No slowdown${where} would have been proven, however large: there are too few requests in a run.`
    case 'min-delta':
      return `No slowdown${where} would have been proven: ${wording.name('min-delta')} forgives more than these data can see.`
    case 'uneven-store':
      return `No slowdown${where} would have been proven: the stored jobs are not alike. Pairs on one machine can prove one.`
    case 'new-level':
      return `No slowdown${where} would have been proven: the store has few jobs since its level changed.`
    case 'stored-outliers':
      return `No slowdown${where} would have been proven by one job: some stored jobs were as far off. Measure it in more jobs.`
    default:
      return `No slowdown${where} would have been proven: with so few runs the noise is assumed, not measured.`
  }
}

function detectable({ estimate }: Comparison): number {
  return estimate?.detectableRatio ?? 0
}

const CONDITION_NAMES = {
  machine: 'the machine',
  load: 'the load',
  scriptHash: 'the load script',
  tool: 'the version of the tool',
} as const satisfies Record<keyof Conditions, string>

/** Names the conditions that are not known. If a condition is unknown on both sides, a difference in it cannot be seen. */
function unknownText(services: readonly ServiceEvidence[]): string {
  const runs = services.flatMap(({ candidateRuns, baselineRuns }) => [...candidateRuns, ...baselineRuns])
  const unknown = (['machine', 'load', 'scriptHash', 'tool'] as const).filter((field) =>
    runs.some(({ conditions }) => conditions[field] === null),
  )
  return unknown.length === 0 ? '' : `Not known: ${listed(unknown.map((field) => CONDITION_NAMES[field]))}.`
}

function notesText(services: readonly ServiceEvidence[], wording: Wording): readonly string[] {
  const all = distinct(services.flatMap((service) => service.notes))
  const shown = all.slice(0, MAX_NOTES).map((note) => written(note, wording))
  const hidden = all.length - shown.length
  return hidden === 0 ? shown : [...shown, `${count(hidden, 'more note')} in the details.`]
}

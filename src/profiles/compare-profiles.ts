import { count } from '../model/numbers.ts'
import type { FunctionChange, FunctionVerdict, Profile, ProfileComparison } from '../model/profile.ts'
import { code, distinct, listed, name as nameOf, type Text, text } from '../model/text.ts'
import { compareFunctions, detectableChange, type ProfiledRun, type TestedFunction } from './compare-functions.ts'
import { flameTree } from './flame-tree.ts'
import { functionTimes, type Times } from './function-times.ts'
import { withoutInlining } from './inlined.ts'
import { movedLambdas, withoutMovedLambdas } from './moved-lambdas.ts'
import { hasOwnFrames } from './own-code.ts'

/** One profile and the requests that were served while it was recorded. */
export type RecordedProfile = Readonly<{ profile: Profile; requests: number | null }>

/** The profiles of one tool, one per run. */
export type ProfileSides = Readonly<{ baseline: readonly RecordedProfile[]; candidate: readonly RecordedProfile[] }>

/** At most ten functions of both sides are compared. A function with less than one percent of the time is not compared. */
const MAX_FUNCTIONS = 10
const LEAST_SHARE = 0.01

/**
 * With fewer than three runs per side, noise cannot be told from a change. With fewer than 30 samples per run, hardly any
 * function has five samples.
 */
const LEAST_RUNS = 3
const LEAST_SAMPLES = 30

/** If functions without a name take more than half of the time, the others do not matter. */
const MAX_UNKNOWN_SHARE = 0.5

/**
 * The smallest change of an exact tool that is named. An unchanged program varies by less than a thousandth, for example with the
 * length of its arguments.
 */
const LEAST_EXACT_RATIO = 0.01

/** If the time of a new function is within this share of the time of a removed function, the function was perhaps renamed. */
const RENAMED_RATIO = 0.2

const AMBIGUOUS = text`One function takes most of the time, and the requests are not known: it cannot be told whether it takes more or the others less. Put the profiles beside the results of their runs.`

/** What changed between two sides of one tool and one thing that is counted. `own`: see own-code.ts. */
export function compareProfiles({ baseline, candidate }: ProfileSides, own: readonly string[]): ProfileComparison {
  const { sides, notes } = withSameLambdas({
    baseline: sideOf('baseline', baseline, own),
    candidate: sideOf('candidate', candidate, own),
  })
  const all = [...sides.baseline, ...sides.candidate]
  const first = (baseline[0] ?? candidate[0])?.profile
  if (first === undefined) throw new Error('There is no profile to compare.')
  const names = namesToShow(sides)
  const unfit = whyNotCompared(sides)
  const isTested = unfit === null && first.nature === 'sampled'
  const profiledRuns = all.map((run) => profiledRun(run, names))
  const tests = isTested ? compareFunctions(profiledRuns, first.counted !== 'wall-time') : null
  const problem = isTested && tests === null ? AMBIGUOUS : unfit
  const scale = tests?.scale ?? 'per-run'
  const divisor = scale === 'per-request' ? requestsOf : () => 1
  const functions = names.map((name, index) =>
    changeOf(name, sides, divisor, tests?.functions[index] ?? null, problem === null && first.nature === 'exact'),
  )
  const shown = functions.sort(byImportance)
  const samples = { baseline: samplesOf(baseline), candidate: samplesOf(candidate) }
  return {
    tool: first.tool,
    counted: first.counted,
    unit: first.unit,
    notCompared: problem,
    runs: { baseline: baseline.length, candidate: candidate.length },
    samples,
    scale,
    commonRatio: tests?.commonRatio ?? null,
    detectableRatio: tests === null ? null : detectable(sides),
    total: first.nature === 'exact' ? totalOf(sides) : null,
    functions: shown,
    flame: flameTree(
      sides.baseline.map(({ profile }) => profile),
      sides.candidate.map(({ profile }) => profile),
    ),
    notes: [
      ...distinct([...baseline, ...candidate].flatMap(({ profile }) => profile.notes)),
      ...notes,
      ...renamed(shown),
      ...unmatchedOwn([...baseline, ...candidate], own),
    ],
  }
}

/** A misspelt pattern would show every function as the own code, without a word. */
function unmatchedOwn(recorded: readonly RecordedProfile[], own: readonly string[]): readonly Text[] {
  const unmatched = own.filter((pattern) => !recorded.some(({ profile }) => hasOwnFrames(profile, [pattern])))
  return unmatched.length === 0
    ? []
    : [
        text`No function and no file of the profiles fits ${listed(unmatched.map(code), unmatched.length)}, so the own code is not told apart by it.`,
      ]
}

type Run = Readonly<{ side: ProfiledRun['side']; profile: Profile; requests: number | null; times: Times }>
type RunsBySide = Readonly<{ baseline: readonly Run[]; candidate: readonly Run[] }>

/** All profiles of a side are needed to know which functions V8 inlined. */
function sideOf(side: Run['side'], recorded: readonly RecordedProfile[], own: readonly string[]): readonly Run[] {
  return withoutInlining(recorded.map(({ profile }) => profile)).map((profile, index) => ({
    side,
    profile,
    requests: recorded[index]?.requests ?? null,
    times: functionTimes(profile, own),
  }))
}

function withSameLambdas({ baseline, candidate }: RunsBySide): Readonly<{ sides: RunsBySide; notes: readonly Text[] }> {
  const functionsOf = (runs: readonly Run[]) => runs.map(({ times }) => times.functions)
  const moved = movedLambdas(functionsOf(baseline), functionsOf(candidate))
  if (moved.size === 0) return { sides: { baseline, candidate }, notes: [] }
  const mended = (runs: readonly Run[]) =>
    runs.map((run) => {
      const functions = withoutMovedLambdas(run.times.functions, moved)
      return { ...run, times: { ...run.times, functions } }
    })
  const notes = [
    text`${count(moved.size, 'group')} of lambdas with different numbers on the two sides: each group is added up, because a new lambda changes the numbers of the others.`,
  ]
  return { sides: { baseline: mended(baseline), candidate: mended(candidate) }, notes }
}

/** The functions with the largest share on either side, the largest first. */
function namesToShow({ baseline, candidate }: RunsBySide): readonly string[] {
  const names = new Set([...baseline, ...candidate].flatMap(({ times }) => [...times.functions.keys()]))
  return [...names]
    .map((name) => ({ name, share: Math.max(shareOf(name, baseline), shareOf(name, candidate)) }))
    .filter(({ share }) => share >= LEAST_SHARE)
    .sort((left, right) => right.share - left.share || (left.name < right.name ? -1 : 1))
    .slice(0, MAX_FUNCTIONS)
    .map(({ name }) => name)
}

/** Of the time in one's own code; the mean over the runs. */
function shareOf(name: string, runs: readonly Run[]): number {
  return mean(
    runs.map(({ times }) =>
      times.ownWeight === 0 ? 0 : (times.functions.get(name)?.ownWeight ?? 0) / times.ownWeight,
    ),
  )
}

function weightOf(name: string, runs: readonly Run[], divisor: (run: Run) => number): number {
  return mean(runs.map((run) => (run.times.functions.get(name)?.ownWeight ?? 0) / divisor(run)))
}

function requestsOf({ requests }: Run): number {
  return requests ?? 1
}

function whyNotCompared({ baseline, candidate }: RunsBySide): Text | null {
  const all = [...baseline, ...candidate]
  if (baseline.length === 0 || candidate.length === 0) {
    const side = { words: baseline.length === 0 ? 'candidate' : 'baseline' }
    return text`Only the ${side} has profiles of this tool, so there is nothing to compare with.`
  }
  if (all.some(({ profile }) => profile.nature === 'shown'))
    return text`This kind of profile is shown, and not compared.`
  const unknown = Math.max(
    ...all.map(({ times }) => times.unknownWeight / Math.max(times.totalWeight, Number.MIN_VALUE)),
  )
  if (unknown > MAX_UNKNOWN_SHARE) {
    const share = `${Math.round(100 * unknown)} %`
    return text`${share} of one of the profiles is in functions without a name: build with symbols (-g, and no strip), and record again.`
  }
  if (all.every(({ profile }) => profile.nature === 'exact')) return null
  if (baseline.length < LEAST_RUNS || candidate.length < LEAST_RUNS) {
    return text`Nothing is proven with ${baseline.length} against ${candidate.length} profiles: record at least ${LEAST_RUNS} of each side, better 5.`
  }
  const fewest = Math.min(...all.map(({ profile }) => profile.samples ?? 0))
  if (fewest >= LEAST_SAMPLES) return null
  return text`One of the profiles has only ${fewest} samples, and ${LEAST_SAMPLES} are the least: record for a longer time, or sample more often.`
}

function profiledRun({ side, profile, requests, times }: Run, names: readonly string[]): ProfiledRun {
  return {
    side,
    weights: names.map((name) => times.functions.get(name)?.ownWeight ?? 0),
    sampleWeight: times.totalWeight / Math.max(1, profile.samples ?? 1),
    requests,
  }
}

function changeOf(
  name: string,
  { baseline, candidate }: RunsBySide,
  divisor: (run: Run) => number,
  test: TestedFunction | null,
  isExact: boolean,
): FunctionChange {
  const [before, after] = [weightOf(name, baseline, divisor), weightOf(name, candidate, divisor)]
  const exactRatio = before === 0 || baseline.length === 0 ? null : after / before - 1
  const isProven = test?.isProven ?? (isExact && isExactChange(name, { baseline, candidate }))
  const changeRatio = test?.changeRatio ?? exactRatio
  return {
    name,
    baselineShare: shareOf(name, baseline),
    candidateShare: shareOf(name, candidate),
    baselineWeight: before,
    candidateWeight: after,
    changeRatio: before === 0 || after === 0 || candidate.length === 0 ? null : changeRatio,
    interval: test === null || before === 0 || after === 0 ? null : test.interval,
    pValue: test?.pValue ?? null,
    verdict: verdictOf(isProven, before, after),
  }
}

function verdictOf(isProven: boolean, before: number, after: number): FunctionVerdict {
  if (!isProven) return 'not-proven'
  if (before === 0) return 'new'
  if (after === 0) return 'gone'
  return after > before ? 'slower' : 'faster'
}

/** All runs of one side are above all runs of the other side, by at least one percent. */
function isExactChange(name: string, { baseline, candidate }: RunsBySide): boolean {
  const of = (runs: readonly Run[]) => runs.map(({ times }) => times.functions.get(name)?.ownWeight ?? 0)
  const [before, after] = [of(baseline), of(candidate)]
  const isUp = Math.min(...after) > Math.max(...before) * (1 + LEAST_EXACT_RATIO)
  const isDown = Math.max(...after) < Math.min(...before) * (1 - LEAST_EXACT_RATIO)
  return isUp || isDown
}

function totalOf({ baseline, candidate }: RunsBySide): ProfileComparison['total'] {
  const of = (runs: readonly Run[]) => mean(runs.map(({ times }) => times.totalWeight))
  const [before, after] = [of(baseline), of(candidate)]
  return {
    baseline: before,
    candidate: after,
    changeRatio: before === 0 || candidate.length === 0 ? null : after / before - 1,
  }
}

function detectable({ baseline, candidate }: RunsBySide): number {
  const samples = mean([...baseline, ...candidate].map(({ profile }) => profile.samples ?? 0))
  return detectableChange(Math.min(baseline.length, candidate.length), samples, 0.1)
}

/** Proven first and the largest difference first; then by how much time they take. */
function byImportance(left: FunctionChange, right: FunctionChange): number {
  const [leftProven, rightProven] = [left, right].map(({ verdict }) => (verdict === 'not-proven' ? 0 : 1))
  if (leftProven !== rightProven) return (rightProven ?? 0) - (leftProven ?? 0)
  if (leftProven === 1) return differenceOf(right) - differenceOf(left)
  return shareSum(right) - shareSum(left)
}

function differenceOf({ baselineShare, candidateShare, changeRatio }: FunctionChange): number {
  return changeRatio === null ? Math.abs(candidateShare - baselineShare) : baselineShare * Math.abs(changeRatio)
}

function shareSum({ baselineShare, candidateShare }: FunctionChange): number {
  return Math.max(baselineShare, candidateShare)
}

function renamed(functions: readonly FunctionChange[]): readonly Text[] {
  const [appeared, vanished] = (['new', 'gone'] as const).map((verdict) =>
    functions.filter((one) => one.verdict === verdict),
  )
  return (appeared ?? []).flatMap(({ name, candidateShare }) => {
    const before = vanished?.find(({ baselineShare }) => Math.abs(candidateShare / baselineShare - 1) <= RENAMED_RATIO)
    return before === undefined
      ? []
      : [text`Perhaps ${nameOf(before.name)} was renamed to ${nameOf(name)}: both take the same time.`]
  })
}

function samplesOf(recorded: readonly RecordedProfile[]): number | null {
  const all = recorded.map(({ profile }) => profile.samples)
  return all.length === 0 || all.includes(null) ? null : all.reduce<number>((sum, one) => sum + (one ?? 0), 0)
}

function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length
}

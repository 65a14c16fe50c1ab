import { join } from 'node:path'
import { mean } from 'simple-statistics'
import { FORMATS } from '../formats/registry.ts'
import { buildVersions } from '../measure/build-versions.ts'
import type { MeasurePlan, ServicePlan } from '../measure/measure-plan.ts'
import { addPairs, initialProgress, type MeasureContext, type ServiceProgress } from '../measure/measure-rounds.ts'
import type { CheckOut } from '../measure/versions.ts'
import { type BisectedCommit, type Bisection, type Skipped, skippedLines } from '../model/bisection.ts'
import type { Comparison } from '../model/comparison.ts'
import { UserError } from '../model/errors.ts'
import type { NamedCommit } from '../model/history.ts'
import { count } from '../model/numbers.ts'
import type { Policy } from '../model/policy.ts'
import type { IdentifiedRun } from '../model/run.ts'
import { worseningOf } from '../model/series.ts'
import { name, type Text, text } from '../model/text.ts'
import type { Verdict } from '../model/verdict.ts'
import { collectRuns } from '../results/collect-runs.ts'
import { readFolder } from '../results/folder.ts'
import { type Probe, searchFirstSlower } from '../statistics/first-slower.ts'
import { seriesReader } from '../statistics/reading.ts'
import { STAGES } from '../statistics/rerun-plan.ts'
import { measureAndJudge } from './measure.ts'

export type BisectRequest = Readonly<{
  good: NamedCommit
  /** The commits after the good commit, the oldest first. The last of them is the bad commit. */
  commits: readonly NamedCommit[]
  plan: MeasurePlan
  policy: Policy
  /** The pairs of the bad commit do not count. */
  maxPairs: number
  checkOut: CheckOut
}>

/** The settings that all commits share. Each commit has its own folders and results. */
type Means = Omit<MeasureContext, 'sides' | 'folders' | 'commits'>

/** A commit that was built, or the reason why it cannot be measured. */
type Measured =
  | { kind: 'built'; context: MeasureContext; progress: ServiceProgress; logRatios: readonly number[] }
  | ({ kind: 'skipped' } & Skipped)

/**
 * First measures the bad commit against the good commit until the gate has a verdict. If the bad commit is proven to be slower,
 * measures the commits between them against the good commit. Each time it measures one pair, of the commit whose result tells
 * most.
 */
export async function bisectCommits(request: BisectRequest, means: Means): Promise<Bisection> {
  const { good, commits, plan, policy } = request
  const goodFolder = await request.checkOut(good.commit, 'good')
  if (plan.build !== null) {
    await buildVersions(plan.build, [{ side: 'baseline', folder: goodFolder }], means.processes, means.stop)
  }
  const bad = commits.length
  const badContext = await contextOf(bad, goodFolder, request, means)
  const services = await Promise.all(plan.services.map((service) => initialProgress(service, badContext)))
  const confirmed = { ...policy, confirmation: { maxRuns: STAGES[STAGES.length - 1] ?? STAGES[0] } }
  const { verdict } = await measureAndJudge(services, { first: STAGES[0], policy: confirmed }, badContext)
  const slower = slowerSeries(verdict)
  if (slower === null) return notSlower(good, commits, verdict)
  const service = plan.services.find(({ name }) => name === slower.service)
  const progress = services.find((one) => one.service === service)
  if (service === undefined || progress === undefined) throw new RangeError('A series is of a service of the plan.')
  const first = { kind: 'built', context: badContext, progress, logRatios: [] } as const
  const found = new Map<number, Measured>([[bad, { ...first, logRatios: await logRatiosOf(slower, badContext) }]])
  const measure = async (position: number) => {
    const before = found.get(position) ?? (await built(position, goodFolder, service, request, means))
    found.set(position, before.kind === 'skipped' ? before : await withOnePair(before, slower))
  }
  return await search(request, slower, found, measure, means)
}

async function search(
  { good, commits, maxPairs }: BisectRequest,
  slower: Slower,
  found: Map<number, Measured>,
  measure: (position: number) => Promise<void>,
  { display }: Means,
): Promise<Bisection> {
  const look = () => searchFirstSlower({ commits: commits.length, probes: probesOf(found), skipped: skippedOf(found) })
  const pairs = () =>
    [...found].reduce((sum, [position, one]) => sum + (position === commits.length ? 0 : pairsOf(one)), 0)
  let state = look()
  while (state.kind === 'open' && pairs() < maxPairs) {
    const left = state.suspects.to - state.suspects.from + 1
    display.tell(
      text`${count(left, 'commit')} may be the first slower one. Next: ${name(nameOf(commits[state.next - 1]))}`,
    )
    await measure(state.next)
    const now = found.get(state.next)
    if (now?.kind === 'skipped') display.tell(text`Left out: ${skippedLines(now)}`)
    state = look()
  }
  const { from, to, probability } = state.suspects
  return {
    kind: from === to ? 'named' : 'range',
    good,
    series: seriesOf(slower),
    change: slower.estimate,
    commits: commits.map((commit, index) => bisected(commit, found.get(index + 1))),
    suspects: commits.slice(from - 1, to),
    certainty: probability,
    reason: from === to ? null : reasonOf(state.kind, maxPairs),
  }
}

function reasonOf(kind: 'settled' | 'open', maxPairs: number): Text {
  return kind === 'settled'
    ? text`The commits among them that could not be measured cannot be told from the next.`
    : text`It was stopped after ${count(maxPairs, 'pair')}. More of them may tell: ${name(`--max-pairs ${2 * maxPairs}`)}.`
}

type Slower = Comparison & Readonly<{ estimate: NonNullable<Comparison['estimate']> }>

/**
 * The series that is proven to be slower. A primary series comes before a series of an endpoint, and then the largest change
 * comes first.
 */
function slowerSeries({ services }: Verdict): Slower | null {
  const proven = services
    .flatMap(({ comparisons }) => comparisons)
    .filter((one): one is Slower => one.estimate !== null && ['regressed', 'slower'].includes(one.verdict))
  const rank = (one: Slower) => (one.role === 'primary' ? 0 : one.role === 'endpoint' ? 1 : 2)
  return (
    proven.toSorted(
      (left, right) => rank(left) - rank(right) || (worseningOf(right) ?? 0) - (worseningOf(left) ?? 0),
    )[0] ?? null
  )
}

function seriesOf({ service, endpoint, metric, stat, unit, better }: Slower): Bisection['series'] {
  return { service, endpoint, metric, stat, unit, better }
}

function notSlower(good: NamedCommit, commits: readonly NamedCommit[], { services }: Verdict): Bisection {
  const refused = services.flatMap(({ refusals }) => refusals)[0]
  if (refused !== undefined)
    throw new UserError(text`Nothing can be compared: ${name(refused.path)}: ${refused.problem}`)
  return {
    kind: 'not-slower',
    good,
    series: null,
    change: null,
    commits: commits.map((commit) => bisected(commit, undefined)),
    suspects: [],
    certainty: null,
    reason: null,
  }
}

function bisected(commit: NamedCommit, measured: Measured | undefined): BisectedCommit {
  if (measured?.kind !== 'built') {
    const skipped = measured === undefined ? null : { reason: measured.reason, output: measured.output }
    return { ...commit, pairs: 0, changeRatio: null, skipped }
  }
  const { logRatios } = measured
  return { ...commit, pairs: logRatios.length, changeRatio: Math.expm1(mean([...logRatios])), skipped: null }
}

async function contextOf(
  position: number,
  goodFolder: string,
  { good, commits, plan, checkOut }: BisectRequest,
  means: Means,
): Promise<MeasureContext> {
  const { commit } = commits[position - 1] as NamedCommit
  const name = `${String(position).padStart(4, '0')}-${commit.slice(0, 12)}`
  const candidate = await checkOut(commit, name)
  if (plan.build !== null) {
    await buildVersions(plan.build, [{ side: 'candidate', folder: candidate }], means.processes, means.stop)
  }
  return {
    ...means,
    sides: ['baseline', 'candidate'],
    folders: { baseline: goodFolder, candidate },
    commits: { baseline: good.commit, candidate: commit },
    results: join(means.results, name),
  }
}

/** Builds a commit. A commit that cannot be built is left out, as `git bisect skip` does. */
async function built(
  position: number,
  goodFolder: string,
  service: ServicePlan,
  request: BisectRequest,
  means: Means,
): Promise<Measured> {
  try {
    const context = await contextOf(position, goodFolder, request, means)
    return { kind: 'built', context, progress: await initialProgress(service, context), logRatios: [] }
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    return { kind: 'skipped', reason: error.said, output: error.output }
  }
}

async function withOnePair(
  { context, progress }: Extract<Measured, { kind: 'built' }>,
  series: Slower,
): Promise<Measured> {
  const wantedPairs = progress.pairs + 1
  await addPairs([{ progress, wantedPairs }], context)
  if (progress.failed) return { kind: 'skipped', reason: text`One of its runs does not count.`, output: '' }
  const logRatios = await logRatiosOf(series, context)
  return logRatios.length === wantedPairs
    ? { kind: 'built', context, progress, logRatios }
    : {
        kind: 'skipped',
        reason: text`Its runs do not have the ${name(series.stat)} of ${name(series.metric)}.`,
        output: '',
      }
}

/** For each pair: the logarithm of the commit's value divided by the value of the good commit. */
async function logRatiosOf(series: Slower, { results }: MeasureContext): Promise<readonly number[]> {
  const options = {
    formats: FORMATS,
    defaultService: series.service,
    defaultSide: 'candidate',
    defaultCommit: null,
  } as const
  const { runs } = await collectRuns(await readFolder(results), options)
  const reader = seriesReader()
  const valueIn = (run: IdentifiedRun | undefined) => {
    const reading = run === undefined ? null : reader.read([run], series)
    return reading?.kind === 'value' && reading.value > 0 ? reading.value : null
  }
  const ofService = runs.filter(({ service }) => service === series.service)
  return ofService
    .filter(({ side }) => side === 'candidate')
    .flatMap((candidate) => {
      const baseline = ofService.find(({ side, runNumber }) => side === 'baseline' && runNumber === candidate.runNumber)
      const [now, before] = [valueIn(candidate), valueIn(baseline)]
      return now === null || before === null ? [] : [Math.log(now / before)]
    })
}

function probesOf(found: ReadonlyMap<number, Measured>): readonly Probe[] {
  return [...found].flatMap(([position, one]) => (one.kind === 'built' ? [{ position, logRatios: one.logRatios }] : []))
}

function skippedOf(found: ReadonlyMap<number, Measured>): ReadonlySet<number> {
  return new Set([...found].flatMap(([position, { kind }]) => (kind === 'skipped' ? [position] : [])))
}

function pairsOf(one: Measured): number {
  return one.kind === 'built' ? one.logRatios.length : 0
}

function nameOf(commit: NamedCommit | undefined): string {
  return commit === undefined ? '' : `${commit.commit.slice(0, 12)} ${commit.subject}`
}

import { join } from 'node:path'
import { FORMATS } from '../formats/registry.ts'
import type { Side } from '../model/run.ts'
import { name, type Text, text } from '../model/text.ts'
import { collectRuns } from '../results/collect-runs.ts'
import { readFolder } from '../results/folder.ts'
import { orderOfPair } from './balanced-order.ts'
import { type LoadFacts, loadFactsOf } from './load-facts.ts'
import type { Reach, ServicePlan } from './measure-plan.ts'
import { measureRun, type PlannedRun, type RunOutcome, type RunPhase } from './measure-run.ts'
import type { Processes } from './process-group.ts'
import type { ProgressDisplay } from './progress-display.ts'

/** The settings and the tools that all runs of a measurement share. */
export type MeasureContext = Readonly<{
  sides: readonly Side[]
  folders: Readonly<Record<Side, string>>
  commits: Readonly<Record<Side, string | null>>
  /** The load command is called in this folder. */
  loadFolder: string
  /** The folder in which the results are written. */
  results: string
  /** A temporary folder. */
  scratch: string
  jobId: string
  machine: string
  seed: number
  processes: Processes
  /** Stops the measurement, as Ctrl+C does. */
  stop: AbortSignal
  /** Shows the progress to the user. */
  display: ProgressDisplay
}>

/** How far the measurement of one service has come. */
export type ServiceProgress = {
  readonly service: ServicePlan
  readonly facts: LoadFacts
  pairs: number
  failed: boolean
  shortestLoadMs: number
}

export async function initialProgress(service: ServicePlan, { loadFolder }: MeasureContext): Promise<ServiceProgress> {
  return {
    service,
    facts: await loadFactsOf(service.load, loadFolder),
    pairs: 0,
    failed: false,
    shortestLoadMs: Infinity,
  }
}

/**
 * Adds pairs to the services, one pair of each service in turn, so that a drift of the machine affects all services alike. A
 * service with a run that does not count is not measured again: the gate refuses its results in any case, and says why.
 */
export async function addPairs(
  wanted: readonly Readonly<{ progress: ServiceProgress; wantedPairs: number }>[],
  context: MeasureContext,
): Promise<void> {
  const ofAll = (count: (one: (typeof wanted)[number]) => number) =>
    context.sides.length * wanted.reduce((sum, one) => sum + count(one), 0)
  const runCounts = () => ({
    done: ofAll(({ progress }) => progress.pairs),
    total: ofAll(({ progress, wantedPairs }) => (progress.failed ? progress.pairs : wantedPairs)),
  })
  const rounds = Math.max(0, ...wanted.map(({ progress, wantedPairs }) => wantedPairs - progress.pairs))
  try {
    for (let round = 0; round < rounds; round += 1) {
      for (const { progress, wantedPairs } of wanted) {
        if (progress.failed || progress.pairs >= wantedPairs) continue
        await addPair(progress, wantedPairs, context, runCounts)
      }
    }
  } finally {
    context.display.at(null)
  }
}

async function addPair(
  progress: ServiceProgress,
  wantedPairs: number,
  context: MeasureContext,
  runCounts: () => Readonly<{ done: number; total: number }>,
): Promise<void> {
  const { service } = progress
  const pair = progress.pairs + 1
  const order = orderOfPair(context.seed, service.name, pair).filter((one) => context.sides.includes(one))
  for (const [index, side] of order.entries()) {
    context.stop.throwIfAborted()
    const position = progress.pairs * order.length + index + 1
    const kind = order.length === 1 ? 'run' : 'pair'
    const which = text`${name(service.name)}, ${kind} ${pair} of ${wantedPairs}, ${side}`
    const { done, total } = runCounts()
    const onPhase = (phase: RunPhase) =>
      context.display.at({ done: done + index, total, what: text`${which} ${phase}` })
    const planned = { ...plannedRun(progress, side, { pair, position }, context), onPhase }
    const outcome = await measureRun(planned, context.processes, context.stop)
    const problem = outcome.kind === 'failed' ? outcome.problem : await refusalOf(planned)
    if (outcome.kind === 'loaded') progress.shortestLoadMs = Math.min(progress.shortestLoadMs, outcome.loadMs)
    if (problem === null) {
      context.display.ran(text`${which}: ${timesOf(outcome)}`)
      continue
    }
    context.display.tell(text`${which}: stopped. ${problem}${quoted(outcome.output)}`)
    progress.failed = true
    return
  }
  progress.pairs = pair
}

/** The description of one run of one version. */
export function plannedRun(
  { service, facts }: ServiceProgress,
  side: Side,
  { pair, position }: Readonly<{ pair: number; position: number }>,
  { folders, commits, loadFolder, results, scratch, jobId, machine, seed }: MeasureContext,
): PlannedRun {
  const reach = service.reach[side] as Reach
  return {
    service,
    side,
    reach,
    runNumber: pair,
    versionFolder: folders[side],
    loadFolder: reach.kind === 'none' ? folders[side] : loadFolder,
    runFolder: join(results, service.name, side, `run-${pair}`),
    scratch,
    stamp: {
      schemaVersion: 1,
      // A service that runs elsewhere need not have the commit that is checked out here.
      testedCommit: reach.kind === 'address' ? null : commits[side],
      jobId,
      machine,
      ...facts,
      slot: pair,
      seed,
      position,
    },
  }
}

/** Reads the run as the gate will. A run that does not count is noticed at once, and no further runs are wasted on it. */
async function refusalOf({ runFolder, service, side }: PlannedRun): Promise<Text | null> {
  const options = { formats: FORMATS, defaultService: service.name, defaultSide: side, defaultCommit: null }
  const { runs, refusals } = await collectRuns(await readFolder(runFolder), options)
  if (refusals[0] !== undefined) return refusals[0].problem
  return runs.length === 1 ? null : text`The load command left no result. Write it to {output}.`
}

function timesOf(outcome: RunOutcome): string {
  if (outcome.kind === 'failed') return ''
  return `ready after ${seconds(outcome.readyAfterMs)}, load ${seconds(outcome.loadMs)}`
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`
}

/** The last lines of a program's output. */
export function quoted(output: string): string {
  return output === ''
    ? ''
    : ` It printed last:\n${output
        .split('\n')
        .slice(-20)
        .map((line) => `  ${line}`)
        .join('\n')}`
}

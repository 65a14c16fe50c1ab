import { join } from 'node:path'
import { FORMATS } from '../formats/registry.ts'
import type { Side } from '../model/run.ts'
import { plainText } from '../model/text.ts'
import { collectRuns } from '../results/collect-runs.ts'
import { readFolder } from '../results/folder.ts'
import { orderOfPair } from './balanced-order.ts'
import { type LoadFacts, loadFactsOf } from './load-facts.ts'
import type { Reach, ServicePlan } from './measure-plan.ts'
import { measureRun, type Phase, type PlannedRun, type RunOutcome } from './measure-run.ts'
import type { Processes } from './process-group.ts'
import type { RunProgress } from './run-progress.ts'

/** What holds for all runs of a measurement. */
export type Measurement = Readonly<{
  variants: readonly Side[]
  folders: Readonly<Record<Side, string>>
  commits: Readonly<Record<Side, string | null>>
  /** What puts on the load is called here. */
  loadFolder: string
  /** The folder of the results. */
  results: string
  /** A folder for what nobody wants to keep. */
  scratch: string
  jobId: string
  machine: string
  seed: number
  processes: Processes
  /** Ends everything, as Ctrl+C does. */
  stop: AbortSignal
  /** Tells the reader what goes on. */
  progress: RunProgress
}>

/** How far a service is. */
export type Progress = {
  readonly service: ServicePlan
  readonly facts: LoadFacts
  pairs: number
  failed: boolean
  shortestLoadMs: number
}

export async function startOf(service: ServicePlan, { loadFolder }: Measurement): Promise<Progress> {
  return {
    service,
    facts: await loadFactsOf(service.load, loadFolder),
    pairs: 0,
    failed: false,
    shortestLoadMs: Infinity,
  }
}

/**
 * Adds pairs to services: one of each in turn, so that a drift of the machine hits all of them alike. A service whose run does not count
 * is not measured any more: the gate refuses its results whatever else is measured, and says why.
 */
export async function addPairs(
  wanted: readonly Readonly<{ progress: Progress; until: number }>[],
  measurement: Measurement,
): Promise<void> {
  const ofAll = (count: (one: (typeof wanted)[number]) => number) =>
    measurement.variants.length * wanted.reduce((sum, one) => sum + count(one), 0)
  const stand = () => ({
    done: ofAll(({ progress }) => progress.pairs),
    total: ofAll(({ progress, until }) => (progress.failed ? progress.pairs : until)),
  })
  const most = Math.max(0, ...wanted.map(({ progress, until }) => until - progress.pairs))
  try {
    for (let round = 0; round < most; round += 1) {
      for (const { progress, until } of wanted) {
        if (progress.failed || progress.pairs >= until) continue
        await addPair(progress, until, measurement, stand)
      }
    }
  } finally {
    measurement.progress.at(null)
  }
}

async function addPair(
  progress: Progress,
  until: number,
  measurement: Measurement,
  stand: () => Readonly<{ done: number; total: number }>,
): Promise<void> {
  const { service } = progress
  const pair = progress.pairs + 1
  const order = orderOfPair(measurement.seed, service.name, pair).filter((one) => measurement.variants.includes(one))
  for (const [index, variant] of order.entries()) {
    measurement.stop.throwIfAborted()
    const position = progress.pairs * order.length + index + 1
    const name = `${service.name}, ${order.length === 1 ? 'run' : 'pair'} ${pair} of ${until}, ${variant}`
    const { done, total } = stand()
    const onPhase = (phase: Phase) => measurement.progress.at({ done: done + index, total, what: `${name} ${phase}` })
    const planned = { ...plannedRun(progress, variant, { pair, position }, measurement), onPhase }
    const outcome = await measureRun(planned, measurement.processes, measurement.stop)
    const problem = outcome.kind === 'failed' ? outcome.problem : await refusalOf(planned)
    if (outcome.kind === 'loaded') progress.shortestLoadMs = Math.min(progress.shortestLoadMs, outcome.loadMs)
    if (problem === null) {
      measurement.progress.ran(`${name}: ${timesOf(outcome)}`)
      continue
    }
    measurement.progress.tell(`${name}: stopped. ${problem}${quoted(outcome.output)}`)
    progress.failed = true
    return
  }
  progress.pairs = pair
}

/** What a run of one version is. */
export function plannedRun(
  { service, facts }: Progress,
  variant: Side,
  { pair, position }: Readonly<{ pair: number; position: number }>,
  { folders, commits, loadFolder, results, scratch, jobId, machine, seed }: Measurement,
): PlannedRun {
  const reach = service.reach[variant] as Reach
  return {
    service,
    variant,
    reach,
    runNumber: pair,
    versionFolder: folders[variant],
    loadFolder: reach.kind === 'none' ? folders[variant] : loadFolder,
    runFolder: join(results, service.name, variant, `run-${pair}`),
    scratch,
    stamp: {
      schemaVersion: 1,
      // What runs elsewhere need not be what is checked out here.
      testedCommit: reach.kind === 'address' ? null : commits[variant],
      jobId,
      machine,
      ...facts,
      slot: pair,
      seed,
      position,
    },
  }
}

/** The gate's own reader says whether the run counts, so that nothing is measured for nothing. */
async function refusalOf({ runFolder, service, variant }: PlannedRun): Promise<string | null> {
  const options = { formats: FORMATS, defaultService: service.name, defaultSide: variant, defaultCommit: null }
  const { runs, refusals } = await collectRuns(await readFolder(runFolder), options)
  if (refusals[0] !== undefined) return plainText(refusals[0].problem)
  return runs.length === 1 ? null : 'The load command left no result. Write it to {output}.'
}

function timesOf(outcome: RunOutcome): string {
  if (outcome.kind === 'failed') return ''
  return `ready after ${seconds(outcome.readyAfterMs)}, load ${seconds(outcome.loadMs)}`
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`
}

/** The last lines of what a program printed. */
export function quoted(output: string): string {
  return output === ''
    ? ''
    : ` It printed last:\n${output
        .split('\n')
        .slice(-20)
        .map((line) => `  ${line}`)
        .join('\n')}`
}

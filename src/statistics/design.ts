import type { Design } from '../model/comparison.ts'
import type { IdentifiedRun } from '../model/run.ts'
import { type Text, text } from '../model/text.ts'
import { conditionsKey } from './conditions.ts'
import { groupBy } from './grouping.ts'
import type { ComparedUnit } from './reading.ts'
import { orderNote } from './run-order.ts'

/**
 * Where baseline and candidate were found.
 * - `same-results`: side by side in one results folder or artifact.
 * - `other-results`: in two folders, given on the command line.
 */
export type Origin = 'same-results' | 'other-results'

/** Both sides, cut into the units that are compared. With `pairs`, both have the same length and the same order. */
export type UnitsBySide = Readonly<{
  design: Design
  baseline: readonly ComparedUnit[]
  candidate: readonly ComparedUnit[]
  notes: readonly Text[]
}>

/** Fewer pairs than this say too little about their own noise: two pairs are read as two runs against two. */
export const MIN_PAIRS = 3

/** There is one side only, or the two sides cannot be compared. */
export function noSides(candidate: readonly IdentifiedRun[]): UnitsBySide {
  return { design: 'none', baseline: [], candidate: groupByJob(candidate), notes: [] }
}

/**
 * Groups the runs of this comparison into units. If both sides ran on the same machines, each run is a unit. Otherwise the job is
 * the unit, because a slow machine makes all its runs slow.
 */
export function sidesOfResults(
  baseline: readonly IdentifiedRun[],
  candidate: readonly IdentifiedRun[],
  origin: Origin,
): UnitsBySide {
  if (baseline.length === 0 || candidate.length === 0) {
    return { ...noSides(candidate), baseline: groupByJob(baseline) }
  }
  const pairs = origin === 'same-results' ? pairsOf(baseline, candidate) : []
  if (pairs.length >= MIN_PAIRS) return pairedSides(pairs, baseline.length + candidate.length)
  if (!onSameMachines(baseline, candidate)) return sidesOfJobs(groupByJob(baseline), groupByJob(candidate))
  const design = baseline.length === 1 && candidate.length === 1 ? 'single' : 'runs'
  const notes = [...unequalNotes(baseline, candidate), ...orderNotes(baseline, candidate)]
  return { design, baseline: baseline.map(alone), candidate: candidate.map(alone), notes }
}

/** Compares jobs with jobs, when the baseline is a store or ran on another machine. */
export function sidesOfJobs(baseline: readonly ComparedUnit[], candidate: readonly ComparedUnit[]): UnitsBySide {
  if (candidate.length === 0) return { ...noSides([]), baseline }
  const single = baseline.length === 1 && candidate.length === 1
  const shared = single && baseline.flat().length + candidate.flat().length > 2
  return { design: single ? 'single' : 'jobs', baseline, candidate, notes: shared ? [ONE_MACHINE_A_SIDE] : [] }
}

const ONE_MACHINE_A_SIDE = text`Each side ran on one machine of its own, so its runs count as one: a difference between the machines cannot be told from a difference between the versions. Run both versions in the same job, in turns.`

/** Groups runs by the job they ran in, in order of first appearance. Runs of an unknown job at one commit count as one job. */
export function groupByJob(runs: readonly IdentifiedRun[]): readonly ComparedUnit[] {
  const jobs = groupBy(runs, ({ jobId, testedCommit }) => JSON.stringify(jobId === null ? [testedCommit] : jobId))
  return [...jobs.values()].flatMap(([first, ...rest]) => (first === undefined ? [] : [[first, ...rest] as const]))
}

/** Both sides were planned with the same number of runs, so the missing runs may be those that took too long. */
function unequalNotes(baseline: readonly IdentifiedRun[], candidate: readonly IdentifiedRun[]): readonly Text[] {
  if (baseline.length === candidate.length) return []
  return [
    text`The baseline has ${counted(baseline.length)} and the candidate ${counted(candidate.length)}. ${LOST_RUN}`,
  ]
}

const LOST_RUN = text`A run that is lost is often the slowest one, and without it that side looks faster than it is.`

function counted(runs: number): string {
  return runs === 1 ? '1 run' : `${runs} runs`
}

type Pair = readonly [baseline: IdentifiedRun, candidate: IdentifiedRun]

/** Runs with the same number in the same job under the same conditions. No run is in two pairs. */
function pairsOf(baseline: readonly IdentifiedRun[], candidate: readonly IdentifiedRun[]): readonly Pair[] {
  const free = groupBy(baseline, pairKey)
  return candidate.flatMap((run) => {
    const partner = free.get(pairKey(run))?.shift()
    return partner === undefined ? [] : [[partner, run] as const]
  })
}

function pairKey({ jobId, runNumber, conditions }: IdentifiedRun): string {
  return JSON.stringify([jobId, runNumber, conditionsKey(conditions)])
}

function pairedSides(pairs: readonly Pair[], allRuns: number): UnitsBySide {
  const baseline = pairs.map(([run]) => run)
  const candidate = pairs.map(([, run]) => run)
  const single = allRuns - 2 * pairs.length
  const leftOut = text`Left out: ${single === 1 ? '1 run that has' : `${single} runs that have`} no partner with the same number on the other side. ${LOST_RUN}`
  return {
    design: 'pairs',
    baseline: baseline.map(alone),
    candidate: candidate.map(alone),
    notes: [...(single === 0 ? [] : [leftOut]), ...orderNotes(baseline, candidate)],
  }
}

/** If both jobs are unknown in one command, both sides ran on one laptop. */
function onSameMachines(baseline: readonly IdentifiedRun[], candidate: readonly IdentifiedRun[]): boolean {
  const before = new Set(baseline.map(({ jobId }) => jobId))
  const now = new Set(candidate.map(({ jobId }) => jobId))
  return before.size === now.size && [...before].every((job) => now.has(job))
}

/** At most one note, about the order of runs within a job. The order of jobs does not matter, because each has its own machine. */
function orderNotes(baseline: readonly IdentifiedRun[], candidate: readonly IdentifiedRun[]): readonly Text[] {
  const before = groupBy(baseline, ({ jobId }) => jobId)
  const notes = [...groupBy(candidate, ({ jobId }) => jobId)].flatMap(([jobId, runs]) => {
    const note = orderNote(before.get(jobId) ?? [], runs)
    return note === null ? [] : [note]
  })
  return notes.slice(0, 1)
}

function alone(run: IdentifiedRun): ComparedUnit {
  return [run]
}

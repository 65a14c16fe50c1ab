import type { Design } from '../model/comparison.ts'
import type { IdentifiedRun } from '../model/run.ts'
import type { RunGroup } from './reading.ts'

/**
 * Where the baseline runs came from.
 * - `same-results`: baseline and candidate lie side by side in one results folder or artifact.
 * - `other-results`: a second folder, given on the command line.
 * - `store`: recorded by earlier jobs.
 */
export type BaselineOrigin = 'same-results' | 'other-results' | 'store'

/** Both sides, cut into the units that are compared. With `pairs`, both have the same length and the same order. */
export type Sides = Readonly<{
  design: Design
  baseline: readonly RunGroup[]
  candidate: readonly RunGroup[]
  remarks: readonly string[]
}>

/** Fewer pairs than this say too little about their own noise. */
const MIN_PAIRS = 3

/**
 * Cuts the runs of both sides into units. Runs that shared a machine share its speed: they are units only where the other
 * side ran on the same machine. Otherwise the job is the unit, because a slow machine would make all its runs slow.
 */
export function chooseSides(
  baseline: readonly IdentifiedRun[],
  candidate: readonly IdentifiedRun[],
  origin: BaselineOrigin,
): Sides {
  if (baseline.length === 0 || candidate.length === 0) {
    return { design: 'none', baseline: groupByJob(baseline), candidate: groupByJob(candidate), remarks: [] }
  }
  const pairs = origin === 'same-results' ? pairsOf(baseline, candidate) : []
  if (pairs.length >= MIN_PAIRS) return pairedSides(pairs, baseline.length, candidate.length)
  if (sidesSharedMachines(baseline, candidate, origin))
    return sidesOf(baseline.map(alone), candidate.map(alone), 'runs')
  const sides = sidesOf(groupByJob(baseline), groupByJob(candidate), 'jobs')
  return sides.design === 'single'
    ? { ...sides, remarks: [...sides.remarks, ...oneMachineRemark(baseline, candidate)] }
    : sides
}

function pairsOf(
  baseline: readonly IdentifiedRun[],
  candidate: readonly IdentifiedRun[],
): readonly (readonly [IdentifiedRun, IdentifiedRun])[] {
  return candidate.flatMap((run) => {
    const partner = baseline.find((other) => other.slot === run.slot && other.jobId === run.jobId)
    return partner === undefined ? [] : [[partner, run] as const]
  })
}

function pairedSides(
  pairs: readonly (readonly [IdentifiedRun, IdentifiedRun])[],
  baselineRuns: number,
  candidateRuns: number,
): Sides {
  const single = baselineRuns + candidateRuns - 2 * pairs.length
  return {
    design: 'pairs',
    baseline: pairs.map(([run]) => alone(run)),
    candidate: pairs.map(([, run]) => alone(run)),
    remarks:
      single === 0
        ? []
        : [
            `Left out: ${single} run${single === 1 ? ' that has' : 's that have'} no partner with the same number on the other side.`,
          ],
  }
}

/** Unknown on both sides of one command means one laptop; unknown in a store means another day. */
function sidesSharedMachines(
  baseline: readonly IdentifiedRun[],
  candidate: readonly IdentifiedRun[],
  origin: BaselineOrigin,
): boolean {
  if (origin === 'store') return false
  const jobs = new Set(baseline.map(({ jobId }) => jobId))
  return candidate.every(({ jobId }) => jobs.has(jobId))
}

function sidesOf(baseline: readonly RunGroup[], candidate: readonly RunGroup[], design: 'runs' | 'jobs'): Sides {
  const single = baseline.length === 1 && candidate.length === 1
  return { design: single ? 'single' : design, baseline, candidate, remarks: [] }
}

function oneMachineRemark(baseline: readonly IdentifiedRun[], candidate: readonly IdentifiedRun[]): readonly string[] {
  if (baseline.length === 1 && candidate.length === 1) return []
  return [
    'Each side ran on one machine of its own, so its runs count as one: a difference between the machines cannot be told from a difference between the versions. Run both versions in the same job, in turns.',
  ]
}

/** Groups runs by the job they ran in, in order of first appearance. Runs of an unknown job at one commit count as one job. */
export function groupByJob(runs: readonly IdentifiedRun[]): readonly RunGroup[] {
  const groups = new Map<string, RunGroup>()
  for (const run of runs) {
    const key = run.jobId ?? `unknown at ${run.testedCommit}`
    const group = groups.get(key)
    groups.set(key, group === undefined ? [run] : [...group, run])
  }
  return [...groups.values()]
}

function alone(run: IdentifiedRun): RunGroup {
  return [run]
}

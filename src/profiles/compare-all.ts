import type { Profile, ProfileComparison } from '../model/profile.ts'
import type { Side } from '../model/run.ts'
import { distinct } from '../model/text.ts'
import { groupBy } from '../statistics/grouping.ts'
import { compareProfiles, type RecordedProfile } from './compare-profiles.ts'
import { StackTable } from './stack-table.ts'

/** A profile and the run that it was recorded in. */
export type ProfileOfRun = RecordedProfile &
  Readonly<{
    side: Side
    /** An id that is the same for all files of one run of one side. */
    run: string
    /** The name of the file in its run. */
    name: string
  }>

/** One comparison for each tool and each kind of measurement. Comparisons of processor time come first. */
export function compareAll(profiles: readonly ProfileOfRun[], own: readonly string[]): readonly ProfileComparison[] {
  const kinds = groupBy(profiles, ({ profile }) => JSON.stringify([profile.format, profile.tool, profile.counted]))
  return [...kinds.values()]
    .flatMap(byName)
    .map((kind) => compareProfiles({ baseline: runsOf(kind, 'baseline'), candidate: runsOf(kind, 'candidate') }, own))
    .sort((left, right) => rank(left) - rank(right))
}

function rank({ counted, notCompared }: ProfileComparison): number {
  return (notCompared === null ? 0 : 2) + (counted === 'cpu-time' ? 0 : 1)
}

/**
 * Groups the files of one tool by name, if each run has the same names: the files then come from several processes, or count
 * several things. Otherwise the tool named its files after the time or the process, and all files of a run are parts of one
 * profile.
 */
function byName(kind: readonly ProfileOfRun[]): readonly (readonly ProfileOfRun[])[] {
  const runs = [...groupBy(kind, keyOfRun).values()]
  if (runs.every(({ length }) => length === 1)) return [kind]
  const names = runs.map((files) => JSON.stringify(files.map(({ name }) => name).sort()))
  return new Set(names).size === 1 ? [...groupBy(kind, ({ name }) => name).values()] : [kind]
}

function keyOfRun({ side, run }: ProfileOfRun): string {
  return `${side} ${run}`
}

/** One profile per run, because two profiles of one run are not independent. */
function runsOf(kind: readonly ProfileOfRun[], side: Side): readonly RecordedProfile[] {
  const runs = groupBy(
    kind.filter((one) => one.side === side),
    keyOfRun,
  )
  return [...runs.values()].map((files) => ({
    profile: merged(files.map(({ profile }) => profile)),
    requests: files[0]?.requests ?? null,
  }))
}

function merged(profiles: readonly Profile[]): Profile {
  const [first] = profiles
  if (first === undefined) throw new Error('There is no profile in this run.')
  if (profiles.length === 1) return first
  const table = new StackTable()
  for (const profile of profiles) {
    const positions = profile.frames.map((frame) => table.frame(frame))
    for (const { frames, weight, line } of profile.stacks) {
      table.add(
        frames.map((position) => positions[position] ?? 0),
        weight,
        line,
      )
    }
  }
  const { frames, stacks } = table.finish()
  const samples = profiles.some((one) => one.samples === null)
    ? null
    : profiles.reduce((sum, one) => sum + (one.samples ?? 0), 0)
  const notes = distinct(profiles.flatMap((one) => one.notes))
  return { ...first, frames, stacks, samples, notes }
}

import { FORMATS } from '../formats/registry.ts'
import { UserError } from '../model/errors.ts'
import type { ProfileComparison, ServiceProfiles } from '../model/profile.ts'
import type { RefusedFile, Side } from '../model/run.ts'
import { distinct, enumerated, name, text } from '../model/text.ts'
import { compareAll, type ProfileOfRun } from '../profiles/compare-all.ts'
import { readProfile } from '../profiles/read-profile.ts'
import { PROFILE_FORMATS } from '../profiles/registry.ts'
import { NoProfileError } from '../profiles/unreadable-profile.ts'
import { countedWords } from '../report/profile-words.ts'
import { profilesJson } from '../report/profiles-json.ts'
import { profilesMarkdown } from '../report/profiles-markdown.ts'
import { runBeside } from '../results/beside-run.ts'
import { collectRuns } from '../results/collect-runs.ts'
import { readFolder } from '../results/folder.ts'
import { readPath } from '../results/run-path.ts'
import { readArguments, requiredFlag } from './arguments.ts'
import { OUTPUT_FLAGS, printReport, save } from './save.ts'
import type { Usage } from './usage.ts'

export const USAGE = {
  guide: 'docs/guides/profiles.md',
  calls: ['--baseline DIR --candidate DIR'],
  flags: {
    baseline: { type: 'string', value: 'DIR', says: 'the profiles of the version to compare with' },
    candidate: { type: 'string', value: 'DIR', says: 'the profiles of the change' },
    own: {
      type: 'string',
      value: 'NAME,PATH',
      says: 'your own functions: glob patterns, separated by commas',
    },
    flamegraph: { type: 'string', value: 'FILE', writes: 'file', says: 'a flame graph of the difference, as SVG' },
    ...OUTPUT_FLAGS,
  },
  exitCodes: '0: done, whatever changed. 2: nothing could be read, or the two sides have no kind of profile in common.',
} as const satisfies Usage

/**
 * `perf-gate profiles` shows which functions changed between two folders of profiles. Exit code 0: the profiles were read. The
 * command never blocks.
 */
export async function profiles(args: readonly string[]): Promise<number> {
  const { values: flags } = readArguments(args, USAGE.flags)
  const [before, after] = [requiredFlag('baseline', flags.baseline), requiredFlag('candidate', flags.candidate)]
  const sides = [await readSide(before, 'baseline'), await readSide(after, 'candidate')]
  const own = (flags.own ?? '').split(',').filter((pattern) => pattern !== '')
  const comparisons = compareAll(
    sides.flatMap(({ read }) => read),
    own,
  )
  requireOneKind(comparisons)
  const report: ServiceProfiles = { service: '', comparisons, refusals: sides.flatMap(({ refusals }) => refusals) }
  const [first] = comparisons
  if (flags.flamegraph !== undefined && first !== undefined) await saveFlameGraph(flags.flamegraph, first)
  const text = profilesMarkdown(report, flags.flamegraph ?? null)
  await printReport(text, profilesJson(report), flags)
  return 0
}

/** Profiles of two tools, or of two things that were counted, would each be shown alone, as if the answer were that nothing changed. */
function requireOneKind(comparisons: readonly ProfileComparison[]): void {
  if (comparisons.some(({ runs }) => runs.baseline > 0 && runs.candidate > 0)) return
  const [before, after] = (['baseline', 'candidate'] as const).map((side) =>
    enumerated(
      distinct(
        comparisons
          .filter(({ runs }) => runs[side] > 0)
          .map((one) => text`${name(one.tool)} (${{ words: countedWords(one) }})`),
      ),
    ),
  )
  throw new UserError(
    text`The two sides have no kind of profile in common, so nothing can be compared: the baseline has profiles of ${before ?? []}, and the candidate of ${after ?? []}. Record both sides with the same tool and the same options.`,
  )
}

type ProfilesOfSide = Readonly<{ read: readonly ProfileOfRun[]; refusals: ServiceProfiles['refusals'] }>

/**
 * Reads all profiles of a folder. A file that is not a profile is named and left out; a folder without a profile is an error.
 * When a result lies beside a profile, as `compare` expects them, it gives the number of served requests.
 */
async function readSide(path: string, side: Side): Promise<ProfilesOfSide> {
  const read: ProfileOfRun[] = []
  const refusals: RefusedFile[] = []
  const files = await readFolder(path)
  const defaults = { defaultService: 'service', defaultSide: side, defaultCommit: null }
  const { runs } = await collectRuns(files, { ...defaults, formats: FORMATS })
  for (const file of files) {
    const { requests } = runBeside(file, runs, defaults)
    try {
      const profile = await readProfile(file.open(), PROFILE_FORMATS)
      read.push({ profile, requests, side, ...runOf(file.path) })
    } catch (error) {
      if (!(error instanceof UserError)) throw error
      // The result itself and the other files of its run are not reported as refused profiles.
      const isOfResult = error instanceof NoProfileError && readPath(file.path).role !== 'profile' && requests !== null
      if (!isOfResult) refusals.push({ path: `${side}/${file.path}`, problem: error.said })
    }
  }
  if (read.length > 0) return { read, refusals }
  const reasons = refusals.slice(0, 5).flatMap(({ path: file, problem }) => text`${'\n'}${name(file)}: ${problem}`)
  throw new UserError(text`${name(path)} holds no profile that can be read.${reasons}`)
}

/** `run-2/cpu.pb` and `run-2.cpu.pb` belong to run 2. Any other file is a run by itself. */
function runOf(path: string): Readonly<{ run: string; name: string }> {
  const [, run, name] = /^(.*?(?<![^/])run[-_ .]?\d+)[/.](.*)$/i.exec(path) ?? []
  return run === undefined || name === undefined ? { run: path, name: '' } : { run, name }
}

async function saveFlameGraph(path: string, comparison: ProfileComparison): Promise<void> {
  const { flameGraphSvg } = await import('../report/html/flame-graph.ts')
  await save(path, flameGraphSvg(comparison))
}

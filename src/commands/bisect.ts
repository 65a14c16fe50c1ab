import { randomInt } from 'node:crypto'
import { join, resolve } from 'node:path'
import { Interrupted, interruptible } from '../measure/interruption.ts'
import type { MeasurePlan } from '../measure/measure-plan.ts'
import { entriesOf, requireEmptyResults } from '../measure/results-folder.ts'
import { commitOf, withCheckouts } from '../measure/versions.ts'
import { UserError } from '../model/errors.ts'
import type { NamedCommit } from '../model/history.ts'
import { count } from '../model/numbers.ts'
import { bisectionJson } from '../report/bisection-json.ts'
import { bisectionMarkdown } from '../report/bisection-markdown.ts'
import { mainLineBetween, namedCommit } from '../setup/clone-history.ts'
import { jobId, machineClass } from '../setup/this-machine.ts'
import { readArguments, requiredFlag } from './arguments.ts'
import { bisectCommits } from './bisect-commits.ts'
import { USAGE as MEASURE, numberFlag, policyOf, readPlan, requireReach, tell } from './measure.ts'
import { withProgressDisplay } from './measure-progress.ts'
import { POLICY_FLAGS } from './policy-option.ts'
import { OUTPUT_FLAGS, printReport } from './save.ts'
import type { Usage } from './usage.ts'

export const USAGE = {
  guide: 'docs/guides/bisect.md',
  calls: ['[FILE] --good REF'],
  paths: MEASURE.paths,
  flags: {
    good: { type: 'string', value: 'REF', says: 'a commit that is fast' },
    bad: { type: 'string', value: 'REF', says: 'a commit that is slow; default: HEAD' },
    service: MEASURE.flags.service,
    build: { type: 'string', value: 'CMD', says: 'builds each commit in its folder' },
    start: MEASURE.flags.start,
    ready: MEASURE.flags.ready,
    'warm-up': MEASURE.flags['warm-up'],
    load: MEASURE.flags.load,
    'max-pairs': { type: 'string', value: '40', says: 'the largest number of pairs in the search; default: 40' },
    seed: {
      type: 'string',
      value: 'N',
      says: 'the seed of an earlier search, for the same order; default: a random number',
    },
    results: {
      type: 'string',
      value: 'DIR',
      writes: 'folder',
      says: 'the folder for the results; default: perf-bisect',
    },
    force: { type: 'boolean', says: 'replaces the results of an earlier search' },
    ...POLICY_FLAGS,
    policy: {
      ...POLICY_FLAGS.policy,
      says: 'the policy; default: .github/perf-gate.yml of the good commit',
    },
    ...OUTPUT_FLAGS,
  },
  exitCodes: '0: one commit was found. 1: a range was found, or nothing is slower. 2: nothing could be measured.',
} as const satisfies Usage

/** These pairs are enough for the noise and the slowdown of docs/guides/bisect.md, and they end a search that cannot succeed. */
const DEFAULT_MAX_PAIRS = 40

/**
 * `perf-gate bisect` finds the first slower commit. Exit code 0: it found one commit. 1: it found a range, or nothing is slower.
 */
export async function bisect(args: readonly string[]): Promise<number> {
  const { values: flags, positionals } = readArguments(args, USAGE.flags, true)
  if (process.platform === 'win32') throw new UserError('bisect needs Linux or macOS. On Windows, call it in WSL.')
  const plan = await readPlan(positionals, flags, 'bisect --good main')
  requireCommits(plan)
  const [goodRef, badRef] = [requiredFlag('good', flags.good), flags.bad ?? 'HEAD']
  const { good, commits } = await commitsOf(goodRef, badRef)
  const policy = await policyOf({ ...flags, 'baseline-ref': goodRef })
  const maxPairs = numberFlag('max-pairs', flags['max-pairs'], 1, 1000) ?? DEFAULT_MAX_PAIRS
  const results = resolve(flags.results ?? 'perf-bisect')
  for (const name of await entriesOf(results)) await requireEmptyResults(join(results, name), flags.force ?? false)
  const seed = numberFlag('seed', flags.seed, 0, 2 ** 32 - 1) ?? randomInt(2 ** 32)
  const machine = { jobId: await jobId(process.env), machine: machineClass() }
  const title = `Looking for the first slower of ${count(commits.length, 'commit')}`
  tell(`${title} after ${good.commit.slice(0, 12)}, results in ${results}, order of seed ${seed}.`)
  try {
    const found = await withProgressDisplay(async (display) =>
      interruptible(async (means) =>
        withCheckouts(process.cwd(), means.scratch, async (checkOut) =>
          bisectCommits(
            { good, commits, plan, policy, maxPairs, checkOut },
            { ...means, ...machine, loadFolder: process.cwd(), results, seed, display },
          ),
        ),
      ),
    )
    const text = bisectionMarkdown(found)
    await printReport(text, bisectionJson(found), flags)
    return found.kind === 'named' ? 0 : 1
  } catch (error) {
    if (!(error instanceof Interrupted)) throw error
    tell(`Stopped by ${error.message}. The results so far are in ${results}.`)
    return 2
  }
}

/** The checked out commit does not change a service that runs elsewhere, so bisect has to start the service itself. */
function requireCommits(plan: MeasurePlan): void {
  requireReach(plan, ['baseline', 'candidate'])
  for (const { name, reach } of plan.services) {
    if (reach.baseline?.kind !== 'address' && JSON.stringify(reach.baseline) === JSON.stringify(reach.candidate))
      continue
    throw new UserError(
      `${name}: bisect starts many commits, so it needs one start command for all of them. Give --start, or \`start\` in the measure file.`,
    )
  }
}

async function commitsOf(
  goodRef: string,
  badRef: string,
): Promise<Readonly<{ good: NamedCommit; commits: readonly NamedCommit[] }>> {
  const folder = process.cwd()
  const [from, to] = [await commitOf(goodRef, folder), await commitOf(badRef, folder)]
  const commits = await mainLineBetween(folder, { from, to })
  if (commits === null) {
    throw new UserError(
      `--good ${goodRef} is not part of the history of ${badRef}. Give a commit that it grew from: git merge-base ${goodRef} ${badRef}. In a shallow clone, fetch the history first: git fetch --unshallow.`,
    )
  }
  if (commits.length === 0) throw new UserError(`There is no commit after --good ${goodRef}, up to ${badRef}.`)
  return { good: await namedCommit(folder, from), commits }
}

import { randomInt } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { GateResult } from '../gate.ts'
import { buildVersions } from '../measure/build-versions.ts'
import { Interrupted, interruptible } from '../measure/interruption.ts'
import { EXAMPLE_LOAD } from '../measure/k6-options.ts'
import { DEFAULT_MEASURE_FILE, type MeasurePlan, parseMeasureFile, planOfFlags } from '../measure/measure-plan.ts'
import { addPairs, initialProgress, type MeasureContext, type ServiceProgress } from '../measure/measure-rounds.ts'
import { addProfiles, type Profiled } from '../measure/profile-runs.ts'
import { type Profiler, parseProfiler } from '../measure/profiler.ts'
import { requireEmptyResults } from '../measure/results-folder.ts'
import { uncommittedFiles, type Versions, withWorktrees } from '../measure/versions.ts'
import type { RerunNeed } from '../model/comparison.ts'
import { UserError } from '../model/errors.ts'
import type { Policy } from '../model/policy.ts'
import type { Side } from '../model/run.ts'
import { outputOf } from '../setup/program.ts'
import { checkedOutCommit, jobId, machineClass } from '../setup/this-machine.ts'
import { STAGES } from '../statistics/rerun-plan.ts'
import { FlagError, readArguments } from './arguments.ts'
import { REPORT_FLAGS, writeReport } from './compare.ts'
import { judgeLocally } from './local-gate.ts'
import { withProgressDisplay } from './measure-progress.ts'
import { DEFAULT_POLICY_FILE, POLICY_FLAGS, policyOfText, readPolicy } from './policy-option.ts'
import { resultSet } from './result-set.ts'
import type { Usage } from './usage.ts'

export const USAGE = {
  guide: 'docs/guides/measure.md',
  calls: ['[FILE] --baseline-ref main', '--baseline-ref main --start CMD --load CMD'],
  paths: { FILE: 'the measure file; default: .github/perf-gate.measure.yml' },
  flags: {
    service: {
      type: 'string',
      value: 'NAME',
      needs: 'load',
      says: 'the name of the service in the results; default: service',
    },
    build: { type: 'string', value: 'CMD', says: 'builds each version in its folder' },
    start: { type: 'string', value: 'CMD', needs: 'load', says: 'starts the service; {port} is a free port' },
    address: {
      type: 'string',
      value: 'URL',
      needs: 'load',
      says: 'the address of a service that already runs, in place of --start',
    },
    container: {
      type: 'string',
      value: 'NAME',
      needs: 'load',
      says: 'the container whose CPU and memory are measured; default: found by the port',
    },
    ready: {
      type: 'string',
      value: '/health',
      needs: 'load',
      says: 'the path that answers when the service is ready; default: an open port',
    },
    'warm-up': { type: 'string', value: 'CMD', needs: 'load', says: 'load before each run, which is not measured' },
    load: { type: 'string', value: 'CMD', says: 'the load test, called once per run' },
    benchmark: { type: 'boolean', needs: 'load', says: 'the load is a benchmark: there is no service to start' },
    'baseline-ref': { type: 'string', value: 'main', says: 'the commit to compare with; this folder is the candidate' },
    'baseline-folder': {
      type: 'string',
      value: 'DIR',
      says: 'the folder of the version to compare with, in place of --baseline-ref',
    },
    'candidate-folder': { type: 'string', value: 'DIR', says: 'the folder of the candidate; default: this folder' },
    candidate: { type: 'boolean', says: 'measures only the candidate, for a store' },
    pairs: {
      type: 'string',
      value: '5',
      says: 'the exact number of pairs; default: as the policy or the measure file says, or 5',
    },
    'until-settled': { type: 'boolean', says: 'three pairs, and more while the result is open' },
    'max-runs': { type: 'string', value: '10', says: 'the largest number of pairs; default: as the policy says' },
    seed: {
      type: 'string',
      value: 'N',
      says: 'the seed of an earlier measurement, for the same order; default: a random number',
    },
    profile: {
      type: 'string',
      value: 'node',
      says: 'records profiles after the runs: node, perf, pprof, py-spy, or a command',
    },
    results: {
      type: 'string',
      value: 'DIR',
      writes: 'folder',
      says: 'the folder for the results; default: perf-results',
    },
    force: { type: 'boolean', says: 'replaces the results of an earlier measurement' },
    ...POLICY_FLAGS,
    policy: {
      ...POLICY_FLAGS.policy,
      says: 'the policy; default: .github/perf-gate.yml of the commit to compare with',
    },
    ...REPORT_FLAGS,
  },
  exitCodes: '0: not blocked. 1: blocked, or, with --candidate, incomplete. 2: nothing could be measured.',
} as const satisfies Usage

type Flags = ReturnType<typeof readArguments<typeof USAGE.flags>>['values']

/** `perf-gate measure` runs two versions alternately under load and judges them. The exit codes are those of `compare`. */
export async function measure(args: readonly string[]): Promise<number> {
  const { values: given, positionals } = readArguments(args, USAGE.flags, true)
  if (process.platform === 'win32') throw new UserError('measure needs Linux or macOS. On Windows, call it in WSL.')
  const plan = { ...(await readPlan(positionals, given, 'measure --baseline-ref main')), profiler: profilerOf(given) }
  const flags = { ...given, ...baseOfPullRequest(given, plan, process.env.GITHUB_BASE_REF) }
  const sides: readonly Side[] = flags.candidate ? ['candidate'] : ['baseline', 'candidate']
  requireReach(plan, sides)
  const policy = await policyOf(flags)
  const amount = amountOf(flags, plan, policy)
  const results = resolve(flags.results ?? 'perf-results')
  await requireEmptyResults(results, flags.force ?? false)
  const seed = numberFlag('seed', flags.seed, 0, 2 ** 32 - 1) ?? randomInt(2 ** 32)
  const machine = { jobId: await jobId(process.env), machine: machineClass() }
  try {
    return await withProgressDisplay(async (display) =>
      interruptible(async (means) =>
        withVersions(flags, plan, means.scratch, async (versions) => {
          const loadFolder = process.cwd()
          const context = { ...versions, ...means, ...machine, sides, loadFolder, results, seed, display }
          return await measureVersions(context, plan, amount, flags)
        }),
      ),
    )
  } catch (error) {
    if (!(error instanceof Interrupted)) throw error
    tell(`Stopped by ${error.message}. Complete runs are in ${results}; the run that was cut off is refused.`)
    return 2
  }
}

async function measureVersions(
  context: MeasureContext,
  plan: MeasurePlan & Readonly<{ profiler: Profiler | null }>,
  amount: Amount,
  flags: Flags,
): Promise<number> {
  const { sides, folders, processes, stop } = context
  tell(introduction(context))
  if (!flags.candidate) tell(policyInWords(amount.policy, flags['baseline-ref']))
  if (plan.build !== null) {
    const toBuild = sides.map((side) => ({ side, folder: folders[side] }))
    await buildVersions(plan.build, toBuild, processes, stop)
  }
  const services = await Promise.all(plan.services.map((service) => initialProgress(service, context)))
  if (flags.candidate) return await measureCandidate(services, amount.first, context)
  const judged = await measureAndJudge(services, amount, context)
  const wanted = profiledOf(services, judged, plan.profiler)
  if (wanted.length === 0) return await writeReport(judged, amount.policy, flags)
  await addProfiles(wanted, context)
  return await writeReport(await judgeResults(amount.policy, context), amount.policy, flags)
}

/**
 * The services to profile. With the flag these are all services; without it, the blocked services whose entry in the measure file
 * has a profiler.
 */
function profiledOf(
  services: readonly ServiceProgress[],
  { verdict }: GateResult,
  given: Profiler | null,
): readonly Profiled[] {
  const blocked = new Set(verdict.findings.flatMap(({ level, service }) => (level === 'fail' ? [service] : [])))
  return services.flatMap((progress) => {
    const { name, profiler } = progress.service
    const how = given ?? (blocked.has(name) ? profiler : null)
    return how === null || progress.failed ? [] : [{ progress, profiler: how }]
  })
}

async function judgeResults(policy: Policy, { results }: MeasureContext): Promise<GateResult> {
  return await judgeLocally(policy, {
    origin: 'same-results',
    sets: [await resultSet(results, 'candidate')],
    lookup: async () => null,
  })
}

/** Prints a line on standard error, because standard output is for the report. */
export function tell(line: string): void {
  process.stderr.write(`${line}\n`)
}

/**
 * The plan of a measure file or of flags.
 *
 * @param call the shortest call, for the error where there is neither
 */
export async function readPlan([path, ...more]: readonly string[], flags: Flags, call: string): Promise<MeasurePlan> {
  if (more.length > 0) throw new FlagError('Give one measure file.')
  if (flags.load !== undefined) {
    if (path === undefined) return planOfFlags(flags)
    throw new UserError('Give either a measure file or --load, not both.')
  }
  const file = path ?? DEFAULT_MEASURE_FILE
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (path !== undefined) throw new UserError(`The measure file ${file} cannot be read (${error.code}).`)
    throw new UserError(
      `There is no ${file}, and no --load says what to measure. docs/guides/measure.md shows both; the shortest is:\nperf-gate ${call} --start 'node server.js' --load '${EXAMPLE_LOAD}'`,
    )
  })
  const plan = parseMeasureFile(text, file)
  return { ...plan, build: flags.build ?? plan.build }
}

/** null: the measure file decides for each service. */
function profilerOf({ profile, candidate }: Flags): Profiler | null {
  if (profile === undefined) return null
  if (candidate) throw new UserError('--profile compares two versions, and --candidate measures one.')
  return parseProfiler(profile, '--profile')
}

export function requireReach({ services }: MeasurePlan, sides: readonly Side[]): void {
  for (const { name, reach } of services) {
    const unknown = sides.find((side) => reach[side] === null)
    if (unknown === undefined) continue
    throw new UserError(
      `${name}: nothing says how to reach the ${unknown}. Give a start command, or the address of a service that runs, or say that the load is a benchmark.`,
    )
  }
}

/** The policy that would judge a pull request into the base branch. */
export async function policyOf(flags: Flags): Promise<Policy> {
  const { policy: path, 'max-regression': maxRegression, 'baseline-ref': ref } = flags
  if (path === undefined && ref !== undefined) {
    const text = await outputOf('git', ['show', '--end-of-options', `${ref}:${DEFAULT_POLICY_FILE}`])
    return await policyOfText(text, `${DEFAULT_POLICY_FILE} of ${ref}`, maxRegression)
  }
  const isThere = (await readFile(DEFAULT_POLICY_FILE).catch(() => null)) !== null
  return await readPolicy(path ?? (isThere ? DEFAULT_POLICY_FILE : undefined), maxRegression)
}

/** As in a pull request, a policy that only lies in this folder does not count. Whoever has just written one must read why. */
function policyInWords({ source }: Policy, baselineRef: string | undefined): string {
  if (source !== null) return `Policy: ${source}.`
  if (baselineRef === undefined) return 'Policy: none, so the defaults hold.'
  return `Policy: none, because ${baselineRef} has no ${DEFAULT_POLICY_FILE}. The defaults hold; --policy FILE gives another.`
}

/** The last stage for which statistics/rerun-plan.ts keeps the error rate of a confirmation. */
const MAX_RUNS = STAGES[STAGES.length - 1] ?? STAGES[0]

type Amount = Readonly<{
  /** Pairs before the first judgement. */
  first: number
  /** Its confirmation says how many pairs may follow. null: no pairs follow. */
  policy: Policy
}>

/**
 * The number of pairs from the flags. Without flags, the number that the confirmation of the policy wants; without a
 * confirmation, the number of the plan.
 */
function amountOf(flags: Flags, plan: MeasurePlan, policy: Policy): Amount {
  const pairs = numberFlag('pairs', flags.pairs, 1, 100)
  const maxRuns = numberFlag('max-runs', flags['max-runs'], STAGES[0], MAX_RUNS)
  const settles = flags['until-settled'] ?? false
  if (pairs !== null && (settles || maxRuns !== null)) {
    throw new UserError('Give either --pairs, or --until-settled with --max-runs.')
  }
  if (flags.candidate && (settles || maxRuns !== null)) {
    throw new UserError(
      '--candidate measures for a store, so nothing is judged here: give --pairs N instead of --until-settled.',
    )
  }
  const isConfirmed =
    pairs === null && !flags.candidate && (settles || maxRuns !== null || policy.confirmation !== null)
  const confirmation = isConfirmed ? { maxRuns: maxRuns ?? policy.confirmation?.maxRuns ?? MAX_RUNS } : null
  return { first: confirmation === null ? (pairs ?? plan.pairs) : STAGES[0], policy: { ...policy, confirmation } }
}

export function numberFlag(name: string, text: string | undefined, least: number, most: number): number | null {
  if (text === undefined) return null
  const value = /^\d{1,10}$/.test(text) ? Number(text) : Number.NaN
  if (value >= least && value <= most) return value
  throw new UserError(`--${name} cannot be ${JSON.stringify(text)}. Give a whole number from ${least} to ${most}.`)
}

/**
 * In the workflow of a pull request, the base branch is the baseline unless a flag or the plan names another.
 * https://docs.github.com/en/actions/reference/workflows-and-actions/variables#default-environment-variables
 */
function baseOfPullRequest(flags: Flags, plan: MeasurePlan, baseBranch = ''): Pick<Flags, 'baseline-ref'> {
  const said = flags['baseline-ref'] ?? flags['baseline-folder'] ?? plan.folders.baseline
  if (baseBranch === '' || said !== null || flags.candidate || !plan.services.some(needsBaselineFolder)) return {}
  return { 'baseline-ref': `origin/${baseBranch}` }
}

/** Works in two checkouts with `--baseline-ref`, and otherwise in the given folders. */
async function withVersions<T>(
  flags: Flags,
  plan: MeasurePlan,
  scratch: string,
  work: (versions: Versions) => Promise<T>,
): Promise<T> {
  const { 'baseline-ref': ref, 'baseline-folder': baselineFlag, 'candidate-folder': candidateFlag } = flags
  if (ref !== undefined) {
    if ((baselineFlag ?? candidateFlag) !== undefined) {
      throw new UserError('Give either --baseline-ref, which makes the folders of both versions, or the folders.')
    }
    const uncommitted = await uncommittedFiles(process.cwd())
    if (uncommitted.length > 0)
      tell(`Changes that are not committed are not in the candidate: ${uncommitted.join(', ')}.`)
    return await withWorktrees(ref, process.cwd(), scratch, work)
  }
  const candidate = resolve(candidateFlag ?? plan.folders.candidate ?? '.')
  const said = baselineFlag ?? plan.folders.baseline
  if (said === null && !flags.candidate && plan.services.some(needsBaselineFolder)) {
    throw new UserError(
      'Nothing says where the version is to compare with. Give --baseline-ref main, or a folder: --baseline-folder ../baseline.',
    )
  }
  const folders = { baseline: resolve(said ?? '.'), candidate }
  const [baselineCommit, candidateCommit] = await Promise.all(
    [folders.baseline, folders.candidate].map((folder) => checkedOutCommit({}, folder)),
  )
  return await work({ folders, commits: { baseline: baselineCommit ?? null, candidate: candidateCommit ?? null } })
}

/** The same start command in the same folder would start the same version twice. */
function needsBaselineFolder({ reach: { baseline, candidate } }: MeasurePlan['services'][number]): boolean {
  const isOfFolder = baseline?.kind === 'start' || baseline?.kind === 'none'
  return isOfFolder && JSON.stringify(baseline) === JSON.stringify(candidate)
}

function introduction({ sides, commits, seed, results }: MeasureContext): string {
  const described = sides.map((side) => `${side} ${commits[side]?.slice(0, 12) ?? '(commit not known)'}`)
  const same = sides.length === 2 && commits.baseline !== null && commits.baseline === commits.candidate
  const note = same ? ' Both are the same commit.' : ''
  return `Measuring ${described.join(' and ')}, results in ${results}, order of seed ${seed}.${note}`
}

async function measureCandidate(
  services: readonly ServiceProgress[],
  runs: number,
  context: MeasureContext,
): Promise<number> {
  await addPairs(
    services.map((progress) => ({ progress, wantedPairs: runs })),
    context,
  )
  const failed = services.filter((one) => one.failed).map(({ service }) => service.name)
  const { results, commits } = context
  const next = `perf-gate record --store DIR --results ${results} --commit ${commits.candidate ?? 'SHA'}`
  tell(
    failed.length === 0
      ? `Measured. To store it: ${next}`
      : `Incomplete: ${failed.join(', ')}. Nothing should be stored.`,
  )
  return failed.length === 0 ? 0 : 1
}

/**
 * Judges after the first pairs, and again as long as the gate asks for more pairs. Only services without a settled result are
 * measured again.
 */
export async function measureAndJudge(
  services: readonly ServiceProgress[],
  { first, policy }: Amount,
  context: MeasureContext,
): Promise<GateResult> {
  let wanted = services.map((progress) => ({ progress, wantedPairs: first }))
  for (;;) {
    await addPairs(wanted, context)
    const result = await judgeResults(policy, context)
    const open = result.verdict.rerunPlan ?? []
    const measured = wanted.map(({ progress }) => progress)
    if (policy.confirmation !== null)
      for (const one of measured) tell(progressLine(one, policy.confirmation.maxRuns, open))
    wanted = measured.flatMap((progress) => {
      const need = open.find(({ service }) => service === progress.service.name)
      return need === undefined || progress.failed ? [] : [{ progress, wantedPairs: progress.pairs + need.add }]
    })
    if (wanted.length === 0) return result
  }
}

/** A sentence that says why a service is measured again, or why it is not. */
function progressLine(
  { service: { name }, pairs, failed }: ServiceProgress,
  maxRuns: number,
  open: readonly RerunNeed[],
): string {
  const need = open.find(({ service }) => service === name)
  if (failed) return `${name}: stopped, because a run does not count.`
  if (need !== undefined) return `${name}: open after ${pairs} pairs (${need.verdict}), ${need.add} more.`
  if (pairs >= maxRuns) return `${name}: stopped after ${pairs} pairs, the largest number that is allowed.`
  return `${name}: settled after ${pairs} pairs, or more pairs cannot help.`
}
